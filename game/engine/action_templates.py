"""All that may be done now, in a few templates instead of a long list.

:func:`~game.engine.legal` lists every closed action of the players. A template has many actions in
it: one kind, the values that each of its fields may have, and what may be written in those that are
free. So what is written in the group's own words and what the facilitator may do are told too, and
a whole turn is short enough for a person, or a language model, to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from game.engine.actions import ACTIONS, Action
from game.engine.decisions import SPECS, check
from game.engine.enumeration import candidates, closed_fields, free_fields
from game.engine.fields import Words
from game.engine.state import State
from game.engine.values import FrozenDict
from game.frozen import frozen

Row = tuple[Any, ...]

_EXAMPLE: Mapping[type, object] = {str: "…"}
"""What stands in a field that is free while it is asked whether the rest is allowed."""


@frozen
class Template:
    """Actions of one kind: any of ``choices`` together, and in each free field what fits it.

    A field that is left out of ``free`` may keep its default, if it has one.
    """

    kind: type[Action]
    choices: Mapping[str, tuple[Any, ...]]
    free: Mapping[str, Words | type]

    def action(self, **values: Any) -> Action:
        """The action with these values; what has only one choice may be left out.

        Raises :class:`ValueError` for a value that is none of the choices; what is written is
        checked by :func:`~game.engine.check`.
        """
        for name, choices in self.choices.items():
            value = values.setdefault(name, choices[0] if len(choices) == 1 else None)
            if value not in choices:
                raise ValueError(f"{self.kind.__name__}.{name} cannot be {value!r}")
        made: Action = self.kind(**values)
        return made


def templates(s: State, kinds: Iterable[type[Action]] = ACTIONS) -> list[Template]:
    """What may be done now of some kinds, of all unless told; facilitator moves and writing too."""
    return [template for kind in kinds for template in _of_kind(s, kind)]


def _of_kind(s: State, kind: type[Action]) -> list[Template]:
    names = closed_fields(kind)
    free = FrozenDict(free_fields(kind))
    seats = (s.turn,) if SPECS[kind].who == "turn" else None
    asked = candidates(s, kind, seats, free=_EXAMPLE)
    allowed = [action for action in asked if check(s, action) is None]
    if not allowed or not names:
        return [Template(kind, FrozenDict(), free)] if allowed else []
    values = attrgetter(*names)
    rows = [(values(a),) if len(names) == 1 else values(a) for a in allowed]
    return [Template(kind, FrozenDict(zip(names, box, strict=True)), free) for box in _boxes(rows)]


def _boxes(rows: list[Row]) -> list[tuple[Row, ...]]:
    """These rows as few cartesian products, found by splitting greedily field by field."""
    if not rows[0]:
        return [()]
    columns = tuple(tuple(dict.fromkeys(column)) for column in zip(*rows, strict=True))
    size = 1
    for column in columns:
        size *= len(column)
    if size == len(rows):
        return [columns]
    rests: dict[Row, list[Row]] = {}
    for first, *rest in rows:
        rests.setdefault((first,), []).append(tuple(rest))
    alike: dict[tuple[Row, ...], Row] = {}
    for first, rest in rests.items():
        alike[tuple(rest)] = alike.get(tuple(rest), ()) + first
    return [(firsts, *box) for rest, firsts in alike.items() for box in _boxes(list(rest))]
