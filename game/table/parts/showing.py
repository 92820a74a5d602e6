"""Shows files in other programs of this machine, and says on the screen that they open there."""

from __future__ import annotations

from pathlib import Path

from game.gui.screen import ScreenHost


def show_file(app: ScreenHost, path: Path, said: str = "") -> None:
    """Open a file or a folder in the program that the machine has for it.

    Whether that program really comes up nobody can tell: ``said`` is shown meanwhile. Where there
    is none, the screen says where the file lies.
    """
    import click

    if click.launch(str(path)):
        said = app.t("Nothing here can show it. It is in {file}", file=path)
    if said:
        app.toast(said)


def show_in_folder(app: ScreenHost, path: Path) -> None:
    """Open the folder of a file, and say where that is."""
    import click

    t = app.t
    said = t("The folder opens in another window: {folder}", folder=path.absolute().parent)
    if click.launch(str(path), locate=True):
        said = t("Nothing here can show it. It is in {file}", file=path)
    app.toast(said)
