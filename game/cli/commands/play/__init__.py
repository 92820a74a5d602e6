"""``gevinst play``: play a case, or continue a session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from game.cli.case_argument import check_seats_of, load_case
from game.cli.commands.play.options import PlayOptions, names_of_bots
from game.cli.next_step import command_line, headless
from game.cli.options import (
    RootOptions,
    about_case,
    case,
    command,
    display,
    fullscreen,
    level,
    own_window,
    seed,
    session_folder,
)
from game.cli.params import FilePath, WholeNumber
from game.cli.window import open_window
from game.content import Case
from game.content.shelf import case_texts
from game.engine import MAX_SEATS, Seat
from game.i18n import Words
from game.letters import one_line, printable
from game.session import EntryError, read
from game.session.cases import look_for_cases_in
from game.session.gate import check_seats
from game.table.flow.openings import AtCase, AtGame, AtStart, Opening

_BOTS: Final = ("method", "random", "rush", "economist")
_SEATS_OF_BOTS: Final = 4
"""The seats that bots fill where nobody says how many."""


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Play a case at the table.\n\n"
        "Without a CASE the start screen opens. With --headless bots play the whole game without a "
        "window, and the result is printed."
    )
    seat = t(
        'A seat: the player\'s name and a role of the case, as "Ane:citizen" in {case}; once for '
        "each seat.",
        case="koebenhavn-pas",
    )
    return command(
        t,
        "play",
        text + about_case(t),
        case(t, "scenario", required=False),
        click.Option(["--seat", "seats"], multiple=True, metavar=t("NAME:ROLE"), help=seat),
        level(t),
        seed(t),
        session_folder(t),
        click.Option(
            ["--resume"],
            type=FilePath(t),
            metavar=t("FILE"),
            help=t("Go on with this saved session."),
        ),
        fullscreen(t),
        display(t),
        own_window(t),
        click.Option(
            ["--headless"],
            is_flag=True,
            help=t("Let bots play, without a window; with --resume a game of theirs."),
        ),
        click.Option(
            ["--bots"],
            type=click.Choice(_BOTS),
            help=t("How the bots play; without it, by the method."),
        ),
        click.Option(
            ["--seats", "seat_count"],
            type=WholeNumber(t, 1, MAX_SEATS),
            metavar="N",
            help=t("How many seats the bots fill; without it, 4."),
        ),
        run=_play,
    )


def _play(
    t: Words, root: RootOptions, folder: Path | None, *, fullscreen: bool, **given: Any
) -> int:
    """Play at the table, or have bots play; returns the exit code."""
    folder, fullscreen = folder or root.folder, fullscreen or root.fullscreen
    options = PlayOptions(folder=folder, fullscreen=fullscreen, **given)
    options.check(t)
    case = None if options.scenario is None else load_case(t, options.scenario, options.level)
    seats = [] if case is None else _seats(t, options, case)
    if options.resume is not None:
        _look_into(t, options.resume)
    if options.headless:
        from game.cli.commands.play.windowless import play_headless

        return play_headless(t, options, case, seats)
    return open_window(
        t,
        options.folder,
        _opening(options, case, seats),
        windowless=_windowless(options),
        fullscreen=options.fullscreen,
        seed=options.seed,
    )


def _look_into(t: Words, path: Path) -> None:
    """An error in a saved game is shown before a window opens, and that its case was changed."""
    from game.cli.session_summary import tell_change  # the start screen waits for nothing of it

    look_for_cases_in(case_texts)
    tell_change(t, read(path).header)


def _opening(options: PlayOptions, case: Case | None, seats: Sequence[Seat]) -> Opening:
    """What the table is opened with."""
    if options.resume is not None:
        return AtGame(options.resume)
    return AtStart() if case is None else AtCase(case, tuple(seats))


def _windowless(options: PlayOptions) -> str:
    """The command that does something of the kind without a window."""
    if options.resume is not None:
        return command_line("sessions", "show", options.resume)
    return headless(options.scenario or Path("CASE"))


# ------------------------------------------------------------------ seats
def _seats(t: Words, options: PlayOptions, case: Case) -> list[Seat]:
    """The requested seats; empty if they are to be chosen at the table."""
    if len(options.seats) > MAX_SEATS:
        raise click.UsageError(
            t("A game has at most {n} seats. Leave some --seat out.", n=MAX_SEATS)
        )
    seats = [_seat(t, text, case) for text in options.seats]
    taken = [role for seat in seats for role in seat.roles]
    if twice := [role for role in taken if taken.count(role) > 1]:
        raise click.UsageError(
            t("The role {role} is given to two seats. Give each seat its own.", role=twice[0])
        )
    if not seats and options.headless:
        count = options.seat_count or min(_SEATS_OF_BOTS, case.setup.most_seats)
        seats = [Seat(name, ()) for name in names_of_bots(t, count)]
    check_seats_of(t, case, len(seats))
    return seats


def _seat(t: Words, text: str, case: Case) -> Seat:
    """Parse ``Ane:citizen`` or ``Ane:citizen,union``; without a role one is dealt."""
    name, _, roles = text.partition(":")
    if not name.strip():
        raise click.UsageError(t('A seat is written "Name:role", not "{text}".', text=text))
    seat = Seat(one_line(name).strip(), _roles(t, roles, case))
    try:
        check_seats((seat,))
    except EntryError as error:
        raise click.UsageError(f"{error.translate(t)} ({printable(name)})") from None
    return seat


def _roles(t: Words, roles: str, case: Case) -> tuple[str, ...]:
    ids = tuple(role.strip() for role in roles.split(",") if role.strip())
    known = [role.id for role in case.setup.roles]
    for id in ids:
        if id not in known:
            message = t("The case has no role called {role}.", role=id)
            message += " " + t("It has: {roles}.", roles=", ".join(known))
            raise click.UsageError(message)
    return ids
