"""A vote with dots: what to talk about, or what to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice, Stepper
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import Words
from game.session.group_entries import MOST_OPTIONS
from game.session.group_rounds import VoteCount
from game.session.group_work import GroupWork
from game.table.parts.dialog_parts import ROOM, labelled, remark

_MOST_DOTS: Final = 5
_ROW, _GAP = 66, 8
_ONE_COLUMN: Final = 10
"""So many options stand below each other; more stand in two columns."""
_HEAD: Final = (48, 44, 40, 36, 32)
_WORDS: Final = (30, 18)


@frozen
class VoteSource:
    """Something to vote on: its name, the question, and what there is to choose between.

    Without ``options`` they are written. ``take`` does what the vote was for with the options
    that got dots, the most first; ``taking`` is the label of that.
    """

    key: str
    name: str
    question: str
    options: tuple[str, ...] | None = None
    taking: str = ""
    take: Callable[[Sequence[str]], object] | None = None


@frozen
class Polling:
    """Where a vote is saved: what the group does together, and how an entry is written.

    What follows from it is given, too, since it may be saved only once the table has tried again.
    """

    work: GroupWork
    record: Callable[[Callable[[], object], Callable[[], object]], object]


class VotingDialog(Screen):
    """What is voted on; then how many have voted, without a count; then the count.

    Whoever has no phone gives dots here, while the others look away. What was put to the vote in
    another language is shown in that of the table: ``spoken`` says how it is called there.
    """

    topic = "facilitator"
    overlay = True

    def __init__(
        self,
        polling: Polling,
        sources: Callable[[Words], Sequence[VoteSource]],
        spoken: Callable[[Words], Mapping[str, str]],
    ) -> None:
        self.polling = polling
        self.sources = sources
        self.spoken = spoken
        self.source = ""
        self.written = ""
        self.dots = 3
        self.own: list[int] | None = None
        """The dots of whoever votes at the screen."""
        self.anew = False
        self._shown: object = None

    @property
    def vote(self) -> VoteCount | None:
        """The vote that is shown, if none other is being prepared."""
        votes = self.polling.work.log.votes
        return votes[-1] if votes and not self.anew else None

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """One of the four."""
        self._shown = self._looks()
        rest = dialog(ui, 1640, 980, ui.t("A vote with dots"), self.back)
        vote = None if self.vote is None else self.vote.put_as(self.spoken(ui.t))
        if vote is None:
            self._prepare(ui, rest)
        elif not vote.open:
            self._counted(ui, rest, vote)
        elif self.own is None:
            self._wait(ui, rest, vote)
        else:
            self._vote_here(ui, rest, vote, self.own)

    def _prepare(self, ui: Ui, box: Box) -> None:
        t, sources = ui.t, self.sources(ui.t)
        chosen = self._chosen(sources)
        what, rest = box.cut_top(118, 16)
        field = labelled(ui, what, t("What do you vote on?"))
        names = [(source.key, source.name) for source in sources]
        place = field.cut_top(72)[0]
        ui.add(Choice("source", place, names, chosen.key, self._set_source))
        foot, rest = rest.cut_bottom(84, 20)
        dots, rest = rest.cut_bottom(118, 20)
        place = labelled(ui, dots, t("How many dots has everybody?")).cut_top(72)[0]
        steps, told = place.cut_left(420, 30)
        remark(ui.canvas, told, self._left_out(t, chosen))
        ui.add(Stepper("dots", steps, self.dots, self._set_dots, high=_MOST_DOTS, size=30))
        if chosen.options is None:
            area = labelled(ui, rest, t("One thing on each line"))
            ui.add(TextField("written", area, self.written, self._type, limit=1200, lines=8))
        else:
            _list(ui.canvas, rest, self._options(chosen))
        label = Label(t("Vote"), icon="check", style="primary", size=32)
        enough = len(self._options(chosen)) > 1
        few = "" if enough else t("There must be two things to choose between.")
        begin = partial(self._begin, chosen)
        ui.add(Button("begin", foot.place(620, 80), label, begin, reason=few))
        ui.focus_on("source")

    def _chosen(self, sources: Sequence[VoteSource]) -> VoteSource:
        """What was chosen to vote on; else the first that has enough to choose between."""
        asked = [source for source in sources if source.key == self.source]
        ready = [source for source in sources if len(source.options or ()) > 1]
        return next(iter((*asked, *ready, sources[-1])))

    def _found(self, source: VoteSource) -> list[str]:
        """What there is to choose between, each once."""
        lines = (" ".join(line.split()) for line in self.written.splitlines())
        found = lines if source.options is None else source.options
        return list(dict.fromkeys(text for text in found if text))

    def _options(self, source: VoteSource) -> list[str]:
        """What is voted on: as much of it as a vote has room for."""
        return self._found(source)[:MOST_OPTIONS]

    def _left_out(self, t: Words, source: VoteSource) -> str:
        """That a vote has no room for some of what there is."""
        over = len(self._found(source)) - MOST_OPTIONS
        if over <= 0:
            return ""
        return t.plural(
            "A vote has room for {most}: the last one is left out.",
            "A vote has room for {most}: the last {n} are left out.",
            over,
            most=MOST_OPTIONS,
        )

    def _wait(self, ui: Ui, box: Box, vote: VoteCount) -> None:
        """How many have voted; nobody sees for what before all have."""
        c, t = ui.canvas, ui.t
        head, rest = box.cut_top(110, 20)
        c.text(head, vote.question, _HEAD, theme.ACCENT, "bold", valign="middle")
        foot, rest = rest.cut_bottom(84, 20)
        count, rest = rest.cut_top(60, 16)
        text = t.plural("{n} has voted.", "{n} have voted.", len(vote.ballots))
        c.text(count, text, ROOM, theme.CHALK, "semibold", valign="middle")
        _list(c, rest, vote.options)
        here, end = foot.columns(2, 20)
        label = Label(t("Vote here, without a phone"), icon="hand", size=30)
        ui.add(Button("vote-here", here, label, partial(self._sit_down, vote)))
        label = Label(t("Count the dots"), icon="check", style="primary", size=32)
        ui.add(Button("count", end, label, self._end))
        ui.focus_on("count")

    def _vote_here(self, ui: Ui, box: Box, vote: VoteCount, own: list[int]) -> None:
        """The options with a number each, for one person at the screen."""
        c, t = ui.canvas, ui.t
        head, rest = box.cut_top(110, 20)
        text = t("{question} Let the others look away.", question=vote.question)
        c.text(head, text, _HEAD, theme.ACCENT, "bold", valign="middle")
        foot, rest = rest.cut_bottom(84, 20)
        with ui.scroll("own", rest, len(own) * (_ROW + _GAP)) as content:
            for n, option in enumerate(vote.options):
                y = content.y + n * (_ROW + _GAP)
                words, steps = Box(content.x, y, content.w, _ROW).columns((1.6, 1), 20)
                c.text(words, option, _WORDS, theme.CHALK, "semibold", valign="middle")
                give = partial(self._give, n, vote)
                place = steps.inset(0, 4)
                ui.add(Stepper(f"own:{n}", place, own[n], give, low=0, high=vote.dots, size=26))
        back, lay = foot.columns((1, 1.4), 20)
        label = Label(t("Back, without dots"), icon="arrow-left", style="quiet", size=28)
        ui.add(Button("back", back, label, self._get_up))
        told = t.plural("Lay {n} dot", "Lay {n} dots", sum(own))
        none = "" if any(own) else t("Give one thing a dot at least.")
        label = Label(told, icon="check", style="primary", size=32)
        ui.add(Button("lay", lay, label, self._lay, reason=none))
        ui.focus_on("own:0")

    def _counted(self, ui: Ui, box: Box, vote: VoteCount) -> None:
        """The options with their dots, the most first."""
        c, t = ui.canvas, ui.t
        head, rest = box.cut_top(90, 20)
        c.text(head, vote.question, _HEAD, theme.ACCENT, "bold", valign="middle")
        foot, rest = rest.cut_bottom(84, 20)
        rows = vote.ranking
        with ui.scroll("counted", rest, len(rows) * (_ROW + _GAP)) as content:
            for n, (option, dots) in enumerate(rows):
                row = Box(content.x, content.y + n * (_ROW + _GAP), content.w, _ROW)
                _bar(c, row, option, dots, max(1, rows[0][1]))
        again, close = foot.columns((1, 1.4), 20)
        label = Label(t("Vote again"), icon="refresh-cw", style="quiet", size=28)
        ui.add(Button("again", again, label, self._again))
        source = self._of(vote, self.sources(t))
        if source is None or source.take is None or not rows[0][1]:
            ui.add(Button("go-on", close, Label(t("Go on"), style="primary", size=32), self.back))
        else:
            label = Label(source.taking, icon="check", style="primary", size=30)
            ui.add(Button("go-on", close, label, partial(self._take, source, vote)))
        ui.focus_on("go-on")

    def _of(self, vote: VoteCount, sources: Sequence[VoteSource]) -> VoteSource | None:
        """What a vote was about, if that is still there as it was."""
        return next((s for s in sources if set(vote.options) <= set(s.options or ())), None)

    # ------------------------------------------------------------------ actions
    def _set_source(self, source: str) -> None:
        self.source = source

    def _set_dots(self, dots: int) -> None:
        self.dots = dots

    def _type(self, text: str) -> None:
        self.written = text

    def _begin(self, source: VoteSource) -> None:
        begin = partial(
            self.polling.work.begin_vote, source.question, self._options(source), self.dots
        )
        self.polling.record(begin, self._begun)

    def _begun(self) -> None:
        self.ui.words_saved()
        self.anew, self.ui.focus = False, None
        self.refresh()

    def _end(self) -> None:
        self.polling.record(self.polling.work.end_vote, self._ended)

    def _ended(self) -> None:
        self.ui.focus = None
        self.refresh()

    def _again(self) -> None:
        self.anew, self.ui.focus = True, None
        self.refresh()

    def _take(self, source: VoteSource, vote: VoteCount) -> None:
        self.app.pop(self)
        if source.take is not None:
            source.take([option for option, dots in vote.ranking if dots])

    # ------------------------------------------------------------------ at the screen
    def _sit_down(self, vote: VoteCount) -> None:
        self.own, self.ui.focus = [0] * len(vote.options), None

    def _get_up(self) -> None:
        self.own, self.ui.focus = None, None
        self.refresh()

    def _give(self, n: int, vote: VoteCount, dots: int) -> None:
        """Give an option dots, as many of them as are left."""
        if self.own is not None:
            others = sum(self.own) - self.own[n]
            self.own[n] = min(dots, vote.dots - others)

    def _lay(self) -> None:
        """Save the dots of somebody at the screen: each has a number of its own below zero."""
        vote, own = self.vote, self.own
        if vote is None or own is None:
            return
        voter = min((0, *vote.ballots)) - 1
        self.polling.record(lambda: self.polling.work.cast(voter, own), self._get_up)

    def back(self) -> None:
        """Esc leaves the dots of whoever sits here; while phones wait it asks, and else closes."""
        if self.vote is None or not self.vote.open:
            super().back()
        elif self.own is not None:
            self._get_up()
        else:
            t = self.app.t
            text = t("Phones ask for dots until they are counted, and for nothing else meanwhile.")
            question = Question(
                t("The vote is still open"),
                text,
                t("Count the dots"),
                self._end,
                no=t("Leave it open"),
                on_no=self._leave_open,
            )
            self.app.push(question)

    def _leave_open(self) -> None:
        self.app.pop(self)
        self.app.toast(self.app.t("The vote is open: count the dots where you opened it."))

    # ------------------------------------------------------------------ what goes by
    def update(self, dt: float) -> None:
        """Show how many have voted as ballots come in."""
        if self._looks() != self._shown:
            self.refresh()

    def _looks(self) -> object:
        written = len([line for line in self.written.splitlines() if line.strip()])
        return len(self.polling.work.log.records), self.anew, self.source, written


def _list(c: Canvas, box: Box, options: Sequence[str]) -> None:
    """All options; in two columns where there are many."""
    columns = 1 if len(options) <= _ONE_COLUMN else 2
    rows = max(8, -(-len(options) // columns))
    for cell, option in zip(box.grid(columns, rows, 6), options, strict=False):
        text = option if option[:1].isdecimal() else f"• {option}"  # some have a number already
        c.text(cell, text, _WORDS, theme.CHALK, valign="middle")


def _bar(c: Canvas, box: Box, option: str, dots: int, most: int) -> None:
    """An option, its dots as a bar, and their number."""
    words, rest = box.cut_left(box.w * 0.64, 20)
    number, bar = rest.cut_right(70, 12)
    c.text(words, option, _WORDS, theme.CHALK, "semibold", valign="middle")
    high = min(40.0, bar.h)
    c.shape(bar.place(bar.w, high), theme.PANEL, high / 2)
    if dots:
        full = Box(bar.x, bar.centre[1] - high / 2, max(high, bar.w * dots / most), high)
        c.shape(full, theme.ACCENT, high / 2)
    c.text(number, str(dots), (36, 32), theme.CHALK, "bold", align="right", valign="middle")
