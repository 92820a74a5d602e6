"""The check of phones: what they need is installed, there is a network, and a door opens to it."""

from __future__ import annotations

from typing import Final

from game.i18n import mark
from game.i18n.message import Message
from game.preflight.findings import Finding
from game.preflight.machine import DoorFault, Machine

_WITHOUT: Final = mark(
    "Join the network that the phones will be in, or open this computer's own hotspot. You "
    "can play without phones, too."
)
_CLOSED: Final[dict[DoorFault, tuple[str, str]]] = {
    "gone": (mark("This computer is not at {ip} any more."), _WITHOUT),
    "used": (
        mark("No program may listen at {ip}: every port that was tried is used, or forbidden."),
        mark("Ask the IT department to allow this program to listen. You can play without phones."),
    ),
    "silent": (
        mark("The phones' page was opened at {ip}, and there was no answer from it."),
        mark(
            "Ask the IT department whether something blocks the way, such as a firewall. "
            "You can play without phones."
        ),
    ),
}
"""What keeps phones out, and what to do."""


def check_phones(machine: Machine) -> Finding:
    """Phones can be let in: their page is opened for a moment at the likeliest address."""
    if lacking := machine.lacking():
        text = mark("What phones need is not installed: {parts}.")
        remedy = mark(
            'Install it: pip install "gevinstbordet[phones]". You can play without phones.'
        )
        return Finding(Message(text, {"parts": ", ".join(lacking)}), "note", Message(remedy))
    networks = machine.networks()
    if not networks:
        text = mark("This computer is not on a network, so no phone can reach it.")
        return Finding(Message(text), "note", Message(_WITHOUT))
    if fault := machine.door(networks[0]):
        text, remedy = _CLOSED[fault]
        return Finding(Message(text, {"ip": networks[0]}), "note", Message(remedy))
    text = mark("The phones' page was opened at {ip}, and closed again. Networks: {all}.")
    return Finding(Message(text, {"ip": networks[0], "all": ", ".join(networks)}))
