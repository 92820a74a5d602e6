"""Locks of open files: only one program has one, and the system frees it however that ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 0x7FFF_FFFF
    """Windows prevents others from reading locked bytes, so one far beyond the end is locked."""

    def lock(fd: int) -> bool:
        """Lock an open file until it is closed; ``False`` when somebody else has."""
        os.lseek(fd, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def lock(fd: int) -> bool:
        """Lock an open file until it is closed; ``False`` when somebody else has."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            pass  # a network drive without locks: nobody can know whether somebody else has it
        return True


def claim(path: Path) -> int | None:
    """Claim a file that nobody else may write meanwhile, by an empty one beside it that is locked.

    Returns what is to be closed to give it free; ``None`` where it is claimed, or cannot be.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fd = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT)
        if lock(fd):
            return fd
        os.close(fd)
    return None
