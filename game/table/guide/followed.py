"""What a hint of the table says on the sheet that it leads to, and the button it points at there.

One function of a :class:`Situation` per hint; ``None`` where the button cannot be pressed now.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine import TRACKS, Action, Benefit, Idea, State, check
from game.engine import actions as act
from game.engine.setup import Track
from game.table.guide.situation import HintTarget, Situation, said_of
from game.views.board import benefit_key, risk_key

_Find = Callable[[Situation], HintTarget | None]


def _at_the_idea(move: str, action: Callable[[State, Idea], Action]) -> _Find:
    """A button for the whole idea."""

    def find(situation: Situation) -> HintTarget | None:
        s, idea = situation.state, situation.state.idea(situation.idea)
        possible = idea is not None and check(s, action(s, idea)) is None
        return HintTarget(f"do:{move}", idea.id) if idea and possible else None

    return find


def _on_a_track(
    move: str,
    action: Callable[[State, Idea, Track], Action],
    meant: Callable[[State, Idea, Track, Benefit | None], bool],
) -> _Find:
    """A button in the row of the first track that is meant."""

    def find(situation: Situation) -> HintTarget | None:
        s, idea = situation.state, situation.state.idea(situation.idea)
        if idea is None:
            return None
        for track in TRACKS:
            fits = meant(s, idea, track, idea.benefit(track))
            if fits and check(s, action(s, idea, track)) is None:
                return HintTarget(f"{benefit_key(idea.id, track)}:{move}", idea.id)
        return None

    return find


downside = _on_a_track(
    "downside",
    lambda s, idea, track: act.NameDownside(s.turn, idea.id, track, 1),
    lambda s, idea, track, b: b is None and said_of(s, idea, track) < 0,
)
"""The track that the idea is known to harm, or said to by its card."""
amends = _on_a_track(
    "amends",
    lambda s, idea, track: act.MakeAmends(s.turn, idea.id, track),
    lambda s, idea, track, b: b is not None and b.downside,
)
anchor = _on_a_track(
    "anchor",
    lambda s, idea, track: act.Anchor(s.turn, idea.id, track, s.turn),
    lambda s, idea, track, b: b is not None and b.owner is None,
)
follow_up = _on_a_track(
    "follow",
    lambda s, idea, track: act.FollowUp(s.turn, idea.id, track),
    lambda s, idea, track, b: b is not None,
)
trial = _at_the_idea("trial", lambda s, idea: act.Trial(s.turn, idea.id))
implement = _at_the_idea("implement", lambda s, idea: act.Implement(s.turn, idea.id))


def mitigate(situation: Situation) -> HintTarget | None:
    """The first risk that can be mitigated."""
    s, idea = situation.state, situation.state.idea(situation.idea)
    for risk in idea.risks if idea is not None else ():
        action = act.Mitigate(s.turn, situation.idea, risk.id)
        if risk.outcome is None and check(s, action) is None:
            key = f"{risk_key(situation.idea, risk.id)}:mitigate"
            return HintTarget(key, idea.id if idea is not None else "")
    return None
