"""What lies on the table without words, explained in a sentence with the numbers of this game.

Each says what a thing is, what it costs or gives, and what happens next.
"""

from __future__ import annotations

from typing import Literal

from game.engine import INDEX, PHASES, SPECS, Role, State, Track
from game.engine.limits import (
    BALANCE_END,
    BALANCE_EXTREME,
    BALANCE_LEANING,
    TRUST_HIGH,
)
from game.engine.lookups import actions_of, income, present
from game.engine.setup import Phase
from game.i18n import Words
from game.views.meter import meter_view
from game.wording import actions, figures, terms
from game.wording.case_names import CaseNames

Band = Literal["ideas", "benefits", "risks"]
"""The kinds of cards that are dealt."""
_BEFORE_DEALING = ("choice", "adjust")
"""The steps in which a round has opened, and its cards are still to be dealt."""


def capacity(t: Words, state: State) -> str:
    """What capacity is for, and how much is to come."""
    return t(
        "Capacity {n}: what the group has to get things done with. Cards and buttons say what they "
        "cost of it; the next round gives {more}.",
        n=state.capacity,
        more=income(state.trust),
    )


def trust(t: Words, state: State) -> str:
    """What trust gives each round, and what happens without any."""
    said = t(
        "Trust {n} of {most}: each round it gives the group half of it, rounded down, and 1 more "
        "capacity – now {more}.",
        n=state.trust,
        most=TRUST_HIGH,
        more=income(state.trust),
    )
    if state.paused_round:
        return said
    pauses = t("The first time it is 0 the project pauses.")
    return f"{said} {pauses}"


def balance(t: Words, state: State) -> str:
    """Where the balance stands, what that eases, and from where on it costs."""
    side = {-1: t("towards autonomy"), 0: t("in the middle"), 1: t("towards steering")}
    at = state.balance
    stands = t("Balance {n} of {most}", n=figures.signed(t, at), most=BALANCE_END)
    eased = t(
        "From {n} steps of autonomy trials cost no capacity, and from {n} steps of steering "
        "mitigating costs none; from {far} steps a reality check costs 1 trust.",
        n=BALANCE_LEANING,
        far=BALANCE_EXTREME,
    )
    return f"{stands} {side[(at > 0) - (at < 0)]}. {eased}"


def meter(names: CaseNames, state: State, track: Track) -> str:
    """The picture of a track: where it stands, and what in it shows that."""
    drawn = names.t("The flag is at what is claimed; the white lines are 0 and the goal.")
    return f"{stands(names, state, track)} {drawn}"


def stands(names: CaseNames, state: State, track: Track) -> str:
    """What a track has reached, what is claimed of it, and what a check does."""
    t, view = names.t, meter_view(names, state, track)
    return t(
        "{track}: {points} of the {goal} points of the goal are realised, and {claimed} are "
        "claimed. The reality check shows how much of it holds.",
        track=terms.track(t, track),
        points=t.number(view.points),
        goal=state.setup.goals[INDEX[track]],
        claimed=t.number(view.claimed),
    )


def deck_of(state: State, band: Band) -> tuple[str, ...]:
    """The deck of a band, from which its cards are dealt."""
    decks = {"ideas": state.idea_deck, "benefits": state.benefit_deck, "risks": state.risk_deck}
    return decks[band]


def deck(t: Words, state: State, band: Band) -> str:
    """How many cards a deck has left, and how many come out of it next."""
    left, rules = len(deck_of(state, band)), state.setup.rules
    cards = {"ideas": t("ideas"), "benefits": t("benefits"), "risks": t("risks")}[band]
    if not left:
        return t("The deck of {cards} is empty.", cards=cards)
    stands = t("The deck of {cards}: {n} left.", cards=cards, n=left)
    opened = state.openings - (state.step in _BEFORE_DEALING)
    more = min(left, rules.deal_later) if opened <= rules.deals_later else 0
    dealt = t.plural("{n} is dealt next time.", "{n} are dealt next time.", more)
    if not more:
        dealt = t("No more are dealt in this game.")
    return f"{stands} {dealt}"


def indicator(names: CaseNames, state: State, track: Track) -> str:
    """What a track is measured by, and where that stands."""
    t, view = names.t, meter_view(names, state, track)
    return t(
        "{track} is measured by “{indicator}”: {baseline} at the start, {now} now, {target} is the "
        "goal.",
        track=terms.track(t, track),
        indicator=names.case.tracks[track].indicator.read(t.lang),
        baseline=view.value(t, 0),
        now=view.value(t, view.points),
        target=view.value(t, view.goal),
    )


def phase(t: Words, state: State, code: Phase) -> str:
    """Which phase it is, how long it lasts, and what can be done from then on."""
    said = t(
        "{phase}, phase {n} of {all}: {rounds}.",
        phase=terms.phase(t, code),
        n=terms.phase_number(code),
        all=len(PHASES),
        rounds=_rounds(t, state, code),
    )
    return " ".join(part for part in (said, _new_in(t, code)) if part)


def _new_in(t: Words, code: Phase) -> str:
    """What can be done from a phase on; what can be done from the beginning is too much to list."""
    if code == PHASES[0]:
        return t("Ideas, benefits and risks are placed, and ideas tried small.")
    new = [a for a in actions.listed() if SPECS[a].first_phase == code]
    verbs = t.listed([actions.verb(t, action) for action in new])
    return t("New from here on: {verbs}.", verbs=verbs) if new else ""


def _rounds(t: Words, state: State, code: Phase) -> str:
    """The rounds of a phase; the last phase follows when all rounds are played."""
    rounds, at = state.setup.rules.rounds, PHASES.index(code)
    if at >= len(rounds):
        return t("after the last round")
    first, last = sum(rounds[:at]) + 1, sum(rounds[: at + 1])
    if last <= first:
        return t("round {n}", n=first) if last == first else t("no round in this game")
    return t("rounds {first} to {last}", first=first, last=last)


def course(t: Words, state: State) -> str:
    """How many rounds are left, and what ends each of them."""
    left = sum(state.setup.rules.rounds) - state.round
    if left < 0:
        return t("Follow-up: what is still under way is realised now.")
    rest = t.plural("{n} round is left after it", "{n} rounds are left after it", left)
    return t(
        "Round {n}: every seat has a turn, then comes the reality check; {rest}.",
        n=state.round_now,
        rest=rest,
    )


def actions_left(t: Words, state: State) -> str:
    """What the dots of a turn are, and why there are so many."""
    n, rules, seats = state.actions, state.setup.rules, len(present(state))
    left = t.plural("{n} action is left of this turn", "{n} actions are left of this turn", n)
    told = t(
        "{left}: placing a card or doing something else usually takes one, and those not "
        "used are lost when the turn ends.",
        left=left,
    )
    if seats == 1:
        return told
    shared = t("The group's {n} actions of a round are shared out.", n=actions_of(rules, seats))
    return f"{told} {shared}"


def seat(names: CaseNames, state: State) -> str:
    """Who has the turn, and as what."""
    t, name = names.t, state.seats[state.turn].name
    roles = [names.role(role.id) for role in state.roles_of(state.turn)]
    return t("{name} has the turn, as {roles}.", name=name, roles=t.listed(roles))


def role(names: CaseNames, role: Role) -> str:
    """Where a role is at home, and what it cares for most."""
    t = names.t
    return t(
        "{role}: {home} (the house). Cares most for: {aim} (the target).",
        role=names.role(role.id),
        home=terms.home(t, role.home),
        aim=terms.aim(t, role.aim),
    )
