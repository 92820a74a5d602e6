"""What a simulation found is told in the words of the editor, and leads to its field."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import get_args

import pygame
import pytest

from game.bots import USUAL
from game.content import Case, parse
from game.content.document import Document
from game.content.edits import Edit
from game.engine.setup import Setup
from game.gui.widgets.button import Button
from game.i18n import LANGS, Lang, words
from game.simulation import GAMES, Study, advise
from game.simulation.diagnosis import diagnose
from game.simulation.lessons import HABITS, Failure
from game.simulation.levers import LeverKind
from game.simulation.places import FilePlaces
from game.simulation.remedies import REMEDIES, remedy
from game.simulation.remedy_places import place_to_begin
from game.table.editor.draft import Draft
from game.table.editor.places import place_of
from game.table.editor.simulation import SimulationDialog
from game.table.editor.study_places import EditorPlaces, same_place
from game.table.flow import simulating
from game.table.flow.simulated_case import SimulatedCase
from game.table.flow.simulating import MORE, Ways, findings_of
from tests.pictures.editor import Job
from tests.simulation import made_up
from tests.simulation.foretold import Foretold
from tests.table.driver import Cloth, Driver
from tests.table.writing import Desk

FILE_WORDS = re.compile(
    r"\[rules\]|\b[Ll]in(e|je) \d|gevinst (check|simulate|edit)|[a-z]_[a-z]|^[a-z]"
)
"""What only somebody knows who has the file before them: tables, lines, commands, keys."""


RULES = ("rule", "module")
"""Changes that are named by the field of a rule."""


def too_generous() -> Case:
    """A case of which the group has far too many actions, and much trust."""
    document = Document(made_up.case().source)
    for key, value in (("actions", 20), ("actions_many_seats", 20), ("trust", 9)):
        document = document.set(("rules", key), value)
    return parse(document.text, "a").as_usual


def study_of(case: Case) -> Study:
    """What is found of it where every action more makes it easier."""

    def won(setup: Setup) -> float:
        return 0.7 + 0.05 * (setup.rules.actions - 11)

    played = made_up.simulation(noisy_20=1000, noisy_30=500)
    return Study(played, diagnosis=diagnose(case, played, Foretold(won)))


@pytest.mark.parametrize("lang", LANGS)
def test_it_speaks_of_fields_and_never_of_the_file(lang: Lang) -> None:
    t, case = words(lang), too_generous()
    places = EditorPlaces(Draft(case.source, lang))
    told = [f"{one.found} {one.do}" for one in advise(t, case, study_of(case), places)]
    own = replace(case.setup, ideas=(), benefits=(), risks=())
    for setup in (case.setup, own):
        played = replace(made_up.simulation(), setup=setup)
        failed = [Failure(lesson, judgement, (4,)) for lesson, judgement in REMEDIES]
        told += [remedy(t, played, failure, places) for failure in failed]
    told += [t(places.what(kind)) for kind in get_args(LeverKind) if kind not in RULES]
    assert [text for text in told if FILE_WORDS.search(text)] == []
    assert any({"en": "Actions in a round", "da": "Træk i en runde"}[lang] in text for text in told)


@pytest.mark.parametrize("own_project", [False, True])
def test_what_no_change_mends_leads_to_a_field_all_the_same(own_project: bool) -> None:
    case = made_up.case()
    draft, played = Draft(case.source, "da"), made_up.simulation()
    if own_project:
        setup = replace(case.setup, ideas=(), benefits=(), risks=())
        played = replace(played, setup=setup)
    for lesson, judgement in REMEDIES:
        path = place_to_begin(played, Failure(lesson, judgement, (4,)))
        assert place_of(draft, path).field is not None, (lesson, judgement, path)


def test_who_is_unsure_can_play_more_games_and_all_else_leads_somewhere() -> None:
    wrong = {f"noisy_20_without_{habit}": 630 for habit in HABITS}
    played = made_up.simulation(**wrong, rush=107, random=60, economist=400)
    asked: list[int] = []
    case, t = made_up.case(), words("da")
    found = findings_of(t, case, Study(played), FilePlaces(case), Ways(print, print, asked.append))
    assert {one.weight for one in found} >= {"wrong", "unsure"}
    for one in found:
        assert one.go or one.press or one.weight in ("good", "note"), one
        if one.weight == "unsure" and one.press:
            one.press.do()
    assert asked == [played.games * MORE]
    stopped = Study(replace(played, games=3000), stopped=True)
    found = findings_of(t, case, stopped, FilePlaces(case), Ways(print, print, asked.append))
    (press,) = (one.press for one in found if one.weight == "unsure" and one.press)
    assert press.label == "Spil alle 3.000"
    press.do()
    assert asked[-1] == 3000, "what was stopped is played to its end before more is asked for"


def test_what_was_found_leads_to_its_field() -> None:
    case = too_generous()
    desk = Desk(case.source, "da")
    places = EditorPlaces(desk.screen.draft)
    found = findings_of(
        desk.app.t, case, study_of(case), places, Ways(desk.screen.go_to_path, print, print)
    )
    desk.app.push(SimulationDialog(Job(1.0, lambda t: found)))
    desk.app.draw()
    desk.click(f"finding-{[one.weight for one in found].index('cause')}")
    desk.app.draw()
    assert desk.app.top is desk.screen
    assert desk.screen.section.key == "rules"
    assert (desk.focus or "").startswith("field:rules.actions")


def test_a_change_that_was_tried_is_made_by_its_button() -> None:
    case = too_generous()
    made: list[object] = []
    found = findings_of(
        words("da"), case, study_of(case), FilePlaces(case), Ways(print, made.append, print)
    )
    desk = Desk(case.source, "da")
    desk.app.push(SimulationDialog(Job(1.0, lambda t: found)))
    desk.app.draw()
    desk.click(f"change-{[one.weight for one in found].index('cause')}")
    desk.app.draw()
    assert desk.app.top is desk.screen
    assert made == [(Edit(("rules", "actions"), 11), Edit(("rules", "actions_many_seats"), 11))]


# ------------------------------------------------------------------ kept while one follows it
class Simulated:
    """An editor whose *Simulate* finds at once what is found of a case that is too generous."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.played: list[tuple[str, int]] = []
        self.fault: Exception | None = None
        """What playing fails with."""

        def studied(case: Case, games: int, **more: object) -> Study:
            self.played.append((case.source, games))
            if self.fault is not None:
                raise self.fault
            return study_of(case)

        monkeypatch.setattr(simulating, "study", studied)
        self.desk = Desk(too_generous().source, "en")
        self.kept = SimulatedCase(self.desk.app, self.desk.screen)

    def simulate(self) -> SimulationDialog:
        """Press *Simulate*, and wait until all is found."""
        self.kept.show()
        return self.wait()

    def wait(self) -> SimulationDialog:
        """Let the window go on until all is found."""
        dialog = self.desk.app.top
        assert isinstance(dialog, SimulationDialog)
        while not dialog.job.over:
            self.desk.app.advance(0.01)
        self.desk.app.draw()
        return dialog

    @property
    def told(self) -> list[str]:
        """The heads and texts of the list that is shown."""
        dialog = self.desk.app.top
        assert isinstance(dialog, SimulationDialog)
        return [one.found for one in dialog.job.findings(self.desk.app.t)]

    @property
    def changes(self) -> list[str]:
        """The buttons that make a change."""
        dialog = self.desk.app.top
        return [w.key for w in dialog.ui.widgets if w.key.startswith("change-")]


