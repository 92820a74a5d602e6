"""What comes of the actions on an idea, its benefits and its risks: a sentence for each button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.engine import Idea, State
from game.engine import actions as act
from game.engine.actions import Action
from game.engine.limits import MATURITY_HIGH
from game.engine.lookups import (
    check_round,
    check_round_if_implemented,
    due_if_implemented,
    under_way,
)
from game.i18n import Words
from game.wording import actions
from game.wording.case_names import AMONG_OTHERS, CaseNames

Told = Callable[[Words, State], str]


def told(t: Words, state: State, action: type[Action]) -> str:
    """What an action on an idea is, and what comes of it."""
    return _TOLD[action](t, state)


def implementing(names: CaseNames, state: State, idea: Idea) -> str:
    """What comes of implementing an idea: that it may stumble, and which others come before it."""
    t = names.t
    settled = t("Implemented, it meets reality, and what is claimed for it is settled.")
    stumbles = not idea.was_proven and idea.maturity < MATURITY_HIGH
    risky = t("It is not proven: a die says if it stumbles.") if stumbles else ""
    return " ".join(text for text in (settled, risky, waiting(names, state, idea)) if text)


_NAMED: Final = 2
"""More ideas than these would fill a sheet with their names."""


def waiting(names: CaseNames, state: State, idea: Idea) -> str:
    """What an idea would have to wait for, were it implemented now; empty where it need not wait.

    A reality check takes few ideas; those that are under way come first.
    """
    t = names.t
    check, due = check_round_if_implemented(state, idea), due_if_implemented(state, idea)
    last = sum(state.setup.rules.rounds)
    if check == due or due > last:
        return ""
    before = [other for other in under_way(state) if check_round(state, other) < check]
    named = t.listed([names.called(other, AMONG_OTHERS) for other in before])
    if len(before) > _NAMED:
        named = t.plural("{n} other idea", "{n} other ideas", len(before))
    params = {"most": state.setup.rules.check_ideas, "ideas": named, "n": check}
    if check > last:
        return t(
            "Implemented now it waits for the follow-up, after {ideas}: {most} at a time at most.",
            **params,
        )
    return t(
        "Implemented now it waits for round {n}, after {ideas}: {most} at a time at most.",
        **params,
    )


def _trying(t: Words, _: State) -> str:
    return t(
        "You ask one thing about the idea, and hear the answer when the next round opens; then a "
        "die says if it works."
    )


def _shelving(t: Words, state: State) -> str:
    return t(
        "The idea leaves the table with all that is linked to it. Capacity +{n}.",
        n=state.setup.rules.shelve_gain,
    )


def _revising(t: Words, _: State) -> str:
    return t(
        "Say another number, as you know more now. It is free. If you know that it gives "
        "nothing, withdraw it with a 0."
    )


def _ranging(t: Words, _: State) -> str:
    return t("Say what it gives at worst and at best. It is free, and moves nothing in the game.")


def _anchoring(t: Words, state: State) -> str:
    return t.plural(
        "Anchoring gives the benefit an owner and a measure. Without an owner at most {n} point "
        "of it is harvested.",
        "Anchoring gives the benefit an owner and a measure. Without an owner at most {n} points "
        "of it are harvested.",
        state.setup.rules.unowned,
    )


def _handing_over(t: Words, _: State) -> str:
    return t("The owner gives it to somebody who says yes. It is free.")


def _promising(t: Words, state: State) -> str:
    price = actions.price_now(t, state, act.WriteBenefit)
    return t("Say in your own words what the idea gives here too. It takes {price}.", price=price)


def _naming(t: Words, _: State) -> str:
    return t("Say what the idea costs somebody here. A harm that is named costs no trust.")


def _making_up(t: Words, state: State) -> str:
    return t.plural(
        "You do something for those who bear it: the harm is {n} point less.",
        "You do something for those who bear it: the harm is {n} points less.",
        state.setup.rules.amends,
    )


def _following_up(t: Words, state: State) -> str:
    price = actions.price_now(t, state, act.FollowUp)
    return t("It gives 1 point more on its track, once. It takes {price}.", price=price)


def _mitigating(t: Words, state: State) -> str:
    price = actions.price_now(t, state, act.Mitigate)
    return t("You work against it, so that it strikes less often. It takes {price}.", price=price)


def _naming_the_item(t: Words, _: State) -> str:
    return t("Say which item of the economy the saving comes from. It is free.")


_TOLD: Mapping[type[Action], Told] = {
    act.Trial: _trying,
    act.Shelve: _shelving,
    act.Revise: _revising,
    act.SetRange: _ranging,
    act.Anchor: _anchoring,
    act.HandOver: _handing_over,
    act.WriteBenefit: _promising,
    act.NameDownside: _naming,
    act.NamePost: _naming_the_item,
    act.MakeAmends: _making_up,
    act.FollowUp: _following_up,
    act.Mitigate: _mitigating,
}
