"""Holds the one folder for all files of a user against what it can be."""

from __future__ import annotations

from typing import Final

from game.cli.errors import InputError
from game.i18n import Words, mark
from game.resources import HOME, HomeError, home

_WHY: Final = {
    "empty": mark("{name} names no folder. Take it away, or set it to a folder."),
    "relative": mark(
        "{name} is “{path}”, which is another folder wherever the program is started. Write the "
        "whole path."
    ),
    "nobody": mark("{name} is “{path}”, and there is no such user here."),
    "file": mark("{name} is “{path}”, which is a file, not a folder."),
}


def check_home(t: Words) -> None:
    """One message if nothing can be kept in the folder that the environment names."""
    try:
        home()
    except HomeError as error:
        raise InputError(t(_WHY[error.code], name=HOME, path=error.text[:200])) from None
