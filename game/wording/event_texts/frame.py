"""Texts of events about rounds, event cards, turns, and the group's shared resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.engine import events as ev
from game.engine.lookups import stand_in
from game.engine.results import early_end
from game.engine.setup import INDEX, Track
from game.i18n import mark
from game.wording import terms
from game.wording.early_end import early_text, ending_text
from game.wording.event_texts import modules
from game.wording.event_texts.formatter import EventFormatter
from game.wording.pauses import what_pauses


# ------------------------------------------------------------------ rounds and turns
def _begun(fmt: EventFormatter, e: ev.Begun) -> str:
    return fmt.t.plural(
        "The game begins with {n} seat.", "The game begins with {n} seats.", len(e.seats)
    )


def _round_opened(fmt: EventFormatter, e: ev.RoundOpened) -> str:
    if e.phase == "follow_up":
        return fmt.t("Follow-up: what is still under way is realised now.")
    return fmt.t(
        "Round {n}, {phase}: {seat} starts.",
        n=e.round,
        phase=terms.phase(fmt.t, e.phase),
        seat=fmt.seat(e.starter),
    )


def _event_turned(fmt: EventFormatter, e: ev.EventTurned) -> str:
    event = fmt.short(fmt.names.event(e.card))
    if e.choice:
        seat = fmt.seat(stand_in(fmt.state, fmt.state.starter))
        return fmt.t("Event: {event}. {seat} chooses what to do.", event=event, seat=seat)
    return fmt.t("Event: {event}.", event=event)


def _option_chosen(fmt: EventFormatter, e: ev.OptionChosen) -> str:
    options = fmt.case.events[e.card].options
    option = options[e.option].read(fmt.t.lang) if e.option < len(options) else ""
    return fmt.t("{seat} chooses: {option}", seat=fmt.seat(e.seat), option=fmt.short(option))


def _dealt(fmt: EventFormatter, e: ev.Dealt) -> str:
    t = fmt.t
    parts = [
        t.plural("{n} idea", "{n} ideas", len(e.ideas)) if e.ideas else "",
        t.plural("{n} benefit", "{n} benefits", len(e.benefits)) if e.benefits else "",
        t.plural("{n} risk", "{n} risks", len(e.risks)) if e.risks else "",
    ]
    return t("New cards: {cards}.", cards=fmt.t.listed([part for part in parts if part]))


def _turn_began(fmt: EventFormatter, e: ev.TurnBegan) -> str:
    return fmt.t.plural(
        "{seat} has the turn: {n} action.",
        "{seat} has the turn: {n} actions.",
        e.actions,
        seat=fmt.seat(e.seat),
    )


def _turns_ended(fmt: EventFormatter, e: ev.TurnsEnded) -> str:
    return fmt.t("The turns of the round are over. Next is the reality check.")


def _passed(fmt: EventFormatter, e: ev.Passed) -> str:
    if e.skipped:
        return fmt.t("The facilitator skips the turn of {seat}.", seat=fmt.seat(e.seat))
    return fmt.t("{seat} ends the turn.", seat=fmt.seat(e.seat))


def _phase_ended(fmt: EventFormatter, e: ev.PhaseEnded) -> str:
    return fmt.t(
        "The facilitator ends the phase early: {phase}.", phase=terms.phase(fmt.t, e.phase)
    )


def _ended_early(fmt: EventFormatter, e: ev.EndedEarly) -> str:
    return ending_text(fmt.t, fmt.state.cuts[-1])


def _ended(fmt: EventFormatter, e: ev.Ended) -> str:
    early = early_end(fmt.state)
    if early is not None:
        return early_text(fmt.t, early)
    return fmt.t("The game is over: {verdict}.", verdict=terms.verdict(fmt.t, e.verdict))


# ------------------------------------------------------------------ shared resources
_CAPACITY: Mapping[ev.Why, str] = {
    "income": mark("Capacity {by}: for the new round."),
    "shelved": mark("Capacity {by}, freed by what was shelved."),
    "ability": mark("Capacity {by} for the group."),
    "event": mark("Capacity {by} from the event."),
    "patience": mark("Capacity {by}: the group was given patience."),
}
_TRUST: Mapping[ev.Why, str] = {
    "word_kept": mark("Trust {by}: {idea} kept its word."),
    "word_broken": mark("Trust {by}: {idea} gave something quite different from what was claimed."),
    "balanced": mark("Trust {by}: autonomy and steering are in balance."),
    "unspoken_harm": mark("Trust {by}: {idea} did harm that was not named as a downside."),
    "claim_held": mark("Trust {by}: what {idea} claimed, and reality asked about, held."),
    "claim_missed": mark("Trust {by}: what {idea} claimed, and reality asked about, was far off."),
    "patience": mark("Trust {by}: patience is spent trust."),
    "below_zero": mark("Trust {by}: below zero on {tracks}."),
    "event": mark("Trust {by} from the event."),
}


def _capacity_changed(fmt: EventFormatter, e: ev.CapacityChanged) -> str | None:
    by = fmt.signed(e.by)
    if e.why == "rally":
        who = fmt.actor()
        if who is None:
            return fmt.t("The group rallies: capacity {by}.", by=by)
        return fmt.t("{seat} rallies the group: capacity {by}.", seat=who, by=by)
    return fmt.t(_CAPACITY[e.why], by=by) if e.why in _CAPACITY else None


def _trust_changed(fmt: EventFormatter, e: ev.TrustChanged) -> str | None:
    by = fmt.signed(e.by)
    if e.why == "unbalanced":
        if fmt.state.balance > 0:
            return fmt.t("Trust {by}: the group leans too far towards steering.", by=by)
        return fmt.t("Trust {by}: the group leans too far towards autonomy.", by=by)
    if e.why == "pause":
        return fmt.t("The group starts afresh with trust {n}.", n=e.by)
    if e.why not in _TRUST:
        return modules.trust_change(fmt, e)
    idea = fmt.called(e.idea) if e.idea is not None else ""
    return fmt.t(_TRUST[e.why], by=by, idea=idea, tracks=_below_zero(fmt))


def _below_zero(fmt: EventFormatter) -> str:
    watched: tuple[Track, ...] = ("citizen", "employee")
    return fmt.t.listed([fmt.track(t) for t in watched if fmt.state.points[INDEX[t]] < 0])


def _balance_shifted(fmt: EventFormatter, e: ev.BalanceShifted) -> str | None:
    """Only shifts by an event card; those by placing and anchoring are visible on the table."""
    if e.why != "event":
        return None
    if e.by > 0:
        return fmt.t.plural(
            "Balance: {n} step towards steering.", "Balance: {n} steps towards steering.", e.by
        )
    return fmt.t.plural(
        "Balance: {n} step towards autonomy.", "Balance: {n} steps towards autonomy.", -e.by
    )


def _track_moved(fmt: EventFormatter, e: ev.TrackMoved) -> str | None:
    """Only by a module; otherwise the event that moved the track covers it."""
    return modules.track_move(fmt, e)


def _action_gained(fmt: EventFormatter, e: ev.ActionGained) -> str:
    return fmt.t.plural("{n} action more this turn.", "{n} actions more this turn.", e.actions)


def _likelihood_raised(fmt: EventFormatter, e: ev.LikelihoodRaised) -> str:
    return fmt.t("The risks on {track} have become more likely.", track=fmt.track(e.track))


def _maturity_lowered(fmt: EventFormatter, e: ev.MaturityLowered) -> str:
    kind = terms.kind(fmt.t, e.kind)
    return fmt.t("Ideas of the kind “{kind}” that are not proven are less mature now.", kind=kind)


def _owner_left(fmt: EventFormatter, e: ev.OwnerLeft) -> str:
    return fmt.t(
        "{seat} no longer owns {benefit} on {track}: the benefit needs a new owner.",
        seat=fmt.seat(e.seat),
        benefit=fmt.called_benefit(e.idea, e.track),
        track=fmt.track(e.track),
    )


def _paused(fmt: EventFormatter, e: ev.Paused) -> str:
    what = what_pauses(fmt.t, fmt.state.setup.rules, e.round)
    return fmt.t("Trust is gone and the project pauses: {what}.", what=what)


def _stopped(fmt: EventFormatter, e: ev.Stopped) -> str:
    return fmt.t("Trust is gone for the second time: the project is stopped.")


def _correction_made(fmt: EventFormatter, e: ev.CorrectionMade) -> str:
    return fmt.t(
        "The facilitator corrects {what} by {by} ({reason}).",
        what=terms.corrected(fmt.t, e.what),
        by=fmt.signed(e.by),
        reason=fmt.short(e.reason),
    )


EVENT_TEXTS: dict[type[ev.Event], Callable[[EventFormatter, Any], str | None]] = {
    ev.Begun: _begun,
    ev.RoundOpened: _round_opened,
    ev.EventTurned: _event_turned,
    ev.OptionChosen: _option_chosen,
    ev.Dealt: _dealt,
    ev.TurnBegan: _turn_began,
    ev.TurnsEnded: _turns_ended,
    ev.Passed: _passed,
    ev.PhaseEnded: _phase_ended,
    ev.EndedEarly: _ended_early,
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
