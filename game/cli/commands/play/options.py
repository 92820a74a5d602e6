"""The options of ``gevinst play``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.params import check_seed
from game.engine import Level
from game.frozen import frozen
from game.i18n import Words


def names_of_bots(t: Words, count: int) -> list[str]:
    """What the seats are called at which bots sit."""
    return [t("Seat {n}", n=n + 1) for n in range(count)]


@frozen
class PlayOptions:
    """The options as given; ``seats`` unparsed, ``seat_count`` for bots."""

    scenario: Path | None = None
    seats: tuple[str, ...] = ()
    level: Level | None = None
    seed: int | None = None
    folder: Path | None = None
    resume: Path | None = None
    fullscreen: bool = False
    headless: bool = False
    bots: str | None = None
    seat_count: int | None = None

    def check(self, t: Words) -> None:
        """Refuse options that do not go together."""
        if self.resume is not None and (self.scenario is not None or self.seats):
            raise click.UsageError(t("--resume goes on with a session; leave out CASE and --seat."))
        if self.resume is not None and self.level is not None:
            raise click.UsageError(
                t("--level is for a new game; one that goes on stays on its level.")
            )
        if self.level is not None and self.scenario is None:
            raise click.UsageError(t("--level needs a CASE to play on that level."))
        if self.seats and self.scenario is None:
            raise click.UsageError(t("--seat needs a CASE: the roles are those of the case."))
        if not self.headless and (self.bots or self.seat_count):
            raise click.UsageError(t("--bots and --seats go with --headless only."))
        if self.headless and self.scenario is None and self.resume is None:
            raise click.UsageError(t("--headless needs a CASE, or --resume and a session."))
        if self.seed is not None:
            check_seed(t, self.seed)
        if self.seats and self.seat_count:
            raise click.UsageError(t("Give either --seats or --seat, not both."))
