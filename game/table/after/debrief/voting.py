"""What a group may vote on in the debrief: the moments to talk about, and the next steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.debrief.talk import TALKED_OF
from game.i18n import Words
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.voting import Polling, VoteSource, VotingDialog


def voting(
    discussion: Discussion, chosen_anew: Callable[[], object], *, steps: bool
) -> VotingDialog:
    """The dialog of a vote in the debrief; on the next ``steps`` first, or on the moments.

    ``chosen_anew`` is called when the group has voted on what it talks about.
    """

    def record(write: Callable[[], object], then: Callable[[], object]) -> None:
        if discussion.add(write):
            then()

    def sources(t: Words) -> Sequence[VoteSource]:
        found = (_moments(discussion, chosen_anew, t), _steps(discussion, t))
        other = VoteSource("written", t("Other"), t("What do we do next?"))
        return (*(reversed(found) if steps else found), other)

    return VotingDialog(Polling(discussion.additions, record), sources)


def _moments(discussion: Discussion, chosen_anew: Callable[[], object], t: Words) -> VoteSource:
    """The key moments; those with the most dots are talked about."""
    moments = discussion.to_choose
    numbers = [f"{number}. " if (number := discussion.number(m)) else "" for m in moments]
    titles = discussion.titles(t, moments)
    named = {
        f"{number}{title}": moment
        for number, title, moment in zip(numbers, titles, moments, strict=True)
    }

    def take(options: Sequence[str]) -> None:
        discussion.talk_about([named[option] for option in options[:TALKED_OF]])
        chosen_anew()

    return VoteSource(
        "moments",
        t("The moments"),
        t("Which moments do we talk about?"),
        tuple(named),
        t("Talk about the first {n}", n=TALKED_OF),
        take,
    )


def _steps(discussion: Discussion, t: Words) -> VoteSource:
    """What stands on the action list and is not done."""
    written = discussion.formatter(t).written
    left = [item for item in discussion.log.action_items if item.status not in ("done", "dropped")]
    texts = tuple(written(item.text) for item in left)
    return VoteSource("steps", t("The next steps"), t("What do we do first?"), texts)
