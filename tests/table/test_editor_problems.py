"""What is wrong with a case that is being written leads to its field, or is mended by a button."""

from __future__ import annotations

import re

import pygame
import pytest

from game.content import Problem, check, new_case
from game.content.document import Document
from game.content.positions import KeyPath
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.i18n import words
from game.table.editor.certain import ChangesDialog, shown_value
from game.table.editor.draft import Draft
from game.table.editor.head import not_yet
from game.table.editor.judge import path_of
from game.table.editor.places import place_of
from game.table.editor.problem_list import ProblemList
from game.table.editor.remedies import remedy_of
from game.table.editor.sections import SECTIONS
from game.wording import case_problems
from tests.content.lenient.mistakes import GOOD
from tests.content.weighing.damage import damaged
from tests.content.weighing.mistakes import DAMAGES
from tests.pictures.editor import CASE
from tests.table.driver import squeezed
from tests.table.writing import Desk
from tests.wording.problems import texts

OF_THE_WHOLE_FILE = {"format"}
"""A newer version of the game has to read it: nothing in the editor mends that."""


def lead_nowhere(text: str) -> list[Problem]:
    """The errors of a text that neither lead to a field, nor to a list of cards, nor are mended."""
    draft = Draft(text, "da")
    errors = [p for p in check(text, "case.toml", weighed=False)[1] if p.severity == "error"]
    return [
        problem
        for problem in errors
        if place_of(draft, path_of(problem)).field is None
        and remedy_of(draft, problem, "case.toml") is None
        and path_of(problem) != place_of(draft, path_of(problem)).base
        and not leads_to_cards(draft, path_of(problem))
        and problem.code not in OF_THE_WHOLE_FILE
    ]


def leads_to_cards(draft: Draft, path: KeyPath) -> bool:
    """Whether a path is that of a list of cards, where one is added or taken away."""
    section = place_of(draft, path).section
    return section.many and path == section.path


@pytest.mark.parametrize("part", range(4))
def test_every_error_leads_to_a_field_or_is_mended_by_a_button(part: int) -> None:
    stuck = {(p.code, p.path) for text in texts()[part::4] for p in lead_nowhere(text)}
    assert stuck == set()


def test_what_a_button_mends_is_mended() -> None:
    buttons = set()
    for text in texts()[::3]:
        draft = Draft(text, "da")
        for problem in check(text, "case.toml", weighed=False)[1]:
            remedy = remedy_of(draft, problem, "case.toml")
            if remedy is None or problem.severity != "error" or problem.code in buttons:
                continue
            after = check(remedy.mended().text, "case.toml", weighed=False)[1]
            same = [(p.code, p.message) for p in after if p.path == problem.path]
            assert (problem.code, problem.message) not in same, problem
            buttons.add(problem.code)
    assert len(buttons) > 4


def cards_in(document: Document) -> int:
    return sum(len(document.get(section.path, [])) for section in SECTIONS if section.many)


def test_no_button_takes_away_a_card_that_is_only_unusual() -> None:
    told = set()
    for damage in (each for each in DAMAGES if "." not in each.path):
        draft = Draft(damaged("koebenhavn-pas", damage.do), "da")
        for problem in check(draft.text, "case.toml")[1]:
            remedy = remedy_of(draft, problem, "case.toml")
            if remedy and problem.severity == "warning":
                assert cards_in(remedy.mended()) == cards_in(draft.document), problem
            told.add(problem.code)
    assert {"high_maturity", "few_true_risks", "riskless"} <= told


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("id",), "Min Case!"),
        (("ideas", 0, "id"), "Ø idé 1"),
        (("ideas", 1, "id"), "written-7"),
        (("risks", 0, "id"), 7),
        (("pris",), 3),
        (("ideas", 0, "hvorfor"), "derfor"),
    ],
)
def test_what_no_field_writes_is_mended_on_the_screen(path: tuple[str | int, ...], value) -> None:
    document = Document(CASE.read_text(encoding="utf-8")).set(path, value)
    desk = Desk(document.text, "da")
    assert desk.screen.judge.errors
    desk.click("problems")
    for n in range(20):
        desk.app.draw()
        if desk.screen.judge.errors == []:
            break
        key = next(w.key for w in desk.app.top.ui.widgets if re.match(r"mend-\d", w.key))
        desk.click(key)
        assert n < 19
    assert check(desk.files[-1], "case.toml")[0] is not None
    desk.key(pygame.K_ESCAPE)
    assert desk.app.top is desk.screen


