"""The handler of ``gevinst sessions tag``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.sessions.note import print_saved
from game.content.findings import printable
from game.i18n import Words
from game.session.annotations import tag_key
from game.table.flow.keeping import saved_session


def tag_session(
    t: Words, path: Path, folder: Path | None, tags: Sequence[str], *, remove: bool
) -> int:
    """Give a session tags or take them away, and print those that it has."""
    with errors_as_messages(t):
        saved = saved_session(path, folder)
        wanted = _wanted(saved.log.tags, [" ".join(tag.split()) for tag in tags], remove=remove)
        changed = wanted != saved.log.tags
        if changed:
            saved.tag(wanted)
    if changed:
        print_saved(t, path, saved)
    click.echo(", ".join(map(printable, wanted)) or t("The game has no tags."))
    return 0


def _wanted(has: tuple[str, ...], tags: Sequence[str], *, remove: bool) -> tuple[str, ...]:
    """The tags a session is to have; those that differ in capital letters only are the same."""
    known = {tag_key(tag) for tag in (tags if remove else has)}
    if remove:
        return tuple(tag for tag in has if tag_key(tag) not in known)
    new = {tag_key(tag): tag for tag in tags if tag_key(tag) not in known}
    return (*has, *new.values())
