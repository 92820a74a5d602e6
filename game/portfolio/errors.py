"""The error of portfolios: one message that says why none could be written."""

from __future__ import annotations

from game.i18n.message import Message, MessageError


class PortfolioError(MessageError):
    """No portfolio was written."""

    def __init__(self, message: str, /, **params: object) -> None:
        super().__init__(Message(message, params))
