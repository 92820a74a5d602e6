"""The benefit map: complete, nothing on top of anything else, nothing outside the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from game.engine import TRACKS
from game.gui.theme import contrast
from game.i18n import words
from game.pictures import letters_of, named, runs
from game.report.benefit_map import BETWEEN, BenefitMap, map_of
from game.report.columns import code_text
from game.report.file_names import file_name
from game.report.map_drawing import BANDS, INK, ON_BAND, PAPERS, QUIET, RISK, RISK_PAPER, STROKES
from game.report.map_layout import BAND, MARGIN, SIZES, MapPage, NodeBox, lay_out
from game.report.map_text import wrap
from game.report.rows import EdgeRow, NodeRow
from game.vector import width
from tests.effort import examples

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Sagsbehandlingstidsforkortelsesprojektstyregruppemødereferat"


def drawn(ideas: int, benefits: list[int], risks: int, name: str, picture: str = "") -> BenefitMap:
    """A made-up map; ``benefits`` has the number on each track. Each card has the picture."""
    nodes = [NodeRow(f"F-{n}", "purpose", t, name, "1 → 2", "") for n, t in enumerate(TRACKS, 1)]
    edges = []
    letters = [chr(65 + n) for n in range(ideas)]
    ids = iter(range(1, 100))
    for n, (track, count) in enumerate(zip(TRACKS, benefits, strict=True), 1):
        for _ in range(count):
            number = next(ids)
            letter = letters[number % ideas]
            nodes.append(NodeRow(f"G-{number}", "benefit", track, name, "4 → 3", name))
            nodes.append(NodeRow(f"M-{number}", "result", track, name, "160 → 60", ""))
            edges.append(EdgeRow(f"C-{letter}", f"M-{number}", "gives"))
            edges.append(EdgeRow(f"M-{number}", f"G-{number}", "gives"))
            edges.append(EdgeRow(f"G-{number}", f"F-{n}", "gives"))
    for letter in letters:
        nodes.append(NodeRow(f"C-{letter}", "change", "citizen", name, "", ""))
        nodes.append(NodeRow(letter, "idea", "citizen", name, "proven", ""))
        edges.append(EdgeRow(letter, f"C-{letter}", "gives"))
    for n in range(risks):
        nodes.append(NodeRow(f"R-{n}", "risk", "economy", name, "5 × 4 = 20", ""))
        edges.append(EdgeRow(f"R-{n}", letters[n % ideas], "threatens"))
    cards = ("benefit", "idea", "risk")
    pictured = [replace(n, picture=picture) if n.kind in cards else n for n in nodes]
    return BenefitMap(tuple(pictured), tuple(edges))


def mind(page: MapPage, benefit_map: BenefitMap) -> None:
    """What must hold of every picture."""
    assert set(page.nodes) == {node.id for node in benefit_map.nodes}
    assert {node.size for node in page.nodes.values()} <= {*SIZES}
    for node in page.nodes.values():
        place = node.place
        assert place.x >= MARGIN - 0.1
        assert place.right <= page.width - MARGIN + 0.1
        assert place.y >= MARGIN
        assert place.bottom <= page.height - MARGIN
    for a, b in combinations(page.nodes.values(), 2):
        p, q = a.place, b.place
        apart = p.right <= q.x or q.right <= p.x or p.bottom <= q.y or q.bottom <= p.y
        assert apart, (a.node.id, b.node.id)


def stands_free(node: NodeBox) -> None:
    """The picture of a card is within its box, and covers neither its text nor its letters."""
    place, picture = node.place, node.picture
    if picture is None:
        assert node.node.kind in ("purpose", "result", "change")
        return
    assert place.x < picture.x
    assert place.y < picture.y
    assert picture.bottom < place.bottom
    assert picture.right <= node.left + 0.1
    if picture.x > place.x + BAND - 2:
        return  # beside its name, where there are no letters
    if node.node.kind == "idea":
        assert picture.bottom < place.middle + 8 - 11 * 0.36
    else:
        assert place.y + 12 < picture.y
        assert picture.bottom < place.bottom - 4 - 7 * 0.72


def test_the_pictures_stand_beside_their_names_in_every_file(written) -> None:
    for lang in ("da", "en"):
        folder = written("finished", lang)
        svg = (folder / file_name(lang, "map.svg")).read_text("utf-8")
        root = ET.fromstring(svg)
        found = [g for g in root.iter(f"{SVG}g") if g.get("class") == "picture"]
        page = (folder / file_name(lang, "report.html")).read_text("utf-8")
        assert found
        assert page.count('class="picture" transform') == len(found)
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids))


def test_a_card_without_a_picture_keeps_the_room_for_its_name() -> None:
    for picture in ("", "no emoji"):
        page = lay_out(drawn(2, [1, 1, 0, 0], 1, "Kort", picture), words("da"))
        assert all(node.picture is None for node in page.nodes.values())
    with_one = lay_out(drawn(2, [1, 1, 0, 0], 1, "Kort", "🚲"), words("da"))
    assert with_one.nodes["G-1"].left > page.nodes["G-1"].left


@pytest.mark.parametrize(
    ("name", "lang", "told"),
    [
        ("🚲 Cykler til alle 👩🏽‍⚕️", "da", "Cykler til alle"),
        ("Kaffe ☕ kl. 10", "en", "Kaffe kl. 10"),
        ("☎️🚲", "da", "telefon cykel"),
        ("☎️🚲", "en", "telephone bicycle"),
        ("👩‍👩‍👧 Familier", "da", "Familier"),
        ("👩‍👩‍👧", "da", "kvinde kvinde pige"),
    ],
)
def test_emoji_have_no_place_among_letters_that_a_font_draws(name, lang, told) -> None:
    page = lay_out(drawn(2, [1, 1, 0, 0], 1, name), words(lang))
    for node in page.nodes.values():
        assert " ".join(node.text[0].lines) == told, node.node.kind
    assert wrap(name, 100, "regular", lang) == [told]


@pytest.mark.slow
@settings(max_examples=examples(30))
@given(
    ideas=st.integers(1, 16),
    benefits=st.tuples(*[st.integers(0, 8)] * 4),
    risks=st.integers(0, 16),
    name=st.sampled_from(["Kort", LONG, "Kortere tid med kølappen i hånden " * 3]),
)
def test_no_two_nodes_meet_and_none_leaves_the_page(ideas, benefits, risks, name) -> None:
    benefit_map = drawn(ideas, list(benefits), risks, name, "🚲")
    page = lay_out(benefit_map, words("da"))
    mind(page, benefit_map)
    for node in page.nodes.values():
        stands_free(node)


@pytest.mark.slow
def test_the_text_of_every_node_stays_inside_it() -> None:
    for benefits in ([1, 0, 2, 1], [8, 7, 8, 7]):
        page = lay_out(drawn(9, benefits, 16, LONG, "🚲"), words("da"))
        for node in page.nodes.values():
            for part in node.text:
                for line in part.lines:
                    assert width(line, part.weight) * node.size <= node.place.right - node.left


def test_a_small_map_lies_across_and_a_full_one_stands() -> None:
    name = "Kortere tid med kølappen i hånden"
    small = lay_out(drawn(3, [1, 1, 1, 1], 2, name), words("da"))
    full = lay_out(drawn(9, [8, 7, 8, 7], 16, name), words("da"))
    assert small.width > small.height
    assert full.width < full.height
    assert min(sizes(small)) > min(sizes(full)) >= 6


def sizes(page: MapPage) -> set[float]:
    """The sizes of the texts of a map."""
    return {node.size for node in page.nodes.values()}


def test_a_column_with_room_for_it_has_larger_text_and_breaks_no_word_for_it() -> None:
    full = drawn(9, [8, 7, 8, 7], 16, "Kortere ventetid på Borgerservice")
    page = lay_out(full, words("da"))
    by_kind = {
        node.node.kind: {n.size for n in page.nodes.values() if n.node.kind == node.node.kind}
        for node in page.nodes.values()
    }
    assert all(len(found) == 1 for found in by_kind.values())
    assert len(sizes(page)) > 1
    least = lay_out(full, words("da"), sizes=SIZES[:1])
    assert ends_within_words(page) == ends_within_words(least)


def ends_within_words(page: MapPage) -> int:
    """How many lines of a map end within a word."""
    lines = (line for node in page.nodes.values() for part in node.text for line in part.lines)
    return sum(line.endswith("-") for line in lines)


@pytest.mark.parametrize("kind", ["finished", "own_project"])
def test_what_came_of_a_downside_is_told_and_red_only_where_something_is_left_to_do(
    kind, opened
) -> None:
    source, found = opened(kind, "da")
    rows = {row.id: row for row in found.benefits}
    nodes = map_of(source, found).of("benefit")
    downsides = [node for node in nodes if rows[node.id].sign == "disbenefit"]
    assert downsides
    for node in nodes:
        row = rows[node.id]
        if node not in downsides:
            assert node.lacking == (not row.owner)
        elif source.case.own_project:
            assert node.lacking == (not row.amends)
        else:
            assert node.below == code_text(words("da"), row.play)
            assert node.lacking == (row.play == "came_true")
    assert "ingen ejer endnu" not in {node.below for node in downsides}


@settings(max_examples=examples(150))
@given(st.text(max_size=120), st.floats(5, 40))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, across: float) -> None:
    """Emoji are no letters: they are pictures, and named where nothing else is written."""
    whole = "".join((letters_of(text) or _named(text)).split())
    lines = wrap(text, across, "regular", "da")
    assert all(width(line) <= across + 1.1 or len(line) <= 2 for line in lines)
    assert "".join("".join(lines).split()).replace("-", "") == whole.replace("-", "")


def _named(text: str) -> str:
    return " ".join(named(run.picture, "da") for run in runs(text) if run.picture)


# ------------------------------------------------------------------ of real games
@pytest.mark.parametrize("kind", ["finished", "stopped_early", "own_project"])
def test_the_map_of_a_game_is_whole(kind, opened) -> None:
    source, found = opened(kind, "da")
    benefit_map = map_of(source, found)
    nodes = {node.id: node for node in benefit_map.nodes}
    assert len(nodes) == len(benefit_map.nodes)
    for edge in benefit_map.edges:
        assert {edge.source, edge.target} <= nodes.keys()
    for node in benefit_map.of("benefit"):
        chain = _back(benefit_map, node.id)
        assert [nodes[id].kind for id in chain] == ["result", "change", "idea"]
    on_table = {row.id for row in found.benefits if row.status != "shelved"}
    assert {node.id for node in benefit_map.of("benefit")} == on_table
    mind(lay_out(benefit_map, words("da")), benefit_map)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("kind", ["finished", "own_project"])
def test_the_owner_of_a_benefit_stands_whole_on_the_map(kind, lang, opened) -> None:
    source, found = opened(kind, lang)
    page = lay_out(map_of(source, found), words(lang))
    owned = [drawn for drawn in page.nodes.values() if drawn.node.kind == "benefit"]
    assert any(len(under(drawn)) > 1 for drawn in owned), "none is long enough to be cut"
    for drawn in owned:
        assert squashed(*under(drawn)) == squashed(drawn.node.below)


def test_where_role_and_name_have_no_room_the_owner_is_named() -> None:
    full = drawn(9, [8, 7, 8, 7], 16, "Kortere tid")
    owner = f"Borgerens stemme + Medarbejder i skranken{BETWEEN}Henriette-Marie"
    nodes = [replace(n, below=owner) if n.kind == "benefit" else n for n in full.nodes]
    page = lay_out(BenefitMap(tuple(nodes), full.edges), words("da"))
    benefits = [drawn for drawn in page.nodes.values() if drawn.node.kind == "benefit"]
    assert {tuple(under(drawn)) for drawn in benefits} == {("Henriette-Marie",)}


def under(drawn: NodeBox) -> list[str]:
    """What stands below the title of a node, line by line."""
    return [line for part in drawn.text if part.quiet for line in part.lines]


def squashed(*lines: str) -> str:
    """Lines without spaces, hyphens and what stands between a role and a name."""
    return re.sub(r"[\s·-]", "", "".join(lines))


def _back(benefit_map: BenefitMap, id: str) -> list[str]:
    before = {edge.target: edge.source for edge in benefit_map.edges if edge.kind == "gives"}
    chain = []
    while id in before:
        id = before[id]
        chain.append(id)
    return chain


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["finished", "own_project"])
def test_the_picture_is_one_image_with_real_text_and_no_network(kind, written) -> None:
    root = ET.fromstring((written(kind) / "gevinstdiagram.svg").read_text("utf-8"))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title") is not None
    assert root.find(f"{SVG}desc") is not None
    said = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert "Formål" in said
    assert "Gevinst" in said
    assert not list(root.iter(f"{SVG}script"))
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.endswith("href"):
                assert value.startswith("#")


@pytest.mark.slow
def test_the_png_is_a4_at_a_size_for_slides(written) -> None:
    data = (written("finished") / "gevinstdiagram.png").read_bytes()
    picture = Image.open(BytesIO(data))
    assert picture.size == pytest.approx((1654, 2339), abs=2)
    assert picture.info["Software"] == "Gevinstbordet"
    assert len(data) < 700_000
    grey = picture.convert("L").getextrema()
    assert grey[0] < 60
    assert grey[1] == 255


def test_the_maps_colours_can_be_read_and_told_from_paper() -> None:
    def rgb(colour: str) -> tuple[int, int, int]:
        r, g, b = bytes.fromhex(colour[1:])
        return (r, g, b)

    white = (255, 255, 255)
    for track in TRACKS:
        assert contrast(rgb(ON_BAND[track]), rgb(BANDS[track])) >= 4.5
        assert contrast(rgb(STROKES[track]), white) >= 3
        for ink in (INK, QUIET, RISK):
            assert contrast(rgb(ink), rgb(PAPERS[track])) >= 4.5
    assert contrast(rgb(QUIET), rgb(RISK_PAPER)) >= 4.5


def test_the_page_and_all_files_together_are_small_enough_to_be_sent(written) -> None:
    folder: Path = written("finished")
    assert (folder / "rapport.html").stat().st_size < 700_000
    assert sum(path.stat().st_size for path in folder.iterdir()) < 2_500_000
