"""What can be done with the file of a case: a row for each, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from game.frozen import frozen
from game.gui import theme
from game.gui.background import Background
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words

_ROW: Final = 96.0
_GAP: Final = 14.0
_WHERE: Final = 76.0
_SAID: Final = 130.0
_SIZES: Final = (26, theme.LEAST)


@frozen
class Done:
    """What came of it, in words, and the file that was made, if one was."""

    said: str
    file: Path | None = None


@frozen
class Way:
    """Something that can be done: its key, its label, what it means, and its icon.

    ``do`` does it, in the words of a language; what takes long says ``meanwhile``, and is done
    beside the screen. Where ``do`` gives nothing, it goes on by itself.
    """

    key: str
    label: str
    caption: str
    icon: str
    do: Callable[[Words], Done | None]
    meanwhile: str = ""


class CaseFileDialog(Screen):
    """The ways of a case's file. ``where`` says which file it is; ``show`` opens its folder."""

    overlay = True

    def __init__(
        self, title: str, where: str, ways: Sequence[Way], show: Callable[[Path], object]
    ) -> None:
        self.title = title
        self.where = where
        self.ways = ways
        self.show = show
        self.done = Done("")
        self._work: Background[Done | None] = Background()

    def build(self, ui: Ui) -> None:
        """Which file it is, the ways, and below them what came of the last one."""
        high = _WHERE + len(self.ways) * (_ROW + _GAP) + _SAID + 180
        rest = dialog(ui, 1240, high, self.title, self.back)
        where, rest = rest.cut_top(_WHERE, 12)
        ui.canvas.text(where, self.where, _SIZES, theme.CHALK_SOFT)
        rows, said = rest.cut_top(len(self.ways) * (_ROW + _GAP), 22)
        reason = self.done.said if self.working else ""
        for box, way in zip(rows.rows(len(self.ways), _GAP), self.ways, strict=True):
            face = Label(way.label, caption=way.caption, icon=way.icon, size=28)
            ui.add(TwoLineButton(way.key, box, face, partial(self._press, way), reason=reason))
        self._tell(ui, said)
        ui.focus_on("show" if self.done.file else self.ways[0].key)

    def _tell(self, ui: Ui, box: Box) -> None:
        file = self.done.file
        if file is not None:
            button, box = box.cut_right(340, 20)
            face = Label(ui.t("Show in its folder"), icon="folder-open", style="primary", size=24)
            ui.add(Button("show", button.cut_top(72)[0], face, partial(self.show, file)))
        ui.canvas.text(box, self.done.said, _SIZES, theme.CHALK)

    @property
    def working(self) -> bool:
        """Whether something is still being done."""
        return self._work.busy

    def _press(self, way: Way) -> None:
        t = self.app.t
        if not way.meanwhile:
            self.done = way.do(t) or self.done
            return
        self.done = Done(way.meanwhile)
        self._work.start(partial(way.do, t))

    def update(self, dt: float) -> None:
        """Tell what came of something that takes long, once it is done."""
        if self._work.over:
            self.done = self._work.take() or Done("")
            self.refresh()
