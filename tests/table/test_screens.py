"""The screens before the table can be read, and worked by mouse alone and by keyboard alone."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pygame
import pytest

from game.content import Economy, Post, Problem, Prose, Summary, check, load, parse, summaries
from game.content import own_project as own
from game.engine import TRACKS
from game.engine.events import Seat
from game.gui import theme
from game.gui.screen import Screen
from game.gui.text.typesetter import Drawn
from game.i18n import words
from game.resources import SCENARIOS
from game.table.parts.begun import begun_line
from game.table.parts.economy import comparison_text
from game.table.parts.folder_names import folder_name
from game.table.parts.open_file import CASE, OpenFileDialog
from game.table.setup.announcement import AnnouncementScreen
from game.table.setup.choose_case import ChooseCaseExits, ChooseCaseScreen
from game.table.setup.module_rules import ModuleRulesScreen
from game.table.setup.problems import ProblemsScreen
from game.table.setup.roles import ChooseRoleDialog
from game.table.setup.saved_games import SavedGame
from game.table.setup.seats import SeatsExits, SeatsScreen
from game.table.setup.start import StartAction, StartExits, StartScreen
from game.table.setup.story import NotesScreen, StoryScreen
from game.wording import modules, terms
from game.wording.paragraphs import paragraphs
from tests.table.driver import SIZES, Driver

LANGS = ("da", "en")


def nothing(*_: object) -> None:
    return None


@pytest.fixture(scope="module")
def case():
    return load(SCENARIOS / "koebenhavn-pas.toml")


def start_flow(said: list[str], saved: int = 0) -> StartExits:
    """The start screen's ways; each says its key."""

    def action(key: str, label: str) -> StartAction:
        return StartAction(key, label, "play", lambda: said.append(key))

    begun = partial(begun_line, created=datetime.now(UTC).isoformat(), branch=None)
    games = [
        SavedGame(Prose("Kølap 84", "Ticket 84"), 3, begun, ("Ane", "Bo"), action(f"{n}", "").run)
        for n in range(saved)
    ]
    actions = [action("first", "Play the first game"), action("play", "Choose a case")]
    return StartExits(actions, [action("quit", "Quit")], games, said.append)


def full_start() -> StartScreen:
    return StartScreen(start_flow([], saved=4))


def broken() -> Summary:
    problem = Problem("error", "syntax", "", "mine.toml", 14, 3, "A quotation mark is missing.")
    return Summary(Path("mine.toml"), "mine", Prose("mine", "mine"), problem=problem)


def choose(chosen: list[str]) -> ChooseCaseScreen:
    cases = [*summaries(SCENARIOS), broken()]
    return ChooseCaseScreen(
        cases, ChooseCaseExits(lambda s: chosen.append(s.id), nothing, chosen.append)
    )


# ------------------------------------------------------------------------------- can be read
@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "lang"),
    [
        (SIZES[0], "da"),
        (SIZES[0], "en"),
        ((1366, 768), "da"),
        ((1280, 1024), "da"),
        *(
            pytest.param(size, lang, marks=pytest.mark.nightly)
            for size in (*SIZES[1:], (1280, 1024), (1920, 1200), (1366, 768))
            for lang in LANGS
        ),
    ],
)
def test_every_screen_can_be_read_at_every_size(case, size, lang):
    seats = SeatsScreen(case, SeatsExits(nothing, nothing))
    eight = SeatsScreen(case, SeatsExits(nothing, nothing))
    for place in eight.places.seats:
        place.name = "Bartholomæus Østergaard"
    while len(eight.places.seats) < 8:
        eight.places.add().name = "Mette-Marie Vestergaard"
    lone = SeatsScreen(case, SeatsExits(nothing, nothing), [Seat("Ane", ("analyst",))])
    shown: list[Screen] = [
        full_start(),
        StartScreen(start_flow([])),
        choose([]),
        ChooseCaseScreen([], ChooseCaseExits(nothing, nothing, nothing)),
        StoryScreen(case, nothing, nothing),
        AnnouncementScreen(case, nothing, nothing),
        seats,
        eight,
        lone,
    ]
    driver = Driver(full_start(), size, lang)
    for screen in shown:
        driver.app.reset(screen)
        driver.assert_readable()
    for layer in (
        ChooseRoleDialog(case, lone.places, lone.places.seats[0]),
        NotesScreen(case),
        OpenFileDialog(CASE, nothing, Path("/home/ane/cases")),
    ):
        driver.app.push(layer)
        driver.assert_readable()
        driver.app.pop()


