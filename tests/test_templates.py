"""Compiled templates are kept beside Python's bytecode, and nothing depends on what is kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.i18n import Lang
from game.templates import environment

PAGE = "{% for name in names %}{{ t('Save') }} {{ name }} {% endfor %}"
SAID = {"en": "Save &lt;b&gt; Save Ida ", "da": "Gem &lt;b&gt; Gem Ida "}


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "page.html.j2").write_text(PAGE, encoding="utf-8")
    return tmp_path


def kept(pages: Path) -> list[Path]:
    """What is kept of the templates."""
    return sorted(pages.glob("__pycache__/*"))


def rendered(folder: Path, lang: Lang = "en") -> str:
    """What a program that was just started makes of the page."""
    return environment(folder, lang).get_template("page.html.j2").render(names=["<b>", "Ida"])


def test_a_template_that_was_kept_says_the_same_in_each_language(pages: Path) -> None:
    for lang in ("da", "en", "da", "en"):
        assert rendered(pages, lang) == SAID[lang]
    assert len(kept(pages)) == 2


def test_a_template_that_was_changed_is_compiled_anew(pages: Path) -> None:
    rendered(pages)
    (pages / "page.html.j2").write_text("{{ names | length }}", encoding="utf-8")
    assert rendered(pages) == "2"


@pytest.mark.parametrize("left", [b"nonsense", b"\0" * 4000])
def test_a_kept_template_that_is_damaged_is_compiled_anew(pages: Path, left: bytes) -> None:
    rendered(pages)
    (file,) = kept(pages)
    file.write_bytes(left)
    assert rendered(pages) == SAID["en"]


def test_a_kept_template_that_is_cut_is_compiled_anew(pages: Path) -> None:
    rendered(pages)
    (file,) = kept(pages)
    whole = file.read_bytes()
    for length in range(0, len(whole), 31):
        file.write_bytes(whole[:length])
        assert rendered(pages) == SAID["en"]


def test_a_page_is_made_where_nothing_can_be_kept(pages: Path) -> None:
    (pages / "__pycache__").write_text("in the way", encoding="utf-8")
    assert rendered(pages) == SAID["en"]


def test_nothing_is_kept_where_python_keeps_nothing(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(pages) == SAID["en"]
    assert not kept(pages)


def test_templates_are_kept_where_python_was_told_to_keep_its_own(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    assert rendered(pages) == SAID["en"]
    assert not kept(pages)
    assert list((tmp_path / "elsewhere").rglob("*.jinja"))
