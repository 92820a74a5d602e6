"""What kind of place a folder lies in: whether what is saved there is there next week."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

Place = Literal["lasting", "temporary", "wiped", "removable"]
"""``temporary``: emptied by the system; ``wiped``: lost at log-off where profiles are made anew;
``removable``: on a stick or a card that can be pulled out."""
Surroundings = Mapping[Path, Place]
"""Folders by which a place is recognised: the deepest one that holds it decides."""

_MOUNTS: Final = Path("/proc/mounts")
_BLOCK_DEVICES: Final = Path("/sys/class/block")
_IN_MEMORY: Final = ("tmpfs", "ramfs", "devtmpfs")
_PULLED_OUT: Final = ("/media/", "/run/media/", "/Volumes/")
_DRIVE_REMOVABLE: Final = 2
"""What Windows calls a drive that can be pulled out."""


def place_of(folder: Path, around: Surroundings) -> Place:
    """What kind of place a folder lies in, wherever links lead.

    >>> place_of(Path("/srv/games"), {Path("/srv"): "removable", Path("/srv/games"): "temporary"})
    'temporary'
    """
    kinds = [_kind(path, around) for path in (folder.resolve(), folder.absolute())]
    return next((kind for kind in kinds if kind != "lasting"), "lasting")


def _kind(folder: Path, around: Surroundings) -> Place:
    return next((around[path] for path in (folder, *folder.parents) if path in around), "lasting")


def surroundings() -> Surroundings:
    """The folders by which places are recognised on this machine."""
    temp = Path(tempfile.gettempdir())
    temporary: dict[Path, Place] = {temp: "temporary", temp.resolve(): "temporary"}
    return {**_drives(), **dict(_mounted(_mounts())), **dict(_program_data()), **temporary}


def _program_data() -> Iterator[tuple[Path, Place]]:
    """The program data of Windows: profiles that roam or are made anew do not keep it."""
    for name in ("LOCALAPPDATA", "APPDATA"):
        if value := os.environ.get(name):
            yield Path(value), "wiped"


def _mounts() -> str:
    with suppress(OSError):
        return _MOUNTS.read_text("utf-8", errors="replace")
    return ""


def _mounted(mounts: str) -> Iterator[tuple[Path, Place]]:
    """Where something is mounted on Linux, by the table of the kernel."""
    for line in mounts.splitlines():
        device, _, rest = line.partition(" ")
        point, _, rest = rest.partition(" ")
        point = point.replace("\\040", " ")
        if rest.split(" ")[0] in _IN_MEMORY:
            yield Path(point), "temporary"
        elif point.startswith(_PULLED_OUT) or _can_be_removed(device):
            yield Path(point), "removable"
        else:
            yield Path(point), "lasting"


def _can_be_removed(device: str) -> bool:
    """Whether the kernel says of a device, or of the disk it is a part of, that it is removable."""
    block = _BLOCK_DEVICES / Path(device).name
    for disk in (block, block.resolve().parent):
        with suppress(OSError):
            return (disk / "removable").read_text("ascii").strip() == "1"
    return False


def _drives() -> Surroundings:
    """The drives that can be pulled out: letters of Windows, volumes of macOS."""
    if sys.platform == "win32":
        import ctypes

        roots = [f"{letter}:\\" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        kind = ctypes.windll.kernel32.GetDriveTypeW
        return {Path(root): "removable" for root in roots if kind(root) == _DRIVE_REMOVABLE}
    with suppress(OSError):
        return dict.fromkeys(Path("/Volumes").iterdir(), "removable")
    return {}
