"""Each sign on a card has a sentence of its own, whatever card it is and however it is drawn."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.bots import bot, play_game
from game.engine import SPECS, Action, Idea, State
from game.engine import actions as act
from game.engine.limits import MATURITY_HIGH
from game.gui.geometry import Box
from game.gui.paint.unpainted import Unpainted
from game.gui.text.typesetter import Typesetter
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Draggable
from game.i18n import LANGS, words
from game.table.cards import draw_card, draw_done, draw_held
from game.table.parts.card_signs import CardSigns
from game.table.parts.idea_sheet import SheetView
from game.table.play.idea_sheet import IdeaSheet
from game.views.face_builder import benefit_on_table, idea_on_table, risk_on_table
from game.views.faces import BenefitFace, DownsideFace, EventFace, Face, IdeaFace, RiskFace
from game.views.hand import hand_cards, hand_face
from game.views.signs import WHOLE, sentence
from game.wording.case_names import CaseNames
from tests import staging
from tests.table.cards import FACES, Draw
from tests.table.sitting import Sitting

CLAIM = BenefitFace(name="Less", measure="Minutes", track="citizen", estimate=3, letter="A")
HARM = DownsideFace(name="More to do", text="Ane", track="employee", points=-2, letter="B")
RISK = RiskFace(
    name="It breaks", text="Often", track="process", severity=2, likelihood=3, letter="A"
)
MORE: tuple[Face, ...] = (
    replace(FACES[0], letter="", trial="", stamp=""),
    replace(FACES[0], stamp="on_trial", due="round 3", trial="What may go wrong?"),
    replace(FACES[0], stamp="proven"),
    replace(FACES[1], stamp="realised"),
    CLAIM,
    replace(CLAIM, owner="Bo", seat=1, harvested=1),
    HARM,
    replace(HARM, left=-1, harvested=-1),
    replace(RISK, mitigations=1),
    replace(RISK, believed=True),
    replace(RISK, stamp="struck"),
    replace(RISK, letter="", about=("+2",)),
    EventFace(name="An election", text="A new committee", options=("Trust +1", "Trust −1")),
)
TILES = (Box(20, 20, 180, 36), Box(20, 20, 360, 60), Box(20, 20, 400, 92))
LARGE = (Box(20, 20, 178, 240), Box(20, 20, 372, 500))
HELD = (Box(20, 20, 160, 240), Box(20, 20, 230, 252), Box(20, 20, 360, 260))


class Watched(Unpainted):
    """Knows where signs and texts were drawn, too."""

    def __init__(self, type_: Typesetter) -> None:
        super().__init__(type_)
        self.drawn: list[tuple[str, tuple[float, float]]] = []

    def icon(self, name: str, box: Box, *args: Any) -> None:
        self.drawn.append((f"icon {name}", box.centre))

    def disc(self, at: tuple[float, float], *args: Any) -> None:
        self.drawn.append(("disc", at))

    def text(self, box: Box, text: str, *args: Any, **more: Any) -> Box:
        used = super().text(box, text, *args, **more)
        y = box.centre[1] if more.get("valign") == "middle" else used.centre[1]
        self.drawn.append((f"text {text}", (_within(box, more.get("align", "left")), y)))
        return used


def _within(box: Box, align: str) -> float:
    """Where a text surely stands in a box that may be much wider."""
    return {"left": box.x + 1, "right": box.right - 1}.get(align, box.centre[0])


def drawings(face: Face) -> Iterator[tuple[Draw, Box]]:
    """All the ways in which a card of this type is drawn."""
    portable = isinstance(face, IdeaFace | BenefitFace | RiskFace)
    lies = portable or isinstance(face, DownsideFace)
    yield from product((draw_card,), (*LARGE, *(TILES if lies else ())))
    if portable:
        for wordy in (True, False):
            held: Any = partial(draw_held, words=wordy)
            yield from product((held,), HELD)
    if lies:
        done: Any = draw_done
        yield from ((done, Box(20, 20, wide, 42)) for wide in (44, 88))


@pytest.fixture
def game(tmp_path: Path) -> Any:
    return Sitting(tmp_path).working().game


@pytest.mark.parametrize("lang", LANGS)
def test_no_sign_on_any_card_is_bare(game: Any, lang: Any) -> None:
    type_, names = Typesetter(1.0, lang), CaseNames(words(lang), game.case)
    for face in (*FACES, *MORE):
        read = {face.name, getattr(face, "text", ""), getattr(face, "player", "")}
        for draw, box in drawings(face):
            canvas = Watched(type_)
            draw(canvas, box, face)
            for name, at in canvas.drawn:
                if name.removeprefix("text ").rstrip("…") in read or "…" in name:
                    continue
                told = [what for place, what in canvas.told if at in place]
                assert told, (name, at, draw, box, face)
            for _, what in canvas.told:
                assert sentence(names, game.state, face, what), (what, face)


def test_each_sign_of_a_card_is_told_apart(game: Any) -> None:
    names = game.names
    for face in (*FACES, *MORE):
        for draw, box in drawings(face):
            canvas = Unpainted(Typesetter(1.0, "en"))
            draw(canvas, box, face)
            signs = {what for _, what in canvas.told if what != WHOLE}
            said = {sentence(names, game.state, face, what) for what in signs}
            assert len(said) == len(signs), (said, face)


def test_sentences_have_the_numbers_of_the_case_and_of_the_game(game: Any) -> None:
    state, names = game.state, game.names
    idea = next(card for card in hand_cards(state) if card.deck == "ideas")
    face = hand_face(names, state, idea)
    assert isinstance(face, IdeaFace)
    cost = sentence(names, state, face, ("cost",))
    taken = SPECS[act.Implement].price.actions
    assert f"takes {taken} action and {face.cost} capacity" in cost
    assert f"the group has {state.capacity}" in cost
    assert f"shows {face.maturity} or less" in sentence(names, state, face, ("maturity",))
    risk = RiskFace(name="", text="", track="citizen", severity=3, likelihood=4, letter="A")
    said = sentence(names, state, risk, ("likelihood",))
    assert "six-sided die shows 4 or less" in said
    less = replace(risk, mitigations=1)
    left = 4 - state.setup.rules.mitigation
    assert f"shows {left} or less" in sentence(names, state, less, ("mitigations",))


def test_no_sentence_promises_what_only_a_later_phase_allows(game: Any) -> None:
    idea = replace(FACES[0], trial="", stamp="", cost=3, letter="A")
    said = {}
    for phase in ("ideas", "concretise", "implement"):
        state = replace(game.state, phase=phase)
        told = [sentence(game.names, state, face, WHOLE) for face in (idea, CLAIM, RISK)]
        said[phase] = [
            ("implement" in told[0], "shelve" in told[0]),
            "Press it to give it an owner" in told[1],
            "Press it to mitigate" in told[2],
        ]
    assert said == {
        "ideas": [(False, False), False, False],
        "concretise": [(False, True), True, True],
        "implement": [(True, True), True, True],
    }
    small = replace(idea, cost=game.state.setup.rules.small_cost)
    state = replace(game.state, phase="ideas")
    assert "to implement it" in sentence(game.names, state, small, WHOLE)


def test_nobody_is_sent_to_work_on_a_risk_that_is_done_with(game: Any) -> None:
    once = game.state.setup.rules.mitigation
    state = replace(game.state, phase="concretise")
    for face in (RISK, replace(RISK, believed=True)):
        safe = replace(face, likelihood=once * 2, mitigations=2)
        for shown, pressed in ((replace(safe, mitigations=1), True), (safe, False)):
            said = sentence(game.names, state, shown, WHOLE)
            assert ("Press it" in said) is pressed
            assert ("You have done what can be done" in said) is not pressed


def test_an_idea_that_cannot_stumble_is_said_to_work_always(game: Any) -> None:
    sure = replace(FACES[0], stamp="", maturity=MATURITY_HIGH)
    said = sentence(game.names, game.state, sure, ("maturity",))
    assert "a trial always works" in said
    assert "or less" not in said


def test_a_claim_whose_idea_stumbled_says_so() -> None:
    """Else what was harvested is more than what its track shows, and nobody knows why."""
    case = staging.case()
    names = CaseNames(words("en"), case)
    state = play_game(case.setup, 4, 4, bot("method")).state
    told = {idea: _harvest_told(names, state, idea) for idea in state.ideas if _harvested(idea)}
    assert any(idea.stumbled for idea in told)
    assert any(not idea.stumbled for idea in told)
    assert all(("stumbled" in said) == idea.stumbled for idea, said in told.items())


def test_an_idea_that_meets_reality_too_soon_promises_no_owners(game: Any) -> None:
    """What is implemented in the first phase may be over before owners and mitigation begin."""
    state = replace(game.state, phase="ideas")
    idea, *rest = state.ideas
    ends = state.setup.rules.rounds[0]
    for due, promised in ((ends, False), (ends + 1, True)):
        soon = replace(state, ideas=(replace(idea, status="implemented", due=due), *rest))
        stamp = replace(FACES[0], letter=idea.letter, stamp="implemented", due=f"round {due}")
        claim = replace(CLAIM, letter=idea.letter)
        assert ("next phase on" in sentence(game.names, soon, stamp, ("stamp",))) == promised
        told = sentence(game.names, soon, claim, WHOLE)
        assert ("next phase on" in told) == promised
        risk = sentence(game.names, soon, replace(RISK, letter=idea.letter), WHOLE)
        assert ("next phase on" in risk) == promised
        assert "another number" not in told


def _harvested(idea: Idea) -> bool:
    b = idea.benefit(idea.card.track)
    return b is not None and not b.downside and b.harvested is not None


def _harvest_told(names: CaseNames, state: State, idea: Idea) -> str:
    face = benefit_on_table(names, state, idea, idea.card.track)
    return sentence(names, state, face, ("harvested",))


def test_each_button_of_the_sheet_tells_what_comes_of_it(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    for idea in sitting.game.state.ideas:
        sitting.open(IdeaSheet(sitting.game, idea.id))
        buttons = [
            w for w in sitting.app.top.ui.widgets if isinstance(w, Button) and w.key != "close"
        ]
        assert [w.key for w in buttons if not w.tip] == []
        sitting.app.pop(sitting.app.top)


# ------------------------------------------------------------------ pointing and the key
def test_what_is_under_the_pointer_is_told_in_the_lane(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.look()
    for card in [w for w in sitting.app.top.ui.widgets if isinstance(w, Draggable)][:2]:
        for sign in card.told[1:]:
            if sign.box == card.told[0].box or sign.box.centre not in card.box:
                continue  # it is only on the opened card, or below another card
            unit, (x, y) = sitting.app.u, sign.box.centre
            sitting.move((round(x * unit), round(y * unit)))
            sitting.look()
            told = sitting.app.top.ui.told()
            assert told is not None
            assert told.text == sign.text
            assert " ".join(sign.text.split()[:3]) in sitting.texts


def test_a_key_goes_through_the_signs_of_a_card_and_on(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.look()
    ui = sitting.app.top.ui
    card = next(w for w in ui.widgets if isinstance(w, Draggable))
    sitting.tab_to(card.key)
    heard = []
    for _ in card.told:
        told = ui.told()
        assert told is not None
        heard.append(told.text)
        sitting.key(pygame.K_i)
    assert heard == [sign.text for sign in card.told]
    assert len(set(heard)) == len(heard) > 4
    assert sitting.focus != card.key


def test_the_signs_of_the_opened_card_are_told_by_the_key(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.look()
    idea = next(w for w in sitting.app.top.ui.widgets if w.key.startswith("idea:"))
    assert ("kind",) in [sign.what for sign in idea.told]


def test_the_sheet_tells_what_its_signs_are(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.open(SheetView(sitting.game, sitting.game.state.ideas[0].id))
    card = sitting.widget("about:card")
    whats = {sign.what for sign in card.told}
    assert {("cost",), ("maturity",), ("letter",), ("track",)} <= whats


@pytest.mark.parametrize("face", [CLAIM, RISK, FACES[0]], ids=lambda face: type(face).__name__)
def test_a_card_that_lies_still_does_not_say_what_pressing_it_does(game: Any, face: Any) -> None:
    type_, box = Typesetter(1.0, "en"), LARGE[-1]
    face = replace(face, letter="A")

    def whole(*, still: bool) -> str:
        signs = CardSigns(game, type_, box, face, partial(draw_card, face=face), still=still)
        return signs()[0].text

    assert "Press it" in whole(still=False)
    assert "Press it" not in whole(still=True)
    assert whole(still=True)


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_that_is_only_looked_back_on_says_nothing_of_pressing_it(lang: Any) -> None:
    """At every step of a game, as the replay shows it: nothing can be done there."""
    case = staging.case()
    names = CaseNames(words(lang), case)
    states: list[State] = []

    def watched(state: State, chance: random.Random) -> Action:
        states.append(state)
        return bot("method")(state, chance)

    play_game(case.setup, 4, 4, watched)
    told = []
    for state in states[::5]:
        for idea in state.ideas:
            lying = [idea_on_table(names, state, idea)]
            lying += [risk_on_table(names, state, idea, risk) for risk in idea.risks]
            lying += [benefit_on_table(names, state, idea, track) for track, _ in idea.claims()]
            for face in lying:
                told.append(sentence(names, state, face, WHOLE))
                back = sentence(names, state, face, WHOLE, looking_back=True)
                assert "Press" not in back, back
                assert "Tryk" not in back, back
    assert any("Press" in said or "Tryk" in said for said in told)
