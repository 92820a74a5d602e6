"""The two languages: translation of messages, and number formats.

English messages are in the code; Danish is a gettext catalogue beside this file. A :class:`Words`
is passed to all code that produces texts; nothing is installed globally, so two languages can be
used side by side.
"""

from __future__ import annotations

import gettext
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path, PurePath
from typing import Literal

from game.letters import printable
from game.resources import speaks_danish

Lang = Literal["da", "en"]
LANGS: tuple[Lang, ...] = ("da", "en")
LOCALE_DIR = Path(__file__).with_name("locale")
TOLERANCE = 1e-9
"""By how much a number may miss another, by errors of rounding, and still be told as it."""


def mark(message: str) -> str:
    """Mark a message for translation where it is defined; it is translated where it is shown."""
    return message


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message with a singular and a plural, as :func:`mark` does."""
    return one, many


class Words:
    """Translates to one language. Call it with the English message and its parameters."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._catalogue = gettext.translation(
            "gevinst", LOCALE_DIR, languages=[lang], fallback=lang == "en"
        )

    def __call__(self, message: str, /, **params: object) -> str:
        """The message in this language, with ``{name}`` replaced by each parameter."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format_map(self._filled_in(params)) if params else text

    def plural(self, one: str, many: str, n: int, /, **params: object) -> str:
        """The message for a number of things; ``{n}`` is the number."""
        text = self._catalogue.ngettext(one, many, n)
        return text.format_map(self._filled_in({"n": n, **params}))

    def _filled_in(self, params: dict[str, object]) -> dict[str, object]:
        return {name: self.filled_in(value) for name, value in params.items()}

    def filled_in(self, value: object) -> object:
        """A parameter as it stands in a message: with a true minus, decimals as they are written.

        A whole number stays as it is, since it may be a year. What in the name of a file would
        command a terminal, or turn its letters round, is a visible sign.
        """
        if isinstance(value, PurePath):
            return printable(str(value))
        if type(value) is float or (type(value) is int and value < 0):
            return self.number(value)
        return value

    def number(self, value: float, *, sign: bool = False) -> str:
        """A number as this language writes it: ``1.250,5`` in Danish, ``1,250.5`` in English."""
        if isinstance(value, int):  # of which there are some that no float can hold
            text = f"{value:+,d}" if sign else f"{value:,d}"
        else:
            value = round(value, 2) or 0  # no minus before a zero
            text = (f"{value:+,.2f}" if sign else f"{value:,.2f}").rstrip("0").rstrip(".")
        text = text.replace("-", "\N{MINUS SIGN}")
        if self.lang == "da":
            text = text.translate({ord(","): ".", ord("."): ","})
        return text

    def listed(self, items: Sequence[str], *, without: bool = False) -> str:
        """A list of items: ``A, C and D``; of what something is ``without``, ``A, C or D``."""
        if len(items) < 2:
            return "".join(items)
        both = mark("{list} or {last}") if without else mark("{list} and {last}")
        return self(both, list=", ".join(items[:-1]), last=items[-1])

    def percent(self, share: float) -> str:
        """How much of a whole there is, as :func:`told_share` tells it: ``72 %``, ``72%``."""
        return self("{n}%", n=self.number(half_up(told_share(share) * 100)))

    def chance(self, share: float) -> str:
        """How often something comes, or a part of a whole, to the nearest whole per cent."""
        return self("{n}%", n=self.number(half_up(share * 100)))


def half_up(value: float, decimals: int = 0) -> float:
    """Round half away from zero, as people do, so that equal steps stay equal.

    >>> [half_up(7.5 * n) for n in range(5)]
    [0.0, 8.0, 15.0, 23.0, 30.0]
    """
    whole = abs(value) * 10**decimals + 0.5 + TOLERANCE
    return math.copysign(math.floor(whole) / 10**decimals, value)


def told_share(share: float) -> float:
    """How much of a whole there is, as it is told: in whole per cent, none before it is there.

    So nothing is told as half of the way, or as all of it, that is not; nor as more harm than there
    is, where it goes the wrong way.

    >>> told_share(0.4375), told_share(0.9996), told_share(0.58), told_share(-1 / 3)
    (0.43, 0.99, 0.58, -0.33)
    """
    return math.trunc(share * 100 + math.copysign(TOLERANCE, share)) / 100


def capitalised(sentence: str) -> str:
    """A sentence with its first letter as a capital."""
    return sentence[:1].upper() + sentence[1:]


@cache
def words(lang: Lang) -> Words:
    """The words of a language, loaded once."""
    return Words(lang)


def system_language() -> Lang:
    """The system's language when it is one of the two, else English."""
    return "da" if speaks_danish() else "en"
