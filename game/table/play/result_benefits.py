"""A page of the result: every benefit and downside, who answers for it, and what came of it."""

from __future__ import annotations

from game.engine import Benefit, Idea, Track
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.table.cards.parts import named_track
from game.table.parts import stage_pieces
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.table.parts.subject_sign import draw_sign
from game.views import face_builder as faces
from game.wording import card_pictures as pictures
from game.wording.figures import benefit_measure_text

_ROW, _APART, _KEY = 116.0, 12.0, 40.0
_FIGURES = 300
"""The width of what was claimed and what came home, at the end of a row."""
_MARKS = 210
"""The width of the letter, the picture and the track at its beginning."""

Claim = tuple[Idea, Track, Benefit]


def add_benefits(ui: Ui, box: Box, game: GameView) -> None:
    """List the benefits that the group is responsible for: owned ones first."""
    c, t = ui.canvas, ui.t
    head, body = stage_pieces.panel(c, box).cut_top(56, 10)
    rows = claims_of(game)
    benefits = [b for _, _, b in rows if not b.downside]
    owned = sum(b.owner is not None for b in benefits)
    title = t.plural(
        "What you answer for: {n} of {all} benefits has an owner",
        "What you answer for: {n} of {all} benefits have an owner",
        owned,
        all=len(benefits),
    )
    stage_pieces.heading(c, head, title, "anchor")
    key, body = body.cut_top(_KEY, 6)
    if rows:
        _heads(c, key.inset(20, 0))
    each = _ROW + _APART
    with ui.scroll("list", body, max(1.0, len(rows) * each - _APART)) as content:
        for n, claim in enumerate(rows):
            row = Box(content.x, content.y + n * each, content.w, _ROW)
            if row.bottom > body.y and row.y < body.bottom:
                _benefit(c, row, game, claim)


def claims_of(game: GameView) -> list[Claim]:
    """Every claim on the table: owned before unowned, realised first, downsides last."""
    rows = [(idea, track, b) for idea in game.state.ideas for track, b in idea.claims()]

    def rank(row: Claim) -> tuple[bool, bool, bool]:
        return row[2].downside, row[2].owner is None, row[2].harvested is None

    return sorted(rows, key=rank)


def _heads(c: Canvas, box: Box) -> None:
    """What the two numbers of each row are."""
    left, _, right = _columns(box.cut_right(_FIGURES)[0])
    sizes, ink = (26, 20), theme.CHALK_SOFT
    c.text(left, c.t("Claimed"), sizes, ink, align="right", valign="middle")
    c.text(right, c.t("Harvested"), sizes, ink, valign="middle")


def _columns(box: Box) -> list[Box]:
    return box.columns([4, 1, 4], 8)


def _benefit(c: Canvas, row: Box, game: GameView, claim: Claim) -> None:
    """One of them: its picture, name and measure, its owner, and its points."""
    idea, track, b = claim
    c.panel(row, theme.FELT, 14)
    inner = row.inset(20, 8)
    marks, inner = inner.cut_left(_MARKS, 20)
    named_track(c, Box(marks.x + 96, marks.centre[1] - 30, 110, 60), track)
    picture = faces.benefit_on_table(game.names, game.state, idea, track).picture
    kind = "downside" if b.downside else "benefit"
    draw_sign(c, (marks.x + 40, marks.centre[1]), 80, picture, kind, idea.letter)
    figures, inner = inner.cut_right(_FIGURES, 20)
    owner, words = inner.cut_right(min(360, inner.w * 0.28), 20)
    name = pictures.bare(game.names.benefit_alone(idea, b), picture)
    over, under = words.rows(2)
    sizes = (32, theme.ROOM, 26, 24, 22, 20)
    c.text(over, name, sizes, theme.CHALK, "semibold", valign="middle")
    measure = benefit_measure_text(game.t, game.case, track, b)
    if b.downside:
        measure = " ".join(game.names.downside_facts(b))
    c.text(under, measure, (26, 18), theme.CHALK_SOFT, valign="middle")
    _owner(c, owner, game, b)
    _outcome(c, figures, b)


def _owner(c: Canvas, box: Box, game: GameView, b: Benefit) -> None:
    t = game.t
    sign, words = box.cut_left(40, 14)
    if b.downside:
        good = b.amends is not None or b.harvested == 0
        icon = "hand-heart" if b.amends is not None else "check" if good else "trending-down"
        text = t("Made up for") if b.amends is not None else t("Not made up for")
        text = t("It did not come") if good and b.amends is None else text
    else:
        good = b.owner is not None
        icon = "anchor" if good else "x"
        text = t("Nobody owns it") if b.owner is None else game.seat_name(b.owner)
    c.icon(icon, sign, theme.GOOD if good else FALLEN)
    ink = theme.CHALK if good else FALLEN
    c.text(words, text, (32, theme.ROOM, 26, 24), ink, "semibold", valign="middle")


def _outcome(c: Canvas, box: Box, b: Benefit) -> None:
    """The claimed and the given points; a dash while these are not known."""
    left, arrow, right = _columns(box)
    claimed = c.t.number(b.estimate)
    c.text(left, claimed, 48, theme.ACCENT, "bold", align="right", valign="middle")
    c.icon("arrow-right", arrow.place(34, 34), theme.CHALK_SOFT)
    text = "–" if b.given is None else c.t.number(b.given)
    ink = FALLEN if (b.given or 0) < 0 else theme.CHALK
    c.text(right, text, 48, ink, "bold", valign="middle")
