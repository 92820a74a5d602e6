"""Of a game that is ended before its time nothing is said that was not played."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.debrief import debrief
from game.engine import actions as act
from game.engine.results import result
from game.wording.outcome import told, verdict_title
from tests.truth.cut_short import CutShort, cut_short
from tests.truth.judging import judged
from tests.wording.cases import EN

FIRST = list(cut_short("foerste-spil", "method", 3, idle=2))
LONG = list(cut_short("koebenhavn-pas", "method", 5, idle=3))
SOME = [*FIRST, *LONG[::4]]
BLAMES = ("PhaseWithout", "Stalled", "RalliedInstead", "TurnWithoutMove")
"""What is said of whoever did nothing while there was time."""


def test_they_are_ended_at_every_place() -> None:
    places = {(game.at[:2], game.by) for game in (*FIRST, *LONG)}
    rounds = {at[0] for game in LONG for at in [game.at]}
    assert rounds == set(range(1, 8))
    for step in ("turn", "check", "opening", "answer", "choice", "adjust"):
        assert any(at[1] == step and by is act.EndGame for at, by in places), step
    assert any(by is act.EndPhase for _, by in places)


@pytest.mark.parametrize("game", SOME, ids=str)
def test_what_is_said_of_it_is_so(game: CutShort) -> None:
    found = judged(game)
    assert found.said
    assert found.false == []


@pytest.mark.slow
def test_what_is_said_of_all_of_them_is_so() -> None:
    assert [line for game in LONG for line in judged.__wrapped__(game).false] == []


def _named(game: CutShort) -> Iterator[int]:
    """The rounds that the debrief and the replay name, all but the follow-up."""
    raw = judged(game).raw
    d, last = debrief(raw.log, raw.setup), sum(raw.setup.rules.rounds)
    named = [story.round for story in d.rounds]
    named += [n for m in d.moments for n in (m.round, *getattr(m.about, "rounds", ()))]
    named += [answered.round for answered in d.measures.result.foresight]
    named += [n for seat in d.seats for n in seat.rounds_without_move]
    named += d.curves.rounds
    yield from (n for n in named if n <= last)


@pytest.mark.parametrize("game", SOME, ids=str)
def test_no_round_is_named_that_was_not_played(game: CutShort) -> None:
    assert {*_named(game)} <= {*judged(game).raw.rounds_opened}


@pytest.mark.parametrize("game", SOME, ids=str)
def test_nobody_is_blamed_for_turns_that_were_taken_away(game: CutShort) -> None:
    raw = judged(game).raw
    played, step, _ = game.at
    if step not in ("turn", "choice", "adjust"):
        return
    d = debrief(raw.log, raw.setup)
    blamed = [m for m in d.moments if m.kind in BLAMES and played in m.about.rounds]
    assert blamed == []
    assert all(played not in seat.rounds_without_move for seat in d.seats)


@pytest.mark.parametrize("game", SOME, ids=str)
def test_it_is_told_where_it_was_ended(game: CutShort) -> None:
    raw = judged(game).raw
    found, rounds = result(raw.end), sum(raw.setup.rules.rounds)
    cut = next(e.after.cuts[-1] for e in raw.entries if e.after.cuts)
    if found.verdict == "stopped" or cut.to < rounds:
        assert found.early is None
        return
    assert found.early is not None
    assert (found.early.round, found.early.rounds) == (game.at[0], rounds)
    said = f"{verdict_title(EN, found, own_project=False)} {told(EN, found)}"
    assert "before its time" in said
    assert "Less than half" not in said
