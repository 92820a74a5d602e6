"""The JSON Schema of scenario files, for completion, checks and descriptions in editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from game.content.card_tables import EffectKeys
from game.content.field_types import UNIT, told
from game.content.schema import ScenarioFile
from game.content.semantics import AIM_BOUNDS
from game.i18n import Lang, Words
from game.resources import SCHEMAS

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The one that all editors know."""
FILE_NAME: Final = "gevinst-scenario.schema.json"
"""How it is called beside a scenario, whose first line points to it."""


def shipped_file(lang: Lang) -> Path:
    """The schema in a language among the program's own files: an address that stays."""
    return SCHEMAS / (FILE_NAME if lang == "en" else f"gevinst-scenario.{lang}.schema.json")


def json_schema(t: Words) -> dict[str, Any]:
    """The schema of the whole file, explained in a language."""
    schema = ScenarioFile.model_json_schema()
    for table in (schema, *schema["$defs"].values()):
        table.pop("description", None)  # its docstring, for whoever reads the code
    tidied: dict[str, Any] = _tidy(t, schema, _names(schema))
    tables = tidied["$defs"]
    tables["AimTable"] |= _aims()
    tables["EventTable"] |= _events()
    head = {
        "$schema": DRAFT,
        "title": t("Gevinstbordet: a case"),
        "description": t("A case for the benefit-realisation game Gevinstbordet."),
    }
    return head | tidied | head  # in front, in our words


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
    effects = {"anyOf": [{"required": [name]} for name in EffectKeys.model_fields]}
    return {"if": {"required": ["options"]}, "then": {"not": effects}, "else": effects}


def _names(schema: dict[str, Any]) -> dict[str, str]:
    """Short names in place of pydantic's generated names of generic types."""
    lengths = {
        name: table["properties"]["da"]["anyOf"][0]["maxLength"]
        for name, table in schema["$defs"].items()
        if name.startswith("Languages")
    }
    return {f"#/$defs/{name}": f"#/$defs/Languages{most}" for name, most in lengths.items()}


def _tidy(t: Words, value: Any, names: dict[str, str]) -> Any:
    """The schema without pydantic's generated titles and the ``null`` type of optional keys."""
    if isinstance(value, list):
        return [_tidy(t, item, names) for item in value]
    if not isinstance(value, dict):
        return names.get(value, value) if isinstance(value, str) else value
    tidied = _form(t, value) if value.keys() & {"type", "anyOf", "oneOf", "$ref"} else value
    short = {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in names.items()}
    return {short.get(key, key): _tidy(t, inner, names) for key, inner in tidied.items()}


def _form(t: Words, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of one value."""
    tidied = {name: inner for name, inner in schema.items() if name not in ("title", UNIT)}
    if "description" in tidied:
        tidied["description"] = told(t, tidied["description"], schema.get(UNIT))
    if tidied.get("default", 0) is None or isinstance(tidied.get("default"), dict):
        del tidied["default"]  # an optional table is left out, not null
    forms = [form for form in tidied.pop("anyOf", []) if form != {"type": "null"}]
    if len(forms) == 1:
        return {**forms[0], **tidied}
    return {**tidied, "anyOf": forms} if forms else tidied
