"""The course of a game: opening a round, the event, the turns, and going on."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.limits import OPTIONS
from game.engine.lookups import income, present_from, share, stand_in
from game.engine.rules import guards, modules
from game.engine.rules.abilities import open_track
from game.engine.rules.reality_check import close_check, follow_up, reality_check
from game.engine.rules.spec import ActionSpec, Exempt, Specs
from game.engine.rules.tested_claims import answer, check_answer
from game.engine.rules.trials import adjust, ask_for_adjustment, check_adjust, report_trials
from game.engine.rules.trust import handle_lost_trust
from game.engine.setup import PHASES, Effect, Phase, Rules
from game.engine.state import State
from game.engine.transaction import Transaction


def phase_of(rules: Rules, round: int) -> Phase:
    """The phase of a round (1 is the first)."""
    for phase, rounds in zip(PHASES, rules.rounds, strict=False):
        if round <= rounds:
            return phase
        round -= rounds
    return "follow_up"


def last_round(rules: Rules, phase: Phase) -> int:
    """The number of the last round of a phase."""
    return sum(rules.rounds[: PHASES.index(phase) + 1])


# ------------------------------------------------------------------ opening
def open_round(d: Transaction) -> None:
    """What trials have shown comes first; then the event, and what follows it."""
    s = d.state
    number = s.round + 1
    starter = stand_in(s, (s.starter + 1) % len(s.seats))
    d.emit(ev.RoundOpened(number, phase_of(s.setup.rules, number), starter))
    report_trials(d)
    if not ask_for_adjustment(d):
        _event(d)


def _event(d: Transaction) -> None:
    """From the second opening on an event is turned over."""
    s = d.state
    modules.round_opened(d)
    if s.openings > 1 and s.event_deck:
        card = s.setup.by_id.events[s.event_deck[0]]
        d.emit(ev.EventTurned(card.id, len(card.options) > 1))
        if len(card.options) > 1:
            return
        _happens(d, card.options[0])
    _income_and_cards(d)


def _income_and_cards(d: Transaction) -> None:
    if d.state.over:
        return
    d.capacity(income(d.state.trust), "income")
    _deal(d)
    _begin_turn(d, stand_in(d.state, d.state.starter))


def _deal(d: Transaction) -> None:
    s, rules = d.state, d.state.setup.rules
    if s.openings > 1 + rules.deals_later:
        return
    count = rules.deal_first if s.openings == 1 else rules.deal_later
    there = present_from(s, s.starter)
    next_up, dealt = 0, []
    for deck in (s.idea_deck, s.benefit_deck, s.risk_deck):
        cards = deck[:count]
        dealt.append(tuple((there[n % len(there)], card) for n, card in enumerate(cards, next_up)))
        next_up += len(cards)
    if any(dealt):
        d.emit(ev.Dealt(*dealt))


# ------------------------------------------------------------------ what trials ask
def _adjust(d: Transaction, a: act.Adjust) -> None:
    """Then the next trial's report asks, or the round goes on."""
    adjust(d, a)
    if not ask_for_adjustment(d):
        _event(d)


# ------------------------------------------------------------------ events
def _check_choose(s: State, a: act.Choose) -> Refusal | None:
    """By the starting seat or who stands in for it, when an event has two options."""
    if s.step != "choice":
        return refuse("nothing_to_choose")
    if type(a.seat) is not int or a.seat != s.turn:
        return refuse("not_your_turn", seat=s.turn)
    return None if type(a.option) is int and a.option in OPTIONS else refuse("no_such_option")


def _choose(d: Transaction, a: act.Choose) -> None:
    """Apply the chosen option, and continue the round."""
    card = d.state.setup.by_id.events[d.state.event or ""]
    d.emit(ev.OptionChosen(a.seat, card.id, a.option))
    _happens(d, card.options[a.option])
    _income_and_cards(d)


