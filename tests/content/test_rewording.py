"""A scenario in other words is the same case: no id, number or rule is another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import tomli
from pydantic import BaseModel

from game.content import load, parse
from game.content.case import Prose
from game.content.rewording import (
    CODES,
    LIMITS,
    NUMBERS,
    reword,
    reword_case,
    with_id,
    without_comments,
)
from game.content.schema import ScenarioFile
from game.resources import SCENARIOS

CASES = [pytest.param(path, id=path.stem) for path in sorted(SCENARIOS.glob("*.toml"))]
LONG = "Medarbejder i skranken i borgerservice"


def longer(text: str, _: str) -> str:
    """As texts are when names are replaced by roles."""
    return text.replace(" ", f" {LONG} ", 1) if " " in text else f"{text} {LONG}"


@pytest.mark.parametrize("path", CASES)
def test_in_other_words_it_is_the_same_case(path: Path) -> None:
    case = load(path)
    source = reword(case.source, longer)
    again = parse(source, case.file)
    assert again.setup == case.setup
    assert again.title != case.title
    assert list(again.roles) == list(case.roles)
    assert source == reword(source, lambda text, _: text)


@pytest.mark.parametrize("path", CASES)
def test_in_the_same_words_it_is_the_same_text(path: Path) -> None:
    source = path.read_text("utf-8")
    assert reword(source, lambda text, _: text) == source
    bare = without_comments(source)
    assert tomli.loads(bare) == tomli.loads(source)
    assert not any(line.startswith("#") for line in bare.splitlines())


def test_each_text_is_known_by_its_key() -> None:
    seen: dict[str, str] = {}
    reword(
        (SCENARIOS / "eget-projekt.toml").read_text("utf-8"), lambda x, key: seen.setdefault(key, x)
    )
    expected = {"title", "story", "economy.posts.name", "economy.announcement", "roles.name"}
    assert expected | {"tracks.citizen.indicator", "questions", "prompts.text"} <= set(seen)
    assert not any(key.endswith((".da", ".en", ".id")) for key in seen)


def test_every_text_of_a_scenario_is_a_code_or_is_to_be_read() -> None:
    """Whoever adds a key says which: a code must stay, what is read may name somebody."""
    found = list(_texts(ScenarioFile))
    assert len(found) > 40
    for path, annotation in found:
        key = path[-1]
        if not NUMBERS & set(path) and _is_prose(annotation):
            assert key not in CODES, path
            assert key in LIMITS, path
        elif not NUMBERS & set(path):
            assert key in CODES, path


def _texts(
    table: type[BaseModel], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The keys under which a text may stand."""
    for name, field in table.model_fields.items():
        tables = [
            t for t in _parts(field.annotation) if isinstance(t, type) and issubclass(t, BaseModel)
        ]
        inner = [t for t in tables if t.__name__.split("[")[0] != "Languages"]
        for one in inner:
            yield from _texts(one, (*path, name))
        kind = str(field.annotation)
        if not inner and name != "format" and ("str" in kind or "Literal" in kind):
            yield (*path, name), field.annotation


def _is_prose(annotation: Any) -> bool:
    return any("Languages" in str(part) for part in _parts(annotation))


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def test_what_is_no_scenario_is_changed_line_by_line() -> None:
    broken = 'title = "Anes idé"\nstory = "Ane\n[[ideas]\nname = "Ane"'
    assert reword(broken, lambda text, _: text.replace("Ane", "NN")) == broken.replace("Ane", "NN")
    assert without_comments(broken) == broken
    assert with_id(broken, "x") == broken


def test_another_id_takes_the_place_of_one_that_is_there() -> None:
    assert tomli.loads(with_id('id = "ane"\ntitle = "x"', "nn"))["id"] == "nn"
    assert with_id('title = "x"', "nn") == 'title = "x"'


def test_what_is_nested_without_end_is_left() -> None:
    deep = "a = " + "[" * 900 + '"Ane"' + "]" * 900
    assert "Ane" not in reword(deep, lambda text, _: text.replace("Ane", "NN"))


def test_a_case_to_be_looked_at_is_in_other_words_as_well() -> None:
    case = load(SCENARIOS / "koebenhavn-pas.toml")
    told = reword_case(case, lambda text: text and "NN")
    proses = set(_proses(told))
    assert proses <= {Prose("NN", "NN"), Prose()}
    assert told.setup is case.setup
    assert (told.id, told.file, told.source) == (case.id, case.file, case.source)


def _proses(value: Any) -> Iterator[Prose]:
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _proses(item)
    elif hasattr(value, "items"):
        yield from _proses(tuple(value.values()))
    elif type(value).__module__ == "game.content.case":
        yield from _proses(tuple(getattr(value, name) for name in value.__dataclass_fields__))
