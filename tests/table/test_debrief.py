"""The debrief on the screen: every page readable, by mouse and keys; what is said is kept."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pygame
import pytest

from game.content import parse
from game.engine import TRACKS, Applied
from game.engine import actions as act
from game.report.checks import check_all
from game.report.registers import registers
from game.report.source import open_session
from game.session import SavedSession, open_recording, read
from game.table.after.debrief.agreed import NextStepsPage
from game.table.after.debrief.check_in import CheckInPage
from game.table.after.debrief.checks import SHOWN, ChecksPage
from game.table.after.debrief.foresight import ForesightPage
from game.table.after.debrief.group import RolesPage
from game.table.after.debrief.harvest import HarvestPage, UnclaimedPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.debrief.timeline import TimelinePage
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.parts.take_home import TakeHomeDialog
from game.wording import terms
from game.wording.debrief_texts import PHASES
from tests import staging
from tests.pictures.debrief import ended
from tests.staging import SESSION
from tests.stopping import full_disk
from tests.table.debriefing import BACK, NEXT, assert_told_in_the_lane, shown, to
from tests.table.driver import Calls, Driver, squeezed
from tests.table.windows import in_every_window

ID = re.compile(r"\b[FGNR]-\d")
"""How a register calls a row."""


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sessions of which a report lies among the documents."""
    found: list[Path] = []
    name = "game.table.parts.discussion.discussion.is_up_to_date"
    monkeypatch.setattr(name, found.__contains__)
    return found


# ------------------------------------------------------------------ reading
@pytest.mark.slow
@in_every_window
def test_every_page_of_the_fullest_game_can_be_read(full, size, lang) -> None:
    driver, screen = shown(full, size, lang)
    for n in range(len(screen.pages)):
        assert screen.at == n
        driver.assert_readable()
        if n < len(screen.pages) - 1:
            driver.key(NEXT)


def test_every_moment_asks_its_question(method) -> None:
    driver, screen = shown(method)
    for moment in screen.discussion.moments:
        told = screen.discussion.describe(screen.app.t, moment)
        driver.click("phase:happened")
        driver.click(f"moment:{screen.discussion.moments.index(moment) + 1}")
        text = squeezed(driver.texts)
        assert squeezed(told.title) in text
        assert squeezed(told.question) in text


def test_whose_card_lay_in_estimate_poker_can_be_read_by_the_room(tmp_path) -> None:
    driver, screen = shown(ended(tmp_path, "rush", 8, 4), lang="da")
    to(driver, screen, "EstimatesSpread")
    driver.look()
    people = screen.discussion.debrief.people
    sizes = [d.size for d in driver.read() if any(d.text.startswith(p.name) for p in people)]
    assert len(sizes) == len(people)
    assert min(sizes) >= 18
    driver.assert_readable()


def test_every_benefit_is_shown_claimed_and_harvested(full) -> None:
    driver, screen = shown(full)
    say, seen = screen.discussion.formatter(screen.app.t), ""
    to(driver, screen, HarvestPage)
    driver.click("more")
    driver.key(pygame.K_1)
    for _ in screen.pages:
        seen += squeezed(driver.texts)
        driver.key(NEXT)
    for story in screen.discussion.debrief.benefits:
        assert squeezed(say.benefit_name(story.benefit)) in seen


@pytest.mark.parametrize("bot", ["method", "rush"])
def test_the_checks_on_the_screen_are_those_of_the_report(bot, tmp_path) -> None:
    session = staging.whole_game(tmp_path, bot, 3, 4)[0]
    driver, screen = shown(session)
    to(driver, screen, ChecksPage)
    page, t = screen.pages[screen.at], screen.app.t
    assert isinstance(page, ChecksPage)
    known = registers(open_session(session.path, t))
    reported = check_all(t, known.without_ids())
    assert page.checked(t) == reported
    with_ids = check_all(t, known)
    assert [(c.code, c.answer, len(c.found)) for c in with_ids] == [
        (c.code, c.answer, len(c.found)) for c in reported
    ]
    assert any(ID.search(found) for check in with_ids for found in check.found)
    assert not any(ID.search(found) for check in reported for found in check.found)
    text = squeezed(driver.texts)
    for check in reported:
        if check.code in SHOWN:
            title = squeezed(t(SHOWN[check.code][1]))
            number = str(len(check.found)) if check.found else ""
            assert title + number in text
            assert squeezed(check.why) in text


