"""What had spoken of an effect or a risk before it came: proof that nothing had, or what did.

A sentence that says *nobody* or *nothing* asks here and nowhere else. Looked at is every way in
which the table can speak: arrows on a card's face, effects that came to light, downsides, risks,
estimates, ranges and estimate poker, and whatever was written meanwhile. A written text is never
understood: where one was written nothing is proved. What was undone had been seen and said, so it
is looked at as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, get_args

from game.debrief.history import GameHistory, Position
from game.engine import Event, Track
from game.engine import events as ev
from game.engine.setup import INDEX
from game.frozen import frozen
from game.session import Bookmark, Decision, Note, Record, Undo

Way = Literal["opened", "downside", "arrow", "seen", "risk", "found", "estimate", "text"]
"""How something was spoken of: its truth was open, it was named as a downside, the card's arrow
showed it; its truth or the arrow had been seen and was undone; a risk was named there, or came to
light without anybody's naming it; somebody's number had that sign, or something was written."""
WAYS: tuple[Way, ...] = get_args(Way)
"""The ways, those first that say most plainly what was to come."""


@frozen
class Mention:
    """Something that had spoken of it, and where."""

    way: Way
    position: Position


@frozen
class _Subject:
    """What is looked for: an effect of an idea on a track, of this sign, or a risk of it there."""

    history: GameHistory
    idea: str
    track: Track
    sign: int
    risk: str | None = None

    def fits(self, points: int) -> bool:
        """Whether points have the sign that is looked for."""
        return points * self.sign > 0


def effect_mentions(
    history: GameHistory, idea: str, track: Track, sign: int, before: int
) -> tuple[Mention, ...]:
    """What had spoken of an effect of this sign before an entry; nothing at all is a proof."""
    subject = _Subject(history, idea, track, sign)
    return tuple(_mentions(subject, before, _EFFECT))


def risk_mentions(
    history: GameHistory, idea: str, risk: str | None, track: Track, before: int
) -> tuple[Mention, ...]:
    """What had named a risk of an idea before an entry; nothing at all is a proof."""
    subject = _Subject(history, idea, track, -1, risk)
    return tuple(_mentions(subject, before, _RISK))


def plainest(mentions: tuple[Mention, ...]) -> Mention | None:
    """The mention that said most plainly what was to come, the first of its way."""
    return min(mentions, key=lambda m: (WAYS.index(m.way), m.position.entry), default=None)


Look = Callable[[_Subject, Any], Way | None]


def _mentions(
    subject: _Subject, before: int, looks: Mapping[type[Event], Look]
) -> Iterator[Mention]:
    """The mentions in all entries before an entry."""
    history = subject.history
    for record in history.records:
        if record.n >= before:
            return
        for way in _ways(subject, record, looks):
            undone = way in ("opened", "arrow") and not history.stands(record.n)
            yield Mention("seen" if undone else way, history.at(record.n))


def _ways(subject: _Subject, record: Record, looks: Mapping[type[Event], Look]) -> Iterator[Way]:
    """The ways in which an entry speaks of the subject."""
    if not isinstance(record, Decision):
        if _is_written(record):
            yield "text"
        return
    for event in record.events:
        look = looks.get(type(event))
        way = look(subject, event) if look is not None else None
        if way is not None:
            yield way
        elif _is_text_about(event, subject.idea):
            yield "text"


# ------------------------------------------------------------------ written texts
_FREE_TEXTS = ("text", "note", "measure", "reason")
"""The fields of events in which players write sentences; names name what they stand at."""


def _is_written(record: Record) -> bool:
    """Whether a bookmark, a note or a reason to undo says something."""
    if isinstance(record, Bookmark):
        return bool(record.note.strip())
    if isinstance(record, Note):
        return bool(record.text.strip())
    return isinstance(record, Undo) and bool((record.reason or "").strip())


def _is_text_about(event: Event, idea: str) -> bool:
    """Whether an event about the idea, or about none, carries a written text."""
    if getattr(event, "idea", idea) != idea:
        return False
    texts = (getattr(event, name, "") for name in _FREE_TEXTS)
    return any(isinstance(text, str) and text.strip() for text in texts)


# ------------------------------------------------------------------ effects
def _is_about(s: _Subject, event: Any) -> bool:
    return bool(event.idea == s.idea and event.track == s.track)


def _opened(s: _Subject, e: ev.EffectsOpened) -> Way | None:
    told = (points for idea, track, points in e.effects if (idea, track) == (s.idea, s.track))
    return "opened" if any(s.fits(points) for points in told) else None


def _tested(s: _Subject, e: ev.ClaimTested) -> Way | None:
    return "opened" if _is_about(s, e) and s.fits(e.effect) else None


def _proven(s: _Subject, e: ev.TrialThrown) -> Way | None:
    """In version 1 of the rules what a trial proved was open without another event."""
    effects = s.history.steps[0].after.truth.get(e.idea)
    if not e.proven or e.idea != s.idea or effects is None:
        return None
    return "opened" if s.fits(effects[INDEX[s.track]]) else None


def _placed(s: _Subject, e: ev.IdeaPlaced) -> Way | None:
    card = s.history.setup.by_id.ideas.get(e.idea)
    arrow = card.promise.get(s.track, 0) if card is not None and e.idea == s.idea else 0
    return "arrow" if s.fits(arrow) else None


def _downside(s: _Subject, e: ev.DownsideNamed) -> Way | None:
    return "downside" if _is_about(s, e) and s.sign < 0 else None


def _estimate(s: _Subject, e: ev.BenefitClaimed | ev.EstimateRevised) -> Way | None:
    return "estimate" if _is_about(s, e) and s.fits(e.estimate) else None


def _range(s: _Subject, e: ev.RangeSet) -> Way | None:
    return "estimate" if _is_about(s, e) and (s.fits(e.low) or s.fits(e.high)) else None


def _polled(s: _Subject, e: ev.EstimatesTurned) -> Way | None:
    return "estimate" if _is_about(s, e) and any(s.fits(value) for value in e.numbers) else None


def _risk_there(s: _Subject, e: ev.RiskNamed | ev.RiskTurnedUp) -> Way | None:
    if s.sign > 0 or e.idea != s.idea:
        return None
    return _by_whom(e) if s.history.risk(e.idea, e.risk).track == s.track else None


def _by_whom(e: ev.RiskNamed | ev.RiskTurnedUp) -> Way:
    """Whether somebody named a risk, or nobody did."""
    return "risk" if isinstance(e, ev.RiskNamed) else "found"


def _risk_written(s: _Subject, e: ev.RiskWritten) -> Way | None:
    return "risk" if s.sign < 0 and _is_about(s, e) else None


_EFFECT: Mapping[type[Event], Look] = {
    ev.EffectsOpened: _opened,
    ev.ClaimTested: _tested,
    ev.TrialThrown: _proven,
    ev.IdeaPlaced: _placed,
    ev.DownsideNamed: _downside,
    ev.BenefitClaimed: _estimate,
    ev.EstimateRevised: _estimate,
    ev.RangeSet: _range,
    ev.EstimatesTurned: _polled,
    ev.RiskNamed: _risk_there,
    ev.RiskTurnedUp: _risk_there,
    ev.RiskWritten: _risk_written,
}
"""The events in which an effect is spoken of."""


# ------------------------------------------------------------------ risks
def _this_risk(s: _Subject, e: ev.RiskNamed | ev.RiskTurnedUp) -> Way | None:
    return _by_whom(e) if (e.idea, e.risk) == (s.idea, s.risk) else None


_RISK: Mapping[type[Event], Look] = {
    ev.RiskNamed: _this_risk,
    ev.RiskTurnedUp: _this_risk,
    ev.RiskWritten: _risk_written,
    ev.DownsideNamed: _downside,
}
"""The events in which a risk is named: as itself, or in other words on its track."""
