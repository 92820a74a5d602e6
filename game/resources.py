"""Where files are: those that are shipped, and those of this user.

The shipped ones are inside the package when it is installed, beside it in a checkout.
"""

from __future__ import annotations

import locale
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

HOME = "GEVINST_HOME"
"""An environment variable: one folder for all that is this user's, as on a USB stick."""
_GAMES: Final = ("spil", "games")
"""What the folder of games is called among the documents, in Danish and in English."""

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


ASSETS = _folder("assets")
SCENARIOS = _folder("scenarios")
DOCS = _folder("docs")
SCHEMAS = ASSETS / "schema"
"""The JSON Schema of scenario files, as editors read it: a file for each language."""


# ------------------------------------------------------------------ all in one folder
class HomeError(ValueError):
    """``GEVINST_HOME`` is ``empty``, ``relative``, in the folder of ``nobody``, or a ``file``."""

    def __init__(self, code: Literal["empty", "relative", "nobody", "file"], text: str) -> None:
        super().__init__(f"{HOME} is {code}: {text}")
        self.code = code
        self.text = text


def home() -> Path | None:
    """The folder for all that is this user's, if there is one.

    Quotes that a shell left are no part of it, and ``~`` is the user's own folder. Raises
    :class:`HomeError`: where games are saved must not depend on where the program was started.
    """
    given = os.environ.get(HOME)
    if not given:
        return None
    text = given.strip().strip("\"'").strip()
    if not text:
        raise HomeError("empty", given)
    try:
        folder = Path(text).expanduser()
    except RuntimeError:
        raise HomeError("nobody", text) from None
    if not folder.is_absolute():
        raise HomeError("relative", text)
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise HomeError("file", text)
    return folder


# ------------------------------------------------------------------ among the documents
def documents_folder() -> Path:
    """Where cases, games and reports lie: among the documents, which are kept and found."""
    if (folder := home()) is not None:
        return folder
    return system_documents() / "Gevinstbordet"


def system_documents() -> Path:
    """The folder that the system calls the user's documents, whatever its name is there."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())


def sessions_folder() -> Path:
    """Where this user's games are saved.

    It has its name in the language of the system, and keeps it when that changes.
    """
    if (folder := home()) is not None:
        return folder / "sessions"
    danish, english = (documents_folder() / name for name in _GAMES)
    first, second = (danish, english) if speaks_danish() else (english, danish)
    return second if os.path.isdir(second) and not os.path.isdir(first) else first


def former_folder() -> Path:
    """Where games were saved before: among the program's own files, which some logoffs wipe."""
    return _own("data") / "sessions"


def own_folders() -> list[Path]:
    """The folders where this user's games may lie."""
    temporary = _temporary_folder()
    found = (sessions_folder(), former_folder(), *([temporary] if _is_private(temporary) else []))
    return list(dict.fromkeys(found))


def fallback_folders() -> Iterator[Path]:
    """The folders to try when a game cannot be saved where it should be, the best first.

    The last one is made when its turn comes: others may write where it lies.
    """
    yield from dict.fromkeys((sessions_folder(), former_folder()))
    temporary = _temporary_folder()
    with suppress(OSError):
        temporary.mkdir(mode=stat.S_IRWXU)
    if _is_private(temporary):
        yield temporary


def _temporary_folder() -> Path:
    """This user's own among the temporary ones, where several users share them."""
    import tempfile  # few need it, and it loads much

    name = "gevinstbordet" if sys.platform == "win32" else f"gevinstbordet-{os.getuid()}"
    return Path(tempfile.gettempdir(), name)


def _is_private(folder: Path) -> bool:
    """Whether a folder is this user's alone: no link, and nobody else reads or writes there."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    if sys.platform == "win32":  # temporary folders are each user's own
        return stat.S_ISDIR(found.st_mode)
    shared = found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not shared


def speaks_danish() -> bool:
    """Whether the system does: the environment takes precedence, as on any Unix."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.lower().startswith("da")
    return _language_of_the_system().lower().startswith(("da", "danish"))


