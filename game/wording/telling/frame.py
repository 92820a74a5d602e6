"""Telling the frame of the game: rounds, events, turns, and the means that the group shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.engine import events as ev
from game.engine.setup import INDEX, Track
from game.i18n import mark
from game.wording import names
from game.wording.telling.speaker import Speaker


# ------------------------------------------------------------------ rounds and turns
def _begun(say: Speaker, e: ev.Begun) -> str:
    return say.t.plural(
        "The game begins with {n} seat.", "The game begins with {n} seats.", len(e.seats)
    )


def _round_opened(say: Speaker, e: ev.RoundOpened) -> str:
    if e.phase == "follow_up":
        return say.t("Follow-up: what is still under way is realised now.")
    return say.t(
        "Round {n}, {phase}: {seat} starts.",
        n=e.round,
        phase=names.phase(say.t, e.phase),
        seat=say.seat(e.starter),
    )


def _event_turned(say: Speaker, e: ev.EventTurned) -> str:
    event = say.short(say.names.event(e.card))
    if e.choice:
        seat = say.seat(say.state.starter)
        return say.t("Event: {event}. {seat} chooses what to do.", event=event, seat=seat)
    return say.t("Event: {event}.", event=event)


def _option_chosen(say: Speaker, e: ev.OptionChosen) -> str:
    options = say.case.events[e.card].options
    option = options[e.option].read(say.t.lang) if e.option < len(options) else ""
    return say.t("{seat} chooses: {option}", seat=say.seat(e.seat), option=say.short(option))


def _dealt(say: Speaker, e: ev.Dealt) -> str:
    t = say.t
    parts = [
        t.plural("{n} idea", "{n} ideas", len(e.ideas)) if e.ideas else "",
        t.plural("{n} benefit", "{n} benefits", len(e.benefits)) if e.benefits else "",
        t.plural("{n} risk", "{n} risks", len(e.risks)) if e.risks else "",
    ]
    return t("New cards: {cards}.", cards=say.t.listed([part for part in parts if part]))


def _turn_began(say: Speaker, e: ev.TurnBegan) -> str:
    return say.t.plural(
        "{seat} has the turn: {n} action.",
        "{seat} has the turn: {n} actions.",
        e.actions,
        seat=say.seat(e.seat),
    )


def _turns_ended(say: Speaker, e: ev.TurnsEnded) -> str:
    return say.t("All have had their turn. Next is the reality check.")


def _passed(say: Speaker, e: ev.Passed) -> str:
    if e.skipped:
        return say.t("The facilitator skips the turn of {seat}.", seat=say.seat(e.seat))
    return say.t("{seat} passes.", seat=say.seat(e.seat))


def _phase_ended(say: Speaker, e: ev.PhaseEnded) -> str:
    return say.t(
        "The facilitator ends the phase early: {phase}.", phase=names.phase(say.t, e.phase)
    )


def _ended(say: Speaker, e: ev.Ended) -> str:
    return say.t("The game is over: {verdict}.", verdict=names.verdict(say.t, e.verdict))


# ------------------------------------------------------------------ shared means
_CAPACITY: Mapping[ev.Why, str] = {
    "income": mark("Capacity {by}: the round's income."),
    "shelved": mark("Capacity {by}, freed by what was shelved."),
    "ability": mark("Capacity {by} for the group."),
    "event": mark("Capacity {by} from the event."),
}
_TRUST: Mapping[ev.Why, str] = {
    "word_kept": mark("Trust {by}: {idea} gave exactly what was claimed."),
    "word_broken": mark("Trust {by}: {idea} gave something quite different from what was claimed."),
    "balanced": mark("Trust {by}: autonomy and steering are in balance."),
    "below_zero": mark("Trust {by}: below zero on {tracks}."),
    "event": mark("Trust {by} from the event."),
}

TOLD_ELSEWHERE: Mapping[type[ev.Event], frozenset[ev.Why]] = {
    ev.CapacityChanged: frozenset({"correction"}),
    ev.TrustChanged: frozenset({"correction"}),
    ev.BalanceShifted: frozenset({"placing", "anchoring", "trying", "towards_zero"}),
    ev.TrackMoved: frozenset({"risk", "harvest", "follow_up", "correction"}),
}
"""The reasons of changes that have no sentence, since another event of the decision tells them, or
the table shows them."""


def _capacity_changed(say: Speaker, e: ev.CapacityChanged) -> str | None:
    by = say.signed(e.by)
    if e.why == "rally":
        who = say.actor()
        if who is None:
            return say.t("The group rallies: capacity {by}.", by=by)
        return say.t("{seat} rallies the group: capacity {by}.", seat=who, by=by)
    return say.t(_CAPACITY[e.why], by=by) if e.why in _CAPACITY else None


def _trust_changed(say: Speaker, e: ev.TrustChanged) -> str | None:
    by = say.signed(e.by)
    if e.why == "unbalanced":
        if say.state.balance > 0:
            return say.t("Trust {by}: the group leans too far towards steering.", by=by)
        return say.t("Trust {by}: the group leans too far towards autonomy.", by=by)
    if e.why == "pause":
        return say.t("The group starts afresh with trust {n}.", n=e.by)
    if e.why not in _TRUST:
        return None
    idea = say.letter(e.idea) if e.idea is not None else ""
    return say.t(_TRUST[e.why], by=by, idea=idea, tracks=_below_zero(say))


def _below_zero(say: Speaker) -> str:
    watched: tuple[Track, ...] = ("citizen", "employee")
    return say.t.listed([say.track(t) for t in watched if say.state.points[INDEX[t]] < 0])


def _balance_shifted(say: Speaker, e: ev.BalanceShifted) -> str | None:
    """Only an event's: that placing and anchoring shift the balance is seen on the table."""
    if e.why != "event":
        return None
    if e.by > 0:
        return say.t.plural(
            "Balance: {n} step towards steering.", "Balance: {n} steps towards steering.", e.by
        )
    return say.t.plural(
        "Balance: {n} step towards autonomy.", "Balance: {n} steps towards autonomy.", -e.by
    )


