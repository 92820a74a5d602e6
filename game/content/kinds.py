"""The kinds of values in a scenario file: what may stand there, and what is wrong when it does not.

A kind reads a value as TOML gives it, strictly: no type is guessed. Everything wrong is collected,
so that an author is told all of it at once.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from game.content.positions import KeyPath

T = TypeVar("T")
Out = TypeVar("Out", covariant=True)
Definitions = dict[str, dict[str, Any]]
"""The JSON Schema of each kind of table, by its name."""


class Wrong(NamedTuple):
    """What is wrong with a value: the code of a finding, where it stands, and what stands there.

    ``limit`` is the bound that it does not keep, ``choices`` are the words it could be.
    """

    code: str
    path: KeyPath
    value: Any
    limit: float | None = None
    choices: Sequence[Any] = ()


class Kind(Protocol[Out]):
    """A kind of values."""

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> Out | None:
        """The value as it is worked with; ``None`` where something was added to what is wrong."""

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """What JSON Schema says of it; the kinds of tables in it are added to ``tables``."""


class Text(NamedTuple):
    """A text: so many letters, of a pattern; ``code`` is told where they are others.

    ``shown`` is the pattern that editors know, where it is stricter than what is read.
    """

    most: int
    pattern: str = ""
    code: str = "unprintable"
    least: int = 0
    shown: str = ""
    other: str = ""
    """A pattern that editors refuse."""

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> str | None:
        """See :class:`Kind`."""
        if not isinstance(value, str):
            wrong.append(Wrong("not_text", path, value))
        elif not _is_whole(value):
            wrong.append(Wrong("unprintable", path, value))
        elif len(value) < self.least:
            wrong.append(Wrong("empty_text", path, value, self.least))
        elif len(value) > self.most:
            wrong.append(Wrong("text_too_long", path, value, self.most))
        elif self.pattern and not _compiled(self.pattern).fullmatch(value):
            wrong.append(Wrong(self.code, path, value))
        else:
            return value
        return None

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """See :class:`Kind`."""
        pattern = self.shown or self.pattern
        return {
            "type": "string",
            **({"minLength": self.least} if self.least else {}),
            "maxLength": self.most,
            **({"pattern": pattern} if pattern else {}),
            **({"not": {"pattern": self.other}} if self.other else {}),
        }


class Whole(NamedTuple):
    """A whole number."""

    low: int
    high: int

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> int | None:
        """See :class:`Kind`."""
        if type(value) is not int:
            wrong.append(Wrong("not_whole", path, value))
        elif value < self.low:
            wrong.append(Wrong("too_small", path, value, self.low))
        elif value > self.high:
            wrong.append(Wrong("too_large", path, value, self.high))
        else:
            return value
        return None

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """See :class:`Kind`."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class Number(NamedTuple):
    """A number with decimals; an ``above`` one is more than ``low``."""

    low: float
    high: float
    above: bool = False

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> float | None:
        """See :class:`Kind`."""
        if type(value) not in (int, float):
            wrong.append(Wrong("not_number", path, value))
        elif isinstance(value, float) and not math.isfinite(value):
            wrong.append(Wrong("not_finite", path, value))
        elif value > self.high:
            wrong.append(Wrong("too_large", path, value, self.high))
        elif self.above and value <= self.low:
            wrong.append(Wrong("not_positive", path, value, self.low))
        elif value < self.low:
            wrong.append(Wrong("too_small", path, value, self.low))
        else:
            return float(value)
        return None

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """See :class:`Kind`."""
        low = "exclusiveMinimum" if self.above else "minimum"
        return {"type": "number", low: self.low, "maximum": self.high}


class Flag(NamedTuple):
    """Yes or no."""

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> bool | None:
        """See :class:`Kind`."""
        if isinstance(value, bool):
            return value
        wrong.append(Wrong("not_flag", path, value))
        return None

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """See :class:`Kind`."""
        return {"type": "boolean"}


class OneOf(NamedTuple, Generic[T]):
    """One of some words of the rules."""

    words: tuple[T, ...]

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> T | None:
        """See :class:`Kind`."""
        if isinstance(value, str) and value in self.words:
            return self.words[self.words.index(value)]
        wrong.append(Wrong("not_one_of", path, value, choices=self.words))
        return None

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """See :class:`Kind`."""
        return {"type": "string", "enum": list(self.words)}


class Several(NamedTuple, Generic[T]):
    """A list of values of a kind, which editors want to differ where they are ``unique``."""

    kind: Kind[T]
    most: int
    least: int = 0
    unique: bool = False

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> list[T] | None:
        """See :class:`Kind`."""
        if not isinstance(value, list):
            wrong.append(Wrong("not_list", path, value))
            return None
        if len(value) > self.most:
            wrong.append(Wrong("too_many", path, value, self.most))
            return None
        before = len(wrong)
        found = [self.kind.read(one, (*path, n), wrong) for n, one in enumerate(value)]
        if len(wrong) == before and len(value) < self.least:
            wrong.append(Wrong("too_few", path, value, self.least))
        return None if len(wrong) > before else [one for one in found if one is not None]

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """See :class:`Kind`."""
        return {
            "type": "array",
            "items": self.kind.schema(tables),
            **({"minItems": self.least} if self.least else {}),
            "maxItems": self.most,
            **({"uniqueItems": True} if self.unique else {}),
        }


class Parsed(NamedTuple, Generic[T]):
    """What a function makes of a value; it gives ``None`` for what cannot be read."""

    parse: Callable[[Any], T | None]
    code: str
    form: dict[str, Any]
    """What JSON Schema says of it."""

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> T | None:
        """See :class:`Kind`."""
        found = self.parse(value)
        if found is None:
            wrong.append(Wrong(self.code, path, value))
        return found

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """See :class:`Kind`."""
        return dict(self.form)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_whole(text: str) -> bool:
    """Whether a text can be written to a file: halves of letters cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
