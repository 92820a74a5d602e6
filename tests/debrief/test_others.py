"""What other groups did with the same case: counted, bounded, and nobody named."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import pytest

from game.bots import bot
from game.content import Case, load
from game.debrief import debrief, others
from game.debrief.others import GroupFacts, elsewhere, facts_of, other_groups
from game.engine import Seat, observe
from game.engine import actions as act
from game.resources import SCENARIOS
from game.session import SavedSession, Session, read
from game.session.repairing import repair
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter, elsewhere_text
from tests.wording.cases import DA, EN

CASE = load(SCENARIOS / "foerste-spil.toml")


def play(folder: Path, seed: int, name: str = "method", case: Case = CASE) -> Path:
    """A whole game of bots in a folder."""
    seats = [Seat(f"Nomen{seed} Nescio{n}", ()) for n in range(3)]
    wish, chance = bot(name), random.Random(seed)
    with Session.create(case, seats, seed, folder) as session:
        while not session.state.over:
            goes_on = session.state.step in ("check", "opening")
            session.do(act.Proceed() if goes_on else wish(observe(session.state), chance))
        return session.path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("games")
    for seed in range(1, 6):
        play(found, seed)
    return found


def mine(folder: Path) -> Path:
    return sorted(folder.glob("*.jsonl"))[0]


def test_the_other_games_of_the_case_are_read(folder: Path) -> None:
    log = read(mine(folder))
    groups = other_groups(folder, log)
    assert len(groups) == 4
    assert all(g.implemented and g.verdict for g in groups)


def test_nothing_in_the_facts_names_anybody(folder: Path) -> None:
    groups = other_groups(folder, read(mine(folder)))
    assert "Nomen" not in repr(groups)
    assert {f.name for f in fields(GroupFacts)} == {
        "tried",
        "implemented",
        "tried_before",
        "downsides",
        "risks",
        "claimed",
        "owned",
        "verdict",
    }


def test_what_is_no_other_group_is_left_out(tmp_path: Path) -> None:
    own, other = play(tmp_path, 1), play(tmp_path, 2)
    (tmp_path / "copy.jsonl").write_bytes(own.read_bytes())
    (tmp_path / "another-copy.jsonl").write_bytes(other.read_bytes())
    log = read(own)
    at = log.history[3].n
    with Session.branch(own, at, lambda text, file: CASE, tmp_path):
        pass
    play(tmp_path, 3, case=load(SCENARIOS / "koebenhavn-pas.toml"))
    unfinished = Session.create(CASE, [Seat("A", ()), Seat("B", ())], 9, tmp_path)
    unfinished.close()
    assert len(other_groups(tmp_path, log)) == 1


def test_a_game_that_was_repaired_is_a_group_still(tmp_path: Path) -> None:
    own, other = play(tmp_path, 1), play(tmp_path, 2)
    note = SavedSession(other).note(3, "gået")
    SavedSession(other).note(4, "her")
    lines = other.read_bytes().splitlines(keepends=True)
    lost = next(line for line in lines if line.startswith(b'{"n":%d,' % note.n))
    other.write_bytes(b"".join(line for line in lines if line != lost))
    assert other_groups(tmp_path, read(own)) == ()
    repair(other, lambda text, file: CASE, tmp_path / "repaired.jsonl", 1_796_000_000.0)
    assert len(other_groups(tmp_path, read(own))) == 1


def test_broken_files_are_passed_over(tmp_path: Path) -> None:
    own = play(tmp_path, 1)
    for seed in (2, 3):
        play(tmp_path, seed)
    cut = play(tmp_path, 4)
    lines = cut.read_bytes().split(b"\n")
    lines[5] = lines[5].replace(b"a", b"b", 3)
    cut.write_bytes(b"\n".join(lines))
    (tmp_path / "noise.jsonl").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "folder.jsonl").mkdir()
    assert len(other_groups(tmp_path, read(own))) == 2


def test_no_more_than_a_few_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(others, "MOST_READ", 2)
    assert len(other_groups(folder, read(mine(folder)))) == 2
    monkeypatch.setattr(others, "MOST_LOOKED_AT", 1)
    assert len(other_groups(folder, read(mine(folder)))) <= 1
    monkeypatch.setattr(others, "LARGEST", 10)
    monkeypatch.setattr(others, "MOST_LOOKED_AT", 400)
    assert other_groups(folder, read(mine(folder))) == ()


def test_a_folder_that_is_not_there_has_no_groups(folder: Path, tmp_path: Path) -> None:
    assert other_groups(tmp_path / "gone", read(mine(folder))) == ()


# ------------------------------------------------------------------ counting
def group(tried: Sequence[str] = (), implemented: Sequence[str] = ()) -> GroupFacts:
    none: frozenset[tuple[str, str]] = frozenset()
    return GroupFacts(
        tuple(tried),
        tuple(implemented),
        frozenset(tried) & frozenset(implemented),
        none,
        none,
        none,
        none,
        "realised",
    )


def said(folder: Path, groups: Sequence[GroupFacts]) -> list[str]:
    d = debrief(read(mine(folder)), CASE.setup)
    fmt = DebriefFormatter(CaseNames(EN, CASE))
    return [elsewhere_text(fmt, one) for one in elsewhere(d, groups)]


def test_so_many_of_so_many_tried_this_first(folder: Path) -> None:
    facts = facts_of(read(mine(folder)))
    first, name = facts.tried[0], CASE.ideas[facts.tried[0]].name.en
    groups = [group([first, "x"]), group([first]), group(["x", first]), group()]
    assert f"2 of 3 other groups that tried anything tried “{name}” first." in said(folder, groups)
    assert "4 of 4 other groups reached the goal on all four tracks." in said(folder, groups)


def test_of_fewer_than_three_groups_nothing_is_told(folder: Path) -> None:
    facts = facts_of(read(mine(folder)))
    assert said(folder, [group(facts.tried)] * 2) == []
    assert said(folder, []) == []


def test_it_is_told_in_both_languages(folder: Path) -> None:
    log = read(mine(folder))
    d, groups = debrief(log, CASE.setup), other_groups(folder, log)
    found = elsewhere(d, groups)
    assert found
    for t in (DA, EN):
        fmt = DebriefFormatter(CaseNames(t, CASE))
        for one in found:
            text = elsewhere_text(fmt, one)
            assert text.endswith(".")
            assert not set("{}") & set(text)
