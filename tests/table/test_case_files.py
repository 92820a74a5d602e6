"""The files of cases that are written: what another program changed, and where they lie."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pygame
import pytest

from game.content import Case, check_file, load, new_case
from game.content.document import Document
from game.content.packing import pack
from game.gui.dialogs.modal import LostWords, Question
from game.gui.input.guard import CALM
from game.gui.widgets.field import TextField
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words
from game.printing.kit import Kit
from game.report.file_names import file_name
from game.table.editor.begin import BeginScreen
from game.table.editor.case_file import CaseFileDialog
from game.table.editor.screen import CALM as AUTHOR_RESTS
from game.table.editor.screen import EditorScreen
from game.table.flow.editing import EditFlow
from game.table.flow.main import Flow
from game.table.setup.choose_case import ChooseCaseScreen
from game.table.setup.problems import ProblemsScreen
from game.typeset import MissingTypstError
from tests.pictures.studio import nothing
from tests.table.driver import Driver
from tests.table.writing import png

EXAMPLE = new_case.example("Færre breve", "da")
SUMMARY = "field:case.summary:da"


class Author(Driver):
    """Somebody who writes the case in a file."""

    def __init__(self, folder: Path, text: str = EXAMPLE) -> None:
        super().__init__(None, (1280, 720), "da")
        self.file = folder / "case.toml"
        self.file.write_text(text, "utf-8")
        self.left: list[str] = []
        back = partial(self.left.append, "back")
        self.flow = EditFlow(self.app, nothing, back, folder)
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
