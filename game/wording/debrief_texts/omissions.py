"""Texts of moments about what was not done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from game.debrief import moments as mo
from game.debrief.references import IdeaRef
from game.i18n import mark
from game.wording import terms
from game.wording.case_names import AMONG_OTHERS
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription

MOST_NAMED: Final = 3
_MISSING: Mapping[mo.Missing, tuple[str, str]] = {
    "trial": (mark("a trial"), mark("no trial was set up")),
    "owner": (mark("an owner"), mark("no benefit got an owner")),
    "risk": (mark("a named risk"), mark("nobody named a risk")),
}
"""What a phase was without: in the title, and in the sentence."""


def phase_without(fmt: DebriefFormatter, m: mo.PhaseWithout) -> MomentDescription:
    """A phase in which something was not done at all."""
    phase = terms.phase(fmt.t, m.phase)
    titles, sentences = zip(*(_MISSING[what] for what in m.missing), strict=True)
    missing = fmt.t.listed([fmt.t(text) for text in titles], without=True)
    return MomentDescription(
        fmt.t("A phase without {missing}", missing=missing),
        fmt.t(
            "{phase}: {what}.", phase=phase, what=fmt.t.listed([fmt.t(text) for text in sentences])
        ),
        fmt.t(
            "What took the time in {phase} instead, and what would you do first today?", phase=phase
        ),
    )


def rallied_instead(fmt: DebriefFormatter, m: mo.RalliedInstead) -> MomentDescription:
    """Rounds in which most actions gathered strength."""
    return MomentDescription(
        fmt.t("Most actions gathered strength"),
        fmt.t.plural(
            "In round {rounds}, {rallies} of {actions} actions went to gathering strength.",
            "In rounds {rounds}, {rallies} of {actions} actions went to gathering strength.",
            len(m.rounds),
            rounds=fmt.rounds(m.rounds),
            rallies=m.rallies,
            actions=m.actions,
        ),
        fmt.t("What did you gather strength for, and what could have been done with less?"),
    )


def stalled(fmt: DebriefFormatter, m: mo.Stalled) -> MomentDescription:
    """Rounds in which nothing was done."""
    return MomentDescription(
        fmt.t("A standstill"),
        fmt.t(
            "In rounds {rounds} nothing was put on the table and nothing on it was worked on. "
            "Not implemented: {ideas}.",
            rounds=fmt.rounds(m.rounds),
            ideas=_waiting(fmt, m.ideas),
        ),
        fmt.t("What happened at the table in those rounds?"),
    )


def _waiting(fmt: DebriefFormatter, ideas: Sequence[IdeaRef]) -> str:
    """The ideas by name, the longest shortened where there are many."""
    if len(ideas) <= MOST_NAMED:
        return fmt.ideas(ideas)
    return fmt.t.listed([fmt.names.called(idea, AMONG_OTHERS) for idea in ideas])
