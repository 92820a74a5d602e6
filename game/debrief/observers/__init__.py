"""Observers: functions that each find one kind of key moment in a game.

An observer takes the :class:`~game.debrief.history.GameHistory` and yields the moments it finds, in
any order; each moment has the entries it rests on. To add one: a record in
:mod:`game.debrief.moments`, a function here, its text in :mod:`game.wording.debrief_texts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.debrief.highlights import chronological, merged
from game.debrief.history import GameHistory
from game.debrief.moments import Moment
from game.debrief.observers import (
    estimates,
    group,
    ideas,
    knowing,
    omissions,
    people,
    record,
    risks,
)

Observer = Callable[[GameHistory], Iterator[Moment]]

OBSERVERS: tuple[Observer, ...] = (
    estimates.largest_change,
    estimates.widest_spread,
    estimates.claim_faced,
    estimates.harvested_nothing,
    estimates.harvest_without_owner,
    estimates.word_kept,
    risks.unnamed_struck,
    risks.named_struck,
    risks.false_alarms,
    risks.prevented,
    ideas.untried_stumbled,
    ideas.trial_changed_minds,
    ideas.track_harmed,
    ideas.harm_foreseen,
    knowing.harm_known,
    knowing.claim_against_known,
    people.owner_late,
    people.owner_gone,
    people.turns_without_move,
    omissions.phases_without,
    omissions.rallied_instead,
    omissions.stalled,
    group.trust_lost,
    group.trust_slid,
    group.paused,
    group.verdict_decided,
    record.undone,
    record.corrected,
)
MARKED: tuple[Observer, ...] = (record.bookmarked, record.noted)
"""What finds the moments that the group marked itself: they stand beside those of the game."""


def key_moments(history: GameHistory) -> tuple[Moment, ...]:
    """The moments that all observers find, each told once, in chronological order."""
    return merged(found for observe in OBSERVERS for found in observe(history))


def marked_moments(history: GameHistory) -> tuple[Moment, ...]:
    """The moments that the group marked by a bookmark or a note, in chronological order."""
    return chronological(found for observe in MARKED for found in observe(history))
