"""The list of saved games, and what is in one of them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import click

from game.cli.click_messages import InputError
from game.content import Prose, title_of
from game.content.findings import clear
from game.i18n import Words
from game.session import Glance, Header, SessionError, Shelved, shelved
from game.session.folder import SUFFIX
from game.session.places import newest_first
from game.wording import names

SHOWN: Final = 10
_MINUTE: Final = 60


# ------------------------------------------------------------------ which one is meant
def find(t: Words, folder: Path, named: str) -> Path:
    """A session by its number in the list, by the beginning of its name, or by its file."""
    if Path(named).is_file():
        return Path(named)
    listed = newest_first(folder)
    if named.isdecimal() and 1 <= int(named[:6]) <= len(listed):
        return listed[int(named) - 1]
    if Path(named).is_dir() and named:
        raise InputError(SessionError("is_folder", file=clear(named)).say(t))
    wanted = named.removesuffix(SUFFIX).casefold()
    found = [path for path in listed if wanted and path.stem.casefold().startswith(wanted)]
    exactly = [path for path in found if path.stem.casefold() == wanted]
    if len(exactly or found) == 1:
        return (exactly or found)[0]
    raise InputError(_several(t, named, found) if found else _none(t, folder, named, listed))


def _several(t: Words, named: str, found: Sequence[Path]) -> str:
    said = t(
        "Several sessions begin with {name}. Write more of the name, or its number:", name=named
    )
    return "\n".join((said, *(f"  {path.stem}" for path in found[:SHOWN])))


def _none(t: Words, folder: Path, named: str, listed: Sequence[Path]) -> str:
    if Path(named).name != named or named.endswith(SUFFIX):
        return t("There is no file {file}.", file=clear(named))
    said = t("There is no session called {name} in {folder}.", name=named, folder=folder)
    if close := get_close_matches(named, [path.stem for path in listed], 1):
        said += " " + t("Did you mean {name}?", name=close[0])
    return said + " " + t("“gevinst sessions” lists them all.")


# ------------------------------------------------------------------ the list
def list_sessions(t: Words, folder: Path, *, all_: bool, as_json: bool) -> int:
    """Print what lies in a folder, the last one first."""
    if folder.exists() and not folder.is_dir():
        raise InputError(t("{file} is no folder.", file=folder))
    paths = newest_first(folder)
    listed = [shelved(path) for path in (paths if all_ or as_json else paths[:SHOWN])]
    if as_json:
        click.echo(_as_json([{"number": n} | fields_of(t, one) for n, one in enumerate(listed, 1)]))
    elif not listed:
        click.echo(t("No games are saved in {folder} yet. “gevinst” begins one.", folder=folder))
    else:
        _print_list(t, listed)
        if more := len(paths) - len(listed):
            click.echo(t.plural("… and {n} more: --all", "… and {n} more: --all", more))
    return 0


def _print_list(t: Words, listed: Iterable[Shelved]) -> None:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for n, one in enumerate(listed, 1):
        first, *rest = map(clear, _told(t, one))
        click.echo(
            f"{click.style(f'{n:>3}', dim=True)}  {click.style(first, bold=True)}", color=colour
        )
        for line in rest:
            click.echo(f"     {line}", color=colour)


def _told(t: Words, one: Shelved) -> Iterator[str]:
    """A session in a few lines, its name the last."""
    seen, wrong = one.glance, one.trouble
    said = None if wrong is None else t("damaged: {what}", what=wrong.say(t))
    if seen is None:
        yield said or ""
    else:
        yield f"{title(seen.header).read(t.lang)} – {said or result(t, seen)}"
        yield f"{_length(t, seen)}, {_seats(t, seen)}"
    more = remarks(t, seen.header) if seen is not None else []
    yield ", ".join((one.path.stem, *more))


def _length(t: Words, seen: Glance) -> str:
    minutes = round(seen.played / _MINUTE)
    lasted = t.plural("{n} minute", "{n} minutes", minutes)
    decided = t.plural("{n} decision", "{n} decisions", seen.decisions)
    return f"{moment(t, created(seen.header))}, {lasted}, {decided}"


def _seats(t: Words, seen: Glance) -> str:
    listed = t.listed([seat.name for seat in seen.seats])
    count = t.plural("{n} seat", "{n} seats", len(seen.seats))
    return f"{count} ({listed})"


def result(t: Words, seen: Glance) -> str:
    """The verdict, or how far the game came."""
    if seen.verdict is not None:
        return names.verdict(t, seen.verdict)
    return t("not finished, round {n}", n=max(1, seen.round))


def remarks(t: Words, header: Header) -> list[str]:
    """What else the header says of a session: that it is a branch, or that names were removed."""
    said = []
    if header.origin is not None:
        name, entry = clear(Path(header.origin.file).stem), header.origin.entry
        said.append(t("from entry {n} of {name}", n=entry, name=name))
    if header.anonymised:
        said.append(t("without names"))
    return said


def created(header: Header) -> datetime:
    """When the game was begun, by the clock on this wall."""
    return datetime.fromisoformat(header.created).astimezone()


def moment(t: Words, when: datetime) -> str:
    """A day and an hour as they stand in a table."""
    return f"{when:%d-%m-%Y %H:%M}" if t.lang == "da" else f"{when:%Y-%m-%d %H:%M}"


@lru_cache(64)
def _title(scenario: str, file: str) -> Prose:
    return title_of(scenario, file)


def title(header: Header) -> Prose:
    """What the case is called; many sessions are of one case, whose text is read once."""
    return _title(header.scenario, header.scenario_file)


# ------------------------------------------------------------------ for other programs
def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def fields_of(t: Words, one: Shelved) -> dict[str, Any]:
    """One of the list; ``None`` for what cannot be known of a damaged file."""
    seen, trouble = one.glance, one.trouble
    return {
        "name": one.path.stem,
        "file": str(one.path),
        "damaged": None if trouble is None else trouble.say(t),
        **(_known(t, seen) if seen is not None else {}),
    }


def _known(t: Words, seen: Glance) -> dict[str, Any]:
    origin = seen.header.origin
    return {
        "case": title(seen.header).read(t.lang),
        "created": seen.header.created,
        "seats": [{"name": seat.name, "roles": seat.roles} for seat in seen.seats],
        "over": seen.over,
        "verdict": seen.verdict,
        "round": seen.round,
        "minutes": round(seen.played / _MINUTE, 1),
        "decisions": seen.decisions,
        "language": seen.header.lang,
        "rules": seen.header.rules,
        "origin": None if origin is None else {"file": origin.file, "entry": origin.entry},
        "anonymised": seen.header.anonymised,
    }
