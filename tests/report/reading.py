"""Reads a report: its tables, and its map."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from io import StringIO


def rows_of(data: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


VOID = {"meta", "br", "img", "link", "input", "hr"}


class MapPage(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, its text, what is open."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.source = text
        self.tables: list[dict[str, object]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append({"caption": False, "col": 0, "row": 0, "rows": 0})
        elif tag == "caption":
            self.tables[-1]["caption"] = True
        elif tag == "th":
            self.tables[-1][dict(attrs)["scope"]] += 1
        elif tag == "tr":
            self.tables[-1]["rows"] += 1

    def handle_startendtag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data) -> None:
        if "style" not in self.open and data.strip():
            self.text.append(data.strip())

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in tags]
