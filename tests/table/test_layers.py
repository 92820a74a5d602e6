"""Nothing that is said lies over what is read or pressed: hints, toasts, the large card, timers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from game.engine import actions as act
from game.gui.geometry import Box
from game.gui.preferences import TextSize
from game.gui.text.typesetter import Drawn
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice, Stepper
from game.gui.widgets.drag import Draggable
from game.gui.widgets.explained import Explained
from game.gui.widgets.tooltip import LANE
from game.i18n import LANGS, Lang
from game.session import Session
from game.table.guide.hints import HINTS
from game.table.guide.overlay import boxes_to_press, visible_box
from game.table.parts import pointing
from game.table.parts.dialog_widgets import Counter, NumberCard
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from tests import staging
from tests.effort import NIGHTLY
from tests.gui.readable import complaints, tangles
from tests.pictures.studio import Studio
from tests.table.driver import SIZES
from tests.table.meetings import Meeting, meetings, show
from tests.table.sitting import Sitting

MOST_TAKEN = 64
"""The most that a hint takes from the height of the board, in design units; a tenth of it."""
SETTINGS = [(lang, text) for text in (100, 125, 150) for lang in LANGS]
EVERY = 1 if NIGHTLY else 3
QUICK: list[tuple[Lang, int]] = [("da", 100), ("en", 125), ("da", 150)]
"""Together they have every language and size of text; the other settings are tried at night."""


@pytest.fixture(scope="module")
def any_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with staging.begin(tmp_path_factory.mktemp("any"), 4, 1) as session:
        yield session


def test_every_hint_is_met_somewhere() -> None:
    assert set(meetings()) == {hint.id for hint in HINTS}


@pytest.mark.parametrize(
    ("lang", "text"),
    [pytest.param(*one, marks=() if one in QUICK else pytest.mark.nightly) for one in SETTINGS],
)
def test_every_hint_lies_over_nothing_wherever_it_is_met(
    tmp_path: Path, any_session: Session, lang: Lang, text: TextSize
) -> None:
    """On all screens, with least and with most on the table.

    All windows of 16:9 have the same design units; the smallest has the least room, for there the
    widths of letters are rounded most. By day the others see every third hint, and the table with
    least on it, where there is room, is left out for two of three.
    """
    studio, choices = Studio(tmp_path, (1280, 720), lang), 0
    studio.app.prefer(text_size=text)
    met_here = list(meetings().values())[:: 1 if text == 150 else EVERY]
    for met in (*(most for _, most in met_here), *(least for least, _ in met_here[::EVERY])):
        hints = show(studio, met, any_session)
        assert hints.hint is met.hint, met.hint.id
        studio.app.advance(1.0)
        texts = studio.read()
        assert not _covered(studio, met, texts), met.hint.id
        assert not complaints(texts, studio.app.window.get_rect()), met.hint.id
        in_strip = hints.bubble == studio.app.top.ui.strip
        assert in_strip or hints.arrow, f"{met.hint.id} seems to be about what it lies beside"
        assert not tangles(studio.app.top.ui), met.hint.id
        assert _taken(studio) <= MOST_TAKEN * text / 100, met.hint.id
        chosen = _chosen(studio)
        assert not any(_ring(studio, met).overlap(box) for box in chosen), met.hint.id
        choices += len(chosen)
    assert choices, "no hint is met where a value is chosen"


def _ring(studio: Studio, met: Meeting) -> Box:
    """What a hint is about, and draws a ring round."""
    target = met.hint.find(met.situation)
    ring = visible_box(studio.app.top.ui, target.key) if target else None
    assert ring is not None
    return ring


def _chosen(studio: Studio) -> list[Box]:
    """Where values are chosen: a ring round one of them would seem to propose it."""
    kinds = NumberCard | Stepper | Choice | Counter
    return [w.box for w in studio.app.top.ui.widgets if isinstance(w, kinds)]


def _taken(studio: Studio) -> float:
    """The height that a hint takes from the table, where it stands in a strip."""
    ui = studio.app.top.ui
    if ui.strip is None or not isinstance(studio.app.top, TableScreen):
        return 0.0
    shared = ui.lane is not None and ui.lane.y == ui.strip.y
    return ui.strip.h - LANE if shared else ui.strip.h


@pytest.mark.nightly
@pytest.mark.parametrize("size", SIZES[1:])
def test_the_longest_hints_lie_over_nothing_in_larger_windows(
    tmp_path: Path, any_session: Session, size: tuple[int, int]
) -> None:
    studio = Studio(tmp_path, size, "da")
    for met in (pair[1] for pair in meetings().values() if len(pair[1].hint.text) > 110):
        assert show(studio, met, any_session).hint is met.hint
        texts = studio.read()
        assert not _covered(studio, met, texts), met.hint.id
        assert not complaints(texts, studio.app.window.get_rect()), met.hint.id


def _covered(studio: Studio, met: Meeting, texts: Sequence[Drawn]) -> list[Box]:
    """What can be read or pressed on the screen, and lies below its hint."""
    ui, top = studio.app.top.ui, len(studio.app.visible()) - 1
    assert ui.cover is not None
    at, u = ui.cover.box, ui.canvas.u
    inks = [drawn.ink for drawn in texts if drawn.layer == top]
    read = [Box(r.x / u, r.y / u, r.w / u, r.h / u) for r in inks]
    explained = [w.box for w in ui.widgets if isinstance(w, Explained)]
    kept = (*read, *explained, *boxes_to_press(ui, met.situation))
    assert len(read) > 5
    return [box for box in kept if at.overlap(box) > 1]


@pytest.mark.parametrize(
    ("size", "text"), [(SIZES[0], 100), (SIZES[0], 150), (SIZES[1], 125), (SIZES[2], 100)]
)
@pytest.mark.parametrize("full", [False, True])
def test_the_large_card_hides_no_button_and_nothing_told_or_just_changed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    text: TextSize,
    full: bool,
) -> None:
    studio = Studio(tmp_path, size, "da")
    studio.app.prefer(text_size=text)
    game = studio.fullest() if full else studio.middle()
    studio.app.draw()
    game.do(act.Rally(game.state.turn))
    studio.app.draw()
    ui = studio.app.top.ui
    opened: list[Box] = []
    monkeypatch.setattr(pointing, "draw_opened", lambda c, place, face: opened.append(place))
    cards = [w.key for w in ui.widgets if w.key.startswith(("idea:", "benefit:", "risk:"))]
    for key in cards[::3]:
        studio.move(key)
        studio.app.draw()
    changed = ui.transitions.changes.highlighted
    kept = [w.box for w in ui.widgets if isinstance(w, Button | Draggable) or w.key in changed]
    assert ui.lane is not None
    assert len(opened) >= len(cards) // 3
    assert [box for box in (*kept, ui.lane) for at in opened if at.overlap(box) > 1] == []


def test_the_digits_of_a_timer_stay_below_every_dialog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.services.timers.start("turn")
    sitting.look()
    idea, risk = next((i, r) for i in sitting.game.state.ideas for r in i.risks)
    sheet = IdeaSheet(sitting.game, idea.id)
    sitting.open(sheet).open(MitigateDialog(sitting.game, idea, risk))
    sitting.look()
    lower, upper = sheet.ui.covered, sitting.app.top.ui.covered
    assert lower is not None
    assert upper is not None
    asked: list[list[Box]] = []
    monkeypatch.setattr(
        sitting.app.screens[0], "paint_below", lambda c, covered: asked.append(list(covered))
    )
    sitting.app.wake()
    sitting.app.draw()
    assert asked == [[lower, upper]]
