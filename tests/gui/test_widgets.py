"""Buttons, values, fields and lists: by mouse alone and by keyboard alone."""

from __future__ import annotations

import pygame
import pytest


# ------------------------------------------------------------------ buttons
@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER])
def test_enter_and_space_press(driver, bench, key):
    driver.key(pygame.K_TAB, key)
    assert bench.said == ["go"]


def test_a_click_presses_and_a_slip_does_not(driver, bench):
    driver.click("go")
    driver.press("go")
    driver.release("note")
    assert bench.said == ["go"]


def test_a_shortcut_presses_but_not_while_writing(driver, bench):
    driver.key(pygame.K_g, text="g")
    assert bench.said == ["go"]
    driver.click("name")
    driver.key(pygame.K_g, text="g")
    driver.type("g")
    assert bench.said == ["go"]
    assert bench.name.count("g") == 1


def test_a_button_that_cannot_be_used_says_why(driver, bench):
    driver.move("no")
    assert "Not now." not in [d.text for d in driver.read()]
    assert "Not now.\nIt does no." in driver.texts  # the tip, once the pointer has rested
    driver.move((5, 5))
    driver.look()
    assert "Not now." not in driver.texts
    driver.click("no")
    driver.move((5, 5))
    assert "Not now." in driver.texts  # said to the room
    assert "It does no." not in driver.texts
    assert bench.said == []


# ------------------------------------------------------------------ values
def test_the_stepper_takes_number_keys_arrows_and_clicks(driver, bench):
    driver.click("number")
    driver.key(pygame.K_5, text="5")
    assert bench.number == 5
    driver.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT)
    assert bench.number == 6
    driver.key(pygame.K_9, text="9")
    assert bench.number == 6
    box = driver.widget("number").box
    driver.click((round((box.x + 20) * driver.app.u), round(box.centre[1] * driver.app.u)))
    assert bench.number == 1


def test_the_choice_takes_arrows_and_clicks(driver, bench):
    driver.click("choice")
    driver.key(pygame.K_RIGHT)
    assert bench.choice == "c"
    box = driver.widget("choice").box
    driver.click((round((box.x + 20) * driver.app.u), round(box.centre[1] * driver.app.u)))
    assert bench.choice == "a"


# ------------------------------------------------------------------ writing
def test_writing_survives_rebuilds_undo_and_tab(driver, bench):
    driver.click("name")
    driver.key(pygame.K_END)
    driver.type(" Østergård")
    assert bench.name == "Ane Østergård"
    bench.refresh()
    driver.look()
    driver.key(pygame.K_BACKSPACE, mod=pygame.KMOD_CTRL)
    assert bench.name == "Ane "
    driver.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    assert bench.name == "Ane Østergård"
    driver.key(pygame.K_RETURN)
    assert bench.said == ["entered"]
    driver.key(pygame.K_TAB)
    assert driver.focus == "choice"


@pytest.mark.parametrize("leave", ["tab", "click"])
def test_what_was_written_stays_in_sight_when_the_field_is_left(driver, leave):
    driver.click("name")
    driver.type("Kø på Nørrebro")
    if leave == "tab":
        driver.key(pygame.K_TAB)
    else:
        driver.click((2, 2))
    driver.look()
    assert driver.focus != "name"
    assert "Kø på Nørrebro" in driver.texts


def test_a_value_changed_from_outside_is_shown(driver, bench):
    driver.click("name")
    driver.type("x")
    bench.name = "Mohammed"
    bench.refresh()
    assert "Mohammed" in driver.texts


def test_an_area_takes_lines_and_moves_between_them(driver, bench):
    driver.click("note")
    driver.type("en")
    driver.key(pygame.K_RETURN)
    driver.type("to")
    driver.key(pygame.K_UP)
    driver.type("!")
    assert bench.note == "en!\nto"
    driver.key(pygame.K_a, mod=pygame.KMOD_CTRL)
    driver.type("x")
    assert bench.note == "x"


def test_cut_and_paste_go_through_the_clipboard(driver, bench, monkeypatch):
    kept = []
    monkeypatch.setattr("game.gui.widgets.field.copy_text", kept.append)
    monkeypatch.setattr("game.gui.widgets.field.clipboard_text", lambda: kept[-1])
    driver.click("name")
    driver.key(pygame.K_a, pygame.K_x, mod=pygame.KMOD_CTRL)
    assert (bench.name, kept) == ("", ["Ane"])
    driver.key(pygame.K_v, pygame.K_v, mod=pygame.KMOD_CTRL)
    assert bench.name == "AneAne"


def test_long_text_in_a_field_keeps_the_cursor_in_sight(driver, bench):
    driver.click("name")
    driver.type("lang " * 12)
    before = driver.look().copy()
    driver.key(pygame.K_BACKSPACE)
    box = driver.widget("name").box.px(driver.app.u)
    after_it = driver.look()
    assert before.subsurface(box).get_buffer().raw != after_it.subsurface(box).get_buffer().raw


