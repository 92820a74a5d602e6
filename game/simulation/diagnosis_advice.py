"""What was found by trying, in words: what is unusual in a case, and what helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.content import Case, Problem, check
from game.content.edits import Edit, key_path
from game.content.findings import path_text
from game.content.positions import KeyPath
from game.i18n import Words, half_up, mark
from game.simulation.advice_kinds import Advice
from game.simulation.diagnosis import Cause, Diagnosis
from game.simulation.lessons import Lesson
from game.simulation.lever_texts import brought, changes_text, trial_text
from game.simulation.levers import Lever
from game.simulation.places import Places
from game.simulation.putting_back import MAKES_EASIER, MAKES_HARDER
from game.simulation.texts import FIRST_MEND
from game.simulation.trials import Trial

MOST_CAUSES_TOLD: Final = 5
MOST_OTHERS_TOLD: Final = 3


def diagnosis_advice(
    t: Words, case: Case, diagnosis: Diagnosis, places: Places
) -> Iterator[Advice]:
    """What helps enough stands first: what is unusual, what else was tried, or all together."""
    causes = list(_causes(t, case, diagnosis, places))
    others = [
        Advice("tried", _told(t, case, diagnosis, trial, places), "", _first(trial), _edits(trial))
        for trial in _told_besides(diagnosis)
    ]
    if diagnosis.direction is not None and not diagnosis.enough:
        yield _not_enough(t, case, diagnosis, places)
    yield from [*others, *causes] if _enough_besides(diagnosis) else [*causes, *others]
    if diagnosis.direction is not None or any(cause.trial for cause in diagnosis.causes):
        yield Advice("note", _how_it_was_tried(t, diagnosis))


def _causes(t: Words, case: Case, diagnosis: Diagnosis, places: Places) -> Iterator[Advice]:
    """What is unusual, the strongest first, and what putting it back brought."""
    problems = {(p.code, p.path): p for p in check(case.source, case.file, lang=t.lang)[1]}
    for cause in diagnosis.causes[:MOST_CAUSES_TOLD]:
        problem = problems[cause.code, path_text(cause.path)]
        found = t("{place}: {what}", place=places.head(t, cause.path), what=places.said(t, problem))
        do = _do(t, case, diagnosis, cause, places, problem)
        edits = _edits(cause.trial) if _is_to_be_made(diagnosis, cause.trial) else ()
        begin = key_path(problem.begin) if problem.begin else cause.path
        yield Advice("cause", found + _more_like_it(t, cause), do, begin, edits)
    if (left := len(diagnosis.causes) - MOST_CAUSES_TOLD) > 0:
        yield Advice("note", places.more(t, left))


def _is_to_be_made(diagnosis: Diagnosis, trial: Trial | None) -> bool:
    """Whether a change is offered: where something is to be mended, one that surely mends it."""
    if trial is None or trial.is_open or not diagnosis.wanted(trial):
        return False
    return diagnosis.direction is None or diagnosis.mends(trial)


def _enough_besides(diagnosis: Diagnosis) -> bool:
    """Whether something else helps enough where nothing unusual does."""
    return any(map(diagnosis.helps, _told_besides(diagnosis)))


def named(diagnosis: Diagnosis) -> list[tuple[str, tuple[Lever, ...]]]:
    """What is named, in this order: the code of what is unusual, or none, and what was changed."""
    causes = [(c.code, c.trial.levers if c.trial else ()) for c in diagnosis.causes]
    return [*causes, *(("", trial.levers) for trial in _told_besides(diagnosis))]


def _told_besides(diagnosis: Diagnosis) -> tuple[Trial, ...]:
    """What else was tried, where putting back what is unusual is not enough."""
    if diagnosis.direction is None or _is_enough(
        diagnosis, (cause.trial for cause in diagnosis.causes)
    ):
        return ()
    return diagnosis.others[:MOST_OTHERS_TOLD]


def _more_like_it(t: Words, cause: Cause) -> str:
    if not cause.more:
        return ""
    return " " + t.plural("({n} more like it)", "({n} more like it)", cause.more)


def _do(
    t: Words, case: Case, diagnosis: Diagnosis, cause: Cause, places: Places, problem: Problem
) -> str:
    """What putting a cause back brought; what the check advises where that cannot be told.

    Not what would undo what the whole case needs.
    """
    told = cause.trial is not None and not cause.trial.is_open
    if diagnosis.direction is not None and not told:
        against = MAKES_HARDER if diagnosis.direction == "easier" else MAKES_EASIER
        if cause.code in against:
            return t(FIRST_MEND[diagnosis.direction])
    if cause.trial is None:
        return places.helps(t, problem)
    if cause.trial.is_open:
        return " ".join(filter(None, (places.helps(t, problem), brought(t, cause.trial))))
    return _told(t, case, diagnosis, cause.trial, places)


def _told(t: Words, case: Case, diagnosis: Diagnosis, trial: Trial, places: Places) -> str:
    """A change, what it brought, and what follows from that."""
    verdict = _verdict(t, diagnosis, trial)
    return " ".join(filter(None, (trial_text(t, case, trial, places), verdict)))


def _verdict(t: Words, diagnosis: Diagnosis, trial: Trial) -> str:
    """What follows from what a change brought: whether it is enough, or not to be made."""
    if diagnosis.direction is None:
        return "" if diagnosis.wanted(trial) else t("The case seems better as it is.")
    if diagnosis.mends(trial):
        return _how_far(t, diagnosis, trial)
    easier = diagnosis.direction == "easier"
    if trial.idle:
        hard = t("This is not what makes the case hard.")
        return hard if easier else t("This is not what makes the case easy.")
    if diagnosis.worsens(trial):
        worse = t("It makes the case harder still: first fix what else stands here.")
        return (
            worse
            if easier
            else t("It makes the case easier still: first fix what else stands here.")
        )
    return t("That is probably too much.") if diagnosis.overshoots(trial) else ""


def _how_far(t: Words, diagnosis: Diagnosis, trial: Trial) -> str:
    """Whether what mends is enough, as far as its games can tell."""
    if diagnosis.surely_helps(trial):
        return t("That is enough.")
    return t("That is probably enough.") if diagnosis.helps(trial) else ""


def _first(trial: Trial) -> KeyPath:
    """Where the first of a trial's changes is made."""
    return trial.levers[0].edits[0].path


