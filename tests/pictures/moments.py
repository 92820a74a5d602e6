"""The moments after a decision."""

from __future__ import annotations

from collections.abc import Callable

from game.engine import actions as act
from game.engine import events as ev
from game.table.play.moments.ability import AbilityScreen
from game.table.play.moments.aftermath import show_aftermath
from game.table.play.moments.correction import CorrectionScreen
from game.table.play.moments.crisis import CrisisScreen
from game.table.play.moments.opening import ChoiceScreen, OpeningScreen
from game.table.play.moments.trial import TrialScreen
from tests import staging
from tests.pictures.studio import Studio, look
from tests.staging import Decided


def _moment(studio: Studio, wanted: Callable[[Decided], bool]) -> None:
    """Play on until a decision brings about what is wanted; then show it."""
    for seed in range(60):
        session = staging.begin(studio.folder, 4, seed)
        game = studio.sit_down(session)
        for one in staging.decisions(session, staging.by("method"), seed):
            if wanted(one):
                show_aftermath(game, one.before, one.moments)
                return
        session.close()
    raise LookupError("no game has that moment")


def _all(*kinds: type[ev.Event]) -> Callable[[Decided], bool]:
    return lambda one: all(one.has(kind) for kind in kinds)


@look("50-opening", OpeningScreen)
def _opening(studio: Studio) -> None:
    told = _all(ev.EventTurned, ev.Dealt)
    _moment(studio, lambda one: told(one) and one.after.step == "turn")


@look("51-opening-new-phase", ChoiceScreen)
def _phase(studio: Studio) -> None:
    _moment(studio, lambda one: (one.before.phase, one.after.phase) == ("ideas", "concretise"))


@look("52-choice", ChoiceScreen)
def _choice(studio: Studio) -> None:
    _moment(studio, lambda one: one.after.step == "choice")


@look("53-trial-proven", TrialScreen)
def _proven(studio: Studio) -> None:
    _moment(studio, _all(ev.TrialThrown, ev.EffectsOpened))


@look("54-trial-learned-risk", TrialScreen)
def _learned(studio: Studio) -> None:
    _moment(studio, _all(ev.Learned, ev.RiskTurnedUp))


@look("55-trial-learned-effect", TrialScreen)
def _learned_effect(studio: Studio) -> None:
    _moment(studio, _all(ev.Learned, ev.EffectsOpened))


@look("56-ability", AbilityScreen)
def _ability(studio: Studio) -> None:
    _moment(studio, _all(ev.AbilityUsed, ev.EffectsOpened))


@look("57-correction", CorrectionScreen)
def _correction(studio: Studio) -> None:
    game = studio.middle()
    correction = act.Correct("economy", -2, "Samme krone var talt med to gange")
    one = staging.decide(game.session, correction)
    show_aftermath(game, one.before, one.moments)


@look("58-crisis", CrisisScreen)
def _crisis(studio: Studio) -> None:
    """Trust is gone: what the correction itself looks like is passed over."""
    game = studio.middle()
    correction = act.Correct("trust", -game.state.trust, "Tilliden var brugt op")
    one = staging.decide(game.session, correction)
    show_aftermath(game, one.before, one.moments)
    studio.click("done")
