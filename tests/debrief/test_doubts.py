"""What is wrong or unusual about what is told after a game: refused, or asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from math import trunc

import pytest

from game.debrief import Debrief, debrief
from game.debrief.doubts import IMPOSSIBLE, Scale, Told, doubts, examine
from game.debrief.follow_up import follow_up
from game.debrief.progress import GOOD, WORSE, progress_share, real_status
from game.engine import TRACKS
from game.i18n import told_share, words
from game.session import Outcome, Session
from game.session.annotating import begun_on
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.doubts import doubt_text, scale_of, subject_measure
from tests import staging
from tests.rows import each_row

Played = tuple[Session, Debrief]
MINUTES = Scale(45, 20)
PERCENT = Scale(62, 78, share=True)
KRONER = Scale(0, 2, money=True)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    session = staging.whole_game(tmp_path_factory.mktemp("played"), "method", 2, 4)[0]
    return session, debrief(session.log, session.case.setup)


def codes(played: Played, told: Told, scale: Scale | None = None) -> list[str]:
    """The doubts about what is told a year after the game."""
    session, d = played
    begun = begun_on(session.log)
    found = doubts(d, told, scale, begun=begun, today=begun + timedelta(365))
    return [doubt.code for doubt in found]


def of_track(played: Played, value: float | None, after: int = 60) -> Told:
    return Told(None, "citizen", value, begun_on(played[0].log) + timedelta(after))


# ------------------------------------------------------------------ values
@each_row(
    "scale, value, found",
    [
        (MINUTES, 45, []),
        (MINUTES, 31, []),
        (MINUTES, 5, []),
        (MINUTES, 45.5, ["worse"]),
        (MINUTES, -5, ["below_zero"]),
        (MINUTES, 4_500, ["far_too_much"]),
        (MINUTES, 0.5, ["far_too_little"]),
        (MINUTES, 0, []),
        (Scale(45, 40), 30, ["far_past_target"]),
        (PERCENT, 70, []),
        (PERCENT, 93, []),
        (PERCENT, 100, ["far_past_target"]),
        (PERCENT, 999_999, ["above_hundred"]),
        (PERCENT, -1, ["below_zero"]),
        (PERCENT, 40, ["worse"]),
        (Scale(120, 150, share=True), 130, []),
        (Scale(None, None, share=True), 130, ["past_hundred"]),
        (Scale(80, 130, share=True), 110, []),
        (KRONER, 0.6, []),
        (KRONER, -0.4, ["worse"]),
        (KRONER, 2_000_000, ["far_too_much"]),
        (Scale(None, 40), -3, []),
        (Scale(None, None), -3, []),
        (Scale(66, 60, downside=True), 61, []),
        (Scale(66, 60, downside=True), 68, []),
    ],
)
def test_values_that_cannot_be_are_refused_and_unusual_ones_asked_about(
    played: Played, scale: Scale, value: float, found: list[str]
) -> None:
    assert codes(played, of_track(played, value), scale) == found


# ------------------------------------------------------------------ days and subjects
@pytest.mark.parametrize(
    ("after", "found"),
    [(-1, ["before_the_game"]), (0, []), (365, []), (366, ["not_yet"])],
)
def test_a_day_lies_between_the_game_and_today(
    played: Played, after: int, found: list[str]
) -> None:
    assert codes(played, of_track(played, 70, after), PERCENT) == found


def test_what_is_not_there_has_no_outcome(played: Played) -> None:
    _, d = played
    day = of_track(played, 1).day
    promised = {b.benefit.key for b in d.benefits}
    nothing = next((i.id, t) for i in d.ideas for t in TRACKS if (i.id, t) not in promised)
    assert codes(played, Told(*nothing, 1, day)) == ["no_benefit"]
    assert codes(played, Told("nowhere", "citizen", 1, day)) == ["no_idea"]
    assert codes(played, Told("nowhere", None, None, day)) == ["no_idea"]
    assert codes(played, Told(*min(promised), 1, day)) == []


def test_a_trial_that_was_not_agreed_on_is_asked_about(played: Played) -> None:
    session, d = played
    day = of_track(played, 1).day
    tried = {trial.idea.id for trial in d.trials}
    assert codes(played, Told(min(tried), None, None, day)) == []
    never = replace(d, trials=())
    assert codes((session, never), Told(min(tried), None, None, day)) == ["never_tried"]


def test_of_what_was_shelved_it_is_asked_whether_it_was_done_after_all(played: Played) -> None:
    session, d = played
    story = replace(d.benefits[0], fate="shelved")
    told = Told(*story.benefit.key, 1, of_track(played, 1).day)
    assert codes((session, replace(d, benefits=(story,))), told) == ["shelved"]


def test_beside_what_cannot_be_nothing_else_is_said(played: Played) -> None:
    assert codes(played, of_track(played, 40, -1), PERCENT) == ["before_the_game"]


# ------------------------------------------------------------------ words
@pytest.mark.parametrize(("value", "day"), [(999_999, 60), (40, 60), (1, -400), (5_000, 60)])
def test_a_doubt_says_what_and_beside_what(played: Played, value: float, day: int) -> None:
    session, d = played
    for lang in ("da", "en"):
        fmt = DebriefFormatter(CaseNames(words(lang), session.case))
        told = of_track(played, value, day)
        scale, m = scale_of(fmt, d)(told.subject), subject_measure(fmt, d, told.subject)
        begun = begun_on(session.log)
        (doubt,) = doubts(d, told, scale, begun=begun, today=begun + timedelta(365))
        text = doubt_text(fmt.t, doubt, m)
        assert "{" not in text
        shown = fmt.t.number(value) if day > 0 else str((begun + timedelta(day)).year)
        assert shown in text
        assert doubt.impossible == (doubt.code in IMPOSSIBLE)


# ------------------------------------------------------------------ what stands in a session
def test_what_an_older_program_took_is_told_and_does_not_count(played: Played) -> None:
    session, d = played
    begun = begun_on(session.log)
    at = session.log.records[-1].at
    n = len(session.log.records)
    days = [(70, begun), (999_999, begun), (71, date(2020, 1, 1)), (72, begun + timedelta(400))]
    records = [
        Outcome(n + i, at, "track", None, "citizen", None, value, "", day.isoformat(), "")
        for i, (value, day) in enumerate(days, 1)
    ]
    log = replace(session.log, records=[*session.log.records, *records])
    fmt = DebriefFormatter(CaseNames(words("en"), session.case))
    found = examine(d, log, scale_of(fmt, d))
    assert found.refused == {n + 2, n + 3}
    assert [doubt.code for doubt in found.doubts[n + 4]] == ["ahead"], "a clock may be wrong"
    citizen = follow_up(d, log, found.refused).tracks[0]
    assert citizen.value == 72
    assert [o.value for o in citizen.refused] == [71, 999_999]


# ------------------------------------------------------------------ better or worse
@each_row(
    "baseline, target, value, downside, status",
    [
        (45, 20, 46, False, "harmed"),
        (20, 45, 19, False, "harmed"),
        (0, 2, -0.1, False, "harmed"),
        (45, 20, 45, False, "not_reached"),
        (45, 20, 25, False, "nearly"),
        (45, 20, 12, False, "reached"),
        (45, 60, 46, True, "came_true"),
        (45, 60, 90, True, "came_true"),
        (45, 60, 45, True, "did_not_come"),
        (45, 60, 30, True, "did_not_come"),
        (45, None, 90, False, None),
        (None, 20, 90, False, None),
    ],
)
def test_better_and_worse_go_by_the_direction_of_the_measure(
    baseline: float | None, target: float | None, value: float, downside: bool, status: str | None
) -> None:
    assert real_status(baseline, target, value, downside=downside) == status
    assert not GOOD & WORSE


def test_nothing_measured_says_nothing() -> None:
    assert real_status(45, 20, None) is None


def test_what_is_told_as_so_much_of_the_way_is_judged_as_that() -> None:
    ends = range(0, 100, 3)
    for baseline, target, value in product(ends, ends, ends):
        share = progress_share(baseline / 10, target / 10, value / 10)
        if share is None:
            continue
        exact = Fraction(value - baseline, target - baseline)
        told, status = told_share(share), real_status(baseline / 10, target / 10, value / 10)
        assert told == trunc(exact * 100) / 100
        assert (status == "reached") == (exact >= 1)
        assert (status in GOOD) == (exact >= Fraction(3, 4))
        assert (status == "on_the_way") == (Fraction(1, 2) <= exact < Fraction(3, 4))
