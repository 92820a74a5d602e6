"""A whole report: the same bytes each time, of a damaged file what is whole, without names none."""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import asdict

import pytest

from game.debrief.talked import talked_moment
from game.i18n import words
from game.report import ReportError, write_report
from game.report.benefit_map import map_of
from game.report.check import ANSWERS
from game.report.checks import check_all
from game.report.file_names import file_name
from game.report.map_layout import lay_out
from game.report.registers import registers
from game.report.source import open_session
from game.report.writing import FILES, INDEX, PDF
from game.session import ReadError, SavedSession, read
from game.session.writing import BEGINNING_LINES
from tests.folders import contents
from tests.report.sessions import NAMES
from tests.session.lines import in_file, rewrite

pytestmark = pytest.mark.slow
WRITTEN = (*(name for name in FILES if name != INDEX), PDF, INDEX)
"""What is written, in its order."""


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_same_session_gives_the_same_bytes(saved, written, lang, tmp_path) -> None:
    paths = write_report(saved["own_project"], tmp_path, lang)
    assert [path.name for path in paths] == [file_name(lang, name) for name in WRITTEN]
    assert contents(tmp_path) == contents(written("own_project", lang))


def test_another_process_gives_the_same_bytes(saved, written, tmp_path) -> None:
    """Whatever was reported before in this one, and whatever order its sets are in."""
    folders = {name: written(name, "da") for name in saved}
    path, to = saved["finished"], tmp_path / "out"
    command = [sys.executable, "-m", "game", "report", str(path), "--to", str(to), "--lang", "da"]
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run(command, check=True, capture_output=True, env=env, timeout=120)
    assert contents(to) == contents(folders["finished"])


def test_a_report_is_written_over_itself_also_in_the_other_language(saved, tmp_path) -> None:
    """Names are in its language; what nobody changed since does not lie there twice."""
    for lang in ("da", "en", "da"):
        written = write_report(saved["own_project"], tmp_path, lang)
        assert {path.name for path in written} == {file_name(lang, name) for name in WRITTEN}
        assert set(tmp_path.iterdir()) == set(written)


def test_files_of_the_other_language_that_somebody_changed_are_kept(saved, tmp_path) -> None:
    write_report(saved["own_project"], tmp_path, "en")
    (tmp_path / "registers.xlsx").write_bytes(b"filled in")
    write_report(saved["own_project"], tmp_path, "da")
    assert (tmp_path / "registers.xlsx").read_bytes() == b"filled in"
    assert not (tmp_path / "report.html").exists()


def test_session_json_has_the_registers_as_data(written) -> None:
    raw = json.loads((written("finished") / "session.json").read_text("utf-8"))
    assert raw["level"] == "normal"
    assert raw["interventions"] == {"corrections": 0, "undone": 0}
    assert raw["gevinstbordet"] == "report"
    assert raw["finished"] is True
    assert raw["play"]["result"]["tracks"][0]["track"] == "citizen"
    first = raw["benefits"][0]
    assert first["id"] == "G-01"
    assert first["track"] in ("citizen", "process", "economy", "employee")
    assert isinstance(first["estimate"], int)
    assert {node["kind"] for node in raw["map"]["nodes"]} >= {"purpose", "benefit", "idea"}
    assert len(raw["checks"]) == 14
    assert {c["answer"] for c in raw["checks"]} == set(ANSWERS) - {"nothing"}
    assert set(first["play"]) == {"tried", "harvested", "play"}
    assert "harvested" not in first
    dates = [b["effect_full"] for b in raw["benefits"] if b["effect_full"]]
    assert all(len(day) == 10 for day in dates)


@pytest.mark.parametrize("name", ["finished", "own_project"])
def test_session_json_tells_of_a_check_all_that_the_page_does(name, saved, written) -> None:
    folder = written(name)
    checks = json.loads((folder / INDEX).read_text("utf-8"))["checks"]
    t = words("da")
    found = check_all(t, registers(open_session(saved[name], t)))
    assert checks == json.loads(json.dumps([asdict(check) for check in found]))
    page = html.unescape((folder / "rapport.html").read_text("utf-8"))
    said = [c[key] for c in checks for key in ("why", "covers", "left_out") if c[key]]
    assert said
    assert [text for text in said if text not in page] == []


