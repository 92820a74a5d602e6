"""The end of the game: the verdict, the tracks, the aims, the benefits, and what to talk about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from game.debrief import interventions
from game.engine import Result, result
from game.engine.results import AimResult, TrackResult, TrackStatus
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import DIGITS, KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label, Style
from game.i18n import Words, capitalised, mark
from game.table.parts import stage_pieces
from game.table.parts.discussion.question import draw_questions
from game.table.parts.meters import FALLEN, draw_meter
from game.table.parts.take_home import TakeHomeDialog
from game.table.play.game import Game
from game.table.play.result_benefits import add_benefits
from game.table.play.verdicts import draw_verdict
from game.views.meter import meter_view
from game.wording import outcome, terms
from game.wording.figures import indicator
from game.wording.interventions import interventions_text
from game.wording.levels import level_name
from game.wording.shares import SHARES, ShareName, curve_text, share_text, spread_text

ResultPage = Literal["result", "aims", "benefits", "talk"]
_PAGES: dict[ResultPage, str] = {
    "result": mark("Result"),
    "aims": mark("The group"),
    "benefits": mark("Benefits"),
    "talk": mark("Talk about it"),
}
_ACTION_SIZE = 30
"""The text size of a button."""
_STATUS_SIGN: dict[TrackStatus, tuple[str, stage_pieces.Tone]] = {
    "reached": ("check", "good"),
    "nearly": ("flag", "good"),
    "on_the_way": ("trending-up", "plain"),
    "not_reached": ("minus", "plain"),
    "harmed": ("triangle-alert", "bad"),
}
_SHARES: Final[tuple[ShareName, ...]] = ("benefit_rate", "citizen_focus", "ownership", "realism")
"""The shares shown on the page, as many as it has room for."""


@frozen
class ResultAction:
    """An action offered when the game is over."""

    key: str
    label: str
    icon: str
    go: Callable[[], object]
    style: Style = "secondary"

    def width(self, ui: Ui) -> float:
        """The width of its button."""
        return max(220.0, ui.type.width(self.label, _ACTION_SIZE, "semibold") + 130)

    def button(self, box: Box) -> Button:
        """Its button."""
        return Button(
            self.key,
            box,
            Label(self.label, icon=self.icon, style=self.style, size=_ACTION_SIZE),
            self.go,
        )


class ResultScreen(Screen):
    """The outcome of the game, on four pages."""

    topic = "end"
    bindings = (KeyBinding(DIGITS[1 : len(_PAGES) + 1], action="_turn", values=tuple(_PAGES)),)

    def __init__(
        self,
        game: Game,
        on_start: Callable[[], object],
        on_table: Callable[[], object],
        on_debrief: Callable[[], object],
        on_replay: Callable[[], object],
    ) -> None:
        self.game = game
        self.on_start = on_start
        self.on_table = on_table
        self.on_debrief = on_debrief
        self.on_replay = on_replay
        self.page: ResultPage = "result"

    def build(self, ui: Ui) -> None:
        """The tabs of the pages, the page, and the actions."""
        t = ui.t
        head, body = ui.area.inset(48, 30).cut_top(72, 26)
        foot, body = body.cut_bottom(80, 26)
        tabs, title = head.cut_left(min(1120, head.w * 0.62), 30)
        options = [(page, t(name)) for page, name in _PAGES.items()]
        ui.add(Choice("pages", tabs, options, self.page, self._turn, size=30))
        self._title(ui.canvas, title)
        reached = result(self.game.state)
        {
            "result": self._result,
            "aims": self._aims,
            "benefits": self._benefits,
            "talk": self._talk,
        }[self.page](ui, body, reached)
        self._buttons(ui, foot)

    def _title(self, c: Canvas, box: Box) -> None:
        """The case, and the level on which it was played."""
        t = self.game.t
        name, below = box.rows([7, 5], 2)
        sizes = (32, theme.ROOM, 26, 24)
        title = self.game.case.title.read(t.lang)
        c.text(name, title, sizes, theme.CHALK_SOFT, align="right", valign="middle")
        level = t("Level: {level}", level=level_name(t, self.game.state.setup.level))
        c.text(below, level, (24, 22), theme.CHALK_SOFT, align="right", valign="middle")

    def _turn(self, page: ResultPage) -> None:
        self.page = page
        self.refresh()

    def actions(self) -> list[ResultAction]:
        """The possible actions, left to right; the last is the most common choice."""
        t = self.game.t
        return [
            ResultAction("start", t("To the start screen"), "log-out", self.on_start, "quiet"),
            ResultAction("report", t("Save the report"), "archive", self._report),
            ResultAction("table", t("Look at the table"), "eye", self.on_table),
            ResultAction("replay", t("See it again"), "history", self.on_replay),
            ResultAction("debrief", t("Debrief"), "users-round", self.on_debrief, "primary"),
        ]

    def _report(self) -> None:
        self.app.push(TakeHomeDialog(self.game.session.path))

    def _buttons(self, ui: Ui, box: Box) -> None:
        """The first action at the left, apart; the others at the right, as wide as their labels."""
        first, *others = self.actions()
        left, room = box.cut_left(first.width(ui), 40)
        ui.add(first.button(left))
        wide = [action.width(ui) for action in others]
        group = room.cut_right(min(room.w, sum(wide) + 20 * (len(wide) - 1)))[0]
        for place, action in zip(group.columns(wide, 20), others, strict=True):
            ui.add(action.button(place))
        ui.focus_on("pages")

    def back(self) -> None:
        """Esc: to the first page; from the first page, to the table."""
        if self.page == "result":
            self.on_table()
        else:
            self._turn("result")

    # --------------------------------------------------------------------------------- result

    def _result(self, ui: Ui, box: Box, reached: Result) -> None:
        """The verdict with its picture, and the four tracks."""
        c, t = ui.canvas, ui.t
        tracks, top = box.cut_bottom(min(450, box.h * 0.54), 26)
        picture, words = top.cut_left(min(640, top.w * 0.34), 60)
        draw_verdict(c, picture, reached.verdict)
        if besides := self._besides():
            note, words = words.cut_bottom(64, 12)
            stage_pieces.small_print(c, note, besides)
        upper, lower = words.rows([5, 7], 12)
        own = self.game.case.own_project
        title = outcome.verdict_title(t, reached, own_project=own)
        c.text(upper, title, (104, 92, 80, 72, theme.TITLE), theme.CHALK, "bold", valign="bottom")
        self._told(c, lower, reached)
        for _ in c.alike():
            for cell, track in zip(tracks.columns(4, 20), reached.tracks, strict=True):
                self._track(c, cell, track)

    def _besides(self) -> str:
        """What should be known besides: of an own project, that it was only played at."""
        t, log = self.game.t, self.game.session.log
        played = outcome.stress_test_text(t) if self.game.case.own_project else ""
        return " ".join(filter(None, (played, interventions_text(t, interventions(log)))))

    def _told(self, c: Canvas, box: Box, reached: Result) -> None:
        """What was reached, and below it what the verdict means."""
        t, sizes = self.game.t, (40, 38, 36, 34, 32, theme.ROOM, 28, 26)
        first, then = outcome.reached_text(t, reached), outcome.verdict_of(t, reached)
        for _ in c.alike():
            meaning = box
            if first:
                sign, meaning = box.rows(2, 8)
                sign, words = sign.cut_left(44, 16)
                c.icon("check", Box(sign.x, sign.y + 4, 40, 40), theme.GOOD)
                c.text(words, first, sizes, theme.GOOD, "semibold")
            c.text(meaning, then, sizes, theme.CHALK)

    def _track(self, c: Canvas, box: Box, track: TrackResult) -> None:
        """A track: its meter, what is measured and where it began, and the word for its outcome."""
        t, s = self.game.t, self.game.state
        c.panel(box, theme.PANEL, 20, line=theme.PANEL_LINE)
        inner = box.inset(24, 20)
        foot, inner = inner.cut_bottom(72, 14)
        line, inner = inner.cut_bottom(102, 8)
        draw_meter(c, inner, meter_view(self.game.names, s, track.track))
        text = t(
            "{track}: {indicator}, began at {value}",
            track=terms.track(t, track.track),
            indicator=self.game.case.tracks[track.track].indicator.read(t.lang),
            value=indicator(t, self.game.case, track.track, 0),
        )
        c.text(line, text, (26, 24, 23, 22, 21, 20), theme.CHALK_SOFT, valign="middle")
        sign, mood = _STATUS_SIGN[track.status]
        word = terms.track_status(t, track.status)
        stage_pieces.banner(c, foot, sign, capitalised(word), mood)

    # ----------------------------------------------------------------------- group and roles

    def _aims(self, ui: Ui, box: Box, reached: Result) -> None:
        """How the group worked, and the aim of every role."""
        left, right = box.columns([5, 7], 30)
        self._shares(ui.canvas, left, reached)
        self._roles(ui.canvas, right, reached.aims)

    def _shares(self, c: Canvas, box: Box, reached: Result) -> None:
        t = self.game.t
        inner = stage_pieces.panel(c, box)
        for row, key in zip(inner.rows([4, 5, 5, 6], 22), _SHARES, strict=True):
            explanation = f"{share_text(t, key, reached)} {self._more(key, reached)}".rstrip()
            _share(c, row, t, (t(SHARES[key][0]), explanation), getattr(reached, key))

    def _more(self, key: ShareName, reached: Result) -> str:
        """What is told beside a share: how evenly it is shared, how it went round by round."""
        t = self.game.t
        if key == "ownership" and reached.evenness is not None:
            return spread_text(t, reached)
        playing = sum(self.game.state.setup.rules.rounds)
        return curve_text(t, reached, playing) if key == "realism" else ""

    def _roles(self, c: Canvas, box: Box, aims: tuple[AimResult, ...]) -> None:
        t = self.game.t
        inner = stage_pieces.panel(c, box)
        head, body = inner.cut_top(56, 16)
        met = sum(aim.met for aim in aims)
        stage_pieces.heading(
            c, head, t("Aims: {met} of {all} met", met=met, all=len(aims)), "target"
        )
        high = min(120.0, (body.h + 10) / max(1, len(aims)) - 10)
        for n, aim in enumerate(aims):
            self._aim(c, Box(body.x, body.y + n * (high + 10), body.w, high), aim)

    def _aim(self, c: Canvas, box: Box, aim: AimResult) -> None:
        """A seat, its role's aim, and an icon and a word for whether it is met."""
        t = self.game.t
        c.panel(box, theme.FELT, 12, line=theme.GOOD if aim.met else theme.PANEL_LINE, width=3)
        inner = box.inset(16, 5)
        side = min(44, inner.h)
        sign, words = inner.cut_left(side, 16)
        ink = theme.GOOD if aim.met else FALLEN
        c.icon("check" if aim.met else "x", sign.place(side, side), ink)
        end, words = words.cut_right(190, 12)
        over, under = words.rows(2)
        who = f"{self.game.state.seats[aim.seat].name} · {self.game.names.role(aim.role)}"
        sizes = (32, theme.ROOM, 26, 24, 22)
        c.text(over, who, sizes, theme.CHALK, "semibold", valign="middle")
        c.text(under, terms.aim(t, aim.aim), (28, 20), theme.CHALK_SOFT, valign="middle")
        upper, lower = end.rows(2)
        text = t("met") if aim.met else t("not met")
        c.text(upper, text, sizes, ink, "bold", align="right", valign="middle")
        progress = terms.aim_progress(t, aim)
        c.text(lower, progress, (26, 18), theme.CHALK_SOFT, align="right", valign="middle")

    def _benefits(self, ui: Ui, box: Box, reached: Result) -> None:
        add_benefits(ui, box, self.game)

    # ----------------------------------------------------------------------------- talk about

    def _talk(self, ui: Ui, box: Box, reached: Result) -> None:
        """A question about the verdict, and the case's own questions."""
        c, t = ui.canvas, ui.t
        questions = [outcome.question_of(t, reached)]
        questions += [question.read(t.lang) for question in self.game.case.questions]
        head, body = box.cut_top(64, 20)
        stage_pieces.heading(
            c, head, t("Talk about it: first in pairs, then all together"), "megaphone"
        )
        draw_questions(ui, body, questions)


def _share(c: Canvas, box: Box, t: Words, words: tuple[str, str], share: float | None) -> None:
    """A share as a number and a bar, with an explanation."""
    head, rest = box.cut_top(min(box.h * 0.36, 58), 4)
    number, name = head.cut_right(190, 10)
    c.text(name, words[0], (38, 34, theme.ROOM), theme.CHALK, "semibold", valign="middle")
    text = "–" if share is None else t.percent(share)
    c.text(number, text, (48, 42), theme.CHALK, "bold", align="right", valign="middle")
    bar, rest = rest.cut_top(26, 6)
    c.bar(bar, share or 0, theme.ACCENT)
    c.text(rest, words[1], (28, 20), theme.CHALK_SOFT)
