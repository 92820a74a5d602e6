"""The forms in which the names of some people may stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import Final, NamedTuple

from game.anonymity.spelling import Word, plain, spellings, words_of
from game.anonymity.vocabulary import is_of_a_role, known_words
from game.frozen import frozen

_ENDINGS: Final = ("s", "es")
"""What a name may end in besides: *Anes*, *Hanses*. An apostrophe is no letter and ends a word."""
_PARTICLES: Final = frozenset(
    [
        *("af", "al", "and", "bin", "da", "de", "del", "den", "der", "des", "di", "du", "el"),
        *("for", "fra", "i", "ibn", "la", "le", "med", "og", "pa", "the", "til", "van", "von"),
    ]
)
"""Parts of a name that are never a name by themselves, unless there is no other part."""
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^]]*\]")
"""What is said of a person beside the name: *Ane (HR)*."""
_LEAST_ROLE: Final = 4
"""Shorter words for roles (*of*, *i*) may well be a name."""
_MOST_PARTS: Final = 12
"""More parts of a name are not looked for: a stranger's file may have a name of any length."""
_MOST_SPELT: Final = 3
"""A name of more parts is only found as it is spelt, where its parts stand without spaces."""
_GLUED: Final = 7
"""The letters from which on a full name is also found inside a longer word."""
_BEGINS, _ENDS = 3, 4
"""The letters from which on a part of a name is found at the beginning and the end of a word."""


@frozen
class Person:
    """A person: the name, and what stands in its place.

    ``guessed``: it stands where people are named, and may be the name of something else.
    """

    name: str
    called: str
    guessed: bool = False


class Form(NamedTuple):
    """A part of a name, those who have it, and the number of letters that it ends in besides."""

    part: str
    people: frozenset[int]
    ending: int


class Place(NamedTuple):
    """Where a name stands in the plain spelling of a longer word."""

    start: int
    end: int
    people: frozenset[int]
    parts: tuple[str, ...]


