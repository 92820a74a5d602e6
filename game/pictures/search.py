"""Pictures found by words in Danish or English: Unicode's own annotations, and everyday words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from operator import itemgetter
from typing import Final, NamedTuple

from game.i18n import Lang
from game.pictures.everyday import places
from game.pictures.library import words

_BEST, _NAME, _WORD, _WITHIN = range(4)

MOST_FOUND: Final = 60
"""The most pictures that one search gives."""


class _Told(NamedTuple):
    """What is told of a picture, in small letters."""

    name: str
    all: str
    """The name and the other words, a line each: what does not stand here fits nowhere."""
    parts: tuple[str, ...]


@cache
def _told(lang: Lang) -> Mapping[str, _Told]:
    found = {}
    for key, own in words(lang).items():
        small = tuple(word.casefold() for word in own)
        parts = tuple(part for word in small for part in word.split())
        found[key] = _Told(small[0], "\n".join(small), parts)
    return found


def named(key: str, lang: Lang) -> str:
    """What a picture is called; empty where it has no name in this language."""
    name, *_ = words(lang).get(key, ("",))
    return name


def search(text: str, lang: Lang, most: int = MOST_FOUND) -> list[str]:
    """The keys of pictures that fit a text, the best first; all that have a name for an empty one.

    A picture fits if every word of the text begins one of its own words, or stands within one; or
    if the text begins an everyday word for it.
    """
    wanted = text.casefold().split()
    ranks = {key: _rank(each, wanted) for key, each in _told(lang).items()}
    fitting = [(rank, key) for key, rank in ranks.items() if rank is not None]
    ordered = [key for _, key in sorted(fitting, key=itemgetter(0))]
    best = [key for key in ordered if ranks[key] == _BEST]
    meant, begun = _everyday(" ".join(wanted), lang)
    return list(dict.fromkeys([*best, *meant, *ordered, *begun]))[:most]


def _everyday(told: str, lang: Lang) -> tuple[list[str], list[str]]:
    """The pictures for which this is an everyday word, and those where it begins one."""
    meant = list(places(lang).get(told, ()))
    begun = (keys for word, keys in places(lang).items() if told and word.startswith(told))
    return meant, [key for keys in begun for key in keys]


def _rank(own: _Told, wanted: list[str]) -> int | None:
    """How well the words of a picture fit, smaller is better; ``None`` if they do not."""
    for each in wanted:
        if each not in own.all:
            return None
    if own.name == " ".join(wanted):
        return _BEST
    worst = _NAME
    for each in wanted:
        if any(word.startswith(each) for word in own.name.split()):
            continue
        begun = any(part.startswith(each) for part in own.parts)
        worst = max(worst, _WORD) if begun else _WITHIN
    return worst
