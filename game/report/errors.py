"""The error of reports: one message that says why it could not be written."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.i18n import mark
from game.i18n.message import MessageError

_NO_PDF: Final = mark("All of the report but its PDF is in {folder}. {why}")


class ReportError(MessageError):
    """No report was written."""


class NoPdfError(ReportError):
    """All of a report was written but its PDF; ``files`` are those that are there."""

    def __init__(self, files: list[Path], why: MessageError) -> None:
        super().__init__(_NO_PDF, why.remedy, folder=files[0].parent, why=why.message)
        self.files = files
