"""The screens before the table can be read, and worked by mouse alone and by keyboard alone."""

from __future__ import annotations

import time
from pathlib import Path

import pygame
import pytest

from game.content import Economy, Post, Problem, Prose, Summary, check, load, summaries
from game.engine.events import Seat
from game.engine.setup import AIM_KINDS, Aim
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.i18n import words
from game.resources import SCENARIOS
from game.table.cards import draw_card
from game.table.parts.economy import comparison_text
from game.table.setup.announcement import AnnouncementExits, AnnouncementScreen
from game.table.setup.choose_case import ChooseCaseExits, ChooseCaseScreen
from game.table.setup.module_rules import ModuleRulesScreen
from game.table.setup.open_file import OpenFileDialog
from game.table.setup.problems import ProblemsScreen
from game.table.setup.roles import ChooseRoleDialog
from game.table.setup.saved_games import SavedGame
from game.table.setup.seats import SeatsExits, SeatsScreen
from game.table.setup.start import StartAction, StartExits, StartScreen
from game.table.setup.story import NotesScreen, StoryExits, StoryScreen
from game.views.faces import (
    BenefitFace,
    DownsideFace,
    EventFace,
    Face,
    IdeaFace,
    RiskFace,
    RoleFace,
)
from game.wording import modules, terms
from game.wording.aims import aim_text
from tests.table.driver import SIZES, Cloth, Driver, squeezed

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

    games = [
        SavedGame(
            Prose("Kølap 84", "Ticket 84"), 3, time.time(), ("Ane", "Bo"), action(f"{n}", "").run
        )
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
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", [*SIZES, (1280, 1024), (1920, 1200), (1366, 768)])
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
        StoryScreen(case, StoryExits(nothing, nothing)),
        AnnouncementScreen(case, AnnouncementExits(nothing, nothing)),
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
        OpenFileDialog(nothing, Path("/home/ane/cases")),
    ):
        driver.app.push(layer)
        driver.assert_readable()
        driver.app.pop()


def test_every_case_that_ships_can_be_read():
    for path in sorted(SCENARIOS.glob("*.toml")):
        shipped = load(path)
        driver = Driver(StoryScreen(shipped, StoryExits(nothing, nothing)))
        for lang in LANGS:
            driver.app.set_language(lang)
            for screen in (
                StoryScreen(shipped, StoryExits(nothing, nothing)),
                AnnouncementScreen(shipped, AnnouncementExits(nothing, nothing)),
            ):
                driver.app.reset(screen)
                driver.assert_readable()
            driver.app.push(ModuleRulesScreen(shipped.setup.rules))
            driver.assert_readable()
            driver.app.pop()


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
    driver = Driver(StoryScreen(shipped, StoryExits(nothing, nothing)))
    driver.click("modules")
    assert isinstance(driver.app.top, ModuleRulesScreen)
    for code in shipped.setup.rules.modules:
        assert modules.title(words("en"), code) in driver.texts
        assert modules.sentence(words("en"), code)[:30] in driver.texts
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, StoryScreen)
    first = load(SCENARIOS / "foerste-spil.toml")
    driver.app.reset(StoryScreen(first, StoryExits(nothing, nothing)))
    assert "The rules of this case" not in driver.texts


