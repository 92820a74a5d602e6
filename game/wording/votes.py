"""What was put to a vote, said in another language than the table spoke then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from game.i18n import LANGS, mark, words
from game.wording.case_names import CaseNames, Named


class Lettered(Named, Protocol):
    """An idea on the table."""

    @property
    def letter(self) -> str:
        """Its letter there."""


IDEA: Final = mark("Which idea do we talk about?")
MOMENTS: Final = mark("Which moments do we talk about?")
SHEETS: Final = mark("Which of these matters most?")
NEXT: Final = mark("What do we do next?")
FIRST: Final = mark("What do we do first?")
_QUESTIONS: Final = (IDEA, MOMENTS, SHEETS, NEXT, FIRST)


def option(names: CaseNames, idea: Lettered) -> str:
    """An idea, as it is voted on."""
    return f"{idea.letter} · {names.idea(idea)}"


def spoken(names: CaseNames, ideas: Iterable[Lettered]) -> dict[str, str]:
    """What the program put to a vote, in any language, and how it is called in that of ``names``.

    What somebody wrote is not among it: that stays as it was written.
    """
    said = {words(lang)(asked): names.t(asked) for lang in LANGS for asked in _QUESTIONS}
    known = list(ideas)
    for lang in LANGS:
        theirs = CaseNames(words(lang), names.case, names.written, names.printed)
        said |= {option(theirs, idea): option(names, idea) for idea in known}
    return said