def test_a_card_that_is_called_anew_is_called_so_wherever_it_is_named() -> None:
    document = Document(CASE.read_text(encoding="utf-8"))
    old = document.get(("risks", 0, "id"))
    document = document.set(("risks", 0, "id"), "Køen vokser")
    for n, idea in enumerate(document.get(("ideas",))):
        risks = ["Køen vokser" if risk == old else risk for risk in idea["risks"]]
        document = document.set(("ideas", n, "risks"), risks)
    draft = Draft(document.text, "da")
    problem = next(p for p in check(document.text, "a.toml")[1] if p.path == "risks[0].id")
    remedy = remedy_of(draft, problem, "a.toml")
    assert remedy is not None
    assert check(remedy.mended().text, "a.toml")[0] is not None


# ------------------------------------------------------------------ the list
def test_errors_stand_before_warnings_and_places_have_their_names_on_the_screen() -> None:
    document = Document(CASE.read_text(encoding="utf-8"))
    document = document.set(("minutes",), 400).set(("risks", 2, "name"), 7)
    desk = Desk(document.text, "da")
    troubles = desk.screen.problems.troubles(desk.app.t)
    wrong = [trouble.wrong for trouble in troubles]
    assert wrong == sorted(wrong, reverse=True)
    assert {True, False} == set(wrong)
    assert troubles[0].where.startswith("Risici · ")
    assert troubles[0].where.endswith(" · Navn")
    assert any(trouble.where == "Casen · Minutter" for trouble in troubles)


def test_what_is_certain_is_shown_mended_and_taken_back() -> None:
    text = GOOD.replace("cost = 2", 'cost = "2"', 1).replace(
        'track = "citizen"', 'spor = "Borger"', 1
    )
    assert text.count('"2"') == 1
    desk = Desk(text, "da")
    assert desk.screen.judge.errors
    desk.click("problems")
    desk.click("mend-certain")
    assert isinstance(desk.app.top, ChangesDialog)
    assert "Borger: Det bliver, som det er" in desk.texts, "nothing else is seen on the screen"
    desk.click("mend")
    assert isinstance(desk.app.top, ProblemList)
    assert desk.value("ideas", 0, "track") == "citizen"
    assert not desk.screen.judge.errors
    desk.key(pygame.K_ESCAPE)
    desk.click("undo")
    assert desk.files[-1] == text


def test_a_card_that_is_named_in_another_way_is_shown_by_its_name() -> None:
    document = Document(CASE.read_text(encoding="utf-8"))
    risk = document.get(("risks", 0))
    draft = Draft(document.text, "da")
    path = ("ideas", 0, "risks")
    shown = [shown_value(words("da"), draft, path, [id]) for id in (risk["id"], "ukendt")]
    assert shown == [f"»{risk['name']['da']}«", "»ukendt«"]


def test_an_empty_case_leads_to_the_button_that_adds_a_card() -> None:
    desk = Desk(new_case.empty("Færre breve", "da"), "da")
    desk.screen.go_to_path(("ideas",))
    desk.app.draw()
    assert desk.focus == "add"


# ------------------------------------------------------------------ numbers
def test_what_is_no_number_is_told_and_kept_when_the_page_is_left() -> None:
    desk = Desk(lang="da")
    desk.click("section:tracks")
    key = "field:tracks.citizen.baseline"
    desk.write(key, "mange")
    desk.click("section:risks")
    desk.rest()
    assert desk.value("tracks", "citizen", "baseline") == "mange"
    assert desk.screen.judge.errors
    desk.click("section:tracks")
    assert desk.widget_of(TextField, key).value == "mange"
    assert "ikke et tal" in desk.texts.replace("\n", " ")
    desk.write(key, "7,5")
    desk.click("section:risks")
    desk.rest()
    assert desk.value("tracks", "citizen", "baseline") == 7.5
    assert not desk.screen.judge.errors


