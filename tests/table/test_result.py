"""The end of a game: each verdict its title and picture, every page reached and readable."""

from __future__ import annotations

import pygame
import pytest

from game.content import Case
from game.engine import INDEX, TRACKS, State, result
from game.engine import actions as act
from game.engine.events import VERDICTS, Verdict
from game.i18n import words
from game.session import Session
from game.table.play.result import ResultScreen
from game.table.play.result_benefits import claims_of
from game.wording import terms
from tests.staging import begin, case, decide, whole_game
from tests.staging import ended as played
from tests.table.driver import Calls, Driver, squeezed
from tests.table.sitting import table
from tests.table.windows import in_every_window

LANGS = ("da", "en")
POINTS = {
    "realised": (8, 8, 9, 8),
    "price_paid": (-4, 3, 8, 1),
    "nearly": (8, 5, 5, 6),
    "on_the_way": (4, 3, 4, 2),
    "not_realised": (1, 0, 2, -2),
}


def ended(folder, verdict: Verdict) -> Session:
    """A game in which a benefit is claimed, and the facilitator sets the tracks to a verdict.

    What every role cares for comes true only in a game that is played.
    """
    if verdict == "together":
        return played(folder, verdict)
    session = begin(folder, 4, 5)
    seat = session.state.turn
    decide(session, act.PlaceIdea(seat, session.state.idea_hands[seat][0], 4))
    while session.state.step != "over":
        s = session.state
        if s.step == "turn" and verdict == "stopped":
            decide(session, act.Correct("trust", -s.trust, "the room agreed"))
        elif s.step == "turn":  # to the last round, which nobody ends early
            decide(session, act.SkipTurn() if s.phase == "implement" else act.EndPhase())
        elif s.step == "choice":
            decide(session, act.Choose(s.starter, 0))
        elif s.step == "answer":
            decide(session, act.Answer(s.turn, 4))
        else:
            if s.phase == "implement" and verdict != "stopped":
                correct(session, POINTS[verdict])
            decide(session, act.Proceed())
    return session


def correct(session: Session, points: tuple[int, ...]) -> None:
    for track in TRACKS:
        by = points[INDEX[track]] - session.state.points[INDEX[track]]
        if by:
            decide(session, act.Correct(track, by, "as it was measured"))


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory) -> dict[Verdict, Session]:
    return {verdict: ended(tmp_path_factory.mktemp(verdict), verdict) for verdict in VERDICTS}


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Session:
    """A whole game of eight seats."""
    return whole_game(tmp_path_factory.mktemp("full"), "method", 2, 8)[0]


def shown(session, size=(1280, 720), lang="en") -> tuple[Driver, ResultScreen, list[Calls]]:
    driver, game = table(session, size, lang)
    calls = [Calls(), Calls(), Calls(), Calls()]
    screen = ResultScreen(game, *calls)
    driver.app.push(screen)
    return driver, screen, calls


def written(driver: Driver) -> str:
    return squeezed(driver.texts)


def test_the_games_end_in_their_verdicts(verdicts):
    for verdict, session in verdicts.items():
        assert session.state.verdict == verdict


@in_every_window
@pytest.mark.parametrize("verdict", VERDICTS)
def test_each_verdict_shows_its_title_and_can_be_read(verdicts, verdict, size, lang):
    driver, _, _ = shown(verdicts[verdict], size, lang)
    driver.assert_readable()
    title = squeezed(terms.verdict(words(lang), verdict))
    assert title in written(driver)
    largest = max(drawn.size for drawn in driver.read())
    large = "".join(squeezed(d.text) for d in driver.read() if d.size == largest)
    assert large == title
    assert largest >= 64


def test_the_level_is_told(tmp_path):
    session = begin(tmp_path, 4, 5, of=case().at("gentle"))
    assert squeezed("Level: Room to learn") in written(shown(session)[0])


def test_each_verdict_has_a_picture_of_its_own(verdicts):
    pictures = set()
    for session in verdicts.values():
        driver, _, _ = shown(session)
        frame = driver.look()
        pictures.add(pygame.image.tobytes(frame.subsurface((40, 90, 400, 270)), "RGB"))
    assert len(pictures) == len(VERDICTS)


@pytest.mark.slow
@in_every_window
def test_every_page_of_a_full_game_can_be_read(full, size, lang):
    driver, screen, _ = shown(full, size, lang)
    for key, page in zip(
        range(pygame.K_1, pygame.K_5), ("result", "aims", "benefits", "talk"), strict=True
    ):
        driver.key(key)
        assert screen.page == page
        driver.assert_readable()


def test_the_tracks_say_points_indicator_and_word(verdicts):
    driver, _, _ = shown(verdicts["price_paid"])
    text = written(driver)
    for said in ("Harmed", "Reached", "Notreached", "Ontheway", "DKK", "beganat62%"):
        assert said in text


