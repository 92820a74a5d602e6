"""What was found of names in a session: who, where and how often, and which words are in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.anonymity.hints import Hint
from game.anonymity.names import Doubt, Match
from game.anonymity.people import Cast
from game.anonymity.places import PLACES, Place
from game.anonymity.replacing import NOBODY, NameReplacer
from game.anonymity.vocabulary import shipped_texts
from game.frozen import frozen

MOST_EXAMPLES = 2
_AROUND = 28
"""The letters that are shown before and after a word."""


@frozen
class PersonFound:
    """What was found of a person: how often in which place. ``name`` is to be shown to nobody
    who does not know it anyway; ``called`` is what stands in its place."""

    name: str
    called: str
    places: Mapping[Place, int]

    @property
    def count(self) -> int:
        """How often the name was found."""
        return sum(self.places.values())


@frozen
class WordFound:
    """A word that may be no name: how often it was found, and where for example.

    ``stays`` once it was decided to be none.
    """

    word: str
    called: str
    doubts: frozenset[Doubt]
    count: int
    examples: tuple[str, ...]
    stays: bool


@frozen
class Findings:
    """All that was found. ``addresses`` are e-mail addresses and the numbers people have."""

    people: tuple[PersonFound, ...]
    words: tuple[WordFound, ...]
    addresses: Mapping[Place, int]
    unsearchable: tuple[str, ...]
    unused: tuple[str, ...]
    hints: tuple[Hint, ...]

    @property
    def count(self) -> int:
        """How often something was taken out."""
        return sum(who.count for who in self.people) + sum(self.addresses.values())

    @property
    def kept(self) -> int:
        """How often a word that looks like a name was left."""
        return sum(word.count for word in self.words if word.stays)


@dataclass(slots=True)
class _Tally:
    """What was found of a word so far; ``first`` is where it was found first."""

    first: Match
    doubts: set[Doubt] = field(default_factory=set)
    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, match: Match, text: str) -> None:
        """Count a word that was found in a text."""
        self.count += 1
        if match.doubt:
            self.doubts.add(match.doubt)
        if len(self.examples) < MOST_EXAMPLES:
            example = _excerpt(text, match)
            self.examples += [example] if example not in self.examples else []


@dataclass(slots=True)
class Gathering:
    """Replaces names in texts, one by one, and counts what it found: each text of a place once."""

    replacer: NameReplacer
    people: Counter[tuple[frozenset[int], Place]] = field(default_factory=Counter)
    addresses: Counter[Place] = field(default_factory=Counter)
    words: dict[str, _Tally] = field(default_factory=dict)
    _seen: dict[tuple[str, Place], str] = field(default_factory=dict)

    def replace(self, text: str, place: Place) -> str:
        """The text without names."""
        key = (text, place)
        if key not in self._seen:
            found = self._found(text)
            for match in found:
                self._count(match, text, place)
            self._seen[key] = self.replacer.replaced(text, found)
        return self._seen[key]

    def told(self, text: str) -> str:
        """The text without names, in which nothing is counted."""
        return self.replacer.replaced(text, self._found(text))

    def is_named(self, text: str) -> bool:
        """Whether somebody is named in a text, in which nothing is counted."""
        return self.told(text) != text

    def _found(self, text: str) -> list[Match]:
        """The names in a text; those in small letters are words where a shipped case has it."""
        found = self.replacer.found(text)
        if any(match.doubt == "small" for match in found) and text in shipped_texts():
            return [match for match in found if match.doubt != "small"]
        return found

    def _count(self, match: Match, text: str, place: Place) -> None:
        stays = self.replacer.choices.stays(match)
        if (match.doubt or stays) and place != "files":  # in a file's name all letters are small
            self.words.setdefault(match.word, _Tally(match)).add(match, text)
        if not match.people:
            self.addresses[place] += 1
        elif not stays:
            self.people[match.people, place] += 1

    # ------------------------------------------------------------------ what was found
    def written(self) -> list[str]:
        """All texts without names, short of the names of files and what is shipped."""
        texts = [(text, new) for (text, place), new in self._seen.items() if place != "files"]
        return [new for text, new in texts if text not in shipped_texts()]

    def called(self) -> list[str]:
        """All that stands in place of names."""
        return [person.called for person in self.replacer.people]

    def names(self) -> list[str]:
        """The names that were looked for."""
        return [person.name for person in self.replacer.people]

    def findings(self, cast: Cast, hints: tuple[Hint, ...]) -> Findings:
        """All that was found."""
        return Findings(
            people=tuple(self._people(cast)),
            words=tuple(self._word(word) for word in sorted(self.words)),
            addresses=in_order(self.addresses),
            unsearchable=cast.unsearchable,
            unused=tuple(sorted(self.replacer.choices.keep - self.words.keys())),
            hints=hints,
        )

    def _people(self, cast: Cast) -> Iterator[PersonFound]:
        """Those who were found; who share a name are told together."""
        everyone = cast.people
        for who in dict.fromkeys(people for people, _ in self.people):
            places = {p: n for (people, p), n in self.people.items() if people == who}
            names = [everyone[n].name for n in sorted(who)]
            called = {everyone[n].called for n in who}
            yield PersonFound(
                " / ".join(names), called.pop() if len(called) == 1 else NOBODY, in_order(places)
            )

    def _word(self, word: str) -> WordFound:
        found, replacer = self.words[word], self.replacer
        return WordFound(
            word,
            replacer.called(found.first),
            frozenset(found.doubts),
            found.count,
            tuple(found.examples),
            replacer.choices.stays(found.first),
        )


def in_order(places: Mapping[Place, int]) -> dict[Place, int]:
    """Places in the order in which they are told."""
    return {place: places[place] for place in PLACES if place in places}


def _excerpt(text: str, match: Match) -> str:
    """A match with what stands around it, on one line."""
    start, end = max(0, match.start - _AROUND), match.end + _AROUND
    cut = ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
    return " ".join(cut.split())
