"""A group's own project becomes a scenario file, and is read back from it unchanged."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import Prose, check, load, parse
from game.content import own_project as own
from game.content.own_project import OwnProject, ProjectIndicator
from game.engine import TRACKS
from game.i18n import LANGS
from game.letters import cleaned, shown
from tests.effort import examples

TEMPLATE = own.TEMPLATE.read_text(encoding="utf-8")
CASE = load(own.TEMPLATE)


def written(project: OwnProject, lang: str = "da", onto: str = TEMPLATE) -> str:
    return own.write(project, onto, "en" if lang == "en" else "da")


# ------------------------------------------------------------------ whatever people type
def texts(most: int, *, lines: bool = False) -> st.SearchStrategy[str]:
    """What may be typed: any letter at all, and often those that TOML has to mind."""
    odd = st.sampled_from(
        ['"', "\\", "'''", '"""', "æøå", "#", "=", "[x]", "\t", "\x00", "€", "😀"]
    )
    plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=most)
    mixed = st.lists(st.one_of(odd, plain)).map("".join)
    return mixed.map(lambda text: (text if lines else text.replace("\n", " "))[:most])


numbers = st.floats(-own.LARGEST, own.LARGEST, allow_nan=False).map(lambda x: round(x, 6))
positive = st.floats(0.01, own.LARGEST, allow_nan=False).map(lambda x: round(x, 6))


def named(most: int) -> st.SearchStrategy[str]:
    return texts(most - 1).map(lambda text: f"N{text}")


@st.composite
def projects(draw: st.DrawFn) -> OwnProject:
    ways = st.tuples(numbers, numbers).filter(lambda way: way[0] != way[1])
    tracks = {}
    for track in TRACKS:
        baseline, target = draw(ways)
        tracks[track] = ProjectIndicator(
            draw(named(own.MAX_TITLE)), draw(texts(own.MAX_UNIT)), baseline, target
        )
    post = st.tuples(named(own.MAX_POST), st.one_of(st.just(0.0), positive))
    return OwnProject(
        title=draw(named(own.MAX_TITLE)),
        about=draw(texts(300, lines=True)),
        announcement=draw(texts(own.MAX_PASSAGE, lines=True)),
        saving=draw(positive),
        unit=draw(named(own.MAX_UNIT)),
        posts=tuple(draw(st.lists(post, min_size=1, max_size=own.MOST_POSTS))),
        tracks=tracks,
        roles={id: draw(named(own.MAX_ROLE)) for id in CASE.roles},
    )


@pytest.mark.slow
@settings(max_examples=examples(80))
@given(projects(), st.sampled_from(LANGS))
def test_what_is_written_is_read_back(project: OwnProject, lang: str) -> None:
    text = written(project, lang)
    case, problems = check(text, "own.toml")
    assert case is not None, "\n".join(map(str, problems))
    assert not [problem for problem in problems if problem.severity == "error"]
    back = own.read(case, "da")
    assert back == own.read(case, "en"), "one text for both languages"
    assert back.posts == tuple((clean(name), value) for name, value in project.posts)
    assert back.saving == project.saving
    assert clean(project.title) == back.title
    assert clean(project.about, lines=True) == back.about
    assert {t: (i.baseline, i.target) for t, i in back.tracks.items()} == {
        t: (i.baseline, i.target) for t, i in project.tracks.items()
    }
    assert own.read(parse(written(back, lang, text), "own.toml"), "da") == back


def clean(text: str, *, lines: bool = False) -> str:
    """As the file keeps it: what can be shown, spaces as plain ones, and none at the ends."""
    text = cleaned(text) if lines else cleaned(text).replace("\n", " ")
    return shown(text).replace("\N{REPLACEMENT CHARACTER}", "").strip()


def test_a_name_that_was_pasted_with_several_lines_is_written_on_one() -> None:
    project = replace(own.read(CASE, "da"), title="Færre\x1dbreve\u2028om året")
    assert own.read(parse(written(project), "own.toml"), "da").title == "Færre breve om året"


# ------------------------------------------------------------------ one that people would write
@pytest.fixture
def project() -> OwnProject:
    return replace(
        own.read(CASE, "da"),
        title='Færre breve, "flere" svar \\ hurtigt',
        about="Første linje.\n\nAnden linje med ''' og \"\"\" og #.",
        posts=(("Løn", 12.5), ("Porto", 0.4)),
    )


