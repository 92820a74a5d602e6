"""Cards in the hand and in the focus panel: portrait, with everything that is printed on them."""

from __future__ import annotations

from game.table import theme
from game.table.canvas import Canvas
from game.table.cards import parts
from game.table.cards.faces import BenefitFace, EventFace, IdeaFace, RiskFace, RoleFace
from game.table.frame import Box
from game.table.paint import Corners
from game.table.text import Weight

WIDTH = 400
"""The width at which sizes below are meant."""
TOP: Corners = ("round", "round", "square", "square")
FOOT: Corners = ("square", "square", "round", "round")
CUT: Corners = ("cut", "cut", "cut", "cut")
CUT_TOP: Corners = ("cut", "cut", "square", "square")


def _sizes(size: float, k: float, *, least: float = theme.LEAST) -> tuple[float, ...]:
    steps = (size * k, size * k * 0.88, size * k * 0.78, theme.SMALL, theme.TINY, theme.LEAST)
    return tuple(sorted({max(least, s) for s in steps}, reverse=True))


def _words(c: Canvas, box: Box, name: str, text: str, k: float, *, align: str = "left") -> None:
    """A name, and below it a text in what room is left."""
    weight: Weight = "bold"
    name_room = Box(box.x, box.y, box.w, box.h * (0.55 if text else 1))
    used = c.text(name_room, name, _sizes(34, k), theme.INK, weight)
    rest = box.cut_top(used.h, 8 * k)[1]
    if text and rest.h >= c.type.line_height(theme.LEAST):
        c.text(rest, text, _sizes(24, k), theme.INK_SOFT)


def _promises(c: Canvas, box: Box, face: IdeaFace) -> None:
    x = box.x
    for track, count in face.promise:
        x += parts.arrows(c, Box(x, box.y, box.w, box.h), track, count) + box.h * 0.3


def _effects(c: Canvas, box: Box, face: IdeaFace) -> None:
    """The true effects, where they are open."""
    h, x = box.h, box.x
    for track, points in face.effects:
        parts.track_sign(c, Box(x, box.y, h * 1.5, h), track)
        said = c.t.number(points, sign=True)
        ink = theme.GOOD_DARK if points > 0 else theme.BAD_DARK if points < 0 else theme.INK
        number = Box(x + h * 1.58, box.y, h * 1.4, h)
        c.text(number, said, max(theme.LEAST, h * 0.72), ink, "bold", valign="middle")
        x += h * 2.75


def draw_idea(c: Canvas, box: Box, face: IdeaFace) -> None:
    """An idea: a round-cornered card with a light bulb."""
    k = box.w / WIDTH
    c.panel(box, theme.PAPER, 22 * k, line=theme.PAPER_LINE, lift=14 * k)
    head, body = box.cut_top(max(44, 64 * k))
    parts.band(c, head, face.track, "lightbulb", c.t("Idea"), TOP)
    body = body.inset(22 * k, 16 * k)
    foot, body = body.cut_bottom(max(40, 56 * k), 12 * k)
    _idea_facts(c, foot, face, k)
    if face.status:
        chip, body = body.cut_bottom(max(28, 36 * k), 10 * k)
        parts.status_chip(c, chip, face.status, face.due)
    if face.promise or face.effects:
        row, body = body.cut_bottom(max(26, 34 * k), 12 * k)
        (_effects if face.effects else _promises)(c, row, face)
    if face.letter:
        badge, body = body.cut_left(58 * k, 14 * k)
        parts.letter_badge(c, (badge.centre[0], badge.y + 30 * k), 58 * k, face.letter)
    _words(c, body, face.name, face.text, k)


