"""A case is written in a real window, from nothing to a game, with mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from game.content import check_file
from game.gui.widgets.base import Widget
from game.table.editor.problem_list import ProblemList
from game.table.setup.story import StoryScreen
from tests.e2e.author import Author
from tests.e2e.desktop import Desktop, Window, needs_desktop, wait_for

pytestmark = [needs_desktop, pytest.mark.slow]


def mend_what_is_missing(author: Author) -> None:
    """Press each error in the list, and write what is missing where it leads."""
    for n in range(12):
        author.see()
        if not author.editor.judge.errors:
            return
        author.click("problems")
        author.click("problem-0")
        author.see()
        field = author.unseen.focus or ""
        assert field.startswith("field:"), field
        author.write(field, f"opkald {n}")
    raise AssertionError([problem.message for problem in author.editor.judge.errors])


@pytest.mark.timeout(600)  # it waits for every picture to stand still
def test_a_case_is_written_checked_simulated_and_played(screen: Desktop, tmp_path: Path) -> None:
    window = Window(screen, "edit", "--lang", "da")
    folder = screen.home / "cases"
    author = Author(window, tmp_path / "unseen")
    author.write("title", "Færre breve")
    author.click("start")  # with a small example
    author.click("onward")
    file = wait_for(lambda: next(folder.glob("*.toml"), None), "the file of the case")
    assert file.name == "faerre-breve.toml"

    author.write("field:title:da", "Færre og bedre breve")
    author.click("section:roles")
    author.click("add")
    author.write(author.unseen.focus or "", "Digital post")
    author.click("section:ideas")
    author.click("add")
    idea = author.editor.number
    author.write(f"field:ideas.{idea}.name:da", "Et brev i stedet for tre")
    author.click(f"field:ideas.{idea}.picture")
    author.write("search", "brev")
    author.click(next(w.key for w in pictures(author)))
    author.click("section:benefits")
    author.click("add")
    benefit = author.editor.number
    author.write(f"field:benefits.{benefit}.name:da", "Færre opkald")
    author.click("section:risks")
    author.click("add")
    author.write(author.unseen.focus or "", "Brevet bliver ikke læst")
    author.click("section:tracks")
    author.write("field:tracks.citizen.target", "250")

    author.click("section:case")  # what was typed on another page is written down
    author.click("problems")
    assert isinstance(author.unseen.app.top, ProblemList)
    author.press("Escape")
    mend_what_is_missing(author)
    author.click("section:case")

    def whole() -> bool:
        return check_file(file, lang="da")[0] is not None

    wait_for(whole, "a case without errors")
    data = tomli.loads(file.read_text(encoding="utf-8"))
    assert data["title"] == "Færre og bedre breve"
    assert data["ideas"][idea]["id"] == "et-brev-i-stedet-for-tre"
    assert data["ideas"][idea]["picture"]
    assert data["benefits"][benefit]["measure"]["indicator"].startswith("opkald")
    assert data["tracks"]["citizen"]["target"] == 250
    assert {"Digital post"} <= {role["name"] for role in data["roles"]}
    assert {"Brevet bliver ikke læst"} <= {risk["name"] for risk in data["risks"]}

    author.see()
    # Only here: games twice over would take long. The bar grows as fast as the machine plays.
    before = screen.seen()
    window.click(author.unseen.at("simulate"), settle=False)
    begun = wait_for(lambda: (seen := screen.seen()) != before and seen, "a simulation")
    wait_for(lambda: screen.seen() != begun, "a bar that grows")
    window.press("Escape")
    author.click("play")
    assert isinstance(author.unseen.app.top, StoryScreen)
    window.press("Return")  # the story has been read, and the seats are shown
    author.game.close()
    window.kill()


def pictures(author: Author) -> list[Widget]:
    """The pictures that were found."""
    author.see()
    return [w for w in author.unseen.app.top.ui.widgets if w.key.startswith("picture:")]
