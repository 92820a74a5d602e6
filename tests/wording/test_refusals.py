"""Every refusal of the rules has its plain sentence, with the names that belong in it."""

import ast
from pathlib import Path

import pytest

import game.engine
import game.session
from game.engine import Action, Refusal, State, check
from game.engine import actions as act
from game.engine.rules.guards import WAITING_FOR
from game.i18n import Words
from game.wording.refusals import CODES, refusal_text
from tests.wording.cases import CASE, DA, EN, begin, do, later, with_idea


def codes_refused_with() -> set[str]:
    """Every code that the source of the rules, and of sessions, refuses with."""
    codes = set(WAITING_FOR.values())
    packages = [Path(package.__file__ or "").parent for package in (game.engine, game.session)]
    for file in (file for folder in packages for file in folder.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            named = getattr(call.func, "id", "") if isinstance(call, ast.Call) else ""
            if isinstance(call, ast.Call) and named in ("refuse", "Refusal"):
                codes |= {a.value for a in call.args if isinstance(a, ast.Constant)}
    return codes


def refused(state: State, action: Action) -> Refusal:
    refusal = check(state, action)
    assert refusal is not None
    return refusal


def said(state: State, action: Action, t: Words = EN) -> str:
    return refusal_text(refused(state, action), state, CASE, t, action=type(action))


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    refused = codes_refused_with()
    assert not refused - CODES, (
        f"{', '.join(sorted(refused - CODES))}: a sentence for each of these codes "
        "in game/wording/refusals.py"
    )
    assert not CODES - refused, (
        f"{', '.join(sorted(CODES - refused))}: no rule refuses with these codes any more; "
        "take their sentences out of game/wording/refusals.py"
    )


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_every_sentence_can_be_said(t: Words) -> None:
    params: dict[str, object] = {
        "seat": 1, "owner": 1, "idea": "idea-0", "risk": "risk-0", "track": "citizen",
        "phase": "concretise", "need": 2, "have": 1, "low": 1, "high": 6, "limit": 8, "estimate": 4,
        "least": 3, "letters": "中",
    }  # fmt: skip
    for code in sorted(CODES):
        text = refusal_text(Refusal(code, params), begin(), CASE, t)
        assert text.endswith("."), code
        assert not set("{}") & set(text), code


def test_every_sentence_is_danish_in_danish() -> None:
    plain = {c for c in CODES if "{" not in c}
    params: dict[str, object] = {
        "seat": 1, "owner": None, "idea": "idea-0", "risk": "risk-0", "track": "citizen",
        "phase": "concretise", "need": 2, "have": 1, "low": 1, "high": 6, "limit": 8, "estimate": 4,
        "least": 3, "letters": "中",
    }  # fmt: skip
    for code in plain:
        refusal = Refusal(code, params)
        assert refusal_text(refusal, begin(), CASE, DA) != refusal_text(refusal, begin(), CASE, EN)


def test_another_seats_turn_is_named() -> None:
    assert said(begin(), act.Rally(1)) == "It is not your turn: Ane has it."
    assert said(begin(), act.Rally(1), DA) == "Det er ikke din tur: Ane har turen."


def test_what_comes_later_tells_its_phase() -> None:
    state = with_idea()
    shelve = act.Shelve(0, state.ideas[0].id)
    assert said(state, shelve) == "“Shelve” begins in phase 2, Concretisation."
    assert (
        refusal_text(refused(state, shelve), state, CASE, EN)
        == "That begins in phase 2, Concretisation."
    )


def test_missing_capacity_tells_need_and_have() -> None:
    state = later(with_idea(), "implement")
    state = do(state, act.Correct("capacity", -state.capacity, "test"))
    idea = state.ideas[0]
    assert said(state, act.Implement(state.turn, idea.id)) == (
        f"That costs {idea.cost} capacity; you have 0. Rally, or shelve an idea."
    )


def test_a_taken_track_points_to_revising() -> None:
    state = with_idea()
    idea = state.ideas[0]
    text = said(state, act.WriteBenefit(0, "More of it", idea.card.track, idea.id, 2))
    assert text.startswith(f"“{idea.id}” already has a benefit on ")
    assert text.endswith("Revise that one instead.")


def test_a_risk_card_tells_where_it_fits() -> None:
    state = begin()
    card = state.idea_hands[0][0]
    other = next(r for r in CASE.setup.risks if card in r.about)
    state = with_idea(state)
    refusal = Refusal("not_about", {"idea": card, "risk": other.id})
    assert refusal_text(refusal, state, CASE, EN) == (
        f"“{card}” is not printed on this risk card. It fits: “{card}”."
    )
    nowhere = next(r for r in CASE.setup.risks if card not in r.about)
    refusal = Refusal("not_about", {"idea": card, "risk": nowhere.id})
    assert refusal_text(refusal, state, CASE, EN).endswith("in your own words instead.")


def test_a_full_table_gives_advice_that_can_be_followed() -> None:
    refusal = Refusal("table_full", {"limit": 8})
    early = begin()
    assert refusal_text(refusal, early, CASE, EN).endswith("Work on those you have.")
    assert refusal_text(refusal, later(early, "concretise"), CASE, EN).endswith(
        "Shelve one, or implement one."
    )


def test_only_the_owner_hands_over() -> None:
    state = later(with_idea(), "concretise")
    idea = state.ideas[0]
    track = idea.card.track
    assert "Anchor it first" in said(state, act.HandOver(0, idea.id, track, 1))
    state = do(state, act.Anchor(state.turn, idea.id, track, 1))
    assert said(state, act.HandOver(0, idea.id, track, 1)).endswith("and that is Bo.")


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        refusal_text(Refusal("no_such_code", {}), begin(), CASE, EN)
