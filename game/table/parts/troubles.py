"""What is wrong with a case, as screens list it."""

from __future__ import annotations

from collections.abc import Callable

from game.frozen import frozen
from game.i18n import Words


@frozen
class Trouble:
    """An error or a warning: where it is, what it is, and what helps.

    What ``lacks`` is still to be written, and neither of the two.
    ``go`` leads there, if anything does. With ``mend`` it can be mended by a button, which is
    called ``mending``.
    """

    wrong: bool
    where: str
    said: str
    helps: str = ""
    go: Callable[[], object] | None = None
    mending: str = ""
    mend: Callable[[], object] | None = None
    lacks: bool = False

    @property
    def told(self) -> str:
        """What is wrong, and what to do."""
        return "\n".join(filter(None, (self.said, self.helps)))

    def head(self, t: Words) -> str:
        """What kind it is, and where."""
        kind = (
            t("Error") if self.wrong else t("Still to be written") if self.lacks else t("Warning")
        )
        return f"{kind} · {self.where}" if self.where else kind


def counted(t: Words, errors: int, warnings: int, lacking: int = 0) -> str:
    """How many there are; empty if there are none."""
    said = []
    if errors:
        said.append(t.plural("{n} error", "{n} errors", errors))
    if lacking:
        said.append(t.plural("{n} still to be written", "{n} still to be written", lacking))
    if warnings:
        said.append(t.plural("{n} warning", "{n} warnings", warnings))
    return t.listed(said) if said else ""
