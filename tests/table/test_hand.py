"""The hand: it uses its room, has words where they fit, and a held card is seen to be held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.engine import STANDING, VOICES, State, check, legal
from game.engine import actions as act
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Drawn, Typesetter
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Draggable
from game.i18n import LANGS, Lang, Words, words
from game.resources import SCENARIOS
from game.table.cards import draw_lying
from game.table.cards.fitting import HAND
from game.table.parts.preferences import has_words, preferences_of
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.pick_idea import PickIdeaDialog
from game.views.case_cards import card_faces
from game.views.faces import RiskFace
from game.views.hand import HandCard, hand_face
from game.wording.case_names import CaseNames
from tests import staging
from tests.table.driver import squeezed
from tests.table.sitting import Sitting


def hand(sitting: Sitting) -> list[Draggable]:
    return [w for w in sitting.app.top.ui.widgets if isinstance(w, Draggable)]


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    made = Sitting(tmp_path)
    made.look()
    return made


@pytest.mark.parametrize("seats", [2, 4])
def test_a_turn_has_a_dot_for_each_of_its_actions(
    seats: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[tuple[int, int]] = []
    monkeypatch.setattr(Canvas, "pips", lambda _, __, n, of, *___: rows.append((n, of)))
    table = Sitting(tmp_path, seats=seats)
    table.look()
    begun = table.game.state.actions
    assert (begun, begun) in rows
    rows.clear()
    table.key(pygame.K_r)
    table.look()
    assert (begun - 1, begun) in rows


def test_few_cards_are_wide_and_lie_side_by_side(sitting: Sitting) -> None:
    cards = hand(sitting)
    wide = [card.box.w for card in cards]
    assert min(wide) > 0.7 * cards[0].box.h
    assert all(a.box.right < b.box.x for a, b in pairwise(cards))


def test_cards_say_in_words_what_they_cost_and_where_they_belong(sitting: Sitting) -> None:
    sitting.app.prefer(cards="words")
    sitting.look()
    state = sitting.game.state
    idea = state.setup.by_id.ideas[state.idea_hands[state.turn][0]]
    said = " ".join(sitting.texts.split())
    assert f"Costs {idea.cost} capacity" in said
    assert f"Maturity {idea.maturity} of 6" in said
    assert "Your number" in said


def test_a_key_takes_the_words_off_the_cards_and_back_and_that_is_kept(sitting: Sitting) -> None:
    said = "Your number"
    assert said not in sitting.texts
    for shown, kept in ((True, "words"), (False, "signs")):
        sitting.key(pygame.K_k)
        sitting.look()
        assert (said in sitting.texts) is shown
        assert preferences_of(sitting.app).cards == kept


def test_cards_have_words_in_a_first_game_and_where_it_is_gentle(sitting: Sitting) -> None:
    case = sitting.game.case
    assert not has_words(sitting.app, case)
    assert has_words(sitting.app, case.at("gentle"))
    assert has_words(sitting.app, replace(case, level="first"))
    sitting.app.prefer(cards="signs")
    assert not has_words(sitting.app, case.at("gentle"))


def test_a_card_is_seen_to_be_held_before_the_mouse_moves(sitting: Sitting) -> None:
    card = hand(sitting)[0]
    sitting.click(card.key)
    drag = sitting.app.top.ui.drag
    assert drag is not None
    assert drag.box(None).y < card.box.y
    assert "In your hand: " in sitting.texts


@pytest.mark.parametrize("by", ["mouse", "keys"])
@pytest.mark.parametrize("deck", ["ideas", "benefits", "risks"])
def test_a_card_of_any_deck_says_that_it_is_held_and_escape_puts_it_back(
    sitting: Sitting, deck: str, by: str
) -> None:
    """Before the pointer moves; and at the idle table Escape does nothing."""
    state, top = sitting.game.state, sitting.app.top
    card = next(card for card in hand(sitting) if card.payload.deck == deck)
    name = hand_face(sitting.game.names, state, card.payload).name
    if by == "mouse":
        sitting.click(card.key)
        assert squeezed(f"In your hand: {name}") in squeezed(sitting.texts)
    else:
        sitting.tab_to(card.key)
        sitting.enter()
    assert top.ui.drag is not None
    for _ in range(2):
        sitting.key(pygame.K_ESCAPE)
        assert top.ui.drag is None
        assert (sitting.app.top, sitting.game.state) == (top, state)


def test_the_board_says_what_would_come_of_a_card_before_it_is_let_go(sitting: Sitting) -> None:
    state = sitting.game.state
    card = state.idea_hands[state.turn][0]
    lane = f"lane:{state.setup.by_id.ideas[card].track}"
    sitting.click(f"hand:ideas:{card}")
    sitting.move(sitting.at(lane))
    assert "0 now, then 1 to 6, by your number" in sitting.texts
    assert "Balance 0 → −1" in sitting.texts
    assert f"{state.actions - 1} actions left" in sitting.texts
    assert sitting.game.state is state


def test_a_risk_of_ideas_that_are_not_on_the_table_says_which(sitting: Sitting) -> None:
    state, names = sitting.game.state, sitting.game.names
    risks = state.risk_hands[state.turn]
    about = {risk: state.setup.by_id.risks[risk].about for risk in risks}
    risk = next(risk for risk, ideas in about.items() if 0 < len(ideas) <= 2)
    awaited = Words("en").listed([names.quoted(names.idea_card(id), 28) for id in about[risk]])
    sitting.click(f"hand:risks:{risk}")
    said = squeezed(sitting.texts)
    assert squeezed(f"Not on the table yet: {awaited}. Esc puts it back.") in said


def test_no_idea_on_the_table_is_why_there_is_nothing_to_learn_of_one(sitting: Sitting) -> None:
    state = sitting.game.state
    voice = next(role for role in state.roles_of(state.turn) if role.ability in VOICES)
    assert not state.ideas
    tip = sitting.widget(f"ability:{voice.id}").tip
    assert tip.startswith("There is no idea on the table yet.")


def test_an_ability_that_counts_by_itself_looks_no_more_forbidden_than_used(
    sitting: Sitting,
) -> None:
    """It is no button that cannot be used now; pressed it tells what it does."""
    while True:
        state = sitting.game.state
        mine = [role for role in state.roles_of(state.turn) if role.ability in STANDING]
        if mine:
            break
        sitting.do(act.Pass(state.turn))
    sitting.app.top.refresh()
    sitting.look()
    widget = sitting.widget(f"ability:{mine[0].id}")
    assert isinstance(widget, Button)
    assert not widget.reason
    assert widget.tip.endswith("It counts by itself.")
    sitting.click(widget.key)
    assert "It counts by itself." in " ".join(sitting.texts.split())
    assert sitting.game.state is state


def place_ideas(sitting: Sitting) -> str:
    """Place ideas until a benefit of the hand has two to choose from; the benefit."""
    while True:
        s = sitting.game.state
        for card in s.benefit_hands[s.turn]:
            claims = [act.PlaceBenefit(s.turn, card, idea.id, 1) for idea in s.ideas]
            if sum(check(s, claim) is None for claim in claims) > 1:
                sitting.app.top.refresh()
                sitting.look()
                return card
        wanted = (act.PlaceIdea, act.Pass)
        sitting.do(next(a for kind in wanted for a in legal(s) if isinstance(a, kind)))


def test_a_benefit_put_on_its_track_asks_which_idea(sitting: Sitting) -> None:
    card = place_ideas(sitting)
    state = sitting.game.state
    lane = sitting.widget(f"lane:{state.setup.by_id.benefits[card].track}").box
    u = sitting.app.top.ui.canvas.u
    sitting.click(f"hand:benefits:{card}")
    sitting.click((round((lane.right - 12) * u), round((lane.y + lane.h * 0.7) * u)))
    assert isinstance(sitting.app.top, PickIdeaDialog)
    sitting.assert_readable()
    taker = next(
        idea.id
        for idea in state.ideas
        if check(state, act.PlaceBenefit(state.turn, card, idea.id, 1)) is None
    )
    sitting.click(f"pick:{taker}")
    assert isinstance(sitting.app.top, EstimateDialog)
    sitting.click("estimate:3")
    placed = sitting.decided(act.PlaceBenefit)
    assert (placed.card, placed.idea) == (card, taker)


# ------------------------------------------------------------------ more cards than have room
@pytest.fixture
def crowded(tmp_path: Path) -> Sitting:
    """Two seats hold more cards of a kind than lie side by side."""
    made = Sitting(tmp_path, seats=2).until(3)
    made.app.top.refresh()
    made.look()
    return made


def test_many_cards_lie_over_each_other_and_every_name_is_read(crowded: Sitting) -> None:
    cards = hand(crowded)
    assert all(a.box.right <= b.box.x + 0.1 for a, b in pairwise(cards))
    assert all(a.whole.right > b.box.x for a, b in pairwise(cards))
    names = crowded.game.names
    said = squeezed(crowded.texts)
    assert all(squeezed(names.idea_card(card.payload.card)) in said for card in cards)
    crowded.assert_readable()


def test_cards_that_lie_over_each_other_say_what_they_cost(crowded: Sitting) -> None:
    drawn, u = crowded.read(), crowded.app.u
    for card in hand(crowded):
        face = crowded.game.state.setup.by_id.ideas[card.payload.card]
        seen = {text.text for text in drawn if card.box.px(u).contains(text.rect)}
        assert {str(face.cost), str(face.maturity)} <= seen, face.id


@pytest.mark.parametrize("key", [pygame.K_F1, pygame.K_F2, pygame.K_F9, pygame.K_F10])
def test_what_a_function_key_opens_it_opens_while_a_card_is_held(
    sitting: Sitting, key: int
) -> None:
    card = hand(sitting)[0]
    sitting.click(card.key)
    table = sitting.app.top
    assert table.ui.drag is not None
    sitting.key(key)
    assert sitting.app.top is not table
    sitting.key(pygame.K_ESCAPE)
    assert sitting.app.top is table
    assert table.ui.drag is not None, "the card is still held"


def test_a_risk_that_can_lie_nowhere_any_more_says_why(sitting: Sitting) -> None:
    """Just where every idea that it is about is on the table, and refuses it for good."""
    session, told = sitting.game.session, set()
    for _ in staging.decisions(session, staging.by("method"), 3):
        state = session.state
        for id in state.risk_hands[state.turn] if state.step == "turn" and state.actions else ():
            face = hand_face(sitting.game.names, state, HandCard("risks", id))
            assert isinstance(face, RiskFace)
            about = state.setup.by_id.risks[id].about
            assert bool(face.stuck) == all(refused_for_good(state, id, idea) for idea in about)
            told.add(bool(face.stuck))
    assert told == {True, False}


def refused_for_good(state: State, card: str, idea: str) -> bool:
    refusal = check(state, act.PlaceRisk(state.turn, card, idea))
    return refusal is not None and refusal.code in ("idea_realised", "already_named")


@pytest.mark.parametrize("lang", LANGS)
def test_where_cards_lie_over_each_other_no_name_of_a_shipped_case_is_cut(lang: Lang) -> None:
    log: list[Drawn] = []
    canvas = Canvas(pygame.Surface((300, 300)), Typesetter(2 / 3, lang), log=log)
    for file in sorted(SCENARIOS.glob("*.toml")):
        names = CaseNames(words(lang), staging.case(file.stem))
        for card in card_faces(names):
            for face in card.small:
                draw_lying(canvas, Box(10, 10, HAND.w, HAND.h), face, whole=210)
    assert len(log) > 500
    assert [drawn.text for drawn in log if drawn.cut] == []


def by_mouse(sitting: Sitting, card: Draggable) -> None:
    sitting.move(card.key)


def by_keys(sitting: Sitting, card: Draggable) -> None:
    sitting.tab_to(card.key)


@pytest.mark.parametrize("point", [by_mouse, by_keys])
def test_the_card_that_is_pointed_at_rises_and_is_seen_whole(
    crowded: Sitting, point: Callable[[Sitting, Draggable], None]
) -> None:
    card = hand(crowded)[2]
    u = crowded.app.u
    hidden = Box(card.box.right + 4, card.box.y, card.whole.right - card.box.right - 8, card.box.h)
    crowded.move((5, 5))
    before = pygame.image.tobytes(crowded.look().subsurface(hidden.px(u)), "RGB")
    point(crowded, card)
    assert pygame.image.tobytes(crowded.look().subsurface(hidden.px(u)), "RGB") != before
    assert card.whole.y < card.box.y
    crowded.assert_readable()


def test_a_card_out_of_the_fan_is_carried_whole(crowded: Sitting) -> None:
    card = hand(crowded)[1]
    crowded.click(card.key)
    drag = crowded.app.top.ui.drag
    assert drag is not None
    assert drag.box(None).w == card.whole.w > card.box.w


def test_few_cards_are_not_raised(sitting: Sitting) -> None:
    assert all(card.raised is None for card in hand(sitting))
