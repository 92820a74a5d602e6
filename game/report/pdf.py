"""The report as PDF: the page on A4, tagged for screen readers, where Typst is installed."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from game.report.html_nodes import nodes
from game.report.source import ReportSource
from game.resources import ASSETS
from game.typeset import Document, TypesetError, is_available, typeset

_STYLE: Final = ASSETS / "print" / "pictures.css"
"""How the bars of the page are drawn, where the page's own style does not reach."""


def as_pdf(source: ReportSource, page: bytes) -> bytes | None:
    """The page as PDF; ``None`` without Typst, or where it cannot set it: the page is there."""
    if not is_available():
        return None
    t = source.t
    title = f"{source.case.title.read(t.lang)} – {t('Benefit report')}"
    body = nodes(page.decode(), _STYLE.read_text("utf-8"))
    document = Document("report", t.lang, title, {"body": body}, int(source.begun.timestamp()))
    with suppress(TypesetError):
        return typeset(document, accessible=True).data
    return None
