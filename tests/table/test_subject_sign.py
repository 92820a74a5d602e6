"""A card is known by its picture in every list, with the letter of its idea at the foot."""

from __future__ import annotations

from pathlib import Path

import pytest

import game.table.after
from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.table.parts.subject_sign import Subject, kind_of, letter_of
from game.wording import subject_pictures
from tests import staging
from tests.rows import each_row

IDEA = IdeaRef("fast-time", "B")
LISTS = sorted(Path(game.table.after.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        (IDEA, "idea"),
        (BenefitRef(IDEA, "citizen"), "benefit"),
        (BenefitRef(IDEA, "citizen", downside=True), "downside"),
        (RiskRef(IDEA, "citizen"), "risk"),
    ],
)
def test_a_subject_has_its_type_and_the_letter_of_its_idea(subject: Subject, kind: str) -> None:
    assert (kind_of(subject), letter_of(subject)) == (kind, "B")


def test_a_benefit_without_a_card_has_the_picture_of_its_idea() -> None:
    case = staging.case()
    id, text = next((id, text) for id, text in case.ideas.items() if text.picture)
    idea = IdeaRef(id, "A")
    assert subject_pictures.of(case, idea) == text.picture
    assert subject_pictures.of(case, BenefitRef(idea, "citizen")) == text.picture


@each_row("file", LISTS)
def test_no_list_after_the_game_names_a_card_by_its_letter_alone(file: Path) -> None:
    assert "letter_badge" not in file.read_text("utf-8")
