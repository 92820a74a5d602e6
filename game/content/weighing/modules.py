"""Checks of a case's modules: whether they have what they need, and leave a game to be won.

What makes a case impossible to play, such as a module named twice, is in
:mod:`game.content.semantics`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.content.findings import Finding
from game.content.positions import KeyPath
from game.content.weighing import usual
from game.content.weighing.subject import Check, Subject, warn
from game.engine.limits import BALANCE_EXTREME
from game.engine.setup import HOMES, TRACKS, ModuleName

MOST_DEMAND: Final = 0.5
"""What demand may take from a track in a whole game, as a share of its goal."""

_KEYS: Final[dict[str, ModuleName]] = {
    "balance": "tension",
    "demand_tracks": "demand",
    "combination": "combination",
}
"""The keys of ``[rules]`` that only a module reads."""
_POSTS: Final[KeyPath] = ("economy", "posts")
_MODULES: Final[KeyPath] = ("rules", "modules")


def many_modules(case: Subject) -> Iterator[Finding]:
    """A room hears about two or three modules before it plays."""
    n = len(case.scenario.own_rules.modules)
    if n > usual.MOST_MODULES:
        yield warn("many_modules", _MODULES, n=n, most=usual.MOST_MODULES)


def idle_keys(case: Subject) -> Iterator[Finding]:
    """What only a module reads is written where that module is on."""
    on = case.scenario.own_rules.modules
    written = case.scenario.rules.model_fields_set if case.scenario.rules else set()
    for key, module in _KEYS.items():
        if key in written and module not in on:
            yield warn("idle_key", ("rules", key), key=key, module=module)
    for i, post in enumerate(case.scenario.economy.posts):
        if post.gives is not None and "posts" not in on:
            yield warn("idle_key", (*_POSTS, i, "gives"), key="gives", module="posts")
    if "tension" not in on:
        yield from (
            warn("idle_key", (*path, "balance"), key="balance", module="tension")
            for path in _shifts(case)
        )


def _shifts(case: Subject) -> Iterator[KeyPath]:
    """The events, and the options of events, that shift the balance."""
    for i, event in enumerate(case.scenario.events):
        if event.balance:
            yield "events", i
        for j, option in enumerate(event.options or ()):
            if option.balance:
                yield "events", i, "options", j


# ------------------------------------------------------------------ posts
def posts(case: Subject) -> Iterator[Finding]:
    """With the module, every post says what it gives, and together they give enough."""
    if "posts" not in case.scenario.own_rules.modules:
        return
    economy = case.scenario.economy.posts
    if not economy:
        yield warn("no_posts", _MODULES).beginning((*_POSTS, 0))
    for i, post in enumerate(economy):
        if post.gives is None:
            yield warn("post_without_gives", (*_POSTS, i, "gives"))
    if economy and all(post.gives is not None for post in economy):
        yield from _sum_of_posts(case, sum(post.gives or 0 for post in economy))


def _sum_of_posts(case: Subject, n: int) -> Iterator[Finding]:
    goal, gain = case.goal("economy"), case.gain("economy")
    if n < goal:
        yield warn("posts_below_goal", _POSTS, n=n, goal=goal)
    elif case.scenario.ideas and n > gain:
        yield warn("posts_never_bind", _POSTS, n=n, gain=gain)


# ------------------------------------------------------------------ demand and balance
def heavy_demand(case: Subject) -> Iterator[Finding]:
    """Demand takes less from a track than a group can win there."""
    rules = case.scenario.own_rules
    if "demand" not in rules.modules:
        return
    rounds = case.rounds
    taken = -(-(rounds - 1) // len(rules.demand_tracks))
    for track in dict.fromkeys(rules.demand_tracks):
        goal = case.goal(track)
        if taken > goal * MOST_DEMAND:
            params = {"n": taken, "rounds": rounds, "goal": goal}
            yield warn("heavy_demand", ("tracks", track, "goal"), **params)


def balance_at_the_edge(case: Subject) -> Iterator[Finding]:
    """The balance starts where the group can still choose."""
    rules = case.scenario.own_rules
    if "tension" in rules.modules and abs(rules.balance) >= BALANCE_EXTREME:
        params = {"n": rules.balance, "low": 1 - BALANCE_EXTREME, "high": BALANCE_EXTREME - 1}
        yield warn("balance_at_the_edge", ("rules", "balance"), **params)


# ------------------------------------------------------------------ roles
def homeless_track(case: Subject) -> Iterator[Finding]:
    """With the fewest roles in play, somebody is at home on every track."""
    seats = min(case.scenario.own_rules.roles_in_play, len(case.scenario.roles))
    homes = {
        track for role in case.scenario.roles[:seats] for track in role.home or HOMES[role.ability]
    }
    for track in TRACKS:
        if track not in homes:
            params = {"track": track, "seats": seats}
            begin = "roles", seats - 1, "home"
            yield warn("homeless_track", ("roles",), **params).beginning(begin)


ALWAYS: Final[tuple[Check, ...]] = (
    many_modules,
    idle_keys,
    posts,
    heavy_demand,
    balance_at_the_edge,
    homeless_track,
)
"""Of every case."""
