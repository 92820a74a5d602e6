"""The stage of the reality check for the whole round, and for its first and last step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from game.engine import Idea
from game.engine import events as ev
from game.engine.limits import BALANCE_END, BALANCE_EXTREME
from game.gui import theme
from game.gui.geometry import Box
from game.gui.motion.animation import between
from game.gui.paint.canvas import Canvas
from game.i18n import mark
from game.table.cards import draw_card
from game.table.cards.parts import track_sign
from game.table.parts import stage_pieces
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.table.parts.subject_sign import draw_sign
from game.table.play.check.stage_list import draw_claims, draw_outcome
from game.table.play.check.step_facts import (
    points_on,
    totals,
    tracks_below_zero,
    waiting_ideas,
)
from game.table.play.check.steps import CheckStep
from game.views import face_builder as faces
from game.wording import card_pictures, terms

_FOR_TEXT = 330
"""The least height of a due idea's card on which there is room for its text."""
MOST_CARDS = 4
"""The number of due ideas that are shown as cards; more become lines."""


# ------------------------------------------------------------------ the whole check
MODULE_HEADINGS: Mapping[str, tuple[str, str]] = {
    "combination": ("link", mark("Together they can be felt")),
    "dropouts": ("users-round", mark("Those who drop out")),
    "everybody": ("users-round", mark("Everybody contributes")),
}
"""The icon and the heading of what a module does, by the reason of the change."""


