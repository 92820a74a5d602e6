"""The page: one file without network, well formed, escaped, readable by those who only listen."""

from __future__ import annotations

import re
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from game.content import parse
from game.engine import actions as act
from game.gui.theme import contrast
from game.i18n import words
from game.report import write_report
from game.report.file_names import file_name
from game.report.fonts import PARTS
from game.report.page import PLAYED
from game.report.page_debrief import phases, rounds
from game.report.source import open_session
from game.resources import ASSETS
from game.session import ItemDraft, Session
from game.wording.debrief_texts import PHASES, phase_lead, phase_name, questions_at_home
from tests import staging
from tests.anonymity.speaking import texts_of
from tests.report.cut_fonts import FOLDER, cut
from tests.report.reading import MapPage
from tests.report.sessions import EMOJI, FORMULA, SCRIPT

pytestmark = pytest.mark.slow

KINDS = ("finished", "stopped_early", "own_project")


@pytest.fixture(scope="module", params=[(k, lang) for k in KINDS for lang in ("da", "en")])
def page(request, written) -> MapPage:
    kind, lang = request.param
    return MapPage((written(kind, lang) / file_name(lang, "report.html")).read_text("utf-8"))


def test_headings_lead_down_without_a_step_missing(page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_a_caption_and_headings(page) -> None:
    assert len(page.tables) >= 6
    for table in page.tables:
        assert table["caption"]
        assert table["col"] > 1
        assert table["row"] == table["rows"] - 1


def test_every_picture_is_told_in_words(page) -> None:
    titles = {attributes.get("aria-label") for attributes in page.of("svg")}
    for tag, attributes in page.tags:
        if tag == "svg" and attributes.get("class") != "pic":  # a card's stands beside its name
            assert attributes.get("role") == "img"
    assert len([label for label in titles if label]) >= 4
    cards = [attributes for attributes in page.of("svg") if attributes.get("class") == "pic"]
    assert all(attributes.get("aria-hidden") == "true" for attributes in cards)
    assert "title" in {tag for tag, _ in page.tags}


def test_nothing_is_loaded_and_nothing_runs(page) -> None:
    assert not page.of("script", "link", "iframe", "object", "embed", "img", "form", "base")
    for tag, attributes in page.tags:
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            if name in ("href", "src", "xlink:href"):
                assert (value or "").startswith("#"), (tag, value)
    policy = next(a["content"] for a in page.of("meta") if "http-equiv" in a)
    assert policy.startswith("default-src 'none'")


def test_links_lead_somewhere_and_ids_are_there_once(page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if attributes.get("id")]
    assert len(set(ids)) == len(ids)
    for attributes in page.of("a"):
        assert attributes["href"][1:] in ids
    for _, attributes in page.tags:
        for name in ("aria-labelledby", "xlink:href"):
            if attributes.get(name):
                assert attributes[name].lstrip("#") in ids


def test_the_page_has_all_its_parts(page) -> None:
    ids = {attributes.get("id") for attributes in page.of("section")}
    parts = "result checks benefits risks map claimed rounds moments roles debrief"
    assert set(parts.split()) <= ids


def test_what_the_checklist_asks_for_has_its_place(opened, written) -> None:
    """Where nobody has an owner yet, the log of risks has a column for one all the same."""
    _, found = opened("finished", "en")
    assert found.live_risks
    assert not any(risk.owner for risk in found.risks)
    page = MapPage((written("finished", "en") / file_name("en", "report.html")).read_text("utf-8"))
    assert "Risk owner" in page.text


def test_every_heading_has_something_under_it(page) -> None:
    """Between the heading of a part and what comes after it, something is said or drawn."""
    nothing = r"(?:\s|<(?!h3|svg|img)[^>]*>)*"
    assert not re.findall(rf"<h3[^>]*>([^<]*)</h3>{nothing}(?=<h3|</section)", page.source)


@pytest.mark.parametrize("kind", KINDS)
def test_the_two_languages_say_the_same_in_their_own_words(kind, written) -> None:
    danish, english = (
        MapPage((written(kind, lang) / name).read_text("utf-8"))
        for lang, name in (("da", "rapport.html"), ("en", "report.html"))
    )
    shape = [[tag for tag, _ in page.tags if tag not in ("path", "g", "use", "defs", "text", "br")]
             for page in (danish, english)]  # fmt: skip
    assert abs(len(shape[0]) - len(shape[1])) < 0.02 * len(shape[0])
    same = {text for text in danish.text if text in set(english.text) and len(text) > 14}
    own_words = {text for text in same if not re.search("G-|R-|[→·]", text)}
    if kind != "own_project":
        assert own_words <= {"Her blev Ane i tvivl"}
    attributes = danish.of("html")[0]["lang"], english.of("html")[0]["lang"]
    assert attributes == ("da", "en")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_groups_report_has_its_questions_where_they_are_asked_and_no_facilitators_notes(
    opened, written, lang
) -> None:
    source, found = opened("finished", lang)
    page = MapPage((written("finished", lang) / file_name(lang, "report.html")).read_text("utf-8"))
    said = " ".join(page.text)
    notes = source.case.notes.read(lang)
    assert notes
    assert not [line for line in re.split(r"(?<=[.?!]) ", notes) if line in said]
    by_phase = {phase.name: phase.items for phase in phases(source, found, [])}
    t = words(lang)
    assert by_phase[phase_name(t, "relate")] == questions_at_home(t, source.case, found.result)
    assert not [p for p in PHASES if phase_lead(t, p) in said]


# ------------------------------------------------------------------ hostile words
def test_hostile_words_are_shown_and_do_nothing(written) -> None:
    folder: Path = written("own_project")
    page = MapPage((folder / "rapport.html").read_text("utf-8"))
    shown = " ".join(page.text)
    assert SCRIPT in shown
    assert FORMULA in shown
    assert EMOJI in shown
    assert not page.of("script", "b") or not any(a for a in page.of("script"))
    for name in ("rapport.html", "gevinstdiagram.svg"):
        assert "<script" not in (folder / name).read_text("utf-8")


def test_an_amount_of_kroner_is_told_without_its_oere(written) -> None:
    page = MapPage((written("finished") / "rapport.html").read_text("utf-8"))
    amounts = [text for text in page.text if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", text)]
    assert amounts
    assert not [text for text in amounts if "," in text]


def test_an_unfinished_game_says_so(written) -> None:
    text = (written("stopped_early", "en") / "report.html").read_text("utf-8")
    assert "The game is not over: this is how it stands in round 3" in text
    assert "So far: " in text
    assert "The game is not over" not in (written("finished", "en") / "report.html").read_text()


def test_what_was_said_after_the_game_is_in_the_debrief(saved, tmp_path) -> None:
    path = tmp_path / "after.jsonl"
    shutil.copy(saved["finished"], path)
    with Session.resume(path, parse) as session:
        session.check_in(0, "spændt", 4)
        step = session.action_item(ItemDraft("Mål nulpunktet <to uger>", "Ane", date(2027, 3, 1)))
        session.note(step.item, "Målt: 44 min, siger Bodil")
    write_report(path, tmp_path / "out", "da", moods=True)
    page = MapPage((tmp_path / "out" / "rapport.html").read_text("utf-8"))
    shown = " ".join(page.text)
    assert "4/5 · spændt" in shown
    assert "Mål nulpunktet <to uger> (Ane, 01-03-2027)\n→ Målt: 44 min, siger Bodil" in shown
    assert "Det, I selv har skrevet, står, som I skrev det, også med de navne" in shown
    write_report(path, tmp_path / "filed", "da")
    assert not [where for where, text in texts_of(tmp_path / "filed") if "spændt" in text]


def headings(folder: Path) -> list[str]:
    (page,) = folder.glob("*.html")
    text = page.read_text("utf-8")
    return re.findall(r'<h2 id="h-\w+">([^<]+)</h2>', text)


def test_an_own_project_says_what_it_is_and_tells_play_last(written) -> None:
    folder = written("own_project", "en")
    text = (folder / "report.html").read_text("utf-8")
    assert "nothing of it has happened yet" in text
    assert "its figures are an example" not in text
    played = [name.startswith("In play: ") for name in headings(folder)]
    assert played == sorted(played)
    assert sum(played) == len(PLAYED)
    assert text.index('class="in-play"') > text.index('id="map"')


def test_a_case_is_one_story_and_says_that_it_is_an_example(written) -> None:
    folder = written("finished", "en")
    text = (folder / "report.html").read_text("utf-8")
    assert "its figures are an example" in text
    assert "nothing of it has happened yet" not in text
    assert headings(folder)[0] == "The result"
    assert not any(name.startswith("In play: ") for name in headings(folder))


# ------------------------------------------------------------------ how it looks
def style() -> str:
    return (ASSETS / "report" / "style.css").read_text("utf-8")


def colours() -> dict[str, tuple[int, int, int]]:
    found = re.findall(r"--(\w+): #([0-9a-f]{6})", style())
    return {name: tuple(bytes.fromhex(hex_)) for name, hex_ in found}


def test_text_can_be_read_on_what_it_stands_on() -> None:
    of = colours()
    white, black = (255, 255, 255), (10, 13, 15)
    pairs = [
        (of["ink"], of["paper"]),
        (of["quiet"], of["paper"]),
        (of["felt"], of["paper"]),
        (of["felt"], of["soft"]),
        (of["good"], of["paper"]),
        (of["bad"], of["paper"]),
        (of["ink"], of["soft"]),
        (white, of["felt"]),
        (black, of["citizen"]),
        (black, of["process"]),
        (white, of["economy"]),
        (black, of["employee"]),
    ]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink, ground)


def test_every_colour_of_text_is_one_of_those(written) -> None:
    used = set(re.findall(r"(?<![-\w])color: ([^;]+);", style()))
    known = {f"var(--{name})" for name in ("ink", "quiet", "felt", "good", "bad")}
    assert used <= {*known, "#ffffff", "#0a0d0f", "inherit"}


def test_lines_and_shapes_can_be_told_from_paper() -> None:
    of = colours()
    for name in ("bad", "good", "accent", "felt"):
        assert contrast(of[name], of["paper"]) >= 3


def test_it_is_set_up_for_paper() -> None:
    assert "@page { size: A4;" in style()
    assert "display: table-header-group" in style()


@pytest.mark.parametrize("part", PARTS.values())
def test_the_letters_are_cut_out_of_the_tables_fonts(part) -> None:
    assert cut(part) == (FOLDER / part).read_bytes(), "run: python -m tests.report.cut_fonts"


def test_corrections_and_what_was_undone_after_it_had_been_seen_are_said(tmp_path) -> None:
    session = staging.begin(tmp_path, 4, 3, of=staging.case().at("gentle"))
    session.do(act.Correct("capacity", 1, "Direktøren gav en dag mere"))
    session.close()
    write_report(session.path, tmp_path / "out", "en")
    text = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "The facilitator made 1 correction." in text
    assert "Level: Room to learn." in text


def test_ideas_that_were_realised_are_named_whole_round_by_round(tmp_path: Path) -> None:
    """There is room below each other: a name is cut only where a line has none."""
    played = staging.play(
        staging.begin(tmp_path, 7, 4, of=staging.case("broenderslev-ungecenter")),
        staging.by("rush"),
        lambda s: False,
    )
    source = open_session(played.path, words("en"))
    told = " ".join(round_.text for round_ in rounds(source))
    realised = [source.names.idea(i) for story in source.debrief.rounds for i in story.realised]
    assert max(map(len, realised)) > 28
    assert all(f"“{name}”" in told for name in realised)
