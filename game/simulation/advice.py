"""Advice for the author of a case, derived from a simulation, the strongest lever first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from game.content import Case, Prose
from game.i18n import Words, mark
from game.simulation import cards
from game.simulation.games import Simulation
from game.simulation.lessons import LESSONS, Judgement, Lesson, LessonFinding, lesson_findings
from game.simulation.remedies import remedy
from game.simulation.texts import at_seats

AdviceKind = Literal["good", "wrong", "unsure", "card"]


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice: what was ``found``, and what to ``do`` about it (empty: nothing)."""

    weight: AdviceKind
    found: str
    do: str = ""


def advise(t: Words, case: Case, simulation: Simulation) -> list[Advice]:
    """All advice on a case: on failed lessons first, then ideas, unused cards, unsure lessons."""
    found = lesson_findings(simulation)
    advice = [*_failed_lessons(t, simulation, found), *_ideas(t, case, simulation)]
    advice += [*_unused(t, case, simulation), *_unsure_lessons(t, found)]
    judged = {f.lesson for f in found}
    if judged == set(LESSONS) and all(f.judgement == "holds" for f in found):
        seats = t.listed([t.number(n) for n in simulation.seats])
        text = t(
            "All lessons hold with {seats} seats: the case teaches what it should.", seats=seats
        )
        advice.insert(0, Advice("good", text))
    return advice


# ------------------------------------------------------------------ lessons that do not hold
_FAILURE_TEXTS: Final[dict[tuple[Lesson, Judgement], str]] = {
    ("noise_20", "too_low"): mark(
        "Too hard: a methodical group that takes a fifth of its decisions at random reaches all "
        "four goals in {found}; at least {least} is meant."
    ),
    ("noise_20", "too_high"): mark(
        "Too easy: a methodical group that takes a fifth of its decisions at random reaches all "
        "four goals in {found}; at most {most} is meant."
    ),
    ("noise_30", "too_low"): mark(
        "Too hard for people: a methodical group that takes 30% of its decisions at random "
        "reaches all four goals in {found}; at least {least} is meant."
    ),
    ("noise_30", "too_high"): mark(
        "Too easy for people: a methodical group that takes 30% of its decisions at random "
        "reaches all four goals in {found}; at most {most} is meant."
    ),
    ("economy_alone", "too_high"): mark(
        "Economy alone wins here: a group that looks at nothing else reaches all four goals in "
        "{found}; under 10% is meant."
    ),
    ("economy_found", "too_low"): mark(
        "The saving is out of reach: a group that looks at economy alone finds it in {found}; over "
        "50% is meant."
    ),
    ("rush", "too_high"): mark(
        "Haste wins here: a group that implements as soon as it can reaches all four goals in "
        "{found}; under 10% is meant."
    ),
    ("random", "too_high"): mark(
        "Chance wins here: a group that does just anything reaches all four goals in {found}; "
        "under 3% is meant."
    ),
    ("risks", "too_low"): mark(
        "Risk work does not matter here: leaving it out costs {found}; at least 8 is meant."
    ),
    ("tracks", "too_low"): mark(
        "Thought for the other tracks does not matter here: leaving it out costs {found}; at least "
        "8 is meant."
    ),
    ("abilities", "too_low"): mark(
        "The roles' abilities do not matter here: leaving them out costs {found}; at least 8 is "
        "meant."
    ),
    ("trials", "too_low"): mark(
        "Trials do not matter here: leaving them out costs {found}; at least 8 is meant."
    ),
    ("anchoring", "too_low"): mark(
        "Anchoring does not matter here: leaving it out costs {found}; at least 8 is meant."
    ),
    ("downsides", "too_low"): mark(
        "Naming downsides does not matter here: leaving it out costs {found}; at least 8 is meant."
    ),
    ("risks", "too_high"): mark(
        "Everything hangs on risk work here: leaving it out costs {found}; at most 50 is meant."
    ),
    ("tracks", "too_high"): mark(
        "Everything hangs on thought for the other tracks here: leaving it out costs {found}; at "
        "most 50 is meant."
    ),
    ("abilities", "too_high"): mark(
        "Everything hangs on the roles' abilities here: leaving them out costs {found}; at most "
        "50 is meant."
    ),
    ("trials", "too_high"): mark(
        "Everything hangs on trials here: leaving them out costs {found}; at most 50 is meant."
    ),
    ("anchoring", "too_high"): mark(
        "Everything hangs on anchoring here: leaving it out costs {found}; at most 50 is meant."
    ),
    ("downsides", "too_high"): mark(
        "Everything hangs on naming downsides here: leaving it out costs {found}; at most 50 is "
        "meant."
    ),
}


