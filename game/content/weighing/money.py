"""The money: items and saving in the same unit, and a target that brings what was announced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import Final

from game.content.field_types import AnyText, Languages
from game.content.findings import Finding
from game.content.lenient.units import unit_of
from game.content.positions import KeyPath, Positions
from game.content.toml_values import number
from game.content.weighing import usual
from game.content.weighing.subject import Check, Subject, warn

_APART: Final = 400
"""Amounts so many times apart are hardly counted in the same unit."""
_SUSPECT: Final = re.compile(r"=[ \t]*[+-]?[1-9]\d{0,2}\.\d{3}(?![\d_.eE])")
_THOUSANDS: Final = re.compile(r"[\w-]+[ \t]*=[ \t]*[+-]?([1-9]\d{0,2})\.(\d{3})(?![\d_.eE])")
"""A key with a number that has a point before its last three digits."""


def posts(case: Subject) -> Iterator[Finding]:
    """The posts show where the money goes, and there is more of it than is to be saved."""
    economy = case.scenario.economy
    for i, post in enumerate(economy.posts):
        if not post.value and not case.scenario.own_project:
            yield warn("empty_post", ("economy", "posts", i, "value"))
    whole = sum(post.value for post in economy.posts)
    path = ("economy", "saving")
    if not whole:
        return
    if whole < economy.saving:
        yield warn("saving_above_posts", path)
    elif economy.saving > whole * usual.SAVING.high:
        yield warn("large_saving", path, saving=economy.saving, whole=whole)
    elif economy.saving < whole * usual.SAVING.low:
        yield warn("small_saving", path, saving=economy.saving, whole=whole)


def whole_amounts(case: Subject) -> Iterator[Finding]:
    """A saving in whole kroner under a unit of millions is a million times too large."""
    economy = case.scenario.economy
    for unit in filter(None, _languages(economy.unit)):
        counted = unit_of(unit)
        if counted is None or counted[0] != "kr" or counted[1] == 1:
            continue
        if (kroner := economy.saving * counted[1]) > usual.MOST_KRONER:
            one = number(economy.saving / counted[1])
            params = {"saving": economy.saving, "unit": unit, "billions": kroner / 1e9}
            yield warn("huge_saving", ("economy", "saving"), one=one, **params)
        return


def units_of_posts(case: Subject) -> Iterator[Finding]:
    """All posts are counted in the same unit."""
    values = [post.value for post in case.scenario.economy.posts if post.value > 0]
    middle = median(values) if values else 0.0
    for i, post in enumerate(case.scenario.economy.posts):
        if post.value and not middle / _APART <= post.value <= middle * _APART:
            path = ("economy", "posts", i, "value")
            yield warn("post_in_other_unit", path, n=post.value, middle=middle)


def saving_covered(case: Subject) -> Iterator[Finding]:
    """Reaching the economy goal brings what was announced, where both count in the same unit."""
    track, economy = case.scenario.tracks.economy, case.scenario.economy
    way = abs(track.target - track.baseline)
    path = ("tracks", "economy", "target")
    if not _same(track.unit, economy.unit):
        return
    if way < economy.saving * 0.999:
        yield warn("saving_not_covered", path, way=way, saving=economy.saving)
    elif way > economy.saving * _APART:
        yield warn("saving_in_other_unit", path, way=way, saving=economy.saving)


def _same(a: AnyText | None, b: AnyText) -> bool:
    """Whether two units are equal in some language that both have."""
    if a is None:
        return False
    return any(x == y and x is not None for x, y in zip(_languages(a), _languages(b), strict=True))


def _languages(prose: AnyText) -> tuple[str | None, str | None]:
    return (prose.da, prose.en) if isinstance(prose, Languages) else (prose, prose)


def thousands(case: Subject) -> Iterator[Finding]:
    """``1.250`` is one and a quarter, not one thousand two hundred and fifty."""
    if not _SUSPECT.search(case.text):
        return
    positions, lines = Positions(case.text), case.text.replace("\r\n", "\n").split("\n")
    for path in _amounts(case):
        line, column = positions.locate(path)
        found = _THOUSANDS.match(lines[line - 1], column - 1)
        if found and path in positions:
            written = f"{found[1]}.{found[2]}"
            whole = f"{found[1]}{found[2]}"
            yield warn("thousands", path, written=written, whole=whole, n=float(written))


def _amounts(case: Subject) -> Iterator[KeyPath]:
    """Where an amount may stand that need not be a whole number."""
    for track in case.scenario.tracks.model_fields_set:
        yield from (("tracks", track, key) for key in ("baseline", "target"))
    yield "economy", "saving"
    for i in range(len(case.scenario.economy.posts)):
        yield "economy", "posts", i, "value"
    for i in range(len(case.scenario.benefits)):
        yield from (("benefits", i, "measure", key) for key in ("baseline", "target"))


ALWAYS: Final[tuple[Check, ...]] = (posts, whole_amounts, units_of_posts, saving_covered, thousands)
"""Of every case."""
