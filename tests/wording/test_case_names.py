"""A thing has one name wherever it is shown, and a description where nobody knows it."""

from dataclasses import replace

import pytest

from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.engine import TRACKS, Benefit, Idea, Measure, Risk, Track
from game.i18n import Words
from game.wording import terms
from game.wording.case_names import CaseNames
from tests.wording.cases import CASE, DA, EN, with_idea

NAMES = CaseNames(EN, CASE)
STATE = with_idea()
IDEA = STATE.ideas[0]
TRACK = IDEA.card.track
NOTHING_KNOWN = replace(CASE, ideas={}, benefits={}, risks={}, roles={})


def written(name: str) -> Idea:
    """The same idea as a group would have written it."""
    idea = IDEA.copy()
    idea.id, idea.name, idea.text = "written", name, "What it is."
    return idea


def test_a_card_goes_by_what_is_printed_on_it() -> None:
    assert NAMES.idea(IDEA) == CASE.ideas[IDEA.id].name.read("en")
    assert NAMES.idea_card(IDEA.id) == NAMES.idea(IDEA)
    assert CaseNames(DA, CASE).idea(IDEA).endswith("på dansk")
    card = next(iter(CASE.benefits))
    assert NAMES.benefit(Benefit(3, 0, card=card)) == CASE.benefits[card].name.read("en")
    risk = CASE.setup.risks[0]
    assert NAMES.risk(Risk(risk.id, risk.track, 3, 3)) == CASE.risks[risk.id].name.read("en")


def test_the_groups_own_words_come_first() -> None:
    assert NAMES.idea(written("Ours")) == "Ours"
    assert NAMES.idea_text(written("Ours")) == "What it is."
    assert NAMES.benefit(Benefit(3, 0, name="Quiet")) == "Quiet"
    assert NAMES.risk(Risk("own", TRACK, 3, 3, name="It rains")) == "It rains"
    measure = Measure("Calls", "a day", 3, 2, 6)
    assert NAMES.indicator(TRACK, Benefit(3, 0, measure=measure)) == "Calls"


def test_an_ideas_own_benefit_is_called_by_its_idea() -> None:
    own = IDEA.benefit(TRACK)
    assert own is not None
    assert NAMES.benefit(own) == ""
    assert NAMES.benefit_beside(IDEA, TRACK) == NAMES.idea(IDEA)
    assert NAMES.benefit_alone(IDEA, own) == NAMES.idea(IDEA)
    indicator = CASE.tracks[TRACK].indicator.read("en")
    assert NAMES.benefit_title(IDEA, TRACK, own) == NAMES.benefit_alone(IDEA, own)
    assert NAMES.indicator(TRACK, own) == indicator


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_what_the_case_does_not_know_is_described(t: Words) -> None:
    names = CaseNames(t, NOTHING_KNOWN)
    idea = IdeaRef("gone", "A")
    told = [
        names.idea(idea),
        names.idea_card("gone"),
        names.benefit_beside(IDEA, TRACK),
        names.benefit_alone(idea, BenefitRef(idea, TRACK, card="gone")),
        names.risk(RiskRef(idea, TRACK, "gone")),
        names.risk(RiskRef(idea, TRACK)),
        names.by_roles(1, ("gone",)),
    ]
    assert all(told)
    assert "gone" not in told


def test_what_players_wrote_and_what_is_printed_are_hidden_apart() -> None:
    names = CaseNames(EN, CASE, written=lambda text: text.replace("Ane", "NN"))
    assert names.idea(written("Ane's idea")) == "NN's idea"
    assert names.idea(IDEA) == NAMES.idea(IDEA)
    shouting = CaseNames(EN, CASE, printed=str.upper)
    assert shouting.idea(written("Ane's idea")) == "Ane's idea"
    assert shouting.idea(IDEA) == NAMES.idea(IDEA).upper()
    assert shouting.risk_text(RiskRef(IdeaRef("x"), TRACK, CASE.setup.risks[0].id)) == ""


# ------------------------------------------------------------------ downsides
def harmful(**more: str | None) -> Idea:
    """The idea with a downside on another track."""
    idea, places = IDEA.copy(), list(IDEA.benefits)
    place = next(n for n, b in enumerate(places) if b is None)
    places[place] = Benefit(-2, 0, **more)
    first, second, third, fourth = places
    idea.benefits = (first, second, third, fourth)
    return idea


def downside_of(idea: Idea) -> tuple[Track, Benefit]:
    """The downside of an idea, and its track."""
    return next((track, b) for track, b in idea.claims() if b.downside)


def test_a_downside_is_called_by_its_words_or_by_who_bears_it() -> None:
    for words, said in (
        ({"name": "More calls"}, "More calls"),
        ({"bearer": "the hotline"}, "A downside for the hotline"),
        ({}, "A downside"),
    ):
        idea = harmful(**words)
        track, b = downside_of(idea)
        assert NAMES.benefit_beside(idea, track) == said
    assert NAMES.benefit_alone(idea, b) == f"A downside of {NAMES.idea(idea)}"
    on = terms.track(NAMES.t, track)
    assert NAMES.benefit_title(idea, track, b) == f"{NAMES.benefit_alone(idea, b)} ({on})"


def test_what_is_written_about_a_downside_is_filtered() -> None:
    names = CaseNames(EN, CASE, written=lambda text: text.replace("Ane", "NN"))
    _, b = downside_of(harmful(bearer="Ane", amends="Ane drives"))
    assert names.downside_facts(b) == ["Who bears it: NN.", "What makes up for it: NN drives."]
    assert names.downside_facts(downside_of(harmful(amends=""))[1]) == ["It is made up for."]


# ------------------------------------------------------------------ drawn risks
def test_a_drawn_risk_has_a_name_by_its_track_and_is_no_fact() -> None:
    told = {NAMES.risk(Risk("written-1-risk-1", track, 3, 3)) for track in TRACKS}
    assert len(told) == 4
    assert "a risk in the group's own words" not in told
    assert "not a fact" in NAMES.risk_text(Risk("written-1-risk-1", TRACK, 3, 3))
    assert NAMES.risk_text(Risk("written-2", TRACK, 3, 3, name="It rains")) == ""


def test_on_an_own_project_no_alarm_is_called_false() -> None:
    assert NAMES.outcome("false") == "a false alarm"
    own = CaseNames(EN, replace(CASE, own_project=True))
    assert own.outcome("false") == "it did not strike in play"
    assert own.outcome("struck") == NAMES.outcome("struck")
