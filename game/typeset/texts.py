"""Texts as a template takes them: emoji become pictures, since no font of ours holds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.pictures import key_of, known, runs, svg


class Picture(str):
    """The emoji of a card's picture; one that the set does not have is no picture."""

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
    found = [] if text.isascii() else list(runs(text))
    if not any(run.picture for run in found):
        return text
    for run in found:
        if run.picture:
            pictures[run.picture] = svg(run.picture)
    return {"runs": [{"picture": run.picture} if run.picture else run.text for run in found]}
