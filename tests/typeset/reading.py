"""Reads what stands in a PDF."""

from __future__ import annotations

import pypdfium2


def text_of(data: bytes) -> str:
    """The text of all pages, in its order."""
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
