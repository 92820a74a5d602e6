"""What can become of the file of a game while it is played, and the code by which it is refused."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def replaced(path: Path) -> None:
    """As a client for synchronised folders does it: another file is renamed to this name."""
    other = path.with_name("sync.tmp")
    other.write_bytes(path.read_bytes())
    other.replace(path)


def of_another_game(path: Path) -> None:
    other = path.with_name("sync.tmp")
    other.write_bytes(b"something else altogether\n")
    other.replace(path)


def cut(path: Path) -> None:
    os.truncate(path, 2_000)


def added_to(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\n")


def unplugged(path: Path) -> None:
    """The folder under which a stick was mounted is empty, and on another disk."""
    path.parent.rename(free(path.parent.with_name("the stick")))
    path.parent.mkdir()


def moved(path: Path) -> None:
    path.parent.rename(free(path.parent.with_name("moved")))


def renamed(path: Path) -> None:
    path.rename(free(path.with_name("renamed by hand.jsonl")))


def free(path: Path) -> Path:
    """The path, or one with a number: nothing that lies there is lost by a test."""
    n = 1
    while path.exists():
        n += 1
        path = path.with_name(f"{path.stem} {n}{path.suffix}")
    return path


WAYS: dict[Callable[[Path], object], str] = {
    replaced: "replaced",
    of_another_game: "replaced",
    cut: "cut",
    added_to: "added_to",
    Path.unlink: "gone",
    renamed: "gone",
    moved: "folder_gone",
    lambda path: shutil.rmtree(path.parent): "folder_gone",
    unplugged: "gone",
}


@contextmanager
def disk_with_room_for(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes: as a full disk, half a line fits."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