def test_what_is_being_typed_wrong_counts_at_once_and_its_list_opens_at_the_first_press() -> None:
    """The two sides of the screen never disagree, and a count that just changed can be pressed."""
    desk = Desk(new_case.example("Åbent længe", "en"))
    desk.click("section:tracks")
    desk.write("field:tracks.citizen.target", "70 - 80")
    desk.app.draw()
    assert "1 error" in desk.texts
    assert all(desk.widget_of(Button, key).reason for key in ("play", "simulate"))
    desk.rest()
    desk.write("field:tracks.citizen.target", "7x")
    desk.click("problems")
    desk.app.draw()
    assert isinstance(desk.app.top, ProblemList)
    assert len(desk.screen.judge.errors) == 1


def test_what_is_unusual_is_told_at_its_field_and_marks_its_card() -> None:
    desk = Desk(new_case.example("Åbent længe", "da"), "da")
    desk.click("section:ideas")
    desk.click("card:2")
    desk.screen.draft.put(("ideas", 2, "cost"), 9)
    desk.screen.changed()
    desk.rest()
    (warning,) = desk.screen.judge.at(("ideas", 2, "cost"))
    desk.screen.go_to_path(("ideas", 2, "cost"))
    desk.rest()
    assert warning.severity == "warning"
    assert squeezed(case_problems.said(words("da"), warning)) in squeezed(desk.texts)
    assert desk.widget_of(Button, "card:2").icon == "info"
    told = desk.widget("about:field:ideas.2.cost:wrong").tip
    assert case_problems.helps(words("da"), warning) in told


def test_a_track_without_benefits_leads_to_where_benefits_are_written() -> None:
    desk = Desk(new_case.example("Åbent længe", "da"), "da")
    for n, benefit in reversed(list(enumerate(desk.screen.draft.get(("benefits",))))):
        if benefit["track"] == "economy":
            desk.click("section:benefits")
            desk.click(f"card:{n}")
            desk.click("remove")
    desk.rest()
    t = words("da")
    (found,) = [p for p in desk.screen.judge.problems if p.code == "no_benefit_on_track"]
    said = case_problems.said(t, found)
    (trouble,) = [one for one in desk.screen.problems.troubles(t) if one.said == said]
    desk.click("section:case")
    assert trouble.go is not None
    trouble.go()
    assert desk.screen.section.key == "benefits"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ca. 300", "This is not a number"),
        ("3 mio.", "This is not a number"),
        ("1e999", "This is not a number"),
        ("99999999999", "The number is too large"),
    ],
)
def test_what_cannot_be_taken_as_a_number_is_told_as_what_it_is(text: str, why: str) -> None:
    desk = Desk(new_case.example("Åbent længe", "en"))
    desk.click("section:tracks")
    desk.click("card:0")
    desk.write("field:tracks.citizen.target", text)
    desk.app.draw()
    said = desk.texts.replace("\n", " ")
    assert why in said
    assert "something else than" not in said


# ------------------------------------------------------------------ nothing jumps
def test_nothing_moves_when_a_complaint_comes_or_goes() -> None:
    desk = Desk(new_case.example("Åbent længe", "da"), "da")
    desk.click("section:ideas")
    desk.app.draw()

    def places() -> dict[str, object]:
        return {w.key: w.box for w in desk.screen.ui.widgets if w.key.startswith("field:")}

    before = places()
    desk.write("field:ideas.0.name:da", "x")
    desk.key(pygame.K_BACKSPACE)
    desk.rest()
    assert "Her skal stå noget" in desk.texts
    assert {k: v for k, v in places().items() if not k.endswith("wrong")} == before


def test_a_section_that_is_pressed_again_stays_where_it_was() -> None:
    desk = Desk()
    desk.click("section:roles")
    desk.click("card:3")
    desk.click("section:roles")
    assert desk.screen.number == 3
    desk.click("section:ideas")
    desk.click("section:roles")
    assert desk.screen.number == 3


def test_a_gauge_leads_to_what_it_measures() -> None:
    desk = Desk()
    for gauge in desk.screen.judge.gauges:
        desk.screen.go("prompts")
        desk.screen.refresh()
        desk.app.draw()
        if desk.screen.ui.find(f"gauge:{gauge.code}") is None:
            continue  # there is no room for it on this screen
        desk.click(f"gauge:{gauge.code}")
        desk.app.draw()
        assert desk.screen.section.key == place_of(desk.screen.draft, gauge.path).section.key


