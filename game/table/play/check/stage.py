"""The stage of the reality check: the die, the risk card, the claimed beside the harvested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.engine import Idea
from game.engine import events as ev
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.i18n import mark
from game.table import marks
from game.table.cards import draw_card
from game.table.cards.parts import track_sign
from game.table.parts import stage_pieces
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.table.play.check import stage_round
from game.table.play.check.narration import after_stumble, idea_of, points_on
from game.table.play.check.steps import CheckStep
from game.views import face_builder as faces
from game.views.faces import RiskFace
from game.wording import terms

DIE = 170
"""The side of a die on the stage."""


@dataclass(frozen=True, slots=True)
class _Ink:
    """How points are drawn: the track's colour, and whether space for losses is needed."""

    colour: theme.Colour
    losses: bool


def draw_stage(
    c: Canvas, box: Box, game: GameView, step: CheckStep, *, thrown: bool, moved: bool
) -> None:
    """Draw a step's stage.

    Until the dice are ``thrown`` nothing of the outcome is shown, and until it has ``moved``
    nothing of what :func:`draw_moving` draws.
    """
    _DRAW[step.kind](c, box, game, step, thrown)
    if thrown and moved:
        draw_moving(c, box, game, step, 1.0)


def moves(step: CheckStep) -> bool:
    """Whether anything on a step's stage is animated."""
    return step.kind in _MOVING


