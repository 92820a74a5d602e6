"""The scanner beside tomli: whatever tomli reads has a place, and there the key is written."""

import re
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.positions import KeyPath, Positions
from tests.content.scenario_text import MINIMAL
from tests.effort import examples
from tests.rows import each_row

# --------------------------------------------------------------- TOML texts, as authors vary them

BARE = st.from_regex(r"[a-z0-9_-]{1,4}", fullmatch=True)
ODD = st.text(st.sampled_from("ab .#[]{}=\"\\æ'\t"), max_size=4)


@st.composite
def key(draw: st.DrawFn) -> tuple[str, str]:
    """A key: how it is written, and what it is."""
    if draw(st.booleans()):
        bare = draw(BARE)
        return bare, bare
    name = draw(ODD)
    if "'" not in name and draw(st.booleans()):
        return f"'{name}'", name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"', name


SPACE = st.sampled_from(["", " ", "\t", "  "])
BREAK = st.sampled_from(["", " ", "\n", "\r\n", " # a [note] = {1}, \"2'\n", "\n\n\t"])
PLAIN = ["1", "-2.5e3", "+inf", "nan", "true", "0x1F", "1979-05-27 07:32:00"]
SHORT = ['""', '"a # [b"', r'"\"}"', r'"\\"', "''", "'\\'", "'#]'"]
BASIC = [
    '""' * 3,
    '"""\n[a]\nb = "c"\n"""',
    '"""a"""""',
    r'"""\"""b"""',
    '""""a" ""b"""',
    r'"""\\"""',
]
LITERAL = ["''" * 3, "'''\n[[a]]\n'a'\n'''", "'''a'''''", "''''a' ''b'''"]
SCALAR = st.sampled_from(PLAIN + SHORT + BASIC + LITERAL)


@st.composite
def array(draw: st.DrawFn, items: st.SearchStrategy[str]) -> str:
    inner = [draw(BREAK) + item + draw(BREAK) for item in draw(st.lists(items, max_size=4))]
    comma = "," if inner and draw(st.booleans()) else ""
    return "[" + ",".join(inner) + comma + draw(BREAK) + "]"


@st.composite
def table(draw: st.DrawFn, items: st.SearchStrategy[str]) -> str:
    pairs = draw(st.lists(st.tuples(dotted(), items), max_size=4))
    inner = [f"{draw(SPACE)}{k}{draw(SPACE)}={draw(SPACE)}{v}{draw(BREAK)}" for k, v in pairs]
    return "{" + ",".join(inner) + draw(SPACE) + "}"


@st.composite
def dotted(draw: st.DrawFn) -> str:
    parts = draw(st.lists(key(), min_size=1, max_size=3))
    return f"{draw(SPACE)}.{draw(SPACE)}".join(written for written, _name in parts)


VALUE = st.recursive(SCALAR, lambda inner: array(inner) | table(inner), max_leaves=6)


@st.composite
def statement(draw: st.DrawFn) -> str:
    end = draw(st.sampled_from(["\n", "\r\n", " # done\n", "\n\n"]))
    if draw(st.booleans()):
        return f"{draw(SPACE)}{draw(dotted())}{draw(SPACE)}={draw(SPACE)}{draw(VALUE)}{end}"
    # Few names, so that headings meet: [[a]], [a.b], [[a.b]], [[a]] and so on.
    names = draw(st.lists(st.sampled_from(["a", "b", '"a"']), min_size=1, max_size=3))
    inner = f"{draw(SPACE)}{'.'.join(names)}{draw(SPACE)}"
    return f"[[{inner}]]{end}" if draw(st.booleans()) else f"[{inner}]{end}"


@st.composite
def valid_texts(draw: st.DrawFn) -> str:
    """A text that tomli reads: each statement is kept if the text so far stays valid."""
    text = ""
    for line in draw(st.lists(statement(), min_size=1, max_size=8)):
        try:
            tomli.loads(text + line)
        except tomli.TOMLDecodeError:
            continue
        text += line
    return text


# ------------------------------------------------------------------ the properties


def paths(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    items = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value))
        if isinstance(value, list)
        else []
    )
    return [found for k, v in items for found in [(*path, k), *paths(v, (*path, k))]]


def text_at(text: str, place: tuple[int, int]) -> str:
    line, column = place
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(lines[line - 1 :])[column - 1 :]


def key_written(text: str) -> str:
    """The key with which a text begins, read by tomli itself."""
    written = re.match(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'""", text)
    assert written, text
    (name,) = tomli.loads(f"{written[0]} = 0")
    return str(name)


@pytest.mark.slow
@settings(max_examples=examples(250))
@given(valid_texts())
def test_every_path_has_its_place_and_there_stands_its_key(text: str) -> None:
    positions = Positions(text)
    data = tomli.loads(text)
    for path in paths(data):
        assert path in positions
        if isinstance(path[-1], str):
            assert key_written(text_at(text, positions.locate(path))) == path[-1]


@settings(max_examples=examples(200))
@given(st.lists(SCALAR, min_size=1, max_size=5), st.data())
def test_a_list_item_stands_where_it_begins(items: list[str], data: st.DataObject) -> None:
    text = f"a = [{', '.join(data.draw(BREAK) + item for item in items)}]"
    positions = Positions(text)
    for i, item in enumerate(items):
        assert text_at(text, positions.locate(("a", i))).startswith(item)


# ------------------------------------------------------------------ the subtle parts, one by one


@each_row(
    "text, path, place",
    [
        ("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]\nc = 1", ("a", 1, "b", 0, "c"), (6, 1)),
        ("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]\nc = 1", ("a", 0, "b", 1), (3, 5)),
        ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2", ("a", 1, "b", "c"), (6, 1)),
        ("a.b.c = 1\na.b.d = 2", ("a", "b", "d"), (2, 5)),
        ("a = [\n  # note ]\n  { b = 1 },\n  { b = 2 },\n]", ("a", 1, "b"), (4, 5)),
        ('a = """\nb = 1\n"""\nb = 2', ("b",), (4, 1)),
        ("'a b'.\"c\\u00e6\" = 1", ("a b", "cæ"), (1, 7)),
        ("a = 1\r\nb = 2", ("b",), (2, 1)),
        ('a = { b = "}", c = [1, 2] }', ("a", "c", 1), (1, 24)),
    ],
)
def test_places(text: str, path: KeyPath, place: tuple[int, int]) -> None:
    assert Positions(text).locate(path) == place


def test_what_is_missing_is_placed_at_what_is_around_it() -> None:
    positions = Positions(MINIMAL)
    line, _column = positions.locate(("ideas", 0, "promise", "citizen"))
    assert MINIMAL.splitlines()[line - 1] == "[[ideas]]"
    assert positions.locate(("level",)) == (1, 1)
