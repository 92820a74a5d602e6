"""What the columns of who gave what are called, wherever they stand; the moves add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from game.debrief.participation import Column, SeatStory, by_column
from game.i18n import mark

NAMES: Final[Mapping[Column, str]] = {
    "ideas": mark("Ideas"),
    "benefits": mark("Benefits"),
    "downsides": mark("Downsides"),
    "risks": mark("Risks"),
    "revisions": mark("Revised"),
    "anchors": mark("Anchored"),
    "trials": mark("Tried"),
    "mitigations": mark("Mitigated"),
    "amends": mark("Made up for"),
    "implemented": mark("Implemented"),
    "followed_up": mark("Followed up"),
    "abilities": mark("Abilities"),
    "other": mark("Other moves"),
    "owned": mark("Owns"),
}
MEANT: Final[Mapping[Column, str]] = {
    "revisions": mark("Revised: how often it changed an estimate, or withdrew it"),
    "anchors": mark("Anchored: how often it gave a benefit its owner, whoever that was"),
    "owned": mark("Owns: how many benefits were its own when the game was over"),
    "abilities": mark("Abilities: how often its role did what only that role can do"),
    "other": mark("Other moves: an idea shelved, capacity or patience gathered"),
}
"""What a column counts where its head does not say so."""

_SELDOM: Final = frozenset({"revisions", "followed_up", "other"})


def counted(seat: SeatStory) -> dict[Column, int]:
    """What somebody gave, by column."""
    return {**by_column(seat.counts), "owned": seat.owned}


def columns(seats: Iterable[SeatStory]) -> tuple[Column, ...]:
    """The columns: what is done in few games has one where somebody did it."""
    done = {kind for seat in seats for kind, n in counted(seat).items() if n}
    return tuple(kind for kind in NAMES if kind not in _SELDOM or kind in done)
