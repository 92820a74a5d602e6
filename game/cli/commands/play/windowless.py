"""A game without a window: bots play, the session is saved, the result is printed."""

from __future__ import annotations

import random
import secrets
from collections.abc import Sequence
from pathlib import Path

import click

from game.bots import Bot, bot
from game.cli.commands.play.options import PlayOptions, names_of_bots
from game.cli.commands.play.result import print_result
from game.cli.errors import InputError
from game.cli.next_step import command_line
from game.content import Case, parse
from game.engine import Refusal, Seat, observe
from game.engine.actions import Proceed
from game.i18n import LANGS, Words, words
from game.resources import fallback_folders, sessions_folder
from game.session import Session
from game.session.verification import verify_to_continue

LONGEST = 5_000
"""Decisions after which a game is given up."""


def play_headless(t: Words, options: PlayOptions, case: Case | None, seats: Sequence[Seat]) -> int:
    """Play a case, or a saved session, to its end; returns the exit code."""
    session = _open(t, options, case, seats)
    with session:
        if session.warning is not None:
            click.echo(session.warning.translate(t), err=True)
        play_on(session, bot(options.bots or "method"))
        print_result(t, session)
    return 0


def _open(
    t: Words, options: PlayOptions, case: Case | None, seats: Sequence[Seat]
) -> Session[Case]:
    if options.resume is not None:
        return _resume(t, options.resume)
    if case is None:
        raise click.UsageError(t("--headless needs a CASE, or --resume and a session."))
    seed = secrets.randbits(32) if options.seed is None else options.seed
    folder: Path = options.folder or sessions_folder()
    return Session.create(case, seats, seed, folder, lang=t.lang, fallbacks=fallback_folders())


def _resume(t: Words, path: Path) -> Session[Case]:
    """Go on with a game of bots: what people are said to have done they have to do themselves."""

    def read(text: str, file: str) -> Case:
        return parse(text, file, lang=t.lang)

    found = verify_to_continue(path, read)
    seats = [seat.name for seat in found.log.header.seats]
    theirs = any(seats == names_of_bots(words(lang), len(seats)) for lang in LANGS)
    if found.ok and not theirs:
        raise InputError(
            t("{file} is played by people, and bots do not play in their names.", file=path.name),
            t(
                "Go on with it at the table: {command}",
                command=command_line("play", "--resume", path),
            ),
        )
    if found.ok and found.states[found.log.now].over:
        raise InputError(
            t("The game in {file} is over.", file=path.name),
            t("See it again: {command}", command=command_line("replay", path)),
        )
    return Session.resume(path, read)


def play_on(session: Session[Case], choose: Bot) -> None:
    """Let a bot take every decision until the game is over; it sees only the visible state."""
    chance = random.Random(f"{session.log.header.seed}:{session.log.now}")
    for _ in range(LONGEST):
        state = session.state
        if state.over:
            return
        goes_on = state.step in ("check", "opening")
        done = session.do(Proceed() if goes_on else choose(observe(state), chance))
        if isinstance(done, Refusal):
            raise RuntimeError(f"the bot may not do this: {done.code}")
    raise RuntimeError(f"the bot did not end the game within {LONGEST} decisions")
