"""The error of reports: one message that says why it could not be written."""

from __future__ import annotations

from game.i18n.message import MessageError


class ReportError(MessageError):
    """No report was written."""
