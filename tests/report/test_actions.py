"""The action list in the report: its rows, its sheet, its page, its calendar file."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from game.content import load
from game.debrief import BenefitRef, IdeaRef, RiskRef, debrief
from game.debrief.action_items import subjects
from game.i18n import Lang, words
from game.i18n.when import local
from game.report import write_report
from game.report.actions import ActionRow, action_rows
from game.report.calendar_file import as_calendar
from game.report.registers import registers
from game.report.source import open_session
from game.resources import SCENARIOS
from game.session import ItemDraft, SavedSession, Session
from game.wording.debrief_texts import DebriefFormatter
from tests import staging
from tests.report.reading import rows_of
from tests.report.sessions import EMOJI, FORMULA, SCRIPT, own_project
from tests.session.lines import rewrite
from tests.session.playing import Clock
from tests.ungated import ungated

pytestmark = pytest.mark.usefixtures("plain_reports")

DUE = date(2027, 3, 1)
LATER = 1_800_000_000.0


@pytest.fixture
def agreed(tmp_path: Path) -> Iterator[SavedSession]:
    """An own project, of which somebody will do things that are hard to write down."""
    saved = SavedSession(own_project(tmp_path), clock=Clock(1_795_100_000.0))
    risk = next(e for d in saved.log.history for e in d.events if type(e).__name__ == "RiskWritten")
    idea = risk.idea
    with ungated():
        saved.action_item(
            ItemDraft("Mål klager; i to uger, én ad gangen", "Ane", DUE, "open", 4, idea, "citizen")
        )
        saved.action_item(ItemDraft(FORMULA, "@Dorthe", None, "open", None, idea, None, risk.risk))
        saved.action_item(
            ItemDraft(f"{SCRIPT}\n{EMOJI} " + "Ærø " * 40, "", date(2027, 12, 31), "done")
        )
        yield saved


def rows(saved: SavedSession, lang: Lang = "da", *, anonymous: bool = False) -> list[ActionRow]:
    return action_rows(open_session(saved.path, words(lang), anonymous=anonymous))


# ------------------------------------------------------------------ rows
def test_an_item_says_who_does_what_and_what_it_is_for(agreed) -> None:
    first, second, third = rows(agreed, "en")
    assert (first.id, first.who, first.due, first.status) == ("A-01", "Ane", DUE, "open")
    assert first.subject.startswith("G-01 “")
    assert first.step is not None
    assert first.moment.endswith("(round 1)")
    assert second.subject.startswith("R-01 risk “@")
    assert (third.subject, third.moment, third.step) == ("", "", None)


def test_what_came_of_an_item_stands_in_its_row_and_ids_stay(agreed) -> None:
    first, second, _ = agreed.log.action_items
    agreed.action_item(replace(ItemDraft.like(first), status="removed"), first.item)
    agreed.action_item(replace(ItemDraft.like(second), status="done"), second.item)
    agreed.note(second.item, "Ringet i uge 8")
    done, other = rows(agreed)
    assert (done.id, done.status, done.found) == ("A-02", "done", "Ringet i uge 8")
    assert other.id == "A-03"


@pytest.mark.slow
@pytest.mark.parametrize("case", ["koebenhavn-pas", "eget-projekt"])
def test_what_an_item_is_for_has_the_id_that_the_registers_give_it(tmp_path, case) -> None:
    session = Session.create(
        load(SCENARIOS / f"{case}.toml"), staging.seats(4), 5, tmp_path, clock=Clock()
    )
    staging.play(session, staging.by("method"), lambda s: False)
    d = debrief(session.log, session.case.setup)
    for idea, track, risk in subjects(d):
        session.action_item(ItemDraft("x", idea=idea, track=track, risk=risk))
    source = open_session(session.path, words("en"))
    found = registers(source)
    benefits = {(b.idea, b.track): b.id for b in found.benefits if b.estimate is not None}
    risks = {(r.idea, r.event): r.id for r in found.risks}
    names, told = DebriefFormatter(source.names), 0
    for row, ref in zip(action_rows(source), subjects(source.debrief).values(), strict=True):
        id = row.subject.partition(" ")[0]
        if isinstance(ref, BenefitRef):
            assert id == benefits[ref.key]
        elif isinstance(ref, RiskRef) and (ref.idea.id, names.risk_name(ref)) in risks:
            assert id == risks[(ref.idea.id, names.risk_name(ref))]
        told += not isinstance(ref, IdeaRef)
    assert told > 5


def test_the_steps_of_an_older_game_are_rows_too(agreed) -> None:
    end = agreed.log.history[-1].n
    step = agreed.note(end, "Bo måler nulpunktet inden 1. marts")
    agreed.note(step.n, "Gjort")
    path = older(agreed.path)
    old = action_rows(open_session(path, words("da")))
    assert [(row.id, row.text, row.status, row.found) for row in old[:1]] == [
        ("A-01", "Bo måler nulpunktet inden 1. marts", None, "Gjort")
    ]
    assert [row.id for row in old] == ["A-01", "A-02", "A-03", "A-04"]
    assert len(rows(agreed)) == 3, "in a game of today it is a note about the last moment"


def older(path: Path) -> Path:
    """The same session as if it had been begun by version 1 of the rules."""
    to = Path(shutil.copy(path, path.with_name("older.jsonl")))
    rewrite(to, 1, lambda raw: raw.update(rules=1))
    return to


# ------------------------------------------------------------------ files
def test_the_list_is_a_sheet_a_csv_a_table_of_the_page_and_data(agreed, tmp_path) -> None:
    folder = tmp_path / "report"
    names = [path.name for path in write_report(agreed.path, folder, "da")]
    assert {"handlingsliste.csv", "handlingsliste.ics"} < set(names)
    page = openpyxl.load_workbook(folder / "oversigter.xlsx")["Handlingsliste"]
    (table,) = page.tables.values()
    assert (table.name, table.ref) == ("Actions", "A1:K4")
    assert [cell.value for cell in page[2]][:5][0] == "A-01"
    assert page["D2"].value.date() == DUE
    assert page["E4"].value == "udført"
    assert page["B3"].data_type == "s"
    csv = rows_of((folder / "handlingsliste.csv").read_bytes(), ";")
    assert csv[1][:4] == ["A-01", "Mål klager; i to uger, én ad gangen", "Ane", "01-03-2027"]
    assert csv[2][1:3] == [f"'{FORMULA}", "'@Dorthe"]
    html = (folder / "rapport.html").read_text("utf-8")
    assert 'id="actions"' in html
    assert '<a href="#actions">Handlingsliste</a>' in html
    assert "handlingsliste.ics" in html
    assert SCRIPT not in html
    raw = json.loads((folder / "session.json").read_text("utf-8"))["actions"]
    assert [(row["id"], row["due"], row["status"]) for row in raw] == [
        ("A-01", "2027-03-01", "open"),
        ("A-02", None, "open"),
        ("A-03", "2027-12-31", "done"),
    ]


def test_without_an_item_there_is_no_calendar_and_the_page_is_silent(tmp_path) -> None:
    path, folder = own_project(tmp_path / "s"), tmp_path / "report"
    write_report(path, folder, "en")
    assert not (folder / "actions.ics").exists()
    assert 'id="actions"' not in (folder / "report.html").read_text("utf-8")
    page = openpyxl.load_workbook(folder / "registers.xlsx")["Action list"]
    assert [table.ref for table in page.tables.values()] == ["A1:K2"], "room for the first line"


def test_a_calendar_of_what_is_there_no_longer_goes_with_the_next_report(agreed, tmp_path) -> None:
    folder = tmp_path / "report"
    write_report(agreed.path, folder, "en")
    for item in agreed.log.action_items:
        agreed.action_item(replace(ItemDraft.like(item), due=None), item.item)
    write_report(agreed.path, folder, "en")
    assert not (folder / "actions.ics").exists()


def test_a_calendar_that_somebody_changed_stays(agreed, tmp_path) -> None:
    folder = tmp_path / "report"
    write_report(agreed.path, folder, "en")
    (folder / "actions.ics").write_text("mine")
    for item in agreed.log.action_items:
        agreed.action_item(replace(ItemDraft.like(item), due=None), item.item)
    write_report(agreed.path, folder, "en")
    assert (folder / "actions.ics").read_text() == "mine"


def test_without_names_none_stands_in_any_file_of_the_list(agreed, tmp_path) -> None:
    folder = tmp_path / "report"
    write_report(agreed.path, folder, "da", anonymous=True)
    for name in ("handlingsliste.csv", "handlingsliste.ics", "session.json", "rapport.html"):
        text = unfolded((folder / name).read_bytes()).casefold()
        assert "ane-marie" not in text
        assert "dorthe" not in text


# ------------------------------------------------------------------ the calendar
def calendar(saved: SavedSession, lang: Lang = "en") -> bytes:
    source = open_session(saved.path, words(lang))
    made = as_calendar(source, action_rows(source))
    assert made is not None
    return made


def unfolded(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n ", "")


def events(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar as a program reads them: by name, values without their escapes."""
    found: list[dict[str, str]] = []
    for line in unfolded(data).split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name != "END":
            plain = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
            found[-1][name] = plain
    return found


