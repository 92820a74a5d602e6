"""The screens before the table."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

import pygame

from game.casebook.headings import sheet_name
from game.content import check_file, load
from game.content.case_pictures import pictures_of
from game.content.packing import pack
from game.content.summaries import summaries, told_apart
from game.i18n import words
from game.i18n.message import Message
from game.preflight import CHECKS, Finding, Machine
from game.preflight import look as carried_out
from game.resources import SCENARIOS
from game.session import Session
from game.table.flow.main import Flow
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.browse.places import StartPlace
from game.table.parts.open_file import CASE, OpenFileDialog
from game.table.preview.screen import Preview
from game.table.preview.watched_file import WatchedFile
from game.table.setup.announcement import AnnouncementScreen
from game.table.setup.choose_case import ChooseCaseExits, ChooseCaseScreen
from game.table.setup.level import ChooseLevelDialog
from game.table.setup.module_rules import ModuleRulesScreen
from game.table.setup.preflight import PreflightScreen
from game.table.setup.problems import ProblemsScreen
from game.table.setup.roles import ChooseRoleDialog
from game.table.setup.seats import SeatsExits, SeatsScreen
from game.table.setup.start import StartScreen
from game.table.setup.story import NotesScreen, StoryScreen
from tests import staging
from tests.casebook.books import imported, minimal
from tests.machines import staged
from tests.pictures.studio import Studio, look, nothing


@look("01-start", StartScreen)
def _start(studio: Studio) -> None:
    Flow(studio.app, studio.folder / "nothing-yet").start()


@look("02-start-continue", StartScreen)
def _continue(studio: Studio) -> None:
    folder = studio.folder / "left"
    for n, (name, count) in enumerate(
        (("koebenhavn-pas", 4), ("foerste-spil", 8), ("vejle-sommerskole", 3), ("eget-projekt", 6))
    ):
        case = load(SCENARIOS / f"{name}.toml")
        with Session.create(case, staging.seats(count), n, folder) as session:
            path = session.path
        saved = time.time() - (n + 2) * 86_400
        os.utime(path, (saved, saved))
    Flow(studio.app, folder).start()


def choice(chosen: str = "") -> ChooseCaseScreen:
    """The choice of a case, brought to one of them."""
    screen = ChooseCaseScreen(summaries(SCENARIOS), ChooseCaseExits(nothing, nothing, nothing))
    ids = [case.id for case in screen.cases]
    screen.chosen = ids.index(chosen) if chosen else 0
    return screen


@look("02b-preflight", PreflightScreen)
def _ready(studio: Studio) -> None:
    _checked(studio, staged(studio.folder, studio.app.lang))


@look("02c-preflight-to-do", PreflightScreen)
def _not_ready(studio: Studio) -> None:
    machine = staged(studio.folder, studio.app.lang)
    _checked(
        studio,
        replace(
            machine,
            place=lambda folder: "removable",
            free=lambda folder: 3_000_000,
            screens=lambda: [(1024, 768), (1920, 1080)],
            sound=lambda: "ALSA: Couldn't open audio device: No such file or directory",
            now=lambda: 1_000_000_000.0,
        ),
    )


def _checked(studio: Studio, machine: Machine) -> None:
    """The screen once all has been checked on a machine, but for the report, which takes long."""
    report = Finding(Message("Page, PDF, registers and map were written, and removed."))
    report = replace(report, about=CHECKS[-1].about)
    found = [*islice(carried_out(machine), len(CHECKS) - 1), report]
    screen = PreflightScreen(lambda: iter(found), nothing, nothing)
    studio.show(screen)
    while screen.running:
        studio.look()


@look("03-cases", ChooseCaseScreen)
def _cases(studio: Studio) -> None:
    studio.show(choice())


@look("03b-cases-chosen", ChooseCaseScreen)
def _chosen(studio: Studio) -> None:
    studio.show(choice("koebenhavn-pas"))


LONG_AGO = 1_700_000_000
"""In seconds since 1970: files that were saved then are shown by their day."""


def own_shelf(studio: Studio) -> Path:
    """A folder with two versions of a case of one's own, one of them packed, and a broken one."""
    folder = studio.folder / "Gevinstbordet" / "cases"
    folder.mkdir(parents=True, exist_ok=True)
    text = (SCENARIOS / "foerste-spil.toml").read_text("utf-8")
    about = (
        '[about]\nversion = "@"\ndate = 2027-0@-14\nauthor = "Digitaliseringsenheden"\n'
        'municipality = "Gribskov Kommune"\nlicence = "CC BY 4.0"\nlogo = "logo.png"\n'
        'cover = "cover.png"\n\n[tracks'
    )
    text = text.replace('id = "foerste-spil"', 'id = "vores-koe"').replace("[tracks", about, 1)
    text = text.replace("Kaffemaskinen på rådhuset: et første spil", "Køen i borgerservice")
    for name, size in (("logo", (400, 160)), ("cover", (1600, 500))):
        pygame.image.save(painted(size), folder / f"{name}.png")
    (folder / "vores-koe.toml").write_text(text.replace("@", "2"), "utf-8")
    for name, other in (("fra Ane", ("@", "1")), ("halvfærdig", ("goal", "gaol"))):
        (folder / f"{name}.toml").write_text(text.replace(*other).replace("@", "3"), "utf-8")
    (folder / "fra Ane.gevinst").write_bytes(pack(folder / "fra Ane.toml"))
    (folder / "fra Ane.toml").unlink()
    for n, file in enumerate(sorted(folder.iterdir())):
        os.utime(file, (LONG_AGO + n, LONG_AGO + n))
    return folder


