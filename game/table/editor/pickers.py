"""Dialogs of the editor in which one thing, or several cards, are chosen from a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.gui.widgets.two_line_button import TwoLineButton

_ROW: Final = 84.0
_GAP: Final = 10.0
_ABOUT: Final = 24
_MEANS: Final = 20
_BESIDE: Final = 140.0
"""What the words of an option leave free: its sign, its frame and the bar beside the list."""


@frozen
class Picked:
    """Something that can be chosen, with what it means."""

    value: Any
    name: str
    about: str = ""


class OptionsPicker(Screen):
    """All that can be chosen, one below the other with what each means."""

    overlay = True

    def __init__(
        self,
        title: str,
        options: Sequence[Picked],
        value: Any,
        on_choose: Callable[[Any], object],
    ) -> None:
        self.title = title
        self.options = options
        self.value = value
        self.on_choose = on_choose

    def build(self, ui: Ui) -> None:
        """The options in a list that scrolls."""
        rest = dialog(ui, 1300, 960, self.title, self.back)
        highs = [self._high(ui, option, rest.w) for option in self.options]
        with ui.scroll("options", rest.inset(-6), sum(highs) + 12) as inner:
            rows = inner.inset(6).cut_top(sum(highs))[0].rows(highs)
            for n, (option, place) in enumerate(zip(self.options, rows, strict=True)):
                row = place.cut_bottom(_GAP)[1]
                style: Style = "primary" if option.value == self.value else "secondary"
                icon = "check" if option.value == self.value else "chevron-right"
                face = Label(option.name, caption=option.about, icon=icon, style=style, size=28)
                choose = partial(self._choose, option.value)
                button = TwoLineButton(f"option-{n}", row, face, choose)
                if not button.tells_whole(ui.type):
                    short = Label(option.name, icon=icon, style=style, size=28)
                    button = TwoLineButton(f"option-{n}", row, short, choose, tip=option.about)
                ui.add(button)
        chosen = next((n for n, o in enumerate(self.options) if o.value == self.value), 0)
        ui.focus_on(f"option-{chosen}")

    def _high(self, ui: Ui, option: Picked, wide: float) -> float:
        """How much room an option takes; in large print what it means may take two lines."""
        about = ui.type.height(option.about, wide - _BESIDE, _MEANS * ui.type.grow)
        return max(_ROW, 2 * about + 24 if option.about else 0) + _GAP

    def _choose(self, value: Any) -> None:
        self.app.pop(self)
        self.on_choose(value)


class CardsPicker(Screen):
    """The cards of a deck by name, each chosen or not, and what for."""

    overlay = True

    def __init__(
        self,
        title: str,
        about: str,
        names: Mapping[str, str],
        chosen: Sequence[str],
        on_change: Callable[[list[str]], object],
    ) -> None:
        self.title = title
        self.about = about
        self.names = names
        self.chosen = list(chosen)
        self.on_change = on_change

    def build(self, ui: Ui) -> None:
        """What is chosen, and the cards in two columns."""
        t = ui.t
        rest = dialog(ui, 1500, 960, self.title, self.back)
        foot, rest = rest.cut_bottom(72, 20)
        done = Label(t("Done"), icon="check", style="primary", size=28)
        ui.add(Button("done", foot.cut_right(360)[0], done, self.back))
        size = _ABOUT * ui.type.grow
        about, rest = rest.cut_top(ui.type.height(self.about, rest.w, size), 20)
        ui.canvas.text(about, self.about, (_ABOUT, 22, 20, theme.LEAST), theme.CHALK)
        if not self.names:
            text = t("There are no such cards yet: write them first.")
            ui.canvas.text(rest, text, (28, 24), theme.CHALK_SOFT)
        rows = -(-len(self.names) // 2)
        with ui.scroll("cards", rest.inset(-6), rows * (_ROW + _GAP) + 12) as inner:
            inner = inner.inset(6)
            for n, (id, name) in enumerate(self.names.items()):
                line = Box(inner.x, inner.y + n // 2 * (_ROW + _GAP), inner.w, _ROW)
                on = id in self.chosen
                style: Style = "primary" if on else "quiet"
                face = Label(name, icon="check" if on else "plus", style=style, size=26)
                toggle = partial(self._toggle, id)
                ui.add(TwoLineButton(f"card-{n}", line.columns(2, _GAP)[n % 2], face, toggle))
        ui.focus_on("card-0" if self.names else "done")

    def _toggle(self, id: str) -> None:
        if id in self.chosen:
            self.chosen.remove(id)
        else:
            self.chosen.append(id)
        self.on_change([other for other in self.names if other in self.chosen])
