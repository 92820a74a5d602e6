"""Opening a debrief, or two games side by side, over whatever is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from game.content.case import Case
from game.debrief import debrief
from game.i18n import Words
from game.i18n.when import date
from game.session import Viewing
from game.session.afterwards import Additions
from game.table.debrief.compare import CompareScreen, Side
from game.table.debrief.screen import DebriefScreen
from game.table.debrief.talk import DebriefFlow

if TYPE_CHECKING:
    from game.table.app import App


def open_debrief(
    app: App,
    case: Case,
    additions: Additions,
    *,
    go_to: Callable[[int], object] | None = None,
    branch: Callable[[int], object] | None = None,
) -> None:
    """Lead a debrief; ``go_to`` and ``branch`` as in :class:`DebriefFlow`."""

    def leave() -> None:
        app.pop(screen)

    screen = DebriefScreen(case, additions, DebriefFlow(leave, go_to, branch))
    app.push(screen)


def side_by_side(app: App, one: Viewing[Case], other: Viewing[Case]) -> None:
    """Lay two games side by side; a game stands to the left of what branched off it."""

    def leave() -> None:
        app.pop(screen)

    if _branched(one, other):
        one, other = other, one
    left, right = side_names(app.t, one, other)
    a, b = (debrief(viewing.log, viewing.case.setup) for viewing in (one, other))
    screen = CompareScreen(one.case, Side(left, a), Side(right, b), leave)
    app.push(screen)


def side_names(t: Words, one: Viewing[Case], other: Viewing[Case]) -> tuple[str, str]:
    """What two games are called beside each other: by what they are, else by their day or file."""
    if _branched(other, one):
        return t("As it went"), t("What if")
    days = [date(t, datetime.fromisoformat(v.header.created).astimezone()) for v in (one, other)]
    if days[0] != days[1]:
        return days[0], days[1]
    return one.log.path.stem, other.log.path.stem


def _branched(one: Viewing[Case], other: Viewing[Case]) -> bool:
    """Whether the first branched off the other."""
    origin = one.log.origin
    return origin is not None and origin.header == other.log.fingerprint != ""
