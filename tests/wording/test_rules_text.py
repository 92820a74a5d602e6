"""The rules that players read say what the rules that are played do."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.engine import ACTIONS, SPECS, Action, Phase, Refusal, Rules, Setup, State, check
from game.engine import actions as act
from game.engine.actions import Measure
from game.engine.setup import Goals
from game.i18n import LANGS, Words, words
from game.wording import actions
from game.wording.rules_text import glossary, markdown, rules
from tests.rows import each_row
from tests.wording.cases import DA, EN, begin, do, later, with_idea

DOCS = Path(__file__).parents[2] / "docs"


def everything(t: Words, numbers: Rules, goals: Goals = (8, 8, 8, 8)) -> str:
    """The whole rules as one text."""
    parts: list[str] = []
    for section in rules(t, numbers, goals):
        parts += [section.title, *section.paragraphs, *section.items]
        parts += [cell for row in section.table for cell in row]
    return "\n".join(parts)


@pytest.mark.parametrize("lang", LANGS)
def test_the_written_rules_are_up_to_date(lang: str) -> None:
    written = (DOCS / f"rules.{lang}.md").read_text("utf-8")
    assert written == markdown(words("da" if lang == "da" else "en")), (
        "run: python -m game.wording.rules_text"
    )


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_nothing_is_left_open(t: Words) -> None:
    assert not set("{}") & set(everything(t, Rules()))
    assert all(word and meaning for word, meaning in glossary(t))


def test_tables_are_whole() -> None:
    for section in rules(EN, Rules()):
        assert len({len(row) for row in section.table}) <= 1
        assert all(cell for row in section.table for cell in row)


OTHER = Rules(
    rounds=(11, 12, 13), actions=21, actions_many_seats=22, many_seats=23, capacity=24, trust=25,
    deal_first=26, deal_later=27, deals_later=28, open_ideas=29, written_cost=30,
    written_maturity=31, written_delay=32, rally=34, mitigation=35, unnamed=36, shelve_gain=37,
    learned=38, broken_word=41, combination=42, roles_in_play=43, check_ideas=45, word_kept=46,
    owner_load=47, small_cost=48, balance=49, modules=("combination", "tension"),
)  # fmt: skip


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_a_case_that_changes_a_number_reads_its_own(t: Words) -> None:
    text = everything(t, OTHER, (44, 44, 44, 44))
    gone = {33, 39, 40}  # what only version 1 counted
    assert {n for n in (11, 12, 13, *range(21, 50)) if str(n) not in text} == gone


def test_goals_that_differ_are_told_as_a_range() -> None:
    assert "6–8" in everything(EN, Rules(), (8, 6, 7, 8))


# ------------------------------------------------------------------ what is written out holds
def test_an_estimate_is_one_to_six_and_in_poker_zero_to_six() -> None:
    state = begin()
    card = state.idea_hands[0][0]
    asked = do(state, act.CallEstimates(card, "citizen"))
    allowed = [n for n in range(-1, 9) if check(state, act.PlaceIdea(0, card, n)) is None]
    poker = [n for n in range(-1, 9) if check(asked, act.GiveEstimate(0, n)) is None]
    assert (allowed, poker) == ([1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 6])


def test_a_written_risk_is_as_grave_and_likely_as_the_rules_say() -> None:
    state = with_idea()
    idea = state.ideas[0].id

    def fits(severity: int, likelihood: int) -> bool:
        risk = act.WriteRisk(0, "It rains", "citizen", idea, severity, likelihood)
        return check(state, risk) is None

    assert [n for n in range(8) if fits(n, 3)] == [1, 2, 3, 4]
    assert [n for n in range(8) if fits(3, n)] == [1, 2, 3, 4, 5]


def sample(state: State, action: type[Action]) -> Action:
    """An action of this kind for the seat in turn, on the first idea."""
    seat, idea = state.turn, state.ideas[0]
    fields: dict[str, object] = {
        "seat": seat, "card": "none", "idea": idea.id, "estimate": 3, "name": "Name",
        "track": idea.card.track, "kind": "service", "owner": seat, "risk": "none", "to": seat,
        "role": "none", "option": 0, "what": "trust", "by": 1, "reason": "r", "value": 1,
        "measure": Measure("Smiles"), "severity": 1, "likelihood": 1, "size": 1, "low": 1,
        "high": 4, "how": "risk", "post": "none", "place": seat,
    }  # fmt: skip
    names = action.__dataclass_fields__
    return action(**{name: value for name, value in fields.items() if name in names})


@each_row("action", ACTIONS)
def test_an_action_begins_in_the_phase_it_is_said_to(action: type[Action]) -> None:
    assert action in SPECS, f"{action.__name__}: declare it in SPECS, see tests/test_action_owes.py"
    phases: tuple[Phase, ...] = ("ideas", "concretise", "implement")
    early = [p for p in phases if _too_early(later(with_idea(), p), action)]
    assert early == list(phases[: phases.index(SPECS[action].first_phase)])


def _too_early(state: State, action: type[Action]) -> bool:
    refusal = check(state, sample(state, action))
    return isinstance(refusal, Refusal) and refusal.code in ("too_early", "not_proven")


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_every_action_can_be_explained(t: Words) -> None:
    missing = [action.__name__ for action in ACTIONS if action not in actions.TEXTS]
    assert not missing, f"{missing}: a verb and an effect in TEXTS of game/wording/actions.py"
    verbs = [actions.verb(t, action) for action in ACTIONS]
    assert len(set(verbs)) == len(verbs)
    for action in ACTIONS:
        told = actions.effect(t, action, Rules()) + actions.price(t, action)
        assert not set("{}") & set(told)


def test_an_explanation_has_the_numbers_of_the_case() -> None:
    setup: Setup = begin().setup
    dearer = replace(setup.rules, shelve_gain=9)
    assert "Capacity +9" in actions.effect(EN, act.Shelve, dearer)
    assert setup.rules.rounds[0] == actions.numbers(setup.rules)["rounds_ideas"]
