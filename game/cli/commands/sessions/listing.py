"""The handler of ``gevinst sessions``: lists the saved games."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from game.cli.errors import InputError
from game.cli.listed_numbers import remember
from game.cli.session_summary import change_of, duration, json_fields, outcome, remarks
from game.content import described
from game.content.since import CasesNow
from game.frozen import frozen
from game.i18n import Words
from game.letters import printable
from game.paths import hidden, is_folder, is_there
from game.resources import cache_folder, sessions_folder
from game.session import Trouble
from game.session.finding import FACETS, SessionFilter, Standing, keys_of
from game.session.index import FILE, InspectedSession, ListedSession, SessionIndex
from game.session.joining import joined, scanned, went_apart
from game.session.locations import SavedFile
from game.table.flow.keeping import game_places, keeping_of
from game.wording.changed import changed_line

SHORT_LIST: Final = 10
_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


@frozen
class Sought:
    """Which sessions are sought, as the options say."""

    words: str = ""
    only: Standing = "all"
    case: str = ""
    ending: str | None = None
    month: str = ""
    tag: str = ""

    def check(self, t: Words) -> None:
        """Refuse a month that is none."""
        if self.month and not _MONTH.fullmatch(self.month):
            message = t("“{month}” is not a month. Write it like 2027-03.", month=self.month)
            raise click.UsageError(message)

    @property
    def filter(self) -> SessionFilter:
        """The same as a filter."""
        filter = SessionFilter(self.words, self.only)
        for facet in FACETS:
            filter.choose(facet, " ".join((getattr(self, facet) or "").split()))
        return filter


def list_sessions(
    t: Words, folder: Path | None, sought: Sought, *, all_: bool, as_json: bool
) -> int:
    """Print the sessions in a folder (by default the program's own), the newest first.

    The number of a session is that in the whole list, whatever is sought.
    """
    sought.check(t)
    folder = folder or sessions_folder()
    if is_there(folder) and not is_folder(folder):
        raise InputError(
            t("{file} is not a folder.", file=folder), t("Name the folder that the games are in.")
        )
    index = SessionIndex(cache_folder() / FILE, described)
    try:
        numbered = _sought(index, folder, sought)
        listed = numbered if all_ or as_json else numbered[:SHORT_LIST]
        sessions = _inspected(index, listed)
    finally:
        index.close()
    apart = {file.path for file in _apart(listed, sessions)}
    if as_json:
        fields = [{"number": n} | json_fields(t, one) for n, one in sessions]
        click.echo(json.dumps(fields, ensure_ascii=False, indent=2))
    elif not sessions and (why := hidden(folder)):
        raise why
    elif not sessions and sought.filter.shows_all:
        click.echo(t("No games are saved in {folder} yet. “gevinst” begins one.", folder=folder))
    elif not sessions:
        click.echo(t("No game matches that."))
    else:
        _print(t, sessions, folder, apart)
        if more := len(numbered) - len(sessions):
            click.echo(t.plural("… and {n} more: --all", "… and {n} more: --all", more))
    return 0


def _sought(index: SessionIndex, folder: Path, sought: Sought) -> list[tuple[int, SavedFile]]:
    """The files that are sought, each with its number in the whole list."""
    places = game_places(folder)
    found = scanned(places)
    index.forget_missing(found)
    files = joined(found)
    remember(folder, [file.path for file in files])
    numbered, filter = list(enumerate(files, 1)), sought.filter
    if filter.shows_all:
        return numbered
    shown = {
        one.path
        for one in index.sessions(*places)
        if isinstance(one, ListedSession) and filter.shows(one, keys_of(one))
    }
    return [(n, file) for n, file in numbered if file.path in shown]


def _apart(
    listed: Sequence[tuple[int, SavedFile]], sessions: Sequence[tuple[int, InspectedSession]]
) -> Iterator[SavedFile]:
    """The files that went on differently than another one of their session, wherever that lies."""
    mates: dict[str, list[SavedFile]] = {}
    for (_, file), (_, one) in zip(listed, sessions, strict=True):
        if file.apart:
            yield file
        elif one.session is not None:
            mates.setdefault(one.session.fingerprint, []).append(file)
    for files in mates.values():
        yield from went_apart(files)


def _inspected(
    index: SessionIndex, listed: Sequence[tuple[int, SavedFile]]
) -> list[tuple[int, InspectedSession]]:
    """The files with their numbers, as far as possible from what is known of them."""
    found = index.inspected(file for _, file in listed)
    return [(n, session) for (n, _), session in zip(listed, found, strict=True)]


def _print(
    t: Words, sessions: Iterable[tuple[int, InspectedSession]], folder: Path, apart: set[Path]
) -> None:
    """Print the sessions; where one lies is said if it is not in the folder."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    written = list[str]()
    now, keeping = CasesNow.on_the_shelf(), keeping_of(folder)
    for n, session in sessions:
        first, *rest = map(printable, _lines(t, session))
        written.append(f"{click.style(f'{n:>3}', dim=True)}  {click.style(first, bold=True)}")
        written += [f"     {line}" for line in rest]
        if session.path.parent != folder:
            place = t("It is in {folder}", folder=session.path.parent)
            written.append(f"     {printable(place)}")
        if keeping.is_copy(session.path):
            text = t("It is a copy: the game's own file is gone, or does not have all of it.")
            written.append(f"     {text}")
        if session.session is not None and (change := change_of(now, session.session)):
            written.append(f"     {printable(changed_line(t, change))}")
        if apart and session.path in apart:
            text = t(
                "There are several of this game that went on differently; this is one of them."
            )
            written.append(f"     {text}")
    click.echo("\n".join(written), color=colour)


def _lines(t: Words, inspected: InspectedSession) -> Iterator[str]:
    """The lines about a session, the last with its name."""
    session, trouble = inspected.session, inspected.trouble
    problem = None if trouble is None else _problem(t, trouble)
    if session is None:
        yield problem or ""
    else:
        own = session.own_project
        result = problem or outcome(t, session.ending, session.round, own_project=own)
        yield f"{session.title(t.lang)} – {result}"
        length = duration(t, session.begun_at, session.played, session.decisions)
        yield f"{length}, {_seats(t, session)}"
    more = remarks(t, session, repaired=session.repaired) if session is not None else []
    if session is not None and session.tags:
        more.append(t("tags: {tags}", tags=", ".join(session.tags)))
    yield ", ".join((inspected.path.stem, *more))


def _problem(t: Words, trouble: Trouble) -> str:
    """The reason why not all of a session can be used."""
    return (
        trouble.translate(t)
        if trouble.newer or trouble.foreign
        else t("damaged: {what}", what=trouble.translate(t))
    )


def _seats(t: Words, session: ListedSession) -> str:
    listed = t.listed([seat.name for seat in session.seats])
    if session.before:
        listed = t("{names}; before: {before}", names=listed, before=t.listed(session.before))
    count = t.plural("{n} seat", "{n} seats", len(session.seats))
    return f"{count} ({listed})"
