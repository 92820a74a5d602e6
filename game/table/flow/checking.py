"""The check before a workshop: the machine that the table runs on, the screen, and its list."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from pathlib import Path

from game.content import Case, load, summaries
from game.gui.screen import ScreenHost
from game.gui.sound import device_fault
from game.gui.text.usable_fonts import unusable_fonts
from game.gui.window.desktop import screen_sizes
from game.i18n import Lang, mark
from game.i18n.message import Message, Translatable
from game.i18n.os_errors import NotWrittenError
from game.i18n.when import local
from game.preflight import DoorFault, Finding, Machine, look, place_of, protocol, surroundings
from game.resources import SCENARIOS, copies_folder, documents_folder
from game.session.joining import scanned
from game.table.flow.keeping import game_places
from game.table.setup.preflight import PreflightScreen
from game.writing import write


def open_checks(app: ScreenHost, folder: Path, back: Callable[[], object]) -> None:
    """Show the check of this machine; ``back`` leads away from it."""
    checks = _Checks(app, folder)
    app.reset(PreflightScreen(checks.look, checks.save, back))


class _Checks:
    """The checks of this machine, and the list of what the last ones found."""

    def __init__(self, app: ScreenHost, folder: Path) -> None:
        self._app = app
        self._folder = folder

    def look(self) -> Iterator[Finding]:
        """Begin to check it."""
        self._machine = this_machine(self._folder, self._app.lang)
        return look(self._machine)

    def save(self, findings: Sequence[Finding]) -> Translatable:
        """Write the list among the documents, and say where it lies, or why it does not."""
        t, moment = self._app.t, local(self._machine.now())
        name = t("check-{moment}.txt", moment=f"{moment:%Y-%m-%d-%H%M%S}")
        file = documents_folder() / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write(file, protocol(t, self._machine, findings).encode())
        except OSError as error:
            return NotWrittenError(file, error)
        return Message(mark("Saved in {file}"), {"file": file})


def this_machine(folder: Path, lang: Lang) -> Machine:
    """This machine, with the folder of games.

    Screens and sound are asked at once, since only the thread of the window may do so.
    """
    sizes, fault = screen_sizes(), device_fault()
    return Machine(
        folder=folder,
        copies=copies_folder(folder),
        scratch=Path(tempfile.gettempdir()),
        lang=lang,
        case=cache(first_case),
        now=time.time,
        newest_game=partial(_newest_game, folder),
        free=_free,
        place=lambda place: place_of(place, surroundings()),
        screens=lambda: sizes,
        fonts=unusable_fonts,
        sound=lambda: fault,
        lacking=_lacking,
        networks=_networks,
        door=_try_the_door,
    )


def first_case() -> Case:
    """The case to begin with."""
    (summary,) = [case for case in summaries(SCENARIOS) if case.level == "first"]
    return load(summary.path)


def _lacking() -> list[str]:
    """The packages for phones that are not installed."""
    from game.phones.parts import missing

    return missing()


def _networks() -> list[str]:
    """The addresses at which phones reach this machine."""
    from game.phones.network import addresses

    return [address.ip for address in addresses()]


def _try_the_door(ip: str) -> DoorFault:
    """Open the phones' page for a moment, and read it."""
    from game.phones.trying import try_the_door

    return try_the_door(ip)


def _newest_game(folder: Path) -> float:
    found = chain.from_iterable(scanned(game_places(folder)).values())
    return max((file.written / 1e9 for file in found), default=0.0)


def _free(folder: Path) -> int:
    """The free bytes where a folder is, or where it would be made."""
    for place in (folder.absolute(), *folder.absolute().parents):
        try:
            return shutil.disk_usage(place).free
        except (FileNotFoundError, NotADirectoryError):
            continue
    return 0
