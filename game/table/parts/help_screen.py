"""The help screen: rules, words and keys in three searchable tabs, opened by a key anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

from game.engine import MODULES, Rules
from game.gui import theme
from game.gui.ahead import foresee_screen
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen, ScreenHost
from game.gui.text.typesetter import Typesetter, Weight
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import Words
from game.table.parts.game_view import GameView
from game.table.parts.help_text import (
    Block,
    BlockKind,
    hits,
    key_blocks,
    marks,
    rules_blocks,
    word_blocks,
)
from game.table.parts.preferences import preferences_of
from game.table.parts.shortcuts import HELP
from game.table.parts.walk.screen import WalkScreen
from game.wording.rules_text import glossary, rules

Tab = Literal["rules", "words", "keys"]

_GAP = {"title": 26.0, "text": 10.0, "item": 8.0, "head": 14.0, "row": 8.0, "word": 12.0}
_BAR = 40
"""The room beside the text, in which it is scrolled."""


class HintSwitch(Protocol):
    """A switch for the hints to a group that is learning the game."""

    @property
    def on(self) -> bool:
        """Whether hints are on for this group."""

    def switch(self, on: bool) -> None:
        """Switch hints on or off for this group."""


class HelpScreen(Screen):
    """Rules, words and keys; with a game, the rules have its case's own numbers.

    It opens at the section that the screen below it is about (:attr:`Screen.topic`).
    """

    overlay = True
    keeps_words = True
    stops_clock = True
    bindings = (HELP,)

    def __init__(
        self,
        game: GameView | None = None,
        *,
        tab: Tab = "rules",
        hints: HintSwitch | None = None,
    ) -> None:
        setup = game.state.setup if game else None
        self.game = game
        self.hints = hints
        self.numbers = setup.rules if setup else Rules()
        self.goals = setup.goals if setup else (8, 8, 8, 8)
        self.modules = setup.rules.modules if setup else MODULES
        self.tab: Tab = tab
        self.query = ""
        self._topic = ""

    def shown(self, app: ScreenHost) -> None:
        """Store the topic of the screen below."""
        super().shown(app)
        self._topic = app.screens[-2].topic if len(app.screens) > 1 else ""

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """Tabs and search field at the top, the text below."""
        t = ui.t
        rest = dialog(ui, 1700, 1020, t("Rules, words and keys"), self.back)
        head, rest = rest.cut_top(66, 22)
        tabs, walk, search = head.columns((1.4, 0.8, 0.9), 24)
        ui.add(Choice("tabs", tabs, self._tabs(t), self.tab, self._choose, size=28))
        label = Label(t("The rules in a minute"), icon="play", size=26)
        ui.add(Button("walk", walk, label, self._walk))
        ui.add(
            TextField(
                "search",
                search,
                self.query,
                self._search,
                limit=40,
                size=26,
                placeholder=t("Search, for example: trust"),
            )
        )
        if self.hints is not None:
            foot, rest = rest.cut_bottom(64, 16)
            self._hints(ui, foot, self.hints)
        ui.focus_on("search")
        self._read(ui, rest)

    def _tabs(self, t: Words) -> list[tuple[Tab, str]]:
        """The tabs, with their numbers of hits during a search."""
        names: list[tuple[Tab, str]] = [
            ("rules", t("Rules")),
            ("words", t("Words")),
            ("keys", t("Keys")),
        ]
        if not self.query.strip():
            return names
        return [(tab, f"{name} ({hits(self._blocks(t, tab))})") for tab, name in names]

    def _hints(self, ui: Ui, box: Box, hints: HintSwitch) -> None:
        """The switch for hints, for this group only."""
        switch, words = box.cut_right(300, 24)
        text = ui.t("Hints while you play")
        ui.canvas.text(words, text, (26, 24), theme.CHALK, align="right", valign="middle")
        options = [(True, ui.t("On")), (False, ui.t("Off"))]
        on = hints.on and preferences_of(self.app).guide
        ui.add(Choice("hints", switch, options, on, hints.switch, size=26))

    def _read(self, ui: Ui, box: Box) -> None:
        c, blocks = ui.canvas, self._blocks(ui.t, self.tab)
        if not blocks:
            message = ui.t("Nothing here about “{query}”.", query=self.query)
            c.text(box, message, theme.ROOM, theme.CHALK)
            return
        width = box.w - _BAR
        with c.type.paged() as grow:
            heights = [_height(c.type, block, width, grow) for block in blocks]
            self._open_at_topic(ui, blocks, heights)
            with ui.scroll("text", box, sum(heights)) as content:
                for block, place in zip(blocks, content.rows(heights), strict=True):
                    if place.bottom > box.y and place.y < box.bottom:
                        _draw(c, place.cut_left(width)[0], block, self.query, grow)

    def _open_at_topic(self, ui: Ui, blocks: list[Block], heights: list[float]) -> None:
        """Scroll to the topic of the screen below when the rules are first opened."""
        if "text" in ui.memory:
            return
        starts = [i for i, block in enumerate(blocks) if block.key and block.key == self._topic]
        ui.memory["text"] = sum(heights[: starts[0]]) if starts else 0.0

    def _blocks(self, t: Words, tab: Tab) -> list[Block]:
        if tab == "rules":
            return rules_blocks(rules(t, self.numbers, self.goals, self.modules), self.query)
        if tab == "words":
            return word_blocks(glossary(t), self.query)
        return key_blocks(t, self.app.key_groups, self.query)

    def _walk(self) -> None:
        """The pictures of the rules, with the numbers of this game."""
        state = self.game.state if self.game else None
        setup = state.setup if state else None
        names = [seat.name for seat in state.seats] if state else []
        self.app.push(WalkScreen(setup, seats=names, from_rules=True))

    # ------------------------------------------------------------------ tabs and search
    def _choose(self, tab: Tab) -> None:
        self.tab = tab
        self.ui.memory["text"] = 0.0

    def _search(self, query: str) -> None:
        self.query = query
        self.ui.memory["text"] = 0.0
        self.refresh()


# ------------------------------------------------------------------ before they are opened
class RulesFrame(HelpScreen):
    """The rules without their text, which takes longest: it remembers where that will be read."""

    def _read(self, ui: Ui, box: Box) -> None:
        self.page = ui.type, box.w - _BAR


def rules_ahead(over: Screen, game: GameView, hints: HintSwitch | None) -> Iterator[None]:
    """Set the rules paragraph by paragraph, so that they open at once over a screen."""
    frame = RulesFrame(game, hints=hints)
    frame.shown(over.app)
    yield from foresee_screen(frame, over)
    type_, width = frame.page
    for block in frame._blocks(over.ui.t, "rules"):
        with type_.paged() as grow:
            _height(type_, block, width, grow)
        yield
    rules = HelpScreen(game, hints=hints)
    rules.shown(over.app)
    yield from foresee_screen(rules, over)


# ------------------------------------------------------------------ setting the text
_SET: dict[BlockKind, tuple[float, Weight, Colour]] = {
    "title": (36, "bold", theme.ACCENT),
    "text": (27, "regular", theme.CHALK),
    "item": (27, "regular", theme.CHALK),
    "head": (22, "semibold", theme.CHALK_SOFT),
    "row": (25, "regular", theme.CHALK),
    "word": (27, "regular", theme.CHALK),
}
_MARKED = theme.ACCENT_DARK
_SHARES = {2: (1.0, 3.0), 3: (1.0, 2.4, 0.9), 4: (1.25, 0.8, 1.9, 4.0)}


def _cells(box: Box, block: Block) -> list[Box]:
    """The boxes of a block's cells."""
    if block.kind in ("row", "head", "word"):
        return box.columns(_SHARES.get(len(block.cells), (1.0,) * len(block.cells)), 24)
    return [box.cut_left(36)[1]] if block.kind == "item" else [box]


