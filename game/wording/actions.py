"""What can be done, in words: the verb on the button, from which phase, the price, the effect.

The numbers in the texts come from the rules of the case; see :func:`numbers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from game.engine import actions as act
from game.engine.actions import Action
from game.engine.limits import (
    BALANCE_END,
    MATURITY_HIGH,
    MAX_SEATS,
    TRACK_HIGH,
    TRACK_LOW,
    TRUST_HIGH,
)
from game.engine.setup import Phase, Rules
from game.i18n import Words, mark

ONE_ACTION = mark("1 action")
ONE_AND_CAPACITY = mark("1 action and 1 capacity")
FREE = mark("free")
FACILITATOR = mark("the facilitator")


@dataclass(frozen=True, slots=True)
class Told:
    """An action in words, still in English; ``first`` is the phase from which it may be done."""

    verb: str
    price: str
    effect: str
    first: Phase = "ideas"


_PLACE_IDEA = mark(
    "The idea lies on its main track with an estimate: that is its first benefit. "
    "Balance: one step towards autonomy."
)
_PLACE_BENEFIT = mark(
    "A claim: this idea moves this track this much. An idea has at most one benefit on each track."
)
_PLACE_RISK = mark("What may go wrong with an idea is named. Balance: one step towards steering.")

_TOLD: Mapping[type[Action], Told] = {
    act.PlaceIdea: Told(mark("Place idea"), ONE_ACTION, _PLACE_IDEA),
    act.WriteIdea: Told(mark("Write idea"), ONE_ACTION, _PLACE_IDEA),
    act.PlaceBenefit: Told(mark("Place benefit"), ONE_ACTION, _PLACE_BENEFIT),
    act.WriteBenefit: Told(mark("Write benefit"), ONE_ACTION, _PLACE_BENEFIT),
    act.Claim: Told(
        mark("Claim free benefit"),
        FREE,
        mark("The benefit that comes with an ability, on the track it has just looked at."),
    ),
    act.PlaceRisk: Told(mark("Place risk"), ONE_ACTION, _PLACE_RISK),
    act.WriteRisk: Told(mark("Write risk"), ONE_ACTION, _PLACE_RISK),
    act.Rally: Told(
        mark("Rally"), ONE_ACTION, mark("The group gathers strength: capacity +{rally}.")
    ),
    act.Anchor: Told(
        mark("Anchor"),
        ONE_ACTION,
        mark(
            "A benefit gets its owner (yourself, or one who agrees) and its measure. "
            "Anchored, all of it is harvested. Balance: one step towards steering."
        ),
        "concretise",
    ),
    act.Mitigate: Told(
        mark("Mitigate"),
        ONE_AND_CAPACITY,
        mark("The group does something about a named risk: likelihood −{mitigation}."),
        "concretise",
    ),
    act.Trial: Told(
        mark("Try it small"),
        ONE_AND_CAPACITY,
        mark(
            "A trial: the die against the idea's maturity. At or below: proven, and its true "
            "effects are open. Above: learned, maturity +{learned} (at most {most_mature}) and a "
            "true risk or effect comes to light. A trial never moves a track. "
            "Balance: one step towards autonomy."
        ),
        "concretise",
    ),
    act.Shelve: Told(
        mark("Shelve"),
        ONE_ACTION,
        mark("The idea leaves the table with all that is linked to it. Capacity +{shelve_gain}."),
        "concretise",
    ),
    act.Implement: Told(
        mark("Implement"),
        mark("1 action and the idea's cost, 1 less if it is proven"),
        mark(
            "The idea is carried out and its estimates are locked. It is due at this round's "
            "reality check, or as many rounds later as its delay says. A proven idea may be "
            "scaled already in phase 2."
        ),
        "implement",
    ),
    act.FollowUp: Told(
        mark("Follow up"),
        ONE_AND_CAPACITY,
        mark(
            "A realised, anchored benefit that gave something gives 1 more on its track. "
            "Once for each benefit."
        ),
        "concretise",
    ),
    act.Revise: Told(
        mark("Revise estimate"),
        FREE,
        mark("A new estimate for a benefit, at any time before its idea is implemented."),
    ),
    act.HandOver: Told(
        mark("Hand over"),
        FREE,
        mark("The owner gives a benefit to somebody who agrees, on anybody's turn."),
        "concretise",
    ),
    act.UseAbility: Told(
        mark("Use ability"), FREE, mark("What your role can do, most of them once a phase.")
    ),
    act.Pass: Told(mark("Pass"), FREE, mark("Ends your turn. Actions that are left are lost.")),
    act.Choose: Told(mark("Choose"), FREE, mark("The starting seat chooses what the event does.")),
    act.Proceed: Told(mark("Go on"), FREE, mark("On to the reality check, or to the next round.")),
    act.SkipTurn: Told(mark("Skip turn"), FACILITATOR, mark("Skips the seat whose turn it is.")),
    act.EndPhase: Told(
        mark("End phase"),
        FACILITATOR,
        mark("Straight to this round's reality check, and then to the next phase."),
    ),
    act.Correct: Told(
        mark("Correct"),
        FACILITATOR,
        mark("Moves a track, the capacity or the trust, with a reason that is kept in the log."),
    ),
    act.CallEstimates: Told(
        mark("Estimate poker"),
        FACILITATOR,
        mark(
            "Everybody gives an estimate, hidden until all are in; then the furthest apart speak."
        ),
    ),
    act.GiveEstimate: Told(
        mark("Give estimate"), FREE, mark("Your own estimate, hidden until all are in.")
    ),
    act.CloseEstimates: Told(
        mark("Put estimates away"), FACILITATOR, mark("Ends the estimate poker.")
    ),
}


def numbers(rules: Rules) -> dict[str, object]:
    """Every number of the rules by its name, those of the case and the fixed ones."""
    many = asdict(rules)
    one, two, three = rules.rounds
    return {
        **many,
        "rounds_ideas": one,
        "rounds_concretise": two,
        "rounds_implement": three,
        "most_mature": MATURITY_HIGH,
        "max_seats": MAX_SEATS,
        "trust_high": TRUST_HIGH,
        "balance_end": BALANCE_END,
        "track_low": f"−{-TRACK_LOW}",
        "track_high": TRACK_HIGH,
    }


def verb(t: Words, action: type[Action]) -> str:
    """What an action is called on a button."""
    return t(_TOLD[action].verb)


def first_phase(action: type[Action]) -> Phase:
    """The phase from which an action may be done (a proven idea is implemented one earlier)."""
    return _TOLD[action].first


def price(t: Words, action: type[Action]) -> str:
    """What an action takes, as it stands inside a sentence."""
    return t(_TOLD[action].price)


def effect(t: Words, action: type[Action], rules: Rules) -> str:
    """What an action does, in one to four sentences with the numbers of the case."""
    return t(_TOLD[action].effect, **numbers(rules))
