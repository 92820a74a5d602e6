"""Proofs of how a game ended: the goals, the aims, and who pays."""

from __future__ import annotations

import re

from game.engine import TRACKS
from game.engine import actions as act
from game.engine import events as ev
from game.engine.limits import GRAVE_HARM
from game.wording import terms
from tests.truth.proving import number, proves
from tests.truth.raw import Entry, Raw
from tests.truth.told import Sentence
from tests.wording.cases import EN


def _reached(raw: Raw) -> list[bool]:
    """Whether each track stands at its goal."""
    return [p >= g for p, g in zip(raw.end.points, raw.setup.goals, strict=True)]


def _named(s: Sentence) -> list[int]:
    """The places of the tracks that a sentence names."""
    names = re.split(", | and ", str(s.params["tracks"]))
    return [n for n, track in enumerate(TRACKS) if _is_among(terms.track(EN, track), names)]


def _is_among(track: str, names: list[str]) -> bool:
    return any(name == track or name.startswith(f"{track} with ") for name in names)


def _share(raw: Raw) -> float:
    """How much of the way to the four goals has been gone."""
    parts = zip(raw.end.points, raw.setup.goals, strict=True)
    return sum(max(0.0, min(1.0, points / goal)) for points, goal in parts) / 4


# ------------------------------------------------------------------ track by track
@proves("You reached the goal on {tracks}.")
def reached(raw: Raw, s: Sentence) -> bool:
    return _named(s) == [n for n, there in enumerate(_reached(raw)) if there]


@proves("Nearly there: {tracks}.", "On the way: {tracks}.")
def under_way(raw: Raw, s: Sentence) -> bool:
    least, most = (0.75, 1.0) if s.message.startswith("Nearly") else (0.5, 0.75)
    ways = [raw.end.points[n] / raw.setup.goals[n] for n in _named(s)]
    return bool(ways) and all(least <= way < most for way in ways)


@proves("{track} with {points} of {goal}")
def progress(raw: Raw, s: Sentence) -> bool:
    place = [terms.track(EN, track) for track in TRACKS].index(s.params["track"])
    said = number(s.params["points"]), s.params["goal"]
    return said == (raw.end.points[place], raw.setup.goals[place])


# ------------------------------------------------------------------ together
@proves("All four tracks reached their goal, and what mattered most to each role came true.")
def together(raw: Raw, s: Sentence) -> bool:
    return all(_reached(raw)) and all(aim.met for aim in s.of.aims)


@proves(
    "All four tracks reached their goal. What mattered most came true for {met} of {all} roles."
)
def realised(raw: Raw, s: Sentence) -> bool:
    met = sum(aim.met for aim in s.of.aims)
    return all(_reached(raw)) and met == s.params["met"] < s.params["all"] == len(s.of.aims)


@proves(
    "At least three quarters of the benefit has been realised. "
    "What is still missing can be named, track by track."
)
def three_quarters(raw: Raw, s: Sentence) -> bool:
    return _share(raw) >= 0.75 and not all(_reached(raw))


@proves(
    "At least half of the benefit has been realised. "
    "The rest is still a promise that somebody must stand by."
)
def half(raw: Raw, s: Sentence) -> bool:
    return 0.5 <= _share(raw) < 0.75


@proves(
    "Less than half of the benefit has been realised. "
    "An idea becomes a benefit only when it is implemented and somebody answers for it."
)
def less_than_half(raw: Raw, s: Sentence) -> bool:
    return _share(raw) < 0.5


@proves(
    "Trust ran out for the second time, and the project was stopped. "
    "What was not realised by then came to nothing."
)
def stopped(raw: Raw, s: Sentence) -> bool:
    return len(list(raw.standing(ev.Stopped))) == len(list(raw.standing(ev.Paused))) == 1


# ------------------------------------------------------------------ ended early
def _ended_by(raw: Raw) -> tuple[Entry, int]:
    """The facilitator's last entry that ended something, and the round in which it was."""
    ends = (act.EndPhase, act.EndGame)
    entry = [e for e in raw.entries if e.stands and isinstance(e.action, ends)][-1]
    return entry, raw.round(entry.n - 1)


def _nothing_came_after(raw: Raw) -> bool:
    _, round_ = _ended_by(raw)
    return raw.over and max(raw.rounds_opened) == round_


@proves(
    "The game was ended before its time, in round {n} of {all}.",
    "The facilitator ends the game early, in round {n}.",
)
def ended_in(raw: Raw, s: Sentence) -> bool:
    entry, round_ = _ended_by(raw)
    amid = entry.before.step in ("turn", "choice", "adjust")
    return _nothing_came_after(raw) and amid and _says(raw, s, round_)


@proves(
    "The game was ended before its time, after round {n} of {all}.",
    "The facilitator ends the game early, after round {n}.",
)
def ended_after(raw: Raw, s: Sentence) -> bool:
    entry, round_ = _ended_by(raw)
    done = entry.before.step in ("check", "answer", "opening")
    return _nothing_came_after(raw) and done and _says(raw, s, round_)


def _says(raw: Raw, s: Sentence, round_: int) -> bool:
    rounds = sum(raw.setup.rules.rounds)
    return s.params["n"] == round_ and s.params.get("all", rounds) == rounds


@proves(
    "The game was ended before its time: this is how far it came. {share} of the benefit has "
    "been realised; what the rest would have brought, nobody knows."
)
def so_far(raw: Raw, s: Sentence) -> bool:
    return _nothing_came_after(raw) and s.params["share"] == EN.percent(_share(raw))


# ------------------------------------------------------------------ the price
@proves("The saving was found, and it has a price.")
def has_a_price(raw: Raw, s: Sentence) -> bool:
    return _reached(raw)[TRACKS.index("economy")] and not all(_reached(raw))


@proves("{tracks} ends below where it began.")
def below(raw: Raw, s: Sentence) -> bool:
    return len(_named(s)) == s.params["n"] and all(raw.end.points[n] < 0 for n in _named(s))


@proves("On {tracks} a harm of {n} points or more came, and nothing made up for it.")
def not_made_up_for(raw: Raw, s: Sentence) -> bool:
    done = [e.idea for _, e in raw.standing(ev.IdeaRealised)]
    made = {(e.idea, e.track) for _, e in raw.standing(ev.AmendsMade)}
    return s.params["n"] == GRAVE_HARM and all(
        any(raw.end.truth[i][n] <= -GRAVE_HARM and (i, TRACKS[n]) not in made for i in done)
        for n in _named(s)
    )