def module(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """What a module of the case does to a track or to trust."""
    e = step.events[0]
    assert isinstance(e, ev.TrackMoved | ev.TrustChanged)
    icon, title = MODULE_HEADINGS[e.why]
    stage_pieces.heading(c, box.cut_top(64)[0], game.t(title), icon)
    foot, body = box.cut_top(64, 24)[1].cut_bottom(120, 24)
    idea = step.after.idea(e.idea or "")
    if idea is not None:
        card = body.place(min(body.w, body.h * 0.74), body.h)
        draw_card(c, card, faces.idea_on_table(game.names, step.after, idea))
    tone: stage_pieces.Tone = "good" if e.by > 0 else "bad"
    trust = game.t("Trust {n}", n=game.t.number(e.by, sign=True))
    text = points_on(game, e.track, step.moved(e.track)) if isinstance(e, ev.TrackMoved) else trust
    stage_pieces.banner(c, foot, icon, text, tone)


def balance(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """The balance before the check; the movement is drawn by :func:`weigh`."""
    stage_pieces.heading(c, box.cut_top(64)[0], game.t("Autonomy and steering"), "scale")
    cells = _beam(c, _beam_box(box))
    c.outline(cells[step.before.balance + BALANCE_END], theme.CHALK, 12, 4)


def weigh(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """The scale slides to its new position, then its effect on trust is shown."""
    t = game.t
    cells = _beam_cells(_beam_box(box))
    a, b = (cells[s.balance + BALANCE_END].centre for s in (step.before, step.after))
    x, side = between(a[0], b[0], share), min(cells[0].w, 84)
    c.disc((x, a[1]), side, theme.ACCENT)
    c.icon("scale", Box(x - side * 0.3, a[1] - side * 0.3, side * 0.6, side * 0.6), theme.INK)
    foot = box.cut_bottom(120)[0]
    if share < 1:
        return
    if step.trust > 0:
        stage_pieces.banner(
            c, foot, "check", t("In balance: trust {n}", n=t.number(step.trust, sign=True)), "good"
        )
    elif step.trust < 0:
        stage_pieces.banner(
            c, foot, "x", t("Out of balance: trust {n}", n=t.number(step.trust, sign=True)), "bad"
        )
    else:
        stage_pieces.banner(
            c, foot, "minus", t("A little to one side: no change in trust"), "plain"
        )


def _beam_box(box: Box) -> Box:
    body = box.cut_top(64, 24)[1].cut_bottom(120, 24)[1]
    return body.place(min(body.w, 1100), min(body.h, 260))


def _beam_cells(box: Box) -> list[Box]:
    return box.cut_top(64, 20)[1].cut_top(110)[0].columns(2 * BALANCE_END + 1, 8)


def _beam(c: Canvas, box: Box) -> list[Box]:
    """The scale from autonomy to steering, with its positions."""
    t = c.t
    sizes = (36, theme.ROOM, 26)
    left, right = box.cut_top(64)[0].columns(2)
    c.text(left, t("Autonomy"), sizes, theme.CHALK, "semibold", valign="middle")
    c.text(right, t("Steering"), sizes, theme.CHALK, "semibold", align="right", valign="middle")
    cells = _beam_cells(box)
    for at, cell in zip(range(-BALANCE_END, BALANCE_END + 1), cells, strict=True):
        ground = (
            theme.GOOD if at == 0 else FALLEN if abs(at) >= BALANCE_EXTREME else theme.CHALK_SOFT
        )
        c.shape(cell, theme.mix(theme.PANEL, ground, 0.3), 12)
        ink = theme.CHALK
        text = c.t.number(at, sign=at != 0)
        c.text(cell, text, theme.ROOM, ink, align="centre", valign="middle")
    return cells


def below_zero(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """The tracks about people that are below zero."""
    t = game.t
    stage_pieces.heading(c, box.cut_top(64)[0], t("Below zero"), "triangle-alert")
    foot, body = box.cut_top(64, 24)[1].cut_bottom(120, 24)
    tracks = tracks_below_zero(step.after)
    for cell, track in zip(body.columns(len(tracks), 24), tracks, strict=True):
        sign, number = cell.place(min(cell.w, 420), min(cell.h, 330)).cut_top(110, 14)
        track_sign(c, sign.place(165, 110), track)
        points = step.after.points[0 if track == "citizen" else 3]
        c.text(number, t.number(points), 150, FALLEN, "bold", align="centre", valign="middle")
    stage_pieces.banner(c, foot, "x", t("Trust {n}", n=t.number(step.trust, sign=True)), "bad")


def crisis(title: str) -> Callable[[Canvas, Box, GameView, CheckStep, bool], None]:
    """The stage of a pause or a stop; its sign is drawn by :func:`falls`."""

    def draw(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
        _crisis_words(c, box, game.t(title))

    return draw


def falls(sign: str) -> Callable[[Canvas, Box, GameView, CheckStep, float], None]:
    """The sign of a pause or a stop drops onto the table."""

    def draw(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
        _crisis_sign(c, box, sign, 1.5 - 0.5 * share)

    return draw


def draw_crisis(c: Canvas, box: Box, sign: str, title: str) -> None:
    """A sign on a large disc, with a one- or two-word title."""
    _crisis_words(c, box, title)
    _crisis_sign(c, box, sign, 1.0)


def _crisis_words(c: Canvas, box: Box, title: str) -> None:
    sizes = (theme.TITLE, 52, theme.HEADING)
    foot = box.cut_bottom(130)[0]
    c.text(foot, title, sizes, theme.CHALK, "bold", align="centre", valign="middle")


def _crisis_sign(c: Canvas, box: Box, sign: str, scale: float) -> None:
    body = box.cut_bottom(130, 20)[1]
    side = min(body.h, 360) * scale
    c.disc(body.centre, side, theme.PAPER)
    c.disc(body.centre, side - 16, theme.BAD_DARK)
    c.icon(sign, body.place(side * 0.5, side * 0.5), theme.PAPER)


# ------------------------------------------------------------------ first and last
def due(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """The ideas that are due; they are dealt out by :func:`dealt`."""
    t = game.t
    head, body = box.cut_top(64, 24)
    if step.asked is not None:
        stage_pieces.heading(c, head, t("Nothing is due: so reality asks"), "circle-help")
        return
    title = t("These ideas meet reality now") if step.ideas else t("Nothing is due")
    stage_pieces.heading(c, head, title, "flag")
    if not step.ideas:
        _waiting(c, body, t("The tracks are still looked at."))


def dealt(c: Canvas, box: Box, game: GameView, step: CheckStep, share: float) -> None:
    """The due ideas with their claims: as cards, or as lines when there are many."""
    ideas, body = step.about, box.cut_top(64, 24)[1]
    if waiting := waiting_ideas(step):
        row, body = body.cut_bottom(64, 20)
        _queue(c, row, game, waiting)
    if len(ideas) > MOST_CARDS:
        draw_claims(c, body, game, ideas)
    elif ideas:
        wide = min(330, (body.w - 24 * (MOST_CARDS - 1)) / MOST_CARDS)
        group = body.place(len(ideas) * (wide + 24) - 24, body.h)
        for cell, idea in zip(group.columns(len(ideas), 24), ideas, strict=True):
            _due_card(c, cell.move(dy=60 * (1 - share)), game, step, idea)


def _queue(c: Canvas, box: Box, game: GameView, ideas: Sequence[Idea]) -> None:
    """The ideas that wait for the next check."""
    sign, rest = box.cut_left(44, 16)
    c.icon("hourglass", sign, theme.CHALK_SOFT)
    text = c.t("Next time")
    wide = c.type.width(text, theme.ROOM, "semibold") + 4
    words, rest = rest.cut_left(wide, 20)
    c.text(words, text, theme.ROOM, theme.CHALK_SOFT, "semibold", valign="middle")
    for n, idea in enumerate(ideas):
        picture = card_pictures.idea(game.case, idea.id, idea.name)
        at = (rest.x + 28 + n * 74, rest.centre[1])
        draw_sign(c, at, 60, picture, "idea", idea.letter)


def _due_card(c: Canvas, box: Box, game: GameView, step: CheckStep, idea: Idea) -> None:
    foot, card = box.cut_bottom(70, 14)
    face = faces.idea_on_table(game.names, step.before, idea)
    if card.h < _FOR_TEXT:
        face = replace(face, text="")
    draw_card(c, card.place(box.w, min(card.h, box.w * 1.5), 0, 0), face)
    claimed, text = _claimed(game, step, idea)
    sign, words = foot.cut_left(44, 12)
    c.icon("flag", sign, theme.ACCENT)
    number = c.text(words, claimed, 52, theme.ACCENT, "bold", valign="middle")
    rest = words.cut_left(number.w, 14)[1]
    c.text(rest, text, (theme.ROOM, 26), theme.ACCENT, valign="middle")


def _claimed(game: GameView, step: CheckStep, idea: Idea) -> tuple[str, str]:
    """The points that are looked at, and what they are: all of an idea's, or those asked about."""
    t, asked = game.t, step.asked
    if isinstance(asked, ev.ClaimTested):
        on = t("claimed on {track}", track=terms.track(t, asked.track))
        return t.number(asked.estimate), on
    named = sum(b.estimate for _, b in idea.claims() if b.downside)
    total = totals([idea])[0]
    if not named or named == total:
        return t.number(total), t("claimed")
    both = f"{t.number(total - named)} − {t.number(-named)}"
    return t.number(total), t("claimed ({sum})", sum=both)


def _waiting(c: Canvas, box: Box, text: str) -> None:
    """A placeholder: an hourglass and a line of text."""
    side = min(200, box.h * 0.45)
    glass, words = box.cut_top(box.h * 0.62, 20)
    c.icon("hourglass", glass.place(side, side), theme.CHALK_SOFT)
    c.text(words, text, (36, theme.ROOM), theme.CHALK, align="centre")


def summary(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """The claimed and harvested points of each idea, and the totals."""
    t, ideas = game.t, step.ideas
    head, body = box.cut_top(64, 24)
    stage_pieces.heading(c, head, t("This is what came of it"), "sprout")
    if not ideas:
        _waiting(c, body, t("No idea was realised in this reality check."))
        return
    draw_outcome(c, body, game, ideas)


def overview(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """All that came of many ideas at once, before anybody goes through it step by step."""
    head, body = box.cut_top(64, 24)
    title = game.t("{n} ideas at once: this is what came of them", n=len(step.ideas))
    stage_pieces.heading(c, head, title, "sprout")
    draw_outcome(c, body, game, step.ideas)
