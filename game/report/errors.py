"""Why a report could not be written: one clear message, in either language."""

from __future__ import annotations

from game.i18n.message import Message, MessageError


class ReportError(MessageError):
    """No report was written."""

    def __init__(self, message: str, /, **params: object) -> None:
        super().__init__(Message(message, params))
