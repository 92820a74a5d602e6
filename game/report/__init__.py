"""Reports: a page, the registers and the benefit map, made from one saved session.

Everything that takes long to load (Jinja2, XlsxWriter, pygame, Typst) is loaded by
:func:`write_report`, so that to import this costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.i18n import Lang, words
from game.report.errors import NoPdfError, ReportError

if TYPE_CHECKING:
    from game.anonymity import Anonymised, NameChoices

__all__ = [
    "NoPdfError",
    "ReportError",
    "is_up_to_date",
    "last_was_anonymous",
    "names_in",
    "report_folder",
    "write_report",
]


def write_report(
    session: Path,
    folder: Path,
    lang: Lang,
    anonymous: bool = False,
    *,
    choices: NameChoices | None = None,
    moods: bool = False,
) -> list[Path]:
    """Write the report of a saved session to a folder. Returns the files, the page first.

    For an unfinished or damaged session the report covers what there is. The same session gives the
    same bytes. If ``anonymous``, names are taken out of everything, except for what the ``choices``
    keep. With ``moods`` it tells how each role felt. Raises :class:`game.session.ReadError` for
    what is no session, and :class:`ReportError` when nothing could be written, or one of another
    game or of the other kind, with names or without, lies in the folder; that is then as it was.
    :class:`NoPdfError` when all was written but the PDF, though what makes it is installed.
    """
    from game.anonymity import AS_FOUND
    from game.report.files import files_of
    from game.report.writing import refuse_another, refuse_shut, write_all
    from game.session import read, session_of

    choices = choices or AS_FOUND
    refuse_shut(folder)
    refuse_another(folder, session_of(session) or read(session).fingerprint, anonymous)
    made = files_of(session, words(lang), anonymous=anonymous, choices=choices, moods=moods)
    written = write_all(folder, made.files)
    if made.no_pdf is not None:
        raise NoPdfError(written, made.no_pdf)
    return written


def names_in(
    session: Path, lang: Lang, choices: NameChoices | None = None, *, moods: bool = False
) -> Anonymised:
    """What an anonymous report would take out of a session: to be looked at before it is written.

    Raises as :func:`write_report`.
    """
    from game.anonymity import AS_FOUND
    from game.report.source import find_names

    return find_names(session, words(lang), choices or AS_FOUND, moods=moods)


def report_folder(session: Path, name: str = "") -> Path:
    """Where the table writes a session's report: among the user's documents, under its name.

    An anonymous report has a ``name`` in which nobody is named. If the report there was edited, is
    one of the other kind or of another game, the next free number is appended.
    """
    from game.report.writing import is_free
    from game.resources import documents_folder
    from game.session import session_of

    stem, game = name or session.stem, session_of(session)
    documents = documents_folder()
    names = (stem, *(f"{stem} ({n})" for n in range(2, 1000)))
    folders = (documents / name for name in names)
    return next((f for f in folders if is_free(f, game, anonymous=bool(name))), documents / stem)


def is_up_to_date(session: Path) -> bool:
    """Whether the table has written a report of the session since that was changed."""
    return any(_reports_of(session, session.stat().st_mtime))


def last_was_anonymous(session: Path) -> bool:
    """Whether of the reports of the session that the table wrote the newest names nobody."""
    return max(_reports_of(session), default=(0.0, "named"))[1] == "anonymous"


def _reports_of(session: Path, since: float = 0.0) -> Iterator[tuple[float, str]]:
    """When each report of a session was written, and of which kind it is.

    One without names may lie in a folder of any name.
    """
    from game.report.file_names import names_of
    from game.report.writing import PAGE, kind_of
    from game.resources import documents_folder
    from game.session import session_of

    game = session_of(session)
    for page in (page for name in names_of(PAGE) for page in documents_folder().glob(f"*/{name}")):
        written = page.stat().st_mtime
        if written >= since and (kind := kind_of(page.parent, game)):
            yield written, kind
