"""Which moments deserve the whole room's attention, and the order in which they are shown.

Placing, anchoring, rallying and the like are told by the table's own line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import INDEX, TRACKS, Event, State
from game.engine import events as ev
from game.i18n import names
from game.i18n.telling import tell
from game.table import theme
from game.table.frame import Box
from game.table.play.check import CheckScreen
from game.table.play.findings import AbilityScreen, TrialScreen
from game.table.play.game import Game, Moment
from game.table.play.meters import draw_meter
from game.table.play.moment import MomentScreen, note, nothing
from game.table.play.opening import ChoiceScreen, OpeningScreen
from game.table.play.stage_round import draw_crisis
from game.table.screen import Screen
from game.table.ui import Ui

_FOUND = (ev.EffectsOpened, ev.RiskTurnedUp, ev.NothingFound, ev.CostLowered, ev.FreeClaimGiven)


def show_aftermath(
    game: Game,
    before: State,
    moments: Sequence[Moment],
    on_done: Callable[[], object] = nothing,
) -> None:
    """Show what came of a decision, one moment after the other; then call ``on_done``.

    A decision that deserves no moment of its own calls it at once. A choice that an event asks for
    comes last and leads on by itself, through the decision it makes.
    """
    _show(game, _scenes(before, moments), before, moments, on_done)


def show_choice(game: Game) -> None:
    """Show the event that waits for the starting seat's choice."""
    game.app.push(ChoiceScreen(game, game.state))


Scene = Callable[[Game, State, Sequence[Moment], Callable[[], object]], Screen]


def _show(
    game: Game,
    scenes: Sequence[Scene],
    before: State,
    moments: Sequence[Moment],
    on_done: Callable[[], object],
) -> None:
    if not scenes:
        on_done()
        return
    first, *rest = scenes
    game.app.push(first(game, before, moments, lambda: _show(game, rest, before, moments, on_done)))


def _scenes(before: State, moments: Sequence[Moment]) -> list[Scene]:
    kinds = {type(moment.event) for moment in moments}
    if ev.CheckBegan in kinds:
        return [CheckScreen]  # tells of a pause or a stop itself
    scenes: list[Scene] = []
    if ev.RoundOpened in kinds or ev.OptionChosen in kinds:
        waits = moments[-1].state.step == "choice"
        scenes.append(ChoiceScreen if waits else OpeningScreen)
    elif ev.TrialThrown in kinds:
        scenes.append(TrialScreen)
    elif ev.AbilityUsed in kinds and not kinds.isdisjoint(_FOUND):
        scenes.append(AbilityScreen)
    elif ev.CorrectionMade in kinds:
        scenes.append(CorrectionScreen)
    if not kinds.isdisjoint((ev.Paused, ev.Stopped)):
        scenes.append(CrisisScreen)
    return scenes


def _find(moments: Sequence[Moment], *kinds: type[Event]) -> Moment:
    return next(m for m in moments if isinstance(m.event, kinds))


class CrisisScreen(MomentScreen):
    """Trust is gone: the project is paused, or stopped."""

    sign = "triangle-alert"

    def __init__(
        self,
        game: Game,
        before: State,
        moments: Sequence[Moment],
        on_done: Callable[[], object] = nothing,
    ) -> None:
        super().__init__(game, moments[-1].state, on_done)
        self.moment = _find(moments, ev.Paused, ev.Stopped)

    def title(self) -> str:
        """What has happened."""
        return self.game.t("Trust is gone")

    def content(self, ui: Ui, box: Box) -> None:
        """The sign of it, and what it means."""
        t = self.game.t
        foot, body = box.cut_bottom(130, 24)
        paused = isinstance(self.moment.event, ev.Paused)
        title = t("The project is paused") if paused else t("The project is stopped")
        draw_crisis(ui.canvas, body, "pause" if paused else "hand", title)
        said = tell(self.moment.event, self.moment.state, self.game.case, t)
        note(ui.canvas, foot, said or "")


class CorrectionScreen(MomentScreen):
    """The facilitator has corrected something, with a reason."""

    sign = "sliders-horizontal"
    height = 640.0

    def __init__(
        self,
        game: Game,
        before: State,
        moments: Sequence[Moment],
        on_done: Callable[[], object] = nothing,
    ) -> None:
        super().__init__(game, moments[-1].state, on_done)
        self.before = before
        event = _find(moments, ev.CorrectionMade).event
        assert isinstance(event, ev.CorrectionMade)
        self.event = event

    def title(self) -> str:
        """What is corrected."""
        t = self.game.t
        return t("The facilitator corrects: {what}", what=names.corrected(t, self.event.what))

    def content(self, ui: Ui, box: Box) -> None:
        """From what to what, and why."""
        foot, body = box.cut_bottom(130, 28)
        self._change(ui, body)
        note(ui.canvas, foot, self.game.t("Reason: {reason}", reason=self.event.reason))

    def _change(self, ui: Ui, box: Box) -> None:
        c, e = ui.canvas, self.event
        for track in TRACKS:
            if track == e.what:
                points = self.before.points[INDEX[track]]
                place = box.place(min(900, box.w), min(box.h, 220))
                draw_meter(c, place, self.game, track, self.state, from_points=points)
                return
        before, after = (getattr(s, e.what) for s in (self.before, self.state))
        said = f"{before} → {after}"
        c.text(
            Box(box.x, box.y, box.w, box.h),
            said,
            130,
            theme.CHALK,
            "bold",
            align="centre",
            valign="middle",
        )
