"""Which moments deserve the whole room's attention, and the order in which they are shown.

Placing, anchoring, rallying and the like are only reported in the status line of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from game.engine import State
from game.engine import events as ev
from game.engine.state import Step
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.game_view import GameView
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.answer import AnswerDialog
from game.table.play.game import Game
from game.table.play.moments.ability import AbilityScreen
from game.table.play.moments.adjust import AdjustScreen
from game.table.play.moments.base import MomentScreen, nothing
from game.table.play.moments.correction import CorrectionScreen
from game.table.play.moments.crisis import CrisisScreen
from game.table.play.moments.opening import ChoiceScreen, OpeningScreen
from game.table.play.moments.report import ReportScreen
from game.table.play.moments.reports import besides_reports
from game.table.play.moments.trial import TrialScreen

_RESTLESS = (ev.TrustChanged, ev.BalanceShifted, ev.Paused, ev.Stopped)
"""What may still come of a check once reality has its answer."""
_FOUND = (ev.EffectsOpened, ev.RiskTurnedUp, ev.NothingFound, ev.CostLowered, ev.FreeClaimGiven)
_OPENING = (ev.RoundOpened, ev.OptionChosen, ev.IdeaAdjusted)
"""What a round opens with, or goes on opening after."""
Scene = CheckScreen | MomentScreen
MakeScreen = Callable[[GameView, State, Sequence[FoldedEvent], Callable[[], object]], Scene]
_ASKING: Mapping[Step, MakeScreen] = {"choice": ChoiceScreen, "adjust": AdjustScreen}
"""The screens that ask for a choice while a round opens."""


def show_aftermath(
    game: Game,
    before: State,
    moments: Sequence[FoldedEvent],
    on_done: Callable[[], object] = nothing,
) -> None:
    """Show the outcome of a decision, one moment after the other; then call ``on_done``.

    A decision without a moment of its own calls it at once. A choice that an event or a trial asks
    for comes last and calls nothing: the game continues through the decision that it makes.
    """
    _show(game, _scenes(moments, live=True), before, moments, on_done)


def told_state(game: Game) -> State:
    """The game as far as the table has told it.

    A check and the reports of trials are told bit by bit, and dice are thrown for them: until that
    is over, whoever looks at a phone knows no more than the room.
    """
    telling = (one for one in game.app.screens if isinstance(one, CheckScreen | ReportScreen))
    for scene in telling:
        if scene.game is game and scene.on_leave is None:  # else it is looked back on
            return scene.before
    return game.state


def show_choice(game: Game) -> None:
    """Show the event that awaits the starting seat's choice."""
    game.app.push(ChoiceScreen(game, game.state))


def show_answer(game: Game) -> None:
    """Ask the seat that made the claim that reality asked about."""
    game.app.push(AnswerDialog(game))


def show_adjusting(game: Game) -> None:
    """Ask the seat that set a trial up what is worked on."""
    game.app.push(AdjustScreen(game, game.state))


def look_back(
    game: GameView,
    before: State,
    moments: Sequence[FoldedEvent],
    on_done: Callable[[], object] = nothing,
) -> None:
    """Show the outcome of a recorded decision again; its choices were made long ago.

    Esc leaves all of it, at any place.
    """
    _show(game, _scenes(moments, live=False), before, moments, on_done, on_leave=on_done)


def worth_showing(moments: Sequence[FoldedEvent]) -> bool:
    """Whether a decision deserves a moment of its own."""
    return bool(_scenes(moments, live=False))


def _show(
    game: GameView,
    scenes: Sequence[MakeScreen],
    before: State,
    moments: Sequence[FoldedEvent],
    on_done: Callable[[], object],
    *,
    on_leave: Callable[[], object] | None = None,
) -> None:
    if not scenes:
        on_done()
        return
    first, *rest = scenes
    go_on = partial(_show, game, rest, before, moments, on_done, on_leave=on_leave)
    scene = first(game, before, moments, go_on)
    scene.on_leave = on_leave
    game.app.push(scene)


def _scenes(moments: Sequence[FoldedEvent], *, live: bool) -> list[MakeScreen]:
    """The screens of a decision; what trials have shown is told before anything else."""
    others = _other_scenes(moments, live=live)
    if not any(isinstance(moment.event, ev.TrialReported) for moment in moments):
        return others
    return [ReportScreen, *(partial(_besides_reports, scene) for scene in others)]


def _besides_reports(
    make: MakeScreen,
    game: GameView,
    before: State,
    moments: Sequence[FoldedEvent],
    on_done: Callable[[], object],
) -> Scene:
    """A screen that tells what came of a decision besides the reports of trials."""
    return make(game, before, besides_reports(moments), on_done)


def _other_scenes(moments: Sequence[FoldedEvent], *, live: bool) -> list[MakeScreen]:
    kinds = {type(moment.event) for moment in moments}
    if ev.CheckBegan in kinds:
        return [CheckScreen]  # shows a pause or a stop itself
    if ev.ClaimAnswered in kinds:
        return [] if kinds.isdisjoint(_RESTLESS) else [CheckScreen]
    scenes: list[MakeScreen] = []
    if not kinds.isdisjoint(_OPENING):
        scenes += _opening(kinds, moments[-1].state.step, live=live)
    elif ev.TrialThrown in kinds:
        scenes.append(TrialScreen)
    elif ev.AbilityUsed in kinds and not kinds.isdisjoint(_FOUND):
        scenes.append(AbilityScreen)
    elif ev.CorrectionMade in kinds:
        scenes.append(CorrectionScreen)
    if not kinds.isdisjoint((ev.Paused, ev.Stopped)):
        scenes.append(CrisisScreen)
    return scenes


def _opening(kinds: set[type[ev.Event]], step: Step, *, live: bool) -> list[MakeScreen]:
    """What a round opens with, or what it asks; looked back on, choices were made long ago."""
    if live and step in _ASKING:
        return [_ASKING[step]]
    only_reports = step == "adjust" and ev.IdeaAdjusted not in kinds
    return [] if only_reports else [OpeningScreen]
