"""The state shared by the pages of a follow-up meeting."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import Final

from game.content.case import Case
from game.debrief.doubts import Doubt, Told, doubts
from game.debrief.follow_up import FollowUpAgenda, follow_up
from game.frozen import frozen
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.i18n import Words
from game.i18n.days import short_day
from game.session import Outcome
from game.session.annotating import Annotatable, begun_on
from game.table.parts.dialog_parts import ALERT
from game.table.parts.discussion.discussion import Discussion, DiscussionExits
from game.table.parts.discussion.page import DiscussionPage
from game.wording import figures
from game.wording.debrief_texts.doubts import doubt_text, scale_of, subject_measure
from game.wording.debrief_texts.follow_up import HELD

DOT: Final = "\N{NO-BREAK SPACE}· "
"""The separator between facts; its no-break space keeps it from starting a line."""


@frozen
class DoubtText:
    """A doubt about an outcome, with its text."""

    doubt: Doubt
    text: str


class FollowUpMeeting(Discussion):
    """A follow-up meeting in progress.

    ``day`` is the default of a new outcome: the meeting's, or the last one given; ``by`` is who
    told the last one, which is only suggested for the next.
    """

    def __init__(
        self,
        case: Case,
        additions: Annotatable,
        leave: Callable[[], object],
        *,
        today: date | None = None,
    ) -> None:
        super().__init__(case, additions, DiscussionExits(leave))
        self.today = today or date.today()
        self.day = self.today
        self.by = ""

    @property
    def found(self) -> FollowUpAgenda:
        """The subjects to follow up, with all outcomes recorded so far."""
        return follow_up(self.debrief, self.log, self.examined.refused)

    def doubts(self, t: Words, told: Told) -> tuple[DoubtText, ...]:
        """What is wrong or unusual about an outcome that somebody is about to tell."""
        fmt = self.formatter(t)
        scale = scale_of(fmt, self.debrief)(told.subject)
        begun = begun_on(self.log)
        found = doubts(self.debrief, told, scale, begun=begun, today=self.today)
        return tuple(self._doubt_text(t, doubt) for doubt in found)

    def why_refused(self, t: Words, outcome: Outcome) -> str:
        """Why an outcome that stands in the session does not count; empty if it does."""
        why = " ".join(self._doubt_text(t, one).text for one in self.examined.reasons(outcome.n))
        return t("Does not count: {why}", why=why) if why else ""

    def _doubt_text(self, t: Words, doubt: Doubt) -> DoubtText:
        m = subject_measure(self.formatter(t), self.debrief, doubt.told.subject)
        return DoubtText(doubt, doubt_text(t, doubt, m))

    def why_read_only(self, t: Words) -> str:
        """Why the session cannot be added to; empty if it can."""
        name = self.log.path.name
        if not self.log.intact:
            return t("{file} is damaged: it can be looked at, but nothing can be added.", file=name)
        if not os.access(self.log.path, os.W_OK):
            return t(
                "{file} can only be read. Copy it to a folder of your own to write in it.",
                file=name,
            )
        return ""

    # ------------------------------------------------------------------ in words
    def written(self, t: Words, text: str) -> str:
        """A text written by a user, with roles instead of player names if names are hidden."""
        return text if self.named else self.by_role(t)(text)

    def value(self, t: Words, outcome: Outcome, unit: str) -> str:
        """The value of an outcome, as a number or a word."""
        if outcome.value is not None:
            return figures.quantity(t, outcome.value, unit)
        return "" if outcome.held is None else t(HELD[outcome.held])

    def source(self, t: Words, outcome: Outcome) -> str:
        """The date of an outcome, its source (unless names are hidden), and its text."""
        who = outcome.by if self.named else ""
        parts = (short_day(t, date.fromisoformat(outcome.date)), who, outcome.text)
        return self.written(t, DOT.join(part for part in parts if part))


class MeetingPage(DiscussionPage):
    """A page of a follow-up meeting."""

    def __init__(self, meeting: FollowUpMeeting) -> None:
        super().__init__(meeting)
        self.meeting = meeting


def shorten(text: str, most: int) -> str:
    """The text cut at a word boundary to at most that many characters."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]} …"


def warn(c: Canvas, box: Box, message: str) -> None:
    """Draw why nothing can be written here."""
    sign, words = box.cut_left(44, 16)
    c.icon("triangle-alert", sign.place(42, 42), ALERT)
    c.text(words, message, (34, 26), ALERT, "semibold", valign="middle")