def test_every_case_that_ships_can_be_read():
    for path in sorted(SCENARIOS.glob("*.toml")):
        shipped = load(path)
        driver = Driver(StoryScreen(shipped, nothing, nothing))
        for lang in LANGS:
            driver.app.set_language(lang)
            for screen in (
                StoryScreen(shipped, nothing, nothing),
                AnnouncementScreen(shipped, nothing, nothing),
            ):
                driver.app.reset(screen)
                driver.assert_readable()
            for layer in (ModuleRulesScreen(shipped.setup.rules), NotesScreen(shipped)):
                driver.app.push(layer)
                driver.assert_readable()
                if isinstance(layer, NotesScreen):
                    assert all(drawn.size >= theme.ROOM for drawn in told_in(driver, shipped, lang))
                driver.app.pop()


def told_in(driver, shipped, lang) -> list[Drawn]:
    """The lines of the notes, as they are drawn."""
    notes = shipped.notes.read(lang)
    top = len(driver.app.visible()) - 1
    lines = [drawn for drawn in driver.read() if drawn.layer == top and drawn.text in notes]
    assert len(lines) > len(paragraphs(notes))
    return lines


def test_notes_are_told_in_paragraphs_and_passed_by_enter():
    shipped = load(SCENARIOS / "foerste-spil.toml")
    for lang in LANGS:
        text = shipped.notes.read(lang)
        parts = paragraphs(text)
        assert len(parts) > 2
        assert " ".join(parts) == text
    driver = Driver(StoryScreen(shipped, nothing, nothing))
    driver.click("notes")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.app.top, StoryScreen)


def test_a_text_keeps_its_own_paragraphs():
    assert paragraphs("One. Two.\n\nThree.") == ["One. Two.", "Three."]
    assert paragraphs("A town. How to play: Ask.") == ["A town.", "How to play: Ask."]


# -------------------------------------------------------------------------------------- start
def test_a_newcomer_begins_with_the_first_game_by_enter_and_everything_by_mouse():
    said: list[str] = []
    driver = Driver(StartScreen(start_flow(said)))
    driver.key(pygame.K_RETURN)
    driver.click("play")
    driver.click("quit")
    assert said == ["first", "play", "quit"]


def test_games_that_were_left_are_told_with_who_when_and_how_far():
    said: list[str] = []
    driver = Driver(StartScreen(start_flow(said, saved=2)))
    assert "Ticket 84" in driver.texts
    assert "Round 3 · today at" in driver.texts
    assert "Ane, Bo" in driver.texts
    driver.key(pygame.K_RETURN)
    driver.click("saved-1")
    assert said == ["0", "1"]


def test_the_games_that_were_left_change_their_language_too():
    driver = Driver(StartScreen(start_flow([], saved=1)))
    driver.app.set_language("da")
    assert "Kølap 84" in driver.texts
    assert "Runde 3 · i dag kl." in driver.texts


def test_a_dropped_file_is_opened():
    said: list[str] = []
    for screen in (StartScreen(start_flow(said)), choose(said)):
        Driver(screen).post(pygame.DROPFILE, file="C:/cases/mine.toml")
    assert said == ["C:/cases/mine.toml"] * 2


def test_a_file_is_opened_by_its_path():
    chosen: list[str] = []
    driver = Driver(choose(chosen))
    driver.click("open")
    driver.key(pygame.K_RETURN)
    assert "Write where the file is" in driver.texts
    driver.type("our-case.toml")
    driver.key(pygame.K_RETURN)
    assert chosen == ["our-case.toml"]
    assert isinstance(driver.app.top, ChooseCaseScreen)


def test_the_language_changes_while_running():
    driver = Driver(full_start())
    driver.click("language")
    driver.key(pygame.K_LEFT)
    assert driver.app.lang == "da"
    assert "Afslut" in driver.texts


# ------------------------------------------------------------------------------ its own rules
def test_what_a_case_adds_to_the_rules_is_read_before_it_begins():
    shipped = load(SCENARIOS / "koebenhavn-tmf.toml")
    driver = Driver(StoryScreen(shipped, nothing, nothing))
    driver.click("modules")
    assert isinstance(driver.app.top, ModuleRulesScreen)
    for code in shipped.setup.rules.modules:
        assert modules.title(words("en"), code) in driver.texts
        assert modules.sentence(words("en"), code)[:30] in driver.texts
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, StoryScreen)
    first = load(SCENARIOS / "foerste-spil.toml")
    driver.app.reset(StoryScreen(first, nothing, nothing))
    assert "The rules of this case" not in driver.texts


