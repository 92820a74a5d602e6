"""The handler of ``gevinst sessions export``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.handlers.errors import errors_as_messages
from game.content import Case, mend, parse
from game.i18n import Words, words
from game.session import Recording, open_recording
from game.session.anonymising import export_anonymised
from game.wording.case_names import CaseNames


def export_session(t: Words, path: Path, to: Path | None) -> int:
    """Save a copy without the players' names."""
    suffix = t("without-names")
    if to is None:
        to = path.with_stem(f"{path.stem}-{suffix}")
    elif to.is_dir():
        to = to / f"{path.stem}-{suffix}{path.suffix}"
    with errors_as_messages(t):
        seen = open_recording(path, lambda text, file: parse(text, file, lang=t.lang), mend)
        done = export_anonymised(path, to, _role_names(words(seen.log.lang), seen), seen.case.setup)
    click.echo(t("Saved in {file}", file=done.path))
    click.echo(
        t.plural(
            "Somebody was named in {n} text. Read the copy through before you pass it on.",
            "Somebody was named in {n} texts. Read the copy through before you pass it on.",
            done.texts,
        )
    )
    return 0


def _role_names(t: Words, seen: Recording[Case]) -> list[str]:
    """The name of each seat by its roles, in the language of the session."""
    called = CaseNames(t, seen.case)
    held = [called.roles(seat.roles) for seat in seen.state(0).seats]
    return [t.listed(names) or t("Seat {n}", n=n) for n, names in enumerate(held, 1)]
