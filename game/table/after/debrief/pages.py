"""The pages of a debrief, by phase."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.debrief.highlights import chronological
from game.debrief.talk import TALKED_OF
from game.table.after.action_list.editor import ActionListEditor
from game.table.after.debrief.agreed import NextStepsPage
from game.table.after.debrief.check_in import CheckInPage
from game.table.after.debrief.checks import ChecksPage
from game.table.after.debrief.choosing import ChoosingPage
from game.table.after.debrief.course import CoursePage
from game.table.after.debrief.fill import FillPage
from game.table.after.debrief.foresight import ForesightPage
from game.table.after.debrief.group import MeasuredPage, QuestionsPage, RolesPage
from game.table.after.debrief.harvest import MOST_STORIES, HarvestPage, UnclaimedPage, ordered
from game.table.after.debrief.moment import MomentPage
from game.table.after.debrief.owners import MOST_OWNED, OwnersPage
from game.table.after.debrief.timeline import OpenMoment, TimelinePage
from game.table.after.debrief.what_if import WhatIfPage
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage


def all_pages(
    discussion: Discussion, open_: OpenMoment, chosen_anew: Callable[[], object]
) -> list[DiscussionPage]:
    """All pages in order, one for each key moment; ``open_`` turns to the page of a moment.

    ``chosen_anew`` is called when other moments were chosen to be talked about.
    """
    return list(_pages(discussion, open_, chosen_anew))


def _pages(
    discussion: Discussion, open_: OpenMoment, chosen_anew: Callable[[], object]
) -> Iterator[DiscussionPage]:
    d, editor = discussion.debrief, ActionListEditor(discussion)
    yield CheckInPage(discussion)
    yield TimelinePage(discussion, open_)
    if len(discussion.to_choose) > TALKED_OF:
        yield ChoosingPage(discussion, chosen_anew)
    for moment in chronological(discussion.to_choose):
        yield MomentPage(editor, moment, open_)
    yield CoursePage(discussion)
    if d.measures.result.foresight:
        yield ForesightPage(discussion)
    stories = ordered(d.benefits)
    for at in range(0, len(stories), MOST_STORIES):
        yield HarvestPage(discussion, stories[at : at + MOST_STORIES])
    if d.unclaimed:
        yield UnclaimedPage(discussion)
    yield RolesPage(discussion)
    yield MeasuredPage(discussion)
    yield QuestionsPage(discussion)
    yield WhatIfPage(discussion)
    if discussion.case.own_project:  # a case is an example: nobody measures it at home
        yield FillPage(discussion)
    yield ChecksPage(discussion)
    for first in range(0, len(d.benefits), MOST_OWNED):  # each may be given an owner yet
        yield OwnersPage(discussion, first)
    yield NextStepsPage(editor)
