"""Ways to damage a case as authors do: what was done, and what has to be said of it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import tomli
import tomli_w

from game.content import Problem, check
from game.content.weighing.wording import SKELETONS
from game.resources import SCENARIOS

Data = dict[str, Any]


class Damage(NamedTuple):
    """A mistake of an author: it is told by ``code`` at ``path``, a path as problems have it."""

    code: str
    path: str
    do: Callable[[Data], object]


@cache
def text_of(case: str) -> str:
    """The text of a shipped case, or of what ``gevinst new`` writes (``da`` or ``en``)."""
    path = SCENARIOS / f"{case}.toml"
    if case in ("da", "en"):
        return (SKELETONS / f"{case}.toml").read_text(encoding="utf-8").replace("@title", "Ticket")
    return Path(path).read_text(encoding="utf-8")


@cache
def _data(case: str) -> Data:
    return tomli.loads(text_of(case))


def damaged(case: str, do: Callable[[Data], object]) -> str:
    """The text of a case after somebody made a mistake in it."""
    data = copy.deepcopy(_data(case))
    do(data)
    return tomli_w.dumps(data)


def told(text: str) -> list[Problem]:
    """What is said of a case that can be played."""
    case, problems = check(text, "case.toml")
    assert case is not None, problems
    return problems


def put(*path: str | int, to: object) -> Callable[[Data], None]:
    """A change of one value; ``None`` takes it out."""

    def do(data: Data) -> None:
        table: Any = data
        for part in path[:-1]:
            table = table[part]
        if to is None:
            del table[path[-1]]
        else:
            table[path[-1]] = to

    return do


def each(deck: str, key: str, to: object) -> Callable[[Data], None]:
    """The same value on every card of a deck."""

    def do(data: Data) -> None:
        for card in data[deck]:
            card[key] = to

    return do


def both(*changes: Callable[[Data], object]) -> Callable[[Data], None]:
    """Several changes."""

    def do(data: Data) -> None:
        for change in changes:
            change(data)

    return do


def halved(track: str) -> Callable[[Data], None]:
    """Every second idea gives a track nothing."""

    def do(data: Data) -> None:
        giving = [idea for idea in data["ideas"] if max(span(idea, track)) > 0]
        for idea in giving[::2]:
            del idea["effects"][track]
            idea.get("promise", {}).pop(track, None)

    return do


def span(idea: Data, track: str) -> list[int]:
    """A true effect as it is written in shipped cases."""
    effect: list[int] = idea.get("effects", {}).get(track, [0, 0])
    return effect


def card(deck: str, id: str, case: str = "koebenhavn-pas") -> int:
    """Where a card stands in its deck."""
    return next(i for i, each in enumerate(_data(case)[deck]) if each["id"] == id)
