"""The JSON Schema of scenario files, for completion, checks and descriptions in editors."""

from __future__ import annotations

import json
from typing import Any, Final

from game.content.schema import ScenarioFile

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The one that all editors know."""
FILE_NAME: Final = "gevinst-scenario.schema.json"
"""How it is called beside a scenario, whose first line points to it."""


def json_schema() -> dict[str, Any]:
    """The schema of the whole file."""
    schema = ScenarioFile.model_json_schema()
    title = schema["title"]
    return {"$schema": DRAFT, "title": title, **_tidy(schema, _names(schema))}


def text() -> str:
    """The schema as a file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _names(schema: dict[str, Any]) -> dict[str, str]:
    """Short names in place of pydantic's generated names of generic types."""
    lengths = {
        name: table["properties"]["da"]["anyOf"][0]["maxLength"]
        for name, table in schema["$defs"].items()
        if name.startswith("Languages")
    }
    return {f"#/$defs/{name}": f"#/$defs/Languages{most}" for name, most in lengths.items()}


def _tidy(value: Any, names: dict[str, str]) -> Any:
    """The schema without pydantic's generated titles and the ``null`` type of optional keys."""
    if isinstance(value, list):
        return [_tidy(item, names) for item in value]
    if not isinstance(value, dict):
        return names.get(value, value) if isinstance(value, str) else value
    tidied = _form(value) if value.keys() & {"type", "anyOf", "oneOf", "$ref"} else value
    short = {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in names.items()}
    return {short.get(key, key): _tidy(inner, names) for key, inner in tidied.items()}


def _form(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of one value."""
    tidied = {name: inner for name, inner in schema.items() if name != "title"}
    if tidied.get("default", 0) is None or isinstance(tidied.get("default"), dict):
        del tidied["default"]  # an optional table is left out, not null
    forms = [form for form in tidied.pop("anyOf", []) if form != {"type": "null"}]
    if len(forms) == 1:
        return {**forms[0], **tidied}
    return {**tidied, "anyOf": forms} if forms else tidied
