"""How sure a benefit is, 1 to 5, from evidence: what was measured, else a trial; who owns it; how
far the estimates agree.

What dice gave is no evidence: in an own project a trial at the table counts as what people decided
to try, whatever the game answered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from game.debrief.progress import RealStatus, progress_share
from game.engine import Idea, Track
from game.i18n import mark
from game.report.filled import roles_called
from game.report.measured import measure
from game.report.register_items import ClaimedBenefit, recorded_numbers
from game.report.source import ReportSource
from game.report.trials import told_since, trials_about
from game.session.annotations import Held

_NEAR, _WIDE = 1, 3
"""The spread of numbers up to which a group agrees, and from which on it does not."""
_LEAST, _MOST = 1, 5
_RANGE: Final = ("target_low", "target_high")

Evidence = tuple[int, str]
"""How much more, or less, sure it is, and the reason."""

_SINCE: Final[dict[Held, Evidence]] = {
    "yes": (2, mark("it held when it was tried")),
    "partly": (1, mark("it held in part when it was tried")),
    "no": (-1, mark("it did not hold when it was tried")),
}


_MEASURED: Final[Mapping[RealStatus, Evidence]] = {
    "reached": (3, mark("measured: the target is reached")),
    "nearly": (3, mark("measured: the target is nearly reached")),
    "on_the_way": (2, mark("measured: it is on the way")),
    "not_reached": (0, mark("measured: less than halfway")),
    "harmed": (-3, mark("measured: worse than before")),
}


def confidence_in(
    source: ReportSource, claimed: ClaimedBenefit, measured: RealStatus | None
) -> Evidence:
    """The confidence in a benefit, 1 to 5, and the reasons for it.

    What was ``measured`` takes the place of a trial.
    """
    tried = _MEASURED.get(measured) if measured is not None else None
    seen = (
        _tried(source, claimed.idea, claimed.track)
        if tried is None
        else (tried[0], source.t(tried[1]))
    )
    found = (seen, _agreed(source, claimed), _owned(source, claimed))
    level = _LEAST + sum(more for more, _ in found)
    return max(_LEAST, min(_MOST, level)), ", ".join(reason for _, reason in found)


def _tried(source: ReportSource, idea: Idea, track: Track) -> Evidence:
    t = source.t
    since = told_since(source, idea, track)
    if since is not None and since.held is not None:
        more, reason = _SINCE[since.held]
        return more, t(reason)
    trials = trials_about(source, idea, track)
    if source.case.own_project:
        return (1, t("a trial was agreed on")) if trials else (0, t("not tried"))
    if idea.was_proven:
        return 2, t("proven in a trial")
    if any(trial.proven is False for trial in trials):
        return 1, t("tried, not proven yet")
    return 0, t("not tried")


def _agreed(source: ReportSource, claimed: ClaimedBenefit) -> Evidence:
    """How far apart the last numbers lie: of estimate poker, else the ends of the range."""
    t = source.t
    if claimed.story.polls:
        values = claimed.story.polls[-1].values
        said = mark("the group's estimates: {low} to {high}")
    elif (ends := _range(source, claimed)) is not None:
        values, said = ends, mark("the range given: {low} to {high}")
    elif len(recorded_numbers(claimed)) > 1:
        return 0, t("estimates one at a time, no range")
    else:
        return 0, t("one estimate only")
    low, high = min(values), max(values)
    return _nearness(values), t(said, low=t.number(low), high=t.number(high))


def _range(source: ReportSource, claimed: ClaimedBenefit) -> tuple[int, int] | None:
    """The ends of the range in points: as its targets were filled in since, else as in play."""
    b, m = claimed.benefit, measure(source, claimed)
    filled = source.filled_benefit(claimed.idea.id, claimed.track)
    ends = [entry.content for end, entry in filled.items() if end in _RANGE and entry.content]
    if len(ends) < len(_RANGE):
        return None if b.low is None or b.high is None else (b.low, b.high)
    low, high = (progress_share(m.baseline, m.target, float(end)) for end in ends)
    if low is None or high is None:
        return None
    return round(low * b.estimate), round(high * b.estimate)


def _nearness(values: Sequence[int]) -> int:
    spread = max(values) - min(values)
    return 1 if spread <= _NEAR else -1 if spread >= _WIDE else 0


def _owned(source: ReportSource, claimed: ClaimedBenefit) -> Evidence:
    """Whether who answers for it, by the register as it is by now, is at home where it shows."""
    t, filled = source.t, source.filled_benefit(claimed.idea.id, claimed.track)
    seat = -1 if claimed.benefit.owner is None else claimed.benefit.owner
    role, name = filled.get("owner_role"), filled.get("owner_name")
    called = source.people.role(seat) if role is None else role.content
    if not called and not (source.people.name(seat) if name is None else name.content):
        return 0, t("nobody owns it")
    if role is None and 0 <= seat < len(source.state.seats):
        roles = list(source.state.roles_of(seat))
    else:
        roles = roles_called(source.case, called)
    if not roles:
        return 0, t("it has an owner")
    track = source.track(claimed.track)
    if any(claimed.track in role.home for role in roles):
        return 1, t("its owner is at home on {track}", track=track)
    return 0, t("its owner is not at home on {track}", track=track)
