"""What the stage and the narration both ask of a step of the reality check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.engine import INDEX, TRACKS, Idea, State, Track
from game.engine import events as ev
from game.engine.lookups import is_spoken_of
from game.engine.state import Benefit
from game.table.parts.game_view import GameView
from game.table.play.check.steps import CheckStep
from game.wording import terms
from game.wording.event_texts.formatter import EventFormatter
from game.wording.figures import signed

PEOPLE: tuple[Track, ...] = ("citizen", "employee")
"""The tracks that cost trust below zero."""


def idea_of(step: CheckStep) -> Idea:
    """The idea that a step is about, as it stands after it."""
    idea = step.after.idea(step.idea or "")
    if idea is None:
        raise LookupError(f"no idea {step.idea!r} on the table")
    return idea


def risk_called(game: GameView, state: State, event: ev.RiskThrown | ev.FalseAlarm) -> str:
    """The name of a risk; the unforeseen risk has none of its own.

    A risk from the case is named by its card, a risk on a written idea by the group's own words.
    """
    if event.risk is None:
        return game.t("The unknown")
    return EventFormatter(game.names, state).risk(event.idea, event.risk)


def points_on(game: GameView, track: Track, by: int) -> str:
    """``Citizen −3``."""
    return f"{terms.track(game.t, track)}\N{NO-BREAK SPACE}{signed(game.t, by)}"


def moved_on(game: GameView, step: CheckStep, track: Track, by: int) -> str:
    """``Citizen −3``: what a step that would move a track ``by`` so much truly moved it by.

    Where the end of the track held it, that is said too.
    """
    moved = step.moved(track)
    points = points_on(game, track, moved)
    if moved == by:
        return points
    end = game.t.number(step.after.points[INDEX[track]])
    if by < 0:
        return game.t("{points}, as the track goes no lower than {end}", points=points, end=end)
    return game.t("{points}, as the track goes no higher than {end}", points=points, end=end)


def waiting_ideas(step: CheckStep) -> list[Idea]:
    """The ideas that are due by now and are left to a later check."""
    state = step.after
    return [
        idea
        for idea in state.ideas
        if idea.status == "implemented" and idea.due <= state.round and idea.id not in step.due
    ]


def near_enough(state: State) -> int:
    """How many points a kept word may be off; the first version of the rules took none."""
    return state.setup.rules.word_kept if state.edition > 1 else 0


def unspoken_harms(step: CheckStep) -> list[Track]:
    """The tracks that an idea has harmed, and of which nobody had said so."""
    idea = idea_of(step)
    return [
        track
        for track in TRACKS
        if (step.after.effect(idea, track) or 0) < 0 and not is_spoken_of(idea, track)
    ]


def tracks_below_zero(state: State) -> tuple[Track, ...]:
    """Those of the citizens' and the employees' tracks that are below zero."""
    return tuple(track for track in PEOPLE if state.points[INDEX[track]] < 0)


def totals(ideas: Sequence[Idea]) -> tuple[int, int]:
    """What ideas claimed together, and what was harvested of it."""
    return _sums(claim for idea in ideas for _, claim in idea.claims())


def benefit_totals(ideas: Sequence[Idea]) -> tuple[int, int]:
    """The same of the benefits alone."""
    return _sums(c for idea in ideas for _, c in idea.claims() if c.estimate >= 0)


def downside_totals(ideas: Sequence[Idea]) -> tuple[int, int]:
    """What downsides were said to take, and what they took."""
    named, came = _sums(c for idea in ideas for _, c in idea.claims() if c.estimate < 0)
    return -named, -came


def _sums(claims: Iterable[Benefit]) -> tuple[int, int]:
    figures = [(claim.estimate, claim.harvested or 0) for claim in claims]
    return sum(said for said, _ in figures), sum(given for _, given in figures)
