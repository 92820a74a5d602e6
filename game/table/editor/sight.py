"""What the editor scrolls into sight when it shows another place of the case."""

from __future__ import annotations

from game.content.positions import KeyPath
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.scroll import Scroll
from game.table.editor.inputs import TOLD_HIGH
from game.table.editor.places import Place, field_of


class Sight:
    """The card that is shown, in the list of cards; and the field that something led to."""

    def __init__(self) -> None:
        self.moved = False
        """Whether something was scrolled, so that the screen is to be built again."""
        self._shown: tuple[str, int] | None = None
        self._sought: KeyPath | None = None
        self._focuses = False

    def seek(self, path: KeyPath, *, focuses: bool) -> None:
        """Bring the field of a key into sight, once it is drawn, and perhaps give it the focus."""
        self._sought, self._focuses = path, focuses

    def bring(self, ui: Ui, place: Place) -> str | None:
        """Scroll to what is sought; returns the key of the field that got the focus by it."""
        self._reveal_card(ui, place)
        if self._sought is None:
            return None
        field, self._sought = field_of(ui, place.base, self._sought), None
        if field is None:
            return None
        for area in ui.widgets:
            if isinstance(area, Scroll) and field.key in area.inside:
                box = field.box  # and what is told below it
                area.reveal(ui, Box(box.x, box.y, box.w, box.h + TOLD_HIGH * ui.type.grow))
        self.moved = True
        if not self._focuses:
            return None
        ui.focus = field.key
        return field.key

    def _reveal_card(self, ui: Ui, place: Place) -> None:
        """Scroll the list of cards to one that is shown anew."""
        shown, self._shown = self._shown, (place.section.key, place.number)
        listed, button = ui.find(f"list:{place.section.key}"), ui.find(f"card:{place.number}")
        if shown != self._shown and isinstance(listed, Scroll) and button is not None:
            listed.reveal(ui, button.box)
            self.moved = True
