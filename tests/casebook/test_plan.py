"""The sheets hold whatever the schema knows, under headings that can be read back."""

from __future__ import annotations

import pytest

from game.casebook.headings import SHEETS, Headings, heading, sheet_name, sheet_of
from game.casebook.plan import plan
from game.content.schema import ScenarioFile
from game.i18n import LANGS, Lang, words
from tests.rows import each_row

PLANS = {lang: plan(words(lang)) for lang in LANGS}


@pytest.mark.parametrize("lang", LANGS)
def test_every_heading_means_its_own_column_in_either_language(lang: Lang) -> None:
    for sheet in PLANS[lang]:
        headings = Headings(sheet.key, sheet.columns)
        for column in sheet.columns:
            found = headings.column(heading(words(lang), sheet.key, column), near=False)
            assert found is not None, column.path
            assert (found.path, found.lang, found.n) == (column.path, column.lang, column.n)


@pytest.mark.parametrize("lang", LANGS)
def test_every_sheet_is_known_by_its_name(lang: Lang) -> None:
    for sheet in SHEETS:
        name = sheet_name(words(lang), sheet)
        assert len(name) <= 31
        assert sheet_of(name) == sheet_of(f" {name.upper()} ") == sheet


def test_every_key_of_the_schema_has_a_column_and_a_note() -> None:
    found = {(*sheet.root, *column.path)[0] for sheet in PLANS["en"] for column in sheet.columns}
    tops = {str(part) for part in found} | {"questions", "tracks"}
    assert tops == set(ScenarioFile.model_fields) - {"format"}
    for sheet in PLANS["en"]:
        assert all(column.note for column in sheet.columns if column.path), sheet.key


@each_row(
    "told, path, lang",
    [
        ("Navn", ("name",), "da"),
        ("Name", ("name",), "en"),
        ("navn (engelsk)", ("name",), "en"),
        ("NAVN (DANSK):", ("name",), "da"),
        ("Modehed", ("maturity",), None),
        ("Hovedspor", ("track",), None),
        ("effects.citizen", ("effects", "citizen"), None),
        ("Reel effekt:  borger", ("effects", "citizen"), None),
        ("Reel risiko 7", ("risks",), None),
        ("Bemærkninger fra mødet", None, None),
    ],
)
def test_headings_are_known_as_people_write_them(
    told: str, path: tuple[str, ...] | None, lang: str | None
) -> None:
    (ideas,) = (sheet for sheet in PLANS["en"] if sheet.key == "ideas")
    found = Headings("ideas", ideas.columns).column(told)
    assert (found and found.path) == path
    assert (found and found.lang) == lang
