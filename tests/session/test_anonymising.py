"""A copy without names: nobody is named in it, and it is as good a session as the other."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import parse
from game.engine import ACTIONS, EVENTS, RULES_VERSION, Applied
from game.engine import actions as act
from game.engine.actions import Measure
from game.session import CannotExportError, Session, read, read_summary, verify
from game.session.anonymising import TEXT_LIMITS, NameReplacer, export_anonymised
from tests.session.freezing import frozen
from tests.session.playing import SEATS, TinyCase, accept, begin, play
from tests.session.playing import parse as parse_tiny
from tests.session.test_damage import rewrite

ROLES = ["Medarbejder i front", "Borgerens stemme", "Controller"]
NAMES = [seat.name for seat in SEATS]  # Ane, Bo, Çağla Ærø


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ane måler", "Medarbejder i front måler"),
        ("Anes gevinst, Bo's risiko", "Medarbejder i fronts gevinst, Borgerens stemme's risiko"),
        ("spørg ÇAĞLA ærø!", "spørg Controller!"),
        ("Çağla eller Ærø", "Controller eller Controller"),
        ("bo længere hjemme, Bo", "bo længere hjemme, Borgerens stemme"),
        ("BO: ja", "Borgerens stemme: ja"),
        ("Boligen og kanen og planen", "Boligen og kanen og planen"),
        ("Ane-Marie", "Medarbejder i front-Marie"),
        ("", ""),
    ],
)
def test_who_is_named_is_told_by_role(text: str, told: str) -> None:
    assert NameReplacer(NAMES, ROLES)(text) == told


def test_a_name_that_two_share_is_nobodys() -> None:
    hiding = NameReplacer(["Bo Hansen", "Åse Hansen", "B"], ["Borger", "Controller", "Leder"])
    assert hiding("Bo, Åse, Hansen, B") == "Borger, Controller, NN, B"
    assert hiding("Åse Hansen.") == "Controller."


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4), st.text(max_size=60))
def test_any_names_in_any_text(names: list[str], text: str) -> None:
    told = NameReplacer(names, ["#"] * len(names))(text)
    assert len(told) <= len(text) + 2 * len(text)


def played(folder: Path) -> Session[TinyCase]:
    """A game in which the players write about each other wherever something can be written."""
    session = begin(folder)
    seat = session.state.turn
    accept(session, act.WriteIdea(seat, "Anes idé", "citizen", "service", 2, "Bo og ÇAĞLA Ærø"))
    idea = session.state.ideas[-1].id
    accept(session, act.WriteBenefit(session.state.turn, "Bo sparer", "economy", idea, 1))
    accept(session, act.WriteRisk(session.state.turn, "A" * 76 + " Ane", "employee", idea))
    accept(session, act.Correct("capacity", 3, "Ane gav en kage"))
    session.undo("Bo fortrød")
    session.bookmark("Her sagde Çağla nej")
    play(session, 2_000)
    session.note(2, "Ane igen")
    session.check_in(0, "Ane er glad", 4)
    return session


def test_nobody_is_named_in_the_copy_and_it_is_decided_again_to_the_same_end(
    tmp_path: Path,
) -> None:
    session = played(tmp_path)
    session.close()
    before = session.path.read_bytes()
    done = export_anonymised(session.path, tmp_path / "copy.jsonl", ROLES, TinyCase().setup)
    assert session.path.read_bytes() == before
    text = done.path.read_text("utf-8")
    assert not re.search(r"\bAne|\bBo\b|Çağla|Ærø", text)
    assert done.texts == 9
    log, again = read(done.path), verify(done.path, parse_tiny)
    assert again.ok
    assert not again.troubles
    assert log.header.anonymised
    assert [seat.name for seat in log.header.seats] == ROLES
    assert len(log.records) == len(session.log.records)
    seen, was = read_summary(done.path), read_summary(session.path)
    assert seen is not None
    assert was is not None
    assert (seen.verdict, seen.decisions, seen.played) == (was.verdict, was.decisions, was.played)


def test_the_copy_can_be_gone_on_with(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 20)
    session.close()
    done = export_anonymised(session.path, tmp_path / "copy.jsonl", ROLES, TinyCase().setup)
    with Session.resume(done.path, parse_tiny) as again:
        assert isinstance(again.do(act.Correct("trust", 1, "x")), Applied)
    assert verify(done.path, parse_tiny).ok


def test_the_copy_has_no_tags_as_they_may_say_whose_game_it_is(tmp_path: Path) -> None:
    session = begin(tmp_path)
    session.tag(("Team Ydelse", "Forår"))
    session.close()
    done = export_anonymised(session.path, tmp_path / "copy.jsonl", ROLES, TinyCase().setup)
    copy = read(done.path)
    assert copy.tags == ()
    assert len(copy.records) == 1
    assert "Ydelse" not in done.path.read_text("utf-8")
    assert verify(done.path, parse_tiny).ok


def test_what_was_altered_is_not_made_right_by_copying(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 20)
    session.close()
    rewrite(session.path, 9, lambda raw: raw.update(digest="0123456789abcdef"))
    done = export_anonymised(session.path, tmp_path / "copy.jsonl", ROLES, TinyCase().setup)
    differs = verify(done.path, parse_tiny).first_difference
    assert differs is not None
    assert (differs.code, differs.line) == ("differs", 9)


def test_a_damaged_session_is_not_copied(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 20)
    session.close()
    lines = session.path.read_bytes().splitlines(keepends=True)
    session.path.write_bytes(b"".join([*lines[:5], b"junk\n", *lines[6:]]))
    with pytest.raises(CannotExportError):
        export_anonymised(session.path, tmp_path / "copy.jsonl", ROLES, TinyCase().setup)
    assert not (tmp_path / "copy.jsonl").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    session = begin(tmp_path)
    session.close()
    paths = [
        export_anonymised(session.path, session.path, ROLES, TinyCase().setup).path
        for _ in range(2)
    ]
    assert len({session.path, *paths}) == 3


@pytest.mark.parametrize("source", [pytest.param(path, id=path.stem) for path in frozen()])
def test_every_frozen_session_can_be_copied(source: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(source, tmp_path))
    log = read(path)
    case = parse(log.header.scenario, log.header.scenario_file)
    instead = [f"Rolle {n}" for n in range(len(log.header.seats))]
    done = export_anonymised(path, path.with_name("copy.jsonl"), instead, case.setup)
    text = done.path.read_text("utf-8").replace(json.dumps(log.header.scenario)[1:-1], "")
    entries = text.split("\n", 1)[1]
    for seat in log.header.seats:
        assert not re.search(rf"\b{re.escape(seat.name)}\b", entries)
    if log.header.rules == RULES_VERSION:
        assert verify(done.path, parse).ok


IDS = frozenset(
    {
        *("card", "idea", "risk", "role", "named", "letter", "post"),
        *("ideas", "benefits", "risks", "events", "truth", "effects"),
    }
)


def test_every_text_of_an_action_or_event_is_either_an_id_or_written() -> None:
    """Whoever adds a field says which: an id must stay, what is written may name somebody."""
    for cls in (*ACTIONS, *EVENTS, Measure):
        for name, hint in get_type_hints(cls).items():
            if str in _plain(hint):
                assert (name in TEXT_LIMITS) != (name in IDS), f"{cls.__name__}.{name}"


def _plain(hint: object) -> set[object]:
    if get_origin(hint) is Literal:
        return set()
    return {hint} | {part for arg in get_args(hint) for part in _plain(arg)}
