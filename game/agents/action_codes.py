"""A number for every action that a seat may ever take in a case, the same in every game of it.

What a field may be is read off its type, as :mod:`game.engine` lists actions: an idea is its place
on the table, a card its place in the case, a number its place in its range. So a kind of action
that is added to the rules is numbered without a word here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import product
from math import prod
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from game.engine import ACTIONS, SPECS, Action, Exempt, Setup, State, legal, templates
from game.engine import actions as act
from game.engine.fields import Words
from game.frozen import frozen

LEFT_OUT: Final = {
    act.SetRange: Exempt("no rule looks at the range of an estimate"),
    act.GiveEstimate: Exempt("nobody calls for estimates where no facilitator sits"),
    act.Proceed: Exempt("the environment goes on by itself"),
}
"""The actions of the players that have no number."""

WRITTEN: Final = {
    act.WriteIdea: "ideas",
    act.WriteBenefit: "benefits",
    act.WriteRisk: "risks",
}
"""What is written in a case that has no such cards."""

WORDS: Final = "Own words"
"""What stands where something has to be written: to the rules all words are alike."""


@frozen
class _Field:
    """A field of an action: how many values have a number, and which value has which."""

    name: str
    size: int
    value: Callable[[State, dict[str, Any], int], object]
    number: Callable[[State, Action, object], int | None]


class ActionCodes:
    """The numbers of the actions in a case at a table of some seats.

    ``ideas`` and ``risks`` are how many places on the table, and at an idea, have numbers; what
    lies beyond cannot be chosen.
    """

    def __init__(self, setup: Setup, seats: int, *, ideas: int = 16, risks: int = 6) -> None:
        self.setup, self.seats, self.ideas, self.risks = setup, seats, ideas, risks
        self._first: dict[type[Action], int] = {}
        self._fields: dict[type[Action], tuple[_Field, ...]] = {}
        self.size = 0
        for kind in self._kinds():
            self._first[kind] = self.size
            self._fields[kind] = tuple(self._fields_of(kind))
            self.size += prod(field.size for field in self._fields[kind])

    @property
    def kinds(self) -> tuple[type[Action], ...]:
        """The kinds of actions that have numbers."""
        return tuple(self._first)

    def allowed(self, s: State, seat: int) -> dict[int, Action]:
        """What a seat may do now, by number."""
        found = ((self.number(s, action), action) for action in self._actions(s, seat))
        return {code: action for code, action in found if code is not None}

    def number(self, s: State, action: Action) -> int | None:
        """The number of an action, or ``None`` if it has none."""
        kind = type(action)
        if kind not in self._first:
            return None
        code = 0
        for field in self._fields[kind]:
            place = field.number(s, action, getattr(action, field.name))
            if place is None or place >= field.size:
                return None
            code = code * field.size + place
        return self._first[kind] + code

    def action(self, s: State, seat: int, code: int) -> Action:
        """The action with a number, for a seat; raises :class:`ValueError` if there is none."""
        kind = next((k for k in reversed(self._first) if self._first[k] <= code), None)
        if kind is None or not 0 <= code < self.size:
            raise ValueError(f"an action is a number from 0 to {self.size - 1}, not {code}")
        rest, places = code - self._first[kind], []
        for field in reversed(self._fields[kind]):
            rest, place = divmod(rest, field.size)
            places.append(place)
        values: dict[str, Any] = {}
        for field, place in zip(self._fields[kind], reversed(places), strict=True):
            values[field.name] = field.value(s, values, place)
        return _made(kind, seat, values)

    # ---------------------------------------------------------------- what may be done
    def _actions(self, s: State, seat: int) -> Iterator[Action]:
        yield from (action for action in legal(s) if getattr(action, "seat", None) == seat)
        if s.step == "turn" and s.turn == seat:
            for template in templates(s, [kind for kind in WRITTEN if kind in self._first]):
                for values in product(*template.choices.values()):
                    given = dict(zip(template.choices, values, strict=True))
                    yield template.action(**given, name=WORDS)

    def _kinds(self) -> Iterator[type[Action]]:
        for kind in ACTIONS:
            deck = WRITTEN.get(kind)
            written = deck is None or not getattr(self.setup, deck)
            if kind not in LEFT_OUT and SPECS[kind].who != "facilitator" and written:
                yield kind

    # ---------------------------------------------------------------- fields
    def _fields_of(self, kind: Any) -> Iterator[_Field]:
        hints = get_type_hints(kind, include_extras=True)
        for part in fields(kind):
            field = None if part.name == "seat" else self._field(part.name, hints[part.name])
            if field is not None:
                yield field

    def _field(self, name: str, hint: Any) -> _Field | None:
        """How a field of this type is numbered; ``None`` where anything may be written."""
        origin, args = get_origin(hint), get_args(hint)
        if origin is Literal:
            return _of_list(name, args)
        if origin in (Union, UnionType) and NoneType in args:
            (inner,) = (part for part in args if part is not NoneType)
            field = self._field(name, inner)
            return None if field is None else _or_none(field)
        if origin is not Annotated or isinstance(args[1], Words):
            return None
        if isinstance(args[1], range):
            return _of_list(name, args[1])
        return self._in_the_game(name, args[1])

    def _in_the_game(self, name: str, what: str) -> _Field:
        if what == "idea":
            return _Field(name, self.ideas, _idea_at, _place_of_idea)
        if what == "risk":
            return _Field(name, self.risks, _risk_at, _place_of_risk)
        return _of_list(name, self._listed(what))

    def _listed(self, what: str) -> Sequence[object]:
        cards: dict[str, Sequence[Any]] = {
            "idea_card": self.setup.ideas,
            "benefit_card": self.setup.benefits,
            "risk_card": self.setup.risks,
            "role": self.setup.roles,
            "post": self.setup.posts,
        }
        return range(self.seats) if what == "seat" else [card.id for card in cards[what]]


def _made(kind: Any, seat: int, values: dict[str, Any]) -> Action:
    names = {part.name for part in fields(kind)}
    own = {"seat": seat} if "seat" in names else {}
    words = {"name": WORDS} if kind in WRITTEN else {}
    action: Action = kind(**own, **words, **values)
    return action


def _of_list(name: str, values: Iterable[object]) -> _Field:
    items = list(values)
    places = {value: place for place, value in enumerate(items)}
    return _Field(
        name,
        len(items),
        lambda s, known, place: items[place],
        lambda s, action, value: places.get(value),
    )


def _or_none(field: _Field) -> _Field:
    """The same with one number more, the first, for nothing."""

    def value(s: State, known: dict[str, Any], place: int) -> object:
        return field.value(s, known, place - 1) if place else None

    def number(s: State, action: Action, value: object) -> int | None:
        if value is None:
            return 0
        place = field.number(s, action, value)
        return None if place is None else place + 1

    return _Field(field.name, field.size + 1, value, number)


def _idea_at(s: State, known: dict[str, Any], place: int) -> object:
    return s.ideas[place].id if place < len(s.ideas) else None


def _place_of_idea(s: State, action: Action, value: object) -> int | None:
    return next((place for place, idea in enumerate(s.ideas) if idea.id == value), None)


def _risk_at(s: State, known: dict[str, Any], place: int) -> object:
    idea = s.idea(known["idea"])
    return idea.risks[place].id if idea is not None and place < len(idea.risks) else None


def _place_of_risk(s: State, action: Any, value: object) -> int | None:
    idea = s.idea(action.idea)
    if idea is None:
        return None
    return next((place for place, risk in enumerate(idea.risks) if risk.id == value), None)
