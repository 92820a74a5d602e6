"""The last screen of a check that is told by its moments: everything that came of it, in one table.

A row is an idea. Its benefits stand below their tracks as picture, promised → true → harvested;
its risks as pictures with what came of them. Whatever is pointed at is told in the sentences of its
step, so that nothing is hidden by having been left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.engine import INDEX, TRACKS, Track
from game.engine import events as ev
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.i18n import Words
from game.table.cards.parts import track_sign
from game.table.parts import stage_pieces
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.table.parts.named_idea import draw_named_idea
from game.table.play.check import stage_key
from game.table.play.check.stage_round import MODULE_HEADINGS
from game.table.play.check.step_facts import idea_of, points_on
from game.table.play.check.steps import CheckStep
from game.table.play.check.told import Told, ToldIdea, told_of
from game.wording import card_pictures as pictures
from game.wording import figures

_HEAD, _GAP, _FOOT, _KEY = 54, 6, 50, 30
_TALLEST = 190
"""The height of a row when there are few: its benefits have room for their names."""
_ALONE, _ABOVE_TWO = 0.54, 0.4
"""The share of a cell that is its numbers', above one line of words and above two."""
_TWO_LINES = 90
"""From this height on why less came home stands below the name; else it is told when pointed at."""
_SIZES = (44, 41, 38, 36, 34, 32, theme.ROOM, 27, 24)
_NAME_SIZES = (34, theme.ROOM, 27, 24, 22, 20, theme.LEAST)
"""A written name of eighty letters is read in full beside eight others."""
_WHY_SIZES = (26, theme.LEAST)
"""A benefit's name stands in every row, however low."""
_RISK = 60
"""The largest side of a risk's picture."""


@frozen
class Columns:
    """The columns of the table: the idea, a column for each track, its risks, its word."""

    idea: Box
    tracks: Sequence[Box]
    risks: Box
    word: Box


@frozen
class Table:
    """What is told, and where: the head, a row for each idea, the line of the whole group.

    ``key`` is the line that says what the signs mean.
    """

    told: Told
    head: Columns
    rows: Sequence[Box]
    foot: Sequence[Box]
    key: Box


def table_of(box: Box, step: CheckStep) -> Table:
    """Where everything of a check is told on its last screen."""
    told = told_of(step.told, step.due)
    foot: list[Box] = []
    key, box = box.cut_bottom(_KEY, 4)
    if told.group:
        line, box = box.cut_bottom(_FOOT, 8)
        foot = line.columns(len(told.group), 12)
    head, body = box.cut_top(_HEAD, _GAP)
    high = min(_TALLEST, (body.h + _GAP) / len(told.ideas) - _GAP)
    rows = [Box(body.x, body.y + n * (high + _GAP), body.w, high) for n in range(len(told.ideas))]
    return Table(told, _columns(head), rows, foot, key.inset(16, 0))


def places(box: Box, step: CheckStep) -> Iterator[tuple[Box, CheckStep]]:
    """Every place of the table that tells a step, to be pointed at."""
    table = table_of(box, step)
    for row, idea in zip(table.rows, table.told.ideas, strict=True):
        columns = _columns(row)
        for track, harvest in idea.harvests.items():
            yield columns.tracks[INDEX[track]], harvest
        signs = idea.signs
        yield from zip(_sign_places(columns.risks, len(signs)), signs, strict=True)
        judged = idea.judged
        yield from zip(columns.word.columns(max(1, len(judged))), judged, strict=False)
    yield from zip(table.foot, table.told.group, strict=True)


def told(c: Canvas, box: Box, game: GameView, step: CheckStep, thrown: bool) -> None:
    """All that came of a check: a row for each idea, and a line for the whole group."""
    table = table_of(box, step)
    _heads(c, table.head, step)
    size = _size(c, _harvests(table))
    for row, idea in zip(table.rows, table.told.ideas, strict=True):
        _row(c, row, game, step, idea, size)
    for cell, one in zip(table.foot, table.told.group, strict=True):
        _group(c, cell, game, one)
    ideas = table.told.ideas
    signs, judged = (s for i in ideas for s in i.signs), (s for i in ideas for s in i.judged)
    own = game.case.own_project
    stage_key.told_legend(c, table.key, signs, judged, own_project=own)


def _columns(row: Box) -> Columns:
    inner = row.inset(16, 0)
    idea, rest = inner.cut_left(inner.w * 0.25, 12)
    word, rest = rest.cut_right(inner.w * 0.105, 8)
    risks, tracks = rest.cut_right(inner.w * 0.13, 12)
    return Columns(idea, tracks.columns(len(TRACKS), 10), risks, word)


