"""What the room hears of the reality check: risks, harvests, downsides, trust and its reasons."""

from dataclasses import replace

import pytest

from game.engine import Event, State
from game.engine import actions as act
from game.engine import events as ev
from game.i18n import Words
from game.wording.event_texts import event_text, headline
from tests.rows import each_row
from tests.wording.cases import CASE, DA, EN, begin, do, later, with_idea

IDEA = with_idea().ideas[0]


def told(event: Event, state: State | None = None, t: Words = EN) -> str | None:
    return event_text(event, state or with_idea(), CASE, t)


def thrown(named: bool, die: int, limit: int, *, struck: bool) -> ev.RiskThrown:
    return ev.RiskThrown(
        IDEA.id, "risk-3", "risk-3" if named else None, "citizen", die, limit, 3, struck
    )


def test_a_risk_that_was_not_named_says_so() -> None:
    assert told(thrown(False, 2, 7, struck=True)) == (
        "Risk struck: risk-3. Die 2, it needed 6 or less because it was not named. Citizen −3."
    )
    assert told(thrown(False, 2, 6, struck=True), t=DA) == (
        "Risikoen ramte: risk-3 på dansk. Terningen viser 2, og højst 6 var nok, "
        "fordi den ikke var nævnt. Borger −3."
    )


def test_a_named_risk_is_told_without_blame() -> None:
    said = told(thrown(True, 2, 4, struck=True))
    assert said == "Risk struck: risk-3. Die 2, it needed 4 or less. Citizen −3."
    held = told(thrown(True, 5, 4, struck=False))
    assert held == "The risk held off: risk-3. Die 5, it strikes at 4 or less."


def test_a_prevented_risk_throws_no_die() -> None:
    said = told(thrown(True, 0, 0, struck=False))
    assert said == f"Prevented: risk-3 can no longer strike “{IDEA.id}”."


def test_the_unknown_has_no_name() -> None:
    event = ev.RiskThrown(IDEA.id, None, None, "process", 3, 5, 3, True)
    said = told(event)
    assert said is not None
    assert said.startswith(f"The unknown struck “{IDEA.id}”.")
    assert "Process −3" in said


def test_a_risk_named_in_own_words_tells_both_names() -> None:
    state = do(with_idea(), act.WriteRisk(0, "It rains", "citizen", IDEA.id))
    event = ev.RiskThrown(IDEA.id, "risk-3", "written-1", "citizen", 2, 4, 3, True)
    said = told(event, state)
    assert said is not None
    assert "risk-3 (named as “It rains”)" in said


UNNAMED = "because no downside was named"


HARVESTS = [
    (4, 5, 3, False, "claimed 4, true 5, owned by nobody: harvested 3."),
    (None, 2, 0, False, "true 2, but it was not claimed: harvested 0."),
    (None, -2, -4, False, f"true −2, and 2 more {UNNAMED}: −4."),
    (3, -1, -3, True, f"claimed 3, true −1, and 2 more {UNNAMED}: −3."),
    (3, 0, 0, True, "claimed 3, true 0: there is nothing to harvest."),
    (-2, -3, -3, False, "a downside of −2 was named, true −3: no trust is lost."),
    (-2, -3, -1, False, "a downside of −2 was named and made up for: true −3, felt −1."),
    (-2, 1, 0, False, "a downside of −2 was named, but none came."),
]


OLD_HARVESTS = [
    (4, 5, 2, False, "claimed 4, true 5, but nobody owned it: half of it, 2."),
    (None, -2, -2, False, "a harm that was not named, −2 in full."),
    (3, -1, -1, True, "claimed 3, true −1: a harm counts in full."),
]


@each_row(
    "edition, estimate, effect, points, anchored, said",
    [*((2, *of) for of in HARVESTS), *((1, *of) for of in OLD_HARVESTS)],
)
def test_the_harvest_gives_its_reason(
    edition: int, estimate: int | None, effect: int, points: int, anchored: bool, said: str
) -> None:
    event = ev.Harvested(IDEA.id, "process", estimate, effect, points, anchored)
    assert told(event, replace(with_idea(), edition=edition)) == f"“{IDEA.id}” on Process: {said}"


@pytest.mark.parametrize(
    ("edition", "said"),
    [(1, "What it gives is halved."), (2, "Economy −1.")],
)
def test_a_stumble_tells_what_it_takes(edition: int, said: str) -> None:
    stumbled = told(ev.StumbleThrown(IDEA.id, 5, 3, True), replace(with_idea(), edition=edition))
    assert stumbled is not None
    assert stumbled.endswith(f"above its maturity 3. {said}")


def test_a_stumble_that_takes_nothing_says_so() -> None:
    state = with_idea()
    free = replace(state.setup, rules=replace(state.setup.rules, stumble=0))
    said = told(ev.StumbleThrown(IDEA.id, 5, 3, True), replace(state, setup=free))
    assert said is not None
    assert said.endswith("It costs nothing.")


