"""The steps of an own project as they are drawn: fields at the left, help at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from game.content import Case, Economy, Post, Prose
from game.content.own_project import LARGEST, MOST_POSTS
from game.engine.setup import TRACKS, Track
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.table.cards.parts import track_sign
from game.table.parts.dialog_parts import ALERT, complaint, labelled, remark
from game.table.parts.economy import draw_economy
from game.table.setup.how_long import how_long, with_less_time
from game.table.setup.own_project_form import ProjectForm
from game.wording import terms


class FormEditor(Protocol):
    """The interface between the fields of a step and the screen that shows them."""

    @property
    def case(self) -> Case:
        """The base that the project is written onto."""

    @property
    def form(self) -> ProjectForm:
        """Everything as typed."""

    def write(self, key: str, text: str) -> None:
        """Store the text of a field."""

    def next_field(self, key: str) -> None:
        """Enter was pressed in a field."""

    def add_post(self) -> None:
        """Add a post, and focus its name."""

    def remove_post(self, post: int) -> None:
        """Remove a post."""


_FIELD = 58.0
_WORDS = (28, 26, 24, 22, 20)
_LABEL = (24, 18)
_TRACK_COLUMNS = (9, 3, 2.6, 2.6)


def draw_project(screen: FormEditor, ui: Ui, box: Box) -> None:
    """The project's title, its subject and what has been announced."""
    t = ui.t
    note, form = box.cut_right(520, 40)
    title, rest = form.cut_top(44 + 66, 14)
    about, announcement = rest.rows((8, 5), 14)
    field = labelled(ui, title, t("What is the project called?"))
    _field(screen, ui, field, "title", size=34, example=screen.form.example.title)
    field = labelled(ui, about, t("What is it about, and for whom? Read aloud before the game"))
    begins, _, goes_on = screen.form.example.about.partition("\n")
    example = f"{begins} …" if goes_on else begins
    _field(screen, ui, field, "about", size=26, lines=6, example=example)
    field = labelled(ui, announcement, t("What has been announced?"))
    example = screen.form.example.announcement
    _field(screen, ui, field, "announcement", size=26, lines=3, example=example)
    paragraphs = (
        t("A little writing now, and the game is about your own change."),
        f"{how_long(t, screen.case)} {with_less_time(t)}",
        t("Where a field is left empty, the faint text in it is used."),
        t(
            "Everything is saved as a file of your own. Next time you can go on from it, and "
            "change what you have become wiser about."
        ),
    )
    _note(ui.canvas, note, "pencil", paragraphs)


def draw_money(screen: FormEditor, ui: Ui, box: Box) -> None:
    """The saving and the posts at the left; at the right a chart of them."""
    t, form = ui.t, screen.form
    left, right = box.columns([10, 9], 40)
    head, rest = left.cut_top(44 + _FIELD, 8)
    saving, unit = head.columns([1, 1], 24)
    _field(screen, ui, labelled(ui, saving, t("The announced saving")), "saving", size=30)
    _field(screen, ui, labelled(ui, unit, t("Counted in")), "unit", size=30)
    below, rest = rest.cut_top(34, 4)
    _, below_unit = below.columns([1, 1], 24)
    if of_unit := form.wrong.get("unit", ""):
        complaint(ui.canvas, below_unit, of_unit)
        below = below.columns([1, 1], 24)[0]
    complaint(ui.canvas, below, form.wrong.get("saving", ""))
    if "saving" not in form.wrong:
        remark(ui.canvas, below, form.notices(t).get("saving", ""))
    label, rest = rest.cut_top(34, 6)
    text = t("What the operation costs a year, item by item")
    ui.canvas.text(label, text, _LABEL, theme.CHALK, "semibold", valign="middle")
    _posts(screen, ui, rest)
    _picture(screen, ui.canvas, right)


def _posts(screen: FormEditor, ui: Ui, box: Box) -> None:
    rows, posts = box.rows(MOST_POSTS, 6), screen.form.posts
    for row, post in zip(rows, posts, strict=False):
        _post(screen, ui, row, post)
    if screen.form.may_add:
        place = rows[len(posts)].cut_left(320)[0]
        label = ui.t("One more item")
        ui.add(
            Button("add", place, Label(label, icon="plus", style="quiet", size=24), screen.add_post)
        )


def _post(screen: FormEditor, ui: Ui, box: Box, post: int) -> None:
    t, form = ui.t, screen.form
    away, fields = box.cut_right(54, 10)
    name, value = fields.columns([5, 2], 10)
    name_key, value_key = f"post-{post}-name", f"post-{post}-value"
    wrong = form.wrong.get(name_key) or form.wrong.get(value_key)
    if wrong:
        name, value, problem = fields.columns([4, 2, 5], 10)
        complaint(ui.canvas, problem, wrong)
    _field(screen, ui, name, name_key, size=26, example=t("Name"))
    _field(screen, ui, value, value_key, size=26, example=t("Amount"))
    only = t("There is always at least one item.") if len(form.posts) == 1 else ""
    remove = partial(screen.remove_post, post)
    tip = t("Take this item away")
    ui.add(
        Button(f"remove-{post}", away, Label(icon="x", style="quiet"), remove, tip=tip, reason=only)
    )


