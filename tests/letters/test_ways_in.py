"""Every way in for a text says which letters cannot be shown, and takes lines where it has one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.content import load, parse
from game.content.own_project import TEMPLATE, read, write
from game.content.reader import check
from game.engine import Refusal, Seat
from game.engine import actions as act
from game.gui.text.editing import TextEdit
from game.i18n import words
from game.i18n.letters import left_out
from game.intake.contents import ContentError, read_name, read_text
from game.letters import one_line
from game.session import EntryError, ItemDraft, Session
from game.wording.refusals import refusal_text
from tests import staging
from tests.rows import each_row
from tests.session.playing import SEATS, TinyCase, begin, play

EN = words("en")
BAD = "kære 中 alle"
NAMED = "a Chinese letter (U+4E2D)"


# ------------------------------------------------------------------ within the program
def said(way: Callable[[], Any]) -> str:
    """What a way says of a text, refused or taken."""
    try:
        done = way()
    except EntryError as error:
        return error.translate(EN)
    except ContentError as error:
        return error.why.translate(EN)
    return str(done)


def typed(text: str) -> str:
    edit = TextEdit()
    edit.insert(text)
    return left_out(EN, edit.left_out)


def opened(text: str) -> str:
    """A field that begins with a text of a file."""
    return left_out(EN, TextEdit(text).left_out)


def in_a_case(text: str) -> str:
    """A case whose story holds it."""
    source = TEMPLATE.read_text("utf-8")
    source = source.replace(load(TEMPLATE).title.en, text)
    _, problems = check(source, TEMPLATE.name, lang="en")
    return "\n".join(problem.message for problem in problems)


@pytest.mark.parametrize(
    "way", [typed, opened, in_a_case, lambda text: read_text(text, 80), read_name]
)
def test_a_text_that_comes_in_is_said_to_hold_such_a_letter(way: Callable[[str], Any]) -> None:
    assert NAMED in said(lambda: way(BAD))


# ------------------------------------------------------------------ into a session
def _fill(session: Session[TinyCase]) -> Any:
    idea = session.state.ideas[0]
    return session.fill(("benefit", idea.id, next(idea.claims())[0], None), "method", BAD, "asked")


ENTRIES: dict[str, Callable[[Session[TinyCase]], Any]] = {
    "note": lambda s: s.note(1, BAD),
    "check-in": lambda s: s.check_in(0, BAD),
    "tag": lambda s: s.tag((BAD,)),
    "next step": lambda s: s.action_item(ItemDraft(BAD)),
    "who": lambda s: s.action_item(ItemDraft("x", BAD)),
    "register": _fill,
    "outcome": lambda s: s.outcome(track="citizen", value=3, text=BAD, day="2027-01-31"),
    "by whom": lambda s: s.outcome(track="citizen", value=3, by=BAD, day="2027-01-31"),
    "bookmark": lambda s: s.bookmark(BAD),
    "undo": lambda s: s.undo(BAD),
    "card": lambda s: s.do(act.WriteIdea(s.state.turn, BAD, "citizen", "service", 2)),
}


@pytest.fixture
def played(tmp_path: Path) -> Session[TinyCase]:
    session = begin(tmp_path)
    while not session.state.ideas:
        play(session, 1)
    return session


@each_row("way", ENTRIES)
def test_a_session_refuses_such_a_letter_and_says_which(
    way: str, played: Session[TinyCase]
) -> None:
    before = played.path.read_bytes()
    assert NAMED in said(lambda: _answer(played, ENTRIES[way](played)))
    assert played.path.read_bytes() == before


def _answer(session: Session[TinyCase], done: Any) -> str:
    """A refusal in words."""
    assert isinstance(done, Refusal)
    return refusal_text(done, session.state, staging.case(), EN)


@pytest.mark.parametrize(("name", "why"), [(BAD, NAMED), ("  ", "written here"), ("x" * 81, "80")])
def test_no_game_begins_with_a_name_that_cannot_be_saved(
    name: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(EntryError, match=re.escape(why)):
        Session.create(TinyCase(), [SEATS[0], Seat(name, ())], 1, tmp_path)
    assert not list(tmp_path.iterdir())


# ------------------------------------------------------------------ several lines
PASTED = "\r\nAne\r\nHansen\u2028Bo\n"


def pasted(text: str) -> str:
    edit = TextEdit()
    edit.insert(text)
    return edit.text


def of_a_project(text: str) -> str:
    """A title that a group gave its own project."""
    project = replace(read(load(TEMPLATE), "da"), title=text)
    return parse(write(project, TEMPLATE.read_text("utf-8"), "da"), "x.toml").title.da


@pytest.mark.parametrize("way", [pasted, of_a_project, read_name, one_line])
def test_where_there_is_one_line_several_are_one(way: Callable[[str], str]) -> None:
    assert way(PASTED).split("\n") == ["Ane Hansen Bo"]
