"""The range of an estimate: what a benefit gives at worst and at best."""

from __future__ import annotations

from functools import partial
from typing import Literal

from game.engine import Benefit, Idea, Track
from game.engine import actions as act
from game.engine.limits import RANGE_ENDS
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.choice import Stepper
from game.i18n import mark
from game.table.cards.parts import named_track
from game.table.parts.dialog_parts import ROOM, TEXT, answers
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.wording import figures, worth

End = Literal["worst", "best"]


class RangeDialog(Dialog):
    """Two numbers, one on each side of the estimate; of a harm they say how much it takes.

    ``low`` and ``high`` are points as the rules have them, below 0 for a harm.
    """

    of_turn = True

    def __init__(self, game: Game, idea: Idea, track: Track) -> None:
        super().__init__(game)
        self.idea = idea.id
        self.track: Track = track
        b = idea.benefit(track)
        assert b is not None  # the sheet offers it for a benefit only
        lowest, highest = _bounds(b)
        self.low = max(lowest, b.estimate - 1) if b.low is None else b.low
        self.high = min(highest, b.estimate + 1) if b.high is None else b.high

    def build(self, ui: Ui) -> None:
        """What is believed now, the two ends, and what the range is good for."""
        idea = self.game.state.idea(self.idea)
        b = idea.benefit(self.track) if idea else None
        if idea is None or b is None:
            self.app.pop(self)
            return
        t = self.t
        rest = dialog(ui, 1360, 690, t("How sure are we?"), self.back)
        about, rest = rest.cut_top(64, 24)
        self._about(ui, about, idea, b)
        buttons, rest = rest.cut_bottom(76, 20)
        purpose, ends = rest.cut_bottom(80, 16)
        text = t(
            "It is free and moves nothing in the game. In the benefit register it is the "
            "pessimistic and the optimistic target."
        )
        ui.canvas.text(purpose, text, TEXT, theme.CHALK_SOFT, valign="middle")
        upper, lower = ends.rows(2, 20)
        self._end(ui, upper, "worst", b)
        self._end(ui, lower, "best", b)
        reason = self.game.why_not(self._action())
        answers(ui, buttons, t("This is how sure we are"), self._set, self.back, reason=reason)
        ui.focus_on("worst")

    def _about(self, ui: Ui, box: Box, idea: Idea, b: Benefit) -> None:
        sign, words = box.cut_left(110, 18)
        named_track(ui.canvas, sign.place(110, 60), self.track)
        names = self.game.names
        said = mark("{claim}. We believe {points}.")
        if b.downside:
            said = mark("{claim}. We believe that it takes {points}.")
        own, alone = names.idea(idea), names.benefit_alone(idea, b)
        text = self.t(
            said,
            claim=alone if alone == own else f"{own}: {alone}",
            points=figures.points(self.t, abs(b.estimate)),
        )
        ui.canvas.text(words, text, ROOM, theme.CHALK, "semibold", valign="middle")

    def _end(self, ui: Ui, box: Box, end: End, b: Benefit) -> None:
        """What an end means on the track, and its numbers, each where it is in the other row."""
        words, ruler = box.cut_left(430, 24)
        over, under = words.rows((1.2, 1), 0)
        name = self.t("At worst") if end == "worst" else self.t("At best")
        ui.canvas.text(over, name, ROOM, theme.CHALK, "semibold", valign="bottom")
        value = self.low if end == "worst" else self.high
        ui.canvas.text(under, self._worth(b, value), TEXT, theme.CHALK_SOFT)
        low, high = _sizes(b, end)
        cells = ruler.columns(max(map(abs, _bounds(b))) + 1, 8)
        place = Box(cells[low].x, ruler.y, cells[high].right - cells[low].x, ruler.h)
        change = partial(self._change, end, -1 if b.estimate < 0 else 1)
        ui.add(Stepper(end, place, abs(value), change, low=low, high=high, filled=False))

    def _worth(self, b: Benefit, points: int) -> str:
        """What an end comes to, as the register will have it."""
        t, case = self.t, self.game.case
        own = worth.own_measure(t, case, self.track, b)
        if own is None:
            return worth.on_the_track(t, case, self.track, points)
        return worth.reached(t, own, points, b.estimate)

    def _change(self, end: End, sign: int, size: int) -> None:
        if end == "worst":
            self.low = sign * size
        else:
            self.high = sign * size

    def _action(self) -> act.SetRange:
        return act.SetRange(self.game.state.turn, self.idea, self.track, self.low, self.high)

    def _set(self) -> None:
        if not self.game.why_not(self._action()):
            self.finish(self._action())


def another_range(seat: int, idea: Idea, track: Track, b: Benefit) -> act.SetRange:
    """Setting a range that the benefit could have and has not: whether ranges can be set now."""
    lowest, highest = _bounds(b)
    low, high = sorted((b.estimate, b.estimate + (1 if b.estimate < 0 else -1)))
    if (b.low, b.high) == (low, high):
        low, high = lowest, highest
    return act.SetRange(seat, idea.id, track, low, high)


def _bounds(b: Benefit) -> tuple[int, int]:
    """Between which points the range may lie."""
    return (RANGE_ENDS[0], 0) if b.estimate < 0 else (0, RANGE_ENDS[-1])


def _sizes(b: Benefit, end: End) -> tuple[int, int]:
    """The smallest and the largest size that an end may have."""
    lowest, highest = _bounds(b)
    ends = (lowest, b.estimate) if end == "worst" else (b.estimate, highest)
    low, high = sorted(map(abs, ends))
    return low, high
