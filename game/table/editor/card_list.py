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
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words
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

    @property
    def cards(self) -> list[Any]:
        """The cards of the section."""

    def go(self, section: str, number: int | None = None) -> None:
        """Show a section, and a card of it."""

    def add(self) -> None:
        """Add a card."""

    def copy(self) -> None:
        """Copy the card."""

    def remove(self) -> None:
        """Take the card away."""

    def move(self, by: int) -> None:
        """Move the card."""


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
    wrong = {section_of(path_of(problem)).key for problem in host.judge.errors}
    for _ in ui.alike():
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
            ui.add(TwoLineButton(f"section:{section.key}", row, face, go, tip=ui.t(section.about)))


def draw_cards(ui: Ui, box: Box, host: ListHost) -> None:
    """The cards of a section in their order, and below them what can be done with them."""
    section, t = host.section, ui.t
    if section.many:
        foot, box = box.cut_bottom(132, 14)
        _draw_foot(ui, foot, host)
    names = [terms.track(t, item) for item in section.items] or [
        card_name(t, _now(host, n)) for n in range(len(host.cards))
    ]
    with ui.scroll(f"list:{section.key}", box.inset(-6), len(names) * (_ROW + _GAP) + 12) as inner:
        inner = inner.inset(6)
        for n, name in enumerate(names):
            row = Box(inner.x, inner.y + n * (_ROW + _GAP), inner.w, _ROW)
            _draw_row(ui, row, host, n, name)


def _now(host: ListHost, n: int) -> Any:
    """A card with the name that is being typed."""
    path, card = (*host.section.path, n), host.cards[n]
    if isinstance(card, dict) and "da" not in card:
        return card | {key: host.draft.get((*path, key), card.get(key)) for key in ("name", "text")}
    return host.draft.get(path, card)


def _draw_row(ui: Ui, row: Box, host: ListHost, n: int, name: str) -> None:
    card = host.cards[n] if host.section.many else {}
    emoji = card.get("picture", "") if isinstance(card, dict) else ""
    picture = named_picture(emoji) if isinstance(emoji, str) else ""
    at = (*host.section.path, n if host.section.many else host.section.items[n])
    wrong = any(problem.severity == "error" for problem in host.judge.at(at))
    icon = "circle-alert" if wrong else host.section.icon
    chosen = n == host.number
    face = Label(
        name or ui.t("Without a name"),
        icon=icon,
        picture="" if wrong else picture,
        style="primary" if chosen else "secondary",
        size=24,
    )
    go = partial(host.go, host.section.key, n)
    ui.add(TwoLineButton(f"card:{n}", row, face, go))


def _draw_foot(ui: Ui, box: Box, host: ListHost) -> None:
    t, none = ui.t, "" if host.cards else ui.t("There is no card here yet.")
    add, row = box.rows(2, 10)
    face = Label(t(host.section.add), icon="plus", style="primary", size=24)
    ui.add(Button("add", add, face, host.add))
    last = len(host.cards) - 1
    first_one = none or ("" if host.number > 0 else t("It is the first one."))
    last_one = none or ("" if host.number < last else t("It is the last one."))
    buttons: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
        ("up", "arrow-up", partial(host.move, -1), t("Move up"), first_one),
        ("down", "arrow-down", partial(host.move, 1), t("Move down"), last_one),
        ("copy", "columns-2", host.copy, t("Make a copy"), none),
        ("remove", "x", host.remove, t("Take away"), none),
    )
    for cell, (key, icon, do, tip, reason) in zip(row.columns(4, 10), buttons, strict=True):
        label = Label(icon=icon, style="quiet")
        ui.add(Button(key, cell, label, do, tip=tip, reason=reason))
