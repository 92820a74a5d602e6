"""``gevinst preflight``: whether a game can be played on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.files import refuse_existing, write_or_force
from game.cli.options import RootOptions, command, force
from game.cli.params import FilePath
from game.cli.window import screen_errors_as_messages
from game.i18n import Words
from game.preflight import is_playable, look, protocol, told, verdict
from game.resources import sessions_folder


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Check this computer before the workshop.\n\nIt checks whether games can be saved "
        "where they will last, and checks disk space, clock, letters, screens and sound; it "
        "opens the phones' page at this computer's address in a network for a moment, if it "
        "can, and reads it, so a firewall may ask; and it saves a tiny game, reads it back, "
        "replays it and writes its report. Nothing of it is left. The exit code is 0 if a "
        "game can be played here, else 1."
    )
    return command(
        t,
        "preflight",
        text,
        click.Option(
            ["--to"],
            type=FilePath(t, new=True),
            metavar=t("FILE"),
            help=t("Save what was found as a text file too, for example for the IT department."),
        ),
        force(t),
        run=preflight,
    )


def preflight(t: Words, root: RootOptions, to: Path | None, *, force: bool) -> int:
    """Tell each finding as it comes, then the verdict; returns 0 if a game can be played."""
    if to is not None:
        refuse_existing(t, [to], force=force)
    with screen_errors_as_messages(t):
        from game.table.flow.checking import this_machine
    machine = this_machine(root.folder or sessions_folder(), t.lang)
    findings = []
    for finding in look(machine):
        findings.append(finding)
        for line in told(t, finding):
            click.echo(line)
    click.echo()
    click.echo(t(verdict(findings)))
    if to is not None:
        write_or_force(t, to, protocol(t, machine, findings).encode(), force=force)
        click.echo(t("Saved in {file}", file=to))
    return 0 if is_playable(findings) else 1
