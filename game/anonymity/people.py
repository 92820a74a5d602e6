"""Who may be named in a session: the players, and whoever stands where a person is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any, Final

from game.anonymity.name_forms import NameForms, Person, proper_parts
from game.anonymity.replacing import AS_FOUND, NOBODY, NameChoices, NameReplacer
from game.anonymity.spelling import Word, plain, words_of
from game.anonymity.vocabulary import (
    SEATS,
    is_of_a_role,
    known_words,
    names_that_are_words,
)
from game.content.case import Case, Prose
from game.engine import Seat
from game.frozen import frozen
from game.i18n import LANGS, Words, words
from game.session import Log
from game.session.rewriting import PERSON_FIELDS, rewrite_fields
from game.session.seating import named_at_seats, seats_at_last
from game.wording.case_names import CaseNames

_MOST_GUESSED: Final = 60
"""More names of people who were not at the table are not looked for elsewhere."""
_AND: Final = re.compile(r"[,;/&+()]|\b(?:og|and|samt)\b")
"""What stands between people who are named together."""
_ASKED_FOR: Final = re.compile(
    r"\b(?:(?:gevinst|risiko|forandrings)?ejer(?:s|en|ens)?|\w*ansvarlige?|(?:\w+_)?owner(?:_\w+)?"
    r"|responsible|measurer|hvem|who|målt af|measured by|assigned to|rolle|role)\b[^:·\n]{0,30}"
    r"(?::\s?(?:navn|name|rolle|role))?\s{0,2}:\s{0,3}([^:·;\n]{1,80})",
    re.IGNORECASE,
)
"""What follows a heading that asks for a person, as in a row of a table that was kept as a note."""
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


def cast_of(log: Log, case: Case, t: Words, choices: NameChoices = AS_FOUND) -> Cast:
    """Those who may be named in a session."""
    stands = _StandIns.of(log, case, by_roles=log.header.anonymised)
    seats = [replace(s, name=_in_full(s, case)) for s in map(stands.without, seats_at_last(log))]
    seated = [*(seat.name for seat in seats), *choices.also]
    seated += [name for _, name in named_at_seats(log) if not stands.at_seat(name)]
    known = [Person(name, NOBODY) for name in dict.fromkeys(seated)]
    elsewhere = _named_elsewhere(log, known)
    roles = _roles(case, NameReplacer([*known, *elsewhere], choices), t)
    called = CaseNames(t, _with_roles(case, roles))
    players = tuple(Person(s.name, called.by_roles(n, s.roles)) for n, s in enumerate(seats))
    others = [Person(name, NOBODY) for name in choices.also]
    others += _otherwise_seated(log, players, stands)
    lost = (seat.name for seat in seats_at_last(log) if _is_lost(seat.name, stands))
    return Cast(players, (*others, *elsewhere), roles, tuple(dict.fromkeys(lost)))


def nameless_people(log: Log, case: Case, names: Iterable[str]) -> list[Person]:
    """Whoever is named in a log by roles, and the players of these names, with nothing instead."""
    stands = _StandIns.of(log, case, by_roles=True)
    seated = dict.fromkeys((*names, *(name for _, name in named_at_seats(log))))
    players = [Person(name, "") for name in seated if not stands.at_seat(name)]
    return players + [replace(other, called="") for other in _named_elsewhere(log, players)]


def names_somebody(log: Log, case: Case, text: str) -> bool:
    """Whether a text where a person is asked for names somebody, and not the roles of a session."""
    stands = _StandIns.of(log, case, by_roles=True)
    return not stands.at_seat(text) and any(not stands.at_seat(name) for name in names_in(text))


# ------------------------------------------------------------------ the players
@frozen
class _StandIns:
    """What stands at a seat and is nobody's name: ``words`` of the case's roles, whole ``titles``.

    A group may play under the roles of its own case, and where names were taken out before each
    seat is called by its roles.
    """

    words: frozenset[str]
    titles: frozenset[str]

    @classmethod
    def of(cls, log: Log, case: Case, *, by_roles: bool) -> _StandIns:
        """Those of a session, whose seats may be called ``by_roles`` already.

        A word of its own roles may be a name unless it is a word elsewhere.
        """
        named = [text for role in case.roles.values() for text in (role.name.da, role.name.en)]
        own = frozenset(word.plain for text in named for word in words_of(text))
        shared = (own & known_words()) - names_that_are_words()
        titles = [*named, *_titles(log, case)] if by_roles else ()
        return cls(shared, frozenset(titles))

    def at_seat(self, name: str) -> bool:
        """Whether what stands for a name is a role, or a seat: *Controller*, *Player 2*."""
        return name in self.titles or _is_role(name, self.words)

    def without(self, seat: Seat) -> Seat:
        """A seat with its name, or with none where a role or a seat stands for one."""
        return replace(seat, name="") if self.at_seat(seat.name) else seat


def _titles(log: Log, case: Case) -> Iterator[str]:
    """What the seats are called by their roles, in both languages."""
    for lang in LANGS:
        called = CaseNames(words(lang), case)
        yield from (called.by_roles(n, seat.roles) for n, seat in enumerate(seats_at_last(log)))


def _in_full(seat: Seat, case: Case) -> str:
    """The name at a seat, with the rest of it where the seat's own role has more of it."""
    parts = {part.plain for part in proper_parts(list(words_of(seat.name)))}
    names = (case.roles[role].name for role in seat.roles if role in case.roles)
    for chunk in (one for name in names for text in (name.da, name.en) for one in _AND.split(text)):
        found = list(words_of(chunk))
        at = [n for n, word in enumerate(found) if word.plain in parts]
        if at and parts <= {word.plain for word in found}:
            more = takewhile(_is_more_of_a_name, found[at[-1] + 1 :])
            return " ".join([seat.name, *(word.written for word in more)])
    return seat.name


