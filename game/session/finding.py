"""Finds sessions in a list: by words, by how far they are, by case, ending, month and tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final, Literal, get_args

from game.engine.events import ENDINGS
from game.frozen import frozen
from game.i18n import Lang, mark
from game.i18n.order import in_alphabet
from game.session.annotations import tag_key
from game.session.index import ListedSession

Standing = Literal["all", "under_way", "over", "own"]

STANDINGS: Final[dict[Standing, str]] = {
    "all": mark("All"),
    "under_way": mark("Under way"),
    "over": mark("Over"),
    "own": mark("Own projects"),
}
"""How far a game is, or that it is about an own project; the first shows all."""

Facet = Literal["case", "ending", "month", "tag"]
"""A property of which one value is chosen: the case, how a game ended, when it began, a tag."""

FACETS: Final[tuple[Facet, ...]] = get_args(Facet)


@frozen
class SessionKeys:
    """What a session is found by, in small letters.

    ``text`` is searched for words. Each facet has the values by which it may be chosen: a case is
    known by its titles and by its file, a month is written ``2027-03``.
    """

    text: str
    case: tuple[str, ...]
    ending: tuple[str, ...]
    month: tuple[str, ...]
    tag: tuple[str, ...]


@dataclass(slots=True)
class SessionFilter:
    """What a list is narrowed down to; ``chosen`` has the values of facets, in small letters."""

    words: str = ""
    standing: Standing = "all"
    chosen: dict[Facet, str] = field(default_factory=dict)

    @property
    def shows_all(self) -> bool:
        """Whether nothing is left out."""
        return not self.words.strip() and self.standing == "all" and not self.chosen

    def choose(self, facet: Facet, value: str) -> None:
        """Narrow down to a value of a facet; an empty one takes that back."""
        self.chosen.pop(facet, None)
        if value:
            self.chosen[facet] = value.casefold()

    def shows(
        self, found: ListedSession, keys: SessionKeys, *, regardless_of: Facet | None = None
    ) -> bool:
        """Whether a session is shown, by its keys (:func:`keys_of`)."""
        return (
            self._stands(found)
            and all(
                value in getattr(keys, facet)
                for facet, value in self.chosen.items()
                if facet != regardless_of
            )
            and all(word in keys.text for word in self.words.casefold().split())
        )

    def _stands(self, found: ListedSession) -> bool:
        if self.standing == "own":
            return found.own_project
        return self.standing == "all" or found.over == (self.standing == "over")


def keys_of(found: ListedSession) -> SessionKeys:
    """What a session is found by.

    Its day stands in the text in the two ways in which it may be typed.
    """
    day, stem = found.begun_at, PurePath(found.scenario_file).stem
    titles, tags = (found.title_da, found.title_en), found.tags
    names = (found.path.stem, *(seat.name for seat in found.seats), *found.before)
    texts = (*titles, *names, *tags, f"{day:%d-%m-%Y}", f"{day:%Y-%m-%d}")
    return SessionKeys(
        text="\n".join(texts).casefold(),
        case=tuple({text.casefold() for text in (*titles, stem)}),
        ending=() if found.ending is None else (found.ending,),
        month=(f"{day:%Y-%m}",),
        tag=tuple(map(tag_key, tags)),
    )


@frozen
class FacetOption:
    """A value of a facet that some sessions have, as it is spelt in the first of them."""

    value: str
    count: int


def facet_options(
    sessions: Iterable[tuple[ListedSession, SessionKeys]], facet: Facet, lang: Lang
) -> list[FacetOption]:
    """What can be chosen of a facet, each with the number of sessions that have it.

    The latest months come first, endings as the rules have them, the most frequent cases and tags.
    """
    counts, spelt = Counter[str](), dict[str, str]()
    for found, keys in sessions:
        for value in _values(found, keys, facet, lang):
            counts[value.casefold()] += 1
            spelt.setdefault(value.casefold(), value)
    options = [FacetOption(spelt[key], count) for key, count in counts.items()]
    if facet == "month":
        return sorted(options, key=lambda option: option.value, reverse=True)
    if facet == "ending":
        order: dict[str, int] = {code: n for n, code in enumerate(ENDINGS)}
        return sorted(options, key=lambda option: order[option.value])
    return sorted(options, key=lambda option: (-option.count, in_alphabet(lang, option.value)))


def _values(found: ListedSession, keys: SessionKeys, facet: Facet, lang: Lang) -> tuple[str, ...]:
    """The values of a session as they are spelt."""
    if facet == "case":
        return (found.title(lang),)
    if facet == "tag":
        return found.tags
    return keys.month if facet == "month" else keys.ending