def test_every_item_with_a_day_is_an_event_of_that_whole_day(agreed) -> None:
    data = calendar(agreed)
    first, last = events(data)
    assert first["DTSTART;VALUE=DATE"] == "20270301"
    assert first["DTEND;VALUE=DATE"] == "20270302", "an event ends before the day it ends on"
    assert first["SUMMARY"] == "Mål klager; i to uger, én ad gangen (Ane)"
    assert last["DTEND;VALUE=DATE"] == "20280101"
    assert last["SUMMARY"].startswith(f"Done: {SCRIPT}\n{EMOJI}")
    assert first["TRANSP"] == "TRANSPARENT"
    assert "Belongs to: G-01" in first["DESCRIPTION"]
    assert b"VTODO" not in data


def test_the_file_is_as_the_format_wants_it(agreed) -> None:
    data = calendar(agreed, "da")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two
    assert lines[:3][0] == b"BEGIN:VCALENDAR"
    assert b"VERSION:2.0" in lines
    for event in events(data):
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        assert event.keys() >= {"UID", "DTSTART;VALUE=DATE", "SUMMARY"}


@pytest.mark.parametrize("text", ["BEGIN:VEVENT", "a\r\nEND:VEVENT", "x\\", "\\n;,", "é" * 60])
def test_no_text_leaves_its_line(agreed, text) -> None:
    session = agreed
    clean = text.replace("\r", "")
    session.action_item(ItemDraft(clean, due=DUE))
    found = events(calendar(session))
    assert len(found) == 3
    assert found[-1]["SUMMARY"] == clean


