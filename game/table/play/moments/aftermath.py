"""Which moments deserve the whole room's attention, and the order in which they are shown.

Placing, anchoring, rallying and the like are only reported in the status line of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import State
from game.engine import events as ev
from game.gui.screen import Screen
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.game_view import GameView
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.answer import AnswerDialog
from game.table.play.game import Game
from game.table.play.moments.ability import AbilityScreen
from game.table.play.moments.base import nothing
from game.table.play.moments.correction import CorrectionScreen
from game.table.play.moments.crisis import CrisisScreen
from game.table.play.moments.opening import ChoiceScreen, OpeningScreen
from game.table.play.moments.trial import TrialScreen

_RESTLESS = (ev.TrustChanged, ev.BalanceShifted, ev.Paused, ev.Stopped)
"""What may still come of a check once reality has its answer."""
_FOUND = (ev.EffectsOpened, ev.RiskTurnedUp, ev.NothingFound, ev.CostLowered, ev.FreeClaimGiven)


def show_aftermath(
    game: Game,
    before: State,
    moments: Sequence[FoldedEvent],
    on_done: Callable[[], object] = nothing,
) -> None:
    """Show the outcome of a decision, one moment after the other; then call ``on_done``.

    A decision without a moment of its own calls it at once. A choice that an event asks for comes
    last and calls nothing: the game continues through the decision that it makes.
    """
    _show(game, _scenes(moments), before, moments, on_done)


def show_choice(game: Game) -> None:
    """Show the event that awaits the starting seat's choice."""
    game.app.push(ChoiceScreen(game, game.state))


def show_answer(game: Game) -> None:
    """Ask the seat that made the claim that reality asked about."""
    game.app.push(AnswerDialog(game))


def look_back(
    game: GameView,
    before: State,
    moments: Sequence[FoldedEvent],
    on_done: Callable[[], object] = nothing,
) -> None:
    """Show the outcome of a recorded decision again; its choices were made long ago."""
    scenes = [OpeningScreen if s is ChoiceScreen else s for s in _scenes(moments)]
    _show(game, scenes, before, moments, on_done)


def worth_showing(moments: Sequence[FoldedEvent]) -> bool:
    """Whether a decision deserves a moment of its own."""
    return bool(_scenes(moments))


MakeScreen = Callable[[GameView, State, Sequence[FoldedEvent], Callable[[], object]], Screen]


def _show(
    game: GameView,
    scenes: Sequence[MakeScreen],
    before: State,
    moments: Sequence[FoldedEvent],
    on_done: Callable[[], object],
) -> None:
    if not scenes:
        on_done()
        return
    first, *rest = scenes
    game.app.push(first(game, before, moments, lambda: _show(game, rest, before, moments, on_done)))


def _scenes(moments: Sequence[FoldedEvent]) -> list[MakeScreen]:
    kinds = {type(moment.event) for moment in moments}
    if ev.CheckBegan in kinds:
        return [CheckScreen]  # shows a pause or a stop itself
    if ev.ClaimAnswered in kinds:
        return [] if kinds.isdisjoint(_RESTLESS) else [CheckScreen]
    scenes: list[MakeScreen] = []
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
