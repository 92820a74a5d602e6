"""The summary of a session, for the list of sessions and for a single session."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeGuard

import click

from game.content import Prose, title_of
from game.content.since import CaseChange, CasesNow, change_since
from game.engine.events import Ending
from game.i18n import Words
from game.letters import printable
from game.session import Header, Trouble
from game.session.index import InspectedSession, ListedSession
from game.wording import terms
from game.wording.changed import changed_line
from game.wording.levels import level_name

_MINUTE: Final = 60


def title(header: Header) -> Prose:
    """The title of the case."""
    return title_of(header.scenario, header.scenario_file)


def format_moment(t: Words, when: datetime) -> str:
    """A date and time in the format of tables."""
    time = f"{when.hour:02}:{when.minute:02}"
    if t.lang == "da":
        return f"{when.day:02}-{when.month:02}-{when.year:04} {time}"
    return f"{when.year:04}-{when.month:02}-{when.day:02} {time}"


def duration(t: Words, begun: datetime, seconds: float, decisions: int) -> str:
    """When a game was begun, how long it was played, and how many decisions were taken."""
    minutes = t.plural("{n} minute", "{n} minutes", round(seconds / _MINUTE))
    decided = t.plural("{n} decision", "{n} decisions", decisions)
    return f"{format_moment(t, begun)}, {minutes}, {decided}"


def outcome(t: Words, ending: Ending | None, round: int, *, own_project: bool = False) -> str:
    """How the game ended, or how far it got."""
    if ending is not None:
        return terms.ending(t, ending, own_project=own_project)
    return t("not finished, round {n}", n=max(1, round))


def remarks(t: Words, header: Header | ListedSession, *, repaired: bool) -> list[str]:
    """Remarks on a game: the level, that it is repaired or a branch, or that names were removed."""
    found = []
    if header.level is not None:
        found.append(t("on the level “{level}”", level=level_name(t, header.level)))
    if header.origin is not None:
        name, entry = printable(Path(header.origin.file).stem), header.origin.entry
        went_on = t("from entry {n} of {name}", n=entry, name=name)
        found.append(t("repaired from {name}", name=name) if repaired else went_on)
    if header.anonymised:
        found.append(t("names were taken out"))
    return found


def change_of(now: CasesNow, session: ListedSession) -> CaseChange | None:
    """How the case of a game differs from the one that is there now; of a nameless game nothing."""
    if session.anonymised:
        return None
    return now.change(session.case_id, session.case_version, session.scenario_hash)


def tell_change(t: Words, header: Header) -> None:
    """Say in one line if the case of a game is no longer the one that is there."""
    if header.anonymised:
        return
    if change := change_since(header.scenario, header.scenario_file):
        click.echo(printable(changed_line(t, change)), err=True)


def json_fields(t: Words, inspected: InspectedSession) -> dict[str, Any]:
    """A session as JSON data; for a damaged file, what is known of it."""
    session, trouble = inspected.session, inspected.trouble
    return {
        "name": inspected.path.stem,
        "file": str(inspected.path),
        "damaged": trouble.translate(t) if _is_damaged(trouble) else None,
        "foreign": trouble.translate(t) if trouble is not None and trouble.foreign else None,
        "newer": trouble is not None and trouble.newer,
        **(_known_fields(t, session) if session is not None else {}),
    }


def _is_damaged(trouble: Trouble | None) -> TypeGuard[Trouble]:
    """Whether something is wrong with the file, rather than being a newer version's or foreign."""
    return trouble is not None and not trouble.newer and not trouble.foreign


def _known_fields(t: Words, session: ListedSession) -> dict[str, Any]:
    origin = session.origin
    return {
        "case": session.title(t.lang),
        "case_id": session.case_id,
        "case_version": session.case_version,
        "created": session.created,
        "seats": [{"name": seat.name, "roles": seat.roles} for seat in session.seats],
        "before": session.before,
        "over": session.over,
        "verdict": session.verdict,
        "ended_early": session.ended_early,
        "round": session.round,
        "minutes": round(session.played / _MINUTE, 1),
        "decisions": session.decisions,
        "language": session.lang,
        "rules": session.rules,
        "level": session.level or "normal",
        "origin": None if origin is None else {"file": origin.file, "entry": origin.entry},
        "repaired": session.repaired,
        "anonymised": session.anonymised,
        "tags": session.tags,
    }
