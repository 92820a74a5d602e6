"""Every picture of :mod:`tests.pictures` is put up once, and all that must hold of it is looked at.

It can be read as it is, and with another language, size of text and shape of window; nothing on it
is bare of words; help is a key away; what is taken away from it leaves it as it was; and no dialog
hides a timer that runs. By day that is the first picture of each kind of screen and a sample of the
others, in the setting that has least room; at night all are looked at, and ``test_pictures`` puts
each up anew for every setting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pygame
import pytest

from game.gui import theme
from game.gui.geometry import Box
from game.gui.preferences import TextSize
from game.i18n import Lang
from game.table.parts.help_screen import HelpScreen
from game.table.play.table import TableScreen
from tests.effort import NIGHTLY, sampled
from tests.gui.readable import complaints
from tests.pictures import LOOKS
from tests.pictures.studio import Studio
from tests.table.bare import bare
from tests.table.messages import Untranslated, noticing
from tests.table.watching import hidden, seen, start

pytestmark = pytest.mark.slow

WINDOW: Final = (1280, 720)
PATCHES: Final = [Box(x, y, 620, 340) for x in (100, 1200) for y in (90, 650)]


@dataclass(frozen=True)
class Setting:
    """How a screen that is up is shown."""

    lang: Lang
    text: TextSize
    size: tuple[int, int]

    def use(self, studio: Studio) -> None:
        """Show it so, as a user may at any time."""
        app = studio.app
        if app.window.get_size() != self.size:
            pygame.display.set_mode(self.size, pygame.RESIZABLE)
            studio.post(pygame.VIDEORESIZE, size=self.size, w=self.size[0], h=self.size[1])
        app.set_language(self.lang)
        app.prefer(text_size=self.text)


USUAL: Final = Setting("da", 100, WINDOW)
FULLEST: Final = Setting("da", 150, WINDOW)
"""The longer language in the largest print and the smallest window."""
OTHERS: Final = (
    Setting("en", 125, (1920, 1200)),
    Setting("en", 150, WINDOW),
    Setting("da", 125, (1920, 1200)),
    Setting("en", 100, WINDOW),
    Setting("da", 150, (1920, 1200)),
)
"""With those above each language, size of text and window meets each other; looks take turns."""
ALL: Final = sorted(LOOKS)
FIRST: Final = {LOOKS[name].screen: name for name in reversed(ALL)}.values()
"""The first picture of every kind of screen."""
NAMES: Final = sampled(ALL, 20, always=FIRST)
first_of_its_kind = pytest.mark.parametrize(
    "name", ALL if NIGHTLY else sorted(FIRST), indirect=True, scope="module"
)


@pytest.fixture(scope="module")
def untranslated() -> Iterator[Untranslated]:
    """The messages that are shown and that the catalogue does not have."""
    with noticing() as found:
        yield found


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """The picture that is up."""
    put_up: str = request.param
    return put_up


@pytest.fixture(scope="module")
def studio(
    name: str, untranslated: Untranslated, tmp_path_factory: pytest.TempPathFactory
) -> Studio:
    """Where it is up; each test leaves it as it was."""
    untranslated.clear()
    studio = Studio(tmp_path_factory.mktemp("look"), WINDOW, "da")
    LOOKS[name](studio)
    return studio


def unreadable(studio: Studio) -> list[str]:
    """What cannot be read on it."""
    return complaints(studio.read(), studio.app.window.get_rect())


def test_it_can_be_read_and_is_translated(studio: Studio, untranslated: Untranslated) -> None:
    assert not unreadable(studio)
    assert not untranslated, f"define these by mark(…), so that they are translated: {untranslated}"


def test_nothing_without_words_is_bare(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio.app.draw()
    assert not bare(studio, monkeypatch)


def test_it_can_be_read_however_it_is_shown(studio: Studio, name: str) -> None:
    another = [OTHERS[NAMES.index(name) % len(OTHERS)]] if NIGHTLY else []
    for setting in (FULLEST, *another):
        setting.use(studio)
        assert not unreadable(studio), setting
    USUAL.use(studio)


@first_of_its_kind
def test_help_is_a_key_away(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    app = studio.app
    monkeypatch.setattr(app, "global_shortcuts", {pygame.K_F1: lambda: app.push(HelpScreen())})
    app.draw()
    if isinstance(app.top, HelpScreen):
        return
    studio.key(pygame.K_F1)
    assert isinstance(app.top, HelpScreen)
    studio.key(pygame.K_F1)
    assert not isinstance(app.top, HelpScreen)


@first_of_its_kind
def test_under_what_is_taken_away_it_is_as_it_was(studio: Studio) -> None:
    app = studio.app
    app.prefer(text_size=100)
    before = seen(app, told=True)
    app.draw_still(lambda c: [c.fill(patch, theme.ACCENT) for patch in PATCHES])
    assert pygame.image.tobytes(app.draw(), "RGB") != before[0]
    assert seen(app, told=True) == before


@first_of_its_kind
def test_no_dialog_hides_a_timer(studio: Studio, name: str) -> None:
    """The last to be looked at: the timers go on after it."""
    kind, app = LOOKS[name].screen, studio.app
    tables = [screen for screen in app.visible() if isinstance(screen, TableScreen)]
    if not kind.overlay or ".table.after" in kind.__module__ or not tables:
        return
    start(tables[0])
    for setting in (FULLEST, *([USUAL] if NIGHTLY else [])):
        setting.use(studio)
        assert not hidden(studio, tables[0]), setting
