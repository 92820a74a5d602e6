"""Why a report could not be written: one clear message, in either language."""

from __future__ import annotations

from game.i18n import Words, words
from game.session.system import with_reason


class ReportError(Exception):
    """No report was written. ``message`` is English; :meth:`say` says it in any language."""

    def __init__(self, message: str, /, **params: object) -> None:
        super().__init__(message)
        self.message = message
        self.params = params

    def say(self, t: Words) -> str:
        """What went wrong and what to do."""
        return t(self.message, **with_reason(t, self.params))

    def __str__(self) -> str:
        return self.say(words("en"))
