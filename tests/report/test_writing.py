"""Files are written all or none, and never over what somebody has changed."""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from game.i18n import words
from game.portfolio import write_portfolio
from game.printing import write_kit
from game.report import (
    ReportError,
    is_up_to_date,
    last_was_anonymous,
    report_folder,
    write_report,
)
from game.report.writing import (
    INDEX,
    MARK,
    fingerprints,
    holds_report,
    is_free,
    refuse_another,
    write_all,
)
from game.session import Session, session_of
from tests import staging
from tests.folders import contents, visible
from tests.session.playing import Clock
from tests.stopping import KilledError, stop_at


def files(text: str = "one") -> dict[str, bytes]:
    made = {"report.html": text.encode(), "risks.csv": b"a;b\r\n"}
    index = {"gevinstbordet": MARK, "files": fingerprints(made)}
    return {**made, INDEX: json.dumps(index).encode()}


def test_what_is_written_is_what_was_given(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "deep"
    paths = write_all(folder, files())
    assert [path.name for path in paths] == list(files())
    assert contents(folder) == files()


def test_our_own_unaltered_files_are_replaced(tmp_path: Path) -> None:
    write_all(tmp_path, files())
    assert is_free(tmp_path, "", anonymous=False)
    write_all(tmp_path, files("two"))
    assert contents(tmp_path) == files("two")


def test_a_file_that_somebody_has_changed_stops_everything(tmp_path: Path) -> None:
    write_all(tmp_path, files())
    (tmp_path / "risks.csv").write_bytes(b"an owner, at last\r\n")
    before = contents(tmp_path)
    assert not is_free(tmp_path, "", anonymous=False)
    with pytest.raises(ReportError, match=r"risks\.csv in .* has been changed"):
        write_all(tmp_path, files("two"))
    assert contents(tmp_path) == before


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("mine")
    with pytest.raises(ReportError, match="was not written by the game"):
        write_all(tmp_path, files())
    assert contents(tmp_path) == {"report.html": b"mine"}


@pytest.mark.parametrize(
    "index", [b"[]", b"{", b'{"gevinstbordet": "report", "files": 7}', b"\xff"]
)
def test_an_index_that_says_nothing_is_believed_in_nothing(tmp_path: Path, index: bytes) -> None:
    write_all(tmp_path, files())
    (tmp_path / INDEX).write_bytes(index)
    with pytest.raises(ReportError):
        write_all(tmp_path, files("two"))


def test_other_files_in_the_folder_are_nobody_s_business(tmp_path: Path) -> None:
    (tmp_path / "minutes.docx").write_text("notes")
    assert is_free(tmp_path, "", anonymous=False)
    write_all(tmp_path, files())
    assert (tmp_path / "minutes.docx").read_text() == "notes"


def test_a_full_disk_leaves_the_old_report_and_no_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, files())
    synced = os.fsync

    def full(fd: int) -> None:
        synced(fd)
        if sum(1 for _ in tmp_path.glob(".*.part")) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ReportError, match="No space left on device") as told:
        write_all(tmp_path, files("two"))
    assert contents(tmp_path) == files()
    assert "Filerne kan ikke gemmes" in told.value.translate(words("da"))


def test_a_file_that_is_open_elsewhere_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, files())

    replace = os.replace

    def locked(path: Path, to: Path) -> None:
        if path.name == "report.html":
            raise PermissionError(errno.EACCES, "being used by another process", str(path))
        replace(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", locked)
        with pytest.raises(ReportError, match=r"report\.html cannot be replaced"):
            write_all(tmp_path, files("two"))
    assert contents(tmp_path) == files()
    write_all(tmp_path, files("two"))
    assert contents(tmp_path) == files("two")


def test_a_report_that_was_begun_when_the_program_ended_is_there_and_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for last in count(1):
        folder = tmp_path / str(last)
        write_all(folder, files())
        with monkeypatch.context() as patch, suppress(KilledError):
            steps = stop_at(patch, last, killed=True)
            write_all(folder, files("two"))
        assert holds_report(folder)
        assert visible(folder) in (files(), files("two"))
        write_all(folder, files("three"))
        assert visible(folder) == files("three")
        if steps[0] < last:
            break


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "in", tmp_path / "nul\0"):
        with pytest.raises(ReportError, match="cannot be written to"):
            write_all(folder, files())