def test_a_line_that_is_left_is_read_from_its_beginning_and_a_click_lands_where_it_points(
    driver, bench
):
    driver.click("name")
    driver.key(pygame.K_HOME)
    driver.type("Begyndelsen " + "af en meget lang " * 2)
    driver.click((2, 2))
    at_rest = driver.look().copy()
    box = driver.widget("name").box
    driver.click((round((box.x + 16) * driver.app.u), round(box.centre[1] * driver.app.u)))
    driver.type("X")
    assert bench.name.startswith("XBegyndelsen")
    driver.key(pygame.K_BACKSPACE, pygame.K_END)
    driver.look()
    driver.click((2, 2))
    area = box.px(driver.app.u)
    again = driver.look().subsurface(area)
    assert again.get_buffer().raw == at_rest.subsurface(area).get_buffer().raw


def compose(driver, text: str) -> None:
    driver.post(pygame.TEXTEDITING, text=text, start=len(text), length=0)


def test_an_input_method_shows_what_it_puts_together_and_has_the_keys_meanwhile(driver, bench):
    driver.click("name")
    driver.key(pygame.K_END)
    compose(driver, "´")
    assert "Ane´" in driver.texts
    driver.key(pygame.K_BACKSPACE, pygame.K_RETURN)
    assert (bench.name, bench.said) == ("Ane", [])
    driver.type("é")
    assert bench.name == "Aneé"
    compose(driver, "¨")
    driver.key(pygame.K_ESCAPE)
    compose(driver, "")
    driver.key(pygame.K_BACKSPACE)
    assert bench.name == "Ane"


def test_what_was_not_finished_is_dropped_when_another_field_is_clicked(driver, bench):
    driver.click("name")
    compose(driver, "´")
    driver.click("note")
    assert bench.name == "Ane"
    assert "´" not in driver.texts


def test_a_field_tells_how_much_room_is_left_when_little_is(driver, bench):
    driver.click("note")
    driver.type("x" * 150)
    assert "/ 200" not in driver.texts
    driver.type("x" * 20)
    assert "170 / 200" in driver.texts
    driver.type("y" * 30)
    assert "200 / 200" in driver.texts
    driver.type("y" * 30)
    assert "200 characters fit here." in driver.texts
    assert len(bench.note) == 200


def test_the_wheel_looks_at_another_part_of_a_long_text(driver, bench):
    driver.click("note")
    bench.note = "\n".join(f"linje {n}" for n in range(12))
    bench.refresh()
    driver.click("note")
    driver.key(pygame.K_HOME, mod=pygame.KMOD_CTRL)
    driver.look()
    bench.refresh()
    assert "linje 11" not in driver.texts
    driver.move("note")
    driver.post(pygame.MOUSEWHEEL, x=0, y=-30, precise_x=0.0, precise_y=-30.0, flipped=False)
    assert "linje 11" in driver.texts
    driver.type("!")
    assert "!linje 0" in driver.texts  # writing brings the caret back into sight


def test_two_clicks_mark_the_word_and_three_the_line(driver, bench):
    driver.click("note")
    driver.type("kø på gangen")
    driver.key(pygame.K_RETURN)
    driver.type("to")
    driver.key(pygame.K_UP, pygame.K_HOME)
    box = driver.widget("note").box
    at = (round((box.x + 16) * driver.app.u), round((box.y + 20) * driver.app.u))
    driver.click(at, times=2)
    driver.type("sort")
    assert bench.note == "sort på gangen\nto"
    driver.click(at, times=3)
    driver.type("x")
    assert bench.note == "x\nto"


def test_a_letter_typed_with_altgr_is_no_command(driver, bench):
    driver.click("name")
    driver.key(pygame.K_END)
    driver.key(pygame.K_a, mod=pygame.KMOD_LCTRL | pygame.KMOD_RALT)
    driver.type("ą")
    assert bench.name == "Aneą"


# ------------------------------------------------------------------ scrolling
def test_the_wheel_scrolls_and_what_is_out_of_sight_cannot_be_clicked(driver, bench):
    box = driver.widget("list").box
    middle = tuple(round(v * driver.app.u) for v in box.centre)
    driver.move(middle)
    before = driver.widget("row-0").box.y
    driver.post(pygame.MOUSEWHEEL, y=-2, x=0)
    assert driver.widget("row-0").box.y < before
    hidden = driver.at("row-9")
    driver.click(hidden)
    assert 9 not in bench.said


def test_the_bar_can_be_dragged(driver):
    box = driver.widget("list").box
    u = driver.app.u
    driver.press((round((box.right - 5) * u), round((box.y + 10) * u)))
    driver.release((round((box.right - 5) * u), round((box.bottom + 100) * u)))
    row = driver.widget("row-9")
    assert row.box.bottom == pytest.approx(box.bottom, abs=1)
