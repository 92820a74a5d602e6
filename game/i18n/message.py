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
    """A failure; ``message`` tells users what is wrong and what to do about it.

    It may be given as a text of the catalogue with its parameters.
    """

    def __init__(self, message: Message | str, /, **params: object) -> None:
        self.message = Message(message, params) if isinstance(message, str) else message
        super().__init__(self.message.text)

    def translate(self, t: Words) -> str:
        """The translated message: what went wrong, and what to do."""
        return self.message.translate(t)

    def __str__(self) -> str:
        return self.translate(words("en"))
