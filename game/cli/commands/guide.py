"""``gevinst guide``: the handbook, in the terminal or as a page."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.markdown import Markdown

from game.cli.files import write_or_force
from game.cli.options import RootOptions, command, force
from game.cli.params import FilePath
from game.handbook import (
    TOPICS,
    Topic,
    as_html,
    find_topic,
    for_terminal,
    keep,
    name_of,
    names,
)
from game.i18n import Words
from game.i18n.os_errors import NotWrittenError
from game.resources import cache_folder


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Read the handbook: for whoever leads a workshop, writes a case, or looks after benefits."
        "\n\n"
        "TOPIC is a name in either language, such as run-sheet, rules, case or debrief; without "
        "one they are listed. With --open or --to it is a page for a browser, to read and to "
        "print; without a topic that page is the whole handbook."
    )
    return command(
        t,
        "guide",
        text,
        click.Argument(["topic"], required=False, metavar=t("[TOPIC]")),
        click.Option(["--open", "show"], is_flag=True, help=t("Show it in the browser.")),
        click.Option(
            ["--to", "file"],
            type=FilePath(t, new=True),
            metavar=t("FILE"),
            help=t("Save it as a page (HTML)."),
        ),
        force(t),
        run=read_guide,
    )


_WIDTH: Final = 100
"""The longest line that is still easily read."""


def read_guide(
    t: Words, _: RootOptions, topic: str | None, file: Path | None, *, show: bool, force: bool
) -> int:
    """Show a page in the terminal or the browser, save it, or list what there is."""
    topics = TOPICS if topic is None else (_topic(t, topic),)
    if file is not None or show:
        path = _kept(t, topics) if file is None else _saved(t, topics, file, force=force)
        return _tell_page(t, path, show=show)
    if topic is None:
        _list(t)
        return 0
    text = _printed(Markdown(for_terminal(topics[0], t.lang), hyperlinks=False))
    if sys.stdout.isatty():
        click.echo_via_pager(text)
    else:
        click.echo(text)
    return 0


def _topic(t: Words, name: str) -> Topic:
    if (found := find_topic(name)) is not None:
        return found
    known = list(chain.from_iterable(map(names, TOPICS)))
    near = get_close_matches(name.lower(), known, 1)
    lines = [t("The handbook has no page “{name}”.", name=name)]
    lines += [t("Did you mean “{name}”?", name=close) for close in near]
    lines.append(t("gevinst guide lists what there is."))
    raise click.UsageError(" ".join(lines))


def _list(t: Words) -> None:
    """The topics, each with what it is about."""
    width = max(len(name_of(topic, t.lang)) for topic in TOPICS)
    for topic in TOPICS:
        click.echo(f"  {name_of(topic, t.lang):{width}}  {t(topic.about)}")
    click.echo()
    click.echo(
        t("gevinst guide TOPIC shows one here; --open shows it in the browser, to print it.")
    )


def _printed(markdown: Markdown) -> str:
    """Markdown as a terminal shows it; without colours where there is none."""
    console = Console()
    console.width = min(console.width, _WIDTH)
    with console.capture() as captured:
        console.print(markdown)
    return captured.get()


def _tell_page(t: Words, path: Path, *, show: bool) -> int:
    """Say where the pages are, and show them if wanted."""
    click.echo(t("Written: {file}", file=path))
    if show and click.launch(str(path)):
        message = t("No program here shows the page; open it yourself: {file}", file=path)
        click.echo(message, err=True)
    return 0


def _kept(t: Words, topics: Sequence[Topic]) -> Path:
    """The pages in a file of our own."""
    try:
        return keep(t, topics)
    except OSError as error:
        raise NotWrittenError(cache_folder(), error) from None


def _saved(t: Words, topics: Sequence[Topic], file: Path, *, force: bool) -> Path:
    """The pages in a file of somebody's choice."""
    write_or_force(t, file, as_html(t, topics).encode(), force=force)
    return file
