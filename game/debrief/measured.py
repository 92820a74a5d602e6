"""How often games have a key moment of a kind at least so strong.

By kind: weights, each with the share of games. Measured over games of all cases
with many bots, and written here, by ``python -m tests.truth.rarity``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SHARES: Final[Mapping[str, tuple[tuple[float, float], ...]]] = {
    "ClaimAgainstKnown": ((5, 0.03), (6, 0.03), (7, 0.02), (8, 0.01)),
    "ClaimFaced": ((5, 0.17), (6, 0.11), (7, 0.07), (8, 0.04), (9, 0.01), (10.0, 0.0)),
    "EstimateChanged": ((5, 0.17), (6, 0.14), (7, 0.08), (8, 0.03)),
    "FalseAlarmRaised": ((2.5, 0.52), (4.0, 0.32), (5.5, 0.08)),
    "HarmForeseen": ((4, 0.67), (5, 0.53), (6, 0.08), (7, 0.02)),
    "HarmKnown": ((5, 0.29), (6, 0.15), (7, 0.05), (8, 0.01)),
    "HarvestWithoutOwner": ((4, 0.47), (5, 0.27), (6, 0.14)),
    "HarvestedNothing": (
        (5.5, 0.06),
        (6.0, 0.05),
        (6.5, 0.05),
        (7.0, 0.04),
        (7.5, 0.03),
        (8.0, 0.03),
        (8.5, 0.02),
        (9.0, 0.01),
        (9.5, 0.0),
    ),
    "NamedRiskStruck": ((6, 0.39), (7, 0.21), (8, 0.02)),
    "OwnerGone": ((3, 0.25), (5, 0.02)),
    "OwnerLate": ((4, 0.78), (5, 0.69), (6, 0.45), (7, 0.23), (8, 0.09)),
    "PhaseWithout": ((4.0, 0.66), (4.5, 0.3), (6.0, 0.12), (6.5, 0.06), (8.0, 0.05)),
    "ProjectPaused": ((8, 0.14), (10.0, 0.07)),
    "RalliedInstead": (
        (3, 0.5),
        (4, 0.39),
        (5, 0.27),
        (6, 0.23),
        (7, 0.16),
        (8, 0.12),
        (9, 0.1),
        (10.0, 0.08),
    ),
    "RiskPrevented": ((5, 0.82), (6, 0.74), (7, 0.14)),
    "Stalled": ((6.0, 0.01),),
    "TrackHarmed": ((6.5, 0.21), (7.5, 0.14), (8.5, 0.07), (9.5, 0.02)),
    "TrialChangedMinds": (
        (4.5, 0.72),
        (5.0, 0.5),
        (5.5, 0.25),
        (6.0, 0.13),
        (6.5, 0.06),
        (7.0, 0.03),
        (7.5, 0.01),
        (8.0, 0.01),
        (8.5, 0.0),
        (9.5, 0.0),
    ),
    "TrustLost": ((5.0, 0.19), (6.5, 0.04), (8.0, 0.01), (9.5, 0.01)),
    "TrustSlid": ((6, 0.1), (7, 0.06), (8, 0.02), (9, 0.01), (10.0, 0.0)),
    "TurnWithoutMove": ((4, 0.53), (6, 0.03), (8, 0.01)),
    "UnnamedRiskStruck": ((7, 0.4), (8, 0.34), (9, 0.08)),
    "UntriedStumbled": ((5.0, 0.17), (5.5, 0.17)),
    "VerdictDecided": ((6, 0.29), (7, 0.1), (8, 0.03), (9, 0.01)),
    "WordKept": ((2.5, 0.05), (3.0, 0.05), (3.5, 0.05), (4.0, 0.03), (4.5, 0.01), (5.0, 0.0)),
}
