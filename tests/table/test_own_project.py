"""A group fills in its own project: by mouse, by keys, in both languages, with wrong input too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.content import Case, Prose, load, parse
from game.content import own_project as own
from game.i18n import LANGS, Lang, words
from game.resources import HOME
from game.session import Session
from game.table.cards.fitting import unfitting
from game.table.flow.main import Flow
from game.table.flow.own_project import OwnProjectSteps
from game.table.parts.numbers import typed_number
from game.table.setup.own_project import TITLES, OwnProjectScreen
from game.table.setup.own_project_form import STEPS, ProjectForm
from game.table.setup.own_projects import OwnProjectsScreen
from game.table.setup.seats import SeatsExits, SeatsScreen
from game.table.setup.story import StoryScreen
from tests.pictures.own_project import form as filled_in
from tests.table.driver import SIZES, Cloth, Driver, squeezed

ENTER = pygame.K_RETURN


class Group(Driver):
    """A group before the form; ``played`` is what it went on to the game with."""

    def __init__(self, folder: Path, lang: Lang = "da") -> None:
        super().__init__(Cloth(), lang=lang)
        self.folder = folder
        self.played: list[Case] = []
        self.left = 0
        self.again: Callable[[], object] = lambda: None
        self.edited: list[Path] = []
        self.way = OwnProjectSteps(self.app, self._play, self.edited.append, self._leave, folder)

    def _play(self, case: Case, back: Callable[[], object]) -> None:
        self.played.append(case)
        self.again = back

    def _leave(self) -> None:
        self.left += 1

    @property
    def screen(self) -> OwnProjectScreen:
        assert isinstance(self.app.top, OwnProjectScreen)
        return self.app.top

    def fill(self, key: str, text: str) -> None:
        """Click into a field, and write over what stands there."""
        self.click(key)
        self.key(pygame.K_a, mod=pygame.KMOD_CTRL)
        self.key(pygame.K_BACKSPACE)
        self.type(text)

    def onward(self, times: int = 1) -> None:
        for _ in range(times):
            self.click("onward")


@pytest.fixture
def group(tmp_path: Path) -> Group:
    group = Group(tmp_path / "cases")
    group.way.begin()
    return group


# ------------------------------------------------------------------ the way through
def test_a_project_goes_on_in_the_case_editor(group: Group) -> None:
    group.fill("title", "Færre breve")
    group.click("all-fields")
    (file,) = group.edited
    assert load(file).title.read("da") == "Færre breve"
    assert not group.played


@pytest.mark.parametrize("lang", LANGS)
def test_a_group_in_a_hurry_accepts_everything(tmp_path: Path, lang: Lang) -> None:
    group = Group(tmp_path, lang)
    group.way.begin()
    group.onward(4)
    (case,) = group.played
    template = load(own.TEMPLATE)
    assert (case.title, case.tracks, case.economy) == (
        template.title,
        template.tracks,
        template.economy,
    )


def test_by_mouse_and_letters(group: Group) -> None:
    group.fill("title", 'Færre breve, "flere" svar \\ nu')
    group.fill("about", "Borgeren får svar samme dag.")
    group.onward()
    group.fill("saving", "2.500,5")
    group.fill("unit", "t. kr.")
    group.fill("post-0-name", "Porto")
    group.fill("post-0-value", "9.000")
    group.click("remove-4")
    group.click("add")
    group.type("Løn")
    group.fill("post-5-value", "1250,25")
    group.onward()
    group.fill("process-target", "3,5")
    group.onward()
    group.fill("role-citizen", "Forældrerådet")
    group.onward()
    (case,) = group.played
    assert case.title == Prose.of('Færre breve, "flere" svar \\ nu')
    assert case.story == Prose.of("Borgeren får svar samme dag.")
    assert (case.economy.saving, case.economy.unit) == (2500.5, Prose.of("t. kr."))
    posts = [(post.name.read("da"), post.value) for post in case.economy.posts]
    assert posts[0] == ("Porto", 9000)
    assert posts[-1] == ("Løn", 1250.25)
    assert "Køb hos andre" not in dict(posts)
    assert case.tracks["process"].target == 3.5
    assert (case.tracks["economy"].target, case.tracks["economy"].unit) == (
        2500.5,
        Prose.of("t. kr."),
    ), "the track repeats the saving"
    assert case.roles["citizen"].name == Prose.of("Forældrerådet")


def test_by_keyboard_alone(group: Group) -> None:
    group.look()
    assert group.focus == "title"
    group.type("Blå ø")
    group.key(ENTER)
    assert group.focus == "about"
    group.tab_to("onward")
    group.key(ENTER)
    assert group.focus == "saving"
    group.type("3,25")  # what stood there is selected, and gives way
    for _ in range(2 + 2 * 5):
        group.key(ENTER)
    assert group.screen.step == "tracks", "Enter in the last field goes on"
    group.key(pygame.K_ESCAPE)
    assert group.screen.step == "economy"
    group.tab_to("step")
    group.key(pygame.K_RIGHT, pygame.K_RIGHT)
    assert group.screen.step == "roles"
    group.tab_to("onward")
    group.key(ENTER)
    (case,) = group.played
    assert (case.title, case.economy.saving) == (Prose.of("Blå ø"), 3.25)


def test_esc_leads_back_step_by_step_and_out(group: Group) -> None:
    group.onward()
    group.key(pygame.K_ESCAPE)
    assert (group.screen.step, group.left) == ("project", 0)
    group.click("back")
    assert group.left == 1


def test_at_most_nine_posts_and_at_least_one(group: Group) -> None:
    group.onward()
    for _ in range(4):
        group.click("add")
    assert len(group.screen.form.posts) == own.MOST_POSTS
    group.look()
    assert group.app.top.ui.find("add") is None
    for post in list(group.screen.form.posts):
        group.click(f"remove-{post}")
    assert len(group.screen.form.posts) == 1
    assert words("da")("There is always at least one item.") in group.texts


# ------------------------------------------------------------------ what is wrong
@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("saving", "mange", "This is not a number. Write it like {example}."),
        ("saving", "0", "The saving must be more than 0."),
        ("saving", "9999999999", "The number is too large."),
        ("unit", "", "Write something here."),
        ("post-1-name", " ", "Write something here."),
        ("post-1-value", "-1", "An item cannot be less than 0."),
        ("citizen-indicator", "", "Write something here."),
        ("post-0-value", "2-3", "Write one number here, not two."),
        ("process-baseline", "14 kr.", "This is counted in something else than {unit}."),
        ("employee-target", "55,0", "You are there already: choose another target."),
        ("role-sponsor", "", "Write something here."),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_what_is_wrong_is_said_at_its_field(
    tmp_path: Path, lang: Lang, key: str, text: str, said: str
) -> None:
    group = Group(tmp_path, lang)
    group.way.begin()
    step = next(step for step in STEPS if key in group.screen.form.fields(step))
    group.onward(STEPS.index(step))
    group.fill(key, text.replace(",", ".") if lang == "en" else text)
    group.onward()
    t, unit = words(lang), group.screen.form.unit_of(key)
    assert (group.screen.step, group.focus) == (step, key)
    assert t(said, example=t.number(2.5), unit=unit) in group.texts.replace("\n", " ")
    group.assert_readable()
    group.type("7")
    assert key not in group.screen.form.wrong, "writing on takes the complaint away"
    assert not group.played


def test_numbers_may_be_typed_with_their_units(group: Group) -> None:
    group.onward()
    group.fill("saving", "2.500.000 kr.")
    group.fill("unit", "mio. kr.")
    group.fill("post-0-value", "9 mio. kr. om året")
    group.fill("post-1-value", "400.000 kr.")
    group.onward()
    group.fill("employee-target", "75 %")
    group.onward(2)
    (case,) = group.played
    assert case.economy.saving == case.tracks["economy"].target == 2.5
    assert [post.value for post in case.economy.posts][:2] == [9, 0.4]
    assert case.tracks["employee"].target == 75


def test_a_number_of_another_unit_is_right_once_that_is_the_unit(group: Group) -> None:
    group.onward(2)
    group.fill("process-target", "300 kr.")
    group.onward()
    assert "process-target" in group.screen.form.wrong
    group.fill("process-unit", "kr.")
    assert "process-target" not in group.screen.form.wrong
    group.onward(2)
    assert group.played[0].tracks["process"].target == 300


def test_a_step_that_was_passed_over_is_looked_at_before_the_game(group: Group) -> None:
    group.onward()
    group.fill("saving", "mange penge")
    group.click("step")  # somewhere on the bar: to another step without examining this one
    group.screen._go("roles")
    group.onward()
    assert (group.screen.step, group.focus, group.played) == ("economy", "saving", [])


def test_what_is_odd_is_said_and_may_stay(group: Group) -> None:
    group.onward()
    group.fill("saving", "40")
    group.click("unit")
    assert words("da")("That is more than all items together. Is an item missing?") in group.texts
    group.onward()
    group.fill("economy-target", "30")
    group.click("economy-unit")
    assert words("da")("This is less than the saving that was announced.") in group.texts
    group.onward(2)
    assert group.played


# ------------------------------------------------------------------ the file
def test_it_is_saved_checked_and_gone_on_from(group: Group) -> None:
    group.fill("title", "Ældre & unge")
    group.onward(4)
    (file,) = group.folder.glob("*.toml")
    assert file.name == "aeldre-unge.toml"
    assert main(["check", "--strict", str(file)]) == 0
    group.again()
    group.screen._go("project")
    group.fill("title", "Ældre og unge")
    group.onward(4)
    assert [path.name for path in group.folder.iterdir()] == [file.name], "the same file again"

    later = Group(group.folder)
    later.way.begin()
    assert isinstance(later.app.top, OwnProjectsScreen)
    assert "Ældre og unge" in later.texts
    later.key(ENTER)
    assert later.screen.form.values["title"] == "Ældre og unge"
    later.onward()
    later.fill("saving", "1,5")
    later.onward(3)
    assert load(file).economy.saving == 1.5
    assert later.played[0].id == group.played[1].id == "aeldre-unge"


def test_what_is_changed_in_the_file_meanwhile_stays(group: Group) -> None:
    """While the game is played, and while the form is open."""
    group.fill("title", "Ældre & unge")
    group.onward(4)
    (file,) = group.folder.glob("*.toml")
    card = '\n# aftalt med Bo\n[[risks]]\nid = "r-bo"\nname = "Ingen har tid"\ntrack = "process"\n'
    file.write_text(file.read_text("utf-8") + card, "utf-8")
    group.again()
    group.onward()
    group.fill("saving", "7")
    text = file.read_text("utf-8")
    file.write_text(text.replace("Ingen har tid", "Ingen har tid nu"), "utf-8")
    group.onward(3)
    assert "# aftalt med Bo" in file.read_text("utf-8")
    assert group.played[-1].risks["r-bo"].name.read("da") == "Ingen har tid nu"
    assert load(file).economy.saving == 7


def test_a_file_that_is_no_case_any_more_is_kept_beside_the_project(group: Group) -> None:
    group.fill("title", "Ældre & unge")
    group.onward(4)
    (file,) = group.folder.glob("*.toml")
    slip = file.read_text("utf-8").replace("[tracks.citizen]", "[tracks.citizen")
    file.write_text(slip, "utf-8")
    group.again()
    group.onward(4)
    assert file.with_name(f"{file.name}.bak").read_text("utf-8") == slip
    assert load(file).title.read("da") == "Ældre & unge"
    assert squeezed(f"{file.name}.bak") in squeezed(group.texts)


def test_a_new_project_beside_an_earlier_one(group: Group) -> None:
    group.onward(4)
    later = Group(group.folder)
    later.way.begin()
    later.click("onward")
    assert later.screen.form.values["title"] == ""
    later.onward(4)
    assert len(list(group.folder.glob("*.toml"))) == 2


def test_where_no_file_can_be_saved_the_game_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "cases"
    blocked.write_text("", encoding="utf-8")
    group = Group(blocked)
    group.way.new()
    group.onward(4)
    assert len(group.played) == 1
    assert squeezed(str(blocked)) in squeezed(group.texts)


def test_a_broken_file_is_left_out_and_said_when_it_is_opened(group: Group) -> None:
    group.folder.mkdir()
    broken = group.folder / "broken.toml"
    broken.write_text("own_project = true\ntitle = 4\n", encoding="utf-8")
    group.way.open(broken)
    assert "broken.toml" in group.texts


# ------------------------------------------------------------------ looks
@pytest.mark.parametrize("new", [True, False], ids=["new", "to-the-brim"])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES[:2])
def test_every_step_can_be_read(size: tuple[int, int], lang: Lang, new: bool) -> None:
    screen = filled_in(new=new, lang=lang)
    driver = Driver(screen, size, lang)
    for step in STEPS:
        screen._go(step)
        screen.refresh()
        assert words(lang)(TITLES[step]) in driver.texts
        driver.key(pygame.K_HOME)  # a long line shows its beginning
        driver.assert_readable()


def test_numbers_are_typed_as_they_are_read() -> None:
    project = own.read(load(own.TEMPLATE), "da")
    for lang in LANGS:
        form = ProjectForm(project, lang, new=True)
        for value in (0, 12, 2.5, 1250.5, 0.000001, 1e9, -3.25, 1234.567):
            form.set("saving", typed_number(value, lang))
            assert form.number("saving") == value


# ------------------------------------------------------------------ on to the table
@pytest.mark.parametrize("lang", LANGS)
def test_from_the_start_screen_to_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    """Everything a group does to come from the start screen to its own table."""
    monkeypatch.setenv(HOME, str(tmp_path))
    driver = Driver(lang=lang)
    flow = Flow(driver.app, tmp_path / "games", seed=1)
    flow.start()
    driver.click("own")
    driver.type("Blæst")
    for _ in range(4):
        driver.click("onward")
    assert isinstance(driver.app.top, StoryScreen)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, OwnProjectScreen), "back to the form as it was left"
    for _ in range(4):
        driver.click("onward")
    while flow.game is None:  # the story, the seats, the announcement
        driver.look()
        driver.click("onward")
    session = flow.game.session
    assert session.case.title.read(lang) == "Blæst"
    assert session.path is not None
    flow.close()
    again = Session.resume(session.path, parse)
    assert again.case.title.read(lang) == "Blæst", "the session carries the project"
    again.close()
    assert [path.name for path in (tmp_path / "cases").iterdir()] == ["blaest.toml"]


def test_the_template_among_the_cases_is_filled_in_before_it_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))
    driver = Driver()
    Flow(driver.app, tmp_path / "games").before.open_case(own.TEMPLATE)
    assert isinstance(driver.app.top, OwnProjectScreen)


def test_a_project_to_the_brim_fits_its_cards_and_screens(tmp_path: Path) -> None:
    project = filled_in(new=False).form.project()
    file = own.save(own.write(project, own.TEMPLATE.read_text("utf-8"), "da"), "Brim", tmp_path)
    case = load(file)
    assert not unfitting(case)
    nowhere = SeatsExits(lambda *_: None, lambda: None)
    Driver(SeatsScreen(case, nowhere), lang="da").assert_readable()