def painted(size: tuple[int, int]) -> pygame.Surface:
    """A picture in place of one that an author brings along."""
    surface = pygame.Surface(size)
    for n in range(12):
        colour = (30 + 14 * n, 120 + 6 * n, 150 + 5 * n)
        surface.fill(colour, (size[0] * n // 12, 0, size[0] // 12 + 1, size[1]))
    pygame.draw.circle(surface, (250, 210, 90), (size[0] // 3, size[1] // 2), size[1] // 3)
    return surface


@look("03d-cases-own", ChooseCaseScreen)
def _own_cases(studio: Studio) -> None:
    folder = own_shelf(studio)
    found = told_apart([*summaries(SCENARIOS)[:3], *summaries(folder, checked=True)])
    exits = ChooseCaseExits(
        nothing, nothing, nothing, lambda case: pictures_of(case.path, case.about)
    )
    screen = ChooseCaseScreen(found, exits, folder)
    screen.chosen = [case.path.name for case in screen.cases].index("vores-koe.toml")
    studio.show(screen)


@look("04b-story-own", StoryScreen)
def _own_story(studio: Studio) -> None:
    case = load(own_shelf(studio) / "fra Ane.gevinst")
    studio.show(StoryScreen(case, nothing, nothing))


@look("03c-open-file", OpenFileDialog)
def _open(studio: Studio) -> None:
    _cases(studio)
    studio.app.push(OpenFileDialog(CASE, nothing, Path("/home/ane/Documents/Gevinstbordet/cases")))


@look("03e-browse", FileChooser)
def _browse(studio: Studio) -> None:
    folder = own_shelf(studio)
    there = [
        StartPlace(folder, "layers", "Your cases"),
        StartPlace(Path("/home/ane/Downloads"), "arrow-down", "Downloads"),
        StartPlace(Path("/home/ane/Documents"), "folder-open", "Documents"),
        StartPlace(Path("/media/ane/WORKSHOP"), "package", "WORKSHOP", drive=True),
    ]
    (folder / "Fra andre kommuner").mkdir(exist_ok=True)
    for n, file in enumerate(sorted(folder.iterdir())):
        os.utime(file, (1_796_000_000 + 100_000 * n,) * 2)
    _cases(studio)
    wanted = Wanted(
        studio.app.t("Which case or game do you want to open?"),
        (".gevinst", ".toml"),
        studio.app.t("Cases and games"),
        folder,
    )
    chooser = FileChooser(wanted, nothing, find_places=lambda: there)
    studio.app.push(chooser)
    while not (chooser.found.entries and chooser.places):
        studio.look()


@look("04-story", StoryScreen)
def _story(studio: Studio) -> None:
    studio.show(StoryScreen(staging.case(), nothing, nothing))


@look("05-notes", NotesScreen)
def _notes(studio: Studio) -> None:
    _story(studio)
    studio.app.push(NotesScreen(staging.case()))


@look("05b-modules", ModuleRulesScreen)
def _modules(studio: Studio) -> None:
    _story(studio)
    long = load(SCENARIOS / "aeldrepleje-besparelse.toml")
    studio.app.push(ModuleRulesScreen(long.setup.rules))


@look("06-seats", SeatsScreen)
def _seats(studio: Studio) -> None:
    studio.show(SeatsScreen(staging.case(), SeatsExits(nothing, nothing)))


@look("07-seats-eight", SeatsScreen)
def _eight(studio: Studio) -> SeatsScreen:
    taken = staging.begin(studio.folder, 8, 1)
    screen = SeatsScreen(staging.case(), SeatsExits(nothing, nothing), taken.state.seats)
    taken.close()
    studio.show(screen)
    return screen


@look("07b-seats-one", SeatsScreen)
def _one(studio: Studio) -> None:
    taken = staging.begin(studio.folder, 1, 1)
    studio.show(SeatsScreen(staging.case(), SeatsExits(nothing, nothing), taken.state.seats))
    taken.close()


@look("08-roles", ChooseRoleDialog)
def _roles(studio: Studio) -> None:
    screen = _eight(studio)
    studio.app.push(ChooseRoleDialog(screen.case, screen.places, screen.places.seats[2]))


@look("09-announcement", AnnouncementScreen)
def _announcement(studio: Studio) -> None:
    studio.show(AnnouncementScreen(staging.case(), nothing, nothing))


@look("09a-level", ChooseLevelDialog)
def _level(studio: Studio) -> None:
    _announcement(studio)
    studio.app.push(ChooseLevelDialog(staging.case().at("gentle"), nothing))


@look("09b-problems", ProblemsScreen)
def _problems(studio: Studio) -> None:
    _cases(studio)
    file = Path(__file__).parents[1] / "bad_scenarios" / "prose.toml"
    _, found = check_file(file, lang=studio.app.lang)
    studio.app.push(ProblemsScreen(file.name, found))


@look("09c-problems-of-a-workbook", ProblemsScreen)
def _problems_of_a_workbook(studio: Studio) -> None:
    _cases(studio)
    lang = studio.app.lang
    ideas, roles = sheet_name(words(lang), "ideas"), sheet_name(words(lang), "roles")
    changes = [(ideas, "G2", "Mars"), (ideas, "P2", datetime(2026, 6, 3)), (roles, "I5", 7)]
    file = minimal(studio.folder, changes, lang)
    studio.app.push(ProblemsScreen("venteværelset.xlsx", imported(file, lang).problems))


@look("99-preview", Preview)
def _preview(studio: Studio) -> None:
    studio.show(
        Preview(WatchedFile(SCENARIOS / "foerste-spil.toml", studio.app.lang), studio.folder)
    )
