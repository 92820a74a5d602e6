"""What a scenario says reaches the case, even where the scenario does not pass today's checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from game.content import Case, mend, parse
from game.content.case import IdeaText, Prose
from game.resources import SCENARIOS
from tests.content.filled import filled, filled_case
from tests.rows import each_row


def texts(value: Any) -> Iterator[str]:
    """All texts in a part of a case."""
    if isinstance(value, Prose):
        yield from (value.da, value.en)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def written(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """All texts of a scenario's tables, each with its keys."""
    if isinstance(value, dict) and set(value) == {"da", "en"}:
        yield from ((path, text) for text in value.values())
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from written(below, f"{path}.{key}".removeprefix("."))
    elif isinstance(value, list):
        for below in value:
            yield from written(below, path)


def test_the_filled_scenario_has_every_kind_of_text() -> None:
    keys = {key for key, _ in written(filled())}
    assert {"title", "ideas.name", "benefits.measure.unit", "events.options.text"} <= keys


def test_no_text_of_a_scenario_is_dropped() -> None:
    found = set(texts(filled_case()))
    missing = {key for key, text in written(filled()) if text not in found}
    assert not missing, f"{missing}: a field of the records in game/content/case.py"


def test_no_text_is_dropped_where_a_case_is_mended() -> None:
    case = filled_case()
    found = set(texts(mend(case.source, case.file, case.setup)))
    lost = {key for key, text in written(filled()) if text not in found}
    assert not lost, f"a field of the same name in game/content/case.py for each: {lost}"


@each_row("path", sorted(SCENARIOS.glob("*.toml")))
def test_a_mended_case_reads_as_the_whole_one(path: Any) -> None:
    case = parse(path.read_text(encoding="utf-8"), path.name)
    mended: Case = mend(case.source, case.file, case.setup)
    for part in ("tracks", "economy", "roles", "ideas", "benefits", "risks", "events", "prompts"):
        assert getattr(mended, part) == getattr(case, part), part


def test_what_cannot_be_read_has_a_name_all_the_same() -> None:
    case = filled_case()
    mended = mend("nothing = [", case.file, case.setup)
    assert mended.ideas[case.setup.ideas[0].id] == IdeaText(Prose.of("booking"), Prose())
    assert mended.tracks["citizen"].indicator == Prose.of("–")


def test_what_the_rules_know_of_homes_posts_and_modules_is_mended_too() -> None:
    whole = filled_case()
    mended = mend(whole.source.replace("format = 1", "format = 7"), whole.file, whole.setup)
    assert [role.home for role in mended.setup.roles] == [role.home for role in whole.setup.roles]
    assert mended.setup.posts == whole.setup.posts != ()
    assert mended.setup.rules.modules == whole.setup.rules.modules != ()
    assert mended.setup.rules == whole.setup.rules
