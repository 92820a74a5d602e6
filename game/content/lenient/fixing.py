"""Mends what is certain in a text of a case, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Final

from game.content import syntax
from game.content.findings import Finding
from game.content.lenient.edits import Edit, applied, certain_edits
from game.content.lenient.reading import Reading, read, readable
from game.frozen import frozen

_MOST_ROUNDS: Final = 12
"""Some faults can only be seen when others are mended: a key that stood twice, a line moved."""
_MOST_GIVEN_UP: Final = 4
"""As often is a text mended of which not all was read; each time it is read a bit further."""
_MOST_PAIRS: Final = 500_000
"""Of how many pairs of equal lines it is found out which belong together; a case has far fewer."""


@frozen
class Fixed:
    """A text after mending; ``mended`` is on how many lines it differs."""

    text: str
    mended: int


def fix(text: str) -> Fixed:
    """The text with all mended that is certain: the letters between stay as they are.

    Mending a mended text changes nothing. No card is ever lost by it, and what was TOML stays so.
    Of a text with thousands of faults, which is hardly a case, only the first are mended.
    """
    old, newline = text, "\r\n" if "\r\n" in text else "\n"
    reading = read(text) if readable(text) else None
    for done in range(_MOST_ROUNDS):
        if reading is None or (reading.gave_up and done >= _MOST_GIVEN_UP):
            break
        certain = [fault for fault in reading.faults if fault.certain]
        edits = certain_edits(certain)
        new = applied(text, (_with_ends(edit, newline) for edit in edits))
        if new == text:
            break
        read_anew = read(new)
        if not _as_good(text, reading, new, read_anew):
            break
        text, reading = new, read_anew if readable(new) else None
    return Fixed(text, _changed_lines(old, text))


def _changed_lines(old: str, new: str) -> int:
    """On how many lines of a text something was changed, put in or taken out."""
    if old == new:
        return 0
    was, now = old.splitlines(), new.splitlines()
    gone, come = Counter(was), Counter(now)
    if sum(count * come[line] for line, count in gone.items()) > _MOST_PAIRS:
        return max((gone - come).total(), (come - gone).total())
    lines = SequenceMatcher(None, was, now, autojunk=False)
    changes = [code for code in lines.get_opcodes() if code[0] != "equal"]
    return sum(max(b - a, d - c) for _, a, b, c, d in changes)


def _with_ends(edit: Edit, newline: str) -> Edit:
    """An edit whose lines end as those of the file do."""
    return replace(edit, text=edit.text.replace("\n", newline))


def _as_good(text: str, before: Reading, new: str, after: Reading) -> bool:
    """Whether as many cards can be read as before, and TOML is TOML."""
    if _cards(after.data) < _cards(before.data):
        return False
    was_toml = not isinstance(syntax.read(text), Finding)
    return not (was_toml and isinstance(syntax.read(new), Finding))


def _cards(data: dict[str, Any]) -> int:
    decks = (data.get(deck) for deck in syntax.LISTS)
    return sum(len(deck) for deck in decks if isinstance(deck, list))
