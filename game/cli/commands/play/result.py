"""The result of a game, printed as tables."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from game.content import Case
from game.debrief import interventions
from game.engine import Result, result
from game.i18n import Words
from game.session import Session
from game.wording import figures, terms
from game.wording.case_names import CaseNames
from game.wording.interventions import interventions_text
from game.wording.levels import level_name
from game.wording.outcome import stress_test_text, told, verdict_title
from game.wording.shares import SHARES


def print_result(t: Words, session: Session[Case]) -> None:
    """Print the verdict, the tracks, the shares and the aims, and where the session is saved."""
    console = Console(highlight=False, emoji=False, markup=False)
    outcome = result(session.state)
    console.print(session.case.title.read(t.lang), style="bold")
    own = session.case.own_project
    console.print(verdict_title(t, outcome, own_project=own), style="bold")
    console.print(told(t, outcome))
    if own:
        console.print(stress_test_text(t))
    console.print(t("Level: {level}", level=level_name(t, session.case.setup.level)))
    if besides := interventions_text(t, interventions(session.log)):
        console.print(besides)
    console.print(_tracks(t, session.case, outcome))
    console.print(_shares(t, outcome))
    console.print(_aims(t, session, outcome))
    decisions = len(session.history)
    console.print(t.plural("{n} decision", "{n} decisions", decisions) + ", ", end="")
    console.print(t("seed {seed}", seed=session.log.header.seed))
    console.print(t("Saved in {file}", file=session.path), soft_wrap=True)


def _tracks(t: Words, case: Case, outcome: Result) -> Table:
    table = Table(t("Track"), t("Result"))
    for heading in (t("Points"), t("Goal"), t("Claimed"), t("Indicator")):
        table.add_column(heading, justify="right")
    for track in outcome.tracks:
        table.add_row(
            terms.track(t, track.track),
            terms.track_status(t, track.status),
            t.number(track.points),
            t.number(track.goal),
            t.number(track.claimed),
            figures.indicator(t, case, track.track, track.points),
        )
    return table


def _shares(t: Words, outcome: Result) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False)
    for key, (name, _) in SHARES.items():
        share = getattr(outcome, key)
        table.add_row(t(name), "–" if share is None else t.percent(share))
    return table


def _aims(t: Words, session: Session[Case], outcome: Result) -> Table:
    table = Table()
    for heading in (t("Seat"), t("Role"), t("Aim"), t("Met")):
        table.add_column(heading, overflow="fold")  # else a picture in a name costs its line an end
    for aim in outcome.aims:
        table.add_row(
            session.state.seats[aim.seat].name,
            CaseNames(t, session.case).role(aim.role),
            f"{terms.aim(t, aim.aim)} ({terms.aim_progress(t, aim)})",
            t("yes") if aim.met else t("no"),
        )
    return table
