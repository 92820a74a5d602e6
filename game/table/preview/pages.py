"""The pages of a preview: each draws one aspect of a case into a box."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from game.content import Case, Prose
from game.engine import TRACKS, IdeaCard
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.i18n import Lang, Words, mark
from game.table import marks
from game.table.cards import draw_card
from game.table.cards.parts import track_sign
from game.table.parts.board import BoardActions, draw_board
from game.table.parts.case_overview import draw_goals, draw_message
from game.table.parts.economy import draw_economy
from game.table.parts.game_view import GameView
from game.table.parts.header import HEIGHT, HeaderActions, draw_header
from game.table.parts.page import case_picture
from game.views import face_builder as faces
from game.views.case_cards import opened_face
from game.views.faces import Face
from game.wording import figures, modules, terms
from game.wording.about import about_line
from game.wording.levels import level_name

CARD = (306.0, 430.0)
"""The minimum size of a card on a page."""
_GAP = 20.0
_TITLE = 290.0
"""The height of the title page, with the gap below it."""
_MEASURE = 76.0
"""The height of what is measured, below a benefit's card."""
_TRUTH = 150.0
"""The height of the author's notes below an idea's card."""

DrawPage = Callable[[Ui, Box, GameView], None]


def _nothing(*what: object) -> None:
    """The callback of everything in a preview, where no button has an effect."""


