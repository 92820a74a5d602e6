"""What may be changed in a case: what each lever writes, and what the case is like with it."""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean

import pytest
import tomli
import tomli_w

from game.content import Case, parse
from game.content.edits import edited
from game.content.weighing import usual
from game.engine import TRACKS, Setup
from game.i18n import Words
from game.simulation import levers
from game.simulation.lever_texts import lever_text
from game.simulation.levers import Lever
from game.simulation.places import FilePlaces
from tests.simulation.made_up import case

SETUP = case().setup


def true_risks(setup: Setup) -> list[str]:
    return [id for idea in setup.ideas for id in idea.risks]


def mean_of_true(setup: Setup, key: str) -> float:
    return fmean(getattr(setup.by_id.risks[id], key) for id in true_risks(setup))


def gain(setup: Setup, track: str) -> float:
    means = [levers.mean_effect(card, track) for card in setup.ideas]  # type: ignore[arg-type]
    return sum(mean for mean in means if mean > 0)


def with_lever(lever: Lever | None, of: Case | None = None) -> Setup:
    assert lever is not None
    then = edited(of or case(), lever.edits)
    assert then is not None, "an author who makes the change has no error"
    return then.setup


@pytest.mark.parametrize(
    ("pull", "measure", "expected", "within"),
    [
        (lambda c: levers.rule(c, "actions", 15), lambda s: s.rules.actions, 15, 0),
        (lambda c: levers.rule(c, "rounds", (1, 2, 2)), lambda s: sum(s.rules.rounds), 5, 0),
        (lambda c: levers.goals_by(c, 2), lambda s: sum(s.goals), sum(SETUP.goals) + 8, 0),
        (lambda c: levers.goal_of(c, "process", 9), lambda s: s.goals[1], 9, 0),
        (lambda c: levers.idea_worth(c, 0, 3), lambda s: levers.worth(s.ideas[0]), 3, 1),
        (
            lambda c: levers.all_effects(c, 4),
            lambda s: fmean(map(levers.worth, s.ideas)),
            4,
            0.3,
        ),
        (lambda c: levers.gains(c, "citizen", 24), lambda s: gain(s, "citizen"), 24, 1),
        (
            lambda c: levers.cards_mean(c, "cost", 3.5),
            lambda s: fmean(i.cost for i in s.ideas),
            3.5,
            0.2,
        ),
        (
            lambda c: levers.cards_mean(c, "maturity", 2.5),
            lambda s: fmean(i.maturity for i in s.ideas),
            2.5,
            0.1,
        ),
        (
            lambda c: levers.risks_mean(c, "severity", 2),
            lambda s: mean_of_true(s, "severity"),
            2,
            0.25,
        ),
        (
            lambda c: levers.risks_mean(c, "likelihood", 4.2),
            lambda s: mean_of_true(s, "likelihood"),
            4.2,
            0.25,
        ),
        (
            lambda c: levers.true_risks(c, 0.5),
            lambda s: len(true_risks(s)) / len(s.ideas),
            0.5,
            0.05,
        ),
        (
            lambda c: levers.true_risks(c, 1.8),
            lambda s: len(true_risks(s)) / len(s.ideas),
            1.8,
            0.05,
        ),
        (lambda c: levers.aim(c, 0, 0.5), lambda s: s.roles[0].aim.value, 0.5, 0),
    ],
)
def test_the_case_has_what_the_lever_says(
    pull: Callable[[Case], Lever | None],
    measure: Callable[[Setup], float],
    expected: float,
    within: float,
) -> None:
    lever = pull(case())
    found = measure(with_lever(lever))
    assert found == pytest.approx(expected, abs=within)
    if lever is not None and lever.kind not in ("rule", "goals"):
        assert found == pytest.approx(lever.becomes[0]), "what is told is what the file then has"


