"""A card by itself: what a card that is being written looks like, whatever else is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from game.content import compiler
from game.content.card_tables import BenefitTable, EventTable, IdeaTable, RiskTable, RoleTable
from game.content.case import Case, IdeaText, Prose
from game.engine.setup import MODULES

_UNSAID: Final = "…"
_TABLES: Final[Mapping[str, type[BaseModel]]] = {
    "roles": RoleTable,
    "ideas": IdeaTable,
    "benefits": BenefitTable,
    "risks": RiskTable,
    "events": EventTable,
}
_LEAST: Final[Mapping[str, dict[str, Any]]] = {
    "roles": {
        "ability": "front_line",
        "aim": {"kind": "track_at_least", "value": 7, "track": "citizen"},
    },
    "ideas": {"text": _UNSAID, "track": "citizen", "kind": "service"},
    "benefits": {
        "track": "citizen",
        "measure": {"indicator": _UNSAID, "baseline": 0, "target": 1, "months": 6},
    },
    "risks": {"track": "citizen"},
    "events": {},
}
"""What a card says of which nothing can be read."""
_TRIES: Final = 6


def specimen(
    base: Case,
    deck: str,
    card: object,
    ideas: Sequence[object] = (),
    modules: Sequence[object] = (),
) -> Case | None:
    """A case with this card alone in its deck; what cannot be read of it is left out.

    ``base`` is any case: all other decks are its own, but for the names of ``ideas``, which are
    printed on risks. Some effects are printed on events only with their ``modules``. ``None`` for a
    deck without cards.
    """
    if deck not in _TABLES:
        return None
    table = _read(deck, card if isinstance(card, dict) else {})
    if table is None:
        return None
    if isinstance(table, RiskTable):
        base = replace(base, ideas=dict(_named(ideas)))
        table.about = [id for id in table.about if id in base.ideas]
    rules = replace(base.setup.rules, modules=tuple(name for name in MODULES if name in modules))
    base = replace(base, setup=replace(base.setup, rules=rules))
    return compiler.with_card(base, deck, table)


def _named(ideas: Sequence[object]) -> Iterator[tuple[str, IdeaText]]:
    for idea in ideas:
        if isinstance(idea, dict) and isinstance(id := idea.get("id"), str):
            name = idea.get("name")
            named = name if isinstance(name, str | dict) else _UNSAID
            yield id, IdeaText(_prose(named), _prose(""))


def _prose(text: str | dict[str, object]) -> Prose:
    if isinstance(text, dict):
        return Prose.of({k: v for k, v in text.items() if isinstance(v, str)})
    return Prose.of(text)


def _read(deck: str, card: Mapping[str, Any]) -> BaseModel | None:
    kind, least = _TABLES[deck], {"name": _UNSAID, **_LEAST[deck]}
    raw: dict[str, Any] = deepcopy({**least, **card, "id": "specimen"})
    for key, value in least.items():
        if isinstance(value, dict) and isinstance(raw[key], dict):
            raw[key] = {**value, **raw[key]}
    for _ in range(_TRIES):
        try:
            return kind.model_validate(raw)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                _leave_out(raw, least, detail["loc"])
    return None


def _leave_out(raw: dict[str, Any], least: Mapping[str, Any], where: tuple[int | str, ...]) -> None:
    """Replace what is wrong by the least that can be said, or leave it out."""
    key = str(where[0]) if where else ""
    inner = str(where[1]) if len(where) > 1 else ""
    table, usual = raw.get(key), least.get(key)
    if isinstance(table, dict) and isinstance(usual, dict) and inner:
        if inner in usual and table.get(inner) != usual[inner]:
            table[inner] = usual[inner]
        elif table.pop(inner, None) is None:
            raw[key] = dict(usual)
    elif usual is not None:
        raw[key] = deepcopy(usual)
    else:
        raw.pop(key, None)
