"""Observers: functions that each find one kind of key moment in a game.

An observer takes the :class:`~game.debrief.history.GameHistory` and yields the moments it finds, in
any order. To add one: a record in :mod:`game.debrief.moments`, a function here, its text in
:mod:`game.wording.debrief_texts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.debrief.history import GameHistory
from game.debrief.moments import Moment, chronological
from game.debrief.observers import estimates, group, ideas, people, record, risks

Observer = Callable[[GameHistory], Iterator[Moment]]

OBSERVERS: tuple[Observer, ...] = (
    estimates.largest_change,
    estimates.widest_spread,
    estimates.claim_faced,
    estimates.harvested_nothing,
    estimates.harvest_without_owner,
    estimates.word_kept,
    risks.first_and_last,
    risks.unnamed_struck,
    risks.false_alarms,
    risks.prevented,
    ideas.untried_stumbled,
    ideas.trial_changed_minds,
    ideas.track_harmed,
    ideas.harm_foreseen,
    people.owner_late,
    people.owner_gone,
    people.silent_seats,
    group.trust_lost,
    group.paused,
    group.verdict_decided,
    record.undone,
    record.corrected,
    record.bookmarked,
    record.noted,
)


def key_moments(history: GameHistory) -> tuple[Moment, ...]:
    """The moments that all observers find, in chronological order."""
    return chronological(found for observe in OBSERVERS for found in observe(history))