def test_before_anything_is_said_a_check_has_nothing_to_look_at(tmp_path) -> None:
    driver, screen = shown(staging.begin(tmp_path, 4, 3))
    to(driver, screen, ChecksPage)
    text = squeezed(driver.texts)
    assert text.count("Notrelevanthere") == len(SHOWN)
    assert "Noriskisnamed." in text
    assert "Inorder" not in text


def test_in_an_own_project_the_phases_of_play_say_so(tmp_path) -> None:
    own = staging.case("eget-projekt")
    session = staging.begin(tmp_path, 4, 3, of=own)
    staging.play(session, staging.by("method"), lambda s: False)
    screen = DebriefScreen(own, session, DiscussionExits(Calls()))
    driver, marked = Driver(screen, (1280, 720), "en"), set()
    for phase in PHASES:
        driver.click(f"phase:{phase}")
        if squeezed("In play: ") in squeezed(driver.texts):
            marked.add(phase)
    assert marked == {"happened", "learned", "what_if"}


def test_what_was_guessed_stands_beside_what_was_true(full) -> None:
    driver, screen = shown(full)
    to(driver, screen, ForesightPage)
    text, debrief = squeezed(driver.texts), screen.discussion.debrief
    result, playing = debrief.measures.result, sum(debrief.setup.rules.rounds)
    for answered in result.foresight:
        name = f"Round {answered.round}" if answered.round <= playing else "Follow-up"
        assert squeezed(name) in text
    worst = max(screen.discussion.debrief.end.guesses, key=lambda g: g.miss)
    t = screen.app.t
    assert squeezed(f"guessed {worst.estimate}, true {t.number(worst.effect)}") in text
    assert "range" not in text, "nobody gave one"


def test_the_debrief_tells_how_often_the_truth_lay_within_a_range(tmp_path) -> None:
    session = staging.begin(tmp_path, 1, 5)
    card = session.state.idea_hands[0][0]
    track = session.state.setup.by_id.ideas[card].track
    for action in (act.PlaceIdea(0, card, 3), act.SetRange(0, card, track, 0, 6), act.Pass(0)):
        staging.decide(session, action)
    staging.decide(session, act.Proceed())
    driver, screen = shown(session)
    to(driver, screen, ForesightPage)
    assert squeezed("The truth lay within 1 of 1 range.") in squeezed(driver.texts)


def test_a_game_that_has_only_begun_is_debriefed_too(tmp_path) -> None:
    session = staging.begin(tmp_path, 1, 1)
    driver, screen = shown(session)
    for _ in screen.pages:
        driver.assert_readable()
        driver.key(NEXT)
    assert screen.discussion.moments == ()


# ------------------------------------------------------------------ turning pages
def test_pages_turn_by_mouse_and_by_keys(method) -> None:
    driver, screen = shown(method)
    driver.click("next")
    assert screen.at == 1
    driver.key(NEXT, NEXT, BACK)
    assert screen.at == 2
    driver.click("back")
    driver.key(pygame.K_4)
    assert screen.phase == "relate"
    driver.click("phase:feel")
    assert screen.at == 0
    driver.click("back")
    assert screen.at == 0


def test_arrows_turn_pages_wherever_nothing_on_the_page_wants_them(method) -> None:
    driver, screen = shown(method)
    last = len(screen.pages) - 1
    driver.pause()
    driver.key(*[pygame.K_RIGHT] * last)
    assert screen.at == last
    driver.key(pygame.K_RIGHT)
    assert screen.at == last, "arrows do not finish"
    driver.key(*[pygame.K_LEFT] * (last + 1))
    assert screen.at == 0
    for at, beside in enumerate(("phase:feel", "names", "next", (5, 700)), 1):
        driver.click(beside)
        before = screen.at
        driver.key(pygame.K_RIGHT)
        assert screen.at == before + 1, at
        screen.turn(0)


