"""The follow-up meeting on the screen: what is doubted, what is worse, and what it all comes to."""

from __future__ import annotations

import pytest

from game.debrief.progress import GOOD, RealStatus
from game.engine.results import TRACK_STATUSES
from game.gui import theme
from game.session import read
from game.table.parts.meters import FALLEN
from game.table.parts.real import ink_of
from tests.table.driver import squeezed
from tests.table.following_up import ENTER, ESCAPE, NEXT, TODAY, Room

STATUSES: tuple[RealStatus, ...] = (*TRACK_STATUSES, "came_true", "did_not_come")


# ------------------------------------------------------------------ what it comes to
def test_parts_are_held_against_their_whole_and_the_sum_against_the_saving(played) -> None:
    room = Room(played)
    room.part("summary")
    room.key(NEXT)
    assert squeezed("Nothing has been measured yet") in squeezed(room.texts)
    played.outcome(track="economy", value=0.6, day=TODAY)
    owned = [i for i in played.state.ideas for track, _ in i.claims() if track == "economy"]
    for idea, value in zip(owned, (0.4, 0.9), strict=False):
        played.outcome(idea=idea.id, track="economy", value=value, day=TODAY)
    room.screen.turn(room.screen.at)
    seen = squeezed(room.texts)
    assert squeezed("but it has moved by DKK 0.6m") in seen
    assert squeezed("What remains of the saving") in seen
    assert squeezed("DKK 2,400,000") in seen
    room.assert_readable()


def test_what_is_not_measured_yet_is_not_told_as_zero_and_what_counts_is_said(played) -> None:
    played.outcome(track="citizen", value=70, day=TODAY)
    room = Room(played, lang="da")
    room.part("summary")
    room.key(NEXT)
    seen = squeezed(room.texts)
    assert seen.count(squeezed("ikke målt endnu")) == 3
    assert squeezed("0 kr.") not in [squeezed(text) for text in room.texts.splitlines()]
    assert squeezed("En gevinst tæller som penge, når") in seen
    room.assert_readable()


# ------------------------------------------------------------------ what cannot be, what is unusual
@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("value", "999999", "kan ikke passe: Der er ikke mere end 100 % af det."),
        ("value", "-4", "kan ikke passe: Det, der tælles her, er aldrig under nul."),
        ("day", "31-12-2020", "31-12-2020 er før spillet."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(played, key, text, said) -> None:
    room = Room(played, lang="da")
    room.click("tell:track:citizen")
    room.fill("value", "70")
    room.fill(key, text)
    room.key(ENTER)
    assert squeezed(said) in squeezed(room.texts)
    assert room.focus == key
    room.assert_readable()
    assert not read(played.path).outcomes


def test_what_is_unusual_is_kept_only_when_it_is_confirmed(played) -> None:
    room = Room(played)
    room.click("tell:track:citizen")
    room.fill("value", "40")
    room.key(ENTER)
    assert squeezed("40% is worse than before (62 → 78%).") in squeezed(room.texts)
    room.assert_readable()
    room.key(ESCAPE)
    assert not read(played.path).outcomes, "the form is still there, to change it"
    room.fill("value", "41")
    room.key(ENTER)
    room.click("yes")
    told = read(played.path).outcomes[-1]
    assert (told.value, told.confirmed) == (41, True)
    room.click("tell:track:process")
    room.type("12.5")
    room.key(ENTER)
    assert not read(played.path).outcomes[-1].confirmed


def test_enter_pressed_twice_does_not_keep_what_is_unusual(played) -> None:
    room = Room(played)
    room.click("tell:track:citizen")
    room.type("40")
    room.key(ENTER)
    room.look()
    assert room.focus == "no"
    room.key(ENTER)
    assert not read(played.path).outcomes
    assert room.app.top.form.values["value"] == "40"


def test_worse_than_before_is_green_nowhere(played) -> None:
    for track, value in (("citizen", 40), ("process", 12.5)):
        played.outcome(track=track, value=value, day=TODAY, confirmed=True)
    room = Room(played)
    rows = {row.track: row for row in room.screen.pages[0].rows(room.screen.discussion, room.app.t)}
    assert [row.outcomes[-1].ink for row in (rows["citizen"], rows["process"])] == [
        FALLEN,
        ink_of("nearly"),
    ]
    assert squeezed("worse than before · 2027-03-14") in squeezed(room.texts)
    room.part("summary")
    assert squeezed("in reality: worse than before") in squeezed(room.texts)
    assert {status for status in STATUSES if ink_of(status) == theme.GOOD} == GOOD


def test_what_an_older_program_took_is_shown_with_the_reason_and_does_not_count(played) -> None:
    played.outcome(track="citizen", value=999_999, day=TODAY)
    room = Room(played)
    assert squeezed("Does not count: 999,999% cannot be") in squeezed(room.texts)
    room.assert_readable()
    room.click("tell:track:citizen")
    assert squeezed("Does not count: 999,999% cannot be") in squeezed(room.texts)
    room.assert_readable()
    room.key(ESCAPE)
    room.part("summary")
    assert squeezed("not measured yet") in squeezed(room.texts)


def test_a_measure_filled_in_since_is_the_one_that_values_are_read_on(played) -> None:
    idea, track = next(
        (idea.id, track)
        for idea in played.state.ideas
        for track, benefit in idea.claims()
        if benefit.owner is not None
    )
    for column, content in (("baseline", "40"), ("target_likely", "10"), ("unit", "cases")):
        played.fill(("benefit", idea, track, None), column, content, "asked")
    room = Room(played)
    room.part("benefits")
    room.click(f"tell:benefit:{idea}:{track}")
    room.type("43")
    room.key(ENTER)
    assert squeezed("43 cases is worse than before (40 → 10 cases).") in squeezed(room.texts)
    room.click("yes")
    assert squeezed("worse than before") in squeezed(room.texts)
