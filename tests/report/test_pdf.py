"""The report as PDF: the page's own contents, tagged, in order, and text whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ctypes import create_string_buffer
from html import unescape
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from game.content import parse
from game.i18n import LANGS
from game.pictures import letters_of
from game.report import NoPdfError, write_report
from game.report.html_nodes import nodes
from game.report.writing import PDF
from game.typeset import Document, TypesetError, typeset
from game.typeset.texts import printable
from tests import staging
from tests.typeset.reading import text_of

pytest.importorskip("typst")

Written = Callable[..., Path]


def body(text: str) -> list[object]:
    (root,) = nodes(f"<html><body>{text}</body></html>", "")
    return root["children"]


def plain(html: str) -> str:
    """What is said in a piece of the page."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def squeezed(text: str) -> str:
    """A text without spaces, hyphens at the end of lines, and pictures."""
    return re.sub(r"[\s\x02\u00ad\ufffe\u2010-]+", "", text)


# ------------------------------------------------------------------ the page as a tree
def test_a_text_keeps_its_lines_where_the_page_does() -> None:
    br = {"tag": "br", "class": [], "children": []}
    (kept,) = body("<p>one\ntwo</p>")
    assert kept["children"] == ["one", br, "two"]
    (joined,) = body("<h2>one\n   two</h2>")
    assert joined["children"] == ["one two"]


def test_spaces_between_elements_mean_nothing() -> None:
    assert [node["tag"] for node in body("<section>\n  <h2>a</h2>\n</section>\n")] == ["section"]


def test_what_leads_through_the_page_is_left_out() -> None:
    assert body('<a class="skip" href="#x">To</a><nav><ol><li>a</li></ol></nav>') == []


def test_a_picture_brings_what_it_says_and_its_style() -> None:
    svg = (
        '<svg class="bars economy" viewBox="0 0 3 3" role="img" aria-label="a &amp; b"><g /></svg>'
    )
    (root,) = nodes(f"<html><body><div>{svg}</div></body></html>", ".goal { fill: red }")
    (found,) = root["children"][0]["children"]
    assert (found["tag"], found["class"], found["alt"]) == ("svg", ["bars", "economy"], "a & b")
    assert 'viewBox="0 0 3 3"' in found["svg"]
    assert "xmlns=" in found["svg"]
    assert "<style>.goal { fill: red }</style>" in found["svg"]


def test_a_table_knows_how_wide_its_columns_must_be() -> None:
    rows = "<tr><td>ab</td><td>a longer text</td></tr>"
    (table,) = body(
        f"<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>"
    )
    assert table["columns"] == [{"word": "ab", "more": 0}, {"word": "longer", "more": 7}]


def test_what_players_wrote_is_text() -> None:
    wrote = '#panic("x") $a *b _c &lt;b&gt; \\ ]'
    data = {"body": nodes(f"<html><body><h1>{wrote}</h1><p>{wrote}</p></body></html>", "")}
    found = typeset(Document("report", "en", wrote, data), accessible=True).data
    assert text_of(found).count('#panic("x")') == 3, "heading, paragraph, and the foot of the page"
    assert "<b>" in text_of(found)


def unfolded(page: str) -> str:
    """What a page shows before anything is unfolded, and for the eye: what paper has."""
    page = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    return re.sub(r'<table class="[^"]*unprinted.*?</table>', "", page, flags=re.DOTALL)


# ------------------------------------------------------------------ a whole report
@pytest.mark.slow
@pytest.mark.parametrize("name", ["own_project", "finished"])
def test_it_has_the_headings_of_the_page_in_order_and_the_map_last(
    written: Written, name: str
) -> None:
    folder = written(name, "da")
    page = (folder / "rapport.html").read_text("utf-8")
    headings = re.findall(r"<h[123][^>]*>(.*?)</h[123]>", page, re.DOTALL)
    wanted = [squeezed(plain(heading)) for heading in headings]
    found = pypdfium2.PdfDocument((folder / "rapport.pdf").read_bytes())
    wanted.remove(MAP)
    assert [squeezed(title) for title in outline(found, None)] == [*wanted, MAP]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["own_project", "finished", "stopped_early"])
