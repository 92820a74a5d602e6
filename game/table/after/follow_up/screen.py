"""The follow-up meeting on the shared screen, weeks after the game."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from game.content.case import Case
from game.i18n import Words
from game.session.annotating import Annotatable
from game.table.after.follow_up.meeting import FollowUpMeeting
from game.table.after.follow_up.pages import all_pages
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
        self.discussion = FollowUpMeeting(case, additions, leave, today=today)
        self.discussion.named = named
        self.pages = all_pages(self.discussion)

    def parts(self, t: Words) -> Sequence[DiscussionPart]:
        """The six parts of the meeting."""
        return [DiscussionPart(part, part_name(t, part), part_lead(t, part)) for part in PARTS]
