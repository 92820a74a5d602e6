"""What a phone may say. Anything else is no message, and is dropped unread."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from game.i18n import Lang
from game.phones.limits import MAX_MESSAGE, MAX_NAME, MAX_SHEET, MAX_WORD

Token = Annotated[str, Field(min_length=16, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
Page = Literal["now", "role", "cards", "card", "table"]
CardKey = Annotated[str, Field(max_length=120)]


class Message(BaseModel):
    """A message from a phone: exactly its fields, of exactly their types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


# ------------------------------------------------------------------ coming in
class Hello(Message):
    """The first thing a phone says: the token it was given, if it was here before."""

    say: Literal["hello"]
    token: Token | None = None
    lang: Lang | None = None


class Join(Message):
    """Come into the room: by the secret of the picture code, or by the letters on the screen."""

    say: Literal["join"]
    name: Annotated[str, Field(max_length=MAX_NAME)]
    secret: Annotated[str, Field(max_length=64)] = ""
    code: Annotated[str, Field(max_length=12)] = ""


class Call(Message):
    """Be called something else, before there is a game."""

    say: Literal["call"]
    name: Annotated[str, Field(min_length=1, max_length=MAX_NAME)]


class Sit(Message):
    """Ask for a seat at the table."""

    say: Literal["sit"]
    seat: Annotated[int, Field(ge=0, le=7)]


class Stand(Message):
    """Give the seat back, and be a guest."""

    say: Literal["stand"]


class Speak(Message):
    """Read everything in another language; ``None``: the language of the table."""

    say: Literal["speak"]
    lang: Lang | None


class Look(Message):
    """Open another page, or a card."""

    say: Literal["look"]
    page: Page
    card: CardKey = ""


# ------------------------------------------------------------------ playing
class Draft(Message):
    """What a seat has chosen so far of what it wants to do: the kind of action, then its fields."""

    say: Literal["draft"]
    picks: Annotated[list[CardKey], Field(max_length=12)]


class Estimate(Message):
    """A seat's own number in estimate poker; ``None``: no opinion."""

    say: Literal["estimate"]
    value: Annotated[int, Field(ge=0, le=6)] | None


class Write(Message):
    """A sheet of silent writing."""

    say: Literal["write"]
    text: Annotated[str, Field(min_length=1, max_length=MAX_SHEET)]


class Withdraw(Message):
    """Take one's own sheet back while everybody still writes."""

    say: Literal["withdraw"]
    sheet: Annotated[int, Field(ge=1)]


class Cast(Message):
    """One's dots in a vote, a number for each option."""

    say: Literal["vote"]
    dots: Annotated[list[Annotated[int, Field(ge=0, le=9)]], Field(max_length=24)]


class Feel(Message):
    """How one feels when the debrief begins; it is kept as nobody's."""

    say: Literal["feel"]
    mood: Annotated[int, Field(ge=1, le=5)] | None = None
    word: Annotated[str, Field(max_length=MAX_WORD)] = ""


class Fill(Message):
    """Answers to a question of the register, by column."""

    say: Literal["fill"]
    question: CardKey
    answers: Annotated[
        dict[CardKey, Annotated[str, Field(max_length=MAX_SHEET)]], Field(max_length=8)
    ]


class Do(Message):
    """A decision of the seat in turn, as sessions write it; the rules decide whether it may be."""

    say: Literal["do"]
    action: dict[str, Any]


OfTheRoom = Call | Sit | Stand | Speak | Look | Draft
"""What concerns whoever says it: their name, their seat, and what they look at."""
Deed = Estimate | Write | Withdraw | Cast | Feel | Fill | Do
"""What is done at the table."""
AnyMessage = Hello | Join | OfTheRoom | Deed
_SAID: Final[TypeAdapter[AnyMessage]] = TypeAdapter(
    Annotated[AnyMessage, Field(discriminator="say")]
)


def read(text: str | bytes) -> AnyMessage | None:
    """The message in a line of JSON; ``None`` if it is none, or too long."""
    if len(text) > MAX_MESSAGE:
        return None
    try:
        return _SAID.validate_json(text)
    except (ValidationError, ValueError, RecursionError):
        return None