def test_a_case_says_what_it_adds_where_it_is_chosen_and_where_it_begins():
    driver = Driver(choose([]))
    assert modules.announcement(words("en"), ()) in driver.texts
    shipped = load(SCENARIOS / "koebenhavn-tmf.toml")
    driver.app.reset(AnnouncementScreen(shipped, AnnouncementExits(nothing, nothing)))
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
    assert {"20 min", "1–8 players", "A good first case"} <= set(driver.texts.split("\n"))
    driver.key(pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    screen = driver.app.top
    assert isinstance(screen, ChooseCaseScreen)
    assert chosen == [screen.cases[2].id]


def test_own_cases_come_last_and_are_told_apart(tmp_path):
    (tmp_path / "aa.toml").write_text('title = "A case of ours"\nlevel = "first"', "utf-8")
    cases = [*summaries(tmp_path), *summaries(SCENARIOS)]
    screen = ChooseCaseScreen(cases, ChooseCaseExits(nothing, nothing, nothing), tmp_path)
    assert screen.cases[-1].title.en == "A case of ours"
    assert screen.cases[-2].own_project
    driver = Driver(screen, (1920, 1080))
    driver.move("cases")
    driver.post(pygame.MOUSEWHEEL, y=-20, x=0)
    assert "your own case" in driver.texts


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
    last = len(screen.cases) - 1
    driver.click(f"case-{last}")
    assert "mine.toml" in driver.texts
    assert "Line 14: A quotation mark is missing." in driver.texts.replace("\n", " ")
    driver.click(f"case-{last}")
    driver.click("onward")
    assert chosen == []
    assert "cannot be played" in driver.texts


# --------------------------------------------------------------------------------------- seats
@pytest.fixture
def taken() -> list[tuple[Seat, ...]]:
    return []


@pytest.fixture
def seated(case, taken) -> Driver:
    return Driver(SeatsScreen(case, SeatsExits(taken.append, nothing)))


def test_starting_at_once_gives_four_seats_with_a_role_each(seated, taken):
    seated.click("onward")
    (seats,) = taken
    assert [seat.name for seat in seats] == [f"Player {n}" for n in range(1, 5)]
    assert len({seat.roles for seat in seats}) == 4


def test_names_are_written_and_seats_added_moved_and_removed(seated, taken):
    seated.click("name-0")
    seated.type("Ane")
    seated.key(pygame.K_TAB)
    assert seated.focus == "role-0"
    seated.click("down-0")
    seated.click("add")
    seated.click("remove-2")
    seated.click("onward")
    assert [seat.name for seat in taken[0]] == ["Player 1", "Ane", "Player 3", "Player 4"]


def test_the_number_of_seats_is_one_click(seated, taken):
    seated.click("name-1")
    seated.type("Bo")
    seated.tab_to("seats")
    seated.key(pygame.K_2, text="2")
    seated.click("onward")
    assert [seat.name for seat in taken[0]] == ["Player 1", "Bo"], "who has a name stays"
    seated.tab_to("seats")
    seated.key(pygame.K_8, text="8")
    seated.click("onward")
    assert len(taken[1]) == 8


@pytest.mark.parametrize("lang", LANGS)
def test_roles_are_explained_in_one_size_of_text(case, lang):
    seats = SeatsScreen(case, SeatsExits(nothing, nothing))
    driver = Driver(Cloth(), (1920, 1080), lang)
    driver.app.push(ChooseRoleDialog(case, seats.places, seats.places.seats[0]))
    driver.look()
    t, drawn = words(lang), {squeezed(d.text): d.size for d in driver.log}
    texts = [terms.ability_text(t, role.ability) for role in case.setup.roles]
    sizes = {size for text, size in drawn.items() if any(text in squeezed(x) for x in texts)}
    assert len(sizes) == 1
    assert min(sizes) >= 22


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_of_aim_is_explained(lang):
    t = words(lang)
    for kind in AIM_KINDS:
        text = aim_text(t, Aim(kind, 0.9 if kind == "realism_at_least" else 2, "citizen"))
        assert text.endswith(".")
        assert "2" in text or "90" in text


def test_there_are_one_to_eight_seats(seated, taken):
    for _ in range(4):
        seated.click("add")
    seated.look()
    assert seated.app.top.ui.find("add") is None
    for i in range(1, 8):
        seated.click(f"remove-{i}")
    seated.click("remove-0")
    assert "There is always one seat." in seated.texts
    seated.click("onward")
    assert len(taken[0]) == 1


def test_a_role_that_is_taken_changes_hands(case, seated, taken):
    first, second = (role.id for role in case.setup.roles[:2])
    seated.click("role-0")
    seated.click(f"take-{second}")
    seated.click("onward")
    assert [seat.roles for seat in taken[0][:2]] == [(second,), (first,)]


def test_below_four_seats_it_is_said_which_roles_are_dealt_out(case, seated):
    for i in (1, 2, 3):
        seated.click(f"remove-{i}")
    fourth = case.roles[case.setup.roles[3].id].name.en
    assert f", {fourth}" in seated.texts


# ------------------------------------------------------------------------------- announcement
def test_the_saving_stands_against_everything(case):
    driver = Driver(AnnouncementScreen(case, AnnouncementExits(nothing, nothing)), (1920, 1080))
    total = sum(post.value for post in case.economy.posts)
    assert f"{case.economy.saving / total:.0%}" in driver.texts
    assert all(post.name.en in driver.texts.replace("\n", " ") for post in case.economy.posts)
    assert "Only 3 of the 9 items cost more" in driver.texts.replace("\n", " ")


@pytest.mark.parametrize("posts", [(), (5,), (1, 1), (9, 8)])
def test_what_the_saving_is_compared_with_is_true(posts):
    economy = Economy(3, Prose("kr.", "kr."), posts=tuple(Post(Prose("p", "p"), n) for n in posts))
    said = comparison_text(words("en"), economy, sum(posts))
    assert ("No single item" in said) == (bool(posts) and max(posts) <= 3)
    assert ("Every item" in said) == (bool(posts) and min(posts) > 3)


def test_whether_the_game_is_guided_is_asked_before_it_begins(case):
    said: list[bool] = []
    flow = AnnouncementExits(lambda _, guided: said.append(guided), nothing)
    driver = Driver(AnnouncementScreen(case, flow))
    driver.click("onward")
    driver.tab_to("guide")
    driver.key(pygame.K_LEFT)
    driver.click("onward")
    assert said == [False, True]


def test_esc_goes_back_and_enter_goes_on(case):
    said: list[str] = []
    flow = AnnouncementExits(lambda *_: said.append("on"), lambda _: said.append("back"))
    driver = Driver(AnnouncementScreen(case, flow))
    driver.key(pygame.K_RETURN, pygame.K_ESCAPE)
    assert said == ["on", "back"]


def test_the_level_is_chosen_before_the_game_begins(case):
    said: list[str] = []
    flow = AnnouncementExits(
        lambda case, _: said.append(case.setup.level), lambda case: said.append(case.setup.level)
    )
    driver = Driver(AnnouncementScreen(case, flow))
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
    flow = AnnouncementExits(lambda case, _: said.append(case.setup.level), nothing)
    driver = Driver(AnnouncementScreen(case, flow))
    driver.click("level")
    assert "As in everyday life – usual for this case" in driver.texts
    driver.key(pygame.K_ESCAPE)
    driver.click("onward")
    assert said == ["normal"]


# --------------------------------------------------------------------------------------- cards
LONG = "Medarbejdertilfredshedsundersøgelse hver måned"
FACES: tuple[Face, ...] = (
    IdeaFace(
        name=LONG,
        text="Et kvarter: hvad driller, hvad prøver vi i denne uge?",
        track="employee",
        kind="process",
        cost=5,
        maturity=4,
        delay=2,
        promise=(("employee", 2), ("process", 2), ("citizen", 1), ("economy", -1)),
        letter="M",
    ),
    IdeaFace(
        name="Luk to skranker",
        text="Færre skranker, samme åbningstid.",
        track="economy",
        kind="product",
        cost=2,
        maturity=5,
        effects=(("citizen", -4), ("process", 2), ("economy", 6), ("employee", -3)),
        stamp="implemented",
        due="runde 5",
        letter="C",
    ),
    BenefitFace(
        name=LONG,
        measure="Minutter i kø: 45 → 20 min, efter 6 måneder",
        track="process",
        estimate=6,
        letter="C",
        owner="MJ",
        harvested=-2,
    ),
    BenefitFace(name="Kortere ventetid", measure="Minutter i kø", track="citizen"),
    RiskFace(
        name=LONG,
        text="Presset flytter sig.",
        track="economy",
        severity=4,
        likelihood=5,
        mitigations=2,
        about=("Luk to skranker", "Vært"),
        letter="W",
    ),
    RiskFace(
        name="Sygefravær",
        text="Presset flytter sig.",
        track="employee",
        severity=1,
        likelihood=2,
        about=("A", "B", "C"),
    ),
    RiskFace(
        name="Sygefravær",
        text="Presset flytter sig.",
        track="citizen",
        severity=3,
        likelihood=3,
        letter="M",
        stamp="struck",
    ),
    DownsideFace(
        name="Flere opkald til hotlinen",
        text="Går ud over: kollegerne i Borgerservice. Den er opvejet.",
        track="employee",
        points=-2,
        letter="C",
        made_up=True,
        harvested=-1,
    ),
    EventFace(
        name="Ny lov",
        text="Reglerne ændres.",
        options=("Kræfter −2", "Tillid −1, men én risiko mindre"),
    ),
    RoleFace(
        name="Tillidsrepræsentant",
        aim="Medarbejder på 10 eller mere",
        ability="Én handling mere.",
        home="Hjemme på Medarbejder",
        player="Ane",
    ),
)


class Faces(Screen):
    def __init__(self, w: float, h: float) -> None:
        self.size = (w, h)
        self.faces = [f for f in FACES if h >= 320 or not isinstance(f, EventFace | RoleFace)]

    def build(self, ui: Ui) -> None:
        x = y = 20.0
        for face in self.faces:
            if x + self.size[0] > ui.area.right:
                x, y = 20.0, y + self.size[1] + 20
            draw_card(ui.canvas, Box(x, y, *self.size), face)
            x += self.size[0] + 20


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "box", [(400, 520), (300, 420), (220, 320), (230, 96), (180, 72), (130, 80)]
)
def test_every_face_can_be_read_at_every_size(box, lang):
    Driver(Faces(*box), (1920, 1080), lang).assert_readable()


def test_pictures_on_the_table_can_be_known_by_the_last_row(monkeypatch):
    """And a name that is cut is cut last: letters and numbers give way to it."""
    drawn: list[float] = []
    monkeypatch.setattr(Canvas, "emoji", lambda c, letters, box: drawn.append(box.h) or True)
    driver = Driver(Faces(180, 46), (1920, 1080))
    driver.look()
    assert len(drawn) >= len(FACES) - 2
    assert min(drawn) >= 30
    assert driver.texts.count(LONG[:4]) == sum(face.name == LONG for face in FACES)