@pytest.mark.parametrize("folder", ["", "report", "new/report"])
def test_a_folder_that_is_shut_is_told_of_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # who runs the tests may write everywhere
    to = tmp_path / folder
    for write in (
        lambda: write_report(tmp_path / "no session", to, "en"),
        lambda: write_portfolio([tmp_path], to, "en", today=date(2026, 12, 1)),
        lambda: write_kit(staging.case("foerste-spil"), to, words("en")),
    ):
        with pytest.raises(ReportError, match="cannot be written") as refused:
            write()
        assert "Permission denied" in str(refused.value)
    assert not list(tmp_path.iterdir())


def test_a_changed_report_gets_a_sibling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "Gevinstbordet"))
    folder = report_folder(Path("2026-11-21-pas-1430.jsonl"))
    assert folder == tmp_path / "Gevinstbordet" / "2026-11-21-pas-1430"
    write_all(folder, files())
    assert report_folder(Path("2026-11-21-pas-1430.jsonl")) == folder
    (folder / "report.html").write_text("ours now")
    again = report_folder(Path("2026-11-21-pas-1430.jsonl"))
    assert again.name == "2026-11-21-pas-1430 (2)"


@pytest.mark.parametrize("anonymous", [False, True])
def test_a_report_never_takes_the_place_of_one_of_the_other_kind(
    anonymous: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "Gevinstbordet"))
    session = Path("pas-without-names.jsonl")  # what an anonymous report of "pas" is called, too
    folder = report_folder(session)
    written = files()
    index = {**json.loads(written[INDEX]), "anonymous": anonymous}
    write_all(folder, {**written, INDEX: json.dumps(index).encode()})
    refuse_another(folder, "", anonymous)
    with pytest.raises(ReportError, match="Choose another folder"):
        refuse_another(folder, "", not anonymous)
    names = {anonymous: "pas-without-names", not anonymous: "pas-without-names (2)"}
    assert report_folder(session).name == names[False]
    assert report_folder(Path("pas.jsonl"), "pas-without-names").name == names[True]


def test_two_games_of_one_file_name_never_share_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "Gevinstbordet"))
    case = staging.case("foerste-spil")
    games = []
    for seed, folder in enumerate(("monday", "tuesday"), 1):
        session = Session.create(case, staging.seats(2), seed, tmp_path / folder, clock=Clock())
        session.close()
        games.append(session.path.rename(session.path.with_name("workshop.jsonl")))
    folders = []
    for game in games:
        assert not is_up_to_date(game)
        folders.append(report_folder(game))
        write_all(folders[-1], {**files(), INDEX: index_of(game, anonymous=False)})
        assert is_up_to_date(game)
    assert [folder.name for folder in folders] == ["workshop", "workshop (2)"]
    assert [report_folder(game) for game in games] == folders, "each finds its own again"
    with pytest.raises(ReportError, match="the report of another game"):
        refuse_another(folders[0], session_of(games[1]), anonymous=False)
    moved = games[0].rename(games[0].with_name("workshop-1.jsonl"))
    assert is_up_to_date(moved), "it is the game that counts, and not its name"


def test_a_report_of_another_game_is_not_this_one_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "Gevinstbordet"))
    session = Session.create(
        staging.case("foerste-spil"), staging.seats(2), 1, tmp_path, clock=Clock()
    )
    session.close()
    other = tmp_path / "Gevinstbordet" / f"{session.path.stem}-evening"
    write_all(other, {**files(), INDEX: index_of(Path("evening.jsonl"), anonymous=False)})
    assert not is_up_to_date(session.path), "its name only begins alike"
    nameless = tmp_path / "Gevinstbordet" / "NN-without-names"
    write_all(nameless, {**files(), INDEX: index_of(session.path, anonymous=True)})
    assert is_up_to_date(session.path), "whatever a report without names is called"


def test_which_kind_was_saved_last_is_known_by_the_game(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "Gevinstbordet"))
    case = staging.case("foerste-spil")
    session = Session.create(case, staging.seats(2), 1, tmp_path, clock=Clock())
    session.close()
    path = session.path
    assert not last_was_anonymous(path)
    for hour, anonymous in enumerate((True, False, True)):
        folder = tmp_path / "Gevinstbordet" / str(anonymous)
        write_all(folder, {**files(), INDEX: index_of(path, anonymous=anonymous)})
        os.utime(folder / "report.html", (hour * 3600,) * 2)
        path = path.rename(path.with_stem(f"name-{hour}"))
        assert last_was_anonymous(path) == anonymous
    assert not last_was_anonymous(tmp_path / "another.jsonl")


def index_of(session: Path, *, anonymous: bool) -> bytes:
    """What a report remembers of the game that it is of."""
    written = json.loads(files()[INDEX])
    return json.dumps({**written, "session": session_of(session), "anonymous": anonymous}).encode()
