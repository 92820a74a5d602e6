"""Texts as a template takes them: in letters that our fonts hold, and with emoji as pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from game.letters import seen
from game.pictures import key_of, known, runs, svg
from game.resources import ASSETS

FONTS: Final = ASSETS / "fonts"
_PARTING: Final = "\N{SOFT HYPHEN}"


class Picture(str):
    """The emoji of a card's picture; one that the set does not have is no picture."""

    __slots__ = ()


class Verbatim(str):
    """What is not set as a text: a drawing, or how it is described to those who listen."""

    __slots__ = ()


def as_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Data in which a text with emoji is ``{"runs": [...]}``: its letters, and its pictures by key.

    The whole gets the drawings of all these pictures under ``pictures``.
    """
    pictures: dict[str, str] = {}
    found = {key: _converted(value, pictures) for key, value in data.items()}
    return {**found, "pictures": pictures}


def _converted(value: Any, pictures: dict[str, str]) -> Any:
    if isinstance(value, Picture):
        return _picture(value, pictures)
    if isinstance(value, Verbatim):
        return printable(value)
    if isinstance(value, str):
        return _text(value, pictures)
    if isinstance(value, Mapping):
        return {key: _converted(inner, pictures) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_converted(inner, pictures) for inner in value]
    return value


def _picture(emoji: Picture, pictures: dict[str, str]) -> Any:
    key = key_of(emoji)
    if not known(key):
        return ""
    pictures[key] = svg(key)
    return {"runs": [{"picture": key}]}


def _text(text: str, pictures: dict[str, str]) -> Any:
    if text.isascii():
        return text
    parts = tuple(runs(text))
    drawn = {run.picture: svg(run.picture) for run in parts if run.picture}
    if not drawn:
        return printable(text)
    pictures |= drawn
    return {"runs": [{"picture": p.picture} if p.picture else printable(p.text) for p in parts]}


def printable(text: str) -> str:
    """A text as the fields draw it too, with the places in which our page lets words be parted."""
    return _PARTING.join(map(seen, text.split(_PARTING)))
