"""Dice before they lie: in the hand, shaken, and on their way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from game.engine import events as ev
from game.engine.events import Event
from game.table.play.check.screen import CheckScreen
from game.table.play.moments.aftermath import show_aftermath
from game.table.play.moments.report import ReportScreen
from tests import staging
from tests.pictures.studio import Studio, enter, look, nothing


@contextmanager
def _moving(studio: Studio) -> Iterator[None]:
    """What is put up meanwhile moves."""
    studio.app.animator.reduced = False
    yield
    studio.app.animator.reduced = True


def _asked(studio: Studio, kind: type[Event]) -> CheckScreen:
    """A step of a check at which somebody is asked to throw."""
    for session, decided in (staging.whole_game(studio.folder, "rush", n) for n in range(9)):
        for one in decided:
            if not (one.has(ev.CheckBegan) and one.has(kind)):
                continue
            screen = CheckScreen(studio.sit_down(session), one.before, one.moments, nothing)
            for at, step in enumerate(screen.steps):
                if step.events and isinstance(step.events[0], kind):
                    studio.app.push(screen)
                    with _moving(studio):
                        screen.at = at - 1
                        screen.next()
                        studio.look()
                    return screen
    raise LookupError(f"no game has a {kind.__name__}")


def _held(studio: Studio) -> None:
    _asked(studio, ev.RiskThrown)
    studio.press("next")
    studio.look(0.3)


def _rolling(studio: Studio) -> None:
    with _moving(studio):
        _asked(studio, ev.StumbleThrown)
        studio.app.animator.reduced = False
        studio.click("next")
        studio.look(0.9)


enter("20a-die-asked-for", CheckScreen, partial(_asked, kind=ev.RiskThrown))
enter("20b-die-held", CheckScreen, _held)
enter("20c-die-rolls", CheckScreen, _rolling)


@look("55ab-report-die-asked-for", ReportScreen)
def _report(studio: Studio) -> None:
    session = staging.begin(studio.folder, 4, 3)
    game = studio.sit_down(session)
    for one in staging.decisions(session, staging.trying(), 3):
        if one.has(ev.TrialReported):
            with _moving(studio):
                show_aftermath(game, one.before, one.moments)
                studio.look()
            return
    raise LookupError("no trial is reported")
