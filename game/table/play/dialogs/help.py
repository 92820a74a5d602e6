"""Rules, words and keys: three tabs, searchable, a key away from everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

from game.engine import Rules
from game.i18n import Words
from game.i18n.rules_text import Section, glossary, rules
from game.table import theme
from game.table.canvas import Canvas
from game.table.frame import Box
from game.table.play.game import GameView
from game.table.screen import Screen
from game.table.text import Weight
from game.table.theme import Colour
from game.table.ui import Ui
from game.table.widgets.choice import Choice
from game.table.widgets.field import TextField
from game.table.widgets.modal import dialog

Tab = Literal["rules", "words", "keys"]
Kind = Literal["title", "text", "item", "head", "row", "word"]

_GAP = {"title": 26.0, "text": 10.0, "item": 8.0, "head": 14.0, "row": 8.0, "word": 12.0}


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of what is read: a title, a paragraph, a list point, a row of a table."""

    kind: Kind
    cells: tuple[str, ...]


def keys(t: Words) -> list[tuple[str, str]]:
    """The table's keys, each with what it does."""
    return [
        (t("Arrows, Tab"), t("Move from one thing to the next; Shift+Tab goes back")),
        (t("Enter, Space"), t("Pick up a card, put it down, press a button")),
        (t("Esc"), t("Put the card back, close a dialog; on the table: the facilitator's console")),
        ("Page Down, Page Up", t("Scroll through a long list")),
        (t("1–6"), t("Choose an estimate")),
        ("R", t("Rally: one action, 1 capacity more")),
        ("W", t("Write a card in your own words")),
        ("P", t("End the turn")),
        (t("Ctrl+Z, Ctrl+Y"), t("Undo and redo")),
        (t("Ctrl+B"), t("Bookmark this moment for the debrief")),
        (t("T, Ctrl+T"), t("Timers; pause all of them, and let them go on")),
        ("F1", t("Rules, words and keys")),
        ("F2", t("Economy overview")),
        ("F9", t("Settings: language, text size, colours, motion, sound")),
        ("F10", t("The facilitator's console; its other deeds show their keys there")),
        ("F11", t("Full screen, or back to a window")),
        ("L", t("Danish or English")),
    ]


