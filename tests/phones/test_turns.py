"""Turns by phone: what a seat may do is asked for field by field, and what is sent is allowed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.engine import TRACKS, Action, check, cost
from game.engine import actions as act
from game.engine.lookups import is_at_home, owned_by
from game.i18n import Lang, Words
from game.phones.pages.turn import is_played
from game.session import Session
from game.session.codec import decode_action
from game.table.flow.phone_tables import PhoneTable
from game.table.play.game import Game
from game.wording import terms, worth
from game.wording.actions import effect
from game.wording.case_names import CaseNames
from tests import staging
from tests.phones.at_desk import Phone, desk_at, look, phone_of
from tests.table.driver import Cloth, Driver


class Playing:
    """A game at which every seat has a phone."""

    def __init__(self, folder: Path, lang: Lang = "en") -> None:
        self.session: Session[staging.Case] = staging.begin(folder, 3, 5)
        driver = Driver(Cloth(), (1280, 720), lang)
        self.game = Game(driver.app, staging.case(), self.session)
        self.desk = desk_at(PhoneTable(self.game))
        self.phones = [phone_of(self.desk, name, n) for n, name in enumerate(staging.NAMES[:3])]

    @property
    def mine(self) -> Phone:
        """The phone of the seat in turn."""
        look(self.desk)
        return self.phones[self.session.state.turn]


def kinds(phone: Phone) -> list[str]:
    """The kinds of action that a phone offers."""
    phone.say({"say": "draft", "picks": []})
    drafts = [one["picks"] for one in phone.offers if one["say"] == "draft"]
    return [picks[0] for picks in drafts if len(picks) == 1]


def asked(phone: Phone, kind: str, which: int) -> dict[str, Any]:
    """What is sent in the end, if of each question one answer is chosen."""
    picks: list[str] = [kind]
    for _ in range(8):
        phone.say({"say": "draft", "picks": picks})
        assert "None" not in phone.text, picks
        done = [one["action"] for one in phone.offers if one["say"] == "do"]
        if done:
            return dict(done[0])
        further = [
            one["picks"]
            for one in phone.offers
            if one["say"] == "draft" and len(one["picks"]) > len(picks)
        ]
        assert further, f"{kind} leads nowhere: {phone.text}"
        picks = further[which % len(further)]
    raise AssertionError(f"{kind} is asked for without end")


def written(action: dict[str, Any]) -> Action:
    """The action, with something in the fields that are written."""
    filled = {name: "A name" if value == "" else value for name, value in action.items()}
    return decode_action(filled)


def states(playing: Playing) -> Iterator[None]:
    """A game that goes on, at some of its turns."""
    for n, _ in enumerate(staging.decisions(playing.session, staging.filling)):
        state = playing.session.state
        if state.step == "turn" and state.poker is None and n % 9 == 0:
            yield


@pytest.mark.parametrize("lang", ["en", "da"])
def test_whatever_may_be_done_is_asked_for_and_then_allowed(tmp_path: Path, lang: Lang) -> None:
    playing, met = Playing(tmp_path, lang), set()
    for which, _ in enumerate(states(playing)):
        phone = playing.mine
        for kind in kinds(phone):
            action = written(asked(phone, kind, which))
            assert check(playing.session.state, action) is None, action
            met.add(kind)
    often = {"PlaceIdea", "PlaceBenefit", "PlaceRisk", "WriteIdea", "WriteRisk", "Anchor", "Pass"}
    assert met >= often
    assert all(is_played(getattr(act, kind)) for kind in met)


def test_before_it_is_done_it_is_told_what_comes_of_it(tmp_path: Path) -> None:
    playing = Playing(tmp_path)
    phone = playing.mine
    action = asked(phone, "PlaceIdea", 0)
    assert "What comes of it" in phone.text
    before = playing.session.state
    track = before.setup.by_id.ideas[action["card"]].track
    phone.say({"say": "do", "action": action})
    after = playing.session.state
    assert after.claimed(track) == action["estimate"]
    assert playing.session.history[-1].sender is not None
    assert f"({phone.member.name}, by phone)" in playing.game.decision_line(-1)


def test_what_is_free_and_about_nothing_shows_no_price_and_no_empty_list(tmp_path: Path) -> None:
    phone = Playing(tmp_path).mine
    phone.say({"say": "draft", "picks": ["Pass"]})
    assert "It takes" not in phone.text
    assert not re.search(r"<ul[^>]*>\s*</ul>", phone.page)
    phone.say({"say": "draft", "picks": ["Rally"]})
    assert "It takes 1 action. The group has" in phone.text


def test_points_are_told_in_the_unit_of_the_measure(tmp_path: Path) -> None:
    phone = Playing(tmp_path).mine
    phone.say({"say": "draft", "picks": ["PlaceIdea"]})
    card = next(one["picks"] for one in phone.offers if len(one.get("picks", ())) == 2)
    phone.say({"say": "draft", "picks": card})
    assert "more" in phone.text or "less" in phone.text
    assert card[1].startswith("card=")


def about_to(playing: Playing, kind: str) -> tuple[Phone, dict[str, Any]]:
    """A phone that may do something of a kind, and what it would send."""
    for _ in states(playing):
        phone = playing.mine
        if kind in kinds(phone):
            return phone, asked(phone, kind, 0)
    raise AssertionError(f"{kind} is never possible")


def test_a_benefit_is_anchored_with_a_measure_of_its_own(tmp_path: Path) -> None:
    playing = Playing(tmp_path)
    phone, action = about_to(playing, "Anchor")
    measure = {"indicator": "Calls", "unit": "a day", "baseline": "1,200", "target": "x"}
    phone.say({"say": "do", "action": {**action, "measure": measure}})
    assert phone.toasts.pop().startswith("This is not a number")
    phone.say({"say": "do", "action": {**action, "measure": {**measure, "target": "900"}}})
    done = playing.session.history[-1].action
    assert isinstance(done, act.Anchor)
    assert done.measure is not None
    assert (done.measure.baseline, done.measure.target) == (1200, 900)


def test_beside_an_owner_stands_what_they_are_and_there_is_one_price(tmp_path: Path) -> None:
    playing = Playing(tmp_path)
    phone, action = about_to(playing, "Anchor")
    state, names = playing.session.state, playing.game.names
    takes = cost(state, decode_action(action))
    said = "It takes 1 action." if takes.actions else "It takes no action"
    assert said in phone.text
    assert "none if the benefit" not in phone.text
    phone.say({"say": "draft", "picks": ["Anchor"]})
    while "Who owns it?" not in phone.text:
        offers = [one["picks"] for one in phone.offers if one["say"] == "draft"]
        phone.say({"say": "draft", "picks": max(offers, key=len)})
    track = next(t for t in TRACKS if terms.track(Words("en"), t) + " · " in phone.text)
    for seat in range(3):
        roles = ", ".join(names.roles(state.seats[seat].roles))
        home = "at home" if is_at_home(state, seat, track) else "not at home"
        line = f"{state.seats[seat].name} {roles} · {home} on {terms.track(Words('en'), track)}"
        assert f"{line} · owns {owned_by(state, seat)} of at most 3" in phone.text


def test_a_measure_that_is_left_empty_is_that_of_the_card(tmp_path: Path) -> None:
    playing = Playing(tmp_path)
    phone, action = about_to(playing, "Anchor")
    empty = dict.fromkeys(("indicator", "unit", "baseline", "target", "months"), "")
    phone.say({"say": "do", "action": {**action, "measure": empty}})
    done = playing.session.history[-1].action
    assert isinstance(done, act.Anchor)
    assert done.measure is None


NOT_CHOSEN = ("not in your hand", "another player's role", "no downside", "played without that")
"""Reasons that speak of something that nobody has chosen."""


def test_reasons_speak_of_what_the_seat_has_and_of_what_is_played(tmp_path: Path) -> None:
    playing, standing = Playing(tmp_path), 0
    for _ in states(playing):
        phone = playing.mine
        phone.say({"say": "draft", "picks": []})
        assert not [text for text in NOT_CHOSEN if text in phone.text]
        standing += "This ability counts by itself" in phone.text
    assert standing, "of an ability that works by itself that is said"


def test_a_downside_is_told_by_what_it_takes(tmp_path: Path) -> None:
    """The measure gets worse by it, as it gets better by a benefit."""
    playing = Playing(tmp_path)
    case, t = playing.game.case, Words("en")
    compared = 0
    for _ in states(playing):
        phone, picks = playing.mine, ["NameDownside"]
        if "NameDownside" not in kinds(phone):
            continue
        for _ in ("idea", "track"):
            phone.say({"say": "draft", "picks": picks})
            picks = next(o["picks"] for o in phone.offers if len(o.get("picks", ())) > len(picks))
        phone.say({"say": "draft", "picks": picks})
        track = next(t for t in TRACKS if f"track={json.dumps(t)}" in picks)
        assert worth.by_track(t, case, track, -2) in phone.text
        assert worth.by_track(t, case, track, 2) not in phone.text
        compared += 1
    assert compared


def test_a_price_is_that_which_is_taken(tmp_path: Path) -> None:
    """Where the balance leans, a trial takes no capacity: on the phone as at the table."""
    playing, leaning = Playing(tmp_path), 0
    for _ in states(playing):
        state, phone = playing.session.state, playing.mine
        for kind in ("Trial", "Mitigate"):
            if kind in kinds(phone):
                action = written(asked(phone, kind, 0))
                takes = cost(state, action)
                assert ("no capacity" in phone.text or "costs no capacity" in phone.text) == (
                    takes.capacity == 0
                )
                leaning += takes.relief == "tension"
    assert leaning


def test_a_vote_speaks_the_language_of_the_phone(tmp_path: Path) -> None:
    """The table asks in its own; what somebody wrote stays as it was written."""
    playing = Playing(tmp_path)
    next(state for state in states(playing) if playing.session.state.ideas)
    idea = playing.session.state.ideas[0]
    english = f"{idea.letter} · {playing.game.names.idea(idea)}"
    phone, danish = playing.mine, CaseNames(Words("da"), playing.game.case)
    phone.say({"say": "speak", "lang": "da"})
    playing.session.begin_vote("Which idea do we talk about?", [english, "Something else"], 3)
    phone.say({"say": "look", "page": "now"})
    assert "Hvilken idé taler vi om?" in phone.text
    assert f"{idea.letter} · {danish.idea(idea)}" in phone.text
    assert "Something else" in phone.text
    assert english not in phone.text


def test_what_a_phone_tells_of_the_table_needs_no_picture_and_leaves_nothing_out(
    tmp_path: Path,
) -> None:
    playing = Playing(tmp_path)
    phone = playing.mine
    asked(phone, "PlaceIdea", 0)
    assert "Balance 0 → " in phone.text
    phone.say({"say": "look", "page": "table"})
    assert "points of the goal are realised" in phone.text
    assert "flag" not in phone.text
    assert "white lines" not in phone.text
    assert "Balance 0 of 5 in the middle." in phone.text


def steps(phone: Phone, kind: str) -> Iterator[str]:
    """What each step of an action says, the first answer chosen of each question."""
    picks = [kind]
    while picks:
        phone.say({"say": "draft", "picks": picks})
        yield phone.text
        drafts = [one["picks"] for one in phone.offers if one["say"] == "draft"]
        picks = next((one for one in drafts if len(one) > len(picks)), [])


def test_every_step_says_what_is_decided_about(tmp_path: Path) -> None:
    playing = Playing(tmp_path)
    t, phone = Words("en"), playing.mine
    first, points, ready = steps(phone, "PlaceIdea")
    card = playing.session.state.setup.by_id.ideas[playing.session.state.idea_hands[0][0]]
    track = terms.track(t, card.track)
    stands = f"{playing.game.names.idea_card(card.id)} {track} · {card.cost} capacity to implement"
    assert stands in first
    assert stands in points
    assert stands in ready
    assert worth.track_scale(t, playing.game.case, card.track) in points
    next(state for state in states(playing) if playing.session.state.ideas)
    *_, severity, likelihood, ready = steps(playing.mine, "WriteRisk")
    idea = playing.game.names.idea(playing.session.state.ideas[0])
    assert idea in severity
    assert "Severity 2 it takes 2 points if it strikes" in severity
    assert idea in likelihood
    assert "Likelihood 2 you believe that it strikes 2 times out of 6" in likelihood
    assert "Severity 1" in ready


def test_to_place_and_to_write_are_told_differently(tmp_path: Path) -> None:
    rules = Playing(tmp_path).session.state.setup.rules
    pairs = ((act.PlaceIdea, act.WriteIdea), (act.PlaceBenefit, act.WriteBenefit))
    for place, write in (*pairs, (act.PlaceRisk, act.WriteRisk)):
        told = effect(Words("en"), write, rules)
        assert told != effect(Words("en"), place, rules)
        assert "n your own words" in told


def test_a_downside_says_what_it_costs(tmp_path: Path) -> None:
    playing = Playing(tmp_path)
    phone, action = about_to(playing, "NameDownside")
    assert re.search(r"What does it cost\?</label>\s*<textarea[^>]* required", phone.page)
    assert "Who bears it? (may be left empty)" in phone.text
    before = playing.session.state
    phone.say({"say": "do", "action": {**action, "name": "  "}})
    assert phone.toasts.pop() == "Something must be written here. A few words will do."
    assert playing.session.state is before
    phone.say({"say": "do", "action": {**action, "name": "More calls"}})
    assert playing.session.state is not before


def test_what_is_written_on_a_phone_is_on_one_line(tmp_path: Path) -> None:
    playing = Playing(tmp_path)
    phone, action = about_to(playing, "NameDownside")
    written = {"name": "Line one\nline  two\n", "bearer": "Those\r\nat the counter"}
    phone.say({"say": "do", "action": {**action, **written}})
    done = playing.session.history[-1].action
    assert isinstance(done, act.NameDownside)
    assert (done.name, done.bearer) == ("Line one line two", "Those at the counter")


def test_who_was_chosen_is_never_somebody_else(tmp_path: Path) -> None:
    """The seat was taken over by another person meanwhile."""
    playing = Playing(tmp_path)
    phone, _ = about_to(playing, "Anchor")
    owner = (playing.session.state.turn + 1) % 3
    picks = ["Anchor"]
    while "Who owns it?" not in phone.text:
        phone.say({"say": "draft", "picks": picks})
        drafts = [one["picks"] for one in phone.offers if one["say"] == "draft"]
        picks = next((one for one in drafts if len(one) > len(picks)), picks)
    chosen = next(one for one in drafts if one[-1] == f"owner={owner}")
    phone.say({"say": "draft", "picks": chosen})
    assert "Do it" in phone.text
    playing.game.do(act.Replace(owner, "Wilhelmine"))
    look(playing.desk)
    assert "Something has changed at the table meanwhile" in phone.text
    assert "Do it" not in phone.text


def test_what_was_chosen_is_never_another_thing(tmp_path: Path) -> None:
    """The chosen card is played at the screen: the one that is left has to be chosen itself."""
    playing = Playing(tmp_path)
    hands = (playing.session.state.idea_hands[playing.session.state.turn] for _ in states(playing))
    chosen, left = next(hand for hand in hands if len(hand) == 2)
    phone, state = playing.mine, playing.session.state
    phone.say({"say": "draft", "picks": ["PlaceIdea", f'card="{chosen}"']})
    assert "How many points" in phone.text
    playing.game.do(act.PlaceIdea(state.turn, chosen, 2))
    look(playing.desk)
    assert "Which card?" in phone.text
    assert "Something has changed at the table meanwhile" in phone.text
    again = ["PlaceIdea", f'card="{left}"']
    assert again in [one["picks"] for one in phone.offers if one["say"] == "draft"]
    phone.say({"say": "draft", "picks": again})
    assert "How many points" in phone.text
    assert "Something has changed" not in phone.text
