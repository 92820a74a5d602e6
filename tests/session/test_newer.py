"""What a newer version saved is said to be so: it is neither damaged nor altered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.i18n import words
from game.session import (
    CannotAddError,
    CannotContinueError,
    Decision,
    ReadError,
    SavedSession,
    Session,
    inspect_file,
    open_recording,
    read,
    read_summary,
    verify,
)
from tests.session import newer
from tests.session.lines import counted, rewrite
from tests.session.newer import LINES, NEWER_RULES
from tests.session.playing import TinyCase, begin, parse, play

ANY_LINE = pytest.mark.parametrize(("name", "write"), LINES.items())
DA = words("da")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    session = begin(tmp_path)
    play(session, 12)
    session.close()
    return session.path


@ANY_LINE
def test_the_first_line_of_a_newer_version_is_named_and_what_stands_before_is_used(
    saved: Path, name: str, write: Callable[[Path], None]
) -> None:
    write(saved)
    log = read(saved)
    (trouble,) = log.troubles
    assert (trouble.code, counted(trouble.line)) == ("newer_line", len(log.records) + 2)
    assert trouble.newer
    assert name in str(trouble)
    assert "Saved by a newer version of Gevinstbordet" in str(trouble)
    assert "nyere version af Gevinstbordet" in trouble.translate(DA)
    assert len(open_recording(saved, parse).steps) == len(log.history) + 1
    assert read_summary(saved) is not None


@ANY_LINE
def test_it_is_decided_again_up_to_there(
    saved: Path, name: str, write: Callable[[Path], None]
) -> None:
    write(saved)
    done = verify(saved, parse)
    assert done.first_difference is not None
    assert (done.first_difference.code, counted(done.first_difference.line)) == (
        "newer_line",
        len(read(saved).records) + 2,
    )
    assert name in str(done.first_difference)
    assert not done.ok
    assert done.decisions == len(read(saved).history)


@ANY_LINE
def test_it_goes_on_in_a_new_file_only(
    saved: Path, name: str, write: Callable[[Path], None]
) -> None:
    write(saved)
    before, known = saved.read_bytes(), len(read(saved).records)
    with pytest.raises(CannotContinueError) as caught:
        Session.resume(saved, parse)
    assert caught.value.because.newer
    assert name in str(caught.value)
    assert caught.value.last_valid_entry == known
    with pytest.raises(CannotAddError) as refused:
        SavedSession(saved).note(1, "x")
    assert refused.value.because.newer
    branch = Session.branch(saved, known, parse, saved.parent)
    branch.close()
    assert verify(branch.path, parse).ok
    assert saved.read_bytes() == before


@ANY_LINE
def test_a_damaged_line_is_damaged_whatever_names_it_has(
    saved: Path, name: str, write: Callable[[Path], None]
) -> None:
    write(saved)
    lines = saved.read_bytes().splitlines(keepends=True)
    lines[-1] = lines[-1].replace(b'"n":', b'"n": ')
    saved.write_bytes(b"".join(lines) + b"\n")
    for trouble in (read(saved).troubles[0], verify(saved, parse).first_difference):
        assert trouble is not None
        assert trouble.code == "damaged"
        assert not trouble.newer


def test_a_folder_says_which_are_of_a_newer_version(saved: Path) -> None:
    newer.another_standing(saved)
    assert read_summary(saved) is None
    one = inspect_file(saved)
    assert one.trouble is not None
    assert (one.trouble.code, one.summary) == ("newer_line", None)
    newer.newer_format(saved)
    one = inspect_file(saved)
    assert one.trouble is not None
    assert (one.trouble.code, one.summary) == ("newer", None)


# ------------------------------------------------------------------ a higher number
def test_a_newer_format_is_not_opened(saved: Path) -> None:
    newer.newer_format(saved)
    for attempt in (
        read,
        lambda path: verify(path, parse),
        lambda path: open_recording(path, parse),
    ):
        with pytest.raises(ReadError) as caught:
            attempt(saved)
        assert caught.value.trouble.newer


def test_a_game_by_newer_rules_can_be_looked_at_only(saved: Path) -> None:
    newer.newer_rules(saved)
    seen = open_recording(saved, parse)
    assert [trouble.code for trouble in seen.troubles] == ["newer_rules"]
    assert len(seen.steps) == 13
    done = verify(saved, parse)
    assert done.first_difference is not None
    assert (done.first_difference.code, done.ok) == ("newer_rules", False)
    before = saved.read_bytes()
    for attempt in (
        lambda: Session.resume(saved, parse),
        lambda: Session.branch(saved, 5, parse, saved.parent),
    ):
        with pytest.raises(ReadError) as caught:
            attempt()
        assert caught.value.trouble.code == "newer_game"
    assert saved.read_bytes() == before
    SavedSession(saved).note(3, "Se på det igen")
    assert [note.of for note in read(saved).notes] == [3]


def test_a_game_that_newer_rules_went_on_with_is_known_up_to_there(saved: Path) -> None:
    with Session.resume(saved, parse) as session:
        play(session, 3)
    number = next(n for n, r in enumerate(read(saved).records, 2) if not isinstance(r, Decision))
    rewrite(saved, number, lambda raw: raw.update(rules=NEWER_RULES))
    assert [trouble.code for trouble in open_recording(saved, parse).troubles] == ["newer_rules"]
    done = verify(saved, parse)
    assert done.first_difference is not None
    assert (done.first_difference.code, counted(done.first_difference.line)) == (
        "newer_rules",
        number,
    )
    assert done.decisions == 12
    with pytest.raises(CannotContinueError):
        Session.resume(saved, parse)
    Session.branch(saved, 12, parse, saved.parent).close()
    with pytest.raises(CannotContinueError):
        Session.branch(saved, 13, parse, saved.parent)


def test_a_case_that_only_newer_rules_can_read_is_said_to_be_theirs(saved: Path) -> None:
    def strict(source: str, file: str) -> TinyCase:
        raise ValueError("unknown key")

    with pytest.raises(ValueError, match="unknown key"):
        verify(saved, strict)
    newer.newer_rules(saved)
    with pytest.raises(ReadError) as caught:
        verify(saved, strict)
    assert caught.value.trouble.newer


def test_a_header_of_a_newer_version_is_told_from_a_damaged_one(saved: Path) -> None:
    rewrite(saved, 1, lambda raw: raw.update(lang="sv"))
    with pytest.raises(ReadError) as caught:
        read(saved)
    assert caught.value.trouble.newer
    saved.write_bytes(saved.read_bytes().replace(b'"sv"', b'"xx"'))
    with pytest.raises(ReadError) as caught:
        read(saved)
    assert not caught.value.trouble.newer