def _edits(trial: Trial | None) -> tuple[Edit, ...]:
    """What a trial changed, to be made in earnest."""
    return tuple(edit for lever in trial.levers for edit in lever.edits) if trial else ()


def _is_enough(diagnosis: Diagnosis, tried: Iterator[Trial | None]) -> bool:
    return any(diagnosis.helps(trial) for trial in tried if trial)


def _not_enough(t: Words, case: Case, diagnosis: Diagnosis, places: Places) -> Advice:
    tried = diagnosis.together
    if tried is None or not diagnosis.mends(tried):
        return _nothing_helped(t, case, diagnosis, places)
    if diagnosis.helps(tried):
        found = t("Nothing seems enough by itself; this does, together:")
    else:
        found = t("Nothing that was tried seems enough. What comes nearest, together:")
    text = _told(t, case, diagnosis, tried, places)
    return Advice("tried", found, text, _first(tried), _edits(tried))


def _nothing_helped(t: Words, case: Case, diagnosis: Diagnosis, places: Places) -> Advice:
    """That nothing seems enough, and by name what promised most of what the games leave open."""
    best: dict[KeyPath, Trial] = {}
    for trial in diagnosis.promising:
        if trial.is_open:
            best.setdefault(_first(trial), trial)
    open_ = list(best.values())[:MOST_OTHERS_TOLD]
    if not open_:
        return Advice("tried", t("Nothing that was tried seems enough."))
    found = t(
        "Nothing that was tried seems enough. What promised most, though {games} games cannot tell "
        "what it brings: {changes}.",
        games=t.number(diagnosis.games),
        changes=changes_text(t, case, [lever for trial in open_ for lever in trial.levers], places),
    )
    do = t("Make one of these changes, simulate again with the same seed, and compare.")
    return Advice("tried", found, do, _first(open_[0]))


_WHO: Final[Mapping[Lesson, str]] = {
    "noise_20": mark(
        "They were played by a methodical group that takes a fifth of its decisions at "
        "random; it should win {least}–{most}."
    ),
    "noise_30": mark(
        "They were played by a methodical group that takes 30% of its decisions at random; "
        "it should win {least}–{most}."
    ),
}


def _how_it_was_tried(t: Words, diagnosis: Diagnosis) -> str:
    """How many changes were tried, in how many games, and who played them."""
    games = t.number(diagnosis.games)
    if diagnosis.judged < diagnosis.tried:
        how = t(
            "{tried} changes were tried in a few games, and the best {judged} in {games} fresh "
            "ones each: what is told of changes comes from those.",
            tried=t.number(diagnosis.tried),
            judged=t.number(diagnosis.judged),
            games=games,
        )
    else:
        how = t.plural(
            "{n} change was tried, in {games} fresh games.",
            "{n} changes were tried, each in {games} fresh games.",
            diagnosis.tried,
            games=games,
        )
    who = t(
        _WHO[diagnosis.lesson],
        least=t.number(half_up(diagnosis.band[0] * 100)),
        most=t.chance(diagnosis.band[1]),
    )
    return f"{how} {who}"
