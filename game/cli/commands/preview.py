"""``gevinst preview``: preview a case while writing it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from game.cli.errors import ProblemsError
from game.cli.files import refuse_existing, write_or_force
from game.cli.next_step import command_line
from game.cli.options import RootOptions, about_case, case, command, force
from game.cli.params import FilePath
from game.cli.window import screen_errors_as_messages
from game.i18n import Words
from game.i18n.os_errors import NotWrittenError
from game.paths import is_file, no_file


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Show the cards, roles, economy and table of a case file in a window, with what is "
        "wrong in the file beside them. It is read again whenever the file is saved. With --to "
        "every page is written as a picture instead."
    )
    return command(
        t,
        "preview",
        text + about_case(t),
        case(t, "file"),
        click.Option(
            ["--to", "folder"],
            type=FilePath(t, new=True),
            metavar=t("FOLDER"),
            help=t("Write the pages as pictures into this folder, and open no window."),
        ),
        force(t),
        run=preview,
    )


PICTURE = (1920, 1080)
"""The size of the pictures, in pixels."""


def preview(t: Words, _: RootOptions, file: Path, folder: Path | None, *, force: bool) -> int:
    """Show it until the window is closed, or write all pages to a folder; returns the exit code."""
    if not is_file(file):
        raise no_file(file)
    with tempfile.TemporaryDirectory(prefix="gevinst-") as sessions:
        if folder is not None:
            return _write(t, file, folder, Path(sessions), force=force)
        pictures = command_line("preview", file, "--to", t("FOLDER"))
        with screen_errors_as_messages(t, pictures):
            return _open(t, file, Path(sessions))


def _open(t: Words, file: Path, sessions: Path) -> int:
    from game.gui.app import App
    from game.resources import sessions_folder
    from game.table.flow.application import TABLE
    from game.table.flow.main import Flow
    from game.table.preview.screen import show

    app = App(spec=TABLE, lang=t.lang)
    flow = Flow(app, sessions_folder())
    shown = show(app, file, sessions, edit=lambda: flow.before.edit(file))
    try:
        app.run()
    finally:
        shown.close()
        flow.close()
    return 0


def _write(t: Words, file: Path, folder: Path, sessions: Path, *, force: bool) -> int:
    """Write all pages as PNG files; a page longer than a picture continues in the next one."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.gui.app import App
    from game.table.flow.application import TABLE
    from game.table.preview.screen import as_png, show, views

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWrittenError(folder, error) from None
    app = App(PICTURE, TABLE, lang=t.lang, reduced_motion=True)
    shown = show(app, file, sessions)
    wrong = [p for p in shown.watched.problems if p.severity == "error"]
    if wrong:
        raise ProblemsError(wrong)
    pictures = {folder / f"{name}.png": as_png(surface) for name, surface in views(app, shown)}
    shown.close()
    refuse_existing(t, pictures, force=force)
    for path, picture in pictures.items():
        write_or_force(t, path, picture, force=force)
        click.echo(path.name)
    return 0
