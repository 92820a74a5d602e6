"""The JSON Schema of scenario files: what editors complete, check and explain while typing."""

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
    """Short names for what pydantic names by all its parts."""
    lengths = {
        name: table["properties"]["da"]["anyOf"][0]["maxLength"]
        for name, table in schema["$defs"].items()
        if name.startswith("Languages")
    }
    return {f"#/$defs/{name}": f"#/$defs/Languages{most}" for name, most in lengths.items()}


def _tidy(value: Any, names: dict[str, str]) -> Any:
    """Without what only pydantic needs: generated titles, and the ``null`` of what is left out."""
    if isinstance(value, list):
        return [_tidy(item, names) for item in value]
    if not isinstance(value, dict):
        return names.get(value, value) if isinstance(value, str) else value
    kept = _form(value) if value.keys() & {"type", "anyOf", "oneOf", "$ref"} else value
    short = {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in names.items()}
    return {short.get(key, key): _tidy(inner, names) for key, inner in kept.items()}


def _form(schema: dict[str, Any]) -> dict[str, Any]:
    """What may stand in one place."""
    kept = {name: inner for name, inner in schema.items() if name != "title"}
    if kept.get("default", 0) is None or isinstance(kept.get("default"), dict):
        del kept["default"]  # a table that is left out is just not there
    forms = [form for form in kept.pop("anyOf", []) if form != {"type": "null"}]
    if len(forms) == 1:
        return {**forms[0], **kept}
    return {**kept, "anyOf": forms} if forms else kept
