"""What is read of a session: the same as its own report says, and never a traceback."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from game.content import parse
from game.debrief.history import history_of
from game.engine import Applied
from game.engine.actions import EndGame, Proceed
from game.engine.foresight import ranges_hit, realism
from game.i18n import words
from game.i18n.message import Message
from game.portfolio import batches
from game.portfolio.batches import message_json, message_of, read_batch, read_batches
from game.portfolio.practices import PRACTICES
from game.portfolio.reading import read_facts
from game.portfolio.roles import KINDS
from game.report.registers import registers
from game.report.source import open_session
from game.session import ItemDraft, SavedSession, Session, read
from game.session.errors import SessionError
from tests import staging
from tests.report import sessions as written
from tests.session.freezing import FOLDER


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written.own_project(tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written.finished(tmp_path_factory.mktemp("case"))


@pytest.fixture
def followed(played: Path) -> Path:
    """An own project of which values were told two months later."""
    return next((played / "Byggesag").glob("*.jsonl"))


@pytest.mark.parametrize("which", ["own", "case", "followed"])
def test_a_portfolio_says_of_a_session_what_its_report_says(
    which: str, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(which)
    facts = read_facts(path)
    rows = registers(open_session(path, words("da")))
    by_id = {benefit.id: benefit for benefit in facts.benefits}
    assert list(by_id) == [row.id for row in rows.benefits]
    for row in rows.benefits:
        b = by_id[row.id]
        assert (b.track, b.type, b.sign, b.status) == (row.track, row.type, row.sign, row.status)
        assert (b.owned, b.kroner) == (bool(row.owner), row.full_year_value)
        assert (b.baseline_known, b.review) == (row.baseline_known, row.review)
        assert (b.target, b.value, b.measured_on) == (
            row.target_likely,
            row.measured,
            row.measured_on,
        )
    assert [(r.likelihood, r.severity, r.status) for r in facts.risks] == [
        (row.likelihood, row.severity, row.status) for row in rows.risks
    ]
    assert {b.owner for b in facts.benefits if b.owned} <= set(KINDS)


def test_what_was_told_since_is_counted_with_what_it_was_told_of(followed: Path) -> None:
    facts = read_facts(followed)
    assert [(track.track, track.share) for track in facts.tracks] == [("economy", 0.5)]
    assert sum(benefit.value is not None for benefit in facts.benefits) == 3
    assert facts.session.measured


def test_a_value_that_cannot_be_is_refused_and_counted_as_that(
    followed: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(followed, tmp_path))
    SavedSession(path).outcome(track="citizen", value=999_999.0, day=date(2026, 5, 2), by="Karen")
    facts = read_facts(path)
    assert facts.session.refused == 1
    assert [track.track for track in facts.tracks] == ["economy"]


def test_an_own_project_has_no_title_and_its_truth_is_drawn(own: Path) -> None:
    facts = read_facts(own)
    session = facts.session
    assert (session.own_project, session.title_da, session.title_en) == (True, "", "")
    assert all(guess.drawn for guess in facts.guesses)
    assert all(risk.card is None for risk in facts.risks)
    assert all(benefit.own_unit for benefit in facts.benefits)


def test_the_guesses_of_a_case_are_those_of_its_result(case: Path) -> None:
    facts, log = read_facts(case), read(case)
    end = history_of(log, staging.case().setup).end
    assert end.guesses
    assert [(g.estimate, g.effect) for g in facts.guesses] == [
        (g.estimate, g.effect) for g in end.guesses
    ]
    missed = sum(abs(g.estimate - g.effect) for g in facts.guesses)
    guessed = sum(abs(g.estimate) for g in facts.guesses)
    assert realism(end.guesses) == pytest.approx(max(0, guessed - missed) / guessed)
    assert sum(g.inside is not None for g in facts.guesses) == ranges_hit(end.guesses).given
    assert all(g.roles and set(g.roles) <= set(KINDS) for g in facts.guesses)


def test_what_was_left_out_is_known_of_finished_games_only(case: Path, tmp_path: Path) -> None:
    facts = read_facts(case)
    assert {practice.practice for practice in facts.practices} == set(PRACTICES)
    done = {practice.practice for practice in facts.practices if practice.done}
    assert {"trial", "owner", "risk"} <= done
    assert "follow_up" not in done
    assert read_facts(written.stopped_early(tmp_path)).practices == ()


def test_a_note_is_no_agreement_on_who_does_what(case: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(case, tmp_path))

    def agreed() -> bool:
        return any(p.done for p in read_facts(path).practices if p.practice == "actions")

    session = SavedSession(path)
    session.note(1, "Remember the coffee")
    session.action_item(ItemDraft("Count the calls"))
    assert not agreed()
    session.action_item(ItemDraft("Count the calls", "Grethe"))
    assert agreed()


def test_a_game_that_its_facilitator_ended_was_not_played_to_its_end(tmp_path: Path) -> None:
    path = written.stopped_early(tmp_path)
    with Session.resume(path, parse) as session:
        done = session.do(EndGame())
        assert isinstance(done, Applied)
        while not session.state.over:
            session.do(Proceed())
    facts = read_facts(path)
    assert (facts.session.finished, facts.session.ended_early) == (False, True)
    assert facts.practices == ()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_sessions_of_every_format_are_read(path: Path) -> None:
    facts = read_facts(path)
    assert facts.session.edition == read(path).header.rules
    assert facts.benefits
    if facts.session.edition == 1:
        assert facts.guesses == ()
        assert "range" not in {practice.practice for practice in facts.practices}


# ------------------------------------------------------------------ what cannot be read
def spoilt(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> Path:
    lines = path.read_bytes().splitlines(keepends=True)
    to = path.with_name("spoilt.jsonl")
    to.write_bytes(b"".join(change(lines)))
    return to


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: [*lines[:9], b"junk\n", *lines[10:]], "Line 10: The line is damaged."),
        (lambda lines: [b"{}\n", b"{}\n"], "is not a session of Gevinstbordet"),
        (lambda lines: [], "is empty"),
        (lambda lines: [lines[0].replace(b'"format":3', b'"format":99')], "newer version"),
        (lambda lines: [*lines[:9], *lines[10:]], "lines after it are missing"),
        (lambda lines: [*lines[:2], lines[2][:90]], "The file ends before the first decision"),
    ],
)
def test_a_file_that_is_damaged_is_named_with_the_reason(
    own: Path, change: Callable[[list[bytes]], list[bytes]], said: str
) -> None:
    path = spoilt(own, change)
    batch = read_batch([(7, str(path))])
    ((number, message),) = batch.troubles
    assert number == 7
    assert said in message.translate(words("en"))
    assert not any(json.loads(rows) for rows in batch.rows.values())


def test_a_game_whose_case_is_damaged_and_lies_on_this_computer_counts(case: Path) -> None:
    path = spoilt(case, lambda lines: [*lines[:2], lines[2].replace(b"e", b"?"), *lines[3:]])
    batch = read_batch([(7, str(path))])
    assert not batch.troubles
    assert batch.files == [7]


def test_a_line_that_was_cut_off_while_saving_is_no_damage(own: Path) -> None:
    path = spoilt(own, lambda lines: [*lines, lines[-1][:40]])
    cut, whole = read_facts(path), read_facts(own)
    assert cut.benefits == whole.benefits
    assert (cut.session.cut_off, whole.session.cut_off) == (True, False)


def test_whatever_stands_in_a_file_nothing_but_a_message_comes_of_it(own: Path) -> None:
    chance = random.Random(7)
    data = own.read_bytes()
    for n in range(40):
        at, length = chance.randrange(len(data)), chance.randrange(1, 400)
        path = own.with_name(f"chance-{n}.jsonl")
        path.write_bytes(data[:at] + chance.randbytes(chance.randrange(9)) + data[at + length :])
        batch = read_batch([(n, str(path))])
        assert batch.files == [n]
        assert len(batch.troubles) + len(json.loads(batch.rows["sessions"])) == 1


def test_a_fault_of_the_program_stops_nothing(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(batches, "read_facts", fail)
    ((_, message),) = read_batch([(1, str(own))]).troubles
    assert "ZeroDivisionError" in message.translate(words("en"))
    assert own.name in message.translate(words("en"))


def test_a_message_that_was_kept_is_told_in_either_language() -> None:
    kept = message_of(message_json(SessionError("damaged", 4).trouble.message))
    assert kept.translate(words("en")).startswith("Line 4: The line is damaged.")
    assert kept.translate(words("da")).startswith("Linje 4:")
    nested = Message("Not saved: {why}.", {"why": Message("Disk quota exceeded"), "n": 3, "x": own})
    assert message_of(message_json(nested)).params["why"] == Message("Disk quota exceeded")


@pytest.mark.slow
def test_several_processes_read_what_one_reads(
    own: Path, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "FILES_PER_BATCH", 4)
    monkeypatch.setattr(batches, "FEW", 12)
    files = [(n, str((own, case)[n % 2])) for n in range(batches.FEW + 5)]

    def totals(jobs: int) -> Counter[str]:
        rows = Counter[str]()
        for batch in read_batches(files, jobs):
            for name, some in batch.rows.items():
                rows[name] += len(json.loads(some))
        return rows

    assert totals(2) == totals(1)
