"""The numbers of the rules that a scenario may change."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import Field

from game.content.field_types import Table, key
from game.engine.setup import Level, ModuleName, Rules, Track

Rounds = Annotated[list[Annotated[int, Field(ge=1, le=6)]], Field(min_length=3, max_length=3)]

DemandTracks = Annotated[list[Track], Field(min_length=1, max_length=4)]

_FORMER: Final[dict[str, Any]] = {"json_schema_extra": {"deprecated": True}}
"""What editors show of a key that only version 1 of the rules counted with."""


class RulesTable(Table):
    """The engine's numbers that a scenario changes; ``None`` where it keeps the default."""

    rounds: Rounds | None = key(
        "Rounds of idea development, concretisation and implementation; normally [2, 2, 3].",
        [1, 1, 1],
        unit="rounds",
        default=None,
    )
    actions: int | None = key(
        "Actions the group has in a round; normally 11. The strongest lever after the risks.",
        11,
        unit="actions",
        default=None,
        ge=3,
        le=30,
    )
    actions_many_seats: int | None = key(
        "Actions in a round when many seats are taken; normally 11.",
        11,
        unit="actions",
        default=None,
        ge=3,
        le=30,
    )
    many_seats: int | None = key(
        "From how many seats on that number counts; normally 7.",
        7,
        unit="seats",
        default=None,
        ge=2,
        le=9,
    )
    capacity: int | None = key(
        "Capacity at the start; normally 3.", 3, unit="capacity", default=None, ge=0, le=20
    )
    trust: int | None = key(
        "Trust at the start; normally 5.", 5, unit="trust", default=None, ge=1, le=10
    )
    deal_first: int | None = key(
        "Cards of each sort dealt at the start; normally 8.",
        8,
        unit="cards",
        default=None,
        ge=1,
        le=30,
    )
    deal_later: int | None = key(
        "Cards of each sort dealt at a later opening; normally 4.",
        4,
        unit="cards",
        default=None,
        ge=0,
        le=20,
    )
    deals_later: int | None = key(
        "How many later rounds begin with new cards; normally 2.",
        2,
        unit="rounds",
        default=None,
        ge=0,
        le=10,
    )
    open_ideas: int | None = key(
        "Ideas not yet realised that may lie on the table; normally 8.",
        8,
        unit="ideas",
        default=None,
        ge=1,
        le=12,
    )
    written_cost: int | None = key(
        "What a written idea costs; normally 3.", 3, unit="capacity", default=None, ge=1, le=9
    )
    written_maturity: int | None = key(
        "How mature a written idea is; normally 3.",
        3,
        unit="pips on a die",
        default=None,
        ge=1,
        le=5,
    )
    written_delay: int | None = key(
        "Delay of a written idea, in rounds; normally 1.",
        1,
        unit="rounds",
        default=None,
        ge=0,
        le=2,
    )
    written_claims: int | None = key(
        "Of version 1: the most that a written idea could claim. It does nothing now.",
        5,
        unit="points",
        default=None,
        ge=1,
        le=24,
        **_FORMER,
    )
    rally: int | None = key(
        "Capacity that rallying gives; normally 1.", 1, unit="capacity", default=None, ge=1, le=5
    )
    mitigation: int | None = key(
        "By how much a mitigation lowers a likelihood; normally 3.",
        3,
        unit="pips on a die",
        default=None,
        ge=1,
        le=7,
    )
    unnamed: int | None = key(
        "By how much an unnamed risk is likelier; normally 2.",
        2,
        unit="pips on a die",
        default=None,
        ge=0,
        le=6,
    )
    unspoken: int | None = key(
        "By how much a harm is worse that nobody had named; normally 2.",
        2,
        unit="points",
        default=None,
        ge=0,
        le=4,
    )
    amends: int | None = key(
        "By how much a harm is less when a downside was made up for; normally 2.",
        2,
        unit="points",
        default=None,
        ge=0,
        le=4,
    )
    stumble: int | None = key(
        "What a stumble takes off the idea's main track; normally 1.",
        1,
        unit="points",
        default=None,
        ge=0,
        le=6,
    )
    unowned: int | None = key(
        "The most that a benefit nobody owns gives; normally 3.",
        3,
        unit="points",
        default=None,
        ge=0,
        le=6,
    )
    shelve_gain: int | None = key(
        "Capacity that shelving an idea gives back; normally 2.",
        2,
        unit="capacity",
        default=None,
        ge=0,
        le=9,
    )
    learned: int | None = key(
        "Maturity gained when an idea that its trial did not prove is adjusted; normally 2.",
        2,
        unit="pips on a die",
        default=None,
        ge=0,
        le=5,
    )
    unknown_severity: int | None = key(
        "Of version 1: what the unknown took from a written idea. It does nothing now.",
        3,
        unit="points",
        default=None,
        ge=0,
        le=4,
        **_FORMER,
    )
    unknown_likelihood: int | None = key(
        "Of version 1: how likely the unknown was. It does nothing now.",
        5,
        unit="pips on a die",
        default=None,
        ge=0,
        le=6,
        **_FORMER,
    )
    broken_word: int | None = key(
        "This far off what was said about an idea, the word is broken and costs trust; normally 4.",
        4,
        unit="points",
        default=None,
        ge=1,
        le=12,
    )
    combination: int | None = key(
        "How much a combination moves the main track; normally 1. For the module combination.",
        1,
        unit="points",
        default=None,
        ge=0,
        le=5,
    )
    roles_in_play: int | None = key(
        "With fewer seats, roles are dealt out until this many are in play; normally 6.",
        6,
        unit="roles",
        default=None,
        ge=1,
        le=8,
    )

    modules: list[ModuleName] | None = key(
        "The modules of this case, rules that are added to the base game: two are plenty, three "
        "the most that can be explained, and none in a first game.",
        ["demand", "patience"],
        default=None,
        max_length=9,
    )
    check_ideas: int | None = key(
        "Ideas that are harvested in one reality check; the others wait. Normally 2.",
        2,
        unit="ideas",
        default=None,
        ge=1,
        le=6,
    )
    word_kept: int | None = key(
        "How far off what was claimed for an idea may be for the word to be kept; normally 1.",
        1,
        unit="points",
        default=None,
        ge=0,
        le=3,
    )
    owner_load: int | None = key(
        "Benefits not yet realised that a seat can own without answering worse; normally 4.",
        4,
        unit="benefits",
        default=None,
        ge=1,
        le=24,
    )
    small_cost: int | None = key(
        "Ideas of this cost or less may be implemented from the first phase on; normally 1.",
        1,
        unit="capacity",
        default=None,
        ge=0,
        le=9,
    )
    demand_tracks: DemandTracks | None = key(
        "The tracks that growing demand pulls down, in turn; for the module demand.",
        ["citizen", "employee"],
        default=None,
    )
    balance: int | None = key(
        "Where the balance starts, towards autonomy below 0, towards steering above; for the "
        "module tension.",
        3,
        unit="steps of the balance",
        default=None,
        ge=-5,
        le=5,
    )

    level: Level | None = key(
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
