"""Opens a check, and reads what stands there, while it comes and when all has come."""

from __future__ import annotations

from game.content import Case
from game.session import Session
from game.table.play.check.screen import CheckScreen
from tests.staging import Decided
from tests.table.driver import Calls, Driver, squeezed
from tests.table.sitting import table


def step_by_step(
    session: Session[Case], check: Decided, size: tuple[int, int] = (1280, 720), lang: str = "en"
) -> tuple[Driver, CheckScreen, Calls]:
    """The screen of a check with every step, and what is called when it ends."""
    driver, game = table(session, size, lang)
    driver.app.prefer(moments=False)
    done = Calls()
    screen = CheckScreen(game, check.before, check.moments, done)
    driver.app.push(screen)
    return driver, screen, done


def on_screen(driver: Driver) -> str:
    """Everything written, as it is now, however it is wrapped."""
    driver.app.draw()
    return squeezed(" ".join(drawn.text for drawn in driver.read()))


def come_to_rest(driver: Driver) -> None:
    """Wait until nothing moves."""
    while driver.app.animator.busy:
        driver.app.advance(0.1)


def at_rest(driver: Driver) -> str:
    """Everything written when nothing moves."""
    come_to_rest(driver)
    return on_screen(driver)


def settled(driver: Driver) -> str:
    """Everything written when the dice are thrown and all that moves has come to rest."""
    come_to_rest(driver)
    driver.throw()
    return at_rest(driver)
