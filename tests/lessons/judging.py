"""What surely is not as it should be in the measurements of a case."""

from __future__ import annotations

from collections.abc import Iterator

from game.bots import TRICKS
from game.simulation import lesson_findings
from game.simulation.texts import JUDGEMENT_SIGNS, lesson
from tests.lessons.measure import AIM_BAND, TOGETHER_LEAST, TOGETHER_SEATS, Measured
from tests.lessons.tables import T


def faults(measured: Measured) -> list[str]:
    """Each fault in a line; what the intervals leave open is none."""
    return [*_lessons(measured), *_tricks(measured), *_aims(measured), *_together(measured)]


def _lessons(measured: Measured) -> Iterator[str]:
    for level, played in measured.levels.items():
        for f in lesson_findings(played):
            if f.judgement in ("too_low", "too_high"):
                sign = JUDGEMENT_SIGNS[f.judgement]
                yield f"{level}, {f.seats} seats: {lesson(T, f)} {sign} {f.measured.value:.0%}"


def _tricks(measured: Measured) -> Iterator[str]:
    for seats in measured.asked.seats:
        for trick in TRICKS:
            gain = measured.gain(trick, seats)
            if gain.low > 0:
                yield f"{seats} seats: {trick} gains {gain.value:.0%}"


def _aims(measured: Measured) -> Iterator[str]:
    least, most = AIM_BAND
    for seats in measured.asked.seats:
        for role in measured.case.setup.roles:
            met = measured.aim(role.id, seats)
            if met is not None and (met.high < least or met.low > most):
                yield f"{seats} seats: the aim of {role.id} is met in {met.value:.0%}"


def _together(measured: Measured) -> Iterator[str]:
    if TOGETHER_SEATS in measured.asked.seats:
        share = measured.together(TOGETHER_SEATS)
        if share.high < TOGETHER_LEAST:
            yield f"{TOGETHER_SEATS} seats: realised together in only {share.value:.0%}"
