"""Which hint teaches which action; a test requires an entry for every action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.engine import Action, Exempt
from game.engine import actions as act

_WRITTEN = Exempt("the dialog of writing an idea shows where benefits and risks are written")
_SEEN = Exempt("whoever opens an idea sees it there")

TAUGHT: Mapping[type[Action], str | Exempt] = {
    act.PlaceIdea: "hand",
    act.WriteIdea: "write",
    act.PlaceBenefit: "benefit",
    act.WriteBenefit: _WRITTEN,
    act.Claim: Exempt("the card of a free benefit appears by itself"),
    act.NameDownside: "downside",
    act.PlaceRisk: "risk",
    act.WriteRisk: _WRITTEN,
    act.Rally: "rally",
    act.Anchor: "anchor",
    act.Mitigate: "mitigate",
    act.MakeAmends: "amends",
    act.Trial: "trial",
    act.Adjust: Exempt("the report of the trial asks"),
    act.Shelve: _SEEN,
    act.Implement: "implement",
    act.FollowUp: "follow_up",
    act.Revise: _SEEN,
    act.SetRange: "range",
    act.HandOver: _SEEN,
    act.UseAbility: "ability",
    act.Pass: "turns",
    act.Choose: Exempt("the event asks"),
    act.Answer: Exempt("reality asks"),
    act.NamePost: Exempt("the dialog opens by itself after the claim"),
    act.SpendTrust: "patience",
    act.Proceed: Exempt("it is the only thing to press"),
    act.GiveEstimate: Exempt("the dialog asks each seat"),
    act.CallEstimates: "poker",
}
"""The id of a hint for each action of the players; a facilitator's may have one too."""
UNDO: Final = "undo"
"""The id of the hint about undoing, which is no action."""
PHONES: Final = "phones"
"""The id of the hint about phones, which a group knows that has opened their room."""
