"""A recorded game at the table again: moved by keys and mouse, talked about, never changed."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.content import parse
from game.gui.screen import Screen
from game.i18n import LANGS, Lang
from game.session import Sender, Session
from game.table.after.replay.controls import LINE
from game.table.after.replay.dialogs import GoToStepDialog, NoteDialog
from game.table.after.replay.menu import ReplayMenu
from game.table.play.check.screen import CheckScreen
from game.views.face_builder import initials
from tests import staging
from tests.pictures import LOOKS
from tests.pictures.studio import Studio
from tests.table.driver import SIZES, squeezed
from tests.table.watching import Watching, copied, recorded


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("recorded"))


@pytest.fixture
def watching(file: Path) -> Watching:
    return Watching(file)


# ------------------------------------------------------------------ moving
def test_the_keys_move_by_step_by_round_and_to_the_ends(watching: Watching) -> None:
    assert watching.focus == LINE
    watching.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT)
    assert watching.step == 3
    watching.key(pygame.K_LEFT)
    assert watching.step == 2
    watching.key(pygame.K_END)
    assert watching.step == watching.last
    watching.key(pygame.K_HOME)
    assert watching.step == 0
    firsts = [segment.first for segment in watching.screen.player.segments]
    watching.key(pygame.K_PAGEDOWN, pygame.K_PAGEDOWN)
    assert watching.step == firsts[2]
    watching.key(pygame.K_RIGHT, pygame.K_PAGEUP)
    assert watching.step == firsts[2]
    watching.key(pygame.K_PAGEUP)
    assert watching.step == firsts[1]


def test_whoever_decided_by_phone_is_said_to_have(tmp_path: Path) -> None:
    session = staging.begin(tmp_path, 3, 1)
    wish, chance = staging.by("method"), random.Random(1)
    session.do(wish(session.state, chance), Sender(7, session.state.seats[0].name))
    session.do(wish(session.state, chance))
    session.close()
    watching = Watching(session.path)
    name = session.state.seats[0].name
    watching.key(pygame.K_RIGHT)
    assert f"{name}, by phone" in watching.texts
    watching.key(pygame.K_RIGHT)
    assert name in watching.texts
    assert f"{name}, by phone" not in watching.texts


def test_the_buttons_do_the_same(watching: Watching) -> None:
    watching.click("step")
    watching.click("step")
    assert watching.step == 2
    watching.click("back")
    assert watching.step == 1
    watching.click("round-on")
    assert watching.step == watching.screen.player.segments[1].first
    watching.click("round-back")
    assert watching.step == 0
    assert watching.focus == LINE


def test_dragging_on_the_timeline_follows_the_pointer(watching: Watching) -> None:
    bar = watching.screen.ui.find(LINE).bar
    u = watching.app.u

    def place(share: float) -> tuple[int, int]:
        return round((bar.x + bar.w * share) * u), round(bar.centre[1] * u)

    watching.press(place(0.25))
    assert watching.step == pytest.approx(watching.last / 4, abs=1)
    watching.move(place(0.75))
    assert watching.step == pytest.approx(watching.last * 3 / 4, abs=1)
    watching.move((5000, 0))
    assert watching.step == watching.last
    watching.release(place(0.5))
    watching.post(pygame.MOUSEWHEEL, x=0, y=1, precise_y=1.0)
    assert watching.step < watching.last


def test_a_number_is_typed_and_gone_to(watching: Watching) -> None:
    watching.key(pygame.K_4, text="4")
    assert isinstance(watching.app.top, GoToStepDialog)
    watching.type("2")
    watching.key(pygame.K_RETURN)
    assert watching.step == 42
    watching.click("number")
    watching.type("99999")
    watching.key(pygame.K_RETURN)
    assert isinstance(watching.app.top, GoToStepDialog)
    assert f"A number from 0 to {watching.last}" in watching.texts
    watching.key(pygame.K_ESCAPE)
    assert watching.step == 42


def test_it_plays_by_itself_and_stops_at_a_mark(watching: Watching) -> None:
    watching.key(pygame.K_SPACE)
    stops = watching.screen.player.stops
    for _ in range(1000):
        watching.app.advance(0.1)
        if not watching.screen.player.playing:
            break
    assert watching.step == min(at for at in stops if at > 0)
    assert watching.screen.active_mark is not None
    watching.click("play")
    assert watching.screen.player.playing
    watching.click("play")
    assert not watching.screen.player.playing


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0, 4.0])
def test_the_speed_is_what_was_chosen(watching: Watching, speed: float) -> None:
    watching.screen.player.stops = ()
    watching.screen.player.speed = speed
    watching.key(pygame.K_SPACE)
    for _ in range(80):
        watching.app.advance(0.1)
    assert watching.step == pytest.approx(8 * speed / 1.6, abs=1)


def test_plus_and_minus_change_the_speed(watching: Watching) -> None:
    watching.key(pygame.K_PLUS, pygame.K_PLUS, pygame.K_PLUS)
    assert watching.screen.player.speed == 4
    watching.key(pygame.K_MINUS)
    assert watching.screen.player.speed == 2


def test_every_step_shows_the_game_as_it_was(file: Path, watching: Watching) -> None:
    with Session.resume(copied(file, file.parent / "again"), parse) as session:
        states = dict(session.states)
    for at in random.Random(1).sample(range(watching.last + 1), 30):
        watching.screen.scrub(at)
        assert watching.screen.view.state == states[watching.screen.player.step.now]


# ------------------------------------------------------------------ what is shown
def test_what_happened_is_told_as_at_the_table(watching: Watching) -> None:
    watching.key(pygame.K_RIGHT)
    said = watching.screen.view.last_line
    assert said
    assert said in watching.texts.replace("\n", " ")
    assert "minute 0" in watching.texts
    assert "Step 1 of" in watching.texts


def test_what_a_step_changed_is_seen_to_move(file: Path) -> None:
    watching = Watching(file, reduced_motion=False)
    assert not watching.app.animator.busy
    watching.key(pygame.K_RIGHT)
    watching.app.draw()
    assert watching.app.animator.busy
    watching.look(0.4)
    assert not watching.app.animator.busy
    watching.screen.scrub(watching.last)
    watching.app.draw()
    assert not watching.app.animator.busy


def test_what_was_undone_is_shown_when_wanted(watching: Watching) -> None:
    before = watching.last
    watching.key(pygame.K_u)
    assert watching.last == before + 2
    undone = next(
        i for i, s in enumerate(watching.screen.player.steps) if type(s.record).__name__ == "Undo"
    )
    watching.screen.scrub(undone)
    assert "Undone:" in watching.texts
    assert "a slip" in watching.texts
    watching.key(pygame.K_u)
    assert watching.last == before
    assert watching.step == undone - 2


def test_names_can_be_hidden_everywhere(file: Path) -> None:
    watching = Watching(file)
    watching.key(pygame.K_h)
    names = staging.NAMES[:4]
    places = [*range(0, watching.last, 7), *watching.screen.player.stops]
    for at in places:
        watching.screen.scrub(at)
        watching.screen.toggle_mark()
        seen = watching.texts.replace("-\n", "").split()
        assert not [name for name in names if name in seen or f"{name}:" in seen]
    watching.key(pygame.K_h)
    watching.screen.scrub(1)
    assert "Ane" in watching.texts


def test_key_moments_have_a_question_for_the_room(watching: Watching) -> None:
    watching.key(pygame.K_DOWN)
    mark = watching.screen.active_mark
    assert mark is not None
    watching.screen.scrub(0)
    moments = [m for m in watching.screen.marks if m.kind == "moment"]
    assert moments
    assert all(m.question for m in moments)
    seen = []
    for _ in watching.screen.marks:
        watching.click("stop-on")
        seen.append(watching.screen.active_mark)
    assert seen == list(watching.screen.marks)
    watching.key(pygame.K_UP)
    assert watching.screen.active_mark == watching.screen.marks[-2]
    watching.key(pygame.K_ESCAPE)
    assert watching.screen.active_mark is None


def test_a_sign_is_pressed_and_opens_what_it_is_about(watching: Watching) -> None:
    bookmark = next(m for m in watching.screen.marks if m.kind == "bookmark")
    watching.click(f"mark:{bookmark.key}")
    assert watching.step == bookmark.at
    assert "Here Ane saw it" in watching.texts.replace("\n", " ")


def test_what_a_sign_says_is_never_cut_within_a_word(watching: Watching) -> None:
    places = Counter((mark.at, mark.kind) for mark in watching.screen.marks)
    alone = [mark for mark in watching.screen.marks if places[mark.at, mark.kind] == 1]
    assert any(len(mark.text) > 120 for mark in alone)
    signs = {w.key: w for w in watching.screen.ui.widgets if w.key.startswith("mark:")}
    for mark in alone:
        title, _, told = signs[f"mark:{mark.key}"].tip.partition("\n")
        assert title.startswith(mark.title)
        words = told.removesuffix(" …").split()
        assert words == mark.text.split()[: len(words)]


def test_a_reality_check_is_watched_step_by_step(watching: Watching) -> None:
    player = watching.screen.player
    check = next(
        i
        for i, step in enumerate(player.steps)
        if any(type(e).__name__ == "CheckBegan" for e in getattr(step.record, "events", ()))
    )
    watching.screen.scrub(check)
    watching.key(pygame.K_w)
    assert isinstance(watching.app.top, CheckScreen)
    for _ in range(60):
        if watching.app.top is watching.screen:
            break
        watching.key(pygame.K_RIGHT)
        watching.look()
    assert watching.app.top is watching.screen
    assert watching.step == check
    watching.key(pygame.K_w)
    watching.look()
    watching.key(pygame.K_RIGHT)
    watching.key(pygame.K_ESCAPE)
    assert watching.app.top is watching.screen
    assert watching.step == check


def test_esc_closes_whatever_is_watched_again(watching: Watching) -> None:
    """Also what is told in several screens, one after the other."""
    screen, kinds = watching.screen, set()
    for at in range(screen.player.last + 1):
        screen.scrub(at)
        kind = frozenset(type(moment.event) for moment in screen.view.moments())
        if kind in kinds or not screen.exits.recap.worth_showing(screen.view.moments()):
            continue
        kinds.add(kind)
        watching.key(pygame.K_w)
        watching.look()
        assert watching.app.top is not screen
        watching.key(pygame.K_ESCAPE)
        assert watching.app.top is screen
    assert len(kinds) > 3


def test_pointing_opens_a_card_and_pressing_its_sheet(watching: Watching) -> None:
    watching.key(pygame.K_END)
    idea = watching.screen.view.state.ideas[0]
    watching.move(f"idea:{idea.id}")
    watching.click(f"idea:{idea.id}")
    assert watching.app.top is not watching.screen
    keys = [w.key for w in watching.app.top.ui.widgets]
    assert not [key for key in keys if key.startswith(("do:", "benefit:"))]
    watching.key(pygame.K_ESCAPE)
    assert watching.app.top is watching.screen


@pytest.mark.parametrize("key", [pygame.K_F1, pygame.K_F2, pygame.K_F10])
def test_rules_economy_and_menu_are_a_key_away(watching: Watching, key: int) -> None:
    watching.key(key)
    assert watching.app.top is not watching.screen
    watching.key(pygame.K_ESCAPE)
    assert watching.app.top is watching.screen


def test_estimate_poker_shows_every_number(tmp_path: Path) -> None:
    from game.engine import actions as act

    session = staging.begin(tmp_path, 4, 3)
    staging.play(session, staging.by("method"), lambda s: bool(s.ideas) and s.step == "turn")
    session.do(act.CallEstimates(session.state.ideas[0].id, "citizen"))
    for seat, n in enumerate((1, 6, 3, 4)):
        session.do(act.GiveEstimate(seat, n))
    session.close()
    watching = Watching(session.path)
    watching.key(pygame.K_END)
    seen = watching.texts.split("\n")
    assert {"1", "6", "3", "4"} <= set(seen)
    assert "lowest" in seen
    assert "highest" in seen
    view = watching.screen.view
    seat = squeezed(watching.texts)
    assert squeezed(view.seat_name(0)) in seat
    assert squeezed(view.roles_at(0)) in seat
    watching.key(pygame.K_LEFT)
    assert [drawn.text for drawn in watching.read() if drawn.size > 60] == [], "none is turned yet"
    watching.key(pygame.K_HOME)
    while watching.screen.active_mark is None or "highest" not in watching.texts.split("\n"):
        before = watching.screen.active_mark
        watching.key(pygame.K_DOWN)
        assert watching.screen.active_mark is not before, "no mark where they were farthest apart"
    watching.assert_readable()
    numbers = [drawn.ink.right for drawn in watching.read() if drawn.size > 60]
    title = next(d for d in watching.read() if d.text == "Furthest apart in estimate poker")
    assert max(numbers) < title.ink.left  # what there is to say lies beside the numbers


# ------------------------------------------------------------------ the file
@pytest.mark.slow
def test_nothing_that_is_pressed_changes_the_file(file: Path) -> None:
    before, files = file.read_bytes(), sorted(file.parent.glob("*"))
    watching = Watching(file)
    chance = random.Random(3)
    keys = [k for k in range(pygame.K_a, pygame.K_z + 1) if k not in (pygame.K_n, pygame.K_b)]
    keys += [pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_TAB]
    keys += [pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_END, pygame.K_PAGEDOWN]
    for _ in range(250):
        if chance.random() < 0.3:
            watching.click((chance.randrange(1280), chance.randrange(100, 600)))
        else:
            watching.key(chance.choice(keys), mod=chance.choice((0, 0, pygame.KMOD_CTRL)))
        if isinstance(watching.app.top, NoteDialog):
            watching.key(pygame.K_ESCAPE)
        watching.look(0.3)
    assert file.read_bytes() == before
    assert sorted(file.parent.glob("*")) == files


def test_other_rules_are_told_in_one_line(file: Path, tmp_path: Path) -> None:
    from tests.session.lines import altered

    watching = Watching(altered(copied(file, tmp_path), 1, rules=99))
    assert "by version 99 of the rules" in watching.texts
    watching.click("notice")
    assert "version 99" not in watching.texts
    watching.key(pygame.K_END)
    assert watching.screen.view.state.over


# ------------------------------------------------------------------ ways out
def test_continue_from_here_asks_and_is_given_the_entry(watching: Watching) -> None:
    watching.key(*[pygame.K_RIGHT] * 4)
    watching.click("branch")
    assert "a new game of its own" in watching.texts.replace("\n", " ")
    watching.click("no")
    assert watching.branched == []
    watching.click("branch")
    watching.click("yes")
    watching.key(pygame.K_c, pygame.K_RETURN)
    assert watching.branched == [watching.screen.player.entry] * 2


def test_esc_opens_the_menu_which_leads_out(watching: Watching) -> None:
    watching.key(pygame.K_ESCAPE)
    assert isinstance(watching.app.top, ReplayMenu)
    watching.click("leave")
    assert watching.left == 1


def in_menu(file: Path) -> tuple[Watching, dict[str, str]]:
    """The menu of a replay, and the letter that stands at each of its buttons."""
    watching = Watching(file)
    watching.key(pygame.K_F10)
    watching.look()
    hints = {w.key: getattr(w, "hint", "") for w in watching.app.top.ui.widgets}
    return watching, {key: hint for key, hint in hints.items() if len(hint) == 1}


def shown(watching: Watching) -> tuple[object, ...]:
    """What is open, with what can be pressed on it, and how the game is shown."""
    watching.look()
    top, view = watching.app.top, watching.screen.view
    keys = sorted(widget.key for widget in top.ui.widgets)
    return type(top), keys, view.nameless, view.player.undone, watching.app.lang


def test_while_names_are_hidden_it_is_said_whose_the_letters_on_pawns_are(file: Path) -> None:
    watching = Watching(file)
    watching.key(pygame.K_END)
    seats = watching.screen.view.state.seats
    roles = [watching.screen.view.roles_at(n) for n in range(len(seats))]
    told = [f"{initials(role)}: {role}" for role in roles]
    assert not any(each in watching.texts for each in told)
    watching.key(pygame.K_h)
    watching.look()
    assert squeezed(" · ".join(told)) in squeezed(watching.texts)
    watching.assert_readable()


def test_each_letter_that_stands_in_the_menu_presses_its_button(file: Path) -> None:
    _, letters = in_menu(file)
    assert len(letters) == 6
    for button, letter in letters.items():
        (clicked, _), (typed, _) = in_menu(file), in_menu(file)
        before = shown(typed)
        clicked.click(button)
        typed.key(pygame.key.key_code(letter.lower()))
        assert shown(typed) == shown(clicked) != before


def test_a_way_out_stands_on_the_screen_itself(watching: Watching) -> None:
    watching.click("leave")
    assert watching.left == 1


def test_the_language_is_the_screens_alone(file: Path, watching: Watching) -> None:
    before = file.read_bytes()
    watching.key(pygame.K_l)
    assert watching.app.lang == "da"
    assert "Trin 0 af" in watching.texts
    assert file.read_bytes() == before


# ------------------------------------------------------------------ to be read from the last row
@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("lang", LANGS)
def test_all_of_it_can_be_read(file: Path, size: tuple[int, int], lang: Lang) -> None:
    watching = Watching(file, size=size, lang=lang)
    for at in (0, 30, watching.last, *watching.screen.player.stops):
        watching.screen.scrub(at)
        watching.assert_readable()
        watching.screen.toggle_mark()
        watching.assert_readable()
    screens: tuple[Screen, ...] = (
        ReplayMenu(watching.screen),
        NoteDialog(lambda *_: True),
        GoToStepDialog(99, watching.screen.scrub),
    )
    for screen in screens:
        watching.app.push(screen)
        watching.assert_readable()
        watching.app.pop(screen)


def test_the_ring_of_one_mark_lies_over_no_other(tmp_path: Path) -> None:
    studio = Studio(tmp_path, (1280, 720), "da")
    LOOKS["a4-replay-300-decisions"](studio)
    studio.look()
    signs = [w.box for w in studio.app.top.ui.widgets if w.key.startswith("mark:")]
    middles = sorted(box.centre[0] for box in signs)
    ring = signs[0].w + 12
    assert len(middles) > 5
    assert all(other - one >= (signs[0].w + ring) / 2 + 3 for one, other in pairwise(middles))
