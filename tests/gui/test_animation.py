"""Movements are short, and a key ends them."""

from __future__ import annotations

import pygame

from game.gui.motion.animation import LONGEST, Animator, rolled


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


def test_a_die_ends_on_its_outcome():
    assert all(1 <= rolled(outcome, s / 20) <= 6 for outcome in range(1, 7) for s in range(21))
    assert [rolled(outcome, 1) for outcome in range(1, 7)] == [1, 2, 3, 4, 5, 6]
