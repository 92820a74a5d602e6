"""The last pages of a follow-up meeting: claimed, in-play and real values, and open questions."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.follow_up import BenefitFollowed, TrackFollowed
from game.debrief.progress import RealStatus, real_status
from game.debrief.talk import MeetingKind
from game.engine import Measure
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Weight
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import Words
from game.table import marks
from game.table.after.action_list.dialog import ItemDialog
from game.table.after.action_list.editor import ActionListEditor
from game.table.after.follow_up.meeting import FollowUpMeeting, MeetingPage
from game.table.cards.parts import track_sign
from game.table.parts.discussion.question import draw_questions
from game.table.parts.meters import FALLEN
from game.table.parts.real import ink_of
from game.table.parts.subject_sign import draw_subject
from game.wording import figures
from game.wording.debrief_texts.follow_up import (
    PARTS,
    benefit_measure,
    benefit_title,
    measure_progress,
    measured_value_text,
    questions,
    reality_text,
    told_of_the_track,
    told_of_the_track_text,
    track_measure,
    track_status,
)

_LEFT, _RIGHT, _FARTHEST = -0.4, 1.6, 5.0
"""The range of progress (0 baseline, 1 target) in which bars are drawn: to the right as far as the
longest bar of the page reaches, within bounds."""
_FLAG = 26
_SENTENCE = (40, 38, 36, 34, 32, theme.ROOM, 28, 26, 24)
_ICONS: dict[RealStatus, str] = {
    "reached": "flag",
    "nearly": "flag",
    "on_the_way": "trending-up",
    "not_reached": "hourglass",
    "harmed": "triangle-alert",
    "came_true": "triangle-alert",
    "did_not_come": "shield",
}


@frozen
class ProgressBar:
    """A value between baseline and target; ``far`` is its progress as a share, if known."""

    label: str
    value: str
    far: float | None
    ink: Colour


@frozen
class _Scale:
    """How far the bars of a page reach to the right, and the longest of their labels.

    All of them have one scale, below each other.
    """

    right: float
    label: str

    @classmethod
    def of(cls, bars: Sequence[ProgressBar]) -> _Scale:
        """The scale on which the longest of some bars has room."""
        longest = max((bar.far for bar in bars if bar.far is not None), default=_RIGHT)
        label = max((bar.label for bar in bars), key=len, default="")
        return cls(min(_FARTHEST, max(_RIGHT, longest)), label)

    def x(self, plot: Box, far: float) -> float:
        """The x coordinate of a progress share; the edges leave room for an arrow."""
        within = min(self.right, max(_LEFT, far))
        inner = plot.inset(18, 0)
        return inner.x + inner.w * (within - _LEFT) / (self.right - _LEFT)


class TrackSummaryPage(MeetingPage):
    """Per track a sentence, and three bars towards the target."""

    phase = "summary"
    kind: MeetingKind = "compared"

    def build(self, ui: Ui, box: Box) -> None:
        """A row per track."""
        formatter, tracks = self.discussion.formatter(ui.t), self.meeting.found.tracks
        bars = [self._bars(ui.t, track_measure(formatter, track), track) for track in tracks]
        scale = _Scale.of([bar for of_track in bars for bar in of_track])
        for _ in ui.alike():
            for row, followed, told in zip(box.rows(4, 14), tracks, bars, strict=True):
                self._row(ui.canvas, row, followed, told, scale)

    def _row(
        self,
        c: Canvas,
        box: Box,
        followed: TrackFollowed,
        bars: list[ProgressBar],
        scale: _Scale,
    ) -> None:
        m = track_measure(self.discussion.formatter(c.t), followed)
        status = track_status(m, followed)
        c.panel(box, theme.PANEL, 16)
        sign, rest = box.inset(22, 10).cut_left(112, 26)
        track_sign(c, sign.place(112, 74), followed.track)
        words, chart = rest.columns([5, 7], 30)
        text = measured_value_text(c.t, m.indicator, m, followed.value)
        if status is None:
            c.text(words, text, _SENTENCE, theme.CHALK, "semibold", valign="middle")
        else:
            lower, upper = words.cut_bottom(46, 4)
            c.text(upper, text, _SENTENCE, theme.CHALK, "semibold", valign="middle")
            draw_status(c, lower, status, reality_text(c.t, m, followed.value))
        draw_bars(c, chart, bars, scale)

    def _bars(self, t: Words, m: Measure, followed: TrackFollowed) -> list[ProgressBar]:
        """The bars for what was promised, the harvested (in play) and the real value.

        In an own project points are play, and what was promised is the target. In a case points
        are what was claimed, told in the measure of the track.
        """
        case, colour = self.discussion.case, marks.TRACK[followed.track].colour

        def played(label: str, points: int, ink: Colour) -> ProgressBar:
            text = figures.indicator(t, case, followed.track, points)
            if not case.own_project:
                label = t("{what}, {points}", what=label, points=figures.points(t, points))
            return ProgressBar(label, text, points / followed.goal, ink)

        real = "?" if followed.value is None else figures.quantity(t, followed.value, m.unit)
        said = (
            played(t("promised"), followed.goal, theme.ACCENT)
            if case.own_project
            else played(t("claimed"), followed.claimed, theme.ACCENT)
        )
        return [
            said,
            played(t("in play"), followed.points, theme.mix(colour, theme.CHALK, 0.25)),
            ProgressBar(t("in reality"), real, measure_progress(m, followed.value), theme.CHALK),
        ]


def draw_status(c: Canvas, box: Box, status: RealStatus, said: str) -> None:
    """What a measurement says of a track or a benefit, as an icon and a text."""
    icon, ink = _ICONS[status], ink_of(status)
    sign, words = box.cut_left(40, 12)
    c.icon(icon, sign.place(38, 38), ink)
    text = c.t("in reality: {status}", status=said)
    c.text(words, text, (34, 26), ink, "semibold", valign="middle")


def draw_bars(c: Canvas, box: Box, bars: list[ProgressBar], scale: _Scale) -> None:
    """Draw bars from a common baseline towards a common target, each with label and value."""
    sizes = (32, theme.ROOM, 28, 26, 24, 22)
    wide = c.type.width(scale.label, 32) + 6
    top, rest = box.cut_top(_FLAG, 2)
    labels, rest = rest.cut_left(min(wide, box.w * 0.3), 18)
    values, plot = rest.cut_right(box.w * 0.27, 18)
    for n, bar in enumerate(bars):
        label, value, lane = (part.rows(len(bars), 4)[n] for part in (labels, values, plot))
        c.text(label, bar.label, sizes, theme.CHALK, align="right", valign="middle")
        weight: Weight = "bold" if n == len(bars) - 1 else "semibold"
        c.text(value, bar.value, (36, 34, *sizes), theme.CHALK, weight, valign="middle")
        _draw_bar(c, plot, lane.inset(0, 5), bar, scale)
    zero, target = scale.x(plot, 0), scale.x(plot, 1)
    c.fill(Box(zero - 2, plot.y, 4, plot.h), theme.CHALK_SOFT)
    for y in range(int(plot.y), int(plot.bottom) - 8, 18):
        c.fill(Box(target - 2, y, 4, 11), theme.WHITE)
    c.icon("flag", Box(target - 4, top.y, _FLAG, _FLAG), theme.WHITE)


def _draw_bar(c: Canvas, plot: Box, lane: Box, bar: ProgressBar, scale: _Scale) -> None:
    """A bar from the baseline to its value; beyond the edge it ends in an arrow."""
    if bar.far is None:
        c.text(lane, "?", (38, 34), theme.CHALK_SOFT, "bold", align="centre", valign="middle")
        return
    zero, end = scale.x(plot, 0), scale.x(plot, bar.far)
    ink = FALLEN if bar.far < 0 else bar.ink
    c.fill(Box(min(zero, end), lane.y, max(4, abs(end - zero)), lane.h), ink)
    if not _LEFT <= bar.far <= scale.right:
        tip = end + (16 if bar.far > 0 else -16)
        c.polygon([(end, lane.y), (tip, lane.centre[1]), (end, lane.bottom)], ink)


class BenefitSummaryPage(MeetingPage):
    """A page of benefits: a sentence, the points in play, and the real value with its progress."""

    phase = "summary"
    kind: MeetingKind = "compared"
    most = 4

    def __init__(self, meeting: FollowUpMeeting, first: int, count: int) -> None:
        super().__init__(meeting)
        self.first = first
        self.count = count

    def build(self, ui: Ui, box: Box) -> None:
        """The column heads and a row per benefit."""
        head, body = box.cut_top(44, 10)
        _heads(ui, head)
        found = self.meeting.found.benefits[self.first : self.first + self.count]
        for _ in ui.alike():
            for row, followed in zip(body.rows(self.most, 14), found, strict=False):
                self._row(ui.canvas, row, followed)

    def _row(self, c: Canvas, box: Box, followed: BenefitFollowed) -> None:
        formatter, ref = self.discussion.formatter(c.t), followed.story.benefit
        m = benefit_measure(formatter, followed)
        c.panel(box, theme.PANEL, 16)
        marks, words, points, real = _columns(box.inset(22, 10))
        draw_subject(c, (marks.x + 34, marks.centre[1]), 68, self.discussion.case, ref)
        track_sign(c, Box(marks.x + 82, marks.centre[1] - 30, 90, 60), ref.track)
        upper, lower = words.rows([4, 6], 2)
        write, soft = self.meeting.written, (32, theme.ROOM, 28, 26, 24, 22, 20)
        name = write(c.t, benefit_title(formatter, followed.standing))
        c.text(upper, name, (36, 34, *soft), theme.CHALK, "semibold", valign="middle")
        of_track = told_of_the_track(formatter, self.meeting.found, followed)
        value = of_track if followed.value is None else followed.value
        sentence = write(c.t, measured_value_text(c.t, m.indicator, m, value))
        c.text(lower, sentence, soft, theme.CHALK_SOFT, valign="middle")
        _draw_points(c, points, followed)
        if text := told_of_the_track_text(formatter, self.meeting.found, followed):
            c.text(real, text, (34, 26), theme.CHALK, valign="middle")
        else:
            _draw_real(c, real, m, followed.value, downside=ref.downside)


def _columns(box: Box) -> tuple[Box, Box, Box, Box]:
    """The boxes for marks, texts, points in play and the real value."""
    marks, rest = box.cut_left(180, 24)
    words, points, real = rest.columns([11, 4, 7], 30)
    return marks, words, points, real


def _heads(ui: Ui, box: Box) -> None:
    t = ui.t
    captions = ("", t("Benefit"), t("Claimed → in play"), t("In reality"))
    for cell, text in zip(_columns(box.inset(22, 0)), captions, strict=True):
        if text:
            sizes = (theme.ROOM, 22)
            ui.canvas.text(cell, text, sizes, theme.CHALK_SOFT, valign="middle")


def _draw_points(c: Canvas, box: Box, followed: BenefitFollowed) -> None:
    left, arrow, right = box.columns([2, 1, 2])
    given = followed.story.given
    points = "–" if given is None else c.t.number(given)
    ink = FALLEN if (given or 0) < 0 else theme.CHALK
    claimed = c.t.number(followed.story.claimed)
    c.text(left, claimed, 60, theme.ACCENT, "bold", align="right", valign="middle")
    c.icon("arrow-right", arrow.place(36, 36), theme.CHALK_SOFT)
    c.text(right, points, 60, ink, "bold", valign="middle")


def _draw_real(c: Canvas, box: Box, m: Measure, value: float | None, *, downside: bool) -> None:
    """The real value, large; below it what it says, where that can be told."""
    if value is None:
        text = c.t("not measured yet")
        c.text(box, text, (34, theme.ROOM), theme.CHALK_SOFT, "italic", valign="middle")
        return
    status = real_status(m.baseline, m.target, value, downside=downside)
    text = figures.quantity(c.t, value, m.unit)
    sizes = (54, 48, 42, 38, 34, theme.ROOM, 26)
    if status is None:
        c.text(box, text, sizes, theme.CHALK, "bold", valign="middle")
        return
    upper, lower = box.rows([5, 4], 4)
    c.text(upper, text, sizes, ink_of(status), "bold", valign="middle")
    draw_status(c, lower, status, reality_text(c.t, m, value, downside=downside))


class QuestionsToAskPage(MeetingPage):
    """The open questions, a place to write down what comes of them, and the report."""

    phase = "ask"
    kind: MeetingKind = "asked"

    def __init__(self, meeting: FollowUpMeeting, editor: ActionListEditor) -> None:
        super().__init__(meeting)
        self.editor = editor

    def build(self, ui: Ui, box: Box) -> None:
        """A card per question; below them the report button."""
        foot, body = box.cut_bottom(80, 20)
        t = ui.t
        draw_questions(ui, body, self._questions(t))
        for key, label, icon, press, reason in (
            ("add", t("A next step"), "plus", self._add, self.meeting.why_read_only(t)),
            ("report", t("Save the report"), "folder-open", self._report, ""),
        ):
            place, foot = foot.cut_left(ui.type.width(label, 32, "semibold") + 140, 24)
            ui.add(Button(key, place, Label(label, icon=icon, size=32), press, reason=reason))
        if count := len(self.editor.items):
            part = PARTS.index("steps") + 1
            told = t.plural(
                "{n} next step in part {part}", "{n} next steps in part {part}", count, part=part
            )
            sizes = (32, 20)
            ui.canvas.text(foot, told, sizes, theme.CHALK, align="right", valign="middle")

    def _questions(self, t: Words) -> list[str]:
        found = questions(self.discussion.formatter(t), self.meeting.found)
        return [self.meeting.written(t, open_question) for open_question in found]

    @property
    def parts(self) -> int:
        """One for each question."""
        return len(self._questions(self.discussion.app.t))

    def _add(self) -> None:
        """Write down who does what; it joins the list of next steps."""
        reason = self.meeting.why_read_only
        self.discussion.app.push(ItemDialog(self.editor, reason=reason))

    def _report(self) -> None:
        self.discussion.save_report()
