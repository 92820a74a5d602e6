"""A whole game as text: where it stands, what could be done, what was done, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from game.bots.written_cards import writing_actions
from game.content import load
from game.engine import (
    TRACKS,
    Action,
    Applied,
    Benefit,
    Idea,
    Seat,
    Setup,
    State,
    apply,
    digest,
    legal,
    result,
    start,
)
from game.engine import actions as act
from game.engine.chance import draw
from game.engine.examples import tiny
from game.resources import SCENARIOS

FOLDER = Path(__file__).parent
SEED = 2026


def cases() -> dict[str, Setup]:
    """The cases with a playthrough, by the name of its file."""
    return {"tiny": tiny()} | {
        path.stem: load(path).setup for path in sorted(SCENARIOS.glob("*.toml"))
    }


def playthrough(setup: Setup, seats: int = 3) -> str:
    """The text of one game."""
    began = start(setup, [Seat(name, ()) for name in ("Ane", "Bo", "Carl")[:seats]], SEED)
    lines = [f"case {setup.id}, {seats} seats, seed {SEED}", *_events(began), ""]
    before, state, step = began.state, began.state, 0
    while not state.over:
        action = _next(state, step)
        applied = apply(state, action)
        assert isinstance(applied, Applied), f"{action}: {applied}"
        lines += [*_stands(before, state, step), f"  > {_record(action)}", *_events(applied), ""]
        before, state, step = state, applied.state, step + 1
    return "\n".join([*lines, *_stands(before, state, step), *_outcome(state), ""])


# ------------------------------------------------------------------ what is decided
def _next(s: State, step: int) -> Action:
    """The story below where it has something to say, else a draw: first the kind, then one.

    Where a case has no deck its cards are written. In the order of their names, so that listing
    in another order is no change of the rules.
    """
    if step in _STORY:
        return _STORY[step](s)
    kinds: dict[str, list[Action]] = {}
    for action in (*legal(s), *writing_actions(s)):
        kinds.setdefault(type(action).__name__, []).append(action)
    if len(kinds) > 2:
        kinds.pop("Pass", None)
    kind = sorted(kinds)[draw(SEED, "kind", step, len(kinds))]
    return sorted(kinds[kind], key=repr)[draw(SEED, "which", step, len(kinds[kind]))]


_STORY: dict[int, Any] = {
    0: lambda s: act.WriteIdea(s.turn, "Our own idea", "employee", "communication", 3, "In words"),
    1: lambda s: act.WriteBenefit(s.turn, "Fewer calls", "process", "written-1", 2),
    2: lambda s: act.WriteRisk(s.turn, "Nobody comes", "employee", "written-1", 2, 4),
    3: lambda s: act.SetRange(s.turn, "written-1", "employee", 2, 5),
    4: lambda s: act.CallEstimates("written-1", "process"),
    5: lambda s: act.GiveEstimate(1, 2),
    6: lambda s: act.GiveEstimate(2, 5),
    7: lambda s: act.GiveEstimate(0, 0),
    8: lambda s: act.CloseEstimates(),
    9: lambda s: act.Correct("capacity", 2, "A cup of coffee was worth it"),
    10: lambda s: act.SkipTurn(),
    11: lambda s: act.NameDownside(s.turn, "written-1", "economy", 2, "Licences", "IT"),
    12: lambda s: act.Trial(s.turn, "written-1", "process", "Two weeks", "Calls a day"),
    13: lambda s: act.MakeAmends(s.turn, "written-1", "economy", "Fewer of the old ones"),
}
"""What a drawn decision would never come to: what is written, estimate poker, the facilitator."""


# ------------------------------------------------------------------ what is shown
def _stands(before: State, s: State, step: int) -> Iterator[str]:
    """Where the game stands; of the ideas those that have changed."""
    tracks = " ".join(f"{t} {s.points[n]}({s.claimed(t)})" for n, t in enumerate(TRACKS))
    yield f"{step} round {s.round} {s.phase}, {s.step}, seat {s.turn}, {s.actions} actions"
    yield f"  {tracks} | capacity {s.capacity} trust {s.trust} balance {s.balance:+}"
    yield from (f"  {_idea(idea)}" for idea in s.ideas if idea not in before.ideas)
    counts = Counter(type(action).__name__ for action in legal(s))
    listed = " ".join(f"{kind}:{count}" for kind, count in sorted(counts.items()))
    yield f"  legal {counts.total()}: {listed} | digest {digest(s)}"


def _idea(idea: Idea) -> str:
    claims = ", ".join(f"{track} {_claim(b)}" for track, b in idea.claims())
    risks = ", ".join(f"{r.id}-{r.mitigations} {r.outcome or ''}".strip() for r in idea.risks)
    about = f"{idea.letter} {idea.id} {idea.status} cost {idea.cost} maturity {idea.maturity}"
    tried = "" if idea.trial is None else f" on trial {idea.trial.about}"
    return f"{about} [{claims}]" + (f" risks [{risks}]" if risks else "") + tried


def _claim(b: Benefit) -> str:
    said = (
        (b.low, f" ({b.low} to {b.high})"),
        (b.owner, f" owner {b.owner}"),
        (b.amends, " amends"),
        (b.post, f" from {b.post}"),
        (b.harvested, f" gave {b.harvested}"),
    )
    return f"{b.estimate}" + "".join(text for value, text in said if value is not None)


def _record(record: Any) -> str:
    values = ", ".join(f"{f.name}={getattr(record, f.name)!r}" for f in fields(record))
    return f"{type(record).__name__}({values})"


def _events(applied: Applied) -> list[str]:
    return [f"    {_record(event)}" for event in applied.events]


def _outcome(s: State) -> Iterator[str]:
    r = result(s)
    yield f"verdict {r.verdict}, benefit rate {r.benefit_rate:.3f}"
    for name in ("citizen_focus", "ownership", "evenness", "realism"):
        value = getattr(r, name)
        yield f"  {name} {'-' if value is None else format(value, '.3f')}"
    for track in r.tracks:
        yield f"  {track.track} {track.points} of {track.goal}: {track.status}"
    for aim in r.aims:
        met = "met" if aim.met else "not met"
        yield f"  seat {aim.seat} {aim.role}: {met}, {aim.reached:g} of {aim.aim.value:g}"
