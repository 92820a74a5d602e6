"""A page in Danish says what the English one says: parts, examples, tables, links and numbers.

A Danish page is ``x.da.md``; its English one is ``x.en.md``, or ``x.md`` where that came first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli

from tests.danish_pages import DANISH, headings, prose, tables
from tests.rows import each_row


def english_of(danish: Path) -> Path:
    """The English page of a Danish one."""
    stem = danish.name.removesuffix(".da.md")
    named = danish.with_name(f"{stem}.en.md")
    return named if named.exists() else danish.with_name(f"{stem}.md")


PAIRS = [(english_of(danish), danish) for danish in DANISH]
each_pair = each_row("english, danish", PAIRS)


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


# ------------------------------------------------------------------ the parts of a page
def code_blocks(text: str) -> list[tuple[str, str]]:
    """Each block of code: its language, and what it says."""
    return re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def sections(text: str) -> list[str]:
    """What stands below each heading."""
    return re.split(r"^#+ .+$", prose(text), flags=re.MULTILINE)


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)\s]+)\)", prose(text))


def numbers(text: str) -> Counter[str]:
    """The numbers of a text, whatever the language writes between their digits."""
    plain = re.sub(r"\]\([^)]*\)|`[^`]*`|<!--.*?-->", " ", text)
    return Counter(re.sub(r"[.,:]", "", n) for n in re.findall(r"\d+(?:[.,:]\d+)*", plain))


def differing(english: str, danish: str) -> Counter[str]:
    """The numbers that only one of two texts has."""
    a, b = numbers(english), numbers(danish)
    return Counter({n: a[n] - b[n] for n in a | b if bool(a[n]) != bool(b[n])})


def shape(value: Any) -> Any:
    """An example without its texts: what is the same in both languages."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value]
    if isinstance(value, str) and not re.fullmatch(r"[a-z_][a-z0-9_-]*", value):
        return "a text"
    return value


def said(language: str, code: str) -> Any:
    """What an example says in any language: its keys, or its commands without names and remarks."""
    if language == "toml":
        return shape(tomli.loads(code))
    if language in ("sh", ""):
        lines = [re.sub(r"\s+#.*", "", line) for line in code.splitlines()]
        plain = [re.sub(r'"[^"]*"|\S+\.(?:toml|jsonl|xlsx|csv)', "…", line) for line in lines]
        return [re.sub(r"--lang \w+", "--lang", line).strip() for line in plain]
    return numbers(code)


# ------------------------------------------------------------------ held against each other
def test_there_are_pages_in_danish() -> None:
    assert len(PAIRS) >= 1
    assert [str(english) for english, _ in PAIRS if not english.exists()] == []


@each_pair
def test_each_links_to_the_other_before_its_first_part(english: Path, danish: Path) -> None:
    for page, other in ((english, danish), (danish, english)):
        top = re.split(r"^## ", text_of(page), maxsplit=1, flags=re.MULTILINE)[0]
        assert f"]({other.name})" in top, f"{page.name} does not link to {other.name} at its top"


@each_pair
def test_they_have_the_same_parts(english: Path, danish: Path) -> None:
    levels = [[level for level, _ in headings(text_of(page))] for page in (english, danish)]
    assert levels[0] == levels[1]


@each_pair
def test_they_have_the_same_examples(english: Path, danish: Path) -> None:
    ours, theirs = code_blocks(text_of(english)), code_blocks(text_of(danish))
    assert [language for language, _ in ours] == [language for language, _ in theirs]
    for (language, code), (_, translated) in zip(ours, theirs, strict=True):
        assert said(language, code) == said(language, translated)


@each_pair
def test_they_have_the_same_tables_with_the_same_numbers(english: Path, danish: Path) -> None:
    ours, theirs = tables(text_of(english)), tables(text_of(danish))
    assert [[len(row) for row in t] for t in ours] == [[len(row) for row in t] for t in theirs]
    for table, translated in zip(ours, theirs, strict=True):
        for row, its in zip(table, translated, strict=True):
            assert numbers(" ".join(row)) == numbers(" ".join(its)), row


@each_pair
def test_each_part_tells_the_same_numbers(english: Path, danish: Path) -> None:
    both = zip(sections(text_of(english)), sections(text_of(danish)), strict=True)
    found = [(ours[:60], only) for ours, theirs in both if (only := differing(ours, theirs))]
    assert not found


# ------------------------------------------------------------------ links
def in_english(page: Path, link: str) -> tuple[str, int]:
    """Where a link of a page leads: a file, by its English name, and the heading's number in it."""
    file, _, anchor = link.partition("#")
    if link.startswith(("http", "mailto:")):
        return link, 0
    target = page.parent / file if file else page
    name = (english_of(target) if target.name.endswith(".da.md") else target).resolve()
    return str(name), heading_number(target, anchor) if anchor else 0


def heading_number(page: Path, anchor: str) -> int:
    slugs = [
        re.sub(r"[^\w -]", "", told.lower()).replace(" ", "-")
        for _, told in headings(text_of(page))
    ]
    return slugs.index(anchor) + 1


def onward(page: Path, other: Path) -> Iterator[str]:
    """The links of a page but those to itself in the other language."""
    yield from (link for link in links(text_of(page)) if link.partition("#")[0] != other.name)


@each_pair
def test_they_lead_to_the_same_places(english: Path, danish: Path) -> None:
    ours = Counter(in_english(english, link) for link in onward(english, danish))
    theirs = Counter(in_english(danish, link) for link in onward(danish, english))
    assert ours == theirs


@each_pair
def test_a_danish_page_leads_to_danish_ones(english: Path, danish: Path) -> None:
    translated = {ours.resolve() for ours, _ in PAIRS}
    leads = [link for link in onward(danish, english) if not link.startswith("http")]
    wrong = [k for k in leads if (danish.parent / k.partition("#")[0]).resolve() in translated]
    assert wrong == []