def _picture(screen: FormEditor, c: Canvas, box: Box) -> None:
    """The economy overview as it will appear in the game."""
    form = screen.form
    saving, posts = form.number("saving"), tuple(form.read_posts())
    if not saving or not 0 < saving <= LARGEST or not any(value for _, value in posts):
        _note(c, box, "coins", [c.t("With a saving and an item, the overview is drawn here.")])
        return
    unit = Prose.of(form.text("unit"))
    named_posts = tuple(Post(Prose.of(name or "–"), value) for name, value in posts)
    draw_economy(c, box, Economy(saving, unit, posts=named_posts))


def draw_tracks(screen: FormEditor, ui: Ui, box: Box) -> None:
    """An indicator for each track, with its current value and its goal."""
    t = ui.t
    note, form = box.cut_right(400, 36)
    head, rows = form.cut_top(34, 4)
    labels = (t("What is counted"), t("Unit"), t("Today"), t("Target"))
    _, cells = head.cut_left(84, 14)
    for cell, label in zip(cells.columns(_TRACK_COLUMNS, 14), labels, strict=True):
        ui.canvas.text(cell, label, _LABEL, theme.CHALK, "semibold", valign="middle")
    for row, track in zip(rows.rows(4, 8), TRACKS, strict=True):
        _track(screen, ui, row, track, labels)
    paragraphs = (
        t("Take what you measure already."),
        t("No measure? Write what you can count in a week."),
        t(
            "The figure today stands for 0 points, the target for {n}.",
            n=screen.case.as_usual.setup.goals[0],
        ),
    )
    _note(ui.canvas, note, "gauge", paragraphs)


def _track(screen: FormEditor, ui: Ui, box: Box, track: Track, labels: Sequence[str]) -> None:
    line, below = box.cut_top(_FIELD, 6)
    sign, fields = line.cut_left(84, 14)
    track_sign(ui.canvas, sign.place(84, 54), track)
    parts = ("indicator", "unit", "baseline", "target")
    form, text = screen.form, ""
    for cell, part, label in zip(fields.columns(_TRACK_COLUMNS, 14), parts, labels, strict=True):
        key = f"{track}-{part}"
        _field(screen, ui, cell, key, size=28)
        if key in form.wrong and not text:
            text = f"{label}: {form.wrong[key]}"
    spot = below.cut_left(84, 14)[1].cut_top(36)[0]
    name = terms.track(ui.t, track)
    if text:
        complaint(ui.canvas, spot, text)
    elif noticed := form.notices(ui.t).get(f"{track}-target", ""):
        remark(ui.canvas, spot, noticed)
    else:
        ui.canvas.text(spot, name, _LABEL, theme.CHALK_SOFT, valign="middle")


def draw_roles(screen: FormEditor, ui: Ui, box: Box) -> None:
    """The name of each role, beside its special ability."""
    t, roles = ui.t, screen.case.setup.roles
    note, form = box.cut_right(400, 36)
    rows = [row.cut_left(480, 24) for row in form.rows(max(9, len(roles)), 6)]
    abilities = [terms.ability_text(t, role.ability) for role in roles]
    size = min(ui.type.fit(text, rows[0][1], (24, 22, 20, theme.LEAST)).size for text in abilities)
    for _ in ui.alike():
        for (name, rest), role, text in zip(rows, roles, abilities, strict=False):
            key = f"role-{role.id}"
            _field(screen, ui, name, key, size=28)
            if wrong := screen.form.wrong.get(key):
                complaint(ui.canvas, rest, wrong)
            else:
                ui.canvas.text(rest, text, size, theme.CHALK, valign="middle")
    paragraphs = (
        t("Rename them to what people are called here."),
        t(
            "Who sits where is chosen next. At least {n} are in play: those that are taken, then "
            "those that stand first here.",
            n=screen.case.setup.rules.roles_in_play,
        ),
    )
    _note(ui.canvas, note, "users-round", paragraphs)


# ------------------------------------------------------------------ parts
def _field(
    screen: FormEditor,
    ui: Ui,
    box: Box,
    key: str,
    *,
    size: float,
    lines: int = 1,
    example: str = "",
) -> None:
    """A field of the form; a problem is shown as a frame here, its text beside the field."""
    form = screen.form
    box = box if lines > 1 else box.cut_top(min(box.h, 66))[0]
    field = TextField(
        key,
        box,
        form.values[key],
        partial(screen.write, key),
        lines=lines,
        limit=form.limit(key),
        placeholder=example,
        size=size,
        on_enter=partial(screen.next_field, key),
    )
    if ui.focus != key:  # an unfocused field shows the beginning of its text
        ui.memory.setdefault(key, field.edit).go(0)
    ui.add(field)
    if key in form.wrong:
        ui.canvas.outline(box.inset(-3), ALERT, 12, 4)


def _note(c: Canvas, box: Box, icon: str, paragraphs: Sequence[str]) -> None:
    """A few lines on paper that help with the step."""
    text = "\n\n".join(paragraphs)
    inner_w = box.w - 60
    high = min(box.h, c.type.height(text, inner_w, _WORDS[0]) + 150)
    box = box.cut_top(high)[0]
    c.panel(box, theme.PAPER, 18, lift=10)
    head, words = box.inset(30, 28).cut_top(52, 16)
    c.icon(icon, head.place(48, 48, 0), theme.INK)
    c.text(words, text, _WORDS, theme.INK)
