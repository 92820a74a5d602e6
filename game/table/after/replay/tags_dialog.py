"""The dialog for the tags of a saved game."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.session.annotations import MAX_TAG, MOST_TAGS, tag_key
from game.table.parts.dialog_parts import answers, labelled

_CHIP, _GAP, _SIZE = 56, 12, 24


class TagsDialog(Screen):
    """Takes tags from a game and gives it others.

    ``known`` are the tags of other games, to choose from. ``save`` gets all tags that the game is
    to have; it returns false if saving failed.
    """

    overlay = True

    def __init__(
        self, tags: Sequence[str], known: Sequence[str], save: Callable[[tuple[str, ...]], bool]
    ) -> None:
        self.tags = list(tags)
        self._saved = tuple(tags)
        self.known = known
        self.save = save
        self.text = ""

    def build(self, ui: Ui) -> None:
        """The field for another tag, the tags there are, those of other games, two buttons."""
        t = ui.t
        rest = dialog(ui, 1240, 760, t("Tags of this game"), self.back)
        why, rest = rest.cut_top(76, 10)
        told = t(
            "With tags you find games again. They are kept in the session and go with its "
            "file; a copy without names has none. Put a comma between two."
        )
        ui.canvas.text(why, told, (26, 22), theme.CHALK_SOFT)
        buttons, rest = rest.cut_bottom(76, 20)
        field, rest = rest.cut_top(116, 16)
        self._field(ui, labelled(ui, field, t("Another tag"), self._reason()))
        own, others = rest.rows(2, 16)
        self._chips(ui, labelled(ui, own, t("Its tags")), "own", self.tags, "x", self._take)
        others_ = [tag for tag in self.known if not self._has(tag)]
        if others_:
            box = labelled(ui, others, t("Tags of other games"))
            self._chips(ui, box, "known", others_, "plus", self._give)
        answers(ui, buttons, t("Save"), self._save, self.back, icon="tag")
        ui.focus_on("tag")

    def _field(self, ui: Ui, box: Box) -> None:
        t = ui.t
        add, place = box.cut_top(64)[0].cut_right(260, 16)
        ui.add(
            TextField(
                "tag",
                place,
                self.text,
                self._typed,
                limit=MAX_TAG,
                size=28,
                on_enter=self._enter,
                placeholder=t("for example: spring 2027"),
            )
        )
        label = Label(t("Add"), icon="plus", style="quiet", size=28)
        ui.add(Button("add", add, label, self._add, reason=self._reason()))

    def _chips(
        self,
        ui: Ui,
        box: Box,
        key: str,
        tags: Sequence[str],
        icon: str,
        press: Callable[[str], object],
    ) -> None:
        """A button for each tag, in rows, as many as there is room for."""
        x, y = box.x, box.y
        for n, tag in enumerate(tags):
            wide = min(box.w, ui.type.width(tag, _SIZE, "semibold") + 84)
            if x + wide > box.right:
                x, y = box.x, y + _CHIP + _GAP
            if y + _CHIP > box.bottom:
                return
            label = Label(tag, icon=icon, style="quiet", size=_SIZE)
            ui.add(Button(f"{key}-{n}", Box(x, y, wide, _CHIP), label, partial(press, tag)))
            x += wide + _GAP

    # ------------------------------------------------------------------ what is done
    def _has(self, tag: str) -> bool:
        return tag_key(tag) in map(tag_key, self.tags)

    def _reason(self) -> str:
        """Why no further tag can be added."""
        if len(self.tags) < MOST_TAGS:
            return ""
        return self.app.t("A game can have {limit} tags. Take one away first.", limit=MOST_TAGS)

    def _typed(self, text: str) -> None:
        self.text = text

    def _take(self, tag: str) -> None:
        self.tags.remove(tag)

    def _give(self, tag: str) -> bool:
        """Give the game a tag; ``False`` where there is no room for it."""
        if not tag or self._has(tag):
            return True
        if self._reason():
            return False
        self.tags.append(tag)
        return True

    def _add(self) -> None:
        """Add what was written: several tags, where commas stand between them.

        Those for which there is no room stay written.
        """
        written = [" ".join(tag.split()) for tag in self.text.split(",")]
        self.text = ", ".join(tag for tag in written if not self._give(tag))

    def _enter(self) -> None:
        """Enter adds what was written; with nothing written it saves."""
        if self.text.strip():
            self._add()
        else:
            self._save()

    @property
    def holds_words(self) -> bool:
        """Whether tags were given or taken, or one is being written."""
        return tuple(self.tags) != self._saved or super().holds_words

    def _save(self) -> None:
        self._add()
        if self.text:  # what stands above the field says why
            return
        if self.save(tuple(self.tags)):
            self.app.pop(self)
            self.app.toast(self.app.t("Saved."))
