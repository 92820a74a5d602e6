"""Reads what stands on the screen during a check, while it comes and when all has come."""

from __future__ import annotations

from tests.table.driver import Driver, squeezed


def on_screen(driver: Driver) -> str:
    """Everything written, as it is now, however it is wrapped."""
    driver.app.draw()
    return squeezed(" ".join(drawn.text for drawn in driver.log))


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
