"""A vote by phone: the options, and how many dots each has from here."""

from __future__ import annotations

from typing import Any

from game.phones.pages.looking import Looking
from game.wording.votes import spoken


def content(looking: Looking) -> dict[str, Any] | None:
    """The options with one's own dots, and what pressing each of them gives; ``None``: no vote."""
    votes = looking.log.votes
    if not votes or not votes[-1].open:
        return None
    vote = votes[-1].put_as(spoken(looking.names, looking.state.ideas))
    mine = vote.ballots.get(looking.member.ballot_number(len(votes)), (0,) * len(vote.options))
    left = vote.dots - sum(mine)
    t, rows = looking.t, []
    for i, option in enumerate(vote.options):
        more = [*mine[:i], mine[i] + 1, *mine[i + 1 :]] if left else None
        less = [*mine[:i], mine[i] - 1, *mine[i + 1 :]] if mine[i] else None
        said = t.plural("{n} dot", "{n} dots", mine[i])
        rows.append({"text": option, "dots": mine[i], "said": said, "more": more, "less": less})
    told = t.plural("{n} dot left of {all}", "{n} dots left of {all}", left, all=vote.dots)
    return {"question": vote.question, "left": told, "rows": rows}
