"""A case as far as it can be read: while it is written, some of its cards are not whole yet.

Each table is read by itself, so that what is wrong with one takes no other along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from game.content.card_tables import BenefitTable, EventTable, IdeaTable, RiskTable, RoleTable
from game.content.field_types import Table
from game.content.rules_table import RulesTable
from game.content.schema import (
    OWN_PROJECT_GOAL,
    EconomyTable,
    ScenarioFile,
    TracksTable,
    TrackTable,
)
from game.content.syntax import copied
from game.content.weighing.subject import Subject
from game.engine.setup import TRACKS

T = TypeVar("T", bound=BaseModel)

_DECKS: Final[Mapping[str, type[Table]]] = {
    "roles": RoleTable,
    "ideas": IdeaTable,
    "benefits": BenefitTable,
    "risks": RiskTable,
    "events": EventTable,
}
_UNWRITTEN: Final = "…"
"""Stands for a text that nobody has written yet."""
_SIMPLE: Final = {"minutes": 70}
"""Keys of the case as a whole that are weighed, with their defaults."""


@dataclass(frozen=True)
class Partial:
    """What could be read, and how many tables of each section could not (``broken``).

    A section that is not there at all, and has to be, counts as broken.
    """

    subject: Subject
    broken: Mapping[str, int]


def read_partly(data: Mapping[str, Any]) -> Partial:
    """The case in raw data, without what is wrong in it; never raises."""
    broken: dict[str, int] = {}
    own_project = data.get("own_project") is True
    values: dict[str, Any] = {"title": "", "own_project": own_project, "prompts": []}
    for key, default in _SIMPLE.items():
        written = data.get(key, default)
        values[key] = written if type(written) is int else default
        if values[key] is not written:
            broken[key] = 1
    for deck, kind in _DECKS.items():
        values[deck] = _deck(kind, data.get(deck, []), deck, broken)
    values["rules"] = (
        _table(RulesTable, data["rules"], "rules", broken) if "rules" in data else None
    )
    values["economy"] = _table(EconomyTable, data.get("economy"), "economy", broken)
    values["tracks"] = _tracks(data.get("tracks"), own_project, broken)
    scenario = ScenarioFile.model_construct(**values)
    return Partial(Subject(scenario, data, ""), broken)


def _tracks(written: object, own_project: bool, broken: dict[str, int]) -> TracksTable:
    tables = written if isinstance(written, Mapping) else {}
    found: dict[str, TrackTable] = {}
    for track in TRACKS:
        table = _table(TrackTable, tables.get(track), "tracks", broken)
        if table is not None:
            if own_project and "goal" not in table.model_fields_set:
                table.goal = OWN_PROJECT_GOAL
            found[track] = table
    return TracksTable.model_construct(None, **found)


def _deck(kind: type[T], written: object, deck: str, broken: dict[str, int]) -> list[T]:
    cards = written if isinstance(written, list) else [written]
    tables = [_table(kind, card, deck, broken) for card in cards]
    return [table for table in tables if table is not None]


def _table(kind: type[T], written: object, section: str, broken: dict[str, int]) -> T | None:
    try:
        return kind.model_validate(written)
    except ValidationError as error:
        table = _with_texts(kind, written, error)
        if table is None:
            broken[section] = broken.get(section, 0) + 1
        return table


def _with_texts(kind: type[T], written: object, error: ValidationError) -> T | None:
    """A table with something in place of what is missing: a card without a name has its figures."""
    lacking = [one["loc"] for one in error.errors() if one["type"] == "missing"]
    if not isinstance(written, Mapping) or not lacking:
        return None
    whole: Any = copied(dict(written))
    try:
        for *around, last in lacking:
            table = whole
            for part in around:
                table = table[part]
            table[last] = _UNWRITTEN
        return kind.model_validate(whole)
    except (ValidationError, LookupError, TypeError):
        return None
