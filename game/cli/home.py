"""Holds the one folder for all files of a user against what it can be."""

from __future__ import annotations

from typing import Final

from game.i18n import mark
from game.i18n.message import MessageError
from game.resources import HOME, HomeError, home

_SET: Final = mark("Take it away, or set it to a folder.")
_WHY: Final = {
    "empty": (mark("{name} names no folder."), _SET),
    "relative": (
        mark("{name} is “{path}”, which is another folder wherever the program is started."),
        mark("Write the whole path."),
    ),
    "nobody": (
        mark("{name} is “{path}”, and there is no such user here."),
        mark("Write the whole path."),
    ),
    "file": (mark("{name} is “{path}”, which is a file, not a folder."), _SET),
}


def check_home() -> None:
    """One message if nothing can be kept in the folder that the environment names."""
    try:
        home()
    except HomeError as error:
        raise MessageError(*_WHY[error.code], name=HOME, path=error.text[:200]) from None
