"""The shares by which a result tells how the group worked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from game.engine.foresight import RoundForesight
from game.engine.results import Result
from game.i18n import Words, half_up, mark
from game.wording import terms

ShareName = Literal["benefit_rate", "citizen_focus", "ownership", "evenness", "realism"]
"""The fields of :class:`game.engine.Result` that are shares."""

SHARES: Final[Mapping[ShareName, tuple[str, str]]] = {
    "benefit_rate": (
        mark("Benefit rate"),
        mark("How far the four tracks came towards their goals."),
    ),
    "citizen_focus": (
        mark("Citizen focus"),
        mark("The citizens' track, and how many of the ideas moved it up."),
    ),
    "ownership": (
        mark("Ownership"),
        mark("How many of the realised ideas' benefits had an owner and a measure."),
    ),
    "evenness": (
        mark("Evenness of ownership"),
        mark("How widely what is owned is spread: 100% where as many as possible own some."),
    ),
    "realism": (
        mark("Realism"),
        mark("How near you guessed while the truth was hidden."),
    ),
}
"""Each with its name and what it means."""
_FIRST_REALISM: Final = mark("How near the estimates came to what was harvested.")
"""What realism was in the first version of the rules."""


_NOT_OWNED = mark("The one benefit of the realised ideas lacks an owner or a measure.")


def share_text(t: Words, name: ShareName, result: Result) -> str:
    """What a share is made of in the game that the result is of, or what it means."""
    if getattr(result, name) is None:
        return t(SHARES[name][1])
    if name == "realism":
        return _guessed(t, result) if result.foresight else t(_FIRST_REALISM)
    return _made_of(t, name, result)


def _made_of(t: Words, name: ShareName, result: Result) -> str:
    """What a share is made of, so that its percentage can be worked out."""
    if name == "citizen_focus":
        track = next(track for track in result.tracks if track.track == "citizen")
        return t(
            "The mean of two: the citizens' track came {share} of the way to its goal, and "
            "{n} of {of} realised ideas moved it up.",
            share=t.percent(max(0.0, min(1.0, track.points / track.goal))),
            n=result.lifting.n,
            of=result.lifting.of,
        )
    if name == "ownership" and result.owned.of == 1:
        owned = t("The one benefit of the realised ideas has an owner and a measure.")
        return owned if result.owned.n else t(_NOT_OWNED)
    if name == "ownership":
        return t.plural(
            "{n} of the realised ideas' {of} benefits has an owner and a measure.",
            "{n} of the realised ideas' {of} benefits have an owner and a measure.",
            result.owned.n,
            of=result.owned.of,
        )
    if name == "evenness":
        return spread_text(t, result)
    return t("The four tracks' way to their goals on average, each at most 100%.")


def spread_text(t: Words, result: Result) -> str:
    """How many own a benefit; where that is less than there are people, of how many benefits."""
    n, of = result.owning.n, result.owning.of
    if of == result.at_table:
        return t.plural(
            "{n} of the {of} at the table owns a benefit.",
            "{n} of the {of} at the table own a benefit.",
            n,
            of=of,
        )
    if of == 1:
        return t("One benefit has an owner.")
    return t.plural(
        "{of} benefits have an owner: {n} person owns them.",
        "{of} benefits have an owner: {n} people own them.",
        n,
        of=of,
    )


def _guessed(t: Words, result: Result) -> str:
    points = sum(answered.points for answered in result.foresight)
    return t.plural(
        "Guessed while the truth was hidden: {n} point, {missed} beside it.",
        "Guessed while the truth was hidden: {n} points, {missed} beside it.",
        points,
        missed=sum(answered.missed for answered in result.foresight),
    )


def curve_text(t: Words, result: Result, playing: int) -> str:
    """How far beside the truth the first and the last guesses were; empty when there are none.

    ``playing`` is how many rounds are played; after them comes the follow-up.
    """
    if not result.foresight:
        return ""
    first, last = result.foresight[0], result.foresight[-1]
    before, after = miss_text(t, first), miss_text(t, last)
    begun = _when_and_how_many(t, first, playing)
    if first is last:
        return t("Points off on average: {before} ({first}).", before=before, first=begun)
    return t(
        "Points off on average: first {before} ({first}), finally {after} ({last}).",
        before=before,
        first=begun,
        after=after,
        last=_when_and_how_many(t, last, playing),
    )


def _when_and_how_many(t: Words, answered: RoundForesight, playing: int) -> str:
    """The round, and how many guesses an average of it rests on: of one it says little."""
    name = terms.round_name(t, answered.round, playing)
    return t.plural("{round}, {n} guess", "{round}, {n} guesses", answered.guesses, round=name)


def miss_text(t: Words, answered: RoundForesight) -> str:
    """By how many points the guesses of a round missed on average."""
    return t.number(half_up(answered.miss, 1))


def ranges_text(t: Words, result: Result) -> str:
    """How often the truth lay within a range; empty when no range was answered."""
    given = result.ranges.given
    if not given:
        return ""
    return t.plural(
        "The truth lay within {inside} of {n} range.",
        "The truth lay within {inside} of {n} ranges.",
        given,
        inside=result.ranges.inside,
    )
