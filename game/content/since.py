"""Whether the case of a saved game is still the one that lies on the shelf."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce

from game.content.reader import described
from game.content.shelf import case_texts
from game.content.summaries import Summary, compared, fingerprint_of, summaries
from game.frozen import frozen
from game.resources import SCENARIOS, cases_folder


@frozen
class CaseChange:
    """A game was played with one text of a case, and the shelf has another one ``now``.

    ``played`` is which version was played, empty where the case did not tell it.
    """

    played: str
    now: Summary

    @property
    def shipped(self) -> bool:
        """Whether the case comes with the game, so that the day of its file means nothing."""
        return self.now.path.is_relative_to(SCENARIOS)


class CasesNow:
    """The cases on the shelf by their ids, to hold saved games against."""

    def __init__(self, cases: Iterable[Summary]) -> None:
        self._by_id: dict[str, list[Summary]] = defaultdict(list)
        for case in cases:
            if case.problem is None:
                self._by_id[case.id].append(case)

    @classmethod
    def on_the_shelf(cls) -> CasesNow:
        """Those that come with the game, and this user's own."""
        return cls([*summaries(SCENARIOS), *summaries(cases_folder())])

    def change(self, id: str, version: str, fingerprint: str) -> CaseChange | None:
        """The newest text of a case, unless the one that was played is still there, or none is."""
        there = self._by_id.get(id, [])
        if not there or any(case.fingerprint == fingerprint for case in there):
            return None
        newest = reduce(lambda a, b: b if compared(b, a) == "newer" else a, there)
        return CaseChange(version, newest)


def change_since(scenario: str, file: str) -> CaseChange | None:
    """The same for the scenario of one game, as its session holds it."""
    played = fingerprint_of(scenario)
    if any(fingerprint_of(text) == played for text in case_texts()):
        return None  # as nearly always: then no case has to be read
    case = described(scenario, file)
    return CasesNow.on_the_shelf().change(case.id, case.version, played)
