"""The sheets hold whatever the schema knows, under headings that can be read back."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from game.casebook.guidance import note
from game.casebook.headings import SHEETS, Headings, heading, sheet_name, sheet_of
from game.casebook.labels import label
from game.casebook.other_names import EARLIER_HEADINGS, EARLIER_SHEETS
from game.casebook.plan import plan
from game.content import new_case
from game.content.schema import ScenarioFile
from game.content.weighing.usual import OF_KEYS
from game.engine.setup import AIM_KINDS
from game.i18n import LANGS, Lang, words
from tests.rows import each_row

DOCS = Path(__file__).parents[2] / "docs"
SKELETON = Path(new_case.__file__).parent / "skeleton"

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


OF_A_FILE = re.compile(r"[a-z]_[a-z]|[\[\]={}]|\bkeys?\b|nøgle|\bfilen\b|the file\b(?!')")


@pytest.mark.parametrize("lang", LANGS)
def test_no_note_speaks_of_the_keys_of_a_file(lang: Lang) -> None:
    for sheet in PLANS[lang]:
        for column in sheet.columns:
            told = note(words(lang), sheet.key, column)
            assert not OF_A_FILE.search(told), (column.path, told)


def test_a_text_may_be_in_one_language_and_no_note_wants_both() -> None:
    for sheet in PLANS["en"]:
        texts = [column for column in sheet.columns if column.lang and column.required]
        for column in texts:
            told = note(words("en"), sheet.key, column)
            assert told.endswith("in the languages of the case."), column.path


def test_an_aim_is_called_in_its_note_as_in_its_list() -> None:
    for lang in LANGS:
        t = words(lang)
        (roles,) = (sheet for sheet in PLANS[lang] if sheet.key == "roles")
        (track,) = (column for column in roles.columns if column.path == ("aim", "track"))
        assert str(label(t, AIM_KINDS, "track_at_least")) in note(t, "roles", track)


EXAMPLES = [
    DOCS / name
    for name in ("scenarios.md", "scenarios.da.md", "case-rules.en.md", "case-rules.da.md")
] + sorted(SKELETON.glob("*.toml"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_a_bound_is_the_same_in_a_remark_on_a_key_and_in_its_column(file: Path) -> None:
    """Beside a key stands what may be written, and what is usual only where it is called so."""
    bounds = {
        column.key: (sheet.key, column)
        for sheet in PLANS["en"]
        for column in sheet.columns
        if column.form == "whole" and sheet.key in ("tracks", "ideas", "risks", "benefits")
    }
    seen = 0
    for key, remark in re.findall(r"^(\w+) = \d+ +# (.*)$", file.read_text("utf-8"), re.M):
        ranges = re.findall(r"(-?\d+)(?:-| to | til )(\d+)( is usual| er det sædvanlige)?", remark)
        if key not in bounds or key == "goal":
            continue
        sheet, column = bounds[key]
        usual = OF_KEYS.get((sheet, *map(str, column.path)))
        for low, high, is_usual in ranges:
            told = (float(low), float(high))
            wanted = (usual.low, usual.high) if is_usual and usual else (column.low, column.high)
            assert told == wanted, (key, remark)
            seen += 1
    assert seen or "rules" in file.name


@pytest.mark.parametrize("lang", LANGS)
def test_what_columns_were_called_in_earlier_workbooks_is_still_read(lang: Lang) -> None:
    t = words(lang)
    for sheet, named in product(PLANS[lang], EARLIER_HEADINGS):
        headings = Headings(sheet.key, sheet.columns)
        for column in sheet.columns:
            found = headings.column(heading(t, sheet.key, column, named), near=False)
            assert found is not None
            assert (found.path, found.lang, found.n) == (column.path, column.lang, column.n)
    for key, name in EARLIER_SHEETS.items():
        assert sheet_of(t(name), near=False) == key


@each_row(
    "told, path, lang",
    [
        ("Navn", ("name",), "da"),
        ("Name", ("name",), "en"),
        ("navn (engelsk)", ("name",), "en"),
        ("NAVN (DANSK):", ("name",), "da"),
        ("Modehed", ("maturity",), None),
        ("Hovedspor", ("track",), None),
        ("Forsinkelse i runder", ("delay",), None),
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
