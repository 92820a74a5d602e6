"""Writing a card in the group's own words: an idea, a benefit, a downside, a risk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from game.engine import KINDS, TRACKS, Action, Idea, Kind, Track
from game.engine import actions as act
from game.engine.limits import (
    DOWNSIDES,
    ESTIMATE_HIGH,
    LIKELIHOOD_HIGH,
    MAX_NAME,
    MAX_TEXT,
    SEVERITIES,
)
from game.engine.lookups import present
from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice, Stepper
from game.gui.widgets.drag import Spot
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import mark
from game.session.group_rounds import WrittenSheet
from game.table.parts.dialog_parts import answers, complaint, labelled
from game.table.parts.dialog_widgets import TrackChoice
from game.table.parts.picture_picker import PicturePicker, picture_of, with_picture
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.silent_writing import SilentWriting
from game.table.play.dialogs.write_notes import explanation
from game.table.play.drafts import CardDraft, CardKind, DraftHolder, of_sheet
from game.table.play.game import Game
from game.table.play.prompts import prompt_now
from game.wording import card_pictures, figures, terms, worth
from game.wording.actions import price

_FIELD = 62.0
_PLACES = {
    "empty_text": "name",
    "long_text": "name",
    "bad_text": "name",
    "track_taken": "track",
    "no_such_idea": "idea",
    "idea_locked": "idea",
    "idea_realised": "idea",
    "bad_estimate": "estimate",
}

_ICONS: dict[CardKind, str] = {
    "idea": "lightbulb",
    "benefit": "gift",
    "downside": "trending-down",
    "risk": "triangle-alert",
}
_CHOICES: Mapping[CardKind, tuple[str, ...]] = {
    "idea": ("track", "kind", "estimate"),
    "benefit": ("idea", "track", "estimate"),
    "downside": ("idea", "track", "size"),
    "risk": ("idea", "track", "severity", "likelihood"),
}
"""What a group chooses for each kind of card, in the order of its form."""
_A_NUMBER = mark("Choose a number first.")
_ASKED = {
    "idea": mark("Choose an idea first."),
    "track": mark("Choose a track first."),
    "kind": mark("Choose a kind first."),
}
_ON_OPEN_IDEAS: tuple[CardKind, ...] = ("benefit", "downside")
"""What is written for an idea that is not carried out yet."""


class WriteDialog(Dialog):
    """Four kinds of cards as tabs, each a short form; every choice in it is left to the group."""

    of_turn = True
    keeps_words = True  # the draft is there again

    def __init__(
        self,
        game: Game,
        drafts: DraftHolder,
        card: CardKind | None = None,
        *,
        answers_prompt: bool = True,
    ) -> None:
        super().__init__(game)
        self.answers_prompt = answers_prompt
        """Whether it answers the turn's question; what an idea's sheet asks for does not."""
        self.drafts = drafts
        self.draft = drafts.begun()
        if card is not None:
            self.draft.card = card
        self.wrong = ("", "")
        """The field with a problem, and the message."""
        self._choose_card(self.draft.card)

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """Tabs, the form at the left, an explanation of the kind of card at the right."""
        t, d = self.t, self.draft
        rest = dialog(ui, 1640, 1010, t("Write a card"), self.back)
        tabs, rest = rest.cut_top(70, 22)
        options = [
            ("idea", t("Idea")),
            ("benefit", t("Benefit")),
            ("downside", t("Downside")),
            ("risk", t("Risk")),
        ]
        ui.add(Choice("card", tabs, options, d.card, self._choose_card, size=30, leads_to="name"))
        buttons, rest = rest.cut_bottom(76, 14)
        wrong, rest = rest.cut_bottom(44, 6)
        complaint(ui.canvas, wrong, self._wrong(""))
        rest = self._question(ui, rest)
        notes, form = rest.cut_right(450, 36)
        if self.answers_prompt and len(present(self.game.state)) > 1:
            together, notes = notes.cut_bottom(104, 18)
            self._together(ui, together)
        self._notes(ui, notes)
        self._form(d.card)(ui, form)
        answers(
            ui,
            buttons,
            self._action_label(),
            self._write,
            self.back,
            icon="pencil",
            reason=self._no_idea(),
        )
        ui.focus_on("name")

    def _form(self, card: CardKind) -> Callable[[Ui, Box], None]:
        forms: dict[CardKind, Callable[[Ui, Box], None]] = {
            "idea": self._idea_form,
            "benefit": self._benefit_form,
            "downside": self._downside_form,
            "risk": self._risk_form,
        }
        return forms[card]

    def _question(self, ui: Ui, box: Box) -> Box:
        """The question that the card answers in a group's own project; returns the box below it."""
        prompt = prompt_now(self.game, self.draft.card) if self.answers_prompt else None
        if prompt is None:
            return box
        line, rest = box.cut_top(48, 8)
        sizes = (30, 18)
        text = prompt.text.read(self.t.lang)
        ui.canvas.text(line, text, sizes, theme.ACCENT, "semibold", valign="middle")
        return rest

    def _action_label(self) -> str:
        """What the button does, and what that takes."""
        t, modules = self.t, self.game.state.setup.rules.modules
        label, action = {
            "idea": (t("Write the idea"), act.WriteIdea),
            "benefit": (t("Write the benefit"), act.WriteBenefit),
            "downside": (t("Name the downside"), act.NameDownside),
            "risk": (t("Write the risk"), act.WriteRisk),
        }[self.draft.card]
        return t("{label}: {text}", label=label, text=price(t, action, modules))

    def _notes(self, ui: Ui, box: Box) -> None:
        """What such a card is, with the numbers of this case."""
        c = ui.canvas
        c.panel(box, theme.PAPER, 18, lift=10)
        icon = _ICONS[self.draft.card]
        head, words = box.inset(28, 24).cut_top(52, 14)
        c.icon(icon, head.place(48, 48, 0), theme.INK)
        c.text(words, "\n\n".join(self._explanation()), (25, 24, 23, 22, 21, 20, 19, 18), theme.INK)

    def _together(self, ui: Ui, box: Box) -> None:
        """The way to have everybody write, before the seat in turn writes a card."""
        t = self.t
        caption = t("Everybody first, at the same time")
        label = Label(t("Silent writing"), caption=caption, icon="users-round", style="quiet")
        ui.add(TwoLineButton("together", box, label, self._write_together))

    def _write_together(self) -> None:
        self.app.pop(self)
        self.app.push(silent_writing(self.game, self.drafts, self.draft.card))

    def _explanation(self) -> list[str]:
        s = self.game.state
        told = explanation(self.t, s.setup.rules, self.draft.card, s.round)
        return [*told, self._replaces()] if self._replaces() else told

    def _replaces(self) -> str:
        """What a downside takes the place of."""
        d, idea = self.draft, self.game.state.idea(self.draft.idea)
        if d.card != "downside" or idea is None or d.track is None:
            return ""
        b = idea.benefit(d.track)
        if b is None or b.downside:
            return ""
        name = self.game.names.benefit_beside(idea, d.track)
        return self.t("It takes the place of the benefit there: {name}.", name=name)

    # ------------------------------------------------------------------ the three forms
    def _idea_form(self, ui: Ui, box: Box) -> None:
        t, d = self.t, self.draft
        name, text, track, kind, estimate = box.rows((1, 1.35, 1, 1, 1), 12)
        self._name(
            ui, name, t("What is the idea called?"), t("for example: a host in the hall on Mondays")
        )
        field = labelled(ui, text, t("In a few words (may be left empty)"), self._wrong("text"))
        ui.add(
            TextField(
                "text",
                field,
                d.text,
                self._set_text,
                lines=2,
                limit=MAX_TEXT,
                size=24,
                on_enter=self._write,
            )
        )
        self._track(ui, track, t("Main track"))
        field = labelled(ui, kind, t("What kind of change?"), self._wrong("kind"))
        kinds = [(code, terms.kind(t, code)) for code in KINDS]
        ui.add(Choice("kind", _top(field), kinds, d.kind, self._set_kind, size=26))
        self._estimate(ui, estimate)

    def _benefit_form(self, ui: Ui, box: Box) -> None:
        t = self.t
        name, idea, track, estimate, _ = box.rows((1, 1, 1, 1, 0.5), 14)
        self._name(ui, name, t("What is gained?"), t("for example: fewer calls to ask again"))
        self._idea(ui, idea)
        self._track(ui, track, t("On which track?"))
        self._estimate(ui, estimate)

    def _downside_form(self, ui: Ui, box: Box) -> None:
        t, d = self.t, self.draft
        name, idea, track, bearer, size = box.rows((1, 1, 1, 1, 1), 12)
        self._name(ui, name, t("What does it cost?"), t("for example: more calls to the hotline"))
        self._idea(ui, idea)
        self._track(ui, track, t("On which track?"))
        field = labelled(ui, bearer, t("Who bears it? (may be left empty)"), self._wrong("bearer"))
        ui.add(
            TextField(
                "bearer",
                _top(field),
                d.bearer,
                self._set_bearer,
                limit=MAX_NAME,
                size=28,
                on_enter=self._write,
                placeholder=t("for example: the colleagues at the counter"),
            )
        )
        label = t("How much does it take?")
        if d.size is not None and d.track is not None:
            points = figures.points(t, d.size)
            takes = worth.on_the_track(t, self.game.case, d.track, -d.size)
            label = t("How much does it take? {points}, {worth}", points=points, worth=takes)
        field = labelled(ui, size, label, self._wrong("size"))
        ui.add(Stepper("size", _top(field), d.size, self._set_size, high=DOWNSIDES[-1]))

    def _risk_form(self, ui: Ui, box: Box) -> None:
        t, d = self.t, self.draft
        name, idea, track, numbers, _ = box.rows((1, 1, 1, 1, 0.5), 14)
        self._name(ui, name, t("What may go wrong?"), t("for example: nobody has time to learn it"))
        self._idea(ui, idea)
        self._track(ui, track, t("Which track does it hit?"))
        left, right = numbers.columns((4, 5), 28)
        field = labelled(ui, left, t("Severity: your guess, in points"))
        top, change = _top(field), self._set_severity
        ui.add(Stepper("severity", top, d.severity, change, high=SEVERITIES[-1]))
        field = labelled(ui, right, t("Likelihood"))
        top, change = _top(field), self._set_likelihood
        ui.add(Stepper("likelihood", top, d.likelihood, change, high=LIKELIHOOD_HIGH))

    # ------------------------------------------------------------------ the fields
    def _name(self, ui: Ui, box: Box, label: str, example: str) -> None:
        field = labelled(ui, box, label, self._wrong("name"))
        picture, line = _top(field).cut_right(_FIELD, 12)
        self._picture(ui, picture)
        ui.add(
            TextField(
                "name",
                line,
                self.draft.name,
                self._set_name,
                limit=MAX_NAME,
                size=28,
                on_enter=self._write,
                placeholder=example,
            )
        )

    def _picture(self, ui: Ui, box: Box) -> None:
        """The picture that the name begins with, and a way to another one."""
        draw = partial(_draw_picture, self.draft)
        tip = self.t("Choose a picture")
        ui.add(Spot("picture", box, draw=draw, on_press=self._pick, radius=10, tip=tip))

    def _pick(self) -> None:
        self.app.push(PicturePicker(self.draft.name, self._set_picture))

    def _set_picture(self, picture: str) -> None:
        self._set_name(with_picture(self.draft.name, picture, MAX_NAME))
        self.refresh()

    def _track(self, ui: Ui, box: Box, label: str) -> None:
        field = labelled(ui, box, label, self._wrong("track"))
        ui.add(TrackChoice("track", _top(field), self.draft.track, self._set_track, self.t))

    def _estimate(self, ui: Ui, box: Box) -> None:
        now, track, change = self.draft.estimate, self.draft.track, self._set_estimate
        label = self.t("How much do we believe?")
        if now is not None and track is not None:
            label = self.t(
                "How much do we believe? {points}, {worth}",
                points=figures.points(self.t, now),
                worth=worth.on_the_track(self.t, self.game.case, track, now),
            )
        field = labelled(ui, box, label, self._wrong("estimate"))
        ui.add(Stepper("estimate", _top(field), now, change, high=ESTIMATE_HIGH))

    def _idea(self, ui: Ui, box: Box) -> None:
        """The ideas by picture and name, or where not all names have room by picture and letter."""
        t, ideas = self.t, self._ideas()
        if not ideas:
            labelled(ui, box, t("For which idea?"), self._no_idea())
            return
        label, chosen = t("For which idea?"), self.game.state.idea(self.draft.idea)
        if chosen is not None:
            label = t("For the idea: {name}", name=self.game.names.idea(chosen))
        field = labelled(ui, box, label, self._wrong("idea"))
        place, each = _top(field), len(ideas)
        called = [self._known_by(idea, self.game.names.idea(idea)) for idea in ideas]
        room, least = Box(0, 0, place.w / each - 28, place.h - 10), (theme.LEAST,)
        if any(ui.type.fit(name, room, least, "semibold", whole=True).cut for name in called):
            called = [self._known_by(idea, idea.letter) for idea in ideas]
        options = list(zip((idea.id for idea in ideas), called, strict=True))
        ui.add(Choice("idea", place, options, self.draft.idea, self._set_idea, size=30))

    def _known_by(self, idea: Idea, called: str) -> str:
        """The picture of an idea, and what it is called."""
        picture = card_pictures.idea(self.game.case, idea.id, idea.name)
        return called if called.startswith(picture) else f"{picture} {called}".strip()

    def _ideas(self) -> list[Idea]:
        """The ideas that the card can be for."""
        if self.draft.card in _ON_OPEN_IDEAS:
            return [idea for idea in self.game.state.ideas if not idea.locked]
        return [idea for idea in self.game.state.ideas if idea.status != "realised"]

    def _no_idea(self) -> str:
        if self.draft.card == "idea" or self._ideas():
            return ""
        return self.t(
            "There is no idea on the table that it could be for. Place or write one first."
        )

    def _unsaid(self) -> str:
        """The first choice of the card that the group has not made; empty when all are there."""
        return next((place for place in _CHOICES[self.draft.card] if not self._said(place)), "")

    def _said(self, place: str) -> bool:
        said = getattr(self.draft, place)
        return said is not None and said != ""

    def _wrong(self, place: str) -> str:
        return self.wrong[1] if self.wrong[0] == place else ""

    # ------------------------------------------------------------------ filling in
    def _set_name(self, name: str) -> None:
        self.draft.name = name
        if self.wrong[0] == "name":
            self.wrong = ("", "")

    def _set_text(self, text: str) -> None:
        self.draft.text = text

    def _set_kind(self, kind: Kind) -> None:
        self.draft.kind, self.wrong = kind, ("", "")

    def _set_track(self, track: Track) -> None:
        self.draft.track, self.wrong = track, ("", "")

    def _set_size(self, n: int) -> None:
        self.draft.size, self.wrong = n, ("", "")

    def _set_bearer(self, bearer: str) -> None:
        self.draft.bearer = bearer

    def _set_estimate(self, n: int) -> None:
        self.draft.estimate, self.wrong = n, ("", "")

    def _set_severity(self, n: int) -> None:
        self.draft.severity, self.wrong = n, ("", "")

    def _set_likelihood(self, n: int) -> None:
        self.draft.likelihood, self.wrong = n, ("", "")

    def _set_idea(self, id: str) -> None:
        self.draft.idea, self.wrong = id, ("", "")

    def _choose_card(self, card: CardKind) -> None:
        self.draft.card, self.wrong = card, ("", "")
        ideas = [idea.id for idea in self._ideas()]
        if card != "idea" and self.draft.idea not in ideas:
            self.draft.idea = ideas[0] if len(ideas) == 1 else ""  # the only one is no choice

    # ------------------------------------------------------------------ writing it
    def _action(self) -> Action:
        """The card as an action; for what is not said yet stands anything till it is asked for."""
        d, seat = self.draft, self.game.state.turn
        name, track = d.name.strip(), d.track or TRACKS[0]
        if d.card == "idea":
            kind, text = d.kind or KINDS[0], d.text.strip()
            return act.WriteIdea(seat, name, track, kind, d.estimate or 1, text)
        if d.card == "benefit":
            return act.WriteBenefit(seat, name, track, d.idea, d.estimate or 1)
        if d.card == "downside":
            return act.NameDownside(seat, d.idea, track, d.size or 1, name, d.bearer.strip())
        return act.WriteRisk(seat, name, track, d.idea, d.severity or 1, d.likelihood or 1)

    def _write(self) -> None:
        action = self._action()
        self.wrong = self._problem(action)
        if self.wrong == ("", ""):
            self.finish(action, self._written)

    def back(self) -> None:
        """Esc closes it; what was written is kept, and that is said."""
        super().back()
        if self.draft.has_words:
            self.app.toast(self.t("What you have written is kept: Write a card shows it again."))

    def _written(self) -> None:
        self._place_sheet()
        self.drafts.clear()

    def _problem(self, action: Action) -> tuple[str, str]:
        """The field that keeps the card from being written, and why: words first, then choices."""
        code, why = self.refusal(action)
        place, unsaid = _PLACES.get(code, ""), self._unsaid()
        if not unsaid or place == "name":
            return place, why
        narrow = unsaid in ("severity", "likelihood")  # two rows of numbers side by side
        return "" if narrow else unsaid, self.t(_ASKED.get(unsaid, _A_NUMBER))

    def _place_sheet(self) -> None:
        """The sheet that the card was written from lies on the table as a card from now on."""
        writing, sheet = self.game.session.log.writing, self.draft.sheet
        if writing is not None and sheet in writing.sheets:
            self.game.record(lambda: self.game.session.move_sheets([sheet], "placed"))


