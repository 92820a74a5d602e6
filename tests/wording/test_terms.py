"""Everything with a code has a name in both languages, and no mark is used twice."""

import re
from collections.abc import Callable, Iterable
from typing import get_args

import pytest

from game.engine import ABILITIES, AIM_KINDS, KINDS, PHASES, TRACKS, Aim
from game.engine.actions import CORRECTED
from game.engine.events import VERDICTS
from game.engine.results import AimResult, TrackStatus
from game.engine.setup import Deck
from game.engine.state import IdeaStatus, RiskOutcome
from game.i18n import Words
from game.wording import terms
from tests.i18n.word_book import DOCS, messages
from tests.rows import each_row
from tests.wording.cases import DA, EN

NAMED: list[tuple[Callable[[Words, object], str], Iterable[object]]] = [
    (terms.track, TRACKS),
    (terms.kind, KINDS),
    (terms.phase, PHASES),
    (terms.status, get_args(IdeaStatus)),
    (terms.outcome, get_args(RiskOutcome)),
    (terms.deck, get_args(Deck)),
    (terms.corrected, CORRECTED),
    (terms.ability, ABILITIES),
    (terms.ability_text, ABILITIES),
    (terms.track_status, get_args(TrackStatus)),
    (terms.verdict, VERDICTS),
    (terms.verdict_text, VERDICTS),
    (terms.verdict_question, VERDICTS),
]


@each_row("t", [DA, EN])
@each_row("name, codes", NAMED)
def test_every_code_has_a_name_of_its_own(
    name: Callable[[Words, object], str], codes: Iterable[object], t: Words
) -> None:
    said = [name(t, code) for code in codes]
    assert all(said)
    assert len(set(said)) == len(said)


def test_danish_is_not_english() -> None:
    for name, codes in NAMED:
        for code in codes:
            if name(EN, code) != "Service":
                assert name(DA, code) != name(EN, code)


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_no_two_tracks_share_a_letter(t: Words) -> None:
    letters = [terms.track_letter(t, track) for track in TRACKS]
    assert len(set(letters)) == 4


@pytest.mark.parametrize(
    ("aim", "en", "da"),
    [
        (Aim("track_at_least", 10, "citizen"), "Citizen at 10 or more", "Borger på 10 eller mere"),
        (
            Aim("anchored_at_least", 14),
            "At least 14 anchored benefits",
            "Mindst 14 forankrede gevinster",
        ),
        (Aim("proven_at_least", 1), "At least 1 proven idea", "Mindst 1 bevist idé"),
        (
            Aim("realism_at_least", 0.9),
            "Guess at least 90% right (realism)",
            "Gæt mindst 90 % rigtigt (realisme)",
        ),
        (Aim("no_track_ever_below", 0), "No track ever below 0", "Intet spor nogensinde under 0"),
    ],
)
def test_an_aim_is_a_sentence(aim: Aim, en: str, da: str) -> None:
    assert terms.aim(EN, aim) == en
    assert terms.aim(DA, aim) == da


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_every_kind_of_aim_can_be_said_and_followed(t: Words) -> None:
    aims = [Aim(kind, 2, "economy" if kind == "track_at_least" else None) for kind in AIM_KINDS]
    assert len({terms.aim(t, aim) for aim in aims}) == len(AIM_KINDS)
    assert all(terms.aim_progress(t, AimResult(0, "r", aim, 1.0, False)) for aim in aims)


def test_progress_is_told_in_the_aims_own_unit() -> None:
    count = AimResult(0, "r", Aim("proven_at_least", 6), 4, False)
    share = AimResult(0, "r", Aim("realism_at_least", 0.9), 0.85, False)
    beyond = AimResult(0, "r", Aim("track_at_least", 7, "citizen"), 10, True)
    assert terms.aim_progress(EN, count) == "4 of 6"
    assert terms.aim_progress(EN, beyond) == "10, wanted: 7"
    below = AimResult(0, "r", beyond.aim, -2, False)
    assert terms.aim_progress(EN, below) == "−2, wanted: 7"
    assert terms.aim_progress(EN, share) == "85%, wanted: 90%"


def test_how_long_an_idea_takes_has_one_word() -> None:
    told = [pair for pair in messages() if re.search(r"\bdelays?\b", pair[0], re.IGNORECASE)]
    assert len(told) > 8
    assert not [pair for pair in told if "ventetid" not in pair[1].lower()]


def test_when_an_event_is_turned_over_is_told_in_one_way() -> None:
    told = [pair for pair in messages() if "turned over in each round" in pair[0]]
    assert len(told) > 1
    for english, danish in (*told, *(map(page_of, ("scenarios.md", "scenarios.da.md")),)):
        assert "turned over in each round from the second on" in english
        assert "bliver vendt i hver runde fra den anden" in danish


def page_of(name: str) -> str:
    return (DOCS / name).read_text("utf-8")