@pytest.fixture
def simulated(monkeypatch: pytest.MonkeyPatch) -> Simulated:
    simulated = Simulated(monkeypatch)
    simulated.simulate()
    return simulated


def test_what_was_typed_last_is_simulated(monkeypatch: pytest.MonkeyPatch) -> None:
    simulated = Simulated(monkeypatch)
    desk = simulated.desk
    desk.write("field:title:en", "Another title")
    simulated.simulate()
    assert simulated.played[-1][0] == desk.files[-1]
    assert simulated.told
    desk.rest(1.0)  # until it is believed that somebody has seen it
    desk.key(pygame.K_ESCAPE)
    desk.write("field:title:en", "A third one")
    simulated.kept.show()  # what was found before
    desk.rest(1.0)
    desk.click("again")
    simulated.wait()
    assert simulated.played[-1][0] == desk.files[-1]
    assert desk.value("title", "en") == "A third one"


def test_what_was_found_is_there_again_after_one_of_it_was_followed(simulated: Simulated) -> None:
    found = simulated.told
    assert found[0].startswith("1000 games with each of 12 groups at each number of seats (4 and")
    simulated.desk.click("finding-3")
    assert simulated.desk.app.top is simulated.desk.screen
    simulated.simulate()
    assert simulated.told == found, "nothing was changed"
    assert len(simulated.played) == 1, "and nothing was played again"


