"""Movements are short, and a key ends them."""

from __future__ import annotations

import pygame

from game.gui.motion.animation import LONGEST, LONGEST_WATCHED, Animator


def test_movements_are_short_and_any_key_ends_them(driver):
    shares, done = [], []
    driver.app.animator.play(lambda c, share: shares.append(share), 5, done=lambda: done.append(1))
    driver.look(0.1)
    assert 0 < shares[-1] < 1
    driver.key(pygame.K_TAB)
    assert done == [1]
    assert not driver.app.animator.busy


def test_no_movement_lasts_longer_than_allowed(driver):
    done = []
    driver.app.animator.play(lambda c, share: None, 60, done=lambda: done.append(1))
    driver.look(LONGEST)
    assert done == [1]


def test_reduced_motion_is_over_at_once():
    done = []
    motion = Animator(reduced=True)
    motion.play(lambda c, share: None, done=lambda: done.append(1))
    assert (done, motion.busy) == ([1], False)


def test_what_is_watched_lasts_longer_and_the_press_that_ends_it_does_nothing_else(driver):
    done, pressed = [], []
    driver.app.global_shortcuts = {pygame.K_F5: lambda: pressed.append(1)}
    play = driver.app.animator.play
    play(lambda c, share: None, 60, done=lambda: done.append(1), watched=True)
    driver.look(2 * LONGEST)
    assert driver.app.animator.busy
    driver.key(pygame.K_F5)
    assert (done, pressed) == ([1], [])
    driver.key(pygame.K_F5)
    assert pressed == [1]
    play(lambda c, share: None, 60, done=lambda: done.append(1), watched=True)
    driver.look(LONGEST_WATCHED)
    assert done == [1, 1]
