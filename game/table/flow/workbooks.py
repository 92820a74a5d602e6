"""A case that comes as a workbook: it becomes a case file beside this user's own, and is opened."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from game.casebook.checking import Imported, import_book
from game.casebook.telling import told_reading
from game.casebook.unfinished import only_unfinished
from game.content import Problem
from game.content.own_project import save
from game.content.reader import id_from
from game.content.rewriting import rewrite
from game.gui.dialogs.modal import Question
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.i18n.os_errors import NotWrittenError
from game.paths import fitting_stem, is_there, name_of
from game.resources import cases_folder
from game.spreadsheet.opening import SpreadsheetError
from game.table.setup.problems import ProblemsScreen

_MOST_TOLD: Final = 3
"""The most that is said of how a workbook was read, in a line that goes by itself."""


def open_workbook(
    app: ScreenHost, path: Path, open_case: Callable[[Path], object], *, unfinished: bool = False
) -> None:
    """Make a case file of a workbook and open it, or show what is wrong by sheet and cell.

    An ``unfinished`` case is one in which something may still have to be written.
    """
    try:
        found = import_book(app.t, path)
    except SpreadsheetError as error:
        problem = _of_file(app.t, path, error)
        app.push(ProblemsScreen(name_of(path), [problem], writes=unfinished))
        return
    if found.errors and not (unfinished and only_unfinished(found.problems)):
        app.push(ProblemsScreen(name_of(path), found.problems, writes=unfinished))
        return
    earlier = cases_folder() / f"{fitting_stem(id_from(path.stem))}.toml"
    if is_there(earlier):
        _ask(app, found, path, earlier, open_case)
    else:
        _save(app, found, path, None, open_case)


def _of_file(t: Words, path: Path, error: SpreadsheetError) -> Problem:
    told = error.message.translate(t), error.remedy.translate(t)
    return Problem("error", "no_case_workbook", "", name_of(path), 0, 0, *told, lang=t.lang)


def _ask(
    app: ScreenHost,
    found: Imported,
    path: Path,
    earlier: Path,
    open_case: Callable[[Path], object],
) -> None:
    """Whether the workbook is to change the case file of its name, or to become another one."""
    t = app.t
    text, yes = (
        t(
            "Take over what differs in the workbook? What is the same stays, comments too. "
            "Or write a new case beside it."
        ),
        t("Take it over"),
    )
    if _merged(found, earlier) is None:
        text, yes = (
            t(
                "There is an error in it, so nothing can be taken over into it. Replace it "
                "with the case from the workbook, and keep a copy of it? Or write a new case "
                "beside it."
            ),
            t("Write it in its place"),
        )
    app.push(
        Question(
            t("{file} is among your cases already", file=earlier.name),
            text,
            yes,
            lambda: _save(app, found, path, earlier, open_case),
            no=t("Write a new case"),
            on_no=lambda: _save(app, found, path, None, open_case),
        )
    )


def _merged(found: Imported, earlier: Path) -> str | None:
    """The earlier file with the changes; ``None`` where it cannot be read as TOML any more.

    Raises :class:`OSError`.
    """
    with suppress(ValueError):
        return found.merged_into(earlier.read_text("utf-8"))
    return None


def _save(
    app: ScreenHost,
    found: Imported,
    path: Path,
    earlier: Path | None,
    open_case: Callable[[Path], object],
) -> None:
    try:
        saved, kept = _written(found, path, earlier)
    except OSError as error:
        app.tell(NotWrittenError(earlier or cases_folder(), error))
        return
    told = [app.t("The workbook is a case file now: {file}", file=saved)]
    if kept is not None:
        told.append(app.t("What was in the file is kept beside it: {file}", file=kept.name))
    told += islice(told_reading(app.t, found.book), _MOST_TOLD)
    app.toast(" ".join(told))
    open_case(saved)


def _written(found: Imported, path: Path, earlier: Path | None) -> tuple[Path, Path | None]:
    """The file that was written, and the copy of what had to make room. Raises :class:`OSError`."""
    merged = found.text if earlier is None else _merged(found, earlier)
    if earlier is None or merged is not None:
        return save(merged or found.text, path.stem, cases_folder(), earlier), None
    return earlier, rewrite(earlier, earlier.read_bytes(), found.text.encode())
