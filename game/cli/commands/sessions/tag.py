"""``gevinst sessions tag``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from game.cli.options import RootOptions
from game.cli.saved import print_saved
from game.cli.session_argument import session_command
from game.i18n import Words
from game.letters import printable
from game.session.annotations import tag_key
from game.table.flow.keeping import saved_session


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Give a session tags, so that it is easy to find again.\n\nThey stand in the session "
        "and go with its file. Without a TAG the tags that it has are shown."
    )
    return session_command(
        t,
        "tag",
        text,
        click.Argument(["tags"], nargs=-1, metavar=t("[TAG]…")),
        click.Option(["--remove"], is_flag=True, help=t("Take these tags away.")),
        run=tag_session,
    )


def tag_session(
    t: Words, root: RootOptions, path: Path, tags: Sequence[str], *, remove: bool
) -> int:
    """Give a session tags or take them away, and print those that it has."""
    saved = saved_session(path, root.folder)
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
