"""The gauges there are: what each measures, on which scale, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.content.positions import KeyPath
from game.content.weighing import readings
from game.content.weighing.readings import Read
from game.engine.setup import Track
from game.frozen import frozen
from game.i18n import mark


@frozen
class Dial:
    """How a gauge is read: from which sections, on which scale, and what is said of it.

    ``advice`` has the codes of the findings whose hints help where it is low, and where it is high.
    ``read`` gives ``None`` where there is nothing to measure yet.
    """

    code: str
    name: str
    text: str
    needs: tuple[str, ...]
    scale: tuple[float, float]
    read: Read
    advice: tuple[str, str]
    path: KeyPath
    own_project: bool = False


_TRACK_NAMES: Final[Mapping[Track, str]] = {
    "citizen": mark("What ideas give the citizen"),
    "process": mark("What ideas give the process"),
    "economy": mark("What ideas give the economy"),
    "employee": mark("What ideas give the staff"),
}
_DECK_NAMES: Final[Mapping[str, str]] = {
    "ideas": mark("Number of ideas"),
    "benefits": mark("Number of benefits"),
    "risks": mark("Number of risks"),
    "events": mark("Number of events"),
}
_IDEAS: Final = ("ideas", "rules")
_RISKS: Final = ("ideas", "risks", "rules")
_OF_IDEAS: Final[KeyPath] = ("ideas",)
_OF_RISKS: Final[KeyPath] = ("risks",)


def dials() -> Iterator[Dial]:
    """All gauges, in the order in which they are shown."""
    for track, name in _TRACK_NAMES.items():
        text = mark(
            "All ideas together give {gain} points on average and {best} at their best; the goal "
            "is {goal}."
        )
        needs, path = ("ideas", "tracks", "rules"), ("tracks", track, "goal")
        advice = ("thin_track", "rich_track")
        yield Dial(
            f"gain:{track}", name, text, needs, (0, 9), readings.gain_of(track), advice, path
        )
    for deck, name in _DECK_NAMES.items():
        text = mark("The case has {n}; a game of {rounds} rounds needs {least} or more.")
        advice = (f"few_{deck}", f"few_{deck}")
        yield Dial(
            f"cards:{deck}",
            name,
            text,
            (deck, "rules"),
            (0, 30),
            readings.cards_in(deck),
            advice,
            (deck,),
        )
    yield from _DIALS


_DIALS: Final = (
    Dial(
        "worth",
        mark("Worth of an idea"),
        mark("An idea gives {mean} points on average, all tracks together."),
        _IDEAS,
        (0, 10),
        readings.worths,
        ("poor_ideas", "rich_ideas"),
        _OF_IDEAS,
    ),
    Dial(
        "richest",
        mark("The richest idea"),
        mark("It gives {worth} points on average; the others give {others}."),
        _IDEAS,
        (0, 20),
        readings.richest,
        ("rich_idea", "rich_idea"),
        _OF_IDEAS,
    ),
    Dial(
        "cost",
        mark("Cost of an idea"),
        mark(
            "An idea costs {mean} capacity on average, all of them {all}; the group begins with "
            "{capacity}."
        ),
        _IDEAS,
        (1, 5),
        readings.costs,
        ("low_cost", "high_cost"),
        _OF_IDEAS,
    ),
    Dial(
        "maturity",
        mark("Maturity"),
        mark("The maturity is {mean} on average: {mix}."),
        _IDEAS,
        (1, 5),
        readings.maturities,
        ("low_maturity", "high_maturity"),
        _OF_IDEAS,
    ),
    Dial(
        "delay",
        mark("Delay"),
        mark("The delay in rounds is {mean} on average: {mix}."),
        _IDEAS,
        (0, 2),
        readings.delays,
        ("short_delay", "long_delay"),
        _OF_IDEAS,
    ),
    Dial(
        "arrows",
        mark("False arrows"),
        mark("{n} of {all} arrows promise something else than the true effect."),
        _IDEAS,
        (0, 1),
        readings.arrows,
        ("false_arrows", "false_arrows"),
        _OF_IDEAS,
    ),
    Dial(
        "true_risks",
        mark("True risks of an idea"),
        mark("An idea has {mean} true risks on average."),
        _IDEAS,
        (0, 3),
        readings.risks_of_ideas,
        ("few_true_risks", "many_true_risks"),
        _OF_IDEAS,
    ),
    Dial(
        "true_pairs",
        mark("True on risk cards"),
        mark("{share}% of what is printed on risk cards is true."),
        _RISKS,
        (0, 1),
        readings.true_pairs,
        ("few_true_pairs", "many_true_pairs"),
        _OF_RISKS,
    ),
    Dial(
        "severity",
        mark("Severity"),
        mark("A true risk takes {mean} points on average."),
        _RISKS,
        (1, 4),
        readings.severities,
        ("low_severity", "high_severity"),
        _OF_RISKS,
    ),
    Dial(
        "likelihood",
        mark("Likelihood"),
        mark("A true risk strikes at {mean} or less on a die on average: {mix}."),
        _RISKS,
        (1, 5),
        readings.likelihoods,
        ("low_likelihood", "high_likelihood"),
        _OF_RISKS,
    ),
    Dial(
        "goals",
        mark("Goals"),
        mark("The goals are {goals} points in {rounds} rounds."),
        ("tracks", "rules"),
        (0, 16),
        readings.goals,
        ("low_goal", "high_goal"),
        ("tracks",),
        own_project=True,
    ),
    Dial(
        "aims",
        mark("Aims within reach"),
        mark("Of {all} aims {hard} ask for more than usual, and {easy} for less."),
        ("roles", "tracks", "ideas", "benefits", "rules"),
        (-4, 4),
        readings.aims,
        ("easy_aim", "hard_aim"),
        ("roles",),
        own_project=True,
    ),
    Dial(
        "different_aims",
        mark("Different aims"),
        mark("{all} roles have {n} different aims."),
        ("roles",),
        (0, 8),
        readings.different_aims,
        ("different_aims", "different_aims"),
        ("roles",),
        own_project=True,
    ),
    Dial(
        "actions",
        mark("Actions in a round"),
        mark("The group has {n} actions in each of {rounds} rounds."),
        ("rules",),
        (3, 30),
        readings.actions,
        ("far_rule", "far_rule"),
        ("rules", "actions"),
        own_project=True,
    ),
    Dial(
        "minutes",
        mark("Minutes"),
        mark("The case says {n} minutes; its rounds and actions take about {reckoned}."),
        ("minutes", "rules"),
        (0, 200),
        readings.minutes,
        ("minutes_far", "minutes_far"),
        ("minutes",),
        own_project=True,
    ),
    Dial(
        "languages",
        mark("Texts in every language of the title"),
        mark("{n} of {all} texts can be read in every language of the title."),
        (),
        (0, 1),
        readings.languages,
        ("one_language", "one_language"),
        (),
        own_project=True,
    ),
)
