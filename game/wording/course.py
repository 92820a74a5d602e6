"""The course of a game in a sentence: its rounds, and the phases that they belong to."""

from __future__ import annotations

from game.engine import Rules
from game.engine.setup import PHASES
from game.i18n import Words
from game.wording import terms


def course(t: Words, rules: Rules) -> str:
    """How many rounds there are, in which phases: ``3 rounds, one in each phase: …``."""
    n = sum(rules.rounds)
    phases = [terms.phase(t, phase) for phase in PHASES[: len(rules.rounds)]]
    if set(rules.rounds) == {1}:
        return t.plural(
            "{n} round, one in each phase: {phases}",
            "{n} rounds, one in each phase: {phases}",
            n,
            phases=t.listed(phases),
        )
    told = [
        t("{phase} ({rounds})", phase=phase, rounds=rounds)
        for phase, rounds in zip(phases, rules.rounds, strict=True)
    ]
    return t.plural(
        "{n} round in these phases: {phases}",
        "{n} rounds in these phases: {phases}",
        n,
        phases=t.listed(told),
    )