def _is_more_of_a_name(word: Word) -> bool:
    return not word.written.islower() and _begins_a_name(word)


def _is_role(name: str, besides: frozenset[str] = frozenset()) -> bool:
    """Whether a name has words for roles alone, those of a case ``besides``."""
    found = [word.plain for word in words_of(name)]
    return bool(found) and all(is_of_a_role(word) or word in besides for word in found)


def _is_lost(name: str, stands: _StandIns) -> bool:
    """Whether it is a name that cannot be looked for; nobody has written *Player 2*."""
    found = [word.plain for word in words_of(name)]
    if not found:
        return bool(name.strip())
    if SEATS.issuperset(found) or name in stands.titles:
        return False
    return stands.at_seat(name) or all(len(word) == 1 for word in found)


def _otherwise_seated(log: Log, players: Sequence[Person], stands: _StandIns) -> list[Person]:
    """Who sat at a seat before, also by what was undone; what stands for the seat stands for all.

    A file that somebody altered may have other names in its first line.
    """
    last = set(enumerate(seat.name for seat in seats_at_last(log)))
    seated = [one for one in dict.fromkeys(named_at_seats(log)) if one not in last]
    return [
        Person(name, players[n].called if 0 <= n < len(players) else NOBODY)
        for n, name in seated
        if not stands.at_seat(name)
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
    """What stands where a person is asked for: in a field, or behind a heading in a text."""
    found = list[str]()

    def look(written: str, field: str) -> str:
        found.extend([written] if field in PERSON_FIELDS else _ASKED_FOR.findall(written))
        return written

    for record in records:
        rewrite_fields(record, look)
    return iter(found)


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
        found = list(words_of(one))
        first = next((n for n, word in enumerate(found) if _begins_a_name(word)), len(found))
        name = " ".join(word.written for word in found[first:])
        if len(name) > 1 and name != NOBODY:
            yield name


def _begins_a_name(word: Word) -> bool:
    """Whether it is an unknown word, or a name with its capital letter that is a word, too."""
    if word.plain in names_that_are_words():
        return not word.written.islower()
    return word.plain not in known_words() and not is_of_a_role(word.plain)
