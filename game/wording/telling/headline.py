"""One line for what the last action did altogether, to be read from the back row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from game.engine import events as ev
from game.engine.setup import INDEX, TRACKS
from game.wording import names
from game.wording.telling import cards, check, frame
from game.wording.telling.speaker import Speaker

Events = Sequence[ev.Event]
E = TypeVar("E")

_DOUBLED = re.compile(r"([.…!?])\.(?=\s|$)")

TELLINGS = {**frame.TELLINGS, **cards.TELLINGS, **check.TELLINGS}
SILENT: tuple[type[ev.Event], ...] = (ev.Spent, ev.Picked, ev.FreeClaimUsed)
"""Mere bookkeeping, told by what it belongs to."""


def sentence(say: Speaker, event: ev.Event) -> str | None:
    """One event in one sentence, or ``None`` when the room need not hear of it."""
    if isinstance(event, SILENT):
        return None
    text = TELLINGS[type(event)](say, event)
    return _tidy(text) if text else None


def _tidy(text: str) -> str:
    """No full stop after a name that ends with a mark of its own."""
    return _DOUBLED.sub(r"\1", text)


def line(say: Speaker, events: Events) -> str:
    """The action in one line: by what leads in it, else by the first event worth telling."""
    for kind, lead in _LEADS.items():
        event = _first(events, kind)
        if event is not None:
            return _tidy(lead(say, event, events))
    return next((text for e in events if (text := sentence(say, e))), "")


def _first(events: Events, kind: type[E]) -> E | None:
    return next((e for e in events if isinstance(e, kind)), None)


def _also(say: Speaker, events: Events, *kinds: type[ev.Event]) -> str:
    """A blank and the sentence of the first of these that happened too, or nothing."""
    event = next((e for e in events if isinstance(e, kinds)), None)
    text = sentence(say, event) if event is not None else None
    return f" {text}" if text else ""


# ------------------------------------------------------------------ what leads
def _over(say: Speaker, e: ev.Ended, events: Events) -> str:
    if e.verdict == "stopped":
        return say.t("Trust is gone for the second time: the project is stopped.")
    return say.t("The game is over: {verdict}.", verdict=names.verdict(say.t, e.verdict))


def _check(say: Speaker, e: ev.CheckBegan, events: Events) -> str:
    letters = [say.letter(x.idea) for x in events if isinstance(x, ev.IdeaRealised)]
    parts = [_realised(say, letters)]
    struck = sum(1 for x in events if isinstance(x, ev.RiskThrown) and x.struck)
    if struck and say.longest is None:
        parts.append(say.t.plural("{n} risk struck.", "{n} risks struck.", struck))
    moves = ", ".join(_moves(say, events))
    if moves:
        parts.append(f"{moves}.")
    paused = _first(events, ev.Paused)
    if paused is not None:
        parts.append(say.t("Trust gone: pause in round {n}.", n=paused.round))
    return " ".join(parts)


def _realised(say: Speaker, letters: list[str]) -> str:
    ideas = say.t.listed(letters)
    if not letters:
        return say.t("Reality check: no idea was due.")
    if say.longest is not None:
        return say.t("Reality check: {ideas}.", ideas=ideas)
    return say.t("Reality check: {ideas} realised.", ideas=ideas)


def _moves(say: Speaker, events: Events) -> list[str]:
    """What the four tracks and the trust have gained or lost together."""
    totals = [0, 0, 0, 0]
    trust = 0
    for e in events:
        if isinstance(e, ev.TrackMoved):
            totals[INDEX[e.track]] += e.by
        elif isinstance(e, ev.TrustChanged):
            trust += e.by
    moves = [say.moved(track, n) for track, n in zip(TRACKS, totals, strict=True) if n]
    if trust and _first(events, ev.Paused) is None:
        moves.append(say.t("Trust {by}", by=say.signed(trust)))
    return moves


def _round(say: Speaker, e: ev.RoundOpened, events: Events) -> str:
    event = _also(say, events, ev.EventTurned)
    if not event:
        return frame.TELLINGS[ev.RoundOpened](say, e) or ""
    phase = names.phase(say.t, e.phase)
    return say.t("Round {n}, {phase}.", n=e.round, phase=phase) + event


def _placed(say: Speaker, e: ev.IdeaPlaced, events: Events) -> str:
    return _with_claim(say, cards.TELLINGS[ev.IdeaPlaced](say, e) or "", events)


def _written(say: Speaker, e: ev.IdeaWritten, events: Events) -> str:
    return _with_claim(say, cards.TELLINGS[ev.IdeaWritten](say, e) or "", events)


def _with_claim(say: Speaker, placed: str, events: Events) -> str:
    claim = _first(events, ev.BenefitClaimed)
    if claim is None:
        return placed
    return say.t(
        "{placed} – {points} on {track}",
        placed=placed.rstrip("."),
        points=say.points(claim.estimate),
        track=say.track(claim.track),
    )


def _trial(say: Speaker, e: ev.TrialThrown, events: Events) -> str:
    params: dict[str, object] = {
        "seat": say.seat(e.seat),
        "idea": say.letter(e.idea),
        "die": e.die,
        "maturity": e.maturity,
    }
    if e.proven:
        text = say.t("{seat} tries {idea}: proven (die {die}, maturity {maturity}).", **params)
    else:
        text = say.t("{seat} tries {idea}: learned (die {die}, maturity {maturity}).", **params)
    return text + _found(say, events)


def _found(say: Speaker, events: Events) -> str:
    """What a trial brought to light, as short as can be."""
    risk = _first(events, ev.RiskTurnedUp)
    if risk is not None:
        return " " + say.t("Risk: {risk}.", risk=say.risk(risk.idea, risk.risk))
    opened = _first(events, ev.EffectsOpened)
    if opened is None:
        return ""
    moved = [say.moved(track, n) for _, track, n in opened.effects if n]
    return f" {', '.join(moved)}." if moved else ""


def _ability(say: Speaker, e: ev.AbilityUsed, events: Events) -> str:
    learned = _first(events, ev.EffectsOpened)
    if learned is not None and say.longest is not None:
        return _learns(say, e, learned)
    ability = names.ability(say.t, say.case.setup.by_id.roles[e.role].ability)
    head = f"{say.seat(e.seat)}: {ability}."
    after = next((text for x in events if x is not e and (text := sentence(say, x))), "")
    return f"{head} {after}".rstrip()


def _learns(say: Speaker, e: ev.AbilityUsed, learned: ev.EffectsOpened) -> str:
    """The same without the ability's name, for many ideas."""
    return say.t(
        "{seat} learns about {track}: {effects}.",
        seat=say.seat(e.seat),
        track=say.track(learned.effects[0][1]),
        effects=", ".join(f"{say.letter(idea)} {say.signed(n)}" for idea, _, n in learned.effects),
    )


