"""A card has one face: what the author's check measures is what the table draws."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import get_args

import pytest

import game
from game.content import Case, parse
from game.content.case import card_prose
from game.engine import TRACKS, Idea, Seat, State, start
from game.engine.state import TrialPlan
from game.i18n import LANGS, Lang, words
from game.resources import SCENARIOS
from game.views import case_cards, face_builder, faces
from game.views.case_cards import LETTER, CardFaces, card_faces
from game.views.faces import Face, IdeaFace, RiskFace
from game.views.hand import HandCard, HandDeck, hand_cards, hand_face
from game.wording.case_names import CaseNames
from tests.content.filled import filled_case
from tests.rows import each_row
from tests.table.cards import NOT_ON_THE_CARD

CASES = sorted(SCENARIOS.glob("*.toml"))


def case_of(path: Path) -> Case:
    return parse(path.read_text(encoding="utf-8"), path.name)


def begun(case: Case) -> State:
    return start(case.setup, [Seat(name, ()) for name in ("Ane", "Bo", "Cai", "Dea")], 1).state


def measured(case: Case, lang: Lang) -> dict[tuple[str, str], CardFaces]:
    return {(card.deck, card.id): card for card in card_faces(CaseNames(words(lang), case))}


# ------------------------------------------------------------------ the table and the check
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_check_measures_what_a_hand_shows(path: Path, lang: Lang) -> None:
    case = case_of(path)
    names, state, known = CaseNames(words(lang), case), begun(case), measured(case, lang)
    decks: tuple[tuple[HandDeck, tuple[str, ...]], ...] = (
        ("ideas", tuple(card.id for card in case.setup.ideas)),
        ("benefits", tuple(card.id for card in case.setup.benefits)),
        ("risks", tuple(card.id for card in case.setup.risks)),
    )
    for deck, ids in decks:
        for id in ids:
            card = HandCard(deck, id)
            assert hand_face(names, state, card) in known[deck, id].small
            assert hand_face(names, state, card, opened=True) in known[deck, id].large


@each_row("path", CASES)
def test_the_check_measures_what_is_opened_on_the_table(path: Path) -> None:
    case = case_of(path)
    names, state, known = CaseNames(words("da"), case), begun(case), measured(case, "da")
    for card in case.setup.ideas:
        idea = Idea(card.id, card, LETTER, 0, card.cost, card.maturity)
        assert face_builder.idea_on_table(names, state, idea) in known["ideas", card.id].large
    for event in case.setup.events:
        assert face_builder.event_face(names, event.id) in known["events", event.id].large
    for role in case.setup.roles:
        face = face_builder.role_face(names, role, case_cards.PLAYER)
        assert face in known["roles", role.id].large


def test_every_card_that_is_dealt_has_a_face() -> None:
    case = case_of(CASES[0])
    state = begun(case)
    held = hand_cards(state)
    assert held
    assert all(hand_face(CaseNames(words("en"), case), state, card).name for card in held)


# ------------------------------------------------------------------ nothing is left out
def strings(value: object) -> set[str]:
    """All texts in a face."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, tuple):
        return set().union(*map(strings, value))
    if is_dataclass(value):
        return set().union(*(strings(getattr(value, field.name)) for field in fields(value)))
    return set()


def unshown(case: Case) -> list[str]:
    """The keys of the texts of a case that are missing from a face of their card."""
    missing = []
    for card in card_faces(CaseNames(words("en"), case)):
        for key, prose in card_prose(case, card.deck, card.id):
            for face in (*card.small, *card.large):
                if (card.deck, *key) not in NOT_ON_THE_CARD and prose.en not in strings(face):
                    missing.append(".".join((card.deck, *key)))
    return missing


def test_every_text_of_a_card_is_on_all_its_faces() -> None:
    missing = set(unshown(filled_case()))
    assert not missing, f"{missing}: on every face of the card, in game/views/face_builder.py"


def test_a_text_that_a_face_leaves_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = face_builder.idea_on_table

    def without(names: CaseNames, state: State, idea: Idea) -> IdeaFace:
        return replace(whole(names, state, idea), text="")

    monkeypatch.setattr(face_builder, "idea_on_table", without)
    assert "ideas.text" in unshown(filled_case())


