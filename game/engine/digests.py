"""A short fingerprint of a state, the same on every machine and Python version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Final

from game.engine.foresight import Guess
from game.engine.setup import RiskCard
from game.engine.state import Benefit, Idea, PerTrack, Poker, Risk, State

LATER_PARTS: Final[Mapping[type, tuple[str, ...]]] = {
    State: ("edition", "adjusting", "tested", "away", "gone", "shares", "seatings"),
    Idea: ("trial",),
    Benefit: ("bearer", "amends", "post", "low", "high", "guess"),
    Risk: (),
}
"""The parts that version 1 of the rules did not have.

They are in a fingerprint only where they are not their default, so that every game that was saved
keeps the fingerprints it was saved with. Names are only added, at the end.
"""


def digest(s: State) -> str:
    """Sixteen hex digits over all that changes in a game, what is hidden too.

    The case, the truth of its cards and, until somebody comes, the seats stand still and are in the
    first event. ``ascii``
    and not ``repr``: which letters ``repr`` escapes changes with Python's Unicode tables.
    """
    texts = [
        ascii(s.seed),
        *map(_cards, _dealt(s)),
        ascii(_rest(s))[1:-1],  # as a tuple spells its parts, all at once
        *map(_idea_text, s.ideas),
        ascii(_poker(s.poker)),
        *map(ascii, _later(s)),
        *map(_guess, s.guesses),
        *[_drawn_of(s, idea) for idea in s.ideas if idea.written and idea.id in s.truth],
        *([ascii(_plain(s.seats))] if s.seatings else []),
    ]
    return blake2b(f"[{', '.join(texts)}]".encode(), digest_size=8).hexdigest()


TOLD_ONLY: Final = ("cuts", "guessed")
"""What only says how a game is told. It follows from the events, and games that were saved before
there was such a part have it too: so it is in no fingerprint."""

_SPELT_APART = ("ideas", "poker", "guesses", *LATER_PARTS[State])
_APART = ("setup", "seats", "truth", "own_risks", *TOLD_ONLY, *_SPELT_APART)
_NAMES = tuple(f.name for f in fields(State) if f.compare and f.name not in _APART)
_DEALT = tuple(name for name in _NAMES if name.endswith(("_deck", "_hands")))
_dealt = attrgetter(*_DEALT)
_rest = attrgetter(*(name for name in _NAMES if name not in ("seed", *_DEALT)))


def _default(part: Field[Any]) -> object:
    return part.default if part.default_factory is MISSING else part.default_factory()


def _defaults(cls: Any, names: tuple[str, ...]) -> tuple[object, ...]:
    found = {f.name: _default(f) for f in fields(cls)}
    return tuple([found[name] for name in names])


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[object, ...]]:
    """What gives the parts with these names; many of them at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda part: tuple([getattr(part, name) for name in names])


_LATER: Final = {
    cls: (names, _getter(names), _defaults(cls, names)) for cls, names in LATER_PARTS.items()
}


def _later(part: State | Idea | Benefit | Risk) -> tuple[tuple[str, object], ...]:
    """Names and values of the later parts that are not their default."""
    names, values_of, defaults = _LATER[part.settled_class]
    values = values_of(part)
    if values == defaults:
        return ()
    later = zip(names, values, defaults, strict=True)
    return tuple([(name, _plain(value)) for name, value, default in later if value != default])


def _drawn_of(s: State, idea: Idea) -> str:
    """What is true of an idea in the group's own words, which version 2 draws when it is placed."""
    return _drawn(idea.id, s.truth[idea.id], tuple([s.own_risks[id] for id in idea.card.risks]))


@lru_cache(1 << 12)
def _drawn(id: str, effects: PerTrack, risks: tuple[RiskCard, ...]) -> str:
    """It stays as it is."""
    said = [(r.id, r.track, r.severity, r.likelihood) for r in risks]
    return ascii((id, effects, *said))


@lru_cache(1 << 12)
def _guess(g: Guess) -> str:
    """Guesses stay as they are once they have been answered; when they were made is told only."""
    return ascii((g.round, g.idea, g.track, g.estimate, g.effect, g.low, g.high))


def _plain(value: Any) -> object:
    """A value as numbers, texts and tuples: how a record is printed is not for ever."""
    if value is None or type(value) in (int, str):  # nearly all are
        return value
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Mapping):
        return tuple((key, _plain(item)) for key, item in value.items())
    if is_dataclass(value):
        return tuple(_plain(getattr(value, f.name)) for f in fields(value))
    return value


@lru_cache(1 << 12)
def _cards(cards: tuple[str, ...] | tuple[tuple[str, ...], ...]) -> str:
    """Hands and decks stay as they are for many decisions, and are long to spell."""
    return ascii(cards)


def _idea_text(idea: Idea) -> str:
    text: str | None = idea.memo.get(_idea_text)
    if text is None:
        text = idea.memo[_idea_text] = ascii(_idea(idea))
    return text


def _idea(idea: Idea) -> tuple[object, ...]:
    return (
        idea.id,
        idea.letter,
        idea.seat,
        idea.cost,
        idea.maturity,
        idea.status,
        idea.was_proven,
        idea.stumbled,
        idea.scaled,
        idea.due,
        idea.order,
        idea.opened,
        idea.name,
        idea.text,
        *[_benefit(b) for b in idea.benefits],
        *[_risk(r) for r in idea.risks],
        *_later(idea),
    )


def _benefit(b: Benefit | None) -> tuple[object, ...] | None:
    if b is None:
        return None
    m = b.measure
    measure = None if m is None else (m.indicator, m.unit, m.baseline, m.target, m.months)
    base = (b.estimate, b.seat, b.card, b.name, b.owner, measure, b.harvested, b.followed)
    return (*base, *_later(b))


def _risk(r: Risk) -> tuple[object, ...]:
    base = (r.id, r.track, r.severity, r.likelihood, r.seat, r.name, r.mitigations, r.outcome)
    return (*base, *_later(r))


def _poker(p: Poker | None) -> tuple[object, ...] | None:
    if p is None:
        return None
    silent = (p.unsure, p.absent) if p.unsure or p.absent else ()
    return (p.idea, p.track, p.given, *silent)
