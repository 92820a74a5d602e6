"""Prose in one language or two, as a file has it, and as somebody writes it in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from game.i18n import LANGS, Lang

Written = Literal["da", "en", "both"]
"""In which language texts are written now."""
_DANISH = frozenset("æøåÆØÅ")


def text_in(value: Any, lang: Lang, plain: Lang) -> str:
    """What prose says in a language; a plain text is in the language ``plain``."""
    if isinstance(value, Mapping):
        text = value.get(lang, "")
        return text if isinstance(text, str) else ""
    return value if isinstance(value, str) and lang == plain else ""


def shown_text(value: Any, lang: Lang) -> str:
    """What a reader of a language sees of it: the other one where there is none."""
    if isinstance(value, Mapping):
        value = value.get(lang) or next((value[k] for k in LANGS if value.get(k)), "")
    return value if isinstance(value, str) else ""


def with_text(value: Any, lang: Lang, plain: Lang, text: str) -> Any:
    """Prose with another text in a language; ``None`` where nothing is left.

    >>> with_text("Kø", "en", "da", "Queue"), with_text("Kø", "da", "da", "Køen")
    ({'da': 'Kø', 'en': 'Queue'}, 'Køen')
    """
    before = value if isinstance(value, Mapping) else {plain: value} if value else {}
    after = {k: v for k, v in before.items() if k != lang} | ({lang: text} if text else {})
    if not isinstance(value, Mapping) and set(after) <= {plain}:
        return after.get(plain)
    return {k: after[k] for k in LANGS if k in after} or None


def plain_language(data: Mapping[str, Any], otherwise: Lang) -> Lang:
    """The language in which the texts of a case are that say nothing of it."""
    letters: set[str] = set()
    for text in _plain_texts(data):
        letters.update(text)
    return "da" if letters & _DANISH else otherwise


def has_two(value: Any) -> bool:
    """Whether some text in the data of a case is in both languages."""
    if isinstance(value, Mapping):
        return set(LANGS) <= set(value) or any(map(has_two, value.values()))
    return isinstance(value, list) and any(map(has_two, value))


def _plain_texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) and not set(value) <= set(LANGS):
        for inner in value.values():
            yield from _plain_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _plain_texts(inner)