def _idea_facts(c: Canvas, box: Box, face: IdeaFace, k: float) -> None:
    """Cost, maturity, delay and kind along the lower edge."""
    c.fill(Box(box.x, box.y - 6 * k, box.w, max(1, 2 * k)), theme.PAPER_LINE)
    side = box.h
    parts.coin(c, (box.x + side / 2, box.centre[1] + 2), side * 0.92, face.cost)
    rest = box.cut_left(side, 14 * k)[1]
    kind, rest = rest.cut_right(side * 0.8, 10 * k)
    c.icon(theme.KIND_ICON[face.kind], kind.place(side * 0.7, side * 0.7), theme.INK_SOFT)
    if face.delay:
        glass, rest = rest.cut_right(side * 0.5 * face.delay, 8 * k)
        for cell in glass.columns(face.delay):
            c.icon("hourglass", cell.place(side * 0.48, side * 0.48), theme.INK_SOFT)
    over, under = rest.rows(2)
    parts.label(c, over, c.t("Maturity"), 20 * k)
    c.pips(under.inset(0, under.h * 0.12), face.maturity, 5, theme.GOOD_DARK)


def draw_benefit(c: Canvas, box: Box, face: BenefitFace) -> None:
    """A benefit: a card with an arched top and a present, its estimate as a seal."""
    k = box.w / WIDTH
    arch = 74 * k
    upper, lower = Box(box.x, box.y, box.w, box.h / 2), Box(box.x, box.centre[1], box.w, box.h / 2)
    c.shadow(box, 40 * k, 14 * k)
    colour = theme.TRACK[face.track].colour
    c.shape(lower, theme.PAPER, 22 * k, FOOT)
    c.shape(upper, colour, arch, TOP)
    head, body = box.cut_top(max(52, 78 * k))
    c.fill(Box(box.x, head.bottom, box.w, upper.bottom - head.bottom), theme.PAPER)
    _benefit_head(c, head, face)
    body = body.inset(24 * k, 14 * k)
    foot, body = body.cut_bottom(max(48, 84 * k), 10 * k)
    _benefit_foot(c, foot, face, k)
    if face.letter:
        badge, body = body.cut_left(58 * k, 14 * k)
        parts.letter_badge(c, (badge.centre[0], badge.y + 30 * k), 58 * k, face.letter)
    _words(c, body, face.name, "", k) if not face.measure else _claim(c, body, face, k)


def _claim(c: Canvas, box: Box, face: BenefitFace, k: float) -> None:
    used = c.text(
        Box(box.x, box.y, box.w, box.h * 0.62), face.name, _sizes(34, k), theme.INK, "bold"
    )
    rest = box.cut_top(used.h, 8 * k)[1]
    if rest.h < c.type.line_height(theme.LEAST):
        return
    sign, words = rest.cut_left(max(18, 26 * k), 8 * k)
    c.icon("gauge", sign.cut_top(max(20, 30 * k))[0], theme.INK_SOFT)
    c.text(words, face.measure, _sizes(22, k), theme.INK_SOFT)


def _benefit_head(c: Canvas, head: Box, face: BenefitFace) -> None:
    look = theme.TRACK[face.track]
    ink = theme.ink_on(look.colour)
    what = head.inset(head.h * 0.7, 0)
    gift, what = what.cut_left(head.h * 0.5, head.h * 0.16)
    c.icon("gift", gift, ink)
    sign, what = what.cut_right(head.h * 1.05, 4)
    size = max(theme.LEAST, head.h * 0.27)
    c.text(what, c.t("Benefit"), (size, theme.LEAST), ink, "semibold", valign="middle")
    chip = sign.place(head.h * 1.02, head.h * 0.5)
    c.shape(chip, theme.PAPER, chip.h / 4)
    letter, icon = chip.columns(2)
    size = max(theme.LEAST, head.h * 0.34)
    name = parts.track_letter(c, face.track)
    c.text(letter, name, size, theme.INK, "bold", align="centre", valign="middle")
    c.icon(look.icon, icon.place(head.h * 0.34, head.h * 0.34), theme.INK)


