"""What makes a good case: thresholds that depend on the length of the game, and measured texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.content import Problem, check, check_file
from game.content.case import Case
from game.content.positions import KeyPath as Where
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Drawn, Typesetter
from game.i18n import LANGS, Lang
from game.table.cards import draw_card, draw_lying
from game.table.cards.fitting import HAND, LARGE, unfitting
from game.views.faces import IdeaFace
from tests.content.scenario_text import minimal
from tests.rows import each_row

BAD = Path(__file__).parents[2] / "bad_scenarios"


def warnings(text: str) -> list[Problem]:
    case, problems = check(text, "x.toml")
    assert case is not None, problems
    return problems


def codes(text: str) -> set[str]:
    return {problem.code for problem in warnings(text)}


FULL_ONLY = {"no_temptation"}


def test_what_was_tuned_for_a_full_game_is_not_said_of_a_shorter_one() -> None:
    text = (BAD / "too_easy.toml").read_text(encoding="utf-8")
    assert codes(text) >= FULL_ONLY
    short = text.replace("[tracks]", "[rules]\nrounds = [1, 1, 1]\n\n[tracks]", 1)
    assert not codes(short) & FULL_ONLY


def test_fewer_rounds_want_fewer_cards() -> None:
    idea, rest = "[[ideas]]", "[rules]\nrounds = [1, 1, 1]\n\n[[ideas]]"
    wanted = {p.code: p.message for p in warnings(minimal((idea, rest)))}
    assert "3 rounds wants 6 or more" in wanted["few_ideas"]
    assert "3 rounds wants 2 or more" in wanted["few_events"]
    wanted = {p.code: p.message for p in warnings(minimal())}
    assert "7 rounds wants 14 or more" in wanted["few_ideas"]


def test_a_draft_is_told_how_many_cards_are_missing_and_not_that_every_mean_is_off() -> None:
    assert codes(minimal()) == {
        "few_ideas",
        "few_benefits",
        "few_risks",
        "few_events",
        "few_for_seats",
    }


def test_an_own_project_is_not_weighed_but_its_money_is() -> None:
    own = minimal(('title = "Kortere ventetid"', 'title = "Eget"\nown_project = true'))
    assert codes(own) == {"hard_aim"}, "ten points where the goal is four"
    own = own.replace("saving = 3.0", 'saving = 3.0\nposts = [{ name = "Løn", value = 1 }]')
    assert codes(own) == {"saving_above_posts", "hard_aim"}


def test_an_own_project_needs_no_cards_and_others_do() -> None:
    text = minimal()
    text = text[: text.index("[[ideas]]")]
    _case, problems = check(text, "x.toml")
    assert [problem.message for problem in problems] == [
        'The key "ideas" is missing.',
        'The key "benefits" is missing.',
    ]
    prompt = (
        '\n[[prompts]]\nkind = "risk"\ntext = { da = "Hvad gik galt?", en = "What went wrong?" }\n'
    )
    case, problems = check("own_project = true\n" + text + prompt, "x.toml")
    assert case is not None
    assert {problem.code for problem in problems} == {"hard_aim"}
    assert case.own_project
    assert case.setup.ideas == ()
    assert case.setup.goals == (4, 4, 4, 4)
    assert [(p.kind, p.text.read("en")) for p in case.prompts] == [("risk", "What went wrong?")]
    case, _problems = check("own_project = true\n" + text.replace(", goal = 4", ""), "x.toml")
    assert case is not None
    assert case.setup.goals == (5, 5, 5, 5)


@pytest.mark.parametrize(
    ("unit", "saving", "told"),
    [
        ('unit = "mio. kr."', 3.0, False),
        ('unit = "mio. kr."', 3.1, True),
        ('unit = { da = "mio. kr.", en = "DKK m" }', 3.1, True),
        ('unit = { en = "DKK m" }', 3.1, True),
        ('unit = "%"', 3.1, False),
    ],
)
def test_the_goal_covers_the_saving_where_both_count_in_the_same_unit(
    unit: str, saving: float, told: bool
) -> None:
    text = minimal(
        ('indicator = "Besparelse",', f'indicator = "Besparelse", {unit},'),
        ("saving = 3.0", f"saving = {saving}"),
    )
    assert ("saving_not_covered" in codes(text)) is told


# ------------------------------------------------------------------ measured texts
def named(name: str, text: str) -> Case:
    case, _problems = check(
        minimal(
            ('"Tid på klokkeslæt"', f'"{name}"'),
            ('"Alle får en tid og en besked dagen før."', f'"{text}"'),
        ),
        "x.toml",
    )
    assert case is not None
    return case


def face_of(name: str, text: str, letter: str = "") -> IdeaFace:
    """The face of the idea of :func:`named`."""
    return IdeaFace(
        name=name,
        text=text,
        track="citizen",
        kind="service",
        cost=2,
        maturity=3,
        letter=letter,
    )


def drawn(face: IdeaFace, small: bool) -> bool:
    """Whether something was cut in both languages when the card was really drawn."""
    return all(any(text.cut for text in _texts(face, small, lang)) for lang in LANGS)


def _texts(face: IdeaFace, small: bool, lang: Lang) -> list[Drawn]:
    log: list[Drawn] = []
    canvas = Canvas(pygame.Surface((500, 600), pygame.SRCALPHA), Typesetter(1.0, lang), log=log)
    if small:
        draw_lying(canvas, HAND, face, whole=HAND.w)
    else:
        draw_card(canvas, LARGE, face)
    return log


WORD = "W" * 46


@pytest.mark.parametrize("length", range(4, len(WORD) + 1, 3))
def test_a_name_is_said_to_be_cut_when_the_card_cuts_it(length: int) -> None:
    name = WORD[:length]
    face = face_of(name, "Kort.")
    told = [finding for finding in unfitting(named(name, "Kort.")) if finding.code == "name_cut"]
    large = drawn(replace(face, letter="M"), small=False)
    assert bool(told) is (drawn(face, small=True) or large)


@each_row("words", range(2, 30, 3))
def test_a_text_that_the_large_card_holds_is_not_complained_about(words: int) -> None:
    text = "Alle får en tid til mødet. "[:160] * 6
    text = " ".join(text.split()[:words])
    face = face_of("Tid", text, "M")
    assert bool(unfitting(named("Tid", text))) is drawn(face, small=False)


def test_a_text_for_both_languages_is_told_once_and_at_its_place() -> None:
    places: list[Where] = [finding.path for finding in unfitting(named(WORD, "Kort."))]
    assert places == [("ideas", 0, "name")]


def test_measuring_needs_no_window() -> None:
    pygame.display.quit()
    _case, problems = check_file(BAD / "texts_too_long.toml", extra_checks=[unfitting])
    assert {problem.code for problem in problems} >= {"name_cut", "text_cut"}
    assert not pygame.display.get_init()
