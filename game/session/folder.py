"""A folder of sessions: everything in it, what is wrong with each, and giving one another name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.engine import RULES_VERSION
from game.i18n.os_errors import reason
from game.session.errors import (
    CodecError,
    SaveError,
    SessionError,
    Trouble,
    other_rules,
    unreadable,
)
from game.session.line_format import read_lines, scan
from game.session.locations import newest_first
from game.session.log import read
from game.session.records import standing_of
from game.session.store import Store
from game.session.summaries import Glance, glance

SUFFIX: Final = ".jsonl"
_NO_NAME: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]|^[. ]|[. ]$')
"""What one of the systems that the file may come to does not take in a name."""
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Shelved:
    """One file of the folder: what a look at it tells, and what is wrong with it, if anything is.

    ``trouble`` is the first that matters; a cut-off last line does not. Without ``glance`` the file
    cannot be opened.
    """

    path: Path
    glance: Glance | None
    trouble: Trouble | None


def shelf(folder: Path) -> Iterator[Shelved]:
    """Every session in a folder, the last one written to first, each looked at when asked for."""
    for path in newest_first(folder):
        yield shelved(path)


def shelved(path: Path) -> Shelved:
    """What a look at one file tells. Every byte is checked, nothing is decided again."""
    seen = glance(path)
    try:
        scanned = scan(path)
        rules = max(seen.header.rules if seen is not None else 0, scanned.rules)
        newer = other_rules(rules, RULES_VERSION) if rules > RULES_VERSION else None
        if seen is None or scanned.damage is not None or newer is not None:
            trouble = next((t for t in read(path).troubles if not t.harmless), newer)
            return Shelved(path, seen, trouble or (_no_glance(path) if seen is None else None))
    except SessionError as error:
        return Shelved(path, None, error.trouble)
    return Shelved(path, seen, None)


def _no_glance(path: Path) -> Trouble | None:
    """Why there is no glance at a file of which every line can be read."""
    lines = read_lines(path)
    try:
        standing_of(lines.good[-1].raw)
    except CodecError as error:
        return unreadable(error, len(lines.good))
    return None


def rename(path: Path, name: str) -> Path:
    """Give a session's file another name (without its ending); gives the new path.

    Raises :class:`InUseError` while it is open, and :class:`SaveError` when it cannot be called so.
    """
    stem = name.strip().removesuffix(SUFFIX)
    if not stem or len(stem) > _LONGEST or _NO_NAME.search(stem):
        raise SaveError("bad_name", name=name)
    Store.open(path).close()
    new = path.with_name(stem + SUFFIX)
    if new.exists() and not _same(new, path):
        raise SaveError("name_taken", name=stem)
    try:
        path.rename(new)
        torn = path.with_suffix(".torn")
        if torn.exists():
            torn.rename(new.with_suffix(".torn"))
    except OSError as error:
        raise SaveError("not_renamed", file=path.name, why=reason(error)) from None
    return new


def _same(one: Path, other: Path) -> bool:
    """Whether both are one file, as when only the case of a letter changes."""
    with suppress(OSError):
        return one.samefile(other)
    return False