def test_after_a_change_it_is_that_of_the_case_before(simulated: Simulated) -> None:
    press = simulated.changes[0]
    simulated.desk.click(press)
    assert simulated.desk.value("rules", "actions") == 11
    simulated.desk.rest()
    simulated.simulate()
    assert simulated.told[0] == (
        "The case has been changed since: this is what was found before the change."
    )
    assert not simulated.changes
    simulated.desk.click("again")
    simulated.simulate()
    assert [("actions = 11" in text, games) for text, games in simulated.played] == [
        (False, simulating.GAMES),
        (True, simulating.GAMES),
    ]
    assert "changed since" not in simulated.told[0]


def reason_at(desk: Desk) -> str:
    """Why *Simulate* cannot be pressed."""
    button = desk.screen.ui.find("simulate")
    assert isinstance(button, Button)
    return button.reason


def test_it_stays_reachable_while_the_case_has_errors() -> None:
    desk = Desk()
    desk.screen.take(desk.screen.draft.document.remove(("title",)))
    desk.rest()
    assert reason_at(desk)
    desk.screen.exits = replace(desk.screen.exits, simulated=lambda: True)
    desk.screen.refresh()
    desk.app.draw()
    assert not reason_at(desk)


def test_a_card_that_was_moved_is_found_where_it_stands_now() -> None:
    before = Draft(made_up.case().source, "da")
    cards = before.get(("ideas",))
    now = Draft(before.document.set(("ideas",), [*cards[1:4], cards[0], *cards[4:]]).text, "da")
    assert same_place(("ideas", 0, "effects", "citizen"), before, now) == (
        *("ideas", 3, "effects", "citizen"),
    )
    assert same_place(("tracks", "citizen", "goal"), before, now) == ("tracks", "citizen", "goal")
    gone = Draft(before.document.set(("ideas",), cards[1:]).text, "da")
    assert same_place(("ideas", 0, "cost"), before, gone) is None


@pytest.mark.parametrize("lang", LANGS)
def test_window_and_guide_say_how_many_groups_play_and_how_often(lang: Lang) -> None:
    page = "scenarios.md" if lang == "en" else "scenarios.da.md"
    guide = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    doing = simulating.BackgroundSimulation(
        made_up.case(), FilePlaces(made_up.case()), Ways(print, print, print)
    ).doing(words(lang))
    assert doing.startswith(f"{len(USUAL)} ")
    assert {"en": "Twelve groups", "da": "Tolv grupper"}[lang] in guide
    assert len(USUAL) == 12
    assert re.search(rf"\b{simulating.GAMES} (games|spil)\b.*\b{GAMES}\b", guide)


def test_a_press_on_stop_is_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = Event()

    def studied(case: Case, cancels: Callable[[], bool], **more: object) -> Study:
        ends.wait(30)
        return Study(made_up.simulation(), stopped=cancels())

    monkeypatch.setattr(simulating, "study", studied)
    job = simulating.BackgroundSimulation(
        made_up.case(), FilePlaces(made_up.case()), Ways(print, print, print)
    )
    driver = Driver(Cloth())
    driver.app.push(SimulationDialog(job.begin()))
    driver.look(1.0)
    assert "Stop and see" in driver.texts
    driver.click("stop")
    assert "Stopping …" in driver.texts
    ends.set()
    while not job.over:
        driver.look(0.01)
    driver.look()
    assert "1000 games" in driver.texts


def test_where_processes_die_it_says_so_and_the_next_press_begins_anew(
    simulated: Simulated,
) -> None:
    simulated.fault = BrokenExecutor()
    simulated.desk.click("again")
    simulated.wait()
    assert "perhaps for lack of memory" in simulated.desk.texts
    simulated.desk.assert_readable()
    simulated.fault = None
    simulated.desk.key(pygame.K_ESCAPE)
    assert simulated.desk.app.top is simulated.desk.screen
    simulated.simulate()
    assert len(simulated.played) == 3
    assert simulated.told[0].startswith("1000 games")


def test_a_fault_that_nobody_foresaw_reaches_the_frame_and_the_next_press_begins_anew(
    simulated: Simulated,
) -> None:
    simulated.fault = ZeroDivisionError("in a lever")
    simulated.desk.click("again")
    with pytest.raises(ZeroDivisionError, match="in a lever"):
        simulated.wait()
    simulated.fault = None
    simulated.desk.look()
    simulated.desk.key(pygame.K_ESCAPE)
    assert simulated.desk.app.top is simulated.desk.screen
    simulated.simulate()
    assert simulated.told[0].startswith("1000 games")
