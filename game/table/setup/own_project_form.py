"""The form of a group's own project: the text typed, its problems, and the resulting project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import count
from typing import Final

from game.content.lenient.quantities import QuantityError, read_quantity
from game.content.own_project import (
    LARGEST,
    MAX_PASSAGE,
    MAX_POST,
    MAX_ROLE,
    MAX_STORY,
    MAX_TITLE,
    MAX_UNIT,
    MOST_POSTS,
    OwnProject,
    ProjectIndicator,
)
from game.engine.setup import TRACKS, Track
from game.i18n import Lang, Words, mark
from game.table.parts.numbers import MAX_NUMBER, TOO_LARGE, typed_number
from game.wording.quantities import quantity_fault

STEPS: Final = ("project", "economy", "tracks", "roles")
TEXT_FIELDS: Final = ("title", "about", "announcement")
"""Optional fields: an empty one takes the value of the example."""

EMPTY: Final = mark("Write something here.")
NO_SAVING: Final = mark("The saving must be more than 0.")
BELOW_ZERO: Final = mark("An item cannot be less than 0.")
TARGET_REACHED: Final = mark("You are there already: choose another target.")


class ProjectForm:
    """Everything as typed, by the keys of the fields.

    A new project starts with the example's numbers and names, and with empty texts that show the
    example as a placeholder. ``posts`` are the numbers of the posts' rows; their fields are called
    ``post-3-name`` and ``post-3-value``.
    """

    def __init__(self, project: OwnProject, lang: Lang, *, new: bool) -> None:
        self.example = project
        self.lang = lang
        self._new = new
        self.values = dict(_typed(project, lang))
        if new:
            self.values |= dict.fromkeys(TEXT_FIELDS, "")
        self.posts = list(range(len(project.posts)))
        self.roles = tuple(project.roles)
        self.wrong: dict[str, str] = {}
        self._next = count(len(self.posts))

    # ------------------------------------------------------------------ filling in
    def set(self, key: str, text: str) -> None:
        """Store the text of a field; the economy track's copy of the saving follows it."""
        for leader, follower in (("saving", "economy-target"), ("unit", "economy-unit")):
            if key == leader and self.values[follower] == self.values[leader]:
                self.values[follower] = text
        self.values[key] = text
        for field in [f for f in self.wrong if key in (f, _unit_field(f))]:
            del self.wrong[field]

    def add_post(self) -> int:
        """Add an empty post; returns its number."""
        post = next(self._next)
        self.posts.append(post)
        self.values |= {f"post-{post}-name": "", f"post-{post}-value": ""}
        return post

    def remove_post(self, post: int) -> None:
        """Remove a post; the last one stays."""
        if len(self.posts) > 1:
            self.posts.remove(post)

    @property
    def may_add(self) -> bool:
        """Whether there is room for one more post."""
        return len(self.posts) < MOST_POSTS

    def fields(self, step: str) -> list[str]:
        """The keys of a step's fields, in tab order."""
        if step == "project":
            return list(TEXT_FIELDS)
        if step == "economy":
            rows = [f"post-{n}-{part}" for n in self.posts for part in ("name", "value")]
            return ["saving", "unit", *rows]
        if step == "tracks":
            parts = ("indicator", "unit", "baseline", "target")
            return [f"{track}-{part}" for track in TRACKS for part in parts]
        return [f"role-{id}" for id in self.roles]

    def limit(self, key: str) -> int:
        """The maximum length of a field's text."""
        if key in ("about", "announcement"):
            return MAX_STORY if key == "about" else MAX_PASSAGE
        if key.endswith("unit"):
            return MAX_UNIT
        if is_number(key):
            return MAX_NUMBER
        most = {"role": MAX_ROLE, "post": MAX_POST}
        return most.get(key.partition("-")[0], MAX_TITLE)

    # ------------------------------------------------------------------ what is wrong
    def examine(self, t: Words, step: str) -> bool:
        """Collect the problems of a step, by field; returns whether there are none."""
        fields = self.fields(step)
        self.wrong = {key: text for key, text in self.wrong.items() if key not in fields}
        for key in fields:
            if complaint := self._complaint(t, key):
                self.wrong[key] = complaint
        return not any(key in self.wrong for key in fields)

    def _complaint(self, t: Words, key: str) -> str:
        if is_number(key):
            try:
                number = self._read(key)
            except QuantityError as error:
                return quantity_fault(t, error, self.unit_of(key))
            fault = EMPTY if number is None else self._unfit(key, number)
            return t(fault) if fault else ""
        optional = key in TEXT_FIELDS or (key.endswith("-unit") and key != "unit")
        return "" if self.values[key].strip() or optional else t(EMPTY)

    def _unfit(self, key: str, number: float) -> str:
        """Why a number cannot be that of a field."""
        if abs(number) > LARGEST:
            return TOO_LARGE
        if key == "saving" and number <= 0:
            return NO_SAVING
        if key.startswith("post-") and number < 0:
            return BELOW_ZERO
        track = key.removesuffix("-target")
        return TARGET_REACHED if track != key and number == self.number(f"{track}-baseline") else ""

    def notices(self, t: Words) -> Mapping[str, str]:
        """Warnings by field: unusual values that are accepted, and the example's own figures."""
        found = dict(self._still_the_examples(t)) if self._new else {}
        saving, total = self.number("saving"), sum(value for _, value in self.read_posts())
        if saving and saving > total:
            found["saving"] = t("That is more than all items together. Is an item missing?")
        low, high = self.number("economy-baseline"), self.number("economy-target")
        same = self.values["economy-unit"].strip() == self.values["unit"].strip()
        if saving and low is not None and high is not None and same and abs(high - low) < saving:
            found["economy-target"] = t("This is less than the saving that was announced.")
        return found

    def _still_the_examples(self, t: Words) -> Iterator[tuple[str, str]]:
        """What is told of figures that only hold the places: they would count as the group's."""
        if self.number("saving") == self.example.saving:
            yield "saving", t("Example figures: write your own.")
        elif tuple(self.read_posts()) == self.example.posts:
            yield "saving", t("Example items: write your own.")
        for track, example in self.example.tracks.items():
            ends = self.number(f"{track}-baseline"), self.number(f"{track}-target")
            if ends == (example.baseline, example.target):
                yield f"{track}-target", t("Example figures: write your own.")

    # ------------------------------------------------------------------ what comes of it
    def number(self, key: str) -> float | None:
        """The number in a field; ``None`` when it holds no number."""
        with suppress(QuantityError):
            return self._read(key)
        return None

    def _read(self, key: str) -> float | None:
        return read_quantity(self.values[key], self.lang, self.unit_of(key))

    def unit_of(self, key: str) -> str:
        """What the number in a field is counted in: that of its track, or of the whole economy."""
        return self.values[_unit_field(key)].strip()

    def read_posts(self) -> Iterator[tuple[str, float]]:
        """The posts that are complete so far."""
        for post in self.posts:
            value = self.number(f"post-{post}-value")
            if value is not None and 0 <= value <= LARGEST:
                yield self.values[f"post-{post}-name"].strip(), value

    def text(self, key: str) -> str:
        """The text of a field, or of its example if it is optional and empty."""
        text = self.values[key].strip()
        return text or (str(getattr(self.example, key)) if key in TEXT_FIELDS else "")

    def project(self) -> OwnProject:
        """The project; every step must have been examined without problems."""
        return OwnProject(
            title=self.text("title"),
            about=self.text("about"),
            announcement=self.text("announcement"),
            saving=self._examined_number("saving"),
            unit=self.text("unit"),
            posts=tuple(self.read_posts()),
            tracks={track: self._indicator(track) for track in TRACKS},
            roles={id: self.text(f"role-{id}") for id in self.roles},
        )

    def _indicator(self, track: Track) -> ProjectIndicator:
        return ProjectIndicator(
            self.text(f"{track}-indicator"),
            self.text(f"{track}-unit"),
            self._examined_number(f"{track}-baseline"),
            self._examined_number(f"{track}-target"),
        )

    def _examined_number(self, key: str) -> float:
        number = self.number(key)
        if number is None:
            raise ValueError(f"{key} has not been examined: {self.values[key]!r}")
        return number


def is_number(key: str) -> bool:
    """Whether a field takes a number."""
    return key == "saving" or key.endswith(("-value", "-baseline", "-target"))


def _unit_field(key: str) -> str:
    """The field with the unit of the number in another one."""
    track = key.partition("-")[0]
    return f"{track}-unit" if track in TRACKS else "unit"


def _typed(project: OwnProject, lang: Lang) -> Iterator[tuple[str, str]]:
    yield "title", project.title
    yield "about", project.about
    yield "announcement", project.announcement
    yield "saving", typed_number(project.saving, lang)
    yield "unit", project.unit
    for n, (name, value) in enumerate(project.posts):
        yield f"post-{n}-name", name
        yield f"post-{n}-value", typed_number(value, lang)
    for track, indicator in project.tracks.items():
        yield f"{track}-indicator", indicator.name
        yield f"{track}-unit", indicator.unit
        yield f"{track}-baseline", typed_number(indicator.baseline, lang)
        yield f"{track}-target", typed_number(indicator.target, lang)
    for id, name in project.roles.items():
        yield f"role-{id}", name
