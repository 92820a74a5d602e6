"""The facilitator's console and what it opens."""

from __future__ import annotations

import time
from dataclasses import replace
from errno import ENOSPC

from game.engine import actions as act
from game.gui.dialogs.modal import Question
from game.i18n.os_errors import reason
from game.session import SaveError
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.help_screen import HelpScreen
from game.table.play.countdowns import TIMED
from game.table.play.dialogs.ask_poker import AskPoker
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.correct import CorrectDialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.save_error import SaveErrorDialog
from game.table.play.dialogs.seated import AnotherRoleDialog, NewcomerDialog, SuccessorDialog
from game.table.play.dialogs.seats import SeatsDialog
from game.table.play.dialogs.undo import UndoDialog
from game.table.play.facilitator_screen import FacilitatorScreen
from game.table.play.game import Game
from game.table.play.services import TableServices
from tests.pictures.ideas import claim
from tests.pictures.studio import Studio, look, nothing


def _services(studio: Studio) -> TableServices:
    studio.middle()
    return studio.services


@look("30-facilitator", Console)
def _console(studio: Studio) -> None:
    studio.app.push(Console(_services(studio)))


@look("30b-facilitator-question", Question)
def _question(studio: Studio) -> None:
    studio.app.push(Console(_services(studio)))
    studio.click("phase")


@look("30e-facilitator-end-the-game", Question)
def _end_the_game(studio: Studio) -> None:
    studio.app.push(Console(_services(studio)))
    studio.click("end")


@look("30c-facilitator-window", FacilitatorScreen)
def _own_window(studio: Studio) -> None:
    """Somebody has been quiet for long, one timer runs, and a note is half written."""
    studio.show(_facilitator_screen(studio, studio.middle()))


@look("30d-facilitator-window-late", FacilitatorScreen)
def _own_window_late(studio: Studio) -> None:
    """Six seats, and the timers are all on."""
    screen = _facilitator_screen(studio, studio.late())
    for what in TIMED:
        studio.services.timers.start(what)
    studio.show(screen)


class _Open:
    """A window that is open, on the other one of two screens."""

    is_open = can_swap = True
    open = close = come_forward = swap = watch = staticmethod(nothing)


def _facilitator_screen(studio: Studio, game: Game) -> FacilitatorScreen:
    """Whoever has the turn has just done something, eight minutes after the others."""
    studio.services = replace(studio.services, window=_Open())
    studio.services.timers.set_length("turn", 150)
    studio.services.timers.start("turn")
    screen = FacilitatorScreen(studio.services)
    game.session._clock = lambda: time.time() + 8 * 60
    game.do(act.Rally(game.state.turn))
    screen.note = studio.app.t("for example: here they all agreed at once")
    return screen


@look("31-undo-reason", UndoDialog)
def _undo(studio: Studio) -> None:
    studio.app.push(UndoDialog(_round_one_over(studio)))


def _round_one_over(studio: Studio) -> Game:
    return studio.play(4, lambda s: s.round == 2 and s.step == "turn")


@look("32-correct", CorrectDialog)
def _correct(studio: Studio) -> None:
    studio.app.push(CorrectDialog(studio.middle()))


@look("32b-correct-last-trust", CorrectDialog)
def _last_trust(studio: Studio) -> None:
    game = studio.middle()
    dialog = CorrectDialog(game)
    dialog.what, dialog.by = "trust", -game.state.trust
    studio.app.push(dialog)


@look("33-bookmark", BookmarkDialog)
def _bookmark(studio: Studio) -> None:
    studio.app.push(BookmarkDialog(studio.middle()))


@look("34-poker-ask", AskPoker)
def _ask(studio: Studio) -> None:
    studio.app.push(AskPoker(studio.middle()))


def _poker(studio: Studio, given: int) -> None:
    game = studio.middle()
    idea, track = claim(game, owned=False)
    game.do(act.CallEstimates(idea.id, track))
    for seat, value in enumerate((2, 5, 3, 3)[:given]):
        game.do(act.GiveEstimate(seat, value))
    studio.app.advance(0.1)


