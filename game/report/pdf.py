"""The report as PDF: the page on A4, tagged for screen readers, where Typst is installed."""

from __future__ import annotations

from typing import Final

from game.report.html_nodes import nodes
from game.report.source import ReportSource
from game.resources import ASSETS
from game.typeset import Document, is_available, typeset

_STYLE: Final = ASSETS / "print" / "pictures.css"
"""How the bars of the page are drawn, where the page's own style does not reach."""


def on_paper(source: ReportSource, page: bytes) -> Document | None:
    """The page as a document for Typst; ``None`` where that is not installed."""
    if not is_available():
        return None
    t = source.t
    title = f"{source.case.title.read(t.lang)} – {t('Benefit report')}"
    body = nodes(page.decode(), _STYLE.read_text("utf-8"))
    return Document("report", t.lang, title, {"body": body}, int(source.begun.timestamp()))


def as_pdf(document: Document | None) -> bytes | None:
    """A document as PDF; ``None`` without one. Raises :class:`TypesetError` as it is set."""
    return None if document is None else typeset(document, accessible=True).data
