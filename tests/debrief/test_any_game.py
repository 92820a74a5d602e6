"""What holds of the debrief of any game: whole, unfinished, undone, damaged, enormous."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.case import Case
from game.debrief import KINDS, MOST_SHOWN, Debrief, compare, debrief
from game.debrief import moments as mo
from game.engine import TRACKS, result
from game.engine import events as ev
from game.i18n import Words
from game.session import Decision, Log
from game.wording.debrief_texts import (
    PHASES,
    benefit_reasons,
    common_text,
    difference_text,
    moment_description,
    phase_lead,
    phase_name,
    risk_fate,
)
from game.wording.debrief_texts.comparing import DIFFERENCE_TEXTS as DIFFERENCES
from game.wording.debrief_texts.moments import MOMENT_TEXTS
from tests.debrief.recorded import log_of_bot
from tests.effort import examples
from tests.rows import each_row
from tests.wording.cases import CASE, DA, EN, tiny_case

BOTS = ("random", "rush", "method", "economist")
GAMES = [(name, seed, 2 + seed * 3 % 7) for name in BOTS for seed in range(1, 6)]


@cache
def played(name: str, seed: int, seats: int) -> Log:
    return log_of_bot(CASE.setup, name, seed, seats)


@cache
def told(name: str, seed: int, seats: int) -> Debrief:
    return debrief(played(name, seed, seats), CASE.setup)


def cut(log: Log, entries: int) -> Log:
    """The same session when only so many entries had been written."""
    short = Log(log.path, log.header, log.begun, log.digest)
    for record in log.records[:entries]:
        short.add(record)
    return short


@pytest.mark.parametrize("game", GAMES)
def test_every_round_that_a_moment_tells_of_is_among_its_proof(game: tuple[str, int, int]) -> None:
    d = told(*game)
    for m in d.moments:
        said = moment_description(EN, CASE, m)
        told_of = f"{said.text} {said.question}"
        numbers = re.findall(r"\brounds? (\d+(?:(?:, \d+)* and \d+)?)", told_of)
        rounds = {int(n) for listed in numbers for n in re.findall(r"\d+", listed)}
        assert rounds <= _proven_rounds(d, m), (said.text, m.evidence)


def _proven_rounds(d: Debrief, m: mo.Moment) -> set[int]:
    """The rounds that a moment's proof stands in, or that its events tell of."""
    shown = {position.entry for position in m.evidence.entries}
    steps = [step for step in d.steps if step.position.entry in shown]
    rounds = {step.position.round for step in steps}
    rounds |= {e.round for step in steps for e in step.events if hasattr(e, "round")}
    if m.evidence.searched is not None:
        first, last = m.evidence.searched
        rounds |= set(range(first.round, last.round + 1))
    return rounds


@pytest.mark.parametrize("game", GAMES)
def test_every_moment_is_somewhere_in_the_game(game: tuple[str, int, int]) -> None:
    log, d = played(*game), told(*game)
    assert d.moments
    for m in d.moments:
        assert 0 <= m.entry <= len(log.records)
        assert 0 <= m.decision_index <= len(log.history)
        assert 0 < m.weight <= 10
        assert m.round in {r.round for r in d.rounds}
        step = d.steps[m.decision_index]
        assert step.position.entry <= m.entry
    assert [m.entry for m in d.moments] == sorted(m.entry for m in d.moments)
    assert len(d.highlights()) <= MOST_SHOWN
    assert set(d.highlights()) <= set(d.moments)


@each_row("game", GAMES)
def test_the_parts_of_a_difference_add_up(game: tuple[str, int, int]) -> None:
    d = told(*game)
    for story in d.benefits:
        if story.harvested is not None:
            assert sum(gap.points for gap in story.gaps) == story.harvested - story.claimed
            assert all(gap.points for gap in story.gaps)
    waterfall = d.waterfall
    assert waterfall.claimed + sum(part.points for part in waterfall.parts) == waterfall.reached
    assert waterfall.reached == sum(d.end.points)
    harvest = sum(b.harvested or 0 for b in d.benefits) + sum(u.points for u in d.unclaimed)
    assert harvest == sum(s.points for s in events(d, ev.Harvested))


