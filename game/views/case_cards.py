"""Every card of a case with all its faces, as in a game that has just started.

The author's check measures whether their texts fit; the table builds the same faces in a game.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from game.engine import Benefit, Idea, IdeaCard, Risk, State, Track
from game.engine.setup import INDEX, EventCard
from game.frozen import frozen
from game.views import face_builder as faces
from game.views.faces import Face, HeldFace
from game.wording.case_names import CaseNames
from game.wording.event_effects import consequences

CardDeck = Literal["ideas", "benefits", "risks", "events", "roles"]

LETTER: Final = "M"
"""The letter of ideas on the table: the widest one, to measure the worst case."""
PLAYER: Final = "Ane Jensen"


@frozen
class CardFaces:
    """A card by its deck and its number in the file, with its faces.

    ``small`` are those in a hand, ``large`` those opened from the hand or from the table.
    """

    deck: CardDeck
    number: int
    id: str
    small: tuple[HeldFace, ...]
    large: tuple[Face, ...]


def card_faces(names: CaseNames) -> Iterator[CardFaces]:
    """The cards of a case, deck by deck, in the order of the file."""
    setup = names.case.setup
    state = State(setup)
    for i, idea in enumerate(setup.ideas):
        in_hand = faces.idea_in_hand(names, idea)
        on_table = faces.idea_on_table(names, state, _placed(idea))
        yield CardFaces("ideas", i, idea.id, (in_hand,), (in_hand, on_table))
    for i, benefit in enumerate(setup.benefits):
        unclaimed = faces.benefit_in_hand(names, benefit)
        claimed = _claimed(names, state, benefit.id, benefit.track)
        yield CardFaces("benefits", i, benefit.id, (unclaimed,), (unclaimed, claimed))
    for i, risk in enumerate(setup.risks):
        closed = faces.risk_in_hand(names, state, risk)
        opened = faces.risk_in_hand(names, state, risk, opened=True)
        named = Risk(risk.id, risk.track, risk.severity, risk.likelihood)
        at_idea = faces.risk_on_table(names, state, _placed(_any_idea(risk.track)), named)
        yield CardFaces("risks", i, risk.id, (closed,), (opened, at_idea))
    for i, event in enumerate(setup.events):
        yield CardFaces("events", i, event.id, (), (faces.event_face(names, event.id),))
    for i, role in enumerate(setup.roles):
        yield CardFaces("roles", i, role.id, (), (faces.role_face(names, role, PLAYER),))


def opened_face(names: CaseNames, deck: CardDeck, number: int) -> Face:
    """A card of a case as it is seen when it is opened, nothing being known of it at the table."""
    setup = names.case.setup
    if deck == "ideas":
        return faces.idea_in_hand(names, setup.ideas[number])
    if deck == "benefits":
        return faces.benefit_in_hand(names, setup.benefits[number])
    if deck == "risks":
        return faces.risk_in_hand(names, State(setup), setup.risks[number], opened=True)
    if deck == "roles":
        return faces.role_face(names, setup.roles[number])
    event = setup.events[number]
    return faces.event_face(names, event.id, tuple(_what_may_come(names, event)))


def _what_may_come(names: CaseNames, event: EventCard) -> Iterator[str]:
    """What an event does, choice by choice, after the text of each."""
    t = names.t
    labels = [option.read(t.lang) for option in names.case.events[event.id].options]
    modules = names.case.setup.rules.modules
    for i, effect in enumerate(event.options):
        effects = ", ".join(words for _, words in consequences(t, effect, modules))
        label = labels[i] if i < len(labels) else ""
        yield f"{label} – {effects}" if label else effects


def _placed(card: IdeaCard, *benefits: Benefit | None) -> Idea:
    """An idea that has just been placed."""
    placed = Idea(card.id, card, LETTER, 0, card.cost, card.maturity)
    return replace(placed, benefits=benefits) if benefits else placed


def _any_idea(track: Track) -> IdeaCard:
    """An idea card for benefits and risks whose idea is not shown."""
    return IdeaCard("", track, "service", 2, 3)


def _claimed(names: CaseNames, state: State, card: str, track: Track) -> Face:
    benefits = [Benefit(1, 0, card) if other == track else None for other in INDEX]
    idea = _placed(_any_idea(track), *benefits)
    return faces.benefit_on_table(names, state, idea, track)
