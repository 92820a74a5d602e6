"""Chooses a picture for a card in the group's own words: found by words, as the pictures are named.

The picture is the emoji that its name begins with, so that it goes wherever the name goes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.gui.widgets.field import TextField
from game.i18n import Lang
from game.pictures import ENDINGS, emoji, named, near, runs, search

_ACROSS, _DOWN = 12, 5
_LONG = 3
"""Shorter words are no help in finding a picture."""

_USUAL = (
    "📞💻📱✉️📅⏰⌛📍🗺️🚪🔑🪑📋📝📎📁🗄️🖨️💡🔍"
    "👵👶🧑‍💼🧑‍⚕️🧑‍🏫🧑‍🔧👥🤝🏫🏥🏢🏠🚲🚌🚗🌳☀️☔❄️🍎"
    "☕🍞🎓📚🎨⚽🎵🐕🌱🧩🛠️🧹🧾💰🪙📈📉⚖️🎯🚦"
)
"""What is often wanted at a municipality's table."""


def picture_of(name: str) -> str:
    """The emoji that a name begins with; empty without one."""
    first = next(runs(name.lstrip()), None)
    return first.text if first is not None and first.picture else ""


def with_picture(name: str, picture: str, limit: int) -> str:
    """A name with another picture, or with none, within a limit of letters."""
    bare = name.lstrip().removeprefix(picture_of(name)).lstrip()
    return f"{picture} {bare}"[:limit].strip() if picture else bare


def suggestions(name: str, lang: Lang) -> list[str]:
    """The keys of pictures that the words of a name bring to mind, then of the usual ones."""
    found = (key for word in name.split() if len(word) > _LONG for key in _suggested(word, lang))
    usual = (run.picture for run in runs(_USUAL) if run.picture)
    return list(dict.fromkeys(chain(found, usual)))[: _ACROSS * _DOWN]


def _suggested(word: str, lang: Lang) -> list[str]:
    """Pictures that a word, or what is left of it without its ending, names."""
    stems = (word.removesuffix(end) for end in ("", *ENDINGS) if word.endswith(end))
    tried = (search(stem, lang, _ACROSS) for stem in stems if len(stem) >= _LONG)
    return next((found for found in tried if found), [])


class PicturePicker(Screen):
    """Pictures to choose from, a field to search them, and no picture at all."""

    overlay = True
    keeps_words = True

    def __init__(self, name: str, on_choose: Callable[[str], object]) -> None:
        self.name = name
        self.on_choose = on_choose
        self.words = ""

    def build(self, ui: Ui) -> None:
        """The field, and below it what was found."""
        rest = dialog(ui, 1400, 880, ui.t("Choose a picture"), self.back)
        row, rest = rest.cut_top(64, 22)
        sign, field = row.cut_left(44, 10)
        ui.canvas.icon("search", sign.place(36, 36), theme.CHALK)
        ui.add(
            TextField(
                "search",
                field,
                self.words,
                partial(self._search, ui),
                limit=40,
                size=28,
                placeholder=ui.t("What should it show? A word is enough"),
            )
        )
        found, rows = self._found(ui.t.lang), _DOWN
        if not found:
            rows = _DOWN - 1
            found, rest = self._guess(ui, rest)
        for cell, key in zip(rest.grid(_ACROSS, rows, 12), found, strict=False):
            self._offer(ui, cell, key)
        ui.focus_on("search")

    def _guess(self, ui: Ui, box: Box) -> tuple[list[str], Box]:
        """Pictures that may be meant by what no picture is called, below a line that says so."""
        t, guessed = ui.t, near(self.words, ui.t.lang, _ACROSS * (_DOWN - 1))
        text = t("No picture is called that.")
        if guessed:
            guess = t("Did you mean one of these?")
            text = f"{text} {guess}"
        head, rest = box.cut_top((box.h - 12 * (_DOWN - 1)) / _DOWN, 12)
        ui.canvas.text(head, text, (28, 24), theme.CHALK_SOFT, valign="middle")
        return guessed, rest

    def _offer(self, ui: Ui, box: Box, key: str) -> None:
        draw, press = partial(_draw, emoji(key)), partial(self._choose, emoji(key))
        tip = named(key, ui.t.lang)
        ui.add(Spot(f"picture:{key}", box, draw=draw, on_press=press, radius=14, tip=tip))

    def _found(self, lang: Lang) -> list[str]:
        if self.words.strip():
            return search(self.words, lang, _ACROSS * _DOWN)
        return suggestions(self.name, lang)

    def _search(self, ui: Ui, words: str) -> None:
        self.words = words
        ui.rebuild()

    def _choose(self, picture: str) -> None:
        self.app.pop(self)
        self.on_choose(picture)


def _draw(picture: str, c: Canvas, box: Box) -> None:
    c.panel(box, theme.PAPER, 14, lift=4)
    c.emoji(picture, box.inset(box.h * 0.14))
