"""A group's own project: the data that the group fills in, and the scenario file made from it.

A project is written into an existing scenario: the shipped template, or an earlier
project. Everything outside of the form (rules, questions, events, cards added by hand) stays
as it is, and so do unchanged texts in two languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

import tomli
import tomli_w

from game import writing
from game.content.case import Case, Prose
from game.content.merging import merged
from game.content.reader import id_from, load
from game.engine.setup import TRACKS, Track
from game.frozen import frozen
from game.i18n import Lang, mark, words
from game.letters import cleaned, one_line, shown
from game.paths import fitting_stem
from game.resources import SCENARIOS

K = TypeVar("K")
V = TypeVar("V")

_PASSAGES: Final = ("story", "announcement")
"""The texts that may have several lines."""

TEMPLATE_ID: Final = "eget-projekt"
TEMPLATE: Final = SCENARIOS / f"{TEMPLATE_ID}.toml"
"""The shipped case that every new project begins from."""

MOST_POSTS: Final = 9
MAX_TITLE, MAX_STORY, MAX_PASSAGE, MAX_UNIT = 60, 2500, 600, 24
MAX_POST, MAX_ROLE = 40, 26
"""How long the texts may be, in characters; a role's name has to fit its card."""

LARGEST: Final = 1e9
"""The largest absolute value of a number."""

_HEAD: Final = (
    mark("A group's own project, written by Gevinstbordet. It may be changed here, too."),
    mark("After a change: gevinst check FILE, with the name of this file."),
)


@frozen
class ProjectIndicator:
    """What is counted on a track, from where it stands to where it should come."""

    name: str
    unit: str
    baseline: float
    target: float


@frozen
class OwnProject:
    """The data that a group fills in, in one language.

    ``saving`` and the values of the ``posts`` are in ``unit``. ``roles`` are names by the id of the
    role. An empty ``about`` or ``announcement`` says nothing.
    """

    title: str
    about: str
    announcement: str
    saving: float
    unit: str
    posts: tuple[tuple[str, float], ...]
    tracks: Mapping[Track, ProjectIndicator]
    roles: Mapping[str, str]


def read(case: Case, lang: Lang) -> OwnProject:
    """The project data of a case."""
    return OwnProject(
        title=case.title.read(lang),
        about=case.story.read(lang),
        announcement=case.economy.announcement.read(lang),
        saving=case.economy.saving,
        unit=case.economy.unit.read(lang),
        posts=tuple((post.name.read(lang), post.value) for post in case.economy.posts),
        tracks={
            track: ProjectIndicator(
                text.indicator.read(lang), text.unit.read(lang), text.baseline, text.target
            )
            for track, text in case.tracks.items()
        },
        roles={id: role.name.read(lang) for id, role in case.roles.items()},
    )


ExamplePart = Literal["title", "saving", "posts"] | Track


def still_the_examples(case: Case, lang: Lang) -> Iterator[ExamplePart]:
    """What of an own project is still as in the example: it would count as the group's own."""
    if not case.own_project:
        return
    mine, example = read(case, lang), _example(lang)
    if mine.title == example.title:
        yield "title"
    if mine.saving == example.saving:
        yield "saving"
    if mine.posts == example.posts:
        yield "posts"
    for track, ends in example.tracks.items():
        indicator = mine.tracks[track]
        if (indicator.baseline, indicator.target) == (ends.baseline, ends.target):
            yield track


@cache
def _example(lang: Lang) -> OwnProject:
    return read(load(TEMPLATE), lang)


def brought_onto(now: OwnProject, project: OwnProject, since: OwnProject) -> OwnProject:
    """A project as it is elsewhere ``now``, with what was changed in it here ``since`` it was read.

    The roles are those that there are now.
    """
    changed = {
        name: value
        for name in ("title", "about", "announcement", "saving", "unit", "posts")
        if (value := getattr(project, name)) != getattr(since, name)
    }
    return replace(
        now,
        **changed,
        tracks=_brought_onto(now.tracks, project.tracks, since.tracks),
        roles=_brought_onto(now.roles, project.roles, since.roles),
    )


def _brought_onto(now: Mapping[K, V], new: Mapping[K, V], since: Mapping[K, V]) -> dict[K, V]:
    return {
        key: new[key] if key in new and new[key] != since.get(key) else value
        for key, value in now.items()
    }


def write(project: OwnProject, onto: str, lang: Lang) -> str:
    """The text of a scenario file: the project, written onto the text of another one.

    A project within the bounds of this module, with a target off the baseline on every track,
    passes :func:`game.content.check`. Comments stay, but for those of the template: like its name
    and its notes, they speak of a template.
    """
    data = tomli.loads(onto)
    of_template = data.get("id") == TEMPLATE_ID
    if of_template:
        data = {key: value for key, value in data.items() if key not in ("id", "notes")}
    _put_project(data, project, lang)
    if not of_template:
        return merged(onto, data)
    t = words(lang)
    head = "".join(f"# {t(line)}\n" for line in _HEAD)
    return f"{head}\n{tomli_w.dumps(data, multiline_strings=True)}"


def _put_project(data: dict[str, Any], project: OwnProject, lang: Lang) -> None:
    _put(data, "title", project.title, lang)
    _put(data, "story", project.about, lang)
    _write_economy(data["economy"], project, lang)
    for track in TRACKS:
        _write_track(data["tracks"][track], project.tracks[track], lang)
    for role in data["roles"]:
        _put(role, "name", project.roles[role["id"]], lang)


def _write_economy(table: dict[str, Any], project: OwnProject, lang: Lang) -> None:
    table["saving"] = _number(project.saving)
    _put(table, "unit", project.unit, lang)
    _put(table, "announcement", project.announcement, lang)
    before = {_stripped(post["name"], lang): post for post in table.get("posts", [])}
    posts = []
    for name, value in project.posts:
        post = dict(before.get(_line(name), {}))
        _put(post, "name", name, lang)
        posts.append(post | {"value": _number(value)})
    table["posts"] = posts


def _write_track(table: dict[str, Any], indicator: ProjectIndicator, lang: Lang) -> None:
    _put(table, "indicator", indicator.name, lang)
    _put(table, "unit", indicator.unit, lang)
    table["baseline"] = _number(indicator.baseline)
    table["target"] = _number(indicator.target)


def _put(table: dict[str, Any], key: str, text: str, lang: Lang) -> None:
    """Set the text of a key: removed if empty; if unchanged, both languages stay."""
    text = _clean(text) if key in _PASSAGES else _line(text)
    if not text:
        table.pop(key, None)
    elif key not in table or _stripped(table[key], lang) != text:
        table[key] = text


def _stripped(prose: str | Mapping[str, str], lang: Lang) -> str:
    return Prose.of(prose).read(lang).strip()


def _line(text: str) -> str:
    """A text on one line: where it was pasted with several, its words stay apart."""
    return _clean(one_line(text))


def _clean(text: str) -> str:
    """A text of what can be shown, without replacement characters."""
    return shown(cleaned(text)).replace("\N{REPLACEMENT CHARACTER}", "").strip()


def _number(value: float) -> float:
    return int(value) if float(value).is_integer() else value


# ------------------------------------------------------------------ files
def save(text: str, title: str, folder: Path, earlier: Path | None = None) -> Path:
    """Save a project in a folder, replacing the ``earlier`` file if any; returns its path.

    A new project never overwrites a file. Raises :class:`OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    if earlier is None:
        return writing.write_numbered(folder, fitting_stem(id_from(title)), ".toml", data)
    writing.write(earlier, data)
    return earlier