def test_a_case_says_what_it_adds_where_it_is_chosen_and_where_it_begins():
    driver = Driver(choose([]))
    assert modules.announcement(words("en"), ()) in driver.texts
    shipped = load(SCENARIOS / "koebenhavn-tmf.toml")
    driver.app.reset(AnnouncementScreen(shipped, nothing, nothing))
    assert modules.announcement(words("en"), shipped.setup.rules.modules) in driver.texts


# ------------------------------------------------------------------------------ choosing a case
def test_the_case_to_begin_with_is_first_and_chosen_by_enter():
    chosen: list[str] = []
    driver = Driver(choose(chosen))
    driver.key(pygame.K_RETURN)
    (first,) = [case.id for case in summaries(SCENARIOS) if case.level == "first"]
    assert chosen == [first]


def test_a_case_is_chosen_by_arrows_and_shown_with_what_it_takes():
    chosen: list[str] = []
    driver = Driver(choose(chosen), (1920, 1080))
    assert {"40 min", "1–8 players", "A good first case"} <= set(driver.texts.split("\n"))
    driver.key(pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    screen = driver.app.top
    assert isinstance(screen, ChooseCaseScreen)
    assert chosen == [screen.cases[2].id]


def test_own_cases_come_first_those_saved_last_before_others(tmp_path):
    for n, title in enumerate(("An older case", "A case of ours")):
        file = tmp_path / f"{n}.toml"
        file.write_text(f'title = "{title}"\nlevel = "first"', "utf-8")
        os.utime(file, (1_700_000_000 + n, 1_700_000_000 + n))
    cases = [*summaries(SCENARIOS), *summaries(tmp_path)]
    screen = ChooseCaseScreen(cases, ChooseCaseExits(nothing, nothing, nothing), tmp_path)
    assert [case.title.en for case in screen.cases[:2]] == ["A case of ours", "An older case"]
    assert screen.cases[-1].own_project
    driver = Driver(screen, (1920, 1080))
    assert "your own case" in driver.texts
    assert "November 2023" in driver.texts
    assert f"1.toml in {folder_name(words('en'), tmp_path)}" in driver.texts.replace("\n", " ")


@pytest.mark.parametrize("lang", LANGS)
def test_everything_wrong_with_a_case_is_listed_and_can_be_scrolled(lang):
    text = (SCENARIOS / "koebenhavn-pas.toml").read_text("utf-8")
    text = text.replace("goal = 8", "goal = 80000").replace('kind = "process"', 'kind = "proces"')
    _, problems = check(text, "mine.toml", lang=lang)
    assert len(problems) > 4
    driver = Driver(choose([]), lang=lang)
    driver.app.push(ProblemsScreen("mine.toml", problems))
    driver.assert_readable()
    seen = driver.texts
    for _ in range(len(problems)):
        driver.move((640, 400))
        driver.post(pygame.MOUSEWHEEL, y=-3, x=0)
        seen += driver.texts
        driver.assert_readable()
    assert all(problem.message[:20] in seen for problem in problems)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, ChooseCaseScreen)


def test_a_broken_file_shows_its_problem_and_cannot_be_chosen():
    chosen: list[str] = []
    cases = [*summaries(SCENARIOS)[:2], broken()]
    screen = ChooseCaseScreen(
        cases, ChooseCaseExits(lambda s: chosen.append(s.id), nothing, chosen.append)
    )
    driver = Driver(screen, (1920, 1080))
    n = next(n for n, case in enumerate(screen.cases) if case.problem)
    driver.click(f"case-{n}")
    assert "mine.toml" in driver.texts
    assert "Line 14: A quotation mark is missing." in driver.texts.replace("\n", " ")
    driver.click(f"case-{n}")
    driver.click("onward")
    assert chosen == []
    assert "cannot be played" in driver.texts


# ------------------------------------------------------------------------------- announcement
def test_the_letter_of_a_track_is_met_with_its_name(case):
    driver = Driver(AnnouncementScreen(case, nothing, nothing))
    names = [terms.track(words("en"), track) for track in TRACKS]
    assert [text for text in driver.texts.split("\n") if text in names] == names


