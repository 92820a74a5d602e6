"""A case that is another one in new words: the author is told, and by which file."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import tomli
import tomli_w

from game.content import Problem, check_file, load
from game.content.copies import copy_check
from game.content.toml_values import written as as_toml
from game.resources import SCENARIOS
from game.table.editor.screen import EditorScreen
from game.table.flow.editing import EditFlow
from game.table.preview.watched_file import WatchedFile
from tests.content.scenario_text import MINIMAL
from tests.pictures.studio import nothing
from tests.table.driver import Driver

HERNING = SCENARIOS / "herning-tidlig-indsats.toml"
DEAR = ("cost = 2", "cost = 9")


def told(path: Path) -> list[Problem]:
    _case, problems = check_file(path, extra_checks=[copy_check(path)])
    return [problem for problem in problems if problem.code == "copied_numbers"]


def written(path: Path, *changes: tuple[str, str], called: str = "") -> Path:
    """A case with an id of its own, made from a shipped one; its ideas are ``called`` anew."""
    text = HERNING.read_text(encoding="utf-8")
    for old, new in ((f'id = "{HERNING.stem}"', f'id = "{path.stem}"'), *changes):
        assert old in text
        text = text.replace(old, new, 1)
    head, *ideas = re.split(r"(?=\n\[\[ideas\]\])", text)
    named = [re.sub(r'((?:da|en) = ")', rf"\g<1>{called}", idea, count=2) for idea in ideas]
    path.write_text(head + "".join(named), encoding="utf-8")
    return path


def test_a_copy_is_known_however_its_ideas_are_written(tmp_path: Path) -> None:
    """A file whose headings tell another number of ideas is not read; one in braces is."""
    data = tomli.loads(written(tmp_path / "inline.toml", DEAR).read_text("utf-8"))
    ideas = f"ideas = {as_toml(data.pop('ideas'))}\n"
    (tmp_path / "inline.toml").write_text(ideas + tomli_w.dumps(data), "utf-8")
    (problem,) = told(written(tmp_path / "mine.toml", DEAR, called="Vores "))
    assert "inline.toml" in problem.message


def test_a_shipped_case_in_new_words_is_named(tmp_path: Path) -> None:
    (problem,) = told(written(tmp_path / "mine.toml", ("delay = 0", "delay =  0")))
    assert (problem.severity, problem.path) == ("warning", "ideas")
    assert HERNING.name in problem.message


@pytest.mark.parametrize(
    "change",
    [
        DEAR,
        ('ability = "supplier"', 'ability = "analyst"'),
        ("[tracks.citizen]", '[rules]\nmodules = ["demand"]\n\n[tracks.citizen]'),
    ],
    ids=["a dearer idea", "another ability", "a module"],
)
def test_a_number_or_a_module_of_its_own_makes_it_another_game(
    change: tuple[str, str], tmp_path: Path
) -> None:
    assert told(written(tmp_path / "mine.toml", change)) == []


def test_a_case_of_the_same_folder_is_named_too(tmp_path: Path) -> None:
    written(tmp_path / "first.toml", DEAR)
    (problem,) = told(written(tmp_path / "second.toml", DEAR, called="Vores "))
    assert "first.toml" in problem.message


def test_a_copy_that_was_put_aside_is_no_other_case(tmp_path: Path) -> None:
    written(tmp_path / "first (kopi).toml", DEAR, ('da = "', 'da = "Ny '))
    assert told(written(tmp_path / "first.toml", DEAR)) == []


@pytest.mark.parametrize(
    "change",
    [("\n", "\r\n"), ("cost = ", "cost="), ("maturity = 3\n", "maturity = 3  # of 5\n")],
    ids=["lines of Windows", "no spaces", "notes"],
)
def test_a_copy_is_known_however_its_numbers_are_written(
    change: tuple[str, str], tmp_path: Path
) -> None:
    first = written(tmp_path / "first.toml", DEAR)
    text = first.read_text("utf-8")
    assert change[0] in text
    first.write_bytes(text.replace(*change).encode())
    (problem,) = told(written(tmp_path / "second.toml", DEAR, called="Vores "))
    assert "first.toml" in problem.message


def test_a_number_that_is_left_out_is_the_usual_one(tmp_path: Path) -> None:
    first = written(tmp_path / "first.toml", DEAR)
    text = first.read_text("utf-8")
    assert "maturity = 3\n" in text
    first.write_text(text.replace("maturity = 3\n", ""), "utf-8")
    (problem,) = told(written(tmp_path / "second.toml", DEAR, called="Vores "))
    assert "first.toml" in problem.message


def test_a_file_that_cannot_be_read_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("title = ", encoding="utf-8")
    assert told(written(tmp_path / "mine.toml", DEAR)) == []


def test_a_new_version_of_the_same_case_and_a_draft_are_no_copies(tmp_path: Path) -> None:
    same = tmp_path / HERNING.name
    same.write_text(HERNING.read_text(encoding="utf-8"), encoding="utf-8")
    assert told(same) == []
    for name in ("one", "two"):
        draft = f'id = "{name}"\n' + MINIMAL
        (tmp_path / f"{name}.toml").write_text(draft, encoding="utf-8")
    assert told(tmp_path / "two.toml") == []


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_case_is_a_game_of_its_own(path: Path) -> None:
    assert told(path) == []


def test_it_is_told_where_a_case_is_written_and_where_it_is_looked_at(tmp_path: Path) -> None:
    """In the editor and beside a text editor, as on the command line; until a number is another."""
    file = written(tmp_path / "ours.toml", called="Vores ")
    driver = Driver(None, (1280, 720), "en")
    EditFlow(driver.app, nothing, nothing, tmp_path).open(file)
    editor = driver.app.top
    assert isinstance(editor, EditorScreen)
    driver.app.draw()
    editor.judge.finish()
    assert "copied_numbers" in {one.code for one in editor.judge.problems}
    watched = WatchedFile(file, "en")
    assert "copied_numbers" in {one.code for one in watched.problems}
    written(file, DEAR, called="Vores ")
    watched.read("en")
    assert "copied_numbers" not in {one.code for one in watched.problems}


def test_a_file_beside_it_that_has_changed_is_read_again(tmp_path: Path) -> None:
    first = written(tmp_path / "a.toml", DEAR, called="Den ")
    case = load(first)
    second = written(tmp_path / "b.toml", called="Vores ")
    check = copy_check(first)
    assert not list(check(case))
    written(second, DEAR, called="Vores ")
    os.utime(second, ns=(1, 1))
    assert [found.code for found in check(case)] == ["copied_numbers"]
