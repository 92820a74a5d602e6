"""A case that is being written goes to a spreadsheet on the screen, and comes back."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pygame
import pytest

from game.content import new_case
from game.table.editor.certain import ChangesDialog
from game.table.editor.screen import EditorScreen
from game.table.editor.workbook import WorkbookDialog
from game.table.flow.editing import EditFlow
from game.table.parts.browse.chooser import FileChooser
from game.table.setup.problems import ProblemsScreen
from tests.pictures.studio import nothing
from tests.table.driver import Driver

Change = Callable[[openpyxl.Workbook], None]


class Writing(Driver):
    """Somebody who writes a case in a folder."""

    def __init__(self, folder: Path, text: str) -> None:
        super().__init__(None, (1280, 720), "da")
        self.file = folder / "case.toml"
        self.file.write_text(text, "utf-8")
        EditFlow(self.app, nothing, nothing, folder).open(self.file)
        self.app.draw()

    @property
    def editor(self) -> EditorScreen:
        screen = self.app.top
        assert isinstance(screen, EditorScreen)
        return screen

    def written(self) -> Path:
        """The workbook that a press on the button writes."""
        self.click("workbook")
        dialog = self.app.top
        assert isinstance(dialog, WorkbookDialog)
        self.click("write")
        assert dialog.written is not None
        self.click("close")
        return dialog.written

    def takes_back(self, book: Path, change: Change) -> None:
        """The workbook is changed in a spreadsheet and chosen."""
        opened = openpyxl.load_workbook(book)
        change(opened)
        opened.save(book)
        self.click("workbook")
        self.click("read")
        self.chooses(book.name)

    def chooses(self, name: str) -> None:
        """A file is chosen in the dialog, as soon as its folder was read."""
        dialog = self.app.top
        assert isinstance(dialog, FileChooser)
        end = time.monotonic() + 20
        while not dialog.found.entries and time.monotonic() < end:
            self.app.advance(0.05)
        self.app.draw()
        n = [entry.path.name for entry in dialog.found.entries].index(name)
        self.click(f"entry-{n}")


def rename_first_idea(book: openpyxl.Workbook) -> None:
    book["Idéer"]["B2"] = "En ny idé"


EXAMPLE = "# min egen note\n" + new_case.example("Færre breve", "da")


def test_what_was_changed_in_a_spreadsheet_is_shown_taken_over_and_taken_back(
    tmp_path: Path,
) -> None:
    author = Writing(tmp_path, EXAMPLE)
    book = author.written()
    assert book.parent == tmp_path
    author.takes_back(book, rename_first_idea)
    dialog = author.app.top
    assert isinstance(dialog, ChangesDialog)
    assert [change.new for change in dialog.found] == ["En ny idé"]
    assert "Idéer" in author.texts
    author.click("mend")
    assert author.editor.draft.get(("ideas", 0, "name")) == "En ny idé"
    assert author.file.read_text("utf-8").startswith("# min egen note\n")
    author.click("undo")
    assert author.file.read_text("utf-8") == EXAMPLE


def test_only_what_somebody_changed_is_shown_when_a_case_gets_a_second_language(
    tmp_path: Path,
) -> None:
    def translate(book: openpyxl.Workbook) -> None:
        sheet = book["Idéer"]
        danish, english = (_column(sheet, f"Navn ({lang})") for lang in ("dansk", "engelsk"))
        sheet.cell(2, english, "A new name")
        sheet.cell(3, danish, "Et andet navn")
        sheet.cell(4, danish, "Et tredje navn")
        sheet.cell(4, english, "A third name")

    author = Writing(tmp_path, EXAMPLE)
    first, second, third = (author.editor.draft.get(("ideas", n, "name")) for n in range(3))
    author.takes_back(author.written(), translate)
    dialog = author.app.top
    assert isinstance(dialog, ChangesDialog)
    assert [(change.path[1:], change.old, change.new) for change in dialog.found] == [
        ((0, "name", "en"), None, "A new name"),
        ((1, "name"), second, "Et andet navn"),
        ((2, "name", "da"), third, "Et tredje navn"),
        ((2, "name", "en"), None, "A third name"),
    ]
    author.click("mend")
    written = author.file.read_text("utf-8").splitlines()
    assert len(set(EXAMPLE.splitlines()) - set(written)) == 3, "all other lines are as they were"
    assert author.editor.draft.get(("ideas", 0, "name")) == {"da": first, "en": "A new name"}


def _column(sheet: Any, heading: str) -> int:
    return [cell.value for cell in sheet[1]].index(heading) + 1


def test_a_workbook_is_never_written_over(tmp_path: Path) -> None:
    author = Writing(tmp_path, EXAMPLE)
    assert author.written() != author.written()


@pytest.mark.parametrize("text", [EXAMPLE, new_case.empty("Færre breve", "da")])
def test_a_workbook_that_nobody_changed_changes_nothing(tmp_path: Path, text: str) -> None:
    author = Writing(tmp_path, text)
    author.takes_back(author.written(), nothing)
    assert isinstance(author.app.top, EditorScreen)
    assert author.file.read_text("utf-8") == text


def test_an_empty_case_is_filled_in_a_spreadsheet(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book["Risici"]
        head = [cell.value for cell in sheet[1]]
        sheet.cell(2, head.index("Navn (dansk)") + 1, "Ingen kommer")

    author = Writing(tmp_path, new_case.empty("Færre breve", "da"))
    author.takes_back(author.written(), fill)
    author.click("mend")
    assert [risk["name"] for risk in author.editor.draft.get(("risks",))] == ["Ingen kommer"]


def test_what_cannot_be_read_is_told_by_cell_and_nothing_is_taken_over(tmp_path: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        sheet = book["Idéer"]
        head = [cell.value for cell in sheet[1]]
        sheet.cell(
            2, head.index("Pris i kræfter" if "Pris i kræfter" in head else "Pris") + 1, "Mars"
        )

    author = Writing(tmp_path, EXAMPLE)
    author.takes_back(author.written(), spoil)
    assert isinstance(author.app.top, ProblemsScreen)
    assert "celle" in author.texts
    assert author.file.read_text("utf-8") == EXAMPLE


def test_a_picture_is_chosen_among_files_and_laid_beside_the_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    pygame.image.save(pygame.Surface((8, 8)), elsewhere / "logo.png")
    monkeypatch.setattr("game.table.flow.case_being_written.system_documents", lambda: elsewhere)
    author = Writing(tmp_path, EXAMPLE)
    author.click("section:about")
    author.click("field:about.logo")
    author.chooses("logo.png")
    assert author.editor.draft.get(("about", "logo")) == "logo.png"
    assert (tmp_path / "logo.png").exists()


def test_a_workbook_is_gone_on_with_where_writing_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.table.flow.workbooks.cases_folder", lambda: tmp_path / "own")
    author = Writing(tmp_path, new_case.empty("Færre breve", "da"))
    book = author.written()
    author.click("back")
    author.click("file")
    author.chooses(book.name)
    assert author.editor.draft.get(("title",)) == "Færre breve", "it need not be finished"
