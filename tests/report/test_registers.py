"""The registers say what was played: ids, owners, measures, histories, and nothing invented."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest

from game.content import mend, parse
from game.engine import Applied
from game.engine import actions as act
from game.engine import events as ev
from game.i18n import words
from game.report import columns as co
from game.report.checks import check_all
from game.report.page_evidence import page_evidence
from game.report.register_items import raised_risks
from game.report.registers import registers
from game.report.risks import risk_row
from game.report.rows import BENEFIT_STATUSES, BENEFIT_TYPES, RISK_STATUSES, STRATEGIES
from game.report.source import open_session
from game.session import SavedSession, Session, open_recording
from game.table.after.replay.player import ReplayPlayer
from game.wording.figures import signed
from tests import staging
from tests.onward import onward
from tests.report.sessions import FORMULA, LONG, NAMES, SCRIPT
from tests.ungated import ungated

ASKED_FOR = """
id title description track type sign beneficiary owner_role owner_name owner_unit measurer indicator
unit method frequency baseline baseline_date baseline_source target_low target_likely target_high
threshold full_year_value cost effect_from effect_full enabler change change_owner assumptions
supports risks confidence confidence_reason next_trial review status priority history
"""
ASKED_FOR_RISKS = """
id cause event consequence benefits likelihood severity score early_sign strategy action owner
action_owner deadline residual_likelihood residual_severity status reviewed raised_by
"""


def by_id(rows):
    return {row.id: row for row in rows}


# ------------------------------------------------------------------ columns
def test_every_column_that_was_asked_for_is_there_in_its_order() -> None:
    assert [c.key for c in co.BENEFITS][: len(ASKED_FOR.split())] == ASKED_FOR.split()
    assert [c.key for c in co.RISKS if not c.play] == ASKED_FOR_RISKS.split()


def test_what_play_did_stands_last_and_says_so() -> None:
    for columns in (co.BENEFITS, co.RISKS, co.PLAY):
        marked = [column.play for column in columns]
        assert marked == sorted(marked)
    played = [c for c in (*co.BENEFITS, *co.RISKS) if c.play]
    assert {c.key for c in played} == {"tried", "harvested", "play"}
    assert all(co.title(words("en"), c).startswith("In play: ") for c in played)
    assert all(co.title(words("da"), c).startswith("I spillet: ") for c in played)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_columns_and_codes_are_said_in_both_languages(lang) -> None:
    t = words(lang)
    for columns in (co.BENEFITS, co.RISKS, co.ESTIMATES, co.TIMELINE, co.CHECKS, co.OUTCOMES):
        titles = [co.title(t, column) for column in columns]
        assert all(titles)
        assert len(set(titles)) == len(titles)
    codes = (*BENEFIT_TYPES, *BENEFIT_STATUSES, *RISK_STATUSES, *STRATEGIES)
    assert all(code in co.CODES for code in codes)


def test_danish_lists_are_those_of_the_specification() -> None:
    t = words("da")
    columns = {column.key: column for column in co.BENEFITS}
    assert co.choices(t, columns["type"]) == [
        "budgetvirkende",
        "frigjort tid",
        "undgået omkostning",
        "kvalitetsløft",
        "gevinst for andre",
    ]
    assert co.choices(t, columns["sign"]) == ["gevinst", "negativ gevinst"]
    assert co.choices(t, columns["baseline_source"]) == ["målt", "skøn", "mangler"]
    strategy = next(column for column in co.RISKS if column.key == "strategy")
    assert co.choices(t, strategy) == ["undgå", "reducér", "overfør", "acceptér"]


# ------------------------------------------------------------------ a case
def test_ids_are_given_in_the_order_of_placing(opened) -> None:
    source, found = opened("finished")
    claimed = [(s.event.idea, s.event.track) for s in source.history.of(ev.BenefitClaimed)]
    rows = [row for row in found.benefits if row.id.startswith("G-")]
    assert [(row.idea, row.track) for row in rows] == claimed
    assert [row.id for row in rows] == [f"G-{n:02}" for n in range(1, len(rows) + 1)]
    assert [row.id for row in found.risks] == [f"R-{n:02}" for n in range(1, len(found.risks) + 1)]


def test_ids_stay_when_the_game_goes_on(saved, opened, tmp_path) -> None:
    _, found = opened("stopped_early")
    path = tmp_path / "on.jsonl"
    shutil.copy(saved["stopped_early"], path)
    with Session.resume(path, parse) as session:
        staging.play(session, staging.by("method"), lambda s: False)
    later = registers(open_session(path, words("en")))
    earlier = {(row.idea, row.track): row.id for row in found.benefits if row.estimate}
    known = {(row.idea, row.track): row.id for row in later.benefits}
    assert earlier.items() <= known.items()
    assert len(known) > len(earlier)


def test_what_was_harvested_is_what_the_state_says(opened) -> None:
    """With the point that following it up gave, as the board and the tracks count it."""
    source, found = opened("finished")
    rows = {(row.idea, row.track): row for row in found.benefits if row.estimate is not None}
    for idea in source.state.ideas:
        for track, b in idea.claims():
            row = rows[idea.id, track]
            gave = None if b.harvested is None else b.harvested + b.followed
            assert (row.estimate, row.harvested) == (b.estimate, gave)
            assert (row.play in ("followed", "partly_followed")) == (b.followed > 0)
            assert row.owner_role == ("" if b.owner is None else source.people.role(b.owner))
            assert row.owner_name == ("" if b.owner is None else source.people.name(b.owner))


@pytest.mark.parametrize("name", ["finished", "stopped_early", "own_project"])
def test_a_downside_came_where_the_log_says_so_though_it_was_made_up_for(opened, name) -> None:
    source, found = opened(name)
    effects = {(s.event.idea, s.event.track): s.event for s in source.history.of(ev.Harvested)}
    said = set()
    for row in found.benefits:
        if row.sign == "disbenefit" and (h := effects.get((row.idea, row.track))) is not None:
            assert (row.play == "did_not_come") == (h.effect >= 0), row.title
            assert (row.play == "came_true") == (h.points < 0), row.title
            said.add(row.play)
    if name == "finished":
        assert {"did_not_come", "made_up_for"} <= said


def test_a_card_brings_its_measure_and_its_date(opened) -> None:
    source, found = opened("finished")
    for claimed in found.claims:
        if claimed.benefit.card and claimed.benefit.measure is None:
            m = source.case.benefits[claimed.benefit.card].measure
            row = by_id(found.benefits)[claimed.id]
            assert (row.indicator, row.baseline, row.target_likely) == (
                m.indicator.read("en"),
                m.baseline,
                m.target,
            )
            assert isinstance(row.effect_full, date)
            assert row.effect_full > source.day
            break
    else:
        pytest.fail("no benefit card was played")


def test_kroner_stand_only_where_the_measure_is_in_kroner(opened) -> None:
    _, found = opened("finished")
    assert any(row.full_year_value for row in found.benefits)
    for row in found.benefits:
        if row.full_year_value is not None:
            assert "DKK" in row.unit
            assert row.type == "budget"
        assert row.cost is None


def test_the_share_of_a_tracks_kroner_is_that_of_its_points(opened) -> None:
    _, found = opened("finished")
    bare = [c for c in found.claims if c.track == "economy" and not c.benefit.card]
    own = [c for c in bare if not c.benefit.downside]
    goal = found.result.tracks[2].goal
    for claimed in own:
        row, points = by_id(found.benefits)[claimed.id], claimed.benefit.estimate
        assert row.target_likely == pytest.approx(3 * points / goal, abs=0.051)
        assert row.full_year_value == row.target_likely * 1_000_000
        assert row.full_year_value % 100_000 == 0, "no finer than the track's own figures"
    assert own


def test_a_target_is_the_benefits_own_and_not_its_tracks(opened) -> None:
    for kind in ("finished", "own_project"):
        source, found = opened(kind)
        for claimed in found.claims:
            b, track = claimed.benefit, source.case.tracks[claimed.track]
            row = by_id(found.benefits)[claimed.id]
            if b.downside or b.card or b.measure:
                continue
            assert row.baseline == track.baseline
            if b.estimate == source.goal(claimed.track):
                assert row.target_likely == track.target
            else:
                assert row.target_likely != track.target
            assert str(row.target_likely).removesuffix(".0") in row.description


def test_a_harm_that_nobody_claimed_is_a_negative_benefit(opened) -> None:
    source, found = opened("finished")
    harms = [row for row in found.benefits if row.sign == "disbenefit"]
    assert harms
    for row in harms:
        if row.id.startswith("N-"):
            idea = source.state.idea(row.idea)
            b = None if idea is None else idea.benefit(row.track)
            assert b is None or b.downside
            assert row.beneficiary == (b.bearer if b is not None else ""), "never made up"


def test_a_downside_that_was_named_says_who_bears_it_and_what_makes_up_for_it(opened) -> None:
    _, found = opened("own_project")
    (row,) = [row for row in found.benefits if row.sign == "disbenefit"]
    assert (row.id, row.title, row.estimate, row.status) == ("N-01", SCRIPT, -2, "named")
    assert (row.beneficiary, row.amends, row.owner_role) == ("@Kollegerne i A", FORMULA, "")
    assert row.target_likely is None
    assert row.description.startswith("Named: Staff −2. Borne by: @Kollegerne i A.")
    assert row not in found.living


def test_risks_tell_what_became_of_them(opened) -> None:
    source, found = opened("finished")
    struck = [s for s in source.history.of(ev.RiskThrown) if s.event.struck]
    assert sum(row.play == "struck" for row in found.risks) == len(struck)
    assert {row.status for row in found.risks} <= {"open", "acted_on", "shelved"}
    for row in found.risks:
        assert 1 <= row.likelihood <= 5
        assert row.score == row.likelihood * row.severity
        assert row.owner == ""
        assert (row.strategy == "reduce") == (row.residual_likelihood is not None)
    unnamed = [row for row in found.risks if row.raised_by == "the reality check showed it"]
    thrown = [s for s in struck if s.event.named is None]
    assert len(unnamed) >= len(thrown)


def test_a_downside_is_named_and_threatened_by_no_risk(opened) -> None:
    _, found = opened("finished")
    assert found.downsides
    for row in found.downsides:
        assert row.risks == ()
        assert not any(row.id in risk.benefits for risk in found.risks)
    for number in found.estimates:
        first = number.before is None and number.way != "poker"
        assert (number.way == "named") == (first and number.value < 0)


def test_the_timeline_has_every_decision_that_stands(opened) -> None:
    source, found = opened("finished")
    decisions = [row for row in found.timeline if "Bookmark" not in row.what]
    assert all(row.what for row in found.timeline)
    assert [row.entry for row in found.timeline] == sorted(row.entry for row in found.timeline)
    assert [row.entry for row in decisions] == [
        step.position.entry for step in source.history.steps[1:]
    ]
    assert any("Bookmark" in row.what for row in found.timeline)


@pytest.mark.parametrize("name", ["finished", "stopped_early", "own_project"])
def test_what_happened_has_the_number_of_its_step_in_the_replay(saved, opened, name) -> None:
    source, found = opened(name)
    player = ReplayPlayer(open_recording(saved[name], parse, mend))
    assert {row.number for row in found.timeline} >= {*range(1, player.last + 1)}
    for row in found.timeline:
        assert row.number == player.place_of(row.entry), row.what
    rests = [page_evidence(source, moment.evidence) for moment in source.debrief.highlights()]
    told = {row.number: row.what for row in found.timeline}
    entries = [entry for one in rests for entry in one.entries if entry.number != "–"]
    assert entries
    assert all(int(entry.number) in {0, *told} for entry in entries)
    for entry in entries:
        same = [row.what for row in found.timeline if row.number == int(entry.number)]
        assert not same or entry.text in same, "the two tell the same of a step"


# ------------------------------------------------------------------ an own project
def test_written_words_stand_in_the_registers_as_they_were_written(opened) -> None:
    _, found = opened("own_project")
    rows = by_id(found.benefits)
    assert rows["G-01"].title.startswith(SCRIPT)
    assert rows["G-01"].change == FORMULA
    assert rows["G-02"].enabler == f"B: {LONG}"
    assert rows["G-04"].title == FORMULA


def test_a_move_of_play_makes_up_for_nothing_in_an_own_project(tmp_path) -> None:
    """Where nobody wrote how: the check asks, as it does not in a case."""
    asked = {}
    for name in ("eget-projekt", "koebenhavn-pas"):
        session = staging.begin(tmp_path, 2, 3, of=staging.case(name))
        with ungated():
            s = session.state
            session.do(act.WriteIdea(s.turn, "One letter", "citizen", "service", 3))
            id = session.state.ideas[0].id
            session.do(act.NameDownside(s.turn, id, "employee", 2, "More calls", "The desk"))
            session.do(act.EndPhase())
            while session.state.step != "turn":
                session.do(onward(session.state))
            done = session.do(act.MakeAmends(session.state.turn, id, "employee", ""))
        assert isinstance(done, Applied), done
        session.close()
        found = registers(open_session(session.path, words("en")))
        (asked[name],) = (
            c.found for c in check_all(words("en"), found) if c.code == "unanswered_downside"
        )
        (row,) = found.downsides
        assert row.amends == ("" if found.own_project else "In play; nobody wrote how")
    assert [bool(found) for found in asked.values()] == [True, False]


def test_a_written_measure_keeps_its_gaps(opened) -> None:
    _, found = opened("own_project")
    row = by_id(found.benefits)["G-01"]
    assert (row.indicator, row.unit, row.baseline) == ("+Klager", "", None)
    assert row.baseline_source == "missing"
    assert row.effect_full is None
    assert by_id(found.benefits)["G-02"].full_year_value == 250_000


def test_a_range_is_the_pessimistic_and_the_optimistic_target(opened) -> None:
    _, found = opened("own_project")
    rows = {(row.idea, row.track): row for row in found.benefits}
    row = rows["written-2", "economy"]
    assert (row.estimate, row.baseline, row.target_likely) == (3, 400, 150)
    assert (row.target_low, row.target_high) == (230, 70), "400 − 250 × 2/3, and × 4/3"
    others = [r for r in found.benefits if r is not row]
    assert {(r.target_low, r.target_high) for r in others} == {(None, None)}


def test_the_history_has_every_number_and_estimate_poker_by_seat(opened) -> None:
    source, found = opened("own_project")
    row = by_id(found.benefits)["G-02"]
    role = source.people.role
    assert row.history.startswith("R1: 4 (")
    assert f"{role(0)} 1, {role(1)} 6, {role(2)} 3, {role(3)} 4" in row.history
    assert "4 → 3" in row.history
    assert (row.confidence, row.estimate) == (1, 3)
    numbers = [r.value for r in found.estimates if r.benefit == "G-02" and r.way == "poker"]
    assert numbers == [1, 6, 3, 4]


def test_what_was_told_since_of_a_trial_is_told_of_what_it_asked_about(saved, tmp_path) -> None:
    """Of an idea that nobody had tried it is told as a whole."""
    path = tmp_path / "own.jsonl"
    shutil.copy(saved["own_project"], path)
    before = by_id(registers(open_session(path, words("en"))).benefits)
    asked, other, untried = (before[id] for id in ("G-04", "G-01", "G-02"))
    assert asked.idea == other.idea != untried.idea
    for idea in (asked.idea, untried.idea):
        SavedSession(path).outcome(idea=idea, held="yes", day=date(2027, 2, 1))
    after = by_id(registers(open_session(path, words("en"))).benefits)
    for row in (asked, untried):
        assert after[row.id].status == "tried_since"
        assert "it held when it was tried" in after[row.id].confidence_reason
    now = after[other.id]
    kept = (other.status, other.confidence, other.confidence_reason)
    assert (now.status, now.confidence, now.confidence_reason) == kept


def test_what_was_shelved_keeps_its_id_and_says_so(opened) -> None:
    _, found = opened("own_project")
    assert by_id(found.benefits)["G-03"].status == "shelved"
    assert "G-03" not in {row.id for row in found.living}


def test_a_trial_whose_answer_is_awaited_is_the_next_one(opened) -> None:
    _, found = opened("own_project")
    row = by_id(found.benefits)["G-04"]
    assert row.next_trial == "To be tried small: Én uge i to hold (Ventetid i uge 12)"
    assert row.tried == (
        "R3: Én uge i to hold (Ventetid i uge 12), What does it truly give on Staff?, "
        "the answer is awaited"
    )
    assert by_id(found.benefits)["G-02"].tried == ""


def test_a_trial_is_told_of_what_it_asked_about_and_of_nothing_else_of_its_idea(opened) -> None:
    """What it did not ask about was not tried with it, and is no surer for it."""
    _, found = opened("own_project")
    asked, other = (by_id(found.benefits)[id] for id in ("G-04", "G-01"))
    assert asked.idea == other.idea
    assert "a trial was agreed on" in asked.confidence_reason
    assert (other.tried, other.status) == ("", "anchored")
    assert "not tried" in other.confidence_reason


def test_what_was_tried_says_what_was_found_and_what_follows(opened) -> None:
    source, found = opened("finished")
    trials = [trial for trial in source.debrief.trials if trial.about != "risk"]
    assert {True, False} <= {t.proven for t in source.debrief.trials}
    told = 0
    for row in found.benefits:
        for trial in (t for t in trials if t.idea.id == row.idea):
            answer = f"{source.track(trial.about)}? {signed(source.t, trial.effect or 0)}, "
            answer += "proven" if trial.proven else "not proven"
            assert (answer in row.tried) == (row.track == trial.about or row.track in trial.shown)
            told += answer in row.tried
    assert told


def test_only_what_a_trial_told_of_is_tried(opened) -> None:
    """Whatever idea it belongs to: a benefit that showed in the reality check was not tried."""
    source, found = opened("finished")
    told = {
        (trial.idea.id, track)
        for trial in source.debrief.trials
        for track in (trial.about, *trial.shown)
    }
    rows = [row for row in found.benefits if row.status != "shelved"]
    assert {(row.idea, row.track) in told for row in rows if row.named} == {True, False}
    for row in rows:
        assert (row.status == "tried") == ((row.idea, row.track) in told and row.sign == "benefit")
        assert bool(row.tried) == ((row.idea, row.track) in told)


def test_what_was_tried_in_vain_is_tried_again(opened) -> None:
    source, found = opened("finished")
    last = {trial.idea.id: trial for trial in source.debrief.trials}
    for row in found.benefits:
        idea = source.state.idea(row.idea)
        again = idea is not None and not idea.was_proven and not idea.locked and row.idea in last
        assert row.next_trial.startswith("Again: ") == again


def test_mitigation_is_the_action_of_who_did_it(opened) -> None:
    source, found = opened("own_project")
    row = by_id(found.risks)["R-02"]
    assert row.action == "=Tal med Dorthe"
    assert row.action_owner in source.people.roles
    assert row.benefits == ("G-02",)


def test_a_risk_that_the_game_drew_is_said_to_be_no_fact_of_the_project(opened) -> None:
    source, _ = opened("own_project")
    written = raised_risks(source.history, source.debrief.risks, own_project=True)[0]
    ref = replace(written.story.risk, id="drawn", name=None)
    drawn = replace(written, story=replace(written.story, risk=ref))
    assert "stress test" in risk_row(source, drawn, []).consequence
    assert "stress test" not in risk_row(source, written, []).consequence


# ------------------------------------------------------------------ people
def test_people_are_their_roles_but_where_they_own_something(opened) -> None:
    source, found = opened("own_project")
    assert source.people.names[1] == "+Bo Bosen"
    told = " ".join(row.who + row.what for row in found.timeline if "Bookmark" not in row.what)
    assert not any(name.split("\t")[0] in told for name in (*NAMES[:1], *NAMES[2:3]))
    assert {row.owner_name for row in found.benefits} == {"", "+Bo Bosen", "Dorthe"}


def test_without_names_nobody_is_named_anywhere(opened) -> None:
    _, found = opened("own_project", anonymous=True)
    said = repr(found.benefits) + repr(found.risks) + repr(found.timeline)
    assert not re.search("Ane|Marie|Ærø|Bosen|Cæcilie|Dorthe", said)


def test_outcomes_told_later_stand_beside_the_benefit(saved, tmp_path) -> None:
    path = tmp_path / "later.jsonl"
    shutil.copy(saved["own_project"], path)
    session = Session.resume(path, parse)
    idea = session.state.ideas[1].id
    day = date(2027, 5, 1)
    session.outcome(idea=idea, track="economy", value=180.0, text="Målt", day=day, by="Dorthe")
    earlier = date(2027, 2, 1)  # told later, but found earlier
    session.outcome(idea=idea, track="economy", value=300.0, day=earlier)
    session.close()
    found = registers(open_session(path, words("en")))
    row = by_id(found.benefits)["G-02"]
    assert (row.measured, row.measured_on) == (180.0, date(2027, 5, 1))
    assert found.outcomes[0].name.startswith("G-02 ")
    assert found.outcomes[0].found == "180 t.kr. pr. år"
