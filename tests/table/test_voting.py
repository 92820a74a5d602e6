"""Votes with dots: at the table and in the debrief, by phone and at the screen."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from click.testing import CliRunner

from game.cli.root import build
from game.i18n import words
from game.report.group_work import group_data, group_lines
from game.report.source import open_session
from game.session import SavedSession, read
from game.session.group_entries import MOST_OPTIONS
from game.table.parts.voting import VotingDialog
from game.table.play.dialogs.vote_on import voting
from game.wording.case_names import CaseNames
from game.wording.votes import option
from tests import staging
from tests.table.debriefing import shown
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path).working()


def begun(sitting: Sitting) -> VotingDialog:
    """A vote on the ideas, in which phones have given dots."""
    dialog = voting(sitting.game)
    sitting.open(dialog)
    sitting.click("begin")
    assert dialog.vote is not None
    rest = [0] * (len(dialog.vote.options) - 2)
    sitting.game.session.cast(1, [1, 2, *rest])
    sitting.game.session.cast(2, [0, 3, *rest])
    sitting.look()
    return dialog


def test_nobody_sees_what_for_before_the_dots_are_counted(sitting: Sitting) -> None:
    dialog = begun(sitting)
    assert "2 have voted." in sitting.texts
    assert "5" not in sitting.texts.split("\n")
    sitting.click("count")
    assert "5" in sitting.texts.split("\n")
    assert dialog.vote is not None
    assert dialog.vote.ranking[0][0] == dialog.vote.options[1]


def test_a_vote_is_left_open_only_by_somebody_who_says_so(sitting: Sitting) -> None:
    """Phones show nothing else meanwhile: whoever closes the dialog is asked."""
    dialog = begun(sitting)
    sitting.key(pygame.K_ESCAPE)
    assert "The vote is still open" in sitting.texts
    sitting.key(pygame.K_ESCAPE)
    assert sitting.app.top is dialog
    sitting.key(pygame.K_ESCAPE)
    sitting.click("no")
    assert dialog not in sitting.app.screens
    assert dialog.vote is not None
    assert dialog.vote.open
    sitting.open(voting(sitting.game))
    sitting.key(pygame.K_ESCAPE)
    sitting.click("yes")
    assert not dialog.vote.open
    sitting.key(pygame.K_ESCAPE)
    assert not any(isinstance(screen, VotingDialog) for screen in sitting.app.screens)


def test_whoever_has_no_phone_votes_at_the_screen_by_keyboard(sitting: Sitting) -> None:
    dialog = begun(sitting)
    sitting.click("vote-here")
    sitting.tab_to("own:0")
    sitting.key(pygame.K_RIGHT)
    sitting.key(pygame.K_RIGHT)
    sitting.tab_to("own:1")
    for _ in range(4):
        sitting.key(pygame.K_RIGHT)
    sitting.click("lay")
    sitting.click("vote-here")
    sitting.tab_to("own:0")
    sitting.key(pygame.K_RIGHT)
    sitting.click("lay")
    vote = dialog.vote
    assert vote is not None
    assert [vote.ballots[n][:2] for n in (-1, -2)] == [(2, 1), (1, 0)]
    assert "4 have voted." in sitting.texts


def test_leaving_the_dots_casts_none(sitting: Sitting) -> None:
    dialog = begun(sitting)
    sitting.click("vote-here")
    sitting.key(pygame.K_ESCAPE)
    assert sitting.app.top is dialog
    assert dialog.vote is not None
    assert len(dialog.vote.ballots) == 2


def test_what_cannot_be_voted_on_is_told(sitting: Sitting) -> None:
    dialog = voting(sitting.game)
    sitting.open(dialog)
    dialog.source = "written"
    dialog.written = "Short\n" + "Long " * 100
    dialog.refresh()
    sitting.look()
    sitting.click("begin")
    assert dialog.vote is None
    assert "The text is too long: at most 400 characters." in sitting.texts
    dialog.written = "\n".join(f"Thing {n}" for n in range(MOST_OPTIONS + 1))
    sitting.look(1)
    assert f"A vote has room for {MOST_OPTIONS}: the last one is left out." in sitting.texts


def test_a_vote_is_the_same_after_a_restart(sitting: Sitting) -> None:
    begun(sitting)
    vote = read(sitting.game.session.path).votes[-1]
    assert vote.open
    assert vote.ballots.keys() == {1, 2}


# ------------------------------------------------------------------ the debrief
def test_the_moments_with_most_dots_are_talked_about(tmp_path: Path) -> None:
    session = staging.play(staging.begin(tmp_path, 4, 5), staging.by("method"), lambda s: s.over)
    session.close()
    saved = SavedSession(session.path)
    driver, screen = shown(saved)
    moments = screen.discussion.moments
    wanted = [m for m in moments if m not in screen.discussion.chosen][:1]
    driver.key(pygame.K_2)
    driver.click("vote")
    dialog = driver.app.top
    assert isinstance(dialog, VotingDialog)
    dialog.source, dialog.written = "written", "Short\n" + "Long " * 100
    dialog.refresh()
    driver.look()
    driver.click("begin")
    assert "The text is too long" in driver.texts
    dialog.source = "moments"
    dialog.refresh()
    driver.look()
    driver.click("begin")
    saved.cast(1, [3 if moment in wanted else 0 for moment in moments])
    dialog.refresh()
    driver.click("count")
    driver.app.set_language("da")  # what was voted on is found again in the other language
    driver.look()
    assert "Hvilke øjeblikke taler vi om?" in driver.texts
    driver.click("go-on")
    assert list(screen.discussion.chosen) == wanted
    assert read(saved.path).votes[-1].counts[moments.index(wanted[0])] == 3


# ------------------------------------------------------------------ the report
def test_the_report_tells_what_was_written_and_voted_and_never_by_whom(sitting: Sitting) -> None:
    session = sitting.game.session
    session.begin_writing("risks")
    for text in ("Nobody told the citizens", "nobody told the citizens!", "It rained", "Hidden"):
        session.add_sheet(text)
    first, second, third, _ = (s.number for s in session.log.writing.on_top())
    session.end_writing()
    session.move_sheets([first, second, third], "turned")
    session.move_sheets([first, second], "joined")
    session.move_sheets([first], "placed")
    dialog = begun(sitting)
    sitting.click("count")
    source = open_session(session.path, words("en"))
    written, voted = group_lines(source)
    assert "Nobody told the citizens (×2) (placed as a card); It rained" in written
    assert "1 sheet was not turned" in written
    assert "Hidden" not in written
    assert dialog.vote is not None
    assert f"{dialog.vote.options[1]}: 5" in voted
    assert "(2 voted)" in voted
    told = group_data(source)
    assert told["silent_writing"][0]["sheets"][0]["times"] == 2
    assert told["votes"][0]["voters"] == 2


def test_a_vote_is_told_in_the_language_that_is_spoken_now(sitting: Sitting) -> None:
    """At the table after F10, L, in the report and in the terminal; what is written stays."""
    begun(sitting)
    sitting.click("count")
    english = CaseNames(words("en"), sitting.game.case)
    danish = CaseNames(words("da"), sitting.game.case)
    idea = sitting.game.state.ideas[0]
    assert option(english, idea) != option(danish, idea)
    assert option(english, idea) in sitting.texts
    sitting.game.set_language("da")
    sitting.look()
    assert "Hvilken idé taler vi om?" in sitting.texts
    assert option(danish, idea) in sitting.texts
    assert option(english, idea) not in sitting.texts
    session = sitting.game.session
    session.begin_vote("What matters?", ["Which idea?", option(english, idea)], 1)
    session.cast(1, [1, 0])
    session.end_vote()
    told = "\n".join(group_lines(open_session(session.path, words("da"))))
    assert "What matters?" in told
    assert "Which idea?: 1" in told
    assert "Hvilken idé taler vi om?" in told
    assert option(english, idea) not in told
    shown_in = CliRunner().invoke(build(words("da")), ["sessions", "show", str(session.path)])
    assert "Hvilken idé taler vi om?" in shown_in.output
    assert "Which idea do we talk about?" not in shown_in.output
