"""Pages about the group: contributions per role, its measures, and the case's questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.debrief import SeatStory, TrackMeasures
from game.debrief.participation import Column, whoever_sat_there
from game.debrief.talk import PageKind
from game.engine import Result
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.i18n import Words
from game.table.cards.parts import track_sign
from game.table.parts import stage_pieces
from game.table.parts.discussion.discussion import RealValue
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.discussion.question import draw_questions
from game.table.parts.discussion.rests_on import Claim
from game.table.parts.meters import FALLEN
from game.wording import given, terms
from game.wording.debrief_texts import DebriefPhase, share_name, talked_at_home
from game.wording.figures import points
from game.wording.shares import ShareName, share_text

_SIGNS: Mapping[Column, str] = {
    "ideas": "lightbulb",
    "benefits": "trending-up",
    "downsides": "trending-down",
    "risks": "triangle-alert",
    "revisions": "pencil",
    "anchors": "anchor",
    "trials": "flask-conical",
    "mitigations": "shield",
    "amends": "hand-heart",
    "implemented": "rocket",
    "followed_up": "sprout",
    "abilities": "star",
    "other": "plus",
    "owned": "user-check",
}
_SHARES: tuple[ShareName, ...] = ("realism", "ownership", "citizen_focus", "evenness")


class RolesPage(DiscussionPage):
    """Contributions of each person, and the rounds in which one had the turn and made no move.

    Where names are hidden they are told role by role.
    """

    phase: DebriefPhase = "relate"
    kind: PageKind = "roles"

    def build(self, ui: Ui, box: Box) -> None:
        """A row per person, a column per kind of contribution."""
        seats = self._seats
        head, body = box.cut_top(122, 8)
        self._heads(ui, head)
        total, body = body.cut_bottom(56, 6)
        high = min(130.0, (body.h + 10) / len(seats) - 10)
        for _ in ui.alike():
            for n, seat in enumerate(seats):
                self._row(ui.canvas, Box(body.x, body.y + n * (high + 10), body.w, high), seat)
        self._total(ui.canvas, Box(total.x, body.y + len(seats) * (high + 10), total.w, 56))

    def claims(self, t: Words) -> Sequence[Claim]:
        """The rounds in which somebody had the turn and made no move."""
        return [self._told(t, seat) for seat in self._seats if seat.without_move]

    @property
    def _seats(self) -> tuple[SeatStory, ...]:
        stories = self.discussion.debrief.seats
        return stories if self.discussion.named else whoever_sat_there(stories)

    def _told(self, t: Words, seat: SeatStory) -> Claim:
        who = self.discussion.seat(t, seat.person)
        return Claim(f"{who}: {_without_move(t, seat.rounds_without_move)}", seat.evidence)

    def _columns(self, box: Box) -> tuple[Box, list[Box]]:
        name, rest = box.cut_left(box.w * 0.24, 16)
        return name, rest.columns(len(self._kinds), 6)

    @property
    def _kinds(self) -> tuple[Column, ...]:
        return given.columns(self.discussion.debrief.seats)

    def _heads(self, ui: Ui, box: Box) -> None:
        """An icon and a label per column, all labels in one text size."""
        c = ui.canvas
        cells = self._columns(box.inset(20, 0))[1]
        words, sizes = (
            [c.t(given.NAMES[kind]) for kind in self._kinds],
            (theme.ROOM, 28, 26, 24, 22, 20),
        )
        room = cells[0].cut_top(50, 2)[1]
        size = min(c.type.fit(word, room, sizes, whole=True).size for word in words)
        for kind, cell, word in zip(self._kinds, cells, words, strict=True):
            if kind in given.MEANT:
                ui.explain(f"given:{kind}", cell, c.t(given.MEANT[kind]))
            sign, name = cell.cut_top(50, 2)
            c.icon(_SIGNS[kind], sign.place(46, 46), theme.ACCENT)
            c.text(name, word, size, theme.CHALK, align="centre", valign="middle")

    def _row(self, c: Canvas, box: Box, seat: SeatStory) -> None:
        idle = seat.rounds_without_move
        c.panel(box, theme.PANEL, 14, line=FALLEN if idle else None)
        name, cells = self._columns(box.inset(20, 6))
        who = self.discussion.seat(c.t, seat.person)
        if idle:
            name, note = name.rows([3, 2], 0)
            c.text(
                note, _without_move(c.t, idle), (27, 25, 23, 21, 19, 17), FALLEN, valign="middle"
            )
        sizes = (34, 20)
        c.text(name, who, sizes, theme.CHALK, "semibold", valign="middle", whole=True)
        counts = given.counted(seat)
        for cell, kind in zip(cells, self._kinds, strict=True):
            _count(c, cell, counts[kind])

    def _total(self, c: Canvas, box: Box) -> None:
        """What all gave together."""
        name, cells = self._columns(box.inset(20, 6))
        c.text(name, c.t("Together"), (32, 26), theme.CHALK_SOFT, valign="middle")
        every = [given.counted(seat) for seat in self.discussion.debrief.seats]
        for cell, kind in zip(cells, self._kinds, strict=True):
            number = str(sum(counts[kind] for counts in every))
            c.text(cell, number, (34, 30, 28), theme.CHALK_SOFT, align="centre", valign="middle")


def _without_move(t: Words, rounds: tuple[int, ...]) -> str:
    listed = t.listed([str(n) for n in rounds])
    return t.plural(
        "Made no move in round {rounds}",
        "Made no move in rounds {rounds}",
        len(rounds),
        rounds=listed,
    )


def _count(c: Canvas, box: Box, count: int) -> None:
    """A number on a disc whose size grows with it; a dash for 0."""
    if not count:
        c.text(box, "–", 36, theme.CHALK_SOFT, align="centre", valign="middle")
        return
    side = min(box.h, box.w, 46 + 6 * min(count, 8))
    c.disc(box.centre, side, theme.FELT_LIGHT)
    size = min(42, box.h * 0.66)
    c.text(box, str(count), size, theme.CHALK, "bold", align="centre", valign="middle")


class MeasuredPage(DiscussionPage):
    """Realism, ownership and citizen focus, and the cards on each track."""

    phase: DebriefPhase = "relate"
    kind: PageKind = "measured"

    def build(self, ui: Ui, box: Box) -> None:
        """Shares on the left, tracks on the right."""
        left, right = box.columns([5, 6], 30)
        inner = stage_pieces.panel(ui.canvas, left)
        result = self.discussion.debrief.measures.result
        for _ in ui.alike():
            for row, key in zip(inner.rows(len(_SHARES), 22), _SHARES, strict=True):
                _share(ui.canvas, row, key, result)
        inner = stage_pieces.panel(ui.canvas, right)
        head, body = inner.cut_top(56, 18)
        stage_pieces.heading(ui.canvas, head, ui.t("What lies on the tracks"), "layers")
        found = self.discussion.debrief.measures.tracks
        for _ in ui.alike():
            for row, track in zip(body.rows(4, 16), found, strict=True):
                _track(ui.canvas, row, track, self.discussion.real_value(ui.t, track.track))


def _share(c: Canvas, box: Box, key: ShareName, result: Result) -> None:
    share: float | None = getattr(result, key)
    head, rest = box.cut_top(box.h * 0.36, 4)
    number, name = head.cut_right(170, 10)
    title = share_name(c.t, key)
    c.text(name, title, (38, 34, theme.ROOM), theme.CHALK, "semibold", valign="middle")
    value = "–" if share is None else c.t.percent(share)
    c.text(number, value, (50, 44), theme.CHALK, "bold", align="right", valign="middle")
    bar, rest = rest.cut_top(24, 6)
    c.bar(bar, share or 0, theme.ACCENT)
    c.text(rest, share_text(c.t, key, result), (theme.ROOM, 22), theme.CHALK_SOFT)


def _track(c: Canvas, box: Box, track: TrackMeasures, real: RealValue | None) -> None:
    """A track's card counts and its ``real`` value; an empty track gets a sentence."""
    t = c.t
    empty = not track.benefits
    c.panel(box, theme.FELT, 14, line=FALLEN if empty else None)
    inner = box.inset(20, 8)
    high = min(66, inner.h)
    sign, words = inner.cut_left(high * 1.5, 24)
    track_sign(c, sign.place(high * 1.5, high), track.track)
    upper, lower = words.rows(2, 2)
    told = t(
        "{points}, goal {goal}: {status}",
        points=points(t, track.points),
        goal=track.goal,
        status=terms.track_status(t, track.status),
    )
    name = f"{terms.track(t, track.track)}: {told}"
    c.text(upper, name, (34, 26), theme.CHALK, "semibold", valign="middle")
    summary = t("No benefit lies here.") if empty else _cards(t, track)
    if real is not None:
        summary = f"{summary} · {_real(t, real)}"
    bad = empty or not track.risks or (real is not None and real.worse)
    ink = FALLEN if bad else theme.CHALK_SOFT
    c.text(lower, summary, (32, 24), ink, valign="middle")


