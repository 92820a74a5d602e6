"""The handler of ``gevinst preflight``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.handlers.files import refuse_existing, write_or_force
from game.cli.window import screen_errors_as_messages
from game.i18n import Words
from game.preflight import is_playable, look, protocol, told, verdict
from game.resources import sessions_folder


def preflight(t: Words, folder: Path | None, to: Path | None, *, force: bool) -> int:
    """Tell each finding as it comes, then the verdict; returns 0 if a game can be played."""
    if to is not None:
        refuse_existing(t, [to], force=force)
    with screen_errors_as_messages(t):
        from game.table.flow.checking import this_machine
    machine = this_machine(folder or sessions_folder(), t.lang)
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
