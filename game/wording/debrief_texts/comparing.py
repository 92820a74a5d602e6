"""Texts of a comparison of two sessions. ``left`` and ``right`` are their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from game.debrief import comparison as co
from game.debrief.history import HistoryStep
from game.debrief.references import IdeaRef
from game.frozen import frozen
from game.i18n import Words, mark
from game.wording.actions import verb
from game.wording.case_names import CaseNames
from game.wording.debrief_texts.formatter import DebriefFormatter
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import summary_line
from game.wording.levels import level_name
from game.wording.outcome import verdict_title

if TYPE_CHECKING:
    from game.content.case import Case

_SHARES: Mapping[co.Share, str] = {
    "benefit_rate": mark("Benefit rate"),
    "citizen_focus": mark("Citizen focus"),
    "ownership": mark("Ownership"),
    "evenness": mark("Evenness of ownership"),
    "realism": mark("Realism"),
}
_COUNTS: Mapping[co.Count, str] = {
    "ideas": mark("Ideas placed"),
    "benefits": mark("Benefits claimed"),
    "owned": mark("Benefits with an owner"),
    "downsides": mark("Downsides named"),
    "risks": mark("Risks known in time"),
    "trials": mark("Trials"),
    "mitigations": mark("Mitigations"),
    "realised": mark("Ideas realised"),
    "strikes": mark("Risks that struck"),
    "trust": mark("Trust"),
    "amends": mark("Downsides made up for"),
    "revisions": mark("Estimates changed"),
    "followed_up": mark("Benefits followed up"),
    "shelved": mark("Ideas shelved"),
    "abilities": mark("Abilities used"),
    "rallies": mark("Times strength was gathered"),
    "patience": mark("Times patience was asked for"),
}


@frozen
class Sides:
    """The formatter, and the names of the two sessions."""

    fmt: DebriefFormatter
    left: str
    right: str

    def higher(self, a: float, b: float) -> str:
        """The side with the larger figure."""
        return self.left if a > b else self.right


def share_name(t: Words, share: co.Share) -> str:
    """The name of a share."""
    return t(_SHARES[share])


def count_name(t: Words, count: co.Count) -> str:
    """The name of what is counted."""
    return t(_COUNTS[count])


def common_text(t: Words, comparison: co.Comparison) -> str:
    """One sentence about what the two have in common."""
    if not comparison.same_case:
        return t("Two sessions of different cases.")
    left, right = (level_name(t, level) for level in comparison.levels)
    if left != right:
        return t("The same case on two levels: “{left}” and “{right}”.", left=left, right=right)
    if comparison.common < 0:
        return t("Two sessions of the same case.")
    parting = [step for step in comparison.parting if step is not None]
    if not parting:
        return t("The two are the same, decision by decision.")
    return t.plural(
        "They share {n} decision and part in round {round}.",
        "They share {n} decisions and part in round {round}.",
        comparison.common,
        round=parting[0].position.round,
    )


def difference_text(t: Words, case: Case, difference: co.Difference, left: str, right: str) -> str:
    """A difference in one or two sentences."""
    sides = Sides(
        DebriefFormatter(CaseNames(t, case)), t("“{name}”", name=left), t("“{name}”", name=right)
    )
    return DIFFERENCE_TEXTS[type(difference)](sides, difference)


# ------------------------------------------------------------------ each kind
def _ways(sides: Sides, d: co.WaysPart) -> str:
    return sides.fmt.t(
        "Where they part, in {left}: {a}. In {right}: {b}.",
        left=sides.left,
        a=_done(sides.fmt, d.a),
        right=sides.right,
        b=_done(sides.fmt, d.b),
    )


def _done(fmt: DebriefFormatter, step: HistoryStep) -> str:
    """A decision in one line, without its last full stop; its states say what seats are called."""
    line = summary_line(EventFormatter(fmt.names, step.after, step.before), step.events)
    done = "" if step.action is None else verb(fmt.t, type(step.action))
    return (line or done).removesuffix(".")


def _not_over(sides: Sides, d: co.NotOver) -> str:
    t = sides.fmt.t
    if d.a and d.b:
        return t("Neither is over yet: what they come to cannot be compared.")
    side = sides.left if d.a else sides.right
    return t("{side} is not over yet: what it comes to cannot be compared.", side=side)


def _endings(sides: Sides, d: co.EndingsDiffer) -> str:
    t = sides.fmt.t
    return t(
        "The result of {left}: {a}. Of {right}: {b}.",
        left=sides.left,
        a=verdict_title(t, d.a, own_project=False),
        right=sides.right,
        b=verdict_title(t, d.b, own_project=False),
    )


def _tracks(sides: Sides, d: co.TracksDiffer) -> str:
    return sides.fmt.t(
        "{track} came higher in {side}: {high} against {low}.",
        track=sides.fmt.track(d.pair.track),
        side=sides.higher(d.pair.a, d.pair.b),
        high=sides.fmt.t.number(max(d.pair.a, d.pair.b)),
        low=sides.fmt.t.number(min(d.pair.a, d.pair.b)),
    )


def _shares(sides: Sides, d: co.SharesDiffer) -> str:
    a, b, t = d.pair.a or 0.0, d.pair.b or 0.0, sides.fmt.t
    return t(
        "{share} was higher in {side}: {high} against {low}.",
        share=share_name(t, d.pair.share),
        side=sides.higher(a, b),
        high=t.percent(max(a, b)),
        low=t.percent(min(a, b)),
    )


def _counts(sides: Sides, d: co.CountsDiffer) -> str:
    t = sides.fmt.t
    return t(
        "{count}: {a} in {left}, {b} in {right}.",
        count=count_name(t, d.pair.count),
        a=d.pair.a,
        left=sides.left,
        b=d.pair.b,
        right=sides.right,
    )


def _ideas(sides: Sides, d: co.IdeasDiffer) -> str:
    return _only(sides, d.only_a, d.only_b, mark("Only {side} implemented {ideas}."))


def _trials(sides: Sides, d: co.TrialsDiffer) -> str:
    return _only(sides, d.only_a, d.only_b, mark("Only {side} tried {ideas} on a small scale."))


def _only(sides: Sides, a: tuple[IdeaRef, ...], b: tuple[IdeaRef, ...], message: str) -> str:
    """The ideas of only one side; without letters, since these differ between sessions."""
    fmt = sides.fmt
    parts = [
        fmt.t(message, side=side, ideas=fmt.t.listed([_quoted(fmt, idea) for idea in ideas]))
        for side, ideas in ((sides.left, a), (sides.right, b))
        if ideas
    ]
    return " ".join(parts)


def _quoted(fmt: DebriefFormatter, idea: IdeaRef) -> str:
    return fmt.t("“{name}”", name=fmt.idea_name(idea))


DIFFERENCE_TEXTS: dict[type[co.Difference], Callable[[Sides, Any], str]] = {
    co.WaysPart: _ways,
    co.NotOver: _not_over,
    co.EndingsDiffer: _endings,
    co.TracksDiffer: _tracks,
    co.SharesDiffer: _shares,
    co.IdeasDiffer: _ideas,
    co.TrialsDiffer: _trials,
    co.CountsDiffer: _counts,
}
