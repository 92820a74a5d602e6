"""What a compiled scenario is to the rules: cards, roles, numbers. No prose, no files.

The content package builds a :class:`Setup` from a scenario file; the rules only read it. Cards are
identified by their id; their Danish and English names are not part of the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields, replace
from types import MappingProxyType
from typing import Any, Literal, get_args

from game.engine.limits import MAX_SEATS
from game.engine.values import FrozenDict
from game.frozen import frozen

Track = Literal["citizen", "process", "economy", "employee"]
Kind = Literal["product", "service", "process", "communication"]
Phase = Literal["ideas", "concretise", "implement", "follow_up"]
Deck = Literal["ideas", "benefits", "risks", "events"]
Ability = Literal[
    "citizen_voice",
    "controller",
    "union_voice",
    "front_line",
    "line_manager",
    "project_manager",
    "sponsor",
    "supplier",
    "analyst",
]
ModuleName = Literal[
    "tension",
    "posts",
    "demand",
    "combination",
    "invest",
    "patience",
    "everybody",
    "dropouts",
    "meetings",
]
Level = Literal["gentle", "normal", "demanding"]
AimKind = Literal[
    "track_at_least",
    "anchored_at_least",
    "proven_at_least",
    "scaled_at_least",
    "kinds_realised_at_least",
    "everyone_owns_at_least",
    "realism_at_least",
    "no_track_ever_below",
]

TRACKS: tuple[Track, ...] = get_args(Track)
KINDS: tuple[Kind, ...] = get_args(Kind)
PHASES: tuple[Phase, ...] = get_args(Phase)
LAST_WITH_TURNS: Phase = "implement"
"""The phase after which nobody has a turn any more."""
ABILITIES: tuple[Ability, ...] = get_args(Ability)
AIM_KINDS: tuple[AimKind, ...] = get_args(AimKind)
LEVELS: tuple[Level, ...] = get_args(Level)
MODULES: tuple[ModuleName, ...] = get_args(ModuleName)
"""The rules beyond the base game, each switched on by a case."""

INDEX: dict[str, int] = {track: i for i, track in enumerate(TRACKS)}
"""The place of a track in every tuple of four."""

VOICES: dict[str, Track] = {
    "citizen_voice": "citizen",
    "controller": "economy",
    "union_voice": "employee",
}
"""The abilities that learn the true effects on one track."""

STANDING: tuple[Ability, ...] = ("front_line", "line_manager")
"""Abilities that count by themselves and are never used by decision."""

ON_AN_IDEA: tuple[Ability, ...] = ("supplier", "analyst")
"""Abilities that are used on one idea."""


HOMES: dict[Ability, tuple[Track, ...]] = {
    "citizen_voice": ("citizen",),
    "controller": ("economy",),
    "union_voice": ("employee",),
    "front_line": ("citizen", "process"),
    "line_manager": ("process", "employee"),
    "project_manager": ("process",),
    "sponsor": ("economy", "citizen"),
    "supplier": ("process", "economy"),
    "analyst": ("process", "economy"),
}
"""The tracks on which a role is at home, by its ability, unless its case says otherwise."""


SUITED: dict[Kind, tuple[Track, Track]] = {
    "product": ("process", "citizen"),
    "service": ("citizen", "employee"),
    "process": ("process", "economy"),
    "communication": ("employee", "citizen"),
}
"""The tracks that a written idea of each kind moves best: a point more on the one that is its main
track, and something besides on the other."""


@frozen
class IdeaCard:
    """An idea as the scenario knows it.

    ``effects`` holds, for each track it moves, the lowest and highest true effect in points; one
    whole number is drawn from it at the start of a session. ``risks`` are the ids of the risk cards
    that are true for it.
    """

    id: str
    track: Track
    kind: Kind
    cost: int = 2
    maturity: int = 3
    delay: int = 0
    promise: Mapping[Track, int] = field(default_factory=FrozenDict, hash=False)
    effects: Mapping[Track, tuple[int, int]] = field(default_factory=FrozenDict, hash=False)
    risks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("promise", "effects"):
            given = getattr(self, name)
            if type(given) is not FrozenDict:
                object.__setattr__(self, name, FrozenDict(given))

    @property
    def face(self) -> IdeaCard:
        """The card as it is printed: what is true of it nobody can read there."""
        return IdeaCard(
            self.id, self.track, self.kind, self.cost, self.maturity, self.delay, self.promise
        )


@frozen
class BenefitCard:
    """A benefit that can be claimed for any idea, on its own track."""

    id: str
    track: Track


@frozen
class RiskCard:
    """A risk: ``about`` are the ideas printed on it, some of them falsely."""

    id: str
    track: Track
    severity: int = 3
    likelihood: int = 3
    about: tuple[str, ...] = ()


@frozen
class Effect:
    """What one option of an event does; zero or ``None`` where it does nothing."""

    capacity: int = 0
    trust: int = 0
    balance: int = 0
    likelihood: Track | None = None
    maturity: Kind | None = None
    owner_leaves: bool = False
    reveal: Track | None = None


@frozen
class EventCard:
    """An event with one option (it just happens) or two (the starting seat chooses)."""

    id: str
    options: tuple[Effect, ...]


@frozen
class Aim:
    """A condition on the result; ``value`` is points, a count, or a share for realism."""

    kind: AimKind
    value: float
    track: Track | None = None


@frozen
class Role:
    """A stakeholder role: one ability, one aim, and the tracks on which it is at home.

    A role that is made without ``home`` has that of its ability.
    """

    id: str
    ability: Ability
    aim: Aim
    home: tuple[Track, ...] = ()

    def __post_init__(self) -> None:
        if not self.home:
            object.__setattr__(self, "home", HOMES[self.ability])


@frozen
class Post:
    """A post of the economy overview, and the most points that all ideas together take from it."""

    id: str
    points: int


@frozen
class Rules:
    """Every number a scenario may change, with the tuned defaults."""

    rounds: tuple[int, int, int] = (2, 2, 3)
    actions: int = 11
    actions_many_seats: int = 11
    many_seats: int = 7
    capacity: int = 3
    trust: int = 5
    deal_first: int = 8
    deal_later: int = 4
    deals_later: int = 2
    open_ideas: int = 8
    written_cost: int = 3
    written_maturity: int = 3
    written_delay: int = 1
    rally: int = 1
    mitigation: int = 3
    unnamed: int = 2
    unspoken: int = 2
    amends: int = 2
    stumble: int = 1
    unowned: int = 3
    shelve_gain: int = 2
    learned: int = 2
    broken_word: int = 4
    combination: int = 1
    roles_in_play: int = 6
    modules: tuple[ModuleName, ...] = ()
    check_ideas: int = 2
    word_kept: int = 1
    owner_load: int = 4
    small_cost: int = 1
    demand_tracks: tuple[Track, ...] = ("citizen", "employee")
    balance: int = 0
    level: Level = "normal"
    """The level on which the case is usually played."""


@frozen
class LevelChange:
    """What a level adds to each goal, and to the group's actions in a round."""

    goals: int = 0
    actions: int = 0


