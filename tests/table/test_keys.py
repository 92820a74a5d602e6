"""The help tells every key that the code binds, and no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

import game
from game.gui.keys import DIGITS, KEYPAD, LETTERS, key_name
from game.i18n import LANGS, Lang, words
from game.table.flow.keys import EVERYWHERE, GROUPS, Group

SOURCE = Path(game.__file__).parent


def bound(path: Path) -> set[int]:
    """The keys that a module names."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return {getattr(pygame, name) for name in names if name.startswith("K_")}


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the program but the list of keys itself."""
    for path in sorted(SOURCE.rglob("*.py")):
        if path.name != "keys.py":
            yield path.relative_to(SOURCE).with_suffix("").as_posix(), path


def groups_of(module: str) -> list[Group]:
    return [g for g in GROUPS if any(module.startswith(name) for name in g.modules)]


def test_every_key_that_a_module_binds_is_told() -> None:
    untold = {}
    for module, path in modules():
        told = {
            key
            for group in (EVERYWHERE, *groups_of(module))
            for binding in group.bindings
            for key in (*binding.keys, *binding.duplicates)
        }
        if missing := bound(path) - told:
            untold[module] = [pygame.key.name(key) for key in missing]
    assert not untold, "tell these keys in game/table/flow/keys.py"


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.title)
def test_every_key_that_is_told_is_bound(group: Group) -> None:
    found = set().union(*(bound(path) for module, path in modules() if group in groups_of(module)))
    for binding in group.bindings:
        many = {*LETTERS, *DIGITS, *KEYPAD, *range(pygame.K_F1, pygame.K_F15)}
        rare = {key for key in binding.keys if key not in many} - found
        assert not rare, [pygame.key.name(key) for key in rare]


@pytest.mark.parametrize("lang", LANGS)
def test_keys_are_told_once_and_by_the_names_that_stand_on_them(lang: Lang) -> None:
    t = words(lang)
    for group in GROUPS:
        told = [binding.name(t) for binding in group.bindings]
        assert len(told) == len(set(told))
        assert all(told)
    assert key_name(t, pygame.K_r) == "R"
    assert key_name(t, pygame.K_F10) == "F10"
    assert key_name(t, pygame.K_LEFT) == "←"
