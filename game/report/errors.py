"""The error of reports: one message that says why it could not be written."""

from __future__ import annotations

from game.i18n.message import Message, MessageError


class ReportError(MessageError):
    """No report was written."""

    def __init__(self, message: str, /, **params: object) -> None:
        super().__init__(Message(message, params))
