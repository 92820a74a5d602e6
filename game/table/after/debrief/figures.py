"""The picture beside a key moment: its numbers if it has any, otherwise its icon."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.debrief import About, Moment, Person
from game.debrief import moments as mo
from game.engine import Track
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.table.cards.parts import track_sign
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.meters import FALLEN
from game.wording.debrief_texts import DebriefFormatter
from game.wording.figures import signed

ICONS: Mapping[type[About], str] = {
    mo.EstimateChanged: "trending-up",
    mo.EstimatesSpread: "scale",
    mo.ClaimFaced: "target",
    mo.HarvestedNothing: "circle-alert",
    mo.HarvestWithoutOwner: "scissors",
    mo.WordKept: "handshake",
    mo.UnnamedRiskStruck: "zap",
    mo.NamedRiskStruck: "triangle-alert",
    mo.FalseAlarmRaised: "eye-off",
    mo.RiskPrevented: "shield",
    mo.UntriedStumbled: "rocket",
    mo.TrialChangedMinds: "flask-conical",
    mo.TrackHarmed: "scale",
    mo.HarmForeseen: "trending-down",
    mo.HarmKnown: "eye",
    mo.ClaimAgainstKnown: "target",
    mo.OwnerLate: "anchor",
    mo.OwnerGone: "log-out",
    mo.TurnWithoutMove: "user-round",
    mo.PhaseWithout: "circle-alert",
    mo.RalliedInstead: "users-round",
    mo.Stalled: "hourglass",
    mo.TrustLost: "handshake",
    mo.TrustSlid: "trending-down",
    mo.ProjectPaused: "pause",
    mo.VerdictDecided: "flag",
    mo.Undone: "undo-2",
    mo.FacilitatorCorrection: "sliders-horizontal",
    mo.Bookmarked: "bookmark",
    mo.Noted: "pencil",
}


_NAME_SIZES = (30, 28, 26, 24, 22, 20, 18)
"""The sizes of a name, which the whole room reads."""


def draw_figure(c: Canvas, box: Box, discussion: Discussion, moment: Moment) -> None:
    """Draw the picture for a moment."""
    draw = _FIGURES.get(type(moment.about))
    if draw is not None:
        draw(c, box, discussion, moment.about)
        return
    side = min(box.w, box.h) * 0.82
    c.disc(box.centre, side, theme.FELT)
    c.icon(ICONS[type(moment.about)], box.place(side * 0.52, side * 0.52), theme.ACCENT)


def _from_to(c: Canvas, box: Box, before: int, after: int, words: tuple[str, str]) -> None:
    """Two large numbers with an arrow between them, each with its label."""
    left, arrow, right = box.place(box.w, min(box.h, 260)).columns([3, 2, 3])
    c.icon("arrow-right", arrow.place(84, 84), theme.CHALK_SOFT)
    for cell, n, word, ink in (
        (left, before, words[0], theme.ACCENT),
        (right, after, words[1], FALLEN if after < 0 else theme.CHALK),
    ):
        upper, lower = cell.rows([3, 1])
        c.text(upper, c.t.number(n), 150, ink, "bold", align="centre", valign="middle")
        sizes = (34, theme.ROOM, 26)
        c.text(lower, word, sizes, theme.CHALK_SOFT, align="centre", valign="middle")


def _points_of(c: Canvas, box: Box, track: Track, points: int, ink: Colour) -> None:
    """Draw a track, and below it the points that it gained or lost."""
    upper, lower = box.rows([2, 3])
    high = min(86, upper.h)
    track_sign(c, upper.place(high * 1.5, high), track)
    c.text(lower, signed(c.t, points), 120, ink, "bold", align="centre", valign="middle")


def _changed(c: Canvas, box: Box, discussion: Discussion, m: mo.EstimateChanged) -> None:
    _from_to(c, box, m.before, m.after, (c.t("before"), c.t("after")))


def _faced(
    c: Canvas, box: Box, discussion: Discussion, m: mo.ClaimFaced | mo.ClaimAgainstKnown
) -> None:
    _from_to(c, box, m.estimate, m.effect, (c.t("claimed"), c.t("in truth")))


def _foreseen(c: Canvas, box: Box, discussion: Discussion, m: mo.HarmForeseen) -> None:
    """The track that was harmed, and what was felt of it."""
    _points_of(c, box.place(box.w, min(box.h, 300)), m.benefit.track, -m.left, FALLEN)


def _nothing(c: Canvas, box: Box, discussion: Discussion, m: mo.HarvestedNothing) -> None:
    _from_to(c, box, m.estimate, m.points, (c.t("claimed"), c.t("harvested")))


def _halved(c: Canvas, box: Box, discussion: Discussion, m: mo.HarvestWithoutOwner) -> None:
    _from_to(c, box, m.owned, m.points, (c.t("possible"), c.t("harvested")))


def _promise_kept(c: Canvas, box: Box, discussion: Discussion, m: mo.WordKept) -> None:
    _from_to(c, box, m.claimed, m.claimed, (c.t("claimed"), c.t("harvested")))


def _spread(c: Canvas, box: Box, discussion: Discussion, m: mo.EstimatesSpread) -> None:
    """The card of each, beside it the name with the role of the text; the extremes are raised.

    Whoever has no opinion has a card that says so.
    """
    people = [_answerer(discussion.formatter(c.t), person, n) for person, n in m.given]
    cells = box.grid(2, -(-len(people) // 2), 20)
    high = min(150, cells[0].h)
    halves = [cell.place(cell.w, high).cut_left(high * 0.7, 14) for cell in cells]
    size = min(c.type.fit(name, halves[0][1], _NAME_SIZES, whole=True).size for name in people)
    for (card, words), name, (_, value) in zip(halves, people, m.given, strict=False):
        _poker_card(c, card, value, far=value in (min(m.values), max(m.values)))
        c.text(words, name, (size, 18), theme.CHALK, valign="middle", whole=True)


def _answerer(fmt: DebriefFormatter, person: Person, n: int | None) -> str:
    """Whose card it is; of one without a number also that there is no opinion."""
    name = fmt.owner(person)
    return name if n is not None else fmt.t("{seat}: no opinion", seat=name)


def _poker_card(c: Canvas, card: Box, value: int | None, *, far: bool) -> None:
    if value is None:
        c.panel(card, theme.FELT_DARK, 14, line=theme.PANEL_LINE, width=3)
        c.icon("circle-help", card.place(56, 56), theme.CHALK_SOFT)
        return
    c.panel(card, theme.ACCENT if far else theme.PAPER, 14, lift=10 if far else 4)
    size = min(84, card.h * 0.7)
    c.text(card, str(value), size, theme.INK, "bold", align="centre", valign="middle")


def _harmed(c: Canvas, box: Box, discussion: Discussion, m: mo.TrackHarmed) -> None:
    """The track that gained beside the track that lost."""
    left, right = box.place(box.w, min(box.h, 300)).columns(2, 20)
    for cell, track, by, ink in (
        (left, m.gained, m.gain, theme.GOOD),
        (right, m.harmed, -m.loss, FALLEN),
    ):
        _points_of(c, cell, track, by, ink)


def _lost(c: Canvas, box: Box, discussion: Discussion, m: mo.TrustLost | mo.TrustSlid) -> None:
    _from_to(c, box, m.before, m.left, (c.t("trust before"), c.t("trust after")))


def _known(c: Canvas, box: Box, discussion: Discussion, m: mo.HarmKnown) -> None:
    """The track that was known to be harmed, and by how much."""
    _points_of(c, box.place(box.w, min(box.h, 300)), m.track, -m.loss, FALLEN)


_FIGURES: Mapping[type[About], Callable[[Canvas, Box, Discussion, Any], None]] = {
    mo.EstimateChanged: _changed,
    mo.EstimatesSpread: _spread,
    mo.ClaimFaced: _faced,
    mo.HarvestedNothing: _nothing,
    mo.HarvestWithoutOwner: _halved,
    mo.WordKept: _promise_kept,
    mo.TrackHarmed: _harmed,
    mo.HarmForeseen: _foreseen,
    mo.HarmKnown: _known,
    mo.ClaimAgainstKnown: _faced,
    mo.TrustLost: _lost,
    mo.TrustSlid: _lost,
}
