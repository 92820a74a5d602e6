"""Filling in a group's own project, and playing it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from game.content import Case, Prose, Summary, load, parse
from game.content import own_project as own
from game.engine import Event, Seat
from game.engine import actions as act
from game.engine import events as ev
from game.i18n import Lang
from game.session import Session
from game.table.after.debrief.screen import DebriefScreen
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.result import ResultScreen
from game.table.play.table import TableScreen
from game.table.setup.own_project import OwnProjectScreen
from game.table.setup.own_project_form import ProjectForm
from game.table.setup.own_projects import OwnProjectsScreen
from tests.onward import onward
from tests.pictures.studio import Studio, look, nothing
from tests.staging import by, decide, play
from tests.table.sitting import lay

TITLES = (
    "Færre breve, flere svar",
    "Hjemmeplejens morgenvagt",
    "Vej & Park: Huller i vejen meldes med et billede",
)
LONG = "Sagsbehandlingstidsoverholdelse i byggesagsadministrationen"
"""As long as a title may be, in a word that hardly ends."""


def form(*, new: bool = True, lang: Lang = "da") -> OwnProjectScreen:
    """The form of a new project, or of one that is filled in to the brim."""
    case = load(own.TEMPLATE)
    project = own.read(case, lang)
    if not new:
        tracks = {
            track: replace(
                indicator, name=LONG[: own.MAX_TITLE], unit="procent af borgerne", target=12345.67
            )
            for track, indicator in project.tracks.items()
        }
        project = replace(
            project,
            title=LONG[: own.MAX_TITLE],
            about=(project.about + "\n\n") * 2,
            posts=tuple(
                (f"{LONG[: own.MAX_POST - 2]} {n}", 1234.5 * n)
                for n in range(1, own.MOST_POSTS + 1)
            ),
            tracks=tracks,
            roles={id: f"{name}, {LONG}"[: own.MAX_ROLE] for id, name in project.roles.items()},
        )
    return OwnProjectScreen(case, ProjectForm(project, lang, new=new), nothing, nothing, nothing)


def step(studio: Studio, name: str, *, new: bool = True) -> OwnProjectScreen:
    screen = form(new=new, lang=studio.app.lang)
    screen.step = name
    studio.show(screen)
    return screen


@look("10-own-project", OwnProjectScreen)
def _project(studio: Studio) -> None:
    step(studio, "project")


@look("10b-own-project-money", OwnProjectScreen)
def _money(studio: Studio) -> None:
    step(studio, "economy")


@look("10c-own-project-tracks", OwnProjectScreen)
def _tracks(studio: Studio) -> None:
    step(studio, "tracks")


@look("10d-own-project-roles", OwnProjectScreen)
def _roles(studio: Studio) -> None:
    step(studio, "roles")


@look("10e-own-project-full", OwnProjectScreen)
def _full(studio: Studio) -> None:
    step(studio, "project", new=False)


@look("10f-own-project-money-full", OwnProjectScreen)
def _full_money(studio: Studio) -> None:
    step(studio, "economy", new=False)


@look("10g-own-project-tracks-full", OwnProjectScreen)
def _full_tracks(studio: Studio) -> None:
    step(studio, "tracks", new=False)


@look("10h-own-project-roles-full", OwnProjectScreen)
def _full_roles(studio: Studio) -> None:
    step(studio, "roles", new=False)


@look("10i-own-project-money-wrong", OwnProjectScreen)
def _wrong_money(studio: Studio) -> None:
    screen = step(studio, "economy")
    form = screen.form
    form.add_post()
    for key, text in (("saving", "to millioner"), ("post-1-name", ""), ("post-2-value", "-4")):
        form.set(key, text)
    form.examine(studio.app.t, "economy")
    screen.refresh()


@look("10j-own-project-tracks-wrong", OwnProjectScreen)
def _wrong_tracks(studio: Studio) -> None:
    screen = step(studio, "tracks")
    for key, text in (
        ("citizen-indicator", ""),
        ("process-baseline", "14 dage"),
        ("economy-target", "1,5"),
        ("employee-target", "55"),
    ):
        screen.form.set(key, text)
    screen.form.examine(studio.app.t, "tracks")
    screen.refresh()


@look("10k-own-projects", OwnProjectsScreen)
def _earlier(studio: Studio) -> None:
    files = ("faerre-breve.toml", "morgenvagt.toml", "huller-i-vejen.toml")
    earlier = [
        Summary(Path(file), "x", Prose.of(title)) for file, title in zip(files, TITLES, strict=True)
    ]
    folder = Path("/home/ane/Documents/Gevinstbordet/cases")
    studio.show(OwnProjectsScreen(earlier, folder, nothing, nothing, nothing))


# ------------------------------------------------------------------ in play
def _sit_down(studio: Studio) -> None:
    case = load(own.TEMPLATE)
    project = replace(own.read(case, "da"), title=TITLES[0])
    case = parse(own.write(project, case.source, "da"), "own.toml")
    seats = [Seat(name, ()) for name in ("Ane", "Bo", "Carl", "Ditte")]
    session = Session.create(case, seats, 1, studio.folder, lang=studio.app.lang)
    studio.show(TableScreen(lay(Game(studio.app, case, session))))


@look("19-own-project-table", TableScreen)
def _table(studio: Studio) -> None:
    _sit_down(studio)


@look("19b-own-project-write", WriteDialog)
def _write(studio: Studio) -> None:
    _sit_down(studio)
    studio.click("prompt:idea")
    assert isinstance(studio.app.top, WriteDialog)


@look("19c-own-project-write-benefit", WriteDialog)
def _write_benefit(studio: Studio) -> None:
    _one_idea(studio)
    studio.click("prompt:benefit")


@look("19d-own-project-write-risk", WriteDialog)
def _write_risk(studio: Studio) -> None:
    _one_idea(studio)
    studio.click("prompt:risk")


def _one_idea(studio: Studio) -> Game:
    """A table on which one written idea lies."""
    _sit_down(studio)
    screen = studio.app.top
    assert isinstance(screen, TableScreen)
    game = screen.game
    game.do(act.WriteIdea(0, "Ét brev, som borgeren forstår", "citizen", "communication", 3))
    studio.look()
    return game


# ------------------------------------------------------------------ risks in the group's own words
def _risky(studio: Studio) -> Game:
    """A written idea with two written risks in Concretisation, a true one among its own known."""
    game = _one_idea(studio)
    idea = game.state.ideas[0].id
    for name, track in (("Ingen læser brevet", "citizen"), ("Fagsproget vender hjem", "process")):
        _act(game)
        seat = game.state.turn
        decide(game.session, act.WriteRisk(seat, name, track, idea, 3, 2))
    decide(game.session, act.EndPhase())
    decide(game.session, act.Correct("capacity", 9, "So that nothing is lacking"))
    _act(game)
    return game


def _act(game: Game) -> None:
    while game.state.step != "turn" or game.state.actions < 1:
        decide(game.session, onward(game.state))


@look("19e-own-project-sheet", IdeaSheet)
def _sheet(studio: Studio) -> None:
    game = _risky(studio)
    studio.app.push(IdeaSheet(game, game.state.ideas[0].id))


@look("19f-own-project-mitigate", MitigateDialog)
def _mitigate(studio: Studio) -> None:
    game = _risky(studio)
    idea = game.state.ideas[0]
    studio.app.push(MitigateDialog(game, idea, idea.risks[0]))


@look("19g-own-project-not-in-play", CheckScreen)
def _not_in_play(studio: Studio) -> None:
    """A risk that the group named and that did not strike: nobody says that it is not real."""
    _checked(studio, ev.FalseAlarm)


@look("19h-own-project-drawn-risk", CheckScreen)
def _drawn_risk(studio: Studio) -> None:
    """A risk that was drawn for the idea, and what the group had believed of it."""
    _checked(studio, ev.RiskThrown)


def _checked(studio: Studio, kind: type[Event]) -> None:
    """The reality check of the written idea, at an event."""
    game = _risky(studio)
    implement = act.Implement(game.state.turn, game.state.ideas[0].id)
    while game.why_not(implement):
        decide(game.session, act.EndPhase())
        _act(game)
        implement = act.Implement(game.state.turn, game.state.ideas[0].id)
    decided = decide(game.session, implement)
    while not decided.has(ev.IdeaRealised):
        decided = decide(game.session, onward(game.state))
    screen = CheckScreen(game, decided.before, decided.moments, nothing)
    steps = enumerate(screen.steps)
    screen.at = next(n for n, step in steps if step.events and isinstance(step.events[0], kind))
    studio.app.push(screen)


# ------------------------------------------------------------------ when it is over
@cache
def _over(folder: Path) -> Session[Case]:
    """A whole game on the shipped own project."""
    case = load(own.TEMPLATE)
    seats = [Seat(name, ()) for name in ("Ane", "Bo", "Carl", "Ditte")]
    session = Session.create(case, seats, 11, folder)
    return play(session, by("method"), lambda s: False)


@look("19i-own-project-result", ResultScreen)
def _result(studio: Studio) -> None:
    """The verdict is one on play, and says so."""
    session = _over(studio.folder)
    game = Game(studio.app, session.case, session)
    studio.show(ResultScreen(game, nothing, nothing, nothing, nothing))


def _debriefed(studio: Studio, phase: str) -> None:
    session = _over(studio.folder)
    studio.show(DebriefScreen(session.case, session, DiscussionExits(nothing)))
    studio.click(f"phase:{phase}")


@look("19j-own-project-debrief", DebriefScreen)
def _learned(studio: Studio) -> None:
    """What the game did with a benefit, marked as play."""
    _debriefed(studio, "learned")


@look("19k-own-project-checks", DebriefScreen)
def _checks(studio: Studio) -> None:
    """What is missing in the project itself."""
    _debriefed(studio, "next")
