"""Finds the names of people in texts, however they are written.

What is found is sure (a full name, an unusual word) or in doubt: *love* may be the player Love or
the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from game.anonymity.name_forms import NameForms, Person, Place
from game.anonymity.neighbours import end_with_what_follows, start_with_what_precedes
from game.anonymity.spelling import Word, humps, part_of, plain, words_of
from game.anonymity.vocabulary import known_words
from game.frozen import frozen

Doubt = Literal["small", "word", "inside", "cut", "guessed"]
"""Why a match may be none: it stands in small letters, it is a word as well, it is a part of a
word, the end of it is missing, or nobody has said that it is the name of a person."""

_DASHES: Final = r"\-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
"""Every line that a keyboard or a word processor makes of a hyphen."""
_GAP: Final = r"[\s\u200b-\u200d\u2060\ufeff]{0,3}"
_CIVIL: Final = re.compile(
    rf"(?<![\d-])(?:0[1-9]|[1278]\d|3[01]|6[1-9]|9[01])(?P<apart>[\s./{_DASHES}]?)"
    rf"(?:0[1-9]|1[0-2])(?P=apart)(?:[0-9]{{2}}{_GAP}[./{_DASHES}]?{_GAP}"
    rf"|(?:18|19|20)[0-9]{{2}}{_GAP}[{_DASHES}]{_GAP})[0-9]{{4}}(?!\d)"
)
"""A Danish civil registration number: the day of birth and four digits, however they are joined.

