"""The report after a follow-up: status and values from measurements, sums, what is doubted."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from math import floor
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from game.content import parse
from game.debrief.follow_up import follow_up
from game.engine import TRACKS, Applied
from game.engine.actions import Correct
from game.i18n import words
from game.report import write_report
from game.report.actuals import actual_rows
from game.report.benefit_map import map_of
from game.report.check import CheckResult
from game.report.checks import check_all
from game.report.checks_since import SINCE_CHECKS
from game.report.file_names import file_name
from game.report.measured import says
from game.report.page_result import tracks
from game.report.page_since import sums_since
from game.report.registers import Registers, registers
from game.report.rows import BenefitRow, RealityRow
from game.report.since import Part, Since, TrackParts
from game.report.source import ReportSource, open_session
from game.report.sums import kroner_sums, why_they_differ
from game.report.track_kroner import track_and_table
from game.session import SavedSession, Session
from game.wording import figures
from game.wording.debrief_texts.follow_up import reality_text, track_measure
from game.wording.debrief_texts.formatter import DebriefFormatter
from tests.report.made_up import SOUND, registers_of
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("plain_reports")

T = words("en")
WEEKS_LATER = 1_800_000_000.0
DAY = date(2027, 1, 10)
KRONER = "Beside the saving"


@dataclass(frozen=True)
class Followed:
    """A case that was played, and what was told of it eight weeks later."""

    path: Path
    source: ReportSource
    found: Registers

    @property
    def since(self) -> Since:
        assert self.found.since is not None
        return self.found.since

    @property
    def rows(self) -> dict[str, RealityRow]:
        return {row.id: row for row in self.since.rows}

    @property
    def benefits(self) -> dict[str, BenefitRow]:
        return {row.id: row for row in self.found.benefits}

    @property
    def checks(self) -> dict[str, CheckResult]:
        return {check.code: check for check in check_all(T, self.found)}


def with_economy(benefits: tuple[BenefitRow, ...]) -> list[BenefitRow]:
    """The benefits that are read on the economy's own indicator."""
    return [b for b in benefits if b.track == "economy" and b.type == "budget" and b.named]