def test_risks_made_true_are_printed_with_the_idea_where_they_can_be() -> None:
    none = edited(case(), with_no_risks())
    assert none is not None
    more = with_lever(levers.true_risks(case(), 1.3))
    about = {risk.id: risk.about for risk in SETUP.risks}
    new = {
        (idea.id, risk)
        for idea, before in zip(more.ideas, SETUP.ideas, strict=True)
        for risk in idea.risks
        if risk not in before.risks
    }
    assert new
    assert all(idea in about[risk] for idea, risk in new)


def with_no_risks() -> tuple[levers.Edit, ...]:
    return tuple(levers.Edit(("ideas", i, "risks"), ()) for i in range(len(SETUP.ideas)))


def test_where_there_are_not_risks_enough_that_many_are_told() -> None:
    lever = levers.true_risks(case(), 99)
    assert lever is not None
    assert lever.becomes[0] == len(true_risks(with_lever(lever))) / len(SETUP.ideas) < 99


def test_a_lever_that_would_change_nothing_is_none() -> None:
    assert levers.rule(case(), "actions", SETUP.rules.actions) is None
    assert levers.goal_of(case(), "citizen", SETUP.goals[0]) is None
    assert levers.aim(case(), 0, SETUP.roles[0].aim.value) is None


def test_edits_that_make_errors_are_not_tried() -> None:
    assert edited(case(), [levers.Edit(("rules", "actions"), 99)]) is None
    assert edited(case(), [levers.Edit(("ideas", 99, "cost"), 2)]) is None


def test_the_many_seats_follow_the_actions_where_they_did() -> None:
    setup = with_lever(levers.rule(case(), "actions", 14))
    assert (setup.rules.actions, setup.rules.actions_many_seats) == (14, 14)


def test_a_lever_is_pulled_on_the_level_that_is_simulated() -> None:
    gentle = case().at("gentle")
    setup = with_lever(levers.goals_by(gentle, 2), gentle)
    assert setup.level == "gentle"
    assert sum(setup.goals) == sum(gentle.setup.goals) + 8


def test_tracks_that_get_little_get_it_from_different_ideas() -> None:
    of = {track: levers.spread(case(), track, gain(SETUP, track) + 3) for track in TRACKS}
    given = [{edit.path[1] for edit in lever.edits} for lever in of.values() if lever]
    assert len(given) == len(TRACKS)
    assert len(set.union(*given)) > max(map(len, given))
    for track, lever in of.items():
        assert gain(with_lever(lever), track) >= gain(SETUP, track) + 3


def test_aims_on_tracks_go_with_the_goals_that_they_are_measured_by() -> None:
    lever = levers.goals(case(), [3] * 4)
    assert lever is not None
    for was, role in zip(SETUP.roles, with_lever(lever).roles, strict=True):
        if role.aim.kind == "track_at_least":
            assert 4 <= role.aim.value <= 6
        else:
            assert role.aim == was.aim
    n = sum(role.aim.track is not None and role.aim.value > 6 for role in SETUP.roles)
    assert len(lever.aims) == n > 1
    told = lever_text(Words("en"), case(), lever, FilePlaces(case()))
    assert told.endswith(f"→ 3, and {n} aims change with it")


def test_an_aim_that_is_far_from_usual_as_it_is_stays_for_its_author() -> None:
    far = parse(case().source.replace("value = 11", "value = 20"), "case.toml").as_usual
    lever = levers.goals(far, [3] * 4)
    assert lever is not None
    assert lever.aims == ()


@pytest.mark.parametrize("written", ["3", "0", "-2", "[-4, 4]", "[1, 6]"])
def test_ranges_as_wide_as_usual_keep_their_mean_and_do_no_new_harm(written: str) -> None:
    data = tomli.loads(case().source)
    data["ideas"][0]["effects"]["citizen"] = tomli.loads(f"n = {written}")["n"]
    odd = parse(tomli_w.dumps(data), "case.toml").as_usual
    low, high = odd.setup.ideas[0].effects["citizen"]
    new_low, new_high = with_lever(levers.widths(odd, usual.WIDTH), odd).ideas[0].effects["citizen"]
    assert new_high - new_low in usual.WIDTH
    assert new_low + new_high == low + high or low == high == 0
    assert new_low >= 0 or low < 0
