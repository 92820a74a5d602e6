"""A real game, played for a moment: saved, read back, decided again, and reported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from game.content import Case, parse
from game.engine import Seat, legal
from game.i18n import Lang
from game.preflight.writing import folder_for_a_moment
from game.report import write_report
from game.session import Session, Trouble, verify

_DECISIONS: Final = 4
_SEATS: Final = (Seat("Ærø", ()), Seat("Åse", ()))


def try_a_game(case: Case, folder: Path) -> Trouble | None:
    """Save a tiny game in a folder, read it back and decide its every step again.

    Returns what differs. Raises :class:`game.session.SessionError` and :class:`OSError`.
    """
    with _game(case, folder) as path:
        return verify(path, parse).first_difference


def try_a_report(case: Case, folder: Path, lang: Lang) -> list[str]:
    """Write the report of a tiny game to a folder; returns the names of its files.

    Raises :class:`game.report.ReportError`, :class:`game.session.SessionError` and
    :class:`OSError`.
    """
    with _game(case, folder) as path:
        return [file.name for file in write_report(path, path.parent / "report", lang)]


@contextmanager
def _game(case: Case, folder: Path) -> Iterator[Path]:
    """The file of a game of a few decisions, which is there for a moment."""
    with folder_for_a_moment(folder) as place:
        with Session.create(case, _SEATS, 1, place, fallbacks=()) as session:
            for _ in range(_DECISIONS):
                session.do(legal(session.state)[0])
        yield session.path
