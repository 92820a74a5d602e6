"""What was found by trying, in words: what is unusual in a case, and what helps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.content import Case, Problem, check
from game.content.findings import path_text
from game.i18n import Words, half_up
from game.simulation.advice_kinds import Advice
from game.simulation.diagnosis import MATTERS, Cause, Diagnosis
from game.simulation.lever_texts import trial_text
from game.simulation.levers import Lever
from game.simulation.trials import Trial

MOST_CAUSES_TOLD: Final = 5
MOST_OTHERS_TOLD: Final = 3


def diagnosis_advice(t: Words, case: Case, diagnosis: Diagnosis) -> Iterator[Advice]:
    """What is unusual, the strongest first; then what else helps, alone or together."""
    problems = {(p.code, p.path): p for p in check(case.source, case.file, lang=t.lang)[1]}
    for cause in diagnosis.causes[:MOST_CAUSES_TOLD]:
        yield _cause(t, case, diagnosis, cause, problems[cause.code, path_text(cause.path)])
    yield from _more_causes(t, len(diagnosis.causes) - MOST_CAUSES_TOLD)
    for trial in _told_besides(diagnosis):
        yield Advice("tried", trial_text(t, case, trial))
    if diagnosis.direction is not None and not diagnosis.enough:
        yield _not_enough(t, case, diagnosis)
    if diagnosis.direction is not None or any(cause.trial for cause in diagnosis.causes):
        yield Advice("note", _how_it_was_tried(t, diagnosis))


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


def _cause(t: Words, case: Case, diagnosis: Diagnosis, cause: Cause, problem: Problem) -> Advice:
    found = t("Line {line}: {what}", line=problem.line, what=problem.message)
    if cause.more:
        found += " " + t.plural("({n} more like it)", "({n} more like it)", cause.more)
    if cause.trial is None:
        return Advice("cause", found, problem.hint)
    do = trial_text(t, case, cause.trial)
    if diagnosis.direction == "easier" and not _matters(cause.trial):
        do += " " + t("This is not what makes the case hard.")
    elif diagnosis.direction == "harder" and not _matters(cause.trial):
        do += " " + t("This is not what makes the case easy.")
    return Advice("cause", found, do)


def _matters(trial: Trial) -> bool:
    return abs(trial.change.value) > MATTERS


def _is_enough(diagnosis: Diagnosis, tried: Iterator[Trial | None]) -> bool:
    return any(diagnosis.helps(trial) for trial in tried if trial)


def _more_causes(t: Words, left: int) -> Iterator[Advice]:
    if left > 0:
        yield Advice(
            "note",
            t.plural(
                "{n} more thing is unusual: gevinst check tells it.",
                "{n} more things are unusual: gevinst check tells them.",
                left,
            ),
        )


def _not_enough(t: Words, case: Case, diagnosis: Diagnosis) -> Advice:
    tried = diagnosis.together
    if tried is None:
        return Advice("tried", t("Nothing that was tried is enough."))
    if diagnosis.helps(tried):
        found = t("Nothing is enough by itself; this is, together:")
    else:
        found = t("Nothing that was tried is enough. What comes nearest, together:")
    return Advice("tried", found, trial_text(t, case, tried))


def _how_it_was_tried(t: Words, diagnosis: Diagnosis) -> str:
    return t(
        "Each change was tried in the same {n} games of a methodical group that takes a fifth of "
        "its decisions at random; {least}–{most} is meant. In brackets: between what the share "
        "surely lies.",
        n=diagnosis.games,
        least=t.number(half_up(diagnosis.band[0] * 100)),
        most=t.percent(diagnosis.band[1]),
    )
