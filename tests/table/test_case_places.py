"""Where the files of cases lie, what is done with them there, and what is no case."""

from __future__ import annotations

import time
from pathlib import Path

import pygame
import pytest

from game.content import Case, check_file, load, new_case
from game.content.document import Document
from game.content.packing import pack
from game.gui.dialogs.modal import Question
from game.gui.widgets.field import TextField
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words
from game.printing.kit import Kit
from game.report.file_names import file_name
from game.table.editor.begin import BeginScreen
from game.table.editor.case_file import CaseFileDialog
from game.table.editor.screen import EditorScreen
from game.table.flow.editing import EditFlow
from game.table.flow.main import Flow
from game.table.setup.choose_case import ChooseCaseScreen
from game.table.setup.problems import ProblemsScreen
from game.typeset import MissingTypstError
from tests.pictures.studio import nothing
from tests.table.case_author import EXAMPLE, Author
from tests.table.driver import Driver
from tests.table.writing import png


# ------------------------------------------------------------------ where files lie
class Shelf(Driver):
    """Somebody where writing begins; own cases lie in a folder, other files elsewhere."""

    def __init__(self, folder: Path) -> None:
        super().__init__(None, (1280, 720), "da")
        self.own, self.elsewhere = folder / "cases", folder / "Hentet"
        self.own.mkdir()
        self.elsewhere.mkdir()
        self.flow = EditFlow(self.app, nothing, nothing, self.own)
        self.flow.begin()

    def lay(self, folder: Path, name: str, text: str = EXAMPLE) -> Path:
        path = folder / name
        folder.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    @property
    def editor(self) -> EditorScreen:
        found = self.app.top
        assert isinstance(found, EditorScreen), found
        return found

    def write_summary(self, text: str) -> None:
        key = next(w.key for w in self.editor.ui.widgets if "summary" in w.key)
        self.click(key)
        self.type(text)
        self.look(1.0)

    @property
    def listed(self) -> list[Path]:
        self.flow.begin()
        screen = self.app.top
        assert isinstance(screen, BeginScreen)
        return [case.path for case in screen.own]


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("game.table.flow.case_file_ways.bin_folder", lambda: tmp_path / "bin")
    return Shelf(tmp_path)


def test_a_case_from_elsewhere_is_laid_among_ones_own_where_that_is_wanted(shelf: Shelf) -> None:
    file = shelf.lay(shelf.elsewhere, "word.toml")
    shelf.flow.open_file(str(file))
    assert "Hentet" in shelf.texts, "it is said where it lies"
    shelf.click("yes")
    shelf.click("section:case")
    shelf.write_summary("Anderledes")
    assert file.read_text("utf-8") == EXAMPLE
    assert "Anderledes" in (shelf.own / "word.toml").read_text("utf-8")
    assert shelf.listed == [shelf.own / "word.toml"]


def test_a_case_that_is_written_where_it_lies_is_found_again(shelf: Shelf) -> None:
    file = shelf.lay(shelf.elsewhere, "word.toml")
    shelf.flow.open_file(str(file))
    shelf.click("no")
    assert "Hentet" in shelf.texts, "it is said where it lies"
    assert shelf.editor.file == "word.toml"
    assert shelf.listed == [file]
    assert "Hentet" in shelf.texts
    shelf.flow.open_file(str(file))
    assert shelf.editor, "what was said once is not asked again"
    file.unlink()
    assert shelf.listed == []


def test_a_packed_case_is_unpacked_among_ones_own_with_its_pictures(shelf: Shelf) -> None:
    text = Document(EXAMPLE).set(("about", "logo"), "logo.png").text
    case = shelf.lay(shelf.elsewhere, "vores.toml", text)
    (shelf.elsewhere / "logo.png").write_bytes(png())
    packed = shelf.elsewhere / "til andre.gevinst"
    packed.write_bytes(pack(case))
    shelf.flow.open_file(str(packed))
    assert "blandt dine egne cases" in shelf.texts.replace("\n", " ")
    assert shelf.editor.draft.get(("about", "logo")) == "logo.png"
    (laid,) = shelf.listed
    assert (laid.parent / "logo.png").read_bytes() == png()


