"""A player who knows what it wants and does it by hand: by mouse alone, or by keyboard alone.

What it wants comes from a bot; how it is done is found on the screen, as a person would.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pygame

from game.content import Case
from game.engine import actions as act
from game.gui.screen import Screen
from game.gui.widgets.choice import Stepper
from game.i18n import Lang
from game.table.flow.main import Flow
from game.table.play.check.screen import CheckScreen
from game.table.play.game import Game
from game.table.play.moments.adjust import AdjustScreen
from game.table.play.moments.base import MomentScreen
from game.table.play.moments.opening import ChoiceScreen
from game.table.play.result import ResultScreen
from game.table.play.table import TableScreen
from tests import staging
from tests.table.driver import Driver


def by_hand(kind: type[act.Action]) -> str:
    """The method of a player that does a kind of action: ``do_place_idea``."""
    return "do_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


class Player(Driver):
    """Plays a game on the table; :meth:`use` is how it presses what it sees."""

    def __init__(
        self,
        folder: Path,
        seats: int,
        seed: int,
        lang: Lang = "en",
        *,
        case: Case | None = None,
        size: tuple[int, int] = (1280, 720),
    ) -> None:
        super().__init__(size=size, lang=lang)
        self.flow = Flow(self.app, folder, seed)
        self.flow.playing.begin(case or staging.case(), tuple(staging.seats(seats)))
        self.app.draw()

    @property
    def game(self) -> Game:
        assert self.flow.game is not None
        return self.flow.game

    def use(self, key: str) -> None:
        """Press a widget."""
        raise NotImplementedError

    def carry(self, card: str, to: str) -> None:
        """Put a card from the hand somewhere."""
        raise NotImplementedError

    def step(self, key: str, number: int) -> None:
        """Set a row of numbers that begins at 1."""
        raise NotImplementedError

    # ------------------------------------------------------------------ a whole game
    def play(self, bot: str, seed: int = 1, *, until: type[Screen] = ResultScreen) -> None:
        """Play to the result, or another screen, doing by hand what the bot wants."""
        wish, chance = staging.by(bot), random.Random(seed)
        for _ in range(2000):
            top = self.app.top
            self.look()
            if isinstance(top, until):
                return
            if isinstance(top, CheckScreen):
                self.use("next")
            elif isinstance(top, MomentScreen) and not isinstance(top, ChoiceScreen | AdjustScreen):
                self.use("done")
            else:
                self.decide(wish(self.game.state, chance))
        raise AssertionError("the game did not end")

    def decide(self, wish: act.Action) -> None:
        """Do one thing by hand, and see that it was done."""
        if isinstance(wish, act.NameDownside):
            wish = replace(wish, name="More calls")  # bots leave open what it costs
        self._close_sheet()
        before = len(self.game.session.history)
        getattr(self, by_hand(type(wish)))(wish)
        done = self.game.session.history
        assert len(done) == before + 1, f"{wish} was not done; on screen: {self.app.top}"
        assert done[-1].action == wish

    def take(self, card: str, to: str) -> None:
        """Find a card in the hand, behind its tab and on its page, and put it somewhere."""
        self.look()
        find = self.app.top.ui.find
        deck = card.split(":")[1]
        if find(card) is None:
            self.use(f"kind:{'benefits' if deck == 'claim' else deck}")
        for _ in range(5):
            self.look()
            if find(card) is None:
                self.use("page:on")
        self.carry(card, to)

    # ------------------------------------------------------------------ how each thing is done
    def do_proceed(self, wish: act.Proceed) -> None:
        self.use("proceed")

    def do_choose(self, wish: act.Choose) -> None:
        self.use(f"option-{wish.option}")

    def do_adjust(self, wish: act.Adjust) -> None:
        self.use(f"adjust:{wish.how}")

    def do_rally(self, wish: act.Rally) -> None:
        self.use("rally")

    def do_pass(self, wish: act.Pass) -> None:
        self.use("pass")

    def do_place_idea(self, wish: act.PlaceIdea) -> None:
        track = self.game.state.setup.by_id.ideas[wish.card].track
        self.take(f"hand:ideas:{wish.card}", f"lane:{track}")
        self.use(f"estimate:{wish.estimate}")

    def do_place_benefit(self, wish: act.PlaceBenefit) -> None:
        self.take(f"hand:benefits:{wish.card}", f"on:{wish.idea}")
        self.use(f"estimate:{wish.estimate}")

    def do_claim(self, wish: act.Claim) -> None:
        self.take("hand:claim:", f"on:{wish.idea}")
        self.use(f"estimate:{wish.estimate}")

    def do_place_risk(self, wish: act.PlaceRisk) -> None:
        self.take(f"hand:risks:{wish.card}", f"on:{wish.idea}")

    def do_use_ability(self, wish: act.UseAbility) -> None:
        self.use(f"ability:{wish.role}")
        self.use(f"pick:{wish.idea}" if wish.idea is not None else "yes")

    def _on_sheet(self, idea: str, key: str) -> None:
        self.use(f"idea:{idea}")
        self.use(key)

    def _close_sheet(self) -> None:
        while not isinstance(self.app.top, TableScreen | MomentScreen | CheckScreen):
            self.use("close")

    def do_trial(self, wish: act.Trial) -> None:
        self._on_sheet(wish.idea, "do:trial")
        self.use(f"about:{wish.about}")
        self.type(wish.name)  # the field has the focus once it is said what is asked
        self.use("yes")

    def do_implement(self, wish: act.Implement) -> None:
        self._on_sheet(wish.idea, "do:implement")

    def do_shelve(self, wish: act.Shelve) -> None:
        self._on_sheet(wish.idea, "do:shelve")
        self.use("yes")

    def do_name_downside(self, wish: act.NameDownside) -> None:
        self._on_sheet(wish.idea, f"benefit:{wish.idea}:{wish.track}:downside")
        self.type(wish.name)  # the field has the focus
        self.step("size", wish.size)
        self.use("yes")
        self._close_sheet()

    def do_make_amends(self, wish: act.MakeAmends) -> None:
        self._on_sheet(wish.idea, f"benefit:{wish.idea}:{wish.track}:amends")
        self.use("yes")
        self._close_sheet()

    def do_answer(self, wish: act.Answer) -> None:
        self.use("proceed")
        self.use(f"estimate:{wish.estimate}")

    def do_anchor(self, wish: act.Anchor) -> None:
        self._on_sheet(wish.idea, f"benefit:{wish.idea}:{wish.track}:anchor")
        if wish.owner != wish.seat:
            self.use(f"seat:{wish.owner}")
        self.use("yes")
        self._close_sheet()

    def do_revise(self, wish: act.Revise) -> None:
        self._on_sheet(wish.idea, f"benefit:{wish.idea}:{wish.track}:revise")
        self.use(f"estimate:{wish.estimate}")
        self._close_sheet()

    def do_set_range(self, wish: act.SetRange) -> None:
        self._on_sheet(wish.idea, f"benefit:{wish.idea}:{wish.track}:range")
        for key, wanted in (("worst", wish.low), ("best", wish.high)):
            self.tab_to(key)
            self.key(pygame.K_0 + abs(wanted), text=str(abs(wanted)))
        self.use("yes")
        self._close_sheet()

    def do_name_post(self, wish: act.NamePost) -> None:
        self._on_sheet(wish.idea, f"benefit:{wish.idea}:economy:post")
        self.use(f"post:{wish.post}")
        self._close_sheet()

    def do_spend_trust(self, wish: act.SpendTrust) -> None:
        self.use("patience")

    def do_hand_over(self, wish: act.HandOver) -> None:
        self._on_sheet(wish.idea, f"benefit:{wish.idea}:{wish.track}:hand")
        self.use(f"seat:{wish.to}")
        self._close_sheet()

    def do_follow_up(self, wish: act.FollowUp) -> None:
        self._on_sheet(wish.idea, f"benefit:{wish.idea}:{wish.track}:follow")
        self._close_sheet()

    def do_mitigate(self, wish: act.Mitigate) -> None:
        self._on_sheet(wish.idea, f"risk:{wish.idea}:{wish.risk}:mitigate")
        self.use("yes")
        self._close_sheet()


class MousePlayer(Player):
    """Uses the mouse alone: drags cards and clicks the rest."""

    def use(self, key: str) -> None:
        """Click it."""
        self.click(key)

    def step(self, key: str, number: int) -> None:
        """Click the number."""
        stepper = self.widget(key)
        assert isinstance(stepper, Stepper)
        x, y = stepper.box.columns(stepper.high)[number - 1].centre
        u = self.app.top.ui.canvas.u
        self.click((round(x * u), round(y * u)))

    def carry(self, card: str, to: str) -> None:
        """Drag it, or click it and click where it goes: both are tried in turn."""
        place = self.at(to)
        if len(self.game.session.history) % 2:
            self.press(card)
            self.release(place)
        else:
            self.click(card)
            self.click(place)


class KeyPlayer(Player):
    """Uses the keyboard alone: Tab to what it wants, Enter to press it."""

    def use(self, key: str) -> None:
        """Tab there and press Enter."""
        self.tab_to(key)
        self.key(pygame.K_RETURN)

    def step(self, key: str, number: int) -> None:
        """Type the number."""
        self.tab_to(key)
        self.key(pygame.K_0 + number, text=str(number))

    def carry(self, card: str, to: str) -> None:
        """Enter picks it up, Tab goes through the places, Enter puts it down."""
        self.use(card)
        self.tab_to(to)
        self.key(pygame.K_RETURN)
