"""A short fingerprint of a state, the same on every machine and Python version."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter

from game.engine.state import Benefit, Idea, Poker, Risk, State


def digest(s: State) -> str:
    """Sixteen hex digits over all that changes in a game, what is hidden too.

    The case, the seats and the truth stand still and are in the first event. ``ascii`` and not
    ``repr``: which letters ``repr`` escapes changes with Python's Unicode tables.
    """
    texts = [
        ascii(s.seed),
        *map(_cards, _dealt(s)),
        *map(ascii, _rest(s)),
        *map(_idea_text, s.ideas),
        ascii(_poker(s.poker)),
    ]
    return blake2b(f"[{', '.join(texts)}]".encode(), digest_size=8).hexdigest()


_APART = ("setup", "seats", "truth", "ideas", "poker")
_NAMES = tuple(name for name in State.__dataclass_fields__ if name not in _APART)
_DEALT = tuple(name for name in _NAMES if name.endswith(("_deck", "_hands")))
_dealt = attrgetter(*_DEALT)
_rest = attrgetter(*(name for name in _NAMES if name not in ("seed", *_DEALT)))


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
    )


def _benefit(b: Benefit | None) -> tuple[object, ...] | None:
    if b is None:
        return None
    m = b.measure
    measure = None if m is None else (m.indicator, m.unit, m.baseline, m.target, m.months)
    return (b.estimate, b.seat, b.card, b.name, b.owner, measure, b.harvested, b.followed)


def _risk(r: Risk) -> tuple[object, ...]:
    return (r.id, r.track, r.severity, r.likelihood, r.seat, r.name, r.mitigations, r.outcome)


def _poker(p: Poker | None) -> tuple[object, ...] | None:
    return None if p is None else (p.idea, p.track, p.given)
