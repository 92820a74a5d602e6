"""``gevinst edit``: write a case in forms."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.errors import ProblemsError
from game.cli.next_step import command_line
from game.cli.options import RootOptions, about_case, case, command, display, fullscreen
from game.cli.window import open_window
from game.content import check_bytes
from game.content.findings import Finding
from game.content.reader import decoded, read_bytes
from game.i18n import Words
from game.table.flow.openings import AtEditor


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Open a case in the editor: forms beside the cards as they will lie on the table. It "
        "is saved in the same file as you write, with its comments. If the case comes with "
        "the game, a copy is made. Without CASE you can begin a new one, or go on with one "
        "of your own."
    )
    return command(
        t,
        "edit",
        text + about_case(t),
        case(t, "file", required=False),
        fullscreen(t),
        display(t),
        run=edit,
    )


def edit(t: Words, root: RootOptions, file: Path | None, *, fullscreen: bool) -> int:
    """Open the editor, with a case if one is named; returns the exit code."""
    if file is not None:
        _refuse_other_kinds(t, file)
    return open_window(
        t,
        root.folder,
        AtEditor(file),
        windowless=command_line("check", file) if file else command_line("new", t("NAME")),
        fullscreen=fullscreen or root.fullscreen,
    )


def _refuse_other_kinds(t: Words, file: Path) -> None:
    """Refuse what has no text to edit, said as every command says it. An empty file is filled."""
    raw = read_bytes(file)
    text = raw if isinstance(raw, Finding) else decoded(raw)
    if isinstance(text, Finding) and text.code != "empty_file":
        _, problems = check_bytes(raw, str(file), lang=t.lang)
        raise ProblemsError(problems)
