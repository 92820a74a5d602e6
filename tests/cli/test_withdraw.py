"""What was told wrongly after a game is withdrawn: it counts no longer, and the one before does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from game.content import parse
from game.debrief import debrief
from game.engine import TRACKS
from game.session import EntryError, ItemDraft, SavedSession, read, verify
from tests.cli.conftest import Screen
from tests.staging import begin, by, play

OUTCOME = ("--track", "citizen", "--confirm", "--value")


@pytest.fixture
def game(tmp_path: Path) -> Path:
    with begin(tmp_path, 2, 1) as session:
        return session.path


def test_a_value_told_wrongly_counts_no_longer(screen: Screen, game: Path) -> None:
    assert screen.run("sessions", "outcome", game, *OUTCOME, "31") == 0
    assert screen.run("sessions", "outcome", game, *OUTCOME, "32") == 0
    assert screen.run("sessions", "withdraw", game) == 0
    wrong = read(game).outcomes[-1].n
    assert f"{wrong}  " in screen.out
    assert screen.run("sessions", "withdraw", game, wrong) == 0
    assert "Withdrawn" in screen.out
    assert [outcome.value for outcome in read(game).outcomes] == [31]
    assert verify(game, parse).ok
    assert screen.run("sessions", "withdraw", game, wrong) == 1
    assert f"Entry {wrong} cannot be withdrawn" in screen.err


def test_what_was_written_is_told(screen: Screen, game: Path) -> None:
    assert screen.run("sessions", "outcome", game, *OUTCOME, "31", "--lang", "da") == 0
    assert "31 %" in screen.out.replace("\xa0", " ")
    assert f"{date.today():%d-%m-%Y}" in screen.out


def test_all_since_an_entry_are_withdrawn_at_once(screen: Screen, game: Path) -> None:
    saved = SavedSession(game)
    saved.note(0, "right")
    first = saved.note(0, "wrong").n
    saved.action_item(ItemDraft("wrong, too"))
    assert screen.run("sessions", "withdraw", game, "--since", first) == 0
    log = read(game)
    assert [note.text for note in log.notes] == ["right"]
    assert not log.action_items
    assert screen.run("sessions", "withdraw", game, "--since", first) == 1


def test_one_number_that_is_wrong_withdraws_nothing(screen: Screen, game: Path) -> None:
    note = SavedSession(game).note(0, "right").n
    before = game.read_bytes()
    assert screen.run("sessions", "withdraw", game, note, "99") == 1
    assert game.read_bytes() == before


def test_an_item_stands_as_it_did_before(game: Path) -> None:
    saved = SavedSession(game)
    item = saved.action_item(ItemDraft("Call the supplier")).n
    changed = saved.action_item(ItemDraft("Call", status="done"), item)
    saved.withdraw(changed.n)
    (now,) = read(game).action_items
    assert (now.text, now.status) == ("Call the supplier", "open")
    with pytest.raises(EntryError):
        saved.withdraw(saved.log.records[-1].n)


def test_an_import_says_how_it_is_withdrawn(screen: Screen, game: Path, tmp_path: Path) -> None:
    table = tmp_path / "actions.csv"
    table.write_text("Handling;Hvem gør det\nRing til leverandøren;Teamleder\n", "utf-8")
    args = ("register", "import", table, "--session", game, "--as", "actions", "--yes")
    assert screen.run(*args) == 0
    assert read(game).action_items
    command = next(line for line in screen.out.splitlines() if "sessions withdraw" in line)
    assert screen.run("sessions", "withdraw", game, *command.split()[-2:]) == 0
    assert not read(game).action_items


def test_a_field_of_what_is_in_no_register_is_told_to_count_for_nothing(
    screen: Screen, tmp_path: Path
) -> None:
    """As in a file that was altered, or one of a case that has changed since."""
    with begin(tmp_path, 2, 1) as session:
        play(session, by("method"), lambda state: state.round == 2)
    d = debrief(session.log, session.case.setup)
    idea = d.ideas[0].id
    known = d.benefits[0].benefit.key
    other = next(t for t in TRACKS if (idea, t) not in {b.benefit.key for b in d.benefits})
    saved = SavedSession(session.path)
    saved.fill(("benefit", *known, None), "owner_name", "Ane", "asked")
    saved.fill(("benefit", idea, other, None), "owner_name", "Bo", "asked")
    saved.fill(("risk", idea, None, "nope"), "owner", "Cia", "asked")
    assert screen.run("sessions", "withdraw", session.path) == 0
    lines = [line for line in screen.out.splitlines() if "wner" in line]
    said = dict(zip(("Ane", "Bo", "Cia"), lines, strict=True))
    assert "Does not count" not in said["Ane"]
    assert "Does not count: There is no such row" in said["Bo"]
    assert "Does not count: There is no such row" in said["Cia"]
    assert screen.run("sessions", "show", session.path) == 0
    assert " ".join(screen.out.split()).count("Does not") == 2