def test_what_nobody_changed_stays_in_both_languages(project: OwnProject) -> None:
    case = parse(written(project), "own.toml")
    assert case.title == Prose.of(project.title)
    assert case.roles == CASE.roles
    assert case.tracks == CASE.tracks
    assert case.questions == CASE.questions
    assert (case.prompts, case.events) == (CASE.prompts, CASE.events)
    assert case.setup.rules == CASE.setup.rules
    assert case.economy.posts[0].name == Prose("Løn", "Wages")
    assert [post.value for post in case.economy.posts] == [12.5, 0.4]


def test_it_is_a_case_of_its_own_and_no_template(project: OwnProject) -> None:
    case = parse(written(project), "faerre-breve.toml")
    assert case.own_project
    assert case.id == "faerre-breve"
    assert not case.notes, "the template's notes speak of the template"
    assert "eget projekt" in written(project).splitlines()[0]


def test_what_was_added_by_hand_stays(project: OwnProject) -> None:
    by_hand = written(project).replace(
        'level = "normal"', 'level = "hard"\nid = "mine"\nnotes = "Husk kaffe"'
    )
    case = parse(written(replace(project, title="Ny titel"), "da", by_hand), "x.toml")
    assert (case.level, case.id, case.notes.read("da")) == ("hard", "mine", "Husk kaffe")
    assert case.title.read("en") == "Ny titel"


def test_an_empty_text_is_left_out(project: OwnProject) -> None:
    empty = replace(project, about="", announcement=" \n ")
    data = tomllib.loads(written(empty))
    assert "story" not in data
    assert "announcement" not in data["economy"]


def test_comments_of_a_project_stay_and_those_of_the_template_do_not(project: OwnProject) -> None:
    first = written(project)
    assert "Before the workshop" not in first
    noted = first.replace("[tracks.citizen]", "# agreed with Bo\n[tracks.citizen]")
    again = written(replace(project, title="Another"), onto=noted)
    assert "# agreed with Bo\n[tracks.citizen]" in again
    assert [line for line in again.splitlines() if line not in noted.splitlines()] == [
        'title = "Another"'
    ]


def test_what_was_changed_here_is_brought_onto_what_was_changed_elsewhere() -> None:
    since = own.read(CASE, "en")
    role, other = list(since.roles)[:2]
    here = replace(since, saving=7.0, roles={**since.roles, role: "Here"})
    there = replace(
        since, title="There", saving=8.0, roles={role: "There", other: "There", "new": "New"}
    )
    assert own.brought_onto(there, here, since) == replace(
        there, saving=7.0, roles={role: "Here", other: "There", "new": "New"}
    )


# ------------------------------------------------------------------ files
def test_a_file_is_named_by_its_title_and_takes_no_others_place(tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "sager"
    names = [own.save(f"a = {n}", "Ældre, ø & å!", folder).name for n in range(3)]
    assert names == ["aeldre-oe-aa.toml", "aeldre-oe-aa-2.toml", "aeldre-oe-aa-3.toml"]
    assert own.save("a = 9", "Noget andet", folder, folder / names[1]) == folder / names[1]
    assert [(folder / name).read_text() for name in names] == ["a = 0", "a = 9", "a = 2"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(names), "nothing is left over"


@pytest.mark.parametrize("title", ["CON", "nul", "😀", "../../etc/passwd", "  ", "a" * 60])
def test_no_title_makes_a_name_that_cannot_be_a_file(tmp_path: Path, title: str) -> None:
    path = own.save("a = 1", title, tmp_path)
    assert path.parent == tmp_path
    assert re.fullmatch(r"[a-z][a-z0-9_-]{0,40}\.toml", path.name)
    assert path.stem not in ("con", "nul")


def test_where_nothing_can_be_saved_nothing_is_left_behind(tmp_path: Path) -> None:
    blocked = tmp_path / "cases"
    blocked.write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(OSError, match="cases"):
        own.save("a = 1", "Title", blocked)
    assert [path.name for path in tmp_path.iterdir()] == ["cases"]


def test_spaces_that_were_pasted_keep_words_apart() -> None:
    case = load(own.TEMPLATE)
    project = replace(own.read(case, "da"), title="Ane\u00a0Hansens\u2009indtag")
    assert parse(own.write(project, case.source, "da"), "x.toml").title.da == "Ane Hansens indtag"
