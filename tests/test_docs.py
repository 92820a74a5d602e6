"""What the documents point at is there, and the examples in the code are true."""

from __future__ import annotations

import ast
import doctest
import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from game.cli.root import build
from game.i18n import words
from tests import minutes
from tests.rows import each_row

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
ELSEWHERE = ("http", "#", "mailto:")
EXAMPLES = sorted(p for p in ROOT.glob("game/**/*.py") if ">>> " in p.read_text("utf-8"))


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


@each_row("page", PAGES)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", text_of(page))
    inside = [link.split("#")[0] for link in links if not link.startswith(ELSEWHERE)]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", minutes.GUIDES, ids=lambda page: page.name)
def test_the_minutes_are_those_that_the_program_reckons(page: Path) -> None:
    text = text_of(page)
    written = minutes.with_minutes(text, minutes.language_of(page))
    assert text == written, "run python -m tests.minutes"


def test_the_folders_and_modules_that_contributors_are_sent_to_exist() -> None:
    named = re.findall(r"`([\w/.*-]+/[\w/.*-]*)`", text_of(ROOT / "CONTRIBUTING.md"))
    paths = [name for name in named if name.endswith(("/", ".py", ".md", ".po", ".json", ".toml"))]
    assert len(paths) > 30
    bases = (ROOT, ROOT / "game", ROOT / "game" / "table")
    missing = [p for p in paths if "x." not in p and not any((b / p).exists() for b in bases)]
    assert missing == []


@each_row("page", PAGES)
def test_a_link_to_a_heading_finds_it(page: Path) -> None:
    for file, anchor in re.findall(r"\]\(([^)\s:]*)#([^)\s]+)\)", text_of(page)):
        headings = re.findall(r"^#+ (.+)$", text_of(page.parent / file if file else page), re.M)
        anchors = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}
        assert anchor in anchors, f"{file}#{anchor}"


def test_the_code_that_the_architecture_page_names_is_there() -> None:
    named = re.findall(r"`([\w/]+\.py)(?::([\w.]+))?`", text_of(ROOT / "docs" / "architecture.md"))
    assert len(named) > 15
    for file, name in named:
        path = ROOT / "game" / file
        assert path.is_file(), file
        scope: ast.AST = ast.parse(path.read_text("utf-8"))
        for part in filter(None, name.split(".")):
            found = {
                node.name: node
                for node in ast.iter_child_nodes(scope)
                if isinstance(node, ast.ClassDef | ast.FunctionDef)
            }
            assert part in found, f"{file} has no {name}"
            scope = found[part]


@each_row("page", PAGES)
def test_every_command_and_option_that_is_told_is_there(page: Path) -> None:
    root = build(words("en"))
    for line in re.findall(r"gevinst ((?:[\w-]+ ?)+[^`#\n]*)", text_of(page)):
        command: click.Command = root
        for word in line.split():
            if not isinstance(command, click.Group) or word not in command.commands:
                break
            command = command.commands[word]
        if command is root:
            continue  # a sentence, not a command
        known = {o for p in (*command.params, *root.params) for o in p.opts} | {"--help", "-h"}
        assert set(re.findall(r"(?<!\w)--[a-z-]+", line)) <= known, line


@each_row("path", EXAMPLES)
def test_the_examples_in_the_code_are_true(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = import_module(".".join(parts).removesuffix(".__init__"))
    done = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert done.attempted
    assert not done.failed
