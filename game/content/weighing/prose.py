"""The texts of a file, in one language or both, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.content.positions import KeyPath
from game.content.rewording import CODES, NUMBERS
from game.frozen import frozen
from game.i18n import Lang


@frozen
class Text:
    """A text of the file: ``plain`` for both languages, or ``da``, ``en`` or both of them."""

    path: KeyPath
    plain: str | None = None
    da: str | None = None
    en: str | None = None

    @property
    def key(self) -> str:
        """The key that it stands under, such as ``name``."""
        return next(str(part) for part in reversed(self.path) if isinstance(part, str))

    @property
    def card(self) -> KeyPath:
        """The card, or the table, that it belongs to."""
        return self.path[:2]

    def each(self) -> Iterator[tuple[KeyPath, str]]:
        """What was written, each with its own place."""
        for lang, text in ((None, self.plain), ("da", self.da), ("en", self.en)):
            if text is not None:
                yield ((*self.path, lang) if lang else self.path), text

    def read(self, lang: Lang) -> str:
        """What players read in a language, and nothing where it is missing."""
        return self.plain or (self.da if lang == "da" else self.en) or ""


def texts(data: Mapping[str, Any]) -> list[Text]:
    """All texts of a file's raw data that people read, in its order; ids are none."""
    return list(_below(dict(data), ()))


def _below(value: object, path: KeyPath) -> Iterator[Text]:
    match value:
        case str() if path:
            yield Text(path, plain=value)
        case dict() if value and value.keys() <= {"da", "en"}:
            written = {lang: text for lang, text in value.items() if isinstance(text, str)}
            yield Text(path, **written)
        case dict():
            for key, inner in value.items():
                if key not in NUMBERS and (key not in CODES or _is_deck(inner)):
                    yield from _below(inner, (*path, key))
        case list():
            for n, inner in enumerate(value):
                yield from _below(inner, (*path, n))


def _is_deck(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
