"""A case is written in forms: what is chosen stands in the file, and what is wrong leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pygame
import pytest
from pydantic import BaseModel

from game.content import check, new_case
from game.content.schema import ScenarioFile
from game.engine.setup import HOMES, KINDS, TRACKS
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.i18n import words
from game.table.editor.draft import Draft
from game.table.editor.fields import field_info, tip
from game.table.editor.problem_list import ProblemList
from game.table.editor.section_fields import effect_fields
from game.table.editor.sections import BY_KEY, SECTIONS, Section, fields_shown
from game.table.parts.dialog_widgets import Counter
from game.table.parts.picture_picker import PicturePicker
from tests.pictures.editor import CASE
from tests.table.writing import Desk

NOT_FOR_AUTHORS = {
    ("format",),  # the program's own
    ("id",),  # the file's name does as well
    ("roles", "id"),  # ids are made from names
    ("ideas", "id"),
    ("benefits", "id"),
    ("risks", "id"),
    ("events", "id"),
    ("economy", "posts", "id"),
}
"""Keys that have no field, each with its reason."""


def keys_of(table: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The keys of a case that hold something, without those of languages and tracks."""
    for name, info in table.model_fields.items():
        extra = info.json_schema_extra
        if isinstance(extra, dict) and extra.get("deprecated"):
            continue
        inner = [t for t in tables(info.annotation) if not t.__name__.startswith("Languages")]
        if inner and inner[0].__name__ not in ("Promise", "Effects", "AimTable"):
            yield from keys_of(inner[0], (*path, name))
        else:
            yield (*path, name)


def tables(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [table for inner in get_args(annotation) for table in tables(inner)]


def written() -> set[tuple[str, ...]]:
    """The keys that the editor has fields for."""
    found = set()
    for section in SECTIONS:
        cards: list[Any] = [{}, {"options": [{}, {}]}]
        for item in section.items or ("",):
            base = (*section.path, item) if item else section.path
            for card in cards:
                for field in (*section.fields(card), *effect_fields()):
                    for key in field.keys:
                        path = (*base, *key)
                        found.add(tuple(str(p) for p in path if not isinstance(p, int)))
    return found


def test_every_key_of_a_case_has_a_field() -> None:
    assert set(keys_of(ScenarioFile)) - written() - NOT_FOR_AUTHORS == set()


def test_every_field_writes_a_key_that_there_is() -> None:
    for section in SECTIONS:
        base = (*section.path, *section.items[:1])
        for field in section.fields({}):
            assert all(field_info((*base, *key)) or not key for key in field.keys), field


def test_what_only_a_module_reads_is_shown_with_it_or_where_it_was_written() -> None:
    draft = Draft(CASE.read_text(encoding="utf-8"), "da")
    event, modules = ("events", 1), BY_KEY["modules"]

    def labels() -> set[str]:
        fields = fields_shown(draft, BY_KEY["events"], event)
        return {f.label for f in (*fields, *fields_shown(draft, modules, ("rules",)))}

    assert not any("alance" in label for label in labels())
    draft.put((*event, "balance"), 1)
    assert sum("alance" in label for label in labels()) == 1
    draft.put((*event, "balance"), None)
    draft.put(("rules", "modules"), ["tension"])
    assert sum("alance" in label for label in labels()) == 2


# ------------------------------------------------------------------ writing
def test_what_is_typed_is_saved_when_nobody_types_and_nothing_else_is_changed() -> None:
    desk = Desk(lang="da")
    before = desk.screen.draft.text
    desk.click("section:ideas")
    desk.write("field:ideas.0.name:da", "En helt anden streg")
    assert not desk.files
    desk.rest()
    assert desk.value("ideas", 0, "name", "da") == "En helt anden streg"
    old, new = before.split("\n"), desk.files[-1].split("\n")
    assert len([1 for a, b in zip(old, new, strict=True) if a != b]) == 1
    assert "En helt anden streg" in desk.texts.replace("\n", " ")


def test_a_new_card_gets_an_id_from_its_name_that_stays() -> None:
    desk = Desk()
    desk.click("section:risks")
    desk.click("add")
    last = desk.screen.number
    assert last == len(desk.screen.deck.cards) - 1
    desk.write(f"field:risks.{last}.name:en", "Nobody comes")
    desk.click("section:ideas")
    desk.rest()
    id = desk.value("risks", last, "id")
    assert id == "nobody-comes"
    desk.click("section:risks")
    desk.click(f"card:{last}")
    desk.write(f"field:risks.{last}.name:en", "Everybody comes")
    desk.click("section:ideas")
    desk.rest()
    assert desk.value("risks", last, "id") == id


def test_a_card_that_goes_takes_its_mentions_along_and_undo_brings_both_back() -> None:
    desk = Desk()
    risk = next(id for idea in desk.screen.draft.get(("ideas",)) for id in idea["risks"])
    before = desk.screen.draft.text
    n = [card["id"] for card in desk.screen.draft.get(("risks",))].index(risk)
    desk.screen.go("risks", n)
    desk.screen.refresh()
    desk.click("remove")
    assert risk not in {id for idea in desk.value("ideas") for id in idea["risks"]}
    assert check(desk.files[-1], "a")[0] is not None
    desk.click("undo")
    assert desk.files[-1] == before


def test_what_an_arrow_promises_is_true_to_begin_with_and_one_step_back() -> None:
    desk = Desk()
    idea = desk.screen.draft.get(("ideas", 0))
    track = next(track for track in TRACKS if track not in idea["effects"])
    before = desk.screen.draft.text
    desk.click("section:ideas")
    choice = desk.widget(f"field:ideas.0.promise.{track}")
    assert isinstance(choice, Choice)
    for arrows in (2, 1, -1):
        choice.on_change(arrows)
        desk.rest()
        assert desk.value("ideas", 0, "promise", track) == arrows
        assert not {"arrow_without_effect", "false_arrows"} & codes_at(desk, "ideas", 0)
        desk.click("undo")
        assert desk.files[-1] == before


def test_a_new_idea_is_not_unusual_by_itself() -> None:
    desk = Desk(new_case.empty("Færre breve", "da"), "da")
    desk.click("section:ideas")
    for n in range(8):
        desk.click("add")
        desk.type(f"Nummer {n}")
    desk.rest()
    assert not any(codes_at(desk, "ideas", n, "effects") for n in range(8))
    assert not any(codes_at(desk, "ideas", n, "promise") for n in range(8))


def codes_at(desk: Desk, *path: str | int) -> set[str]:
    return {problem.code for problem in desk.screen.judge.at(path)}


def test_cards_are_moved_and_copied() -> None:
    desk = Desk()
    first, second = (card["id"] for card in desk.screen.draft.get(("benefits",))[:2])
    desk.click("section:benefits")
    desk.click("down")
    assert [card["id"] for card in desk.value("benefits")[:2]] == [second, first]
    desk.click("copy")
    ids = [card["id"] for card in desk.value("benefits")]
    assert ids[1:3] == [first, f"{first}-2"]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("typed", "value"), [("1,2 mio.", 1200), ("3.000", 3000), ("250,5 t.kr.", 250.5)]
)
def test_amounts_are_understood_as_people_write_them(typed: str, value: float) -> None:
    desk = Desk(lang="da")
    desk.click("section:money")
    desk.write("field:economy.saving", typed)
    desk.rest()
    assert desk.value("economy", "saving") == value