def draw_moving(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """Draw the animated parts of a step's stage at a given progress."""
    if step.kind in _MOVING:
        _MOVING[step.kind](c, box, game, step, share)


def dice_of(step: CheckStep) -> tuple[int, ...]:
    """The dice that a step throws, in order."""
    event = step.events[0] if step.events else None
    if isinstance(event, ev.RiskThrown | ev.StumbleThrown):
        return (event.die,) if event.die else ()
    return step.dice


def dice_boxes(box: Box, step: CheckStep) -> list[Box]:
    """Where the dice of a step land on its stage."""
    if step.kind == "risk":
        return [_risk_parts(box)[1].place(DIE, DIE, 0.5, 0)]
    if step.kind == "stumble":
        return [_stumble_parts(box)[0].place(DIE, DIE)]
    head = box.cut_top(72)[0]
    return [head.cut_right(72 * (n + 1) + 10 * n)[0].cut_left(72)[0] for n in range(len(step.dice))]


def risk_box(box: Box) -> Box:
    """Where the risk card is drawn."""
    return _risk_parts(box)[0]


def card_to_turn(game: GameView, step: CheckStep) -> RiskFace | None:
    """The risk card that a step turns over: one that was hidden before, or a false alarm."""
    event = step.events[0]
    if isinstance(event, ev.FalseAlarm):
        return alarm_face(game, step)
    if isinstance(event, ev.RiskThrown) and event.named is None:
        return replace(risk_face(game, step, event), stamp="")  # the die decides the outcome
    return None


# ------------------------------------------------------------------ risks
def _risk_parts(box: Box) -> tuple[Box, Box]:
    """The card at the left, and the room for the die, the odds and the outcome."""
    body = box.cut_top(64, 20)[1]
    card, rest = body.cut_left(min(360, body.w * 0.42), 44)
    return card.place(card.w, min(card.h, card.w * 1.42), 0, 0), rest


def _risk(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    e = step.events[0]
    assert isinstance(e, ev.RiskThrown)
    t = game.t
    stage_pieces.heading(c, box.cut_top(64)[0], t("Does the risk strike?"), "triangle-alert")
    card, rest = _risk_parts(box)
    if thrown or e.named is not None:
        draw_card(c, card, risk_face(game, step, e, thrown=thrown))
    foot, rest = rest.cut_bottom(120, 20)
    die, rest = rest.cut_top(DIE, 28)
    _die(c, die.place(DIE, DIE, 0.5, 0), e.die, thrown)
    strip = rest.cut_top(min(150, rest.h))[0]
    stage_pieces.odds(c, strip, e.limit, e.die * thrown, (("zap", FALLEN), ("shield", theme.GOOD)))
    if not thrown:
        return
    if e.struck:
        stage_pieces.banner(c, foot, "zap", points_on(game, e.track, -e.severity), "bad")
    else:
        stage_pieces.banner(c, foot, "shield", t("It did not strike"), "good")


def risk_face(
    game: GameView, step: CheckStep, e: ev.RiskThrown, *, thrown: bool = True
) -> RiskFace:
    """The card of a risk that is rolled for; the unforeseen risk has a card of its own."""
    state = step.after if thrown else step.before
    return faces.thrown_risk(game.names, state, e, now=game.state)


def _die(c: Canvas, box: Box, eyes: int, thrown: bool) -> None:
    if thrown and eyes:
        c.die(box, eyes)
    elif thrown:
        c.icon("shield", box.inset(10), theme.GOOD)
    else:
        stage_pieces.waiting_die(c, box)


def _alarm(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    e = step.events[0]
    assert isinstance(e, ev.FalseAlarm)
    stage_pieces.heading(c, box.cut_top(64)[0], game.t("Was the risk real?"), "triangle-alert")
    card, rest = _risk_parts(box)
    if thrown:
        draw_card(c, card, alarm_face(game, step))
        stage_pieces.banner(
            c, rest.place(rest.w, 120, 0.5, 0.4), "eye-off", game.t("False alarm"), "plain"
        )


def alarm_face(game: GameView, step: CheckStep) -> RiskFace:
    """The card of a named risk that turned out not to be a true one."""
    e, idea = step.events[0], idea_of(step)
    assert isinstance(e, ev.FalseAlarm)
    risk = idea.risk(e.risk)
    assert risk is not None  # a false alarm is always a named risk
    return faces.risk_on_table(game.names, game.state, idea, risk)


# ------------------------------------------------------------------ the stumble
def _stumble_parts(box: Box) -> tuple[Box, Box, Box]:
    body = box.cut_top(64, 24)[1]
    die, body = body.cut_top(DIE, 36)
    foot, body = body.cut_bottom(120, 24)
    return die, body.cut_top(min(170, body.h))[0], foot


def _stumble(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    e = step.events[0]
    assert isinstance(e, ev.StumbleThrown)
    t = game.t
    title = t("Does it stumble? Maturity {n}, never proven", n=e.maturity)
    stage_pieces.heading(c, box.cut_top(64)[0], title, "gauge")
    die, strip, foot = _stumble_parts(box)
    _die(c, die.place(DIE, DIE), e.die, thrown)
    strip = strip.place(min(strip.w, 840), strip.h)
    stage_pieces.odds(c, strip, e.maturity, e.die * thrown, (("check", theme.GOOD), ("x", FALLEN)))
    if not thrown:
        return
    if e.stumbled:
        stage_pieces.banner(c, foot, "x", t("It stumbled: benefits are halved"), "bad")
    else:
        stage_pieces.banner(c, foot, "check", t("It held"), "good")


# ------------------------------------------------------------------ the harvest
def _harvest(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
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
    for place, eyes in zip(dice_boxes(box, step), step.dice, strict=True):
        _die(c, place, eyes, thrown)
    foot, body = _harvest_parts(box)
    if not thrown:
        _rows(c, body, game, step, 0)
    _anchoring(c, foot, game, e, idea)


def _harvest_parts(box: Box) -> tuple[Box, Box]:
    """The footer, and the space for the rows."""
    return box.cut_top(72, 16)[1].cut_bottom(84, 20)


def _harvested(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """The truth grows beside the claim, followed by the part of it that is harvested."""
    _rows(c, _harvest_parts(box)[1], game, step, share)


def _rows(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """Claimed, true, (after the stumble,) harvested: a name, a bar and a number each.

    The first row is complete from the start; the others grow one after the other with ``share``.
    """
    e, t = step.events[0], game.t
    assert isinstance(e, ev.Harvested)
    rows: list[tuple[str, str, int | None]] = [("flag", t("Claimed"), e.estimate)]
    rows.append(("eye", t("In truth"), e.effect))
    left = after_stumble(idea_of(step), e.effect)
    if left != e.effect:
        rows.append(("x", t("After the stumble"), left))
    rows.append(("sprout", t("Harvested"), e.points))
    losses = any(value is not None and value < 0 for _, _, value in rows)
    ink = _Ink(marks.TRACK[e.track].colour, losses and share > 0)
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
    ink: _Ink,
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


def _points(c: Canvas, box: Box, value: int, ink: _Ink) -> None:
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


def _anchoring(c: Canvas, box: Box, game: GameView, e: ev.Harvested, idea: Idea) -> None:
    """Anchored, only claimed or not claimed: as an icon and words."""
    t, claim = game.t, idea.benefit(e.track)
    if claim is None:
        stage_pieces.banner(c, box, "eye-off", t("Not claimed by anybody"), "plain")
    elif claim.owner is None:
        stage_pieces.banner(c, box, "flag", t("Only claimed: nobody owns it"), "plain")
    else:
        owner = game.seat_name(claim.owner)
        stage_pieces.banner(c, box, "anchor", t("Anchored: {owner} owns it", owner=owner), "good")


def _word_parts(box: Box) -> tuple[Box, list[Box]]:
    foot, body = box.cut_top(64, 24)[1].cut_bottom(120, 24)
    return foot, body.columns([5, 2, 5])


def _word(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    e, t = step.events[0], game.t
    assert isinstance(e, ev.IdeaRealised)
    stage_pieces.heading(c, box.cut_top(64)[0], t("Was the word kept?"), "handshake")
    _, (left, arrow, _) = _word_parts(box)
    _total(c, left, "flag", t("Claimed"), e.claimed)
    c.icon("arrow-right", arrow.place(90, 90), theme.CHALK_SOFT)


def _comparison(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """What was harvested is counted up, then compared with the claim."""
    e, t = step.events[0], game.t
    assert isinstance(e, ev.IdeaRealised)
    foot, (_, _, right) = _word_parts(box)
    _total(c, right, "sprout", t("Harvested"), round(e.given * share))
    if share < 1:
        return
    missed = abs(e.given - e.claimed)
    if not missed:
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


_DRAW: dict[str, Callable[[Canvas, Box, GameView, CheckStep, bool], None]] = {
    "due": stage_round.due,
    "risk": _risk,
    "alarm": _alarm,
    "stumble": _stumble,
    "harvest": _harvest,
    "word": _word,
    "module": stage_round.module,
    "balance": stage_round.balance,
    "below_zero": stage_round.below_zero,
    "pause": stage_round.crisis(mark("The project is paused")),
    "stop": stage_round.crisis(mark("The project is stopped")),
    "summary": stage_round.summary,
}
_MOVING: dict[str, Callable[[Canvas, Box, GameView, CheckStep, float], None]] = {
    "due": stage_round.dealt,
    "harvest": _harvested,
    "word": _comparison,
    "balance": stage_round.weigh,
    "pause": stage_round.falls("pause"),
    "stop": stage_round.falls("hand"),
}
"""The parts that are animated once the dice have landed."""
