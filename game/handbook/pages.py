"""The pages of the handbook as they are read: Markdown whose links lead somewhere here, too."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from game.handbook.topics import TOPICS, Topic, name_of
from game.i18n import LANGS, Lang
from game.resources import DOCS

_REMARKS: Final = re.compile(r"^<!--.*?-->\n", re.DOTALL | re.MULTILINE)
_OTHER_LANGUAGE: Final = re.compile(r"^\*(?:På dansk|In English): .*\*\n\n", re.MULTILINE)
_PICTURES: Final = re.compile(r"^(?:\|.*\|\n)*(?:.*!\[[^\]]*\]\([^)]*\).*\n)+\n?", re.MULTILINE)
"""Pictures, with the table that they stand in: they are not part of the handbook."""
_FENCES: Final = re.compile(r"(^```.*?^```)", re.DOTALL | re.MULTILINE)
_LINK: Final = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
_ABROAD: Final = ("http://", "https://", "mailto:")

Linked = Callable[[str, Topic, str], str]
"""How a link is written: from its text, the page that it leads to, and the heading there."""


def page_file(topic: Topic, lang: Lang) -> Path:
    """The file of a page: in a language, or the one that there is."""
    folders = (DOCS, DOCS.parent) if topic.page == "README" else (DOCS,)
    found = [folder / f"{topic.page}.{lang}.md" for folder in folders]
    found += [folder / f"{topic.page}.md" for folder in folders]
    return next(file for file in found if file.is_file())


def title(topic: Topic, lang: Lang) -> str:
    """The first heading of a page."""
    first = page_file(topic, lang).read_text("utf-8").partition("\n")[0]
    return first.removeprefix("# ")


def text(topic: Topic, lang: Lang, linked: Linked) -> str:
    """A page as Markdown, without remarks and pictures, its links written anew."""
    whole = page_file(topic, lang).read_text("utf-8")
    for left_out in (_REMARKS, _OTHER_LANGUAGE, _PICTURES):
        whole = left_out.sub("", whole)
    parts = _FENCES.split(whole)  # every other part is an example, where nothing is a link
    parts[::2] = [_LINK.sub(lambda found: _link(topic, found, linked), part) for part in parts[::2]]
    return "".join(parts)


def for_terminal(topic: Topic, lang: Lang) -> str:
    """A page as Markdown in which a link to another page says how that is read."""

    def told(words: str, other: Topic, _: str) -> str:
        command = f"`gevinst guide {name_of(other, lang)}`"
        if other is topic:
            return words
        return command if words.endswith(".md") else f"{words} ({command})"

    return text(topic, lang, told)


def _link(topic: Topic, found: re.Match[str], linked: Linked) -> str:
    """A link to a page written anew; one to another file is its text, one abroad stays."""
    words, target = found[1], found[2]
    if target.startswith(_ABROAD):
        return found[0]
    file, _, anchor = target.partition("#")
    other = _led_to(file) if file else topic
    return words if other is None else linked(words, other, anchor)


def _led_to(file: str) -> Topic | None:
    """The page that a file is, by its path in another page."""
    if "example/" in file:
        return None  # it has a page called like the overview
    stem = re.sub(rf"(\.({'|'.join(LANGS)}))?\.md$", "", file.rpartition("/")[2])
    return next((topic for topic in TOPICS if topic.page == stem), None)
