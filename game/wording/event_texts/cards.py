"""Texts of events about cards: placing, anchoring, implementing, estimating."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine import events as ev
from game.engine.lookups import check_round
from game.wording import figures
from game.wording.event_texts.formatter import EventFormatter


# ------------------------------------------------------------------ ideas and benefits
def _idea_placed(fmt: EventFormatter, e: ev.IdeaPlaced) -> str:
    return fmt.t(
        "{seat} places {letter}: {idea}.",
        seat=fmt.seat(e.seat),
        letter=e.letter,
        idea=fmt.name(e.idea),
    )


def _idea_written(fmt: EventFormatter, e: ev.IdeaWritten) -> str:
    return fmt.t(
        "{seat} writes {letter}: {idea}.",
        seat=fmt.seat(e.seat),
        letter=e.letter,
        idea=fmt.short(e.name),
    )


def _benefit_claimed(fmt: EventFormatter, e: ev.BenefitClaimed) -> str:
    name = fmt.benefit(e)
    claim = fmt.t(
        "{seat} claims {points} on {track} for {idea}",
        seat=fmt.seat(e.seat),
        points=fmt.points(e.estimate),
        track=fmt.track(e.track),
        idea=fmt.called(e.idea),
    )
    return f"{claim}: {name}." if name else f"{claim}."


def _estimate_revised(fmt: EventFormatter, e: ev.EstimateRevised) -> str:
    if e.estimate < 0 and not fmt.own_name(e.idea, e.track):
        return fmt.t(
            "{seat} revises the downside of {idea} on {track}: from {before} to {after}.",
            seat=fmt.seat(e.seat),
            idea=fmt.called(e.idea),
            track=fmt.track(e.track),
            before=fmt.signed(e.before),
            after=fmt.signed(e.estimate),
        )
    return fmt.t(
        "{seat} revises {benefit} on {track}: from {before} to {points}.",
        seat=fmt.seat(e.seat),
        benefit=fmt.called_benefit(e.idea, e.track),
        track=fmt.track(e.track),
        before=e.before,
        points=fmt.points(e.estimate),
    )


def _claim_withdrawn(fmt: EventFormatter, e: ev.ClaimWithdrawn) -> str:
    if e.before < 0:
        return fmt.t(
            "{seat} withdraws the downside of {idea} on {track}: it harms nobody there.",
            seat=fmt.seat(e.seat),
            idea=fmt.called(e.idea),
            track=fmt.track(e.track),
        )
    return fmt.t(
        "{seat} withdraws {benefit} on {track}: {points} claimed, and truly there is nothing.",
        seat=fmt.seat(e.seat),
        benefit=fmt.called_benefit(e.idea, e.track),
        track=fmt.track(e.track),
        points=fmt.points(e.before),
    )


def _range_set(fmt: EventFormatter, e: ev.RangeSet) -> str:
    return fmt.t(
        "{seat} says that {benefit} gives between {low} and {high} on {track}.",
        seat=fmt.seat(e.seat),
        benefit=fmt.called_benefit(e.idea, e.track),
        low=fmt.t.number(e.low),
        high=fmt.points(e.high),
        track=fmt.track(e.track),
    )


def _range_dropped(fmt: EventFormatter, e: ev.RangeDropped) -> str:
    return fmt.t(
        "The range of {benefit} on {track} does not hold the estimate any more.",
        benefit=fmt.called_benefit(e.idea, e.track),
        track=fmt.track(e.track),
    )


def _benefit_anchored(fmt: EventFormatter, e: ev.BenefitAnchored) -> str:
    owned = fmt.t(
        "{seat} is now benefit owner of {benefit} on {track}",
        seat=fmt.seat(e.owner),
        benefit=fmt.called_benefit(e.idea, e.track),
        track=fmt.track(e.track),
    )
    idea = fmt.find(e.idea)
    b = idea.benefit(e.track) if idea is not None else None
    if b is None or fmt.longest is not None:  # a shortened measure would be useless
        return f"{owned}."
    return f"{owned}. {figures.benefit_measure_text(fmt.t, fmt.names.case, e.track, b)}."


def _benefit_handed_over(fmt: EventFormatter, e: ev.BenefitHandedOver) -> str:
    params: dict[str, object] = {
        "before": fmt.seat(e.before),
        "benefit": fmt.called_benefit(e.idea, e.track),
        "track": fmt.track(e.track),
        "seat": fmt.seat(e.owner),
    }
    if e.before in fmt.state.away:
        return fmt.t("{seat} takes {benefit} on {track} over from {before}, who is away.", **params)
    return fmt.t("{before} hands {benefit} on {track} over to {seat}.", **params)


# ------------------------------------------------------------------ risks
def _risk_named(fmt: EventFormatter, e: ev.RiskNamed) -> str:
    return fmt.t(
        "{seat} names a risk of {idea}: {risk}.",
        seat=fmt.seat(e.seat),
        idea=fmt.called(e.idea),
        risk=fmt.risk(e.idea, e.risk),
    )


def _risk_written(fmt: EventFormatter, e: ev.RiskWritten) -> str:
    return fmt.t(
        "{seat} names a risk of {idea}: {risk}.",
        seat=fmt.seat(e.seat),
        idea=fmt.called(e.idea),
        risk=fmt.short(e.name),
    )


def _risk_mitigated(fmt: EventFormatter, e: ev.RiskMitigated) -> str:
    done = fmt.t(
        "{seat} mitigates a risk of {idea}: {risk}",
        seat=fmt.seat(e.seat),
        idea=fmt.called(e.idea),
        risk=fmt.risk(e.idea, e.risk),
    )
    return f"{done} ({fmt.short(e.note)})." if e.note else f"{done}."


# ------------------------------------------------------------------ implementing, following up
def _idea_shelved(fmt: EventFormatter, e: ev.IdeaShelved) -> str:
    return fmt.t("{seat} shelves {idea}.", seat=fmt.seat(e.seat), idea=fmt.called(e.idea))


def _idea_implemented(fmt: EventFormatter, e: ev.IdeaImplemented) -> str:
    seat, idea = fmt.seat(e.seat), fmt.idea(e.idea)
    told = fmt.t("{seat} implements {idea}.", seat=seat, idea=idea)
    if e.scaled:
        told = fmt.t("{seat} implements {idea}, which is proven.", seat=seat, idea=idea)
    return f"{told} {_meets_reality(fmt, e)}"


def _meets_reality(fmt: EventFormatter, e: ev.IdeaImplemented) -> str:
    """When it meets reality; that others come first, where the check of its round is full."""
    idea, last = fmt.state.idea(e.idea), sum(fmt.state.setup.rules.rounds)
    waits = idea is not None and idea.status == "implemented"
    due = check_round(fmt.state, idea) if idea is not None and waits else e.due
    if e.due > last:
        return fmt.t("It meets reality after the last round, in the follow-up.")
    if due <= e.due:
        return fmt.t("Due in round {n}.", n=e.due)
    most = fmt.state.setup.rules.check_ideas
    if due > last:
        return fmt.t(
            "It waits for the follow-up: a reality check looks at {most} ideas at most.", most=most
        )
    return fmt.t(
        "It waits for a later round: a reality check looks at {most} ideas at most.", most=most
    )


def _followed_up(fmt: EventFormatter, e: ev.FollowedUp) -> str:
    return fmt.t(
        "{seat} follows up {benefit}: {moved}.",
        seat=fmt.seat(e.seat),
        benefit=fmt.called_benefit(e.idea, e.track),
        moved=fmt.truly_moved(e.track, 1),
    )


# ------------------------------------------------------------------ estimate poker
def _estimates_called(fmt: EventFormatter, e: ev.EstimatesCalled) -> str:
    return fmt.t(
        "Estimates, please: what will {benefit} give on {track}?",
        benefit=fmt.called_benefit(e.idea, e.track),
        track=fmt.track(e.track),
    )


def _estimate_given(fmt: EventFormatter, e: ev.EstimateGiven) -> str:
    return fmt.t("{seat} has given an estimate.", seat=fmt.seat(e.seat))


def _estimates_turned(fmt: EventFormatter, e: ev.EstimatesTurned) -> str:
    if not e.numbers:
        return fmt.t("Nobody has an opinion. Talk about what you would have to know.")
    values = ", ".join(f"{fmt.seat(i)} {n}" for i, n in e.by_seat)
    if len(set(e.numbers)) == 1:
        return _agreed(fmt, e, values)
    low, high = min(e.numbers), max(e.numbers)
    outliers = [fmt.seat(i) for i, n in e.by_seat if n in (low, high)]
    if len(outliers) == len(e.numbers):
        return fmt.t("The estimates: {values}. What do you each see?", values=values)
    return fmt.t(
        "The estimates: {values}. First to speak: {seats}.",
        values=values,
        seats=fmt.t.listed(outliers),
    )


def _agreed(fmt: EventFormatter, e: ev.EstimatesTurned, values: str) -> str:
    if len(e.numbers) == 1:
        return fmt.t("One estimate: {values}. What do you others see?", values=values)
    return fmt.t("The estimates agree: {values}.", values=values)


def _estimates_closed(fmt: EventFormatter, e: ev.EstimatesClosed) -> str:
    return fmt.t("The estimate cards are put away.")


EVENT_TEXTS: dict[type[ev.Event], Callable[[EventFormatter, Any], str | None]] = {
    ev.IdeaPlaced: _idea_placed,
    ev.IdeaWritten: _idea_written,
    ev.BenefitClaimed: _benefit_claimed,
    ev.EstimateRevised: _estimate_revised,
    ev.ClaimWithdrawn: _claim_withdrawn,
    ev.RangeSet: _range_set,
    ev.RangeDropped: _range_dropped,
    ev.BenefitAnchored: _benefit_anchored,
    ev.BenefitHandedOver: _benefit_handed_over,
    ev.RiskNamed: _risk_named,
    ev.RiskWritten: _risk_written,
    ev.RiskMitigated: _risk_mitigated,
    ev.IdeaShelved: _idea_shelved,
    ev.IdeaImplemented: _idea_implemented,
    ev.FollowedUp: _followed_up,
    ev.EstimatesCalled: _estimates_called,
    ev.EstimateGiven: _estimate_given,
    ev.EstimatesTurned: _estimates_turned,
    ev.EstimatesClosed: _estimates_closed,
}