# ------------------------------------------------------------------ cards
def _cards(
    ui: Ui,
    box: Box,
    card_faces: Sequence[Face],
    below: float = 0,
    draw_below: Callable[[Canvas, Box, int], None] | None = None,
) -> None:
    """Cards in rows, scrolled if necessary; below each its additional information."""
    columns = max(1, int((box.w - 30 + _GAP) / (CARD[0] + _GAP)))
    high = CARD[1] + below + _GAP
    rows = ceil(len(card_faces) / columns)
    with ui.scroll("cards", box, rows * high) as inner:
        for i, face in enumerate(card_faces):
            line = Box(inner.x, inner.y + i // columns * high, inner.w, CARD[1] + below)
            cell = line.columns(columns, _GAP)[i % columns]
            draw_card(ui.canvas, cell.cut_top(CARD[1])[0], face)
            if draw_below is not None:
                draw_below(ui.canvas, cell.cut_bottom(below - 8)[0], i)


def _ideas(ui: Ui, box: Box, game: GameView) -> None:
    _cards(ui, box, [faces.idea_in_hand(game.names, card) for card in game.case.setup.ideas])


def _ideas_and_truth(ui: Ui, box: Box, game: GameView) -> None:
    cards = game.case.setup.ideas
    _cards(
        ui,
        box,
        [faces.idea_in_hand(game.names, card) for card in cards],
        _TRUTH,
        lambda c, place, i: _truth(c, place, game, cards[i]),
    )


def _truth(c: Canvas, box: Box, game: GameView, card: IdeaCard) -> None:
    """What is hidden from the players: the true effects, and the true risks."""
    c.panel(box, theme.PANEL, 12, line=theme.PANEL_LINE)
    top, low = box.inset(10, 8).rows((1, 1.5), 6)
    effects = [(track, card.effects[track]) for track in TRACKS if track in card.effects]
    for place, (track, (least, most)) in zip(
        top.columns(max(3, len(effects)), 6), effects, strict=False
    ):
        sign, words = place.cut_left(24, 3)
        c.shape(sign.place(24, 30), marks.TRACK[track].colour, 5)
        letter = terms.track_letter(game.t, track)
        ink = theme.ink_on(marks.TRACK[track].colour)
        c.text(sign, letter, 18, ink, "bold", align="centre", valign="middle")
        text = " … ".join(game.t.number(n) for n in dict.fromkeys((least, most)))
        c.text(words, text, (20, theme.LEAST), theme.CHALK, "semibold", valign="middle")
    risks = [game.names.risk_card(id) for id in card.risks]
    text = " · ".join(risks) or game.t("No true risk")
    c.text(low, text, theme.LEAST, theme.CHALK_SOFT)


def _benefits(ui: Ui, box: Box, game: GameView) -> None:
    cards = game.case.setup.benefits
    _cards(
        ui,
        box,
        [faces.benefit_in_hand(game.names, card) for card in cards],
        _MEASURE,
        lambda c, place, i: _measure(c, place, game, cards[i].id),
    )


def _measure(c: Canvas, box: Box, game: GameView, id: str) -> None:
    """From where to where a benefit is measured, in what, and when."""
    t, measure = game.t, game.case.benefits[id].measure
    unit = measure.unit.read(t.lang)
    low, high = (figures.quantity(t, n, unit) for n in (measure.baseline, measure.target))
    c.panel(box, theme.PANEL, 12, line=theme.PANEL_LINE)
    way, when = box.inset(10, 6).rows(2, 2)
    c.text(way, f"{low} → {high}", (20, theme.LEAST), theme.CHALK, "semibold", valign="middle")
    text = t.plural("after {n} month", "after {n} months", measure.months)
    c.text(when, text, theme.LEAST, theme.CHALK_SOFT, valign="middle")


def _risks(ui: Ui, box: Box, game: GameView) -> None:
    cards = game.case.setup.risks
    _cards(
        ui, box, [faces.risk_in_hand(game.names, game.state, card, opened=True) for card in cards]
    )


def _events(ui: Ui, box: Box, game: GameView) -> None:
    count = len(game.case.setup.events)
    _cards(ui, box, [opened_face(game.names, "events", n) for n in range(count)])


def _roles(ui: Ui, box: Box, game: GameView) -> None:
    _cards(ui, box, [faces.role_face(game.names, role) for role in game.case.setup.roles])


# ------------------------------------------------------------------ the case
def _case(ui: Ui, box: Box, game: GameView) -> None:
    """The title page; then story, notes and questions, in both languages where there are two."""
    c, t, case = ui.canvas, ui.t, game.case
    questions = [question.read(t.lang) for question in case.questions]
    parts = [
        *_told(t, t("Story"), case.story),
        *_told(t, t("Notes"), case.notes),
        (t("Talk about it"), "\n".join(questions)),
    ]
    wide = box.w - 100
    highs = [_TITLE, *(c.type.height(text, wide, 26) + 100 for _, text in parts)]
    with ui.scroll("case", box, sum(highs)) as inner:
        title, *places = inner.rows(highs)
        _title_page(ui, title.cut_bottom(16)[1], case)
        for (name, text), place in zip(parts, places, strict=True):
            page = place.cut_bottom(16)[1]
            c.panel(page, theme.PAPER, 16)
            head, words = page.inset(30, 16).cut_top(40, 4)
            c.text(head, name, 28, theme.INK, "bold", valign="middle")
            c.text(words, text or "–", 26, theme.INK)


def _told(t: Words, name: str, prose: Prose) -> list[tuple[str, str]]:
    """A text with its heading; one in two languages with both, for both are to be checked."""
    if prose.da == prose.en or not (prose.da and prose.en):
        return [(name, prose.read(t.lang))]
    other: Lang = "en" if t.lang == "da" else "da"
    named = {"da": "Dansk", "en": "English"}
    return [(f"{name} · {named[lang]}", prose.read(lang)) for lang in (t.lang, other)]


def _title_page(ui: Ui, box: Box, case: Case) -> None:
    """Picture, title, the line of the list, and what else whoever chooses it sees."""
    c, t = ui.canvas, ui.t
    c.panel(box, theme.PAPER, 16)
    sign, words = box.cut_left(box.h * 1.2)
    case_picture(c, sign, case.images, case.picture, case.title.read(t.lang))
    title, rest = words.inset(30, 20).cut_top(76, 8)
    c.text(title, case.title.read(t.lang), (36, 32, 30, 28, 26, 24, 22), theme.INK, "bold")
    summary, facts = rest.rows((1.2, 1), 6)
    c.text(summary, case.summary.read(t.lang), (24, theme.LEAST), theme.INK)
    told = [
        t("{n} min", n=case.minutes),
        level_name(t, case.as_usual.setup.level),
        t.plural("{n} role", "{n} roles", len(case.setup.roles)),
        *(modules.name(t, code) for code in case.setup.rules.modules),
    ]
    lines = [about_line(t, case.about), " · ".join(told)]
    text = "\n".join(filter(None, lines))
    c.text(facts, text, (22, theme.LEAST), theme.INK_SOFT, valign="bottom")


def _economy(ui: Ui, box: Box, game: GameView) -> None:
    left, right = box.columns([9, 10], 28)
    goals, message = left.cut_bottom(316, 24)
    draw_message(ui.canvas, message, game.case)
    draw_goals(ui.canvas, goals, game.case)
    draw_economy(ui.canvas, right, game.case.economy)


def _tracks(ui: Ui, box: Box, game: GameView) -> None:
    """The meaning of the points on each track, starting from its baseline."""
    c, t = ui.canvas, ui.t
    for row, track in zip(box.rows(4, 18), TRACKS, strict=True):
        c.panel(row, theme.PANEL, 18, line=theme.PANEL_LINE)
        sign, words = row.inset(28, 16).cut_left(120, 24)
        track_sign(c, sign.place(120, 80), track)
        goal = game.case.setup.goals[TRACKS.index(track)]
        name, facts = words.rows((1, 1.2), 6)
        c.text(
            name,
            game.case.tracks[track].indicator.read(t.lang),
            (36, 32, 28),
            theme.CHALK,
            "semibold",
            valign="bottom",
        )
        steps = (0, goal // 2, goal)
        text = "   ".join(
            f"{figures.points(t, n)}: {figures.indicator(t, game.case, track, n)}"
            for n in dict.fromkeys(steps)
        )
        c.text(facts, text, (30, 24), theme.CHALK_SOFT)


def _table(ui: Ui, box: Box, game: GameView) -> None:
    """The table some rounds into a game played by the bot of a methodical group."""
    head, board = box.cut_top(HEIGHT, 10)
    doors = HeaderActions(*(_nothing,) * 4, cannot_undo=ui.t("There is nothing to undo."))
    draw_header(ui, head, game, doors)
    draw_board(ui, board, game, BoardActions(_nothing, _nothing))


PAGES: Mapping[str, tuple[str, DrawPage]] = {
    "case": (mark("The case"), _case),
    "economy": (mark("The saving"), _economy),
    "tracks": (mark("Tracks"), _tracks),
    "roles": (mark("Roles"), _roles),
    "ideas": (mark("Ideas"), _ideas),
    "benefits": (mark("Benefits"), _benefits),
    "risks": (mark("Risks"), _risks),
    "events": (mark("Events"), _events),
    "table": (mark("The table"), _table),
}
HIDDEN: Mapping[str, tuple[str, DrawPage]] = {
    "ideas": (
        mark(
            "Below each card stands what is hidden until it is tried out or meets reality: how "
            "many points the idea truly gives each track, from the least to the most, and its true "
            "risks."
        ),
        _ideas_and_truth,
    ),
}
"""The pages with what is hidden in the game, and what that is."""
