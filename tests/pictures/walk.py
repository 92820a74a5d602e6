"""The walk through the rules: every picture, complete."""

from __future__ import annotations

from functools import partial

from game.table.parts.walk.screen import WalkScreen
from game.wording.walk import STOPS
from tests import staging
from tests.pictures.studio import Studio, enter, nothing


def _stop(at: int, studio: Studio) -> None:
    names = [seat.name for seat in staging.seats(4)]
    screen = WalkScreen(staging.case().setup, seats=names, runs=False, then=nothing)
    studio.show(screen)
    for _ in range(at):
        screen.next()


for n, name in enumerate(STOPS):
    enter(f"09c-walk-{n + 1}-{name}", WalkScreen, partial(_stop, n))