# ------------------------------------------------------------------ advice is followed elsewhere
FOLLOWED_IN = {
    "thin_track": ("ideas", "effects"),
    "no_benefit_on_track": ("benefits", ""),
    "different_aims": ("roles", "aim"),
    "high_cost": ("ideas", "cost"),
    "low_severity": ("risks", "severity"),
}
"""Where the advice of a problem is followed: the section, and the key of the field if it is one."""


@pytest.mark.parametrize("code", FOLLOWED_IN)
def test_advice_leads_to_where_it_is_followed(code: str) -> None:
    damage = next(one for one in DAMAGES if one.code == code)
    desk = Desk(damaged("koebenhavn-pas", damage.do), "en")
    problem = next(p for p in desk.screen.judge.problems if p.code == code)
    desk.screen.problems.show()
    desk.app.draw()
    said = case_problems.said(desk.app.t, problem)
    rows = [trouble.said for trouble in desk.screen.problems.troubles(desk.app.t)]
    desk.click(f"problem-{rows.index(said)}")
    desk.rest()
    section, key = FOLLOWED_IN[code]
    assert desk.screen.section.key == section
    if key:
        assert f".{key}" in (desk.focus or "")
        assert said[:30] in desk.texts, "and there it is told what it is about"
    else:
        assert desk.focus == "add", "a card is to be written"


# ------------------------------------------------------------------ not begun, not translated
def test_what_is_not_begun_is_no_error_and_the_first_section_comes_first() -> None:
    desk = Desk(new_case.empty("Færre breve", "da"), "da")
    troubles = desk.screen.problems.troubles(desk.app.t)
    assert troubles
    assert not any(trouble.wrong for trouble in troubles)
    names = [desk.app.t(section.name) for section in SECTIONS]
    order = [names.index(trouble.where.partition(" · ")[0]) for trouble in troubles]
    assert order == sorted(order)
    assert "fejl" not in desk.texts
    assert "mangler at blive skrevet" in desk.texts
    assert not_yet(desk.app.t, desk.screen.judge) == "Der er noget, der skal skrives først."


def test_what_was_written_wrong_stays_an_error_beside_what_is_not_begun() -> None:
    document = Document(new_case.empty("Færre breve", "da"))
    desk = Desk(document.set(("tracks", "citizen", "baseline"), "mange").text, "da")
    troubles = desk.screen.problems.troubles(desk.app.t)
    assert [trouble.wrong for trouble in troubles].count(True) == 1
    assert troubles[0].wrong
    assert "1 fejl" in desk.texts


@pytest.mark.parametrize(
    ("path", "value", "lang"),
    [
        (("ideas", 1, "name"), "Vært ved døren", "en"),
        (("ideas", 0, "text"), {"da": "Alle har god tid til det."}, "en"),
        (("title",), "Kølap 84 i borgerservice", "en"),
    ],
)
def test_what_lacks_a_language_leads_to_the_empty_field(
    path: KeyPath, value: object, lang: str
) -> None:
    desk = Desk(Document(CASE.read_text(encoding="utf-8")).set(path, value).text, "da")
    told = desk.screen.problems
    names = {"da": "Dansk", "en": "English"}
    problem = next(p for p in told.host.judge.problems if path_of(p)[: len(path)] == path)
    said = case_problems.said(desk.app.t, problem)
    trouble = next(t for t in told.troubles(desk.app.t) if t.said.startswith(said))
    assert trouble.where.endswith(names[lang])
    assert trouble.go is not None
    trouble.go()
    desk.app.draw()
    assert desk.focus is not None
    assert desk.focus.endswith(f":{lang}")
    field = desk.widget_of(TextField, desk.focus)
    assert field.value == ""
    assert field.placeholder.startswith("Tom – "), "an empty field does not look filled"


def test_what_is_told_of_many_keys_at_once_has_no_button_that_takes_out_one() -> None:
    desk = Desk("".join(f"k{n} = 1\n" for n in range(60)) + CASE.read_text("utf-8"), "en")
    troubles = desk.screen.problems.troubles(desk.app.t)
    (more,) = (one for one in troubles if one.said.startswith("The file holds more"))
    others = [one for one in troubles if one.said.startswith("The file says")]
    assert "10" in more.said
    assert more.mend is None
    assert len(others) == 50
    assert all(one.mend for one in others)
