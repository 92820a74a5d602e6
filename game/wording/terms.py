"""The terms for codes of the rules: tracks, kinds, phases, roles' abilities, aims, verdicts.

Every function takes the :class:`~game.i18n.Words` of a language and a code. A track is marked by
the first letter of its name, and no letter is used twice in a language: C P E S in English, B P Ø M
in Danish. That is why the English name of ``employee`` is *Staff*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from game.i18n import Words, mark

if TYPE_CHECKING:  # the first frame shows terms, but must not wait for the rules to load
    from game.engine.actions import Corrected, TrialQuestion
    from game.engine.events import Ending, Short, Verdict
    from game.engine.results import AimResult, TrackStatus
    from game.engine.setup import Ability, Aim, Deck, Kind, Phase, Track
    from game.engine.state import IdeaStatus, RiskOutcome

_TRACKS: Mapping[Track, str] = {
    "citizen": mark("Citizen"),
    "process": mark("Process"),
    "economy": mark("Economy"),
    "employee": mark("Staff"),
}
_KINDS: Mapping[Kind, str] = {
    "product": mark("Product"),
    "service": mark("Service"),
    "process": mark("Work process"),
    "communication": mark("Communication"),
}
_PHASES: Mapping[Phase, str] = {
    "ideas": mark("Idea development"),
    "concretise": mark("Concretisation"),
    "implement": mark("Implementation"),
    "follow_up": mark("Follow-up"),
}
_STATUSES: Mapping[IdeaStatus, str] = {
    "proposed": mark("proposed"),
    "proven": mark("proven"),
    "implemented": mark("implemented"),
    "realised": mark("realised"),
}
_OUTCOMES: Mapping[RiskOutcome, str] = {
    "struck": mark("it struck"),
    "held": mark("it held off"),
    "false": mark("a false alarm"),
}
_SHORTS: Mapping[Short, str] = {
    "away": mark("the owner is not at home on this track"),
    "overloaded": mark("the owner owns too much at once"),
    "no_post": mark("no item of the economy overview was named"),
    "post_empty": mark("the item holds no more"),
}
_SHORT_WORDS: Mapping[Short, str] = {
    "away": mark("owner not at home"),
    "overloaded": mark("owner owns too much"),
    "no_post": mark("no item named"),
    "post_empty": mark("the item is empty"),
}
_OWNERS: frozenset[Short] = frozenset({"away", "overloaded"})
_DECKS: Mapping[Deck, str] = {
    "ideas": mark("Idea cards"),
    "benefits": mark("Benefit cards"),
    "risks": mark("Risk cards"),
    "events": mark("Event cards"),
}
_TRACK_STATUSES: Mapping[TrackStatus, str] = {
    "reached": mark("reached"),
    "nearly": mark("nearly there"),
    "on_the_way": mark("on the way"),
    "not_reached": mark("not reached"),
    "harmed": mark("harmed"),
}
_ABILITIES: Mapping[Ability, tuple[str, str]] = {
    "citizen_voice": (
        mark("Listen to the citizens"),
        mark(
            "Once a phase: learn what every idea on the table truly gives on Citizen, "
            "and place the benefit for one of them, free."
        ),
    ),
    "controller": (
        mark("Do the sums"),
        mark(
            "Once a phase: learn what every idea on the table truly gives on Economy, "
            "and place the benefit for one of them, free."
        ),
    ),
    "union_voice": (
        mark("Listen to the colleagues"),
        mark(
            "Once a phase: learn what every idea on the table truly gives on Staff, "
            "and place the benefit for one of them, free."
        ),
    ),
    "front_line": (
        mark("Close to everyday work"),
        mark("Your first trial in each round costs no capacity."),
    ),
    "line_manager": (
        mark("Anchored in the operation"),
        mark("The first benefit you anchor in each round takes no action."),
    ),
    "project_manager": (
        mark("Make time"),
        mark("Once a phase: one action more in your turn."),
    ),
    "sponsor": (
        mark("Find the means"),
        mark("Once a phase: one capacity more for the group."),
    ),
    "supplier": (
        mark("Do it more simply"),
        mark("Once a phase: an idea costs 1 less, though never below 1."),
    ),
    "analyst": (
        mark("Leave no stone unturned"),
        mark("Once a phase: one true risk of an idea comes to light."),
    ),
}
_VERDICTS: Mapping[Verdict, tuple[str, str, str]] = {
    "stopped": (
        mark("Stopped"),
        mark(
            "Trust ran out for the second time, and the project was stopped. "
            "What was not realised by then came to nothing."
        ),
        mark("When did the trust go, and what would have kept it?"),
    ),
    "together": (
        mark("Benefit realised together"),
        mark("All four tracks reached their goal, and what mattered most to each role came true."),
        mark("What did you do here that you could do again on Monday?"),
    ),
    "realised": (
        mark("Benefit realised"),
        mark(
            "All four tracks reached their goal, but what mattered most did not come true for "
            "every role."
        ),
        mark("Whose aim was left behind, and what would it have taken?"),
    ),
    "price_paid": (
        mark("Saving found, price paid"),
        mark(
            "The saving was found, but a track ends below where it began, or a severe harm "
            "came and nothing made up for it."
        ),
        mark("Who pays for the saving, and would they have agreed to it?"),
    ),
    "nearly": (
        mark("Nearly there"),
        mark(
            "At least three quarters of the benefit has been realised. "
            "What is still missing can be named, track by track."
        ),
        mark("What would bring you the last part of the way, and who could do it?"),
    ),
    "on_the_way": (
        mark("On the way"),
        mark(
            "At least half of the benefit has been realised. "
            "The rest is still a promise that somebody must stand by."
        ),
        mark("Which benefit should be followed up first, and by whom?"),
    ),
    "not_realised": (
        mark("Not realised"),
        mark(
            "Less than half of the benefit has been realised. An idea becomes a benefit "
            "only when it is implemented and somebody answers for it."
        ),
        mark("If you began again, what would you do in the first round?"),
    ),
}


# ------------------------------------------------------------------ names of codes
def track(t: Words, code: Track) -> str:
    """The name of a track."""
    return t(_TRACKS[code])


def track_letter(t: Words, code: Track) -> str:
    """The letter of a track."""
    return track(t, code)[0]


def kind(t: Words, code: Kind) -> str:
    """The name of a kind of idea."""
    return t(_KINDS[code])


def phase(t: Words, code: Phase) -> str:
    """The name of a phase."""
    return t(_PHASES[code])


def round_name(t: Words, n: int, playing: int) -> str:
    """The name of a round; after the ``playing`` ones comes the follow-up, which has no number."""
    return t("Round {n}", n=n) if n <= playing else phase(t, "follow_up")


def phase_number(code: Phase) -> int:
    """The number of a phase, from 1."""
    return list(_PHASES).index(code) + 1


def status(t: Words, code: IdeaStatus) -> str:
    """The status of an idea, in lower case for use within a sentence."""
    return t(_STATUSES[code])


def outcome(t: Words, code: RiskOutcome) -> str:
    """The outcome of a risk, in lower case for use within a sentence."""
    return t(_OUTCOMES[code])


def short(t: Words, code: Short) -> str:
    """Why a benefit gave less than was there, in lower case for use within a sentence."""
    return t(_SHORTS[code])


def short_word(t: Words, code: Short) -> str:
    """The same in so few words that they stand below a number."""
    return t(_SHORT_WORDS[code])


def of_an_owner(code: Short) -> bool:
    """Whether it is the owner who falls short, which takes a point, and not the post."""
    return code in _OWNERS


def deck(t: Words, code: Deck) -> str:
    """The name of a deck of cards."""
    return t(_DECKS[code])


def corrected(t: Words, code: Corrected) -> str:
    """The name of something that the facilitator can correct: a track, capacity or trust."""
    if code == "capacity":
        return t("Capacity")
    return t("Trust") if code == "trust" else track(t, code)


def trial_question(t: Words, about: TrialQuestion) -> str:
    """What a trial asks of an idea, as a question."""
    if about == "risk":
        return t("What may go wrong?")
    return t("What does it truly give on {track}?", track=track(t, about))


# ------------------------------------------------------------------ roles
def ability(t: Words, code: Ability) -> str:
    """The short name of an ability, as on a button."""
    return t(_ABILITIES[code][0])


def ability_text(t: Words, code: Ability) -> str:
    """What an ability does, in one sentence."""
    return t(_ABILITIES[code][1])


def home(t: Words, tracks: Iterable[Track]) -> str:
    """The tracks on which a role is at home."""
    return t("At home on {tracks}", tracks=t.listed([track(t, code) for code in tracks]))


def home_text(t: Words) -> str:
    """What it is good for that a role is at home on a track."""
    return t("What you own there is harvested in full; what you own elsewhere gives 1 point less.")


def aim(t: Words, a: Aim) -> str:
    """An aim as a condition: ``Citizen at 10 or more``. No full stop."""
    if a.kind == "realism_at_least":
        return t("Guess at least {share} right (realism)", share=t.percent(a.value))
    n = t.number(a.value)
    if a.kind == "track_at_least":
        return t("{track} at {n} or more", track=track(t, a.track or "citizen"), n=n)
    if a.kind == "no_track_ever_below":
        return t("No track ever below {n}", n=n)
    return _counted(t, a.kind, int(a.value))


def _counted(t: Words, code: str, n: int) -> str:
    if code == "anchored_at_least":
        return t.plural("At least {n} anchored benefit", "At least {n} anchored benefits", n)
    if code == "proven_at_least":
        return t.plural("At least {n} proven idea", "At least {n} proven ideas", n)
    if code == "scaled_at_least":
        return t.plural(
            "At least {n} proven idea implemented before the phase Implementation",
            "At least {n} proven ideas implemented before the phase Implementation",
            n,
        )
    if code == "kinds_realised_at_least":
        return t.plural(
            "Realised ideas of at least {n} kind", "Realised ideas of at least {n} kinds", n
        )
    return t.plural(
        "Everybody owns at least {n} benefit", "Everybody owns at least {n} benefits", n
    )


def aim_progress(t: Words, result: AimResult) -> str:
    """The progress of an aim: ``7 of 10``; below 0 or beyond it ``10, wanted: 7``."""
    if result.aim.kind == "realism_at_least":
        return t(
            "{reached}, wanted: {wanted}",
            reached=t.percent(result.reached),
            wanted=t.percent(result.aim.value),
        )
    if result.aim.kind == "no_track_ever_below":
        return t("lowest so far: {n}", n=t.number(result.reached))
    reached, wanted = t.number(result.reached), t.number(result.aim.value)
    if not 0 <= result.reached <= result.aim.value:
        return t("{reached}, wanted: {wanted}", reached=reached, wanted=wanted)
    return t("{reached} of {wanted}", reached=reached, wanted=wanted)


# ------------------------------------------------------------------ results
def track_status(t: Words, code: TrackStatus) -> str:
    """The final status of a track, in lower case for use within a sentence."""
    return t(_TRACK_STATUSES[code])


def track_status_from(t: Words, code: TrackStatus) -> str:
    """The same with how much of the way it begins at, where it is between nothing and all."""
    from game.engine.results import HALF, NEARLY  # the start screen does not wait for results

    limit = {
        "nearly": t("from {share} of the way", share=t.percent(NEARLY)),
        "on_the_way": t("from {share} of the way", share=t.percent(HALF)),
        "not_reached": t("under {share} of the way", share=t.percent(HALF)),
    }.get(code)
    said = track_status(t, code)
    return t("{status} ({limit})", status=said, limit=limit) if limit else said


def verdict(t: Words, code: Verdict) -> str:
    """The title of a verdict."""
    return t(_VERDICTS[code][0])


def ending(t: Words, code: Ending, *, own_project: bool = False) -> str:
    """How a game ended, as a title: its verdict, or that it was ended before its time.

    On an own project that is a verdict on play, and says so.
    """
    title = t("Ended early") if code == "ended_early" else verdict(t, code)
    return t("In play: {section}", section=title) if own_project else title


def verdict_text(t: Words, code: Verdict) -> str:
    """What a verdict means, in two sentences."""
    return t(_VERDICTS[code][1])


def verdict_question(t: Words, code: Verdict) -> str:
    """The question to discuss after a verdict."""
    return t(_VERDICTS[code][2])