def test_no_page_but_the_last_of_the_text_is_left_nearly_empty(written: Written, name: str) -> None:
    document = pypdfium2.PdfDocument((written(name) / "rapport.pdf").read_bytes())
    pages = list(document)
    assert pages[-1].get_textpage().get_text_bounded().startswith(MAP)
    for page in pages[:-2]:
        high, text = page.get_height(), page.get_textpage()
        lows = [text.get_charbox(n)[1] for n in range(text.count_chars())]
        told = [low for low in lows if low > FOOT * high]
        assert min(told) < high / 2


@pytest.mark.slow
@pytest.mark.parametrize("name", ["own_project", "finished", "stopped_early"])
def test_the_question_of_a_moment_stands_on_its_page(written: Written, name: str) -> None:
    folder = written(name)
    page = unfolded((folder / "rapport.html").read_text("utf-8"))
    document = pypdfium2.PdfDocument((folder / "rapport.pdf").read_bytes())
    sheets = [squeezed(sheet.get_textpage().get_text_range()) for sheet in document]
    section = page[page.index('<section id="moments"') :].partition("</section>")[0]
    items = [
        item for item in re.findall(r"<li>(.*?)</li>", section, re.DOTALL) if "question" in item
    ]
    assert items
    for item in items:
        said = [
            squeezed(printable(plain(text))) for text in re.findall(r"<p.*?</p>", item, re.DOTALL)
        ]
        assert any(all(text in sheet for text in said) for sheet in sheets), said


def test_the_first_page_of_a_case_stands_alone_and_no_codes_are_printed(written: Written) -> None:
    folder = written("finished", "da")
    page = (folder / "rapport.html").read_text("utf-8")
    document = pypdfium2.PdfDocument((folder / "rapport.pdf").read_bytes())
    first, second = (squeezed(document[n].get_textpage().get_text_range()) for n in (0, 1))
    result = unfolded(page[page.index('<section id="result"') : page.index("</section>")])
    said = re.findall(r"<(?:p|h2|h3|dt|td)\b[^>]*>(.*?)</(?:p|h2|h3|dt|td)>", result, re.DOTALL)
    kept = [text for text in map(squeezed, map(printable, map(plain, said))) if text]
    assert len(kept) > 20
    assert [text for text in kept if text not in first] == []
    assert second.startswith(squeezed("Bilag"))
    paper = text_of((folder / "rapport.pdf").read_bytes())
    assert "M-G01" in page
    assert not re.search(r"\b[MC]-[A-Z]\d?", paper), "codes of the map mean nothing on paper"


