"""Enough cards, and tracks that can be won: what all ideas together give each of them."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean
from typing import Final

from game.content.findings import Finding
from game.content.positions import KeyPath
from game.content.weighing import usual
from game.content.weighing.subject import Check, Subject, mean, warn
from game.engine.limits import MAX_SEATS
from game.engine.setup import TRACKS, Track

_DEALT: Final = ("ideas", "benefits", "risks")


def few_cards(case: Subject) -> Iterator[Finding]:
    """As many cards as a game of this length uses."""
    for deck in usual.CARDS:
        n, least = len(getattr(case.scenario, deck)), case.least(deck)
        if n < least:
            params = {"n": n, "least": least, "rounds": case.rounds}
            yield warn(f"few_{deck}", (deck,), **params).beginning((deck, n))


def few_for_seats(case: Subject) -> Iterator[Finding]:
    """The first cards are dealt to all seats; every seat should begin with at least one."""
    scenario = case.scenario
    first = scenario.own_rules.deal_first
    dealt = sum(min(first, len(getattr(scenario, deck))) for deck in _DEALT)
    seats = min(MAX_SEATS, len(scenario.roles))
    if dealt < seats:
        yield warn("few_for_seats", ("roles",), n=dealt, seats=seats)


def goal_out_of_reach(case: Subject) -> Iterator[Finding]:
    """The best effects of all ideas should reach each goal; written ideas always may."""
    for track in TRACKS:
        most, goal = case.most(track), case.goal(track)
        if most < goal:
            yield warn("goal_out_of_reach", ("tracks", track, "goal"), most=most, goal=goal)


def few_on_track(case: Subject) -> Iterator[Finding]:
    """Every track has ideas of its own."""
    least = int(usual.ON_TRACK.low) if case.is_full else 1
    for track in TRACKS:
        n = sum(idea.track == track for idea in case.scenario.ideas)
        if n < least:
            begin = "ideas", len(case.scenario.ideas)
            yield warn("few_on_track", ("tracks", track), n=n, least=least).beginning(begin)


def no_benefit_on_track(case: Subject) -> Iterator[Finding]:
    """Every track has a benefit that somebody can own."""
    lying = {benefit.track for benefit in case.scenario.benefits}
    for track in TRACKS:
        if track not in lying:
            begin = "benefits", len(case.scenario.benefits)
            yield warn("no_benefit_on_track", ("tracks", track)).beginning(begin)


def gain_of_track(case: Subject) -> Iterator[Finding]:
    """A group realises less than half of its ideas, so they hold more than the goal."""
    for track in TRACKS:
        goal, gain = case.goal(track), case.gain(track)
        path = ("tracks", track, "goal")
        ends = {"least": case.usual.gain.low * goal, "most": case.usual.gain.high * goal}
        side = case.usual.gain.side(gain / goal)
        params = {"gain": gain, "goal": goal, **ends}
        if side == "low" and case.most(track) >= goal:
            yield warn("thin_track", path, **params).beginning(_effect(case, track, least=True))
        elif side == "high":
            yield warn("rich_track", path, **params).beginning(_effect(case, track))


def _effect(case: Subject, track: Track, *, least: bool = False) -> KeyPath:
    """The effect on a track of the idea that gives it most, or of the first that gives least."""
    ideas = case.scenario.ideas
    sign = -1 if least else 1
    best = max(range(len(ideas)), key=lambda i: sign * max(0.0, mean(ideas[i], track)))
    return "ideas", best, "effects", track


def left_behind(case: Subject) -> Iterator[Finding]:
    """No track has much less to win than the others."""
    gains = {track: case.gain(track) / case.goal(track) for track in TRACKS}
    for track, gain in gains.items():
        others = fmean(other for t, other in gains.items() if t != track)
        if gain < usual.BEHIND * others and case.usual.gain.side(gain) != "low":
            path = ("tracks", track, "goal")
            begin = _effect(case, track, least=True)
            yield warn("left_behind", path, gain=gain, others=others).beginning(begin)


def much_harm(case: Subject) -> Iterator[Finding]:
    """Disbenefits are a price, not the rule."""
    for track in TRACKS:
        gain, harm = case.gain(track), case.harm(track)
        if harm > gain * case.usual.harm.high + 0.01:
            ideas = case.scenario.ideas
            worst = min(range(len(ideas)), key=lambda i: mean(ideas[i], track))
            begin = "ideas", worst, "effects", track
            yield warn("much_harm", ("tracks", track), harm=harm, gain=gain).beginning(begin)


def one_idea_reaches(case: Subject) -> Iterator[Finding]:
    """A goal takes more than one idea, unless it is lower than what a good one gives."""
    for i, idea in enumerate(case.scenario.ideas):
        for track in TRACKS:
            goal = case.goal(track)
            if mean(idea, track) >= max(goal, usual.ALONE):
                yield warn("one_idea_reaches", ("ideas", i, "effects", track), goal=goal)


def stuck_benefit(case: Subject) -> Iterator[Finding]:
    """A benefit card can come true: some idea moves its track up."""
    stuck = {track for track in TRACKS if not case.most(track)}
    for i, benefit in enumerate(case.scenario.benefits):
        if benefit.track in stuck:
            yield warn("stuck_benefit", ("benefits", i, "track"))


OF_CARDS: Final[tuple[Check, ...]] = (few_cards, few_for_seats, goal_out_of_reach, stuck_benefit)
"""Of every case with cards."""
OF_DECKS: Final[tuple[Check, ...]] = (
    few_on_track,
    no_benefit_on_track,
    gain_of_track,
    left_behind,
    much_harm,
    one_idea_reaches,
)
"""Of a case that is more than a draft."""