def _real(t: Words, real: RealValue) -> str:
    """What was measured since, with a word where it is worse than before."""
    now = t("measured {value}", value=real.text)
    return t("{now}, worse than before", now=now) if real.worse else now


def _cards(t: Words, track: TrackMeasures) -> str:
    benefits = t.plural("{n} benefit", "{n} benefits", track.benefits)
    owned = t("{n} with an owner", n=track.owned)
    risks = (
        t.plural("{n} risk known in time", "{n} risks known in time", track.risks)
        if track.risks
        else t("no risk known in time")
    )
    if not track.downsides:
        return f"{benefits}, {owned} · {risks}"
    downsides = t.plural("{n} downside", "{n} downsides", track.downsides)
    return f"{benefits}, {owned} · {downsides} · {risks}"


class QuestionsPage(DiscussionPage):
    """The question of the verdict, followed by those of the case."""

    phase: DebriefPhase = "relate"
    kind: PageKind = "question"

    @property
    def parts(self) -> int:
        """Each question has its own time."""
        return max(1, len(self.discussion.case.questions) + self.discussion.debrief.finished)

    def _questions(self, t: Words) -> list[str]:
        debrief = self.discussion.debrief
        result = debrief.measures.result if debrief.finished else None
        return talked_at_home(t, self.discussion.case, result)

    def build(self, ui: Ui, box: Box) -> None:
        """A card per question."""
        questions = self._questions(ui.t)
        head, body = box.cut_top(60, 18)
        stage_pieces.heading(
            ui.canvas, head, ui.t("In pairs first, then all together"), "users-round"
        )
        draw_questions(ui, body, questions)