def test_what_was_reached_is_told_before_what_the_verdict_means(verdicts):
    driver, _, _ = shown(verdicts["nearly"])
    text = written(driver)
    _, process, economy, staff = verdicts["nearly"].state.setup.goals
    near = f"Processwith5of{process},Economywith5of{economy}andStaffwith6of{staff}"
    assert "YoureachedthegoalonCitizen." in text
    assert f"Nearlythere:{near}." in text
    assert text.index("Youreached") < text.index("Atleastthreequarters")


def test_a_price_names_who_pays_it(verdicts):
    driver, _, _ = shown(verdicts["price_paid"])
    text = written(driver)
    assert "YoureachedthegoalonEconomy." in text
    assert "Citizenendsbelowwhereitbegan." in text


def test_every_seats_aim_is_told_met_or_not(full):
    driver, _, _ = shown(full)
    driver.key(pygame.K_2)
    text = written(driver)
    reached = result(full.state)
    t = words("en")
    assert len(reached.aims) >= 8
    for aim in reached.aims:
        assert squeezed(full.state.seats[aim.seat].name) in text
        assert squeezed(terms.aim(t, aim.aim)) in text
    assert text.count("notmet") == sum(not aim.met for aim in reached.aims)
    for share in (reached.benefit_rate, reached.citizen_focus, reached.ownership, reached.realism):
        assert share is not None
        assert squeezed(t.percent(share)) in text


def test_the_benefits_are_listed_owned_first_and_scroll_to_the_last(full):
    driver, screen, _ = shown(full)
    driver.key(pygame.K_3)
    owners = [b.owner is not None for _, _, b in claims_of(screen.game)]
    assert owners == sorted(owners, reverse=True)
    assert len(owners) == claims(full.state)
    first = written(driver)
    x, y = 640, 400
    driver.move((x, y))
    for _ in range(60):
        driver.post(pygame.MOUSEWHEEL, y=-1, precise_y=-1.0, x=0)
        driver.look()
    idea, track, _ = claims_of(screen.game)[-1]
    last = squeezed(screen.game.names.benefit_beside(idea, track))
    assert last in written(driver)
    assert written(driver) != first


def test_what_following_up_gave_stands_in_the_list_as_on_the_board(full: Session[Case]) -> None:
    driver, screen, _ = shown(full)
    driver.key(pygame.K_3)
    followed = [b for _, _, b in claims_of(screen.game) if b.followed]
    assert followed
    for b in followed:
        assert f"{b.estimate}{(b.harvested or 0) + 1}" in written(driver)


def claims(s: State) -> int:
    return sum(1 for idea in s.ideas for _ in idea.claims())


@pytest.mark.parametrize("lang", LANGS)
def test_talk_about_asks_the_verdicts_question_and_the_cases(verdicts, lang):
    driver, _, _ = shown(verdicts["stopped"], lang=lang)
    driver.key(pygame.K_4)
    text = written(driver)
    assert squeezed(terms.verdict_question(words(lang), "stopped")) in text
    for question in case().questions:
        assert squeezed(question.read(lang)) in text


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_track_is_spelled_out_with_what_is_measured_on_it(verdicts, lang):
    driver, screen, _ = shown(verdicts["realised"], lang=lang)
    text = written(driver)
    for track, texts in screen.game.case.tracks.items():
        told = f"{terms.track(words(lang), track)}: {texts.indicator.read(lang)}"
        assert squeezed(told) in text


def test_the_ways_on_by_mouse_and_by_keys(verdicts):
    driver, _, calls = shown(verdicts["realised"])
    for key in ("start", "table", "debrief", "replay"):
        driver.click(key)
    assert [call.count for call in calls] == [1, 1, 1, 1]
    driver.key(pygame.K_TAB)
    for _ in range(8):
        if driver.focus == "start":
            break
        driver.key(pygame.K_TAB)
    driver.key(pygame.K_RETURN)
    assert calls[0].count == 2


def test_esc_leads_to_the_first_page_and_then_to_the_table(verdicts):
    driver, screen, (_, table_, *_) = shown(verdicts["realised"])
    driver.key(pygame.K_3, pygame.K_ESCAPE)
    assert (screen.page, table_.count) == ("result", 0)
    driver.key(pygame.K_ESCAPE)
    assert table_.count == 1


def test_the_pages_turn_by_mouse_and_arrows(verdicts):
    driver, screen, _ = shown(verdicts["realised"])
    driver.key(pygame.K_RIGHT)
    assert screen.page == "aims"
    box = driver.widget("pages").box
    u = driver.app.u
    driver.click((round((box.right - 20) * u), round(box.centre[1] * u)))
    assert screen.page == "talk"


def test_every_benefit_can_be_read_by_keys_alone(full):
    driver, screen, _ = shown(full)
    driver.key(pygame.K_3)
    seen = set(driver.texts.split("\n"))
    for _ in range(10):
        driver.key(pygame.K_PAGEDOWN)
        seen |= set(driver.texts.split("\n"))
    assert {
        screen.game.names.benefit_alone(idea, b) for idea, _, b in claims_of(screen.game)
    } <= seen
