"""Writing a case: the editor with its dialogs, and where writing begins."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import fmean

from game.content import load, new_case, parse, summaries
from game.content.own_project import TEMPLATE
from game.engine import Setup
from game.i18n import Words
from game.resources import SCENARIOS
from game.simulation import Study
from game.simulation.diagnosis import diagnose
from game.table.editor.begin import BeginExits, BeginScreen
from game.table.editor.case_file import CaseFileDialog, Done
from game.table.editor.certain import ChangesDialog
from game.table.editor.draft import Draft
from game.table.editor.pickers import CardsPicker, OptionsPicker
from game.table.editor.problem_list import ProblemList
from game.table.editor.screen import EditorExits, EditorScreen
from game.table.editor.simulation import Finding, SimulationDialog
from game.table.editor.study_places import EditorPlaces
from game.table.editor.workbook import WorkbookDialog, WorkbookExits
from game.table.flow.case_file_ways import CaseFileWays
from game.table.flow.simulating import Ways, findings_of
from game.table.parts.picture_picker import PicturePicker
from tests.pictures.studio import Studio, enter, look, nothing
from tests.simulation import made_up
from tests.simulation.foretold import Foretold

CASE = SCENARIOS / "foerste-spil.toml"
FOLDER = Path("/home/ane/Documents/Gevinstbordet/cases")


def saved(draft: Draft) -> str:
    """Saving that always goes well."""
    draft.saved()
    return ""


def editor(studio: Studio, text: str, *, both: bool = False) -> EditorScreen:
    """The editor with a case, in the language of the table or in both."""
    draft = Draft(text, studio.app.lang)
    draft.written = "both" if both else studio.app.lang
    exits = EditorExits(saved, *[nothing] * 7)
    screen = EditorScreen(draft, load(TEMPLATE), CASE.name, exits)
    studio.show(screen)
    screen.judge.ask(text, studio.app.lang)
    screen.judge.finish()
    screen.refresh()
    return screen


def shipped(studio: Studio, section: str, number: int = 0, *, both: bool = False) -> EditorScreen:
    """The editor with a shipped case, at a card of it."""
    screen = editor(studio, CASE.read_text(encoding="utf-8"), both=both)
    screen.go(section, number)
    screen.refresh()
    return screen


def _enter(name: str, section: str, number: int = 0, *, both: bool = False) -> None:
    def make(studio: Studio) -> None:
        shipped(studio, section, number, both=both)

    enter(f"06l-editor-{name}", EditorScreen, make)


for _section, _number in (
    ("case", 0),
    ("about", 0),
    ("tracks", 1),
    ("money", 0),
    ("posts", 1),
    ("roles", 2),
    ("ideas", 3),
    ("benefits", 2),
    ("risks", 1),
    ("events", 0),
    ("questions", 0),
    ("prompts", 0),
    ("modules", 0),
    ("rules", 0),
):
    _enter(_section, _section, _number)
_enter("case-both", "case", both=True)
_enter("ideas-both", "ideas", 2, both=True)


@look("06l-editor-event-choice", EditorScreen)
def _choice(studio: Studio) -> None:
    events = load(CASE).setup.events
    shipped(studio, "events", next(n for n, e in enumerate(events) if len(e.options) == 2))


@look("06l-editor-new", EditorScreen)
def _new(studio: Studio) -> None:
    """A case in which nothing is written yet but its title."""
    lang = studio.app.lang
    screen = editor(
        studio, new_case.empty("Færre breve" if lang == "da" else "Fewer letters", lang)
    )
    screen.go("tracks")
    screen.refresh()


def wrong(studio: Studio) -> EditorScreen:
    """A case with some things wrong, at a new idea."""
    screen = shipped(studio, "ideas", 3)
    document = screen.draft.document
    for path in (("ideas", 3, "name"), ("benefits", 0, "measure", "indicator"), ("title",)):
        document = document.remove(path)
    screen.draft.change(document.set(("risks", 2, "about"), ["nowhere"]))
    screen.judge.ask(screen.draft.text, studio.app.lang)
    screen.judge.finish()
    screen.refresh()
    return screen


@look("06l-editor-wrong", EditorScreen)
def _wrong(studio: Studio) -> None:
    wrong(studio)


@look("06m-editor-problems", ProblemList)
def _problems(studio: Studio) -> None:
    wrong(studio).problems.show()


@look("06m-editor-certain", ChangesDialog)
def _certain(studio: Studio) -> None:
    """A case in which some words are Danish that a file has in English, and a number is quoted."""
    text = CASE.read_text(encoding="utf-8").replace('track = "citizen"', 'spor = "Borger"', 2)
    editor(studio, text.replace("cost = 2", 'cost = "2"', 1)).problems.show()
    studio.click("mend-certain")


@look("06m-editor-workbook", WorkbookDialog)
def _workbook(studio: Studio) -> None:
    """The workbook was just written."""
    shipped(studio, "case")
    written = FOLDER / "foerste-spil.xlsx"
    studio.show(WorkbookDialog(WorkbookExits(lambda: written, nothing, nothing, nothing)))
    studio.click("write")


@look("06m-editor-file", CaseFileDialog)
def _file(studio: Studio) -> None:
    """The file of an own case was just packed."""
    own = studio.folder / "Gevinstbordet" / "cases"
    own.mkdir(parents=True, exist_ok=True)
    file = own / "vores-koe.toml"
    shutil.copy(SCENARIOS / "foerste-spil.toml", file)
    CaseFileWays(studio.app, file, own).show("Køen i borgerservice")
    dialog, t = studio.app.top, studio.app.t
    assert isinstance(dialog, CaseFileDialog)
    said = t(
        "Packed: {file} in {folder}. Send this file.", file="vores-koe.gevinst", folder="packed"
    )
    dialog.done = Done(said, own / "vores-koe.gevinst")


@look("06m-editor-no-problems", ProblemList)
def _no_problems(studio: Studio) -> None:
    shipped(studio, "case").problems.show()


@look("06m-editor-ability", OptionsPicker)
def _ability(studio: Studio) -> None:
    shipped(studio, "roles", 1)
    studio.click("field:roles.1.ability")


@look("06m-editor-aim", OptionsPicker)
def _aim(studio: Studio) -> None:
    shipped(studio, "roles", 1)
    studio.click("field:roles.1.aim.kind")


@look("06m-editor-risks-of-idea", CardsPicker)
def _cards(studio: Studio) -> None:
    screen = shipped(studio, "ideas", 3)
    studio.app.draw()
    widget = screen.ui.find("field:ideas.3.risks")
    assert widget is not None
    widget.activate(screen.ui)


@look("06m-editor-picture", PicturePicker)
def _picture(studio: Studio) -> None:
    shipped(studio, "benefits", 1)
    studio.click("field:benefits.1.picture")


LONG_AGO = 1_700_000_000
"""In seconds since 1970: files that were saved then are shown by their day."""


class Job:
    """Games as far as they are played in a picture."""

    def __init__(self, share: float, found: Callable[[Words], list[Finding]]) -> None:
        self.share = share
        self.over = share >= 1
        self.findings = found
        self.cancel = self.again = self.update = nothing
        self.outdated = self.stopping = False

    def doing(self, t: Words) -> str:
        return t("They play it on the other levels, too.")


@look("06n-editor-simulating", SimulationDialog)
def _simulating(studio: Studio) -> None:
    shipped(studio, "ideas", 1)
    studio.app.push(SimulationDialog(Job(0.42, lambda t: [])))


def _found(t: Words) -> list[Finding]:
    """What a simulation of a case that is too hard finds, and changes that can be made."""
    text = load(CASE).source.replace("severity = 2", "severity = 4").replace("cost = 1", "cost = 4")
    case = parse(text, "x.toml").as_usual
    played = made_up.simulation(noisy_20=300, noisy_30=200)
    found = Study(played, diagnosis=diagnose(case, played, Foretold(_won)))
    places = EditorPlaces(Draft(text, t.lang))
    return findings_of(t, case, found, places, Ways(nothing, nothing, nothing))


def _won(setup: Setup) -> float:
    """The dearer the ideas are, the fewer games are won."""
    return 0.9 - 0.2 * fmean(card.cost for card in setup.ideas)


@look("06o-editor-simulated", SimulationDialog)
def _simulated(studio: Studio) -> None:
    shipped(studio, "ideas", 1)
    studio.app.push(SimulationDialog(Job(1.0, _found)))


@look("06n-editor-write", BeginScreen)
def _begin(studio: Studio) -> None:
    own = studio.folder / "written"
    own.mkdir(exist_ok=True)
    for name in ("foerste-spil", "koebenhavn-pas", "vejle-sommerskole"):
        shutil.copy(SCENARIOS / f"{name}.toml", own)
    (own / "halvfaerdig.toml").write_text("title = ", encoding="utf-8")
    for n, file in enumerate(sorted(own.iterdir())):
        os.utime(file, (LONG_AGO + n, LONG_AGO + n))
    exits = BeginExits(nothing, nothing, nothing, nothing, nothing, nothing)
    studio.show(BeginScreen(summaries(own), summaries(SCENARIOS), exits, FOLDER))


@look("06n-editor-write-first", BeginScreen)
def _begin_first(studio: Studio) -> None:
    exits = BeginExits(nothing, nothing, nothing, nothing, nothing, nothing)
    studio.show(BeginScreen([], summaries(SCENARIOS), exits, FOLDER))
