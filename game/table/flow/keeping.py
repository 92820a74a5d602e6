"""How this user's games are kept: second copies, and the places where games went on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.i18n import Words
from game.resources import copies_folder, own_folders, places_files, sessions_folder

if TYPE_CHECKING:
    from game.session import Log, SavedSession
    from game.session.keeping import Keeping


def keeping_of(folder: Path) -> Keeping:
    """How the games of a folder are kept.

    Those of the usual folder may also lie where games were saved before, and where games go on
    that cannot be saved there.
    """
    from game.session.keeping import Keeping, Places

    usual = folder == sessions_folder()
    also = tuple(own_folders()) if usual else ()
    return Keeping(copies_folder(folder), Places(places_files()), also, folder)


def saved_session(path: Path, folder: Path | None = None) -> SavedSession:
    """A saved session to add something to; as in play, its second copy is kept with the others.

    ``folder`` is where games are saved; without it, it is the usual one.
    """
    from game.session import SavedSession

    return SavedSession(path, keeping=keeping_of(folder or sessions_folder()))


def told_place(t: Words, path: Path, folder: Path, *, apart: bool = False) -> str:
    """Where a game of a list lies; empty if that is the folder where games are saved.

    A second copy is in the list where no other file has all of it; ``apart``: another one has what
    this one does not have.
    """
    from game.table.parts.folder_names import folder_name

    if keeping_of(folder).is_copy(path):
        return t("a copy") if apart else t("only the copy has it all")
    return "" if path.parent == folder else t("in {folder}", folder=folder_name(t, path.parent))


def told_file(t: Words, path: Path, folder: Path, log: Log) -> str:
    """Which file of an opened game is written to; empty if it lies where games are saved.

    Also where nothing can be added to it: what is wrong with it is told elsewhere.
    """
    from game.session.added_told import goes_into_new
    from game.table.parts.folder_names import folder_name

    if log.damage is not None:
        return ""
    if keeping_of(folder).is_copy(path):
        return t(
            "This is the copy of the game: its own file is gone, or does not have all that is "
            "here. What you add goes into a new file in {folder}.",
            folder=folder_name(t, folder),
        )
    if log.stays is not None:
        return goes_into_new(t, path.name, log.stays)
    if path.absolute().parent == folder.absolute():
        return ""
    return t("What you add is written into {file}.", file=folder_name(t, path.absolute()))


def game_places(folder: Path) -> list[Path]:
    """Where games of a folder may lie: the folder itself first, then others, and single files."""
    return keeping_of(folder).looked_in(folder)
