"""The cards of the section that an editor shows: added, copied, moved, taken away, named."""

from __future__ import annotations

from typing import Any, Protocol

from game.content.positions import KeyPath
from game.gui.screen import ScreenHost
from game.gui.ui import Ui
from game.table.editor import cards
from game.table.editor.draft import Draft
from game.table.editor.form import widget_key
from game.table.editor.languages import shown_text
from game.table.editor.sections import Section


class DeckHost(Protocol):
    """The editor: its case, and the card that is shown."""

    draft: Draft
    section: Section
    number: int
    app: ScreenHost

    @property
    def ui(self) -> Ui:
        """What it is drawn on, which knows where one writes."""

    @property
    def base_path(self) -> KeyPath:
        """Where the card that is shown stands in the file."""

    def forget_typed(self) -> None:
        """Leave the fields; what was typed is saved."""

    def save(self) -> None:
        """Save what was changed, and show it."""


class Deck:
    """The cards of the section that is shown, none where a section is no list."""

    def __init__(self, host: DeckHost) -> None:
        self.host = host

    @property
    def cards(self) -> list[Any]:
        """The cards as the file has them."""
        section = self.host.section
        found = self.host.draft.get(section.path, []) if section.many else []
        return found if isinstance(found, list) else []

    def add(self) -> None:
        """Add a card at the end of the list, and write its name."""
        host, section = self.host, self.host.section
        host.forget_typed()
        at = len(self.cards)
        host.draft.change(cards.added(host.draft.document, section.path, at))
        host.number = at
        host.save()
        lang = "da" if host.draft.written == "both" else host.draft.written
        key = "text" if section.key == "prompts" else "name"
        below = () if section.key == "questions" else (key,)
        host.ui.focus = widget_key((*host.base_path, *below), lang)

    def copy(self) -> None:
        """Add a copy of the card that is shown."""
        host = self.host
        host.forget_typed()
        host.draft.change(cards.copied(host.draft.document, host.section.path, host.number))
        host.number += 1
        host.save()

    def remove(self) -> None:
        """Take the card away; it can be undone."""
        host = self.host
        host.forget_typed()
        host.draft.change(cards.without(host.draft.document, host.section.path, host.number))
        host.number = max(0, min(host.number, len(self.cards) - 1))
        host.save()
        host.app.toast(host.app.t("Taken away. Undo brings it back."))

    def move(self, by: int) -> None:
        """Move the card up or down in its list."""
        host, to = self.host, self.host.number + by
        if 0 <= to < len(self.cards):
            host.forget_typed()
            host.draft.change(host.draft.document.move(host.section.path, host.number, to))
            host.number = to
            host.save()

    def name_left(self) -> None:
        """A name was written: its card gets an id from it, if it has none of its own yet."""
        host = self.host
        if not host.section.many or host.number >= len(self.cards):
            return
        document, name = host.draft.document, host.draft.get((*host.base_path, "name"))
        after = cards.named(document, host.section.path, host.number, shown_text(name, "da"))
        if after is not document:
            host.draft.change(after)
