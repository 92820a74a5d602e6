"""Advice for the author of a case, derived from a simulation, the strongest lever first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from game.content import Case, Prose
from game.content.positions import KeyPath
from game.engine import TRACKS, Track
from game.i18n import Words, half_up, mark
from game.simulation import cards
from game.simulation.advice_kinds import Advice
from game.simulation.aims_advice import aims_advice
from game.simulation.diagnosis import Diagnosis
from game.simulation.diagnosis_advice import diagnosis_advice
from game.simulation.games import Simulation
from game.simulation.lessons import (
    BALANCE,
    LESSONS,
    Extreme,
    Failure,
    Judgement,
    Lesson,
    LessonFinding,
    extreme,
    failures,
    lesson_findings,
)
from game.simulation.moves import Direction
from game.simulation.places import FilePlaces, Places
from game.simulation.remedies import pulls, remedy
from game.simulation.remedy_places import place_to_begin
from game.simulation.study import Study
from game.simulation.texts import FIRST_MEND, QUESTIONS, at_seats
from game.wording import terms


def advise(t: Words, case: Case, study: Study, places: Places | None = None) -> list[Advice]:
    """All advice on a case, in the words of its file, or of other ``places`` where it is written.

    Whether it is too hard or too easy comes first, then what is unusual in its file, and what was
    tried; then other lessons that fail, aims, single cards, and what cannot be judged yet.
    """
    simulation, diagnosis = study.simulation, study.diagnosis
    places = places or FilePlaces(case)
    found = lesson_findings(simulation)
    advice = [*_balance(t, simulation, found, diagnosis, places), *_withheld(t, found)]
    if diagnosis is not None:
        advice += diagnosis_advice(t, case, diagnosis, places)
    advice += _failed_lessons(t, simulation, found, places)
    advice += aims_advice(t, case, simulation, places)
    advice += [*_ideas(t, case, simulation, found), *_unused(t, case, simulation)]
    advice += _unsure_lessons(t, found)
    return [*_good(t, simulation, found), *advice]


def _good(t: Words, simulation: Simulation, found: Sequence[LessonFinding]) -> Iterator[Advice]:
    """That all lessons hold; or at least that the case is neither too hard nor too easy."""
    if {f.lesson for f in found} == set(LESSONS) and all(f.judgement == "holds" for f in found):
        seats = t.listed([t.number(n) for n in simulation.seats])
        text = t(
            "All lessons hold with {seats} seats: the case teaches what it should.", seats=seats
        )
        yield Advice("good", text)
        return
    decisive = [f for f in found if f.lesson == "noise_20"]
    failed = any(failure.lesson in BALANCE for failure in failures(found))
    if decisive and not failed and all(f.judgement == "holds" for f in decisive):
        text = t(
            "Balanced: a methodical group that takes a fifth of its decisions at random "
            "reaches all four goals in {found}; it should be {least}–{most}.",
            found=at_seats(t, decisive),
            **_meant(t, decisive[0]),
        )
        yield Advice("good", text)


# ------------------------------------------------------------------ lessons that do not hold
_FAILURE_TEXTS: Final[dict[tuple[Lesson, Judgement], str]] = {
    ("noise_20", "too_low"): mark(
        "Too hard: a methodical group that takes a fifth of its decisions at random reaches "
        "all four goals in {found}; it should be at least {least}."
    ),
    ("noise_20", "too_high"): mark(
        "Too easy: a methodical group that takes a fifth of its decisions at random reaches "
        "all four goals in {found}; it should be at most {most}."
    ),
    ("noise_30", "too_low"): mark(
        "Too hard for groups that play less well: a methodical group that takes 30% of its "
        "decisions at random reaches all four goals in {found}; it should be at least "
        "{least}."
    ),
    ("noise_30", "too_high"): mark(
        "Too easy for groups that play less well: a methodical group that takes 30% of its "
        "decisions at random reaches all four goals in {found}; it should be at most {most}."
    ),
    ("economy_alone", "too_high"): mark(
        "Economy alone wins here: a group that looks at nothing else reaches all four goals "
        "in {found}; it should be under 10%."
    ),
    ("economy_found", "too_low"): mark(
        "The saving is out of reach: a group that looks at economy alone finds it in "
        "{found}; it should be over 50%."
    ),
    ("rush", "too_high"): mark(
        "Haste wins here: a group that implements as soon as it can reaches all four goals "
        "in {found}; it should be under 10%."
    ),
    ("random", "too_high"): mark(
        "Chance wins here: a group that does just anything reaches all four goals in "
        "{found}; it should be under 3%."
    ),
    ("risks", "too_low"): mark(
        "Risk work does not matter here: the simulated groups win {found}. {meant}"
    ),
    ("tracks", "too_low"): mark(
        "Thought for the other tracks does not matter here: the simulated groups win "
        "{found}. {meant}"
    ),
    ("abilities", "too_low"): mark(
        "The roles' abilities do not matter here: the simulated groups win {found}. {meant}"
    ),
    ("trials", "too_low"): mark(
        "Trials do not matter here: the simulated groups win {found}. {meant}"
    ),
    ("anchoring", "too_low"): mark(
        "Anchoring does not matter here: the simulated groups win {found}. {meant}"
    ),
    ("downsides", "too_low"): mark(
        "Naming downsides does not matter here: the simulated groups win {found}. {meant}"
    ),
    ("risks", "too_high"): mark(
        "Everything depends on risk work here: the simulated groups win {found}. {meant}"
    ),
    ("tracks", "too_high"): mark(
        "Everything depends on thought for the other tracks here: the simulated groups win "
        "{found}. {meant}"
    ),
    ("abilities", "too_high"): mark(
        "Everything depends on the roles' abilities here: the simulated groups win {found}. {meant}"
    ),
    ("trials", "too_high"): mark(
        "Everything depends on trials here: the simulated groups win {found}. {meant}"
    ),
    ("anchoring", "too_high"): mark(
        "Everything depends on anchoring here: the simulated groups win {found}. {meant}"
    ),
    ("downsides", "too_high"): mark(
        "Everything depends on naming downsides here: the simulated groups win {found}. {meant}"
    ),
}


def _balance(
    t: Words,
    simulation: Simulation,
    found: Sequence[LessonFinding],
    diagnosis: Diagnosis | None,
    places: Places,
) -> Iterator[Advice]:
    """Whether the case is too hard or too easy; what to do is told below where it was tried."""
    tried = diagnosis is not None and diagnosis.direction is not None
    told: set[Judgement] = set()
    for failure in failures(found):
        if failure.lesson in BALANCE and failure.judgement not in told:
            do, path = ("", ()) if tried else _to_do(t, simulation, failure, places)
            yield Advice("wrong", _failure_text(t, found, failure), do, path)
            told.add(failure.judgement)
    open_ = [f for f in found if f.lesson == "noise_20" and f.judgement == "unsure"]
    for end, judgement, text in _SEEMS:
        ends = [f for f in open_ if extreme(simulation, f.seats) == end]
        if ends and judgement not in told:
            yield Advice("unsure", t(text, found=at_seats(t, ends)), more_games=True)
    middle = [f for f in open_ if extreme(simulation, f.seats) is None]
    if middle and not told:
        yield Advice("unsure", _cannot_tell(t, middle), more_games=True)


def _cannot_tell(t: Words, found: Sequence[LessonFinding]) -> str:
    text = mark(
        "Too hard, too easy or as it should be: so few games cannot tell. A methodical group "
        "that takes a fifth of its decisions at random reaches all four goals in {found}; it "
        "should be {least}–{most}."
    )
    return t(text, found=at_seats(t, found), **_meant(t, found[0]))


def _meant(t: Words, found: LessonFinding) -> dict[str, str]:
    """The least and the most that is meant, for a text with both."""
    return {"least": t.number(half_up(found.least * 100)), "most": t.chance(found.most)}


_SEEMS: Final[tuple[tuple[Extreme, Judgement, str], ...]] = (
    (
        "floor",
        "too_low",
        mark(
            "Too hard, as far as so few games can tell: a methodical group that takes a fifth of "
            "its decisions at random reaches all four goals in {found}."
        ),
    ),
    (
        "ceiling",
        "too_high",
        mark(
            "Too easy, as far as so few games can tell: a methodical group that takes a fifth of "
            "its decisions at random reaches all four goals in {found}."
        ),
    ),
)


def _withheld(t: Words, found: Sequence[LessonFinding]) -> Iterator[Advice]:
    seats = dict.fromkeys(f.seats for f in found if f.judgement == "withheld")
    if seats:
        listed = t.listed([t.number(n) for n in seats])
        yield Advice(
            "unsure",
            t(
                "What practices, haste and chance are worth is not judged with {seats} seats: "
                "where nearly every game ends alike, nothing makes a difference.",
                seats=listed,
            ),
            t("Fix first what stands below, then simulate again."),
        )


def _failed_lessons(
    t: Words, simulation: Simulation, found: Sequence[LessonFinding], places: Places
) -> Iterator[Advice]:
    """Advice on the other lessons that do not hold, with remedies."""
    balance = _balance_failure(found)
    for failure in failures(found):
        if failure.lesson in BALANCE:
            continue
        if balance is not None and pulls(failure) != pulls(balance):
            do = t(
                FIRST_MEND[pulls(balance)]
            )  # or what is advised would undo what is advised above
            path = place_to_begin(simulation, balance)
        else:
            do, path = _to_do(t, simulation, failure, places)
        yield Advice("wrong", _failure_text(t, found, failure), do, path)


def _balance_failure(found: Sequence[LessonFinding]) -> Failure | None:
    """That the case is too hard or too easy, if it is."""
    return next((failure for failure in failures(found) if failure.lesson in BALANCE), None)


def _to_do(
    t: Words, simulation: Simulation, failure: Failure, places: Places
) -> tuple[str, KeyPath]:
    """What to do where a lesson does not hold, and where to begin."""
    return remedy(t, simulation, failure, places), place_to_begin(simulation, failure)


def _failure_text(t: Words, found: Sequence[LessonFinding], failure: Failure) -> str:
    """What was found of a lesson that failed in the same way with some numbers of seats."""
    failed = [f for f in found if f.lesson == failure.lesson and f.seats in failure.seats]
    least, most = t.chance(failed[0].least), t.chance(failed[0].most)
    text = _FAILURE_TEXTS[failure.lesson, failure.judgement]
    meant = t(_MEANT[failure.judgement], least=least, most=most)
    return t(text, found=at_seats(t, failed), least=least, most=most, meant=meant)


_MEANT: Final[Mapping[Judgement, str]] = {
    "too_low": mark("It should be worth {least} of the games or more."),
    "too_high": mark("It should be worth {most} of the games or less."),
}
"""What a habit is to be worth."""


# ------------------------------------------------------------------ lessons that are unsure
def _unsure_lessons(t: Words, found: Sequence[LessonFinding]) -> list[Advice]:
    left = [f for f in found if f.judgement == "unsure" and f.lesson != "noise_20"]
    if not left:
        return []
    text = t(
        "So few games cannot tell yet: {questions}.",
        questions=t.listed([t(QUESTIONS[one]) for one in dict.fromkeys(f.lesson for f in left)]),
    )
    do = t("Play more games to tell: four times as many make each share twice as exact.")
    return [Advice("unsure", text, do, more_games=True)]


# ------------------------------------------------------------------ single cards
_IDEA_TEXTS: Final[dict[cards.Pay, tuple[str, str]]] = {
    "never_implemented": (
        mark("A methodical group never implements {cards}."),
        mark("Right for a tempting saving; otherwise let it give more, or cost less."),
    ),
    "never": (
        mark("What never pays (fewer points on average than it costs in capacity): {cards}."),
        mark("Right for a tempting saving; otherwise let it give more, cost less, or risk less."),
    ),
    "always": (
        mark("What always pays, and is nearly always done: {cards}."),
        mark("Nobody has to think about it: give it a harm, a risk or a higher cost."),
    ),
}


_IDEA_PULLS: Final[Mapping[cards.Pay, Direction]] = {
    "never_implemented": "easier",
    "never": "easier",
    "always": "harder",
}
"""What the whole case becomes by what is said of such ideas."""


def _ideas(
    t: Words, case: Case, simulation: Simulation, lessons: Sequence[LessonFinding]
) -> list[Advice]:
    found, balance = cards.ideas(simulation), _balance_failure(lessons)
    advice = []
    for pay, (text, do) in _IDEA_TEXTS.items():
        ids = [f.idea for f in found if f.pay == pay]
        if not ids:
            continue
        if balance is not None and _IDEA_PULLS[pay] != pulls(balance):
            do = FIRST_MEND[pulls(balance)]
        told = t.listed([_quoted(t, case.ideas[id].name) for id in ids])
        advice.append(Advice("card", t(text, cards=told), t(do), _place_of(case, ids[0])))
    return advice


def _place_of(case: Case, id: str) -> KeyPath:
    """Where a card stands in the file."""
    setup = case.setup
    decks = {
        "ideas": [card.id for card in setup.ideas],
        "benefits": [card.id for card in setup.benefits],
        "risks": [card.id for card in setup.risks],
    }
    return next((deck, ids.index(id)) for deck, ids in decks.items() if id in ids)


def _unused(t: Words, case: Case, simulation: Simulation) -> list[Advice]:
    left = cards.unused(simulation)
    ideas = [(id, case.ideas[id].name) for id in left.ideas]
    out_of_reach = set(_tracks_without_claims(case, left.benefits))
    benefits = [
        (card.id, case.benefits[card.id].name)
        for card in case.setup.benefits
        if card.id in left.benefits and card.track not in out_of_reach
    ]
    risks = [(id, case.risks[id].name) for id in left.risks]
    named = (
        (mark("Ideas that are never placed: {cards}."), ideas),
        (mark("Benefits that are never claimed: {cards}."), benefits),
        (mark("Risks that are never named and never strike: {cards}."), risks),
    )
    do = t("Such cards only fill the hands: change them or take them out.")
    advice = [_out_of_reach(t, case, track) for track in TRACKS if track in out_of_reach]
    for text, cards_ in named:
        if cards_:
            told = t.listed([_quoted(t, name) for _, name in cards_])
            advice.append(Advice("card", t(text, cards=told), do, _place_of(case, cards_[0][0])))
    return advice


def _tracks_without_claims(case: Case, unused: Collection[str]) -> Iterator[Track]:
    """The tracks of which no benefit card is ever claimed."""
    for track in TRACKS:
        ids = [card.id for card in case.setup.benefits if card.track == track]
        if ids and all(id in unused for id in ids):
            yield track


def _out_of_reach(t: Words, case: Case, track: Track) -> Advice:
    """No benefit of a track is claimed: the cards must not go, the ideas have to give it more."""
    setup = case.setup
    ids = [card.id for card in setup.benefits if card.track == track]
    told = t.listed([_quoted(t, case.benefits[id].name) for id in ids])
    found = t(
        "No benefit on {track} is ever claimed: {cards}.", track=terms.track(t, track), cards=told
    )
    others = [card for card in setup.ideas if card.track != track]
    if any(sum(card.effects.get(track, (0, 0))) > 0 for card in others):
        do = t("Let ideas with another main track give this one more, so that it can be claimed.")
    else:
        do = t("No idea with another main track gives this one anything: let some do.")
    return Advice("card", found, do, ("tracks", track))


def _quoted(t: Words, name: Prose) -> str:
    return t("“{text}”", text=name.read(t.lang))
