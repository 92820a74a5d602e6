"""The moments after a decision."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.engine import actions as act
from game.engine import events as ev
from game.gui.screen import Screen
from game.table.play.moments.ability import AbilityScreen
from game.table.play.moments.adjust import AdjustScreen
from game.table.play.moments.aftermath import show_aftermath
from game.table.play.moments.correction import CorrectionScreen
from game.table.play.moments.crisis import CrisisScreen
from game.table.play.moments.opening import ChoiceScreen, OpeningScreen
from game.table.play.moments.report import ReportScreen
from tests import staging
from tests.pictures.studio import Studio, look
from tests.staging import Decided, Wish


def _moment(studio: Studio, wanted: Callable[[Decided], bool], wish: Wish | None = None) -> None:
    """Play on until a decision brings about what is wanted; then show it."""
    for seed in range(60):
        session = staging.begin(studio.folder, 4, seed)
        game = studio.sit_down(session)
        for one in staging.decisions(session, wish or staging.by("method"), seed):
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
    def wanted(one: Decided) -> bool:
        return one.has(ev.EventTurned) and one.after.round == 3 and one.after.step == "choice"

    _moment(studio, wanted, staging.by("method-without-trials"))


@look("52-choice", ChoiceScreen)
def _choice(studio: Studio) -> None:
    _moment(studio, lambda one: one.after.step == "choice")


def _reports(one: Decided, *, proven: bool, about: str = "") -> bool:
    """Whether a decision reports a trial with this outcome."""
    told = (m.event for m in one.moments if isinstance(m.event, ev.TrialReported))
    return any(e.proven == proven and about in ("", e.about) for e in told)


@look("53-report-proven", ReportScreen)
def _proven(studio: Studio) -> None:
    _moment(studio, lambda one: _reports(one, proven=True), staging.trying())


@look("54-report-risk", ReportScreen)
def _report_risk(studio: Studio) -> None:
    found = _all(ev.TrialReported, ev.RiskTurnedUp)

    def wanted(one: Decided) -> bool:
        return found(one) and _reports(one, proven=False, about="risk")

    _moment(studio, wanted, staging.trying("risk"))


@look("55-report-effect", ReportScreen)
def _report_effect(studio: Studio) -> None:
    _moment(studio, lambda one: _reports(one, proven=False), staging.trying("economy"))


@look("55a-report-second-of-several", ReportScreen)
def _report_second(studio: Studio) -> None:
    def several(one: Decided) -> bool:
        return sum(isinstance(m.event, ev.TrialReported) for m in one.moments) > 2

    _moment(studio, several, staging.trying("risk", at_once=3))
    studio.click("done")


@look("55aa-report-all-at-once", ReportScreen)
def _report_all(studio: Studio) -> None:
    _report_second(studio)
    studio.key(pygame.K_END)


@look("55b-adjust", AdjustScreen)
def _adjust(studio: Studio) -> None:
    _moment(studio, _all(ev.AdjustmentAsked), staging.trying())
    _go_on(studio, AdjustScreen)


@look("55c-adjust-another", AdjustScreen)
def _adjust_another(studio: Studio) -> None:
    _moment(studio, _all(ev.IdeaAdjusted, ev.AdjustmentAsked), staging.trying(at_once=4))


@look("55d-opening-after-adjusting", OpeningScreen)
def _adjusted(studio: Studio) -> None:
    _moment(studio, _all(ev.IdeaAdjusted, ev.TurnBegan), staging.trying())


def _go_on(studio: Studio, until: type[Screen]) -> None:
    """Go through what is told first."""
    while not isinstance(studio.app.top, until):
        studio.click("done")


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
