"""Pages of the handbook as one HTML file: it needs no network, and prints on A4."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from game.handbook.pages import text, title
from game.handbook.topics import Topic, name_of
from game.i18n import Lang, Words
from game.report.templates import looks, templates


def as_html(t: Words, topics: Sequence[Topic]) -> str:
    """These pages, one after the other, with a list of them if they are several."""
    parts = [
        (topic.english, title(topic, t.lang), _body(topics, topic, t.lang)) for topic in topics
    ]
    heading = parts[0][1] if len(parts) == 1 else t("The handbook of Gevinstbordet")
    template = templates(t.lang).get_template("handbook.html.j2")
    return template.render(heading=heading, parts=parts, **looks("handbook.css"))


def _body(topics: Sequence[Topic], topic: Topic, lang: Lang) -> Markup:
    """A page as HTML; raw HTML in it is shown as it is written."""
    linked = partial(_linked, topics, lang)
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text(topic, lang, linked))
    for n, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", f"{topic.english}-{_slug(tokens[n + 1].content)}")
        if token.type == "th_open" and not tokens[n + 1].content:
            token.tag = tokens[n + 2].tag = "td"  # the heading of nothing is none
        if token.type == "fence":
            token.attrSet("tabindex", "0")  # it scrolls by itself; the keyboard reaches it
    reader.add_render_rule("table_open", _table_open)
    reader.add_render_rule("table_close", _table_close)
    return Markup(reader.renderer.render(tokens, reader.options, {}))


def _linked(topics: Sequence[Topic], lang: Lang, words: str, other: Topic, anchor: str) -> str:
    """A link to a page of this file; to another one it is told how that is read."""
    name = title(other, lang) if words.endswith(".md") else words
    if other in topics:
        return f"[{name}](#{other.english}{f'-{anchor}' if anchor else ''})"
    return f"{name} (`gevinst guide {name_of(other, lang)}`)"


def _slug(heading: str) -> str:
    """What a link calls a heading: ``1. The kick-off`` is ``1-the-kick-off``."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _table_open(_self: Any, tokens: Sequence[Token], n: int, *_: Any) -> str:
    """A table in a frame that scrolls by itself, so that a narrow page does not."""
    return '<div class="scroll" tabindex="0"><table>\n'


def _table_close(*_: Any) -> str:
    return "</table></div>\n"
