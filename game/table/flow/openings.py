"""What the window begins with: the start screen, a case, a game, or a file of either kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from game.frozen import frozen

if TYPE_CHECKING:
    from game.content import Case
    from game.engine import Seat


@frozen
class AtStart:
    """The start screen."""


@frozen
class AtCase:
    """The seats of a case; when they are given, its announcement."""

    case: Case
    seats: tuple[Seat, ...] = ()


@frozen
class AtGame:
    """A game that goes on; :class:`SessionError` is raised where it cannot."""

    session: Path


@frozen
class AtFile:
    """A case or a session; what is wrong with it is shown in the window."""

    file: Path


@frozen
class AtEditor:
    """Where a case is written: one that there is, or one that is chosen there."""

    file: Path | None = None


@frozen
class AtReplay:
    """A replay, from a step on; :class:`SessionError` is raised where it cannot be read."""

    session: Path
    step: int | None = None
    nameless: bool = False


Opening: TypeAlias = AtStart | AtCase | AtGame | AtFile | AtEditor | AtReplay
