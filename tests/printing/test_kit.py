"""The kit: it fits, its backs match, the truth stands nowhere but in the sealed part."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from game.content import Case, load
from game.content.case import Prose
from game.i18n import LANGS, Lang, words
from game.printing import write_kit
from game.printing.board import board
from game.printing.kit import INDEX, documents, guide_of, kit
from game.report import ReportError
from game.report.file_names import file_name
from game.resources import SCENARIOS
from game.typeset import Pdf, typeset
from tests.effort import in_turns, sampled
from tests.wording.cases import tiny_case

pytest.importorskip("typst")

MM = 72 / 25.4
WIDE, A4 = 63 * MM, 210 * MM
CASES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))
BOTH_SIDES = ("cards.pdf", "reference.pdf", "sealed.pdf")


def case_of(name: str) -> Case:
    return load(SCENARIOS / f"{name}.toml").as_usual


@cache
def first_game(lang: Lang) -> dict[str, Pdf]:
    return kit(case_of("foerste-spil"), words(lang))


def pages_of(pdf: Pdf) -> Iterator[pypdfium2.PdfTextPage]:
    for page in pypdfium2.PdfDocument(pdf.data):
        yield page.get_textpage()


def text_of(pdf: Pdf) -> str:
    return "\n".join(page.get_text_bounded() for page in pages_of(pdf))


def places(page: pypdfium2.PdfTextPage, text: str) -> list[tuple[float, float]]:
    """The middle of each place at which a text stands on a page, in points."""
    found, search = [], page.search(text, match_case=True)
    while (hit := search.get_next()) is not None:
        left, low, _, top = page.get_charbox(hit[0])
        *_, end, _ = page.get_charbox(hit[0] + hit[1] - 1)
        found.append(((left + end) / 2, (low + top) / 2))
    return found


# ------------------------------------------------------------------ what is in it
@pytest.mark.parametrize("lang", LANGS)
def test_it_has_every_file_and_each_fits(lang: Lang) -> None:
    found = first_game(lang)
    assert list(found) == [
        *("guide.pdf", "board-a3.pdf", "board-a4.pdf", "cards.pdf", "sheets.pdf"),
        *("reference.pdf", "rules.pdf", "forms.pdf", "sealed.pdf"),
    ]
    assert not [(name, pdf.unfitting) for name, pdf in found.items() if pdf.unfitting]
    assert all(len(pypdfium2.PdfDocument(pdf.data)) == pdf.pages for pdf in found.values())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "lang"),
    [(name, lang) for n, name in enumerate(sampled(CASES, 1)) for lang in in_turns(LANGS, n)],
)
def test_every_text_of_every_case_fits_its_place(name: str, lang: Lang) -> None:
    found = kit(case_of(name), words(lang))
    assert not [(file, pdf.unfitting) for file, pdf in found.items() if pdf.unfitting]
    assert all(found[file].pages % 2 == 0 for file in BOTH_SIDES)
    assert (found["board-a3.pdf"].pages, found["board-a4.pdf"].pages) == (1, 2)


@pytest.mark.parametrize("lang", LANGS)
def test_every_card_is_there(lang: Lang) -> None:
    case, printed = (
        case_of("foerste-spil"),
        " ".join(text_of(first_game(lang)["cards.pdf"]).split()),
    )
    for deck in (case.ideas, case.benefits, case.risks, case.events, case.roles):
        for card in deck.values():
            first = card.name.read(lang).split()[0]
            assert first in printed


def test_a_word_wider_than_a_card_is_broken_and_no_other_is() -> None:
    name = "Kompetenceudviklingsforløb i Hjemmesygeplejedokumentation"
    case = case_of("foerste-spil")
    id, text = next(iter(case.ideas.items()))
    long = replace(text, name=Prose(name, name), text=Prose("En besparelsesopgave " * 4, ""))
    longer = replace(case, ideas={**case.ideas, id: long})
    page = next(pages_of(typeset(documents(longer, words("da"))["cards.pdf"])))
    for begins, ends in (("Kompetence", "forløb"), ("Hjemmesyge", "dokumentation")):
        (_, first), (_, last) = places(page, begins)[0], places(page, ends)[0]
        assert last < first, "the rest of the word stands on a line of its own"
    assert page.get_text_bounded().count("besparelsesopgave") == 4


def test_a_text_that_is_too_long_is_named_with_its_card() -> None:
    case = case_of("foerste-spil")
    id, text = next(iter(case.ideas.items()))
    long = replace(text.text, da="Tekst " * 200, en="Text " * 200)
    longer = replace(case, ideas={**case.ideas, id: replace(text, text=long)})
    found = typeset(documents(longer, words("en"))["cards.pdf"])
    assert found.unfitting == (f"ideas {id}",)


def test_the_sizes_of_paper_are_right() -> None:
    found = first_game("da")
    sizes = {
        name: {tuple(round(side / MM) for side in page.get_size()) for page in document}
        for name, pdf in found.items()
        if (document := pypdfium2.PdfDocument(pdf.data))
    }
    assert sizes.pop("board-a3.pdf") == {(420, 297)}
    assert set.union(*sizes.values()) == {(210, 297)}


@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_lies_across_the_seam_of_the_board(lang: Lang) -> None:
    (page,) = pages_of(first_game(lang)["board-a3.pdf"])
    seam = 210 * MM
    boxes = [page.get_charbox(n) for n in range(page.count_chars())]
    assert len(boxes) > 300
    assert [box for box in boxes if box[0] < seam < box[2]] == []


# ------------------------------------------------------------------ fronts and backs
def test_cards_have_the_size_of_poker_cards() -> None:
    page = next(pages_of(first_game("en")["cards.pdf"]))
    at = sorted({round(x) for x, _ in places(page, "Maturity")})
    names = sorted({round(y) for _, y in places(page, "Maturity")}, reverse=True)
    assert at[-1] - at[0] > WIDE
    assert any(abs(a - b - 88 * MM) < 2 for a in names for b in names)


def test_the_back_of_each_card_lies_behind_its_front() -> None:
    """Seen through the paper the columns change sides, when it is turned on its long edge."""
    pages = list(pages_of(first_game("en")["cards.pdf"]))
    mixed = 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        fronts = {what: cells(front, what) for what in ("Risk", "Event", "Role", "Aim")}
        backs = {what: mirrored(cells(back, what)) for what in fronts}
        mixed += sum(1 for found in fronts.values() if found) > 1
        assert fronts == backs
    assert mixed, "on no sheet do two kinds of cards lie beside each other"


def cells(page: pypdfium2.PdfTextPage, what: str) -> set[tuple[int, int]]:
    """The columns and rows of the sheet in which a kind of card is named."""
    margin, low = (A4 - 3 * WIDE) / 2, (297 - 3 * 88) / 2 * MM
    return {(int((x - margin) // WIDE), int((y - low) // (88 * MM))) for x, y in places(page, what)}


def mirrored(found: set[tuple[int, int]]) -> set[tuple[int, int]]:
    return {(2 - column, row) for column, row in found}


def test_the_cover_of_a_slip_lies_behind_its_truth() -> None:
    case = case_of("foerste-spil")
    pages = list(pages_of(first_game("en")["sealed.pdf"]))[2:]
    names = [text.name.read("en") for text in case.ideas.values()]
    found = 0
    for inside, cover in zip(pages[::2], pages[1::2], strict=True):
        for name in names:
            if at := places(inside, name):
                (behind,) = places(cover, name)
                assert (at[0][0] < A4 / 2) == (behind[0] > A4 / 2)
                found += 1
    assert found == len(names)


@pytest.mark.parametrize(
    ("decks", "at_first", "later"),
    [
        ((20, 24, 20), "8 ideas, then 8 benefits, then 8 risks", "deal 4 of each deck, as at the"),
        ((9, 8, 8), "8 ideas, then 8 benefits, then 8 risks", "at the start, as long as it lasts"),
        ((8, 6, 1), "8 ideas, then 6 benefits, then 1 risk,", ""),
        ((3, 0, 2), "Deal 3 ideas, then 2 risks,", ""),
    ],
)
def test_the_guide_deals_only_cards_that_there_are(
    decks: tuple[int, int, int], at_first: str, later: str
) -> None:
    case = case_of("koebenhavn-pas")
    ideas, benefits, risks = decks
    some = replace(
        case.setup,
        ideas=(case.setup.ideas * 2)[:ideas],
        benefits=(case.setup.benefits * 2)[:benefits],
        risks=(case.setup.risks * 2)[:risks],
    )
    rows = guide_of(replace(case, setup=some), words("en"), dict.fromkeys(first_game("en"), 1))
    told = json.dumps(rows.data, default=str)
    assert at_first in told
    assert later in told
    assert ("At the next" in told) == bool(later)


# ------------------------------------------------------------------ secrets and strangers
def test_the_truth_stands_nowhere_but_in_the_sealed_part() -> None:
    case = case_of("foerste-spil")
    ideas = tuple(
        replace(card, effects={"economy": (-6, 6)}, risks=card.risks[:0])
        for card in case.setup.ideas
    )
    other = replace(case, setup=replace(case.setup, ideas=ideas))
    first, second = documents(case, words("en")), documents(other, words("en"))
    assert [name for name, document in first.items() if document != second[name]] == ["sealed.pdf"]
    pages = dict.fromkeys(first, 1)
    assert guide_of(case, words("en"), pages) == guide_of(other, words("en"), pages)


def test_names_that_look_like_markup_are_printed_as_they_stand() -> None:
    odd = ' #panic("x") $a *b _c \\ ] [ <d> @e'
    found = documents(tiny_case(longer=odd), words("en"))
    for name in ("cards.pdf", "sheets.pdf", "sealed.pdf"):
        assert '#panic("x")' in " ".join(text_of(typeset(found[name])).split()), name


# ------------------------------------------------------------------ on the disk
def test_it_is_written_once_and_again_but_never_over_what_somebody_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, t = case_of("foerste-spil"), words("da")
    monkeypatch.setattr("game.printing.kit.kit", lambda case, t: first_game("da"))
    kit_ = write_kit(case, tmp_path, t)
    called = {file_name("da", name) for name in first_game("da")}
    assert {file.name for file in kit_.files} == {*called, INDEX}
    index = json.loads((tmp_path / INDEX).read_text("utf-8"))
    assert index["pages"] == dict(kit_.pages)
    page = (SCENARIOS.parent / "docs" / "print.da.md").read_text("utf-8")
    assert not [file.name for file in kit_.files if f"`{file.name}`" not in page]
    write_kit(case, tmp_path, t)
    (tmp_path / "regler.pdf").write_bytes(b"mine")
    with pytest.raises(ReportError, match=r"regler\.pdf"):
        write_kit(case, tmp_path, t)
    assert (tmp_path / "regler.pdf").read_bytes() == b"mine"


def test_past_what_can_be_measured_the_board_tells_a_limit_once() -> None:
    """No number stands under two points: nobody asks what those between them are worth."""
    for name in CASES:
        for track in board(words("en"), case_of(name))["tracks"]:
            told = [measured for _, _, measured in track["cells"] if measured]
            assert len(set(told)) == len(told), (name, track["track"])
            assert {text for text in told if text[0] in "<>"} <= {told[0], told[-1]}
