"""What may still tell whose session it is when no name stands in it any longer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Final, Literal

from game.anonymity.replacing import NOBODY
from game.anonymity.spelling import plain, words_of
from game.anonymity.vocabulary import names_that_are_words, shipped_words, small_words
from game.frozen import frozen
from game.i18n import Words, mark
from game.resources import ASSETS

HintKind = Literal[
    "title",
    "roles",
    "others",
    "municipality",
    "played",
    "places",
    "dates",
    "domains",
    "numbers",
    "capitals",
    "initials",
    "ids",
    "moods",
]

NAMES: Final[Mapping[HintKind, str]] = {
    "title": mark("What the project is called"),
    "roles": mark("Roles that one person has"),
    "others": mark("Who does or tells something besides the roles"),
    "municipality": mark("Where the case comes from"),
    "played": mark("When it was played"),
    "places": mark("Places"),
    "capitals": mark("Other words with a capital letter: people, systems, places?"),
    "initials": mark("What may be initials"),
    "dates": mark("Days"),
    "domains": mark("Addresses on the internet"),
    "numbers": mark("What may be telephone or civil registration numbers"),
    "ids": mark("Ids of cards, which cannot be changed"),
    "moods": mark("How each role felt"),
}
SECRET: Final = frozenset(("others", "initials", "ids", "capitals", "numbers"))
"""Kinds that may name somebody: others are only told how many there are."""
_MOST_LISTED: Final = 12
MOST_ASKED: Final = 60
"""The most of a kind that are shown to somebody who decides."""
_LONGEST: Final = 4_000
"""No text of a session or a case is longer; what is no case may be."""
_BEFORE: Final = 4
"""The characters before a word that are looked at."""
_MOST_WORDS: Final = 4
"""The most words of a name whose initials are looked for."""

_CAPITAL: Final = re.compile(r"(?<![\w-])[A-ZÆØÅÉÄÖÜ][\w-]+")
_WITHIN: Final = re.compile(r"[\w,;)/&+–-]\s?[^\w\s.!?:]{0,2}$")
"""What stands before a word within a sentence: a word or a comma, and perhaps a quotation mark."""
_PLACE: Final = re.compile(
    r"(?<!\w)(?:[A-ZÆØÅ][\w-]+ (?:Kommune|kommune)|Region [A-ZÆØÅ]\w+"
    r"|[A-ZÆØÅ]\w+(?:vej|gade|allé|alle|vænget|stræde|torv|parken|havn|by|skolen|huset|centret)"
    r"(?: \d+\w?)?)(?!\w)"
)
_DAY: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d|(?:19|20)\d\d"
    r"|\d{1,2}\.? (?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*(?: \d{4})?)"
    r"(?![\d-])",
    re.IGNORECASE,
)
_DOMAIN: Final = re.compile(r"(?<![\w@])(?:https?://)?(?:[\w-]{1,63}\.)+(?:dk|com|org|net|eu|nu)\b")
_NUMBER: Final = re.compile(
    r"(?<![\d.,])(?:\d{6}\s{0,3}\W?\s{0,3}\d{4}|(?:\+45\s?)?\d\d\s?\d\d\s?\d\d\s?\d\d)(?!\d|[.,]\d)"
)
_INITIALS: Final = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,4}(?!\w)")


@frozen
class Hint:
    """Something that may still tell who it is about: its kind, and what was found."""

    kind: HintKind
    found: tuple[str, ...]


def hint_title(t: Words, hint: Hint) -> str:
    """What a kind of hint is called."""
    return t(NAMES[hint.kind])


def listed(t: Words, found: Sequence[str], most: int = _MOST_LISTED) -> str:
    """What was found, the first of them if there is much."""
    more = len(found) - most
    return ", ".join(found[:most]) + (" " + t("and {n} more", n=more) if more > 0 else "")


def hints_in(texts: Sequence[str], called: Iterable[str], names: Iterable[str]) -> list[Hint]:
    """What may still identify in texts without names.

    ``called`` is what stands in place of the names: its words are no hint.
    """
    texts = [text[:_LONGEST] for text in texts]
    called = [*called, NOBODY]
    own = {form for text in called for w in words_of(text) for form in (w.plain, f"{w.plain}s")}
    found = [Hint(kind, _all(find, texts)) for kind, find in _FINDERS.items()]
    initials = set(map(_initials_of, names)) - {""}
    found.append(
        Hint("initials", tuple(w for w in _all(_INITIALS.findall, texts) if w in initials))
    )
    known = (
        {plain(NOBODY)}
        | own
        | {word.plain for hint in found for item in hint.found for word in words_of(item)}
    )
    found.append(Hint("capitals", _capitals(texts, known)))
    return [hint for hint in found if hint.found]


def _all(find: Callable[[str], Iterable[str]], texts: Sequence[str]) -> tuple[str, ...]:
    """What is found in texts, each thing once, in order."""
    return tuple(dict.fromkeys(item for text in texts for item in find(text)))


def _capitals(texts: Sequence[str], known: Set[str]) -> tuple[str, ...]:
    """The words with a capital letter that may be names; last those that begin a sentence.

    These are words where they stand in small letters elsewhere. A name that is a word as well is
    one within a sentence. Those that follow each other are one: *Ditte Kjær*.
    """
    small = shipped_words() | small_words(texts)
    within, first = dict[str, None](), dict[str, None]()
    for text in texts:
        called, end, place = "", -1, first
        for found in _CAPITAL.finditer(text):
            inside = _WITHIN.search(text[max(0, found.start() - _BEFORE) : found.start()])
            if not _may_be_a_name(plain(found[0]), small, known, inside=inside is not None):
                continue
            if text[end : found.start()] == " ":
                place.pop(called, None)
                called, place = f"{called} {found[0]}", within
            else:
                called, place = found[0], within if inside else first
            place[called], end = None, found.end()
    return tuple(within | first)


def _may_be_a_name(word: str, small: Set[str], known: Set[str], *, inside: bool) -> bool:
    if word in known:
        return False
    if inside:
        return word not in shipped_words() or word in names_that_are_words()
    return word not in small


def _places(text: str) -> Iterator[str]:
    yield from (found[0] for found in _PLACE.finditer(text))
    rest = re.findall(r"[A-ZÆØÅ][\w-]+", _PLACE.sub(" ", text))
    yield from (word for word in rest if word in _municipalities())


@cache
def _municipalities() -> frozenset[str]:
    """The 98 Danish municipalities, with and without the ending of a genitive."""
    names = (ASSETS / "words" / "municipalities.txt").read_text("utf-8").split()
    return frozenset(form for name in names for form in (name, f"{name}s"))


def _initials_of(name: str) -> str:
    """The initials of a name of several words, in capitals."""
    words = list(words_of(name))[:_MOST_WORDS]
    return "".join(word.written[0] for word in words).upper() if len(words) > 1 else ""


_FINDERS: Final[Mapping[HintKind, Callable[[str], Iterable[str]]]] = {
    "places": _places,
    "dates": _DAY.findall,
    "domains": _DOMAIN.findall,
    "numbers": _NUMBER.findall,
}
