"""What an action owes all over the program: words, a button, a sound, a place in the debrief, …

Each test names what is missing and where it goes. What an action need not have is said as an
:class:`~game.engine.Exempt` with its reason, where it would have been declared; there are no
exceptions here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import game
from game.debrief.participation import NO_MOVE, OTHER_MOVES
from game.engine import (
    ACTIONS,
    CONTRIBUTIONS,
    EVENTS,
    SPECS,
    Action,
    ActionSpec,
    Applied,
    Contribution,
    Event,
    Exempt,
    Refusal,
    State,
    apply,
    candidates,
    check,
    is_listed,
    legal,
    observe,
)
from game.engine import actions as act
from game.engine import events as ev
from game.engine.chance import draw
from game.engine.folds import FOLDS
from game.engine.limits import BALANCE_END, TRUST_HIGH
from game.i18n import LANGS, words
from game.table.guide import hints
from game.table.guide.hint_model import Hint
from game.table.guide.taught import TAUGHT
from game.table.play.sounds import SOUNDS
from game.wording import actions, given
from game.wording.event_texts import event_text, headline
from game.wording.event_texts.headline import EVENT_TEXTS, SILENT
from tests.engine.rules_index import RULES
from tests.rows import each_row
from tests.table.whole_game import Player, by_hand
from tests.wording.cases import EN, MODULAR, begin

PACKAGE = Path(game.__file__).parent
ROOT = PACKAGE.parent
FREE: dict[type, object] = {str: "Tea", int: 1}
"""What stands in the free fields of examples."""

each_action = each_row("kind", ACTIONS)
each_event = each_row("kind", EVENTS)


# ------------------------------------------------------------------ an example of every action
@cache
def examples() -> dict[type[Action], tuple[State, Action]]:
    """A state and an action that may be done there, of every kind; the turn goes on after it."""
    found: dict[type[Action], tuple[State, Action]] = {}
    for seed in range(1, 9):
        for state in _played(seed):
            _look(state, found)
            if len(found) == len(ACTIONS):
                return found
    return found


def example(kind: type[Action]) -> tuple[State, Action]:
    """The example of a kind."""
    if kind not in examples():
        pytest.fail(f"{kind.__name__}: no game comes to it, see test_a_game_comes_to_it")
    return examples()[kind]


def spec(kind: type[Action]) -> ActionSpec:
    """The declaration of a kind."""
    if kind not in SPECS:
        pytest.fail(f"{kind.__name__}: not declared, see test_it_is_declared")
    return SPECS[kind]


def _look(state: State, found: dict[type[Action], tuple[State, Action]]) -> None:
    """Note an example of every kind that has none yet, and look on from there."""
    if state.step == "turn" and state.actions < 2:
        return
    for kind in ACTIONS:
        if kind not in found and kind in SPECS:
            asked = candidates(state, kind, free=FREE)
            example = next((a for a in asked if check(state, a) is None), None)
            if example is not None:
                found[kind] = (state, example)
                _look(done(state, example).state, found)


def _played(seed: int) -> Iterator[State]:
    """The states of a game in which a kind of action is drawn first, then one of that kind."""
    state, n = begin(("Ane", "Bo", "Carl"), seed, MODULAR), 0
    while not state.over:
        yield state
        kinds: dict[str, list[Action]] = {}
        for action in legal(state):
            kinds.setdefault(type(action).__name__, []).append(action)
        if len(kinds) > 2:
            kinds.pop("Pass", None)
        some = kinds[sorted(kinds)[draw(seed, "kind", n, len(kinds))]]
        state = done(state, some[draw(seed, "which", n, len(some))]).state
        n += 1


def done(state: State, action: Action) -> Applied:
    applied = apply(state, action)
    assert isinstance(applied, Applied), applied
    return applied


@cache
def mentions(folder: str, *, but: str = "") -> set[str]:
    """The names of the actions that the modules of a folder speak of, all but one module."""
    found: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        if path.name != but:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    found |= {node.attr} if node.value.id == "act" else set()
                elif isinstance(node, ast.ImportFrom) and node.module == "game.engine.actions":
                    found |= {alias.name for alias in node.names}
    return found


# ------------------------------------------------------------------ the rules
@each_action
def test_it_is_declared(kind: type[Action]) -> None:
    assert kind in SPECS, (
        f"{kind.__name__}: declare it in SPECS of a module of game/engine/rules "
        "(a new module is entered in game/engine/decisions.py)"
    )


@each_action
def test_a_game_comes_to_it(kind: type[Action]) -> None:
    assert kind in examples(), (
        f"{kind.__name__}: nothing allows it in whole games; look at its check in game/engine/rules"
    )


@each_action
def test_what_is_hidden_plays_no_part_in_it(kind: type[Action]) -> None:
    state, action = example(kind)
    assert check(observe(state), action) is None, (
        f"{kind.__name__}: its check looks at what game/engine/observation.py hides"
    )


@each_action
def test_the_rules_are_tested(kind: type[Action]) -> None:
    assert kind.__name__ in mentions("tests/engine"), (
        f"{kind.__name__}: write a test of its rule in tests/engine"
    )


@each_action
def test_the_index_of_rules_has_a_sentence_of_it(kind: type[Action]) -> None:
    assert kind.__name__ in indexed(), (
        f"{kind.__name__}: a sentence of what it does, with the tests of it, in RULES of "
        "tests/engine/rules_index; one of these tests does it"
    )


@cache
def indexed() -> set[str]:
    """The names of the actions that the tests do which the index of rules names."""
    named: dict[str, set[str]] = {}
    for file, name in (test.split("::") for tests in RULES.values() for test in tests):
        named.setdefault(file, set()).add(f"test_{name.rpartition('.')[2]}")
    found: set[str] = set()
    for file, names in named.items():
        tree = ast.parse((ROOT / "tests" / "engine" / f"test_{file}.py").read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name in names:
                found |= {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
    return found


# ------------------------------------------------------------------ words
@each_action
def test_it_has_words(kind: type[Action]) -> None:
    assert kind in actions.TEXTS, (
        f"{kind.__name__}: a verb and an effect in TEXTS of game/wording/actions.py"
    )


@each_action
def test_its_price_has_words(kind: type[Action]) -> None:
    price = spec(kind).price
    try:
        assert actions.price(EN, kind)
    except KeyError:
        pytest.fail(f"{kind.__name__}: words for {price} in _PRICES of game/wording/actions.py")


@each_row("lang", LANGS)
@each_action
def test_the_rules_that_players_read_list_it(kind: type[Action], lang: str) -> None:
    if kind in actions.listed():
        text = (ROOT / "docs" / f"rules.{lang}.md").read_text("utf-8")
        assert f"| {actions.verb(words(lang), kind)} |" in text, (
            f"{kind.__name__}: run python -m game.wording.rules_text to list it in docs/rules.*.md"
        )
    else:
        text_of = actions.TEXTS.get(kind)
        exempt = text_of is not None and text_of.unlisted is not None
        assert exempt or spec(kind).who == "facilitator", f"{kind.__name__}: see test_it_has_words"


@each_action
def test_the_table_says_what_was_done(kind: type[Action]) -> None:
    """The headline is also what *undo* and the history say of it."""
    state, action = example(kind)
    for where, at in {"": state, **at_limits(state)}.items():
        applied = apply(at, action)
        if isinstance(applied, Refusal):  # at a limit only: an example is allowed
            continue
        own = [e for e in applied.events if not isinstance(e, ev.TurnBegan | ev.TurnsEnded)]
        assert headline(own, applied.state, MODULAR, EN, before=at), (
            f"{kind.__name__}{where}: none of its events has a sentence "
            f"({', '.join(type(e).__name__ for e in own)}): a text in game/wording/event_texts; "
            "where it would change nothing, let its check refuse it, or give it an event of its own"
        )


def at_limits(state: State) -> dict[str, State]:
    """A state where a gauge can go no further, and which that is."""
    return {
        f" with {name} at {value}": _with(state, name, value)
        for name, value in (
            ("trust", TRUST_HIGH),
            ("balance", BALANCE_END),
            ("balance", -BALANCE_END),
        )
    }


def _with(state: State, name: str, value: int) -> State:
    changed = state.copy()
    setattr(changed, name, value)
    return changed


# ------------------------------------------------------------------ the table
@each_action
def test_the_table_has_a_way_to_do_it(kind: type[Action]) -> None:
    assert kind.__name__ in mentions("game/table/play") | mentions("game/table/parts"), (
        f"{kind.__name__}: nothing at the table makes it: a button in game/table/play/hand.py (for "
        "the turn) or idea_sheet.py (for an idea), a dialog, or a gesture in parts/gestures.py"
    )


@each_action
def test_whole_games_by_hand_can_do_it(kind: type[Action]) -> None:
    """What a bot may wish for; estimates are given only when a facilitator calls for them."""
    if kind in SPECS and is_listed(kind) and SPECS[kind].who != "each":
        assert hasattr(Player, by_hand(kind)), (
            f"{kind.__name__}: how a player does it by hand, as {by_hand(kind)} of Player in "
            "tests/table/whole_game.py"
        )


@each_action
def test_beginners_are_taught_it(kind: type[Action]) -> None:
    if spec(kind).who == "facilitator" and kind not in TAUGHT:
        return
    assert kind in TAUGHT, (
        f"{kind.__name__}: its hint, or why it needs none, in TAUGHT of game/table/guide/taught.py"
    )
    ids = {h.id for name in dir(hints) for h in _hints(getattr(hints, name))}
    told = TAUGHT[kind]
    assert isinstance(told, Exempt) or told in ids, f"{kind.__name__}: there is no hint {told!r}"


def _hints(value: object) -> tuple[Hint, ...]:
    return tuple(h for h in value if isinstance(h, Hint)) if isinstance(value, tuple) else ()


# ------------------------------------------------------------------ bots and the debrief
UNPLAYED: Mapping[type[Action], Exempt] = {
    act.SetRange: Exempt("a range moves nothing in the game; it is for the register at home"),
    act.HandOver: Exempt("bots share the benefits out when they anchor them"),
}
"""Actions of the players that no bot with a method chooses, only the random one."""


@each_action
def test_bots_know_it(kind: type[Action]) -> None:
    if spec(kind).who != "facilitator" and kind not in UNPLAYED:
        assert kind.__name__ in mentions("game/bots", but="catalogue.py"), (
            f"{kind.__name__}: no bot with a method chooses it: a habit in game/bots, "
            "or why not in UNPLAYED"
        )


@each_row("name", CONTRIBUTIONS)
def test_contributions_have_a_column(name: Contribution) -> None:
    assert (name in given.NAMES) != (name in (*OTHER_MOVES, *NO_MOVE)), (
        f"{name}: a column in NAMES of game/wording/given.py, or OTHER_MOVES or NO_MOVE"
    )


@each_row("name", CONTRIBUTIONS)
def test_contributions_are_made(name: Contribution) -> None:
    assert name in {spec.contribution for spec in SPECS.values()}


# ------------------------------------------------------------------ events
@each_event
def test_an_event_has_what_it_owes(kind: type[Event]) -> None:
    name = kind.__name__
    assert kind in FOLDS, f"{name}: what it does to the state, in FOLDS of game/engine/folds"
    assert (kind in EVENT_TEXTS) != (kind in SILENT), (
        f"{name}: a sentence in EVENT_TEXTS of wording/event_texts, or SILENT in its headline.py"
    )
    assert kind in SOUNDS, f"{name}: its sound, or None, in SOUNDS of game/table/play/sounds.py"


CHANGES: dict[str, type[Event]] = {
    "capacity": ev.CapacityChanged,
    "trust": ev.TrustChanged,
    "balance": ev.BalanceShifted,
    "move": ev.TrackMoved,
}
"""The methods of a transaction that give a reason, and the events that carry it."""


def reasons() -> set[tuple[type[Event], str]]:
    """Every reason for a change that the rules give."""
    found: set[tuple[type[Event], str]] = set()
    for path in (PACKAGE / "engine" / "rules").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                kind = CHANGES.get(node.func.attr)
                given = [a.value for a in node.args if isinstance(a, ast.Constant)]
                whys = [value for value in given if value in get_args(ev.Why)]
                if kind is not None and whys:
                    found.add((kind, whys[-1]))
    return found


TOLD_ELSEWHERE: Mapping[type[ev.Event], frozenset[ev.Why]] = {
    ev.CapacityChanged: frozenset({"correction"}),
    ev.TrustChanged: frozenset({"correction"}),
    ev.BalanceShifted: frozenset({"placing", "anchoring", "trying", "towards_zero"}),
    ev.TrackMoved: frozenset({"risk", "harvest", "follow_up", "correction", "stumble"}),
}
"""The reasons of changes that have no sentence: another event of the decision covers them, or the
table shows them."""


@each_row("kind, why", sorted(reasons(), key=str))
def test_a_change_tells_its_reason(kind: type[Event], why: ev.Why) -> None:
    state, action = example(act.Trial)
    assert isinstance(action, act.Trial)
    change: dict[type[Event], Event] = {
        ev.CapacityChanged: ev.CapacityChanged(1, why),
        ev.TrustChanged: ev.TrustChanged(1, why, action.idea),
        ev.BalanceShifted: ev.BalanceShifted(1, why),
        ev.TrackMoved: ev.TrackMoved("citizen", 1, why),
    }
    told = event_text(change[kind], state, MODULAR, EN, before=state) is not None
    assert told != (why in TOLD_ELSEWHERE[kind]), (
        f"{kind.__name__}, {why!r}: a sentence in wording/event_texts/frame.py, or TOLD_ELSEWHERE"
    )


FORMER = {"balanced"}
"""The reasons that only version 1 of the rules gave; its games tell them still."""


def test_no_reason_is_without_a_rule() -> None:
    assert {why for _, why in reasons()} | FORMER == set(get_args(ev.Why))
