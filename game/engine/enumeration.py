"""Every action that could be asked for at a table, allowed or not, read off the fields of actions.

What the rules allow of it is the whole truth of what is legal: :func:`game.engine.legal` gives the
same faster, and a test holds the two against each other. Since the listing follows from the record,
no action can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from itertools import product
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from game.engine.actions import Action
from game.engine.decisions import SPECS
from game.engine.fields import Words
from game.engine.state import State

Choices = Callable[[State], Iterable[object]]


def candidates(
    s: State,
    kind: type[Action],
    seats: Iterable[int] | None = None,
    free: Mapping[type, object] | None = None,
) -> Iterator[Action]:
    """Every action of a kind, of an open kind none.

    ``seats`` are those that ask, else all. ``free`` holds, by its type, what stands in a field that
    is free and has no default, to have examples of open kinds too.
    """
    make: Any = kind
    choices = _choices(make) if free is None else _filled(make, free)
    if choices is None:
        return
    lists = [list(choose(s)) for choose in choices.values()]
    if seats is not None and "seat" in choices:
        lists[list(choices).index("seat")] = list(seats)
    for values in product(*lists):
        yield make(*values)


def permitted(s: State, kind: type[Action]) -> Iterator[Action]:
    """Those of a kind that may be done now."""
    refusal = SPECS[kind].refusal
    seats = (s.turn,) if SPECS[kind].who == "turn" else None
    return (action for action in candidates(s, kind, seats) if refusal(s, action) is None)


def is_open(kind: type[Action]) -> bool:
    """Whether an action has a field that is free, so that its kind cannot be listed."""
    record: Any = kind
    return _choices(record) is None


def is_listed(kind: type[Action]) -> bool:
    """Whether :func:`game.engine.legal` lists actions of a kind: the closed ones of the players.

    A kind from which nothing follows in the game is not listed. Nor is one that declares nothing:
    it may not be done.
    """
    spec = SPECS.get(kind)
    return spec is not None and spec.who != "facilitator" and not (spec.inert or is_open(kind))


# ------------------------------------------------------------------ choices, field by field
_IN_THE_GAME: dict[str, Choices] = {
    "seat": lambda s: range(len(s.seats)),
    "idea": lambda s: [idea.id for idea in s.ideas],
    "idea_or_card": lambda s: [*(i.id for i in s.ideas), *(c for h in s.idea_hands for c in h)],
    "risk": lambda s: dict.fromkeys(risk.id for idea in s.ideas for risk in idea.risks),
    "idea_card": lambda s: s.setup.by_id.ideas,
    "benefit_card": lambda s: s.setup.by_id.benefits,
    "risk_card": lambda s: s.setup.by_id.risks,
    "role": lambda s: s.setup.by_id.roles,
    "post": lambda s: s.setup.by_id.posts,
}


@cache
def _choices(kind: Any) -> dict[str, Choices] | None:
    return _filled(kind, {})


def _filled(kind: Any, free: Mapping[type, object]) -> dict[str, Choices] | None:
    hints = get_type_hints(kind, include_extras=True)
    found = {}
    for part in fields(kind):
        choices = _of(hints[part.name])
        if choices is None and part.default is not MISSING:
            choices = _fixed((part.default,))
        if choices is None and _plain(hints[part.name]) in free:
            choices = _fixed((free[_plain(hints[part.name])],))
        if choices is None:
            return None
        found[part.name] = choices
    return found


def _plain(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def closed_fields(kind: type[Action]) -> tuple[str, ...]:
    """The fields of a kind of action whose values can be listed."""
    record: Any = kind
    hints = get_type_hints(record, include_extras=True)
    return tuple(part.name for part in fields(record) if _of(hints[part.name]) is not None)


def free_fields(kind: type[Any]) -> dict[str, Words | type]:
    """The fields of a record that are free: what may be written there, or which record."""
    hints = get_type_hints(kind, include_extras=True)
    found = {part.name: _freedom(hints[part.name]) for part in fields(kind)}
    return {name: freedom for name, freedom in found.items() if freedom is not None}


def _freedom(hint: Any) -> Words | type | None:
    for note in get_args(hint):
        if isinstance(note, Words) or (isinstance(note, type) and is_dataclass(note)):
            return note
    return None


def _of(hint: Any) -> Choices | None:
    """What a field of this type may be; ``None`` where anything goes."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        note = args[1]
        if isinstance(note, Words):
            return None
        return _fixed(note) if isinstance(note, range) else _IN_THE_GAME[note]
    if origin is Literal:
        return _fixed(args)
    if origin in (Union, UnionType) and NoneType in args:
        (inner,) = (part for part in args if part is not NoneType)
        choices = _of(inner)
        return None if choices is None else _or_none(choices)
    return None


def _fixed(values: Iterable[object]) -> Choices:
    return lambda s: values


def _or_none(choices: Choices) -> Choices:
    return lambda s: [None, *choices(s)]
