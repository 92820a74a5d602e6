"""A turn is one seat's: nothing that it had open is left for the next, and it ends in words."""

from __future__ import annotations

import ast
import inspect
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.content import load
from game.engine import SPECS, TRACKS, Action, State, apply, legal, start
from game.engine import actions as act
from game.gui.screen import Screen
from game.i18n import words
from game.resources import SCENARIOS
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.pick_idea import PickIdeaDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from game.views import explained
from tests import staging
from tests.pictures import LOOKS
from tests.pictures.studio import Studio
from tests.screens import screens
from tests.table.meetings import StillGame
from tests.table.sitting import Sitting, show_what_follows

KINDS: dict[type[Action], str] = {
    act.Trial: "trial",
    act.Implement: "implement",
    act.Shelve: "shelve",
    act.FollowUp: "follow",
    act.Revise: "revise",
    act.MakeAmends: "amends",
    act.NameDownside: "downside",
    act.NamePost: "post",
    act.Anchor: "anchor",
    act.HandOver: "hand",
    act.Mitigate: "mitigate",
}
"""What the sheet of an idea offers, by the keys of its buttons; ranges are not enumerated."""
GAMES = (
    ("foerste-spil", "method", 4),
    ("koebenhavn-pas", "random", 4),
    ("gentofte-inklusion", "method", 3),
    ("herning-tidlig-indsats", "economist", 1),
)


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path).working()


def dialogs(sitting: Sitting) -> list[Screen]:
    """Everything that a seat may have open: the sheet of an idea, and a move above it."""
    game, (idea, risk), (claimed, track) = sitting.game, sitting.risky(), sitting.claimed()
    return [
        MitigateDialog(game, idea, risk),
        AnchorDialog(game, claimed, track),
        WriteDialog(game, sitting.services.drafts),
        PickIdeaDialog(game, "Which idea?", lambda idea: act.Shelve(game.state.turn, idea.id)),
    ]


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("action", [act.SkipTurn(), act.EndPhase()])
def test_no_move_stays_open_when_the_turn_passes(
    sitting: Sitting, which: int, action: Action
) -> None:
    """As when the facilitator skips it in a window of their own."""
    dialog = dialogs(sitting)[which]
    sitting.open(IdeaSheet(sitting.game, sitting.game.state.ideas[0].id)).open(dialog)
    assert sitting.game.do(action)
    sitting.look()
    assert isinstance(sitting.app.top, TableScreen)


def of_the_turn() -> list[type[Screen]]:
    """The kinds of screens that offer a move of the seat in turn."""
    return [kind for kind in screens() if getattr(kind, "of_turn", False)]


def test_what_decides_for_the_seat_in_turn_says_that_it_is_of_the_turn() -> None:
    """Then it is closed with the turn; what is asked of others, or of all, may stay open."""
    dialogs = [kind for kind in screens() if issubclass(kind, Dialog)]
    moves = {kind: [a for a in decides(kind) if SPECS[a].who == "turn"] for kind in dialogs}
    assert sum(map(bool, moves.values())) >= 6
    assert not [kind for kind, found in moves.items() if found and kind not in of_the_turn()]


