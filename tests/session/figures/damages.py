"""What random damage does to a session.

Bits are flipped, files cut, lines swapped, left out, doubled and taken from another game; each file
is read, verified and repaired.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from game.content import parse
from game.content.shelf import case_texts
from game.session import ReadError, read, verify
from game.session.cases import look_for_cases_in
from game.session.repairing import repair
from tests import staging

NOW = 1_796_000_000.0
Damage = Callable[[bytes, bytes, random.Random], bytes]


def flipped(data: bytes, _: bytes, rng: random.Random) -> bytes:
    """One bit is another one."""
    changed = bytearray(data)
    changed[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def cut(data: bytes, _: bytes, rng: random.Random) -> bytes:
    """Something is missing at the end."""
    return data[: rng.randrange(1, len(data))]


def overwritten(data: bytes, _: bytes, rng: random.Random) -> bytes:
    """A block of the disk is gone."""
    at = rng.randrange(len(data) // 512) * 512
    return data[:at] + b"\x00" * 512 + data[at + 512 :]


def spliced(data: bytes, other: bytes, rng: random.Random) -> bytes:
    """A line is swapped, left out, doubled or another game's."""
    lines, others = data.splitlines(keepends=True), other.splitlines(keepends=True)
    at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
    how = rng.randrange(4)
    if how == 0:
        lines[at], lines[to] = lines[to], lines[at]
    elif how == 1:
        del lines[at]
    else:
        lines.insert(at, lines[to] if how == 2 else others[to % len(others)])
    return b"".join(lines)


DAMAGES: dict[str, Damage] = {
    "bit flips": flipped,
    "truncation": cut,
    "a block of 512 bytes lost": overwritten,
    "lines swapped, lost, doubled, foreign": spliced,
}


def outcomes(data: bytes, whole: bytes, before: int, path: Path) -> Iterator[str]:
    """What becomes of a damaged file that had so many entries."""
    path.write_bytes(data)
    if whole.startswith(data.removesuffix(b"\n") + b"\n"):
        yield "cut between two lines"
        return
    try:
        log = read(path)
    except ReadError:
        yield "closed"
    else:
        if len(log.records) == before:
            yield "all entries read"
        if not log.troubles and not verify(path, parse).troubles and len(log.records) != before:
            yield "fewer, and nothing said"
    with suppress(ReadError):
        done = repair(path, parse, path.with_name("repaired.jsonl"), NOW)
        yield "all repaired" if done.kept >= before else "repaired in part"
        done.path.unlink()


def damaged(count: int, folder: Path) -> Iterator[str]:
    """The lines of the table."""
    look_for_cases_in(case_texts)
    files = []
    for seed in (3, 4):
        session = staging.begin(folder, 4, seed)
        staging.play(session, staging.by("method"), lambda state: state.round == 4)
        session.close()
        files.append(session.path.read_bytes())
    data, other = files
    path, rng = folder / "damaged.jsonl", random.Random(1)
    entries = len(read(_written(path, data)).records)
    for name, damage in DAMAGES.items():
        found = Counter[str]()
        for _ in range(count):
            found.update(outcomes(damage(data, other, rng), data, entries, path))
        told = ", ".join(f"{number} {what}" for what, number in sorted(found.items()))
        yield f"{name}: {count} files of {entries} entries: {told}"


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
