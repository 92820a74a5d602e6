"""Every closed action there could be at a table, read off the fields of the actions."""

from __future__ import annotations

from game.engine import ACTIONS, Action, State, candidates, check, is_listed

LISTED = tuple(kind for kind in ACTIONS if is_listed(kind))


def allowed(s: State) -> set[Action]:
    """All that players might ask for and the rules allow: what ``legal`` has to list."""
    return {a for kind in LISTED for a in candidates(s, kind) if check(s, a) is None}
