"""The JSON Schema of scenario files, for completion, checks and descriptions in editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from game.content.card_tables import EffectKeys
from game.content.kinds import Definitions
from game.content.schema import ScenarioFile
from game.content.semantics import AIM_BOUNDS
from game.content.tables import UNIT, told
from game.i18n import Lang, Words
from game.resources import SCHEMAS

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The one that all editors know."""
FILE_NAME: Final = "gevinst-scenario.schema.json"
"""How it is called beside a scenario, whose first line points to it."""


def shipped_file(lang: Lang) -> Path:
    """The schema in a language among the program's own files: an address that stays."""
    return SCHEMAS / (FILE_NAME if lang == "en" else f"gevinst-scenario.{lang}.schema.json")


_CARDS_NEEDED: Final[dict[str, Any]] = {
    "if": {"properties": {"own_project": {"const": True}}, "required": ["own_project"]},
    "else": {"required": ["ideas", "benefits"]},
}
"""A case has ideas and benefits, unless the group writes its own."""


def json_schema(t: Words) -> dict[str, Any]:
    """The schema of the whole file, explained in a language."""
    tables: Definitions = {}
    body = ScenarioFile.body(tables)
    tables["AimTable"] |= _aims()
    tables["EventTable"] |= _events()
    explained: dict[str, Any] = _explained(t, {**body, **_CARDS_NEEDED, "$defs": tables})
    return {
        "$schema": DRAFT,
        "title": t("Gevinstbordet: a case"),
        "description": t("A case for the benefit-realisation game Gevinstbordet."),
        **explained,
    }


def text(t: Words) -> str:
    """The schema as a file."""
    return json.dumps(json_schema(t), ensure_ascii=False, indent=2) + "\n"


def _aims() -> dict[str, Any]:
    """What the value of each kind of aim may be, and whether it needs a track."""
    rules: list[dict[str, Any]] = []
    for kind, (low, high) in AIM_BOUNDS.items():
        value: dict[str, Any] = {"minimum": low, "maximum": high}
        if kind != "realism_at_least":
            value["multipleOf"] = 1
        track = {"required": ["track"]}
        rules.append(
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {
                    "properties": {"value": value},
                    **(track if kind == "track_at_least" else {"not": track}),
                },
            }
        )
    return {"allOf": rules}


def _events() -> dict[str, Any]:
    """An event has two options, or an effect of its own."""
    effects = {"anyOf": [{"required": [name]} for name in EffectKeys.KEYS]}
    return {"if": {"required": ["options"]}, "then": {"not": effects}, "else": effects}


def _explained(t: Words, value: Any) -> Any:
    """The schema with every key told in a language, its unit included."""
    if isinstance(value, list):
        return [_explained(t, item) for item in value]
    if not isinstance(value, dict):
        return value
    shown = {name: _explained(t, inner) for name, inner in value.items() if name != UNIT}
    if isinstance(value.get("description"), str):
        shown["description"] = told(t, value["description"], value.get(UNIT))
    return shown
