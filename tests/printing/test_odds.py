"""The printed dice and tables have exactly the chances of the engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from game.content import Case
from game.engine import KINDS, TRACKS, Benefit, Idea, IdeaCard, Risk, Rules, Seat, State
from game.engine import events as ev
from game.engine.events import Short
from game.engine.examples import tiny
from game.engine.rules import own_ideas, reality_check, rounds, tested_claims, trials
from game.engine.setup import INDEX, Kind, Track
from game.engine.state import TrialPlan
from game.engine.transaction import Transaction
from game.i18n import words
from game.printing import odds
from game.printing.truth import own_tables, sealed
from game.wording import terms
from tests.rows import each_row
from tests.wording.cases import tiny_case

T = words("en")
DIE = range(1, 7)
RULES = (Rules(), Rules(mitigation=2, unnamed=1, unowned=2, unspoken=1, amends=1, broken_word=3))


def throws(cell: str) -> set[int]:
    """What a die may show by a cell of a table."""
    if cell in ("never", "always"):
        return set(DIE) if cell == "always" else set()
    low, _, high = cell.partition("–")
    return set(range(int(low), int(high or low) + 1))


def number(cell: str) -> int:
    return int(cell.replace("−", "-"))


def decided(rules: Rules, idea: Idea, thrown: int, monkeypatch: pytest.MonkeyPatch) -> Transaction:
    """A step of the engine in which every die shows the same."""
    monkeypatch.setattr(Transaction, "roll", lambda self: thrown)
    truth = {idea.id: (0, 0, 0, 0)}
    state = State(tiny(rules), seats=(Seat("Ane", ()),), edition=2, ideas=(idea,), truth=truth)
    return Transaction(state)


def idea(maturity: int = 3, *risks: Risk, trial: TrialPlan | None = None) -> Idea:
    card = IdeaCard("any", "citizen", "service")
    return Idea("any", card, "A", 0, 2, maturity, risks=risks, trial=trial)


# ------------------------------------------------------------------ a die
@each_row("outcomes", range(1, 37))
def test_each_outcome_has_as_many_throws_and_the_rest_is_thrown_again(outcomes: int) -> None:
    dice = [str(n) for n in DIE] if outcomes <= 6 else [f"{a}{b}" for a, b in product(DIE, DIE)]
    found: list[str] = []
    for part in odds.faces(outcomes):
        first, _, last = part.partition("–")
        found += dice[dice.index(first) : dice.index(last or first) + 1]
    assert len(found) == len(set(found)) == len(dice) // outcomes * outcomes
    assert odds.left_over(outcomes) == (len(found) < len(dice))


# ------------------------------------------------------------------ risks, trials, stumbles
@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("likelihood", range(1, 6))
def test_a_risk_strikes_at_the_throws_of_the_table(
    rules: Rules, likelihood: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = odds.strikes(T, tiny(rules))[likelihood]
    assert row[0] == str(likelihood)
    card = replace(tiny().risks[0], likelihood=likelihood)
    named = [Risk(card.id, card.track, 2, likelihood, mitigations=n) for n in range(3)]
    for cell, risk in zip(row[1:], (None, *named), strict=True):
        struck = set()
        for thrown in DIE:
            d = decided(rules, idea(3, *([risk] if risk else [])), thrown, monkeypatch)
            reality_check._throw_risk(d, d.state.require_idea("any"), card, risk)
            (event,) = [e for e in d.events if isinstance(e, ev.RiskThrown)]
            struck |= {thrown} if event.struck else set()
        assert throws(cell) == struck


@pytest.mark.parametrize("maturity", range(1, 7))
def test_a_trial_and_a_stumble_go_by_the_throws_of_the_table(
    maturity: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, proves, stumbles = odds.maturities(T)[maturity]
    proven, stumbled = set(), set()
    for thrown in DIE:
        tried = idea(maturity, trial=TrialPlan(0, "citizen"))
        d = decided(Rules(), tried, thrown, monkeypatch)
        trials._report(d, d.state.require_idea("any"))
        proven |= {thrown for e in d.events if isinstance(e, ev.TrialReported) and e.proven}
        d = decided(Rules(), idea(maturity), thrown, monkeypatch)
        reality_check._stumble(d, d.state.require_idea("any"))
        stumbled |= {thrown for e in d.events if isinstance(e, ev.StumbleThrown) and e.stumbled}
    assert (throws(proves), throws(stumbles)) == (proven, stumbled)


# ------------------------------------------------------------------ the harvest
def harvested(
    rules: Rules,
    effect: int,
    claim: Benefit | None,
    monkeypatch: pytest.MonkeyPatch,
    short: Short | None,
) -> int:
    monkeypatch.setattr(reality_check, "owner_falls_short", lambda *_: short)
    claimed = replace(idea(), benefits=(claim, None, None, None))
    d = decided(rules, claimed, 1, monkeypatch)
    points, _ = reality_check._points(d.state, d.state.require_idea("any"), "citizen", effect)
    return points


@pytest.mark.parametrize("rules", RULES)
def test_a_gain_is_harvested_as_the_table_says(
    rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimed, owned = Benefit(3, 0), Benefit(3, 0, owner=0)
    for effect, *cells in odds.harvest(T, tiny(rules))[1:]:
        ways = ((owned, None), (owned, "away"), (claimed, None), (None, None))
        points = [
            harvested(rules, number(effect), claim, monkeypatch, short) for claim, short in ways
        ]
        assert list(map(number, cells)) == points


@pytest.mark.parametrize("rules", RULES)
def test_a_harm_counts_as_the_table_says(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    named = Benefit(-2, 0, bearer="somebody")
    for effect, *cells in odds.harms(T, tiny(rules))[1:]:
        ways = (named, replace(named, amends="a bus"), None)
        points = [harvested(rules, number(effect), claim, monkeypatch, None) for claim in ways]
        assert list(map(number, cells)) == points


def test_a_word_is_kept_and_a_claim_held_as_the_table_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    signs = {"–": 0, "trust +1": 1, "trust −1": -1}
    for apart, kept, held in odds.words_kept(T, Rules())[1:]:
        claim = Benefit(6, 0, harvested=6 - int(apart))
        judged = replace(idea(), benefits=(claim, None, None, None))
        d = decided(Rules(), judged, 1, monkeypatch)
        d.emit(ev.TrustChanged(5, "correction"))
        reality_check._judge_word(d, d.state.require_idea("any"))
        assert d.state.trust - 5 == signs[kept]
        d = decided(
            Rules(),
            replace(judged, benefits=(Benefit(int(apart), 0), None, None, None)),
            1,
            monkeypatch,
        )
        d.emit(ev.TrustChanged(5, "correction"))
        tested_claims._test_claim(d, d.state.require_idea("any"), "citizen")
        assert d.state.trust - 5 == signs[held]


# ------------------------------------------------------------------ a round
def test_a_round_brings_what_the_table_says() -> None:
    trusts, brings = odds.incomes(T)
    for trust, gain in zip(trusts[1:], brings[1:], strict=True):
        d = Transaction(
            State(tiny(), seats=(Seat("Ane", ()),), edition=2, trust=int(trust), starter=0)
        )
        rounds._income_and_cards(d)
        assert d.state.capacity == int(gain)


def test_actions_are_shared_as_the_table_says() -> None:
    for seats, cells in odds.shares(T, tiny())[1:]:
        assert sum(map(int, cells.split(" · "))) == tiny().rules.actions
        assert len(cells.split(" · ")) == int(seats)


def test_the_rates_are_those_of_the_result() -> None:
    setup = replace(tiny(), goals=(8, 6, 5, 3))
    rows = odds.rates(T, setup)[1:]
    assert [row[0] for row in rows] == [str(n) for n in range(9)]
    assert rows[3][1:] == ["38%", "50%", "60%", "100%"]
    assert rows[8][1:] == ["100%"] * 4


# ------------------------------------------------------------------ the truth
def test_a_slip_gives_each_value_of_an_effect_the_same_chance() -> None:
    case = tiny_case()
    slips = [slip for sheet in sealed(T, case)["slips"] for slip in sheet]
    for card, slip in zip(case.setup.ideas, slips, strict=False):
        for entry in slip["effects"]:
            low, high = card.effects.get(entry["track"]["code"], (0, 0))
            assert [number(value) for _, value in entry["values"]] == list(range(low, high + 1))
            dice = [len(throws(die)) for die, _ in entry["values"] if die]
            assert len(set(dice)) <= 1
        assert len(slip["risks"]) == len(card.risks)


class Scripted:
    """Chance that gives what it is told to, and remembers among how many each was drawn."""

    def __init__(self, script: tuple[int, ...]) -> None:
        self.script, self.asked = list(script), list[int]()

    def among(self, count: int) -> int:
        self.asked.append(count)
        return self.script.pop(0) if self.script else 0


def drawn(draw: Callable[..., object], written: Idea) -> dict[object, Fraction]:
    """Everything that the engine may draw for an idea, each with its chance."""
    found: defaultdict[object, Fraction] = defaultdict(Fraction)
    waiting: list[tuple[int, ...]] = [()]
    while waiting:
        script = waiting.pop()
        chance = Scripted(script)
        outcome = draw(chance, written)
        if len(chance.asked) > len(script):
            waiting += [(*script, n) for n in range(chance.asked[len(script)])]
            continue
        share = Fraction(1)
        for count in chance.asked:
            share /= count
        found[outcome] += share
    return found


def thrown_effects(case: Case, kind: Kind, main: Track) -> dict[object, Fraction]:
    """The same by the printed tables: every throw with its chance."""
    tables = [step["rows"] for step in own_tables(T, case)]
    (row,) = [r for r in tables[0][1:] if r[0] == kind_name(kind) and r[1] == track_name(main)]
    added = 1 if row[2] == "+1" else 0
    second = next(t for t in TRACKS if track_name(t) == row[3])
    harmed = [part.split(" ", 1) for part in row[4].split(" · ")]
    found: defaultdict[object, Fraction] = defaultdict(Fraction)
    yes = throws(tables[3][1][0].split(":")[0])
    amounts = [part.split(": ") for part in tables[3][1][1].split(" · ")]
    for (a, b, c), harm in product(product(DIE, DIE, DIE), outcomes(harmed, amounts)):
        effects = dict.fromkeys(TRACKS, 0)
        effects[main] = value(tables[1], a) + added
        effects[second] = value(tables[2], b)
        track, by = harm
        if c in yes:
            effects[track] = by
        found[tuple(effects.values())] += Fraction(1, 6**3 * 36)
    return found


def outcomes(harmed: list[list[str]], amounts: list[list[str]]) -> Iterator[tuple[Track, int]]:
    for a, b in product(DIE, DIE):
        name = next(name for die, name in harmed if a in throws(die))
        by = next(number(by) for die, by in amounts if b in throws(die))
        yield next(t for t in TRACKS if track_name(t) == name), by


def value(rows: odds.Rows, thrown: int) -> int:
    return next(
        number(cell)
        for die, cell in zip(rows[0][1:], rows[1][1:], strict=True)
        if thrown in throws(die)
    )


def kind_name(kind: Kind) -> str:
    return terms.kind(T, kind)


def track_name(track: Track) -> str:
    return terms.track(T, track)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("main", TRACKS)
def test_a_written_idea_is_thrown_for_with_the_chances_of_the_engine(
    kind: Kind, main: Track
) -> None:
    case = tiny_case()
    cost = case.setup.rules.written_cost
    written = Idea("own", IdeaCard("own", main, kind, cost), "A", 0, cost, 3)
    assert thrown_effects(case, kind, main) == drawn(own_ideas._effects, written)


@pytest.mark.parametrize("main", TRACKS)
def test_the_risks_of_a_written_idea_are_thrown_for_with_the_chances_of_the_engine(
    main: Track,
) -> None:
    case = tiny_case()
    written = Idea("own", IdeaCard("own", main, "service"), "A", 0, 3, 3)
    tables = [step["rows"] for step in own_tables(T, case)]
    yes = throws(tables[5][0][1].split(":")[0])
    others = [part.split(" ", 1) for part in tables[5][1 + INDEX[main]][1].split(" · ")]
    found: defaultdict[object, Fraction] = defaultdict(Fraction)
    grave = [value(tables[4], thrown) for thrown in DIE]
    for first in product(grave, grave):
        found[((main, *first),)] += Fraction(6 - len(yes), 6 * 36)
        for die, name in others:
            track = next(t for t in TRACKS if track_name(t) == name)
            for second in product(grave, grave):
                share = Fraction(len(yes) * len(throws(die)), 36 * 36 * 36)
                found[(main, *first), (track, *second)] += share

    def risks(chance: own_ideas._Chance, written: Idea) -> object:
        cards = own_ideas._risks(chance, written)
        return tuple((card.track, card.severity, card.likelihood) for card in cards)

    assert found == drawn(risks, written)
