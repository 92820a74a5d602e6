"""How the two languages write numbers and shares, and which one the machine speaks."""

import ctypes
import plistlib
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.dates import format_date

from game.i18n import Words, system_language, told_share
from game.i18n.days import in_words, month
from game.i18n.message import Message
from tests.wording.cases import DA, EN


@pytest.mark.parametrize(
    ("value", "da", "en"),
    [
        (1250.5, "1.250,5", "1,250.5"),
        (100, "100", "100"),
        (-3, "−3", "−3"),
        (0.25, "0,25", "0.25"),
        (-0.001, "0", "0"),
    ],
)
def test_numbers_are_written_as_each_language_does(value: float, da: str, en: str) -> None:
    assert (DA.number(value), EN.number(value)) == (da, en)


def test_a_change_has_its_sign() -> None:
    assert (EN.number(3, sign=True), DA.number(-3, sign=True)) == ("+3", "−3")


def test_a_share_is_whole_percent_and_none_is_told_before_it_is_there() -> None:
    assert (EN.percent(0.724), DA.percent(0.724)) == ("72%", "72 %")
    assert (EN.percent(2 / 3), EN.percent(0.9996), EN.percent(0.58)) == ("66%", "99%", "58%")
    assert EN.percent(told_share(0.57)) == "57%"


def test_a_chance_is_told_to_the_nearest_percent() -> None:
    assert (EN.chance(1 / 6), DA.chance(2 / 3)) == ("17%", "67 %")


@pytest.mark.parametrize("t", [DA, EN])
def test_a_day_in_words_is_written_as_its_language_does(t: Words) -> None:
    pattern = {"da": "d. MMMM y", "en": "d MMMM y"}[t.lang]
    for n in range(1, 13):
        day = date(2026, n, n)
        assert in_words(t, day) == format_date(day, pattern, locale=t.lang)
        assert month(t, day) == format_date(day, "MMMM y", locale=t.lang)


def test_what_a_player_wrote_is_never_read_as_a_message() -> None:
    said = EN("{seat} ends the turn.", seat="{idea}")
    assert said == "{idea} ends the turn."


@pytest.mark.parametrize(
    ("variable", "lang"), [("da_DK.UTF-8", "da"), ("en_GB.UTF-8", "en"), ("de_DE.UTF-8", "en")]
)
def test_the_machine_speaks_danish_or_english(
    monkeypatch: pytest.MonkeyPatch, variable: str, lang: str
) -> None:
    no_language_in_the_environment(monkeypatch)
    monkeypatch.setenv("LANG", variable)
    assert system_language() == lang


@pytest.mark.parametrize(
    ("languages", "lang"), [(["da-DK", "en-DK"], "da"), (["en-DK", "da-DK"], "en"), ([], "en")]
)
def test_a_mac_speaks_its_language_to_what_is_started_from_the_finder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, languages: list[str], lang: str
) -> None:
    no_language_in_the_environment(monkeypatch)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert system_language() == "en", "nobody has set any"
    settings = tmp_path / "Library" / "Preferences" / ".GlobalPreferences.plist"
    settings.parent.mkdir(parents=True)
    settings.write_text("<?xml version='1.0'?><plist")
    assert system_language() == "en", "it cannot be read"
    settings.write_bytes(plistlib.dumps({"AppleLanguages": languages}, fmt=plistlib.FMT_BINARY))
    assert system_language() == lang


@pytest.mark.parametrize(("number", "lang"), [(0x0406, "da"), (0x0809, "en"), (0xFFFF, "en")])
def test_windows_is_asked_for_the_language_of_its_menus(
    monkeypatch: pytest.MonkeyPatch, number: int, lang: str
) -> None:
    no_language_in_the_environment(monkeypatch)
    monkeypatch.setattr(sys, "platform", "win32")
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert system_language() == lang


def no_language_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a program is started from the Finder, or from the Start menu."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_a_number_below_zero_has_a_true_minus_wherever_it_stands():
    assert DA.plural("{n} point", "{n} points", -3) == "−3 point"
    assert EN.plural("{n} point", "{n} points", -1).startswith("−1 point")
    assert EN("from {a} to {b} in {year}", a=-2, b=3, year=2027) == "from −2 to 3 in 2027"
    assert EN.plural("{n} of {all}", "{n} of {all}", 1, all=-4) == "1 of −4"
    assert Message("{n} is too low", {"n": -1}).translate(EN) == "−1 is too low"


def test_a_number_with_decimals_is_written_as_each_language_does_in_a_message():
    assert DA("{a} af {b}", a=1.5, b=2.0) == "1,5 af 2"
