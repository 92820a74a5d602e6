"""Cards in portrait format with all their texts, for the hand and the focus panel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game import pictures
from game.engine.limits import LIKELIHOOD_HIGH, MATURITY_HIGH, SEVERITIES
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import CUT, CUT_TOP, ROUND_FOOT, ROUND_TOP, Corners
from game.table import marks
from game.table.cards import parts
from game.table.cards.facts import FactMaker, draw_lines, in_lines
from game.table.cards.story import ROOMY, WIDTH, draw_story, sizes_of, written
from game.views.faces import BenefitFace, EventFace, IdeaFace, RiskFace
from game.wording import terms

if TYPE_CHECKING:
    from game.engine.setup import Track

LEAST_SIGN = 24
"""The minimum row height of promises and effects; below it they take a second row."""
_PIPS = 64
"""The minimum width for five dots; below it a number is drawn instead."""
_EFFECT = 2.9
"""The width of a true effect, as a multiple of its row's height."""
_LINE = 30
"""The height of a line of promises."""


def _effects(c: Canvas, box: Box, face: IdeaFace, rows: int) -> None:
    """Draw the true effects that are revealed, and the promise where the truth is not known."""
    told, lines = [*face.effects, *face.open_promise], box.rows(rows)
    wide, each = _told_width(face), -(-len(told) // rows)
    h = min(box.h / rows * 0.94, box.w / (wide * each))
    for i, (track, count) in enumerate(told):
        line = lines[i // each]
        place = Box(line.x + i % each * h * wide, line.centre[1] - h / 2, h * wide, h)
        if i < len(face.effects):
            _effect(c, place, track, count)
        else:
            parts.arrows(c, place, track, count)


def _asked_high(c: Canvas, box: Box, face: IdeaFace, k: float) -> float:
    """The height of what a trial asks, on as many lines as it needs, two at most."""
    fitted = c.type.fit(face.trial, Box(0, 0, box.w, 60 * k), sizes_of(26, k), "semibold")
    return min(60 * k, c.type.line_height(fitted.size) * len(fitted.lines) + 2)


def _told_width(face: IdeaFace) -> float:
    """The width of what is told of one track, as a multiple of the row's height."""
    return max(_EFFECT, *(parts.promise_width([promise]) for promise in face.open_promise), 0)


def _effect(c: Canvas, box: Box, track: Track, points: int) -> None:
    """Draw what an idea truly gives on a track."""
    h = box.h
    parts.track_sign(c, box.cut_left(h * 1.5)[0], track)
    effect = c.t.number(points, sign=points != 0)
    ink = theme.GOOD_DARK if points > 0 else theme.BAD_DARK if points < 0 else theme.INK
    c.tell(Box(box.x, box.y, h * 2.86, h), "effect", track)
    number = Box(box.x + h * 1.74, box.y, h * 1.4, h)
    c.text(number, effect, max(theme.LEAST, h * 0.72), ink, "bold", valign="middle")


def draw_idea(c: Canvas, box: Box, face: IdeaFace) -> None:
    """Draw an idea: a round-cornered card with a light bulb."""
    k = box.w / WIDTH
    in_words = k >= ROOMY and box.h >= box.w  # a low card has room for signs alone
    c.panel(box, theme.PAPER, 22 * k, line=theme.PAPER_LINE, lift=14 * k)
    head, body = box.cut_top(max(44, 64 * k))
    what = f"{c.t('Idea')} · {terms.kind(c.t, face.kind)}" if k >= ROOMY else c.t("Idea")
    parts.band(c, head, face.track, "lightbulb", what, corners=ROUND_TOP, radius=22 * k)
    if k >= ROOMY:
        c.tell(head.columns([5, 5, 5])[1], "kind")
    body = body.inset(22 * k, 16 * k)
    foot, body = body.cut_bottom(max(40, 56 * k), 18 * k)
    _idea_facts(c, foot, face, k, in_words=in_words)
    if face.stamp:
        chip, body = body.cut_bottom(max(28, 36 * k), 10 * k)
        parts.stamp_chip(c, chip, face.stamp, face.due)
    if face.trial and k >= ROOMY:
        asked, body = body.cut_bottom(_asked_high(c, body, face, k), 8 * k)
        c.tell(asked, "trial")
        c.text(asked, face.trial, sizes_of(26, k), theme.ACCENT_DARK, "semibold", valign="bottom")
    if face.effects:
        count = len(face.effects) + len(face.open_promise)
        rows = -(-count * _told_width(face) * LEAST_SIGN // body.w)
        row, body = body.cut_bottom(max(LEAST_SIGN, 34 * k) * rows, 10 * k)
        _effects(c, row, face, int(rows))
    elif face.promise and in_words:
        lines = in_lines(FactMaker(c, max(1, k), body.w, "named").of_promise(face), body.w)
        high = _LINE * max(1, k)
        row, body = body.cut_bottom(high * len(lines), 8 * k)
        draw_lines(c, row, lines, high)
    elif face.promise:
        rows = -(-parts.promise_width(face.promise) * LEAST_SIGN // body.w)
        row, body = body.cut_bottom(max(LEAST_SIGN, 34 * k) * rows, 10 * k)
        parts.promises(c, row, face.promise, int(rows))
    told = face.trial or face.effects  # is worth more than half a sentence
    if told and written(c, body.cut_left(72 * k)[1], face, k)[1].cut:
        face = replace(face, text="")
    colour = marks.TRACK[face.track].colour
    bleed = (22 * k - 2, 16 * k)
    draw_story(c, body, face, "idea", colour, theme.PAPER, k, bleed)


def _idea_facts(c: Canvas, box: Box, face: IdeaFace, k: float, *, in_words: bool) -> None:
    """Draw cost, maturity and delay along the lower edge: in words if there is room for them."""
    c.fill(Box(box.x, box.y - 9 * k, box.w, max(1, 2 * k)), theme.PAPER_LINE)
    if in_words:
        _in_words(c, box, face, k)
        return
    side = box.h
    parts.coin(c, (box.x + side / 2, box.centre[1] + 2), side * 0.92, face.cost)
    rest = box.cut_left(side, 14 * k)[1]
    glasses = side * 0.56 * face.delay
    if rest.w - glasses > side * 1.9:  # otherwise only the large card shows its kind
        kind, rest = rest.cut_right(side * 0.6, 10 * k)
        c.tell(kind, "kind")
        c.icon(marks.KIND_ICON[face.kind], kind.place(side * 0.6, side * 0.6), theme.INK)
    if face.delay:
        glass, rest = rest.cut_right(glasses, 8 * k)
        c.tell(glass, "delay")
        for cell in glass.columns(face.delay):
            c.icon("hourglass", cell.place(side * 0.54, side * 0.54), theme.INK_SOFT)
    c.tell(rest, "maturity")
    sprout, rest = rest.cut_left(side * 0.5, 4)
    c.icon("sprout", sprout.place(side * 0.5, side * 0.5), theme.GOOD_DARK)
    if rest.w < _PIPS:
        number = (22, theme.LEAST)
        c.text(rest, str(face.maturity), number, theme.GOOD_DARK, "bold", valign="middle")
        return
    c.pips(rest.inset(0, rest.h * 0.3), face.maturity, MATURITY_HIGH, theme.GOOD_DARK)


def _in_words(c: Canvas, box: Box, face: IdeaFace, k: float) -> None:
    """Draw what an idea costs, how mature it is and how long it takes, on two lines if it can."""
    grows = (max(1, 1.2 * k), max(1, 1.08 * k), 1)
    made = [
        in_lines(FactMaker(c, grow, box.w, "named").of_idea(face, brief=brief), box.w)
        for grow, brief in (*((grow, False) for grow in grows), (1, True))
    ]
    lines = next((lines for lines in made if len(lines) <= 2), made[-1])
    draw_lines(c, box, lines, box.h / max(2, len(lines)))


def draw_benefit(c: Canvas, box: Box, face: BenefitFace) -> None:
    """Draw a benefit: a card with an arched top and a present, its estimate as a seal."""
    k = box.w / WIDTH
    upper, lower = Box(box.x, box.y, box.w, box.h / 2), Box(box.x, box.centre[1], box.w, box.h / 2)
    c.shadow(box, 40 * k, 14 * k)
    colour = marks.TRACK[face.track].colour
    c.shape(lower, theme.PAPER, 22 * k, ROUND_FOOT)
    c.fill(upper.cut_bottom(box.h / 2 - 74 * k)[0], theme.PAPER)
    head, body = box.cut_top(max(52, 78 * k))
    inset, what = head.h * 0.3, c.t("Benefit")
    parts.band(c, head, face.track, "gift", what, corners=ROUND_TOP, radius=74 * k, inset=inset)
    body = body.inset(24 * k, 14 * k)
    foot, body = body.cut_bottom(max(48, 84 * k), 10 * k)
    _benefit_foot(c, foot, face, k)
    draw_story(c, body, face, "benefit", colour, theme.PAPER, k, (24 * k, 14 * k))


def _benefit_foot(c: Canvas, box: Box, face: BenefitFace, k: float) -> None:
    """Draw the estimate as a seal, the harvested points, and the anchor with the owner."""
    seal = box.h
    at = (box.x + seal / 2, box.centre[1])
    c.disc(at, seal, marks.TRACK[face.track].colour)
    c.disc(at, seal * 0.86, theme.PAPER)
    number = told = Box(box.x, box.y, seal, seal)
    points = "?" if face.estimate is None else str(face.estimate)
    c.text(number, points, seal * 0.6, theme.INK, "bold", align="centre", valign="middle")
    rest = box.cut_left(seal, 14 * k)[1]
    if face.harvested is None and k >= ROOMY:
        text = c.t("claimed") if face.estimate is not None else c.t("You say how much")
        words = rest.cut_right(seal * 1.3)[1] if face.owner else rest
        c.text(words, text, sizes_of(24, k), theme.INK, "semibold", valign="middle")
        fitted = c.type.fit(text, words, sizes_of(24, k), "semibold")
        wide = max(c.type.width(line, fitted.size, "semibold") for line in fitted.lines)
        told = Box(box.x, box.y, words.x + wide - box.x, seal)
    c.tell(told, "estimate")
    if face.given is not None:
        c.icon("arrow-right", rest.cut_left(seal * 0.36)[0], theme.INK_SOFT)
        got = rest.cut_left(seal * 0.42)[1].cut_left(seal)[0]
        ink = theme.GOOD_DARK if face.given > 0 else theme.BAD_DARK
        points = c.t.number(face.given)
        c.tell(rest.cut_left(seal * 1.42)[0], "harvested")
        c.text(got, points, seal * 0.6, ink, "bold", valign="middle")
    if face.owner:
        end = rest.cut_right(seal * 1.3)[0]
        c.tell(end, "owner")
        c.icon("anchor", end.columns(2)[0].place(seal * 0.5, seal * 0.5), theme.GOOD_DARK)
        parts.pawn(c, end.columns(2)[1].centre, seal * 0.66, face.owner, face.seat)


def draw_risk(c: Canvas, box: Box, face: RiskFace) -> None:
    """Draw a risk: a card with cut corners and a warning triangle."""
    k = box.w / WIDTH
    c.panel(box, marks.RISK_PAPER, 30 * k, line=theme.BAD_DARK, lift=14 * k, corners=CUT)
    head, body = box.inset(2).cut_top(max(44, 64 * k))
    parts.band(
        c,
        head,
        face.track,
        "triangle-alert",
        c.t("Risk"),
        corners=CUT_TOP,
        radius=30 * k - 2,
        inset=8 * k,
    )
    body = body.inset(22 * k, 16 * k)
    foot, body = body.cut_bottom(max(34, 74 * k if k >= ROOMY else 0), 14 * k)
    _risk_facts(c, foot.inset(8 * k, 0), face, k)
    if face.stamp:
        chip, body = body.cut_bottom(max(28, 36 * k), 10 * k)
        parts.stamp_chip(c, chip, face.stamp)
    elif face.stuck:
        row, body = body.cut_bottom(_stuck_high(c, body, face), 10 * k)
        c.tell(row, "about")
        sign, words = row.cut_left(26, 8)
        c.icon("x", sign.cut_top(26)[0], theme.INK_SOFT)
        c.text(words, face.stuck, theme.LEAST, theme.INK_SOFT, "semibold")
    elif face.about:
        row, body = body.cut_bottom(_about_high(c, body, face, k), 10 * k)
        _about(c, row, face)
    bleed = (22 * k, 16 * k)
    draw_story(c, body, face, "risk", theme.BAD_DARK, marks.RISK_PAPER, k, bleed)


def _marked(face: RiskFace) -> bool:
    """Whether the ideas are shown by pictures and letters, and not by names."""
    return all(len(about) == 1 or pictures.known(pictures.key_of(about)) for about in face.about)


def _stuck_high(c: Canvas, box: Box, face: RiskFace) -> float:
    return c.type.height(face.stuck, box.w - 36, theme.LEAST, "semibold") + 4


def _about_high(c: Canvas, box: Box, face: RiskFace, k: float) -> float:
    if _marked(face):
        return max(26, 34 * k)
    return c.type.height(", ".join(face.about), box.w - 36, theme.LEAST, "italic") + 4


def _about(c: Canvas, box: Box, face: RiskFace) -> None:
    """Draw the ideas it may concern: the pictures of those on the table, else their names."""
    if _marked(face):
        for i, idea in enumerate(face.about):
            parts.idea_mark(c, (box.x + box.h * (0.5 + i * 1.15), box.centre[1]), box.h, idea)
        c.tell(box, "about")
        return
    c.tell(box, "about")
    sign, words = box.cut_left(26, 8)
    c.icon("lightbulb", sign.cut_top(26)[0], theme.INK_SOFT)
    c.text(words, ", ".join(face.about), theme.LEAST, theme.INK_SOFT, "italic")


def _risk_facts(c: Canvas, box: Box, face: RiskFace, k: float) -> None:
    """Draw severity as diamonds, likelihood as dots, mitigations as shields."""
    c.fill(Box(box.x, box.y - 8 * k, box.w, max(1, 2 * k)), theme.PAPER_LINE)
    left, right = box.inset(0, 2).columns([4, 5], 14 * k)
    c.tell(right, "likelihood")
    if k >= ROOMY:
        names = (c.t("Severity"), c.t("Likelihood"))
        if face.believed:
            names = (c.t("Severity?"), c.t("Likelihood?"))
        c.tell(left, "severity")
        for cell, name in zip((left, right), names, strict=True):
            parts.label(c, cell.cut_top(cell.h * 0.45)[0], name, 20 * k)
        left, right = left.cut_top(left.h * 0.48)[1], right.cut_top(right.h * 0.48)[1]
    parts.diamonds(c, left.inset(0, left.h * 0.08), face.severity, SEVERITIES[-1], theme.BAD_DARK)
    if face.mitigations:
        side = min(right.h, 30)
        step = side * (0.8 if k >= ROOMY else 0.4)  # on a small card the shields overlap
        shields, right = right.cut_right(side * 0.8 + step * (face.mitigations - 1), 4)
        c.tell(shields, "mitigations")
        for i in range(face.mitigations):
            spot = Box(shields.x + i * step, shields.y, side * 0.8, shields.h)
            c.icon("shield", spot, theme.GOOD_DARK)
    c.pips(right.inset(0, right.h * 0.16), face.likelihood, LIKELIHOOD_HIGH, theme.INK)


def draw_event(c: Canvas, box: Box, face: EventFace) -> None:
    """Draw an event: a sheet of news with a folded corner."""
    k = box.w / WIDTH
    fold = 54 * k
    c.shadow(box, 10, 14 * k)
    corner: Corners = ("square", "cut", "square", "square")
    c.shape(box, marks.EVENT_PAPER, fold, corner)
    x, y = box.right - fold, box.y
    c.polygon(
        [(x, y), (x, y + fold), (x + fold, y + fold)], theme.mix(marks.EVENT_PAPER, theme.INK, 0.2)
    )
    head, body = box.inset(26 * k, 20 * k).cut_top(48 * k, 8 * k)
    c.tell(head, "type")
    sign, what = head.cut_left(44 * k, 12 * k)
    c.icon("newspaper", sign, theme.INK)
    c.text(what, c.t("Event"), sizes_of(22, k), theme.INK_SOFT, "semibold", valign="middle")
    c.fill(Box(body.x, body.y - 4 * k, body.w, max(1, 3 * k)), theme.INK)
    if face.options:
        rows, body = body.cut_bottom(_options_high(c, body, face, k), 10 * k)
        _options(c, rows, face, k)
    draw_story(c, body.inset(0, 6 * k), face, "event", theme.INK_SOFT, marks.EVENT_PAPER, k)


def _options_high(c: Canvas, box: Box, face: EventFace, k: float) -> float:
    size, wide = max(theme.LEAST, 22 * k), box.w - 28 * k
    return sum(c.type.height(option, wide, size) + 24 * k for option in face.options)


def _options(c: Canvas, box: Box, face: EventFace, k: float) -> None:
    size, wide = max(theme.LEAST, 22 * k), box.w - 28 * k
    shares = [c.type.height(option, wide, size) + 16 * k for option in face.options]
    c.tell(box, "options")
    for row, option in zip(box.rows(shares, 8 * k), face.options, strict=True):
        c.shape(row, theme.PAPER, 10 * k)
        c.text(row.inset(14 * k, 2), option, (size, theme.LEAST), theme.INK, valign="middle")