_FAILURES: Final[tuple[Judgement, ...]] = ("too_low", "too_high")


def _failed_lessons(
    t: Words, simulation: Simulation, found: Sequence[LessonFinding]
) -> list[Advice]:
    """Advice on the lessons that do not hold, with remedies."""
    advice = []
    for lesson in LESSONS:
        for judgement in _FAILURES:
            failed = [f for f in found if f.lesson == lesson and f.judgement == judgement]
            if failed:
                text = _failure_text(t, failed)
                advice.append(Advice("wrong", text, remedy(t, lesson, judgement, simulation)))
    return advice


def _failure_text(t: Words, failed: Sequence[LessonFinding]) -> str:
    """What was found of a lesson that failed in the same way with some numbers of seats."""
    first = failed[0]
    text = _FAILURE_TEXTS[first.lesson, first.judgement]
    least, most = t.percent(first.least), t.percent(first.most)
    return t(text, found=at_seats(t, failed), least=least, most=most)


# ------------------------------------------------------------------ lessons that are unsure
def _unsure_lessons(t: Words, found: Sequence[LessonFinding]) -> list[Advice]:
    open_ = sum(f.judgement == "unsure" for f in found)
    if not open_:
        return []
    text = t.plural(
        "{n} of {all} judgements cannot be made yet: its interval reaches over the limit.",
        "{n} of {all} judgements cannot be made yet: their intervals reach over the limit.",
        open_,
        all=len(found),
    )
    do = t("Play more games to tell: four times as many make an interval half as wide.")
    return [Advice("unsure", text, do)]


# ------------------------------------------------------------------ single cards
_IDEA_TEXTS: Final[dict[cards.Pay, tuple[str, str]]] = {
    "never_implemented": (
        mark("A methodical group never implements {cards}."),
        mark("Right for a tempting saving; else let it give more, or cost less."),
    ),
    "never": (
        mark("What never pays (fewer points on average than it costs in capacity): {cards}."),
        mark("Right for a tempting saving; else let it give more, cost less, or risk less."),
    ),
    "always": (
        mark("What always pays, and is nearly always done: {cards}."),
        mark("Nobody has to think about it: give it a harm, a risk or a higher cost."),
    ),
}


def _ideas(t: Words, case: Case, simulation: Simulation) -> list[Advice]:
    found = cards.ideas(simulation)
    advice = []
    for pay, (text, do) in _IDEA_TEXTS.items():
        named = [_quoted(t, case.ideas[f.idea].name) for f in found if f.pay == pay]
        if named:
            advice.append(Advice("card", t(text, cards=t.listed(named)), t(do)))
    return advice


def _unused(t: Words, case: Case, simulation: Simulation) -> list[Advice]:
    left = cards.unused(simulation)
    named = (
        (mark("Ideas that are never placed: {cards}."), [case.ideas[id].name for id in left.ideas]),
        (
            mark("Benefits that are never claimed: {cards}."),
            [case.benefits[id].name for id in left.benefits],
        ),
        (
            mark("Risks that are never named and never strike: {cards}."),
            [case.risks[id].name for id in left.risks],
        ),
    )
    do = t("Such cards only fill the hands: change them or take them out.")
    return [
        Advice("card", t(text, cards=t.listed([_quoted(t, name) for name in prose])), do)
        for text, prose in named
        if prose
    ]


def _quoted(t: Words, name: Prose) -> str:
    return t("“{text}”", text=name.read(t.lang))
