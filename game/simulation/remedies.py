"""What to change in a case when a lesson does not hold, the strongest levers first."""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean
from string import Formatter
from typing import Final

from game.content.weighing.usual import Usual, UsualCards, cards
from game.engine import ModuleName, Setup
from game.engine.setup import ABILITIES
from game.frozen import frozen
from game.i18n import Words, mark
from game.simulation.games import Simulation
from game.simulation.lessons import HABITS, Failure, Judgement, Lesson
from game.simulation.moves import Direction
from game.simulation.places import Places
from game.simulation.remedy_places import easiest, hardest, reached
from game.wording import modules, terms

DEMANDING: Final[frozenset[ModuleName]] = frozenset(("posts", "demand", "invest", "dropouts"))
"""The modules that take points from a group in every game."""


@frozen
class Means:
    """The number of true risks per idea, their mean severity and likelihood, the mean maturity.

    ``usual`` is what they are in cases of this length.
    """

    density: float
    severity: float
    likelihood: float
    maturity: float
    usual: UsualCards

    @classmethod
    def of(cls, setup: Setup) -> Means:
        """The means of a case."""
        true = [setup.by_id.risks[id] for idea in setup.ideas for id in idea.risks]
        return cls(
            len(true) / len(setup.ideas) if setup.ideas else 0.0,
            fmean([risk.severity for risk in true] or [0]),
            fmean([risk.likelihood for risk in true] or [0]),
            fmean([idea.maturity for idea in setup.ideas] or [0]),
            cards(sum(setup.rules.rounds)),
        )


@frozen
class Played:
    """What was played, what failed in it, and what its cards are like."""

    simulation: Simulation
    failure: Failure

    @property
    def setup(self) -> Setup:
        """The case that was played."""
        return self.simulation.setup

    @property
    def means(self) -> Means:
        """What its cards are like."""
        return Means.of(self.setup)

    @property
    def roles(self) -> int:
        """The roles that are in play at most tables."""
        return min(self.setup.rules.roles_in_play, len(self.setup.roles))


def _make_easier(t: Words, played: Played, places: Places) -> str:
    track = hardest(played.simulation, played.failure)
    texts = [
        t(
            "Lower the goals, first that of {track}: in the same games it is reached most seldom, "
            "in {share}.",
            track=terms.track(t, track),
            share=t.chance(reached(played.simulation, played.failure, track)),
        )
    ]
    demanding = [code for code in played.setup.rules.modules if code in DEMANDING]
    if demanding:
        names = t.listed([modules.name(t, code) for code in demanding])
        texts.append(t("Or leave out a module that takes points: {modules}.", modules=names))
    return " ".join(texts)


def _make_harder(t: Words, played: Played, places: Places) -> str:
    track = easiest(played.simulation, played.failure)
    texts = [_more_risks(t, played.means)] if _is_mild(played.means) else []
    texts.append(
        t(
            "Raise the goals, first that of {track}: in the same games it is reached most often, "
            "in {share}.",
            track=terms.track(t, track),
            share=t.chance(reached(played.simulation, played.failure, track)),
        )
    )
    return " ".join(texts)


def _make_risks_matter(t: Words, played: Played, places: Places) -> str:
    if _is_mild(played.means):
        return _more_risks(t, played.means)
    return t(
        "Put the severe risks on the ideas that give most, and print them on risk cards, so "
        "that they can be named and mitigated. How much more often an unnamed risk strikes: "
        "{unnamed}.",
        unnamed=places.rule(t, "unnamed"),
    )


def _make_trials_matter(t: Words, played: Played, places: Places) -> str:
    means = played.means
    if means.usual.maturity.side(means.maturity) == "high":
        return t(
            "The ideas are mature already ({n} on average, {usual} is usual), so there is little "
            "to try: lower the maturity of those that give most.",
            n=t.number(round(means.maturity, 1)),
            usual=_range(t, means.usual.maturity),
        )
    return t(
        "Make the effects less certain (ranges two to four values wide) and lower the maturity of "
        "the ideas that give most, so that a trial has something to tell."
    )


