"""Every key and its effect, as listed by help: gathered from the classes that declare them.

Keys for editing text, and keys that are shown on their buttons, are listed once for all.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.gui.app import App
from game.gui.keys import LETTERS, KeyBinding, KeyGroup, described
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.gui.widgets.choice import NumberWidget
from game.gui.widgets.field import TextField
from game.gui.widgets.scroll import Scroll
from game.i18n import mark
from game.table.after.replay.choose import ChooseSessionScreen
from game.table.after.replay.screen import ReplayScreen
from game.table.editor.screen import EditorScreen
from game.table.guide.overlay import HintOverlay
from game.table.parts.discussion.rests_on import EvidenceDialog
from game.table.parts.discussion.screen import DiscussionScreen
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.help_screen import HelpScreen
from game.table.parts.shortcuts import PHONES, SOUND
from game.table.parts.walk.screen import WalkScreen
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.hand_moves import MOVE_KEYS
from game.table.play.table import TableScreen
from game.table.setup.settings import SettingsScreen

BUTTONS = KeyBinding(
    LETTERS,
    mark("A letter on a button is its key"),
    display=mark("Letters"),
)
GROUPS: Sequence[KeyGroup] = (
    KeyGroup(
        mark("Everywhere"),
        (
            *described(HelpScreen, SettingsScreen, App, Ui, Widget, Screen, Scroll, NumberWidget),
            BUTTONS,
        ),
    ),
    KeyGroup(
        mark("At the table"),
        (
            *MOVE_KEYS,
            SOUND,
            PHONES,
            *described(HintOverlay, EconomyScreen, Console, TableScreen, EstimateDialog),
        ),
    ),
    KeyGroup(mark("Reality check"), described(CheckScreen)),
    KeyGroup(mark("The rules in a minute"), described(WalkScreen)),
    KeyGroup(
        mark("Replay and debrief"),
        described(ReplayScreen, DiscussionScreen, EvidenceDialog, ChooseSessionScreen),
    ),
    KeyGroup(mark("When a case is written"), described(EditorScreen)),
    KeyGroup(mark("In a text field"), described(TextField)),
)
