"""The walk through the rules: short sentences, whose every number is what the engine counts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.content import load
from game.engine import Seat, Setup, start
from game.engine import events as ev
from game.engine.examples import tiny
from game.engine.harvest import without_owner
from game.engine.limits import ESTIMATES
from game.engine.rules.rounds import share
from game.engine.setup import Rules
from game.i18n import LANGS, Lang, words
from game.resources import SCENARIOS
from game.views.walk import WalkView
from game.wording.rules_small_print import GLOSSARY
from game.wording.walk import MOST_WORDS, STOPS, StopName, stops
from tests.i18n.rule_book import rows
from tests.rows import each_row

CASES = sorted(SCENARIOS.glob("*.toml"))
OTHER = replace(
    tiny(),
    goals=(4, 5, 6, 9),
    rules=Rules(actions=8, actions_many_seats=13, trust=8, mitigation=1, unowned=2, unnamed=3),
)
RULE_WORDS: dict[StopName, dict[Lang, str]] = {
    "goal": {"en": "goal", "da": "mål"},
    "turn": {"en": "action", "da": "træk"},
    "benefit": {"en": "benefit", "da": "gevinst"},
    "risk": {"en": "mitigat", "da": "forebyg"},
    "trial": {"en": "maturity", "da": "modenhed"},
    "owner": {"en": "owner", "da": "ejer"},
    "check": {"en": "reality check", "da": "virkelighedstjek"},
    "trust": {"en": "capacity", "da": "kræfter"},
}


def said(setup: Setup, lang: Lang = "en", seats: int = 0) -> dict[StopName, str]:
    return {stop.name: stop.text for stop in stops(words(lang), setup, seats)}


def numbers(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", text)]


def opened(setup: Setup, seats: int) -> tuple[int, int]:
    """The actions that all seats have in the first round, and the capacity that it gives."""
    begun = start(setup, [Seat(f"S{n}", ()) for n in range(seats)], seed=1)
    (income,) = [e.by for e in begun.events if isinstance(e, ev.CapacityChanged)]
    return sum(share(begun.state, seat) for seat in range(seats)), income


# ------------------------------------------------------------------ sentences
@each_row("lang", LANGS)
@each_row("file", CASES)
def test_every_sentence_is_short(file, lang: Lang) -> None:
    for stop in stops(words(lang), load(file).setup):
        assert len(stop.text.split()) <= MOST_WORDS, stop.text
        assert stop.text.find(".") == len(stop.text) - 1, "it is not one sentence"


@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_word_is_in_the_word_book(lang: Lang) -> None:
    column = {"da": "Dansk", "en": "English"}[lang]
    book = " ".join(row.get(column, "") for row in rows()).casefold()
    told = " ".join(words(lang)(word) for pair in GLOSSARY for word in pair).casefold()
    for name, text in said(tiny(), lang).items():
        word = RULE_WORDS[name][lang]
        assert word in text.casefold()
        assert word in book or word in told
    assert set(RULE_WORDS) == set(STOPS)


# ------------------------------------------------------------------ numbers
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("setup", [tiny(), OTHER], ids=["usual", "other"])
def test_every_number_is_the_engine_s(setup: Setup, lang: Lang) -> None:
    actions, income = opened(setup, 4)
    view = WalkView(words(lang), setup)
    assert view.claimed in ESTIMATES
    unnamed, named, mitigated = view.strikes
    unowned = without_owner(start(setup, [Seat("A", ())], seed=1).state, ESTIMATES[-1])
    assert {name: numbers(text) for name, text in said(setup, lang, 4).items()} == {
        "goal": sorted({min(setup.goals), max(setup.goals)}),
        "turn": [actions],
        "benefit": [ESTIMATES[0], ESTIMATES[-1]],
        "risk": [unnamed - named, named - mitigated],
        "trial": [],
        "owner": [unowned],
        "check": [],
        "trust": [setup.rules.trust, income],
    }


@pytest.mark.parametrize("seats", [1, 4, 7, 8])
def test_the_actions_are_those_of_as_many_players(seats: int) -> None:
    actions, _ = opened(OTHER, seats)
    assert numbers(said(OTHER, "en", seats)["turn"]) == [actions]


def test_both_numbers_of_actions_are_told_while_it_is_open_how_many_play() -> None:
    assert numbers(said(OTHER)["turn"]) == [8, 13]
    assert numbers(said(tiny())["turn"]) == [tiny().rules.actions]


def test_what_is_staged_follows_the_rules() -> None:
    view = WalkView(words("en"), OTHER, ("AB", "CD", "EF"))
    assert [view.share(n) for n in range(3)] == [3, 3, 2]
    assert view.harvests == (6, 2)
    assert view.strikes == (7, 4, 3)
    assert view.trust == (8, 9, 7)
    assert view.incomes == (5, 5, 4)
    assert view.die <= view.idea.maturity  # it is proven