# ------------------------------------------------------------------ the head
def _heads(c: Canvas, columns: Columns, step: CheckStep) -> None:
    t, ink, sizes = c.t, theme.CHALK_SOFT, (theme.ROOM, 27, 25, 23)
    with c.type.growing(1):  # they stand above what has no room to grow
        c.text(columns.idea, t("Promised → true → harvested"), sizes, ink, valign="middle")
        for box, name in ((columns.risks, t("Risks")), (columns.word, t("Trust"))):
            c.text(box, name, sizes, ink, "semibold", valign="middle")
        for cell, track in zip(columns.tracks, TRACKS, strict=True):
            _track(c, cell, step, track)


def _track(c: Canvas, box: Box, step: CheckStep, track: Track) -> None:
    """A track: its points after the check, and by how much they moved."""
    sign, rest = box.cut_left(66, 12)
    track_sign(c, sign.place(66, 44), track)
    place = INDEX[track]
    points = step.after.points[place]
    colour = FALLEN if points < 0 else theme.CHALK
    used = c.text(rest, c.t.number(points), (40, 36), colour, "bold", valign="middle")
    if moved := points - step.before.points[place]:
        stage_pieces.changed(c, rest.cut_left(used.w, 10)[1], moved, 28)


# ------------------------------------------------------------------ an idea
def _harvests(table: Table) -> Iterator[tuple[Box, ev.Harvested]]:
    """Every harvest with its cell."""
    for row, idea in zip(table.rows, table.told.ideas, strict=True):
        for track, step in idea.harvests.items():
            e = step.events[0]
            assert isinstance(e, ev.Harvested)
            yield _columns(row).tracks[INDEX[track]].inset(0, 4), e


def _row(c: Canvas, box: Box, game: GameView, step: CheckStep, row: ToldIdea, size: float) -> None:
    c.panel(box, theme.FELT, 14)
    columns = _columns(box)
    idea = step.after.require_idea(row.idea)
    draw_named_idea(c, columns.idea, game, idea, side=68, sizes=_NAME_SIZES)
    for track, harvest in row.harvests.items():
        _harvest(c, columns.tracks[INDEX[track]].inset(0, 4), game, harvest, size)
    signs = row.signs
    for place, one in zip(_sign_places(columns.risks, len(signs)), signs, strict=True):
        _sign(c, place, game, one)
    _word(c, columns.word, row.judged)


def _harvest(c: Canvas, box: Box, game: GameView, step: CheckStep, size: float) -> None:
    """A benefit: its picture, what was promised, what is true, and what came home of it."""
    e, idea = step.events[0], idea_of(step)
    assert isinstance(e, ev.Harvested)
    claim = idea.benefit(e.track)
    if claim is None:
        picture, name = pictures.idea(game.case, idea.id, idea.name), ""
    else:
        picture = pictures.claim(game.case, idea, claim)
        name = pictures.bare(game.names.benefit(claim), picture)
    lines = _lines(name, stage_key.why_other(c.t, e), box.h)
    if lines:
        box, below = box.cut_top(box.h * (_ALONE if len(lines) == 1 else _ABOVE_TWO))
        size = min(size, box.h)
        for place, (text, ink) in zip(below.rows(len(lines)), lines, strict=True):
            c.text(place, text, _WHY_SIZES, ink)
    spot, numbers = _beside(box)
    if not c.emoji_on_paper(picture, spot):
        sign = "trending-down" if e.effect < 0 else "sprout"
        c.icon(sign, spot.place(34, 34), theme.CHALK_SOFT)
    _in_a_line(c, numbers, _numbers(c.t, e), size)


def _lines(name: str, why: str, high: float) -> list[Part]:
    """What is written below a benefit's numbers: where there is no room for both, its name."""
    lines: list[Part] = [(name, theme.CHALK)] * bool(name)
    lines += [(why, theme.ACCENT)] * bool(why)
    return lines if high >= _TWO_LINES else lines[:1]


Part = tuple[str, Colour]
"""A part of a line and its colour."""


def _numbers(t: Words, e: ev.Harvested) -> list[Part]:
    """Three numbers with arrows between; the last is the one that counts."""
    return [
        ("–" if e.estimate is None else t.number(e.estimate), theme.ACCENT),
        ("→", theme.CHALK_SOFT),
        (t.number(e.effect), theme.CHALK),
        ("→", theme.CHALK_SOFT),
        (t.number(e.points), _ink(e)),
    ]


def _ink(e: ev.Harvested) -> Colour:
    """Whether what came home is as good as was promised."""
    if e.points < 0 or e.points < (e.estimate or 0):
        return FALLEN
    return theme.GOOD if e.points else theme.CHALK_SOFT


def _beside(cell: Box) -> tuple[Box, Box]:
    """The place of the picture, and of the numbers beside it."""
    return cell.cut_left(min(60, cell.h, cell.w * 0.26), 8)


