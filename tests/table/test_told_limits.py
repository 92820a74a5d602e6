"""A text of everyday words that is as long as its author was told is whole where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import Case, load
from game.content.case import Prose
from game.engine.setup import TRACKS
from game.gui.geometry import Box
from game.gui.paint.unpainted import Unpainted
from game.gui.text.typesetter import Typesetter
from game.i18n import LANGS, Lang
from game.resources import SCENARIOS
from game.table.cards.fitting import unfitting
from game.table.parts.case_overview import draw_goals

WORDS = (
    "Direktør for Ældre og Sundhed i kommunen, der har lovet de pårørende, at de kan følge med i "
    "hverdagen på plejehjemmet, og at det ikke koster medarbejderne en time mere, end det gør i dag"
)
GOALS = Box(0, 0, 807, 316)
"""The goals on the screen that announces the saving, where they have least room."""


def as_long(most: int) -> Prose:
    """Everyday words, as many as fit into so many letters."""
    return Prose.of(WORDS[:most].rpartition(" ")[0])


@pytest.fixture(scope="module")
def case() -> Case:
    return load(SCENARIOS / "foerste-spil.toml")


def test_a_role_with_texts_of_full_length_is_whole_on_its_card(case: Case) -> None:
    long = {"name": as_long(48), "text": as_long(160)}
    roles = {id: replace(role, **long) for id, role in case.roles.items()}
    assert unfitting(replace(case, roles=roles)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_counted_is_whole_where_the_goals_are_told(case: Case, lang: Lang) -> None:
    told = {
        track: replace(case.tracks[track], indicator=as_long(60), unit=Prose.of("om dagen"))
        for track in TRACKS
    }
    ruler = Unpainted(Typesetter(2 / 3, lang))
    draw_goals(ruler, GOALS, replace(case, tracks=told))
    assert ruler.cut == {}


def test_a_text_that_is_cut_is_told_with_its_card_and_how_much_of_it_fits(case: Case) -> None:
    roles = {id: replace(role, name=Prose.of("W" * 48)) for id, role in case.roles.items()}
    (first, *_) = unfitting(replace(case, roles=roles))
    assert (first.code, first.hint) == ("text_cut", None)
    assert str(first.params["card"]) == "the card of the role"
    assert 10 < int(str(first.params["n"])) < 48
