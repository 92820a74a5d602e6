"""Replaces names in texts, and remembers what was found."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from game.anonymity.name_forms import Person
from game.anonymity.names import Match, NameFinder
from game.frozen import frozen

NOBODY: Final = "NN"
"""The replacement for a name that two players share, and for people who have no role."""
REMOVED: Final = "[…]"
"""The replacement for e-mail addresses and the numbers people have."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_GENITIVE: Final = re.compile(r"[eE]?[sS](?![^\W\d_])")


@frozen
class NameChoices:
    """What somebody decided: words that look like a name and stay, and names to take out as well.

    A word stays wherever it is written exactly so, but not as a part of a full name.
    """

    keep: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()

    def stays(self, match: Match) -> bool:
        """Whether a match is a word that is to be kept."""
        return match.may_stay and match.word in self.keep


AS_FOUND: Final = NameChoices()
"""No decisions: everything that may be a name is taken out."""


class NameReplacer:
    """Replaces the names of people in texts by what stands for each of them.

    On a screen a word in small letters that only looks like a name stays (``spare_small``), since
    nobody can be asked about it there.
    """

    def __init__(
        self,
        people: Sequence[Person],
        choices: NameChoices = AS_FOUND,
        *,
        spare_small: bool = False,
    ) -> None:
        self.people = tuple(people)
        self.choices = choices
        self.spare_small = spare_small
        self._finder = NameFinder(self.people)
        self._replaced: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """The text without names."""
        known = self._replaced.get(text)
        if known is None:
            known = self._replaced[text] = self.replaced(text, self.found(text))
        return known

    def found(self, text: str) -> list[Match]:
        """The names in a text, those of them that stay as well."""
        return [m for m in self._finder.find(text) if not (self.spare_small and m.doubt == "small")]

    def replaced(self, text: str, found: Collection[Match]) -> str:
        """The text with everything found replaced that does not stay."""
        return "".join(self._pieces(text, [m for m in found if not self.choices.stays(m)]))

    def called(self, match: Match) -> str:
        """What stands in place of a match."""
        if not match.people:
            return REMOVED
        if match.stranger:
            return NOBODY
        called = {self.people[who].called for who in match.people}
        return called.pop() if len(called) == 1 else NOBODY

    def _pieces(self, text: str, found: Sequence[Match]) -> Iterator[str]:
        """The text between the matches, and the replacements, apart from letters beside them."""
        at = 0
        for match in found:
            yield text[at : match.start]
            yield " " if match.start and text[match.start - 1].isalpha() else ""
            yield self.called(match)
            at = match.end
            yield " " if _is_glued(text[at:]) else ""
        yield text[at:]


def _is_glued(rest: str) -> bool:
    """Whether letters follow that are more than a genitive."""
    return _LETTER.match(rest) is not None and _GENITIVE.match(rest) is None
