"""Filling in a group's own project: four short steps, each with an example."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.content import Case
from game.content.own_project import OwnProject
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.text.editing import TextEdit
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label
from game.i18n import mark
from game.table.parts.page import footer, heading
from game.table.setup import own_project_steps as steps
from game.table.setup.own_project_form import STEPS, ProjectForm

TITLES = {
    "project": mark("The project"),
    "economy": mark("The money"),
    "tracks": mark("The four tracks"),
    "roles": mark("The roles"),
}
QUESTIONS = {
    "project": mark("What will you change, and what has been announced?"),
    "economy": mark("What is to be saved, and what does the operation cost today?"),
    "tracks": mark("What do you measure, where does it stand, and where should it get to?"),
    "roles": mark("What do you call the people here who should be at the table?"),
}
DRAW_STEP = {
    "project": steps.draw_project,
    "economy": steps.draw_money,
    "tracks": steps.draw_tracks,
    "roles": steps.draw_roles,
}


class OwnProjectScreen(Screen):
    """One step at a time; every step can be reached, and the last one leads to the game.

    ``case`` is the base that the project is written onto: its roles and their abilities stay.
    """

    rim = True

    def __init__(
        self,
        case: Case,
        form: ProjectForm,
        play: Callable[[OwnProject], object],
        edit: Callable[[OwnProject], object],
        back: Callable[[], object],
    ) -> None:
        self.case = case
        self.form = form
        self._play, self._edit, self._leave = play, edit, back
        self.step = STEPS[0]

    def build(self, ui: Ui) -> None:
        """The steps, the fields of the current one, and the buttons."""
        t = ui.t
        rest = heading(ui, t("Your own project"), t(QUESTIONS[self.step]))
        last = self.step == STEPS[-1]
        label = t("On to the game") if last else t("Next: {step}", step=t(TITLES[self._after()]))
        body, middle = footer(ui, rest, back=self.back, onward=label, on_onward=self._onward)
        self._all_fields(ui, middle)
        bar, body = body.cut_top(64, 20)
        options = [(step, f"{n}  {t(TITLES[step])}") for n, step in enumerate(STEPS, 1)]
        ui.add(Choice("step", bar, options, self.step, self._select_step, size=28))
        DRAW_STEP[self.step](self, ui, body)
        ui.focus_on(self.form.fields(self.step)[0])

    def _all_fields(self, ui: Ui, box: Box) -> None:
        """The way to the case editor, in which the project has a field for everything."""
        face = Label(ui.t("All fields"), icon="blocks", style="quiet", size=28)
        tip = ui.t("Go on in the case editor: cards, aims, rules and pictures, too")
        place = box.cut_right(min(box.w, 400))[0]
        ui.add(Button("all-fields", place, face, partial(self._finish, self._edit), tip=tip))

    # ------------------------------------------------------------------ filling in
    def write(self, key: str, text: str) -> None:
        """Store the text of a field."""
        was_wrong = key in self.form.wrong
        self.form.set(key, text)
        if was_wrong:
            self.refresh()

    def next_field(self, key: str) -> None:
        """Enter: go to the next field, or from the last one to the next step."""
        fields = self.form.fields(self.step)
        later = fields[fields.index(key) + 1 :]
        if later:
            self.ui.focus = later[0]
        else:
            self._onward()

    def add_post(self) -> None:
        """Add a post, and focus its name."""
        self.ui.focus = f"post-{self.form.add_post()}-name"

    def remove_post(self, post: int) -> None:
        """Remove a post."""
        self.form.remove_post(post)

    def pointed(self, key: str | None) -> None:
        """Select the text of a field reached by keyboard, so that typing replaces it."""
        if key is None or not self.ui.by_keys or key not in self.form.values:
            return
        edit = self.ui.memory.get(key)
        if isinstance(edit, TextEdit) and not edit.multiline:
            edit.select_all()

    # ------------------------------------------------------------------ from step to step
    def _after(self) -> str:
        return STEPS[STEPS.index(self.step) + 1]

    def _select_step(self, step: str) -> None:
        """Go to a step with the step bar; it keeps the focus, so that arrow keys continue."""
        self.step = step

    def _go(self, step: str) -> None:
        """Go to a step and focus its first field, or the first one with a problem."""
        self.step = step
        wrong = [key for key in self.form.fields(step) if key in self.form.wrong]
        self.ui.focus = (wrong or self.form.fields(step))[0]

    def _onward(self) -> None:
        if not self.form.examine(self.app.t, self.step):
            self._go(self.step)
        elif self.step != STEPS[-1]:
            self._go(self._after())
        else:
            self._finish(self._play)

    def _finish(self, go_on: Callable[[OwnProject], object]) -> None:
        """Go on with the project, unless a skipped step has a problem."""
        for step in STEPS:
            if not self.form.examine(self.app.t, step):
                self._go(step)
                return
        go_on(self.form.project())

    def back(self) -> None:
        """Esc goes back a step, and from the first one to the previous screen."""
        at = STEPS.index(self.step)
        if at:
            self._go(STEPS[at - 1])
            self.refresh()
        else:
            self._leave()