def test_session_json_has_what_the_debrief_looks_at(written, saved, tmp_path) -> None:
    play = json.loads((written("finished") / "session.json").read_text("utf-8"))["play"]
    aims = play["result"]["aims"]
    assert {aim["seat"] for aim in aims} == {0, 1, 2, 3}
    assert all(isinstance(aim["met"], bool) and aim["kind"] for aim in aims)
    assert play["moments"]
    assert all(moment["entry"] in moment["rests_on"] for moment in play["moments"])
    assert [seat["seat"] for seat in play["contributions"]] == [0, 1, 2, 3]
    assert all(seat["in_all"] >= seat["ideas"] for seat in play["contributions"])
    assert "check_ins" not in play, "how somebody felt stands nowhere unless asked for"
    path = tmp_path / "felt.jsonl"
    shutil.copy(saved["finished"], path)
    SavedSession(path).check_in(1, "spændt", 4)
    write_report(path, tmp_path / "felt", "da", moods=True)
    felt = json.loads((tmp_path / "felt" / "session.json").read_text("utf-8"))["play"]
    assert {"seat": 1, "mood": 4, "word": "spændt"} in felt["check_ins"]


def test_the_report_says_which_moments_were_talked_about(written, saved, tmp_path) -> None:
    said = "talt om i opsamlingen"
    assert said not in (written("finished") / "rapport.html").read_text("utf-8")
    path = tmp_path / "talked.jsonl"
    shutil.copy(saved["finished"], path)
    chosen = open_session(path, words("da")).debrief.highlights()[:2]
    SavedSession(path).talk_of(map(talked_moment, chosen), "group")
    write_report(path, tmp_path / "talked", "da")
    assert (tmp_path / "talked" / "rapport.html").read_text("utf-8").count(said) == 2
    play = json.loads((tmp_path / "talked" / "session.json").read_text("utf-8"))["play"]
    talked = [moment["entry"] for moment in play["moments"] if moment["talked_of"]]
    assert talked == [moment.entry for moment in chosen]


def test_what_a_group_marked_stands_beside_the_moments_of_the_game(saved, tmp_path) -> None:
    path = tmp_path / "marked.jsonl"
    shutil.copy(saved["finished"], path)
    d = open_session(path, words("da")).debrief
    shown, told = d.highlights(), {m.decision_index for m in d.highlights()}
    bare = next(s.position for s in d.steps[1:] if s.position.decision_index not in told)
    noted = SavedSession(path)
    noted.note(shown[0].entry, "Her ventede vi")
    noted.note(bare.entry, "Her talte ingen")
    noted.talk_of([talked_moment(shown[0])], "group")
    write_report(path, tmp_path / "marked", "da")
    data = json.loads((tmp_path / "marked" / "session.json").read_text("utf-8"))
    play = data["play"]
    assert [moment["entry"] for moment in play["moments"]] == [m.entry for m in shown]
    assert "Her talte ingen" in [moment["text"] for moment in play["marked"]]
    page = (tmp_path / "marked" / "rapport.html").read_text("utf-8")
    section = page.partition('<section id="moments"')[2].partition("</section>")[0]
    numbered, _, apart = section.partition('<ul class="moments">')
    assert numbered.count("<li><h3>") == len(shown)
    assert "Noteret: Her ventede vi" in numbered
    assert "Her talte ingen" in apart
    assert 'class="question"' not in apart
    asked = page.partition('<section id="debrief"')[2].partition("</section>")[0]
    first, *others = (moment["question"] for moment in play["moments"])
    assert html.escape(first) in asked
    assert not any(html.escape(question) in asked for question in others if question != first)


def test_only_owners_are_named(written) -> None:
    raw = json.loads((written("finished") / "session.json").read_text("utf-8"))
    assert {seat["name"] for seat in raw["seats"]} == {"Ane", "Bo", "Cecilie", "Dorthe"}
    timeline = " ".join(
        row["what"] for row in raw["play"]["timeline"] if "Bogmærke" not in row["what"]
    )
    assert "Cecilie" not in timeline