@each_row("game", GAMES)
def test_stories_agree_with_the_state_at_the_end(game: tuple[str, int, int]) -> None:
    d = told(*game)
    on_table = {(i.id, track): b for i in d.end.ideas for track, b in i.claims()}
    for story in d.benefits:
        if not story.put_away:
            b = on_table.pop(story.benefit.key)
            owner = story.owner.seat if story.owner else None
            assert (b.estimate, b.owner, b.harvested) == (story.claimed, owner, story.harvested)
    assert not on_table
    lying = [b for b in d.benefits if not b.put_away]
    assert sum(seat.owned for seat in d.seats) == sum(b.anchored for b in lying)
    counted = d.measures.tracks
    assert sum(track.benefits for track in counted) == sum(not b.downside for b in lying)
    assert sum(track.downsides for track in counted) == sum(b.downside for b in lying)
    ids = {idea.id for idea in d.end.ideas}
    named = [r for r in d.risks if r.risk.idea.id in ids and r.known_in_time]
    assert sum(track.risks for track in counted) == len(named)
    fates = {(r.risk.idea.id, r.risk.id): r.fate for r in d.risks}
    for idea in d.end.ideas:
        for risk in idea.risks:
            known = {"struck": ("struck",), "held": ("held", "prevented"), "false": ("false",)}
            assert fates[idea.id, risk.id] in known.get(risk.outcome or "", ("open",))


@each_row("game", GAMES)
def test_rounds_and_curves_agree_with_the_states(game: tuple[str, int, int]) -> None:
    log, d = played(*game), told(*game)
    states = log.states(CASE.setup)
    numbers = [0, *(decision.n for decision in log.history)]
    assert d.curves.realised == tuple(states[n].points for n in numbers)
    claims = tuple(tuple(states[n].claimed(track) for track in TRACKS) for n in numbers)
    assert d.curves.claimed == claims
    assert [r.round for r in d.rounds] == sorted({states[n].round for n in numbers})
    assert d.rounds[-1].points == d.end.points


def events(d: Debrief, kind: type) -> list[object]:
    return [e for step in d.steps for e in step.events if isinstance(e, kind)]


# ------------------------------------------------------------------ words
def test_every_kind_has_its_words() -> None:
    assert set(MOMENT_TEXTS) == set(KINDS)
    assert {type(d) for d in compare(told("method", 1, 5), told("rush", 2, 8)).differences} <= set(
        DIFFERENCES
    )


def test_the_bots_find_nearly_every_kind() -> None:
    found = {type(m.about) for game in GAMES for m in (*told(*game).moments, *told(*game).marked)}
    # Bots take nothing back, write no notes, and hardly ever estimate to the point.
    assert set(KINDS) - found <= {mo.Undone, mo.FacilitatorCorrection, mo.Noted, mo.WordKept}


LONG = tiny_case(longer=" med et navn, som bliver ved og ved")


@pytest.mark.parametrize("case", [CASE, LONG], ids=["short", "long"])
@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_every_moment_is_told_in_clean_sentences(t: Words, case: Case) -> None:
    questions = set()
    for game in GAMES:
        for m in told(*game).moments:
            said = moment_description(t, case, m)
            assert said.title
            assert said.title[-1] not in ".?"
            assert said.question.endswith("?")
            for text in (said.title, said.text, said.question):
                assert not set("{}") & set(text), text
                assert ".." not in text, text
            questions.add(said.question)
    assert len(questions) > 150, "questions name what they are about"


def test_nobodys_name_is_told_without_owners_and_none_at_all_without_names() -> None:
    for game in GAMES:
        for m in told(*game).moments:
            said = moment_description(EN, CASE, m)
            if not isinstance(m.about, mo.OwnerLate):
                assert "Player" not in f"{said.text} {said.question}"
            hidden = moment_description(EN, CASE, m, named=False)
            assert "Player" not in f"{hidden.text} {hidden.question}"


