"""Damages a session line by line, and repairs it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.session import Session, verify
from game.session.repairing import Repair, repair
from tests.session.lines import in_file
from tests.session.playing import parse

NOW: Final = 1_796_000_000.0


def spoil(path: Path, *numbers: int) -> None:
    """Destroy lines, counted with the whole header as the first."""
    lines = path.read_bytes().splitlines(keepends=True)
    for number in numbers:
        lines[in_file(number) - 1] = b"\x00" * 40 + b"\n"
    path.write_bytes(b"".join(lines))


def repaired(path: Path) -> Repair:
    """Repair it; the damaged file stays as it is, and the new one opens, says so and goes on."""
    before = path.read_bytes()
    done = repair(path, parse, path.with_name("repaired.jsonl"), NOW)
    assert path.read_bytes() == before
    result = verify(done.path, parse)
    assert result.ok
    assert [t.code for t in result.troubles] == [
        "repaired" if done.complete else "repaired_in_part"
    ]
    Session.resume(done.path, parse).close()
    return done
