"""``gevinst verify``: recompute saved sessions, and compare."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from game.cli.options import RootOptions, command
from game.cli.session_argument import session_to_read
from game.content import Case, ScenarioError, parse
from game.i18n import Words
from game.i18n.message import MessageError
from game.letters import printable
from game.session import Trouble, Verification, verify
from game.session.errors import told


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Decide every step of saved sessions again from their seed and actions, and name the "
        "first step that does not come out as it was saved.\n\n"
        "SESSION is a file, the beginning of a name in the sessions folder, or a number in the "
        "list of gevinst sessions."
    )
    return command(
        t,
        "verify",
        text,
        click.Argument(["sessions"], nargs=-1, required=True, metavar=t("SESSION...")),
        run=verify_all,
    )


def verify_all(t: Words, root: RootOptions, sessions: Iterable[str]) -> int:
    """Verify sessions one after another; returns 1 if any of them fails."""
    verified = [_verify_named(t, root.folder, name) for name in sessions]
    return 0 if all(verified) else 1


def _verify_named(t: Words, folder: Path | None, name: str) -> bool:
    """Verify the session that an argument names."""
    try:
        with session_to_read(t, folder, name) as path:
            return _verify(t, path)
    except MessageError as error:
        click.echo(error.translate(t), err=True)
        return False


def _verify(t: Words, path: Path) -> bool:
    name = printable(path.name)
    try:
        verification = verify(path, lambda text, file: parse(text, file, lang=t.lang))
    except ScenarioError as error:
        message = t("The case in {file} cannot be used any longer:", file=name)
        click.echo(f"{message}\n{error}", err=True)
        return False
    sound = verification.consistent and verification.log.cut_off is None
    click.echo(f"{name}: {_judgement(t, verification)}", err=not sound)
    for trouble, text in told(verification.troubles, t):
        wrong = not (trouble.harmless or trouble.code == "other_rules")
        click.echo(f"  {text}", err=trouble.newer or wrong)
    return sound


def _judgement(t: Words, verification: Verification[Case]) -> str:
    """The judgement (whole, torn, newer or altered), and how much of it was recomputed."""
    flaw = verification.first_flaw
    if flaw is not None and flaw.newer:
        judgement = _newer(t, flaw.line)
    elif flaw is not None and flaw.code != "cut_short":
        judgement = t("altered at line {n}.", n=max(1, flaw.line))
    elif (torn := flaw or verification.log.cut_off) is not None:
        judgement = t("torn at line {n}.", n=torn.line)
    elif not verification.ok:
        return _played_by_other_rules(t, verification)
    elif (mended := _mended(verification)) is not None:
        judgement = t("damaged at line {n}, where nothing is missing.", n=max(1, mended.line))
    else:
        judgement = t("whole.")
    decided = t.plural(
        "{n} decision decided again, as it was saved.",
        "{n} decisions decided again, all as they were saved.",
        verification.decisions,
    )
    return f"{judgement} {decided}{_undone(t, verification)}"


def _undone(t: Words, verification: Verification[Case]) -> str:
    """How many of the decisions were undone: lists of games count only those that stand."""
    undone = verification.decisions - len(verification.log.history)
    if undone <= 0:
        return ""
    return " " + t.plural("{n} of them was undone.", "{n} of them were undone.", undone)


def _mended(verification: Verification[Case]) -> Trouble | None:
    """The first damage that costs nothing."""
    codes = ("corrected", "spare", "case_found")
    return next((trouble for trouble in verification.troubles if trouble.code in codes), None)


def _played_by_other_rules(t: Words, verification: Verification[Case]) -> str:
    """The judgement for a game that the rules of today decide otherwise."""
    agreeing = t.plural(
        "{n} decision, in accord with its fingerprint.",
        "{n} decisions, all in accord with their fingerprints.",
        verification.decisions,
    )
    judgement = t("played by version {n} of the rules.", n=verification.log.header.rules)
    return f"{judgement} {agreeing}"


def _newer(t: Words, line: int) -> str:
    """The judgement for a file that a newer version wrote, wholly or from some line on."""
    if line:
        return t("saved by a newer version of Gevinstbordet from line {n} on.", n=line)
    return t("saved by a newer version of Gevinstbordet.")
