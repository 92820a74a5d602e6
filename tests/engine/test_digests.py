"""Fingerprints: every part of a game is in them, and those of older games stay as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from game.engine import (
    Benefit,
    Idea,
    Measure,
    Poker,
    Risk,
    RiskCard,
    Seat,
    State,
    digest,
    evolve,
)
from game.engine import events as ev
from game.engine.digests import LATER_PARTS, TOLD_ONLY
from game.engine.examples import tiny
from game.engine.foresight import Guess
from game.engine.state import Cut
from tests.rows import each_row

STANDING = {"setup", "seats", "truth", "own_risks", "card"}
"""What does not change in a game."""
PARTS = [
    (cls, f.name)
    for cls in LATER_PARTS
    for f in fields(cls)
    if f.compare and f.name not in (*STANDING, *TOLD_ONLY)
]


def game() -> Iterator[State | Idea | Benefit | Risk]:
    """Drafts of a state with an idea, a benefit and a risk, each anew."""
    benefit, risk = Benefit(2, 0).copy(), Risk("r", "citizen", 3, 3).copy()
    claims = (benefit, None, None, None)
    idea = Idea("a", tiny().ideas[0], "A", 0, 2, 3, benefits=claims, risks=(risk,)).copy()
    state = State(tiny(), ideas=(idea,)).copy()
    yield from (state, idea, benefit, risk)


@each_row("cls, name", PARTS)
def test_every_part_that_changes_is_in_the_fingerprint(cls: type, name: str) -> None:
    parts: list[Any] = list(game())
    before = digest(parts[0])
    parts = list(game())
    (changed,) = (part for part in parts if isinstance(part, cls))
    setattr(changed, name, _another(name, getattr(changed, name)))
    assert digest(parts[0]) != before


def _another(name: str, value: Any) -> object:
    """A value that a part cannot have had before."""
    others = {
        "poker": Poker("a", "citizen", (1,)),
        "measure": Measure("x", "", 1, 2, 3),
        "guesses": (Guess(1, "a", "citizen", 2, 3),),
    }
    if name in others:
        return others[name]
    if name in ("ideas", "benefits", "risks"):
        return value[1:]
    return (value, "another")


def test_how_a_game_is_told_changes_no_fingerprint() -> None:
    cut = State(tiny(), cuts=(Cut(1, 2, whole=False),))
    assert digest(cut) == digest(State(tiny()))


def test_a_game_of_the_first_version_says_nothing_of_the_version() -> None:
    first, second = State(tiny()), State(tiny(), edition=2)
    assert digest(first) != digest(second)
    assert digest(first) == "9635f981a3fdad6a"


def test_what_was_drawn_for_an_idea_in_own_words_is_in_the_fingerprint() -> None:
    found = set()
    for effects, likelihood in (((4, 0, 0, 0), 3), ((5, 0, 0, 0), 3), ((4, 0, 0, 0), 4)):
        state = State(tiny(), seats=(Seat("Ane", ()),))
        for event in (
            ev.IdeaWritten(0, "written-1", "A", "Own", "", "citizen", "service"),
            ev.TruthDrawn("written-1", effects, (RiskCard("own", "citizen", 3, likelihood),)),
        ):
            state = evolve(state, event)
        found.add(digest(state))
    assert len(found) == 3
