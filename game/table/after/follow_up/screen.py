"""The follow-up meeting on the shared screen, weeks after the game."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from game.content.case import Case
from game.gui.widgets.button import Button
from game.i18n import Words
from game.session.annotating import Annotatable
from game.table.after.follow_up.meeting import FollowUpMeeting
from game.table.after.follow_up.pages import all_pages
from game.table.after.follow_up.told_dialog import ToldDialog, told_button
from game.table.after.register.dialog import RegisterDialog, register_button
from game.table.parts.discussion.screen import DiscussionPart, DiscussionScreen
from game.wording.debrief_texts.follow_up import PARTS, part_lead, part_name


class FollowUpScreen(DiscussionScreen):
    """Records real values of indicators and benefits, and outcomes of trials and next steps.

    ``additions`` is the session, as for the debrief; each outcome is added to it at once, with its
    date, and nothing in it is changed. ``named``: whether names are shown at first.
    """

    def __init__(
        self,
        case: Case,
        additions: Annotatable,
        leave: Callable[[], object],
        *,
        named: bool = True,
        today: date | None = None,
    ) -> None:
        self.meeting = FollowUpMeeting(case, additions, leave, today=today)
        self.meeting.named = named
        self.discussion = self.meeting
        self.pages = all_pages(self.meeting)

    def foot_buttons(self) -> list[Button]:
        """Those of every discussion, to read an edited register back, and for what was told."""
        reason = self.meeting.why_read_only(self.ui.t)
        register = register_button(self.ui, partial(self._register, ""), reason)
        return [*super().foot_buttons(), register, told_button(self.ui, self.meeting, self._told)]

    def _told(self) -> None:
        self.app.push(ToldDialog(self.meeting, self._changed))

    def _register(self, file: str) -> None:
        self.app.push(RegisterDialog(self.discussion, self._changed, file))

    def _changed(self) -> None:
        """Follow up what there is now: a register may have shelved something."""
        self.pages = all_pages(self.meeting)
        self.at = min(self.at, self.count - 1)
        self.refresh()

    def take_file(self, path: str) -> bool:
        """Read a register that is dropped here."""
        if self.meeting.why_read_only(self.ui.t):
            return False
        self._register(path)
        return True

    def parts(self, t: Words) -> Sequence[DiscussionPart]:
        """The six parts of the meeting."""
        lead = partial(part_lead, t, own_project=self.discussion.case.own_project)
        return [DiscussionPart(part, part_name(t, part), lead(part)) for part in PARTS]
