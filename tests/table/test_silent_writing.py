"""Silent writing at the table: sheets face down, turned, joined, placed as cards, taken back."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.gui.dialogs.modal import Question
from game.i18n.message import Message
from game.session import SaveError, read
from game.session.group_entries import MOST_SHEETS
from game.session.group_rounds import WrittenSheet
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.silent_writing import SilentWriting
from game.table.play.dialogs.undo import undo
from game.table.play.dialogs.write import WriteDialog
from game.table.play.drafts import CardDraft
from game.table.play.game import Game
from tests.table.sitting import Sitting

TEXTS = ("Nobody told the citizens", "The system was down", "nobody told the citizens!")


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path).working()


def opened(sitting: Sitting, asks: str = "risks", texts: tuple[str, ...] = TEXTS) -> SilentWriting:
    """The dialog as the console opens it, with sheets that everybody has written."""
    sitting.open(Console(sitting.services))
    sitting.key(pygame.K_w)
    dialog = sitting.app.top
    assert isinstance(dialog, SilentWriting)
    sitting.click(f"ask:{asks}")
    for text in texts:
        sitting.game.session.add_sheet(text)
    return dialog


def stopped(sitting: Sitting, asks: str = "risks") -> SilentWriting:
    """The same when everybody has stopped, and all sheets are turned."""
    dialog = opened(sitting, asks)
    sitting.look()
    sitting.click("stop")
    sitting.key(pygame.K_a)
    return dialog


def test_it_is_offered_where_a_card_is_written_and_asks_for_such_cards(sitting: Sitting) -> None:
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts, "risk"))
    sitting.type("Half a card")
    sitting.click("together")
    assert isinstance(sitting.app.top, SilentWriting)
    sitting.enter()
    writing = sitting.game.session.log.writing
    assert writing is not None
    assert writing.asks == "risks"
    draft = sitting.services.drafts.draft
    assert draft is not None
    assert draft.name == "Half a card"


def lying(sitting: Sitting) -> list[WrittenSheet]:
    """The sheets that lie on top."""
    writing = read(sitting.game.session.path).writing
    assert writing is not None
    return writing.on_top()


def press(sitting: Sitting, sheet: WrittenSheet) -> None:
    """Press a sheet by the keyboard."""
    sitting.tab_to(f"sheet:{sheet.number}")
    sitting.enter()


# ------------------------------------------------------------------ writing and turning
def test_sheets_lie_face_down_until_they_are_turned(sitting: Sitting) -> None:
    opened(sitting)
    sitting.look()
    assert "3 sheets lie face down." in sitting.texts
    assert TEXTS[0] not in sitting.texts
    sitting.click("stop")
    assert TEXTS[0] not in sitting.texts
    press(sitting, lying(sitting)[0])
    assert [sheet.turned for sheet in lying(sitting)] == [True, False, False]
    sitting.key(pygame.K_a)
    assert all(sheet.turned for sheet in lying(sitting))


def test_whoever_has_no_phone_writes_at_the_screen(sitting: Sitting) -> None:
    opened(sitting, texts=())
    sitting.look()
    sitting.type("It rained")
    sitting.enter()
    assert [sheet.text for sheet in lying(sitting)] == ["It rained"]
    assert "It rained" not in sitting.texts


def test_what_stands_in_the_field_when_writing_stops_is_a_sheet_too(sitting: Sitting) -> None:
    opened(sitting, texts=())
    sitting.look()
    sitting.type("It rained")
    sitting.click("stop")
    assert [sheet.text for sheet in lying(sitting)] == ["It rained"]
    writing = read(sitting.game.session.path).writing
    assert writing is not None
    assert not writing.open


def test_what_was_laid_down_is_saved_and_closing_asks_nothing(sitting: Sitting) -> None:
    dialog = opened(sitting, texts=())
    sitting.look()
    sitting.type("It rained")
    sitting.enter()
    sitting.type("It snowed")
    sitting.click("stop")
    sitting.key(pygame.K_a)
    sitting.key(pygame.K_ESCAPE)
    assert dialog not in sitting.app.screens
    assert not isinstance(sitting.app.top, Question)


def test_what_one_press_means_is_asked_about_once_when_it_cannot_be_saved(
    sitting: Sitting, monkeypatch
) -> None:
    """Saved at the second try, it goes on from where it stopped."""
    dialog = opened(sitting, texts=("It rained", "it rained", "No money", "no money", "Too late"))
    sitting.look()
    sitting.click("stop")
    sitting.key(pygame.K_a)
    session, asked = sitting.game.session, []
    sitting.game.on_save_error = lambda error, again: asked.append(again)
    with monkeypatch.context() as full:
        full.setattr(session, "move_sheets", disk_full)
        sitting.click("alike")
        assert len(asked) == 1
    asked.pop()()
    assert len(lying(sitting)) == 3
    press(sitting, lying(sitting)[0])
    with monkeypatch.context() as full:
        full.setattr(session, "move_sheets", disk_full)
        dialog.sheets._take_it_away()
        assert len(asked) == 1
    asked.pop()()
    assert [sheet.text for sheet in lying(sitting)] == ["it rained", "No money", "Too late"]


def disk_full(*_: object) -> None:
    raise SaveError("not_saved", folder="/media/usb", why=Message("No space left on device"))


def test_a_sheet_that_is_held_says_both_things_that_can_be_done(sitting: Sitting) -> None:
    stopped(sitting)
    press(sitting, lying(sitting)[0])
    assert "write it as a card, or press a sheet that says the same" in sitting.texts


def test_alike_sheets_are_put_together_and_taken_apart(sitting: Sitting) -> None:
    stopped(sitting)
    sitting.click("alike")
    assert [sheet.text for sheet in lying(sitting)] == list(TEXTS[:2])
    press(sitting, lying(sitting)[0])
    sitting.click("apart")
    assert len(lying(sitting)) == 3


def test_a_sheet_is_taken_away_only_when_that_is_meant(sitting: Sitting) -> None:
    stopped(sitting)
    press(sitting, lying(sitting)[1])
    sitting.key(pygame.K_DELETE)
    sitting.click("no")
    assert len(lying(sitting)) == 3
    sitting.key(pygame.K_DELETE)
    sitting.click("yes")
    assert TEXTS[1] not in [sheet.text for sheet in lying(sitting)]


# ------------------------------------------------------------------ placing
def write_as_a_card(sitting: Sitting) -> None:
    """Ask for the form of a card with what stands on the first sheet."""
    press(sitting, lying(sitting)[0])
    sitting.click("place")


def form(sitting: Sitting) -> WriteDialog:
    """The form of a card with what stands on the first sheet."""
    write_as_a_card(sitting)
    return form_on_top(sitting)


def form_on_top(sitting: Sitting) -> WriteDialog:
    """The form of a card that is open."""
    dialog = sitting.app.top
    assert isinstance(dialog, WriteDialog)
    return dialog


CHOICES = {
    "ideas": ["track", "kind", "estimate"],
    "downsides": ["idea", "track", "size"],
    "risks": ["idea", "track", "severity", "likelihood"],
}
"""What the group has to say of each kind of card."""


def write_it(sitting: Sitting, asks: str = "risks") -> None:
    """Choose what the form that is open asks for, and write the card."""
    sitting.choose(**dict.fromkeys(CHOICES[asks], 1))
    sitting.tab_to("name")
    sitting.enter()


@pytest.mark.parametrize(
    ("asks", "kind"),
    [("ideas", act.WriteIdea), ("downsides", act.NameDownside), ("risks", act.WriteRisk)],
)
def test_a_sheet_is_placed_when_its_card_was_written(sitting, asks, kind) -> None:
    stopped(sitting, asks)
    assert form(sitting).draft.name == TEXTS[0]
    assert not lying(sitting)[0].placed, "the form is only open"
    write_it(sitting, asks)
    assert sitting.decided(kind).name == TEXTS[0]
    assert [sheet.placed for sheet in lying(sitting)] == [True, False, False]


def test_a_form_that_is_left_places_nothing(sitting: Sitting) -> None:
    stopped(sitting)
    form(sitting)
    sitting.key(pygame.K_ESCAPE)
    assert not any(sheet.placed for sheet in lying(sitting))
    assert "What you have written is kept" in sitting.texts


def test_a_sheet_that_is_being_written_goes_on_as_it_was_left(sitting: Sitting) -> None:
    dialog = stopped(sitting)
    draft = form(sitting).draft
    draft.text = "Since March"
    sitting.key(pygame.K_ESCAPE)
    sitting.open(dialog)
    assert form(sitting).draft.text == "Since March"


def test_a_card_that_is_half_written_is_not_replaced_without_asking(sitting: Sitting) -> None:
    dialog = stopped(sitting)
    begun = CardDraft("idea", "A desk of their own")
    sitting.services.drafts.draft = begun
    write_as_a_card(sitting)
    assert isinstance(sitting.app.top, Question)
    sitting.click("no")
    assert sitting.services.drafts.draft is begun
    sitting.open(dialog)
    write_as_a_card(sitting)
    sitting.click("yes")
    assert form_on_top(sitting).draft.name == TEXTS[0]


def test_undoing_the_card_takes_the_sheet_back_and_redoing_it_places_it(sitting: Sitting) -> None:
    stopped(sitting)
    form(sitting)
    write_it(sitting)
    undo(sitting.game, sitting.app)
    assert not lying(sitting)[0].placed
    sitting.game.redo()
    assert lying(sitting)[0].placed


def test_what_is_too_long_for_a_name_goes_on_in_the_text(sitting: Sitting) -> None:
    long = "It takes a very long time to explain what happened there " * 6
    dialog = opened(sitting, "ideas", (long[:MAX_TEXT].strip(),))
    sitting.look()
    sitting.click("stop")
    dialog.turn_all()
    draft = form(sitting).draft
    assert len(draft.name) <= MAX_NAME
    assert draft.text == long[:MAX_TEXT].strip()


# ------------------------------------------------------------------ clocks, and coming back
def test_the_clock_ends_it_whatever_the_board_shows(sitting: Sitting, monkeypatch) -> None:
    opened(sitting)
    sitting.key(pygame.K_ESCAPE)
    left = sitting.game.writing_left
    assert left is not None
    assert left > 100
    monkeypatch.setattr(Game, "writing_left", property(lambda game: 0))
    sitting.look()
    writing = sitting.game.session.log.writing
    assert writing is not None
    assert not writing.open
    assert "The time for writing is over." in sitting.texts


def test_the_clock_runs_to_its_end_and_stands_still_while_the_computer_sleeps(
    sitting: Sitting, monkeypatch
) -> None:
    now = 1000.0
    monkeypatch.setattr("game.table.play.game.awake", lambda: now)
    sitting.game.begin_writing("ideas", 60)
    now += 59.6
    assert sitting.game.writing_left == 1
    now += 0.4
    assert sitting.game.writing_left == 0


def test_the_clock_goes_on_after_a_restart(sitting: Sitting) -> None:
    sitting.game.begin_writing("ideas", 300)
    again = Game(sitting.app, sitting.game.case, sitting.game.session)
    left = again.writing_left
    assert left is not None
    assert 200 < left <= 300


def test_two_hundred_sheets_are_all_reached_by_keyboard(sitting: Sitting) -> None:
    dialog = opened(sitting, texts=tuple(f"Sheet number {n}" for n in range(MOST_SHEETS)))
    sitting.look()
    sitting.click("stop")
    dialog.turn_all()
    sitting.look()
    last = lying(sitting)[-1].number
    for _ in range(MOST_SHEETS):
        sitting.key(pygame.K_TAB)
        if sitting.focus == f"sheet:{last}":
            break
    sitting.enter()
    assert dialog.sheets.held == last
