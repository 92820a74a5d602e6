"""How a game ended, told track by track: what was reached comes first.

The verdict's own text says what it means; here it is told of one game, and nothing is said that its
log does not show.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.limits import GRAVE_HARM
from game.engine.results import Result, TrackResult, TrackStatus
from game.i18n import Words
from game.wording import terms
from game.wording.early_end import early_text, early_title


def verdict_title(t: Words, result: Result, *, own_project: bool) -> str:
    """The verdict; that on an own project is one on play, and says so."""
    title = terms.verdict(t, result.verdict)
    if result.early is not None and result.ending == "ended_early":
        title = early_title(t, result.early)
    return t("In play: {section}", section=title) if own_project else title


def stress_test_text(t: Words) -> str:
    """What the result of an own project is worth, in a sentence."""
    return t(
        "A stress test of your plan, not a fact: what an idea gives was drawn, and dice did "
        "the rest."
    )


def reached_text(t: Words, result: Result) -> str:
    """Which tracks are reached and which are under way; empty where the verdict says it of all."""
    if all(track.status == "reached" for track in result.tracks):
        return ""
    return " ".join(_reached(t, result))


def _reached(t: Words, result: Result) -> Iterator[str]:
    reached = [terms.track(t, track.track) for track in _having(result, "reached")]
    if reached:
        yield t("You reached the goal on {tracks}.", tracks=t.listed(reached))
    nearly = [_progress(t, track) for track in _having(result, "nearly")]
    if nearly:
        yield t("Nearly there: {tracks}.", tracks=t.listed(nearly))
    under_way = [_progress(t, track) for track in _having(result, "on_the_way")]
    if under_way:
        yield t("On the way: {tracks}.", tracks=t.listed(under_way))


def _having(result: Result, status: TrackStatus) -> list[TrackResult]:
    return [track for track in result.tracks if track.status == status]


def _progress(t: Words, track: TrackResult) -> str:
    name, points = terms.track(t, track.track), t.number(track.points)
    return t("{track} with {points} of {goal}", track=name, points=points, goal=track.goal)


def verdict_of(t: Words, result: Result) -> str:
    """What the verdict means in this game; of one that was ended early, that it was."""
    if result.early is None:
        return _meaning(t, result)
    if result.ending != "ended_early":
        return f"{early_text(t, result.early)} {_meaning(t, result)}"
    return t(
        "The game was ended before its time: this is how far it came. {share} of the benefit has "
        "been realised; what the rest would have brought, nobody knows.",
        share=t.percent(result.benefit_rate),
    )


def question_of(t: Words, result: Result) -> str:
    """The question to discuss after this game."""
    if result.ending == "ended_early":
        return t("Which of your ideas had you most wanted to see through, and what would it take?")
    return terms.verdict_question(t, result.verdict)


def _meaning(t: Words, result: Result) -> str:
    if result.verdict == "realised":
        return t(
            "All four tracks reached their goal. What mattered most came true for {met} of {all} "
            "roles.",
            met=sum(aim.met for aim in result.aims),
            all=len(result.aims),
        )
    if result.verdict == "price_paid":
        return _price(t, result)
    return terms.verdict_text(t, result.verdict)


def _price(t: Words, result: Result) -> str:
    """Which tracks pay for the saving, and how; the first version of the rules asked for less."""
    if not result.price:
        return t("The saving was found, but at least one other track did not reach its goal.")
    below = {track.track for track in _having(result, "harmed")}
    harmed = [terms.track(t, track) for track in result.price if track in below]
    alone = [terms.track(t, track) for track in result.price if track not in below]
    said = [t("The saving was found, and it has a price.")]
    if harmed:
        said.append(
            t.plural(
                "{tracks} ends below where it began.",
                "{tracks} end below where they began.",
                len(harmed),
                tracks=t.listed(harmed),
            )
        )
    if alone:
        said.append(
            t(
                "On {tracks} a harm of {n} points or more came, and nothing made up for it.",
                tracks=t.listed(alone),
                n=GRAVE_HARM,
            )
        )
    return " ".join(said)


def told(t: Words, result: Result) -> str:
    """The whole outcome in words: what was reached, then what the verdict means."""
    return " ".join(filter(None, (reached_text(t, result), verdict_of(t, result))))
