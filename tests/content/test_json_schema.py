"""The schema for editors: equal to the shipped copy, explained throughout, and true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from game.content import field_types, schema
from game.content.json_schema import json_schema, text
from game.content.rules_table import RulesTable
from game.content.schema import OWN_PROJECT_GOAL, ScenarioFile, TrackTable, keys_of
from game.i18n import words
from tests.content.scenario_text import MINIMAL

SHIPPED = Path(__file__).parents[2] / "docs" / "scenario.schema.json"
SCHEMA = json_schema(words("en"))


def properties(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        for name, inner in value.get("properties", {}).items():
            if "const" not in inner or "description" in inner:
                yield f"{path}.{name}", inner
        for name, inner in value.items():
            yield from properties(inner, f"{path}/{name}")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from properties(inner, f"{path}/{i}")


# In "if" a property is a condition, not a key of the file.
PROPERTIES = [(path, inner) for path, inner in properties(SCHEMA) if "/if" not in path]


def test_the_shipped_copy_is_todays() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == text(words("en")), (
        "gevinst schema --to docs/scenario.schema.json"
    )


@pytest.mark.parametrize(
    ("path", "told"), PROPERTIES, ids=lambda v: v if isinstance(v, str) else ""
)
def test_every_key_is_explained_with_an_example(path: str, told: dict[str, Any]) -> None:
    assert re.fullmatch(r".+[.!)]", told["description"])
    assert told["examples"]
    if told.get("type") in ("integer", "number") and "const" not in told:
        assert "Unit: " in told["description"]


DANISH = dict(properties(json_schema(words("da"))))


@pytest.mark.parametrize(("path", "told"), PROPERTIES, ids=[path for path, _ in PROPERTIES])
def test_every_key_is_explained_in_danish_too(path: str, told: dict[str, Any]) -> None:
    danish = DANISH[path]
    assert danish["description"] != told["description"]
    assert ("Enhed: " in danish["description"]) == ("Unit: " in told["description"])
    rest = {name: value for name, value in told.items() if name != "description"}
    assert {name: value for name, value in danish.items() if name != "description"} == rest


def test_the_goal_of_an_own_project_is_told_as_it_is() -> None:
    assert f" {OWN_PROJECT_GOAL} in an own project" in (
        TrackTable.model_fields["goal"].description or ""
    )


def tables() -> Iterator[type[BaseModel]]:
    for module in (field_types, schema):
        for found in vars(module).values():
            if isinstance(found, type) and issubclass(found, field_types.Table):
                yield found
    yield RulesTable


FIELDS = sorted(
    {
        (table.__name__, name): (table.model_fields[name])
        for table in tables()
        for name in table.model_fields
        if table.model_fields[name].examples
    }.items(),
    key=lambda item: item[0],
)


@pytest.mark.parametrize(
    ("name", "field"), FIELDS, ids=lambda v: ".".join(v) if isinstance(v, tuple) else ""
)
def test_every_example_may_stand_in_a_file(name: tuple[str, str], field: FieldInfo) -> None:
    class Holder(field_types.Table):
        """A table with this one key."""

    if name[0] == "Languages":
        return
    adapter: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
    for example in field.examples or []:
        adapter.validate_python(example, strict=True)


def test_it_names_the_keys_that_are_read() -> None:
    assert list(SCHEMA["properties"]) == list(ScenarioFile.model_fields)
    ideas = SCHEMA["$defs"]["IdeaTable"]
    assert list(ideas["properties"]) == keys_of(("ideas", 0))
    assert not ideas["additionalProperties"]


def test_every_reference_leads_somewhere() -> None:
    found = set(re.findall(r'"\$ref": "#/\$defs/([^"]+)"', text(words("en"))))
    assert found == set(SCHEMA["$defs"])


def test_nothing_of_pydantic_shows() -> None:
    told = text(words("en"))
    assert "Annotated" not in told
    assert '"null"' not in told
    assert json.loads(told) == SCHEMA


def test_the_smallest_scenario_agrees_with_it() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    import tomli

    jsonschema.validate(tomli.loads(MINIMAL), SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomli.loads(MINIMAL.replace("[[ideas]]", "[[idea]]")), SCHEMA)
