"""What would come of a decision, on a phone: what the board shows before and after, no secret."""

from __future__ import annotations

from typing import Final

from game.engine import TRACKS, Action, Refusal, State, Track, apply
from game.engine import actions as act
from game.engine.lookups import is_at_home, owned_by
from game.i18n import Words
from game.phones.pages.looking import Looking
from game.views.outcome import meters
from game.wording import figures, terms, worth

_FORESEEN: Final = (
    act.PlaceIdea,
    act.PlaceBenefit,
    act.Claim,
    act.NameDownside,
    act.Rally,
    act.Anchor,
    act.Mitigate,
    act.MakeAmends,
    act.Shelve,
    act.Revise,
    act.SetRange,
    act.HandOver,
    act.SpendTrust,
)
"""What has no chance in it: the rules are asked with what the seat may know."""


def outcome(looking: Looking, action: Action) -> list[str]:
    """The numbers of the board that change, and what is left of the turn."""
    if not isinstance(action, _FORESEEN):
        return []
    before = looking.state
    result = apply(before, action)
    if isinstance(result, Refusal):
        return []
    t, after = looking.t, result.state
    return [*_claimed(t, before, after), *meters(t, before, after)]


def _claimed(t: Words, before: State, after: State) -> list[str]:
    return [
        t(
            "{track}: claimed {before} → {after}",
            track=terms.track(t, track),
            before=t.number(before.claimed(track)),
            after=t.number(after.claimed(track)),
        )
        for track in TRACKS
        if before.claimed(track) != after.claimed(track)
    ]


def worth_of(looking: Looking, action: Action, points: int) -> str:
    """What points come to: in the measure of the benefit itself, else in that of its track."""
    t, state, case = looking.t, looking.state, looking.case
    track, idea = _track_of(state, action), state.idea(getattr(action, "idea", ""))
    if track is None:
        return ""
    b = None if idea is None else idea.benefit(track)
    if isinstance(action, act.Revise) and not points:
        return t("It is withdrawn")
    if isinstance(action, act.NameDownside) or (b is not None and b.downside):
        return worth.by_track(t, case, track, -points)
    own = worth.own_measure(t, case, track, b)
    if own is not None and b is not None:
        return worth.reached(t, own, points, b.estimate)
    return worth.by_track(t, case, track, points) if points else figures.points(t, points)


def measured_by(looking: Looking, action: Action) -> str:
    """What the points of an action are measured by on its track; empty where it has none."""
    track = _track_of(looking.state, action)
    return "" if track is None else worth.track_scale(looking.t, looking.case, track)


def _track_of(state: State, action: Action) -> Track | None:
    """The track on which an action counts, if it does on one."""
    cards = state.setup.by_id
    if isinstance(action, act.PlaceIdea):
        return cards.ideas[action.card].track
    if isinstance(action, act.PlaceBenefit):
        return cards.benefits[action.card].track
    return getattr(action, "track", None)


def as_owner(looking: Looking, track: Track, seat: int) -> str:
    """What a seat is as an owner on a track: its roles, whether it is at home, what it owns."""
    t, state = looking.t, looking.state
    name, owned, most = terms.track(t, track), owned_by(state, seat), state.setup.rules.owner_load
    home = is_at_home(state, seat, track)
    said = [
        ", ".join(looking.names.roles(state.seats[seat].roles)),
        t("at home on {track}", track=name) if home else t("not at home on {track}", track=name),
        t("owns {n} of at most {most}", n=owned, most=most),
    ]
    if not home or owned >= most:
        said.append(t("one point less"))
    return " · ".join(said)
