"""What was tried of an idea and what was found, and what is to be tried next, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.debrief.trials import TrialStory
from game.engine import TRACKS, Idea, Track
from game.engine.actions import Adjustment
from game.i18n import mark
from game.report.measured import last_told
from game.report.source import ReportSource
from game.session import Outcome
from game.wording import figures, terms

_ADJUSTED: Mapping[Adjustment, str] = {
    "maturity": mark("not proven; made more mature"),
    "effect": mark("not proven; one more effect was looked into"),
    "risk": mark("not proven; what may go wrong was looked into"),
}


def trials_of(source: ReportSource, idea: Idea) -> list[TrialStory]:
    """The trials of an idea, in order."""
    return [trial for trial in source.debrief.trials if trial.idea.id == idea.id]


def trials_about(source: ReportSource, idea: Idea, track: Track) -> list[TrialStory]:
    """The trials that tell of what an idea gives on one track, in order.

    Those that asked about the track; in a case also those whose answer showed it. In an own project
    dice answered, so what they showed is not tried.
    """
    own = source.case.own_project
    return [
        trial
        for trial in trials_of(source, idea)
        if trial.asked_about(track) or (track in trial.shown and not own)
    ]


def was_tried(source: ReportSource, idea: Idea, track: Track) -> bool:
    """Whether a trial at the table has been answered that tells of a benefit."""
    return any(trial.proven is not None for trial in trials_about(source, idea, track))


def told_since(source: ReportSource, idea: Idea, track: Track) -> Outcome | None:
    """What was told since of a trial that tells of what an idea gives on one track.

    It is told of an idea, and so of what was to be tried of it: by a trial at the table, or by the
    next one that was filled in for a benefit. Where nothing was, it is told of the whole idea.
    """
    filled = [one for one in TRACKS if _is_next(source, idea, one)]
    anything = bool(filled or trials_of(source, idea))
    of_it = track in filled or bool(trials_about(source, idea, track))
    return last_told(source, idea.id, None) if of_it or not anything else None


def _is_next(source: ReportSource, idea: Idea, track: Track) -> bool:
    """Whether a next trial was filled in for a benefit."""
    filled = source.filled_benefit(idea.id, track).get("next_trial")
    return filled is not None and bool(filled.content)


def next_trial(source: ReportSource, idea: Idea, *, shelved: bool) -> str:
    """The trial whose answer is awaited, or a repetition of one that proved nothing.

    In an own project it is the last one that was agreed on: only play has answered it.
    """
    trials = trials_of(source, idea)
    if shelved or not trials:
        return ""
    last = trials[-1]
    name = last.name or source.names.idea(idea)
    if source.case.own_project:
        told = f"{name} ({last.measure})" if last.measure else name
        return source.t("To be tried small: {trial}", trial=told)
    if idea.was_proven or idea.locked:
        return ""
    if last.proven is None:
        return source.t("Under way: {trial}", trial=name)
    return source.t("Again: {trial}", trial=name)


def tried_and_found(source: ReportSource, idea: Idea, track: Track) -> str:
    """Every trial of a benefit: its round, its name and measure, its question and the answer."""
    told = (
        source.t("R{n}: {what}", n=trial.set_up.round, what=", ".join(_parts(source, trial)))
        for trial in trials_about(source, idea, track)
    )
    return "; ".join(told)


def _parts(source: ReportSource, trial: TrialStory) -> Iterator[str]:
    t = source.t
    name = trial.name or t("Trial")
    yield f"{name} ({trial.measure})" if trial.measure else name
    if trial.about is not None:
        answer = _answer(source, trial)
        question = terms.trial_question(t, trial.about)
        yield f"{question} {answer}" if answer else question
    yield _outcome(source, trial)


def _answer(source: ReportSource, trial: TrialStory) -> str:
    """The points, or the risk that came to light; empty while nothing is known."""
    if trial.effect is not None:
        return figures.signed(source.t, trial.effect)
    if trial.risk is not None:
        return source.names.risk(trial.risk)
    return source.t("Nothing that was not named already") if trial.nothing_found else ""


def _outcome(source: ReportSource, trial: TrialStory) -> str:
    t = source.t
    if trial.proven is None:
        return t("the answer is awaited")
    if trial.proven:
        return t("proven")
    return t(_ADJUSTED[trial.adjusted]) if trial.adjusted else t("not proven")
