"""Our own page as a tree that another typesetter can follow: elements, texts and pictures.

It reads what our templates write and nothing else: in it all that players wrote is escaped, so a
``<`` is always a tag of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any, Final

from game.typeset import Verbatim

Node = str | dict[str, Any]

_VOID: Final = frozenset({"br", "meta"})
_LEFT_OUT: Final = frozenset({"head", "nav", "a"})
"""What a document on paper has no use for: it has a table of contents of its own."""
_FOLDED: Final = re.compile(r"<details\b.*?</details>", re.DOTALL)
"""What a page folds away is there for whoever looks something up there: most of a page, and nothing
of it is read. None of them lies in another."""
_UNPRINTED: Final = "unprinted"
"""The class of what says again, for those who listen, what stands beside it."""
_SVG: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_PLACE: Final = "svg-"
_NAMESPACE: Final = ' xmlns="http://www.w3.org/2000/svg"'
_SPACES: Final = re.compile(r"\s+")
_BLOCKS: Final = frozenset(
    {"header", "main", "footer", "section", "div", "article", "figure", "table", "ul", "ol", "dl"}
    | {"p", "h1", "h2", "h3"}
)
"""Elements that stand by themselves: spaces before and after one mean nothing."""
_LINES: Final = frozenset({"p", "li", "td"})
"""Elements whose new lines stay, as the page's style has it."""


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: dict[str, str]
    children: list[Node | _Element] = field(default_factory=list)


class _Reader(HTMLParser):
    """Builds the tree of a page whose pictures were taken out before."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; one of no content ends at once."""
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID and not tag.startswith(_PLACE):
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """The element that is open ends."""
        if tag not in _VOID and not tag.startswith(_PLACE):
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text within the element that is open."""
        self.open[-1].children.append(data)


def nodes(page: str, style: str) -> list[Node]:
    """The body of a page as nodes; ``style`` is put into each of its pictures.

    A node is a text, ``{"tag", "class", "children"}``, or for a picture ``{"tag": "svg", "svg",
    "alt", "class"}``; one without an ``alt`` is for the eye alone.
    """
    pictures: list[str] = []

    def keep(found: re.Match[str]) -> str:
        pictures.append(found[0])
        return f"<{_PLACE}{len(pictures) - 1}>"

    reader = _Reader()
    unfolded = _FOLDED.sub("", page[page.index("<body") :])
    reader.feed(_SVG.sub(keep, unfolded))
    drawn = [_picture(svg, style) for svg in pictures]
    return list(_kept(list(_nodes(reader.root.children, drawn, ""))))


def _picture(svg: str, style: str) -> dict[str, Any]:
    head, rest = svg.split(">", 1)
    label = re.search(r'aria-label="([^"]*)"', head)
    title = re.search(r"<title>(.*?)</title>", rest, re.DOTALL)
    alt = label[1] if label else title[1] if title else ""
    kind = re.search(r'class="([^"]*)"', head)
    named = head if "xmlns=" in head else head + _NAMESPACE
    return {
        "tag": "svg",
        "class": kind[1].split() if kind else [],
        "svg": Verbatim(f"{named}><style>{style}</style>{rest}"),
        "alt": Verbatim(unescape(alt)),
    }


def _nodes(
    children: Iterable[Node | _Element], pictures: Sequence[Node], tag: str
) -> Iterator[Node]:
    for child in children:
        if isinstance(child, str):
            yield from _texts(child, tag)
        elif isinstance(child, _Element):
            if child.tag.startswith(_PLACE):
                yield pictures[int(child.tag.removeprefix(_PLACE))]
            elif not _is_left_out(child):
                yield _node(child, pictures)


def _is_left_out(element: _Element) -> bool:
    return element.tag in _LEFT_OUT or _UNPRINTED in element.attributes.get("class", "").split()


def _kept(found: list[Node]) -> Iterator[Node]:
    """Nodes without the spaces beside an element that stands by itself, or at an end."""
    for n, node in enumerate(found):
        around = (found[n - 1] if n else None, found[n + 1] if n + 1 < len(found) else None)
        if node != " " or not any(beside is None or _is_block(beside) for beside in around):
            yield node


def _is_block(node: Node) -> bool:
    return isinstance(node, dict) and node["tag"] in _BLOCKS


def _node(element: _Element, pictures: Sequence[Node]) -> Node:
    found: dict[str, Any] = {
        "tag": element.tag,
        "class": element.attributes.get("class", "").split(),
        "children": list(_kept(list(_nodes(element.children, pictures, element.tag)))),
    }
    if element.tag == "table":
        found["columns"] = list(_columns(found))
    return found


def _texts(text: str, tag: str) -> Iterator[Node]:
    """A text with its spaces as a browser shows them; new lines as elements where they stay."""
    lines = text.split("\n") if tag in _LINES and text.strip() else [text]
    for n, line in enumerate(lines):
        if n and (line.strip() or n < len(lines) - 1):
            yield {"tag": "br", "class": [], "children": []}
        if line:
            yield _SPACES.sub(" ", line)


# ------------------------------------------------------------------ tables
_BROKEN: Final = 14
"""From so many letters on a word is broken rather than that its column grows."""
_LONG: Final = 160
_AS_WIDE: Final = "picture" * 2
_MARK: Final = "MM"
"""As wide as the mark of a track, which stays with the word beside it."""


def _columns(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each column of a table by its longest word, and by how much longer its longest text is."""
    for column in zip(*_rows(table), strict=False):
        words = [word[:_BROKEN] for text in column for word in text.split()]
        word = max(words, key=len, default="")
        longest = min(max(map(len, column)), _LONG)
        yield {"word": word, "more": max(0, longest - len(word))}


def _rows(node: dict[str, Any]) -> Iterator[list[str]]:
    for child in node["children"]:
        if isinstance(child, dict) and child["tag"] == "tr":
            yield [_said(cell) for cell in child["children"] if isinstance(cell, dict)]
        elif isinstance(child, dict) and child["tag"] in ("thead", "tbody"):
            yield from _rows(child)


def _said(node: Node) -> str:
    """The text of a node; a picture takes as much room as a word."""
    if isinstance(node, str):
        return node
    if node["tag"] == "svg":
        return _AS_WIDE
    if "mark" in node["class"]:
        return _MARK
    return "".join(map(_said, node["children"])).replace(f"{_MARK} ", _MARK)
