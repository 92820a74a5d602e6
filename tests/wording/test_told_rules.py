"""Every rule that the engine keeps is told to players, and the base game in twelve sentences."""

import re

import pytest

from game.engine import MODULES, Rules
from game.i18n import Words
from game.wording.rules_text import Section, rules
from tests.engine.rules_index import RULES
from tests.wording.cases import DA, EN
from tests.wording.told_rules import NOT_FOR_PLAYERS, TOLD


def whole(section: Section) -> str:
    cells = [cell for row in section.table for cell in row]
    return "\n".join([section.title, *section.paragraphs, *section.items, *cells])


TEXT = "\n".join(whole(section) for section in rules(EN, Rules(), told=MODULES))


def test_every_rule_has_its_place_in_the_text() -> None:
    missing = set(RULES) - set(TOLD) - set(NOT_FOR_PLAYERS)
    assert not missing, f"tell it in game/wording/, name its words in told_rules.py: {missing}"
    gone = (set(TOLD) | set(NOT_FOR_PLAYERS)) - set(RULES)
    assert not gone, f"no rule of tests/engine/rules_index: {gone}"


def test_every_rule_is_told() -> None:
    assert [rule for rule, words in TOLD.items() if words not in TEXT] == []


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_the_base_game_is_told_in_twelve_sentences(t: Words) -> None:
    first = rules(t, Rules())[0]
    assert first.key == "twelve"
    assert len(first.items) == 12
    for sentence in first.items:
        assert len(re.findall(r"[.!?](?=\s|$)", sentence)) == 1, sentence
        assert sentence.endswith(".")


def test_it_can_be_read_to_a_room_in_less_than_five_minutes() -> None:
    words_a_minute = 110
    for t in (DA, EN):
        first = rules(t, Rules())[0]
        assert len(whole(first).split()) < 3 * words_a_minute
