"""A vote by phone: the options, and how many dots each has from here."""

from __future__ import annotations

from typing import Any, Final

from game.i18n import LANGS, mark, words
from game.phones.pages.looking import Looking
from game.wording.case_names import CaseNames

_QUESTIONS: Final = (
    mark("Which idea do we talk about?"),
    mark("Which moments do we talk about?"),
    mark("Which of these matters most?"),
    mark("What do we do next?"),
    mark("What do we do first?"),
)
"""What the table asks, in its own language; the phone asks it in the language of its holder."""


def content(looking: Looking) -> dict[str, Any] | None:
    """The options with one's own dots, and what pressing each of them gives; ``None``: no vote."""
    votes = looking.log.votes
    if not votes or not votes[-1].open:
        return None
    vote = votes[-1]
    mine = vote.ballots.get(looking.member.number, (0,) * len(vote.options))
    left = vote.dots - sum(mine)
    t, rows, spoken = looking.t, [], _spoken(looking)
    for i, option in enumerate(vote.options):
        more = [*mine[:i], mine[i] + 1, *mine[i + 1 :]] if left else None
        less = [*mine[:i], mine[i] - 1, *mine[i + 1 :]] if mine[i] else None
        said = t.plural("{n} dot", "{n} dots", mine[i])
        text = spoken.get(option, option)
        rows.append({"text": text, "dots": mine[i], "said": said, "more": more, "less": less})
    told = t.plural("{n} dot left of {all}", "{n} dots left of {all}", left, all=vote.dots)
    question = spoken.get(vote.question, vote.question)
    return {"question": question, "left": told, "rows": rows}


def _spoken(looking: Looking) -> dict[str, str]:
    """What the table has put to the vote in any language, in that of the phone."""
    spoken = {words(lang)(asked): looking.t(asked) for lang in LANGS for asked in _QUESTIONS}
    for lang in LANGS:
        theirs = CaseNames(words(lang), looking.case)
        for idea in looking.state.ideas:
            own = f"{idea.letter} · {looking.names.idea(idea)}"
            spoken[f"{idea.letter} · {theirs.idea(idea)}"] = own
    return spoken