Whoever has none yet is given one whose day is raised by 60.
"""
_PHONE: Final = re.compile(
    r"(?<![\d.,+-])(?:\+45[ \u00a0]?\d\d(?:[ \u00a0]?\d\d){3}|\d\d(?:[ \u00a0]\d\d){3})"
    r"(?![\d-]|[.,]\d)"
)
"""A telephone number as Danes write it, in pairs; eight digits in a row may be an amount."""
_NUMBER: Final = re.compile(f"{_CIVIL.pattern}|{_PHONE.pattern}")
_ADDRESS: Final = re.compile(
    r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|[\w.+'-]{2,64}@[\w-]{0,63}\W{0,4}$"
    rf"|{_NUMBER.pattern}"
)
"""Such a number, an e-mail address, or one for whose end a field had no more room."""
_JOINT: Final = re.compile(r"\s{0,3}[-_+/]?\s?|\.")
"""What may stand between two parts of a name."""
_SPACE: Final = re.compile(r"[^\S\n]")
_LETTERS: Final = re.compile(r"[^\W\d_]*")
_COMMA: Final = re.compile(r"\s?,\s{0,2}")
"""What may stand between the last name and the first."""
_MIDDLE: Final = re.compile(r"\s{1,2}([^\W\d_])\.?\s{1,2}")
_BEFORE: Final = re.compile(r"(?<![^\W_])([^\W\d_])(?:\.\s{0,2}|\s)$")
_AFTER: Final = re.compile(r"\s?([^\W\d_])(?:\.(?!\w)|$)")
_AFTER_CUT: Final = re.compile(r"\W{0,4}")
"""What may stand at the end of a text after a name that was cut off, such as an ellipsis."""
_LONGEST_ENDING: Final = 2
"""The most letters that a name ends in besides: *Hanses*."""
_NEAR: Final = 5
_LONGEST_LINK: Final = 20
"""The most characters that stand between two parts of a name: *de la*."""
_LEAST_CUT: Final = 4
"""The letters from which on the beginning of a name is found without another part before it."""


@frozen
class Match:
    """A name in a text, or what identifies somebody as a name does.

    ``people`` are the numbers of those it may be; none for an address or a civil registration
    number. ``word`` is what stands there, as somebody is asked about it; ``parts`` are the parts
    of a name that were found. A ``stranger`` only shares them: it is the name of somebody else.
    """

    start: int
    end: int
    people: frozenset[int]
    word: str
    doubt: Doubt | None = None
    parts: tuple[str, ...] = ()
    stranger: bool = False

    @property
    def may_stay(self) -> bool:
        """Whether it may be a mere word: it is a single part of a name, or in doubt."""
        return bool(self.people) and (len(self.parts) == 1 or self.doubt is not None)


class NameFinder:
    """Finds the names of some people in texts; e-mail addresses are found without any."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._forms = NameForms(people)
        self._known: dict[str, Sequence[Match]] = {}

    def find(self, text: str) -> list[Match]:
        """All matches in a text, in order; none overlaps another."""
        fixed = list(_identifiers(text))
        if not self._forms.any:
            return fixed
        words = list(_words_outside(text, fixed))
        single = [match for word in words[:-1] for match in self._in_word(word)]
        single += [match for word in words[-1:] for match in self._in_last_word(text, word)]
        joined = [self._with_initials(text, match) for match in self._joined(text, single)]
        found = [match for match in joined if not _is_too_short(match)]
        every = sorted([*fixed, *found], key=lambda match: match.start)
        return list(self._with_neighbours(text, every))

    # ------------------------------------------------------------------ in a word
    def _in_word(self, word: Word) -> Sequence[Match]:
        """The names in a word, looked for once however often it comes."""
        known = self._known.get(word.written)
        if known is None:
            alone = Word(0, len(word.written), word.written, word.plain)
            known = self._known[word.written] = self._look_in(alone)
        at = word.start
        return [replace(m, start=m.start + at, end=m.end + at) for m in known] if known else ()

    def _look_in(self, word: Word) -> Sequence[Match]:
        """The names in a word: the word itself, parts of it, or none."""
        if found := self._whole(word) or self._full_inside(word):
            return [found]
        parts = humps(word)
        if len(parts) > 1 and (inside := self._in_parts(word, parts)):
            return inside
        beside = self._beside(word)
        return [beside] if beside else []

    def _whole(self, word: Word) -> Match | None:
        form = self._forms.form(word.plain)
        if form is None:
            return None
        written = word.written[: len(word.written) - form.ending]
        end = word.start + len(written)
        return Match(word.start, end, form.people, written, None, (form.part,))

    def _judged(self, match: Match) -> Match:
        """A match with the doubt that there is about it."""
        guessed = self._forms.is_guessed(match.people)
        alone = len(match.parts) == 1
        if match.doubt:
            return match
        if alone and match.word.islower() and not self._forms.is_small(match.parts[0]):
            return replace(match, doubt="small")
        if guessed or not alone:
            return replace(match, doubt="guessed" if guessed else None)
        return replace(match, doubt="word") if match.parts[0] in known_words() else match

    def _full_inside(self, word: Word) -> Match | None:
        """A full name that lost its spaces: *anehansen*."""
        place = self._forms.full_name_in(word.plain)
        return None if place is None else _at(word, place, None)

    def _in_parts(self, word: Word, parts: Sequence[Word]) -> Sequence[Match]:
        """The names among the parts of a word that begin with a capital: *spørgAneOgBo*."""
        found = [match for part in parts if (match := self._whole(part) or self._beside(part))]
        return [replace(match, word=word.written, doubt="inside") for match in found]

    def _beside(self, word: Word) -> Match | None:
        """A part of a name that lost the space beside it: *Dorthesiger*."""
        if word.plain in known_words():
            return None
        place = self._forms.name_beside_word(word.plain)
        return None if place is None else _at(word, place, "inside")

    def _in_last_word(self, text: str, word: Word) -> Sequence[Match]:
        """The names in the last word of a text, for which a field may have had no more room."""
        found = self._in_word(word)
        if found and word.end - found[-1].end <= _LONGEST_ENDING:
            return found
        return list(self._cut_off(text, word)) or found

    def _cut_off(self, text: str, word: Word) -> Iterator[Match]:
        """The name that a word is the beginning of, at the end of a text: *Ane Søren*."""
        few = len(word.plain) < _LEAST_CUT and not word.written.istitle()
        if few or len(word.written) == 1 or not _AFTER_CUT.fullmatch(text, word.end):
            return
        if form := self._forms.cut_off(word.plain):
            yield Match(word.start, word.end, form.people, word.written, "cut", (form.part,))

    # ------------------------------------------------------------------ several words
    def _joined(self, text: str, found: Sequence[Match]) -> list[Match]:
        """The matches, with the parts of one name that follow each other as one."""
        joined: list[Match] = []
        for match in found:
            last = joined[-1] if joined else None
            both = last and (self._both(text, last, match) or self._another(text, last, match))
            if both is None:
                joined.append(match)
            else:
                joined[-1] = both
        return joined

    def _both(self, text: str, a: Match, b: Match) -> Match | None:
        """Two matches as one, if they are parts of one name."""
        people = a.people & b.people
        if not people or set(a.parts) & set(b.parts):
            return None
        people = self._joining(text[a.end : b.start], a.parts[-1], people)
        if not people:
            return None
        return Match(a.start, b.end, people, text[a.start : b.end], None, (*a.parts, *b.parts))

    def _another(self, text: str, a: Match, b: Match) -> Match | None:
        """A first name of one and a last name of another as the name of somebody else.

        *Mette Sørensen* is neither Anne-Mette nor Søren.
        """
        alone = len(a.parts) == len(b.parts) == 1 and not a.people & b.people
        named = text[a.start].isupper() and text[b.start].isupper()
        if not (alone and named and _SPACE.fullmatch(text, a.end, b.start)):
            return None
        if b.doubt != "inside" and not self._forms.is_surname(b.parts[0], b.people):
            return None
        rest = _LETTERS.match(text, b.end)
        end = rest.end() if rest and b.doubt == "inside" else b.end
        people, parts = a.people | b.people, (*a.parts, *b.parts)
        return Match(a.start, end, people, text[a.start : end], "guessed", parts)

    def _joining(self, between: str, last: str, people: frozenset[int]) -> frozenset[int]:
        """Those of some people in whose name this may stand after a part of it."""
        if _JOINT.fullmatch(between) or _is_middle(between):
            return people
        if _COMMA.fullmatch(between):
            return frozenset(who for who in people if self._forms.is_last(last, (who,)))
        if len(between) > _LONGEST_LINK or not between.strip().replace(" ", "").isalpha():
            return frozenset()
        return self._forms.linked([word.plain for word in words_of(between)], people)

    def _with_initials(self, text: str, match: Match) -> Match:
        """A match with the initial before or after it: *A. Hansen*, *Ane H.*"""
        before = _BEFORE.search(text[max(0, match.start - _NEAR) : match.start])
        if before and (people := self._others(before[1], match)):
            start = match.start - (before.end() - before.start())
            match = replace(match, start=start, people=people, doubt=None)
            match = replace(match, parts=(before[1], *match.parts))
        after = _AFTER.match(text, match.end)
        if after and (people := self._others(after[1], match)):
            match = replace(match, end=after.end(), people=people, doubt=None)
            match = replace(match, parts=(*match.parts, after[1]))
        return match

    def _with_neighbours(self, text: str, found: Sequence[Match]) -> Iterator[Match]:
        """The matches with the unknown names beside them: *Bo Friis*, *Jens Peter Sørensen*."""
        before = 0
        for n, match in enumerate(found):
            after = found[n + 1].start if n + 1 < len(found) else len(text)
            if match.people and match.doubt is None and text[match.start].isupper():
                match = self._widened(text, match, before, after)
            before = match.end
            yield self._judged(match) if match.people else match

    def _widened(self, text: str, match: Match, before: int, after: int) -> Match:
        """A match with the names beside it, of which nothing reaches beyond these places."""
        surname = self._forms.is_surname(match.parts[-1], match.people)
        start = start_with_what_precedes(text, match.start, before, spaced=surname)
        end = end_with_what_follows(text, match.end, after)
        if (start, end) == (match.start, match.end):
            return match
        told = text[match.end : match.end + 1] != "-" and not self._forms.has_surname(match.people)
        stranger = start != match.start or not told
        word = text[start:end]
        return replace(match, start=start, end=end, word=word, doubt="guessed", stranger=stranger)

    def _others(self, letter: str, match: Match) -> frozenset[int]:
        """The people whose initial a letter is, besides the parts of the name that were found."""
        if not letter.isupper():
            return frozenset()
        return self._forms.with_initial(letter, match.people, match.parts)


# ------------------------------------------------------------------ parts
def _identifiers(text: str) -> Iterator[Match]:
    """What identifies a person without a name: e-mail addresses and the numbers people have."""
    for found in (_ADDRESS if "@" in text else _NUMBER).finditer(text):
        yield Match(found.start(), found.end(), frozenset(), found[0])


def _words_outside(text: str, fixed: Sequence[Match]) -> Iterator[Word]:
    """The words of a text before, between and after some matches."""
    at = 0
    for match in fixed:
        yield from words_of(text, at, match.start)
        at = match.end
    yield from words_of(text, at)


def _is_middle(between: str) -> bool:
    """Whether it is a middle initial."""
    found = _MIDDLE.fullmatch(between)
    return bool(found and found[1].isupper())


def _is_too_short(match: Match) -> bool:
    """Whether of a name that may be cut off too little is left, or it is a word."""
    if match.doubt != "cut":
        return False
    left = plain(match.word)
    return len(left) < _LEAST_CUT or left in known_words()


def _at(word: Word, place: Place, doubt: Doubt | None) -> Match:
    """A match inside a word."""
    part = part_of(word, place.start, place.end)
    return Match(part.start, part.end, place.people, word.written, doubt, place.parts)
