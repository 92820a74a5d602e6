"""The places of a case in the words of the editor, for what a simulation found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from game.content import Problem
from game.content.positions import KeyPath
from game.engine.setup import Ability
from game.i18n import Words, mark
from game.table.editor.draft import Draft
from game.table.editor.places import place_of, told_place
from game.wording import case_problems, terms

_WHAT: Final[Mapping[str, str]] = {
    "goals": mark("The goals of all four tracks"),
    "goal": mark("The goal of {track}"),
    "idea": mark("What {idea} gives, in points on all tracks together"),
    "gains": mark("What all ideas give {track}, in points"),
    "harms": mark("What all ideas take from {track}, in points"),
    "effects": mark("What an idea gives on average, in points"),
    "widths": mark("How far the truth is uncertain, where that is not as usual, on average"),
    "cost_of": mark("The cost of {idea}"),
    "cost": mark("The cost of an idea on average"),
    "maturity": mark("The maturity of an idea on average"),
    "delay": mark("The delay of the ideas, on average"),
    "severity": mark("The severity of the true risks on average"),
    "likelihood": mark("The likelihood of the true risks on average"),
    "true_risks": mark("The risks that are true for an idea, on average"),
    "aim": mark("The number in the aim of {role}"),
}
"""What a change is made to, by the kind of the change; rules are named by their fields."""


def same_place(path: KeyPath, before: Draft, now: Draft) -> KeyPath | None:
    """Where in a case stands what stood at a path before it was changed; ``None`` where it is gone.

    A card is known by its id, or by its name; where it has neither any more, by its number.
    """
    at = next((n for n, part in enumerate(path) if isinstance(part, int)), None)
    if at is None:
        return path
    was, cards = before.get(path[: at + 1]), now.get(path[:at])
    old, cards = before.get(path[:at]), cards if isinstance(cards, list) else []
    for key in ("id", "name"):
        for n, card in enumerate(cards):
            if _has(was, key) and _has(card, key) and card[key] == was[key]:
                return (*path[:at], n, *path[at + 1 :])
    return path if isinstance(old, list) and len(old) == len(cards) else None


def _has(card: object, key: str) -> bool:
    return isinstance(card, Mapping) and bool(card.get(key))


class EditorPlaces:
    """Sections, cards and fields, as the editor calls them; see :class:`game.simulation.Places`."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def head(self, t: Words, path: KeyPath) -> str:
        """Section, card and field."""
        return told_place(t, self.draft, path)

    def beside(self, t: Words, paths: Sequence[KeyPath]) -> str:
        """Nothing: what is changed has its name on the screen."""
        return ""

    def rule(self, t: Words, key: str) -> str:
        """The field of a rule, and its section; the section alone where it is all there is."""
        place = place_of(self.draft, ("rules", key))
        section = t("“{text}”", text=t(place.section.name))
        if place.field is None or place.section.key == key:
            return section
        field = t("“{text}”", text=t(place.field.label))
        return t("{field} under {section}", field=field, section=section)

    def what(self, kind: str) -> str:
        """What is changed, in the words of the fields."""
        return _WHAT[kind]

    def ability(self, t: Words, ability: Ability) -> str:
        """The name of an ability."""
        return t("“{text}”", text=terms.ability(t, ability))

    def said(self, t: Words, problem: Problem) -> str:
        """What is unusual."""
        return case_problems.said(t, problem)

    def helps(self, t: Words, problem: Problem) -> str:
        """What to do about it."""
        return case_problems.helps(t, problem)

    def more(self, t: Words, n: int) -> str:
        """That the list of problems has the rest."""
        return t.plural(
            "{n} more thing is unusual: it stands in the list of all problems.",
            "{n} more things are unusual: they stand in the list of all problems.",
            n,
        )