def test_without_names_no_file_has_any(written) -> None:
    folder = written("own_project", "da", True)
    with zipfile.ZipFile(folder / "oversigter.xlsx") as book:
        parts = {name: book.read(name) for name in book.namelist()}
    for name, data in {**contents(folder), **parts}.items():
        if name.endswith((".png", ".xlsx")):
            continue
        text = data.decode("utf-8", "replace").casefold()
        for part in ("ane-marie", "ærø", "bosen", "cæcilie", "dorthe"):
            assert part not in text, (name, part)
    assert any(part.encode() in contents(folder)["session.json"] for part in ("Projektleder",))
    assert NAMES


# ------------------------------------------------------------------ what is not whole
def test_of_a_damaged_session_what_is_whole_is_reported(saved, tmp_path) -> None:
    lines = saved["finished"].read_bytes().split(b"\n")
    lines[60] = lines[60].replace(b"e", b"i", 3)
    path = tmp_path / "damaged.jsonl"
    path.write_bytes(b"\n".join(lines))
    write_report(path, tmp_path / "out", "en")
    text = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "The file of this session is damaged. This is what can be read of it." in text
    assert "Line 61" in text
    raw = json.loads((tmp_path / "out" / "session.json").read_text("utf-8"))
    assert raw["finished"] is False
    assert raw["troubles"]
    assert raw["benefits"]


def test_a_file_that_was_cut_off_is_no_damage_and_is_told(saved, tmp_path) -> None:
    path = tmp_path / "torn.jsonl"
    path.write_bytes(saved["stopped_early"].read_bytes()[:-20])
    write_report(path, tmp_path / "out", "en")
    text = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "is damaged" not in text
    assert "The file of this session was cut off." in text
    raw = json.loads((tmp_path / "out" / "session.json").read_text("utf-8"))
    assert len(raw["troubles"]) == 1
    write_report(saved["stopped_early"], tmp_path / "whole", "en")
    assert "was cut off" not in (tmp_path / "whole" / "report.html").read_text("utf-8")


def test_a_session_without_a_decision_gives_a_report(saved, tmp_path) -> None:
    path = tmp_path / "begun.jsonl"
    whole = saved["own_project"].read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(whole[:BEGINNING_LINES]))
    assert read(path).history == []
    write_report(path, tmp_path / "out", "da")
    raw = json.loads((tmp_path / "out" / "session.json").read_text("utf-8"))
    assert raw["benefits"] == []


@pytest.mark.parametrize("line", range(1, 22))
def test_a_session_that_lacks_a_line_is_reported_as_far_as_it_goes(saved, tmp_path, line) -> None:
    lines = saved["own_project"].read_bytes().split(b"\n")
    del lines[in_file(line + 1) - 1]
    path = tmp_path / "cut.jsonl"
    path.write_bytes(b"\n".join(lines))
    source = open_session(path, words("en"))
    found = registers(source)
    benefit_map = map_of(source, found)
    assert source.troubles
    assert len(source.history.steps) <= line
    assert len(check_all(source.t, found)) == 14
    assert set(lay_out(benefit_map, source.t).nodes) == {node.id for node in benefit_map.nodes}


def test_what_is_no_session_is_said(tmp_path) -> None:
    path = tmp_path / "no.jsonl"
    path.write_text("{}\n")
    with pytest.raises(ReadError, match="is not a session"):
        write_report(path, tmp_path / "out", "en")
    with pytest.raises(ReadError, match="There is no file"):
        write_report(tmp_path / "gone", tmp_path / "out", "en")
    assert not (tmp_path / "out").exists()


def test_a_case_that_cannot_be_read_is_said(saved, tmp_path) -> None:
    path = tmp_path / "odd.jsonl"
    shutil.copy(saved["finished"], path)
    rewrite(path, 1, lambda raw: raw.update(scenario="title = 3"))
    with pytest.raises(ReportError, match="cannot be used any longer"):
        write_report(path, tmp_path / "out", "en")


def test_the_session_itself_is_not_touched(saved, tmp_path) -> None:
    path = tmp_path / "mine.jsonl"
    shutil.copy(saved["stopped_early"], path)
    before = path.read_bytes()
    write_report(path, tmp_path / "out", "da")
    assert path.read_bytes() == before
    assert {p.name for p in tmp_path.iterdir()} == {"mine.jsonl", "out"}
