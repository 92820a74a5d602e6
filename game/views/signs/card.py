"""A card that is asked what one of its signs means, and what all types of cards answer alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from game.engine import PHASES, SPECS, Idea, State, Track
from game.engine.actions import Action
from game.engine.lookups import turns_to_come
from game.frozen import frozen
from game.i18n import Words
from game.views.faces import (
    BenefitFace,
    DownsideFace,
    EventFace,
    Face,
    IdeaFace,
    RiskFace,
    RoleFace,
)
from game.wording import actions, terms
from game.wording.case_names import CaseNames

F = TypeVar("F", bound=Face)
DIE = 6
"""The sides of the die."""


@frozen
class Card(Generic[F]):
    """A card that is asked about; ``on`` is the track that a sign belongs to, if it has one.

    ``looking_back``: the game is shown and not played.
    """

    names: CaseNames
    state: State
    face: F
    on: Track
    looking_back: bool = False

    @property
    def t(self) -> Words:
        """The translations of the current language."""
        return self.names.t

    def track(self, code: Track) -> str:
        """The name of a track."""
        return terms.track(self.t, code)

    def begun(self, action: type[Action]) -> bool:
        """Whether the phase from which an action can be done has begun."""
        phases = list(PHASES)
        return phases.index(self.state.phase) >= phases.index(SPECS[action].first_phase)

    @property
    def idea(self) -> str:
        """The idea of a card that lies on the table, by its name."""
        return self._letter if self.of is None else self.names.called(self.of)

    @property
    def of(self) -> Idea | None:
        """The idea that a card lies at on the table."""
        return next((idea for idea in self.state.ideas if idea.letter == self._letter), None)

    @property
    def _letter(self) -> str:
        return "" if isinstance(self.face, EventFace | RoleFace) else self.face.letter

    @property
    def too_soon(self) -> bool:
        """Whether its idea meets reality before benefits get owners and risks are mitigated."""
        idea = self.of
        ends = self.state.setup.rules.rounds[0]
        return idea is not None and idea.locked and self.state.phase == "ideas" and idea.due <= ends

    @property
    def playing(self) -> bool:
        """Whether anybody can still do something with it."""
        return not self.looking_back and turns_to_come(self.state)

    def price(self, action: type[Action]) -> str:
        """What an action takes: ``1 action and 1 capacity``."""
        return actions.price_now(self.t, self.state, action)


Signs = Mapping[str, Callable[[Card[F]], str]]
"""The sentence of each sign on a type of card; that of ``type`` is about the card as a whole."""


def letter(card: Card[IdeaFace] | Card[BenefitFace] | Card[DownsideFace] | Card[RiskFace]) -> str:
    """What the letter of an idea is for."""
    return card.t(
        "The letter of {idea}: its benefits and risks carry the same letter.", idea=card.idea
    )


def counts_on(card: Card[BenefitFace] | Card[DownsideFace] | Card[RiskFace]) -> str:
    """The track of what belongs to an idea."""
    return card.t(
        "{track}: the track on which this counts, whatever track its idea lies on.",
        track=card.track(card.face.track),
    )
