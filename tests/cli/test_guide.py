"""``gevinst guide``: the handbook in the terminal, in a pager, as a page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.handbook import TOPICS, name_of
from tests.cli.conftest import Screen


@pytest.mark.parametrize("lang", ["da", "en"])
def test_it_lists_what_there_is(lang: str, screen: Screen) -> None:
    assert screen.run("guide", "--lang", lang) == 0
    told = [name_of(topic, "da" if lang == "da" else "en") for topic in TOPICS]
    assert [line.split()[0] for line in screen.out.splitlines()[: len(told)]] == told


def test_a_page_is_read_by_either_name_in_the_language_that_is_asked_for(screen: Screen) -> None:
    assert screen.run("guide", "drejebog", "--lang", "en") == 0
    assert "A run sheet for the workshop" in screen.out
    assert "│" not in screen.out
    assert "\x1b" not in screen.out
    assert screen.run("guide", "run-sheet", "--lang", "da") == 0
    assert "Drejebog til workshoppen" in screen.out
    assert "gevinst guide opsamling" in " ".join(screen.out.split())
    assert max(map(len, screen.out.splitlines())) <= 100


def test_in_a_terminal_it_is_turned_page_by_page(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.echo_via_pager", shown.append)
    assert screen.run("guide", "print", "--lang", "en") == 0
    assert "Print and play" in shown[0]


def test_a_name_that_is_not_there_is_told_with_the_nearest(screen: Screen) -> None:
    assert screen.run("guide", "debreif", "--lang", "en") == 2
    said = " ".join(screen.err.split())
    assert "no page “debreif”. Did you mean “debrief”? gevinst guide lists what there is." in said


def test_a_page_is_saved_and_nothing_is_overwritten_unasked(screen: Screen, tmp_path: Path) -> None:
    file = tmp_path / "vejledning.html"
    assert screen.run("guide", "regler", "--to", file, "--lang", "da") == 0
    page = file.read_text("utf-8")
    assert '<html lang="da">' in page
    assert "Gevinstbordets regler" in page
    assert screen.run("guide", "--to", file) == 1
    assert "--force to write over it" in screen.err
    assert file.read_text("utf-8") == page
    assert screen.run("guide", "--to", tmp_path / "no" / "x.html") == 1


def test_it_is_shown_in_the_browser_or_said_where_it_lies(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    launched: list[str] = []
    monkeypatch.setattr("click.launch", launched.append)
    assert screen.run("guide", "run-sheet", "--open", "--lang", "en") == 0
    assert "A run sheet" in Path(launched[0]).read_text("utf-8")
    monkeypatch.setattr("click.launch", lambda _: 1)
    assert screen.run("guide", "--open", "--lang", "en") == 0
    assert "open it yourself" in screen.err
    kept = Path(launched[0])
    kept.unlink()
    kept.mkdir()
    assert screen.run("guide", "run-sheet", "--open", "--lang", "en") == 1
    assert "cannot be written" in screen.err