def decides(kind: type[Screen]) -> Iterator[type[Action]]:
    """The actions that the module of a screen makes."""
    tree = ast.parse(inspect.getsource(sys.modules[kind.__module__]))
    for call in (node.func for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if isinstance(call, ast.Attribute) and ast.unparse(call.value) == "act":
            yield getattr(act, call.attr)


@pytest.mark.slow
@pytest.mark.parametrize("kind", of_the_turn(), ids=lambda kind: kind.__name__)
def test_each_of_them_is_closed_when_the_turn_passes(kind: type[Screen], tmp_path: Path) -> None:
    """Wherever it has a picture over a table."""
    closed = 0
    for n, picture in enumerate(p for p in LOOKS.values() if p.screen is kind):
        studio = Studio(tmp_path / str(n), (1280, 720), "da")
        picture(studio)
        table = studio.app.screens[0]
        if not isinstance(table, TableScreen):
            continue
        dialog = next(screen for screen in studio.app.screens if isinstance(screen, kind))
        game = table.game
        if game.do(act.SkipTurn()) if game.state.step == "turn" else game.undo("asked too early"):
            studio.look()
            assert dialog not in studio.app.screens
            closed += 1
    assert closed


def test_no_move_stays_open_when_the_turn_before_is_taken_back(sitting: Sitting) -> None:
    sitting.do(act.Pass(sitting.game.state.turn))
    sitting.look()
    sitting.open(dialogs(sitting)[0])
    assert sitting.game.undo()
    sitting.look()
    assert isinstance(sitting.app.top, TableScreen)


def test_the_console_offers_the_turn_there_is_after_a_skip(sitting: Sitting) -> None:
    show_what_follows(sitting.game)
    for _ in range(2):
        name = sitting.game.seat_name(sitting.game.state.turn)
        sitting.key(pygame.K_F10)
        assert isinstance(sitting.app.top, Console)
        assert name in sitting.texts
        sitting.click("skip", times=2)
        sitting.look()
        assert not isinstance(sitting.app.top, Console)
        assert sitting.game.seat_name(sitting.game.state.turn) != name


def test_a_turn_that_ends_early_says_what_was_not_used(sitting: Sitting) -> None:
    left = sitting.game.state.actions
    name = sitting.game.seat_name(sitting.game.state.turn)
    sitting.click("pass")
    assert left > 1
    assert f"{name} ends the turn; {left} actions were not used." in sitting.game.last_line


def test_the_dots_of_a_turn_say_where_they_come_from(sitting: Sitting) -> None:
    told = explained.actions_left(words("en"), sitting.game.state)
    group = sitting.game.state.setup.rules.actions
    assert f"The group's {group} actions of a round are shared out." in told


def test_what_was_undone_is_told_in_the_language_that_is_spoken_now(sitting: Sitting) -> None:
    sitting.click("pass")
    sitting.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    assert sitting.game.last_line.startswith("Undone: ")
    assert sitting.game.line_of_last(words("da")).startswith("Fortrudt: "), "on a Danish phone, too"
    sitting.game.set_language("da")
    assert sitting.game.last_line.startswith("Fortrudt: ")
    assert "ends the turn" not in sitting.game.last_line


@pytest.mark.parametrize(("name", "bot", "seats"), GAMES)
def test_the_sheet_offers_what_the_rules_allow(
    sitting: Sitting, name: str, bot: str, seats: int
) -> None:
    game, seen = (
        StillGame(sitting.app, load(SCENARIOS / f"{name}.toml"), sitting.game.session),
        set(),
    )
    for state in _turns(name, bot, seats):
        game.at = state
        allowed = set(_allowed(state))
        assert set(_offered(game)) == allowed
        seen |= {kind for kind, *_ in allowed}
    assert len(seen) >= 8


def _turns(name: str, bot: str, seats: int) -> Iterator[State]:
    """Every seventh turn of a game."""
    chance, wish = random.Random(3), staging.by(bot)
    state = start(load(SCENARIOS / f"{name}.toml").setup, staging.seats(seats), 3).state
    for n in range(1000):
        if state.over:
            return
        if state.step == "turn" and n % 7 == 0:
            yield state
        state = apply(state, wish(state, chance)).state


def _offered(game: Game) -> Iterator[tuple[str, ...]]:
    """What can be pressed on the sheets of all ideas."""
    for idea in game.state.ideas:
        sheet = IdeaSheet(game, idea.id)
        claims = dict(idea.claims())
        rows = [("", sheet._moves(idea))]
        for track in TRACKS:
            b = claims.get(track)
            of_benefit, of_none = sheet._benefit_moves, sheet._no_benefit_moves
            rows.append((track, of_benefit(idea, track, b) if b else of_none(idea, track)))
        rows += [(risk.id, sheet._risk_moves(idea, risk)) for risk in idea.risks]
        for part, moves in rows:
            usable = (move.key for move in moves if not move.reason and move.key in KINDS.values())
            yield from ((key, idea.id, part) for key in usable)


def _allowed(state: State) -> Iterator[tuple[str, ...]]:
    """What the rules allow with an idea that is on the table.

    Where something good is promised and no harm is known, a downside is written as a card.
    """
    for action in legal(state):
        if isinstance(action, act.NameDownside):
            idea = state.require_idea(action.idea)
            if idea.benefit(action.track) and (state.effect(idea, action.track) or 0) >= 0:
                continue
        if kind := KINDS.get(type(action)):
            part = getattr(action, "track", getattr(action, "risk", ""))
            part = "economy" if kind == "post" else "" if kind == "trial" else part
            yield kind, action.idea, part  # type: ignore[union-attr]
