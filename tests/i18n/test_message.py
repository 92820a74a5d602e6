"""Messages that are put into a language only when they are shown."""

from __future__ import annotations

from game.i18n import mark, words
from game.i18n.message import Message, MessageError
from game.i18n.os_errors import reason

DA, EN = words("da"), words("en")
NOT_SAVED = mark("The settings in {file} cannot be read ({why}). The usual ones are used.")


def test_a_reason_is_translated_with_the_message_that_contains_it() -> None:
    full = reason(OSError(28, "No space left on device"))
    message = Message(NOT_SAVED, {"file": "x", "why": full})
    assert str(message) == NOT_SAVED.format(file="x", why="No space left on device")
    assert DA("No space left on device") != "No space left on device"
    assert DA("No space left on device") in message.translate(DA)


def test_a_reason_that_nobody_translated_is_shown_as_it_is() -> None:
    odd = reason(OSError(5, "quota {of} 100%"))
    assert (odd.translate(DA), odd.translate(EN)) == ("quota {of} 100%", "quota {of} 100%")
    assert str(reason(ValueError("embedded null byte"))) == "embedded null byte"
    assert str(reason(OSError())) == "OSError"


def test_an_error_says_its_message() -> None:
    error = MessageError(Message("{n}%", {"n": 3}))
    assert (str(error), error.translate(DA)) == ("3%", "3 %")


def test_numbers_with_decimals_are_written_as_the_language_writes_them():
    inner = Message("Not saved: {why}.", {"why": Message("{n} of {all}", {"n": 7.5, "all": 9})})
    assert inner.translate(words("en")) == "Not saved: 7.5 of 9."
    assert inner.translate(words("da")).endswith("7,5 of 9.")
