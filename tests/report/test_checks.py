"""Checks instead of applause: each has three answers, names what is missing, and passes no void."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from game.i18n import words
from game.report.check import ANSWERS, CheckAnswer, CheckResult
from game.report.checks import CHECKS, check_all
from game.report.rows import BenefitRow, IdeaRow, RiskRow
from tests.report.made_up import DAY, IDEA, RISK, SOUND, registers_of
from tests.rows import each_row

T = words("en")

HARM = replace(
    SOUND,
    id="N-01",
    title="Economy pays",
    sign="disbenefit",
    estimate=-2,
    status="named",
    owner_role="",
    owner_name="",
    amends="An hour a week",
)


def every_track(**changes: Any) -> list[BenefitRow]:
    """A sound benefit on each track, the first of them changed."""
    tracks = ("citizen", "process", "economy", "employee")
    rows = [replace(SOUND, id=f"G-{n:02}", track=track) for n, track in enumerate(tracks, 1)]
    rows[0] = replace(rows[0], **changes)
    return rows


def checks_of(
    benefits: list[BenefitRow],
    risks: tuple[RiskRow, ...] = (RISK,),
    ideas: tuple[IdeaRow, ...] = (IDEA,),
) -> dict[str, CheckResult]:
    """Each check by its code; a downside that is made up for is there, too."""
    found = registers_of([*benefits, HARM] if benefits else [], risks, ideas)
    return {c.code: c for c in check_all(T, found)}


def missing(*given: Any) -> dict[str, tuple[str, ...]]:
    """What each check finds, by its code."""
    return {code: c.found for code, c in checks_of(*given).items() if c.answer == "missing"}


FREED = {"type": "freed_time", "unit": "hours"}
USED = FREED | {"assumptions": "Two hours a week for outreach"}
KRONER = {"unit": "DKK m"}


def with_second(first: dict[str, Any], second: dict[str, Any]) -> list[BenefitRow]:
    rows = every_track(**first)
    rows[1] = replace(rows[1], **second)
    return rows


CASES: dict[str, dict[CheckAnswer, tuple[Any, ...]]] = {
    "no_owner": {
        "in_order": (every_track(),),
        "missing": (every_track(owner_role="", owner_name=""),),
        "nothing": ([],),
    },
    "owned_outside": {
        "in_order": (every_track(),),
        "missing": (every_track(owner_is_outside=True),),
        "nothing": ([replace(SOUND, owner_role="", owner_name="")],),
    },
    "no_unit": {
        "in_order": (every_track(),),
        "missing": (every_track(unit=" "),),
        "nothing": ([],),
    },
    "no_baseline": {
        "in_order": (every_track(baseline=None, baseline_date=DAY),),
        "missing": (every_track(baseline_source="estimate"),),
        "nothing": ([replace(SOUND, status="shelved", baseline=None)],),
    },
    "no_date": {
        "in_order": (every_track(),),
        "missing": (every_track(effect_full=None),),
        "nothing": ([],),
    },
    "no_change": {
        "in_order": (every_track(),),
        "missing": (every_track(change=""),),
        "nothing": ([],),
    },
    "freed_time_unused": {
        "in_order": (every_track(**USED),),
        "missing": (every_track(**FREED),),
        "nothing": (every_track(),),
    },
    "counted_twice": {
        "in_order": (with_second(KRONER, KRONER | {"indicator": "Another account"}),),
        "missing": (with_second(KRONER, KRONER),),
        "nothing": (every_track(**KRONER),),
    },
    "no_trial": {
        "in_order": (every_track(),),
        "missing": (every_track(), (RISK,), (IDEA, replace(IDEA, id="b", tried=False))),
        "nothing": (every_track(), (RISK,), ()),
    },
    "no_risk": {
        "in_order": (every_track(),),
        "missing": (every_track(), (replace(RISK, named=False),)),
        "nothing": (every_track(), (RISK,), ()),
    },
    "risk_without_owner": {
        "in_order": (every_track(),),
        "missing": (every_track(), (replace(RISK, owner=""),)),
        "nothing": (every_track(), (replace(RISK, owner="", status="shelved"),)),
    },
    "empty_track": {
        "in_order": (every_track(),),
        "missing": (every_track()[:3],),
        "nothing": ([],),
    },
    "no_negative": {
        "in_order": (every_track(),),
        "missing": (
            [*every_track(), replace(SOUND, idea="b")],
            (RISK,),
            (IDEA, replace(IDEA, id="b")),
        ),
        "nothing": ([], (RISK,), (IDEA,)),
    },
    "unanswered_downside": {
        "in_order": (every_track(),),
        "missing": ([*every_track(), replace(HARM, id="N-02", amends="")],),
        "nothing": ([],),
    },
}


def test_every_check_is_tried_with_every_answer() -> None:
    assert list(CASES) == list(CHECKS)
    for answers in CASES.values():
        assert set(answers) == set(ANSWERS) == set(get_args(CheckAnswer))


@each_row("code", CASES)
@each_row("answer", ANSWERS)
def test_a_check_answers_in_order_missing_or_nothing_to_look_at(
    code: str, answer: CheckAnswer
) -> None:
    checked = checks_of(*CASES[code][answer])[code]
    assert checked.answer == answer
    assert bool(checked.found) == (answer == "missing")
    assert bool(checked.why) == (answer == "nothing")


def test_a_sound_register_is_in_order() -> None:
    found = checks_of(every_track())
    assert missing(every_track()) == {}
    empty = {code for code, c in found.items() if c.answer == "nothing"}
    assert empty == {"freed_time_unused", "counted_twice"}


def test_nothing_passes_by_being_empty() -> None:
    assert {c.answer for c in checks_of([], (), ()).values()} == {"nothing"}


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("no_owner", {"owner_role": "", "owner_name": ""}),
        ("owned_outside", {"owner_is_outside": True}),
        ("no_unit", {"unit": " "}),
        ("no_baseline", {"baseline": None}),
        ("no_date", {"effect_full": None}),
        ("no_change", {"change": ""}),
        ("freed_time_unused", {"type": "freed_time"}),
    ],
)
def test_a_benefit_that_lacks_something_is_named(code: str, changes: dict[str, Any]) -> None:
    found = missing(every_track(**changes))
    assert list(found) == [code]
    assert found[code][0].startswith("G-01 Shorter queue")
    assert len(found[code]) == 1


def test_a_baseline_says_whether_it_is_at_least_estimated() -> None:
    estimated = missing(every_track(baseline_source="estimate"))["no_baseline"]
    assert estimated == ("G-01 Shorter queue: an estimate, not measured",)
    none = missing(every_track(baseline=None, baseline_source="missing"))["no_baseline"]
    assert none == ("G-01 Shorter queue: no baseline",)


def test_a_shelved_benefit_is_asked_nothing() -> None:
    shelved = replace(
        SOUND, id="G-05", status="shelved", owner_role="", owner_name="", unit="", change=""
    )
    assert missing([*every_track(), shelved]) == {}


def test_kroner_of_one_indicator_in_two_benefits_are_counted_twice() -> None:
    (said,) = missing(with_second(KRONER, KRONER))["counted_twice"]
    assert "G-01" in said
    assert "G-02" in said


def test_the_same_hours_as_kroner_and_as_freed_time() -> None:
    rows = with_second(KRONER, USED)
    assert "G-02" in missing(rows)["counted_twice"][0]
    rows[1] = replace(rows[1], idea="b")
    assert missing(rows) == {}


def test_a_risk_without_an_owner_is_named_unless_it_was_false() -> None:
    assert missing(every_track(), (replace(RISK, owner=""),)) == {
        "risk_without_owner": ("R-01 Nobody comes",)
    }
    over = (replace(RISK, owner="", play="false_alarm"), replace(RISK, id="R-02", status="closed"))
    assert missing(every_track(), (RISK, *over)) == {}
    checks = {c.code: c for c in check_all(T, registers_of(every_track(), (RISK, *over)))}
    told = "Not asked about: R-01 Nobody comes (false alarm) and R-02 Nobody comes (closed)."
    assert checks["risk_without_owner"].left_out == told, "what the register shows is accounted for"


def test_an_empty_track_is_named() -> None:
    assert missing(every_track()[:3]) == {"empty_track": ("Staff",)}


def test_a_harm_that_play_found_does_not_count_as_looked_for() -> None:
    found = replace(HARM, estimate=None, status="found")
    answers = {c.code: c.answer for c in check_all(T, registers_of([*every_track(), found]))}
    assert answers["no_negative"] == "missing"
    assert answers["unanswered_downside"] == "in_order"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_check_says_what_to_do(lang: Any) -> None:
    for checked in check_all(words(lang), registers_of([], (), ())):
        assert checked.check.endswith("?")
        assert checked.next.endswith(".")
        assert checked.why.endswith(".")
    assert len(CHECKS) == 14


def test_what_the_change_costs_is_to_be_made_up_for() -> None:
    cost = replace(HARM, amends="", beneficiary="The colleagues at the counter")
    found = {c.code: c.found for c in check_all(T, registers_of([*every_track(), cost])) if c.found}
    assert found == {"unanswered_downside": ("N-01 Economy pays (The colleagues at the counter)",)}
    unsaid = registers_of([*every_track(), replace(cost, beneficiary="")])
    found = {c.code: c.found for c in check_all(T, unsaid) if c.found}
    assert found == {"unanswered_downside": ("N-01 Economy pays",)}
    shelved = registers_of([*every_track(), HARM, replace(cost, status="shelved")])
    assert not [c.code for c in check_all(T, shelved) if c.found]


def test_an_owner_of_several_roles_passes_with_the_role_that_is_in_the_operation() -> None:
    found = checks_of(every_track(operating_roles=("Controller",)))["owned_outside"]
    assert found.answer == "in_order"
    assert found.left_out.startswith("In the operation by one of several roles: G-01")
    assert "(Controller)" in found.left_out
