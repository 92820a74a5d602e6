"""Sounds: on by default and soft, one switch, and no trouble where there is no device."""

from __future__ import annotations

import subprocess
import sys
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pygame
import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.engine import legal
from game.gui.preferences import PreferencesFile
from game.gui.sound import Sound
from game.gui.widgets.choice import Choice
from game.resources import ASSETS
from game.table.parts.preferences import TablePreferences
from game.table.play import sounds as play_sounds
from game.table.play.check.screen import CheckScreen
from game.table.play.check.steps import steps_of
from game.table.play.check.throwers import dice_of
from tests.onward import onward
from tests.sounds import LOUDEST, RATE, SOUNDS, samples
from tests.staging import whole_game
from tests.table.sitting import Sitting, table

LAST = ("told", "summary")
"""The steps that end a check: what they show has moved already."""
FILES = sorted((ASSETS / "sounds").glob("*.wav"))


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def sound(told: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")  # pettingzoo sets another when it is imported
    pygame.mixer.quit()  # whatever was heard before
    yield Sound(lambda: told.append("fault"))
    pygame.mixer.quit()


def read(path: Path) -> array[int]:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        return array("h", file.readframes(file.getnframes()))


def test_there_is_a_file_for_every_sound() -> None:
    assert {path.stem for path in FILES} == set(SOUNDS) == set(get_args(play_sounds.SoundName))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sound_is_soft_short_and_what_the_script_makes(path: Path) -> None:
    heard = read(path)
    assert len(heard) <= 2.2 * RATE
    assert max(map(abs, heard)) <= LOUDEST * 32_768
    assert abs(heard[0]) < 30
    assert abs(heard[-1]) < 30, "it would end with a click"
    made = samples(SOUNDS[path.stem]())
    assert len(made) == len(heard)
    assert all(abs(a - b) <= 2 for a, b in zip(made, heard, strict=True))


@pytest.fixture
def sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sitting]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield Sitting(tmp_path)
    pygame.mixer.quit()


def test_without_being_asked_for_nothing_is_opened(sound: Sound) -> None:
    sound.play("place")
    assert pygame.mixer.get_init() is None


def test_sounds_are_played_while_they_are_on(sound: Sound, told: list[str]) -> None:
    sound.on = True
    for name in get_args(play_sounds.SoundName):
        sound.play(name)
    assert pygame.mixer.get_busy()
    assert told == []
    sound.on = False
    assert pygame.mixer.get_init() is None
    sound.play("die")
    assert pygame.mixer.get_init() is None
    sound.on = True
    sound.play("die")
    assert pygame.mixer.get_busy()


def test_no_device_is_found_out_once_and_tried_again_when_it_is_switched_on(
    sound: Sound, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "there is none")
    sound.on = True
    sound.play("place")
    sound.play("timer")
    assert told == ["fault"]
    assert sound.fault
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sound.on = False
    sound.on = True
    sound.play("place")
    assert not sound.fault
    assert pygame.mixer.get_busy()


def test_sounds_are_quieter_than_their_files(sound: Sound) -> None:
    sound.on = True
    sound.play("verdict")
    assert 0 < sound._loaded["verdict"].get_volume() <= 0.7


def switch_told(sitting: Sitting) -> str:
    """What the switch on the table says."""
    return sitting.widget("sound").tip


def test_the_switch_is_seen_on_the_table_and_what_it_says_is_kept(
    tmp_path: Path, sitting: Sitting
) -> None:
    sitting.app._file = file = PreferencesFile(tmp_path / "kept.json", TablePreferences)
    assert switch_told(sitting) == "Sound is on (F8)"
    sitting.click("sound")
    assert not sitting.app.sound.on
    assert "Sound is off" in sitting.texts
    assert switch_told(sitting) == "Sound is off (F8)"
    assert not file.read().sound
    sitting.key(pygame.K_F8)
    assert sitting.app.sound.on
    assert file.read().sound


def test_its_key_works_over_a_dialog_and_the_settings_agree(sitting: Sitting) -> None:
    sitting.key(pygame.K_F9)
    sitting.key(pygame.K_F8)
    choice = sitting.widget("sound")
    assert isinstance(choice, Choice)
    assert choice.value is False


def test_without_a_device_nothing_fails_and_the_switch_says_so(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting.app.prefer(sound=False)
    monkeypatch.setenv("SDL_AUDIODRIVER", "there is none")
    sitting.app.prefer(sound=True)
    sitting.app.sound.play("place")
    assert "No sound can be played here" not in sitting.texts, "nobody is interrupted for it"
    assert "No sound can be played here" in switch_told(sitting)
    sitting.click("sound")
    assert "No sound can be played here" in sitting.texts.replace("\n", " ")
    assert sitting.app.preferences.sound
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sitting.click("sound")
    assert switch_told(sitting) == "Sound is on (F8)"
    sitting.key(pygame.K_F9)
    sitting.assert_readable()


# ------------------------------------------------------------------ at the table
@pytest.fixture
def heard(tmp_path: Path) -> tuple[Sitting, list[str]]:
    sitting, played = Sitting(tmp_path), []
    sitting.app.sound.play = played.append
    return sitting, played


def test_a_card_that_is_laid_down_is_heard_and_a_turn_is_not(
    heard: tuple[Sitting, list[str]],
) -> None:
    sitting, played = heard
    cards = [a for a in legal(sitting.game.state) if isinstance(a, act.PlaceIdea)]
    sitting.game.do(cards[0])
    assert played == ["place"]
    sitting.game.do(act.Rally(0))
    sitting.game.do(act.Pass(0))
    assert played == ["place"]


def test_a_die_is_not_heard_before_it_is_thrown_and_a_correction_moves_a_track(
    heard: tuple[Sitting, list[str]],
) -> None:
    sitting, played = heard
    sitting.working()
    game = sitting.game
    game.do(act.Trial(game.state.turn, game.state.ideas[0].id))
    assert played == ["place"], "a trial is set up; its die is thrown with the report"
    while game.state.step != "opening":
        sitting.do(onward(game.state))
    game.do(act.Proceed())
    game.do(act.Correct("citizen", 2, "Talt to gange"))
    assert played == ["place", "track"]


def test_a_reality_check_sounds_step_by_step(tmp_path: Path) -> None:
    session, decided = whole_game(tmp_path, "method", 2, 6)
    check = max(
        (d for d in decided if d.has(ev.CheckBegan)),
        key=lambda d: len(steps_of(d.before, d.moments)),
    )
    driver, game = table(session)
    played: list[str] = []
    driver.app.sound.play = played.append
    assert play_sounds.sound_of([m.event for m in check.moments]) is None
    screen = CheckScreen(game, check.before, check.moments, lambda: None)
    driver.app.push(screen)
    for step in screen.steps:
        while driver.app.animator.busy:
            driver.app.advance(0.1)
        if dice_of(step):
            screen.next()
        while driver.app.animator.busy:
            driver.app.advance(0.1)
        moved = step.before.points != step.after.points and step.kind not in LAST
        assert ("track" in played) == moved, step.kind
        assert ("die" in played) == bool(dice_of(step)), step.kind
        assert len(played) <= 2
        played.clear()
        if step is not screen.steps[-1]:
            screen.next()


def test_opening_the_table_opens_no_mixer() -> None:
    code = (
        "import pygame; from game.gui.app import App; App((1280, 720)).draw(); "
        "print(pygame.mixer.get_init())"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.strip().endswith("None")
