"""Which files of cases this user has: those in the usual folder, and what was opened elsewhere.

A case is opened where it lies, as a saved game is, and is in the lists from then on.
"""

from __future__ import annotations

from pathlib import Path

from game.content.summaries import Summary, summaries, summaries_of
from game.gui.screen import ScreenHost
from game.i18n import Lang, Words
from game.paths import is_file
from game.resources import SCENARIOS, case_places_files, cases_folder
from game.session.keeping import Places
from game.table.parts.folder_names import folder_name


def own_cases(lang: Lang, folder: Path | None = None, *, checked: bool = False) -> list[Summary]:
    """This user's own cases and those that were opened elsewhere, what was saved last first."""
    folder = folder or cases_folder()
    found = summaries(folder, lang=lang, checked=checked)
    found += summaries_of(_elsewhere(folder), lang=lang, checked=checked)
    return sorted(found, key=lambda case: case.saved, reverse=True)


def lies_elsewhere(path: Path, folder: Path | None = None) -> bool:
    """Whether a file lies neither among this user's own cases nor among those of the game."""
    homes = (folder or cases_folder(), SCENARIOS)
    return not any(path.absolute().is_relative_to(home.absolute()) for home in homes)


def is_new(path: Path, folder: Path | None = None) -> bool:
    """Whether a file lies elsewhere and was never opened from there."""
    folder = folder or cases_folder()
    known = _places().files_of(folder)
    return lies_elsewhere(path, folder) and path.absolute() not in known


def remember(app: ScreenHost, path: Path, folder: Path | None = None) -> None:
    """Remember a case that was opened elsewhere; the first time, say where it lies."""
    folder = folder or cases_folder()
    if is_new(path, folder):
        _places().add_file(folder, path)
        app.toast(told_elsewhere(app.t, path))


def told_elsewhere(t: Words, path: Path) -> str:
    """Where a case lies, and that it is found again."""
    return t(
        "{file} stays where it lies: {folder}. It is in the list of cases from now on.",
        file=path.name,
        folder=folder_name(t, path.absolute().parent),
    )


def _elsewhere(folder: Path) -> list[Path]:
    return [path for path in _places().files_of(folder) if is_file(path)]


def _places() -> Places:
    return Places(case_places_files())
