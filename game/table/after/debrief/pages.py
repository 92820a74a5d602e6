"""All pages of a debrief, phase by phase."""

from __future__ import annotations

from collections.abc import Iterator

from game.table.after.debrief.check_in import CheckInPage
from game.table.after.debrief.group import Measured, Questions, Roles
from game.table.after.debrief.harvest import MOST, Harvest, Unspoken, ordered
from game.table.after.debrief.moment import MomentPage
from game.table.after.debrief.next_steps import MOST as MOST_OWNED
from game.table.after.debrief.next_steps import Missing, Owners, Steps
from game.table.after.debrief.timeline import Open, Timeline
from game.table.after.debrief.way import Way
from game.table.after.debrief.what_if import WhatIf
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage


def all_pages(talk: Discussion, open_: Open) -> list[DiscussionPage]:
    """Every page in its order; ``open_`` turns to a moment's."""
    return list(_pages(talk, open_))


def _pages(talk: Discussion, open_: Open) -> Iterator[DiscussionPage]:
    d = talk.debrief
    yield CheckInPage(talk)
    yield Timeline(talk, open_)
    for moment in talk.moments:
        yield MomentPage(talk, moment, open_)
    yield Way(talk)
    stories = ordered(d.benefits)
    for at in range(0, len(stories), MOST):
        yield Harvest(talk, stories[at : at + MOST])
    if d.unclaimed:
        yield Unspoken(talk)
    yield Roles(talk)
    yield Measured(talk)
    yield Questions(talk)
    yield WhatIf(talk)
    yield Missing(talk)
    owned = [b for b in d.benefits if b.anchored and b.fate != "shelved"]
    for at in range(0, len(owned), MOST_OWNED):
        yield Owners(talk, owned[at : at + MOST_OWNED])
    yield Steps(talk)
