"""The lines of a session as the tests change them: the whole header is one, then each entry.

In the file the header is five lines, and is repeated now and then; :func:`counted` counts as here.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.session import (
    Log,
)
from game.session.line_format import seal
from game.session.reading import read_lines
from game.session.writing import BEGINNING_LINES, REPEATED_EVERY, head_of, whole_file

Raw = dict[str, Any]


def raws(path: Path) -> list[Raw]:
    """The whole header, and the entries."""
    return [json.loads(json.dumps(line.raw)) for line in read_lines(path).good]


def write(path: Path, lines: list[Raw]) -> None:
    """Write a file anew, with every mark and checksum right."""
    header, *entries = lines
    written = whole_file(header)
    for n, raw in enumerate(entries, 1):
        written.append(seal(raw, written[-1]))
        if n % REPEATED_EVERY == 0:
            written.append(seal(head_of(header), written[-1]))
    path.write_bytes(b"".join(written))


def rewrite(path: Path, number: int, change: Callable[[Any], object]) -> None:
    """Change a line on purpose, and make every mark and checksum right."""
    lines = raws(path)
    change(lines[number - 1])
    write(path, lines)


def spoilt(whole: bytes, rng: random.Random) -> bytes:
    """A file in which pieces are missing, are junk, or stand twice."""
    data = bytearray(whole)
    for _ in range(rng.randrange(1, 6)):
        a, b = sorted(rng.randrange(len(data) + 1) for _ in range(2))
        b = min(b, a + 400)
        data[a:b] = rng.choice([b"", rng.randbytes(b - a), bytes(data[a:b]) * 2])
    return bytes(data)


def in_file(number: int) -> int:
    """Where a line stands in the file; the whole header begins in the first."""
    entry = number - 1
    return entry + BEGINNING_LINES + (entry - 1) // REPEATED_EVERY if entry else 1


def counted(line: int) -> int:
    """Which line it is that stands at a place in the file, as the tests count."""
    number = 1
    while in_file(number + 1) <= line:
        number += 1
    return number


def codes(log: Log) -> list[tuple[str, int]]:
    return [(trouble.code, counted(trouble.line)) for trouble in log.troubles]


def altered(path: Path, line: int, **changes: object) -> Path:
    """The session with other values in a line, its check made anew: somebody tampered with it."""
    rewrite(path, line, lambda raw: raw.update(changes))
    return path