def _is_mild(means: Means) -> bool:
    usual = means.usual
    return "low" in (
        usual.true_risks.side(means.density),
        usual.severity.side(means.severity),
        usual.likelihood.side(means.likelihood),
    )


def _more_risks(t: Words, means: Means) -> str:
    return t(
        "Make the true risks heavier: there are {n} an idea ({usual_n} is usual), of severity "
        "{severity} ({usual_severity}) and likelihood {likelihood} ({usual_likelihood}).",
        n=t.number(round(means.density, 2)),
        severity=t.number(round(means.severity, 2)),
        likelihood=t.number(round(means.likelihood, 2)),
        usual_n=_range(t, means.usual.true_risks),
        usual_severity=_range(t, means.usual.severity),
        usual_likelihood=_range(t, means.usual.likelihood),
    )


def _range(t: Words, usual: Usual) -> str:
    return f"{t.number(round(usual.low, 1))}–{t.number(round(usual.high, 1))}"


Remedy = Callable[[Words, Played, Places], str]


def _fixed(text: str) -> Remedy:
    """A text that is always the same; rules and abilities are named in it by their keys.

    ``{roles}`` is how many of them are in play.
    """
    named = [key for _, key, _, _ in Formatter().parse(text) if key]

    def told(t: Words, played: Played, places: Places) -> str:
        return t(text, **{key: _name(t, key, played, places) for key in named})

    return told


def _name(t: Words, key: str, played: Played, places: Places) -> str:
    if key == "roles":
        return t.number(played.roles)
    ability = next((ability for ability in ABILITIES if ability == key), None)
    return places.rule(t, key) if ability is None else places.ability(t, ability)


REMEDIES: Final[dict[tuple[Lesson, Judgement], Remedy]] = {
    ("noise_20", "too_low"): _make_easier,
    ("noise_20", "too_high"): _make_harder,
    ("noise_30", "too_low"): _make_easier,
    ("noise_30", "too_high"): _make_harder,
    ("economy_alone", "too_high"): _fixed(
        mark(
            "The economy goal is too easy, or savings harm nobody: raise the goal, or let the "
            "tempting savings take more from the other tracks."
        )
    ),
    ("economy_found", "too_low"): _fixed(
        mark(
            "Lower the economy goal, or add one or two tempting savings: economy 4–6, cost at most "
            "2, maturity 5, and the other tracks together −4 or worse."
        )
    ),
    ("rush", "too_high"): _make_harder,
    ("random", "too_high"): _make_harder,
    ("risks", "too_low"): _make_risks_matter,
    ("tracks", "too_low"): _fixed(
        mark(
            "The ideas give on all tracks at once. Let the ideas that give most take something "
            "from another track, and spread the second effects more unevenly."
        )
    ),
    ("abilities", "too_low"): _fixed(
        mark(
            "What abilities can find out is known already: make the ranges of the effects "
            "wider and leave more harms without an arrow. Give some of the {roles} roles in play "
            "abilities that find something: {citizen_voice}, {controller}, {analyst} or "
            "{project_manager}."
        )
    ),
    ("trials", "too_low"): _make_trials_matter,
    ("anchoring", "too_low"): _fixed(
        mark(
            "What is harvested without an owner is enough: lower {unowned}, "
            "make the largest effects larger, or raise the goals. Who owns what matters "
            "more with a lower {owner_load}, and with roles that are at home on one "
            "track."
        )
    ),
    ("downsides", "too_low"): _fixed(
        mark(
            "Hardly any idea harms anybody: let more of those that give most take two to "
            "four points from another track, some of them with an arrow. How much worse a "
            "harm is that nobody named: {unspoken}."
        )
    ),
    ("downsides", "too_high"): _fixed(
        mark("Let fewer ideas harm somebody, or make their harms smaller.")
    ),
    ("risks", "too_high"): _fixed(
        mark(
            "Take some true risks away, or make the most severe ones milder, so that an idea "
            "survives one that nobody named."
        )
    ),
    ("tracks", "too_high"): _fixed(
        mark("Let more ideas give a little on a second track, so that no track is forgotten.")
    ),
    ("abilities", "too_high"): _fixed(
        mark(
            "Too much can only be learned by abilities: promise more arrows, or make the ranges of "
            "the effects narrower."
        )
    ),
    ("trials", "too_high"): _fixed(
        mark(
            "Raise the maturity of some ideas, so that they can be implemented untried, "
            "and make their effects more certain."
        )
    ),
    ("anchoring", "too_high"): _fixed(
        mark("Lower the goals, so that a group gets on without an owner for everything.")
    ),
}
"""The remedies by lesson and judgement."""

