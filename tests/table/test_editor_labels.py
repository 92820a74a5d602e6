"""A thing has one name: a field of the editor and a column of the workbook are called the same."""

from __future__ import annotations

import pytest

from game.casebook.headings import bare_heading, sheet_name
from game.casebook.plan import plan
from game.i18n import LANGS, Lang, words
from game.table.editor.fields import AimInput, BargainInput, Field, OptionsInput, RoundsInput
from game.table.editor.sections import SECTIONS

MADE_OF_SEVERAL = (AimInput, BargainInput, OptionsInput, RoundsInput)
"""Fields that write what has several columns."""
WITHIN = {"about": "case", "modules": "rules", "money": "economy"}
"""The sheets of sections that have none of their own name."""


def told(field: Field) -> bool:
    return not isinstance(field, MADE_OF_SEVERAL) and field.path[:1] != ("options",)


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_is_called_as_its_column(lang: Lang) -> None:
    t, seen = words(lang), 0
    columns = {
        (sheet.key, column.path): bare_heading(t, sheet.key, column)
        for sheet in plan(t)
        for column in sheet.columns
    }
    for section in SECTIONS:
        sheet = WITHIN.get(section.key, section.key)
        above = section.path if sheet == "case" else ()
        for field in filter(told, section.fields({})):
            assert columns[sheet, (*above, *field.path)] == t(field.label), (section.key, field)
            seen += 1
    assert seen > 60


@pytest.mark.parametrize("lang", LANGS)
def test_every_section_is_called_as_its_sheet(lang: Lang) -> None:
    t = words(lang)
    for section in SECTIONS:
        if section.key not in ("about", "modules"):
            key = WITHIN.get(section.key, section.key)
            assert sheet_name(t, key) == t(section.name), section.key
