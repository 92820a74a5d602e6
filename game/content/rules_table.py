"""The numbers of the rules that a scenario may change."""

from __future__ import annotations

from typing import Any, Final

from game.content.kinds import OneOf, Several, Whole
from game.content.tables import Table, key
from game.engine.setup import LEVELS, MODULES, TRACKS, Level, ModuleName, Rules, Track

_ROUNDS: Final = Several(Whole(1, 6), 3, least=3)
_DEMAND: Final = Several[Track](OneOf(TRACKS), 4, least=1)


class RulesTable(Table):
    """The engine's numbers that a scenario changes; ``None`` where it keeps the default."""

    rounds: list[int] | None = key(
        _ROUNDS,
        "Rounds of idea development, concretisation and implementation; normally [2, 2, 3].",
        [1, 1, 1],
        unit="rounds",
        default=None,
    )
    actions: int | None = key(
        Whole(3, 30),
        "Actions the group has in a round; normally 11. The strongest lever after the risks.",
        11,
        unit="actions",
        default=None,
    )
    actions_many_seats: int | None = key(
        Whole(3, 30),
        "Actions in a round when many seats are taken; normally 11.",
        11,
        unit="actions",
        default=None,
    )
    many_seats: int | None = key(
        Whole(2, 9),
        "From how many seats on that number counts; normally 7.",
        7,
        unit="seats",
        default=None,
    )
    capacity: int | None = key(
        Whole(0, 20), "Capacity at the start; normally 3.", 3, unit="capacity", default=None
    )
    trust: int | None = key(
        Whole(1, 10), "Trust at the start; normally 5.", 5, unit="trust", default=None
    )
    deal_first: int | None = key(
        Whole(1, 30),
        "Cards of each sort dealt at the start; normally 8.",
        8,
        unit="cards",
        default=None,
    )
    deal_later: int | None = key(
        Whole(0, 20),
        "Cards of each sort dealt at a later opening; normally 4.",
        4,
        unit="cards",
        default=None,
    )
    deals_later: int | None = key(
        Whole(0, 10),
        "At how many later openings cards are dealt; normally 2.",
        2,
        unit="rounds",
        default=None,
    )
    open_ideas: int | None = key(
        Whole(1, 12),
        "Ideas not yet realised that may lie on the table; normally 8.",
        8,
        unit="ideas",
        default=None,
    )
    written_cost: int | None = key(
        Whole(1, 9), "What a written idea costs; normally 3.", 3, unit="capacity", default=None
    )
    written_maturity: int | None = key(
        Whole(1, 5),
        "How mature a written idea is; normally 3.",
        3,
        unit="eyes of a die",
        default=None,
    )
    written_delay: int | None = key(
        Whole(0, 2),
        "How late a written idea is felt; normally 1.",
        1,
        unit="rounds",
        default=None,
    )
    written_claims: int | None = key(
        Whole(1, 24),
        "Of version 1: the most that a written idea could claim. It does nothing now.",
        5,
        unit="points",
        default=None,
        deprecated=True,
    )
    rally: int | None = key(
        Whole(1, 5), "Capacity that rallying gives; normally 1.", 1, unit="capacity", default=None
    )
    mitigation: int | None = key(
        Whole(1, 7),
        "By how much a mitigation lowers a likelihood; normally 3.",
        3,
        unit="eyes of a die",
        default=None,
    )
    unnamed: int | None = key(
        Whole(0, 6),
        "By how much an unnamed risk is likelier; normally 2.",
        2,
        unit="eyes of a die",
        default=None,
    )
    unspoken: int | None = key(
        Whole(0, 4),
        "By how much a harm is worse that nobody had named; normally 2.",
        2,
        unit="points",
        default=None,
    )
    amends: int | None = key(
        Whole(0, 4),
        "By how much a harm is less when a downside was made up for; normally 2.",
        2,
        unit="points",
        default=None,
    )
    stumble: int | None = key(
        Whole(0, 6),
        "What a stumble takes off the idea's main track; normally 1.",
        1,
        unit="points",
        default=None,
    )
    unowned: int | None = key(
        Whole(0, 6),
        "The most that a benefit gives which nobody owns; normally 3.",
        3,
        unit="points",
        default=None,
    )
    shelve_gain: int | None = key(
        Whole(0, 9),
        "Capacity that shelving an idea gives back; normally 2.",
        2,
        unit="capacity",
        default=None,
    )
    learned: int | None = key(
        Whole(0, 5),
        "Maturity gained when an idea that its trial did not prove is adjusted; normally 2.",
        2,
        unit="eyes of a die",
        default=None,
    )
    unknown_severity: int | None = key(
        Whole(0, 4),
        "Of version 1: what the unknown took from a written idea. It does nothing now.",
        3,
        unit="points",
        default=None,
        deprecated=True,
    )
    unknown_likelihood: int | None = key(
        Whole(0, 6),
        "Of version 1: how likely the unknown was. It does nothing now.",
        5,
        unit="eyes of a die",
        default=None,
        deprecated=True,
    )
    broken_word: int | None = key(
        Whole(1, 12),
        "So far off what was said of an idea the word is broken and costs trust; normally 4.",
        4,
        unit="points",
        default=None,
    )
    combination: int | None = key(
        Whole(0, 5),
        "What a combination moves the main track by; normally 1. For the module combination.",
        1,
        unit="points",
        default=None,
    )
    roles_in_play: int | None = key(
        Whole(1, 8),
        "With fewer seats, roles are dealt out until so many are in play; normally 6.",
        6,
        unit="roles",
        default=None,
    )

    modules: list[ModuleName] | None = key(
        Several[ModuleName](OneOf(MODULES), 9),
        "The modules of this case, rules that are added to the base game; two or three, and none "
        "in a first game.",
        ["demand", "patience"],
        default=None,
    )
    check_ideas: int | None = key(
        Whole(1, 6),
        "Ideas that are harvested in one reality check; the others wait. Normally 2.",
        2,
        unit="ideas",
        default=None,
    )
    word_kept: int | None = key(
        Whole(0, 3),
        "How far off what was claimed for an idea may be for the word to be kept; normally 1.",
        1,
        unit="points",
        default=None,
    )
    owner_load: int | None = key(
        Whole(1, 24),
        "Benefits not yet realised that a seat can own without answering worse; normally 4.",
        4,
        unit="benefits",
        default=None,
    )
    small_cost: int | None = key(
        Whole(0, 9),
        "Ideas of this cost or less may be implemented from the first phase on; normally 1.",
        1,
        unit="capacity",
        default=None,
    )
    demand_tracks: list[Track] | None = key(
        _DEMAND,
        "The tracks that growing demand pulls down, in turn; for the module demand.",
        ["citizen", "employee"],
        default=None,
    )
    balance: int | None = key(
        Whole(-5, 5),
        "Where the balance starts, towards autonomy below 0, towards steering above; for the "
        "module tension.",
        3,
        unit="steps of the balance",
        default=None,
    )

    level: Level | None = key(
        OneOf(LEVELS),
        "The level on which this case is usually played; a group may choose another at the start.",
        "gentle",
        default=None,
    )

    def changed(self) -> Rules:
        """The rules with these numbers, short of those that only version 1 had."""
        values = ((name, getattr(self, name)) for name in Rules.__dataclass_fields__)
        return Rules(**{name: _frozen(value) for name, value in values if value is not None})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
