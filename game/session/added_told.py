"""Which file has what was added to a session, where the one that was opened stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import Words, mark
from game.session.line_format import Stays

_WHY: Final[Mapping[Stays, str]] = {
    "older": mark("{file} is of an older format, and stays as it is."),
    "archive": mark("{file} is an archive, and stays as it is."),
    "rewritten": mark("{file} was saved by another program, and stays as it is."),
    "mended": mark("{file} is damaged where nothing is missing, and stays as it is."),
}


def goes_into_new(t: Words, file: str, stays: Stays) -> str:
    """Why a file stays as it is, before anything is added."""
    new = t("What you add goes into a new file beside it.")
    return f"{t(_WHY[stays], file=file)} {new}"


def went_into_new(t: Words, file: str, stays: Stays, new: str) -> str:
    """The same afterwards, and which file is to be used instead."""
    instead = t("From now on use {new}.", new=new)
    return f"{t(_WHY[stays], file=file)} {instead}"
