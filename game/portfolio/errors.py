"""The error of portfolios: one message that says why none could be written."""

from __future__ import annotations

from game.i18n.message import MessageError


class PortfolioError(MessageError):
    """No portfolio was written."""
