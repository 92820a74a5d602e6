"""What a group may vote on in the debrief: the moments to talk about, and the next steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.debrief.talk import TALKED_OF
from game.i18n import LANGS, Words, words
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.voting import Polling, VoteSource, VotingDialog
from game.wording.votes import FIRST, MOMENTS, NEXT, spoken


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
        other = VoteSource("written", t("Other"), t(NEXT))
        return (*(reversed(found) if steps else found), other)

    def said(t: Words) -> Mapping[str, str]:
        ideas = discussion.debrief.steps[-1].after.ideas
        return {**spoken(discussion.formatter(t).names, ideas), **_moments_in(discussion, t)}

    return VotingDialog(Polling(discussion.additions, record), sources, said)


def _moments(discussion: Discussion, chosen_anew: Callable[[], object], t: Words) -> VoteSource:
    """The key moments; those with the most dots are talked about."""
    named = dict(zip(_titles(discussion, t), discussion.to_choose, strict=True))

    def take(options: Sequence[str]) -> None:
        discussion.talk_about([named[option] for option in options[:TALKED_OF]])
        chosen_anew()

    return VoteSource(
        "moments",
        t("The moments"),
        t(MOMENTS),
        tuple(named),
        t("Talk about the first {n}", n=TALKED_OF),
        take,
    )


def _titles(discussion: Discussion, t: Words) -> list[str]:
    """The key moments as they are voted on, each with its number where it has one."""
    moments = discussion.to_choose
    numbers = [f"{number}. " if (number := discussion.number(m)) else "" for m in moments]
    titles = discussion.titles(t, moments)
    return [f"{number}{title}" for number, title in zip(numbers, titles, strict=True)]


def _moments_in(discussion: Discussion, t: Words) -> dict[str, str]:
    """The key moments in any language, and how each is called in this one."""
    ours = _titles(discussion, t)
    theirs = (_titles(discussion, words(lang)) for lang in LANGS)
    return {title: own for titles in theirs for title, own in zip(titles, ours, strict=True)}


def _steps(discussion: Discussion, t: Words) -> VoteSource:
    """What stands on the action list and is not done."""
    written = discussion.formatter(t).written
    left = [item for item in discussion.log.action_items if item.status not in ("done", "dropped")]
    texts = tuple(written(item.text) for item in left)
    return VoteSource("steps", t("The next steps"), t(FIRST), texts)
