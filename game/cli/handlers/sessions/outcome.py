"""The handler of ``gevinst sessions outcome``."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.sessions.note import print_saved
from game.cli.params import parse_day_option
from game.engine import Track
from game.engine.events import IdeaPlaced, IdeaWritten
from game.i18n import Words
from game.session import Log, SavedSession
from game.session.annotations import Held


@dataclass(frozen=True, slots=True)
class OutcomeOptions:
    """The options as given: those of exactly one of a trial, a track or a benefit."""

    idea: str | None
    track: Track | None
    held: Held | None
    value: str | None
    text: str
    day: str | None
    by: str

    def check(self, t: Words) -> None:
        """Refuse options that do not go together."""
        trial = self.idea and self.held and not self.track and self.value is None
        measured = self.track and self.value is not None and not self.held
        if not trial and not measured:
            message = t(
                "Give --idea and --held (a trial), --track and --value (a track), or --idea, "
                "--track and --value (a benefit)."
            )
            raise click.UsageError(message)


def add_outcome(t: Words, path: Path, options: OutcomeOptions) -> int:
    """Add the outcome of a trial, a track or a benefit."""
    options.check(t)
    value, day = _parse_number(t, options.value), parse_day_option(t, options.day)
    with errors_as_messages(t):
        added = SavedSession(path)
        added.outcome(
            idea=None if options.idea is None else _find_idea(t, added.log, options.idea),
            track=options.track,
            held=options.held,
            value=value,
            text=options.text,
            day=day,
            by=options.by,
        )
    print_saved(t, path, added)
    return 0


def _parse_number(t: Words, text: str | None) -> float | None:
    """A number with a decimal comma or point."""
    if text is None:
        return None
    try:
        value = float(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise click.UsageError(t("“{text}” is not a number.", text=text))
    return int(value) if value == int(value) else value


def _find_idea(t: Words, log: Log, name: str) -> str:
    """An idea by its letter on the table, or by its id."""
    letters: dict[str, str] = {}
    for decision in log.history:
        for event in decision.events:
            if isinstance(event, IdeaPlaced | IdeaWritten):
                letters[event.letter] = event.idea
    if name in letters.values():
        return name
    if name.upper() not in letters:
        message = t(
            "No idea has the letter {letter}. Those there are: {letters}.",
            letter=name,
            letters=", ".join(letters),
        )
        raise InputError(message)
    return letters[name.upper()]
