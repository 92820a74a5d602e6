"""The texts of a case tell more than the arrows: who reads them with care guesses better.

What a reader expects stands in ``readings.toml``, card by card, beside the words that give it away.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from statistics import fmean

from game.content import load
from game.engine import TRACKS, IdeaCard, Track
from game.resources import SCENARIOS
from tests.rows import each_row

READINGS: dict[str, dict[str, dict[Track, str]]] = tomllib.loads(
    (Path(__file__).parent / "readings.toml").read_text(encoding="utf-8")
)
LOOK_UP = {2: 4.0, 1: 2.0, 0: 0.0, -1: -2.0}
"""What a group that knows many cases expects of arrows."""

READ = {"more": 1.0, "less": -1.0, "good": 1.5, "harm": -1.5}
"""What a text adds to that."""

LEAST_READ = 0.25
"""The part of the miss that careful reading saves."""


@each_row("id", READINGS)
def test_careful_reading_beats_the_look_up(id: str) -> None:
    ideas = load(SCENARIOS / f"{id}.toml").setup.ideas
    looked_up = fmean(_miss(card, {}) for card in ideas)
    read = fmean(_miss(card, READINGS[id].get(card.id, {})) for card in ideas)
    assert read <= looked_up * (1 - LEAST_READ), f"{read:.2f} against {looked_up:.2f}"


def test_every_case_with_cards_has_been_read() -> None:
    cases = {path.stem: load(path).setup for path in SCENARIOS.glob("*.toml")}
    assert set(READINGS) == {id for id, setup in cases.items() if setup.ideas}
    for id, readings in READINGS.items():
        assert readings.keys() <= {card.id for card in cases[id].ideas}, id


def test_good_and_harm_are_read_where_no_arrow_is() -> None:
    for id, readings in READINGS.items():
        by_id = load(SCENARIOS / f"{id}.toml").setup.by_id.ideas
        for card, reading in readings.items():
            for track, word in reading.items():
                arrow = by_id[card].promise.get(track, 0)
                assert (word in ("good", "harm")) == (arrow == 0), f"{id}: {card}, {track}"


def _miss(card: IdeaCard, reading: Mapping[Track, str]) -> float:
    """How far the guesses about a card are off on average, over all that may be drawn."""
    return fmean(
        fmean(abs(truth - _guess(card, track, reading)) for truth in _drawn(card, track))
        for track in TRACKS
    )


def _guess(card: IdeaCard, track: Track, reading: Mapping[Track, str]) -> float:
    return LOOK_UP[card.promise.get(track, 0)] + READ.get(reading.get(track, ""), 0.0)


def _drawn(card: IdeaCard, track: Track) -> range:
    low, high = card.effects.get(track, (0, 0))
    return range(low, high + 1)
