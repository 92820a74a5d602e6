"""Downsides: what an idea costs somebody is said beforehand, and made up for."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.limits import DOWNSIDES, MAX_NAME, MAX_TEXT
from game.engine.prices import ONE_ACTION, Price
from game.engine.rules import guards
from game.engine.rules.spec import ActionSpec, Specs
from game.engine.state import Benefit, Idea, State
from game.engine.texts import check_text
from game.engine.transaction import Transaction


def _check_name_downside(s: State, a: act.NameDownside, idea: Idea) -> Refusal | None:
    """Once for each track of an idea, before it is carried out; a benefit there gives way."""
    refusal = (
        guards.track(a.track)
        or guards.estimate(a.size, DOWNSIDES)
        or check_text(a.name, MAX_NAME, empty=True)
    )
    if refusal:
        return refusal
    claim = idea.benefit(a.track)
    named = claim is not None and claim.downside
    return refuse("track_taken", idea=idea.id, track=a.track) if named else None


def _name_downside(d: Transaction, a: act.NameDownside) -> None:
    """A harm that was spoken of hits less hard, and costs no trust when it comes."""
    d.emit(ev.DownsideNamed(a.seat, a.idea, a.track, a.size, a.name, a.bearer))


def _check_make_amends(s: State, a: act.MakeAmends, b: Benefit) -> Refusal | None:
    """Once, for a downside of an idea that is not yet realised."""
    if not b.downside:
        return refuse("no_downside")
    return None if b.amends is None else refuse("amends_made")


def _make_amends(d: Transaction, a: act.MakeAmends) -> None:
    """The harm will be less."""
    d.emit(ev.AmendsMade(a.seat, a.idea, a.track, a.note))


SPECS: Specs = {
    act.NameDownside: ActionSpec(
        who="turn",
        price=ONE_ACTION,
        target=guards.open_idea,
        check=_check_name_downside,
        note=guards.optional("bearer", MAX_NAME),
        carry_out=_name_downside,
        contribution="downsides",
    ),
    act.MakeAmends: ActionSpec(
        who="turn",
        price=Price(1, 1),
        target=guards.benefit_of(guards.unrealised_idea),
        check=_check_make_amends,
        note=guards.optional("note", MAX_TEXT),
        carry_out=_make_amends,
        contribution="amends",
    ),
}