@pytest.mark.parametrize("anchored", [True, False])
def test_a_post_that_gives_less_is_told_with_the_reason(anchored: bool) -> None:
    event = ev.Harvested(IDEA.id, "economy", 4, 3, 1, anchored, "no_post")
    said = told(event, with_idea())
    assert said is not None
    assert said.endswith("harvested 1. Not all of it: no item of the economy overview was named.")


def test_an_anchored_harvest_names_the_owner() -> None:
    state = later(with_idea(), "concretise")
    track = IDEA.card.track
    state = do(state, act.Anchor(state.turn, IDEA.id, track, 1))
    said = told(ev.Harvested(IDEA.id, track, 4, 5, 5, True), state)
    assert said is not None
    assert said.endswith("claimed 4, true 5, anchored by Bo: harvested 5.")


def test_an_owner_who_falls_short_is_told_with_the_reason() -> None:
    state = later(with_idea(), "concretise")
    track = IDEA.card.track
    state = do(state, act.Anchor(state.turn, IDEA.id, track, 1))
    said = told(ev.Harvested(IDEA.id, track, 4, 5, 4, True, "away"), state)
    assert said is not None
    assert said.endswith("One point less: the owner is not at home on this track.")


# ------------------------------------------------------------------ downsides and tested claims
def test_a_downside_is_told_with_who_bears_it() -> None:
    named = ev.DownsideNamed(0, IDEA.id, "process", 2, "More calls", "the hotline")
    said = (
        f"Ane names a downside of “{IDEA.id}”, Process −2: More calls (who bears it: the hotline)."
    )
    assert told(named) == said
    amends = ev.AmendsMade(1, IDEA.id, "process", "an hour more")
    assert told(amends) == (
        f"Bo makes up for the downside of “{IDEA.id}” on Process (an hour more)."
    )
    revised = ev.EstimateRevised(0, IDEA.id, "process", -2, -4)
    assert told(revised) == f"Ane revises the downside of “{IDEA.id}” on Process: from −2 to −4."


def test_what_reality_asked_about_is_the_line_of_a_check_without_ideas() -> None:
    state = with_idea()
    asked = (
        ev.CheckBegan(1, ()),
        ev.ClaimTested(0, IDEA.id, "process", 5, 1),
        ev.TrustChanged(-1, "claim_missed", IDEA.id),
    )
    said = headline(asked, state, CASE, EN)
    assert said == f"Reality check: “{IDEA.id}” on Process, claimed 5, truly 1. Trust −1."
    found = (ev.CheckBegan(1, ()), ev.RiskTested(IDEA.id), ev.RiskTurnedUp(IDEA.id, "risk-3"))
    assert headline(found, state, CASE, EN) == (
        f"Reality check: a true risk of “{IDEA.id}” has come to light."
    )
    stands = (ev.ClaimAnswered(0, IDEA.id, "process", True), ev.CheckEnded(1))
    assert (
        headline(stands, state, CASE, EN) == f"Ane stands by the claim for “{IDEA.id}” on Process."
    )


@pytest.mark.parametrize(
    ("round", "said", "line"),
    [
        (3, "nothing is implemented in round 3", "Trust gone: pause in round 3."),
        (
            8,
            "no round is left in which anything could be implemented",
            "Trust gone: the project pauses.",
        ),
    ],
)
def test_a_pause_names_no_round_that_is_not_played(round: int, said: str, line: str) -> None:
    assert told(ev.Paused(round)) == f"Trust is gone and the project pauses: {said}."
    check = headline((ev.CheckBegan(round - 1, ()), ev.Paused(round)), with_idea(), CASE, EN)
    assert check.endswith(line)


def test_a_harm_that_was_not_named_is_why_trust_falls() -> None:
    fell = ev.TrustChanged(-1, "unspoken_harm", IDEA.id)
    assert told(fell) == f"Trust −1: “{IDEA.id}” did harm that was not named as a downside."


def test_trust_tells_which_way_the_group_leans() -> None:
    fell = ev.TrustChanged(-1, "unbalanced")
    state = replace(begin(), balance=-4)
    assert told(fell, state) == "Trust −1: the group leans too far towards autonomy."
    state = replace(state, balance=4)
    assert told(fell, state) == "Trust −1: the group leans too far towards steering."


def test_below_zero_names_the_tracks() -> None:
    state = do(begin(), act.Correct("employee", -2, "test"))
    assert told(ev.TrustChanged(-1, "below_zero"), state) == "Trust −1: below zero on Staff."


def test_what_moved_a_track_is_not_told_twice() -> None:
    assert told(ev.TrackMoved("citizen", -3, "risk", IDEA.id)) is None
    assert told(ev.TrackMoved("citizen", 1, "combination")) is not None
