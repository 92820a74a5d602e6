"""Reports: a page, the registers and the benefit map, made from one saved session.

Everything that takes long to load (matplotlib, Jinja2, XlsxWriter) is loaded by
:func:`write_report`, so that to import this costs nothing.
"""

from __future__ import annotations

from pathlib import Path

from game.i18n import Lang, words
from game.report.errors import ReportError

__all__ = ["ReportError", "report_folder", "write_report"]


def write_report(session: Path, folder: Path, lang: Lang, anonymous: bool = False) -> list[Path]:
    """Write the report of a saved session to a folder. Returns the files, the page first.

    For an unfinished or damaged session the report covers what there is. The same session gives the
    same bytes. Raises :class:`game.session.ReadError` for what is no session, and
    :class:`ReportError` when nothing could be written; the folder is then as it was.
    """
    from game.report.files import files_of
    from game.report.writing import write_all

    return write_all(folder, files_of(session, words(lang), anonymous=anonymous))


def report_folder(session: Path) -> Path:
    """Where the table writes a session's report: among the user's documents, under its name.

    If the report there was edited, the next free number is appended.
    """
    import platformdirs

    from game.report.writing import is_free

    documents = Path(platformdirs.user_documents_dir()) / "Gevinstbordet"
    names = (session.stem, *(f"{session.stem} ({n})" for n in range(2, 1000)))
    return next(
        (folder for name in names if is_free(folder := documents / name)), documents / session.stem
    )
