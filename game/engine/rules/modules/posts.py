"""The economy overview is played: a saving comes from a post, and a post gives what it holds."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.events.reality_check import Short
from game.engine.lookups import left_in
from game.engine.rules import guards
from game.engine.rules.spec import ActionSpec, Exempt, Specs
from game.engine.state import Benefit, Idea, State
from game.engine.transaction import Transaction


def from_post(s: State, b: Benefit, points: int) -> tuple[int, Short | None]:
    """What a benefit on economy gives of ``points``, and why it gives less if it does."""
    if "posts" not in s.setup.rules.modules or points <= 0:
        return points, None
    if b.post is None:
        return points // 2, "no_post"
    left = left_in(s, b.post)
    return (points, None) if points <= left else (left, "post_empty")


def _check_name_post(s: State, a: act.NamePost, idea: Idea) -> Refusal | None:
    """By the seat that claimed the benefit on economy, at any time while turns are taken."""
    if "posts" not in s.setup.rules.modules:
        return refuse("no_such_module")
    b = idea.benefit("economy")
    if b is None or b.downside:
        return refuse("no_such_benefit")
    if type(a.seat) is not int or a.seat != b.seat:
        return refuse("not_your_claim", seat=b.seat)
    if type(a.post) is not str or a.post not in s.setup.by_id.posts:
        return refuse("no_such_post")
    return refuse("same_post") if b.post == a.post else None


def _name_post(d: Transaction, a: act.NamePost) -> None:
    """Who has to give the money up is said."""
    d.emit(ev.PostNamed(a.seat, a.idea, a.post))


SPECS: Specs = {
    act.NamePost: ActionSpec(
        who="owner",
        target=guards.unrealised_idea,
        check=_check_name_post,
        carry_out=_name_post,
        contribution=Exempt("it tells where a benefit that has been counted comes from"),
    ),
}
