"""What each sign on a card means, in a sentence with the numbers of this game.

A sentence says what a sign is, what it costs or gives, and what happens next. Which signs there
are is said by what draws the cards, with :meth:`game.gui.paint.canvas.Canvas.tell`.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import TRACKS, State
from game.views.faces import (
    BenefitFace,
    DownsideFace,
    EventFace,
    Face,
    IdeaFace,
    RiskFace,
)
from game.views.signs.card import Card, F, Signs
from game.views.signs.claims import BENEFIT, DOWNSIDE
from game.views.signs.ideas import IDEA
from game.views.signs.others import EVENT, ROLE
from game.views.signs.risks import RISK
from game.wording.case_names import CaseNames

WHOLE = ("type",)
"""What is asked about a card as a whole."""


def sentence(names: CaseNames, state: State, face: Face, what: Sequence[str]) -> str:
    """What a sign on a card means; empty if a card of its type has no such sign."""
    sign, on = what[0], next((track for track in TRACKS if track in what), TRACKS[0])
    if isinstance(face, IdeaFace):
        return _told(IDEA, sign, Card(names, state, face, on))
    if isinstance(face, BenefitFace):
        return _told(BENEFIT, sign, Card(names, state, face, on))
    if isinstance(face, DownsideFace):
        return _told(DOWNSIDE, sign, Card(names, state, face, on))
    if isinstance(face, RiskFace):
        return _told(RISK, sign, Card(names, state, face, on))
    if isinstance(face, EventFace):
        return _told(EVENT, sign, Card(names, state, face, on))
    return _told(ROLE, sign, Card(names, state, face, on))


def _told(signs: Signs[F], sign: str, card: Card[F]) -> str:
    return signs[sign](card) if sign in signs else ""
