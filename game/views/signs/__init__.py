"""What each sign on a card means, in a sentence with the numbers of this game.

A sentence says what a sign is, what it costs or gives, and what happens next. Which signs there
are is said by what draws the cards, with :meth:`game.gui.paint.canvas.Canvas.tell`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


def sentence(
    names: CaseNames, state: State, face: Face, what: Sequence[str], *, looking_back: bool = False
) -> str:
    """What a sign on a card means; empty if a card of its type has no such sign.

    Where the game is only looked back on, nothing is said of what can be done with the card.
    """
    sign, on = what[0], next((track for track in TRACKS if track in what), TRACKS[0])
    if isinstance(face, IdeaFace):
        return _told(IDEA, sign, Card(names, state, face, on, looking_back))
    if isinstance(face, BenefitFace):
        return _told(BENEFIT, sign, Card(names, state, face, on, looking_back))
    if isinstance(face, DownsideFace):
        return _told(DOWNSIDE, sign, Card(names, state, face, on, looking_back))
    if isinstance(face, RiskFace):
        return _told(RISK, sign, Card(names, state, face, on, looking_back))
    if isinstance(face, EventFace):
        return _told(EVENT, sign, Card(names, state, face, on, looking_back))
    return _told(ROLE, sign, Card(names, state, face, on, looking_back))


def _told(signs: Signs[F], sign: str, card: Card[F]) -> str:
    return signs[sign](card) if sign in signs else ""


# ------------------------------------------------------------------ a card that is read aloud
def sentences(names: CaseNames, state: State, face: Face) -> list[str]:
    """What every sign on a card means, the card as a whole first: for whoever cannot see it."""
    return [sentence(names, state, face, what) for what in (WHOLE, *signs_of(face))]


def signs_of(face: Face) -> list[tuple[str, ...]]:
    """The signs that an opened card has, with the track where it has one for each."""
    if isinstance(face, IdeaFace):
        by_track = [("promise", track) for track, _ in face.open_promise]
        by_track += [("effect", track) for track, _ in face.effects]
        there = {"delay": bool(face.delay), "stamp": bool(face.stamp), "trial": bool(face.trial)}
        return [("kind",), ("track",), ("cost",), ("maturity",), *_there(there), *by_track]
    if isinstance(face, BenefitFace):
        there = {"owner": bool(face.owner), "harvested": face.harvested is not None}
        return [("track",), ("estimate",), *_there(there)]
    if isinstance(face, DownsideFace):
        there = {"made_up": face.made_up, "harvested": face.harvested is not None}
        return [("track",), ("points",), *_there(there)]
    if isinstance(face, RiskFace):
        counted = face.mitigations > 0
        there = {"mitigations": counted, "about": bool(face.about), "stamp": bool(face.stamp)}
        return [("track",), ("severity",), ("likelihood",), *_there(there)]
    if isinstance(face, EventFace):
        return _there({"options": bool(face.options)})
    return [("aim",), ("ability",), ("home",)]


def _there(signs: Mapping[str, bool]) -> list[tuple[str, ...]]:
    return [(sign,) for sign, there in signs.items() if there]