def _happens(d: Transaction, effect: Effect) -> None:
    """What an option does; a crisis of trust at an opening pauses the round that opens."""
    d.capacity(effect.capacity, "event")
    d.trust(effect.trust, "event")
    d.balance(effect.balance, "event")
    if effect.likelihood:
        d.emit(ev.LikelihoodRaised(effect.likelihood))
    if effect.maturity:
        d.emit(ev.MaturityLowered(effect.maturity))
    if effect.owner_leaves:
        _owner_leaves(d)
    if effect.reveal:
        open_track(d, effect.reveal)
    handle_lost_trust(d, d.state.round)


def _owner_leaves(d: Transaction) -> None:
    """Who owns most loses the greatest claim that is not yet realised; ties go to the first."""
    s = d.state
    owned = [
        (b, idea, track)
        for idea in s.ideas
        if idea.status != "realised"
        for track, b in idea.claims()
        if b.owner is not None
    ]
    if not owned:
        return
    count = [sum(1 for b, _, _ in owned if b.owner == i) for i in range(len(s.seats))]
    seats = [(s.starter + i) % len(s.seats) for i in range(len(s.seats))]
    leaver = max(seats, key=lambda i: count[i])
    mine = [x for x in owned if x[0].owner == leaver]
    _, idea, track = max(mine, key=lambda x: x[0].estimate)
    d.emit(ev.OwnerLeft(leaver, idea.id, track))


# ------------------------------------------------------------------ turns
def _begin_turn(d: Transaction, seat: int) -> None:
    d.emit(ev.TurnBegan(seat, share(d.state, seat)))


def next_turn_if_done(d: Transaction) -> None:
    """Pass the turn on when the seat has no action left; after the last seat the check is due."""
    s = d.state
    if s.step != "turn" or s.actions > 0:
        return
    for seat in s.waiting:
        if share(s, seat) > 0:
            _begin_turn(d, seat)
            return
    d.emit(ev.TurnsEnded())


def _pass_turn(d: Transaction, a: act.Pass) -> None:
    """What is left of the turn is lost."""
    d.emit(ev.Passed(a.seat, skipped=False))


# ------------------------------------------------------------------ going on
def _check_proceed(s: State, a: act.Proceed) -> Refusal | None:
    """Allowed after the turns, or after the reality check."""
    if s.step == "turn":
        return refuse("turns_first", seat=s.turn)
    if s.step in ("adjust", "choice", "answer"):
        return refuse(guards.WAITING_FOR[s.step])
    return refuse("game_over") if s.over else None


def _proceed(d: Transaction, a: act.Proceed) -> None:
    """The reality check, the next round, or at the end the follow-up."""
    s = d.state
    if s.step == "check":
        if reality_check(d):
            _close_check(d)
    elif s.round < sum(s.setup.rules.rounds):
        open_round(d)
    else:
        follow_up(d)


def _answer(d: Transaction, a: act.Answer) -> None:
    """Then the check ends."""
    answer(d, a)
    _close_check(d)


def _close_check(d: Transaction) -> None:
    close_check(d)
    handle_lost_trust(d, d.state.round + 1)


SPECS: Specs = {
    act.Adjust: ActionSpec(
        who="each",
        check=check_adjust,
        carry_out=_adjust,
        contribution=Exempt("the report of a trial asks, and no turn has begun"),
    ),
    act.Answer: ActionSpec(
        who="each",
        check=check_answer,
        carry_out=_answer,
        contribution=Exempt("the reality check asks, and all turns are over"),
    ),
    act.Pass: ActionSpec(
        who="turn",
        carry_out=_pass_turn,
        contribution=Exempt("a turn that only ends has given nothing"),
    ),
    act.Choose: ActionSpec(
        who="starter",
        check=_check_choose,
        carry_out=_choose,
        contribution=Exempt("the event asks, and no turn has begun"),
    ),
    act.Proceed: ActionSpec(
        who="anybody",
        check=_check_proceed,
        carry_out=_proceed,
        contribution=Exempt("the game goes on by itself"),
    ),
}