def _size(c: Canvas, cells: Iterable[tuple[Box, ev.Harvested]]) -> float:
    """The size at which the numbers of every benefit have room."""
    lines = [(_beside(cell)[1].w, _numbers(c.t, e)) for cell, e in cells]
    fits = (s for s in _SIZES if all(_wide(c, parts, s) <= wide for wide, parts in lines))
    return next(fits, _SIZES[-1])


def _wide(c: Canvas, parts: Sequence[Part], size: float) -> float:
    with c.type.growing(1):
        return sum(c.type.width(text, _of(text, size), "bold") + 4 for text, _ in parts)


def _of(text: str, size: float) -> float:
    """An arrow is smaller than the numbers beside it."""
    return max(theme.LEAST, size * 0.7) if text == "→" else size


def _in_a_line(c: Canvas, box: Box, parts: Sequence[Part], size: float) -> None:
    """Parts beside each other."""
    with c.type.growing(1):
        for text, colour in parts:
            cell, box = box.cut_left(c.type.width(text, _of(text, size), "bold") + 2, 2)
            c.text(cell, text, _of(text, size), colour, "bold", valign="middle")


# ------------------------------------------------------------------ what else was seen of it
def _sign_places(box: Box, count: int) -> list[Box]:
    """Places beside each other, in two rows where they are many and there is room."""
    if not count:
        return []
    rows = 2 if count > 4 and box.h >= 72 else 1
    across = -(-count // rows)
    side = min(_RISK, (box.h - 8) / rows, box.w / across - 8)
    top = box.centre[1] - rows * side / 2
    return [
        Box(box.x + n % across * (side + 8), top + n // across * side, side, side)
        for n in range(count)
    ]


def _sign(c: Canvas, box: Box, game: GameView, step: CheckStep) -> None:
    """A risk as its picture with what came of it at its foot, or the die of a stumble."""
    e = step.events[0]
    icon, colour = stage_key.outcome(step)
    emoji = ""
    if isinstance(e, ev.RiskThrown | ev.FalseAlarm):
        named = idea_of(step).risk((e.named if isinstance(e, ev.RiskThrown) else e.risk) or "")
        emoji = pictures.risk(game.case, e.risk, named.name if named is not None else None)
    if not c.emoji_on_paper(emoji, box.inset(2)):
        c.icon(icon, box.inset(8), colour)
        return
    side = box.w * 0.54
    seal = Box(box.right - side * 0.9, box.bottom - side * 0.9, side, side)
    c.disc(seal.centre, side + 4, theme.INK)
    c.icon(icon, seal.inset(side * 0.12), colour)


def _word(c: Canvas, box: Box, steps: Sequence[CheckStep]) -> None:
    """What it came to for trust: the word, and a harm that nobody had named."""
    for cell, step in zip(box.columns(max(1, len(steps))), steps, strict=False):
        icon, colour = stage_key.trust_sign(step)
        sign, words = cell.cut_left(32, 6)
        c.icon(icon, sign.place(30, 30), colour)
        text = c.t.number(step.trust, sign=bool(step.trust))
        with c.type.growing(1):  # two of them stand side by side
            c.text(words, text, (34, theme.ROOM, 26), colour, "bold", valign="middle")


# ------------------------------------------------------------------ the whole group
def _group(c: Canvas, box: Box, game: GameView, step: CheckStep) -> None:
    """What a step did to the whole group, in a few words."""
    icon, text = _group_words(game, step)
    c.panel(box, theme.FELT, 14)
    sign, words = box.inset(14, 4).cut_left(36, 12)
    c.icon(icon, sign.place(34, 34), theme.ACCENT)
    c.text(words, text, (theme.ROOM, 27, 24, 22, 20, 18), theme.CHALK, valign="middle")


def _group_words(game: GameView, step: CheckStep) -> tuple[str, str]:
    t, e = game.t, step.events[0]
    trust = t("Trust {n}", n=t.number(step.trust, sign=True)) if step.trust else ""
    if step.kind == "module" and isinstance(e, ev.TrackMoved | ev.TrustChanged):
        icon, title = MODULE_HEADINGS[e.why]
        moved = (
            points_on(game, e.track, step.moved(e.track)) if isinstance(e, ev.TrackMoved) else trust
        )
        return icon, f"{t(title)}: {moved}"
    if step.kind == "balance":
        scale = " → ".join(figures.signed(t, s.balance) for s in (step.before, step.after))
        told = ", ".join(filter(None, (scale, trust)))
        return "scale", f"{t('Autonomy and steering')}: {told}"
    if step.kind == "below_zero":
        return "triangle-alert", f"{t('Below zero')}: {trust}"
    if step.kind == "pause":
        return "pause", t("The project is paused")
    return "hand", t("The project is stopped")
