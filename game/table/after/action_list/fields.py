"""What the forms of the action list ask the session: the first day there can be, and owners."""

from __future__ import annotations

from datetime import date

from game.debrief.action_items import Subject
from game.i18n import Words
from game.session.annotating import begun_on
from game.table.parts.discussion.discussion import Discussion


def first_day(discussion: Discussion) -> date:
    """The day on which the game was begun: nothing of it is due before that."""
    return begun_on(discussion.log)


def owner_called(discussion: Discussion, t: Words, subject: Subject) -> str:
    """The owner of a benefit, by role: who is likely to do what belongs to it."""
    for story in discussion.debrief.benefits:
        benefit = story.benefit
        if (benefit.idea.id, benefit.track, None) == subject and story.owner is not None:
            return discussion.formatter(t).person(story.owner)
    return ""
