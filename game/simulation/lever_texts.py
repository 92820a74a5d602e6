"""What an author is told of a change: which key, where, from what to what, and what it brought."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.content import Case
from game.engine import TRACKS
from game.engine.setup import MODULES
from game.i18n import Words, half_up, mark
from game.simulation.levers import Figure, Lever
from game.simulation.places import Places
from game.simulation.texts import fine_percent, span
from game.simulation.trials import Trial
from game.wording import modules, terms
from game.wording.case_names import CaseNames

_NAMED: Final = frozenset(("idea", "gains", "harms", "aim", "cost_of"))
"""The levers whose first figure is what they are about."""


def lever_text(t: Words, case: Case, lever: Lever, places: Places) -> str:
    """A change, as it is made; in a file: ``actions in [rules] (line 34): 20 → 11``."""
    what = _what(t, case, lever, places)
    own = [edit.path for edit in lever.edits if edit not in lever.aims]
    if beside := places.beside(t, own):
        what = f"{what} ({beside})"
    if lever.kind == "module":
        name = next(name for name in MODULES if name in lever.was)
        return t("{what}: without {name}", what=what, name=modules.name(t, name))
    was = lever.was[1:] if lever.kind in _NAMED else lever.was
    change = f"{what}: {_figures(t, lever, was)} → {_figures(t, lever, lever.becomes)}"
    if not (n := len(lever.aims)):
        return change
    return t.plural(
        "{change}, and an aim changes with it",
        "{change}, and {n} aims change with it",
        n,
        change=change,
    )


def _what(t: Words, case: Case, lever: Lever, places: Places) -> str:
    if lever.kind in ("rule", "module"):
        return places.rule(t, str(lever.path[-1]))
    names = CaseNames(t, case)
    words: dict[str, str] = {}
    match lever.kind:
        case "goal" | "gains" | "harms":
            track = next(track for track in TRACKS if track in lever.path)
            words["track"] = terms.track(t, track)
        case "idea" | "cost_of":
            words["idea"] = t("“{text}”", text=names.idea_card(str(lever.was[0])))
        case "aim":
            words["role"] = t("“{text}”", text=names.role(str(lever.was[0])))
    return t(places.what(lever.kind), **words)


def _figures(t: Words, lever: Lever, figures: tuple[Figure, ...]) -> str:
    if lever.kind == "goals" and len(set(figures)) == 1:
        figures = figures[:1]
    return ", ".join(
        figure if isinstance(figure, str) else t.number(half_up(figure, 2 if figure < 1 else 1))
        for figure in figures
    )


def trial_text(t: Words, case: Case, trial: Trial, places: Places) -> str:
    """One or more changes, and what they brought in the same games."""
    changes = changes_text(t, case, trial.levers, places)
    return t("{changes}. {brought}", changes=changes, brought=brought(t, trial))


def changes_text(t: Words, case: Case, levers: Iterable[Lever], places: Places) -> str:
    """Changes, one after the other."""
    first, *more = (lever_text(t, case, lever, places) for lever in levers)
    return "; ".join((first, *(text[:1].lower() + text[1:] for text in more)))


def brought(t: Words, trial: Trial) -> str:
    """What changes brought: ``All four goals: 100% → 68% of the games (59–76).``

    Where that may be chance, only that: a number would be read as a promise.
    """
    if not trial.judged:
        return t.plural(
            "Other changes promised more in the first game, so this was not tried further.",
            "Other changes promised more in the first {n} games, so this was not tried further.",
            trial.games,
        )
    if trial.is_open:
        return t.plural(
            "{n} game cannot tell what that brings.",
            "{n} games cannot tell what that brings.",
            trial.games,
        )
    before, after = (trial.before, trial.after)
    text = mark("All four goals: {before} → {after} of the games ({span}).")
    if trial.of_aims:
        before, after = (trial.together_before, trial.together_after)
        text = mark("All four goals and all aims: {before} → {after} of the games ({span}).")
    return t(
        text,
        before=fine_percent(t, before.value),
        after=fine_percent(t, after.value),
        span=span(t, after),
    )
