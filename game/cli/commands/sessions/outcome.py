"""``gevinst sessions outcome``."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from game.cli.errors import InputError
from game.cli.names import is_confirmed
from game.cli.options import RootOptions
from game.cli.params import day_example, parse_day_option
from game.cli.saved import print_saved, warn_of_names
from game.cli.session_argument import session_command
from game.content import Case, mend, parse
from game.content.lenient.quantities import QuantityError, read_quantity
from game.debrief import debrief
from game.debrief.doubts import Told, doubts
from game.debrief.follow_up import OutcomeSubject
from game.engine import TRACKS, Measure, Track
from game.engine.events import IdeaPlaced, IdeaWritten
from game.frozen import frozen
from game.i18n import Words
from game.letters import one_line, printable
from game.report.filled import measured_as
from game.report.told import about, told_day, told_value
from game.session import Log, Outcome, Recording, open_recording
from game.session.annotating import begun_on
from game.session.annotations import Held
from game.table.flow.keeping import saved_session
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.doubts import doubt_text, scale_of, subject_measure


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Tell what became of it in the real world.\n\nFor a trial: --idea and --held. For a "
        "track: --track and --value. For a benefit: --idea, --track and --value. An idea is "
        "named by its letter on the table."
    )
    return session_command(
        t,
        "outcome",
        text,
        click.Option(["--idea"], metavar=t("LETTER"), help=t("The idea, by its letter.")),
        click.Option(["--track"], type=click.Choice(TRACKS), help=t("The track.")),
        click.Option(
            ["--held"],
            type=click.Choice(get_args(Held)),
            help=t("Whether the idea held in practice."),
        ),
        click.Option(["--value"], metavar="N", help=t("What the indicator shows now.")),
        click.Option(["--text"], default="", metavar=t("TEXT"), help=t("In words.")),
        click.Option(
            ["--date", "day"],
            metavar=t("DATE"),
            help=t("The day, such as {example}; without it, today.", example=day_example(t)),
        ),
        click.Option(["--by"], default="", metavar=t("NAME"), help=t("Who tells it.")),
        click.Option(["--confirm"], is_flag=True, help=t("It is right, even if it is unusual.")),
        run=add_outcome,
    )


@frozen
class OutcomeOptions:
    """The options as given: those of exactly one of a trial, a track or a benefit."""

    idea: str | None
    track: Track | None
    held: Held | None
    value: str | None
    text: str
    day: str | None
    by: str
    confirm: bool

    def check(self, t: Words) -> None:
        """Refuse options that do not go together."""
        trial = self.idea and self.held and not self.track and self.value is None
        measured = self.track and self.value is not None and not self.held
        if not trial and not measured:
            message = t(
                "Give --idea and --held (a trial), --track and --value (a track), or --idea, "
                "--track and --value (a benefit)."
            )
            raise click.UsageError(message)


def add_outcome(t: Words, root: RootOptions, path: Path, **given: Any) -> int:
    """Add the outcome of a trial, a track or a benefit, once what is unusual is confirmed."""
    options = OutcomeOptions(**given)
    options.check(t)
    day = parse_day_option(t, options.day)
    seen = open_recording(path, lambda text, file: parse(text, file, lang=t.lang), mend)
    idea = None if options.idea is None else _find_idea(t, seen.log, options.idea)
    value = _read_value(t, seen, (idea, options.track), options.value)
    told = Told(idea, options.track, value, day)
    confirmed = _settle_doubts(t, seen, told, given=options.confirm)
    added = saved_session(path, root.folder)
    told_now = added.outcome(
        idea=told.idea,
        track=told.track,
        held=options.held,
        value=told.value,
        text=options.text,
        day=told.day,
        by=one_line(options.by),
        confirmed=confirmed,
    )
    click.echo(printable(" · ".join(_stored(t, seen, told_now))))
    print_saved(t, path, added)
    warn_of_names(t, added)
    return 0


def _stored(t: Words, seen: Recording[Case], outcome: Outcome) -> tuple[str, str, str]:
    """What was written, so that a wrong day or a wrong subject is seen."""
    m = _measure(t, seen, (outcome.idea, outcome.track))
    return (
        about(CaseNames(t, seen.case), seen.last.ideas, outcome),
        told_value(t, outcome, m),
        told_day(t, outcome.date),
    )


def _settle_doubts(t: Words, seen: Recording[Case], told: Told, *, given: bool) -> bool:
    """Refuse what cannot be, and have confirmed what is unusual; returns whether it was."""
    d, called = debrief(seen.log, seen.case.setup), CaseNames(t, seen.case)
    fmt = DebriefFormatter(called, measured_as=measured_as(seen.log))
    scale = scale_of(fmt, d)(told.subject)
    found = doubts(d, told, scale, begun=begun_on(seen.log), today=date.today())
    if not found:
        return False
    m = subject_measure(fmt, d, told.subject)
    said = "\n".join(doubt_text(t, doubt, m) for doubt in found)
    if any(doubt.impossible for doubt in found):
        raise InputError(said, t("Nothing has been written. Correct it, and try again."))
    if not given and not is_confirmed(t, said):
        how = t("Nothing has been written. If it is right, give --confirm as well.")
        raise InputError(said, how)
    return True


def _measure(t: Words, seen: Recording[Case], subject: OutcomeSubject) -> Measure | None:
    """What a value is read on."""
    fmt = DebriefFormatter(CaseNames(t, seen.case), measured_as=measured_as(seen.log))
    return subject_measure(fmt, debrief(seen.log, seen.case.setup), subject)


def _read_value(
    t: Words, seen: Recording[Case], subject: OutcomeSubject, text: str | None
) -> float | None:
    """A number as people write it in the language of the program, also with its unit."""
    if text is None:
        return None
    m = _measure(t, seen, subject)
    try:
        value = read_quantity(text, t.lang, "" if m is None else m.unit)
    except QuantityError as error:
        if error.why == "other_unit" and m is not None:
            message = t("“{text}” is not counted in {unit}.", text=printable(text), unit=m.unit)
            raise click.UsageError(message) from None
        value = None
    if value is None or not math.isfinite(value):
        raise click.UsageError(t("“{text}” is not a number.", text=text))
    return value


def _find_idea(t: Words, log: Log, name: str) -> str:
    """An idea by its letter on the table, or by its id."""
    letters: dict[str, str] = {}
    for decision in log.history:
        for event in decision.events:
            if isinstance(event, IdeaPlaced | IdeaWritten):
                letters[event.letter] = event.idea
    if name in letters.values():
        return name
    if name.upper() not in letters:
        raise InputError(
            t("No idea has the letter {letter}.", letter=name),
            t("Choose one of these: {letters}.", letters=", ".join(letters)),
        )
    return letters[name.upper()]
