"""What is said of a game in which the end of a track held it, so that less was lost or won."""

from __future__ import annotations

from typing import Any

import pytest

from game.debrief import moments as mo
from game.engine.limits import TRACK_HIGH, TRACK_LOW
from tests.debrief.recorded import Recorded
from tests.engine.table import case, idea, risk
from tests.truth.judging import Judged, judged_log

LOWER = "{points}, as the track goes no lower than {end}"
HIGHER = "{points}, as the track goes no higher than {end}"


def checked_from(at: int, **card: Any) -> Judged:
    """An idea is checked while its track lies somewhere; what is said of the game."""
    deck = [risk("r", severity=3, likelihood=5)]
    played = Recorded(case(idea("a", **card), risks=deck), dice=(1, 6))
    played.place("a", 3).implementing().set("citizen", at).implement().check()
    return judged_log(at, played.case, played.record)


def test_a_track_that_could_not_lose_was_not_harmed() -> None:
    effects = {"citizen": 3, "economy": -2}
    for above in (0, 1, 9):
        played = Recorded(case(idea("a", effects=effects, maturity=6)))
        played.place("a", 3).implementing().set("economy", TRACK_LOW + above).implement().check()
        assert judged_log(above, played.case, played.record).false == []
        assert [m.about.loss for m in played.found(mo.TrackHarmed)] == [min(4, above)] * (above > 0)


def points_in(told: Judged, message: str) -> list[int]:
    """The points that are told with a message: ``Citizen −3``."""
    said = (s.params["points"].replace("−", "-") for s in told.said if s.message == message)
    return [int(points.split("\N{NO-BREAK SPACE}")[-1]) for points in said]


@pytest.mark.parametrize("above", range(9))
def test_what_is_said_at_the_lowest_is_what_the_track_lost(above: int) -> None:
    """A risk takes 3, the stumble 1, and the harm 2 and 2 more, as far as there is something."""
    effects = {"citizen": -2}
    told = checked_from(TRACK_LOW + above, effects=effects, maturity=1, risks=("r",))
    assert told.false == []
    left, held = above, []
    for takes in (3, 1, 4):
        lost = min(takes, left)
        left -= lost
        held += [-lost] * (lost < takes)
    assert points_in(told, LOWER) == held


@pytest.mark.parametrize("below", range(4))
def test_what_is_said_at_the_highest_is_what_the_track_won(below: int) -> None:
    told = checked_from(TRACK_HIGH - below, effects={"citizen": 3}, maturity=6)
    assert told.false == []
    assert points_in(told, HIGHER) == [below] * (below < 3)


@pytest.mark.parametrize("above", range(4))
def test_what_a_risk_took_off_a_track_at_its_lowest_is_told_as_that(above: int) -> None:
    """It takes 3, and says what held it where there was less."""
    told = checked_from(TRACK_LOW + above, effects={"citizen": 3}, maturity=6, risks=("r",))
    assert told.false == []
    held = "the track was struck by {risk}: {by}, as it goes no lower than {end}"
    by = [s.params["by"] for s in told.said if s.message == held]
    assert set(by) == ({f"−{above}" if above else "0"} if above < 3 else set())
