"""What the choices of a case file are called on the screen: *citizen* is Citizen, or Borger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from game.i18n import mark
from game.i18n.message import Message

SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "citizen": ("Citizen",),
    "process": ("Process", "Work process"),
    "economy": ("Economy",),
    "employee": ("Staff",),
    "product": ("Product",),
    "service": ("Service",),
    "communication": ("Communication",),
    "gentle": ("Room to learn",),
    "demanding": ("High ambitions",),
    "normal": ("As in everyday life", "Some experience"),
    "first": ("A good first case",),
    "hard": ("For the experienced",),
    "citizen_voice": ("Listen to the citizens",),
    "controller": ("Do the sums",),
    "union_voice": ("Listen to the colleagues",),
    "front_line": ("Close to everyday work",),
    "line_manager": ("Anchored in the operation",),
    "project_manager": ("Make time",),
    "sponsor": ("Find the means",),
    "supplier": ("Do it more simply",),
    "analyst": ("Leave no stone unturned",),
    "track_at_least": ("a track reaches",),
    "anchored_at_least": ("anchored benefits, at least",),
    "proven_at_least": ("proven ideas, at least",),
    "scaled_at_least": ("proven ideas implemented early, at least",),
    "kinds_realised_at_least": ("kinds of realised ideas, at least",),
    "everyone_owns_at_least": ("everybody owns, at least",),
    "realism_at_least": ("realism, at least",),
    "no_track_ever_below": ("no track ever below",),
    "tension": ("the balancing act",),
    "posts": ("items that are named",),
    "demand": ("growing demand",),
    "combination": ("ideas that carry each other",),
    "invest": ("money up front",),
    "patience": ("patience that is asked for",),
    "everybody": ("something from everybody",),
    "dropouts": ("those who drop out",),
    "meetings": ("short meetings",),
}
"""The messages by which the game names a choice, in English as the catalogue has them."""

_SECOND: Final = frozenset(("product", "hard"))
"""Choices of which the second names are meant where one stands at several: of kinds of ideas, and
of how much experience a case wants."""
_ALL: Final[Mapping[str, str]] = {
    "citizen": mark("the tracks"),
    "product": mark("the kinds of idea"),
    "citizen_voice": mark("the abilities"),
    "track_at_least": mark("the kinds of aim"),
    "tension": mark("the modules"),
    "gentle": mark("the levels"),
}
"""What a set of choices is, by one of them."""


def choices_by_name(choices: Sequence[str]) -> Message:
    """The choices as a file has them, each with what the game calls it: ``economy (Economy)``."""
    n = -1 if _SECOND.intersection(choices) else 0
    shown = {choice: Message(SHOWN[choice][n]) for choice in choices if choice in SHOWN}
    told = (f"{choice} ({{{choice}}})" if choice in shown else choice for choice in choices)
    return Message(", ".join(told), shown)


def what_they_are(choices: Sequence[str]) -> Message:
    """What is chosen from: *the abilities*."""
    found = (Message(text) for choice, text in _ALL.items() if choice in choices)
    return next(found, Message(mark("the choices here")))
