"""The debrief page by page, and two ends side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pygame

from game.content import parse
from game.debrief import debrief
from game.debrief.others import facts_of
from game.engine import Action, State
from game.engine import actions as act
from game.i18n import words
from game.intake.intake import find_differences
from game.intake.sheets import read_sheets
from game.session import SavedSession, Session
from game.table.after.debrief.compare import CompareScreen, Side
from game.table.after.debrief.fill import FillPage
from game.table.after.debrief.others import OthersPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.debrief.what_if import opening
from game.table.after.register.dialog import RegisterDialog
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.discussion.rests_on import EvidenceDialog
from tests import staging
from tests.pictures.studio import Look, Studio, enter, nothing
from tests.report import sessions

_EDITED = """Gevinst-id;Måleansvarlig;Målemetode / datakilde;Nulpunkt: værdi;Bemærkning
G-01;Ole Vang, controller;Optælling i to uger;62;set
G-02;;;mange;
G-14;Ny;;;
"""


@cache
def ended(folder: Path, bot: str, count: int, seed: int) -> Session:
    """A whole game, in which estimates were called for once, and something was noted."""
    session = staging.begin(folder, count, seed)
    staging.play(session, staging.by(bot), lambda s: s.round == 2 and s.step == "turn")
    poker(session)
    session.bookmark("Her blev der stille ved bordet")
    return staging.play(session, staging.by(bot), lambda s: False)


def poker(session: Session) -> None:
    """Every seat gives its number for the first benefit on the table."""
    s: State = session.state
    idea = s.ideas[0]
    calls: list[Action] = [act.CallEstimates(idea.id, next(idea.claims())[0])]
    calls += [act.GiveEstimate(n, (5, 1, 3, 4, 6, 3, 2, 4)[n]) for n in range(len(s.seats))]
    for call in (*calls, act.CloseEstimates()):
        staging.decide(session, call)


def open_debrief(studio: Studio, session: Session) -> DebriefScreen:
    """The debrief of a session, with every way out of it."""
    screen = DebriefScreen(
        staging.case(), session, DiscussionExits(nothing, nothing, nothing, nothing)
    )
    studio.show(screen)
    return screen


@cache
def fullest(folder: Path) -> Session:
    """The fullest table, to its end."""
    return staging.play(staging.fullest(folder), staging.trusting, lambda s: False)


def _page(wanted: type[DiscussionPage] | str, session: Callable[[Path], Session]) -> Look:
    """The first page of a kind, or of a kind of moment."""

    def make(studio: Studio) -> None:
        screen = open_debrief(studio, session(studio.folder))
        for moment in screen.discussion.to_choose:
            if moment.kind == wanted:
                screen._open(moment)
                return
        screen.turn(next(n for n, page in enumerate(screen.pages) if type(page) is wanted))

    return make


def _rush(folder: Path) -> Session:
    return ended(folder, "rush", 6, 4)


def _method(folder: Path) -> Session:
    return ended(folder, "method", 4, 3)


def _decided(folder: Path) -> Session:
    """A game whose result is decided while rounds are left."""
    return ended(folder, "method", 4, 5)


def _enter() -> None:
    from game.table.after.debrief import (
        agreed,
        check_in,
        checks,
        choosing,
        course,
        foresight,
        group,
        harvest,
        owners,
        timeline,
        what_if,
    )

    pages: tuple[tuple[str, type[DiscussionPage]], ...] = (
        ("check-in", check_in.CheckInPage),
        ("timeline", timeline.TimelinePage),
        ("way", course.CoursePage),
        ("harvest", harvest.HarvestPage),
        ("unspoken", harvest.UnclaimedPage),
        ("roles", group.RolesPage),
        ("measured", group.MeasuredPage),
        ("questions", group.QuestionsPage),
        ("what-if", what_if.WhatIfPage),
        ("missing", checks.ChecksPage),
        ("owners", owners.OwnersPage),
        ("steps", agreed.NextStepsPage),
        ("foresight", foresight.ForesightPage),
        ("choosing", choosing.ChoosingPage),
    )
    for n, (name, kind) in enumerate(pages):
        enter(f"b{n:02}-debrief-{name}", DebriefScreen, _page(kind, _method))
        if kind is not owners.OwnersPage:
            enter(f"c{n:02}-debrief-fullest-{name}", DebriefScreen, _page(kind, fullest))
    for n, moment in enumerate(("EstimatesSpread", "UnnamedRiskStruck", "TrackHarmed")):
        enter(f"d{n}-debrief-moment-{moment}", DebriefScreen, _page(moment, _rush))
    for moment in ("PhaseWithout", "RalliedInstead"):
        enter(f"d3-debrief-moment-{moment}", DebriefScreen, _page(moment, _method))
    enter("d3-debrief-moment-VerdictDecided", DebriefScreen, _page("VerdictDecided", _decided))
    enter("d4-debrief-fullest-moment", DebriefScreen, _page("OwnerLate", fullest))
    enter("d5-debrief-evidence", EvidenceDialog, _evidence(_method))
    enter("d6-debrief-fullest-evidence", EvidenceDialog, _evidence(fullest))
    enter("d7-debrief-others", DebriefScreen, _others)
    enter("d8-debrief-own-fill", DebriefScreen, _filling)
    enter("d9-debrief-register-ask", RegisterDialog, _register_ask)
    enter("d9-debrief-register-back", RegisterDialog, _register_back)
    for n, name in enumerate(("ends", "measures", "benefits")):
        enter(f"e{n}-compare-{name}", CompareScreen, _compare(n))
    enter("e3-compare-risks", CompareScreen, _compare(-1))


def _evidence(session: Callable[[Path], Session]) -> Look:
    """What a page of the harvest rests on."""
    from game.table.after.debrief.harvest import HarvestPage

    def make(studio: Studio) -> None:
        _page(HarvestPage, session)(studio)
        studio.key(pygame.K_e)

    return make


def _others(studio: Studio) -> None:
    """What other groups did: four groups, each with something of its own."""
    session = _method(studio.folder)
    screen = open_debrief(studio, session)
    facts = facts_of(session.log)
    turned = replace(facts, tried=facts.tried[::-1], implemented=facts.implemented[::-1])
    screen.compare_with([facts, turned, replace(turned, verdict="nearly"), facts])
    screen.turn(next(n for n, page in enumerate(screen.pages) if isinstance(page, OthersPage)))


def _filling(studio: Studio) -> None:
    """The register of an own project, at the question of a baseline."""
    path = sessions.own_project(studio.folder)
    case = staging.case("eget-projekt")
    screen = DebriefScreen(case, SavedSession(path), DiscussionExits(nothing))
    studio.show(screen)
    screen.turn(next(n for n, page in enumerate(screen.pages) if isinstance(page, FillPage)))
    studio.click("fill-skip")


def _register_ask(studio: Studio) -> RegisterDialog:
    """Which file it is, over the debrief of an own project."""
    path = sessions.own_project(studio.folder)
    screen = DebriefScreen(
        staging.case("eget-projekt"), SavedSession(path), DiscussionExits(nothing)
    )
    studio.show(screen)
    dialog = RegisterDialog(screen.discussion, nothing)
    studio.app.push(dialog)
    return dialog


def _register_back(studio: Studio) -> None:
    """What differs in an edited register, and what of it does not fit."""
    dialog = _register_ask(studio)
    file = studio.folder / "gevinstoversigt.csv"
    file.write_text(_EDITED, "utf-8")
    path = dialog.discussion.log.path
    dialog.found = find_differences(read_sheets(file), file.name, path, words("da"))


def _compare(page: int) -> Look:
    def make(studio: Studio) -> None:
        screen = CompareScreen(staging.case(), *two_ends(studio), nothing)
        studio.show(screen)
        screen.turn(page % screen.count)

    return make


def two_ends(studio: Studio) -> tuple[Side, Side]:
    """A game, and what it became from round 3 on with another group's habits."""
    one = _method(studio.folder)
    d = debrief(one.log, one.case.setup)
    other = Session.branch(one.path, opening(d, 3), parse, studio.folder)
    staging.play(other, staging.by("rush"), lambda s: False)
    lang = studio.app.lang
    names = ("Som det gik", "Hvad nu hvis") if lang == "da" else ("As it went", "What if")
    return Side(names[0], d), Side(names[1], debrief(other.log, other.case.setup))


_enter()
