"""A scenario in other words is the same case: no id, number or rule is another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from game.content import load, parse
from game.content.case import Prose
from game.content.field_types import Languages, tables_in
from game.content.field_types import Prose as ProseKind
from game.content.kinds import Flag, Kind, Number, Several, Whole
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
from game.content.tables import Table
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
    for path, kind in found:
        key = path[-1]
        if not NUMBERS & set(path) and isinstance(_item(kind), ProseKind):
            assert key not in CODES, path
            assert key in LIMITS, path
        elif not NUMBERS & set(path):
            assert key in CODES, path


def _texts(
    table: type[Table], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Kind[Any]]]:
    """The keys under which a text may stand."""
    for name, key in table.KEYS.items():
        inner = [one for one in tables_in(key.kind) if not issubclass(one, Languages)]
        for one in inner:
            yield from _texts(one, (*path, name))
        if (
            not inner
            and not isinstance(_item(key.kind), Whole | Number | Flag)
            and name != "format"
        ):
            yield (*path, name), key.kind


def _item(kind: Kind[Any]) -> Kind[Any]:
    return _item(kind.kind) if isinstance(kind, Several) else kind


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
