"""What the table needs besides the game itself: timers, a card draft, hints, exits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.frozen import frozen
from game.gui.screen import Screen, ScreenHost
from game.table.parts.help_screen import HintSwitch
from game.table.play.drafts import CardDraft, DraftHolder
from game.table.play.game import Decided, Game
from game.table.play.game_timers import GameTimers
from game.table.play.sounds import sound_of


@frozen
class TableExits:
    """Where the table leads: the result, the settings, and the start screen."""

    show_result: Callable[[], object]
    open_settings: Callable[[ScreenHost], object]
    """Called with the window in which they are opened."""
    leave: Callable[[], object]
    """Called when everything has been saved."""


class OwnWindow(Protocol):
    """The facilitator's own window, beside that of the board."""

    @property
    def is_open(self) -> bool:
        """Whether it is open."""

    @property
    def can_swap(self) -> bool:
        """Whether there is another screen to swap with."""

    def open(self) -> None:
        """Open it."""

    def close(self) -> None:
        """Close it; what was noted in it stays."""

    def come_forward(self) -> None:
        """Show it before others."""

    def swap(self) -> None:
        """Let the two windows change their screens."""

    def watch(self) -> None:
        """Do what is to be done when a screen was plugged in or out, or a setting changed."""


@frozen
class TableServices:
    """A game and its services.

    ``phones`` gives the screen of the phones; ``hints`` is set where a group may be guided.
    """

    game: Game
    timers: GameTimers
    drafts: DraftHolder
    exits: TableExits
    window: OwnWindow
    phones: Callable[[], Screen]
    hints: HintSwitch | None = None


def create_services(
    game: Game,
    exits: TableExits,
    window: OwnWindow,
    phones: Callable[[], Screen],
    *,
    draft: CardDraft | None = None,
    hints: HintSwitch | None = None,
) -> TableServices:
    """Create the services; from now on timers and sounds follow the game's decisions."""
    timers = GameTimers(game)

    def sound(decided: Decided) -> None:
        if name := sound_of(decided.events):
            game.app.sound.play(name)

    game.listeners += [lambda decided: timers.decided(decided.before, decided.after), sound]
    return TableServices(game, timers, DraftHolder(draft), exits, window, phones, hints)
