"""What to change in a case when a lesson does not hold, the strongest levers first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from game.engine import TRACKS, ModuleName, Setup, Track
from game.i18n import Words, mark
from game.simulation.games import REFERENCE_BOT, Simulation
from game.simulation.lessons import Judgement, Lesson
from game.wording import modules, terms

USUAL_DENSITY: Final = (1.1, 1.25)
"""The usual number of true risks per idea in a balanced case."""

USUAL_SEVERITY: Final = (2.6, 2.9)
"""Their mean severity."""

USUAL_LIKELIHOOD: Final = (3.1, 3.5)
"""Their mean likelihood."""

USUAL_MATURITY: Final = (3.2, 3.4)
"""The mean maturity of ideas."""


DEMANDING: Final[frozenset[ModuleName]] = frozenset(("posts", "demand", "invest", "dropouts"))
"""The modules that take points from a group in every game."""


@dataclass(frozen=True, slots=True)
class Levers:
    """The number of true risks per idea, their mean severity and likelihood, the mean maturity."""

    density: float
    severity: float
    likelihood: float
    maturity: float

    @classmethod
    def of(cls, setup: Setup) -> Levers:
        """The levers of a case."""
        true = [setup.by_id.risks[id] for idea in setup.ideas for id in idea.risks]
        return cls(
            len(true) / len(setup.ideas) if setup.ideas else 0.0,
            fmean([risk.severity for risk in true] or [0]),
            fmean([risk.likelihood for risk in true] or [0]),
            fmean([idea.maturity for idea in setup.ideas] or [0]),
        )


def _make_easier(t: Words, simulation: Simulation, levers: Levers) -> str:
    hardest = min(TRACKS, key=lambda track: _reached(simulation, track))
    texts = []
    if levers.density > USUAL_DENSITY[1]:
        texts.append(_many_risks(t, levers))
    if levers.severity > USUAL_SEVERITY[1] or levers.likelihood > USUAL_LIKELIHOOD[1]:
        texts.append(_heavy_risks(t, levers))
    texts.append(
        t(
            "Lower the goals, first that of {track}, which is reached least often ({share}): one "
            "point less on every track is worth about 20 percentage points.",
            track=terms.track(t, hardest),
            share=t.percent(_reached(simulation, hardest)),
        )
    )
    demanding = [code for code in simulation.setup.rules.modules if code in DEMANDING]
    if demanding:
        names = t.listed([modules.name(t, code) for code in demanding])
        texts.append(t("Or leave out a module that takes points: {modules}.", modules=names))
    return " ".join(texts)


def _make_harder(t: Words, simulation: Simulation, levers: Levers) -> str:
    easiest = max(TRACKS, key=lambda track: _reached(simulation, track))
    texts = [_more_risks(t, levers)] if _is_mild(levers) else []
    texts.append(
        t(
            "Raise the goals, first that of {track}, which is reached most often ({share}): one "
            "point more on every track costs about 20 percentage points.",
            track=terms.track(t, easiest),
            share=t.percent(_reached(simulation, easiest)),
        )
    )
    return " ".join(texts)


def _make_risks_matter(t: Words, simulation: Simulation, levers: Levers) -> str:
    if _is_mild(levers):
        return _more_risks(t, levers)
    return t(
        "Put the severe risks on the ideas that give most, and print them on risk cards, so that "
        "they can be named and mitigated. How much oftener an unnamed risk strikes is unnamed in "
        "[rules]."
    )


def _make_trials_matter(t: Words, simulation: Simulation, levers: Levers) -> str:
    if levers.maturity > USUAL_MATURITY[1]:
        return t(
            "The ideas are mature already ({n} on average, 3.2–3.4 is usual), so there is little "
            "to try: lower the maturity of those that give most.",
            n=t.number(round(levers.maturity, 1)),
        )
    return t(
        "Make the effects less certain (ranges two to four values wide) and lower the maturity of "
        "the ideas that give most, so that a trial has something to tell."
    )


def _is_mild(levers: Levers) -> bool:
    return (
        levers.density < USUAL_DENSITY[0]
        or levers.severity < USUAL_SEVERITY[0]
        or levers.likelihood < USUAL_LIKELIHOOD[0]
    )


def _risks_now(levers: Levers) -> dict[str, float]:
    return {"n": levers.density, "severity": levers.severity, "likelihood": levers.likelihood}


def _more_risks(t: Words, levers: Levers) -> str:
    return t(
        "Make the true risks heavier: there are {n} an idea, of severity {severity} and likelihood "
        "{likelihood} on average; 1.1–1.25, 2.6–2.9 and 3.1–3.5 is usual.",
        **{name: t.number(round(value, 2)) for name, value in _risks_now(levers).items()},
    )


def _many_risks(t: Words, levers: Levers) -> str:
    return t(
        "Take some true risks away: there are {n} an idea, 1.1–1.25 is usual.",
        n=t.number(round(levers.density, 2)),
    )


def _heavy_risks(t: Words, levers: Levers) -> str:
    return t(
        "Make the true risks milder: severity is {severity} and likelihood {likelihood} on "
        "average; 2.6–2.9 and 3.1–3.5 is usual.",
        severity=t.number(round(levers.severity, 2)),
        likelihood=t.number(round(levers.likelihood, 2)),
    )


def _reached(simulation: Simulation, track: Track) -> float:
    tally = simulation.tally(REFERENCE_BOT)
    return tally.reached[track] / tally.games if tally.games else 0.0


Remedy = Callable[[Words, Simulation, Levers], str]


def _fixed(text: str) -> Remedy:
    return lambda t, simulation, levers: t(text)


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
            "What the voices can learn is known already: make the ranges of the effects "
            "wider and leave more harms without an arrow. Give the first six roles "
            "abilities that find something: voices, an analyst, a project manager."
        )
    ),
    ("trials", "too_low"): _make_trials_matter,
    ("anchoring", "too_low"): _fixed(
        mark(
            "What is harvested without an owner is enough: lower unowned in [rules], "
            "make the largest effects larger, or raise the goals. Who owns what matters "
            "more with a lower owner_load, and with roles that are at home on one "
            "track."
        )
    ),
    ("downsides", "too_low"): _fixed(
        mark(
            "Hardly an idea harms anybody: let more of those that give most take two to four "
            "points from another track, some of them with an arrow. How much worse a harm is that "
            "nobody named is unspoken in [rules]."
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

_FEWER_ACTIONS: Final = _fixed(
    mark(
        "Take an action a round away: actions in [rules]. One is worth about 15 percentage points."
    )
)

_MORE_ACTIONS: Final = _fixed(
    mark(
        "Give the group an action more a round: actions in [rules]. One is worth about 15 "
        "percentage points."
    )
)

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
        mark("Let a risk that nobody named strike more often: unnamed in [rules].")
    ),
    ("tracks", "too_low"): _fixed(
        mark("Raise the goals of the tracks that are reached most often.")
    ),
    ("abilities", "too_low"): _fixed(
        mark(
            "Give the first six roles abilities that find something, voices or an analyst, or "
            "that save time and means: project_manager, sponsor, supplier."
        )
    ),
    ("trials", "too_low"): _fixed(
        mark("Lower written_maturity in [rules], so that ideas nobody has tried stumble.")
    ),
    ("anchoring", "too_low"): _fixed(
        mark("What is harvested without an owner is enough: lower unowned in [rules].")
    ),
    ("downsides", "too_low"): _fixed(
        mark("Let a harm that nobody named take more: unspoken in [rules].")
    ),
    ("downsides", "too_high"): _fixed(mark("Lower the goals a little.")),
    ("risks", "too_high"): _fixed(
        mark("Let a risk that nobody named strike less often: unnamed in [rules].")
    ),
    ("tracks", "too_high"): _fixed(
        mark("Lower the goals, first those of the tracks that are reached least often.")
    ),
    ("abilities", "too_high"): _MORE_ACTIONS,
    ("trials", "too_high"): _fixed(
        mark("Raise written_maturity in [rules], so that fewer untried ideas stumble.")
    ),
    ("anchoring", "too_high"): _fixed(
        mark("Lower the goals, so that a group gets on without an owner for everything.")
    ),
}
"""The remedies for a case without idea cards, where only the rules can be changed."""


def remedy(t: Words, lesson: Lesson, judgement: Judgement, simulation: Simulation) -> str:
    """What the author can change when a lesson does not hold."""
    setup = simulation.setup
    remedies = REMEDIES if setup.ideas else OWN_PROJECT_REMEDIES
    return remedies[lesson, judgement](t, simulation, Levers.of(setup))
