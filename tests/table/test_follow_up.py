"""The follow-up meeting on the screen: told by mouse and by keys, and kept."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from datetime import date

import pygame
import pytest

from game.content import load
from game.content import own_project as own
from game.debrief.talk import MEETING_SECONDS, nearest
from game.engine import actions as act
from game.engine.limits import MAX_TEXT
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.session import ItemDraft, SavedSession, Session, read
from game.table.after.follow_up.screen import FollowUpScreen
from game.wording import figures
from game.wording.debrief_texts.follow_up import PARTS, benefit_measure
from tests import staging
from tests.stopping import full_disk
from tests.table.debriefing import assert_told_in_the_lane
from tests.table.driver import SIZES, Calls, Driver, squeezed
from tests.table.following_up import ENTER, ESCAPE, NEXT, TODAY, Room
from tests.table.windows import in_every_window


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Session:
    """Eight seats, as much as can lie on a table, and much told of it."""
    session = staging.fullest(tmp_path_factory.mktemp("full"))
    staging.play(session, staging.trusting, lambda s: False)
    session.action_item(
        ItemDraft("Henriette-Marie måler nulpunktet for alle otte kontorer", "Henriette-Marie")
    )
    long = ("Og så ringer vi til dem alle. " * 90)[:MAX_TEXT]
    idea = session.state.ideas[0]
    track = next(idea.claims())[0]
    step = session.action_item(
        ItemDraft(long, ("Ledelsessekretariatet " * 9)[:80], TODAY, "open", 9, idea.id, track)
    )
    session.note(step.item, ("Det blev ikke til noget. " * 90)[:MAX_TEXT])
    for n in range(9):
        session.action_item(ItemDraft(f"Punkt {n}", "Ane", date(2027, 1, 1 + n)))
    for track, value in (("citizen", 71.25), ("process", 40), ("economy", -12345.5)):
        session.outcome(
            track=track,
            value=value,
            day=TODAY,
            by="Henriette-Marie",
            text=("Målt " * 90)[:MAX_TEXT],
        )
    for idea in session.state.ideas[:3]:
        session.outcome(
            idea=idea.id, held="partly", text=("Kun om natten. " * 90)[:MAX_TEXT], day=TODAY
        )
        for one, _ in idea.claims():
            session.outcome(idea=idea.id, track=one, value=12.5, day=TODAY, by="Ane")
    return session


# ------------------------------------------------------------------ reading
def test_what_is_told_of_the_parts_covers_nothing(method) -> None:
    room = Room(method, lang="da")
    assert_told_in_the_lane(room, room.screen)


def test_a_meeting_says_when_it_is_how_long_it_takes_and_whose_reality_is_meant(
    method, own_project
) -> None:
    """An example's figures are practice or one's own; those of an own project are measured."""
    room = Room(method)
    told = squeezed(room.texts)
    assert squeezed("Weeks or months later.") in told
    assert squeezed("The figures are an example: tell your own, or practise.") in told
    every = sum(room.screen.minutes(part) for part in PARTS)
    here = room.screen.minutes("tracks")
    assert squeezed(f"about {here} minutes here, {nearest(every)} in all") in told
    asked = room.screen.pages[-1]
    assert room.screen.minutes("ask") * 60 == MEETING_SECONDS["asked"] * asked.parts
    mine = FollowUpScreen(own_project.case, own_project, Calls(), today=TODAY)
    leads = [part.lead for part in mine.parts(Driver(mine).app.t)]
    assert not any("practise" in lead for lead in leads)
    assert "what each indicator shows in reality" in leads[0]


@pytest.mark.slow
@in_every_window
def test_every_page_and_every_form_can_be_read(full, size, lang) -> None:
    room = Room(full, size, lang)
    for n in range(room.screen.count):
        assert room.screen.at == n
        room.assert_readable()
        tells = [w.key for w in room.screen.ui.widgets if w.key.startswith("tell:")]
        for key in tells[:1]:
            room.click(key)
            room.assert_readable()
            room.key(ESCAPE)
        if n < room.screen.count - 1:
            room.key(NEXT)
    assert {page.phase for page in room.screen.pages} == set(PARTS)


def test_a_game_of_which_there_is_nothing_to_tell_says_so(tmp_path) -> None:
    room = Room(staging.begin(tmp_path, 1, 1))
    seen = ""
    for _ in range(room.screen.count):
        room.assert_readable()
        seen += room.texts
        room.key(NEXT)
    assert "No benefit was claimed and no downside named" in seen
    assert "Nothing was tried" in seen
    assert "No next steps were written down" in seen


# ------------------------------------------------------------------ telling
def test_a_value_is_told_by_mouse(played) -> None:
    room = Room(played, lang="da")
    room.click("tell:track:citizen")
    room.fill("value", "71,5")
    room.fill("day", "1-3-2027")
    room.fill("by", "Dorthe")
    room.fill("text", "Målt i to uger")
    room.click("yes")
    told = read(played.path).outcomes[-1]
    assert (told.what, told.track, told.value) == ("track", "citizen", 71.5)
    assert (told.date, told.by, told.text) == ("2027-03-01", "Dorthe", "Målt i to uger")
    assert squeezed("01-03-2027 · Dorthe · Målt i to uger") in squeezed(room.texts)
    assert "71,5 %" in room.texts.replace("\xa0", " ")


def test_a_day_may_be_told_without_its_year(played) -> None:
    room = Room(played, lang="da")
    room.click("tell:track:citizen")
    room.fill("value", "70")
    room.fill("day", "1/3")
    room.key(ENTER)
    assert read(played.path).outcomes[-1].date == "2027-03-01"


def test_values_are_told_one_after_the_other_by_keys_alone(played) -> None:
    room = Room(played)
    room.tab_to("tell:track:citizen")
    room.key(ENTER)
    room.type("70")
    room.key(ENTER)
    assert room.focus == "tell:track:process"
    room.key(ENTER)
    room.type("12.5 min")
    room.key(ENTER)
    told = read(played.path).outcomes
    assert [(o.track, o.value, o.date) for o in told] == [
        ("citizen", 70, "2027-03-14"),
        ("process", 12.5, "2027-03-14"),
    ]


def told_by(room: Room, name: str) -> None:
    room.click("tell:track:citizen")
    room.fill("value", "70")
    room.fill("day", "2027-02-28")
    room.fill("by", name)
    room.key(ENTER)


def test_the_day_is_offered_again_and_nobody_is_said_to_tell(played) -> None:
    room = Room(played)
    told_by(room, "Dorthe")
    room.click("tell:track:economy")
    room.type("2")
    room.key(ENTER)
    told = read(played.path).outcomes[-1]
    assert (told.date, told.by) == ("2027-02-28", "")


@pytest.mark.parametrize("by", ["key", "click"])
def test_who_told_the_last_is_one_key_or_click_away(played, by: str) -> None:
    room = Room(played)
    room.click("tell:track:process")
    assert "same" not in [widget.key for widget in room.app.top.ui.widgets]
    room.key(ESCAPE)
    told_by(room, "Dorthe")
    room.click("tell:track:economy")
    room.type("2")
    room.assert_readable()
    room.click("same") if by == "click" else room.key(pygame.K_F4)
    room.look()
    assert "same" not in [widget.key for widget in room.app.top.ui.widgets]
    room.key(ENTER)
    assert read(played.path).outcomes[-1].by == "Dorthe"


def test_what_was_told_before_is_said_to_stay_where_something_was(played) -> None:
    room = Room(played)
    before = "What was told before stays."
    for said in (False, True):
        room.click("tell:track:citizen")
        room.type("70")
        room.key(ENTER)
        assert "Saved in the session." in room.texts
        assert (before in room.texts) == said


def test_what_was_promised_and_came_in_play_are_told_as_points(played) -> None:
    room = Room(played, lang="da")
    assert squeezed("Sig jeres egne, eller øv jer") in squeezed(room.texts)
    room.part("summary")
    seen = squeezed(room.texts)
    for followed in room.screen.meeting.found.tracks:
        for what, points in (("lovet", followed.claimed), ("i spillet", followed.points)):
            assert squeezed(f"{what}, {figures.points(room.app.t, points)}") in seen
    room.assert_readable()


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("value", "", "Skriv den værdi, der er målt."),
        ("value", "det halve", "Det er ikke et tal."),
        ("value", "9" * 16, "Tallet er for stort."),
        ("day", "31-02-2027", "Det er ikke en dato."),
        ("day", "15-03-2027", "Den dag er ikke kommet endnu."),
        ("day", "i går", "Det er ikke en dato."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_until_it_is_mended(played, key, text, said) -> None:
    room = Room(played, lang="da")
    room.click("tell:track:citizen")
    room.fill("value", "70")
    room.fill(key, text)
    room.click("yes")
    assert squeezed(said) in squeezed(room.texts)
    assert room.focus == key
    room.assert_readable()
    assert not read(played.path).outcomes
    room.fill(key, "70" if key == "value" else "14-03-2027")
    assert squeezed(said) not in squeezed(room.texts)
    room.key(ENTER)
    assert read(played.path).outcomes[-1].value == 70


def test_told_again_the_latest_counts_and_the_history_is_shown(played) -> None:
    played.outcome(track="citizen", value=66, day=date(2027, 2, 1), by="Bo")
    before = played.path.read_bytes()
    room = Room(played)
    room.click("tell:track:citizen")
    assert squeezed("66% · 25% of the way · 2027-02-01 · Bo") in squeezed(room.texts)
    room.fill("value", "71")
    room.key(ENTER)
    assert played.path.read_bytes().startswith(before), "nothing is altered, only added"
    assert squeezed("once before") in squeezed(room.texts)
    room.part("summary")
    assert squeezed("from 62 to 71%; the target is 78.") in squeezed(room.texts)


def test_all_bars_of_the_summary_have_one_scale(played, monkeypatch) -> None:
    flags: list[float] = []
    whole = Canvas.icon

    def noted(c: Canvas, name: str, box: Box, *more: object) -> None:
        if name == "flag" and more == (theme.WHITE,):  # over the bars; others are of a colour
            flags.append(box.x)
        whole(c, name, box, *more)

    monkeypatch.setattr(Canvas, "icon", noted)

    def targets() -> set[float]:
        flags.clear()
        room = Room(played)
        room.part("summary")
        room.look()
        assert len(flags) >= 4
        return set(flags)

    (usual,) = targets()
    text = staging.case().tracks["economy"]
    far = text.baseline + 4.9 * (text.target - text.baseline)
    played.outcome(track="economy", value=far, day=TODAY, by="Ane")
    (nearer,) = targets()
    assert nearer < usual, "the longest bar has room, and all the others are on its scale"


def test_a_benefit_is_told_at_its_measure(played) -> None:
    room = Room(played)
    room.part("benefits")
    key = room.first()
    room.click(key)
    room.type("1.75")
    room.key(ENTER)
    told = read(played.path).outcomes[-1]
    assert (told.what, f"tell:benefit:{told.idea}:{told.track}", told.value) == (
        "benefit",
        key,
        1.75,
    )


def test_what_was_told_of_a_track_is_said_at_the_benefits_of_the_same_measure(played) -> None:
    room = Room(played, lang="da")
    agenda, fmt = room.screen.meeting.found, room.screen.meeting.formatter(room.app.t)
    benefit, value = next(
        (o, m)
        for o in agenda.benefits
        if not o.story.benefit.downside
        and o.story.benefit.track != "economy"
        and (m := benefit_measure(fmt, o)).indicator
        == figures.measure(room.app.t, fmt.case, o.story.benefit.track, None).indicator
    )
    track = benefit.story.benefit.track
    said = squeezed("samme måling som sporet: ")

    def seen() -> str:
        texts = ""
        for n in range(room.screen.count):
            room.screen.turn(n)
            room.assert_readable()
            texts += squeezed(room.texts)
        return texts

    assert said not in seen()
    played.outcome(track="economy", value=0.6, day=TODAY)
    assert said not in seen(), "kroner add up: what the track shows is of all its benefits"
    played.outcome(track=track, value=value.target, day=TODAY)
    assert seen().count(said) >= 2, "where it is told, and where it all comes together"
    for o in agenda.benefits:
        if o.story.benefit.track == track:
            ref = o.story.benefit
            played.outcome(idea=ref.idea.id, track=track, value=value.target, day=TODAY)
    assert said not in seen(), "what was told of the benefit itself counts"


def test_the_form_of_a_track_names_the_unit_in_brackets_and_no_track_as_who_tells(played) -> None:
    room = Room(played, lang="da")
    room.click("tell:track:citizen")
    assert squeezed("Værdien nu (%)") in squeezed(room.texts)
    assert room.app.top.ui.find("by").placeholder == room.app.t("A role or a name")


def test_a_trial_is_told_by_whether_it_held(played) -> None:
    room = Room(played)
    room.part("trials")
    key = room.first()
    room.click(key)
    room.fill("text", "Only in the mornings")
    room.click("yes")
    assert squeezed("Choose whether it held.") in squeezed(room.texts)
    room.tab_to("held")
    room.key(pygame.K_RIGHT, pygame.K_RIGHT)
    room.click("yes")
    told = read(played.path).outcomes[-1]
    assert (f"tell:trial:{told.idea}", told.held, told.text) == (
        key,
        "partly",
        "Only in the mornings",
    )


def test_what_the_last_questions_lead_to_is_written_down_there(played) -> None:
    room = Room(played)
    room.part("ask")
    room.click("add")
    room.fill("text", "Ring to the hotline")
    room.click("yes")
    assert played.log.item_versions[-1][0].text == "Ring to the hotline"
    assert "1 next step in part 4" in room.texts


def test_leaving_the_form_tells_nothing(played) -> None:
    room = Room(played)
    room.click("tell:track:citizen")
    room.fill("value", "70")
    room.key(ESCAPE, ESCAPE)  # the field, then the form, which asks
    room.look()
    room.click("no")
    assert not read(played.path).outcomes
    room.key(ESCAPE)
    assert room.left.count == 1


# ------------------------------------------------------------------ the file
def test_weeks_later_it_is_written_to_the_file(played) -> None:
    played.close()
    room = Room(SavedSession(played.path))
    room.click("tell:track:employee")
    room.type("66")
    room.key(ENTER)
    assert read(played.path).outcomes[-1].value == 66


def test_a_file_that_can_only_be_read_says_so_before_anything_is_typed(played, monkeypatch) -> None:
    played.close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    room = Room(SavedSession(played.path))
    assert squeezed(f"{played.path.name} can only be read.") in squeezed(room.texts)
    room.assert_readable()
    room.click("tell:track:citizen")
    assert room.app.top is room.screen


def test_what_cannot_be_saved_is_said_and_what_was_typed_stays(played, monkeypatch) -> None:
    monkeypatch.setattr(played, "outcome", full_disk)
    room = Room(played)
    room.click("tell:track:citizen")
    room.fill("value", "70")
    room.click("yes")
    assert squeezed("No space left on device") in squeezed(room.texts)
    assert room.app.top is not room.screen
    assert "70" in room.texts


# ------------------------------------------------------------------ names
def test_names_can_be_hidden_everywhere(full) -> None:
    room = Room(full)
    seen = hidden = ""
    for at in range(room.screen.count):
        room.screen.turn(at)
        seen += room.texts
    room.screen.turn(0)
    room.key(pygame.K_h)
    for at in range(room.screen.count):
        room.screen.turn(at)
        hidden += room.texts
        for key in [w.key for w in room.screen.ui.widgets if w.key.startswith("tell:")][:1]:
            room.click(key)
            hidden += room.texts
            room.key(ESCAPE)
    assert "Henriette" in seen
    assert not [name for name in staging.NAMES if name in hidden.split()]
    assert "Henriette" not in hidden


# ------------------------------------------------------------------ a group's own project
@pytest.fixture(scope="module")
def own_project(tmp_path_factory) -> Session:
    """A whole game of an own project, in which one measure lacks its unit, baseline and target."""
    case = load(own.TEMPLATE)
    session = Session.create(case, staging.seats(4), 2, tmp_path_factory.mktemp("own"))
    wish, chance = staging.by("method"), random.Random(2)
    vague = act.Measure("Hvor ofte nogen ringer to gange")
    while not session.state.over:
        action = wish(session.state, chance)
        if isinstance(action, act.Anchor) and not session.log.bookmarks:
            action = replace(action, measure=vague)
            session.bookmark("A measure that lacks everything")
        staging.decide(session, action)
    return session


@pytest.mark.parametrize("size", SIZES[:2])
def test_an_own_project_is_followed_up_with_its_own_measures(own_project, size) -> None:
    leave = Calls()
    screen = FollowUpScreen(own_project.case, own_project, leave, today=TODAY)
    driver, seen = Driver(screen, size, "da"), ""
    for _ in range(screen.count):
        driver.assert_readable()
        seen += squeezed(driver.texts)
        driver.key(NEXT)
    assert squeezed("Hvor ofte nogen ringer to gange: hverken nulpunkt eller mål") in seen
    indicator = own_project.case.tracks["citizen"].indicator.read("da")
    assert squeezed(indicator) in seen


def test_a_measure_that_lacks_everything_takes_a_value_all_the_same(own_project) -> None:
    idea, track = next(
        (idea.id, track)
        for idea in own_project.state.ideas
        for track, benefit in idea.claims()
        if benefit.measure is not None and not benefit.measure.unit
    )
    screen = FollowUpScreen(own_project.case, own_project, Calls(), today=TODAY)
    driver = Driver(screen, lang="da")
    key = f"tell:benefit:{idea}:{track}"
    while driver.app.draw() and screen.ui.find(key) is None:
        driver.key(NEXT)
    driver.click(key)
    driver.type("7")
    driver.key(ENTER)
    assert own_project.log.outcomes[-1].value == 7
    driver.click("phase:summary")
    seen = ""
    for n in range(screen.at, screen.count):
        screen.turn(n)
        driver.assert_readable()
        seen += squeezed(driver.texts)
    assert squeezed("Hvor ofte nogen ringer to gange: 7 nu.") in seen
