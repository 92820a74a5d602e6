"""Texts of the actions: the verb on the button, the price, the effect.

The numbers in the texts come from the rules of the case; see :func:`numbers`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, replace

from game.engine import SPECS, Cost, Exempt, Price, State, cost, is_relieved
from game.engine import actions as act
from game.engine.actions import Action
from game.engine.limits import (
    BALANCE_END,
    BALANCE_EXTREME,
    BALANCE_LEANING,
    CLAIM_HELD,
    CLAIM_MISSED,
    HARMFUL,
    MAIN_SPREAD,
    MATURITY_HIGH,
    MAX_SEATS,
    MITIGATIONS_OF_WRITTEN,
    MORE_RISKS,
    PATIENCE_CAPACITY,
    PATIENCE_LEAST,
    PATIENCE_TRUST,
    TRACK_HIGH,
    TRACK_LOW,
    TRUST_HIGH,
)
from game.engine.setup import ModuleName, Rules
from game.frozen import frozen
from game.i18n import Words, mark

_PRICES: Mapping[Price, str] = {
    Price(): mark("free"),
    Price(1): mark("1 action"),
    Price(1, card_saves=1): mark("1 action; none if the benefit lies there as a card"),
    Price(1, 1): mark("1 action and 1 capacity"),
    Price(1, idea_cost=True): mark("1 action and the idea's cost"),
}
"""The text of each declared price; discounts of roles and modules are described with them."""
_FACILITATOR = mark("the facilitator")


@frozen
class ActionText:
    """The texts of an action, not translated yet; price and phase follow from its declaration.

    ``unlisted`` says why the rules text does not list the action in its table.
    """

    verb: str
    effect: str
    unlisted: Exempt | None = None


_WRITTEN = Exempt("what is written is told with the cards from the hand")
_OF_A_MODULE = Exempt("the module that brings it tells it")
_ASKED_FOR = Exempt("the screen asks for it when it is due")

_PLACE_IDEA = mark("The idea lies on its main track with an estimate: that is its first benefit.")
_PLACE_BENEFIT = mark(
    "A claim: this idea moves this track this much. An idea has at most one benefit on each track."
)
_NAME_DOWNSIDE = mark(
    "What the idea costs somebody is said: 1 to 4 points, and who bears it. It takes the place of "
    "a benefit on that track. A harm that comes unnamed costs trust, and {unspoken} points more."
)
_PLACE_RISK = mark(
    "What may go wrong with an idea is named: it strikes less often, and can be worked against."
)

_WRITE_IDEA = mark(
    "An idea in your own words. It lies on its main track with an estimate: that is its first "
    "benefit."
)
_WRITE_BENEFIT = mark(
    "A claim in your own words: this idea moves this track this much. An idea has at most one "
    "benefit on each track."
)
_WRITE_RISK = mark(
    "You say in your own words what may go wrong with an idea: then it strikes less often, "
    "and can be mitigated."
)

TEXTS: Mapping[type[Action], ActionText] = {
    act.PlaceIdea: ActionText(mark("Place idea"), _PLACE_IDEA),
    act.WriteIdea: ActionText(mark("Write idea"), _WRITE_IDEA, _WRITTEN),
    act.PlaceBenefit: ActionText(mark("Place benefit"), _PLACE_BENEFIT),
    act.WriteBenefit: ActionText(mark("Write benefit"), _WRITE_BENEFIT, _WRITTEN),
    act.Claim: ActionText(
        mark("Claim free benefit"),
        mark("The benefit that comes with an ability, on the track it has just looked at."),
        Exempt("the ability tells it"),
    ),
    act.NameDownside: ActionText(mark("Name downside"), _NAME_DOWNSIDE),
    act.PlaceRisk: ActionText(mark("Place risk"), _PLACE_RISK),
    act.WriteRisk: ActionText(mark("Write risk"), _WRITE_RISK, _WRITTEN),
    act.Rally: ActionText(mark("Rally"), mark("The group gathers strength: capacity +{rally}.")),
    act.Anchor: ActionText(
        mark("Anchor"),
        mark(
            "A benefit gets its owner (yourself, or one who agrees) and its measure. With an owner "
            "who is at home on its track all of it is harvested; without one {unowned} at most."
        ),
    ),
    act.Mitigate: ActionText(
        mark("Mitigate"),
        mark(
            "The group does something about a named risk: likelihood −{mitigation}. A risk in your "
            "own words can be mitigated {written_mitigations} times."
        ),
    ),
    act.MakeAmends: ActionText(
        mark("Make up for a downside"),
        mark("The group does something for those who bear it: the harm is {amends} less. Once."),
    ),
    act.Trial: ActionText(
        mark("Try it small"),
        mark(
            "A small experiment with one question: what the idea truly gives on a "
            "track, or what may go wrong. The answer comes when the next round opens, "
            "and a die is thrown. At the idea's maturity or below it is proven, and you "
            "know all its true effects. Above it whoever set it up chooses what to "
            "adjust. Until then the idea is neither implemented nor shelved. A trial "
            "never moves a track."
        ),
    ),
    act.Adjust: ActionText(
        mark("Adjust"),
        mark(
            "After a trial that did not work: the idea becomes more mature (+{learned}, "
            "at most {most_mature}), or one more true effect or a true risk comes to "
            "light."
        ),
        _ASKED_FOR,
    ),
    act.Shelve: ActionText(
        mark("Shelve"),
        mark("The idea leaves the table with all that is linked to it. Capacity +{shelve_gain}."),
    ),
    act.Implement: ActionText(
        mark("Implement"),
        mark(
            "The idea becomes part of everyday work, and what was claimed for it is locked. "
            "It is due at this round's reality check, or as many rounds later as its delay "
            "says. An idea is small if it costs {small_cost} at most."
        ),
    ),
    act.FollowUp: ActionText(
        mark("Follow up"),
        mark(
            "A realised, anchored benefit that gave something gives 1 more on its track. "
            "Once for each benefit."
        ),
    ),
    act.Revise: ActionText(
        mark("Revise estimate"),
        mark(
            "A new number for a benefit or a downside, until its idea is implemented. What is "
            "known to give nothing, or to harm nobody, is withdrawn with a 0."
        ),
    ),
    act.SetRange: ActionText(
        mark("Set a range"),
        mark(
            "How sure are you? Say between which points a benefit lies, at worst and at "
            "best, at any time before its idea is implemented. The range moves nothing; it "
            "stands in the benefit register, and the debrief tells how often the truth lay "
            "within."
        ),
    ),
    act.HandOver: ActionText(
        mark("Hand over"),
        mark("The owner gives a benefit to somebody who agrees, on anybody's turn."),
    ),
    act.UseAbility: ActionText(
        mark("Use ability"), mark("What your role can do, usually once a phase.")
    ),
    act.Pass: ActionText(mark("End turn"), mark("Ends your turn. Actions that are left are lost.")),
    act.Choose: ActionText(
        mark("Choose"), mark("Whoever begins the round chooses what the event does."), _ASKED_FOR
    ),
    act.Answer: ActionText(
        mark("Answer reality"),
        mark(
            "Whoever made the claim that reality asked about stands by it, revises it, or "
            "withdraws it with a 0 where it truly gives nothing."
        ),
        _ASKED_FOR,
    ),
    act.NamePost: ActionText(
        mark("Name item"),
        mark("The item of the economy overview that a benefit on Economy comes from."),
        _OF_A_MODULE,
    ),
    act.SpendTrust: ActionText(
        mark("Ask for patience"),
        mark(
            "Trust −{patience_trust}, capacity +{patience_capacity}. Once a round, while trust is "
            "{patience_least} or more."
        ),
        _OF_A_MODULE,
    ),
    act.Proceed: ActionText(
        mark("Go on"), mark("On to the reality check, or to the next round."), _ASKED_FOR
    ),
    act.SkipTurn: ActionText(mark("Skip turn"), mark("Skips the player whose turn it is.")),
    act.EndPhase: ActionText(
        mark("End phase"),
        mark("Straight to this round's reality check, and then to the next phase."),
    ),
    act.EndGame: ActionText(
        mark("End the game"),
        mark("What is under way meets reality now, and the result follows."),
    ),
    act.Correct: ActionText(
        mark("Correct"),
        mark("Moves a track, the capacity or the trust, with a reason that is kept in the log."),
    ),
    act.Arrive: ActionText(
        mark("Add a seat"),
        mark(
            "Somebody comes late: a new seat, at most {max_seats} in all, with a role that nobody "
            "plays and cards as the others got them. It has its turn after all others."
        ),
    ),
    act.Leave: ActionText(
        mark("Away"),
        mark(
            "Nobody sits there for now. Turns and questions pass the seat by; what belongs to it "
            "stays there."
        ),
    ),
    act.Return: ActionText(
        mark("Back"),
        mark("Somebody is back, and has a turn in this round unless they have had it."),
    ),
    act.Replace: ActionText(
        mark("Replace"),
        mark("Somebody else takes the seat, with its cards, its roles and its benefits."),
    ),
    act.TakeRole: ActionText(
        mark("Take another role"),
        mark(
            "A seat plays another role too: one that nobody plays, or that of somebody who is away "
            "or plays several."
        ),
    ),
    act.CallEstimates: ActionText(
        mark("Estimate poker"),
        mark(
            "Everybody gives an estimate or has no opinion, hidden until all are in; then the "
            "furthest apart speak."
        ),
    ),
    act.GiveEstimate: ActionText(
        mark("Give estimate"),
        mark("Your own estimate, hidden until all are in. You may change it until then."),
        _ASKED_FOR,
    ),
    act.CloseEstimates: ActionText(mark("Put estimates away"), mark("Ends the estimate poker.")),
}


def numbers(rules: Rules) -> dict[str, object]:
    """Every number of the rules by name: those of the case and the fixed ones."""
    of_case = {part.name: getattr(rules, part.name) for part in fields(rules)}
    one, two, three = rules.rounds
    return {
        **of_case,
        "rounds_ideas": one,
        "rounds_concretise": two,
        "rounds_implement": three,
        "most_mature": MATURITY_HIGH,
        "max_seats": MAX_SEATS,
        "trust_high": TRUST_HIGH,
        "balance_end": BALANCE_END,
        "balance_extreme": BALANCE_EXTREME,
        "balance_leaning": BALANCE_LEANING,
        "patience_trust": PATIENCE_TRUST,
        "patience_capacity": PATIENCE_CAPACITY,
        "patience_least": PATIENCE_LEAST,
        "written_mitigations": MITIGATIONS_OF_WRITTEN,
        "main_low": max(1, rules.written_cost - 1),
        "main_high": max(1, rules.written_cost - 1) + MAIN_SPREAD - 1,
        "harmful": HARMFUL,
        "more_risks": MORE_RISKS,
        "claim_held": CLAIM_HELD,
        "claim_missed": CLAIM_MISSED,
        "track_low": f"−{-TRACK_LOW}",
        "track_high": TRACK_HIGH,
    }


def verb(t: Words, action: type[Action]) -> str:
    """The verb of an action, as on a button."""
    return t(TEXTS[action].verb)


def pressed(t: Words, action: type[Action], opened: int | None, rounds: int) -> str:
    """What was pressed for an action; of going on, where it went: the round that it ``opened``."""
    return going_on(t, opened, rounds) if action is act.Proceed else verb(t, action)


def going_on(t: Words, opens: int | None, rounds: int) -> str:
    """The button that goes on: to the reality check, or to the round that it ``opens``.

    After all ``rounds`` comes the follow-up.
    """
    if opens is None:
        return t("Hold the reality check")
    return t("On to the follow-up") if opens > rounds else t("Open round {n}", n=opens)


def price(t: Words, action: type[Action], modules: Collection[ModuleName] = ()) -> str:
    """The price of an action, in lower case for use within a sentence.

    Of all discounts it has those that a module gives at any time.
    """
    spec = SPECS[action]
    if spec.who == "facilitator":
        return t(_FACILITATOR)
    reliefs = spec.price.reliefs
    return _price(t, action, any(r.lean == 0 and r.module in modules for r in reliefs))


def price_now(t: Words, state: State, action: type[Action]) -> str:
    """The price of an action of a player, with what modules save of it as the game stands."""
    return _price(t, action, any(is_relieved(state, r) for r in SPECS[action].price.reliefs))


def _price(t: Words, action: type[Action], relieved: bool) -> str:
    declared = SPECS[action].price
    capacity = declared.capacity - relieved
    return t(_PRICES[replace(declared, capacity=capacity, perk=None, reliefs=())])


def takes(t: Words, state: State, action: Action) -> str:
    """What an action takes now, in a sentence; empty where it is free."""
    if isinstance(action, act.Trial | act.Mitigate | act.Anchor):
        return cost_now(t, state, action)
    found = cost(state, action)
    spent = [t.plural("{n} action", "{n} actions", found.actions)] if found.actions else []
    if found.capacity:
        spent.append(t.plural("{n} capacity", "{n} capacity", found.capacity))
    if not spent:
        return ""
    price = t.listed(spent)
    return t("It takes {price}. The group has {n} capacity.", price=price, n=state.capacity)


def cost_now(t: Words, state: State, action: act.Trial | act.Mitigate | act.Anchor) -> str:
    """What an action on an idea on the table takes now, and what saves something of it."""
    takes = cost(state, action)
    if isinstance(action, act.Anchor):
        return _anchoring(t, takes)
    if takes.relief == "tension":
        if state.balance < 0:
            return t("It takes 1 action, and no capacity, since you lean towards autonomy.")
        return t("It takes 1 action, and no capacity, since you lean towards steering.")
    if takes.relief is not None:
        return t("It takes 1 action, and no capacity: here trials are part of the work.")
    if takes.perk is not None:
        return t("It takes 1 action. Your first trial of the round costs no capacity.")
    return t("It takes 1 action and 1 capacity. You have {n} capacity.", n=state.capacity)


def _anchoring(t: Words, takes: Cost) -> str:
    if not takes.actions and takes.perk is not None:
        return t("It takes no action: your first anchoring of the round is free.")
    if not takes.actions:
        return t("It takes no action: the benefit is a card, and brings its measure.")
    return t.plural("It takes {n} action.", "It takes {n} actions.", takes.actions)


def effect(t: Words, action: type[Action], rules: Rules) -> str:
    """The effect of an action, in one to four sentences with the numbers of the case."""
    return t(TEXTS[action].effect, **numbers(rules))


def listed() -> list[type[Action]]:
    """The players' actions that the rules text lists in its table."""
    return [a for a, text in TEXTS.items() if _of_players(a) and text.unlisted is None]


def _of_players(action: type[Action]) -> bool:
    return SPECS[action].who != "facilitator"
