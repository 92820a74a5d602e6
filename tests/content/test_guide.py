"""The author's guide in both languages: each example is read as a scenario, and every key has one.

What a case may change in the rules has a page of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import tomli
from pydantic import BaseModel

from game.content import load, semantics, structure
from game.content.case import Experience, PromptKind
from game.content.field_types import Languages
from game.content.schema import ScenarioFile
from game.engine.setup import ABILITIES, AIM_KINDS, KINDS, MODULES
from game.resources import SCENARIOS
from tests.content.scenario_text import MINIMAL
from tests.rows import each_row

DOCS = Path(__file__).parents[2] / "docs"
RULES = {
    lang: (DOCS / f"case-rules.{lang}.md").read_text(encoding="utf-8") for lang in ("da", "en")
}
GUIDE = (DOCS / "scenarios.md").read_text(encoding="utf-8") + RULES["en"]
DANISH = (DOCS / "scenarios.da.md").read_text(encoding="utf-8") + RULES["da"]


def examples(text: str) -> list[str]:
    return re.findall(r"^```toml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


EXAMPLES = [*examples(GUIDE), *examples(DANISH)]
BASE = MINIMAL + '\n[[risks]]\nid = "queue"\nname = "Queue"\ntrack = "citizen"\n'


def merged(base: Any, more: Any) -> Any:
    """A scenario with an example put in: its cards replace those with the same id, or are added."""
    if isinstance(base, dict) and isinstance(more, dict):
        return base | {
            key: merged(base[key], more[key]) if key in base else more[key] for key in more
        }
    if isinstance(base, list) and isinstance(more, list):
        ids = {card["id"] for card in more if isinstance(card, dict) and "id" in card}
        return [card for card in base if card["id"] not in ids] + more
    return more


@each_row("example", EXAMPLES)
def test_an_example_may_stand_in_a_scenario(example: str) -> None:
    data = merged(tomli.loads(BASE), tomli.loads(example))
    scenario = structure.validate(data)
    assert isinstance(scenario, ScenarioFile), scenario
    found = semantics.check(scenario)
    assert not [finding for finding in found if finding.severity == "error"]


def written(value: Any) -> Iterator[tuple[str, str]]:
    """Every table of the schema with each of its keys that an example writes."""
    if isinstance(value, Languages):
        return
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield type(value).__name__, name
            yield from written(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from written(item)


def known(table: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, str]]:
    seen.add(table)
    for name, field in table.model_fields.items():
        yield table.__name__, name
        for inner in _tables(field.annotation):
            if inner not in seen and not issubclass(inner, Languages):
                yield from known(inner, seen)


def _tables(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _tables(inner)


def test_every_key_has_an_example() -> None:
    shown: set[tuple[str, str]] = set()
    for example in EXAMPLES:
        scenario = structure.validate(merged(tomli.loads(BASE), tomli.loads(example)))
        shown |= set(written(scenario))
    shown |= {("OptionTable", key) for table, key in shown if table == "EventTable"}
    words = set(re.findall(r"[a-z_]+", " ".join(EXAMPLES)))  # and not only in the base
    keys = set(known(ScenarioFile, set()))
    missing = (keys - shown) | {(table, key) for table, key in keys if key not in words}
    assert not missing, f"an example of each in a toml block of docs/scenarios.md: {missing}"


@each_row("word", [*ABILITIES, *AIM_KINDS, *KINDS, *get_args(Experience), *get_args(PromptKind)])
def test_every_choice_is_named(word: str) -> None:
    assert re.search(rf"\b{word}\b", GUIDE)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_module_is_explained_with_an_example_and_a_case_that_has_it(lang: str) -> None:
    rules = [tomli.loads(text).get("rules", {}) for text in examples(RULES[lang])]
    shown = {module for table in rules for module in table.get("modules", ())}
    assert shown == set(MODULES)
    for module in MODULES:
        row = re.search(rf"^\| `{module}` \|.*\| `([a-z-]+)` \|$", RULES[lang], re.MULTILINE)
        assert row, module
        case = load(SCENARIOS / f"{row[1]}.toml")
        assert module in case.setup.rules.modules, f"{row[1]} has no {module}"


def test_the_commands_it_names_are_there() -> None:
    import click

    from game.cli.root import build
    from game.i18n import words

    group = build(words("en"))
    assert isinstance(group, click.Group)
    for guide in (GUIDE, DANISH):
        assert set(re.findall(r"(?:^|`)gevinst ([a-z]+)", guide, re.MULTILINE)) <= set(
            group.commands
        )
