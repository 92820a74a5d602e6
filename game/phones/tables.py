"""The table as phones know it: what they may ask of it, and what they may ask it to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from game.content.case import Case
from game.debrief.talk import PageKind
from game.engine import Action, State
from game.frozen import frozen
from game.i18n import Lang, Words
from game.phones.room import Member
from game.session import Log
from game.wording.debrief_texts import DebriefPhase

Done = Callable[[], object]


@frozen
class Blank:
    """A field of the register: its column, what it is called, what it holds, what it takes.

    ``choices`` are the codes and names to choose from; where there are none, something is written.
    """

    column: str
    label: str
    value: str
    limit: int
    example: str
    choices: tuple[tuple[str, str], ...] = ()


@frozen
class RegisterQuestion:
    """A question of the register about a benefit; ``open`` while it has not been answered."""

    key: str
    title: str
    about: str
    text: str
    blanks: tuple[Blank, ...]
    open: bool


@frozen
class TalkPage:
    """A page of the debrief: the phase that it belongs to, and its kind."""

    phase: DebriefPhase
    kind: PageKind | None


class Table(Protocol):
    """The table as phones know it.

    What it is asked to do, it does and gives nothing back, or it says why not. ``then`` is called
    when it is done and saved: before it returns, or once the table has tried to save it again.
    """

    @property
    def state(self) -> State | None:
        """The current state of the game; ``None`` while there is none."""

    @property
    def case(self) -> Case:
        """The case that is played."""

    @property
    def lang(self) -> Lang:
        """The language of the table."""

    def last_line(self, t: Words) -> str:
        """What was last done, in one line; empty before the first decision."""

    @property
    def log(self) -> Log:
        """The entries of the session; asked only while there is a game."""

    @property
    def seconds_left(self) -> int | None:
        """How long everybody still writes silently; ``None`` without a clock."""

    @property
    def talk(self) -> TalkPage | None:
        """The page of the debrief that everybody looks at, while there is one."""

    def questions(self, seat: int, t: Words) -> Sequence[RegisterQuestion]:
        """What the register asks of the benefits that a seat owns."""

    def feel(self, mood: int | None, word: str, t: Words, then: Done) -> str:
        """Take down how somebody feels, as nobody's."""

    def fill(self, member: Member, question: str, answers: Mapping[str, str], t: Words) -> str:
        """Fill in what a question of the register asks."""

    def write(self, text: str, t: Words, then: Callable[[int], object]) -> str:
        """Lay a sheet of silent writing down, whose number ``then`` gets."""

    def withdraw(self, sheet: int, t: Words, then: Done) -> str:
        """Take a sheet back, if it still lies face down."""

    def cast(self, member: Member, dots: Sequence[int], t: Words) -> str:
        """Take somebody's dots in a vote, if they fit it."""

    def do(self, action: Action, member: Member, t: Words, then: Done) -> str:
        """Decide what somebody asked for from a phone."""

    def asked(self) -> None:
        """Somebody waits for a seat: the table tells those who can give it."""
