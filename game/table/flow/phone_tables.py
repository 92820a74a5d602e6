"""The table as phones know it: while it is laid, and when there is a game."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar, cast

from game.gui.app import App
from game.i18n import mark

if TYPE_CHECKING:
    from game.content import Case
    from game.debrief.talk import PageKind
    from game.engine import Action, Refusal, State
    from game.i18n import Lang, Words
    from game.phones.room import Member
    from game.phones.tables import Done, RegisterQuestion, TalkPage
    from game.session import Log, SaveError
    from game.session.annotations import Mood
    from game.table.after.debrief.screen import DebriefScreen
    from game.table.play.game import Game
    from game.wording.debrief_texts import DebriefPhase

R = TypeVar("R")
_BUSY: Final = mark("Something is open on the board. Close it there first.")
_UNSAVED: Final = mark("Saving did not work. It waits at the table, and is not lost.")


class LaidTable:
    """A table that is being laid: there is a case, and no game yet."""

    def __init__(self, app: App, case: Case) -> None:
        self.app = app
        self.case = case

    @property
    def state(self) -> State | None:
        """There is no game yet."""
        return None

    @property
    def lang(self) -> Lang:
        """The language of the table."""
        return self.app.lang

    @property
    def log(self) -> Log:
        """There is no session yet, and nobody asks for it."""
        raise LookupError("the table is still being laid")

    @property
    def seconds_left(self) -> int | None:
        """Nobody writes yet."""
        return None

    @property
    def talk(self) -> TalkPage | None:
        """There is nothing to talk about yet."""
        return None

    def questions(self, seat: int, t: Words) -> Sequence[RegisterQuestion]:
        """Nobody owns anything yet."""
        return ()

    def feel(self, mood: int | None, word: str, t: Words, then: Done) -> str:
        """Nobody is asked yet."""
        return t("The game has not begun.")

    def fill(self, member: Member, question: str, answers: Mapping[str, str], t: Words) -> str:
        """There is no register yet."""
        return t("The game has not begun.")

    def write(self, text: str, t: Words, then: Callable[[int], object]) -> str:
        """Nobody writes yet."""
        return t("The game has not begun.")

    def withdraw(self, sheet: int, t: Words, then: Done) -> str:
        """Nobody writes yet."""
        return t("The game has not begun.")

    def cast(self, member: Member, dots: Sequence[int], t: Words) -> str:
        """Nobody votes yet."""
        return t("The game has not begun.")

    def last_line(self, t: Words) -> str:
        """Nothing was done yet."""
        return ""

    def do(self, action: Action, member: Member, t: Words, then: Done) -> str:
        """Nothing can be decided yet."""
        return t("The game has not begun.")

    def asked(self) -> None:
        """Seats are given without being asked for."""


class PhoneTable:
    """A game as the phones know it; what they decide is decided like everything else."""

    def __init__(
        self, game: Game, debrief: Callable[[], DebriefScreen | None] = lambda: None
    ) -> None:
        self.game = game
        self._debrief = debrief

    @property
    def state(self) -> State | None:
        """The game as far as the table has told it."""
        from game.table.play.moments.aftermath import told_state

        return told_state(self.game)

    @property
    def case(self) -> Case:
        """The case that is played."""
        return self.game.case

    @property
    def lang(self) -> Lang:
        """The language of the table."""
        return self.game.t.lang

    @property
    def log(self) -> Log:
        """The entries of the session."""
        return self.game.session.log

    @property
    def seconds_left(self) -> int | None:
        """How long everybody still writes silently."""
        return self.game.writing_left

    # ------------------------------------------------------------------ the debrief
    @property
    def talk(self) -> TalkPage | None:
        """The page of the debrief that everybody looks at."""
        from game.phones.tables import TalkPage

        debrief = self._debrief()
        if debrief is None or debrief not in self.game.app.screens:
            return None
        page = debrief.pages[debrief.at]
        return TalkPage(cast("DebriefPhase", page.phase), cast("PageKind | None", page.kind))

    def questions(self, seat: int, t: Words) -> Sequence[RegisterQuestion]:
        """What the register asks of the benefits that a seat owns."""
        from game.table.flow.phone_registers import asked_of

        debrief = self._debrief()
        if debrief is None:
            return ()
        return asked_of(debrief.discussion, self.game.state, seat, t)

    def feel(self, mood: int | None, word: str, t: Words, then: Done) -> str:
        """Take down how somebody feels, while everybody is asked."""
        from game.table.flow.phone_registers import UNSAVED

        debrief, chosen = self._debrief(), cast("Mood | None", mood)
        if debrief is None or self.talk is None or self.talk.kind != "check_in":
            return ""
        if not debrief.discussion.add(lambda: self.game.session.check_in(None, word, chosen)):
            return t(UNSAVED)
        then()
        return ""

    def fill(self, member: Member, question: str, answers: Mapping[str, str], t: Words) -> str:
        """Fill in what the register asks of what a seat owns; the room sees that it came in."""
        from game.table.flow.phone_registers import OWNER_ANSWERS, answer

        debrief = self._debrief()
        if debrief is None or member.seat is None:
            return t(OWNER_ANSWERS)
        discussion = debrief.discussion
        wrong = answer(discussion, self.game.state, member.seat, question, answers, t)
        if not wrong:
            said = self.game.t("{name} has filled in the register by phone.", name=member.name)
            self.game.app.toast(said)
        return wrong

    # ------------------------------------------------------------------ silent writing, votes
    def write(self, text: str, t: Words, then: Callable[[int], object]) -> str:
        """Lay a sheet of silent writing down."""
        add = partial(self.game.session.add_sheet, text)
        return self._save(add, lambda sheet: then(sheet.n), t)

    def withdraw(self, sheet: int, t: Words, then: Done) -> str:
        """Take a sheet back, if it still lies face down."""
        writing = self.log.writing
        if writing is None or not writing.open or sheet not in writing.sheets:
            return ""
        move = partial(self.game.session.move_sheets, [sheet], "withdrawn")
        return self._save(move, lambda _: then(), t)

    def cast(self, member: Member, dots: Sequence[int], t: Words) -> str:
        """Take somebody's dots in a vote, if they fit it."""
        number = member.ballot_number(len(self.log.votes))
        vote = partial(self.game.session.cast, number, dots)
        return self._save(vote, lambda _: None, t)

    def _save(self, write: Callable[[], R | Refusal], then: Callable[[R], object], t: Words) -> str:
        if self._waits_to_save:
            return t(_BUSY)
        return self._why_not(self.game.attempt(write, then), t)

    def _why_not(self, failed: Refusal | SaveError | None, t: Words) -> str:
        """Why something was not done, or not yet."""
        from game.session import SaveError
        from game.wording.refusals import refusal_text

        if isinstance(failed, SaveError):
            return t(_UNSAVED)
        return "" if failed is None else refusal_text(failed, self.game.state, self.case, t)

    def last_line(self, t: Words) -> str:
        """What was last done, in one line; empty while the table is telling it."""
        return self.game.line_of_last(t) if self.state is self.game.state else ""

    def do(self, action: Action, member: Member, t: Words, then: Done) -> str:
        """Decide what somebody asked for from a phone, unless the board shows something else."""
        from game.engine.actions import GiveEstimate
        from game.session import Sender
        from game.table.play.dialogs.base import why_busy

        if self._waits_to_save or (not isinstance(action, GiveEstimate) and why_busy(self.game)):
            return t(_BUSY)
        failed = self.game.decide(action, Sender(member.number, member.name), then)
        return self._why_not(failed, t)

    @property
    def _waits_to_save(self) -> bool:
        """Whether the table asks what to do about something that could not be saved."""
        return any(screen.unsaved for screen in self.game.app.screens)

    def asked(self) -> None:
        """Say on the screen that somebody waits for a seat, unless they are seen there already."""
        from game.table.parts.phones_screen import ASKED, PhonesScreen

        app = self.game.app
        if not isinstance(app.top, PhonesScreen):
            app.toast(self.game.t(ASKED))
