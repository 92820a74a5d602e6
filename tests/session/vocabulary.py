"""What can stand in a session file: every name, field, type and word, frozen per version.

``python -m tests.session.vocabulary`` freezes what the program knows today under the numbers of its
format and its rules. A file that is there already is never written again: an older program takes a
number to mean exactly the vocabulary that was released under it. Only that of the numbers that are
:data:`IN_THE_MAKING` is written anew each time.

A type is written as ``int``, ``Seat`` (a record), ``a | b`` (one of these words), ``[T]`` (a list),
``(T, U)`` (a list of exactly these), ``{K: T}`` (an object) or ``T?`` (may be null).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from game.engine import ACTIONS, EVENTS, RULES_VERSION
from game.session import FORMAT
from game.session.records import KINDS, Header, Progress

IN_THE_MAKING: Final[tuple[int, int] | None] = (3, 2)
"""The format and the rules that are not released yet, ``None`` when all are.

Their vocabulary grows with every landing, and games are frozen in ``tests/sessions`` only when they
are done: set this to ``None`` then, and run ``python -m tests.session.freezing``.
"""

FOLDER: Final = Path(__file__).with_name("vocabularies")
Types = dict[str, str]
Vocabulary = dict[str, dict[str, Types]]
"""The fields of everything that has a name, by its section."""

SECTIONS: Final = ("file", "entries", "actions", "events", "records")
OF_THE_RULES: Final = ("actions", "events", "records")
"""Sections in which a new version of the rules may add names and words, as it may add words to the
standing on each line. Every other change is one of the format."""


# ------------------------------------------------------------------ the program's own
def vocabulary() -> Vocabulary:
    """What the program reads and writes today."""
    found: Vocabulary = {
        "file": {"header": _types(Header), "line": _types(Progress)},
        "entries": {key: _types(cls) for key, cls in KINDS.items()},
        "actions": {cls.__name__: _types(cls) for cls in ACTIONS},
        "events": {cls.__name__: _types(cls) for cls in EVENTS},
    }
    roots = (Header, *KINDS.values(), *ACTIONS, *EVENTS)
    found["records"] = {cls.__name__: _types(cls) for cls in _nested(roots)}
    return found


def _types(cls: Any) -> Types:
    hints = get_type_hints(cls)
    return {f.name: spell(hints[f.name]) for f in fields(cls)}


def spell(hint: Any) -> str:
    """A type as it stands in a frozen file."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(map(str, args))
    if origin is tuple and args[-1] is Ellipsis:
        return f"[{spell(args[0])}]"
    if origin is tuple:
        return f"({', '.join(map(spell, args))})"
    if origin is dict:
        return f"{{{spell(args[0])}: {spell(args[1])}}}"
    if origin in (Union, UnionType):
        if set(args) <= {*ACTIONS, *EVENTS}:
            return "action" if set(args) == set(ACTIONS) else "event"
        (inner,) = (part for part in args if part is not NoneType)
        return f"({spell(inner)})?" if " | " in spell(inner) else f"{spell(inner)}?"
    name: str = hint.__name__
    return name


def _nested(roots: tuple[Any, ...]) -> list[Any]:
    """The records that stand inside others, by their names."""
    named, found = {*ACTIONS, *EVENTS, *KINDS.values(), Header}, set()
    waiting = [hint for cls in roots for hint in get_type_hints(cls).values()]
    while waiting:
        hint = waiting.pop()
        if is_dataclass(hint) and hint not in named and hint not in found:
            found.add(hint)
            waiting += get_type_hints(hint).values()
        waiting += [arg for arg in get_args(hint) if not isinstance(arg, str | int)]
    return sorted(found, key=lambda cls: str(cls.__name__))


# ------------------------------------------------------------------ what differs
def changes(frozen: Vocabulary, now: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """What was added, removed or changed, each with the number that has to be raised for it."""
    for section in SECTIONS:
        old, new = frozen[section], now[section]
        for name in sorted({*old, *new}):
            where, by_rules = f"{section}: {name}", section in OF_THE_RULES or name == "line"
            if name not in new:
                yield "FORMAT", "removed", where
            elif name not in old:
                yield "RULES_VERSION" if by_rules else "FORMAT", "added", where
            else:
                yield from _fields(where, old[name], new[name], by_rules)


def _fields(where: str, old: Types, new: Types, by_rules: bool) -> Iterator[tuple[str, str, str]]:
    for name in sorted({*old, *new}):
        at = f"{where}.{name}"
        if name not in new:
            yield "FORMAT", "removed", at
        elif name not in old:
            yield "FORMAT", "added", at
        elif old[name] != new[name]:
            more = by_rules and _has_more_words(old[name], new[name])
            yield (
                "RULES_VERSION" if more else "FORMAT",
                "changed",
                f"{at}: {_difference(old[name], new[name])}",
            )


def _difference(old: str, new: str) -> str:
    """What differs between two types: only the words that came and went, where these are words."""
    before, after = old.split(" | "), new.split(" | ")
    if len(before) == 1 or len(after) == 1:
        return f"{old} is now {new}"
    came = [f"+ {word}" for word in after if word not in before]
    went = [f"- {word}" for word in before if word not in after]
    return ", ".join((*came, *went)) or f"in another order, {new}"


def _has_more_words(old: str, new: str) -> bool:
    """Whether every value of the old type is one of the new."""
    choice = re.compile(r"\w+(?: \| \w+)+")
    if choice.sub("…", old) != choice.sub("…", new):
        return False
    pairs = zip(choice.findall(old), choice.findall(new), strict=True)
    return all(set(a.split(" | ")) <= set(b.split(" | ")) for a, b in pairs)


# ------------------------------------------------------------------ the folder
def path_of(format: int, rules: int) -> Path:
    """Where the vocabulary of two numbers is frozen."""
    return FOLDER / f"format-{format}-rules-{rules}.json"


def frozen(path: Path) -> Vocabulary:
    """A frozen vocabulary."""
    found: Vocabulary = json.loads(path.read_text("utf-8"))
    return found


def numbers(path: Path) -> tuple[int, int]:
    """The format and the version of the rules that a file is named after."""
    _, format, _, rules = path.stem.split("-")
    return int(format), int(rules)


def written(vocabulary: Mapping[str, Any]) -> str:
    """As it stands in the file: a line for each field, so that a difference is easy to read."""
    return json.dumps(vocabulary, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    path = path_of(FORMAT, RULES_VERSION)
    if path.exists() and IN_THE_MAKING != (FORMAT, RULES_VERSION):
        sys.exit(f"{path.name} is frozen already")
    path.parent.mkdir(exist_ok=True)
    path.write_text(written(vocabulary()), "utf-8", newline="\n")
    print(path.name)