def test_a_title_that_was_begun_stays_when_the_list_is_shown_anew(shelf: Shelf) -> None:
    shelf.lay(shelf.own, "vores.toml")
    shelf.flow.begin()
    shelf.click("title")
    shelf.type("Prøve")
    shelf.flow.begin()
    assert shelf.widget_of(TextField, "title").value == "Prøve"
    shelf.look(1.0)
    shelf.click("onward")
    shelf.flow.begin()
    assert shelf.widget_of(TextField, "title").value == ""


def test_files_of_one_name_in_two_folders_are_told_apart(shelf: Shelf) -> None:
    first = shelf.lay(shelf.own, "vores.toml")
    second = shelf.lay(shelf.own / "pakket", "vores.toml")
    assert set(shelf.listed) == {first, second}
    rows = [shelf.widget_of(TwoLineButton, f"own-{n}").caption for n in range(2)]
    assert len(set(rows)) == 2
    assert any("pakket" in row for row in rows)


def test_a_case_that_was_played_from_elsewhere_is_in_the_list_of_cases(
    shelf: Shelf, tmp_path: Path
) -> None:
    file = shelf.lay(shelf.elsewhere, "vores.toml")
    before = Flow(shelf.app, tmp_path / "games").before
    before.open_file(str(file))
    assert "Hentet" in shelf.texts
    before.choose()
    screen = shelf.app.top
    assert isinstance(screen, ChooseCaseScreen)
    assert screen.cases[0].path == file


# ------------------------------------------------------------------ what is done with a file
@pytest.fixture
def managed(shelf: Shelf, launched: list[str]) -> Shelf:
    """The ways of the only own case are open."""
    shelf.lay(shelf.own, "vores.toml")
    shelf.flow.begin()
    shelf.click("manage-0")
    return shelf


def test_a_copy_has_a_title_of_its_own(managed: Shelf) -> None:
    managed.click("copy")
    texts = [Document(path.read_text("utf-8")) for path in managed.listed]
    titles = {text.get(("title",)) for text in texts}
    assert titles == {"Færre breve", "Færre breve (kopi)"}
    assert (managed.own / "vores.toml").read_text("utf-8") == EXAMPLE


def test_what_is_thrown_away_is_asked_about_and_lies_in_the_bin(
    managed: Shelf, tmp_path: Path
) -> None:
    managed.click("bin")
    assert isinstance(managed.app.top, Question)
    managed.key(pygame.K_RETURN)
    assert managed.listed, "the safe answer comes first"
    managed.click("manage-0")
    managed.click("bin")
    managed.click("yes")
    assert managed.listed == []
    (kept,) = (tmp_path / "bin").iterdir()
    assert kept.read_text("utf-8") == EXAMPLE
    assert kept.name in managed.texts.replace("\n", "")


def test_the_folder_is_shown(managed: Shelf, launched: list[str]) -> None:
    managed.click("folder")
    assert launched == [str(managed.own / "vores.toml")]


def test_a_case_from_elsewhere_is_not_thrown_away_but_laid_among_ones_own(shelf: Shelf) -> None:
    file = shelf.lay(shelf.elsewhere, "vores.toml")
    shelf.flow.open(file)
    shelf.flow.begin()
    shelf.click("manage-0")
    assert shelf.app.top.ui.find("bin") is None
    shelf.click("own")
    assert set(shelf.listed) == {file, shelf.own / "vores.toml"}


def test_a_case_is_packed_for_others_and_opens_there(managed: Shelf, tmp_path: Path) -> None:
    managed.click("pack")
    (packed,) = (tmp_path / "home").rglob("*.gevinst")
    assert load(packed).title.da == "Færre breve"
    assert packed.name in managed.texts
    managed.click("pack")
    assert len(list((tmp_path / "home").rglob("*.gevinst"))) == 2, "nothing is written over"


