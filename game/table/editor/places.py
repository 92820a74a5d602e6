"""Where in the editor a key of the file is written, and what that place is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from game.content.positions import KeyPath
from game.frozen import frozen
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.i18n import LANGS, Lang, Words
from game.table.editor.card_list import card_name
from game.table.editor.draft import Draft
from game.table.editor.fields import Below, Field
from game.table.editor.form import widget_key
from game.table.editor.sections import Section, section_of
from game.wording import terms


@frozen
class Place:
    """A section, a card of it by its number, and the field that writes a key, if one does.

    ``key`` is the key of the field that is meant: some fields write several.
    """

    section: Section
    number: int
    field: Field | None = None
    key: Below = ()

    @property
    def base(self) -> KeyPath:
        """The path of the card, or of the table, in the file."""
        section = self.section
        if section.many:
            return (*section.path, self.number)
        return (*section.path, section.items[self.number]) if section.items else section.path


def place_of(draft: Draft, path: KeyPath) -> Place:
    """The place where the key at a path is written; without a field where none writes it."""
    section = section_of(path)
    place = Place(section, _number(section, path))
    below = path[len(place.base) :]
    if path[: len(place.base)] != place.base:
        return place
    fields = section.fields(draft.get(place.base, {}))
    found = [(key, field) for field in fields for key in field.keys if _writes(key, below)]
    if not found:
        return place
    key, field = max(found, key=lambda each: len(each[0]))
    return Place(section, place.number, field, key)


def _writes(key: Below, below: KeyPath) -> bool:
    """Whether a field for a key writes what stands at a path, or a part of it.

    What is wrong with a whole table leads to the first of its fields.
    """
    return below[: len(key)] == key or (bool(below) and key[: len(below)] == below)


def _number(section: Section, path: KeyPath) -> int:
    first = path[len(section.path)] if len(path) > len(section.path) else 0
    if section.items:
        return next((n for n, item in enumerate(section.items) if item == first), 0)
    return first if isinstance(first, int) else 0


def told_place(t: Words, draft: Draft, path: KeyPath) -> str:
    """A place in the words of the editor: section, card and field."""
    place = place_of(draft, path)
    parts = [t(place.section.name), _card(t, draft, place, path)]
    if place.field is not None:
        parts.append(t(place.field.label))
    if path and path[-1] in LANGS and isinstance(draft.get(path[:-1]), Mapping | str):
        parts.append(_LANGUAGES[str(path[-1])])
    return " · ".join(filter(None, parts))


_LANGUAGES: Mapping[str, str] = {"da": "Dansk", "en": "English"}


def _card(t: Words, draft: Draft, place: Place, path: KeyPath) -> str:
    """The card that a path is about; none where it is about the whole section."""
    section = place.section
    if len(path) <= len(section.path):
        return ""
    if section.items:
        return terms.track(t, section.items[place.number])
    cards: Any = draft.get(section.path) if section.many else None
    if not isinstance(cards, list) or place.number >= len(cards):
        return ""
    return card_name(t, cards[place.number]) or t("Number {n}", n=place.number + 1)


_LACKS: Final[Mapping[str, Lang]] = {"missing_danish": "da", "missing_english": "en"}
_ONE_LANGUAGE: Final = ("one_language", "one_language_in_many", "title_in_one_language")


def lacking_at(draft: Draft, code: str, path: KeyPath) -> KeyPath:
    """Where something has to be written: where a language lacks, the empty field of that one."""
    if code in _LACKS:
        return (*path, _LACKS[code])
    if code in _ONE_LANGUAGE and isinstance(draft.get(path), str):
        return (*path, "en" if draft.plain == "da" else "da")
    return path


def field_of(ui: Ui, base: KeyPath, path: KeyPath) -> Widget | None:
    """The widget on a card's form that writes the key at a path, or the first for a part of it.

    Where there is no card yet, that is the button by which one is added.
    """
    if len(path) >= len(base) and path[: len(base)] != base:
        return ui.find("add")
    fields = [w for w in ui.widgets if w.focusable and w.key.startswith("field:")]
    if path and path[-1] in LANGS:
        key = widget_key(path[:-1], str(path[-1]))
        if found := next((w for w in fields if w.key == key), None):
            return found
    for end in range(len(path), len(base) - 1, -1):
        key = widget_key(path[:end])
        for widget in fields:
            if widget.key == key or widget.key.startswith((f"{key}:", f"{key}.")):
                return widget
    return next(iter(fields), None) or ui.find("add")
