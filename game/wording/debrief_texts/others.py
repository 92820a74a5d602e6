"""Texts of what other groups did with the same case: counts, and nobody named."""

from __future__ import annotations

from collections.abc import Mapping

from game.debrief.others import Elsewhere, What
from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.i18n import mark
from game.wording.debrief_texts.formatter import DebriefFormatter

# Not every group comes to everything: each sentence says of which groups it counts.
_TEXTS: Mapping[What, str] = {
    "tried_first": mark("{count} of {groups} other groups that tried anything tried {idea} first."),
    "implemented_first": mark(
        "{count} of {groups} other groups that implemented anything implemented {idea} first."
    ),
    "tried_before": mark(
        "{count} of {groups} other groups that implemented {idea} had tried it before."
    ),
    "risk_named": mark("{count} of {groups} other groups that implemented {idea} named {risk}."),
    "downside_named": mark(
        "{count} of {groups} other groups that implemented {idea} named a downside on {track}."
    ),
    "owned": mark(
        "{count} of {groups} other groups that implemented {idea} and claimed it on {track} gave "
        "it an owner there."
    ),
    "won": mark("{count} of {groups} other groups reached the goal on all four tracks."),
}


def elsewhere_text(fmt: DebriefFormatter, found: Elsewhere) -> str:
    """How many other groups did it, in one sentence."""
    return fmt.t(
        _TEXTS[found.what],
        count=fmt.t.number(found.count),
        groups=fmt.t.number(found.groups),
        idea=_idea(fmt, found),
        risk=fmt.risk(found.subject) if isinstance(found.subject, RiskRef) else "",
        track=fmt.track(found.subject.track) if isinstance(found.subject, BenefitRef) else "",
    )


def _idea(fmt: DebriefFormatter, found: Elsewhere) -> str:
    if found.subject is None:
        return ""
    subject = found.subject
    idea = subject if isinstance(subject, IdeaRef) else subject.idea
    return fmt.t("“{name}”", name=fmt.idea_name(idea))  # its letter is another one elsewhere