def silent_writing(game: Game, drafts: DraftHolder, card: CardKind = "idea") -> SilentWriting:
    """Silent writing, about such a card first; a sheet is written as a card with these drafts."""
    return SilentWriting(game, partial(_write_sheet, game, drafts), card)


def _write_sheet(game: Game, drafts: DraftHolder, card: CardKind, sheet: WrittenSheet) -> None:
    """Open the form of a card with what stands on a sheet, on the board.

    A card of which some is written is not lost by that: what was written from this sheet goes on,
    and of another one it is asked.
    """
    written, fresh = drafts.draft, of_sheet(card, sheet)
    if written is None or not written.has_words:
        _write_from(game, drafts, fresh)
    elif written.sheet == sheet.number:
        _write_from(game, drafts, written)
    else:
        t = game.t
        question = Question(
            t("Give up the card that is half written?"),
            t("“{text}” is not on the table yet.", text=written.name.strip() or written.text),
            t("Write the sheet instead"),
            partial(_write_from, game, drafts, fresh),
        )
        game.app.push(question)


def _write_from(game: Game, drafts: DraftHolder, draft: CardDraft) -> None:
    drafts.draft = draft
    game.app.push(WriteDialog(game, drafts))


def _top(box: Box) -> Box:
    """The part of a row that a field occupies."""
    return box.cut_top(min(_FIELD, box.h))[0]


def _draw_picture(draft: CardDraft, c: Canvas, box: Box) -> None:
    """The picture of a card, or the sign of its kind on an empty place."""
    c.panel(box, theme.PAPER, 10)
    inner = box.inset(box.h * 0.12)
    if not c.emoji(picture_of(draft.name), inner):
        c.icon(_ICONS[draft.card], inner.inset(box.h * 0.1), theme.INK_SOFT)
