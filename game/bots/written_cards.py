"""The cards that a group could write now, where its case has no deck of them.

People write free texts, so the rules cannot list all cards that may be written. A bot does not need
the texts: here every card is named after its letter, and the other choices (track, kind, estimate,
severity, likelihood) are a finite list. Everything on it is allowed; a test compares
it with :func:`game.engine.check`.
"""

from __future__ import annotations

from game.engine import KINDS, TRACKS, Action, Idea, State
from game.engine import actions as act
from game.engine.limits import ESTIMATES, LIKELIHOODS, SEVERITIES
from game.engine.state import letter


def writing_actions(s: State) -> list[Action]:
    """All cards that the seat in turn could write, of the kinds that the case does not deal."""
    if s.step != "turn" or (s.poker is not None and not s.poker.open):
        return []
    setup = s.setup
    return [
        *([] if setup.ideas else _ideas(s)),
        *([] if setup.benefits else _benefits(s)),
        *([] if setup.risks else _risks(s)),
    ]


def idea_name(s: State) -> str:
    """The name of the next idea, after the letter it will get."""
    return f"Idea {letter(s.placed)}"


def benefit_name(idea: Idea, index: int) -> str:
    """The name of an idea's benefit on the track with this index."""
    return f"Benefit {idea.letter}{index + 1}"


def risk_name(idea: Idea) -> str:
    """The name of the next risk of an idea."""
    return f"Risk {idea.letter}{len(idea.risks) + 1}"


def _ideas(s: State) -> list[Action]:
    if s.open_ideas() >= s.setup.rules.open_ideas:
        return []
    name = idea_name(s)
    return [
        act.WriteIdea(s.turn, name, track, kind, n)
        for track in TRACKS
        for kind in KINDS
        for n in ESTIMATES
    ]


def _benefits(s: State) -> list[Action]:
    return [
        act.WriteBenefit(s.turn, benefit_name(idea, i), track, idea.id, n)
        for idea in s.ideas
        if not idea.locked
        for i, track in enumerate(TRACKS)
        if idea.benefits[i] is None
        for n in ESTIMATES
    ]


def _risks(s: State) -> list[Action]:
    return [
        act.WriteRisk(s.turn, risk_name(idea), track, idea.id, severity, likelihood)
        for idea in s.ideas
        if idea.status != "realised"
        for track in TRACKS
        for severity in SEVERITIES
        for likelihood in LIKELIHOODS
    ]
