"""The files of cases that are written: what another program changed, and where they lie."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content import new_case
from game.content.document import Document
from game.gui.dialogs.modal import LostWords, Question
from game.gui.input.guard import CALM
from game.table.editor.screen import CALM as AUTHOR_RESTS
from game.table.editor.screen import EditorScreen
from game.table.flow.editing import EditFlow, EditingExits
from tests.pictures.studio import nothing
from tests.table.driver import Driver

EXAMPLE = new_case.example("Færre breve", "da")
SUMMARY = "field:case.summary:da"


class Author(Driver):
    """Somebody who writes the case in a file."""

    def __init__(self, folder: Path, text: str = EXAMPLE) -> None:
        super().__init__(None, (1280, 720), "da")
        self.file = folder / "case.toml"
        self.file.write_text(text, "utf-8")
        self.left: list[str] = []
        exits = EditingExits(nothing, lambda: self.left.append("back"))
        self.flow = EditFlow(self.app, exits, folder)
        self.flow.open(self.file)
        self.app.draw()

    @property
    def editor(self) -> EditorScreen:
        found = self.app.screens[0]
        assert isinstance(found, EditorScreen)
        return found

    def summary_field(self) -> str:
        return next(w.key for w in self.editor.ui.widgets if "summary" in w.key)

    def writes(self, text: str) -> None:
        """Letters and all, as fast as people write."""
        for letter in text:
            self.post(pygame.KEYDOWN, key=ord(letter), mod=0, unicode=letter)
            self.type(letter)
            self.post(pygame.KEYUP, key=ord(letter), mod=0)
            self.app.advance(0.12)
            self.app.draw()

    def rests(self, seconds: float = AUTHOR_RESTS) -> None:
        for _ in range(round(seconds / 0.25) + 2):
            self.app.advance(0.25)
            self.app.draw()

    @property
    def summary(self) -> str:
        return str(self.editor.draft.get(("summary",)))


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

    monkeypatch.setattr("game.table.flow.case_being_written.files.save", full)
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