def test_a_word_that_is_being_written_is_saved_when_the_window_is_closed(method) -> None:
    driver, _ = shown(method)
    driver.tab_to("word:1")
    driver.type("nysgerrig")
    driver.post(pygame.QUIT)
    assert not driver.app.running
    assert read(method.path).check_ins[1].word == "nysgerrig"


def test_arrows_move_within_the_page_as_long_as_they_find_something(method) -> None:
    driver, screen = shown(method)
    driver.tab_to("word:0")
    driver.type("ab")
    driver.key(pygame.K_LEFT, pygame.K_LEFT, pygame.K_RIGHT)
    assert screen.at == 0
    driver.type("c")
    driver.key(pygame.K_RETURN)
    assert read(method.path).check_ins[0].word == "acb"
    driver.click("phase:happened")
    at = screen.at
    marks = [f"moment:{n + 1}" for n in range(len(screen.discussion.moments))]
    driver.tab_to(marks[0])
    driver.key(pygame.K_RIGHT)
    assert screen.ui.focus in marks[1:]
    assert screen.at == at


def test_what_is_told_of_the_phases_covers_nothing(method) -> None:
    driver, screen = shown(method, lang="da")
    assert_told_in_the_lane(driver, screen)


def test_the_way_out_is_a_key_a_button_and_the_last_page(method, reported) -> None:
    leave = Calls()
    driver, screen = shown(method, leave=leave)
    reported.append(method.path)
    driver.click("leave")
    driver.key(pygame.K_ESCAPE)
    screen.turn(len(screen.pages) - 1)
    driver.key(NEXT)
    driver.tab_to("next")
    driver.key(pygame.K_RETURN)
    assert leave.count == 4


def test_whoever_finishes_without_a_report_is_asked(method, reported) -> None:
    leave = Calls()
    driver, screen = shown(method, leave=leave)
    screen.turn(len(screen.pages) - 1)
    driver.click("next")
    assert "Finish without a report?" in driver.texts
    driver.key(pygame.K_ESCAPE)
    assert leave.count == 0
    driver.click("next")
    driver.click("yes")
    assert isinstance(driver.app.top, TakeHomeDialog)
    assert driver.app.top.on_saved is not None
    driver.app.top.on_saved()
    driver.key(pygame.K_ESCAPE)
    driver.click("next")
    assert leave.count == 1
    method.note(0, "Said afterwards")
    driver.click("next")
    driver.click("no")
    assert leave.count == 2


# ------------------------------------------------------------------ what is said is kept
def test_the_timeline_names_its_tracks_and_each_of_its_lines(method) -> None:
    driver, screen = shown(method)
    to(driver, screen, TimelinePage)
    said = driver.texts.splitlines()
    for track in TRACKS:
        assert terms.track(driver.app.t, track) in said
    for line in ("realised", "claimed", "goal", "a new round", "key moment", "chosen moment"):
        assert line in said


def test_what_came_of_a_harm_that_nobody_named_is_what_the_board_moved_by(tmp_path) -> None:
    driver, screen = shown(staging.whole_game(tmp_path, "rush", 3, 4)[0])
    to(driver, screen, UnclaimedPage)
    harms = [u for u in screen.discussion.debrief.unclaimed if u.points < 0]
    assert any(u.points < u.effect for u in harms)
    said = driver.texts.splitlines()
    for harm in harms:
        assert f"−{-harm.points}" in said
        assert (f"points, truly −{-harm.effect}" in said) == (harm.points < harm.effect)
    driver.assert_readable()


def test_what_the_seats_gave_is_added_up(method) -> None:
    driver, screen = shown(method)
    to(driver, screen, RolesPage)
    said = driver.texts.splitlines()
    ideas = sum(seat.counts["ideas"] for seat in screen.discussion.debrief.seats)
    assert said[said.index("Together") + 1] == str(ideas)