def test_what_is_no_number_is_told_and_not_saved() -> None:
    desk = Desk(lang="da")
    desk.click("section:money")
    desk.write("field:economy.saving", "en hel del")
    desk.rest()
    assert "ikke et tal" in desk.texts.replace("\n", " ")
    assert not desk.files


def test_numbers_keep_within_their_limits() -> None:
    desk = Desk()
    desk.click("section:ideas")
    for _ in range(12):
        desk.screen.form(desk.screen.ui)
        desk.widget_of(Counter, "field:ideas.0.cost").step(desk.screen.ui, 1)
    assert desk.value("ideas", 0, "cost") == 9


def test_the_truth_of_an_idea_keeps_its_ends_in_order() -> None:
    desk = Desk()
    desk.screen.go("ideas", 0)
    desk.screen.refresh()
    low = desk.widget("field:ideas.0.effects.employee:least")
    for _ in range(2):
        desk.widget_of(Counter, low.key).step(desk.screen.ui, 1)
    least, most = desk.value("ideas", 0, "effects", "employee")
    assert least <= most


def test_new_ideas_are_of_different_kinds_on_different_tracks() -> None:
    desk = Desk(new_case.empty("Genoptræning", "da"), "da")
    desk.click("section:ideas")
    for _ in range(4):
        desk.click("add")
    ideas = desk.value("ideas")
    assert {idea["kind"] for idea in ideas} == set(KINDS)
    assert {idea["track"] for idea in ideas} == set(TRACKS)


def test_an_idea_takes_its_arrows_along_to_another_track() -> None:
    desk = Desk(new_case.empty("Genoptræning", "da"), "da")
    desk.click("section:ideas")
    desk.click("add")
    track = desk.widget_of(Choice, "field:ideas.0.track")
    track.choose_neighbour(desk.screen.ui, 1)
    idea = desk.value("ideas", 0)
    assert idea["track"] == "process"
    assert (set(idea["promise"]), set(idea["effects"])) == ({"process"}, {"process"})


