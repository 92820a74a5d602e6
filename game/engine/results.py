"""The result of a game at any time: tracks, shares, aims and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from math import lcm
from typing import Literal, get_args

from game.engine.events import Ending, Verdict, ending_of
from game.engine.foresight import RangesHit, RoundForesight, by_round, ranges_hit, realism
from game.engine.limits import GRAVE_HARM
from game.engine.setup import INDEX, TRACKS, Aim, Role, Track
from game.engine.state import Benefit, Idea, State
from game.frozen import frozen

TrackStatus = Literal["reached", "nearly", "on_the_way", "not_reached", "harmed"]
TRACK_STATUSES: tuple[TrackStatus, ...] = get_args(TrackStatus)

HALF, NEARLY = 0.5, 0.75
"""How much of the way has been gone by what is on the way, or nearly there."""


@frozen
class TrackResult:
    """One track: points, goal, what was claimed on it, and the word for it."""

    track: Track
    points: int
    goal: int
    claimed: int
    status: TrackStatus


@frozen
class AimResult:
    """Whether a role's aim is met, and how far it has come in the aim's own unit."""

    seat: int
    role: str
    aim: Aim
    reached: float
    met: bool


@frozen
class Counted:
    """How many, of how many."""

    n: int
    of: int


@frozen
class EarlyEnd:
    """A game that was ended before its time: in which round, of how many it had been going to have.

    ``whole`` says that all turns of that round had been taken.
    """

    round: int
    rounds: int
    whole: bool


@frozen
class Result:
    """The whole result. Shares are 0 to 1; ``None`` where there is nothing to measure yet.

    What shares are made of is counted beside them: the realised ideas that moved the citizen track
    up (``lifting``), their benefits that have an owner (``owned``), and the seats where somebody
    sits that own a benefit, of as many as could (``owning``); ``at_table`` are all those seats.

    ``price`` are the tracks that pay for a saving, ``foresight`` and ``ranges`` tell how near the
    guesses came, round by round; both are empty for the first version of the rules.
    """

    tracks: tuple[TrackResult, ...]
    benefit_rate: float
    citizen_focus: float | None
    ownership: float | None
    evenness: float | None
    realism: float | None
    aims: tuple[AimResult, ...]
    verdict: Verdict
    price: tuple[Track, ...]
    foresight: tuple[RoundForesight, ...]
    ranges: RangesHit
    lifting: Counted
    owned: Counted
    owning: Counted
    at_table: int
    early: EarlyEnd | None

    @property
    def ending(self) -> Ending:
        """How the game ended."""
        return ending_of(self.verdict, early=self.early is not None)


def result(s: State) -> Result:
    """The result in the current state."""
    realised = _realised(s)
    return Result(
        tracks=tuple(_track(s, t) for t in TRACKS),
        benefit_rate=benefit_rate(s),
        citizen_focus=_citizen_focus(s, realised),
        ownership=_ownership(realised),
        evenness=_evenness(s),
        realism=_realism(s),
        aims=tuple(_aims(s)),
        verdict=s.verdict or verdict(s),
        price=_price(s),
        foresight=by_round(s.guesses, s.told_round),
        ranges=ranges_hit(s.guesses),
        lifting=_lifting(realised),
        owned=_owned_of(realised),
        owning=_owning(s),
        at_table=len(_owned_there(s)),
        early=early_end(s),
    )


def early_end(s: State) -> EarlyEnd | None:
    """Where a game that is over was ended before its last turn; ``None`` where it was not."""
    rounds = sum(s.setup.rules.rounds)
    if not s.over or s.verdict == "stopped" or not s.cuts or s.cuts[-1].to < rounds:
        return None
    return EarlyEnd(s.cuts[-1].round, rounds, s.cuts[-1].whole)


def ending(s: State) -> Ending | None:
    """How a game ended; ``None`` while it goes on."""
    return None if s.verdict is None else ending_of(s.verdict, early=early_end(s) is not None)


def verdict(s: State) -> Verdict:
    """The first that fits; *stopped* is set by the game itself."""
    reached = [s.points[i] >= s.setup.goals[i] for i in range(4)]
    if all(reached):
        return "together" if all(a.met for a in _aims(s)) else "realised"
    saved = reached[INDEX["economy"]]
    if s.edition == 1:
        if saved:
            return "price_paid"
        return "on_the_way" if benefit_rate(s) >= HALF else "not_realised"
    if saved and _price(s):
        return "price_paid"
    return _how_far(benefit_rate(s))


def _how_far(rate: float) -> Literal["nearly", "on_the_way", "not_realised"]:
    if rate >= NEARLY:
        return "nearly"
    return "on_the_way" if rate >= HALF else "not_realised"


def _price(s: State) -> tuple[Track, ...]:
    """The tracks that stand below where they began, or have a harm that nothing makes up for."""
    if s.edition == 1:
        return ()
    return tuple(t for t in TRACKS if s.points[INDEX[t]] < 0 or _left_alone(s, t))


def _left_alone(s: State, track: Track) -> bool:
    """Whether a grave harm came on a track and nothing makes up for it, spoken of or not."""
    place = INDEX[track]
    return any(
        s.truth[idea.id][place] <= -GRAVE_HARM and not _made_up(idea, track)
        for idea in _realised(s)
        if idea.id in s.truth
    )


def _made_up(idea: Idea, track: Track) -> bool:
    b = idea.benefit(track)
    return b is not None and b.amends is not None


def benefit_rate(s: State) -> float:
    """The mean over the tracks of realised ÷ goal, each within 0 to 1."""
    whole = lcm(*s.setup.goals)  # whole numbers, so that half of it is a half
    parts = zip(s.points, s.setup.goals, strict=True)
    return sum(max(0, min(p, goal)) * (whole // goal) for p, goal in parts) / (4 * whole)


def _rate(s: State, track: Track) -> float:
    i = INDEX[track]
    return max(0.0, min(1.0, s.points[i] / s.setup.goals[i]))


def _track(s: State, track: Track) -> TrackResult:
    points, goal = s.points[INDEX[track]], s.setup.goals[INDEX[track]]
    status: TrackStatus = "not_reached"
    if points < 0:
        status = "harmed"
    elif points >= goal:
        status = "reached"
    elif points >= NEARLY * goal and s.edition > 1:
        status = "nearly"
    elif points >= HALF * goal:
        status = "on_the_way"
    return TrackResult(track, points, goal, s.claimed(track), status)


def _realised(s: State) -> list[Idea]:
    return [idea for idea in s.ideas if idea.status == "realised"]


def _benefits(ideas: list[Idea]) -> list[Benefit]:
    return [b for idea in ideas for _, b in idea.claims()]


def _citizen_focus(s: State, realised: list[Idea]) -> float | None:
    """The mean of the citizen track's rate and the share of realised ideas that moved it up."""
    if not realised:
        return None
    lifting = _lifting(realised)
    return (_rate(s, "citizen") + lifting.n / lifting.of) / 2


