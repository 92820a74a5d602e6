"""How long a debrief or a follow-up takes: the talk about each page, summed over the pages.

The seconds are assumptions, one for each kind of page, the same for every group. What is told of a
debrief's minutes, on its screens, before the game and in the guides, is reckoned here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

PageKind = Literal[
    "check_in",
    "timeline",
    "choosing",
    "moment",
    "course",
    "foresight",
    "harvest",
    "unclaimed",
    "others",
    "roles",
    "measured",
    "question",
    "what_if",
    "register",
    "checks",
    "owners",
    "next_steps",
]

SECONDS: Final[Mapping[PageKind, int]] = {
    "check_in": 25,
    "timeline": 60,
    "choosing": 60,
    "moment": 180,
    "course": 60,
    "foresight": 60,
    "harvest": 90,
    "unclaimed": 30,
    "others": 60,
    "roles": 60,
    "measured": 60,
    "question": 120,
    "what_if": 60,
    "register": 15 * 60,
    "checks": 60,
    "owners": 60,
    "next_steps": 240,
}
"""The talk about a page in seconds; of ``check_in`` for each seat, of ``question`` for each."""

MeetingKind = Literal["told", "agreed", "compared", "asked"]
"""A page of a follow-up meeting."""
MEETING_SECONDS: Final[Mapping[MeetingKind, int]] = {
    "told": 60,
    "agreed": 60,
    "compared": 120,
    "asked": 120,
}
"""The talk in seconds: of ``told`` for each thing that is followed up, of ``agreed`` for each step,
of ``compared`` for a page, of ``asked`` for each question."""

Kind = PageKind | MeetingKind
_EVERY: Final[Mapping[Kind, int]] = dict((*SECONDS.items(), *MEETING_SECONDS.items()))

Talk = tuple[Kind, int]
"""A page, by its kind, and how many seats or questions are on it; 1 for other pages."""
TALKED_OF: Final = 3
"""The key moments that are talked about, each on a page of its own."""
_SEATS = 5
_STEP = 5


def minutes(pages: Iterable[Talk]) -> int:
    """The whole minutes that these pages take together; a phase takes one at least."""
    return max(1, -(-sum(_EVERY[kind] * count for kind, count in pages) // 60))


def usual_pages(questions: int, *, own_project: bool = False) -> list[Talk]:
    """The pages of a debrief as it usually is, for five seats: before anybody has played.

    The verdict asks a question besides those of the case.
    """
    pages: list[Talk] = [("check_in", _SEATS), ("timeline", 1), ("choosing", 1)]
    pages += [("moment", 1)] * TALKED_OF
    pages += [("course", 1), ("foresight", 1), ("harvest", 1)]
    pages += [("unclaimed", 1), ("roles", 1), ("measured", 1), ("question", questions + 1)]
    pages.append(("what_if", 1))
    if own_project:
        pages.append(("register", 1))
    return [*pages, ("checks", 1), ("owners", 1), ("next_steps", 1)]


def usual_minutes(questions: int, *, own_project: bool = False) -> int:
    """How long a debrief usually takes, to the nearest five minutes."""
    return nearest(minutes(usual_pages(questions, own_project=own_project)))


def nearest(minutes: int) -> int:
    """Minutes as a group is told them, before a game and after it: to the nearest five."""
    return max(_STEP, _STEP * round(minutes / _STEP))
