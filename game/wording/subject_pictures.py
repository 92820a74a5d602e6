"""The picture of what the debrief speaks of: an idea, a benefit or a risk by its reference."""

from __future__ import annotations

from game.content import Case
from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.wording import card_pictures


def of_subject(case: Case, about: object) -> str:
    """The picture of what a key moment is about: its risk, its benefit or its idea."""
    subjects = (getattr(about, name, None) for name in ("risk", "benefit", "idea"))
    return of(case, next((found for found in subjects if found is not None), None))


def of(case: Case, subject: object) -> str:
    """The picture of a reference to an idea, a benefit or a risk; empty for anything else."""
    if isinstance(subject, RiskRef):
        return card_pictures.risk(case, subject.id, subject.name)
    if isinstance(subject, BenefitRef):
        of_idea = card_pictures.idea(case, subject.idea.id, subject.idea.name)
        return card_pictures.benefit(case, subject.card, subject.name, idea=of_idea)
    return (
        card_pictures.idea(case, subject.id, subject.name) if isinstance(subject, IdeaRef) else ""
    )
