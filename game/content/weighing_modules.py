"""Checks of a case's modules: whether they have what they need, and leave a game to be won.

All of it are warnings, but for a module that is named twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import fmean
from typing import Final

from game.content.findings import Finding
from game.content.positions import KeyPath
from game.content.schema import ScenarioFile
from game.engine.limits import BALANCE_EXTREME
from game.engine.setup import HOMES, TRACKS, ModuleName

MOST_MODULES: Final = 3
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


def module_findings(scenario: ScenarioFile) -> Iterator[Finding]:
    """All findings on a case's modules, and on who is at home on its tracks."""
    for check in _CHECKS:
        yield from check(scenario)


def _warn(code: str, path: KeyPath, **params: object) -> Finding:
    return Finding(code, path, params, "warning")


def repeated_module(scenario: ScenarioFile) -> Iterator[Finding]:
    """A module is switched on once."""
    modules = scenario.own_rules.modules
    for i, module in enumerate(modules):
        if module in modules[:i]:
            yield Finding("listed_twice", (*_MODULES, i), {"id": module})


def many_modules(scenario: ScenarioFile) -> Iterator[Finding]:
    """A room hears about two or three modules before it plays."""
    n = len(scenario.own_rules.modules)
    if n > MOST_MODULES:
        yield _warn("many_modules", _MODULES, n=n, most=MOST_MODULES)


def idle_keys(scenario: ScenarioFile) -> Iterator[Finding]:
    """What only a module reads is written where that module is on."""
    on = scenario.own_rules.modules
    written = scenario.rules.model_fields_set if scenario.rules else set()
    for key, module in _KEYS.items():
        if key in written and module not in on:
            yield _warn("idle_key", ("rules", key), key=key, module=module)
    for i, post in enumerate(scenario.economy.posts):
        if post.gives is not None and "posts" not in on:
            yield _warn("idle_key", (*_POSTS, i, "gives"), key="gives", module="posts")


# ------------------------------------------------------------------ posts
def post_ids(scenario: ScenarioFile) -> Iterator[Finding]:
    """Every post has an id of its own, written or from its place."""
    first: dict[str | None, KeyPath] = {}
    for i, post in enumerate(scenario.economy.posts):
        path = (*_POSTS, i, "id")
        if post.id in first:
            yield Finding("duplicate_id", path, {"id": post.id}, earlier=first[post.id])
        first.setdefault(post.id, path)


def posts(scenario: ScenarioFile) -> Iterator[Finding]:
    """With the module, every post says what it gives, and together they give enough."""
    if "posts" not in scenario.own_rules.modules:
        return
    economy = scenario.economy.posts
    if not economy:
        yield _warn("no_posts", _MODULES)
    for i, post in enumerate(economy):
        if post.gives is None:
            yield _warn("post_without_gives", (*_POSTS, i))
    if economy and all(post.gives is not None for post in economy):
        yield from _sum_of_posts(scenario, sum(post.gives or 0 for post in economy))


def _sum_of_posts(scenario: ScenarioFile, n: int) -> Iterator[Finding]:
    goal = scenario.tracks.economy.goal
    means = [fmean(idea.effects.economy or (0, 0)) for idea in scenario.ideas]
    gain = sum(mean for mean in means if mean > 0)
    if n < goal:
        yield _warn("posts_below_goal", _POSTS, n=n, goal=goal)
    elif scenario.ideas and n > gain:
        yield _warn("posts_never_bind", _POSTS, n=n, gain=gain)


# ------------------------------------------------------------------ demand and balance
def heavy_demand(scenario: ScenarioFile) -> Iterator[Finding]:
    """Demand takes less from a track than a group can win there."""
    rules = scenario.own_rules
    if "demand" not in rules.modules:
        return
    rounds = sum(rules.rounds)
    taken = -(-(rounds - 1) // len(rules.demand_tracks))
    for track in dict.fromkeys(rules.demand_tracks):
        goal = getattr(scenario.tracks, track).goal
        if taken > goal * MOST_DEMAND:
            params = {"n": taken, "rounds": rounds, "goal": goal}
            yield _warn("heavy_demand", ("tracks", track, "goal"), **params)


def balance_at_the_edge(scenario: ScenarioFile) -> Iterator[Finding]:
    """The balance starts where the group can still choose."""
    rules = scenario.own_rules
    if "tension" in rules.modules and abs(rules.balance) >= BALANCE_EXTREME:
        params = {"n": rules.balance, "low": 1 - BALANCE_EXTREME, "high": BALANCE_EXTREME - 1}
        yield _warn("balance_at_the_edge", ("rules", "balance"), **params)


# ------------------------------------------------------------------ roles
def homeless_track(scenario: ScenarioFile) -> Iterator[Finding]:
    """With the fewest roles in play, somebody is at home on every track."""
    seats = scenario.own_rules.roles_in_play
    homes = {track for role in scenario.roles[:seats] for track in role.home or HOMES[role.ability]}
    for track in TRACKS:
        if track not in homes:
            yield _warn("homeless_track", ("roles",), track=track, seats=seats)


_CHECKS: Final[tuple[Callable[[ScenarioFile], Iterator[Finding]], ...]] = (
    repeated_module,
    many_modules,
    idle_keys,
    post_ids,
    posts,
    heavy_demand,
    balance_at_the_edge,
    homeless_track,
)