def test_a_tip_speaks_no_words_of_the_file() -> None:
    told = [
        tip(words("da"), path)
        for path in (
            ("ideas", "promise", "process"),
            ("risks", "about"),
            ("tracks", "citizen", "target"),
            ("economy", "saving"),
        )
    ]
    assert all(told)
    assert not [text for text in told if re.search(r"-1|\b[Ii]d\b|s egen", text)]


# ------------------------------------------------------------------ two languages
def test_a_translation_stands_beside_the_text_that_it_translates() -> None:
    desk = Desk(new_case.example("Åbent længe", "da"), "da")
    desk.click("written")  # the middle one of the three
    assert desk.screen.draft.written == "en"
    desk.write("field:title:en", "Open late")
    desk.rest()
    assert desk.value("title") == {"da": "Åbent længe", "en": "Open late"}


def test_an_event_becomes_a_choice_and_back() -> None:
    desk = Desk()
    events = desk.screen.draft.get(("events",))
    n = next(n for n, event in enumerate(events) if "options" not in event)
    before = events[n]
    desk.screen.go("events", n)
    desk.screen.refresh()
    desk.widget_of(Choice, f"field:events.{n}.options").choose_neighbour(desk.screen.ui, 1)
    assert len(desk.value("events", n, "options")) == 2
    desk.widget_of(Choice, f"field:events.{n}.options").choose_neighbour(desk.screen.ui, -1)
    assert desk.value("events", n) == before


# ------------------------------------------------------------------ problems
def test_a_problem_leads_to_its_field() -> None:
    desk = Desk(lang="da")
    draft = desk.screen.draft
    draft.change(draft.document.remove(("benefits", 7, "measure", "baseline")))
    desk.screen.changed()
    desk.rest()
    desk.click("problems")
    assert isinstance(desk.app.top, ProblemList)
    desk.click("problem-0")
    desk.look()
    desk.look()
    assert desk.app.top is desk.screen
    assert (desk.screen.section.key, desk.screen.number) == ("benefits", 7)
    assert desk.focus == "field:benefits.7.measure.baseline"
    widget = desk.widget(desk.focus)
    assert widget.clip is not None
    assert widget.clip.y <= widget.box.y <= widget.clip.bottom


def test_a_case_with_errors_is_neither_played_nor_simulated() -> None:
    desk = Desk()
    draft = desk.screen.draft
    draft.change(draft.document.remove(("title",)))
    desk.screen.changed()
    desk.rest()
    for way in ("play", "simulate"):
        desk.click(way)
    assert not desk.played
    assert "simulate" not in desk.left
    draft.undo()
    desk.screen.changed()
    desk.rest()
    desk.click("play")
    assert desk.played


def test_what_was_typed_last_is_played_though_nobody_rested() -> None:
    desk = Desk()
    desk.write("field:title:en", "Another title")
    desk.click("play")
    assert desk.value("title", "en") == "Another title"
    assert [case.source for case in desk.played] == [desk.files[-1]]


def test_what_was_made_wrong_last_is_not_played_and_why_is_said() -> None:
    desk = Desk(new_case.example("Open long", "en"))
    desk.write("field:title:en", " ")
    desk.click("play")
    desk.app.draw()
    assert not desk.played
    assert desk.app.top is desk.screen
    assert "Something still has to be written first." in desk.texts


def test_nothing_is_lost_when_the_editor_is_left_while_somebody_types() -> None:
    desk = Desk()
    desk.write("field:title:en", "In the middle of a")
    desk.key(pygame.K_ESCAPE)
    assert desk.value("title", "en") == "In the middle of a"
    assert "back" not in desk.left, "the field is left first"
    desk.key(pygame.K_ESCAPE)
    assert "back" in desk.left


def test_a_picture_is_found_by_words() -> None:
    desk = Desk()
    desk.click("section:case")
    widget = desk.widget("field:picture")
    widget.activate(desk.screen.ui)
    assert isinstance(desk.app.top, PicturePicker)
    desk.type("bicycle")
    desk.look()
    first = next(w.key for w in desk.app.top.ui.widgets if w.key.startswith("picture:"))
    desk.click(first)
    assert desk.value("picture")


