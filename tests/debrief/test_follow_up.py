"""What there is to follow up, what was told of it since, and what is asked then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import ge
from pathlib import Path

import pytest

from game.content import parse
from game.debrief import Debrief, RiskRef, debrief
from game.debrief.action_items import moment_of, origin_at, subjects
from game.debrief.follow_up import follow_up, outcomes_by_subject
from game.debrief.progress import progress_share, progress_status
from game.engine import TRACKS
from game.engine.actions import Measure
from game.i18n import words
from game.session import ItemDraft, Session
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter, describe_moment
from game.wording.debrief_texts.action_items import origin_text
from game.wording.debrief_texts.follow_up import (
    measured_value_text,
    questions,
    reality_text,
    reported_results,
    tried_texts,
)
from tests import staging
from tests.rows import each_row

DAY = date(2027, 3, 14)


@pytest.fixture
def played(tmp_path: Path) -> tuple[Session, Debrief]:
    session = staging.whole_game(tmp_path, "method", 2, 4)[0]
    return session, debrief(session.log, session.case.setup)


def asked(session: Session, d: Debrief, most: int = 20) -> str:
    say = DebriefFormatter(CaseNames(words("en"), session.case))
    return "\n".join(questions(say, follow_up(d, session.log), most))


# ------------------------------------------------------------------ what is told
def test_the_latest_day_counts_and_all_that_was_told_is_kept(played) -> None:
    session, d = played
    session.outcome(track="citizen", value=70, day=DAY)
    session.outcome(track="citizen", value=66, day=date(2027, 2, 1))
    session.outcome(track="process", value=12, day=DAY)
    session.outcome(track="process", value=13, day=DAY)
    tracks = {one.track: one for one in follow_up(d, session.log).tracks}
    assert [outcome.value for outcome in tracks["citizen"].outcomes] == [66, 70]
    assert tracks["citizen"].value == 70
    assert tracks["process"].value == 13, "of one day, what was told last"
    assert tracks["economy"].value is None
    assert list(tracks) == list(TRACKS)


def test_benefits_tried_ideas_and_agreed_steps_are_followed_whoever_owns_them(played) -> None:
    session, d = played
    end = session.history[-1].n
    step = session.action_item(ItemDraft("Measure the baseline", "Ane"))
    session.note(end, "what the room said of the last moment")
    session.note(step.item, "Done in week 8")
    found = follow_up(d, session.log)
    lying = [b for b in d.benefits if not b.put_away]
    assert {b.anchored for b in lying if not b.downside} == {True, False}
    assert any(b.downside for b in lying)
    assert {one.story.benefit.key for one in found.benefits} == {b.benefit.key for b in lying}
    assert "no owner is noted. Who takes it on" in asked(session, d)
    tried = {d_.action.idea for d_ in session.history if type(d_.action).__name__ == "Trial"}
    assert {one.idea.id for one in found.trials} == tried
    assert [(one.item.text, [n.text for n in one.answers]) for one in found.items] == [
        ("Measure the baseline", ["Done in week 8"])
    ]
    assert not found.steps, "a note about the end is no step"


def test_next_steps_of_a_game_from_before_there_was_a_list_are_notes_about_its_end(played) -> None:
    session, d = played
    step = session.note(session.history[-1].n, "Ane measures the baseline")
    session.note(1, "a note about the beginning")
    session.note(step.n, "Done in week 8")
    old = replace(session.log, header=replace(session.log.header, rules=1))
    found = follow_up(d, old)
    assert [(one.note.text, [n.text for n in one.answers]) for one in found.steps] == [
        ("Ane measures the baseline", ["Done in week 8"])
    ]


def test_what_is_still_to_be_done_is_asked_about_and_what_is_done_is_told(played) -> None:
    session, d = played
    done = session.action_item(ItemDraft("Measure the baseline", "Ane", status="done"))
    session.action_item(ItemDraft("Call the supplier", "Bo", status="under_way"))
    say = DebriefFormatter(CaseNames(words("en"), session.case))
    assert "1 next step is not done yet" in asked(session, d)
    told = list(reported_results(say, follow_up(d, session.log)))
    assert told == [f"{done.text}: done"]


def test_an_item_belongs_to_what_was_on_the_table_and_came_from_a_moment(played) -> None:
    _, d = played
    say = DebriefFormatter(CaseNames(words("en"), played[0].case))
    found = subjects(d)
    assert {key[0] for key in found} == {idea.id for idea in d.ideas}
    for benefit in d.benefits:
        assert found[(benefit.benefit.idea.id, benefit.benefit.track, None)] == benefit.benefit
    named = [risk.risk for risk in d.risks if risk.named]
    assert named
    assert {ref for ref in found.values() if isinstance(ref, RiskRef)} == set(named)
    moment = d.highlights()[0]
    assert origin_text(say, d, origin_at(moment)).endswith(f"(round {moment.round})")
    assert origin_text(say, d, (0, None)) == "The beginning"
    assert origin_text(say, d, (None, None)) == ""
    entries = [(s.position.entry, s.position.round) for s in d.steps[1:]]
    plain, n = next((e, n) for e, n in entries if moment_of(d, (e, None)) is None)
    assert origin_text(say, d, (plain, None)).endswith(f"(round {n})")


def test_each_of_several_moments_at_one_decision_is_told_as_itself(played) -> None:
    _, d = played
    say = DebriefFormatter(CaseNames(words("en"), played[0].case))
    at_one = {m.entry: [o for o in d.moments if o.entry == m.entry] for m in d.moments}
    (several,) = [found for found in at_one.values() if len(found) > 1][:1]
    assert [moment_of(d, origin_at(m)) for m in several] == several
    told = [origin_text(say, d, origin_at(m)) for m in several]
    for moment, text in zip(several, told, strict=True):
        assert describe_moment(say, moment).title in text
        others = {describe_moment(say, m).title for m in several} - {
            describe_moment(say, moment).title
        }
        assert not [title for title in others if title in text]


def test_an_item_keeps_what_it_came_from_when_something_is_noted_there(played, tmp_path) -> None:
    session, d = played
    again = Session.branch(session.path, session.log.now, parse, tmp_path)
    say = DebriefFormatter(CaseNames(words("en"), session.case))
    entries = [step.position.entry for step in d.steps[1:-1]]
    before = [origin_text(say, d, (entry, None)) for entry in entries]
    for entry in entries:
        again.note(entry, "Somebody spoke", bookmark=entry % 2 == 0)
    d = debrief(again.log, again.case.setup)
    assert [origin_text(say, d, (entry, None)) for entry in entries] == before


def test_a_trial_proves_only_what_it_proved_itself(played) -> None:
    t, trials = words("en"), played[1].trials
    failed = replace(trials[0], name="A week on the third floor", proven=False)
    again = replace(failed, name="", proven=True)
    assert list(tried_texts(t, [failed, again])) == [
        "A week on the third floor: not proven in play",
        "Trial 2: proven in play",
    ]
    assert list(tried_texts(t, [again])) == ["proven in play"]
    assert list(tried_texts(t, [replace(failed, proven=None)])) == [
        "A week on the third floor: not proven in play"
    ]


def test_those_who_bear_a_downside_are_to_be_asked(played) -> None:
    session, d = played
    assert "who has asked those who bear it?" in asked(session, d)
    for one in follow_up(d, session.log).benefits:
        if one.story.downside:
            idea, track = one.story.benefit.key
            session.outcome(idea=idea, track=track, value=5, day=DAY, by="The hotline")
    assert "who has asked those who bear it?" not in asked(session, d)


def test_a_benefit_and_its_idea_and_track_are_told_apart(played) -> None:
    session, d = played
    idea, track = follow_up(d, session.log).benefits[0].story.benefit.key
    session.outcome(idea=idea, track=track, value=5, day=DAY)
    session.outcome(idea=idea, held="no", day=DAY)
    session.outcome(track=track, value=9, day=DAY)
    told = outcomes_by_subject(session.log.outcomes)
    assert {key: [o.value for o in outcomes] for key, outcomes in told.items()} == {
        (idea, track): [5],
        (idea, None): [None],
        (None, track): [9],
    }


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (45, "not_reached"),
        (46, "harmed"),
        (33, "not_reached"),
        (32.5, "on_the_way"),
        (20, "reached"),
    ],
)
def test_how_far_it_has_come_is_said_as_at_the_end_of_a_game(value, status) -> None:
    far = progress_share(45, 20, value)
    assert far is not None
    assert progress_status(far) == status


@pytest.mark.parametrize(("baseline", "target"), [(None, 3), (3, None), (3, 3)])
def test_without_a_way_it_is_not_said(baseline, target) -> None:
    assert progress_share(baseline, target, 3) is None


# ------------------------------------------------------------------ in words
@pytest.mark.parametrize(
    ("value", "said"),
    [
        (45, "uændret"),
        (34.5, "42 % af vejen"),
        (28.25, "67 % af vejen"),
        (20.01, "99 % af vejen"),
        (20, "nået"),
        (12, "nået"),
        (46, "værre end før"),
    ],
)
def test_how_far_it_has_come_in_reality_is_said_as_it_is(value, said) -> None:
    """Nobody has to know where "not reached" ends and "on the way" begins."""
    measure = Measure("Ventetid", "min", 45, 20)
    assert reality_text(words("da"), measure, value).replace("\xa0", " ") == said
    assert reality_text(words("da"), replace(measure, baseline=None), value) == ""


@each_row(
    "measure, value, said",
    [
        (("min", 45, 20), 31, "Ventetid: fra 45 til 31 min; målet er 20."),
        (("min", 45, 20), 45, "Ventetid: stadig 45 min; målet er 20."),
        (("min", 45, 20), None, "Ventetid: ikke målt endnu; fra 45 mod 20 min."),
        (("mio. kr.", 0, 2.5), 1.25, "Ventetid: fra 0 til 1,25 mio. kr.; målet er 2,5."),
        (("kr.", 4, None), 3, "Ventetid: fra 4 til 3 kr."),
        (("%", None, 80), 62.5, "Ventetid: 62,5 % nu; målet er 80."),
        (("", None, None), 7, "Ventetid: 7 nu."),
        (("", None, None), None, "Ventetid: ikke målt endnu."),
    ],
)
def test_where_a_measure_stands_is_said_in_a_sentence(measure, value, said) -> None:
    unit, baseline, target = measure
    m = Measure("x", unit, baseline, target)
    assert measured_value_text(words("da"), "Ventetid", m, value).replace("\xa0", " ") == said


def test_all_that_was_told_is_said_again(played) -> None:
    session, d = played
    idea = follow_up(d, session.log).trials[0].idea
    session.outcome(track="citizen", value=70, day=DAY, by="Ane")
    session.outcome(idea=idea.id, held="partly", text="Only mornings", day=DAY)
    said = list(
        reported_results(
            DebriefFormatter(CaseNames(words("en"), session.case)), follow_up(d, session.log)
        )
    )
    assert len(said) == 2
    assert "from 62 to 70%; the target is 78" in said[0]
    assert said[1].endswith("it held in part – Only mornings")


# ------------------------------------------------------------------ what to ask
def test_what_nobody_has_told_is_asked_about(played) -> None:
    session, d = played
    session.action_item(ItemDraft("Measure the baseline", "Ane"))
    text = asked(session, d)
    assert "Who measures" in text
    assert "it is not noted what the measure shows" in text
    assert "If it was never tried" in text
    assert "1 next step is not done yet" in text
    assert text.endswith("When do you meet next, and what must have changed by then?")


def test_harm_reached_in_play_only_and_reached_are_asked_about(played) -> None:
    session, d = played
    texts = session.case.tracks
    points = [m.points for m in d.measures.tracks]
    reached = map(ge, points, session.case.setup.goals)
    assert all(reached), "the game of this test reached all four goals"
    for track, far in (("citizen", -0.2), ("process", 0.6), ("economy", 1.1)):
        way = texts[track].target - texts[track].baseline
        session.outcome(track=track, value=texts[track].baseline + far * way, day=DAY)
    lines = asked(session, d).split("\n")
    name = {track: texts[track].indicator.read("en") for track in TRACKS}
    assert lines[0].startswith(f"{name['citizen']}: it is worse than before")
    assert lines[1].startswith(f"{name['process']}: reached in play, not in reality")
    assert any(line.startswith(f"{name['economy']}: the target is reached") for line in lines)
    assert f"Who measures “{name['employee']}”" in "\n".join(lines)


def test_a_trial_that_did_not_hold_is_asked_about(played) -> None:
    session, d = played
    idea = follow_up(d, session.log).trials[0].idea
    session.outcome(idea=idea.id, held="no", day=DAY)
    assert f"(idea {idea.letter}) did not hold as you had hoped" in asked(session, d)


def test_no_more_is_asked_than_a_page_holds(played) -> None:
    session, d = played
    lines = asked(session, d, 3).split("\n")
    assert len(lines) == 3
    assert lines[-1].startswith("When do you meet next")
