"""What the keys of a case's rules are called, on the screen of its author and beside the keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import mark

RULE_NUMBERS: Final[Mapping[str, str]] = {
    "actions": mark("Actions in a round"),
    "actions_many_seats": mark("Actions when many sit at the table"),
    "many_seats": mark("Many seats: this many or more"),
    "capacity": mark("Capacity at the start"),
    "trust": mark("Trust at the start"),
    "deal_first": mark("Cards of each sort at the start"),
    "deal_later": mark("Cards of each sort dealt later"),
    "deals_later": mark("How often cards are dealt later"),
    "open_ideas": mark("Open ideas on the table"),
    "roles_in_play": mark("Roles in play"),
    "written_cost": mark("Cost of an idea the group writes"),
    "written_maturity": mark("Maturity of an idea the group writes"),
    "written_delay": mark("Delay of an idea the group writes"),
    "rally": mark("Capacity that rallying gives"),
    "mitigation": mark("How much mitigating lowers the likelihood"),
    "unnamed": mark("How much likelier an unnamed risk is"),
    "unspoken": mark("How much worse a harm is that nobody named"),
    "amends": mark("How much less a harm is when it is made up for"),
    "stumble": mark("How many points a stumble costs"),
    "unowned": mark("The most that a benefit without an owner gives"),
    "shelve_gain": mark("Capacity that shelving gives back"),
    "learned": mark("Maturity that an adjusted idea gains"),
    "broken_word": mark("Word broken: at least this many points off"),
    "word_kept": mark("Word kept: at most this many points off"),
    "check_ideas": mark("Ideas harvested in one reality check"),
    "owner_load": mark("Benefits that somebody can own well"),
    "small_cost": mark("Ideas of this cost may be implemented at once"),
}
"""The numbers that every case may set."""
RULE_NAMES: Final[Mapping[str, str]] = {
    **RULE_NUMBERS,
    "rounds": mark("Rounds of the three phases"),
    "level": mark("Usually played on"),
    "demand_tracks": mark("Growing demand pulls down"),
    "balance": mark("Where the balance starts: autonomy below 0, steering above"),
    "modules": mark("Rules that are added"),
    "combination": mark("How far a combination moves the main track"),
}
"""Every key of the rules that advice speaks of."""
