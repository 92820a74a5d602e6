"""Preflight: whether a game can be played on this machine, found out before the workshop.

Each check is a small function that asks a :class:`Machine` and gives one :class:`Finding`. Nothing
is changed on the machine: what a check writes it removes again.
"""

from game.preflight.checks import CHECKS, Check, look
from game.preflight.findings import LEVELS, SIGNS, Finding, Level, is_playable, verdict, worst
from game.preflight.machine import DoorFault, Machine
from game.preflight.places import Place, Surroundings, place_of, surroundings
from game.preflight.protocol import protocol, told

__all__ = [
    "CHECKS",
    "LEVELS",
    "SIGNS",
    "Check",
    "DoorFault",
    "Finding",
    "Level",
    "Machine",
    "Place",
    "Surroundings",
    "is_playable",
    "look",
    "place_of",
    "protocol",
    "surroundings",
    "told",
    "verdict",
    "worst",
]
