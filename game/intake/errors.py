"""The error of reading a register back: one message that says why it could not be read."""

from __future__ import annotations

from game.i18n.message import MessageError


class IntakeError(MessageError):
    """Nothing was read, and nothing was changed."""
