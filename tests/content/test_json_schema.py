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
from game.content.json_schema import json_schema, shipped_file, text
from game.content.rules_table import RulesTable
from game.content.schema import OWN_PROJECT_GOAL, ScenarioFile, TrackTable, keys_of
from game.i18n import LANGS, Lang, words
from game.resources import SCENARIOS
from tests.content.scenario_text import MINIMAL
from tests.rows import each_row

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


# In "if" and "then" a property is a condition, not a key of the file.
PROPERTIES = [
    (path, inner) for path, inner in properties(SCHEMA) if not re.search("/(if|then)", path)
]


@pytest.mark.parametrize("lang", LANGS)
def test_the_shipped_copies_are_todays(lang: Lang) -> None:
    shipped = shipped_file(lang)
    assert shipped.read_text(encoding="utf-8") == text(words(lang)), (
        f"gevinst schema --lang {lang} --to {shipped.relative_to(Path(__file__).parents[2])}"
    )


def test_every_key_is_explained_with_an_example() -> None:
    for path, told in PROPERTIES:
        assert re.fullmatch(r".+[.!)]", told["description"]), path
        assert told["examples"], path
        if told.get("type") in ("integer", "number") and "const" not in told:
            assert "Unit: " in told["description"], path


DANISH = dict(properties(json_schema(words("da"))))


def test_every_key_is_explained_in_danish_too() -> None:
    for path, told in PROPERTIES:
        danish = DANISH[path]
        assert danish["description"] != told["description"], path
        assert ("Enhed: " in danish["description"]) == ("Unit: " in told["description"]), path
        rest = {name: value for name, value in told.items() if name != "description"}
        assert {name: value for name, value in danish.items() if name != "description"} == rest


def test_the_goal_of_an_own_project_is_told_as_it_is() -> None:
    assert f" {OWN_PROJECT_GOAL} in a group's own project" in (
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


@each_row("name, field", FIELDS)
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


# ------------------------------------------------------------------ as strict as the checks
EVENT = '\n[[events]]\nid = "e"\nname = "E"\n'
RISK = '\n[[risks]]\nid = "{id}"\nname = "R"\ntrack = "citizen"\nabout = {about}\n'


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_no_shipped_case_is_told_to_be_wrong(path: Path) -> None:
    import jsonschema
    import tomli

    jsonschema.validate(tomli.loads(path.read_text("utf-8")), SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        MINIMAL.replace('id = "booking"', 'id = "written-1"'),
        MINIMAL.replace('id = "booking"', 'id = "Booking"'),
        MINIMAL.replace("citizen = [3, 6]", "citizen = [3, 7]"),
        MINIMAL.replace("citizen = [3, 6]", 'citizen = "3..7"'),
        MINIMAL.replace('track = "citizen", value = 10', "value = 10"),
        MINIMAL.replace('track = "citizen", value = 10', 'track = "citizen", value = 21'),
        MINIMAL.replace('"proven_at_least", value = 6', '"proven_at_least", value = 6.5'),
        MINIMAL.replace(
            '"proven_at_least", value = 6', '"proven_at_least", value = 6, track = "citizen"'
        ),
        MINIMAL.replace('"realism_at_least", value = 0.9', '"realism_at_least", value = 90'),
        MINIMAL + EVENT,
        MINIMAL + EVENT + 'trust = 1\noptions = [{ text = "a" }, { text = "b" }]\n',
        MINIMAL + RISK.format(id="r", about='["booking", "booking"]'),
        MINIMAL + RISK.format(id="r", about='["Booking"]'),
        MINIMAL + '\n[about]\nlogo = "../logo.png"\n',
    ],
)
def test_what_a_check_refuses_an_editor_marks_as_well(text: str) -> None:
    import jsonschema
    import tomli

    from game.content import check

    assert text != MINIMAL
    case, _problems = check(text, "x.toml")
    assert case is None
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomli.loads(text), SCHEMA)
