"""Every card of a case with all the faces it is shown with, before anything has become of it.

The author's check measures these; the table builds the same ones in a game.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from game.engine import Benefit, Idea, IdeaCard, Risk, State, Track
from game.engine.setup import INDEX
from game.views import face_builder as faces
from game.views.faces import Face
from game.wording.case_names import CaseNames

CardDeck = Literal["ideas", "benefits", "risks", "events", "roles"]

LETTER: Final = "M"
"""An idea on the table has a letter: here the widest."""
PLAYER: Final = "Ane Jensen"


@dataclass(frozen=True, slots=True)
class CardFaces:
    """A card by its deck and its number in the file, and its faces.

    ``small`` is how it lies in a hand, ``large`` how it is opened from there or from the table.
    """

    deck: CardDeck
    number: int
    id: str
    small: tuple[Face, ...]
    large: tuple[Face, ...]


def card_faces(names: CaseNames) -> Iterator[CardFaces]:
    """The cards of a case, deck by deck, in the order of the file."""
    setup = names.case.setup
    state = State(setup)
    for i, idea in enumerate(setup.ideas):
        held = faces.idea_in_hand(names, idea)
        lying = faces.idea_on_table(names, state, _placed(idea))
        yield CardFaces("ideas", i, idea.id, (held,), (held, lying))
    for i, benefit in enumerate(setup.benefits):
        claimed = faces.benefit_in_hand(names, benefit)
        anchored = _claimed(names, state, benefit.id, benefit.track)
        yield CardFaces("benefits", i, benefit.id, (claimed,), (claimed, anchored))
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


def _placed(card: IdeaCard) -> Idea:
    """An idea as it has just been placed."""
    return Idea(card.id, card, LETTER, 0, card.cost, card.maturity)


def _any_idea(track: Track) -> IdeaCard:
    """For what lies at an idea whose own card is not shown."""
    return IdeaCard("", track, "service", 2, 3)


def _claimed(names: CaseNames, state: State, card: str, track: Track) -> Face:
    idea = _placed(_any_idea(track))
    benefits: list[Benefit | None] = [None] * len(INDEX)
    benefits[INDEX[track]] = Benefit(1, 0, card)
    first, second, third, fourth = benefits
    idea.benefits = (first, second, third, fourth)
    return faces.benefit_on_table(names, state, idea, track)
