"""What a simulation found is told in the words of the editor, and leads to its field."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest

from game.content import Case, parse
from game.content.document import Document
from game.content.edits import Edit
from game.engine.setup import Setup
from game.i18n import LANGS, Lang, words
from game.simulation import Study, advise
from game.simulation.diagnosis import diagnose
from game.simulation.lessons import HABITS
from game.simulation.levers import LeverKind
from game.simulation.places import FilePlaces
from game.simulation.remedies import OWN_PROJECT_REMEDIES, REMEDIES, Means
from game.simulation.remedy_places import place_to_begin
from game.table.editor.draft import Draft
from game.table.editor.places import place_of
from game.table.editor.simulation import SimulationDialog
from game.table.editor.study_places import EditorPlaces
from game.table.flow.simulating import MORE, Ways, findings_of
from tests.pictures.editor import Job
from tests.simulation import made_up
from tests.simulation.foretold import Foretold
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
    means = Means.of(case.setup)
    for remedies in (REMEDIES, OWN_PROJECT_REMEDIES):
        told += [remedy(t, made_up.simulation(), means, places) for remedy in remedies.values()]
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
        path = place_to_begin(played, lesson, judgement)
        assert place_of(draft, path).field is not None, (lesson, judgement, path)


def test_who_is_unsure_can_play_more_games_and_all_else_leads_somewhere() -> None:
    wrong = {f"noisy_20_without_{habit}": 630 for habit in HABITS}
    played = made_up.simulation(**wrong, rush=107, random=60, economist=400)
    asked: list[int] = []
    case, t = made_up.case(), words("da")
    found = findings_of(t, case, Study(played), FilePlaces(case), Ways(print, print, asked.append))
    assert {one.weight for one in found} >= {"wrong", "unsure"}
    for one in found:
        assert one.go or one.press or one.weight == "good", one
        if one.weight == "unsure" and one.press:
            one.press.do()
    assert asked == [played.games * MORE]


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