def _benefit_foot(c: Canvas, box: Box, face: BenefitFace, k: float) -> None:
    """The estimate as a seal, what was harvested, and the anchor with its owner."""
    seal = box.h
    at = (box.x + seal / 2, box.centre[1])
    c.disc(at, seal, theme.TRACK[face.track].colour)
    c.disc(at, seal * 0.86, theme.PAPER)
    number = Box(box.x, box.y, seal, seal)
    said = "?" if face.estimate is None else str(face.estimate)
    c.text(number, said, seal * 0.6, theme.INK, "bold", align="centre", valign="middle")
    rest = box.cut_left(seal, 14 * k)[1]
    if face.harvested is not None:
        c.icon("arrow-right", rest.cut_left(seal * 0.4)[0], theme.INK_SOFT)
        got = rest.cut_left(seal * 0.5)[1].cut_left(seal)[0]
        ink = theme.GOOD_DARK if face.harvested > 0 else theme.BAD_DARK
        said = c.t.number(face.harvested)
        c.text(got, said, seal * 0.6, ink, "bold", valign="middle")
    if face.owner:
        end = rest.cut_right(seal * 1.5)[0]
        c.icon("anchor", end.columns(2)[0].place(seal * 0.5, seal * 0.5), theme.GOOD_DARK)
        parts.initials(c, end.columns(2)[1].centre, seal * 0.68, face.owner)


def draw_risk(c: Canvas, box: Box, face: RiskFace) -> None:
    """A risk: a card with its corners cut off and a warning triangle."""
    k = box.w / WIDTH
    c.panel(box, theme.RISK_PAPER, 30 * k, line=theme.BAD_DARK, lift=14 * k, corners=CUT)
    head, body = box.inset(2).cut_top(max(44, 64 * k))
    colour = theme.TRACK[face.track].colour
    c.shape(head, colour, 28 * k, CUT_TOP)
    parts.band(c, head.inset(14 * k, 0), face.track, "triangle-alert", c.t("Risk"), ("square",) * 4)
    body = body.inset(24 * k, 16 * k)
    foot, body = body.cut_bottom(max(56, 74 * k), 10 * k)
    _risk_facts(c, foot.inset(8 * k, 0), face, k)
    if face.status:
        chip, body = body.cut_bottom(max(28, 36 * k), 10 * k)
        parts.status_chip(c, chip, face.status)
    elif face.about:
        row, body = body.cut_bottom(max(26, 34 * k), 10 * k)
        _about(c, row, face)
    if face.letter:
        badge, body = body.cut_left(58 * k, 14 * k)
        parts.letter_badge(c, (badge.centre[0], badge.y + 30 * k), 58 * k, face.letter)
    _words(c, body, face.name, face.text, k)


def _about(c: Canvas, box: Box, face: RiskFace) -> None:
    """The ideas it may concern: letters of those on the table, else their names."""
    if all(len(a) == 1 for a in face.about):
        for i, letter in enumerate(face.about):
            parts.letter_badge(c, (box.x + box.h * (0.5 + i * 1.15), box.centre[1]), box.h, letter)
        return
    sign, words = box.cut_left(box.h * 0.7, 8)
    c.icon("lightbulb", sign, theme.INK_SOFT)
    sizes = (theme.SMALL, theme.TINY, theme.LEAST)
    c.text(words, ", ".join(face.about), sizes, theme.INK_SOFT, "italic", valign="middle")


