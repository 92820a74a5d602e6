"""How an author is told where a case is changed: in the words of its file, or of a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from game.content import Case, Problem
from game.content.edits import line_of
from game.content.positions import KeyPath, Positions
from game.engine.setup import Ability
from game.i18n import Words, mark
from game.simulation.levers import LeverKind
from game.wording import terms
from game.wording.rule_names import RULE_NAMES


class Places(Protocol):
    """The words in which whoever writes a case knows its places."""

    def head(self, t: Words, path: KeyPath) -> str:
        """Where a key stands, as the head of what is said of it."""

    def beside(self, t: Words, paths: Sequence[KeyPath]) -> str:
        """Where keys stand, in brackets after their name; empty where that says itself."""

    def rule(self, t: Words, key: str) -> str:
        """A key of the rules, inside a sentence."""

    def what(self, kind: LeverKind) -> str:
        """What a change of cards, goals or aims is made to: a text with ``{idea}`` and the like."""

    def ability(self, t: Words, ability: Ability) -> str:
        """An ability, as it is chosen for a role."""

    def said(self, t: Words, problem: Problem) -> str:
        """What is unusual."""

    def helps(self, t: Words, problem: Problem) -> str:
        """What to do about it."""

    def more(self, t: Words, n: int) -> str:
        """That so many more things are unusual, and where they are listed."""


_WHAT: Final[Mapping[LeverKind, str]] = {
    "goals": mark("goal of all four tracks"),
    "goal": mark("goal of {track}"),
    "idea": mark("effects of {idea}, points on all tracks together"),
    "gains": mark("effects of the ideas on {track}, points they give together"),
    "harms": mark("effects of the ideas on {track}, points they take together"),
    "effects": mark("effects of all ideas, points an idea gives on average"),
    "widths": mark("values in the ranges of effects that are not as usual, on average"),
    "cost_of": mark("cost of {idea}"),
    "cost": mark("cost of the ideas, on average"),
    "maturity": mark("maturity of the ideas, on average"),
    "delay": mark("delay of the ideas, on average"),
    "severity": mark("severity of the true risks, on average"),
    "likelihood": mark("likelihood of the true risks, on average"),
    "true_risks": mark("risks that are true for an idea (its key risks), on average"),
    "aim": mark("value in the aim of {role}"),
}


class FilePlaces:
    """Places of a case's file: keys and lines."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def head(self, t: Words, path: KeyPath) -> str:
        """The line of a key, or of what it would stand in."""
        line, _ = Positions(self.case.source).locate(path)
        return t("Line {line}", line=line)

    def beside(self, t: Words, paths: Sequence[KeyPath]) -> str:
        """The line of a key, or from which line on several keys stand; not of what is not there."""
        line = next(filter(None, (line_of(self.case, path) for path in paths)), 0)
        if not line:
            return ""
        return t("line {line}", line=line) if len(paths) == 1 else t("from line {line}", line=line)

    def rule(self, t: Words, key: str) -> str:
        """What it is called on a screen, the key and its table."""
        name = t("“{text}”", text=t(RULE_NAMES[key]))
        return t("{name}, {key} in [rules]", name=name, key=key)

    def what(self, kind: LeverKind) -> str:
        """The key, and of what."""
        return _WHAT[kind]

    def ability(self, t: Words, ability: Ability) -> str:
        """Its name, and the word of the file."""
        name = t("“{text}”", text=terms.ability(t, ability))
        return t("{name} ({word})", name=name, word=ability)

    def said(self, t: Words, problem: Problem) -> str:
        """The message of the problem."""
        return problem.message

    def helps(self, t: Words, problem: Problem) -> str:
        """The hint of the problem."""
        return problem.hint

    def more(self, t: Words, n: int) -> str:
        """That the check tells the rest."""
        return t.plural(
            "{n} more thing is unusual: gevinst check tells it.",
            "{n} more things are unusual: gevinst check tells them.",
            n,
        )