def _language_of_the_system() -> str:
    """The language that the user reads in windows and menus.

    What is started from the Finder or the Start menu has nothing of it in its environment; there
    Python would answer nothing, or how the user writes dates.
    """
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "")
    if sys.platform == "darwin":
        import plistlib
        from xml.parsers.expat import ExpatError

        with suppress(OSError, ValueError, LookupError, TypeError, RuntimeError, ExpatError):
            settings = Path.home() / "Library" / "Preferences" / ".GlobalPreferences.plist"
            return str(plistlib.loads(settings.read_bytes())["AppleLanguages"][0])
    return locale.getlocale()[0] or ""


def cases_folder() -> Path:
    """Where this user's own cases are looked for: among the documents, easily found."""
    return documents_folder() / "cases"


def packed_folder() -> Path:
    """Where cases lie that were packed to be sent to others."""
    return documents_folder() / "packed"


def prints_folder() -> Path:
    """Where what was printed of cases lies."""
    return documents_folder() / "print"


def bin_folder() -> Path:
    """Where cases lie that were thrown away."""
    return documents_folder() / "bin"


def copies_folder(games: Path) -> Path:
    """Where second copies of a folder's games are kept: among the documents, if it is not there.

    Games of another folder than the usual one have a folder of their own for their copies.
    """
    documents = documents_folder()
    lies_there = games.absolute().is_relative_to(documents.parent)
    copies = (_own("data") if lies_there else documents) / "copies"
    if games == sessions_folder():
        return copies
    from hashlib import sha256

    key = sha256(str(games.absolute()).encode(errors="replace")).hexdigest()[:8]
    return copies / f"{games.name or 'games'}-{key}"


def has_games(games: Path) -> bool:
    """Whether a folder may have games, in it or elsewhere; quickly, without looking further."""
    looked_at = (games, former_folder(), copies_folder(games))
    remembered = any(os.path.exists(file) for file in places_files())
    return remembered or any(map(_has_session, looked_at))


def _has_session(folder: Path) -> bool:
    """Whether a folder has a session; one that cannot be looked at has none."""
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        return any(entry.name.endswith(".jsonl") for entry in entries)
    return False


def places_files() -> tuple[Path, ...]:
    """The files that remember where else games lie: two, in case one of them is lost."""
    return _remembering("places.jsonl")


def case_places_files() -> tuple[Path, ...]:
    """The files that remember which cases were opened elsewhere."""
    return _remembering("cases.jsonl")


def _remembering(name: str) -> tuple[Path, ...]:
    folders = dict.fromkeys((_own("data"), _own("config")))
    return tuple(folder / name for folder in folders)


def settings_folder() -> Path:
    """Where this user's preferences are kept."""
    return _own("config")


def rooms_folder() -> Path:
    """Where the keys of the rooms are kept that phones were in."""
    return _own("data") / "phones"


def drafts_folder() -> Path:
    """Where cards are kept that somebody was writing when a game was left."""
    return _own("data") / "drafts"


def log_folder() -> Path:
    """Where what went wrong is written down."""
    return _own("log")


def cache_folder() -> Path:
    """Where things are kept that can be made again: whoever is short of room may delete it."""
    return _own("cache")


def _own(kind: Literal["data", "config", "log", "cache"]) -> Path:
    """Where the system keeps a program's files of a kind for this user, unless told otherwise."""
    if (folder := home()) is not None:
        return folder
    import platformdirs

    folders: dict[str, Callable[..., str]] = {
        "data": platformdirs.user_data_dir,
        "config": platformdirs.user_config_dir,
        "log": platformdirs.user_log_dir,
        "cache": platformdirs.user_cache_dir,
    }
    return Path(folders[kind]("gevinstbordet", appauthor=False))
