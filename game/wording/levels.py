"""The levels a game can be played on: their names, and what each changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.engine import Level, Setup
from game.i18n import Words, mark

NAMES: Final[Mapping[Level, str]] = {
    "gentle": mark("Room to learn"),
    "normal": mark("As in everyday life"),
    "demanding": mark("High ambitions"),
}


def level_name(t: Words, level: Level) -> str:
    """What a level is called."""
    return t(NAMES[level])


def level_effect(t: Words, setup: Setup, level: Level) -> str:
    """What a level changes in a case, in a sentence or two."""
    usual, there = setup.at("normal"), setup.at(level)
    goals = [new - old for old, new in zip(usual.goals, there.goals, strict=True)]
    more = there.rules.actions - usual.rules.actions
    said = [_goals(t, goals), _actions(t, more)]
    return " ".join(filter(None, said)) or t("Goals and actions are those of the case.")


def _goals(t: Words, by: list[int]) -> str:
    most = max(by, key=abs)
    if most > 0:
        return t.plural("Every goal is {n} point higher.", "Every goal is {n} points higher.", most)
    if most == 0:
        return ""
    if min(by) == max(by):
        return t.plural("Every goal is {n} point lower.", "Every goal is {n} points lower.", -most)
    return t.plural("Goals are up to {n} point lower.", "Goals are up to {n} points lower.", -most)


def _actions(t: Words, more: int) -> str:
    if more > 0:
        return t.plural(
            "The group has {n} more action in each round.",
            "The group has {n} more actions in each round.",
            more,
        )
    if more == 0:
        return ""
    return t.plural(
        "The group has {n} action fewer in each round.",
        "The group has {n} actions fewer in each round.",
        -more,
    )