def test_everybody_checks_in_by_mouse(method) -> None:
    driver, _ = shown(method)
    box = driver.widget("mood:2").box
    u = driver.app.u
    driver.click((round((box.x + box.w * 0.7) * u), round(box.centre[1] * u)))
    driver.click("word:2")
    driver.type("Træt, men klog")
    driver.key(NEXT)
    one = read(method.path).check_ins[2]
    assert (one.word, one.mood) == ("Træt, men klog", 4)


def test_everybody_checks_in_by_keys(method) -> None:
    driver, _ = shown(method)
    driver.tab_to("mood:0")
    driver.key(pygame.K_5, text="5")
    driver.tab_to("word:1")
    driver.type("glad")
    driver.key(pygame.K_RETURN)
    said = read(method.path).check_ins
    assert (said[0].mood, said[0].word) == (5, "")
    assert (said[1].mood, said[1].word) == (None, "glad")


def test_what_was_said_is_there_again(method) -> None:
    method.check_in(1, "lettet", 4)
    driver, _ = shown(method)
    assert "lettet" in driver.texts
    before = len(method.log.records)
    driver.key(NEXT)
    assert len(method.log.records) == before, "nothing new, nothing written"


def test_a_note_about_a_moment_is_saved_at_its_entry(method) -> None:
    driver, screen = shown(method)
    to(driver, screen, "VerdictDecided")
    moment = screen.pages[screen.at].moment
    driver.click("keep")
    assert not method.log.notes
    driver.tab_to("note")
    driver.type("Ingen vidste det")
    driver.click("keep")
    driver.click("note")
    driver.type("Og dog")
    driver.key(NEXT)
    notes = read(method.path).notes
    assert [(note.of, note.text) for note in notes] == [
        (moment.entry, "Ingen vidste det"),
        (moment.entry, "Og dog"),
    ]
    driver.key(BACK)
    assert squeezed("Ingen vidste det") in squeezed(driver.texts)


def test_a_debrief_weeks_later_writes_to_the_file(method) -> None:
    method.close()
    driver, _ = shown(SavedSession(method.path))
    driver.tab_to("mood:3")
    driver.key(pygame.K_2, text="2")
    assert read(method.path).check_ins[3].mood == 2


def test_what_cannot_be_saved_is_said(method, monkeypatch) -> None:
    monkeypatch.setattr(method, "check_in", full_disk)
    driver, _ = shown(method)
    driver.tab_to("mood:0")
    driver.key(pygame.K_3, text="3")
    assert squeezed("No space left on device") in squeezed(driver.texts)


def test_the_report_can_be_taken_home_with_names_or_without(method) -> None:
    driver, screen = shown(method)
    to(driver, screen, NextStepsPage)
    driver.click("report")
    assert isinstance(driver.app.top, TakeHomeDialog)
    driver.key(pygame.K_ESCAPE)
    assert driver.app.top is screen


# ------------------------------------------------------------------ names
def test_names_are_shown_for_owners_and_can_be_hidden_everywhere(full) -> None:
    driver, screen = shown(full)
    driver.key(pygame.K_h)
    seen = ""
    for at in range(len(screen.pages)):
        screen.turn(at)
        seen += driver.texts
    assert not [name for name in staging.NAMES if f"{name} (" in seen or f"· {name}" in seen]
    driver.click("phase:feel")
    assert "Henriette-Marie" not in driver.texts
    driver.click("names")
    assert "Henriette-Marie" in driver.texts