LEVEL_CHANGES: Mapping[Level, LevelChange] = {
    "gentle": LevelChange(goals=-1, actions=3),
    "normal": LevelChange(),
    "demanding": LevelChange(goals=1),
}
LEAST_GOAL = 3
"""No level takes a goal below this."""


Goals = tuple[int, int, int, int]


@frozen
class Setup:
    """A case, compiled: everything the rules need to know of a scenario.

    Cards stand in the scenario's order. ``goals`` are points, one for each track in the order of
    :data:`TRACKS`. Goals and rules are those of ``level``; ``normal`` has those that the case says,
    where they are others.
    """

    id: str
    ideas: tuple[IdeaCard, ...]
    benefits: tuple[BenefitCard, ...]
    risks: tuple[RiskCard, ...]
    events: tuple[EventCard, ...]
    roles: tuple[Role, ...]
    goals: Goals = (8, 8, 8, 8)
    rules: Rules = field(default_factory=Rules)
    posts: tuple[Post, ...] = ()
    level: Level = "normal"
    normal: tuple[Goals, Rules] | None = field(default=None, repr=False, compare=False)
    by_id: CardIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", CardIndex(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return Setup, tuple(getattr(self, f.name) for f in fields(self) if f.init)

    def view(
        self,
        ideas: tuple[IdeaCard, ...],
        benefits: tuple[BenefitCard, ...],
        risks: tuple[RiskCard, ...],
        events: tuple[EventCard, ...],
    ) -> Setup:
        """The same case with these of its cards, as somebody sees it."""
        seen = object.__new__(Setup)
        cards = {"ideas": ideas, "benefits": benefits, "risks": risks, "events": events}
        for part in fields(self):
            given = cards[part.name] if part.name in cards else getattr(self, part.name)
            object.__setattr__(seen, part.name, given)
        object.__setattr__(seen, "by_id", CardIndex(seen, self.by_id.common))
        return seen

    @property
    def most_seats(self) -> int:
        """The seats of the largest table: each of them has a role of its own."""
        return max(1, min(MAX_SEATS, len(self.roles)))

    def at(self, level: Level) -> Setup:
        """The same case on a level; from whichever level it is on now."""
        goals, rules = self.normal or (self.goals, self.rules)
        change = LEVEL_CHANGES[level]
        a, b, c, d = (max(min(goal, LEAST_GOAL), goal + change.goals) for goal in goals)
        actions = rules.actions + change.actions
        many = rules.actions_many_seats + change.actions
        return replace(
            self,
            goals=(a, b, c, d),
            rules=replace(rules, actions=actions, actions_many_seats=many),
            level=level,
            normal=(goals, rules),
        )


