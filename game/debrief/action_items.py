"""The action list: what the group agreed to do, what it belongs to, and what came of it since.

A game from before there was such a list has its next steps as notes about the end.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from game.debrief.assembly import Debrief
from game.debrief.moments import Moment
from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.debrief.talked import recorded_in, talked_moment
from game.engine import Track
from game.frozen import frozen
from game.session import ActionItem, ItemDraft, ItemStatus, Log, Note, TalkedMoment

_LISTED: Final = 2
"""The version of the rules with which the action list came. Before it next steps were notes about
the end of the game; since then such a note is what the room said of the last moment."""

Subject = tuple[str | None, Track | None, str | None]
"""What an item belongs to: an idea, its benefit on a track, or one of its risks; or nothing."""
SubjectRef = IdeaRef | BenefitRef | RiskRef
NOTHING: Subject = (None, None, None)
Origin = tuple[int | None, TalkedMoment | None]
"""Where an item came from: an entry, and the key moment there that it was written down at."""
NOWHERE: Origin = (None, None)
DueDoubt = Literal["before_the_game", "far_ahead"]
"""Why the day of an item is none: most likely its year is wrong."""
_YEARS_AHEAD: Final = 20
STATUSES: Final[tuple[ItemStatus, ...]] = ("open", "under_way", "done", "dropped")
"""What can be said of an item, in order; removing one is something else."""


@frozen
class ItemFollowed:
    """An item of the action list: all its ``versions``, and what was noted about it since.

    ``number`` counts from 1, in the order in which items were first written down; one that was
    removed keeps its number.
    """

    number: int
    versions: tuple[ActionItem, ...]
    answers: tuple[Note, ...]

    @property
    def item(self) -> ActionItem:
        """The item as it stands."""
        return self.versions[-1]

    @property
    def first(self) -> ActionItem:
        """The item as it was first written down."""
        return self.versions[0]

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.item.status in ("open", "under_way")


@frozen
class StepFollowed:
    """A next step of a game from before there was an action list: a note, with its answers."""

    note: Note
    answers: tuple[Note, ...]


# ------------------------------------------------------------------ the list
def action_items(log: Log) -> tuple[ItemFollowed, ...]:
    """The action list of a session, in the order in which its items were first written down."""
    found = (
        ItemFollowed(n, versions, _answers(log, versions[0].item))
        for n, versions in enumerate(log.item_versions, 1)
    )
    return tuple(followed for followed in found if followed.item.status != "removed")


def noted_steps(log: Log, end: int) -> tuple[StepFollowed, ...]:
    """The next steps of a game from before there was an action list: notes about its ``end``."""
    if log.header.rules >= _LISTED:
        return ()
    return tuple(
        StepFollowed(note, _answers(log, note.n))
        for note in log.notes
        if note.of == end and note.text
    )


def _answers(log: Log, entry: int) -> tuple[Note, ...]:
    """What was written about an entry later on: an answer to it is a note about it."""
    return tuple(note for note in log.notes if note.of == entry and note.text)


def doubt_due(due: date, *, begun: date, today: date) -> DueDoubt | None:
    """What is wrong with the day of an item of a game that was ``begun`` on that day, if it is.

    Whoever takes an item from outside (a form, a spreadsheet) asks here.
    """
    if due < begun:
        return "before_the_game"
    return "far_ahead" if due.year > today.year + _YEARS_AHEAD else None


# ------------------------------------------------------------------ what it belongs to
def subject_of(item: ActionItem | ItemDraft) -> Subject:
    """What an item belongs to."""
    return item.idea, item.track, item.risk


def subjects(d: Debrief) -> dict[Subject, SubjectRef]:
    """All that an item can belong to: each idea, followed by its benefits and its named risks."""
    found: dict[Subject, SubjectRef] = {}
    for idea in d.ideas:
        found[(idea.id, None, None)] = idea
        for story in d.benefits:
            if story.benefit.idea.id == idea.id:
                found[(idea.id, story.benefit.track, None)] = story.benefit
        for risk in d.risks:
            if risk.risk.idea.id == idea.id and risk.risk.id is not None and risk.named:
                found[(idea.id, None, risk.risk.id)] = risk.risk
    return found


def moment_of(d: Debrief, origin: Origin) -> Moment | None:
    """The key moment that an item came from; ``None`` where it does not say which, or of none.

    Of an entry alone it is the moment that is shown there, if that is one, else the most telling.
    Of a bookmark that was set in the game it is that one. What was marked afterwards is none: an
    item that came from the step before it was does not come from the mark.
    """
    entry, named = origin
    if named is not None:
        return next((m for m in (*d.moments, *d.marked) if talked_moment(m) == named), None)
    if shown := tuple(m for m in d.highlights() if m.entry == entry):
        return shown[0] if len(shown) == 1 else None
    own = [m for m in d.marked if m.entry == recorded_in(m) == entry]
    here = [*own, *(m for m in d.moments if m.entry == entry)]
    return max(here, key=lambda moment: moment.weight) if here else None


def origin_of(item: ActionItem | ItemDraft) -> Origin:
    """Where an item came from."""
    return item.of, item.moment


def origin_at(moment: Moment) -> Origin:
    """Where an item comes from that is written down at a key moment."""
    return moment.entry, talked_moment(moment)