def _lifting(realised: list[Idea]) -> Counted:
    return Counted(sum(_moved_citizen(idea) for idea in realised), len(realised))


def _moved_citizen(idea: Idea) -> bool:
    b = idea.benefit("citizen")
    return b is not None and (b.harvested or 0) > 0


def _ownership(realised: list[Idea]) -> float | None:
    """The share of benefits with an owner; a downside has somebody who bears it instead."""
    owned = _owned_of(realised)
    return owned.n / owned.of if owned.of else None


def _owned_of(realised: list[Idea]) -> Counted:
    claims = [b for b in _benefits(realised) if not b.downside]
    return Counted(sum(b.owner is not None for b in claims), len(claims))


def _owned(s: State) -> list[int]:
    """How many benefits each seat owns."""
    owners = [b.owner for b in _benefits(list(s.ideas))]
    return [owners.count(seat) for seat in range(len(s.seats))]


def _owned_there(s: State) -> list[int]:
    """How many benefits each seat owns where somebody sits."""
    return [n for seat, n in enumerate(_owned(s)) if seat not in s.away]


def _evenness(s: State) -> float | None:
    owning = _owning(s)
    return owning.n / owning.of if owning.of > 1 else None  # one alone lies as evenly as it can


def _owning(s: State) -> Counted:
    owned = _owned_there(s)
    return Counted(sum(n > 0 for n in owned), min(len(owned), sum(owned)))


def _realism(s: State) -> float | None:
    """How near the guesses came; in the first version how near the last estimates came."""
    if s.edition > 1:
        return realism(s.guesses)
    claims = _benefits(_realised(s))
    if not claims:
        return None
    claimed = sum(b.estimate for b in claims)
    missed = sum(abs(b.estimate - (b.harvested or 0)) for b in claims)
    return max(0, claimed - missed) / claimed


# ------------------------------------------------------------------ aims
def _aims(s: State) -> list[AimResult]:
    return [_aim(s, seat, role) for seat in range(len(s.seats)) for role in s.roles_of(seat)]


def _aim(s: State, seat: int, role: Role) -> AimResult:
    reached = _REACHED[role.aim.kind](s, role.aim)
    return AimResult(seat, role.id, role.aim, reached, reached >= role.aim.value)


def _track_points(s: State, aim: Aim) -> float:
    return s.points[INDEX[aim.track or "citizen"]]


def _anchored(s: State, aim: Aim) -> float:
    return sum(_owned(s))


def _proven(s: State, aim: Aim) -> float:
    return sum(1 for idea in s.ideas if idea.was_proven)


def _scaled(s: State, aim: Aim) -> float:
    return sum(1 for idea in s.ideas if idea.scaled)


def _kinds(s: State, aim: Aim) -> float:
    return len({idea.card.kind for idea in _realised(s)})


def _least_owned(s: State, aim: Aim) -> float:
    return min(_owned_there(s), default=0)


def _realism_so_far(s: State, aim: Aim) -> float:
    return _realism(s) or 0.0


def _lowest(s: State, aim: Aim) -> float:
    return min(s.lowest)


_REACHED: dict[str, Callable[[State, Aim], float]] = {
    "track_at_least": _track_points,
    "anchored_at_least": _anchored,
    "proven_at_least": _proven,
    "scaled_at_least": _scaled,
    "kinds_realised_at_least": _kinds,
    "everyone_owns_at_least": _least_owned,
    "realism_at_least": _realism_so_far,
    "no_track_ever_below": _lowest,
}
