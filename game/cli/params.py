"""Parameter types with readable errors."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from click.types import IntParamType

from game.i18n import Words
from game.i18n.days import parse_day, short_day
from game.paths import check_new, hidden, typed_path

_SEEDS = 2**64


class WholeNumber(IntParamType):
    """A whole number from ``low`` to ``high``, or from ``low`` on.

    click's own range would show its limits as mathematics: ``1<=x<=8``.
    """

    def __init__(self, t: Words, low: int | None = None, high: int | None = None) -> None:
        self.name = t("whole number")
        self._t, self._low, self._high = t, low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; a usage error if it is not a number or outside its limits."""
        number: int = super().convert(value, param, ctx)
        low = number if self._low is None else self._low
        high = number if self._high is None else self._high
        if not low <= number <= high:
            self.fail(self._limits(number), param, ctx)
        return number

    def _limits(self, number: int) -> str:
        low, high, t = self._low, self._high, self._t
        if high is None:
            return t("it must be {low} or more, not {number}.", low=low, number=number)
        return t(
            "it must be from {low} to {high}, not {number}.", low=low, high=high, number=number
        )


def check_seed(t: Words, seed: int) -> None:
    """Reject a seed outside the engine's limits."""
    if not 0 <= seed < _SEEDS:
        raise click.UsageError(t("A seed is a whole number from 0 to 2^64 - 1."))


def day_example(t: Words) -> str:
    """A day as it is written in the language."""
    return short_day(t, date(2027, 1, 31))


def parse_day_option(t: Words, text: str | None) -> date:
    """The day given by an option, today without one; a usage error for what is no day."""
    try:
        return date.today() if text is None else parse_day(text.strip())
    except ValueError:
        example = day_example(t)
        message = t("“{date}” is not a date. Write it like {example}.", date=text, example=example)
        raise click.UsageError(message) from None


# ------------------------------------------------------------------ paths
class FilePath(click.Path):
    """A file or folder; with ``new``, one that is made where it is not there yet."""

    def __init__(self, t: Words, *, new: bool = False) -> None:
        super().__init__(path_type=Path)
        self._t, self.new = t, new

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; one message if it cannot be one here."""
        return value if isinstance(value, Path) else given_path(self._t, value, new=self.new)


def given_path(t: Words, text: str, *, new: bool = False) -> Path:
    """The path that an argument gives; one message if it cannot be one here."""
    path = typed_path(text)
    if new:
        return check_new(path)
    if path.name != text and (why := hidden(path)):
        raise why
    return path
