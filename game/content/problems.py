"""Problems of a scenario as reported to its author: place, fault and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import Final, Literal

from game.frozen import frozen
from game.i18n import Lang, mark, words
from game.i18n.message import Message, MessageError

ProblemSeverity = Literal["error", "warning"]

SEVERITY_LABELS: dict[ProblemSeverity, str] = {"error": mark("error"), "warning": mark("warning")}

_AT_LINE: Final = mark("Line {line}: {problem}")
_NOTHING: Final = Message("")


@frozen
class Problem:
    """A problem of a scenario, described in ``lang``.

    ``code`` names the kind of problem and never changes; ``path`` is where it is in the file's own
    terms (``ideas[3].track``, counted from 0). ``line`` and ``column`` count from 1; both are 0
    when the problem is the file itself. ``mended`` is the line as it should read, where that is
    known. In a workbook ``place`` names the sheet and the cell. ``begin`` is the path where mending
    it begins, if that is not ``path``. ``said`` and ``helps`` are what message and hint were made
    from, for whoever tells them in other words.
    """

    severity: ProblemSeverity
    code: str
    path: str
    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    mended: str = ""
    lang: Lang = "en"
    place: str = ""
    begin: str = ""
    said: Message = field(default=_NOTHING, compare=False, repr=False)
    helps: Message = field(default=_NOTHING, compare=False, repr=False)

    @property
    def at_line(self) -> Message:
        """What is wrong and in which line, in any language."""
        return (
            Message(_AT_LINE, {"line": self.line, "problem": self.said}) if self.line else self.said
        )

    @property
    def told(self) -> str:
        """What is wrong, and on lines below it what helps and what to write, if that is known."""
        return "\n".join(filter(None, (self.message, self.hint, self._mended)))

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        where = f"{where}, {self.place}" if self.place else where
        more = "".join(f"\n    {line}" for line in (self.hint, self._mended) if line)
        return f"{where}: {words(self.lang)(SEVERITY_LABELS[self.severity])}: {self.message}{more}"

    @property
    def _mended(self) -> str:
        return f"→ {self.mended}" if self.mended else ""


class ScenarioError(MessageError, ValueError):
    """Raised for a scenario that cannot be played, with all its problems in the file's order.

    Its message is the first of them.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.at_line, first.helps)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
