"""Every dialog at three sizes in both languages: no text is cut, small, faint or outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.engine import State
from game.engine import actions as act
from game.gui.screen import Screen
from game.i18n import LANGS, Lang
from game.session import SaveError
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.help_screen import HelpScreen
from game.table.play.dialogs.amends import AmendsDialog
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.answer import AnswerDialog
from game.table.play.dialogs.ask_poker import AskPoker
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.correct import CorrectDialog
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.hand_over import HandOverDialog
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.pick_idea import PickIdeaDialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.post import PostDialog
from game.table.play.dialogs.range import RangeDialog
from game.table.play.dialogs.save_error import SaveErrorDialog
from game.table.play.dialogs.seated import AnotherRoleDialog, NewcomerDialog, SuccessorDialog
from game.table.play.dialogs.seats import SeatsDialog
from game.table.play.dialogs.silent_writing import SilentWriting
from game.table.play.dialogs.timers import TimersDialog
from game.table.play.dialogs.trial import TrialDialog
from game.table.play.dialogs.undo import UndoDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.game import Game
from tests import staging
from tests.pictures.downsides import free
from tests.pictures.modules import ELDER_CARE, saving
from tests.screens import BASES, subclasses
from tests.staged_checks import ELDERLY, WALK
from tests.table.sitting import Sitting
from tests.table.windows import in_every_window

pytestmark = pytest.mark.slow


def scenes(sitting: Sitting) -> Iterator[Screen]:
    """Every dialog with much in it, one after the other."""
    game = sitting.game
    idea, track = sitting.claimed()
    yield EstimateDialog.for_placing(game, idea.id, "citizen", print)
    yield EstimateDialog.for_revising(game, idea, track)
    yield RangeDialog(game, idea, track)
    yield AnchorDialog(game, idea, track)
    yield MitigateDialog(game, *sitting.risky())
    yield TrialDialog(game, idea)
    for card in ("idea", "benefit", "downside", "risk"):
        dialog = WriteDialog(game, sitting.services.drafts)
        dialog.draft.card = card
        yield dialog
    yield Console(sitting.services)
    yield CorrectDialog(game)
    yield BookmarkDialog(game)
    yield HistoryDialog(game)
    yield TimersDialog(game, sitting.services.timers)
    yield AskPoker(game)
    title = "Hvilken idé? Hør fra hverdagen"
    yield PickIdeaDialog(game, title, lambda idea: act.Shelve(game.state.turn, idea.id))
    for tab in ("rules", "words", "keys"):
        yield HelpScreen(game, tab=tab)
    yield EconomyScreen(game)
    error = SaveError("not_saved", folder="/home/kommunen/Dokumenter/Spil", why="No space left")
    yield SaveErrorDialog(game, error, lambda: None)
    yield _amends(sitting)
    yield _answer(sitting)
    yield _post(sitting)
    sitting.do(act.Anchor(game.state.turn, idea.id, track, 0))
    yield HandOverDialog(game, game.state.idea(idea.id) or idea, track)
    sitting.do(act.CallEstimates(idea.id, "economy"))
    yield PokerScreen(game)
    for seat in range(len(game.state.seats)):
        sitting.do(act.GiveEstimate(seat, seat % 7))
    yield PokerScreen(game)
    yield UndoDialog(game)
    sitting.do(act.CloseEstimates())
    yield from _people(game)
    yield from _writing(game)


def _people(game: Game) -> Iterator[Screen]:
    """Who comes and goes."""
    yield SeatsDialog(game)
    yield NewcomerDialog(game)
    yield SuccessorDialog(game, 0)
    yield AnotherRoleDialog(game, 0)


def _writing(game: Game) -> Iterator[Screen]:
    """Silent writing: chosen, face down, and turned."""
    session = game.session
    yield SilentWriting(game, lambda *_: None)
    assert game.begin_writing("risks", 180)
    for n in range(30):
        session.add_sheet(f"{n}: {WALK}")
    yield SilentWriting(game, lambda *_: None)
    session.end_writing()
    yield SilentWriting(game, lambda *_: None)
    sheets = [sheet.number for sheet in session.log.writing.on_top()]
    session.move_sheets(sheets, "turned")
    session.move_sheets(sheets[:3], "joined")
    yield SilentWriting(game, lambda *_: None)


def _amends(sitting: Sitting) -> AmendsDialog:
    idea, track = free(sitting.game)
    seat = sitting.game.state.turn
    sitting.do(act.NameDownside(seat, idea.id, track, 4, WALK, ELDERLY))
    return AmendsDialog(sitting.game, sitting.game.state.require_idea(idea.id), track)


def _answer(sitting: Sitting) -> AnswerDialog:
    return AnswerDialog(_played(sitting, lambda s: s.step == "answer"))


def _post(sitting: Sitting) -> PostDialog:
    game = _played(sitting, lambda s: s.step == "turn" and bool(saving(s)), ELDER_CARE)
    return PostDialog(game, saving(game.state)[0])


def _played(sitting: Sitting, until: Callable[[State], bool], of: str = "") -> Game:
    """Another game in the same window, at a wanted state."""
    session = staging.begin(
        sitting.game.session.path.parent, 8, 3, of=staging.case(of) if of else None
    )
    return Game(sitting.app, session.case, staging.play(session, staging.by("method"), until))


@in_every_window
def test_all_can_be_read(tmp_path: Path, lang: Lang, size: tuple[int, int]) -> None:
    sitting = Sitting(tmp_path, seats=8, lang=lang, size=size, bare=True).working()
    shown = set()
    for screen in scenes(sitting):
        shown.add(type(screen))
        sitting.open(screen)
        assert sitting.app.top is screen
        sitting.assert_readable()
        sitting.app.pop()
    missing = [k.__name__ for k in subclasses(Dialog) if k not in shown and k not in BASES]
    assert not missing, f"yield these dialogs in scenes(), with much in them: {missing}"


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_wrong_can_be_read(tmp_path: Path, lang: Lang) -> None:
    sitting = Sitting(tmp_path, seats=8, lang=lang, bare=True).working()
    idea, track = sitting.claimed()
    sitting.open(AnchorDialog(sitting.game, idea, track))
    for field in ("indicator", "baseline", "target", "months"):
        sitting.fill(field, "" if field == "indicator" else "x,y")
    sitting.enter()
    sitting.assert_readable()
    sitting.app.pop()
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    sitting.enter()
    sitting.assert_readable()


@pytest.mark.parametrize("lang", LANGS)
def test_while_estimates_are_given(tmp_path: Path, lang: Lang) -> None:
    sitting = Sitting(tmp_path, seats=8, lang=lang, bare=True).working()
    sitting.do(act.CallEstimates(sitting.game.state.ideas[0].id, "citizen"))
    sitting.open(PokerScreen(sitting.game))
    sitting.enter()
    sitting.assert_readable()