@pytest.fixture(scope="module")
def followed(saved: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """The economy shows 0.6, its benefits say 0.4 and 0.9; one track is worse, one nonsense."""
    path = tmp_path_factory.mktemp("followed") / "followed.jsonl"
    shutil.copy(saved["finished"], path)
    before = registers(open_session(path, T))
    one, other = with_economy(before.benefits)[:2]
    session = SavedSession(path, clock=lambda: WEEKS_LATER)
    session.outcome(track="economy", value=0.6, day=DAY, by="Controller")
    session.outcome(idea=one.idea, track="economy", value=0.4, day=DAY)
    session.outcome(idea=other.idea, track="economy", value=0.9, day=DAY, text="Q4")
    session.outcome(track="citizen", value=58, day=DAY, by="Dorthe", confirmed=True)
    session.outcome(track="process", value=13.5, day=DAY)
    session.outcome(track="process", value=-4, day=date(2027, 1, 12))
    cost = next(b for b in before.downsides if b.track == "economy" and b.named)
    session.outcome(idea=cost.idea, track="economy", value=-0.3, day=DAY)
    source = open_session(path, T)
    return Followed(path, source, registers(source))


@pytest.fixture(scope="module")
def files(followed: Followed, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of the report, in a language."""
    folder = tmp_path_factory.mktemp("report")
    for lang in ("da", "en"):
        write_report(followed.path, folder / lang, lang, False)
    return lambda lang: folder / lang


# ------------------------------------------------------------------ registers
def test_before_anything_was_told_nothing_is_said_of_reality(opened: Any) -> None:
    _, found = opened("finished")
    assert found.since is None
    assert not {check.code for check in check_all(T, found)} & SINCE_CHECKS.keys()
    assert all(b.reality is None and b.real_value is None for b in found.benefits)


def test_status_value_and_kroner_come_from_what_was_measured(followed: Followed) -> None:
    one, other = with_economy(followed.found.benefits)[:2]
    assert (one.status, one.measured, one.measured_on) == ("measured_since", 0.4, DAY)
    assert (one.reality, one.real_value) == ("not_reached", 400_000)
    assert (other.reality, other.real_value) == ("reached", 900_000)
    assert one.confidence is not None
    assert other.confidence is not None
    assert one.confidence < other.confidence
    assert "measured: less than halfway" in one.confidence_reason
    (cost,) = [b for b in followed.found.downsides if b.measured is not None]
    assert (cost.status, cost.reality, cost.real_value) == ("measured_since", "came_true", None)


def test_promised_in_play_and_real_stand_side_by_side(followed: Followed) -> None:
    case, rows = followed.source.case, followed.rows
    assert list(rows)[:4] == ["F-1", "F-2", "F-3", "F-4"]
    for track, row in zip(TRACKS, followed.since.rows, strict=False):
        assert (row.baseline, row.target) == (
            case.tracks[track].baseline,
            case.tracks[track].target,
        )
    assert (rows["F-1"].measured, rows["F-1"].reality, rows["F-1"].left) == (58, "worse", 20)
    assert (rows["F-2"].measured, rows["F-2"].reality, rows["F-2"].left) == (13.5, "reached", 0)
    assert (rows["F-4"].measured, rows["F-4"].reality, rows["F-4"].left) == (None, None, None)
    claimed = {c.id: c for c in followed.found.claims}
    for id, row in rows.items():
        if id in claimed and claimed[id].benefit.given == claimed[id].benefit.estimate:
            assert row.played == row.promised, "what play gave in full is what was promised"


def test_what_goes_past_its_measure_says_so_and_by_how_many_points(
    saved: dict[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "past.jsonl"
    shutil.copy(saved["stopped_early"], path)
    with Session.resume(path, parse) as session:
        for _ in range(2):
            assert isinstance(session.do(Correct("citizen", 10, "counted anew")), Applied)
    SavedSession(path, clock=lambda: WEEKS_LATER).outcome(track="citizen", value=64, day=DAY)
    write_report(path, tmp_path / "out", "en", False)
    source = open_session(path, T)
    points = registers(source).result.tracks[0].points
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    row = page[page.index("Promised, in play, in reality") :]
    row = row[row.index("F-1") : row.index("F-2")]
    told = figures.indicator(T, source.case, "citizen", points)
    assert told.startswith("more than ")
    assert f'{told.removesuffix("%")}<br><span class="quiet">{points} points' in row


@pytest.mark.parametrize("name", ["own_project", "finished"])
def test_a_track_of_an_own_project_was_promised_its_target_since_points_are_play(
    name: str, saved: dict[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "told.jsonl"
    shutil.copy(saved[name], path)
    with_value = SavedSession(path, clock=lambda: WEEKS_LATER)
    with_value.outcome(track="process", value=13, day=DAY)
    found = registers(open_session(path, T)).since
    assert found is not None
    targets = [row.promised == row.target for row in found.rows[:4]]
    assert all(targets) == (name == "own_project"), targets


@pytest.mark.parametrize("way", [0.4375, 0.496, 0.746, 0.9996])
def test_how_much_of_the_way_it_is_is_told_alike_everywhere(
    way: float, saved: dict[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "told.jsonl"
    shutil.copy(saved["finished"], path)
    text = open_session(path, T).case.tracks["process"]
    value = text.baseline + way * (text.target - text.baseline)
    SavedSession(path, clock=lambda: WEEKS_LATER).outcome(track="process", value=value, day=DAY)
    source = open_session(path, T)
    found = registers(source)
    assert found.since is not None
    row, percent = found.since.rows[TRACKS.index("process")], floor(way * 100)
    fmt = DebriefFormatter(source.names)
    (screen,) = [
        reality_text(T, track_measure(fmt, track), track.value)
        for track in follow_up(source.debrief, source.log).tracks
        if track.track == "process"
    ]
    assert screen == says(T, row) == f"{percent}% of the way"
    assert row.share == percent / 100, "what a spreadsheet shows in whole per cent"
    (track,) = [track.real for track in tracks(source, found) if track.code == "process"]
    assert track is not None
    assert track.says == screen
    (reading,) = [one for one in actual_rows(source, found) if one.actual == value]
    assert reading.share == row.share
    (node,) = [node for node in map_of(source, found).nodes if screen in node.note]
    assert node.kind == "purpose"


def test_what_cannot_be_is_told_with_its_reason_and_counts_nowhere(followed: Followed) -> None:
    (refused,) = [o for o in followed.found.outcomes if o.doubt.startswith("Does not count")]
    assert refused.found == "−4 min"
    assert followed.rows["F-2"].measured == 13.5
    (odd,) = [o for o in followed.found.outcomes if o.doubt.startswith("Unusual")]
    assert odd.doubt.startswith("Unusual, and confirmed: 58% is worse than before")
    assert not odd.doubt.endswith("?"), "it was answered"


# ------------------------------------------------------------------ sums
def test_the_sum_is_held_against_the_saving_and_what_remains_is_told(followed: Followed) -> None:
    since = followed.since
    assert (since.saving, since.real, since.shown) == (3_000_000, 1_300_000, 600_000)
    assert since.left == 2_400_000, "of two sums that differ the lower counts"
    assert followed.checks["saving_is_there"].found == (
        "DKK 2,400,000 of DKK 3,000,000 remain; the benefits come to DKK 1,300,000, the track "
        "shows DKK 600,000",
    )


def test_a_saving_of_which_something_remains_is_not_told_as_all_there(followed: Followed) -> None:
    nearly = replace(followed.since, real=2_988_000, shown=None)
    found = replace(followed.found, since=nearly)
    told = {line.label: line.value for line in sums_since(followed.source, found)}
    assert told[T("What remains of the saving")] == "DKK 12,000"
    assert told[T("Share found in reality")] == "99%"
    covered = next(line for line in kroner_sums(followed.source, found) if line.name == "share")
    assert covered.formula.startswith("TRUNC("), "the workbook tells it likewise"
    assert covered.value == floor((covered.value or 0) * 100 + 1e-6) / 100


@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_is_not_measured_yet_is_nowhere_told_as_nothing(
    saved: dict[str, Path], tmp_path: Path, lang: str
) -> None:
    path, t = tmp_path / "followed.jsonl", words("da" if lang == "da" else "en")
    shutil.copy(saved["finished"], path)
    SavedSession(path, clock=lambda: WEEKS_LATER).outcome(track="process", value=13.5, day=DAY)
    source = open_session(path, t)
    found = registers(source)
    unknown = [line.label for line in kroner_sums(source, found) if line.value is None]
    assert len(unknown) == 3, "what is there, what remains, and the share of it"
    told = {line.label: line.value for line in sums_since(source, found)}
    assert {told[label] for label in unknown} == {t("not measured yet")}
    check = next(check for check in check_all(t, found) if check.code == "saving_is_there")
    assert (check.answer, check.why) == ("nothing", t("Nothing of it has been measured yet."))
    write_report(path, tmp_path / "report", t.lang, False)
    table = openpyxl.load_workbook(
        tmp_path / "report" / file_name(lang, "registers.xlsx"), data_only=True
    )
    overview = {row[0]: row[1] for row in table[t("Overview")].iter_rows(values_only=True)}
    assert {overview[label] for label in unknown} == {t("not measured yet")}
    kroner = json.loads((tmp_path / "report" / "session.json").read_text("utf-8"))["since"][
        "kroner"
    ]
    assert (kroner["real"], kroner["left"]) == (None, None)


def test_what_the_track_shows_counts_before_its_benefits_are_measured(followed: Followed) -> None:
    since = replace(followed.since, real=None)
    assert since.left == 2_400_000
    checks = {c.code: c for c in check_all(T, replace(followed.found, since=since))}
    (said,) = checks["saving_is_there"].found
    assert "no benefit in kroner a year is measured yet, the track shows DKK 600,000" in said


def test_a_benefit_whose_track_told_of_the_same_measure_is_not_asked_about(
    followed: Followed,
) -> None:
    track = followed.rows["F-2"]
    mine = replace(SOUND, track="process", indicator=track.title, unit=track.unit, measured=None)
    other = replace(mine, id="G-02", indicator="Something else")
    found = replace(registers_of([mine, other]), since=followed.since)
    checks = {c.code: c for c in check_all(T, found)}
    check = checks["not_measured"]
    assert len(check.found) == 1, "the one that is measured by something else"
    told = "Told with the track, which is read by the same measure: "
    assert check.left_out.startswith(told)
    assert check.left_out.endswith("(13.5 min).")
    found = replace(registers_of([mine]), since=followed.since)
    (check,) = [c for c in check_all(T, found) if c.code == "not_measured"]
    assert (check.answer, check.so_far) == ("in_order", False)
    known = replace(registers_of([replace(mine, measured=12)]), since=followed.since)
    (check,) = [c for c in check_all(T, known) if c.code == "not_measured"]
    assert check.left_out == "", "what was told of itself is not told with the track"


def test_what_releases_budget_by_no_amount_of_a_year_is_named_as_left_out(
    followed: Followed,
) -> None:
    found = followed.found
    (first, *_) = [b for b in found.living if b.type == "budget"]
    of_a_case = replace(first, full_year_value=None)
    benefits = tuple(of_a_case if b.id == first.id else b for b in found.benefits)
    for told, left_out in ((found, False), (replace(found, benefits=benefits), True)):
        (note, *_) = [s.note for s in kroner_sums(followed.source, told) if s.name == "budget"]
        assert (f"Not counted: {first.id}." in note) == left_out


def test_in_play_there_is_one_figure_and_why_two_sums_differ_is_said(followed: Followed) -> None:
    """What the track shows is what play gave; benefits are added up by themselves."""
    sums = {line.name: line for line in kroner_sums(followed.source, followed.found)}
    track = followed.rows["F-3"]
    assert track.played is not None
    assert sums["played"].value == pytest.approx(1_000_000 * track.played)
    assert [n for n, line in sums.items() if line.label.startswith("In play")] == ["played"]
    assert track.promised is not None
    claimed, promised = 1_000_000 * track.promised, followed.since.promised
    assert claimed != promised, "the game of this test has a downside on the track"
    why = why_they_differ(followed.source, followed.found)
    assert T.number(round(claimed)) in why
    assert T.number(round(promised)) in why
    alike = replace(followed.since, promised=claimed)
    assert why_they_differ(followed.source, replace(followed.found, since=alike)) == ""


def test_a_clean_answer_says_of_how_much_it_speaks(followed: Followed) -> None:
    rows = tuple(replace(row, reality=None) for row in followed.since.rows[1:])
    mine = replace(followed.since, rows=(ROW, *rows), parts=(replace(PARTS, total=1.3),))
    checks = {c.code: c for c in check_all(T, replace(followed.found, since=mine))}
    assert checks["worse_than_before"].answer == checks["parts_and_whole"].answer == "in_order"
    assert checks["worse_than_before"].covers == f"Measured so far: 1 of {len(mine.rows)}."
    # In order so far is what speaks of a part alone and found nothing, whichever check it is.
    for check in checks.values():
        assert check.so_far == (check.answer == "in_order" and check.covers != "")
    assert any(check.covers for check in checks.values())
    assert checks["parts_and_whole"].covers == "Compared so far: F-3 Saving."


def test_parts_that_do_not_come_to_the_whole_are_told(followed: Followed) -> None:
    one, other = with_economy(followed.found.benefits)[:2]
    (said,) = followed.checks["parts_and_whole"].found
    assert f"0.4 ({one.id}) + 0.9 ({other.id}) − 0.3 (N-" in said
    assert "= DKK 1m, but it has moved by DKK 0.6m" in said


def test_what_is_counted_in_per_cent_moves_by_percentage_points(followed: Followed) -> None:
    parts = TrackParts("F-1", "Happy", "%", -1, (Part("G-7", 31),), False, True)
    found = replace(followed.found, since=replace(followed.since, parts=(parts,)))
    (check,) = (c for c in check_all(T, found) if c.code == "parts_and_whole")
    assert check.found[0].startswith(
        "F-1 Happy: its benefits come to 31 percentage points (G-7), "
        "but it has moved by −1 percentage points"
    )


PARTS = TrackParts("F-3", "Saving", "DKK m", 0.6, (Part("G-1", 0.4), Part("G-2", 0.9)), False, True)


@each_row(
    "gains, total, level, complete, answer",
    [
        ((0.4, 0.9), 0.6, False, True, (True, False)),
        ((0.4, 0.2), 0.6, False, True, (False, False)),
        ((0.4, 0.21), 0.6, False, True, (False, False)),
        ((0.1, 0.2), 0.6, False, True, (False, True)),
        ((0.1, 0.2), 0.6, False, False, (False, False)),
        ((0.6, 0.6), 0.6, False, True, (True, False)),
        ((0.6, 0.6), 0.6, True, True, (False, False)),
        ((0.4, -0.1), -0.2, False, True, (True, False)),
    ],
)
def test_when_parts_agree_with_their_whole(
    gains: tuple[float, ...], total: float, level: bool, complete: bool, answer: tuple[bool, bool]
) -> None:
    parts = tuple(Part(f"G-{n}", gain) for n, gain in enumerate(gains))
    one = replace(PARTS, parts=parts, total=total, level=level, complete=complete)
    assert (one.too_much, one.too_little) == answer


# ------------------------------------------------------------------ checks
ROW = RealityRow("G-01", "Queue", "citizen", "min", 45, 20, 20, 20, 31, DAY, 0.56, 11, "on_the_way")
NOTHING = Since((), (), None, 0, 0, 0, None)


@each_row(
    "code, since, measured, answer",
    [
        ("worse_than_before", replace(NOTHING, rows=(ROW,)), 31, "in_order"),
        (
            "worse_than_before",
            replace(NOTHING, rows=(replace(ROW, reality="worse"),)),
            1,
            "missing",
        ),
        ("worse_than_before", replace(NOTHING, rows=(replace(ROW, reality=None),)), 1, "nothing"),
        ("parts_and_whole", replace(NOTHING, parts=(PARTS,)), 31, "missing"),
        ("parts_and_whole", replace(NOTHING, parts=(replace(PARTS, total=1.3),)), 31, "in_order"),
        ("parts_and_whole", NOTHING, 31, "nothing"),
        ("saving_is_there", replace(NOTHING, saving=2.0, real=1.0), 31, "missing"),
        ("saving_is_there", replace(NOTHING, saving=2.0, real=2.0), 31, "in_order"),
        ("saving_is_there", NOTHING, 31, "nothing"),
        ("not_measured", NOTHING, 31, "in_order"),
        ("not_measured", NOTHING, None, "missing"),
    ],
)
def test_the_checks_of_a_follow_up_have_three_answers(
    code: str, since: Since, measured: float | None, answer: str
) -> None:
    found = replace(registers_of([replace(SOUND, measured=measured)]), since=since)
    checked = {check.code: check for check in check_all(T, found)}
    assert checked[code].answer == answer


def test_without_benefits_there_is_none_to_measure() -> None:
    checked = {c.code: c for c in check_all(T, replace(registers_of([]), since=NOTHING))}
    assert checked["not_measured"].answer == "nothing"


# ------------------------------------------------------------------ page, map, workbook, data
def test_worse_is_never_good_on_the_page(files: Callable[[str], Path]) -> None:
    page = (files("en") / "report.html").read_text("utf-8")
    assert '<strong class="bad">worse than before</strong>' in page
    assert '<strong class="bad">came true</strong>' in page
    assert '<strong class="good">reached</strong>' in page
    good = re.findall(r'class="(?:status )?good">([^<]*)<', page)
    assert good
    assert not [text for text in good if "worse" in text or "came true" in text]
    assert "In reality: 58%, worse than before" in page
    assert "This is the verdict of the game." in page
    assert "What remains of the saving" in page
    assert "Does not count: −4 min cannot be" in page


def test_an_own_project_that_was_followed_up_no_longer_says_that_nothing_has_happened(
    saved: dict[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "own.jsonl"
    shutil.copy(saved["own_project"], path)
    SavedSession(path).outcome(track="economy", value=0.6, day=date.today())
    write_report(path, tmp_path / "report", "en", False)
    page = (tmp_path / "report" / "report.html").read_text("utf-8")
    assert "nothing of it has happened yet" not in page
    assert "What was measured since the game stands as reality" in page


def test_the_map_tells_what_was_measured_and_marks_what_is_worse(followed: Followed) -> None:
    nodes = {node.id: node for node in map_of(followed.source, followed.found).nodes}
    assert nodes["F-1"].note.endswith("now 58% (worse than before)")
    assert nodes["F-1"].worse
    assert nodes["F-2"].note.endswith("now 13.5 min (reached)")
    assert not nodes["F-2"].worse
    (cost,) = [b for b in followed.found.downsides if b.measured is not None]
    assert nodes[f"M-{cost.id.replace('-', '')}"].worse


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_workbook_has_the_columns_the_sum_and_colours_that_follow(
    files: Callable[[str], Path], lang: str
) -> None:
    t = words("da" if lang == "da" else "en")
    book = openpyxl.load_workbook(files(lang) / file_name(lang, "registers.xlsx"))
    sheet = book[t("In reality")]
    heads = [cell.value for cell in sheet[1]]
    for title in ("Promised", "In play", "In reality: value", "Left to the target"):
        assert t(title) in heads
    assert sheet.max_row == 1 + len({row[0].value for row in sheet.iter_rows(min_row=2)})
    overview = {row[0]: row[1] for row in book[t("Overview")].iter_rows(values_only=True)}
    real = overview[t("In reality: benefits that release budget")]
    assert ",SUMIFS(" in real
    assert ",MAX(0," in overview[t("What remains of the saving")]
    for name in (t("In reality"), t("Benefit register"), t("Actuals by period")):
        rules = [r for rs in book[name].conditional_formatting._cf_rules.values() for r in rs]
        assert rules, name
        bad = [r for r in rules if r.dxf.font.color.rgb.endswith("9E2A1C")]
        assert any("<0" in r.formula[0] or t("worse than before") in r.formula[0] for r in bad)
        good = [r for r in rules if r not in bad]
        assert not [r for r in good if t("worse than before") in r.formula[0]]


def test_the_data_has_it_all(files: Callable[[str], Path]) -> None:
    data = json.loads((files("en") / "session.json").read_text("utf-8"))
    assert data["since"]["kroner"]["left"] == 2_400_000
    assert data["since"]["rows"][0]["reality"] == "worse"
    assert data["since"]["rows"][0]["play"]["played"] is not None
    assert data["since"]["parts"][-1]["total"] == 0.6
    told = {row["reality"] for row in data["benefits"]}
    assert {"reached", "not_reached", "came_true"} <= told


def test_why_two_sums_differ_names_what_was_shelved_and_no_measure_that_nobody_has(
    followed: Followed, tmp_path: Path
) -> None:
    path = Path(shutil.copy(followed.path, tmp_path))
    before = why_they_differ(followed.source, followed.found)
    assert "shelved" not in before
    assert "downsides" in before, "one was named on the track"
    session = SavedSession(path)
    gone = with_economy(followed.found.benefits)[0]
    session.fill(("benefit", gone.idea, gone.track, None), "status", "shelved", "imported")
    source = open_session(path, T)
    why = why_they_differ(source, registers(source))
    assert f"Of what was claimed, DKK {T.number(gone.full_year_value)} has been shelved" in why
    assert T.number(gone.full_year_value) in track_and_table(source, registers(source))


def test_a_measure_of_its_own_is_a_reason_only_where_a_benefit_has_one(
    followed: Followed, tmp_path: Path
) -> None:
    own = "by a measure of their own"
    assert own not in why_they_differ(followed.source, followed.found)
    path = Path(shutil.copy(followed.path, tmp_path))
    one = with_economy(followed.found.benefits)[0]
    SavedSession(path).fill(
        ("benefit", one.idea, one.track, None), "target_likely", "0.7", "imported"
    )
    source = open_session(path, T)
    assert own in why_they_differ(source, registers(source))
