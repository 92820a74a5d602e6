"""The error of reading a register back: one message that says why it could not be read."""

from __future__ import annotations

from game.i18n.message import Message, MessageError


class IntakeError(MessageError):
    """Nothing was read, and nothing was changed."""

    def __init__(self, message: str, /, **params: object) -> None:
        super().__init__(Message(message, params))