def test_a_role_is_called_a_role_within_a_sentence() -> None:
    found = 0
    for game in GAMES:
        for m in told(*game).moments:
            said = moment_description(DA, CASE, m, named=False)
            if isinstance(m.about, mo.TurnWithoutMove):
                found += 1
                assert said.text.startswith(("Rollen ", "Rollerne "))
                assert "for rolle" in said.question
            elif isinstance(m.about, mo.EstimatesSpread):
                assert not re.search(r"\brolle(?:n|rne)\b", said.question)
    assert found


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_stories_and_phases_are_told(t: Words) -> None:
    for game in GAMES:
        d = told(*game)
        for story in d.benefits:
            reasons = benefit_reasons(t, CASE, story)
            assert all(reasons)
            assert not any(set("{}") & set(reason) for reason in reasons)
        assert all(risk_fate(t, CASE, r) for r in d.risks)
    said = [phase_name(t, p) for p in PHASES] + [phase_lead(t, p) for p in PHASES]
    assert len(set(said)) == 12


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_two_games_are_compared_in_words(t: Words) -> None:
    for a, b in zip(GAMES, GAMES[5:], strict=False):
        comparison = compare(told(*a), told(*b))
        assert common_text(t, comparison)
        for difference in comparison.differences:
            text = difference_text(t, CASE, difference, "A", "B")
            assert text.endswith(".")
            assert not set("{}") & set(text)


# ------------------------------------------------------------------ not whole
@settings(max_examples=examples(60))
@given(st.sampled_from(GAMES), st.floats(0, 1))
def test_an_unfinished_session_tells_what_there_is(
    game: tuple[str, int, int], share: float
) -> None:
    log = played(*game)
    short = cut(log, int(len(log.records) * share))
    d = debrief(short, CASE.setup)
    assert len(d.steps) == len(short.history) + 1
    assert d.finished == (len(short.history) == len(log.history))
    assert d.measures.result == result(d.end)


def values(record: object) -> list[tuple[object, str, int]]:
    """Every number in an event."""
    if not is_dataclass(record):
        return []
    return [
        (record, f.name, getattr(record, f.name))
        for f in fields(record)
        if type(getattr(record, f.name)) is int
    ]


def forged(log: Log, decision: Decision, place: int, name: str, wrong: int) -> Log:
    """A session in which a number of an event of a decision is another one."""
    events = list(decision.events)
    event = events[place]
    events[place] = type(event)(
        **{f.name: wrong if f.name == name else getattr(event, f.name) for f in fields(event)}
    )
    bad = Log(log.path, log.header, log.begun, log.digest)
    for record in log.records:
        same = record is decision
        bad.add(replace(record, events=tuple(events)) if same else record)
    return bad


def test_a_round_that_is_told_by_another_number_breaks_nothing() -> None:
    """Every round, as every other one and as one that there is not."""
    log = played(*GAMES[0])
    opened = [
        (decision, place)
        for decision in log.history
        for place, event in enumerate(decision.events)
        if type(event).__name__ == "RoundOpened"
    ]
    assert len(opened) > 4
    for decision, place in opened:
        for wrong in range(-1, 10):
            assert debrief(forged(log, decision, place, "round", wrong), CASE.setup).moments


@pytest.mark.slow
@settings(max_examples=examples(150))
@given(st.data())
def test_a_session_that_was_tampered_with_breaks_nothing(data: st.DataObject) -> None:
    """Some number in some event is another one: told as far as it fits, and still in words."""
    log = played(*data.draw(st.sampled_from(GAMES)))
    decision = data.draw(st.sampled_from(log.history))
    place = data.draw(st.integers(0, len(decision.events) - 1))
    numbers = values(decision.events[place])
    if not numbers:
        return
    _, name, _ = data.draw(st.sampled_from(numbers))
    bad = forged(log, decision, place, name, data.draw(st.integers(-3, 60)))
    d = debrief(bad, CASE.setup)
    for m in d.moments:
        assert moment_description(DA, CASE, m).text
    for story in d.benefits:
        benefit_reasons(EN, CASE, story)
