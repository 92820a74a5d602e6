"""A study as JSON data for other tools, with the same numbers as in the tables."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from game.content import Case
from game.content.edits import line_of
from game.content.findings import path_text
from game.engine import TRACKS
from game.engine.events import VERDICTS
from game.i18n import Words
from game.simulation import cards
from game.simulation.advice import advise
from game.simulation.aims import Together, aims, together
from game.simulation.diagnosis import Diagnosis
from game.simulation.intervals import Interval, share
from game.simulation.lessons import lesson_findings
from game.simulation.lever_texts import lever_text
from game.simulation.places import FilePlaces
from game.simulation.study import LEVEL_BOTS, Study
from game.simulation.tally import THOUSANDTHS, Tally
from game.simulation.trials import Trial


def study_data(t: Words, case: Case, study: Study) -> dict[str, Any]:
    """All counts and findings. Shares are 0 to 1; an interval has value, low and high."""
    simulation = study.simulation
    return {
        "case": case.id,
        "file": case.file,
        "level": simulation.setup.level,
        "seed": simulation.seed,
        "games": simulation.games,
        "played": simulation.played,
        "stopped": study.stopped,
        "results": [
            {"bot": name, "seats": seats, **_tally(simulation.tally(name, seats))}
            for seats in simulation.seats
            for name in simulation.bots
        ],
        "ideas": [asdict(found) for found in cards.ideas(simulation)],
        "unused": asdict(cards.unused(simulation)),
        "lessons": [asdict(found) for found in lesson_findings(simulation)],
        "levels": _levels(study),
        "aims": [asdict(aim) for aim in aims(simulation)],
        "together": _if_any(together(simulation)),
        "diagnosis": None if study.diagnosis is None else _diagnosis(t, case, study.diagnosis),
        "advice": [
            {"weight": each.weight, "found": each.found, "do": each.do}
            for each in advise(t, case, study)
        ],
    }


def _levels(study: Study) -> list[dict[str, Any]]:
    """How often the groups that played every level reached all goals, all seats together."""
    return [
        {"level": level, "bot": name, "all_goals": _counted(tally.won, tally.games)}
        for level, played in study.by_level.items()
        for name in LEVEL_BOTS
        if (tally := played.tally(name)).games
    ]


def _diagnosis(t: Words, case: Case, diagnosis: Diagnosis) -> dict[str, Any]:
    return {
        "direction": diagnosis.direction,
        "tried": diagnosis.tried,
        "judged": diagnosis.judged,
        "games": diagnosis.games,
        "meant": list(diagnosis.band),
        "before": asdict(diagnosis.before),
        "causes": [
            {
                "code": cause.code,
                "path": path_text(cause.path),
                "line": line_of(case, cause.path),
                "trial": None if cause.trial is None else _trial(t, case, cause.trial),
            }
            for cause in diagnosis.causes
        ],
        "others": [_trial(t, case, trial) for trial in diagnosis.others],
        "together": diagnosis.together and _trial(t, case, diagnosis.together),
        "enough": diagnosis.enough,
    }


def _trial(t: Words, case: Case, trial: Trial) -> dict[str, Any]:
    """What was tried: the edits of the file, and the games won before and after."""
    return {
        "changes": [
            {
                "text": lever_text(t, case, lever, FilePlaces(case)),
                "edits": [
                    {"path": path_text(edit.path), "value": edit.value} for edit in lever.edits
                ],
            }
            for lever in trial.levers
        ],
        "games": trial.games,
        "judged": trial.judged,
        "sure": trial.sure,
        "before": asdict(trial.before),
        "after": asdict(trial.after),
        "change": asdict(trial.change),
        "together_before": asdict(trial.together_before),
        "together_after": asdict(trial.together_after),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    games = tally.games
    return {
        "games": games,
        "verdicts": {v: _counted(tally.verdicts[v], games) for v in VERDICTS},
        "all_goals": _counted(tally.won, games),
        "tracks": {
            track: {
                "reached": _counted(tally.reached[track], games),
                "rate": _if_any(tally.rates[track].mean(THOUSANDTHS)) if games else None,
            }
            for track in TRACKS
        },
        "realism": _if_any(tally.realism.mean(THOUSANDTHS)),
        "decisions": _if_any(tally.decisions.mean()),
        "actions": {name: count / games for name, count in sorted(tally.actions.items())},
    }


def _counted(count: int, of: int) -> dict[str, float]:
    return {"count": count, **asdict(share(count, of))}


def _if_any(x: Interval | Together | None) -> dict[str, Any] | None:
    return None if x is None else asdict(x)
