"""``gevinst print``: what it writes, says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.printing import kit
from game.typeset import Pdf
from tests.cli.conftest import Screen


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kit of one file, set by nobody."""
    found = {"cards.pdf": Pdf(b"%PDF-", 2, ("ideas a",))}
    monkeypatch.setattr(kit, "kit", lambda case, t: found)


def test_it_lists_the_files_and_says_what_is_too_long(
    screen: Screen, tmp_path: Path, quick: None
) -> None:
    assert screen.run("print", "foerste-spil", "--to", tmp_path) == 0
    assert f"{tmp_path / 'cards.pdf'}  2 pages" in screen.out
    assert "cards.pdf: ideas a: the text is too long" in screen.err
    assert (tmp_path / "cards.pdf").read_bytes() == b"%PDF-"


def test_without_typst_it_says_in_one_sentence_what_to_install(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.typeset.document.find_spec", lambda name: None)
    assert screen.run("print", "foerste-spil", "--to", tmp_path / "kit") == 1
    assert 'pip install "gevinstbordet[print]"' in screen.err
    assert not (tmp_path / "kit").exists()


def test_it_refuses_what_it_did_not_write(screen: Screen, tmp_path: Path, quick: None) -> None:
    (tmp_path / "cards.pdf").write_bytes(b"mine")
    assert screen.run("print", "foerste-spil", "--to", tmp_path) == 1
    assert "cards.pdf" in screen.err
    assert (tmp_path / "cards.pdf").read_bytes() == b"mine"


def test_a_folder_and_a_case_must_be_given(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("print", "foerste-spil") == 2
    assert screen.run("print", "no-such-case", "--to", tmp_path) == 1
