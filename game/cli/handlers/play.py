"""``gevinst play``: play a case at the table, or let bots play it without one."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import click

from game.cli.click_messages import InputError
from game.cli.window import open_window
from game.content import Case, ScenarioError, load
from game.engine import MAX_SEATS, Seat
from game.i18n import Words
from game.resources import SCENARIOS
from game.session import SessionError, read


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line; ``named`` are seats as they were written."""

    scenario: str | None = None
    named: tuple[str, ...] = ()
    seed: int | None = None
    folder: Path | None = None
    resume: Path | None = None
    fullscreen: bool = False
    headless: bool = False
    bots: str | None = None
    count: int | None = None


def play(t: Words, wanted: Wanted) -> int:
    """Play what was asked for; gives the exit code."""
    _mind_options(t, wanted)
    case = find_case(t, wanted.scenario) if wanted.scenario is not None else None
    seats = [] if case is None else _seats(t, wanted, case)
    try:
        if wanted.resume is not None:
            read(wanted.resume)  # a file that is no session is told before a window opens
        if wanted.headless:
            from game.cli.handlers.headless import play_headless

            return play_headless(t, wanted, case, seats)
        return open_window(
            t,
            wanted.folder,
            fullscreen=wanted.fullscreen,
            case=case,
            seats=seats,
            seed=wanted.seed,
            resume=wanted.resume,
        )
    except SessionError as error:
        raise InputError(error.say(t)) from None
    except ScenarioError as error:
        raise InputError(str(error)) from None


# ------------------------------------------------------------------ what was asked for
def _mind_options(t: Words, wanted: Wanted) -> None:
    """Refuse what does not go together."""
    if wanted.resume is not None and (wanted.scenario is not None or wanted.named):
        raise click.UsageError(t("--resume goes on with a session; leave out SCENARIO and --seat."))
    if wanted.named and wanted.scenario is None:
        raise click.UsageError(t("--seat needs a SCENARIO: the roles are those of the case."))
    if not wanted.headless and (wanted.bots or wanted.count):
        raise click.UsageError(t("--bots and --seats go with --headless only."))
    if wanted.headless and wanted.scenario is None and wanted.resume is None:
        raise click.UsageError(t("--headless needs a SCENARIO, or --resume and a session."))
    if wanted.seed is not None and not 0 <= wanted.seed < 2**64:
        raise click.UsageError(t("A seed is a whole number from 0 to 2^64 - 1."))
    if wanted.named and wanted.count:
        raise click.UsageError(t("Give either --seats or --seat, not both."))


def find_case(t: Words, name: str) -> Case:
    """The case in a file, or a shipped one by its name."""
    path = Path(name)
    shipped = {file.stem: file for file in sorted(SCENARIOS.glob("*.toml"))}
    if not path.exists() and name in shipped:
        path = shipped[name]
    elif not path.exists() and path.name == name and path.suffix != ".toml":
        raise InputError(_no_such_case(t, name, list(shipped)))
    try:
        return load(path, lang=t.lang)
    except ScenarioError as error:
        raise InputError(str(error)) from None


def _no_such_case(t: Words, name: str, shipped: list[str]) -> str:
    said = t("There is no case called {name}.", name=name)
    if close := get_close_matches(name, shipped, 1):
        said += " " + t("Did you mean {name}?", name=close[0])
    return "\n".join((said, t("These come with the game:"), *(f"  {id}" for id in shipped)))


def _seats(t: Words, wanted: Wanted, case: Case) -> list[Seat]:
    """The seats that were asked for; empty at the table when they are to be chosen there."""
    if len(wanted.named) > MAX_SEATS:
        raise click.UsageError(t("A game has at most {n} seats.", n=MAX_SEATS))
    seats = [_seat(t, written, case) for written in wanted.named]
    taken = [role for seat in seats for role in seat.roles]
    if twice := [role for role in taken if taken.count(role) > 1]:
        raise click.UsageError(t("The role {role} is given to two seats.", role=twice[0]))
    if not seats and wanted.headless:
        seats = [Seat(t("Seat {n}", n=n + 1), ()) for n in range(wanted.count or 4)]
    return seats


def _seat(t: Words, written: str, case: Case) -> Seat:
    """``Ane:leader`` or ``Ane:leader,voice``; without a role one is dealt."""
    name, _, roles = written.partition(":")
    if not name.strip():
        raise click.UsageError(t('A seat is written "Name:role", not "{text}".', text=written))
    ids = tuple(role.strip() for role in roles.split(",") if role.strip())
    known = [role.id for role in case.setup.roles]
    for id in ids:
        if id not in known:
            said = t("The case has no role called {role}.", role=id)
            said += " " + t("It has: {roles}.", roles=", ".join(known))
            raise click.UsageError(said)
    return Seat(name.strip(), ids)
