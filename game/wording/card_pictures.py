"""The picture of each card: the emoji that its case names, or the first one in a written name.

Empty where a card has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from game.content import Case
from game.engine import Benefit, Idea
from game.pictures import runs


class _Pictured(Protocol):
    @property
    def picture(self) -> str: ...


def idea(case: Case, id: str, name: str | None = None) -> str:
    """The picture of an idea's card, or of the ``name`` that somebody wrote."""
    return _of(case.ideas, id, name)


def benefit(case: Case, card: str | None, name: str | None, *, idea: str) -> str:
    """The picture of a benefit; one without a card or a name has the picture of its ``idea``."""
    return _of(case.benefits, card, name) or idea


def claim(case: Case, idea: Idea, claimed: Benefit) -> str:
    """The picture of what is claimed of an idea on the table, by card or in words, or its own."""
    of_idea = _of(case.ideas, idea.card.id, idea.name)
    return benefit(case, claimed.card, claimed.name, idea=of_idea)


def risk(case: Case, id: str | None, name: str | None = None) -> str:
    """The picture of a risk's card, or of the name that somebody wrote."""
    return _of(case.risks, id, name)


def event(case: Case, id: str) -> str:
    """The picture of an event."""
    return _of(case.events, id, None)


def role(case: Case, id: str) -> str:
    """The picture of a role."""
    return _of(case.roles, id, None)


def bare(name: str, picture: str) -> str:
    """A name without the picture that it begins with, for where the picture stands beside it."""
    return name.lstrip().removeprefix(picture).lstrip() or name


def _of(texts: Mapping[str, _Pictured], id: str | None, name: str | None) -> str:
    if name:
        return next((run.text for run in runs(name) if run.picture), "")
    text = texts.get(id or "")
    return text.picture if text is not None else ""
