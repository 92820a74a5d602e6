"""The table as a newcomer meets it: where the keys begin, and names where there is little room."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.content import load
from game.engine import TRACKS, Seat
from game.engine import actions as act
from game.gui.app import App
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.preferences import TextSize
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.i18n import LANGS, Lang
from game.resources import SCENARIOS
from game.session import Session
from game.table import marks
from game.table.cards import draw_card
from game.table.flow.application import TABLE
from game.table.parts import gestures
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.game import Game
from game.table.play.table import TableScreen
from game.views.faces import BenefitFace
from game.views.hand import cards_of
from game.wording import terms
from tests import staging
from tests.pictures import LOOKS
from tests.pictures.studio import Studio
from tests.rows import each_row
from tests.table.driver import Driver, squeezed
from tests.table.sitting import Sitting, lay


def test_tab_begins_at_a_card(tmp_path: Path) -> None:
    """Not at undo, nor at an ability that is used up by a second key."""
    sitting = Sitting(tmp_path)
    sitting.key(pygame.K_TAB)
    assert sitting.focus is not None
    assert sitting.focus.startswith("hand:")


def test_a_key_that_is_held_ends_one_turn(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.pause()
    for _ in range(5):
        sitting.post(pygame.KEYDOWN, key=pygame.K_p, mod=0, unicode="p")
        sitting.pause()
    assert len(sitting.game.session.history) == 1
    sitting.post(pygame.KEYUP, key=pygame.K_p, mod=0)
    sitting.key(pygame.K_p)
    assert len(sitting.game.session.history) == 2


def test_enter_goes_on_when_a_round_is_over_whatever_had_the_focus(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.click(f"idea:{sitting.game.state.ideas[0].id}")
    sitting.key(pygame.K_ESCAPE)
    assert str(sitting.focus).startswith("idea:")
    while sitting.game.state.step == "turn":
        sitting.key(pygame.K_p)
    assert sitting.game.state.step == "check"
    sitting.key(pygame.K_RETURN)
    assert isinstance(sitting.decided(act.Proceed), act.Proceed)


@pytest.mark.parametrize("share", [-0.2, 0.1, 0.5, 0.9])
def test_an_idea_may_be_put_anywhere_on_its_track(tmp_path: Path, share: float) -> None:
    """Many put it where benefits lie; it is the track that is meant."""
    sitting = Sitting(tmp_path)
    state = sitting.game.state
    card = state.idea_hands[state.turn][0]
    sitting.click(f"hand:ideas:{card}")
    sitting.click(on_track(sitting, state.setup.by_id.ideas[card].track, share))
    assert isinstance(sitting.app.top, EstimateDialog)


def test_a_benefit_put_on_a_track_without_ideas_is_told_where_it_belongs(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    state = sitting.game.state
    card = state.benefit_hands[state.turn][0]
    sitting.click(f"hand:benefits:{card}")
    sitting.click(on_track(sitting, state.setup.by_id.benefits[card].track, 0.7))
    assert "Place an idea first" in sitting.texts
    assert sitting.app.top.ui.drag is not None  # still in the hand


def test_a_track_that_refuses_a_card_says_where_it_may_lie(tmp_path: Path) -> None:
    """Nothing is said to be lit where nothing is."""
    game = Sitting(tmp_path).working().game
    held = [card for card in cards_of(game.state, game.state.turn) if card.deck != "ideas"]
    assert held
    for card in held:
        own = gestures.track_of(game, card)
        answers = {track: gestures.on_track(game, card, track) for track in TRACKS}
        if gestures.takers(game, card):
            assert answers.pop(own) is True
            name = terms.track(game.t, own)
            assert all(name in str(answer) for answer in answers.values())
        else:
            assert all(
                answer is not True and "lit" not in str(answer) for answer in answers.values()
            )


def on_track(sitting: Sitting, track: str, share: float) -> tuple[int, int]:
    """A pixel at a share of the height of a track, below its meter."""
    lane = sitting.widget(f"lane:{track}").box
    u = sitting.app.top.ui.canvas.u
    return round((lane.right - 12) * u), round((lane.y + lane.h * share) * u)


def test_shelving_is_asked_first(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    idea = sitting.game.state.ideas[0].id
    before = len(sitting.game.session.history)
    sitting.click(f"idea:{idea}")
    sitting.click("do:shelve")
    assert "its benefits and risks with it" in sitting.texts.replace("\n", " ")
    sitting.key(pygame.K_ESCAPE)
    assert len(sitting.game.session.history) == before
    sitting.click("do:shelve")
    sitting.click("yes")
    assert sitting.decided(act.Shelve).idea == idea


class Tile(Screen):
    """One benefit with a long name on a tile of some size."""

    def __init__(self, width: float, height: float) -> None:
        self.box = Box(100, 100, width, height)

    def build(self, ui: Ui) -> None:
        face = BenefitFace(
            name="Mindre overarbejde i højsæsonen",
            measure="",
            track="economy",
            estimate=2,
            letter="D",
        )
        draw_card(ui.canvas, self.box, face)


@each_row("height", [52, 60, 72, 90])
@each_row("width", [230, 260])
def test_a_tile_says_at_least_how_its_name_begins(width: float, height: float) -> None:
    driver = Driver(Tile(width, height), lang="da")
    assert driver.texts.startswith("D\n?\n2\nMindre")  # and the number that was promised stands
    driver.assert_readable()


@pytest.mark.parametrize("width", [122, 138, 160, 176])
def test_the_head_of_a_narrow_card_shows_its_sign_beside_its_track(
    width: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: dict[str, Box] = {}
    driver = Driver(Tile(width, 232), lang="da")
    monkeypatch.setattr(Canvas, "icon", lambda c, name, box, *_: drawn.setdefault(name, box))
    driver.draw_anew(monkeypatch)
    sign, track = drawn["gift"], drawn[marks.TRACK["economy"].icon]
    assert sign.right <= track.x - track.w  # the track's letter stands before its icon
    assert sign.x >= 100


def test_prompts_stand_in_for_a_deck_in_a_groups_own_project(tmp_path: Path) -> None:
    own = load(SCENARIOS / "eget-projekt.toml")
    app = App((1280, 720), TABLE, lang="da")
    with Session.create(own, [Seat("Ane", ()), Seat("Bo", ())], 1, tmp_path) as session:
        app.push(TableScreen(lay(Game(app, own, session))))
        app.draw()
        prompt = app.top.ui.find("prompt:risk")
        assert prompt is not None
        prompt.activate(app.top.ui)
        assert isinstance(app.top, WriteDialog)
        assert app.top.draft.card == "risk"


@pytest.mark.parametrize("seats", [1, 2, 4, 8])
def test_every_card_of_a_hand_can_be_found_and_none_hides_another(
    seats: int, tmp_path: Path
) -> None:
    sitting = Sitting(tmp_path, seats=seats)
    sitting.look()
    s = sitting.game.state
    seen = set()
    tabs = [w.key for w in sitting.app.top.ui.widgets if w.key.startswith("kind:")]
    for tab in tabs or [""]:
        if tab:
            sitting.click(tab)
        for _ in range(3):
            sitting.assert_readable()
            cards = [w for w in sitting.app.top.ui.widgets if w.key.startswith("hand:")]
            seen |= {card.key for card in cards}
            assert all(a.box.right <= b.box.x for a, b in pairwise(cards))
            assert min(card.box.w for card in cards) > 120
            if sitting.app.top.ui.find("page:on"):
                sitting.click("page:on")
    hands = (s.idea_hands, s.benefit_hands, s.risk_hands)
    assert len(seen) == sum(len(hand[s.turn]) for hand in hands)


def test_a_seat_with_several_roles_shows_every_aim(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, seats=1)
    texts = squeezed(sitting.texts)
    t = sitting.game.t
    roles = sitting.game.state.roles_of(0)
    assert len(roles) == sitting.game.state.setup.rules.roles_in_play
    for role in roles:
        assert squeezed(terms.aim(t, role.aim)) in texts


@pytest.mark.slow
@pytest.mark.parametrize(
    "size",
    [
        ((1280, 720), 150),
        pytest.param(((1280, 720), 100), marks=pytest.mark.nightly),
        pytest.param(((1920, 1200), 100), marks=pytest.mark.nightly),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_all_the_roles_of_few_seats_can_be_read(
    path: Path, lang: Lang, size: tuple[tuple[int, int], TextSize], tmp_path: Path
) -> None:
    case = load(path)
    for count in range(1, 5):
        session = staging.begin(tmp_path, count, 3, of=case)
        driver = Driver(size=size[0], lang=lang, reduced_motion=True)
        driver.app.prefer(text_size=size[1])
        game = Game(driver.app, case, session)
        driver.app.reset(TableScreen(lay(game)))
        for _ in range(count):
            driver.assert_readable()
            game.do(act.Pass(game.state.turn))
        session.close()


def test_the_tabs_of_a_hand_are_reached_by_keys(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, seats=1)
    sitting.tab_to("kind:risks")
    sitting.key(pygame.K_RETURN)
    sitting.look()
    shown = [w.key for w in sitting.app.top.ui.widgets if w.key.startswith("hand:")]
    assert all(key.startswith("hand:risks:") for key in shown)
    assert shown


@pytest.mark.parametrize(("look", "tens"), [("13-table-fullest", 4), ("13a-table-crowded", 8)])
def test_capacity_beyond_its_dots_is_counted_in_tens(tmp_path: Path, look: str, tens: int) -> None:
    studio = Studio(tmp_path, (1280, 720), "da")
    LOOKS[look](studio)
    studio.app.draw()
    assert [drawn.text for drawn in studio.read()].count("10") == tens
