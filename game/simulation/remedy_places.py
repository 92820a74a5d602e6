"""Where an author begins to mend a lesson that does not hold: one place of the case for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.content.positions import KeyPath
from game.engine import TRACKS, IdeaCard, RiskCard, Setup, Track
from game.simulation import levers
from game.simulation.games import Simulation
from game.simulation.lessons import BOT_OF, Failure, Judgement, Lesson
from game.simulation.tally import Tally

PlaceOf = Callable[[Simulation, Failure], KeyPath]


def reached(simulation: Simulation, failure: Failure, track: Track) -> float:
    """The share of the games in which a goal was reached: of those in which a lesson failed."""
    tallies = (simulation.tally(BOT_OF[failure.lesson], seats) for seats in failure.seats)
    tally = sum(tallies, Tally())
    return tally.reached[track] / tally.games if tally.games else 0.0


def hardest(simulation: Simulation, failure: Failure) -> Track:
    """The track whose goal is reached least often in those games."""
    return min(TRACKS, key=lambda track: reached(simulation, failure, track))


def easiest(simulation: Simulation, failure: Failure) -> Track:
    """The track whose goal is reached most often in those games."""
    return max(TRACKS, key=lambda track: reached(simulation, failure, track))


def place_to_begin(simulation: Simulation, failure: Failure) -> KeyPath:
    """The key that a remedy speaks of, of the card with which it is best begun."""
    places = PLACES if simulation.setup.ideas else OWN_PROJECT_PLACES
    return places[failure.lesson, failure.judgement](simulation, failure)


# ------------------------------------------------------------------ goals and rules
def _goal(track: Callable[[Simulation, Failure], Track]) -> PlaceOf:
    return lambda simulation, failure: ("tracks", track(simulation, failure), "goal")


def _rule(key: str) -> PlaceOf:
    return lambda simulation, failure: ("rules", key)


def _economy(simulation: Simulation, failure: Failure) -> Track:
    return "economy"


def _first_ability(simulation: Simulation, failure: Failure) -> KeyPath:
    return "roles", 0, "ability"


_LOWER: Final = _goal(hardest)
_RAISE: Final = _goal(easiest)


# ------------------------------------------------------------------ cards
def _idea(key: str, weight: Callable[[IdeaCard], tuple[float, ...]]) -> PlaceOf:
    """A key of the idea that weighs most."""

    def place(simulation: Simulation, failure: Failure) -> KeyPath:
        cards = simulation.setup.ideas
        return "ideas", max(range(len(cards)), key=lambda n: weight(cards[n])), key

    return place


def _harm(card: IdeaCard) -> float:
    """The points that an idea takes on average, on all tracks together."""
    return sum(max(0.0, -levers.mean_effect(card, track)) for track in TRACKS)


def _tracks_given(card: IdeaCard) -> int:
    return sum(levers.mean_effect(card, track) > 0 for track in TRACKS)


def _harmless_and_rich(card: IdeaCard) -> tuple[float, ...]:
    return -_harm(card), levers.worth(card)


def _gravest(simulation: Simulation, failure: Failure) -> KeyPath:
    """The severity of the true risk that takes most."""
    setup: Setup = simulation.setup
    true = {id for idea in setup.ideas for id in idea.risks}

    def weight(card: RiskCard) -> tuple[bool, int, int]:
        return card.id in true, card.severity, card.likelihood

    cards = setup.risks
    return "risks", max(range(len(cards)), key=lambda n: weight(cards[n])), "severity"


_RICHEST: Final = _idea("effects", lambda card: (levers.worth(card),))
_HARMLESS: Final = _idea("effects", _harmless_and_rich)

PLACES: Final[Mapping[tuple[Lesson, Judgement], PlaceOf]] = {
    ("noise_20", "too_low"): _LOWER,
    ("noise_20", "too_high"): _RAISE,
    ("noise_30", "too_low"): _LOWER,
    ("noise_30", "too_high"): _RAISE,
    ("economy_alone", "too_high"): _goal(_economy),
    ("economy_found", "too_low"): _goal(_economy),
    ("rush", "too_high"): _RAISE,
    ("random", "too_high"): _RAISE,
    ("risks", "too_low"): _idea("risks", lambda card: (-len(card.risks), levers.worth(card))),
    ("risks", "too_high"): _gravest,
    ("tracks", "too_low"): _HARMLESS,
    ("tracks", "too_high"): _idea(
        "effects", lambda card: (-_tracks_given(card), levers.worth(card))
    ),
    ("abilities", "too_low"): _first_ability,
    ("abilities", "too_high"): _RICHEST,
    ("trials", "too_low"): _idea("maturity", lambda card: (card.maturity, levers.worth(card))),
    ("trials", "too_high"): _idea("maturity", lambda card: (-card.maturity, levers.worth(card))),
    ("anchoring", "too_low"): _rule("unowned"),
    ("anchoring", "too_high"): _LOWER,
    ("downsides", "too_low"): _HARMLESS,
    ("downsides", "too_high"): _idea("effects", lambda card: (_harm(card),)),
}
"""The places by lesson and judgement: for each remedy of :mod:`game.simulation.remedies` one."""

OWN_PROJECT_PLACES: Final[Mapping[tuple[Lesson, Judgement], PlaceOf]] = {
    ("noise_20", "too_low"): _rule("actions"),
    ("noise_20", "too_high"): _rule("actions"),
    ("noise_30", "too_low"): _rule("actions"),
    ("noise_30", "too_high"): _rule("actions"),
    ("economy_alone", "too_high"): _LOWER,
    ("economy_found", "too_low"): _goal(_economy),
    ("rush", "too_high"): _rule("actions"),
    ("random", "too_high"): _rule("actions"),
    ("risks", "too_low"): _rule("unnamed"),
    ("risks", "too_high"): _rule("unnamed"),
    ("tracks", "too_low"): _RAISE,
    ("tracks", "too_high"): _LOWER,
    ("abilities", "too_low"): _first_ability,
    ("abilities", "too_high"): _rule("actions"),
    ("trials", "too_low"): _rule("written_maturity"),
    ("trials", "too_high"): _rule("written_maturity"),
    ("anchoring", "too_low"): _rule("unowned"),
    ("anchoring", "too_high"): _LOWER,
    ("downsides", "too_low"): _rule("unspoken"),
    ("downsides", "too_high"): _LOWER,
}
"""The same for a case without idea cards."""
