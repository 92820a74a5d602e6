"""Rules, words and keys: found by what is typed, read by keyboard and wheel."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import MODULES, Rules
from game.engine import actions as act
from game.gui.text.typesetter import LIVE
from game.i18n import LANGS, Lang, words
from game.table.flow.keys import GROUPS
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.help_screen import HelpScreen
from game.table.parts.help_text import marks
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.poker import PokerScreen
from game.wording.rules_text import glossary, rules
from tests import staging
from tests.pictures.studio import LOOKS
from tests.table.driver import Cloth, Driver
from tests.table.sitting import Sitting


def test_it_works_without_a_game() -> None:
    driver = Driver(Cloth(), (1280, 720), "en")
    driver.app.push(HelpScreen())
    assert "The game in twelve sentences" in driver.texts


def test_typing_filters_at_once(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, bare=True)
    sitting.open(HelpScreen(sitting.game))
    sitting.type("stumble")
    texts = sitting.texts
    assert "The reality check" in texts
    assert "The game in twelve sentences" not in texts
    sitting.type(" qqq")
    assert "Nothing here about “stumble qqq”." in sitting.texts
    sitting.key(*[pygame.K_BACKSPACE] * 11)
    assert "The game in twelve sentences" in sitting.texts


def test_tabs_by_keyboard_keep_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    invented = [("Qvimbel", "Står kun i ordlisten"), ("Hændelse", "Et andet ord")]
    monkeypatch.setattr("game.table.parts.help_screen.glossary", lambda t: invented)
    sitting = Sitting(tmp_path, lang="da", bare=True)
    sitting.open(HelpScreen(sitting.game))
    sitting.type("qvimbel")
    sitting.tab_to("tabs")
    sitting.key(pygame.K_RIGHT)
    texts = sitting.texts
    assert "Qvimbel" in texts
    assert "Hændelse" not in texts
    sitting.key(pygame.K_RIGHT)
    assert "Her står ikke noget om »qvimbel«." in sitting.texts
    sitting.fill("search", "fortryd")
    assert "Ctrl+Z, Ctrl+Y" in sitting.texts


def test_a_table_row_is_found_with_its_head(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, bare=True)
    sitting.open(HelpScreen(sitting.game))
    sitting.type("rally")
    texts = sitting.texts.split("\n")
    assert {"Action", "From phase", "Rally"} <= set(texts)
    assert "Anchor" not in texts


@pytest.mark.slow
@pytest.mark.parametrize("way", ["keys", "wheel"])
def test_all_of_it_can_be_reached(tmp_path: Path, way: str) -> None:
    sitting = Sitting(tmp_path, bare=True)
    sitting.open(HelpScreen(sitting.game))
    now = sitting.texts
    first, seen = now.split("\n")[0], set(now.split("\n"))
    for _ in range(120):
        before = now
        if way == "keys":
            sitting.key(pygame.K_DOWN)
        else:
            sitting.move("text")
            sitting.post(pygame.MOUSEWHEEL, x=0, y=-1, precise_x=0.0, precise_y=-1.0)
        now = sitting.texts
        if now == before:
            break
        seen |= set(now.split("\n"))
    assert "Benefit realised together" in seen, "the end was not reached"
    sitting.key(*[pygame.K_PAGEUP] * 30)
    assert sitting.texts.split("\n")[0] == first


@pytest.mark.parametrize("lang", LANGS)
def test_every_group_of_keys_can_be_read(lang: Lang, tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, lang=lang, bare=True, size=(1280, 720))
    sitting.open(HelpScreen(sitting.game, tab="keys"))
    seen, now = "", sitting.texts
    while now not in seen:
        seen += now
        sitting.assert_readable()
        sitting.key(pygame.K_DOWN)
        now = sitting.texts
    assert all(words(lang)(group.title) in seen for group in GROUPS)


def test_every_screen_that_names_a_section_names_one_of_the_rules() -> None:
    sections = {section.key for section in rules(words("en"), Rules(), told=MODULES)}
    named = {look.screen.topic for look in LOOKS.values()}
    assert {"trials", "check", "facilitator", "modules"} <= named
    assert named - {""} <= sections


def test_it_opens_at_what_the_room_is_looking_at(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    card = sitting.game.state.idea_hands[sitting.game.state.turn][0]
    staging.decide(sitting.game.session, act.CallEstimates(card, "citizen"))
    sitting.open(PokerScreen(sitting.game))
    sitting.key(pygame.K_F1)
    assert isinstance(sitting.app.top, HelpScreen)
    assert below_the_search(sitting) == "The facilitator"


def test_a_reality_check_is_explained_where_it_is_shown(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.until(2)
    before = sitting.game.state
    sitting.app.push(CheckScreen(sitting.game, before, (), lambda: None))
    sitting.key(pygame.K_F1)
    assert below_the_search(sitting) == "The reality check"
    sitting.key(pygame.K_F1)
    assert isinstance(sitting.app.top, CheckScreen)


def below_the_search(sitting: Sitting) -> str:
    """The first line of the text that is read."""
    sitting.look()
    box = sitting.widget("text").box.px(sitting.app.u)
    top = max(d.layer for d in sitting.read() if d.layer < LIVE)
    lines = [d for d in sitting.read() if d.layer == top and box.contains(d.rect)]
    return min(lines, key=lambda d: (d.rect.y, d.rect.x)).text


@pytest.mark.parametrize("over", [None, EconomyScreen])
def test_a_question_mark_asks_too(tmp_path: Path, over: type[EconomyScreen] | None) -> None:
    sitting = Sitting(tmp_path)
    if over:
        sitting.open(over(sitting.game))
    sitting.key(pygame.K_PLUS, mod=pygame.KMOD_SHIFT, text="?")
    assert isinstance(sitting.app.top, HelpScreen)
    sitting.key(pygame.K_PLUS, mod=pygame.KMOD_SHIFT, text="?")
    assert isinstance(sitting.app.top, HelpScreen), "in a text field it is a letter"


def test_what_is_searched_for_is_counted_and_marked(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, bare=True, size=(1920, 1080))
    sitting.open(HelpScreen(sitting.game))
    plain = sitting.look().copy()
    sitting.type("trial")
    marked = sitting.look()
    texts = sitting.texts
    told = sum("trial" in binding.description for group in GROUPS for binding in group.bindings)
    assert "Words (" in texts
    assert f"Keys ({told})" in texts
    assert plain.get_at((0, 0)) == marked.get_at((0, 0))
    grounds = {drawn.ground for drawn in sitting.read() if "trial" in drawn.text.casefold()}
    assert len(grounds) > 1


@pytest.mark.parametrize(
    ("line", "query", "parts"),
    [
        ("A trial, a Trial", "trial", ["trial", "Trial"]),
        ("Gevinst og risiko", "RISIKO gev", ["risiko", "Gev"]),
        ("Nothing", "", []),
    ],
)
def test_words_are_found_in_a_line(line: str, query: str, parts: list[str]) -> None:
    assert [line[start:end] for start, end in marks(line, query)] == parts


def test_the_words_of_the_rules_are_explained() -> None:
    wanted = (
        "Track Idea Benefit Harm Risk Event Trial Anchoring Benefit\xa0owner Measure "
        "Estimate Capacity Trust Balance Reality\xa0check Following\xa0up Aim"
    )
    told = {word for word, _ in glossary(words("en"))}
    assert {word.replace("\xa0", " ") for word in wanted.split(" ")} <= told
    assert len(glossary(words("da"))) == len(told)
