"""What the forms of the action list ask: the first day there can be, and who may do it."""

from __future__ import annotations

from datetime import date

from game.debrief.action_items import Subject
from game.i18n import Words
from game.session.annotating import begun_on
from game.table.parts.discussion.discussion import Discussion


def first_day(discussion: Discussion) -> date:
    """The day on which the game was begun: nothing of it is due before that."""
    return begun_on(discussion.log)


def who_hint(discussion: Discussion, t: Words, subject: Subject, otherwise: str) -> str:
    """What the empty field of who does it says: the owner, where what it is for has one.

    That the owner will do it is for the group to say: nothing is filled in.
    """
    owner = discussion.owner_of(t, subject)
    return t("The owner, {owner}? Or who?", owner=owner) if owner else otherwise