class HelpScreen(Screen):
    """What can be looked up; with a game, its case's own numbers."""

    overlay = True
    stops_clock = True

    def __init__(self, game: GameView | None = None, *, tab: Tab = "rules") -> None:
        setup = game.state.setup if game else None
        self.numbers = setup.rules if setup else Rules()
        self.goals = setup.goals if setup else (8, 8, 8, 8)
        self.tab: Tab = tab
        self.query = ""

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """Tabs and search at the top, the text below."""
        t = ui.t
        rest = dialog(ui, 1700, 1020, t("Rules, words and keys"), self.back)
        head, rest = rest.cut_top(66, 22)
        tabs, search = head.columns((1.4, 1), 24)
        options = [("rules", t("Rules")), ("words", t("Words")), ("keys", t("Keys"))]
        ui.add(Choice("tabs", tabs, options, self.tab, self._choose, size=28))
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
        ui.focus_on("search")
        self._read(ui, rest)

    def _read(self, ui: Ui, box: Box) -> None:
        c, blocks = ui.canvas, self._blocks(ui.t)
        if not blocks:
            said = ui.t("Nothing here about “{query}”.", query=self.query)
            c.text(box, said, theme.ROOM, theme.CHALK)
            return
        width = box.w - 40
        heights = [_height(c, block, width) for block in blocks]
        with ui.scroll("text", box, sum(heights)) as content:
            y = content.y
            for block, high in zip(blocks, heights, strict=True):
                place = Box(content.x, y, width, high)
                if place.bottom > box.y and place.y < box.bottom:
                    _draw(c, place, block)
                y += high

    def _blocks(self, t: Words) -> list[Block]:
        if self.tab == "rules":
            sections = rules(t, self.numbers, self.goals)
            return [block for section in sections for block in self._section(section)]
        pairs = glossary(t) if self.tab == "words" else keys(t)
        return [Block("word", pair) for pair in pairs if self._found(*pair)]

    def _section(self, section: Section) -> list[Block]:
        """A section with what was searched for in it; whole when its title says so."""
        first, others = section.paragraphs[:1], section.paragraphs[1:]
        blocks = [
            *(Block("text", (text,)) for text in first),
            *(Block("item", (text,)) for text in section.items),
            *(Block("text", (text,)) for text in others),
            *(Block("row", row) for row in section.table[1:]),
        ]
        if not self._found(section.title):
            blocks = [block for block in blocks if self._found(*block.cells)]
        if not blocks:
            return []
        rows = [i for i, block in enumerate(blocks) if block.kind == "row"]
        if rows:
            blocks.insert(rows[0], Block("head", section.table[0]))
        return [Block("title", (section.title,)), *blocks]

    def _found(self, *texts: str) -> bool:
        """Whether every word that is searched for stands in these texts."""
        text = " ".join(texts).casefold()
        return all(word in text for word in self.query.casefold().split())

    # ------------------------------------------------------------------ doing
    def _choose(self, tab: Tab) -> None:
        self.tab = tab
        self.ui.memory["text"] = 0.0

    def _search(self, query: str) -> None:
        self.query = query
        self.ui.memory["text"] = 0.0
        self.refresh()

    def handle(self, event: pygame.Event) -> bool:
        """F1 closes what F1 opened."""
        if event.type != pygame.KEYDOWN or event.key != pygame.K_F1:
            return False
        self.app.pop(self)
        return True


# ------------------------------------------------------------------ setting the text
_SET: dict[Kind, tuple[float, Weight, Colour]] = {
    "title": (36, "bold", theme.ACCENT),
    "text": (27, "regular", theme.CHALK),
    "item": (27, "regular", theme.CHALK),
    "head": (22, "semibold", theme.CHALK_SOFT),
    "row": (25, "regular", theme.CHALK),
    "word": (27, "regular", theme.CHALK),
}
_SHARES = {2: (1.0, 3.0), 4: (1.25, 0.8, 1.9, 4.0)}


def _cells(box: Box, block: Block) -> list[Box]:
    """Where the cells of a block lie."""
    if block.kind in ("row", "head", "word"):
        return box.columns(_SHARES.get(len(block.cells), (1.0,) * len(block.cells)), 24)
    return [box.cut_left(36)[1]] if block.kind == "item" else [box]


def _height(c: Canvas, block: Block, width: float) -> float:
    size, weight, _ = _SET[block.kind]
    places = _cells(Box(0, 0, width, 0), block)
    pairs = zip(places, block.cells, strict=True)
    weights = _weights(block, weight)
    highs = [
        c.type.height(text, box.w, size, w) for (box, text), w in zip(pairs, weights, strict=True)
    ]
    return max(highs) + 2 * _GAP[block.kind]


def _weights(block: Block, weight: Weight) -> list[Weight]:
    """The first cell of a row names what the others tell of."""
    first: Weight = "semibold" if block.kind in ("row", "word") else weight
    return [first, *[weight] * (len(block.cells) - 1)]


def _draw(c: Canvas, box: Box, block: Block) -> None:
    size, weight, colour = _SET[block.kind]
    inner = box.inset(0, _GAP[block.kind])
    if block.kind == "item":
        c.disc((inner.x + 14, inner.y + c.type.line_height(size) / 2), 10, theme.ACCENT)
    if block.kind in ("row", "word"):
        c.fill(Box(box.x, box.bottom - 1, box.w, 2), theme.PANEL_LINE)
    for place, text, w in zip(
        _cells(inner, block), block.cells, _weights(block, weight), strict=True
    ):
        c.text(place, text, size, colour, w)
