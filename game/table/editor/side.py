"""Beside the form: the card as it will lie on the table, and how the case stands."""

from __future__ import annotations

from typing import Any, Final

from game.content import Case
from game.content.picture_names import picture as named_picture
from game.content.specimen import specimen
from game.content.toml_values import is_number, is_whole
from game.engine import State
from game.engine.setup import TRACKS
from game.gui import theme
from game.gui.geometry import Box
from game.gui.screen import ScreenHost
from game.gui.ui import Ui
from game.table.cards.fitting import large_box
from game.table.cards.parts import track_sign
from game.table.editor.draft import Draft
from game.table.editor.languages import shown_text
from game.table.editor.sections import Section, modules_of
from game.table.parts.card_signs import show_card
from game.table.parts.game_view import GameView
from game.table.parts.page import NO_PICTURE, picture
from game.views.case_cards import CardDeck, opened_face
from game.wording import figures

_DECKS: Final[dict[str, CardDeck]] = {
    "roles": "roles",
    "ideas": "ideas",
    "benefits": "benefits",
    "risks": "risks",
    "events": "events",
}
CARD_HIGH: Final = 520.0


class SpecimenView(GameView):
    """A card of a case that is being written, seen as in a game that has just begun."""

    def __init__(self, app: ScreenHost, case: Case) -> None:
        super().__init__(app, case)
        self._state = State(case.setup)

    @property
    def state(self) -> State:
        """The state before a game."""
        return self._state


def draw_live(ui: Ui, box: Box, app: ScreenHost, base: Case, draft: Draft, at: Chosen) -> None:
    """What comes of the form: the card, or the picture of what is written here."""
    section, number = at
    if (deck := _DECKS.get(section.key)) is not None:
        _draw_card(ui, box, app, base, draft, deck, number)
    elif section.key == "case":
        _draw_title(ui, box, draft)
    elif section.key == "tracks":
        _draw_track(ui, box, draft, number)
    elif section.key in ("money", "posts"):
        _draw_posts(ui, box, draft)
    else:
        text = ui.t(section.about)
        ui.canvas.panel(box.cut_top(180)[0], theme.PANEL, 16, line=theme.PANEL_LINE)
        ui.canvas.text(box.cut_top(180)[0].inset(24, 20), text, (26, 18), theme.CHALK)


Chosen = tuple[Section, int]


def _draw_card(
    ui: Ui, box: Box, app: ScreenHost, base: Case, draft: Draft, deck: CardDeck, number: int
) -> None:
    cards = draft.get((deck,), [])
    card = cards[number] if number < len(cards) else {}
    card = _whole(draft, deck, number, card)
    case = specimen(base, deck, card, draft.get(("ideas",), []), modules_of(draft))
    if case is None:
        return
    view, size = SpecimenView(app, case), large_box(deck)
    by = min(box.w / size.w, CARD_HIGH / size.h)
    place = box.cut_top(CARD_HIGH)[0].place(size.w * by, size.h * by, 0.5, 0)
    show_card(ui, "live", place, view, opened_face(view.names, deck, 0))


def _whole(draft: Draft, deck: str, number: int, card: Any) -> dict[str, Any]:
    """The card with what is being typed into it."""
    card = dict(card) if isinstance(card, dict) else {}
    whole: dict[str, Any] = card
    for path, value in draft.pending.items():
        if path[:2] == (deck, number):
            _put(whole, path[2:], value)
    return whole


def _put(table: Any, path: tuple[Any, ...], value: Any) -> None:
    first, *rest = path
    if not rest:
        table[first] = value
        return
    inner = table[first] if isinstance(table, list) else table.get(first)
    if isinstance(inner, dict | list):
        table[first] = inner = inner.copy()
        _put(inner, tuple(rest), value)


def _draw_title(ui: Ui, box: Box, draft: Draft) -> None:
    """The case as it stands in the list of cases."""
    c, lang = ui.canvas, ui.t.lang
    panel = box.cut_top(CARD_HIGH)[0]
    c.panel(panel, theme.PAPER, 18, lift=10)
    top, words = panel.cut_top(210)
    title = shown_text(draft.get(("title",)), lang) or "…"
    sign = draft.get(("picture",), "")
    picture(c, top, named_picture(sign) if isinstance(sign, str) else NO_PICTURE, title)
    name, rest = words.inset(24, 18).cut_top(110, 10)
    c.text(name, title, (32, 20), theme.INK, "bold")
    c.text(rest, shown_text(draft.get(("summary",)), lang), (24, 18), theme.INK)


def _draw_track(ui: Ui, box: Box, draft: Draft, number: int) -> None:
    """What the points of a track mean."""
    c, t = ui.canvas, ui.t
    track = TRACKS[number]
    panel = box.cut_top(300)[0]
    c.panel(panel, theme.PANEL, 16, line=theme.PANEL_LINE)
    head, rest = panel.inset(24, 20).cut_top(60, 16)
    sign, words = head.cut_left(90, 18)
    track_sign(c, sign.place(90, 60), track)
    table = draft.get(("tracks", track), {})
    table = table if isinstance(table, dict) else {}
    values = {key: draft.get(("tracks", track, key), table.get(key)) for key in _TRACK_KEYS}
    name = shown_text(values["indicator"], t.lang) or "…"
    c.text(words, name, (28, 18), theme.CHALK, "semibold", valign="middle")
    unit = shown_text(values["unit"], t.lang)
    low, high, goal = values["baseline"], values["target"], values["goal"] or 8
    if not (is_number(low) and is_number(high) and is_whole(goal)):
        return
    for row, points in zip(rest.rows(3, 8), (0, goal // 2, goal), strict=True):
        value = figures.quantity(t, figures.value_at(low, high, points, max(1, goal), unit), unit)
        said = f"{figures.points(t, points)}: {value}"
        c.text(row, said, (26, 18), theme.CHALK, valign="middle")


_TRACK_KEYS: Final = ("indicator", "unit", "baseline", "target", "goal")
_MOST_POSTS: Final = 10


def _draw_posts(ui: Ui, box: Box, draft: Draft) -> None:
    """The saving beside what the operation costs today."""
    c, t = ui.canvas, ui.t
    panel = box.cut_top(CARD_HIGH)[0]
    c.panel(panel, theme.PAPER, 18, lift=10)
    unit = shown_text(draft.get(("economy", "unit")), t.lang)
    count = len(draft.get(("economy", "posts"), []))
    rows = [(t("The saving"), draft.get(("economy", "saving")))]
    for n in range(min(count, _MOST_POSTS)):
        post = ("economy", "posts", n)
        name = shown_text(draft.get((*post, "name")), t.lang) or "…"
        rows.append((name, draft.get((*post, "value"))))
    known = [value for _, value in rows if is_number(value)]
    most = max([1e-9, *known])
    for n, (place, (name, value)) in enumerate(
        zip(panel.inset(22, 18).rows(max(7, len(rows)), 6), rows, strict=False)
    ):
        words, bar = place.cut_bottom(10, 2)[1], place.cut_bottom(10)[0]
        figure, words = words.cut_right(120, 10)
        value = value if is_number(value) else 0
        c.text(
            words,
            name,
            (20, theme.LEAST),
            theme.INK,
            "bold" if n == 0 else "regular",
            valign="middle",
        )
        text = figures.quantity(t, value, unit)
        c.text(figure, text, (20, theme.LEAST), theme.INK, align="right", valign="middle")
        c.shape(
            bar.cut_left(max(2.0, bar.w * value / most))[0],
            theme.ACCENT if n == 0 else theme.INK_SOFT,
            4,
        )
