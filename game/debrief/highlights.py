"""Which key moments are shown: what two observers tell is told once, and the rarest comes first.

Every observer finds what is there to find, so that nothing is missing from the timeline. What is
worth its time in the room is decided here: a moment is worth its weight times how rare it is that a
game has one of its kind as strong (:mod:`game.debrief.rarity`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from game.debrief.moments import About, Bookmarked, HarmKnown, Moment, TrustLost
from game.debrief.rarity import rarity
from game.debrief.references import BenefitRef, IdeaRef, RiskRef

MOST_SHOWN = 9
"""The number of moments that a debrief has time for."""
LEAST = 0.5
"""The least worth of a moment that is shown: what nearly every game has is no key moment."""
OF_A_KIND, OF_A_DECISION = 0.5, 0.75
"""What is left of the worth of a moment for each one shown of its kind, or of its decision."""


def worth(moment: Moment) -> float:
    """What a moment is worth in the room: its weight, times how rare one so strong is."""
    return moment.weight * rarity(moment)


def select_highlights(
    moments: Iterable[Moment], most: int = MOST_SHOWN, kept: Iterable[Moment] = ()
) -> tuple[Moment, ...]:
    """The moments most worth discussing, in chronological order; those to be ``kept`` among them.

    They are chosen one by one. Each further moment of a kind is worth half as much as the one
    before, so that a game with nine false alarms is not debriefed on false alarms alone, and each
    further one of a decision three quarters, so that a single reality check does not fill the list.
    """
    shown = list(kept)
    left = sorted((m for m in moments if m not in shown), key=lambda m: m.entry)
    while left and len(shown) < most:
        best = max(left, key=lambda m: _worth_beside(m, shown))
        if _worth_beside(best, shown) < LEAST:
            break
        left.remove(best)
        shown.append(best)
    return chronological(shown)


def _worth_beside(m: Moment, shown: list[Moment]) -> float:
    """What a moment is worth besides those that are shown already."""
    of_kind = sum(other.kind == m.kind for other in shown)
    of_decision = sum(other.entry == m.entry for other in shown)
    return worth(m) * OF_A_KIND**of_kind * OF_A_DECISION**of_decision


def is_wanted(m: Moment) -> bool:
    """Whether somebody bookmarked a moment and said why: they want to talk about it."""
    return isinstance(m.about, Bookmarked) and bool(m.about.note.strip())


def chronological(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Moments in chronological order."""
    return tuple(sorted(moments, key=lambda m: m.entry))


# ------------------------------------------------------------------ told once
Subject = tuple[str, str]
"""An idea, and what of it: a track or a risk."""


def merged(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """The moments without those that tell what a weightier one tells already.

    Two tell the same when they are about the same benefit, downside or risk, and one rests on the
    decision that the other is about. A fall of trust is told already when each idea that it is
    about is told of in the same decision. That a harm was known is told before what it came to.
    """
    kept: list[Moment] = []
    for m in sorted(moments, key=_tells_most):
        if not any(_tell_the_same(m, other) for other in kept) and not _is_explained(m, kept):
            kept.append(m)
    return chronological(kept)


def _tells_most(m: Moment) -> tuple[bool, bool, float, int]:
    """The order in which moments are kept: the first tell what the later need not tell again."""
    return isinstance(m.about, TrustLost), not isinstance(m.about, HarmKnown), -m.weight, m.entry


def _tell_the_same(a: Moment, b: Moment) -> bool:
    subjects = set(subjects_of(a.about)) & set(subjects_of(b.about))
    return bool(subjects) and (a.entry in _entries(b) or b.entry in _entries(a))


def _is_explained(m: Moment, others: Iterable[Moment]) -> bool:
    """Whether each idea that a fall of trust is about is told of there already."""
    if not isinstance(m.about, TrustLost):
        return False
    here = [other for other in others if other.entry == m.entry]
    told = {idea for other in here for idea, _ in subjects_of(other.about)}
    return all(idea is not None and idea.id in told for _, idea in m.about.reasons)


def _entries(m: Moment) -> set[int]:
    return {position.entry for position in m.evidence.entries}


def subjects_of(about: About) -> Iterator[Subject]:
    """What a moment is about, found in the references of its record; all of an idea is its own."""
    values = [getattr(about, field.name) for field in fields(about)]
    tracks = [value for field in ("track", "harmed") if (value := getattr(about, field, None))]
    for value in values:
        if isinstance(value, BenefitRef):
            yield value.idea.id, value.track
        elif isinstance(value, RiskRef):
            yield value.idea.id, f"risk {value.id or ''}".strip()
        elif isinstance(value, IdeaRef):
            yield from ((value.id, track) for track in tracks or [type(about).__name__])
        elif isinstance(value, tuple):
            yield from (
                (part[0].idea.id, part[0].track)
                for part in value
                if isinstance(part, tuple) and part and isinstance(part[0], BenefitRef)
            )
