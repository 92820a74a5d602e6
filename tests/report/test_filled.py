"""What people filled into the registers: it stands in rows, checks and map, and follows through."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from game.i18n import words
from game.report import columns as co
from game.report.benefit_map import map_of
from game.report.checks import check_all
from game.report.page_debrief import asked_for
from game.report.registers import Registers, registers
from game.report.source import ReportSource, open_session
from game.session import REGISTER_FIELDS, SavedSession
from game.session.register_entries import RegisterSubject

T = words("en")
CONTENTS = {
    "text": "Counted every month",
    "person": "Kirsten Holm",
    "number": "12.5",
    "scale": "4",
    "day": "2027-03-01",
}
Fill = Callable[..., tuple[ReportSource, Registers]]


@pytest.fixture
def fill(saved: dict[str, Path], tmp_path: Path) -> Fill:
    """Fills columns of one row of an own project; gives its registers as they are then."""
    path = shutil.copy(saved["own_project"], tmp_path)
    session = SavedSession(Path(path))

    def filled(row: RegisterSubject, **contents: Any) -> tuple[ReportSource, Registers]:
        for column, content in contents.items():
            session.fill(row, column, content, "asked")
        source = open_session(session.path, T)
        return source, registers(source)

    return filled


@pytest.fixture
def before(opened: Callable[..., tuple[ReportSource, Registers]]) -> Registers:
    return opened("own_project")[1]


def benefit(found: Registers, n: int = 0) -> RegisterSubject:
    row = found.benefits[n]
    return ("benefit", row.idea, row.track, None)


def risk(source: ReportSource, found: Registers) -> RegisterSubject:
    ref = source.debrief.risks[0].risk
    assert ref.idea.id == found.risks[0].idea
    return ("risk", ref.idea.id, None, ref.id)


def test_every_column_that_people_can_fill_holds_what_they_filled_in(
    fill: Fill, before: Registers, opened: Any
) -> None:
    rows = {"benefit": benefit(before), "risk": risk(*opened("own_project"))}
    columns = {"benefit": co.BENEFITS, "risk": co.RISKS}
    for register, fields in REGISTER_FIELDS.items():
        said = {k: f.codes[0] if f.codes else CONTENTS[f.kind] for k, f in fields.items()}
        _, found = fill(rows[register], **said)
        row = (found.benefits if register == "benefit" else found.risks)[0]
        assert {column.key for column in columns[register]} >= set(said)
        for column, content in said.items():
            held = getattr(row, column)
            told = held.isoformat() if isinstance(held, date) else str(held)
            assert told == content, column


def test_a_risk_was_judged_last_when_its_row_was_filled_in(
    fill: Fill, before: Registers, opened: Any
) -> None:
    source, found = fill(risk(*opened("own_project")), status="closed")
    (entry,) = source.log.register_entries[risk(source, found)].values()
    assert found.risks[0].reviewed == source.day_of(entry.n) > before.risks[0].reviewed
    assert found.risks[1].reviewed == before.risks[1].reviewed


def test_what_nobody_could_ever_fill_is_reckoned_or_played() -> None:
    never = {
        register: {c.key for c in columns} - set(REGISTER_FIELDS[register])
        for register, columns in (("benefit", co.BENEFITS), ("risk", co.RISKS))
    }
    reckoned = {"id", "track", "sign", "enabler", "supports", "risks", "history", "estimate"}
    reckoned.add("post")
    told_since = {"measured", "measured_on", "reality", "real_value"}
    assert never["benefit"] == reckoned | told_since | {"tried", "harvested", "play"}
    assert never["risk"] == {"id", "benefits", "score", "raised_by", "play"}


def test_nothing_is_filled_in_by_itself(before: Registers) -> None:
    for row in before.benefits:
        assert (row.method, row.frequency, row.measurer, row.baseline_date) == ("", "", "", None)


def test_confidence_goes_by_the_owner_and_the_range_that_were_filled_in(
    fill: Fill, before: Registers
) -> None:
    rows = before.benefits
    n = next(n for n, b in enumerate(rows) if b.confidence_reason.endswith("nobody owns it"))

    def reason(**contents: Any) -> str:
        return fill(benefit(before, n), **contents)[1].benefits[n].confidence_reason

    assert reason(owner_name="Ole Thorup").endswith("it has an owner")
    assert "home on" in reason(owner_role="Driftsleder, Driften Syd")
    assert reason(owner_role="", owner_name="").endswith("nobody owns it")
    reason(baseline="10", target_likely="20", target_low="20", target_high="20")
    assert "the range given: " in reason()


def test_checks_stop_asking_for_what_was_filled_in(fill: Fill, before: Registers) -> None:
    living = before.living
    asked = {c.code: c.found for c in check_all(T, before)}
    assert len(asked["no_baseline"]) == len(living)
    one = next(b for b in living if not b.owner)
    row: RegisterSubject = ("benefit", one.idea, one.track, None)
    _, found = fill(row, owner_name="Kirsten Holm", baseline="12", baseline_source="measured")
    after = {c.code: c.found for c in check_all(T, found)}
    for code in ("no_owner", "no_baseline"):
        assert len(after[code]) == len(asked[code]) - 1, code
    same = next(b for b in found.living if b.id == one.id)
    assert same.status == "anchored"


def test_an_owner_that_is_called_like_the_project_is_no_owner_in_the_line(
    fill: Fill, before: Registers
) -> None:
    _, found = fill(benefit(before), owner_role="Projektleder")
    assert found.benefits[0].owner_is_outside
    _, found = fill(benefit(before), owner_role="Borgerens stemme")
    assert found.benefits[0].owner_is_outside, "who speaks for somebody harvests nothing"
    _, found = fill(benefit(before), owner_role="Leder af borgerservice")
    assert not found.benefits[0].owner_is_outside


def test_kroner_follow_the_target_and_the_score_what_it_is_made_of(
    fill: Fill, before: Registers, opened: Any
) -> None:
    n = next(n for n, b in enumerate(before.benefits) if b.full_year_value)
    _, found = fill(benefit(before, n), target_likely="300")
    assert found.benefits[n].full_year_value == 100_000
    assert "300" in found.benefits[n].description
    _, found = fill(risk(*opened("own_project")), likelihood="2", severity="3")
    assert found.risks[0].score == 6


def test_an_empty_entry_empties_the_field_but_none_that_may_not_be_empty(
    fill: Fill, before: Registers
) -> None:
    _, found = fill(benefit(before), title="Another", change="Another")
    assert (found.benefits[0].title, found.benefits[0].change) == ("Another", "Another")
    _, found = fill(benefit(before), title="", change="", effect_full="")
    row = found.benefits[0]
    assert (row.title, row.change) == (before.benefits[0].title, "")
    assert row.effect_full is None


def test_the_map_calls_things_as_the_register_does(fill: Fill, before: Registers) -> None:
    source, found = fill(benefit(before), title="Fewer letters", owner_name="Kirsten Holm")
    (node,) = [n for n in map_of(source, found).of("benefit") if n.id == found.benefits[0].id]
    assert node.title == "Fewer letters"
    assert "Kirsten Holm" in node.owner


def test_who_measures_is_who_is_asked_to(fill: Fill, before: Registers) -> None:
    n = next(n for n, b in enumerate(before.benefits) if b.owner and b.review)
    _, found = fill(benefit(before, n), measurer="Ole Vang")
    assert any("Ole Vang measures" in line for line in asked_for(T, found))


def test_what_is_shelved_in_the_register_counts_no_longer(fill: Fill, before: Registers) -> None:
    _, found = fill(benefit(before), status="shelved")
    assert len(found.living) == len(before.living) - 1
    _, found = fill(benefit(before), status="")
    assert len(found.living) == len(before.living)
