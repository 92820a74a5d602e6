"""What the choices of a case file are called on the screen: *citizen* is Citizen, or Borger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
