"""Notes and bookmarks written while a game is watched: kept, and the only thing that is added."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.debrief import debrief
from game.debrief.moments import Bookmarked
from game.debrief.talked import talked_moment
from game.session import Note, SavedSession, read
from game.session.store import Store
from game.table.after.replay.dialogs import NoteDialog
from tests import staging
from tests.table.driver import squeezed
from tests.table.watching import Watching, copied, recorded


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("recorded"))


def test_a_note_is_added_and_nothing_else_is_touched(file: Path, tmp_path: Path) -> None:
    path = copied(file, tmp_path)
    before = path.read_bytes()
    watching = Watching(path)
    watching.key(*[pygame.K_RIGHT] * 5)
    watching.key(pygame.K_n)
    watching.type("Her blev ældre glemt: æøå")
    watching.key(pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert watching.app.top is watching.screen
    assert "æøå" in watching.texts
    assert path.read_bytes().startswith(before)
    (note,) = [r for r in read(path).records if isinstance(r, Note)]
    assert (note.of, note.text) == (watching.screen.player.entry, "Her blev ældre glemt: æøå")
    again = Watching(path)
    mark = next(m for m in again.screen.marks if m.kind == "note")
    assert (mark.at, mark.text) == (5, note.text)


def test_a_bookmark_needs_no_words_and_a_note_does(file: Path, tmp_path: Path) -> None:
    path = copied(file, tmp_path)
    watching = Watching(path)
    watching.key(pygame.K_n)
    watching.click("yes")
    assert isinstance(watching.app.top, NoteDialog)
    watching.key(pygame.K_ESCAPE)
    watching.key(pygame.K_b)
    watching.click("yes")
    assert watching.app.top is watching.screen
    assert [m.kind for m in watching.screen.marks if m.at == 0] == ["bookmark"]


def test_a_file_that_cannot_be_written_to_is_told(file: Path, tmp_path: Path) -> None:
    path = copied(file, tmp_path)
    watching = Watching(path)
    elsewhere = Store.open(path)
    watching.key(pygame.K_n)
    watching.type("nothing of this is lost")
    watching.key(pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert "another window" in watching.texts
    assert isinstance(watching.app.top, NoteDialog)
    elsewhere.close()
    watching.key(pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert watching.app.top is watching.screen


def test_a_note_to_the_game_that_is_played_goes_through_its_session(tmp_path: Path) -> None:
    session, _ = staging.whole_game(tmp_path, "method", 5)
    watching = Watching(session.path, playing=session)
    watching.key(pygame.K_b)
    watching.click("yes")
    assert watching.app.top is watching.screen
    assert isinstance(session.log.records[-1], Note)
    session.close()


def test_the_moments_that_were_talked_about_are_told_on_their_marks(
    file: Path, tmp_path: Path
) -> None:
    path = copied(file, tmp_path)
    assert not any(mark.talked_of for mark in Watching(path).screen.marks)
    added = SavedSession(path)
    d = debrief(added.log, staging.case().setup)
    mine = [m for m in d.marked if isinstance(m.about, Bookmarked)][:1]
    added.talk_of(map(talked_moment, (*mine, d.highlights()[0])), "group")
    watching = Watching(path)
    talked = [mark for mark in watching.screen.marks if mark.talked_of]
    assert sorted(mark.kind for mark in talked) == ["bookmark", "moment"]
    watching.click(f"mark:{talked[0].key}")
    assert squeezed("Talked about in the debrief") in squeezed(watching.texts)


def test_the_replay_counts_the_key_moments_as_the_debrief_does(file: Path, tmp_path: Path) -> None:
    path = copied(file, tmp_path)
    added = SavedSession(path)
    shown = debrief(added.log, staging.case().setup).highlights()
    added.note(shown[2].entry, "Here it turned", bookmark=True)
    added.note(1, "And here nothing")
    watching = Watching(path)
    marks = watching.screen.marks
    moments = [mark for mark in marks if mark.kind == "moment"]
    assert [(mark.number, mark.entry) for mark in moments] == [
        (n, moment.entry) for n, moment in enumerate(shown, 1)
    ]
    watching.click(f"mark:{moments[0].key}")
    assert squeezed(f"Key moment 1 of {len(shown)}") in squeezed(watching.texts)
    note = next(mark for mark in marks if mark.kind == "note")
    watching.click(f"mark:{note.key}")
    assert squeezed("Key moment 1 of") not in squeezed(watching.texts)
