"""Who may be named in a session: the players, and whoever stands where a person is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from game.anonymity.name_forms import NameForms, Person, proper_parts
from game.anonymity.replacing import AS_FOUND, NOBODY, NameChoices, NameReplacer
from game.anonymity.spelling import Word, plain, words_of
from game.anonymity.vocabulary import (
    SEATS,
    known_words,
    names_that_are_words,
    words_of_roles,
)
from game.content.case import Case, Prose
from game.engine import Seat
from game.frozen import frozen
from game.i18n import Words
from game.session import Log
from game.session.rewriting import PERSON_FIELDS
from game.session.seating import named_at_seats, seats_at_last
from game.wording.case_names import CaseNames

_MOST_GUESSED: Final = 60
"""More names of people who were not at the table are not looked for elsewhere."""
_AND: Final = re.compile(r"[,;/&+()]|\b(?:og|and|samt)\b")
"""What stands between people who are named together."""
_LONELY: Final = re.compile(rf"[\s,;:/+()–-]*\b{NOBODY}(?:['’]?s)?\b[\s,;:/+()–-]*")


@frozen
class Cast:
    """Those who may be named.

    ``players`` are numbered as the seats; a player without a name that can be looked for has an
    empty one. ``others`` were named elsewhere. ``roles`` has what stands for the name of a role, by
    each name that it has, and ``unsearchable`` the names that cannot be looked for.
    """

    players: tuple[Person, ...]
    others: tuple[Person, ...]
    roles: dict[str, str]
    unsearchable: tuple[str, ...]

    @property
    def people(self) -> list[Person]:
        """All of them, the players first."""
        return [*self.players, *self.others]


def cast_of(log: Log, case: Case, t: Words, choices: NameChoices) -> Cast:
    """Those who may be named in a session."""
    seats = seats_of(log)
    players, roles = players_of(seats, case, t, choices)
    others = [Person(name, NOBODY) for name in choices.also]
    others += _otherwise_seated(log, players)
    others += _named_elsewhere(log, [*players, *others])
    unsearchable = [seat.name for seat in seats if _is_lost(seat.name)]
    return Cast(players, tuple(others), roles, tuple(dict.fromkeys(unsearchable)))


def players_of(
    seats: Sequence[Seat], case: Case, t: Words, choices: NameChoices = AS_FOUND
) -> tuple[tuple[Person, ...], dict[str, str]]:
    """The players, and what stands for the name of each role, in which somebody may be named."""
    names = [_looked_for(seat.name) for seat in seats]
    everyone = [Person(name, NOBODY) for name in (*names, *choices.also)]
    roles = _roles(case, NameReplacer(everyone, choices), t)
    called = CaseNames(t, _with_roles(case, roles))
    numbered = enumerate(zip(names, seats, strict=True))
    players = (Person(name, called.by_roles(n, seat.roles)) for n, (name, seat) in numbered)
    return tuple(players), roles


def nameless_people(log: Log, names: Iterable[str]) -> list[Person]:
    """The players of these names, and whoever is named elsewhere, with nothing in their place."""
    seated = (*names, *(name for _, name in named_at_seats(log)))
    players = [Person(_looked_for(name), "") for name in dict.fromkeys(seated)]
    return players + [replace(other, called="") for other in _named_elsewhere(log, players)]


def seats_of(log: Log) -> tuple[Seat, ...]:
    """The seats as they were at last, with their roles where the beginning is whole."""
    return seats_at_last(log)


# ------------------------------------------------------------------ the players
def _is_role(name: str) -> bool:
    """Whether what stands for a name is a role, or a seat: *Controller*, *Player 2*."""
    words = [word.plain for word in words_of(name)]
    return bool(words) and words_of_roles().issuperset(words)


def _looked_for(name: str) -> str:
    """A name, or nothing where a role or a seat stands for one."""
    return "" if _is_role(name) else name


def _is_lost(name: str) -> bool:
    """Whether it is a name that cannot be looked for; nobody has written *Player 2*."""
    words = [word.plain for word in words_of(name)]
    if not words:
        return bool(name.strip())
    if SEATS.issuperset(words):
        return False
    return _is_role(name) or all(len(word) == 1 for word in words)


def _otherwise_seated(log: Log, players: Sequence[Person]) -> list[Person]:
    """Who sat at a seat before, also by what was undone; what stands for the seat stands for all.

    A file that somebody altered may have other names in its first line.
    """
    last = {(n, player.name) for n, player in enumerate(players)}
    seated = [one for one in dict.fromkeys(named_at_seats(log)) if one not in last]
    return [
        Person(name, players[n].called if 0 <= n < len(players) else NOBODY)
        for n, name in seated
        if not _is_role(name)
    ]


# ------------------------------------------------------------------ their roles
def _roles(case: Case, without_names: NameReplacer, t: Words) -> dict[str, str]:
    """What stands for each name of a role: the same, but for names of people in it."""
    found: dict[str, str] = {}
    for n, role in enumerate(case.roles.values(), 1):
        for name in {role.name.da, role.name.en} - {""}:
            found[name] = _without_nobody(without_names(name)) or t("Role {n}", n=n)
    return found


def _without_nobody(role: str) -> str:
    """The name of a role without the mark of a name that stood in it: *NN, team leader*."""
    left = _LONELY.sub(" ", role).strip() if NOBODY in role else role
    return left if any(c.isalpha() for c in left) else ""


def _with_roles(case: Case, roles: dict[str, str]) -> Case:
    renamed = {
        id: replace(
            role, name=Prose(*(roles.get(name, name) for name in (role.name.da, role.name.en)))
        )
        for id, role in case.roles.items()
    }
    return replace(case, roles=renamed)


# ------------------------------------------------------------------ those who were not at the table
def _named_elsewhere(log: Log, known: Sequence[Person]) -> list[Person]:
    """People whose name stands where one is asked for: who told an outcome, who does something."""
    forms, found = NameForms(known), dict[str, Person]()
    for written in _in_person_fields(log.records):
        for name in names_in(written):
            parts = proper_parts(list(words_of(name)))
            if parts and not all(forms.form(part.plain) for part in parts):
                found.setdefault(plain(name), Person(name, NOBODY, guessed=True))
    return list(found.values())[:_MOST_GUESSED]


def _in_person_fields(records: Iterable[Any]) -> Iterator[str]:
    for record in records:
        for field in PERSON_FIELDS & set(getattr(type(record), "__dataclass_fields__", ())):
            if isinstance(written := getattr(record, field), str):
                yield written


def others_in(records: Iterable[Any], called: Iterable[str]) -> tuple[str, ...]:
    """Who does or tells something and is none of the roles, in entries without names."""
    roles = {role.strip() for one in called for role in _AND.split(one)}
    written = (_AND.split(one) for one in _in_person_fields(records))
    left = dict.fromkeys(_without_nobody(one).strip() for several in written for one in several)
    return tuple(one for one in left if one and one not in roles and not _is_role(one))


def names_in(written: str) -> Iterator[str]:
    """What may be a name in a text, for each of several people: where one begins, and the rest.

    *Controller Dorthe Lund* is *Dorthe Lund*; *Finance and IT* is nobody.
    """
    for one in _AND.split(written):
        words = list(words_of(one))
        first = next((n for n, word in enumerate(words) if _begins_a_name(word)), len(words))
        name = " ".join(word.written for word in words[first:])
        if len(name) > 1:
            yield name


def _begins_a_name(word: Word) -> bool:
    """Whether it is an unknown word, or a name with its capital letter that is a word, too."""
    if word.plain in names_that_are_words():
        return not word.written.islower()
    return word.plain not in known_words() and word.plain not in words_of_roles()
