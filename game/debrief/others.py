"""What other groups did with the same case: counted over the games in a folder, nobody named.

Only what lies on cards of the case is compared, since only that is the same in all games. A file
that cannot be read is passed over, and no more than a few dozen are read at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Literal

from game.debrief.assembly import Debrief
from game.debrief.moments import (
    About,
    HarmKnown,
    HarvestWithoutOwner,
    Moment,
    TrackHarmed,
    UnnamedRiskStruck,
    UntriedStumbled,
)
from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.engine import Event, Track
from game.engine import events as ev
from game.engine.agency import WON
from game.engine.events import Verdict
from game.frozen import frozen
from game.session import Header, Log, SessionError, read, session_summaries

MOST_READ: Final = 40
"""The most games that are read, the latest first."""
MOST_LOOKED_AT: Final = 400
"""The most files of a folder whose first lines are read."""
LARGEST: Final = 8_000_000
"""Bytes; no game that was played at a table comes near it."""
FEWEST: Final = 3
"""Of fewer groups nothing is told: it would be about somebody."""


@frozen
class GroupFacts:
    """What one group did, in the order in which it did it; cards by their ids, nobody by name."""

    tried: tuple[str, ...]
    implemented: tuple[str, ...]
    tried_before: frozenset[str]
    """The ideas that were tried before they were implemented."""
    downsides: frozenset[tuple[str, Track]]
    risks: frozenset[tuple[str, str]]
    claimed: frozenset[tuple[str, Track]]
    owned: frozenset[tuple[str, Track]]
    verdict: Verdict | None


def facts_of(log: Log) -> GroupFacts:
    """What the group of a session did, from its events alone."""
    return _facts_of([event for decision in log.history for event in decision.events])


def _facts_of(events: list[Event]) -> GroupFacts:
    tried = _ideas(events, ev.TrialSetUp, ev.TrialThrown)
    implemented = _ideas(events, ev.IdeaImplemented)
    return GroupFacts(
        tried=tried,
        implemented=implemented,
        tried_before=frozenset(_tried_before(events)),
        downsides=frozenset((e.idea, e.track) for e in events if isinstance(e, ev.DownsideNamed)),
        risks=frozenset((e.idea, e.risk) for e in events if isinstance(e, ev.RiskNamed)),
        claimed=frozenset((e.idea, e.track) for e in events if isinstance(e, ev.BenefitClaimed)),
        owned=frozenset((e.idea, e.track) for e in events if isinstance(e, ev.BenefitAnchored)),
        verdict=next((e.verdict for e in events if isinstance(e, ev.Ended)), None),
    )


_AboutIdea = ev.TrialSetUp | ev.TrialThrown | ev.IdeaImplemented


def _ideas(events: list[Event], *kinds: type[_AboutIdea]) -> tuple[str, ...]:
    """The ideas with an event of these kinds, each once, in order."""
    return tuple(dict.fromkeys(e.idea for e in events if isinstance(e, kinds)))


def _tried_before(events: list[Event]) -> Iterator[str]:
    tried: set[str] = set()
    for e in events:
        if isinstance(e, ev.TrialSetUp | ev.TrialThrown):
            tried.add(e.idea)
        elif isinstance(e, ev.IdeaImplemented) and e.idea in tried:
            yield e.idea


# ------------------------------------------------------------------ finding them
def other_groups(folder: Path, mine: Log) -> tuple[GroupFacts, ...]:
    """What the groups of the other games of this case in a folder did, the latest first.

    Games that went on from another one are left out, and so are copies: they are no other group.
    """
    found: list[GroupFacts] = []
    for log in _others(folder, mine):
        found.append(facts_of(log))
        if len(found) == MOST_READ:
            break
    return tuple(found)


def _others(folder: Path, mine: Log) -> Iterator[Log]:
    """The whole games of other groups, one at a time."""
    seen = {_group(mine.header)}
    summaries = session_summaries(folder)
    for _, summary in zip(range(MOST_LOOKED_AT), summaries, strict=False):
        header = summary.header
        its_own = header.origin is None or summary.repaired
        played = summary.over and its_own and _is_same_case(header, mine.header)
        if not played or _group(header) in seen:
            continue
        log = _read(summary.path)
        if log is not None:
            seen.add(_group(header))
            yield log


def _group(header: Header) -> tuple[int, str]:
    """What a game has in common with its copies and its branches, and with no other game."""
    return header.seed, header.created


def _is_same_case(a: Header, b: Header) -> bool:
    return a.scenario_hash == b.scenario_hash


def _read(path: Path) -> Log | None:
    """A game, if it can be read and is whole."""
    with suppress(OSError, SessionError):
        if path.stat().st_size <= LARGEST:
            log = read(path)
            return log if log.intact else None
    return None


# ------------------------------------------------------------------ comparing
What = Literal[
    "tried_first",
    "implemented_first",
    "tried_before",
    "risk_named",
    "downside_named",
    "owned",
    "won",
]
"""What is counted: of all groups, or of those that implemented the idea."""
Subject = IdeaRef | BenefitRef | RiskRef | None


@frozen
class Elsewhere:
    """Of ``groups`` other groups that came to it, ``count`` did it."""

    what: What
    subject: Subject
    count: int
    groups: int


def elsewhere(d: Debrief, groups: Sequence[GroupFacts]) -> tuple[Elsewhere, ...]:
    """What others did where this game did something that can be compared."""
    cards = {idea.id: idea for idea in d.ideas if idea.name is None}
    mine = _facts_of([event for step in d.steps for event in step.events])
    found = [
        _counted("tried_first", cards, mine.tried, [g.tried for g in groups]),
        _counted("implemented_first", cards, mine.implemented, [g.implemented for g in groups]),
        *(elsewhere_of(m, groups) for m in d.highlights()),
        _enough("won", None, [g.verdict in WON for g in groups]),
    ]
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _counted(
    what: What,
    cards: Mapping[str, IdeaRef],
    mine: Sequence[str],
    theirs: Sequence[Sequence[str]],
) -> Elsewhere | None:
    """How many began with the idea that this group began with."""
    if not mine or mine[0] not in cards:
        return None
    return _enough(what, cards[mine[0]], [ideas[0] == mine[0] for ideas in theirs if ideas])


def _enough(what: What, subject: Subject, answers: Sequence[bool]) -> Elsewhere | None:
    """The count; none of fewer groups than :data:`FEWEST`, which it might tell apart."""
    if len(answers) < FEWEST:
        return None
    return Elsewhere(what, subject, sum(answers), len(answers))


# ------------------------------------------------------------------ beside a moment
def elsewhere_of(m: Moment, groups: Sequence[GroupFacts]) -> Elsewhere | None:
    """What others did where a moment tells of something that they could have done too."""
    ask = _ASKED.get(type(m.about))
    return ask(m.about, groups) if ask is not None else None


def _of_harm(about: TrackHarmed | HarmKnown, groups: Sequence[GroupFacts]) -> Elsewhere | None:
    track = about.harmed if isinstance(about, TrackHarmed) else about.track
    key = (about.idea.id, track)
    subject = BenefitRef(about.idea, track, downside=True)
    return _of_implementers("downside_named", subject, groups, lambda g: key in g.downsides)


def _of_risk(about: UnnamedRiskStruck, groups: Sequence[GroupFacts]) -> Elsewhere | None:
    key = (about.risk.idea.id, about.risk.id or "")
    return _of_implementers("risk_named", about.risk, groups, lambda g: key in g.risks)


def _of_stumble(about: UntriedStumbled, groups: Sequence[GroupFacts]) -> Elsewhere | None:
    return _of_implementers(
        "tried_before", about.idea, groups, lambda g: about.idea.id in g.tried_before
    )


def _of_owner(about: HarvestWithoutOwner, groups: Sequence[GroupFacts]) -> Elsewhere | None:
    key = about.benefit.key
    claimers = [g for g in groups if key in g.claimed]
    return _of_implementers("owned", about.benefit, claimers, lambda g: key in g.owned)


def _of_implementers(
    what: What,
    subject: IdeaRef | BenefitRef | RiskRef,
    groups: Sequence[GroupFacts],
    did: Callable[[GroupFacts], bool],
) -> Elsewhere | None:
    """Of the groups that implemented an idea on a card, how many did something."""
    idea = subject if isinstance(subject, IdeaRef) else subject.idea
    if idea.name is not None:
        return None
    return _enough(what, subject, [did(g) for g in groups if idea.id in g.implemented])


_ASKED: Final[Mapping[type[About], Callable[[Any, Sequence[GroupFacts]], Elsewhere | None]]] = {
    TrackHarmed: _of_harm,
    HarmKnown: _of_harm,
    UnnamedRiskStruck: _of_risk,
    UntriedStumbled: _of_stumble,
    HarvestWithoutOwner: _of_owner,
}