def test_an_idea_that_the_group_wrote_has_a_face_too() -> None:
    case = filled_case()
    card = replace(case.setup.ideas[0], id="own-1")
    idea = Idea(card.id, card, LETTER, 0, card.cost, card.maturity, name="Vores", text="Fordi")
    face = face_builder.idea_on_table(CaseNames(words("da"), case), begun(case), idea)
    assert (face.name, face.text) == ("Vores", "Fordi")


def test_printed_texts_on_the_table_pass_the_filter_of_names() -> None:
    """Anonymous output replaces names in what is printed too; no text may go past it."""
    case = filled_case()
    for card in card_faces(CaseNames(words("en"), case, printed=lambda text: "–")):
        if card.deck in ("ideas", "benefits", "risks"):
            on_table = strings(card.large[-1])
            for key, prose in card_prose(case, card.deck, card.id):
                assert prose.en not in on_table, f"{'.'.join((card.deck, *key))}: CaseNames has it"


@pytest.mark.parametrize("kind", get_args(Face), ids=lambda kind: kind.__name__)
def test_fields_of_faces_are_given_by_name(kind: type) -> None:
    for parameter in inspect.signature(kind).parameters.values():
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY


def test_faces_of_a_game_are_built_in_one_place() -> None:
    names = {kind.__name__ for kind in get_args(Face)}
    root = Path(game.__file__).parent
    builders = set()
    texts = {path: path.read_text(encoding="utf-8") for path in root.rglob("*.py")}
    for path, text in texts.items():
        if not any(name in text for name in names):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
                builders.add(path.relative_to(root).as_posix())
    specimens = {"table/setup/start.py", "views/walk.py"}  # cards of no game
    assert builders - specimens == {"views/face_builder.py"}


def test_what_became_of_a_risk_is_stamped_on_it() -> None:
    case = case_of(CASES[0])
    names, state = CaseNames(words("en"), case), begun(case)
    card = case.setup.ideas[0]
    idea = Idea(card.id, card, "A", 0, card.cost, card.maturity, status="proven", was_proven=True)
    assert face_builder.idea_on_table(names, state, idea).stamp == "proven"
    risk = case.setup.risks[0]
    lying = face_builder.Risk(risk.id, risk.track, 3, 3, outcome="held")
    face = face_builder.risk_on_table(names, state, idea, lying)
    assert isinstance(face, RiskFace)
    assert face.stamp == "missed"
    assert set(get_args(faces.RiskStamp)) == {"", *face_builder._STAMPS.values()}


def test_an_idea_on_trial_is_stamped_with_its_question_until_it_is_reported() -> None:
    case = case_of(CASES[0])
    names, state = CaseNames(words("en"), case), begun(case)
    card = case.setup.ideas[0]
    plan = TrialPlan(0, "process", "One week")
    idea = Idea(card.id, card, "A", 0, card.cost, card.maturity, trial=plan)
    face = face_builder.idea_on_table(names, state, idea)
    assert (face.stamp, face.due) == ("on_trial", "round 2")
    assert face.trial == "What does it truly give on Process?"
    reported = state.copy()
    reported.adjusting = (card.id,)
    face = face_builder.idea_on_table(names, reported, idea)
    assert (face.stamp, face.due, face.trial) == ("", "", "")
    last = replace(state, round=sum(case.setup.rules.rounds))
    assert face_builder.idea_on_table(names, last, idea).due == "Follow-up"


def test_what_is_known_stands_beside_what_is_still_a_promise() -> None:
    """A truth on one track takes no arrow of another away; a known nothing ends a promise."""
    case = case_of(CASES[0])
    names, state = CaseNames(words("en"), case), begun(case)
    card = replace(case.setup.ideas[0], promise={"citizen": 2, "employee": 1, "economy": 1})
    opened = 1 << TRACKS.index("citizen") | 1 << TRACKS.index("economy")
    idea = Idea(card.id, card, "A", 0, card.cost, card.maturity, opened=opened)
    state = replace(state, ideas=(idea,), truth={card.id: (4, 0, 0, 0)})
    face = face_builder.idea_on_table(names, state, idea)
    assert face.effects == (("citizen", 4), ("economy", 0))
    assert face.open_promise == (("employee", 1),)