def _track_moved(say: Speaker, e: ev.TrackMoved) -> str | None:
    """Only for a combination: elsewhere what moved the track has told it."""
    if e.why != "combination":
        return None
    return say.t(
        "{moved}: a new work process and something of another kind, realised together.",
        moved=say.moved(e.track, e.by),
    )


def _action_gained(say: Speaker, e: ev.ActionGained) -> str:
    return say.t.plural("{n} action more this turn.", "{n} actions more this turn.", e.actions)


def _likelihood_raised(say: Speaker, e: ev.LikelihoodRaised) -> str:
    return say.t("The risks on {track} have become more likely.", track=say.track(e.track))


def _maturity_lowered(say: Speaker, e: ev.MaturityLowered) -> str:
    kind = names.kind(say.t, e.kind)
    return say.t("Ideas of the kind “{kind}” that are not proven are less mature now.", kind=kind)


def _owner_left(say: Speaker, e: ev.OwnerLeft) -> str:
    return say.t(
        "{seat} no longer owns {idea} on {track}: the benefit needs a new owner.",
        seat=say.seat(e.seat),
        idea=say.letter(e.idea),
        track=say.track(e.track),
    )


def _paused(say: Speaker, e: ev.Paused) -> str:
    return say.t(
        "Trust is gone and the project pauses: nothing is implemented in round {n}.", n=e.round
    )


def _stopped(say: Speaker, e: ev.Stopped) -> str:
    return say.t("Trust is gone for the second time: the project is stopped.")


def _correction_made(say: Speaker, e: ev.CorrectionMade) -> str:
    return say.t(
        "The facilitator corrects {what} by {by} ({reason}).",
        what=names.corrected(say.t, e.what),
        by=say.signed(e.by),
        reason=say.short(e.reason),
    )


TELLINGS: dict[type[ev.Event], Callable[[Speaker, Any], str | None]] = {
    ev.Begun: _begun,
    ev.RoundOpened: _round_opened,
    ev.EventTurned: _event_turned,
    ev.OptionChosen: _option_chosen,
    ev.Dealt: _dealt,
    ev.TurnBegan: _turn_began,
    ev.TurnsEnded: _turns_ended,
    ev.Passed: _passed,
    ev.PhaseEnded: _phase_ended,
    ev.Ended: _ended,
    ev.CapacityChanged: _capacity_changed,
    ev.TrustChanged: _trust_changed,
    ev.BalanceShifted: _balance_shifted,
    ev.TrackMoved: _track_moved,
    ev.ActionGained: _action_gained,
    ev.LikelihoodRaised: _likelihood_raised,
    ev.MaturityLowered: _maturity_lowered,
    ev.OwnerLeft: _owner_left,
    ev.Paused: _paused,
    ev.Stopped: _stopped,
    ev.CorrectionMade: _correction_made,
}
