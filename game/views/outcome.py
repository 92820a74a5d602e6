"""What a decision changes for the group, in short: before and after, and what is left of a turn."""

from __future__ import annotations

from game.engine import State
from game.i18n import Words
from game.wording import figures


def meters(t: Words, before: State, after: State) -> list[str]:
    """Trust, capacity and balance where they change, and the actions that are left."""
    changes = (
        (t("Trust"), t.number(before.trust), t.number(after.trust)),
        (t("Capacity"), t.number(before.capacity), t.number(after.capacity)),
        (t("Balance"), figures.signed(t, before.balance), figures.signed(t, after.balance)),
    )
    told = [f"{name} {old} → {new}" for name, old, new in changes if old != new]
    return [*told, _actions(t, before, after)]


def _actions(t: Words, before: State, after: State) -> str:
    """The actions that are left of this turn, if it takes one."""
    if after.step != before.step or after.turn != before.turn:
        return t("Your turn ends")
    if after.actions == before.actions:
        return t("Takes no action")
    return t.plural("{n} action left", "{n} actions left", after.actions)
