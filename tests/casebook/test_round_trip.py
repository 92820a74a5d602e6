"""What goes out as a workbook comes back as the same case."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.casebook.headings import heading, sheet_name
from game.casebook.other_names import EARLIER_HEADINGS
from game.casebook.plan import plan
from game.content.case_text import case_text
from game.content.merging import merged
from game.content.schema import ScenarioFile
from game.content.structure import validate
from game.i18n import Lang, words
from game.resources import SCENARIOS
from tests.casebook.books import case_of, imported, opened, same, written
from tests.content.filled import filled
from tests.content.scenario_text import MINIMAL
from tests.effort import examples

QUICK = ("foerste-spil", "eget-projekt")
SHIPPED = [
    pytest.param(path, marks=[] if path.stem in QUICK else pytest.mark.nightly, id=path.stem)
    for path in sorted(SCENARIOS.glob("*.toml"))
]


@pytest.mark.parametrize("path", SHIPPED)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_shipped_case_comes_back_as_it_was(path: Path, lang: Lang, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    found = imported(written(tomli.loads(text), tmp_path, lang), lang)
    assert [str(p) for p in found.problems if p.severity == "error"] == []
    assert found.book.unread == []
    assert same(case_of(found.text), case_of(text))


def test_everything_that_can_be_written_comes_back(tmp_path: Path) -> None:
    data = filled()
    found = imported(written(data, tmp_path))
    scenario = validate(dict(found.data))
    assert isinstance(scenario, ScenarioFile), scenario
    assert scenario == ScenarioFile.model_validate(data)


@pytest.mark.parametrize("named", EARLIER_HEADINGS)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_workbook_with_the_headings_of_an_earlier_one_comes_back(
    named: Mapping[str, str], lang: Lang, tmp_path: Path
) -> None:
    data = filled()
    path = written(data, tmp_path, lang)
    book, changed = openpyxl.load_workbook(path), 0
    for sheet in plan(words(lang), data):
        columns = [(words(lang), sheet.key, column) for column in sheet.columns]
        then = {heading(*one): heading(*one, named) for one in columns}
        for row in book[sheet_name(words(lang), sheet.key)].iter_rows():
            for cell in row:
                if cell.value in then and cell.value != then[cell.value]:
                    cell.value = then[cell.value]
                    changed += 1
    assert changed > 10
    book.save(path)
    found = imported(path, lang)
    assert found.book.unread == []
    assert validate(dict(found.data)) == ScenarioFile.model_validate(data)


# ------------------------------------------------------------------ cases made by chance
LINE = st.text("aøÅ=+-@'\"\\,;: {}_x0→é1", min_size=1, max_size=20).filter(
    lambda s: s.strip() and s.strip() not in "-="
)
LINES = st.lists(LINE, min_size=1, max_size=3).map("\n".join)


def prose(text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    both = st.fixed_dictionaries({"da": text, "en": text})
    one = st.sampled_from(["da", "en"]).flatmap(lambda lang: st.fixed_dictionaries({lang: text}))
    return text | both | one


def maybe(table: dict[str, Any], draw: st.DrawFn, **keys: st.SearchStrategy[Any]) -> None:
    for key, values in keys.items():
        if draw(st.booleans()):
            table[key] = draw(values)


TRACK = st.sampled_from(["citizen", "process", "economy", "employee"])
SPAN = st.tuples(st.integers(-6, 6), st.integers(0, 3)).map(lambda s: [s[0], min(6, s[0] + s[1])])


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    data = deepcopy(tomli.loads(MINIMAL))
    maybe(
        data,
        draw,
        title=prose(LINE),
        summary=prose(LINE),
        story=prose(LINES),
        questions=st.lists(prose(LINE), max_size=3),
        minutes=st.integers(10, 600),
        level=st.sampled_from(["first", "normal", "hard"]),
    )
    rules: dict[str, Any] = {}
    maybe(
        rules,
        draw,
        rounds=st.lists(st.integers(1, 6), min_size=3, max_size=3),
        modules=st.lists(
            st.sampled_from(["tension", "posts", "dropouts", "patience"]), unique=True
        ),
        balance=st.integers(-5, 5),
        unnamed=st.integers(0, 6),
        demand_tracks=st.lists(TRACK, min_size=1, max_size=4, unique=True),
    )
    if rules:
        data["rules"] = rules
    data["risks"] = [
        {"id": f"r{n}", "name": draw(prose(LINE)), "track": draw(TRACK)}
        for n in range(draw(st.integers(0, 8)))
    ]
    ids = [risk["id"] for risk in data["risks"]]
    for risk in data["risks"]:
        maybe(risk, draw, text=prose(LINE), severity=st.integers(1, 4), about=st.just(["booking"]))
    idea = data["ideas"][0]
    maybe(idea, draw, name=prose(LINE), cost=st.integers(1, 9), delay=st.integers(0, 2))
    maybe(idea, draw, risks=st.permutations(ids), promise=st.dictionaries(TRACK, st.just(2)))
    maybe(idea, draw, effects=st.dictionaries(TRACK, SPAN, min_size=1))
    maybe(data["roles"][0], draw, home=st.lists(TRACK, min_size=1, max_size=4, unique=True))
    options = st.fixed_dictionaries({"text": prose(LINE), "capacity": st.integers(-6, 6)})
    data["events"] = [
        {"id": f"e{n}", "name": draw(prose(LINE)), "options": [draw(options), draw(options)]}
        if draw(st.booleans())
        else {"id": f"e{n}", "name": draw(prose(LINE)), "trust": 1, "owner_leaves": True}
        for n in range(draw(st.integers(0, 3)))
    ]
    measure = data["benefits"][0]["measure"]
    measure["baseline"] = draw(st.integers(-9, 9) | st.floats(-1e6, 1e6).map(lambda x: round(x, 3)))
    return data


CHANCE = settings(
    max_examples=examples(8),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)


@CHANCE
@given(data=cases())
def test_a_case_made_by_chance_comes_back_as_it_was(data: dict[str, Any]) -> None:
    text = case_text(data)
    assert tomli.loads(text) == {key: value for key, value in data.items() if value != []}
    with tempfile.TemporaryDirectory() as folder:
        found = imported(written(data, Path(folder)))
    assert [str(p) for p in found.problems if p.severity == "error"] == []
    assert same(case_of(found.text), case_of(text))


# ------------------------------------------------------------------ into a file that is there
def test_what_was_not_changed_stays_to_the_byte_in_the_file_it_is_taken_into(
    tmp_path: Path,
) -> None:
    text = (SCENARIOS / "foerste-spil.toml").read_text("utf-8")
    found = imported(written(tomli.loads(text), tmp_path))
    assert found.merged_into(text) == text


def test_a_change_leaves_the_comments_around_it(tmp_path: Path) -> None:
    text = f"# mine\n{MINIMAL}# and this\n"
    book = opened()
    book["Ideas"]["B2"] = "En anden idé"
    del book["Numbers of the rules"]
    path = tmp_path / "case.xlsx"
    book.save(path)
    with_rules = text.replace("[tracks]", "[rules]\nactions = 12 # few\n\n[tracks]")
    new = imported(path).merged_into(with_rules)
    assert new == with_rules.replace("Tid på klokkeslæt", "En anden idé")


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [
        ("Ideas", "Picture"),
        ("Ideas", "Text (English)"),
        ("Roles and aims", "At home on 1"),
        ("Tracks and goals", "Goal in points"),
    ],
)
def test_a_column_that_was_deleted_is_not_one_that_was_emptied(
    tmp_path: Path, sheet: str, heading: str
) -> None:
    text = (SCENARIOS / "foerste-spil.toml").read_text("utf-8")
    path = written(tomli.loads(text), tmp_path)
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    name = heading.removesuffix(" 1")  # a list has several columns
    for column in page.iter_cols():
        if any(str(cell.value).rstrip(" 123456") == name for cell in column[:3]):
            for cell in column:
                cell.value = None
    book.save(path)
    assert imported(path).merged_into(text) == text


def test_cards_are_added_taken_away_and_moved_in_the_file() -> None:
    data = tomli.loads(MINIMAL)
    first, *others = data["roles"]
    data["roles"] = [*others[1:], first, {**first, "id": "new", "name": "Ny"}]
    new = merged(MINIMAL, data)
    assert tomli.loads(new) == data


# ------------------------------------------------------------------ another spreadsheet
@pytest.mark.nightly
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_what_libreoffice_writes_is_the_same_case(tmp_path: Path) -> None:
    text = (SCENARIOS / "vejle-sommerskole.toml").read_text("utf-8")
    path = written(tomli.loads(text), tmp_path, "da")
    there = tmp_path / "there"
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    convert = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(there), str(path)]
    subprocess.run([*command, *convert], check=True, capture_output=True, timeout=200)
    assert openpyxl.load_workbook(there / path.name).sheetnames
    assert same(case_of(imported(there / path.name).text), case_of(text))
