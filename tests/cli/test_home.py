"""Where games lie: among the documents, where they were before, or all in one folder."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

import pytest

from game import resources
from game.paths import patiently
from game.session import Session, read
from game.session.store import Store
from tests.cli.conftest import Screen
from tests.session.playing import SEATS, TinyCase, begin


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with documents and program files of their own, whose system speaks Danish."""
    monkeypatch.delenv("GEVINST_HOME")
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "Documents"))
    for kind in ("data", "config", "log", "cache"):
        place = str(tmp_path / kind)
        monkeypatch.setattr(f"platformdirs.user_{kind}_dir", lambda *_, place=place, **__: place)
    return tmp_path


def test_games_lie_among_the_documents_in_the_language_of_the_system(
    user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = user / "Documents" / "Gevinstbordet"
    assert resources.sessions_folder() == documents / "spil"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert resources.sessions_folder() == documents / "games"
    (documents / "spil").mkdir(parents=True)
    assert resources.sessions_folder() == documents / "spil"  # and stay where they are
    assert resources.cases_folder() == documents / "cases"
    assert resources.copies_folder(documents / "spil") == user / "data" / "copies"


def test_games_in_the_old_place_are_found_and_listed(user: Path, screen: Screen) -> None:
    assert not resources.has_games(resources.sessions_folder())
    session = begin(resources.former_folder())
    session.close()
    assert resources.has_games(resources.sessions_folder())
    assert screen.run("sessions") == 0
    assert session.path.stem in screen.out
    assert screen.run("sessions", "show", "1") == 0


@pytest.mark.parametrize("written", ['"{}"', " {} ", "'{}'", "{}/"])
def test_one_folder_holds_everything(
    user: Path, written: str, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = user / "a stick"
    monkeypatch.setenv("GEVINST_HOME", written.format(stick))
    places = (
        resources.sessions_folder(),
        resources.cases_folder(),
        resources.settings_folder(),
        resources.cache_folder(),
        resources.log_folder(),
        resources.documents_folder(),
        resources.copies_folder(resources.sessions_folder()),
        *resources.places_files(),
    )
    assert all(place.is_relative_to(stick) for place in places)
    assert screen.run("sessions") == 0
    assert [place.name for place in user.iterdir()] in ([], ["a stick"])


def test_the_folder_of_the_user_is_meant_by_a_tilde(
    user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(user))
    monkeypatch.setenv("USERPROFILE", str(user))
    monkeypatch.setenv("GEVINST_HOME", "~/stick")
    assert resources.home() == user / "stick"
    monkeypatch.setenv("GEVINST_HOME", "")
    assert resources.home() is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('""', "names no folder"),
        ("  ", "names no folder"),
        ("games", "another folder wherever"),
        ("./x", "another folder wherever"),
        ("~nosuchuser/x", "no such user"),
        (__file__, "a file, not a folder"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(
    written: str, said: str, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", written)
    for command in (["sessions"], ["verify", "1"], ["--lang", "en"]):
        assert screen.run(*command) == 1
        assert said in screen.err


# ------------------------------------------------------------------ what another program holds
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(tmp_path)
    session.close()
    real, held = os.open, [True, True]

    def busy(path: object, *more: int) -> int:
        if held:
            held.pop()
            raise OSError(errno.EBUSY, "Device or resource busy")
        return real(path, *more)

    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setattr(os, "open", busy)
    Store.open(session.path).close()
    assert not held


def test_a_file_that_stays_held_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)

    def locked(number: int, **more: int) -> None:
        error = OSError(number, "held")
        error.__dict__.update(more)
        raise error

    with pytest.raises(OSError, match="held"):
        patiently(lambda: locked(errno.EBUSY))
    assert len(waits) == 3
    with pytest.raises(OSError, match="held"):
        patiently(lambda: locked(errno.EACCES))
    assert len(waits) == 3  # what is forbidden is not waited for


@pytest.mark.skipif(sys.platform == "win32", reason="temporary folders are each user's own there")
@pytest.mark.parametrize("planted", ["nothing", "a link", "a folder for all", "somebody's"])
def test_among_the_temporary_folders_only_one_s_own_is_saved_in_and_looked_in(
    user: Path, monkeypatch: pytest.MonkeyPatch, planted: str
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(user))
    temporary = user / f"gevinstbordet-{os.getuid()}"
    if planted == "a link":
        (user / "elsewhere").mkdir(mode=0o700)
        temporary.symlink_to(user / "elsewhere")
    elif planted != "nothing":
        temporary.mkdir()
        temporary.chmod(0o777 if planted == "a folder for all" else 0o700)
    if planted == "somebody's":
        monkeypatch.setattr(os, "getuid", lambda: 54_321)
        temporary.rename(user / "gevinstbordet-54321")
    assert temporary not in resources.own_folders()
    places = list(resources.fallback_folders())
    if planted == "nothing":
        assert places[-1] == temporary
        assert temporary.stat().st_mode & 0o777 == 0o700
        assert temporary in resources.own_folders()
    else:
        assert places == [resources.sessions_folder(), resources.former_folder()]


def test_a_game_goes_on_elsewhere_where_it_cannot_be_saved(user: Path) -> None:
    file = user / "file"
    file.write_text("")
    places = resources.fallback_folders()
    session = Session.create(TinyCase(), SEATS, 1, file / "in", fallbacks=places)
    assert session.path.parent == resources.sessions_folder()
    assert read(session.path).intact
    session.close()