@look("35-poker-cover", PokerScreen)
def _poker_cover(studio: Studio) -> None:
    _poker(studio, 2)


@look("36-poker-turned", PokerScreen)
def _poker_turned(studio: Studio) -> None:
    _poker(studio, 4)


@look("35b-poker-entry", PokerScreen)
def _poker_entry(studio: Studio) -> None:
    _poker(studio, 1)
    studio.click("ready")


@look("35c-poker-away", PokerScreen)
def _poker_away(studio: Studio) -> None:
    """One has no number yet, one is away, and eight sit at the table."""
    game = studio.middle()
    for name in ("Esben", "Fatima", "Gro", "Hans-Henrik"):
        game.do(act.Arrive(name))
    idea, track = claim(game, owned=False)
    game.do(act.CallEstimates(idea.id, track))
    game.do(act.GiveEstimate(0, 4))
    game.do(act.Leave(2))
    studio.app.advance(0.1)


@look("36b-poker-no-opinion", PokerScreen)
def _poker_no_opinion(studio: Studio) -> None:
    game = studio.middle()
    game.do(act.Leave(3))
    idea, track = claim(game, owned=False)
    game.do(act.CallEstimates(idea.id, track))
    for seat, value in enumerate((2, 5, None)):
        game.do(act.GiveEstimate(seat, value))
    studio.app.advance(0.1)


@look("34b-seats", SeatsDialog)
def _seats(studio: Studio) -> None:
    studio.app.push(SeatsDialog(studio.middle()))


@look("34c-seats-away", SeatsDialog)
def _seats_away(studio: Studio) -> None:
    """Eight at the table, of whom one is away and chosen."""
    game = studio.middle()
    for name in ("Esben", "Fatima", "Gro", "Hans-Henrik"):
        game.do(act.Arrive(name))
    game.do(act.Leave(2))
    dialog = SeatsDialog(game)
    dialog.chosen = 2
    studio.app.push(dialog)


@look("34d-seats-newcomer", NewcomerDialog)
def _newcomer(studio: Studio) -> None:
    dialog = NewcomerDialog(studio.middle())
    dialog.name = "Esben"
    studio.app.push(dialog)


@look("34e-seats-successor", SuccessorDialog)
def _successor(studio: Studio) -> None:
    studio.app.push(SuccessorDialog(studio.middle(), 1))


@look("34f-seats-another-role", AnotherRoleDialog)
def _another_role(studio: Studio) -> None:
    game = studio.middle()
    game.do(act.Leave(2))
    studio.app.push(AnotherRoleDialog(game, 0))


@look("37-rules", HelpScreen)
def _rules(studio: Studio) -> None:
    studio.app.push(HelpScreen(studio.middle()))


@look("38-words", HelpScreen)
def _words(studio: Studio) -> None:
    studio.app.push(HelpScreen(studio.middle(), tab="words"))


@look("39-keys", HelpScreen)
def _keys(studio: Studio) -> None:
    studio.app.push(HelpScreen(studio.middle(), tab="keys"))


@look("40-economy", EconomyScreen)
def _economy(studio: Studio) -> None:
    studio.app.push(EconomyScreen(studio.middle()))


@look("41-save-error", SaveErrorDialog)
def _save_error(studio: Studio) -> None:
    game = studio.middle()
    full = OSError(ENOSPC, "No space left on device")
    error = SaveError("no_room", folder="/media/usb/sessions", why=reason(full))
    studio.app.push(SaveErrorDialog(game, error, nothing))


@look("41-save-replaced", SaveErrorDialog)
def _save_replaced(studio: Studio) -> None:
    game = studio.middle()
    path = game.session.path
    error = SaveError("replaced", file=path.name, folder=str(path.parent))
    studio.app.push(SaveErrorDialog(game, error, nothing))
