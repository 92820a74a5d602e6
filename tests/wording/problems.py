"""Texts of cases with faults."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tomli

from tests.content.lenient.mistakes import MISTAKES

BAD = Path(__file__).parent.parent / "bad_scenarios"


@cache
def texts() -> tuple[str, ...]:
    """Texts with faults that the editor opens."""
    found = [path.read_text(encoding="utf-8") for path in sorted(BAD.glob("*.toml"))]
    found += [mistake.text for mistake in MISTAKES]
    return tuple(text for text in found if is_toml(text))


def is_toml(text: str) -> bool:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return False
    return True