def _height(type_: Typesetter, block: Block, width: float, grow: float) -> float:
    size, weight, _ = _SET[block.kind]
    size *= grow
    places = _cells(Box(0, 0, width, 0), block)
    pairs = zip(places, block.cells, strict=True)
    weights = _weights(block, weight)
    highs = [
        type_.height(text, box.w, size, w) for (box, text), w in zip(pairs, weights, strict=True)
    ]
    return max(highs) + 2 * _GAP[block.kind]


def _weights(block: Block, weight: Weight) -> list[Weight]:
    """The font weight of each cell; the first cell of a row is its heading."""
    first: Weight = "semibold" if block.kind in ("row", "word") else weight
    return [first, *[weight] * (len(block.cells) - 1)]


def _draw(c: Canvas, box: Box, block: Block, query: str, grow: float) -> None:
    size, weight, colour = _SET[block.kind]
    size *= grow
    inner = box.inset(0, _GAP[block.kind])
    if block.kind == "item":
        c.disc((inner.x + 14, inner.y + c.type.line_height(size) / 2), 10, theme.ACCENT)
    if block.kind in ("row", "word"):
        c.fill(Box(box.x, box.bottom - 1, box.w, 2), theme.PANEL_LINE)
    for place, text, w in zip(
        _cells(inner, block), block.cells, _weights(block, weight), strict=True
    ):
        if block.kind != "head":
            _mark(c, place, text, (size, w), query)
        c.text(place, text, size, colour, w)


def _mark(c: Canvas, box: Box, text: str, font: tuple[float, Weight], query: str) -> None:
    """Draw a background behind each search hit."""
    size, weight = font
    high = c.type.line_height(size)
    for i, line in enumerate(c.type.wrap(text, box.w, size, weight)):
        for start, end in marks(line, query):
            x = c.type.width(line[:start], size, weight)
            wide = c.type.width(line[start:end], size, weight)
            c.shape(Box(box.x + x - 3, box.y + i * high + 2, wide + 6, high - 4), _MARKED, 6)
