"""The stage of the reality check: which step is drawn how; the die and the risk card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.engine import events as ev
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.i18n import mark
from game.table.cards import draw_card
from game.table.parts import stage_pieces
from game.table.parts.dice import FACES
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.table.play.check import stage_claim, stage_harvest, stage_key, stage_round, stage_told
from game.table.play.check.step_facts import idea_of, points_on
from game.table.play.check.steps import CheckStep
from game.table.play.check.throwers import dice_of
from game.views import face_builder as faces
from game.views.faces import RiskFace

_DIE, _DIE_SHARE = 170, 0.31
"""The side of a die on the stage, and the most of the height that it takes from the odds."""
_KEY = 34
"""The height of the line that says what the signs below the faces of a die mean."""
_HAND_ROUND = 14
"""How far the hand reaches round the place of the die."""
TURNING = ("risk", "alarm", "found")
"""The kinds of steps in which a card may be turned over."""


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


def hand_box(box: Box, step: CheckStep) -> Box:
    """Where the dice of a step are held until they are thrown."""
    if step.kind == "harvest":
        return stage_harvest.hand_box(box)
    place = dice_boxes(box, step)[0]
    return place.inset(-_HAND_ROUND)


def dice_boxes(box: Box, step: CheckStep) -> list[Box]:
    """Where the dice of a step land on its stage."""
    if step.kind == "risk":
        rest = _risk_parts(box)[1]
        return [_die_box(rest.cut_top(_die_side(rest))[0])]
    if step.kind == "stumble":
        return [_die_box(_stumble_parts(box)[0])]
    return stage_harvest.dice_boxes(box, len(step.dice))


def _die_side(room: Box) -> float:
    """How large a die is with the odds and the outcome below it."""
    return min(_DIE, room.h * _DIE_SHARE)


def _die_box(strip: Box) -> Box:
    """A die in the middle of a strip."""
    return strip.place(strip.h, strip.h)


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
    if isinstance(event, ev.RiskTested):
        return found_face(game, step)
    return None


def draw_turned(c: Canvas, box: Box, game: GameView, step: CheckStep) -> None:
    """Draw the risk card that was turned over, while the dice are still to be thrown."""
    face = card_to_turn(game, step) if step.kind in TURNING else None
    if face is not None:
        draw_card(c, risk_box(box), face)


def dice_area(box: Box, step: CheckStep) -> Box | None:
    """Where the die of a step lies, with the faces and what each would bring; ``None`` without."""
    if step.kind == "risk":
        return _risk_parts(box)[1].cut_bottom(120, 20)[1]
    if step.kind == "stumble":
        return box.cut_top(64, 24)[1].cut_bottom(120, 24)[1]
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
    side = _die_side(rest)
    foot, rest = rest.cut_bottom(120, 20)
    die, rest = rest.cut_top(side, 28)
    strikes, spares = ("zap", FALLEN), ("shield", theme.GOOD)
    eyes = sum(dice_of(step)) * thrown
    if thrown:
        stage_pieces.thrown_die(c, _die_box(die), eyes, strikes if e.struck else spares)
    signs = ((strikes, t("it strikes")), (spares, t("it does not strike")))
    _odds(c, rest.cut_top(min(190, rest.h))[0], e.limit, eyes, signs)
    if not thrown:
        return
    if e.struck:
        stage_pieces.banner(c, foot, "zap", points_on(game, e.track, step.moved(e.track)), "bad")
    else:
        stage_pieces.banner(c, foot, "shield", t("It did not strike"), "good")


def _odds(
    c: Canvas, box: Box, limit: int, thrown: int, signs: tuple[stage_key.Sign, stage_key.Sign]
) -> None:
    """The faces of a die with what each would bring, and below it the words for that."""
    key, strip = box.cut_bottom(_KEY, 6)
    stage_pieces.odds(c, strip, limit, thrown, (signs[0][0], signs[1][0]))
    drawn = (limit > 0, limit < FACES)
    stage_key.legend(c, key, [sign for sign, seen in zip(signs, drawn, strict=True) if seen])


def risk_face(
    game: GameView, step: CheckStep, e: ev.RiskThrown, *, thrown: bool = True
) -> RiskFace:
    """The card of a risk that is rolled for; the unforeseen risk has a card of its own."""
    state = step.after if thrown else step.before
    return faces.thrown_risk(game.names, state, e, now=game.state)


def _alarm(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    e = step.events[0]
    assert isinstance(e, ev.FalseAlarm)
    t, own = game.t, game.case.own_project
    heading = t("Does the risk strike?") if own else t("Was the risk real?")
    stage_pieces.heading(c, box.cut_top(64)[0], heading, "triangle-alert")
    card, rest = _risk_parts(box)
    if thrown:
        draw_card(c, card, alarm_face(game, step))
        sign, text = ("shield", t("Not in play")) if own else ("eye-off", t("False alarm"))
        stage_pieces.banner(c, rest.place(rest.w, 120, 0.5, 0.4), sign, text, "plain")


def alarm_face(game: GameView, step: CheckStep) -> RiskFace:
    """The card of a named risk that turned out not to be a true one."""
    e, idea = step.events[0], idea_of(step)
    assert isinstance(e, ev.FalseAlarm)
    risk = idea.risk(e.risk)
    assert risk is not None  # a false alarm is always a named risk
    return faces.risk_on_table(game.names, game.state, idea, risk)


def _found(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    heading = game.t("What may go wrong?")
    stage_pieces.heading(c, box.cut_top(64)[0], heading, "triangle-alert")
    card, rest = _risk_parts(box)
    if thrown:
        draw_card(c, card, found_face(game, step))
        text = game.t("Not named")
        stage_pieces.banner(c, rest.place(rest.w, 120, 0.5, 0.4), "eye", text, "plain")


def found_face(game: GameView, step: CheckStep) -> RiskFace:
    """The card of the risk that has come to light."""
    turned = next(e for e in step.events if isinstance(e, ev.RiskTurnedUp))
    idea = idea_of(step)
    risk = idea.risk(turned.risk)
    assert risk is not None  # it lies at its idea from now on
    return faces.risk_on_table(game.names, game.state, idea, risk)


# ------------------------------------------------------------------ the stumble
def _stumble_parts(box: Box) -> tuple[Box, Box, Box]:
    body = box.cut_top(64, 24)[1]
    die, body = body.cut_top(_die_side(body), 36)
    foot, body = body.cut_bottom(120, 24)
    return die, body.cut_top(min(200, body.h))[0], foot


def _stumble(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    e = step.events[0]
    assert isinstance(e, ev.StumbleThrown)
    t = game.t
    title = t("Does it stumble? Maturity {n}, never proven", n=e.maturity)
    stage_pieces.heading(c, box.cut_top(64)[0], title, "gauge")
    die, strip, foot = _stumble_parts(box)
    holds = ("check", theme.GOOD)
    eyes = sum(dice_of(step)) * thrown
    if thrown:
        stage_pieces.thrown_die(c, _die_box(die), eyes, holds)
    strip = strip.place(min(strip.w, 840), strip.h)
    signs = ((holds, t("it holds")), (("x", FALLEN), t("it stumbles")))
    _odds(c, strip, e.maturity, eyes, signs)
    if not thrown:
        return
    if e.stumbled:
        stage_pieces.banner(c, foot, "x", _stumbled(game, step), "bad")
    else:
        stage_pieces.banner(c, foot, "check", t("It held"), "good")


def _stumbled(game: GameView, step: CheckStep) -> str:
    """What the stumble takes, in few words."""
    if step.after.edition < 2:
        return game.t("It stumbled: benefits are halved")
    if not step.after.setup.rules.stumble:
        return game.t("It stumbled")
    track = idea_of(step).card.track
    points = points_on(game, track, step.moved(track))
    return game.t("It stumbled: {points}", points=points)


_DRAW: dict[str, Callable[[Canvas, Box, GameView, CheckStep, bool], None]] = {
    "overview": stage_round.overview,
    "due": stage_round.due,
    "claim": stage_claim.claim,
    "found": _found,
    "risk": _risk,
    "alarm": _alarm,
    "stumble": _stumble,
    "harvest": stage_harvest.harvest,
    "word": stage_harvest.word,
    "unspoken": stage_claim.unspoken_harm,
    "module": stage_round.module,
    "balance": stage_round.balance,
    "below_zero": stage_round.below_zero,
    "pause": stage_round.crisis(mark("The project is paused")),
    "stop": stage_round.crisis(mark("The project is stopped")),
    "told": stage_told.told,
    "summary": stage_round.summary,
}
_MOVING: dict[str, Callable[[Canvas, Box, GameView, CheckStep, float], None]] = {
    "due": stage_round.dealt,
    "claim": stage_claim.turned,
    "harvest": stage_harvest.harvested,
    "word": stage_harvest.comparison,
    "balance": stage_round.weigh,
    "pause": stage_round.falls("pause"),
    "stop": stage_round.falls("hand"),
}
"""The parts that are animated once the dice have landed."""