def test_a_case_with_errors_says_so_instead_of_being_packed(shelf: Shelf) -> None:
    shelf.lay(shelf.own, "tom.toml", new_case.empty("Tom", "da"))
    shelf.flow.begin()
    shelf.click("manage-0")
    shelf.click("pack")
    assert "fejl" in shelf.texts


def test_a_case_is_printed_beside_the_screen_and_what_is_missing_for_it_is_said(
    managed: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(*_: object) -> None:
        raise MissingTypstError

    monkeypatch.setattr("game.printing.write_kit", without)
    managed.click("print")
    waits(managed)
    assert "Typst" in managed.texts
    monkeypatch.undo()
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("game.printing.write_kit", written)
    managed.click("print")
    waits(managed)
    assert "vejledning.pdf" in managed.texts


def written(case: Case, folder: Path, t: Words) -> Kit:
    """The kit as if it had been set, which takes long and has its own tests."""
    return Kit((folder / file_name(t.lang, "guide.pdf"),), {}, {})


def waits(driver: Driver) -> None:
    dialog = driver.app.top
    assert isinstance(dialog, CaseFileDialog)
    end = time.monotonic() + 20
    while dialog.working and time.monotonic() < end:
        driver.app.advance(0.05)
    driver.app.draw()


def test_a_case_is_given_on_from_the_editor(tmp_path: Path) -> None:
    author = Author(tmp_path)
    author.click("workbook")
    author.click("give-on")
    assert isinstance(author.app.top, CaseFileDialog)
    assert {way.key for way in author.app.top.ways} == {"pack", "print"}


# ------------------------------------------------------------------ what is no case
SCRAPS = (
    'title = "Kortere kø"\nDet her har jeg skrevet i Notesblok\nstory = "Der er kø hver dag."\n'
)


def test_a_text_that_is_no_case_is_told_without_keys_and_gone_on_with(shelf: Shelf) -> None:
    file = shelf.lay(shelf.elsewhere, "noter.toml", SCRAPS)
    shelf.flow.open_file(str(file))
    screen = shelf.app.top
    assert isinstance(screen, ProblemsScreen)
    assert "kan ikke spilles" not in shelf.texts
    assert "Nøglen" not in shelf.texts
    assert "→" not in shelf.texts
    shelf.click("on")
    assert shelf.editor.draft.get(("title",)) == "Kortere kø"
    assert shelf.editor.draft.get(("story",)) == "Der er kø hver dag."
    assert file.read_text("utf-8") == SCRAPS
    assert len(shelf.listed) == 1


def test_of_what_can_be_mended_it_is_told_what_it_becomes(shelf: Shelf) -> None:
    """A key in Danish is meant, and not to be taken out; what is missing is told without keys."""
    good = new_case.example("Kortere kø", "da")
    spoilt = good.replace("title = ", "titel = ", 1).replace("cost = 2", "cost = “2”", 1)
    file = shelf.lay(shelf.elsewhere, "spoilt.toml", spoilt)
    _, problems = check_file(file, lang="da")
    shelf.app.push(ProblemsScreen(file.name, problems, writes=True))
    shelf.app.draw()
    said = shelf.texts
    assert "»titel« hedder" in said
    assert '→ title = "Kortere kø"' in said
    assert "→ cost = 2" in said
    assert "tages ud" not in said


def test_the_list_of_what_is_wrong_is_copied_to_be_laid_beside_the_file(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr("game.table.setup.problems.copy_text", copied.append)
    shelf.flow.open_file(str(shelf.lay(shelf.elsewhere, "noter.toml", SCRAPS)))
    screen = shelf.app.top
    assert isinstance(screen, ProblemsScreen)
    shelf.click("copy")
    first, *rows = copied[0].split("\n")
    assert first == "noter.toml"
    assert len(rows) == len(screen.problems)
    assert "er kopieret" in shelf.texts
