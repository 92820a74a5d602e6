"""The left of the editor: the sections of a case, and the cards of one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, Protocol

from game.content.picture_names import picture as named_picture
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.gui.widgets.two_line_button import TwoLineButton, in_one_size
from game.i18n import Words
from game.table.editor.deck import Deck
from game.table.editor.draft import Draft
from game.table.editor.judge import Judge, path_of
from game.table.editor.languages import shown_text
from game.table.editor.sections import SECTIONS, Section, section_of
from game.wording import terms

_ROW: Final = 74.0
_GAP: Final = 8.0
_LONGEST: Final = 28
"""The most letters of a text that stands for a name."""


class ListHost(Protocol):
    """The screen on which sections and cards are listed."""

    draft: Draft
    judge: Judge
    section: Section
    number: int

    def go(self, section: str, number: int | None = None) -> None:
        """Show a section, and a card of it."""


def card_name(t: Words, card: Any) -> str:
    """What a card is called in the list: its name, or the beginning of its text."""
    if isinstance(card, dict) and not ("da" in card or "en" in card):
        return shown_text(card.get("name"), t.lang) or _beginning(t, card.get("text"))
    return _beginning(t, card)


def _beginning(t: Words, value: Any) -> str:
    text = shown_text(value, t.lang)
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip(" ,.") + " …"


def draw_sections(ui: Ui, box: Box, host: ListHost) -> None:
    """The sections, each with the number of its cards, and a sign where something is wrong."""
    wrong = {section_of(path_of(problem)).key for problem in host.judge.wrong}
    for _ in ui.alike():
        buttons = []
        for row, section in zip(box.rows(len(SECTIONS), _GAP), SECTIONS, strict=True):
            chosen = section is host.section
            style: Style = "primary" if chosen else "quiet"
            count = len(host.draft.get(section.path, [])) if section.many else 0
            face = Label(
                ui.t(section.name),
                icon="circle-alert" if section.key in wrong else section.icon,
                style=style,
                size=24,
                hint=str(count) if section.many else "",
            )
            go = partial(host.go, section.key)
            button = TwoLineButton(f"section:{section.key}", row, face, go, tip=ui.t(section.about))
            buttons.append(button)
        in_one_size(ui.type, buttons)
        for button in buttons:
            ui.add(button)


def draw_cards(ui: Ui, box: Box, host: ListHost, deck: Deck) -> None:
    """The cards of a section in their order, and below them what can be done with them."""
    section, t = host.section, ui.t
    if section.many:
        foot, box = box.cut_bottom(132, 14)
        _draw_foot(ui, foot, host, deck)
    names = [terms.track(t, item) for item in section.items] or [
        card_name(t, _now(host, n, card)) for n, card in enumerate(deck.cards)
    ]
    with ui.scroll(f"list:{section.key}", box.inset(-6), len(names) * (_ROW + _GAP) + 12) as inner:
        inner = inner.inset(6)
        buttons = []
        for n, name in enumerate(names):
            row = Box(inner.x, inner.y + n * (_ROW + _GAP), inner.w, _ROW)
            card = deck.cards[n] if section.many else {}
            buttons.append(_button(row, host, n, name or t("Without a name"), card))
        in_one_size(ui.type, buttons)
        for button in buttons:
            ui.add(button)


def _now(host: ListHost, n: int, card: Any) -> Any:
    """A card with the name that is being typed."""
    path = (*host.section.path, n)
    if isinstance(card, dict) and "da" not in card:
        return card | {key: host.draft.get((*path, key), card.get(key)) for key in ("name", "text")}
    return host.draft.get(path, card)


def _button(row: Box, host: ListHost, n: int, name: str, card: Any) -> TwoLineButton:
    emoji = card.get("picture", "") if isinstance(card, dict) else ""
    picture = named_picture(emoji) if isinstance(emoji, str) else ""
    at = (*host.section.path, n if host.section.many else host.section.items[n])
    found = host.judge.at(at)
    wrong = any(problem in host.judge.wrong for problem in found)
    icon = "circle-alert" if wrong else "info" if found else host.section.icon
    chosen = n == host.number
    face = Label(
        name,
        icon=icon,
        picture="" if found else picture,
        style="primary" if chosen else "secondary",
        size=24,
    )
    go = partial(host.go, host.section.key, n)
    return TwoLineButton(f"card:{n}", row, face, go)


def _draw_foot(ui: Ui, box: Box, host: ListHost, deck: Deck) -> None:
    t, none = ui.t, "" if deck.cards else ui.t("There is no card here yet.")
    add, row = box.rows(2, 10)
    face = Label(t(host.section.add), icon="plus", style="primary", size=24)
    ui.add(Button("add", add, face, deck.add))
    last = len(deck.cards) - 1
    first_one = none or ("" if host.number > 0 else t("It is the first one."))
    last_one = none or ("" if host.number < last else t("It is the last one."))
    buttons: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
        ("up", "arrow-up", partial(deck.move, -1), t("Move up"), first_one),
        ("down", "arrow-down", partial(deck.move, 1), t("Move down"), last_one),
        ("copy", "columns-2", deck.copy, t("Make a copy"), none),
        ("remove", "x", deck.remove, t("Take away"), none),
    )
    for cell, (key, icon, do, tip, reason) in zip(row.columns(4, 10), buttons, strict=True):
        label = Label(icon=icon, style="quiet")
        ui.add(Button(key, cell, label, do, tip=tip, reason=reason))
