"""The checks of saving: the folder of games, its copies, the room there, and a game that is tried.

Nothing that they write is left.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.i18n import mark
from game.i18n.message import Message
from game.i18n.os_errors import reason
from game.preflight.findings import Finding, Level
from game.preflight.machine import Machine
from game.preflight.places import Place
from game.preflight.trial import try_a_game, try_a_report
from game.preflight.writing import try_to_write
from game.report.file_names import file_name
from game.report.writing import PDF

_MB: Final = 1_000_000
_GB: Final = 1000 * _MB
NEEDED: Final = 5 * _MB
"""The bytes of a long game, its second copy and its report with all its files."""
_PLENTY: Final = 20 * NEEDED

_NOT_WRITTEN: Final = mark("Nothing can be written in {folder}: {why}.")
_ANOTHER: Final = mark(
    "Ask the IT department for a folder that can be written to, and set GEVINST_HOME to it."
)
_PLACES: Final[dict[Place, tuple[Level, str, str]]] = {
    "lasting": (
        "good",
        mark("What is saved there stays: the folder is neither temporary nor on a USB stick."),
        "",
    ),
    "temporary": (
        "bad",
        mark("Games lie in {folder}, which the computer empties."),
        mark("Set GEVINST_HOME to a folder that stays, such as one among your documents."),
    ),
    "wiped": (
        "note",
        mark("Games lie in {folder}, which some computers empty when you log off."),
        mark("Ask the IT department, or set GEVINST_HOME to a folder among your documents."),
    ),
    "removable": (
        "note",
        mark("Games lie in {folder}, on a stick or a card that can be pulled out."),
        mark("Leave it in while you play, and copy the games to a computer afterwards."),
    ),
}
"""What each kind of place means, and what to do."""


def check_folder(machine: Machine) -> Finding:
    """A file can be written where games are saved."""
    if why := _refused(machine.folder):
        return Finding(_of_folder(_NOT_WRITTEN, machine.folder, why=why), "bad", Message(_ANOTHER))
    return Finding(_of_folder(mark("Games can be saved in {folder}."), machine.folder))


def check_place(machine: Machine) -> Finding:
    """The folder of games lies where it lasts."""
    level, text, remedy = _PLACES[machine.place(machine.folder)]
    return Finding(_of_folder(text, machine.folder), level, Message(remedy) if remedy else None)


def check_copies(machine: Machine) -> Finding:
    """A file can be written where second copies are kept."""
    if why := _refused(machine.copies):
        remedy = mark("The game works without a copy. Save the report when the game is over.")
        return Finding(_of_folder(_NOT_WRITTEN, machine.copies, why=why), "note", Message(remedy))
    return Finding(
        _of_folder(mark("As it is played, it is also written in {folder}."), machine.copies)
    )


def check_space(machine: Machine) -> Finding:
    """There is room for a game, its copy and its report."""
    folders = (machine.folder, machine.copies)
    free, folder = min((machine.free(folder), folder) for folder in folders)
    told = {"free": _amount(free), "needed": _amount(NEEDED), "folder": folder}
    remedy = Message(mark("Delete what is no longer needed, or choose another folder."))
    if free < NEEDED:
        text = mark("{free} are free in {folder}; a game with its report needs {needed}.")
        return Finding(Message(text, told), "bad", remedy)
    if free < _PLENTY:
        text = mark("Only {free} are free in {folder}; a game with its report needs {needed}.")
        return Finding(Message(text, told), "note", remedy)
    return Finding(Message(mark("{free} are free; a game with its report needs {needed}."), told))


def check_game(machine: Machine) -> Finding:
    """A tiny game is saved in the folder, read back and decided again."""
    trouble = try_a_game(machine.case(), machine.folder)
    if trouble is not None:
        text = Message(mark("A game came back altered: {why}"), {"why": trouble.message})
        return Finding(text, "bad", Message(_ANOTHER))
    return Finding(Message(mark("A tiny game was saved, read back and replayed, and is removed.")))


def check_report(machine: Machine) -> Finding:
    """The report of a tiny game is written."""
    files = try_a_report(machine.case(), machine.scratch, machine.lang)
    if file_name(machine.lang, PDF) in files:
        return Finding(Message(mark("Page, PDF, registers and map were written, and removed.")))
    text = mark("Page, registers and map were written, and removed. A PDF is an extra.")
    return Finding(Message(text))


# ------------------------------------------------------------------ saying it
def _refused(folder: Path) -> Message | None:
    """Why nothing can be written in a folder; ``None`` where it can."""
    try:
        try_to_write(folder)
    except (OSError, ValueError) as error:
        return reason(error)
    return None


def _of_folder(text: str, folder: Path, **more: object) -> Message:
    return Message(text, {"folder": folder, **more})


def _amount(size: int) -> str:
    """Bytes as people say them, in whole numbers."""
    return f"{size // _GB} GB" if size >= _GB else f"{max(0, size) // _MB} MB"
