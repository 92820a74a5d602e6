"""A picture for a card in the group's own words: found by a word, worn by its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.engine import Applied
from game.engine import actions as act
from game.i18n import words
from game.pictures import emoji, key_of, runs
from game.report import write_report
from game.session import Session
from game.table.parts.picture_picker import picture_of, suggestions, with_picture
from game.table.play.dialogs.write import WriteDialog
from game.views import face_builder as faces
from game.wording.case_names import CaseNames
from tests import staging
from tests.pictures.studio import Studio


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    studio = Studio(tmp_path, (1280, 720), "da")
    game = studio.early()
    studio.app.push(WriteDialog(game, studio.services.drafts))
    return studio


def test_a_word_finds_a_picture_and_the_card_wears_it(studio: Studio) -> None:
    studio.type("Cykler til alle")
    studio.click("picture")
    studio.type("cykel")
    studio.click(f"picture:{key_of('🚲')}")
    assert studio.services.drafts.begun().name == "🚲 Cykler til alle"
    studio.click("picture")
    studio.type("bus")
    studio.click(f"picture:{key_of('🚌')}")
    assert studio.services.drafts.begun().name == "🚌 Cykler til alle", "in place of the first"


def test_an_unknown_word_says_that_there_is_none(studio: Studio) -> None:
    studio.click("picture")
    studio.type("xyzzy")
    assert "Intet billede hedder sådan." in studio.texts


def test_the_words_of_the_name_come_first(studio: Studio) -> None:
    found = [emoji(key) for key in suggestions("En stund i solen", "da")]
    assert found[0] == "☀"
    assert len(found) == len(set(found)) == 60


@pytest.mark.parametrize(
    ("name", "picture", "worn"),
    [
        ("Kaffe", "☕", "☕ Kaffe"),
        ("☕ Kaffe", "🚲", "🚲 Kaffe"),
        ("☕ Kaffe", "", "Kaffe"),
        ("", "☕", "☕"),
        ("☕", "🚲", "🚲"),
        ("W" * 80, "☕", ("☕ " + "W" * 80)[:80]),
    ],
)
def test_a_name_has_one_picture_and_no_more_letters_than_it_may(name, picture, worn) -> None:
    assert with_picture(name, picture, 80) == worn
    assert picture_of(worn) == picture


def test_a_picture_that_stands_beside_a_name_is_not_said_twice(tmp_path: Path) -> None:
    case = staging.case("eget-projekt")
    session = Session.create(case, staging.seats(2), 3, tmp_path)
    names = CaseNames(words("da"), case)
    for action in (
        act.WriteIdea(0, "🚲 Cykler", "citizen", "service", 3),
        act.WriteRisk(0, "🔥 Den brænder", "citizen", "written-1"),
    ):
        assert isinstance(session.do(action), Applied)
    (idea,) = session.state.ideas
    face = faces.idea_on_table(names, session.state, idea)
    assert (face.name, face.picture) == ("Cykler", "🚲")
    benefit = faces.benefit_on_table(names, session.state, idea, "citizen")
    assert benefit.picture == "🚲"
    assert "🚲" not in benefit.name
    risk = faces.risk_on_table(names, session.state, idea, idea.risks[0])
    assert (risk.name, risk.picture) == ("Den brænder", "🔥")
    session.close()
    write_report(session.path, tmp_path / "report", "da")
    page = (tmp_path / "report" / "rapport.html").read_text("utf-8")
    rows = re.findall(r'<span class="beside">(.*?)</span>', page, re.S)
    assert rows
    assert not any(run.picture for row in rows for run in runs(row))