def _risk_facts(c: Canvas, box: Box, face: RiskFace, k: float) -> None:
    """Severity in diamonds, likelihood in dots, mitigations as shields."""
    c.fill(Box(box.x, box.y - 4 * k, box.w, max(1, 2 * k)), theme.PAPER_LINE)
    left, right = box.inset(0, 2).columns([1, 1], 14 * k)
    for cell, name in ((left, c.t("Severity")), (right, c.t("Likelihood"))):
        parts.label(c, cell.cut_top(cell.h * 0.45)[0], name, 20 * k)
    under = left.cut_top(left.h * 0.48)[1]
    parts.diamonds(c, under.inset(0, under.h * 0.08), face.severity, 4, theme.BAD_DARK)
    under = right.cut_top(right.h * 0.48)[1]
    if face.mitigations:
        side = under.h
        shields, under = under.cut_right(side * 0.8 * face.mitigations, 4)
        for cell in shields.columns(face.mitigations):
            c.icon("shield", cell.place(side * 0.8, side * 0.8), theme.GOOD_DARK)
    c.pips(under.inset(0, under.h * 0.16), face.likelihood, 5, theme.INK)


def draw_event(c: Canvas, box: Box, face: EventFace) -> None:
    """An event: a sheet of news with a folded corner."""
    k = box.w / WIDTH
    fold = 54 * k
    c.shadow(box, 10, 14 * k)
    corner: Corners = ("square", "cut", "square", "square")
    c.shape(box, theme.EVENT_PAPER, fold, corner)
    x, y = box.right - fold, box.y
    c.polygon(
        [(x, y), (x, y + fold), (x + fold, y + fold)], theme.mix(theme.EVENT_PAPER, theme.INK, 0.2)
    )
    head, body = box.inset(26 * k, 20 * k).cut_top(48 * k, 8 * k)
    sign, what = head.cut_left(44 * k, 12 * k)
    c.icon("newspaper", sign, theme.INK)
    c.text(what, c.t("Event"), _sizes(22, k), theme.INK_SOFT, "semibold", valign="middle")
    c.fill(Box(body.x, body.y - 4 * k, body.w, max(1, 3 * k)), theme.INK)
    if face.options:
        rows, body = body.cut_bottom(min(body.h * 0.5, 76 * k * len(face.options)), 10 * k)
        _options(c, rows, face, k)
    _words(c, body.inset(0, 6 * k), face.name, face.text, k)


def _options(c: Canvas, box: Box, face: EventFace, k: float) -> None:
    for row, option in zip(box.rows(len(face.options), 8 * k), face.options, strict=True):
        c.shape(row, theme.PAPER, 10 * k)
        c.text(row.inset(14 * k, 4 * k), option, _sizes(22, k), theme.INK, valign="middle")


def draw_role(c: Canvas, box: Box, face: RoleFace) -> None:
    """A role: a name plate with what it wants and what it can do."""
    k = box.w / WIDTH
    c.panel(box, theme.PAPER, 18 * k, line=theme.PAPER_LINE, lift=14 * k)
    head, body = box.cut_top(max(60, 104 * k))
    c.shape(head, theme.WOOD, 18 * k, TOP)
    sign, names = head.inset(20 * k, 12 * k).cut_left(72 * k, 16 * k)
    c.disc(sign.centre, 68 * k, theme.PAPER)
    c.icon("user-round", sign.place(42 * k, 42 * k), theme.WOOD_DARK)
    if face.player:
        upper, names = names.rows([3, 2])
        c.text(upper, face.player, _sizes(32, k), theme.CHALK, "bold", valign="middle")
    c.text(names, face.name, _sizes(26, k), theme.CHALK, "semibold", valign="middle")
    aim, ability = body.inset(22 * k, 16 * k).rows(2, 12 * k)
    met = {True: "check", False: "x", None: "target"}[face.aim_met]
    _role_part(c, aim, met, c.t("Aim"), face.aim, k)
    _role_part(c, ability, "star", c.t("Ability"), face.ability, k)


def _role_part(c: Canvas, box: Box, sign: str, name: str, text: str, k: float) -> None:
    head, rest = box.cut_top(max(24, 32 * k), 4 * k)
    icon, words = head.cut_left(head.h, 8 * k)
    c.icon(sign, icon.inset(head.h * 0.1), theme.INK)
    parts.label(c, words, name, 20 * k)
    c.text(rest, text, _sizes(24, k), theme.INK)
