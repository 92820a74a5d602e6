"""An idea's sheet at the table: the actions on the idea, its benefits and its risks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.engine import Benefit, Idea, Risk, Track
from game.engine import actions as act
from game.engine.decisions import cost
from game.engine.harvest import carrying_out_price
from game.engine.limits import DOWNSIDES, ESTIMATES
from game.engine.lookups import present
from game.gui.dialogs.modal import Question
from game.gui.screen import Screen
from game.table.parts.idea_sheet import SheetMove, SheetView
from game.table.play.dialogs.amends import AmendsDialog
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.hand_over import HandOverDialog
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.post import ECONOMY, PostDialog
from game.table.play.dialogs.range import RangeDialog, another_range
from game.table.play.dialogs.trial import TrialDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.drafts import CardDraft, DraftHolder
from game.table.play.game import Game
from game.views import sheet_moves
from game.views.seat import turn_of


class IdeaSheet(SheetView):
    """Everything about one idea; disabled actions give the reason."""

    topic = "actions"
    room = (570.0, 225.0)
    of_turn = True
    game: Game

    def __init__(self, game: Game, idea: str, key: str = "") -> None:
        super().__init__(game, idea, key)
        self.opened = turn_of(game.state)

    def _moves(self, idea: Idea) -> list[SheetMove]:
        if idea.locked:
            return []
        game, t, seat = self.game, self.game.t, self.game.state.turn
        implement, shelve = act.Implement(seat, idea.id), act.Shelve(seat, idea.id)
        return [
            SheetMove(
                "trial",
                t("Try it small"),
                "flask-conical",
                game.why_not(act.Trial(seat, idea.id)),
                partial(self._open, TrialDialog, idea),
                tip=self._told(act.Trial),
            ),
            SheetMove(
                "implement",
                t("Implement, {n} capacity", n=carrying_out_price(game.state, idea)),
                "rocket",
                game.why_not(implement),
                partial(self._do, implement),
                "primary",
                sheet_moves.implementing(game.names, game.state, idea),
            ),
            SheetMove(
                "shelve",
                t("Shelve it"),
                "archive",
                game.why_not(shelve),
                partial(self._ask_to_shelve, idea),
                "quiet",
                self._told(act.Shelve),
            ),
        ]

    def _remark(self, idea: Idea) -> str:
        """Also that it would have to wait for reality, before that is met."""
        game = self.game
        if idea.locked or game.why_not(act.Implement(game.state.turn, idea.id)):
            return super()._remark(idea)
        return sheet_moves.waiting(game.names, game.state, idea)

    def _told(self, action: type[act.Action]) -> str:
        """What comes of an action, told where its button is pointed at."""
        return sheet_moves.told(self.game.t, self.game.state, action)

    def _benefit_moves(self, idea: Idea, track: Track, b: Benefit) -> list[SheetMove]:
        if idea.status == "realised":
            return self._realised_moves(idea, track, b)
        moves = []
        if not idea.locked:
            moves = [self._revise_move(idea, track, b), self._range_move(idea, track, b)]
        if b.downside:
            return [*moves, self._amends(idea, track)]
        if track == ECONOMY and "posts" in self.game.state.setup.rules.modules:
            moves.append(self._post(idea, b))
        if (self.game.state.effect(idea, track) or 0) < 0 and not idea.locked:
            moves.append(self._downside(idea, track))
        if b.owner is None:
            return [*moves, self._anchor(idea, track)]
        return [*moves, *self._hand_over(idea, track, b.owner)]

    def _realised_moves(self, idea: Idea, track: Track, b: Benefit) -> list[SheetMove]:
        """After reality it can be followed up once, and still change hands."""
        moves = [] if b.followed or b.downside else [self._follow_up(idea, track)]
        return moves if b.owner is None else [*moves, *self._hand_over(idea, track, b.owner)]

    def _follow_up(self, idea: Idea, track: Track) -> SheetMove:
        action = act.FollowUp(self.game.state.turn, idea.id, track)
        why, go = self.game.why_not(action), partial(self._do, action)
        tip = self._told(act.FollowUp)
        takes = cost(self.game.state, action).capacity
        label = self.game.t("Follow up, {n} capacity", n=takes)
        return SheetMove("follow", label, "trending-up", why, go, tip=tip)

    def _revise_move(self, idea: Idea, track: Track, b: Benefit) -> SheetMove:
        other = 2 if abs(b.estimate) == 1 else 1
        why = self.game.why_not(act.Revise(self.game.state.turn, idea.id, track, other))
        tip, go = self._told(act.Revise), partial(self._revise, idea, track)
        return SheetMove("revise", self.game.t("Revise"), "pencil", why, go, tip=tip)

    def _amends(self, idea: Idea, track: Track) -> SheetMove:
        why = self.game.why_not(act.MakeAmends(self.game.state.turn, idea.id, track))
        go = partial(self._open, AmendsDialog, idea, track)
        tip = self._told(act.MakeAmends)
        return SheetMove("amends", self.game.t("Make up for it"), "hand-heart", why, go, tip=tip)

    def _no_benefit_moves(self, idea: Idea, track: Track) -> list[SheetMove]:
        if idea.locked:
            return []
        harms = (self.game.state.effect(idea, track) or 0) < 0
        promise = [] if harms else [self._promise(idea, track)]
        return [*promise, self._downside(idea, track)]

    def _promise(self, idea: Idea, track: Track) -> SheetMove:
        """A benefit in the group's own words; a card of the hand is dropped on the idea itself."""
        seat, name = self.game.state.turn, self.game.names.idea(idea)
        why = self.game.why_not(act.WriteBenefit(seat, name, track, idea.id, ESTIMATES[0]))
        draft = CardDraft("benefit", idea=idea.id, track=track)
        gain = self.game.state.effect(idea, track) or 0
        if gain in ESTIMATES:  # it is known already, and only has to be said
            draft.estimate = gain
        go, tip = partial(self._write, draft), self._told(act.WriteBenefit)
        return SheetMove("promise", self.game.t("Promise a benefit"), "gift", why, go, "quiet", tip)

    def _downside(self, idea: Idea, track: Track) -> SheetMove:
        why = self.game.why_not(act.NameDownside(self.game.state.turn, idea.id, track, 1))
        go, label = partial(self._name_downside, idea, track), self.game.t("Name a downside")
        tip = self._told(act.NameDownside)
        return SheetMove("downside", label, "trending-down", why, go, "quiet", tip)

    def _name_downside(self, idea: Idea, track: Track) -> None:
        draft = CardDraft("downside", idea=idea.id, track=track)
        harm = -(self.game.state.effect(idea, track) or 0)
        if harm in DOWNSIDES:  # it is known already, and only has to be said
            draft.size = harm
        self._write(draft)

    def _write(self, draft: CardDraft) -> None:
        """Write a card at this idea; what is being written elsewhere is left alone."""
        self.app.push(WriteDialog(self.game, DraftHolder(draft), answers_prompt=False))

    def _range_move(self, idea: Idea, track: Track, b: Benefit) -> SheetMove:
        why = self.game.why_not(another_range(self.game.state.turn, idea, track, b))
        go = partial(self._open, RangeDialog, idea, track)
        tip = self._told(act.SetRange)
        return SheetMove("range", self.game.t("How sure?"), "gauge", why, go, tip=tip)

    def _post(self, idea: Idea, b: Benefit) -> SheetMove:
        other = next((p.id for p in self.game.state.setup.posts if p.id != b.post), "")
        why = self.game.why_not(act.NamePost(b.seat, idea.id, other))
        go = partial(self._open, PostDialog, idea)
        tip = self._told(act.NamePost)
        return SheetMove("post", self.game.t("Name the item"), "coins", why, go, tip=tip)

    def _anchor(self, idea: Idea, track: Track) -> SheetMove:
        seat = self.game.state.turn
        why = self.game.why_not(act.Anchor(seat, idea.id, track, max(0, seat)))
        go = partial(self._open, AnchorDialog, idea, track)
        tip = self._told(act.Anchor)
        return SheetMove("anchor", self.game.t("Anchor"), "anchor", why, go, tip=tip)

    def _hand_over(self, idea: Idea, track: Track, owner: int) -> list[SheetMove]:
        others = [seat for seat in present(self.game.state) if seat != owner]
        if not others:
            return []
        why = self.game.why_not(act.HandOver(owner, idea.id, track, others[0]))
        go = partial(self._open, HandOverDialog, idea, track)
        tip = self._told(act.HandOver)
        return [SheetMove("hand", self.game.t("Hand over"), "hand", why, go, tip=tip)]

    def _revise(self, idea: Idea, track: Track) -> None:
        self.app.push(EstimateDialog.for_revising(self.game, idea, track))

    def _risk_moves(self, idea: Idea, risk: Risk) -> list[SheetMove]:
        if idea.status == "realised":
            return []
        why = self.game.why_not(act.Mitigate(self.game.state.turn, idea.id, risk.id))
        go = partial(self._open, MitigateDialog, idea, risk)
        tip = self._told(act.Mitigate)
        return [SheetMove("mitigate", self.game.t("Mitigate"), "shield", why, go, tip=tip)]

    # ------------------------------------------------------------------ actions
    def _ask_to_shelve(self, idea: Idea) -> None:
        """Shelving also removes what is linked to the idea, so it needs to be confirmed."""
        t, s = self.game.t, self.game.state
        question = Question(
            t("Shelve {idea}?", idea=f"{idea.letter} · {self.game.names.idea(idea)}"),
            t(
                "The idea leaves the table, and its benefits and risks with it. The group gains "
                "{n} capacity. It can be undone.",
                n=s.setup.rules.shelve_gain,
            ),
            t("Shelve it"),
            partial(self._do, act.Shelve(s.turn, idea.id)),
        )
        self.app.push(question)

    def _open(self, dialog_class: Callable[..., Screen], *args: object) -> None:
        self.app.push(dialog_class(self.game, *args))

    def _do(self, action: act.Action) -> None:
        if self.game.state.step == "turn" and not self.game.why_not(action):
            self.app.pop(self)
        self.game.do(action)
