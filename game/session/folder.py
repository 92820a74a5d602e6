"""A folder of sessions: lists and inspects its files, and renames one."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.engine import RULES_VERSION
from game.frozen import frozen
from game.i18n.os_errors import reason
from game.paths import fits_everywhere, free, is_there
from game.session.errors import (
    CodecError,
    SaveError,
    SessionError,
    Trouble,
    other_rules,
    unreadable,
)
from game.session.log import read
from game.session.reading import first_damage, read_lines
from game.session.records import progress_of
from game.session.store import Store
from game.session.summaries import SessionSummary, read_summary
from game.writing import move

SUFFIX: Final = ".jsonl"
_MAX_LENGTH: Final = 120
_RESUMED: Final = re.compile(
    rb',"resumed":"[^"\\]*","program":"[^"\\]*","rules":(\d{1,9}),', re.ASCII
)
"""Matches an entry with the rules by which the game was resumed; in a text, quotes are escaped."""


@frozen
class FolderEntry:
    """One file of the folder: its summary, and what is wrong with it, if anything is.

    ``trouble`` is the first that is not harmless; ``cut_off``: its last line is not whole, which
    is. Without a ``summary`` the file cannot be opened.
    """

    path: Path
    summary: SessionSummary | None
    trouble: Trouble | None
    cut_off: bool = False


def inspect_file(path: Path) -> FolderEntry:
    """Inspect one file. Every byte is checked, but the rules are not run again."""
    summary = read_summary(path)
    resumed: list[bytes] = []
    ends: list[bytes] = []

    def look(data: bytes) -> None:
        resumed.extend(_RESUMED.findall(data))
        ends.append(data[-1:])

    try:
        damage = first_damage(path, look)
        rules = max((summary.header.rules if summary is not None else 0, *map(int, resumed)))
        newer = other_rules(rules, RULES_VERSION) if rules > RULES_VERSION else None
        if summary is None or damage is not None or newer is not None:
            trouble = read(path).damage or newer
            return FolderEntry(path, summary, trouble or (None if summary else _no_summary(path)))
    except SessionError as error:
        return FolderEntry(path, None, error.trouble)
    return FolderEntry(path, summary, None, cut_off=ends != [b"\n"])


def _no_summary(path: Path) -> Trouble:
    """The trouble of a file without a summary although all its lines can be read."""
    lines = read_lines(path)
    try:
        progress_of(lines.good[-1].raw)
    except CodecError as error:
        return unreadable(error, len(lines.good))
    return unreadable(CodecError("damaged"), 1)  # the game does not begin, for example


def rename_file(path: Path, name: str) -> Path:
    """Rename a session's file; ``name`` is without its suffix. Returns the new path.

    Raises :class:`InUseError` while it is open, and :class:`SaveError` for a name it cannot have.
    """
    stem = name.strip().removesuffix(SUFFIX)
    if len(stem) > _MAX_LENGTH or stem.startswith(".") or not fits_everywhere(stem):
        raise SaveError("bad_name", name=name)
    try:
        Store.open(path).close()
    except SaveError as error:
        raise SaveError("not_renamed", file=path.name, why=error.trouble.params["why"]) from None
    new = path.with_name(stem + SUFFIX)
    if is_there(new) and not _same(new, path):
        raise SaveError("name_taken", name=stem)
    try:
        move(path, new)
    except OSError as error:
        raise SaveError("not_renamed", file=path.name, why=reason(error)) from None
    torn = path.with_suffix(".torn")
    with suppress(OSError):  # what was cut off is no part of the game
        if is_there(torn):
            move(torn, free(new.parent, new.stem, torn.suffix))
    return new


def _same(one: Path, other: Path) -> bool:
    """Whether both paths are the same file, as when only the case of a letter changes."""
    with suppress(OSError):
        return one.samefile(other)
    return False
