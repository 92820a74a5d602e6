"""Messages that are put into a language only when they are shown."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from game.i18n import Words, mark, words
from game.i18n.message import Message, MessageError
from game.i18n.os_errors import NotWrittenError, reason

DA, EN = words("da"), words("en")
NOT_SAVED = mark("The settings in {file} cannot be read ({why}). The usual ones are used.")


def test_a_reason_is_translated_with_the_message_that_contains_it() -> None:
    full = reason(OSError(28, "No space left on device"))
    message = Message(NOT_SAVED, {"file": "x", "why": full})
    assert str(message) == NOT_SAVED.format(file="x", why="No space left on device")
    assert DA("No space left on device") != "No space left on device"
    assert DA("No space left on device") in message.translate(DA)


@pytest.mark.parametrize(
    ("number", "windows", "unix"),
    [
        (errno.EACCES, 5, errno.EACCES),
        (errno.ENOENT, 3, errno.ENOENT),
        (errno.ENOSPC, 112, errno.ENOSPC),
        (errno.EINVAL, 123, errno.EINVAL),
        (errno.EACCES, 19, errno.EROFS),
        (errno.EINVAL, 1117, errno.EIO),
    ],
)
@pytest.mark.parametrize("t", [DA, EN])
def test_what_windows_reports_in_its_own_language_is_told_in_that_of_the_table(
    number: int, windows: int, unix: int, t: Words
) -> None:
    error = on_windows(number, windows)
    as_ever = reason(OSError(unix, os.strerror(unix))).translate(t)
    assert reason(error).translate(t) == as_ever
    assert t is EN or as_ever != os.strerror(unix), "it is translated"


def test_a_file_that_another_program_has_open_is_told_as_that() -> None:
    for windows in (32, 33):
        told = reason(on_windows(errno.EACCES, windows))
        assert str(told) == "Another program has it open"
        assert told.translate(DA) == "et andet program har den åben"


def test_of_windows_errors_that_nobody_knows_its_own_words_are_told() -> None:
    assert str(reason(on_windows(errno.EINVAL, 1224))) == "Windows' own words"


def on_windows(number: int, windows: int) -> OSError:
    """An error as Python raises it on Windows."""
    error = OSError(number, "Windows' own words")
    error.winerror = windows  # type: ignore[attr-defined,unused-ignore]
    return error


def test_a_reason_that_nobody_translated_is_shown_as_it_is() -> None:
    odd = reason(OSError(errno.ELOOP, "quota {of} 100%"))
    assert (odd.translate(DA), odd.translate(EN)) == ("quota {of} 100%", "quota {of} 100%")
    assert str(reason(ValueError("embedded null byte"))) == "embedded null byte"
    assert str(reason(OSError())) == "OSError"


def test_an_error_says_its_message_and_what_to_do() -> None:
    error = MessageError(Message("{n}%", {"n": 3}), "Try {n}.", n=4)
    assert (str(error), error.translate(DA)) == ("3% Try 4.", "3 % Try 4.")


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENAMETOOLONG, errno.ENOENT]
)
def test_what_cannot_be_written_says_what_helps_against_that(number: int) -> None:
    error = NotWrittenError(Path("x.toml"), OSError(number, os.strerror(number)))
    for t in (EN, DA):
        place, helps = error.message.translate(t), error.remedy.translate(t)
        assert "x.toml" in place
        assert error.translate(t) == f"{place} {helps}"
    assert error.remedy.translate(DA) != str(error.remedy)


def test_numbers_with_decimals_are_written_as_the_language_writes_them():
    inner = Message("Not saved: {why}.", {"why": Message("{n} of {all}", {"n": 7.5, "all": 9})})
    assert inner.translate(words("en")) == "Not saved: 7.5 of 9."
    assert inner.translate(words("da")).endswith("7,5 of 9.")