def test_an_empty_case_becomes_a_whole_one_step_by_step() -> None:
    """What an empty case lacks is told by name, and nothing breaks the live card."""
    desk = Desk(new_case.empty("Færre breve", "da"), "da")
    for section in SECTIONS:
        desk.click(f"section:{section.key}")
        if section.many:
            desk.click("add")
        desk.assert_readable()
    desk.rest()
    desk.click("problems")
    assert "Her skal stå" in desk.texts or "mangler" in desk.texts


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_a_picture_that_is_a_word_can_be_seen_and_mended(section: Section) -> None:
    """Of the case and of every card: what is no picture is warned of, and nothing ends by it."""
    text = re.sub(r'picture = "[^"]*"', 'picture = "telefon"', CASE.read_text(encoding="utf-8"))
    assert text.count('picture = "telefon"') > 20
    desk = Desk(text)
    desk.click(f"section:{section.key}")
    desk.rest()
    assert "unknown_picture" in {problem.code for problem in desk.screen.judge.problems}


def test_a_role_shows_the_homes_of_its_ability_until_others_are_chosen() -> None:
    desk = Desk(new_case.example("Åbent længe", "da"), "da")
    desk.click("section:roles")
    ability = desk.screen.draft.get(("roles", 0, "ability"))
    desk.screen.go_to_path(("roles", 0, "home"))
    desk.rest()

    def homes() -> set[str]:
        keys = {track: f"field:roles.0.home:{track}" for track in TRACKS}
        return {track for track, key in keys.items() if desk.widget_of(Button, key).icon == "check"}

    assert homes() == set(HOMES[ability])
    more = next(track for track in TRACKS if track not in HOMES[ability])
    desk.click(f"field:roles.0.home:{more}")
    desk.rest()
    assert homes() == {*HOMES[ability], more} == set(desk.value("roles", 0, "home"))
    desk.click(f"field:roles.0.home:{more}")
    desk.rest()
    assert homes() == set(HOMES[ability])
    assert desk.value("roles", 0, "home") is None


def test_what_is_undone_and_done_again_is_shown_wherever_that_is() -> None:
    desk, names = Desk(), {}
    for n in (2, 3):
        names[n] = desk.screen.draft.get(("ideas", n, "name", "da"))
        desk.click("section:ideas")
        desk.click(f"card:{n}")
        desk.write(f"field:ideas.{n}.name:da", f"Et andet navn {n}")
        desk.rest()
    desk.click("section:risks")
    for n in (3, 2):  # pressed twice, it goes on from where it has led
        desk.key(pygame.K_z, mod=pygame.KMOD_CTRL)
        desk.rest()
        assert (desk.screen.section.key, desk.screen.number) == ("ideas", n)
        assert desk.value("ideas", n, "name", "da") == names[n]
        assert {names[n], "This was undone."} <= set(desk.texts.split("\n"))
    desk.key(pygame.K_y, mod=pygame.KMOD_CTRL)
    desk.rest()
    assert desk.value("ideas", 2, "name", "da") == "Et andet navn 2"
    assert "This was done again." in desk.texts
    desk.write("field:ideas.2.name:da", "Et tredje navn")
    desk.rest()
    assert "This was done again." not in desk.texts


def test_what_was_said_of_a_step_is_gone_once_it_is_undone() -> None:
    desk = Desk()
    desk.click("section:risks")
    desk.click("remove")
    desk.look()
    assert "Undo brings it back" in desk.texts
    desk.click("undo")
    desk.look()
    assert "Undo brings it back" not in desk.texts


@pytest.mark.parametrize("typed", ["01-03-2027", "1. marts 2027", "2027-03-01", "1/3 2027"])
def test_a_day_is_typed_as_people_write_it(typed: str) -> None:
    desk = Desk(new_case.example("Åbent længe", "da"), "da")
    desk.click("section:about")
    desk.write("field:about.date", typed)
    desk.click("section:case")
    desk.rest()
    assert desk.value("about", "date") == "2027-03-01"
    assert not desk.screen.judge.wrong
    desk.click("section:about")
    assert desk.widget_of(TextField, "field:about.date").value == "01-03-2027"


def test_what_is_no_day_is_told_with_an_example() -> None:
    desk = Desk(new_case.example("Åbent længe", "da"), "da")
    desk.click("section:about")
    for typed in ("31-02-2027", "i morgen"):
        desk.write("field:about.date", typed)
        desk.app.draw()
        assert "Skriv den som 31-01-2027" in desk.texts.replace("\n", " ")
    desk.click("section:case")
    desk.rest()
    (problem,) = desk.screen.judge.errors
    assert problem.code == "bad_day"


def test_every_field_of_a_case_tells_what_it_is_for() -> None:
    """A section of the same name as a key of cards has tips of its own."""
    t = words("en")
    assert tip(t, ("about", "author")) == t(field_info(("about", "author")).description)
    assert "printed on the card" in tip(t, ("risks", 0, "about"))
    assert "printed on the card" not in tip(t, ("about", "date"))
    assert "arrows" in tip(t, ("ideas", 0, "promise", "citizen"))
