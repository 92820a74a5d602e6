"""What is wrong in a case that is being written, worked out when nobody types.

Reading and judging a case takes a moment, and measuring all its cards takes longer: the cards are
measured one by one, between two frames.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import tomli

from game.casebook.unfinished import is_unfinished
from game.content import Case, Problem, check
from game.content.findings import to_problems
from game.content.positions import KeyPath, Positions
from game.content.reader import ExtraCheck
from game.content.weighing.gauges import Gauge, gauges
from game.i18n import Lang, words
from game.table.cards.fitting import Measuring

_PART: Final = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_CARDS_A_FRAME: Final = 1


class Judge:
    """The problems of a text, and the last case that could be played.

    ``case`` is that of the text that was read last, or of an earlier one while there are errors;
    then ``current`` is false. ``checks`` find what does not stand in the text.
    """

    def __init__(self, file: str, checks: Sequence[ExtraCheck] = ()) -> None:
        self.file = file
        self.checks = checks
        self.case: Case | None = None
        self.current = False
        self.problems: Sequence[Problem] = ()
        self.gauges: Sequence[Gauge] = ()
        self._text = ""
        self._lang: Lang = "en"
        self._waiting = False
        self._measuring: Measuring | None = None
        self._found: list[Problem] = []

    def ask(self, text: str, lang: Lang) -> None:
        """Judge a text next; the judging of an earlier one is given up."""
        if text != self._text or lang != self._lang:
            self._text, self._lang, self._waiting = text, lang, True

    def playable(self, text: str, lang: Lang) -> Case | None:
        """The case of a text, read at once; ``None`` while it has errors."""
        self.ask(text, lang)
        if self._waiting:
            self._read()
        return self.case if self.current else None

    def finish(self) -> None:
        """Work until all is known."""
        while self.busy:
            self.work()

    @property
    def busy(self) -> bool:
        """Whether something is still to be found out."""
        return self._waiting or self._measuring is not None

    def work(self) -> bool:
        """Find out a little more; whether there is anything new to show."""
        if self._waiting:
            self._read()
            return True
        measuring = self._measuring
        if measuring is None:
            return False
        for _ in range(_CARDS_A_FRAME):
            if not measuring.done:
                measuring.step()
        if not measuring.done:
            return False
        self._measuring = None
        found = to_problems(measuring.findings, Positions(self._text), self.file, self._lang)
        both = [*self._found, *found]
        self.problems = sorted(both, key=lambda problem: (problem.line, problem.column))
        return bool(found)

    def _read(self) -> None:
        self._waiting, self._measuring = False, None
        case, self._found = check(self._text, self.file, lang=self._lang, extra_checks=self.checks)
        self.gauges = gauges(tomli.loads(self._text), words(self._lang))
        self.problems, self.current = self._found, case is not None
        if case is not None:
            self.case, self._measuring = case, Measuring(case)

    @property
    def lacking(self) -> list[Problem]:
        """What is still to be written: nobody has done anything wrong there."""
        return [problem for problem in self.problems if is_unfinished(problem)]

    @property
    def wrong(self) -> list[Problem]:
        """What was written and has to be mended."""
        return [problem for problem in self.errors if not is_unfinished(problem)]

    @property
    def errors(self) -> list[Problem]:
        """What has to be written or mended before the case can be played."""
        return [problem for problem in self.problems if problem.severity == "error"]

    def at(self, path: KeyPath) -> list[Problem]:
        """The problems of a key, or of a card with all its keys."""
        return [p for p in self.problems if path_of(p)[: len(path)] == path]


def begin_of(problem: Problem) -> KeyPath:
    """The way to where mending a problem begins."""
    return _path(problem.begin or problem.path)


def path_of(problem: Problem) -> KeyPath:
    """The way to what a problem is about.

    >>> path_of(Problem("error", "x", "ideas[3].name.da", "a.toml", 1, 1, "…"))
    ('ideas', 3, 'name', 'da')
    """
    return _path(problem.path)


def _path(text: str) -> KeyPath:
    parts = _PART.finditer(text)
    return tuple(int(found[1]) if found[1] else found[2] for found in parts)
