"""The stage of a tested claim, and of a harm that was not named as a downside."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.limits import CLAIM_HELD
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.cards.parts import pawn, track_sign
from game.table.parts import stage_pieces
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.table.play.check.stage_harvest import Row, draw_rows
from game.table.play.check.step_facts import idea_of, unspoken_harms
from game.table.play.check.steps import CheckStep
from game.views import face_builder as faces
from game.wording import terms


# ------------------------------------------------------------------ a claim
def claim(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """Who claimed what; the truth is drawn by :func:`turned`."""
    e = step.events[0]
    assert isinstance(e, ev.ClaimTested)
    head, who, rows, _ = _parts(box)
    stage_pieces.heading(c, head, game.t("What was claimed: is it true?"), "target")
    _claimer(c, who, game, step, e)
    if not thrown:
        draw_rows(c, rows, e.track, _rows(game, e), 0)


def turned(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """The truth grows beside the claim; then what that does to trust."""
    e = step.events[0]
    assert isinstance(e, ev.ClaimTested)
    _, _, rows, foot = _parts(box)
    draw_rows(c, rows, e.track, _rows(game, e), share)
    if share >= 1:
        _nearness(c, foot, game, step, abs(e.estimate - e.effect))


def _parts(box: Box) -> tuple[Box, Box, Box, Box]:
    head, rest = box.cut_top(64, 20)
    foot, rest = rest.cut_bottom(120, 24)
    who, rows = rest.cut_top(84, 20)
    return head, who, rows.cut_top(min(rows.h, 260))[0], foot


def _claimer(c: Canvas, box: Box, game: GameView, step: CheckStep, e: ev.ClaimTested) -> None:
    """The player, the track, and the name of the benefit."""
    name = game.seat_name(e.seat)
    side = min(box.h, 76)
    disc, words = box.cut_left(side, 20)
    pawn(c, disc.centre, side, faces.initials(name), e.seat)
    sign, words = words.cut_left(108, 20)
    track_sign(c, sign.place(108, 72), e.track)
    text = f"{name}: {game.names.benefit_beside(idea_of(step), e.track)}"
    c.text(words, text, (36, 32, 28, 26), theme.CHALK, "semibold", valign="middle")


def _rows(game: GameView, e: ev.ClaimTested) -> list[Row]:
    t = game.t
    return [("flag", t("Claimed"), e.estimate), ("eye", t("In truth"), e.effect)]


def _nearness(c: Canvas, box: Box, game: GameView, step: CheckStep, beside: int) -> None:
    t = game.t
    by = t.number(step.trust, sign=True)
    if beside <= CLAIM_HELD and step.trust:
        stage_pieces.banner(c, box, "check", t("The word holds: trust {n}", n=by), "good")
    elif beside <= CLAIM_HELD:
        stage_pieces.banner(c, box, "check", t("The word holds"), "good")
    elif step.trust < 0:
        text = t("{n} off: trust {by}", n=beside, by=by)
        stage_pieces.banner(c, box, "x", text, "bad")
    else:
        stage_pieces.banner(c, box, "minus", t("{n} off: no change in trust", n=beside), "plain")


# ------------------------------------------------------------------ harm
_HARM = (150, 130, 110, 90, 72)
"""The sizes of what an unspoken harm takes, by what room there is."""


def unspoken_harm(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """The tracks that were harmed where no downside lay, and what that does to trust."""
    t = game.t
    stage_pieces.heading(c, box.cut_top(64)[0], t("Not named as a downside"), "eye-off")
    foot, body = box.cut_top(64, 24)[1].cut_bottom(120, 24)
    tracks = unspoken_harms(step)
    for cell, track in zip(body.columns(len(tracks), 24), tracks, strict=True):
        sign, name, number = cell.place(min(cell.w, 420), min(cell.h, 380)).rows((6, 3, 11), 8)
        track_sign(c, sign.place(sign.h * 1.5, sign.h), track)
        c.text(name, terms.track(t, track), (36, theme.ROOM, 26), theme.CHALK, align="centre")
        points = step.after.effect(idea_of(step), track) or 0
        c.text(number, t.number(points), _HARM, FALLEN, "bold", align="centre", valign="middle")
    text = t("Trust {n}", n=t.number(step.trust, sign=True))
    stage_pieces.banner(c, foot, "x", text, "bad")