@pytest.mark.slow
def test_every_cell_of_every_table_stands_in_it(written: Written) -> None:
    folder = written("own_project", "da")
    page = unfolded((folder / "rapport.html").read_text("utf-8"))
    said = squeezed(text_of((folder / "rapport.pdf").read_bytes()))
    cells = re.findall(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", page, re.DOTALL)
    texts = [plain(cell) for cell in cells]
    missing = [text for text in texts if squeezed(printable(letters_of(text))) not in said]
    assert len(texts) > 100
    assert missing == []


@pytest.mark.slow
def test_it_is_tagged_in_its_language_and_describes_its_pictures(written: Written) -> None:
    data = (written("own_project", "da") / "rapport.pdf").read_bytes()
    assert b"pdfuaid" in data
    assert re.search(rb"/Lang\s*\(da\)", data)
    document = pypdfium2.PdfDocument(data)
    tags = [tag for page in document for tag in structure(page)]
    kinds = {kind for kind, _ in tags}
    assert {"H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI", "Figure"} <= kinds
    assert all(alt for kind, alt in tags if kind == "Figure")
    assert all(
        sorted(page.get_size()) == pytest.approx((595.28, 841.89), abs=0.1) for page in document
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["finished", "stopped_early"])
def test_the_map_has_a_page_on_which_it_can_be_read(name: str, written: Written) -> None:
    """The text of a full map is no smaller than a footnote, and a wide one lies across."""
    document = pypdfium2.PdfDocument((written(name) / "rapport.pdf").read_bytes())
    (page,) = [p for p in document if p.get_textpage().get_text_bounded().startswith(MAP)]
    text = page.get_textpage()
    letters = text.get_text_range()
    boxes = [text.get_charbox(n) for n, letter in enumerate(letters) if letter in "BEFHIKLPR"]
    high = min(top - bottom for _, bottom, _, top in boxes if top > bottom)
    assert high >= 5.6 * CAPITAL
    svg = re.search(r'<svg[^>]+width="([\d.]+)pt" height="([\d.]+)pt"', _map_of(written(name)))
    assert svg is not None
    assert (float(svg[1]) > float(svg[2])) == (page.get_width() > page.get_height())


MAP = "Gevinstdiagram"
FOOT = 0.05
"""Below which share of a page's height its title and number stand."""
CAPITAL = 0.698
"""How high a capital letter is in IBM Plex Sans, in text sizes."""


def _map_of(folder: Path) -> str:
    """The picture of the map in the page."""
    page = (folder / "rapport.html").read_text("utf-8")
    return page[page.index('<section id="map"') :]


def structure(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """The tags of a page in reading order, each with its description."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    for n in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        yield from elements(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n))
    pdfium.FPDF_StructTree_Close(tree)


def elements(element: object) -> Iterator[tuple[str, str]]:
    if not element:
        return
    yield (
        told(pdfium.FPDF_StructElement_GetType, element),
        told(pdfium.FPDF_StructElement_GetAltText, element),
    )
    for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from elements(pdfium.FPDF_StructElement_GetChildAtIndex(element, n))


def outline(document: pypdfium2.PdfDocument, above: object) -> Iterator[str]:
    """The titles of the table of contents in order."""
    item = pdfium.FPDFBookmark_GetFirstChild(document, above)
    while item:
        yield told(pdfium.FPDFBookmark_GetTitle, item)
        yield from outline(document, item)
        item = pdfium.FPDFBookmark_GetNextSibling(document, item)


def told(ask: Callable[..., int], element: object) -> str:
    size = ask(element, None, 0)
    if size <= 2:
        return ""
    buffer = create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le")


@pytest.mark.slow
def test_without_typst_there_is_none_and_an_earlier_one_goes(
    saved: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tmp_path / PDF in write_report(saved["own_project"], tmp_path, "en")
    monkeypatch.setattr("game.typeset.document.find_spec", lambda name: None)
    assert tmp_path / PDF not in write_report(saved["own_project"], tmp_path, "en")
    assert not (tmp_path / PDF).exists()


@pytest.mark.slow
def test_a_report_is_written_without_it_where_it_cannot_be_set(
    saved: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fails(*_: object, **__: object) -> None:
        raise TypesetError("it fails", "try again")

    monkeypatch.setattr("game.report.pdf.typeset", fails)
    with pytest.raises(NoPdfError) as told:
        write_report(saved["own_project"], tmp_path, "en")
    there = {path.name for path in told.value.files}
    assert PDF not in there
    assert {"report.html", "registers.xlsx"} <= there == {path.name for path in tmp_path.iterdir()}
    assert str(told.value) == f"All of the report but its PDF is in {tmp_path}. it fails try again"


def test_a_title_with_an_emoji_is_no_reason_for_there_being_none(tmp_path: Path) -> None:
    """It stands in the map too, and in what is read aloud of it."""
    case = staging.case("koebenhavn-pas")
    text = case.source.replace(case.title.en, f"{case.title.en} 🚢").replace(
        case.title.da, f"{case.title.da} 🚢"
    )
    session = staging.begin(tmp_path, 2, 3, of=parse(text, "ship.toml"))
    staging.play(session, staging.by("method"), lambda s: s.round == 2)
    session.close()
    for lang in LANGS:
        assert any(p.suffix == ".pdf" for p in write_report(session.path, tmp_path / lang, lang))
