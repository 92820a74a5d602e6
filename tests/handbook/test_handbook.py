"""The handbook: every guide is in it by its names, in both languages; its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

from game.handbook import TOPICS, Topic, as_html, find_topic, for_terminal, name_of, names
from game.handbook.pages import page_file
from game.i18n import LANGS, Lang, words
from tests.danish_pages import DANISH
from tests.rows import each_row

ROOT = Path(__file__).parents[2]
FORCED = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
INCLUDED = FORCED["targets"]["wheel"]["force-include"]
NOT_IN_IT = {"docs/example/README.da.md"}
"""A page about files that are not shipped."""
each_page = each_row("topic, lang", [(t, lang) for t in TOPICS for lang in LANGS])


@each_page
def test_every_page_is_in_the_wheel_where_it_is_looked_for(topic: Topic, lang: Lang) -> None:
    path = page_file(topic, lang).relative_to(ROOT).as_posix()
    assert INCLUDED[path] == f"game/docs/{path.removeprefix('docs/')}"


def test_every_danish_page_is_in_it_and_nothing_else_is_shipped() -> None:
    pages = {
        page_file(topic, lang).relative_to(ROOT).as_posix() for topic in TOPICS for lang in LANGS
    }
    assert {path for path in INCLUDED if path.endswith(".md")} == pages
    danish = {page.relative_to(ROOT).as_posix() for page in DANISH}
    assert danish - pages == NOT_IN_IT


def test_no_two_pages_have_a_name_in_common() -> None:
    everything = [name for topic in TOPICS for name in names(topic)]
    assert len(everything) == len(set(everything))


@each_row(
    "typed, page",
    [
        ("run-sheet", "drejebog"),
        ("Run sheet", "drejebog"),
        ("DREJEBOG", "drejebog"),
        ("docs/drejebog.da.md", "drejebog"),
        ("regler", "rules"),
        ("scenarios", "scenarios"),
        ("forfatter", "scenarios"),
        ("portefoelje", "portfolio"),
        ("telef", "phones"),
        ("p", None),
        ("", None),
        ("../../etc/passwd", None),
    ],
)
def test_a_page_is_found_by_what_somebody_types(typed: str, page: str | None) -> None:
    found = find_topic(typed)
    assert (found and found.page) == page


@each_page
def test_in_a_terminal_every_link_is_a_command_that_works(topic: Topic, lang: Lang) -> None:
    text = for_terminal(topic, lang)
    assert "<!--" not in text
    assert "![" not in text
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    assert re.findall(r"\]\((?!https?:)", prose) == []
    for name in re.findall(r"`gevinst guide ([^`\s]+)`", text):
        assert (found := find_topic(name)), name
        assert name in (*names(found), name_of(found, lang))


@pytest.mark.parametrize("lang", LANGS)
def test_the_whole_is_one_page_whose_links_lead_to_its_parts(lang: Lang) -> None:
    page = as_html(words(lang), TOPICS)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 100
    plain = {re.sub(r"%[0-9A-F]{2}", "", link) for link in re.findall(r'href="#([^"]+)"', page)}
    assert plain <= {re.sub(r"[^\x00-\x7f]", "", id) for id in ids}
    outside = re.findall(r'(?:href|src)="(?!#|https?:)([^"]+)"', page)
    assert outside == []
    assert "<script" not in page


def test_one_page_tells_how_another_is_read() -> None:
    page = as_html(words("da"), TOPICS[1:2])
    assert "<h1" in page
    assert "<code>gevinst guide opsamling</code>" in page
    assert 'href="#' not in page


def test_markup_in_a_page_is_shown_and_not_obeyed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "print.md").write_text("# <b>P</b>\n\n<script>x</script> [y](javascript:z)\n")
    monkeypatch.setattr("game.handbook.pages.DOCS", tmp_path)
    topic = find_topic("print")
    assert topic is not None
    page = as_html(words("en"), [topic])
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "javascript:z" not in re.sub(r"<p>.*</p>", "", page)
    assert "<b>" not in page
