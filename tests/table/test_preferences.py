"""What a user likes: kept from one time to the next, whatever happens to the file."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import NoReturn

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli import language
from game.gui.app import App
from game.i18n import words
from game.table.flow.application import TABLE
from game.table.parts.preferences import TablePreferences, preferences_file
from tests.table.driver import Cloth

EN = words("en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "preferences.json"


def opened(path: Path, **asked: object) -> App:
    app = App((1280, 720), TABLE, preferences_file=preferences_file(path), **asked)
    app.push(Cloth())
    return app


everything = st.builds(
    TablePreferences,
    lang=st.sampled_from((None, "da", "en")),
    text_size=st.sampled_from((100, 125, 150)),
    sound=st.booleans(),
    motion=st.sampled_from(("full", "reduced")),
    colours=st.sampled_from(("standard", "strong")),
    guide=st.booleans(),
    fullscreen=st.booleans(),
    display=st.none() | st.integers(0, 15),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


# ------------------------------------------------------------------ the file
@given(everything)
def test_what_is_written_is_read_again(tmp_path_factory, preferences: TablePreferences) -> None:
    path = tmp_path_factory.mktemp("kept") / "preferences.json"
    assert preferences_file(path).write(preferences)
    again = preferences_file(path)
    assert again.read() == preferences
    assert again.complaint(EN) == ""


@given(st.binary(max_size=200) | json_values.map(lambda value: json.dumps(value).encode()))
def test_whatever_stands_in_the_file_there_are_preferences(tmp_path_factory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("kept") / "preferences.json"
    path.write_bytes(raw)
    assert isinstance(preferences_file(path).read(), TablePreferences)
    assert path.read_bytes() == raw


@given(st.sampled_from(("lang", "text_size", "sound", "motion", "display", "guide")), json_values)
def test_a_value_that_means_nothing_is_told_and_not_used(
    tmp_path_factory, name: str, value: object
) -> None:
    path = tmp_path_factory.mktemp("kept") / "preferences.json"
    path.write_text(json.dumps({name: value, "colours": "strong"}))
    file = preferences_file(path)
    found = file.read()
    assert found.colours == "strong"
    used = getattr(found, name) == value and type(getattr(found, name)) is type(value)
    assert used or (name in file.complaint(EN) and found == TablePreferences(colours="strong"))


def test_without_a_file_there_is_nothing_to_complain_of(path: Path) -> None:
    file = preferences_file(path)
    assert file.read() == TablePreferences()
    assert file.complaint(EN) == ""
    assert not path.parent.exists()


def test_a_damaged_file_is_told_left_alone_and_put_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("{not JSON")
    file = preferences_file(path)
    assert file.read() == TablePreferences()
    assert "damaged" in file.complaint(EN)
    assert "\n" not in file.complaint(EN)
    assert path.read_text() == "{not JSON"
    assert file.write(TablePreferences(sound=True))
    assert preferences_file(path).read().sound
    assert path.with_suffix(".damaged").read_text() == "{not JSON"


def test_a_file_that_nobody_may_read_is_put_aside_and_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_text('{"text_size": 150}')
    file = preferences_file(path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", _shut)
        assert file.read() == TablePreferences()
    assert "Permission denied" in file.complaint(EN)
    assert file.write(TablePreferences(sound=True))
    assert preferences_file(path).read() == TablePreferences(sound=True)
    assert path.with_suffix(".damaged").read_text() == '{"text_size": 150}'


def _shut(self: Path, mode: str = "r") -> NoReturn:
    raise PermissionError(errno.EACCES, "Permission denied")


def test_what_a_newer_version_keeps_there_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"narrator": "Ane", "sound": true}')
    file = preferences_file(path)
    file.write(TablePreferences(text_size=125) if file.read().sound else TablePreferences())
    assert json.loads(path.read_text())["narrator"] == "Ane"
    assert preferences_file(path).read() == TablePreferences(text_size=125)


# ------------------------------------------------------------------ the table
def test_a_preference_holds_at_once_and_next_time(path: Path) -> None:
    app = opened(path)
    app.prefer(lang="da", motion="reduced", text_size=150)
    assert (app.lang, app.animator.reduced, app.preferences.text_size) == ("da", True, 150)
    next_time = opened(path, lang="da")
    assert next_time.preferences == app.preferences
    assert next_time.animator.reduced


def test_what_is_asked_for_on_the_command_line_is_not_kept(path: Path) -> None:
    app = opened(path, lang="da", reduced_motion=True, fullscreen=True)
    assert app.preferences == TablePreferences(lang="da", motion="reduced", fullscreen=True)
    app.prefer(sound=True)
    assert preferences_file(path).read() == TablePreferences(sound=True)


def test_the_whole_screen_is_remembered(path: Path) -> None:
    app = opened(path)
    app.dispatch(pygame.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode=""))
    assert preferences_file(path).read().fullscreen
    assert opened(path).window.get_flags() & pygame.FULLSCREEN


def test_where_nothing_can_be_written_it_holds_for_now_and_says_so_once(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("no folder")
    log = []
    app = App(
        (1280, 720),
        TABLE,
        preferences_file=preferences_file(tmp_path / "a file" / "preferences.json"),
        log=log,
    )
    app.push(Cloth())
    app.prefer(motion="reduced")
    app.draw()
    assert app.animator.reduced
    assert "hold until the table is closed" in " ".join(drawn.text for drawn in log)
    app.advance(60)
    app.prefer(motion="full")
    app.draw()
    assert "hold until" not in " ".join(drawn.text for drawn in log)


def test_the_command_speaks_the_language_that_is_preferred(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert language([]) == "en"
    preferences_file().write(TablePreferences(lang="da"))
    assert (tmp_path / "preferences.json").exists()
    assert language([]) == "da"
    assert language(["--lang", "en"]) == "en"