def test_the_saving_stands_against_everything(case):
    driver = Driver(AnnouncementScreen(case, nothing, nothing), (1920, 1080))
    total = sum(post.value for post in case.economy.posts)
    assert f"{case.economy.saving / total:.0%}" in driver.texts
    assert all(post.name.en in driver.texts.replace("\n", " ") for post in case.economy.posts)
    assert "Only 3 of the 9 items cost more" in driver.texts.replace("\n", " ")


def test_what_nobody_wrote_of_an_own_project_is_not_announced_as_the_groups_own(case):
    template = load(own.TEMPLATE)
    driver = Driver(AnnouncementScreen(template, nothing, nothing))
    assert "Still as in the example: the name, the saving, the items, Citizen" in driver.texts
    driver.assert_readable()
    written = replace(own.read(template, "en"), title="Ferry", saving=7.5, posts=(("Crew", 9.0),))
    text = own.write(written, template.source, "en")
    driver = Driver(AnnouncementScreen(parse(text, "f.toml"), nothing, nothing))
    assert "Still as in the example: Citizen, Process, Economy and Staff." in driver.texts
    driver = Driver(AnnouncementScreen(case, nothing, nothing))
    assert "Still as in the example" not in driver.texts, "of a case the figures are its own"


@pytest.mark.parametrize("posts", [(), (5,), (1, 1), (9, 8), (9, 1), (9, 8, 1)])
def test_what_the_saving_is_compared_with_is_true(posts):
    economy = Economy(3, Prose("kr.", "kr."), posts=tuple(Post(Prose("p", "p"), n) for n in posts))
    said = comparison_text(words("en"), economy, sum(posts))
    assert "No saving" not in said, "it was announced, whatever is known of the items"
    assert ("No single item" in said) == (bool(posts) and max(posts) <= 3)
    assert ("Every item" in said) == (bool(posts) and min(posts) > 3)
    larger = sum(post > 3 for post in posts)
    assert ("Only" in said) == (0 < larger <= len(posts) - larger), "most of them are not only"
    assert ("items costs" in said) == ("Only 1 of" in said)


@pytest.mark.parametrize(("saving", "whole", "told"), [(200, 2600, 8), (1, 3, 33), (2, 3, 67)])
def test_the_share_of_the_saving_is_told_to_the_nearest_per_cent(saving, whole, told):
    posts = (Post(Prose("p", "p"), whole),)
    economy = Economy(saving, Prose("kr.", "kr."), posts=posts)
    assert f"The saving is {told}% of it all." in comparison_text(words("en"), economy, whole)


def test_whether_the_game_is_guided_is_asked_before_it_begins(case):
    said: list[bool] = []
    screen = AnnouncementScreen(case, lambda _, guided: said.append(guided), nothing)
    driver = Driver(screen)
    driver.click("onward")
    driver.tab_to("guide")
    driver.key(pygame.K_LEFT)
    driver.click("onward")
    assert said == [False, True]


def test_esc_goes_back_and_enter_goes_on(case):
    said: list[str] = []
    onward, back = (lambda *_: said.append("on")), (lambda *_: said.append("back"))
    driver = Driver(AnnouncementScreen(case, onward, back))
    driver.key(pygame.K_RETURN, pygame.K_ESCAPE)
    assert said == ["on", "back"]


def test_the_level_is_chosen_before_the_game_begins(case):
    said: list[str] = []

    def left(case, _):
        said.append(case.setup.level)

    driver = Driver(AnnouncementScreen(case, left, left))
    assert "Level: As in everyday life" in driver.texts
    driver.click("level")
    assert "Every goal is 1 point lower. The group has 3 more actions" in driver.texts
    driver.click("level-gentle")
    assert "Level: Room to learn" in driver.texts
    driver.click("onward")
    driver.tab_to("level")
    driver.key(pygame.K_RETURN, pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    driver.key(pygame.K_ESCAPE)
    assert said == ["gentle", "demanding"]


def test_the_choice_of_a_level_can_be_left_as_it_was(case):
    said: list[str] = []
    screen = AnnouncementScreen(case, lambda case, _: said.append(case.setup.level), nothing)
    driver = Driver(screen)
    driver.click("level")
    assert "As in everyday life – usual for this case" in driver.texts
    driver.key(pygame.K_ESCAPE)
    driver.click("onward")
    assert said == ["normal"]
