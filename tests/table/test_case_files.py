"""The file of a case that is written, which another program may change."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content.document import Document
from game.gui.dialogs.modal import LostWords, Question
from game.gui.input.guard import CALM
from game.table.editor.begin import BeginScreen
from game.table.editor.screen import EditorScreen
from tests.table.case_author import EXAMPLE, Author

SUMMARY = "field:case.summary:da"


def others_write(author: Author, title: str = "En andens titel") -> str:
    """A colleague, in a synchronised folder, gives the case as it once was another title."""
    theirs = Document(EXAMPLE).set(("title",), title).text
    author.file.write_text(theirs, "utf-8")
    return theirs


SAID = " Hver dag. Nu og i morgen. "


@pytest.fixture
def author(tmp_path: Path) -> Author:
    author = Author(tmp_path)
    author.click(author.summary_field())
    author.key(pygame.K_END)
    return author


def interrupted(author: Author) -> str:
    """The file is changed in the middle of a sentence; gives what the other one wrote."""
    author.writes(SAID[:9])
    theirs = others_write(author)
    author.rests(0.5)
    author.writes(SAID[9:])
    assert isinstance(author.app.top, EditorScreen), "nobody is asked while they write"
    author.rests()
    assert isinstance(author.app.top, Question)
    return theirs


def test_a_file_that_was_changed_elsewhere_is_asked_about_once_nobody_writes(
    author: Author,
) -> None:
    theirs = interrupted(author)
    author.writes("og søndag ")
    assert isinstance(author.app.top, Question), "what is written on is no answer"
    assert SAID.strip() in author.summary
    assert author.file.read_text("utf-8") == theirs, "nothing is written over before it is said"


def test_to_keep_what_is_here_comes_first_and_keeps_the_other_beside_it(author: Author) -> None:
    theirs = interrupted(author)
    author.look(CALM)
    author.key(pygame.K_RETURN)
    assert author.app.top is author.editor
    assert SAID.strip() in author.summary
    assert Document(author.file.read_text("utf-8")).get(("summary",)) == author.summary
    assert author.file.with_name("case.toml.bak").read_text("utf-8") == theirs
    assert "case.toml.bak" in author.texts


def test_to_close_the_question_decides_nothing_and_it_is_asked_again(author: Author) -> None:
    theirs = interrupted(author)
    author.look(CALM)
    author.key(pygame.K_ESCAPE)
    author.rests()
    assert author.app.top is author.editor, "who wants to look first is left in peace"
    assert "Ikke gemt" in author.texts
    author.click(author.summary_field())
    author.writes("Og mere. ")
    author.rests()
    assert isinstance(author.app.top, Question)
    assert author.file.read_text("utf-8") == theirs
    assert [path.name for path in author.file.parent.iterdir()] == ["case.toml"]
    assert SAID.strip() in author.summary


def test_what_the_file_does_not_say_any_more_is_not_saved_though_nobody_writes(
    author: Author,
) -> None:
    theirs = others_write(author)
    author.rests()
    assert isinstance(author.app.top, Question)
    author.look(CALM)
    author.key(pygame.K_ESCAPE)
    author.rests()
    assert author.app.top is author.editor
    assert "Ikke gemt" in author.texts
    author.click("back")
    assert isinstance(author.app.top, Question), "who leaves is asked again"
    author.look(CALM)
    author.click("no")
    assert author.file.read_text("utf-8") == theirs
    assert isinstance(author.app.top, BeginScreen)


def test_to_take_what_is_no_case_at_the_moment_changes_nothing(author: Author) -> None:
    interrupted(author)
    author.file.write_text('title = "half a fi', "utf-8")
    author.look(CALM)
    author.click("no")
    assert author.file.read_text("utf-8") == 'title = "half a fi'
    assert SAID.strip() in author.summary
    assert "kan ikke læses nu" in author.texts
    theirs = others_write(author)
    author.rests()
    assert isinstance(author.app.top, Question), "now it is whole"
    author.look(CALM)
    author.click("no")
    assert author.editor.draft.text == author.file.read_text("utf-8") == theirs


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_what_cannot_be_kept_is_not_written_over(
    author: Author, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    theirs = interrupted(author)

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    author.look(CALM)
    with monkeypatch.context() as held:
        held.setattr("game.table.flow.known_file.beginning", locked)
        author.click(answer)
        author.click("back")
        assert isinstance(author.app.top, LostWords), "there is no other way out"
        author.look(CALM)
        author.click("yes")
    assert author.file.read_text("utf-8") == theirs
    assert [path.name for path in author.file.parent.iterdir()] == ["case.toml"]
    assert SAID.strip() in author.summary


def test_what_is_taken_over_is_never_written_over_by_what_was_here(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(author)
    written: list[str] = []
    monkeypatch.setattr("game.content.own_project.save", lambda text, *_: written.append(text))
    author.look(CALM)
    author.click("no")
    author.rests()
    assert written == []


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_file_that_is_gone_is_written_again_only_if_somebody_says_so(
    author: Author, answer: str
) -> None:
    author.file.rename(author.file.with_name("moved.toml"))
    author.writes(SAID)
    author.rests()
    assert isinstance(author.app.top, Question)
    assert not author.file.exists()
    author.look(CALM)
    author.click(answer)
    author.rests()
    assert author.app.top is author.editor
    assert author.file.exists() == (answer == "yes")
    assert SAID.strip() in author.summary
    if answer == "no":
        author.click("back")
        assert isinstance(author.app.top, LostWords)


def test_what_was_written_here_comes_back_with_undo(author: Author) -> None:
    theirs = interrupted(author)
    author.look(CALM)
    author.click("no")
    assert author.file.read_text("utf-8") == theirs
    assert author.editor.draft.get(("title",)) == "En andens titel"
    author.click("undo")
    assert SAID.strip() in author.summary
    assert Document(author.file.read_text("utf-8")).get(("summary",)) == author.summary


def test_a_file_that_was_only_touched_is_not_asked_about(author: Author) -> None:
    author.writes(SAID)
    author.rests()
    author.file.write_bytes(author.file.read_bytes())
    author.rests()
    author.writes("Også her.")
    author.rests()
    assert author.app.top is author.editor
    assert "Også her." in author.file.read_text("utf-8")


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_nobody_leaves_before_it_is_said_which_file_goes_on(author: Author, answer: str) -> None:
    author.writes(SAID)
    others_write(author)
    author.click("back")
    assert isinstance(author.app.top, Question)
    author.click(answer)
    kept = Document(author.file.read_text("utf-8"))
    assert (SAID.strip() in kept.get(("summary",))) == (answer == "yes")
    assert not isinstance(author.app.top, EditorScreen)


def test_words_that_cannot_be_saved_are_asked_about_before_they_are_lost(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.content.own_project.save", full)
    author.writes("Mere.")
    author.click("back")
    assert isinstance(author.app.top, LostWords)
    author.click("yes")
    author.app.running = True
    author.app.dispatch(pygame.Event(pygame.QUIT))
    assert isinstance(author.app.top, LostWords)


def test_what_is_typed_when_the_window_is_closed_is_saved(author: Author) -> None:
    author.app.running = True
    author.writes("Sidste ord")
    author.app.dispatch(pygame.Event(pygame.QUIT))
    assert not author.app.running
    assert "Sidste ord" in author.file.read_text("utf-8")


def test_fewer_cards_in_the_other_file_lead_to_one_that_is_there(author: Author) -> None:
    author.click("section:ideas")
    author.click(f"card:{len(author.editor.deck.cards) - 1}")
    document = Document(EXAMPLE)
    while len(document.get(("ideas",))) > 1:
        document = document.remove(("ideas", 1))
    author.file.write_text(document.text, "utf-8")
    author.rests()
    author.look(CALM)
    author.click("no")
    author.rests()
    assert author.editor.number == 0
