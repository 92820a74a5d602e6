"""A vote with dots: what to talk about, or what to do next."""

from __future__ import annotations

from functools import partial
from typing import Final, Literal

from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice, Stepper
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import mark
from game.session.group_entries import MOST_OPTIONS
from game.session.group_rounds import VoteCount
from game.table.parts.dialog_parts import ROOM, labelled
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game

Source = Literal["ideas", "sheets", "written"]
_QUESTIONS: Final[dict[Source, str]] = {
    "ideas": mark("Which idea do we talk about?"),
    "sheets": mark("Which of these matters most?"),
    "written": mark("What do we do next?"),
}
_MOST_DOTS: Final = 5
_ROW: Final = 66


class VotingDialog(Dialog):
    """What is voted on; then how many have voted, without a count; then the count."""

    topic = "facilitator"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.source: Source = "ideas" if game.state.ideas else "written"
        self.written = ""
        self.dots = 3
        self.anew = False
        self._shown: object = None

    @property
    def vote(self) -> VoteCount | None:
        """The vote that is shown, if none other is being prepared."""
        votes = self.game.session.log.votes
        return votes[-1] if votes and not self.anew else None

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """One of the three."""
        self._shown = self._looks()
        rest = dialog(ui, 1640, 980, ui.t("A vote with dots"), self.back)
        vote = self.vote
        if vote is None:
            self._prepare(ui, rest)
        elif vote.open:
            self._wait(ui, rest, vote)
        else:
            self._counted(ui, rest, vote)

    def _prepare(self, ui: Ui, box: Box) -> None:
        t = ui.t
        what, rest = box.cut_top(118, 16)
        field = labelled(ui, what, t("What do you vote on?"))
        options = [("ideas", t("The ideas")), ("sheets", t("The sheets")), ("written", t("Other"))]
        choice = Choice("source", field.cut_top(72)[0], options, self.source, self._set_source)
        ui.add(choice)
        foot, rest = rest.cut_bottom(84, 20)
        dots, rest = rest.cut_bottom(118, 20)
        place = labelled(ui, dots, t("How many dots has everybody?")).cut_top(72)[0]
        steps = place.cut_left(420)[0]
        ui.add(Stepper("dots", steps, self.dots, self._set_dots, high=_MOST_DOTS, size=30))
        if self.source == "written":
            area = labelled(ui, rest, t("One thing on each line"))
            ui.add(TextField("written", area, self.written, self._type, limit=1200, lines=8))
        else:
            self._list(ui.canvas, rest, self._options())
        label = Label(t("Vote"), icon="check", style="primary", size=32)
        few = "" if len(self._options()) > 1 else t("There must be two things to choose between.")
        ui.add(Button("begin", foot.place(620, 80), label, self._begin, reason=few))

    def _list(self, c: Canvas, box: Box, options: list[str]) -> None:
        for row, option in zip(box.rows(max(8, len(options)), 6), options, strict=False):
            c.text(row, f"• {option}", (28, 26, 24, 22, 20, 18), theme.CHALK, valign="middle")

    def _options(self) -> list[str]:
        """What may be voted on, each once."""
        game = self.game
        if self.source == "ideas":
            found = [f"{i.letter} · {game.names.idea(i)}" for i in game.state.ideas]
        elif self.source == "sheets":
            writing = game.session.log.writing
            sheets = [] if writing is None else writing.on_top()
            found = [sheet.text for sheet in sheets if sheet.turned]
        else:
            found = [" ".join(line.split()) for line in self.written.splitlines()]
        return list(dict.fromkeys(text for text in found if text))[:MOST_OPTIONS]

    def _wait(self, ui: Ui, box: Box, vote: VoteCount) -> None:
        """How many have voted; nobody sees for what before all have."""
        c, t = ui.canvas, ui.t
        head, rest = box.cut_top(110, 20)
        sizes = (48, 44, 40, 36, 32)
        c.text(head, vote.question, sizes, theme.ACCENT, "bold", valign="middle")
        foot, rest = rest.cut_bottom(84, 20)
        count, rest = rest.cut_top(60, 16)
        text = t.plural("{n} phone has voted.", "{n} phones have voted.", len(vote.ballots))
        c.text(count, text, ROOM, theme.CHALK, "semibold", valign="middle")
        self._list(c, rest, list(vote.options))
        label = Label(t("Count the dots"), icon="check", style="primary", size=32)
        ui.add(Button("count", foot.place(620, 80), label, self._end))
        ui.focus_on("count")

    def _counted(self, ui: Ui, box: Box, vote: VoteCount) -> None:
        """The options with their dots, the most first."""
        c, t = ui.canvas, ui.t
        head, rest = box.cut_top(90, 20)
        sizes = (44, 40, 36, 32)
        c.text(head, vote.question, sizes, theme.ACCENT, "bold", valign="middle")
        foot, rest = rest.cut_bottom(84, 20)
        rows = sorted(zip(vote.counts, vote.options, strict=True), key=lambda row: -row[0])
        high = min(_ROW + 0.0, rest.h / max(1, len(rows)))
        most = max(1, *vote.counts)
        for i, (dots, option) in enumerate(rows):
            row = Box(rest.x, rest.y + i * high, rest.w, high - 8)
            _bar(c, row, option, dots, most)
        again, close = foot.columns(2, 20)
        label = Label(t("Vote again"), icon="refresh-cw", style="quiet", size=28)
        ui.add(Button("again", again, label, self._again))
        ui.add(Button("go-on", close, Label(t("Go on"), style="primary", size=32), self.back))
        ui.focus_on("go-on")

    # ------------------------------------------------------------------ actions
    def _set_source(self, source: Source) -> None:
        self.source = source

    def _set_dots(self, dots: int) -> None:
        self.dots = dots

    def _type(self, text: str) -> None:
        self.written = text

    def _begin(self) -> None:
        question, options = self.t(_QUESTIONS[self.source]), self._options()
        begin = partial(self.game.session.begin_vote, question, options, self.dots)
        if self.game.record(begin):
            self.anew = False
        self.refresh()

    def _end(self) -> None:
        self.game.record(self.game.session.end_vote)
        self.refresh()

    def _again(self) -> None:
        self.anew = True
        self.refresh()

    # ------------------------------------------------------------------ what goes by
    def update(self, dt: float) -> None:
        """Show how many have voted as ballots come in."""
        if self._looks() != self._shown:
            self.refresh()

    def _looks(self) -> object:
        written = len([line for line in self.written.splitlines() if line.strip()]) > 1
        return len(self.game.session.log.records), self.anew, self.source, written


def _bar(c: Canvas, box: Box, option: str, dots: int, most: int) -> None:
    """An option, its dots as a bar, and their number."""
    words, rest = box.cut_left(box.w * 0.55, 20)
    number, bar = rest.cut_right(70, 12)
    c.text(words, option, (30, 28, 26, 24, 22, 20, 18), theme.CHALK, "semibold", valign="middle")
    high = min(40.0, bar.h)
    c.shape(bar.place(bar.w, high), theme.PANEL, high / 2)
    if dots:
        full = Box(bar.x, bar.centre[1] - high / 2, max(high, bar.w * dots / most), high)
        c.shape(full, theme.ACCENT, high / 2)
    c.text(number, str(dots), (36, 32), theme.CHALK, "bold", align="right", valign="middle")
