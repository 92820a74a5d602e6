"""Finds what was not done: phases without a trial, an owner or a risk; rallying; standing still."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from game.debrief.history import GameHistory, HistoryStep, Position
from game.debrief.moments import Missing, Moment, PhaseWithout, RalliedInstead, Stalled
from game.debrief.observers.finding import moment
from game.engine import Event, Idea, Phase, State
from game.engine import actions as act
from game.engine import events as ev
from game.frozen import frozen
from game.session import Decision

HALF, FEW = 0.5, 4
"""The share of a round's actions, and how many of them, that make it a round of rallying."""
ROW = 2
"""As many rounds in a row are a standstill."""
_WEIGHTS: dict[Missing, float] = {"trial": 2, "owner": 2, "risk": 1.5}
_DOING: dict[Missing, tuple[type[Event], ...]] = {
    "trial": (ev.TrialSetUp, ev.TrialThrown),
    "owner": (ev.BenefitAnchored,),
    "risk": (ev.RiskNamed, ev.RiskWritten),
}
"""The events by which it is done."""


# ------------------------------------------------------------------ parts of a game
@frozen
class _Part:
    """Some rounds of a game: their steps, and all that was decided in them, undone or not."""

    steps: tuple[HistoryStep, ...]
    decided: tuple[Decision, ...]

    @property
    def stretch(self) -> tuple[Position, Position]:
        """From its first to its last step."""
        return self.steps[0].position, self.steps[-1].position

    @property
    def end(self) -> State:
        """The state at its end."""
        return self.steps[-1].after

    def has(self, kinds: tuple[type[Event], ...]) -> bool:
        """Whether an event of these kinds was in it, also one that was undone."""
        return any(isinstance(e, kinds) for decision in self.decided for e in decision.events)


def _part(history: GameHistory, steps: list[HistoryStep]) -> _Part:
    """The steps with all decisions that were taken while they were."""
    first, last = steps[0].position.entry, steps[-1].position.entry
    decided = tuple(r for r in history.records if isinstance(r, Decision) and first <= r.n <= last)
    return _Part(tuple(steps), decided)


def _rounds(history: GameHistory) -> list[list[HistoryStep]]:
    """The steps of each round that has ended, and in which all had had their turn."""
    rounds = [list(steps) for _, steps in groupby(history.steps, lambda s: s.position.round)]
    ended = rounds if history.end.over else rounds[:-1]
    return [steps for steps in ended if steps[-1].position.round not in history.cut_rounds]


# ------------------------------------------------------------------ phases
def phases_without(history: GameHistory) -> Iterator[Moment]:
    """Phases that went by without a trial, an owner or a named risk, though one was wanting."""
    for phase, steps in _phases(history):
        part = _part(history, steps)
        missing = tuple(
            what for what in _DOING if not part.has(_DOING[what]) and _is_wanting(what, part.end)
        )
        if missing:
            rounds = tuple(dict.fromkeys(step.position.round for step in steps))
            about = PhaseWithout(phase, rounds, missing)
            weight = 2.5 + sum(_WEIGHTS[what] for what in missing)
            yield moment(part.steps[-1].position, weight, about, searched=part.stretch)


def _phases(history: GameHistory) -> Iterator[tuple[Phase, list[HistoryStep]]]:
    """The steps of each phase that had all of its rounds as the rules have it."""
    now = history.steps[-1]
    for phase, of_phase in groupby(history.steps, lambda s: s.after.phase):
        found = list(of_phase)
        ended = found[-1] is not now or (history.end.over and history.end.verdict != "stopped")
        if phase != "follow_up" and ended and phase not in history.cut_phases:
            yield phase, found


def _is_wanting(what: Missing, s: State) -> bool:
    """Whether at the end of a phase something lay on the table that it could be done for."""
    waiting = [idea for idea in s.ideas if idea.status != "realised"]
    if what == "owner":
        return s.phase != "ideas" and any(_is_unowned(idea) for idea in waiting)
    if what == "risk":
        return any(not idea.risks for idea in waiting)
    return any(not idea.was_proven and not idea.locked for idea in waiting)


def _is_unowned(idea: Idea) -> bool:
    return any(b.owner is None and not b.downside for _, b in idea.claims())


# ------------------------------------------------------------------ rallying
def rallied_instead(history: GameHistory) -> Iterator[Moment]:
    """Rounds in which most actions went to gathering strength."""
    found = [part for steps in _rounds(history) if _is_rallying(part := _part(history, steps))]
    if found:
        rallies = [step for part in found for step in _rallies(part)]
        actions = sum(_spent(part) for part in found)
        rounds = tuple(part.steps[-1].position.round for part in found)
        about = RalliedInstead(rounds, len(rallies), actions)
        yield moment(
            rallies[-1].position,
            2 + len(rallies) // 4,
            about,
            [step.position for step in rallies],
        )


def _rallies(part: _Part) -> list[HistoryStep]:
    return [step for step in part.steps if isinstance(step.action, act.Rally)]


def _spent(part: _Part) -> int:
    """The actions that were spent."""
    return sum(e.actions for step in part.steps for e in step.events if isinstance(e, ev.Spent))


def _is_rallying(part: _Part) -> bool:
    rallies = len(_rallies(part))
    return rallies >= FEW and rallies >= HALF * _spent(part)


# ------------------------------------------------------------------ standing still
_MOVING: tuple[type[Event], ...] = (
    ev.IdeaPlaced,
    ev.IdeaWritten,
    ev.BenefitClaimed,
    ev.DownsideNamed,
    ev.EstimateRevised,
    ev.ClaimWithdrawn,
    ev.RangeSet,
    ev.EstimatesTurned,
    ev.PostNamed,
    ev.BenefitAnchored,
    ev.BenefitHandedOver,
    ev.RiskNamed,
    ev.RiskWritten,
    ev.RiskMitigated,
    ev.AmendsMade,
    ev.TrialSetUp,
    ev.TrialThrown,
    ev.IdeaAdjusted,
    ev.AbilityUsed,
    ev.IdeaShelved,
    ev.IdeaImplemented,
    ev.FollowedUp,
)
"""The events by which something is put on the table or worked on."""


def stalled(history: GameHistory) -> Iterator[Moment]:
    """The most rounds in a row in which nothing was done with the ideas that lay open."""
    parts = [_part(history, steps) for steps in _rounds(history)]
    rows = [list(row) for still, row in groupby(parts, _stands_still) if still]
    longest = max(rows, key=len, default=[])
    if len(longest) >= ROW:
        ideas = [idea for idea in longest[-1].end.ideas if not idea.locked]
        rounds = tuple(part.steps[-1].position.round for part in longest)
        about = Stalled(rounds, tuple(history.idea(idea.id) for idea in ideas))
        searched = (longest[0].stretch[0], longest[-1].stretch[1])
        yield moment(longest[0].steps[0].position, 3 + 1.5 * len(rounds), about, searched=searched)


def _stands_still(part: _Part) -> bool:
    open_ideas = any(not idea.locked for idea in part.end.ideas)
    turns = any(isinstance(e, ev.TurnBegan) for step in part.steps for e in step.events)
    return open_ideas and turns and not part.has(_MOVING)