_FEWER_ACTIONS: Final = _fixed(mark("Take an action a round away: {actions}."))

_MORE_ACTIONS: Final = _fixed(mark("Give the group an action more a round: {actions}."))

OWN_PROJECT_REMEDIES: Final[dict[tuple[Lesson, Judgement], Remedy]] = {
    ("noise_20", "too_low"): _MORE_ACTIONS,
    ("noise_20", "too_high"): _FEWER_ACTIONS,
    ("noise_30", "too_low"): _MORE_ACTIONS,
    ("noise_30", "too_high"): _FEWER_ACTIONS,
    ("economy_alone", "too_high"): _fixed(mark("Raise the goals of the other tracks.")),
    ("economy_found", "too_low"): _fixed(mark("Lower the goal of economy.")),
    ("rush", "too_high"): _FEWER_ACTIONS,
    ("random", "too_high"): _FEWER_ACTIONS,
    ("risks", "too_low"): _fixed(
        mark("Let a risk that nobody named strike more often: {unnamed}.")
    ),
    ("tracks", "too_low"): _fixed(
        mark("Raise the goals of the tracks that are reached most often.")
    ),
    ("abilities", "too_low"): _fixed(
        mark(
            "Give some of the {roles} roles in play abilities that find something: "
            "{citizen_voice}, {controller} or {analyst}; or that save time and means: "
            "{project_manager}, {sponsor} or {supplier}."
        )
    ),
    ("trials", "too_low"): _fixed(
        mark("Lower {written_maturity}, so that ideas nobody has tried stumble.")
    ),
    ("anchoring", "too_low"): _fixed(
        mark("What is harvested without an owner is enough: lower {unowned}.")
    ),
    ("downsides", "too_low"): _fixed(mark("Let a harm that nobody named take more: {unspoken}.")),
    ("downsides", "too_high"): _fixed(mark("Lower the goals a little.")),
    ("risks", "too_high"): _fixed(
        mark("Let a risk that nobody named strike less often: {unnamed}.")
    ),
    ("tracks", "too_high"): _fixed(
        mark("Lower the goals, first those of the tracks that are reached least often.")
    ),
    ("abilities", "too_high"): _MORE_ACTIONS,
    ("trials", "too_high"): _fixed(
        mark("Raise {written_maturity}, so that fewer untried ideas stumble.")
    ),
    ("anchoring", "too_high"): _fixed(
        mark("Lower the goals, so that a group gets on without an owner for everything.")
    ),
}
"""The remedies for a case without idea cards, where only the rules can be changed."""


def pulls(failure: Failure) -> Direction:
    """Which way it moves a case to mend a lesson."""
    if failure.lesson in ("rush", "random", "economy_alone"):
        return "harder"
    if failure.lesson in HABITS:  # what is worth too little has too little against it
        return "harder" if failure.judgement == "too_low" else "easier"
    return "easier" if failure.judgement == "too_low" else "harder"


def remedy(t: Words, simulation: Simulation, failure: Failure, places: Places) -> str:
    """What the author can change when a lesson does not hold."""
    remedies = REMEDIES if simulation.setup.ideas else OWN_PROJECT_REMEDIES
    make = remedies[failure.lesson, failure.judgement]
    return make(t, Played(simulation, failure), places)