class NameForms:
    """All forms of some names. People are numbered in their order."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._parts: dict[str, set[int]] = defaultdict(set)
        self._canonical: dict[str, str] = {}
        self._small: set[str] = set()
        self._guessed = frozenset(n for n, person in enumerate(people) if person.guessed)
        self._last: dict[int, str] = {}
        self._initials: dict[int, list[tuple[str, str]]] = {}
        self._links: dict[int, frozenset[str]] = {}
        self._full: dict[str, tuple[frozenset[int], tuple[str, ...]]] = {}
        for number, person in enumerate(people):
            self._add(number, person.name)
        self._people = {form: frozenset(who) for form, who in self._parts.items()}
        self._inside = _alternatives(full for full in self._full if len(full) >= _GLUED)
        self._begins = _alternatives(form for form in self._people if len(form) >= _BEGINS)
        self._ends = _alternatives((f for f in self._people if len(f) >= _ENDS), end=True)

    @property
    def any(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._people)

    # ------------------------------------------------------------------ the names
    def _add(self, number: int, name: str) -> None:
        words = (list(words_of(_BRACKETS.sub(" ", name))) or list(words_of(name)))[:_MOST_PARTS]
        proper = proper_parts(words)
        self._initials[number] = [(word.plain[0], word.plain) for word in words if word.plain]
        for word in proper:
            self._last[number] = word.plain
            if word.written.islower():
                self._small.add(word.plain)
            for form in spellings(word.written):
                self._parts[form].add(number)
                self._canonical[form] = word.plain
        self._links[number] = frozenset(word.plain for word in words if word not in proper)
        self._add_full(number, words, proper)

    def _add_full(self, number: int, words: Sequence[Word], proper: Sequence[Word]) -> None:
        """The parts of a name without the spaces between them, and the name with an initial."""
        rows = [tuple(words), *((a, b) for x in pairwise(proper) for a, b in (x, x[::-1]))]
        for parts in rows:
            if len(parts) > 1:
                self._add_glued(number, parts, _glued(parts))
        if len(proper) > 1:
            first, last = proper[0], proper[-1]
            initial = {first.plain[0] + form for form in spellings(last.written)}
            self._add_glued(number, (first, last), initial)

    def _add_glued(self, number: int, parts: Sequence[Word], forms: Iterable[str]) -> None:
        for form in forms:
            who, _ = self._full.get(form, (frozenset(), ()))
            self._full[form] = (who | {number}, tuple(part.plain for part in parts))

    # ------------------------------------------------------------------ what is a form of one
    def form(self, word: str) -> Form | None:
        """The part of a name that a word is, without what it ends in besides."""
        if word in self._people:
            return Form(self._canonical[word], self._people[word], 0)
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and stem in self._people:
                return Form(self._canonical[stem], self._people[stem], len(ending))
        return None

    def is_small(self, part: str) -> bool:
        """Whether somebody's name is written in small letters anyway."""
        return part in self._small

    def is_guessed(self, people: frozenset[int]) -> bool:
        """Whether it may be the name of something else."""
        return people <= self._guessed

    def is_last(self, part: str, people: Iterable[int]) -> bool:
        """Whether it is the last part of somebody's name."""
        return any(self._last.get(who) == part for who in people)

    def has_surname(self, people: Iterable[int]) -> bool:
        """Whether somebody's name has more than one part."""
        return any(len(self._initials[who]) > 1 for who in people)

    def is_surname(self, part: str, people: Iterable[int]) -> bool:
        """Whether it is the last part of somebody's name that has others before it."""
        return any(self._last.get(who) == part and len(self._initials[who]) > 1 for who in people)

    def linked(self, between: Sequence[str], people: Iterable[int]) -> frozenset[int]:
        """Those of some people in whose name these words stand between two parts: *de la*."""
        return frozenset(who for who in people if self._links[who].issuperset(between))

    def with_initial(
        self, letter: str, people: Iterable[int], without: Sequence[str] = ()
    ) -> frozenset[int]:
        """Those of some people of whose name another part begins with a letter."""
        first = plain(letter)[:1]
        return frozenset(
            who
            for who in people
            if any(first == begins and part not in without for begins, part in self._initials[who])
        )

    def cut_off(self, word: str) -> Form | None:
        """The part of a name, or the whole name without spaces, that a word is the beginning of."""
        parts = [form for form in self._people if form.startswith(word)]
        if parts:
            people = frozenset[int]().union(*(self._people[form] for form in parts))
            return Form(self._canonical[min(parts)], people, 0)
        full = [self._full[form] for form in self._full if form.startswith(word)]
        people = frozenset[int]().union(*(who for who, _ in full))
        return Form(min(full)[1][0], people, 0) if full else None

    # ------------------------------------------------------------------ inside longer words
    def full_name_in(self, word: str) -> Place | None:
        """The full name without spaces that a word is or holds."""
        stem = next((s for s in (word, word.removesuffix("s")) if s in self._full), None)
        if stem is not None and stem not in known_words():
            return Place(0, len(stem), *self._full[stem])
        if self._inside and (found := self._inside.search(word)):
            return Place(found.start(), found.end(), *self._full[found[0]])
        return None

    def name_beside_word(self, word: str) -> Place | None:
        """The part of a name that a word begins or ends with, if the rest is a known word."""
        if self._begins and (found := self._begins.match(word)):
            rest = word[found.end() :]
            if len(rest) > 1 and rest in known_words():
                return self._place(found)
        if self._ends and (found := self._ends.search(word)):
            rest = word[: found.start()]
            if len(rest) > 1 and rest in known_words():
                return self._place(found)
        return None

    def _place(self, found: re.Match[str]) -> Place:
        form = found[0]
        return Place(found.start(), found.end(), self._people[form], (self._canonical[form],))


def proper_parts(words: Sequence[Word]) -> list[Word]:
    """The parts of a name that are a name by themselves.

    In *Anna de la Cour, teamleder* there are two: small letters, particles and words for roles are
    left out, if others stay.
    """
    found = [word for word in words if len(word.written) > 1]
    found = [word for word in found if not word.written.islower()] or found
    found = [word for word in found if word.plain not in _PARTICLES] or found
    return [w for w in found if len(w.plain) < _LEAST_ROLE or not is_of_a_role(w.plain)] or found


def _glued(parts: Sequence[Word]) -> set[str]:
    """The plain spellings of several words without the spaces between them."""
    if len(parts) > _MOST_SPELT:
        return {"".join(part.plain for part in parts)}
    return set(map("".join, product(*(spellings(part.written) for part in parts))))


def _alternatives(forms: Iterable[str], *, end: bool = False) -> re.Pattern[str] | None:
    """A pattern that matches the longest of some forms."""
    escaped = [re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))]
    if not escaped:
        return None
    return re.compile(f"(?:{'|'.join(escaped)})" + ("$" if end else ""))
