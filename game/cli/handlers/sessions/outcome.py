"""What is done with a saved game: another name, a copy without names, notes and outcomes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from game.cli.click_messages import InputError
from game.content import Case, mend, parse
from game.engine import Track
from game.engine.events import IdeaPlaced, IdeaWritten
from game.i18n import Words, words
from game.session import Afterwards, Log, SessionError, Viewing, glance, rename, view
from game.session.added import Held
from game.session.nameless import export
from game.wording.case_names import CaseNames


@contextmanager
def told(t: Words) -> Iterator[None]:
    """Say plainly what a session cannot do."""
    try:
        yield
    except SessionError as error:
        raise InputError(error.say(t)) from None


def is_over(path: Path) -> bool:
    """Whether its game is over, or it can only be looked at because something in it is wrong."""
    seen = glance(path)
    return seen is None or seen.over


# ------------------------------------------------------------------ the file
def rename_session(t: Words, path: Path, name: str) -> int:
    """Give a session another name."""
    with told(t):
        new = rename(path, name)
    click.echo(t("The session is now called {name}.", name=new.stem))
    return 0


def export_session(t: Words, path: Path, to: Path | None) -> int:
    """Save a copy without the players' names."""
    suffix = t("without-names")
    if to is None:
        to = path.with_stem(f"{path.stem}-{suffix}")
    elif to.is_dir():
        to = to / f"{path.stem}-{suffix}{path.suffix}"
    with told(t):
        seen = view(path, lambda text, file: parse(text, file, lang=t.lang), mend)
        done = export(path, to, called(words(seen.log.lang), seen), seen.case.setup)
    click.echo(t("Saved in {file}", file=done.path))
    click.echo(
        t.plural(
            "Somebody was named in {n} text. Read the copy through before you pass it on.",
            "Somebody was named in {n} texts. Read the copy through before you pass it on.",
            done.texts,
        )
    )
    return 0


def called(t: Words, seen: Viewing[Case]) -> list[str]:
    """What each seat is called by its roles, in the language that was spoken at the table."""
    in_case = CaseNames(t, seen.case)
    held = [in_case.roles(seat.roles) for seat in seen.state(0).seats]
    return [t.listed(those) or t("Seat {n}", n=n) for n, those in enumerate(held, 1)]


# ------------------------------------------------------------------ what is added
def add_note(t: Words, path: Path, text: str, of: int | None, *, bookmark: bool) -> int:
    """Add a note about an entry, or about the last decision."""
    with told(t):
        added = Afterwards(path)
        about = added.log.now if of is None else of
        added.note(about, text, bookmark=bookmark)
    click.echo(t("Noted at entry {n}.", n=about))
    _tell_where(t, path, added)
    return 0


def _tell_where(t: Words, path: Path, added: Afterwards) -> None:
    click.echo(t("Saved in {file}", file=added.path))
    if added.path != path:
        click.echo(t("{file} is of an older format and stays as it is.", file=path.name))


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome as it was written on the command line."""

    idea: str | None
    track: Track | None
    held: Held | None
    value: str | None
    text: str
    day: str | None
    by: str


def add_outcome(t: Words, path: Path, given: Told) -> int:
    """Add what became of a trial, a track or a benefit."""
    _mind_options(t, given)
    value, day = _value(t, given.value), _day(t, given.day)
    with told(t):
        added = Afterwards(path)
        added.outcome(
            idea=None if given.idea is None else _idea(t, added.log, given.idea),
            track=given.track,
            held=given.held,
            value=value,
            text=given.text,
            day=day,
            by=given.by,
        )
    _tell_where(t, path, added)
    return 0


def _mind_options(t: Words, given: Told) -> None:
    """One of three: a trial and whether it held, a track and its value, a benefit and its value."""
    trial = given.idea and given.held and not given.track and given.value is None
    measured = given.track and given.value is not None and not given.held
    if not trial and not measured:
        said = t(
            "Give --idea and --held (a trial), --track and --value (a track), or --idea, --track "
            "and --value (a benefit)."
        )
        raise click.UsageError(said)


def _value(t: Words, written: str | None) -> float | None:
    """A number with a decimal comma or point."""
    if written is None:
        return None
    try:
        value = float(written.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise click.UsageError(t("“{text}” is not a number.", text=written))
    return int(value) if value == int(value) else value


def _day(t: Words, written: str | None) -> date:
    try:
        return date.today() if written is None else date.fromisoformat(written)
    except ValueError:
        said = t("“{date}” is not a day. Write it like 2027-01-31.", date=written)
        raise click.UsageError(said) from None


def _idea(t: Words, log: Log, named: str) -> str:
    """An idea by its letter on the table, or by its id."""
    letters: dict[str, str] = {}
    for decision in log.history:
        for event in decision.events:
            if isinstance(event, IdeaPlaced | IdeaWritten):
                letters[event.letter] = event.idea
    if named in letters.values():
        return named
    if named.upper() not in letters:
        said = t(
            "No idea has the letter {letter}. Those there are: {letters}.",
            letter=named,
            letters=", ".join(letters),
        )
        raise InputError(said)
    return letters[named.upper()]
