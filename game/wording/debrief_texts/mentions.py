"""Texts of what had spoken of an effect before it came, or that nothing had."""

from __future__ import annotations

from collections.abc import Mapping

from game.debrief.mentions import Way
from game.i18n import Words, mark

_HARM: Mapping[Way | None, str] = {
    "opened": mark("It could be seen on the table from round {n} on."),
    "seen": mark("It had been seen in round {n}, in what was undone."),
    "downside": mark("A downside was named in round {n} and undone."),
    "arrow": mark("An arrow on the card had shown it since round {n}."),
    "risk": mark("A risk on that track was named in round {n}."),
    "found": mark("A risk on that track came to light in round {n}."),
    "estimate": mark("A number below zero was given in round {n}."),
    None: mark("No arrow, no trial, no risk and no number on the table had shown it."),
}
_GAIN: Mapping[Way | None, str] = {
    "opened": mark("It could be seen on the table from round {n} on."),
    "seen": mark("It had been seen in round {n}, in what was undone."),
    "arrow": mark("An arrow on the card had shown it since round {n}."),
    "estimate": mark("A number above zero was given in round {n}."),
    None: mark("No arrow, no trial and no number on the table had shown it."),
}
"""What had spoken of it; where only something was written, nothing can be said."""


def harm_mentioned(t: Words, way: Way | None, round_: int | None) -> str:
    """What had spoken of a harm most plainly, and since when; empty where it cannot be told."""
    return _mentioned(t, _HARM, way, round_)


def gain_mentioned(t: Words, way: Way | None, round_: int | None) -> str:
    """The same of a gain."""
    return _mentioned(t, _GAIN, way, round_)


def _mentioned(
    t: Words, texts: Mapping[Way | None, str], way: Way | None, round_: int | None
) -> str:
    text = texts.get(way)
    return t(text, n=round_) if text is not None else ""
