"""Keys are declared on the classes that act on them, and help lists what is declared."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

import game.table
from game.gui.app import App
from game.gui.keys import KeyBinding, KeyGroup, bindings_of, key_name
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.gui.widgets.button import Button
from game.i18n import LANGS, Lang, words
from game.table.flow.keys import GROUPS
from tests.screens import load_all, subclasses
from tests.table.sitting import Sitting

TABLE = Path(game.table.__file__).parent
LISTED = [binding for group in GROUPS for binding in group.bindings]


def owners() -> list[type]:
    """Every class of the program that declares keys."""
    load_all()
    return [App, Ui, Screen, Widget, *subclasses(Screen), *subclasses(Widget)]


# ------------------------------------------------------------------ nothing acts on another key
def undeclared(path: Path) -> Iterator[str]:
    """Keys that a module names anywhere but in a declaration or as the shortcut of a button."""
    tree = ast.parse(path.read_text("utf-8"))
    declared: set[int] = set()
    for node in ast.walk(tree):
        for part in _declarations(node):
            declared |= {id(inner) for inner in ast.walk(part)}
    for node in ast.walk(tree):
        named = isinstance(node, ast.Attribute) and node.attr.startswith("K_")
        if named and id(node) not in declared:
            yield f"{path.relative_to(TABLE)}:{node.lineno}"


def _declarations(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "KeyBinding":
        yield node
    if isinstance(node, ast.keyword) and node.arg == "shortcut":
        yield node.value
    if isinstance(node, ast.Assign) and "shortcut" in ast.unparse(node.targets[0]):
        yield node.value


def test_every_key_is_declared_where_it_acts() -> None:
    found = [place for path in sorted(TABLE.rglob("*.py")) for place in undeclared(path)]
    assert not found, (
        "declare these keys as a KeyBinding in the bindings of the class that acts on them "
        f"(see docs/gui.md), or as the shortcut of the button they press: {found}"
    )


# ------------------------------------------------------------------ help lists what is declared
def test_what_a_class_describes_is_listed() -> None:
    missing = [
        f"{owner.__module__}.{owner.__name__}: {binding.description}"
        for owner in owners()
        for binding in owner.__dict__.get("bindings", ())
        if binding.description and binding not in LISTED
    ]
    assert not missing, f"add described(<class>) for these to game/table/flow/keys.py: {missing}"


def test_a_key_that_acts_without_a_description_is_listed_with_another_class() -> None:
    listed = {key for binding in LISTED for key in (*binding.keys, *binding.duplicates)}
    silent = {
        f"{owner.__module__}.{owner.__name__}: {pygame.key.name(key)}"
        for owner in owners()
        for binding in bindings_of(owner)
        for key in (*binding.keys, *binding.duplicates)
        if key not in listed
    }
    assert not silent, (
        "describe these keys in their KeyBinding, or list the class that does in "
        f"game/table/flow/keys.py: {sorted(silent)}"
    )


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.title)
def test_the_keys_of_a_group_are_listed_once_and_by_their_names(group: KeyGroup) -> None:
    for lang in LANGS:
        told = [binding.name(words(lang)) for binding in group.bindings]
        assert len(told) == len(set(told))
        assert all(told)


@pytest.mark.parametrize("lang", LANGS)
def test_a_key_is_named_as_it_is_printed(lang: Lang) -> None:
    t = words(lang)
    assert key_name(t, pygame.K_r) == "R"
    assert key_name(t, pygame.K_F10) == "F10"
    assert key_name(t, pygame.K_LEFT) == "←"
    assert KeyBinding((pygame.K_z,), control=True).name(t) == "Ctrl+Z"


def test_the_keys_of_a_turn_are_letters_of_the_words_on_its_buttons(tmp_path: Path) -> None:
    for lang in LANGS:
        sitting = Sitting(tmp_path, lang=lang)
        sitting.look()
        for name in ("rally", "write", "pass"):
            button = sitting.widget(name)
            assert isinstance(button, Button)
            letter = chr(button.shortcut or 0)
            assert letter in button.label.lower() or lang == "en"
        sitting.key(pygame.K_u if lang == "da" else pygame.K_p)
        assert sitting.game.state.turn == 1
        assert sitting.game.session.history
        sitting.game.session.close()
