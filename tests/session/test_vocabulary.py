"""The vocabulary of session files is tied to version numbers, and every old one can be read."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from game.engine import RULES_VERSION
from game.session import FORMAT
from game.session.records import header_of, progress_of, record_of
from game.session.upcasts import upcast
from tests.session.vocabulary import (
    FOLDER,
    IN_THE_MAKING,
    Types,
    Vocabulary,
    changes,
    frozen,
    numbers,
    path_of,
    vocabulary,
)

FILES = [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("*.json"))]
TO_DO = {
    "FORMAT": (
        "Raise FORMAT in game/session/upcasts.py and add the upcast that lifts what was written "
        "so far; say so under *File format* in CHANGELOG.md; run `python -m tests.session.freezing`"
    ),
    "RULES_VERSION": (
        "Raise RULES_VERSION in game/engine/__init__.py; say so under *Rules* in CHANGELOG.md"
    ),
}


def complaint(old: Vocabulary, now: Vocabulary) -> str:
    """What has changed under the same numbers and what to do about it; empty when nothing has."""
    found = list(changes(old, now))
    if not found:
        return ""
    needed = "FORMAT" if any(number == "FORMAT" for number, *_ in found) else "RULES_VERSION"
    return "\n".join(
        (
            "What can stand in a session file has changed, and its version numbers have not. An "
            "older program would call such a session damaged.",
            *(f"  {what}: {where}" for _, what, where in found),
            f"{TO_DO[needed]}; then run `python -m tests.session.vocabulary` to freeze the new "
            "vocabulary. Leave the old files as they are.",
        )
    )


def test_the_vocabulary_is_the_one_frozen_for_these_version_numbers() -> None:
    path = path_of(FORMAT, RULES_VERSION)
    assert path.exists(), (
        f"The vocabulary of format {FORMAT} and rules {RULES_VERSION} is not frozen yet: "
        "run `python -m tests.session.vocabulary`"
    )
    if IN_THE_MAKING == (FORMAT, RULES_VERSION):
        found = [f"{what}: {where}" for _, what, where in changes(frozen(path), vocabulary())]
        assert not found, f"run `python -m tests.session.vocabulary`: {found}"
    said = complaint(frozen(path), vocabulary())
    assert not said, said


def test_only_the_newest_numbers_are_in_the_making() -> None:
    assert IN_THE_MAKING in (None, (FORMAT, RULES_VERSION))


@pytest.mark.parametrize("path", FILES)
def test_new_rules_only_add_to_a_format(path: Path) -> None:
    """What the rules may add is unknown to older programs, but leaves old sessions as they are."""
    format, rules = numbers(path)
    assert (format, rules) <= (FORMAT, RULES_VERSION)
    if format == FORMAT:
        other = [found for found in changes(frozen(path), vocabulary()) if found[0] == "FORMAT"]
        assert not other, f"{other}: {TO_DO['FORMAT']}"


# ------------------------------------------------------------------ everything old can be read
def parts(text: str, between: str) -> list[str]:
    """What stands between separators that are in no bracket."""
    found, depth = [""], 0
    for c in text:
        depth += (c in "([{") - (c in ")]}")
        if depth == 0 and c == between:
            found.append("")
        else:
            found[-1] += c
    return [part.strip() for part in found]


def samples(spelt: str, known: Vocabulary) -> list[Any]:
    """Values of a frozen type, with every word that it can have."""
    if spelt.endswith("?"):
        inner = spelt[:-1]
        choice = inner.startswith("(") and len(parts(inner[1:-1], ",")) == 1
        return [None, *samples(inner[1:-1] if choice else inner, known)]
    if spelt.startswith("["):
        return [[], samples(spelt[1:-1], known)]
    if spelt.startswith("("):
        return list(rows([samples(part, known) for part in parts(spelt[1:-1], ",")]))
    if spelt.startswith("{"):
        key, value = (samples(part, known) for part in parts(spelt[1:-1], ":"))
        return [{}, *({k: v} for k, v in rows([key, value]))]
    if " | " in spelt:
        return [int(word) if word.isdecimal() else word for word in spelt.split(" | ")]
    if spelt in ("action", "event"):
        table = known[f"{spelt}s"]
        return [{"type": name} | raw for name in table for raw in objects(table[name], known)]
    plain = {"int": 1, "float": 0.5, "bool": True, "str": "æ"}
    return [plain[spelt]] if spelt in plain else list(objects(known["records"][spelt], known))


def rows(columns: list[list[Any]]) -> Iterator[list[Any]]:
    for i in range(max(map(len, columns), default=1)):
        yield [column[i % len(column)] for column in columns]


def objects(types: Types, known: Vocabulary) -> Iterator[dict[str, Any]]:
    for row in rows([samples(spelt, known) for spelt in types.values()]):
        yield dict(zip(types, row, strict=True))


def entries(key: str, known: Vocabulary) -> Iterator[dict[str, Any]]:
    """Lines of an entry as a program of that vocabulary wrote them."""
    stands = list(objects(known["file"]["line"], known))
    for i, raw in enumerate(objects(known["entries"][key], known)):
        first = next(name for name in raw if name not in ("n", "at"))
        own = {key if name == first else name: value for name, value in raw.items()}
        if key == "do":
            own["digest"] = "0123456789abcdef"
        yield own | stands[i % len(stands)]


@pytest.mark.parametrize("path", FILES)
def test_everything_that_was_ever_written_can_be_read(path: Path) -> None:
    format, _ = numbers(path)
    known = frozen(path)
    for key in known["entries"]:
        lines = list(entries(key, known))
        assert lines
        for raw in lines:
            current = upcast(raw, format)
            record_of(current)
            progress_of(current)


@pytest.mark.parametrize("path", FILES)
def test_every_header_that_was_ever_written_can_be_read(path: Path) -> None:
    format, _ = numbers(path)
    known = frozen(path)
    (stands,) = islice(objects(known["file"]["line"], known), 1)
    for raw in objects(known["file"]["header"], known):
        raw |= {"created": "2026-11-21T14:30:00.000+00:00"}
        raw |= {"gevinstbordet": "session", "format": format, "digest": "0123456789abcdef"}
        header_of(upcast(raw | {"events": []} | stands, format))


# ------------------------------------------------------------------ what a change is called
def test_what_has_changed_is_said_and_what_to_do() -> None:
    now = vocabulary()
    new = copy.deepcopy(now)
    new["actions"]["FromTheFuture"] = {"seat": "int"}
    new["events"]["CapacityChanged"]["why"] += " | party"
    said = complaint(now, new)
    assert "added: actions: FromTheFuture" in said
    assert "changed: events: CapacityChanged.why: + party\n" in said
    assert "Raise RULES_VERSION" in said
    assert "Raise FORMAT" not in said


@pytest.mark.parametrize(
    ("section", "name", "field", "type", "what"),
    [
        ("actions", "Rally", "mood", "int", "added: actions: Rally.mood"),
        ("events", "Spent", "actions", "float", "changed: events: Spent.actions: int is now float"),
        ("entries", "timer", "what", "turn | round", "changed: entries: timer.what"),
        ("entries", "timer", "what", "turn | round | phase | day", "changed: entries: timer.what"),
        ("file", "header", "place", "str", "added: file: header.place"),
    ],
)
def test_a_changed_field_is_one_of_the_format(
    section: str, name: str, field: str, type: str, what: str
) -> None:
    now = vocabulary()
    new = copy.deepcopy(now)
    new[section][name][field] = type
    said = complaint(now, new)
    assert what in said
    assert "Raise FORMAT" in said
    gone = copy.deepcopy(now)
    del gone[section][name]
    assert f"removed: {section}: {name}" in complaint(now, gone)
    assert "Raise FORMAT" in complaint(now, gone)
