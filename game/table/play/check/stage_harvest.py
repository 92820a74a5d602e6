"""The stage of a harvest, and of the word that was kept or broken: the claimed beside the true."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import Track
from game.engine import events as ev
from game.engine.harvest import after_stumble
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.i18n import Words
from game.table import marks
from game.table.cards.parts import track_sign
from game.table.parts import stage_pieces
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.table.play.check.step_facts import idea_of, near_enough
from game.table.play.check.steps import CheckStep
from game.wording import terms


@frozen
class Ink:
    """How points are drawn: the track's colour, and whether space for losses is needed."""

    colour: theme.Colour
    losses: bool


Row = tuple[str, str, int | None]
"""A row of points: its icon, its name, its value."""
Standing = tuple[str, str, stage_pieces.Tone]
"""An icon, its words, and whether they are good news."""


# ------------------------------------------------------------------ the harvest
def harvest(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """A benefit or a downside as it was claimed; the truth is drawn by :func:`harvested`."""
    e, idea = step.events[0], idea_of(step)
    assert isinstance(e, ev.Harvested)
    head, body = box.cut_top(72, 16)
    words = head.cut_right(82 * len(step.dice))[1] if step.dice else head
    sign, words = words.cut_left(108, 20)
    track_sign(c, sign, e.track)
    name = terms.track(game.t, e.track)
    if e.estimate is not None:
        name = f"{name} · {game.names.benefit_beside(idea, e.track)}"
    c.text(words, name, (36, 32, 28, 26), theme.CHALK, "semibold", valign="middle")
    for place, eyes in zip(dice_boxes(box, len(step.dice)), step.dice, strict=True):
        if thrown:
            c.die(place, eyes)
        else:
            stage_pieces.waiting_die(c, place)
    foot, body = _harvest_parts(box)
    if not thrown:
        draw_rows(c, body, e.track, _rows(game, step, e), 0)
    _standing(c, foot, game, step, e)


def dice_boxes(box: Box, count: int) -> list[Box]:
    """Where the reality dice of a benefit land."""
    head = box.cut_top(72)[0]
    return [head.cut_right(72 * (n + 1) + 10 * n)[0].cut_left(72)[0] for n in range(count)]


def hand_box(box: Box) -> Box:
    """Where the reality dice of a benefit are held: where the rows of points will grow."""
    return _harvest_parts(box)[1].rows((1, 2), 14)[1].inset(0, 6)


def _harvest_parts(box: Box) -> tuple[Box, Box]:
    """The footer, and the space for the rows."""
    return box.cut_top(72, 16)[1].cut_bottom(84, 20)


def harvested(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """The truth grows beside the claim, followed by the part of it that is harvested."""
    e = step.events[0]
    assert isinstance(e, ev.Harvested)
    draw_rows(c, _harvest_parts(box)[1], e.track, _rows(game, step, e), share)


def _rows(game: GameView, step: CheckStep, e: ev.Harvested) -> list[Row]:
    """Claimed, true, (after the stumble,) harvested; of a downside, what it cost."""
    t, downside = game.t, e.estimate is not None and e.estimate < 0
    rows: list[Row] = [("flag", t("Named") if downside else t("Claimed"), e.estimate)]
    rows.append(("eye", t("In truth"), e.effect))
    left = after_stumble(step.after, idea_of(step), e.effect)
    if left != e.effect:
        rows.append(("x", t("After the stumble"), left))
    if downside or e.points < 0:
        rows.append(("trending-down", t("It costs"), e.points))
    else:
        rows.append(("sprout", t("Harvested"), e.points))
    return rows


def draw_rows(c: Canvas, box: Box, track: Track, rows: Sequence[Row], share: float) -> None:
    """Rows of points: a name, a bar and a number each.

    The first row is complete from the start; the others grow one after the other with ``share``.
    """
    losses = any(value is not None and value < 0 for _, _, value in rows)
    ink = Ink(marks.TRACK[track].colour, losses and (share > 0 or (rows[0][2] or 0) < 0))
    for n, (cell, (sign, name, value)) in enumerate(
        zip(box.rows(max(3, len(rows)), 14), rows, strict=False)
    ):
        grown = 1.0 if n == 0 else min(1.0, max(0.0, share * (len(rows) - 1) - n + 1))
        if grown > 0:
            points = None if value is None else round(value * grown)
            last = n == len(rows) - 1 and share >= 1
            _row(c, cell, (sign, name), points, ink, last=last)


def _row(
    c: Canvas,
    box: Box,
    name: tuple[str, str],
    value: int | None,
    ink: Ink,
    *,
    last: bool,
) -> None:
    if last:
        c.panel(box, theme.FELT, 16, line=theme.ACCENT, width=4)
    inner = box.inset(20, 6)
    side = min(44, inner.h)
    sign, inner = inner.cut_left(side, 16)
    c.icon(name[0], sign, theme.CHALK)
    words, inner = inner.cut_left(min(250, inner.w * 0.36), 16)
    c.text(words, name[1], (34, theme.ROOM, 26), theme.CHALK, "semibold", valign="middle")
    number, bar = inner.cut_right(124, 12)
    text = "–" if value is None else c.t.number(value)
    colour = FALLEN if value is not None and value < 0 else theme.CHALK
    size = min(84 if last else 64, box.h * 0.9)
    c.text(number, text, size, colour, "bold", align="right", valign="middle")
    _points(c, bar, value or 0, ink)


def _points(c: Canvas, box: Box, value: int, ink: Ink) -> None:
    """Points as squares: gains to the right of the line, losses to the left."""
    slots = 10.5 if ink.losses else 7.5
    step = box.w / slots
    side = min(step * 0.84, box.h * 0.7, 50)
    zero = box.x + (4 * step if ink.losses else 0)
    c.fill(Box(zero - 2, box.y + 4, 4, box.h - 8), theme.CHALK_SOFT)
    for i in range(abs(value)):
        x = zero + 8 + i * step if value > 0 else zero - 8 - i * step - side
        cell = Box(x, box.centre[1] - side / 2, side, side)
        c.panel(cell, ink.colour, 6, line=theme.CHALK if value > 0 else FALLEN, width=3)


def _standing(c: Canvas, box: Box, game: GameView, step: CheckStep, e: ev.Harvested) -> None:
    """Whether it was spoken of, claimed and anchored: as an icon and words."""
    sign, text, tone = _harm(game, e) if e.effect < 0 else _benefit(game, step, e)
    stage_pieces.banner(c, box, sign, text, tone)


def _harm(game: GameView, e: ev.Harvested) -> Standing:
    t = game.t
    if e.estimate is None or e.estimate > 0:
        return "eye-off", _unspoken(t, e.effect - e.points), "bad"
    if e.points > e.effect:
        return "hand-heart", t("Made up for: {n} less", n=e.points - e.effect), "good"
    return "check", t("Named beforehand: it costs no trust"), "good"


def _unspoken(t: Words, more: int) -> str:
    """No downside lay there, and what the harm takes for that."""
    text = t("Not named as a downside")
    return t("{text}: {n} more", text=text, n=more) if more else text


def _benefit(game: GameView, step: CheckStep, e: ev.Harvested) -> Standing:
    t, claim = game.t, idea_of(step).benefit(e.track)
    if claim is None:
        return "eye-off", t("Not claimed"), "plain"
    if claim.downside:
        return "check", t("The downside did not come"), "good"
    if claim.owner is None:
        return "flag", _unowned(t, step, e), "plain"
    owner = game.seat_name(claim.owner)
    if e.short is None:
        return "anchor", t("Anchored: {owner} owns it", owner=owner), "good"
    why = terms.short(t, e.short)
    if terms.of_an_owner(e.short):
        return "anchor", t("One point less: {why}", why=why), "plain"
    return "coins", t("Not all of it: {why}", why=why), "plain"


def _unowned(t: Words, step: CheckStep, e: ev.Harvested) -> str:
    """Nobody owns it; and how much comes home, where that is less than there is."""
    if step.after.edition < 2 or e.points == e.effect:
        return t("Only claimed: nobody owns it")
    return t("Nobody owns it: {n} at most", n=step.after.setup.rules.unowned)


# ------------------------------------------------------------------ the word
def _word_parts(box: Box) -> tuple[Box, list[Box]]:
    foot, body = box.cut_top(64, 24)[1].cut_bottom(120, 24)
    return foot, body.columns([5, 2, 5])


def word(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """What was claimed together; what came of it is drawn by :func:`comparison`."""
    e, t = step.events[0], game.t
    assert isinstance(e, ev.IdeaRealised)
    stage_pieces.heading(c, box.cut_top(64)[0], t("Was the word kept?"), "handshake")
    _, (left, arrow, _) = _word_parts(box)
    _total(c, left, "flag", t("Claimed"), e.claimed)
    c.icon("arrow-right", arrow.place(90, 90), theme.CHALK_SOFT)


def comparison(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """What was harvested is counted up, then compared with the claim."""
    e, t = step.events[0], game.t
    assert isinstance(e, ev.IdeaRealised)
    foot, (_, _, right) = _word_parts(box)
    _total(c, right, "sprout", t("Harvested"), round(e.given * share))
    if share < 1:
        return
    missed = abs(e.given - e.claimed)
    if missed <= near_enough(step.after):
        stage_pieces.banner(c, foot, "check", t("Word kept"), "good")
    elif step.trust < 0:
        stage_pieces.banner(c, foot, "x", t("Word broken: {n} off", n=missed), "bad")
    else:
        stage_pieces.banner(c, foot, "minus", t("{n} off: no change in trust", n=missed), "plain")


def _total(c: Canvas, box: Box, sign: str, name: str, value: int) -> None:
    box = box.place(box.w, min(box.h, 330))
    head, number = box.cut_top(70, 10)
    icon, words = head.place(min(head.w, 300), head.h).cut_left(44, 14)
    c.icon(sign, icon, theme.CHALK)
    c.text(words, name, (theme.HEADING, 34, theme.ROOM), theme.CHALK, "semibold", valign="middle")
    ink = FALLEN if value < 0 else theme.CHALK
    c.text(
        number,
        c.t.number(value),
        min(200, number.h * 0.8),
        ink,
        "bold",
        align="centre",
        valign="middle",
    )
