"""What a portfolio writes: a page, a workbook, Parquet and JSON, in which nobody is named."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from game.debrief.progress import progress_share
from game.engine import Measure
from game.i18n import words
from game.portfolio import reading, write_portfolio
from game.portfolio.batches import read_batches
from game.portfolio.files import files_of
from game.portfolio.page import SECTIONS, reasons, render
from game.portfolio.parquet import PARQUET
from game.portfolio.store import FactStore
from game.portfolio.walking import session_files
from game.report import ReportError
from game.session import Session
from game.session.annotations import tag_key
from game.session.error_texts import FAULTS
from game.wording.debrief_texts.follow_up import reality_text
from tests import staging
from tests.folders import contents
from tests.portfolio.conftest import Written
from tests.portfolio.facts import BENEFIT, OWN, PLAYED, RISK, counted, game_of
from tests.portfolio.files import parquet_rows, summed, words_of, workbook_cells
from tests.portfolio.many import BEGUN, NAMES, today
from tests.report.reading import MapPage
from tests.report.sessions import FORMULA, SCRIPT

FILES = {"portfolio.html", "portfolio.xlsx", "portfolio.json", *PARQUET}


def test_all_files_are_written(written: Written) -> None:
    assert set(written.folder.iterdir()) == set(map(written.file, FILES))


def test_no_player_no_group_and_no_project_is_named_in_any_of_them(written: Written) -> None:
    text = words_of(written.folder)
    assert len(text) > 10_000
    for name in (
        *NAMES,
        "Team Ydelse",
        "Karens",
        "afskrift",
        "byggesager",
        "jsonl",
        str(BEGUN.date()),
    ):
        assert not re.search(rf"\b{re.escape(name)}\b", text), name


def test_the_page_is_whole_and_its_headings_lead_down(written: Written) -> None:
    page = written.page()
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    ids = [attributes["id"] for _, attributes in page.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    links = {a["href"] for a in page.of("a")}
    assert links == {f"#{id}" for id in ids if id in SECTIONS or id == "broken"}
    assert page.of("html")[0]["lang"] == written.lang


def test_every_table_can_be_read_by_those_who_only_listen(written: Written) -> None:
    page = written.page()
    assert len(page.tables) > 12
    for table in page.tables:
        assert table["caption"]
        assert table["row"] == table["rows"] - 1
    for cell in page.of("td"):
        assert cell["data-head"]


def test_the_page_needs_no_network_and_runs_nothing(written: Written) -> None:
    page = written.page()
    assert not page.of("script", "link", "iframe", "img", "form")
    assert not [a for _, attributes in page.tags for a in attributes if a.startswith("on")]


def test_what_was_left_out_is_told_by_reason(written: Written) -> None:
    text = " ".join(written.page().text)
    t = words(written.lang)
    assert t.plural(
        "{n} file could not be counted; the reason stands at the end.",
        "{n} files could not be counted; the reasons stand at the end.",
        1,
    ) in text  # fmt: skip
    reason = " ".join(t(text, file=t("the file")) for text in FAULTS["not_a_session"])
    assert f"1 × {reason}" in text
    assert written.data()["left_out"] == [{"files": 1, "reason": reason}]


def test_of_a_case_that_cannot_be_read_neither_file_nor_text_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a later program cannot read what an earlier one did; and in the page's language."""
    case = replace(staging.case(), file="ane-hansens-team.toml")
    Session.create(case, staging.seats(4), 3, tmp_path, lang="da").close()
    parse = reading.parse
    monkeypatch.setattr(
        reading, "parse", lambda text, file, lang: parse(f"hemmelig = 1\n{text}", file, lang=lang)
    )
    reading._parsed.cache_clear()
    store = FactStore()
    for batch in read_batches(store.find(session_files([tmp_path])), 1):
        store.add(batch)
    portfolio = summed(store)
    ((_, reason),) = reasons(words("en"), portfolio)
    assert reason.startswith("The case in the file cannot be used any longer. Line 1: ")
    page = render(portfolio, words("en")).decode()
    assert "hansen" not in page
    assert "hemmelig" not in page
    ((_, message),) = portfolio.broken
    assert "hemmelig" in message.translate(words("en"))


def test_page_workbook_and_data_say_the_same(written: Written) -> None:
    data, cells = written.data(), workbook_cells(written.file("portfolio.xlsx"))
    tables = data["tables"]
    assert isinstance(tables, dict)
    (by_type,) = [row for row in tables["by_type"] if row["label"] == "budget"]
    title = words(written.lang)(SECTIONS["benefits"].title)
    head, *rows = cells[title]
    (row,) = [row for row in rows if row[1] in ("Budgetvirkende", "Releases budget")]
    assert dict(zip(head[2:], row[2:], strict=True)) == {
        name: by_type[key]
        for name, key in zip(
            head[2:], ("benefits", "no_owner", "no_baseline", "kroner"), strict=True
        )
    }
    figures = data["figures"]
    assert isinstance(figures, dict)
    assert (figures["sessions"], figures["copies"], figures["measured"]) == (6, 1, 9)


def test_the_parquet_files_can_be_joined(written: Written) -> None:
    rows = {name: parquet_rows(written.folder / name) for name in PARQUET}
    sessions = {row["session"]: row for row in rows["sessions.parquet"]}
    assert sorted(sessions) == [f"S{n:05}" for n in range(1, 7)]
    for name, some in rows.items():
        assert some, name
        assert {row["session"] for row in some} <= set(sessions), name
    own = [row for row in rows["benefits.parquet"] if row["own_project"]]
    assert len({row["project"] for row in own}) == 1
    assert {sessions[row["session"]]["case"] for row in own} == {""}


