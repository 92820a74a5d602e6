"""Words beside a name that belong to it, though nobody has told them: *Bo Friis*, *Ane-Marie*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.anonymity.spelling import plain
from game.anonymity.vocabulary import is_of_a_role, names_that_are_words, shipped_words

_NEXT: Final = re.compile(r"([^\S\n]|-)([^\W\d_]+)(?![^\W_])")
_PREVIOUS: Final = re.compile(r"(?<![^\W_])([^\W\d_]+)(\.?[^\S\n]|-)$")
_LONGEST: Final = 40
"""The most characters before a name that are looked at for one more word."""
_BEGINS: Final = re.compile(r"(?:^|[.!?:\n])[^\w\n]*$")
"""What stands before the first word of a sentence, which has a capital whatever it is."""


def end_with_what_follows(text: str, end: int, limit: int) -> int:
    """Where a name ends that the words right behind it belong to; none reaches ``limit``."""
    while (found := _NEXT.match(text, end)) and found.end() <= limit and _may_be_name(found[2]):
        end = found.end()
    return end


def start_with_what_precedes(text: str, start: int, limit: int, *, spaced: bool) -> int:
    """Where a name begins that the words right before it belong to.

    Those that a hyphen joins to it, and if ``spaced`` those before a space, unless the only one is
    the first of its sentence.
    """
    begin, begins = start, False
    for found, at in _words_before(text, start, limit):
        if found[2] != "-" and not spaced:
            break
        begin, begins = at, bool(_BEGINS.search(text, max(0, at - _LONGEST), at))
        if begins:
            break
    only = begins and " " not in text[begin:start].strip().replace("\N{NO-BREAK SPACE}", " ")
    return start if only and text[start - 1] != "-" else begin


def _words_before(text: str, start: int, limit: int) -> Iterator[tuple[re.Match[str], int]]:
    """The words before a place that may be names or initials, the nearest first."""
    while True:
        from_ = max(limit, start - _LONGEST)
        found = _PREVIOUS.search(text[from_:start])
        if found is None or not (_may_be_name(found[1]) or _is_initial(found)):
            return
        start = from_ + found.start()
        yield found, start


def _is_initial(found: re.Match[str]) -> bool:
    return len(found[1]) == 1 and found[1].isupper() and found[2].startswith(".")


def _may_be_name(word: str) -> bool:
    """Whether it is written as a name and is no word that is known."""
    form, named = plain(word), len(word) > 1 and word[0].isupper() and word[1:].islower()
    if not named or is_of_a_role(form):
        return False
    return form in names_that_are_words() or form not in shipped_words()