class Common:
    """What a case and every view of it have in common: the rules, the roles and the posts.

    One object for all of them, so that what was found for one is found again for the others.
    """

    __slots__ = ("_able", "_homes", "posts", "roles", "rules")

    def __init__(self, setup: Setup) -> None:
        self.rules = setup.rules
        self.roles = MappingProxyType({role.id: role for role in setup.roles})
        self.posts = MappingProxyType({post.id: post for post in setup.posts})
        self._homes: dict[tuple[str, ...], frozenset[Track]] = {}
        self._able: dict[tuple[str, ...], Mapping[str, Role]] = {}

    def homes_of(self, roles: tuple[str, ...]) -> frozenset[Track]:
        """The tracks on which a seat with these roles is at home."""
        homes = self._homes.get(roles)
        if homes is None:
            played = [role for id, role in self.roles.items() if id in roles]
            homes = self._homes[roles] = frozenset([t for role in played for t in role.home])
        return homes

    def able(self, roles: tuple[str, ...]) -> Mapping[str, Role]:
        """Of these roles those with each ability, the case's first of several."""
        able = self._able.get(roles)
        if able is None:
            played = [role for id, role in self.roles.items() if id in roles]
            able = self._able[roles] = {role.ability: role for role in reversed(played)}
        return able


class CardIndex:
    """The cards of a case by id, with indexes for the enumeration of legal actions.

    ``dearest`` is the most that anything costs in capacity; more than that makes no difference.
    ``views`` are the parts of the case that were seen in a game, by what had been seen.
    """

    __slots__ = (
        "_faces",
        "about",
        "benefits",
        "common",
        "dearest",
        "events",
        "ideas",
        "posts",
        "risks",
        "roles",
        "rules",
        "track_places",
        "views",
    )

    def __init__(self, setup: Setup, common: Common | None = None) -> None:
        self.common = common or Common(setup)
        self.rules = setup.rules
        self.roles, self.posts = self.common.roles, self.common.posts
        self.ideas = MappingProxyType({card.id: card for card in setup.ideas})
        self.benefits = MappingProxyType({card.id: card for card in setup.benefits})
        self.risks = MappingProxyType({card.id: card for card in setup.risks})
        self.events = MappingProxyType({card.id: card for card in setup.events})
        self.track_places = {card.id: INDEX[card.track] for card in setup.benefits}
        self.about = {card.id: frozenset(card.about) for card in setup.risks}
        self.dearest = max([setup.rules.written_cost, 1, *(card.cost for card in setup.ideas)])
        self.views: dict[object, Setup] = {}
        self._faces: Mapping[str, IdeaCard] | None = None

    @property
    def faces(self) -> Mapping[str, IdeaCard]:
        """The ideas as they are printed, made when somebody first looks at them."""
        if self._faces is None:
            self._faces = {id: card.face for id, card in self.ideas.items()}
        return self._faces
