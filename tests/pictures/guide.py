"""The guide's hints on the first game, as a group meets them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from game.content import Case, load
from game.engine import State
from game.engine import actions as act
from game.resources import SCENARIOS
from game.session import Session
from game.table.guide.hints import HINTS
from game.table.guide.overlay import HintOverlay
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from tests import staging
from tests.pictures.studio import Studio, look, nothing
from tests.table.sitting import lay


@cache
def first_game() -> Case:
    """The case that newcomers begin with."""
    return load(SCENARIOS / "foerste-spil.toml")


def sit_down(
    studio: Studio,
    until: Callable[[State], bool] = lambda s: True,
    group: str = "method",
    *,
    only: str = "",
) -> Game:
    """A first game with hints, where a group has come so far.

    With ``only`` all but one hint have been shown.
    """
    session = Session.create(first_game(), staging.seats(4), 3, studio.folder)
    staging.play(session, staging.by(group), until)
    session.set_guided(True)
    game = Game(studio.app, first_game(), session)
    hints = studio.app.decorate = HintOverlay(game)
    hints.guide.shown_ids.clear()  # as if nothing had been said on the way here
    if only:
        hints.guide.shown_ids |= {hint.id for hint in HINTS} - {only}
    studio.show(TableScreen(lay(game)))
    return game


def put_away(studio: Studio) -> None:
    """What follows is without hints."""
    studio.app.draw()
    studio.app.decorate = None


def first_card(game: Game) -> tuple[str, str]:
    """The first idea in the hand, and its track."""
    card = game.state.idea_hands[game.state.turn][0]
    return card, game.state.setup.by_id.ideas[card].track


@look("95-hint-hand", TableScreen)
def _hand(studio: Studio) -> None:
    sit_down(studio)
    put_away(studio)


@look("95-hint-carrying", TableScreen)
def _carrying(studio: Studio) -> None:
    card, _ = first_card(sit_down(studio))
    studio.pick_up(f"hand:ideas:{card}", "undo")
    put_away(studio)


@look("95-hint-estimate", EstimateDialog)
def _estimate(studio: Studio) -> None:
    game = sit_down(studio)
    card, track = first_card(game)
    studio.app.push(EstimateDialog.for_placing(game, card, track, nothing))
    put_away(studio)


@look("95-hint-risk", TableScreen)
def _risk(studio: Studio) -> None:
    sit_down(studio, lambda s: s.step == "turn" and s.placed == 1)
    put_away(studio)


@look("95-hint-trial", TableScreen)
def _trial(studio: Studio) -> None:
    sit_down(
        studio, lambda s: s.step == "turn" and s.placed == 2, "method-without-trials", only="trial"
    )
    put_away(studio)


@look("95-hint-on-trial", TableScreen)
def _on_trial(studio: Studio) -> None:
    sit_down(studio, lambda s: s.step == "turn" and any(i.trial for i in s.ideas), only="on_trial")
    put_away(studio)


@look("95-hint-implement", TableScreen)
def _implement(studio: Studio) -> None:
    sit_down(studio, lambda s: s.step == "turn" and s.round == 3)
    put_away(studio)


@look("95-hint-sheet", IdeaSheet)
def _sheet(studio: Studio) -> None:
    game = sit_down(studio, lambda s: s.step == "turn" and s.round == 2)
    idea = next(idea for idea in game.state.ideas if not idea.locked)
    studio.app.push(IdeaSheet(game, idea.id))
    put_away(studio)


@look("95-hint-phones", TableScreen)
def _phones(studio: Studio) -> None:
    """Four at one mouse, in the second turn."""
    sit_down(studio, lambda s: s.step == "turn" and s.turn != s.starter, only="phones")
    put_away(studio)


@look("95-hint-check", CheckScreen)
def _check(studio: Studio) -> None:
    game = sit_down(studio, lambda s: s.step == "check" and s.round == 3)
    decided = staging.decide(game.session, act.Proceed())
    screen = CheckScreen(game, decided.before, decided.moments, nothing)
    studio.app.push(screen)
    screen.next()
    put_away(studio)