def test_an_item_keeps_its_name_in_every_calendar_and_a_change_is_a_newer_one(agreed) -> None:
    before = events(calendar(agreed))
    item = agreed.log.action_items[0]
    agreed.action_item(replace(ItemDraft.like(item), due=date(2027, 4, 1)), item.item)
    renamed = agreed.path.rename(agreed.path.with_name("another name.jsonl"))
    after = events(calendar(SavedSession(renamed), "da"))
    assert [event["UID"] for event in after] == [event["UID"] for event in before]
    assert len({event["UID"] for event in after}) == 2
    assert [event["SEQUENCE"] for event in (before[0], after[0])] == ["0", "1"]
    assert after[0]["DTSTART;VALUE=DATE"] == "20270401"
    assert after[0]["CREATED"] == before[0]["CREATED"] < after[0]["LAST-MODIFIED"]


def test_two_sessions_share_no_names(agreed, tmp_path) -> None:
    (tmp_path / "other").mkdir()
    other = SavedSession(own_project(tmp_path / "other"), clock=Clock(1_795_200_000.0))
    rewrite(other.path, 1, lambda raw: raw.update(created="2026-11-19T10:06:40.500+00:00"))
    other = SavedSession(other.path)
    for item in agreed.log.action_items:
        other.action_item(replace(ItemDraft.like(item), of=None))
    mine = {event["UID"] for event in events(calendar(agreed))}
    assert not mine & {event["UID"] for event in events(calendar(other))}


def test_the_last_day_there_is_breaks_nothing(agreed) -> None:
    agreed.action_item(ItemDraft("Aldrig", due=date.max))
    never = events(calendar(agreed))[-1]
    assert never["DTSTART;VALUE=DATE"] == "99991231"
    assert "DTEND;VALUE=DATE" not in never


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")
@pytest.mark.parametrize("moment", ["2027-01-20 22:30", "2027-07-20 22:30", "2027-07-20 21:30"])
def test_an_entry_has_the_day_that_the_clock_on_the_wall_shows(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Winter and summer time are of the day of the entry, not of that of the game."""
    monkeypatch.setenv("TZ", "Europe/Copenhagen")
    time.tzset()
    try:
        at = datetime.fromisoformat(f"{moment}+00:00").timestamp()
        saved = SavedSession(own_project(tmp_path), clock=Clock(at))
        saved.action_item(ItemDraft("Ring til HR"))
        source = open_session(saved.path, words("da"))
        assert action_rows(source)[-1].written == local(at).date()
        item = source.log.action_items[-1]
        assert source.log.header.moment(item.at).hour == local(at).hour
    finally:
        monkeypatch.undo()
        time.tzset()
