"""How this user's games are kept: second copies, and the places where games went on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.resources import copies_folder, fallback_folders, places_files, sessions_folder

if TYPE_CHECKING:
    from game.session import SavedSession
    from game.session.keeping import Keeping


def keeping_of(folder: Path) -> Keeping:
    """How the games of a folder are kept.

    Those of the usual folder may also lie where games were saved before, and where games go on
    that cannot be saved there.
    """
    from game.session.keeping import Keeping, Places

    usual = folder == sessions_folder()
    also = tuple(fallback_folders()) if usual else ()
    return Keeping(copies_folder(folder), Places(places_files()), also)


def saved_session(path: Path, folder: Path | None = None) -> SavedSession:
    """A saved session to add something to; as in play, its second copy is kept with the others.

    ``folder`` is where games are saved; without it, it is the usual one.
    """
    from game.session import SavedSession

    return SavedSession(path, keeping=keeping_of(folder or sessions_folder()))


def game_folders(folder: Path) -> list[Path]:
    """Every folder where a game of this one may lie, the folder itself first."""
    return keeping_of(folder).folders(folder)