# ------------------------------------------------------------------ written with care
def test_the_same_sessions_give_the_same_bytes(played: Path, tmp_path: Path) -> None:
    once, again = tmp_path / "once", tmp_path / "again"
    for to in (once, again):
        write_portfolio([played], to, "en", today=today(), jobs=1)
    for name in FILES:
        assert (once / name).read_bytes() == (again / name).read_bytes(), name


def test_a_file_that_somebody_has_changed_is_left_alone(played: Path, tmp_path: Path) -> None:
    for _ in range(2):
        write_portfolio([played], tmp_path, "en", today=today())
    book = tmp_path / "portfolio.xlsx"
    book.write_bytes(book.read_bytes() + b" ")
    before = contents(tmp_path)
    with pytest.raises(ReportError, match=r"portfolio\.xlsx"):
        write_portfolio([played], tmp_path, "en", today=today())
    assert contents(tmp_path) == before


def test_without_a_session_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    done = write_portfolio([tmp_path / "in"], tmp_path / "out", "en", today=today())
    assert (done.files, done.sessions) == ([], 0)
    assert not (tmp_path / "out").exists()


# ------------------------------------------------------------------ whatever was written
@pytest.mark.parametrize("hostile", [SCRIPT, FORMULA, "{0} %s {{ t }}", "'; DROP TABLE sessions"])
def test_words_from_sessions_do_nothing(hostile: str) -> None:
    risks = (replace(RISK, card="x", name_da=hostile, name_en=hostile),)
    benefits = (replace(BENEFIT, unit_da=hostile, unit_en=hostile),)
    tags = (tag_key(hostile),)
    session = replace(PLAYED, title_en=hostile, title_da=hostile, tags=tags)
    store = counted(
        *(game_of(session, risks=risks, benefits=benefits) for _ in range(2)),
        game_of(OWN, benefits=benefits),
    )
    portfolio = summed(store, tags=(hostile,))
    page = MapPage(render(portfolio, words("en")).decode())
    assert hostile in " ".join(page.text)
    assert not page.of("script", "b")


def test_one_of_anything_is_told_as_one() -> None:
    benefit = replace(
        BENEFIT, review=date(2027, 1, 1), dated=True, value=1.0, measured_on=date(2026, 12, 1)
    )
    told = MapPage(
        render(summed(counted(game_of(OWN, benefits=(benefit,)))), words("en")).decode()
    ).text
    for figure in (
        "own project, in 1 session",
        "cases, in 0 sessions",
        "game played to the end",
        "benefit promised in own projects",
        "review is overdue",
        "benefit has been measured since",
    ):
        assert figure in told


def test_nearly_all_is_not_told_as_all() -> None:
    owned = replace(BENEFIT, owned=True, value=1.0, measured_on=date(2027, 1, 1), share=0.999)
    benefits = (BENEFIT, *(replace(owned, id=f"G-{n}") for n in range(300)))
    told = MapPage(render(summed(counted(game_of(OWN, benefits=benefits))), words("en")).decode())
    assert told.text[told.text.index("of them have an owner") + 1] == "99%"
    assert "100%" not in told.text


def test_a_share_is_the_same_on_the_page_in_the_workbook_and_at_the_follow_up(
    tmp_path: Path,
) -> None:
    """45 % on the way from 35 to 50 is 66 % of it, and 199 owners of 200 are not all of them."""
    t, measure = words("en"), Measure("Answered", "%", 35, 50)
    share = progress_share(measure.baseline, measure.target, 45)
    benefit = replace(BENEFIT, value=45.0, measured_on=date(2026, 12, 1), share=share)
    rest = [replace(BENEFIT, id=f"G-{n:03}", owned=n > 2) for n in range(2, 201)]
    store = counted(game_of(OWN, benefits=(replace(benefit, owned=True), *rest)))
    portfolio = summed(store)
    assert reality_text(t, measure, 45) == "66% of the way"
    page = MapPage(render(portfolio, t).decode()).text
    assert "66%" in page
    assert "67%" not in page
    assert "99%" in page
    assert "100%" not in page
    book = tmp_path / "portfolio.xlsx"
    book.write_bytes(files_of(portfolio, store, t)[book.name])
    head, *rows = workbook_cells(book)[t(SECTIONS["real"].title)]
    way = head.index("Median share of the planned change")
    assert {row[way] for row in rows} == {0.66}


def test_a_table_that_is_too_long_for_the_page_says_how_much_is_in_the_workbook() -> None:
    cards = [replace(RISK, card=f"x/{n}", name_da=f"{n:02}", name_en=f"{n:02}") for n in range(60)]
    games = [game_of(risks=tuple(cards)) for _ in range(2)]
    store = counted(*games)
    portfolio, t = summed(store), words("en")
    page = MapPage(render(portfolio, t).decode())
    assert "39" in page.text
    assert "40" not in page.text
    assert "20 more rows stand in the workbook." in page.text
    files = files_of(portfolio, store, t)
    assert len(json.loads(files["portfolio.json"])["tables"]["risks_of_cases"]) == 60


def test_every_section_says_when_there_is_nothing_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = MapPage(render(summed(counted(game_of())), words("en")).decode())
    for id in ("benefits", "due", "missing", "real", "bias", "risks", "practices"):
        assert SECTIONS[id].empty in page.text