def test_what_players_wrote_stays_as_it_was_while_names_are_shown(tmp_path) -> None:
    """What the game tells of a deed is told by roles, and still nobody's own words are changed."""
    session = staging.begin(tmp_path, 3, 4)
    staging.play(session, staging.by("method"), lambda s: s.round == 2 and s.step == "turn")
    seat = session.state.turn
    written = act.WriteIdea(seat, "Bo's booth", "citizen", "service", 3, "Bo and Ane open it")
    assert isinstance(session.do(written), Applied)
    session.bookmark("Cecilie said no to the booth")
    driver, screen = shown(session)
    to(driver, screen, "Bookmarked")
    role = screen.discussion.formatter(driver.app.t).person(screen.discussion.debrief.people[seat])
    before = screen.discussion.before(driver.app.t, screen.pages[screen.at].moment)
    assert before.startswith(role)
    assert "Bo's booth" in before
    driver.key(pygame.K_e)
    seen = driver.texts.replace("\n", " ")
    assert "Bookmark: Cecilie said no to the booth" in seen
    driver.key(pygame.K_ESCAPE)
    screen.discussion.named = False
    driver.key(pygame.K_e)
    seen = driver.texts.replace("\n", " ")
    assert "said no to the booth" in seen
    assert not [name for name in ("Ane", "Bo's", "Cecilie") if name in seen]
    before = screen.discussion.before(driver.app.t, screen.pages[screen.at].moment)
    assert "Bo's" not in before


def test_what_players_wrote_names_nobody_when_names_are_hidden(tmp_path) -> None:
    session = staging.begin(tmp_path, 3, 4)
    staging.play(session, staging.by("method"), lambda s: s.round == 2)
    session.bookmark("Cecilie saw it first")
    session.note(session.log.now, "Bo disagreed")
    session.check_in(0, "Cecilie pressed me", 2)
    driver, screen = shown(session)
    to(driver, screen, "Bookmarked")
    assert "Cecilie saw it first" in driver.texts
    assert "Just before:" in driver.texts
    screen.discussion.named = False
    screen.refresh()
    driver.look()
    seen = driver.texts.replace("\n", " ")
    role = screen.discussion.formatter(driver.app.t).person(screen.discussion.debrief.people[2])
    assert f"{role} saw it first" in seen
    assert not [name for name in ("Ane", "Bo ", "Cecilie") if name in seen]
    driver.click("phase:feel")
    seen = driver.texts.replace("\n", " ")
    assert f"{role} pressed me" in seen
    assert "Cecilie" not in seen
    driver.click("names")
    assert "Cecilie pressed me" in driver.texts.replace("\n", " ")


def test_the_card_of_who_had_no_opinion_is_seen_in_the_debrief(tmp_path) -> None:
    session = staging.begin(tmp_path, 3, 4)
    staging.play(session, staging.by("rush"), lambda s: len(s.ideas) > 0 and s.step == "turn")
    idea = session.state.ideas[0]
    silent = session.state.seats[1].name
    for action in (
        act.CallEstimates(idea.id, idea.card.track),
        *(act.GiveEstimate(seat, n) for seat, n in enumerate((0, None, 6))),
        act.CloseEstimates(),
    ):
        assert isinstance(session.do(action), Applied)
    driver, screen = shown(session, lang="da")
    to(driver, screen, "EstimatesSpread")
    assert [n for _, n in screen.pages[screen.at].moment.about.given] == [0, None, 6]
    assert squeezed(silent) in squeezed(driver.texts)
    assert squeezed("ved ikke") in squeezed(driver.texts)
    driver.assert_readable()


@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_role_is_broken_in_the_middle_of_a_word(tmp_path, lang) -> None:
    """The example has a role of long words, and somebody with two of them."""
    played = SavedSession(Path(shutil.copy(SESSION, tmp_path)))
    found = open_recording(played.path, parse)
    screen = DebriefScreen(found.case, played, DiscussionExits(Calls()))
    driver = Driver(screen, (1280, 720), lang)
    for screen.discussion.named in (True, False):
        for kind in (CheckInPage, RolesPage):
            driver.key(pygame.K_1)
            to(driver, screen, kind)
            driver.look()
            seen = driver.texts.split()
            for person in screen.discussion.debrief.people:
                said = screen.discussion.seat(driver.app.t, person)
                assert not [word for word in said.split() if word not in seen], said
