"""Cards as a phone shows them: in lists by picture and name, opened with every sign in words."""

from __future__ import annotations

from collections.abc import Iterator

from game.frozen import frozen
from game.i18n.numbers import parse_whole
from game.phones.pages.looking import Looking
from game.views import board, hand
from game.views import face_builder as faces
from game.views.faces import DownsideFace, EventFace, Face, IdeaFace, RiskFace, RoleFace
from game.wording import terms


@frozen
class CardRow:
    """A card in a list: the key under which it is opened, its picture, its name, and what it is."""

    key: str
    picture: str
    name: str
    what: str
    letter: str


def row(looking: Looking, key: str, face: Face) -> CardRow:
    """A card in a list."""
    letter = "" if isinstance(face, RoleFace) else face.letter
    return CardRow(key, face.picture, face.name, what(looking, face), letter)


def what(looking: Looking, face: Face) -> str:
    """What a card is, and on which track it counts."""
    t = looking.t
    if isinstance(face, RoleFace):
        return t("Role")
    if isinstance(face, EventFace):
        return t("Event")
    name = (
        t("Idea")
        if isinstance(face, IdeaFace)
        else t("Risk")
        if isinstance(face, RiskFace)
        else t("Downside")
        if isinstance(face, DownsideFace)
        else t("Benefit")
    )
    return f"{name} · {terms.track(t, face.track)}"


# ------------------------------------------------------------------ which cards there are
def on_table(looking: Looking) -> Iterator[CardRow]:
    """Every card on the table, idea by idea with what is linked to it."""
    names, state = looking.names, looking.state
    for idea in state.ideas:
        for key in board.links_of(state, idea):
            face = board.opened(names, state, key)
            if face is not None:
                yield row(looking, key, face)


def in_hand(looking: Looking, seat: int) -> Iterator[CardRow]:
    """The cards in a seat's hand. Hands lie open: everybody may read them."""
    for card in hand.cards_of(looking.state, seat):
        face = hand.hand_face(looking.names, looking.state, card)
        yield row(looking, f"{seat}:{card.key}", face)


def opened(looking: Looking, key: str) -> Face | None:
    """The card with a key, large; ``None`` if it lies there no more."""
    state, names = looking.state, looking.names
    if key.startswith("role:"):
        role = state.setup.by_id.roles.get(key.removeprefix("role:"))
        return None if role is None else faces.role_face(names, role)
    if key == "event":
        return None if state.event is None else faces.event_face(names, state.event)
    place, _, card = key.partition(":")
    seat = parse_whole(place, len(state.seats) - 1)
    if seat is not None:
        return _from_hand(looking, seat, card)
    return board.opened(names, state, key)


def _from_hand(looking: Looking, seat: int, key: str) -> Face | None:
    for card in hand.cards_of(looking.state, seat):
        if card.key == key:
            return hand.hand_face(looking.names, looking.state, card, opened=True)
    return None
