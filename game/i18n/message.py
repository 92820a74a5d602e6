"""Translatable messages, carried by errors and findings until they are shown.

Everything outside the rules reports a failure as a :class:`Message`; an exception that carries one
is a :class:`MessageError`. The rules do not depend on a language: their
:class:`game.engine.Refusal` has a code and parameters, and :mod:`game.wording.refusals` has its
texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from game.frozen import frozen
from game.i18n import Words, words


class Translatable(Protocol):
    """What is told in any language: a message, or what carries one."""

    def translate(self, t: Words) -> str:
        """The text in a language."""


@frozen
class Message:
    """A message of the catalogue, in English, and its parameters.

    A parameter may be a message too, such as the reason for a failure. It is translated with the
    message that contains it, as are numbers with decimals.

    >>> Message("Not saved: {why}.", {"why": Message("Disk quota exceeded")}).translate(words("en"))
    'Not saved: Disk quota exceeded.'
    """

    text: str
    params: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def verbatim(cls, text: str) -> Message:
        """A text whose braces are not parameters; translated if it is in the catalogue."""
        return cls(text.replace("{", "{{").replace("}", "}}"))

    def translate(self, t: Words) -> str:
        """The translated text, with parameters filled in."""
        params = {name: _filled_in(value, t) for name, value in self.params.items()}
        return t(self.text).format_map(params)

    def __str__(self) -> str:
        return self.translate(words("en"))


def _filled_in(value: object, t: Words) -> object:
    return value.translate(t) if isinstance(value, Message) else t.filled_in(value)


class MessageError(Exception):
    """A failure: ``message`` says what is wrong, and ``remedy`` what to do about it.

    Either may be given as a text of the catalogue with the parameters of both; none is without.
    """

    def __init__(self, message: Message | str, remedy: Message | str, /, **params: object) -> None:
        self.message, self.remedy = _made(message, params), _made(remedy, params)
        super().__init__(self.message.text)

    def translate(self, t: Words) -> str:
        """What went wrong, and what to do."""
        return with_remedy(self.message.translate(t), self.remedy.translate(t))

    def __str__(self) -> str:
        return self.translate(words("en"))


def with_remedy(message: str, remedy: str) -> str:
    """What is wrong and what to do, on a line of its own below several; it may be empty."""
    return f"{message}{chr(10) if chr(10) in message else ' '}{remedy}".rstrip()


def _made(text: Message | str, params: Mapping[str, object]) -> Message:
    return Message(text, params) if isinstance(text, str) else text