def _passed(say: Speaker, e: ev.Passed, events: Events) -> str:
    text = frame.TELLINGS[ev.Passed](say, e) or ""
    return text + _also(say, events, ev.TurnBegan, ev.TurnsEnded)


def _shelved(say: Speaker, e: ev.IdeaShelved, events: Events) -> str:
    text = (cards.TELLINGS[ev.IdeaShelved](say, e) or "").rstrip(".")
    gain = _first(events, ev.CapacityChanged)
    if gain is None:
        return f"{text}."
    return say.t("{shelved}: capacity {by}.", shelved=text, by=say.signed(gain.by))


def _chosen(say: Speaker, e: ev.OptionChosen, events: Events) -> str:
    return frame.TELLINGS[ev.OptionChosen](say, e) or ""


def _told(say: Speaker, e: ev.Event, events: Events) -> str:
    return sentence(say, e) or ""


_LEADS: dict[type[ev.Event], Callable[[Speaker, Any, Events], str]] = {
    ev.Ended: _over,
    ev.CheckBegan: _check,
    ev.OptionChosen: _chosen,
    ev.RoundOpened: _round,
    ev.IdeaPlaced: _placed,
    ev.IdeaWritten: _written,
    ev.TrialThrown: _trial,
    ev.AbilityUsed: _ability,
    ev.Passed: _passed,
    ev.IdeaShelved: _shelved,
    ev.BenefitAnchored: _told,
    ev.EstimatesTurned: _told,
    ev.CorrectionMade: _told,
}
"""What an action is told by, the most important first."""
