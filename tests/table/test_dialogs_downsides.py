"""Downsides, the answer to reality, and homes: by keyboard alone, by mouse alone, taken back."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import TRACKS, Idea, Track
from game.engine import actions as act
from game.engine.lookups import is_at_home, owned_by
from game.table.parts.dialog_widgets import OwnerButton
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.amends import AmendsDialog
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.answer import AnswerDialog
from game.table.play.dialogs.estimate import EstimateDialog, EstimateQuestion
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.drafts import CardDraft, DraftHolder
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from game.views.board import board_view
from game.views.faces import DownsideFace
from tests.onward import onward
from tests.table.driver import squeezed
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path).working()


def free(sitting: Sitting) -> tuple[Idea, Track]:
    """An idea with room for a downside, and the track."""
    idea = next(i for i in sitting.game.state.ideas if None in i.benefits)
    return idea, TRACKS[idea.benefits.index(None)]


def named(sitting: Sitting, size: int = 2) -> tuple[str, Track]:
    """A downside that has just been named."""
    idea, track = free(sitting)
    seat = sitting.game.state.turn
    sitting.do(act.NameDownside(seat, idea.id, track, size, "Længere vej", "Ældre borgere"))
    return idea.id, track


def acting(sitting: Sitting) -> int:
    """The seat in turn, with an action left."""
    while sitting.game.state.step != "turn" or sitting.game.state.actions < 1:
        sitting.do(onward(sitting.game.state))
    return sitting.game.state.turn


# ------------------------------------------------------------------ naming
def test_a_downside_is_named_from_the_sheet_by_keyboard_alone(sitting: Sitting) -> None:
    idea, track = free(sitting)
    seat = sitting.game.state.turn
    sitting.open(IdeaSheet(sitting.game, idea.id))
    sitting.tab_to(f"benefit:{idea.id}:{track}:downside")
    sitting.enter()
    sitting.type("Flere opkald: æøå")
    sitting.fill("bearer", "Hotlinen")
    sitting.tab_to("size")
    sitting.key(pygame.K_3, text="3")
    sitting.enter()
    assert sitting.decided(act.NameDownside) == act.NameDownside(
        seat, idea.id, track, 3, "Flere opkald: æøå", "Hotlinen"
    )


def test_a_benefit_is_promised_from_the_sheet_in_own_words(sitting: Sitting) -> None:
    idea, track = free(sitting)
    sitting.open(IdeaSheet(sitting.game, idea.id))
    sitting.click(f"benefit:{idea.id}:{track}:promise")
    dialog = sitting.app.top
    assert isinstance(dialog, WriteDialog)
    assert (dialog.draft.card, dialog.draft.idea, dialog.draft.track) == ("benefit", idea.id, track)


def test_where_good_was_promised_it_is_named_for_that_track_and_says_what_gives_way(
    sitting: Sitting,
) -> None:
    idea, track = sitting.claimed()
    seat = sitting.game.state.turn
    sitting.open(
        WriteDialog(sitting.game, DraftHolder(CardDraft("downside", track=track, idea=idea.id)))
    )
    name = sitting.game.names.benefit_beside(idea, track)
    told = f"It takes the place of the benefit there: {name}."
    assert squeezed(told) in squeezed(sitting.texts)
    press(sitting, "size", 1, of=4)
    sitting.fill("name", "Længere vej")
    sitting.enter()
    done = act.NameDownside(seat, idea.id, track, 2, "Længere vej")
    assert sitting.decided(act.NameDownside) == done


def test_and_from_the_writing_dialog_by_mouse_once_it_says_what_it_costs(sitting: Sitting) -> None:
    s = sitting.game.state
    idea, track = free(sitting)
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    press(sitting, "card", 2, of=4)
    open_ideas = [i for i in s.ideas if not i.locked]
    press(sitting, "idea", open_ideas.index(idea), of=len(open_ideas))
    press(sitting, "track", TRACKS.index(track), of=4)
    press(sitting, "size", 3, of=4)
    sitting.click("yes")
    assert sitting.game.state is s, "without a name nobody knows later what was meant"
    assert "Something must be written here. A few words will do." in sitting.texts
    sitting.fill("name", "Længere vej")
    sitting.click("yes")
    done = act.NameDownside(s.turn, idea.id, track, 4, "Længere vej")
    assert sitting.decided(act.NameDownside) == done


def press(sitting: Sitting, key: str, option: int, *, of: int) -> None:
    """Click one of several options in a row."""
    x, y = sitting.widget(key).box.columns(of)[option].centre
    u = sitting.app.top.ui.canvas.u
    sitting.click((round(x * u), round(y * u)))


def test_a_taken_track_is_told_at_the_track(sitting: Sitting) -> None:
    id, track = named(sitting)
    acting(sitting)
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts, "downside"))
    dialog = sitting.app.top
    assert isinstance(dialog, WriteDialog)
    dialog.draft.idea, dialog.draft.track, dialog.draft.size = id, track, 1
    sitting.type("En gang til")
    sitting.enter()
    assert "already has a downside on" in sitting.texts


def test_what_is_named_lies_on_the_board_below_zero_and_can_be_taken_back(
    sitting: Sitting,
) -> None:
    before = sitting.game.state.ideas
    id, track = named(sitting, 3)
    chip = next(
        chip
        for lane in board_view(sitting.game.names, sitting.game.state).tracks
        for chip in lane.benefits
        if (chip.idea, chip.track) == (id, track)
    )
    assert isinstance(chip.face, DownsideFace)
    assert (chip.face.points, chip.face.made_up) == (-3, False)
    assert "−3" in sitting.texts
    sitting.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    assert sitting.game.state.ideas == before


# ------------------------------------------------------------------ revising, making up for it
def test_its_size_is_revised_with_a_key(sitting: Sitting) -> None:
    id, track = named(sitting)
    seat = acting(sitting)
    sitting.open(IdeaSheet(sitting.game, id))
    sitting.click(f"benefit:{id}:{track}:revise")
    assert isinstance(sitting.app.top, EstimateDialog)
    assert "How much do we believe it costs now?" in sitting.texts
    sitting.key(pygame.K_2)
    assert "The estimate is 2 already." in sitting.texts
    sitting.key(pygame.K_6)
    assert isinstance(sitting.app.top, EstimateDialog)
    sitting.key(pygame.K_4)
    assert sitting.decided(act.Revise) == act.Revise(seat, id, track, 4)
    b = sitting.game.state.require_idea(id).benefit(track)
    assert b is not None
    assert b.estimate == -4


def test_it_is_made_up_for_by_keyboard_with_what_does_so(sitting: Sitting) -> None:
    id, track = named(sitting)
    sitting.do(act.Correct("capacity", 3, "So that it can be done"))
    seat = acting(sitting)
    sitting.open(IdeaSheet(sitting.game, id))
    sitting.tab_to(f"benefit:{id}:{track}:amends")
    sitting.enter()
    assert isinstance(sitting.app.top, AmendsDialog)
    less = sitting.game.state.setup.rules.amends
    assert f"Whatever it truly is, it will be {less} points less." in sitting.texts
    sitting.type("En bil kører ud til dem")
    sitting.enter()
    assert sitting.decided(act.MakeAmends) == act.MakeAmends(
        seat, id, track, "En bil kører ud til dem"
    )
    assert "En bil kører ud til dem" in sitting.texts.replace("\n", " ")
    named_then = sitting.game.state.require_idea(id).benefit(track)
    assert named_then is not None
    n = sitting.game.t.number
    said, left = n(named_then.estimate), n(min(0, named_then.estimate + less))
    assert f"→ {left}" in sitting.texts.split("\n")  # on its sheet
    sitting.key(pygame.K_ESCAPE)
    assert f"{said}→{left}" in sitting.texts.split("\n")  # and on the board
    sitting.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    b = sitting.game.state.require_idea(id).benefit(track)
    assert b is not None
    assert b.amends is None


def test_by_mouse_it_needs_no_words_and_is_done_once(sitting: Sitting) -> None:
    id, track = named(sitting)
    sitting.do(act.Correct("capacity", 3, "So that it can be done"))
    seat = acting(sitting)
    sitting.open(AmendsDialog(sitting.game, sitting.game.state.require_idea(id), track))
    sitting.click("yes")
    assert sitting.decided(act.MakeAmends) == act.MakeAmends(seat, id, track)
    acting(sitting)
    sitting.open(IdeaSheet(sitting.game, id))
    sitting.click(f"benefit:{id}:{track}:amends")
    assert "This downside is made up for already" in sitting.texts.replace("\n", " ")


# ------------------------------------------------------------------ what is known
def test_0_is_among_the_numbers_where_nothing_is_true_of_what_was_said() -> None:
    def numbers(known: int | None, *, downside: bool = False) -> list[int]:
        asked = EstimateQuestion("", "", "citizen", known=known, now=2, downside=downside)
        return list(asked.numbers)

    assert numbers(None) == numbers(1) == [1, 2, 3, 4, 5, 6]
    assert numbers(0) == numbers(-3) == [0, 1, 2, 3, 4, 5, 6]
    assert numbers(-1, downside=True) == [1, 2, 3, 4]
    assert numbers(0, downside=True) == numbers(2, downside=True) == [0, 1, 2, 3, 4]


# ------------------------------------------------------------------ answering
@pytest.fixture
def asked(tmp_path: Path) -> Sitting:
    """A table at which reality has just asked about a claim."""
    sitting = Sitting(tmp_path).cards(act.PlaceIdea)
    screen = sitting.app.top
    assert isinstance(screen, TableScreen)
    sitting.game.listeners.append(screen.show_aftermath)
    sitting.look()
    sitting.enter()
    return sitting


def reveal(sitting: Sitting) -> int:
    """Go through the check to the question; the estimate that was claimed."""
    while isinstance(sitting.app.top, CheckScreen):
        sitting.key(pygame.K_RIGHT)
    assert isinstance(sitting.app.top, AnswerDialog)
    return sitting.app.top.question.now or 0


def back_to_the_table(sitting: Sitting) -> None:
    """Go through what still comes of the check."""
    while not isinstance(sitting.app.top, TableScreen):
        sitting.key(pygame.K_RIGHT)


def test_enter_stands_by_the_word(asked: Sitting) -> None:
    claimed, seat = reveal(asked), asked.game.state.turn
    assert "I stand by it" in asked.texts
    asked.enter()
    assert asked.decided(act.Answer) == act.Answer(seat, claimed)
    assert asked.game.state.step == "opening"
    back_to_the_table(asked)
    assert "stands by the claim" in asked.texts


def test_a_number_gives_another_estimate_and_undo_asks_again(asked: Sitting) -> None:
    claimed, seat = reveal(asked), asked.game.state.turn
    asked.key(pygame.K_5)
    assert asked.decided(act.Answer) == act.Answer(seat, 5)
    assert claimed != 5
    back_to_the_table(asked)
    asked.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    assert asked.game.state.step == "answer"
    assert "Reality has asked about a claim" in asked.texts
    asked.enter()
    assert isinstance(asked.app.top, AnswerDialog)


def test_the_mouse_answers_too_and_esc_leaves_the_question_on_the_table(asked: Sitting) -> None:
    reveal(asked)
    asked.key(pygame.K_ESCAPE)
    assert isinstance(asked.app.top, TableScreen)
    asked.click("proceed")
    seat = asked.game.state.turn
    asked.click("estimate:1")
    assert asked.decided(act.Answer) == act.Answer(seat, 1)


def test_nothing_else_goes_on_before_the_answer(asked: Sitting) -> None:
    reveal(asked)
    asked.key(pygame.K_ESCAPE)
    assert not asked.game.do(act.Proceed())
    assert "Reality has asked about a claim." in asked.texts.replace("\n", " ")


# ------------------------------------------------------------------ homes
def test_who_anchors_sees_who_is_at_home_and_how_much_each_owns(sitting: Sitting) -> None:
    idea, track = sitting.claimed()
    sitting.do(act.Anchor(sitting.game.state.turn, idea.id, track, 2))
    acting(sitting)
    idea, track = sitting.claimed(by_card=False)
    sitting.open(AnchorDialog(sitting.game, idea, track))
    state = sitting.game.state
    for seat in range(4):
        button = sitting.widget(f"seat:{seat}")
        assert isinstance(button, OwnerButton)
        assert button.home == is_at_home(state, seat, track)
        assert (button.owned, button.most) == (owned_by(state, seat), state.setup.rules.owner_load)
    assert f"1 / {state.setup.rules.owner_load}" in sitting.texts


def test_an_owner_who_will_fall_short_is_told_before_it_is_anchored(sitting: Sitting) -> None:
    idea, track = sitting.claimed(by_card=False)
    sitting.open(AnchorDialog(sitting.game, idea, track))
    for seat in range(4):
        sitting.click(f"seat:{seat}")
        away = not is_at_home(sitting.game.state, seat, track)
        assert ("is not at home on this track" in sitting.texts.replace("\n", " ")) == away


def test_the_seat_in_turn_says_where_its_role_is_at_home(sitting: Sitting) -> None:
    for role in sitting.game.state.roles_of(sitting.game.state.turn):
        assert "At home on" in sitting.widget(f"about:role:{role.id}").tip


# ------------------------------------------------------------------ risks in the group's own words
def test_how_likely_a_written_risk_is_nobody_is_told(sitting: Sitting) -> None:
    idea = sitting.game.state.ideas[0]
    seat = acting(sitting)
    sitting.do(act.WriteRisk(seat, "Ingen tør sige nej", "citizen", idea.id, 2, 4))
    sitting.do(act.Correct("capacity", 3, "So that it can be done"))
    sitting.open(IdeaSheet(sitting.game, idea.id))
    said = sitting.texts.replace("\n", " ")
    assert "we believe: severity 2, likelihood 4 · nobody knows how likely it truly is" in said
    sitting.key(pygame.K_ESCAPE)
    risk = sitting.game.state.ideas[0].risks[-1]
    sitting.open(MitigateDialog(sitting.game, sitting.game.state.ideas[0], risk))
    said = sitting.texts.replace("\n", " ")
    assert "Nobody knows how severe and how likely it truly is." in said
    assert "in 6" not in said
    chips = [
        chip
        for lane in board_view(sitting.game.names, sitting.game.state).tracks
        for chip in lane.risks
    ]
    assert {chip.face.believed for chip in chips if chip.risk == risk.id} == {True}
