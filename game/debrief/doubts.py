"""What is wrong or unusual about an outcome that somebody tells: asked at every way in.

Whoever takes an outcome from outside (a screen, a command, a spreadsheet) asks :func:`doubts`
first. What cannot be is refused; what is unusual is asked about, and kept only if it is confirmed.
The same is asked of what stands in a session already (:func:`examine`): older programs took
anything. Nothing is changed there, but what cannot be does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date
from typing import Final, Literal

from game.debrief.assembly import Debrief
from game.debrief.follow_up import OutcomeSubject
from game.debrief.progress import progress_share
from game.engine import Track
from game.frozen import frozen
from game.session import Log, Outcome
from game.session.annotating import begun_on

DoubtCode = Literal[
    # ---- cannot be
    "no_idea",
    "no_benefit",
    "before_the_game",
    "not_yet",
    "above_hundred",
    "below_zero",
    # ---- unusual
    "ahead",
    "shelved",
    "never_tried",
    "past_hundred",
    "far_too_much",
    "far_too_little",
    "worse",
    "far_past_target",
]
IMPOSSIBLE: Final[frozenset[DoubtCode]] = frozenset(
    ("no_idea", "no_benefit", "before_the_game", "not_yet", "above_hundred", "below_zero")
)
_WHOLE: Final = 100.0
_MAGNITUDE: Final = 10.0
"""By what factor a value may differ from all that is known of its measure."""
_FAR: Final = 2.0
"""How many times the whole way to the target is far past it."""


@frozen
class Told:
    """An outcome as it is told: of an idea's trial, of a track, or (both) of a benefit."""

    idea: str | None
    track: Track | None
    value: float | None
    day: date

    @property
    def subject(self) -> OutcomeSubject:
        """What it is about."""
        return self.idea, self.track


@frozen
class Scale:
    """The measure that a value is read on; ``share`` if it is of a hundred, ``money`` of kroner."""

    baseline: float | None
    target: float | None
    share: bool = False
    money: bool = False
    downside: bool = False

    @property
    def known(self) -> tuple[float, ...]:
        """The ends that are known."""
        return tuple(end for end in (self.baseline, self.target) if end is not None)


ScaleOf = Callable[[OutcomeSubject], Scale | None]


@frozen
class Doubt:
    """Something wrong or unusual about an outcome."""

    code: DoubtCode
    told: Told

    @property
    def impossible(self) -> bool:
        """Whether it cannot be: then nothing is kept."""
        return self.code in IMPOSSIBLE


def doubts(
    d: Debrief, told: Told, scale: Scale | None, *, begun: date, today: date
) -> tuple[Doubt, ...]:
    """What is wrong or unusual about an outcome of a game that was ``begun`` on that day.

    Of one whose subject is not there, or that cannot be, nothing else is said.
    """
    found = [Doubt(code, told) for code in _doubts(d, told, scale, begun, today)]
    return tuple([doubt for doubt in found if doubt.impossible] or found)


def _doubts(
    d: Debrief, told: Told, scale: Scale | None, begun: date, today: date
) -> Iterator[DoubtCode]:
    about = tuple(_about_subject(d, told))
    yield from about
    if told.day < begun:
        yield "before_the_game"
    if told.day > today:
        yield "not_yet"
    if told.value is not None and scale is not None and not IMPOSSIBLE.intersection(about):
        yield from _about_value(scale, told.value)


def _about_subject(d: Debrief, told: Told) -> Iterator[DoubtCode]:
    """Whether what it is about is there."""
    if told.idea is None:
        return
    if told.idea not in {idea.id for idea in d.ideas}:
        yield "no_idea"
    elif told.track is None:
        if told.idea not in {trial.idea.id for trial in d.trials}:
            yield "never_tried"
    else:
        key = told.idea, told.track
        story = next((b for b in d.benefits if b.benefit.key == key), None)
        if story is None:
            yield "no_benefit"
        elif story.fate == "shelved":
            yield "shelved"


# ------------------------------------------------------------------ values
def _about_value(scale: Scale, value: float) -> Iterator[DoubtCode]:
    size = tuple(_about_size(scale, value))
    yield from _about_range(scale, value)
    yield from size
    share = progress_share(scale.baseline, scale.target, value)
    if size or share is None:
        return  # with a digit too many it goes the wrong way as well
    if share < 0 and not scale.downside:
        yield "worse"
    if share > _FAR:
        yield "far_past_target"


def _about_range(scale: Scale, value: float) -> Iterator[DoubtCode]:
    """Shares lie between nothing and the whole; what is counted is never below nothing.

    What begins at nothing may be a change (kroner saved, minutes won), and a change may be a loss.
    """
    begins = scale.baseline if scale.baseline is not None else 0.0
    counted = scale.share or (begins > 0 and not scale.money)
    if value < 0 and counted and scale.known and min(scale.known) >= 0:
        yield "below_zero"
    if scale.share and value > _WHOLE and max(scale.known, default=0) <= _WHOLE:
        yield "above_hundred" if scale.known else "past_hundred"


def _about_size(scale: Scale, value: float) -> Iterator[DoubtCode]:
    """Whether a digit too many or too few, or another unit, is likelier than the value."""
    sizes = [abs(end) for end in scale.known if end]
    if not sizes or not value:
        return
    if abs(value) > _MAGNITUDE * max(sizes):
        yield "far_too_much"
    elif len(sizes) > 1 and abs(value) * _MAGNITUDE < min(sizes):
        yield "far_too_little"


# ------------------------------------------------------------------ what stands in a session
@frozen
class Examined:
    """The outcomes in a session, with what is to be doubted of each by the number of its entry."""

    outcomes: tuple[Outcome, ...] = ()
    doubts: dict[int, tuple[Doubt, ...]] = field(default_factory=dict)

    @property
    def refused(self) -> frozenset[int]:
        """The entries of outcomes that cannot be, and so do not count."""
        return frozenset(n for n in self.doubts if self.reasons(n))

    def reasons(self, n: int) -> tuple[Doubt, ...]:
        """Why the outcome in entry ``n`` does not count; nothing if it does."""
        return tuple(doubt for doubt in self.doubts.get(n, ()) if doubt.impossible)

    @property
    def counted(self) -> tuple[Outcome, ...]:
        """The outcomes that count, in the order told."""
        return tuple(o for o in self.outcomes if o.n not in self.refused)


def examine(d: Debrief, log: Log, scale_of: ScaleOf) -> Examined:
    """What is to be doubted of the outcomes that a session has."""
    begun = begun_on(log)
    found = {}
    for outcome in log.outcomes:
        told = Told(outcome.idea, outcome.track, outcome.value, date.fromisoformat(outcome.date))
        doubted = doubts(d, told, scale_of(told.subject), begun=begun, today=date.max)
        if told.day > _day_told(log, outcome) and not any(doubt.impossible for doubt in doubted):
            doubted = (*doubted, Doubt("ahead", told))  # a computer's clock may have been wrong
        if doubted:
            found[outcome.n] = doubted
    return Examined(tuple(log.outcomes), found)


def _day_told(log: Log, outcome: Outcome) -> date:
    """The day on which an outcome was recorded."""
    return log.header.moment(outcome.at).date()
