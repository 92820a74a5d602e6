"""One line for all events of an action, short enough to be read from the back row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from game.engine import events as ev
from game.engine.setup import TRACKS
from game.wording import terms
from game.wording.event_texts import (
    cards,
    check,
    downsides,
    frame,
    modules,
    seating,
    trials,
)
from game.wording.event_texts.formatter import EventFormatter
from game.wording.pauses import is_played

Events = Sequence[ev.Event]
E = TypeVar("E")

_STOPS = (".", "…", "!", "?")
_DOUBLED = re.compile(r"([.…!?])\.(?=\s|$)")

EVENT_TEXTS = {
    **frame.EVENT_TEXTS,
    **cards.EVENT_TEXTS,
    **downsides.EVENT_TEXTS,
    **trials.EVENT_TEXTS,
    **check.EVENT_TEXTS,
    **modules.EVENT_TEXTS,
    **seating.EVENT_TEXTS,
}
SILENT: tuple[type[ev.Event], ...] = (
    ev.Spent,
    ev.Picked,
    ev.FreeClaimUsed,
    ev.TruthDrawn,
)
"""Bookkeeping events, covered by the text of another event, and what stays hidden."""


def event_sentence(fmt: EventFormatter, event: ev.Event) -> str | None:
    """One sentence about an event; ``None`` for an event that is not shown."""
    if isinstance(event, SILENT):
        return None
    text = EVENT_TEXTS[type(event)](fmt, event)
    return _tidy(text) if text else None


def _tidy(text: str) -> str:
    """Remove a full stop after a name that ends with punctuation."""
    return _DOUBLED.sub(r"\1", text)


def summary_line(fmt: EventFormatter, events: Events) -> str:
    """One line for the events of an action: by its leading event, else by the first with a text."""
    return _with_lost_claim(fmt, _with_moves(fmt, _lead(fmt, events), events), events)


def _lead(fmt: EventFormatter, events: Events) -> str:
    for kind, lead in _LEADS.items():
        event = _first(events, kind)
        if event is not None:
            return _tidy(lead(fmt, event, events))
    return next((text for e in events if (text := event_sentence(fmt, e))), "")


def _with_moves(fmt: EventFormatter, text: str, events: Events) -> str:
    """The line, and what tracks and trust moved by where it does not say so itself."""
    if _first(events, ev.CorrectionMade) is not None:
        return text
    moves = [moved for moved in _moves(fmt, events) if moved not in text]
    stop = "" if text.endswith(_STOPS) else "."
    return f"{text}{stop} {', '.join(moves)}." if moves else text


def _with_lost_claim(fmt: EventFormatter, text: str, events: Events) -> str:
    """The line, and that a free benefit is gone where the turn ended before it was placed."""
    ended = any(isinstance(e, ev.TurnBegan | ev.TurnsEnded) for e in events)
    if fmt.before is None or not ended:
        return text
    used = sum(isinstance(e, ev.FreeClaimUsed) for e in events)
    if len(fmt.before.free_claims) <= used:
        return text
    gone = fmt.t("The benefit that the ability gave for free was not placed, and is gone.")
    stop = "" if text.endswith(_STOPS) else "."
    return f"{text}{stop} {gone}"


def _first(events: Events, kind: type[E]) -> E | None:
    return next((e for e in events if isinstance(e, kind)), None)


def _following_sentence(fmt: EventFormatter, events: Events, *kinds: type[ev.Event]) -> str:
    """A space and the sentence of the first event of these kinds; empty if there is none."""
    event = next((e for e in events if isinstance(e, kinds)), None)
    text = event_sentence(fmt, event) if event is not None else None
    return f" {text}" if text else ""


# ------------------------------------------------------------------ leading events
def _over(fmt: EventFormatter, e: ev.Ended, events: Events) -> str:
    """What the game ended with, often a whole reality check, and the end."""
    end = frame.EVENT_TEXTS[ev.Ended](fmt, e) or ""
    if e.verdict == "stopped":
        end = fmt.t("Trust is gone for the second time: the project is stopped.")
    ending = (ev.Ended, ev.Stopped, ev.EndedEarly)
    before = summary_line(fmt, [x for x in events if not isinstance(x, ending)])
    return f"{before} {end}".lstrip()


def _check(fmt: EventFormatter, e: ev.CheckBegan, events: Events) -> str:
    ideas = [fmt.called(x.idea) for x in events if isinstance(x, ev.IdeaRealised)]
    parts = [_realised(fmt, ideas) if ideas else _tested(fmt, events)]
    struck = sum(1 for x in events if isinstance(x, ev.RiskThrown) and x.struck)
    if struck and fmt.longest is None:
        parts.append(fmt.t.plural("{n} risk struck.", "{n} risks struck.", struck))
    moves = ", ".join(_moves(fmt, events))
    if moves:
        parts.append(f"{moves}.")
    paused = _first(events, ev.Paused)
    if paused is not None and is_played(fmt.state.setup.rules, paused.round):
        parts.append(fmt.t("Trust gone: pause in round {n}.", n=paused.round))
    elif paused is not None:
        parts.append(fmt.t("Trust gone: the project pauses."))
    return " ".join(parts)


def _realised(fmt: EventFormatter, names: list[str]) -> str:
    ideas = fmt.t.listed(names)
    if fmt.longest is not None:
        return fmt.t("Reality check: {ideas}.", ideas=ideas)
    return fmt.t("Reality check: {ideas} realised.", ideas=ideas)


def _tested(fmt: EventFormatter, events: Events) -> str:
    """What reality asked about while nothing was due."""
    claim, risk = _first(events, ev.ClaimTested), _first(events, ev.RiskTurnedUp)
    if claim is not None:
        return fmt.t(
            "Reality check: {benefit} on {track}, claimed {estimate}, truly {effect}.",
            benefit=fmt.called_benefit(claim.idea, claim.track),
            track=fmt.track(claim.track),
            estimate=claim.estimate,
            effect=fmt.t.number(claim.effect),
        )
    if risk is not None:
        return fmt.t(
            "Reality check: a true risk of {idea} has come to light.", idea=fmt.called(risk.idea)
        )
    return fmt.t("Reality check: no idea was due.")


def _answered(fmt: EventFormatter, e: ev.ClaimAnswered, events: Events) -> str:
    revised = _first(events, ev.EstimateRevised) or _first(events, ev.ClaimWithdrawn)
    if revised is None:
        return event_sentence(fmt, e) or ""
    return event_sentence(fmt, revised) or ""


def _moves(fmt: EventFormatter, events: Events) -> list[str]:
    """The total change of each track and of trust."""
    totals = zip(TRACKS, _track_totals(fmt, events), strict=True)
    moves = [fmt.moved(track, n) for track, n in totals if n]
    trust = sum(e.by for e in events if isinstance(e, ev.TrustChanged))
    if trust and _first(events, ev.Paused) is None:
        moves.append(fmt.t("Trust {by}", by=fmt.signed(trust)))
    return moves


def _track_totals(fmt: EventFormatter, events: Events) -> list[int]:
    """What each track moved by in all; its end may have held it, as far as is known."""
    if fmt.before is not None:
        pairs = zip(fmt.before.points, fmt.state.points, strict=True)
        return [after - before for before, after in pairs]
    moves = [e for e in events if isinstance(e, ev.TrackMoved)]
    return [sum(e.by for e in moves if e.track == track) for track in TRACKS]


def _round(fmt: EventFormatter, e: ev.RoundOpened, events: Events) -> str:
    after = _reports(fmt, events) + _following_sentence(fmt, events, ev.EventTurned)
    if not after:
        return frame.EVENT_TEXTS[ev.RoundOpened](fmt, e) or ""
    phase = terms.phase(fmt.t, e.phase)
    return fmt.t("Round {n}, {phase}.", n=e.round, phase=phase) + after


def _reports(fmt: EventFormatter, events: Events) -> str:
    """A space, and which trials worked and which did not; empty where none was reported."""
    reports = [x for x in events if isinstance(x, ev.TrialReported)]
    worked = [fmt.called(x.idea) for x in reports if x.proven]
    others = [fmt.called(x.idea) for x in reports if not x.proven]
    told = ""
    if worked:
        told += " " + fmt.t("Proven by trial: {ideas}.", ideas=fmt.t.listed(worked))
    if others:
        told += " " + fmt.t("Not proven: {ideas}.", ideas=fmt.t.listed(others))
    return told


def _placed(fmt: EventFormatter, e: ev.IdeaPlaced, events: Events) -> str:
    return _with_claim(fmt, cards.EVENT_TEXTS[ev.IdeaPlaced](fmt, e) or "", events)


def _written(fmt: EventFormatter, e: ev.IdeaWritten, events: Events) -> str:
    return _with_claim(fmt, cards.EVENT_TEXTS[ev.IdeaWritten](fmt, e) or "", events)


def _with_claim(fmt: EventFormatter, placed: str, events: Events) -> str:
    claim = _first(events, ev.BenefitClaimed)
    if claim is None:
        return placed
    return fmt.t(
        "{placed} – {points} on {track}",
        placed=placed.rstrip("."),
        points=fmt.points(claim.estimate),
        track=fmt.track(claim.track),
    )


def _trial_set_up(fmt: EventFormatter, e: ev.TrialSetUp, events: Events) -> str:
    return fmt.t(
        "{seat} sets up a trial of {idea}; the answer comes when round {n} opens.",
        seat=fmt.seat(e.seat),
        idea=fmt.called(e.idea),
        n=fmt.state.round + 1,
    )


def _adjusted(fmt: EventFormatter, e: ev.IdeaAdjusted, events: Events) -> str:
    """What came of an adjustment says what was adjusted."""
    adjusted = fmt.t("{seat} adjusts {idea}.", seat=fmt.seat(e.seat), idea=fmt.called(e.idea))
    found = (ev.Learned, ev.EffectsOpened, ev.RiskTurnedUp, ev.NothingFound)
    return adjusted + _following_sentence(fmt, events, *found)


def _trial_thrown(fmt: EventFormatter, e: ev.TrialThrown, events: Events) -> str:
    params: dict[str, object] = {
        "seat": fmt.seat(e.seat),
        "idea": fmt.called(e.idea),
        "die": e.die,
        "maturity": e.maturity,
    }
    if e.proven:
        text = fmt.t("{seat} tries {idea}: proven (die {die}, maturity {maturity}).", **params)
    else:
        text = fmt.t("{seat} tries {idea}: learned (die {die}, maturity {maturity}).", **params)
    return text + _trial_finding(fmt, events)


def _trial_finding(fmt: EventFormatter, events: Events) -> str:
    """What a trial revealed, as briefly as possible."""
    risk = _first(events, ev.RiskTurnedUp)
    if risk is not None:
        return " " + fmt.t("Risk: {risk}.", risk=fmt.risk(risk.idea, risk.risk))
    opened = _first(events, ev.EffectsOpened)
    if opened is None:
        return ""
    moved = [fmt.moved(track, n) for _, track, n in opened.effects if n]
    return f" {', '.join(moved)}." if moved else ""


def _ability(fmt: EventFormatter, e: ev.AbilityUsed, events: Events) -> str:
    learned = _first(events, ev.EffectsOpened)
    if learned is not None and fmt.longest is not None:
        return _learns(fmt, e, learned)
    ability = terms.ability(fmt.t, fmt.case.setup.by_id.roles[e.role].ability)
    head = f"{fmt.seat(e.seat)}: {ability}."
    after = next((text for x in events if x is not e and (text := event_sentence(fmt, x))), "")
    return f"{head} {after}".rstrip()


def _learns(fmt: EventFormatter, e: ev.AbilityUsed, learned: ev.EffectsOpened) -> str:
    """The text of an ability without its name: many ideas are called by their letters."""
    called = fmt.called if len(learned.effects) == 1 else fmt.letter
    return fmt.t(
        "{seat} learns about {track}: {effects}.",
        seat=fmt.seat(e.seat),
        track=fmt.track(learned.effects[0][1]),
        effects=", ".join(f"{called(idea)} {fmt.signed(n)}" for idea, _, n in learned.effects),
    )


def _passed(fmt: EventFormatter, e: ev.Passed, events: Events) -> str:
    left = 0 if fmt.before is None or e.skipped else fmt.before.actions
    text = frame.EVENT_TEXTS[ev.Passed](fmt, e) or ""
    if left:
        text = fmt.t.plural(
            "{seat} ends the turn; {n} action was not used.",
            "{seat} ends the turn; {n} actions were not used.",
            left,
            seat=fmt.seat(e.seat),
        )
    return text + _following_sentence(fmt, events, ev.TurnBegan, ev.TurnsEnded)


def _seated(
    fmt: EventFormatter, e: ev.SeatAdded | ev.SeatLeft | ev.SeatReturned, events: Events
) -> str:
    """Who came or went, and what follows for the turns."""
    text = event_sentence(fmt, e) or ""
    after = _following_sentence(fmt, events, ev.TurnBegan, ev.TurnsEnded, ev.DecisionPassed)
    return text + (after or _following_sentence(fmt, events, ev.ActionsShared))


def _shelved(fmt: EventFormatter, e: ev.IdeaShelved, events: Events) -> str:
    text = (cards.EVENT_TEXTS[ev.IdeaShelved](fmt, e) or "").rstrip(".")
    gain = _first(events, ev.CapacityChanged)
    if gain is None:
        return f"{text}."
    return fmt.t("{shelved}: capacity {by}.", shelved=text, by=fmt.signed(gain.by))


def _chosen(fmt: EventFormatter, e: ev.OptionChosen, events: Events) -> str:
    return frame.EVENT_TEXTS[ev.OptionChosen](fmt, e) or ""


def _single_sentence(fmt: EventFormatter, e: ev.Event, events: Events) -> str:
    return event_sentence(fmt, e) or ""


_LEADS: dict[type[ev.Event], Callable[[EventFormatter, Any, Events], str]] = {
    ev.Ended: _over,
    ev.CheckBegan: _check,
    ev.ClaimAnswered: _answered,
    ev.OptionChosen: _chosen,
    ev.RoundOpened: _round,
    ev.IdeaPlaced: _placed,
    ev.IdeaWritten: _written,
    ev.TrialSetUp: _trial_set_up,
    ev.IdeaAdjusted: _adjusted,
    ev.TrialThrown: _trial_thrown,
    ev.SeatAdded: _seated,
    ev.SeatLeft: _seated,
    ev.SeatReplaced: _single_sentence,
    ev.SeatReturned: _seated,
    ev.AbilityUsed: _ability,
    ev.Passed: _passed,
    ev.IdeaShelved: _shelved,
    ev.BenefitAnchored: _single_sentence,
    ev.EstimatesTurned: _single_sentence,
    ev.CorrectionMade: _single_sentence,
}
"""The event that an action's line starts from, the most important kind first."""
