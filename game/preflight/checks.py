"""The checks, in the order in which they are told. A new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from game.frozen import frozen
from game.i18n import mark
from game.i18n.message import Message, MessageError
from game.i18n.os_errors import reason
from game.preflight.findings import Finding, Level
from game.preflight.machine import Machine
from game.preflight.machine_checks import check_clock, check_fonts, check_screens, check_sound
from game.preflight.phone_checks import check_phones
from game.preflight.saving_checks import (
    check_copies,
    check_folder,
    check_game,
    check_place,
    check_report,
    check_space,
)


@frozen
class Check:
    """A check: what it is about, as a marked message, and what it does.

    ``failed`` is how much it matters when it cannot be carried out.
    """

    about: str
    run: Callable[[Machine], Finding]
    failed: Level = "bad"


CHECKS: Final = (
    Check(mark("Saving games"), check_folder),
    Check(mark("Keeping games"), check_place),
    Check(mark("Second copy"), check_copies, "note"),
    Check(mark("Room on the disk"), check_space, "note"),
    Check(mark("Clock"), check_clock, "note"),
    Check(mark("Letters"), check_fonts),
    Check(mark("Screens"), check_screens),
    Check(mark("Sound"), check_sound, "note"),
    Check(mark("Phones"), check_phones, "note"),
    Check(mark("A game, tried"), check_game),
    Check(mark("A report, tried"), check_report, "note"),
)
_SHOW = mark("Save this list as a file, and show it to the IT department.")


def look(machine: Machine) -> Iterator[Finding]:
    """Carry out the checks, one by one."""
    for check in CHECKS:
        yield replace(_carried_out(check, machine), about=check.about)


def _carried_out(check: Check, machine: Machine) -> Finding:
    """What a check finds. One that fails itself has found something too, and hides no other."""
    try:
        return check.run(machine)
    except MessageError as error:
        why, remedy = error.message, error.remedy
    except Exception as error:
        why, remedy = reason(error), Message(_SHOW)
    text = Message(mark("This does not work here: {why}"), {"why": why})
    return Finding(text, check.failed, remedy)
