"""The list of what was taken out of a session, as lines of text.

Before anything is written somebody reads it who knows the people: that list names them. The one
that goes with the files names nobody, and quotes no word that looked like a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.anonymity.findings import Findings, PersonFound, WordFound
from game.anonymity.hints import MOST_ASKED, SECRET, hint_title, listed
from game.anonymity.names import Doubt
from game.anonymity.places import Place, place_name
from game.i18n import Words, mark

DOUBTS: Final[Mapping[Doubt, str]] = {
    "small": mark("in small letters"),
    "word": mark("also a word"),
    "inside": mark("within a word"),
    "cut": mark("cut off at the end"),
    "guessed": mark("perhaps not a person"),
}
HEADS: Final = {
    "words": mark("Words that may not be names"),
    "taken": mark("Taken out"),
    "not_found": mark("Not looked for"),
    "hints": mark("What may still tell who it is about"),
}
"""The parts of the list."""
READ_IT: Final = mark(
    "No program knows all the ways to speak of somebody. Read it through before you pass it on."
)


def places_text(t: Words, places: Mapping[Place, int]) -> str:
    """Where something stood and how often: ``title 1, notes 3``."""
    return ", ".join(f"{place_name(t, place)} {t.number(n)}" for place, n in places.items())


def times(t: Words, n: int) -> str:
    """How often."""
    return t.plural("{n} time", "{n} times", n)


def doubt_text(t: Words, word: WordFound) -> str:
    """Why a word may be no name, and how often it stands there."""
    why = [t(DOUBTS[doubt]) for doubt in DOUBTS if doubt in word.doubts]
    return ", ".join([times(t, word.count), *why])


def examples_text(t: Words, word: WordFound) -> str:
    """Where a word stands, for example."""
    return " · ".join(t("“{name}”", name=example) for example in word.examples)


# ------------------------------------------------------------------ for whoever decides
def full_list(t: Words, findings: Findings) -> list[str]:
    """The list for whoever decides, with the names and the words in doubt."""
    return [
        *_section(t, "words", _words(t, findings)),
        *_section(t, "taken", named_lines(t, findings)),
        *_section(t, "not_found", not_found_lines(t, findings)),
        *_section(t, "hints", hint_lines(t, findings)),
        "",
        t(READ_IT),
    ]


def _section(t: Words, part: str, lines: Iterator[str]) -> list[str]:
    found = [f"  {line}" for line in lines]
    return ["", t(HEADS[part]), *found] if found else []


def _words(t: Words, findings: Findings) -> Iterator[str]:
    for word in findings.words:
        done = t("stays") if word.stays else f"→ {word.called}"
        yield f"{word.word} {done} ({doubt_text(t, word)}): {examples_text(t, word)}"


def named_lines(t: Words, findings: Findings) -> Iterator[str]:
    """Who is taken out, where and how often."""
    for who in findings.people:
        yield f"{who.name} → {who.called} {_how_often(t, who)}"
    yield from _addresses(t, findings)
    if not findings.count:
        yield t("Nobody is named in what was written.")


def not_found_lines(t: Words, findings: Findings) -> Iterator[str]:
    """What cannot be looked for, and what was to be kept in vain."""
    for name in findings.unsearchable:
        yield t("“{name}” stands at a seat and is not a name that can be searched for.", name=name)
    for word in findings.unused:
        yield t("“{word}” was to be kept and does not stand anywhere as a name.", word=word)


# ------------------------------------------------------------------ for the files
def public_list(t: Words, findings: Findings) -> list[str]:
    """The list that stands beside the files: it names nobody."""
    return [
        t("What was taken out of these files"),
        *_section(t, "taken", _called(t, findings)),
        *_section(t, "hints", _public_hints(t, findings)),
        "",
        t(READ_IT),
    ]


def _called(t: Words, findings: Findings) -> Iterator[str]:
    for who in findings.people:
        taken = t("A name; “{role}” stands in its place", role=who.called)
        yield f"{taken} {_how_often(t, who)}"
    yield from _addresses(t, findings)
    if findings.kept:
        yield t.plural(
            "{n} word that looks like a name was looked at and stays.",
            "{n} words that look like a name were looked at and stay.",
            findings.kept,
        )
    if not findings.count:
        yield t("Nobody is named in what was written.")


def _how_often(t: Words, who: PersonFound) -> str:
    return f"({times(t, who.count)}): {places_text(t, who.places)}"


def _addresses(t: Words, findings: Findings) -> Iterator[str]:
    if findings.addresses:
        where = places_text(t, findings.addresses)
        yield t("E-mail addresses, telephone and civil registration numbers: {where}", where=where)


def _public_hints(t: Words, findings: Findings) -> Iterator[str]:
    for hint in findings.hints:
        if hint.kind in SECRET:
            yield f"{hint_title(t, hint)}: {t.number(len(hint.found))}"
        else:
            yield f"{hint_title(t, hint)}: {listed(t, hint.found)}"


def hint_lines(t: Words, findings: Findings) -> Iterator[str]:
    """What may still identify, as whoever decides may see it."""
    for hint in findings.hints:
        yield f"{hint_title(t, hint)}: {listed(t, hint.found, MOST_ASKED)}"
