"""All messages of the catalogue, and where the word book is."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from babel.messages.mofile import read_mo

from game.i18n import catalogue
from tests.i18n import rule_book

DOCS = rule_book.BOOK.parent


@cache
def messages() -> tuple[tuple[str, str], ...]:
    """Every message with its Danish, each form of a plural by itself."""
    with catalogue.MO.open("rb") as file:
        both = catalogue.translations(read_mo(file)).items()
    pairs = chain.from_iterable(zip(forms(a), forms(b), strict=True) for a, b in both)
    return tuple((without_names(english), without_names(danish)) for english, danish in pairs)


def without_names(text: str) -> str:
    """A text without the names of files, and of what is filled in."""
    return re.sub(r"[\w./-]+\.(md|json|toml|xlsx)\b", "", re.sub(r"\{[^}]*\}", "{}", text))


def forms(message: catalogue.MessageId) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message
