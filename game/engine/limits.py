"""The bounds within which the rules keep every number and text.

Numbers that a scenario may change are in :class:`game.engine.setup.Rules` instead.
"""

from __future__ import annotations

# ---- what players enter
ESTIMATE_HIGH = 6
ESTIMATES = range(1, ESTIMATE_HIGH + 1)
"""What a benefit may be estimated at, in points."""
NEW_ESTIMATES = range(ESTIMATE_HIGH + 1)
"""What a claim may be estimated at once more; 0 withdraws it."""
POKER_ESTIMATES = range(ESTIMATE_HIGH + 1)
"""The numbers allowed in estimate poker; 0 is *nothing*."""
DOWNSIDES = range(1, 5)
"""What a downside may take from a track, in points."""
RANGE_ENDS = range(-DOWNSIDES[-1], ESTIMATE_HIGH + 1)
"""Between which points the range of an estimate may lie, that of a harm below 0."""
SEVERITIES = range(1, 5)
LIKELIHOOD_HIGH = 5
LIKELIHOODS = range(1, LIKELIHOOD_HIGH + 1)
OPTIONS = range(2)
"""The ways out of an event that leaves a choice."""

MAX_NAME, MAX_TEXT, MAX_UNIT = 80, 400, 40
"""How long written names, texts and units may be, in characters."""
MAX_MONTHS = 240
MAX_MEASURED = 1e12
"""The largest baseline or target of a measure, above and below zero."""

MITIGATIONS_OF_WRITTEN = 2
"""How often a risk in the group's own words may be mitigated: its true likelihood is hidden."""
GRAVE_HARM = 3
"""The points from which a harm counts in the verdict, unless something makes up for it."""

# ---- the table
SEEDS = range(1 << 64)
"""The numbers that a game can be begun with: those that a session can hold."""
MAX_SEATS = 8
"""As many as can play round one screen."""
TRACK_LOW, TRACK_HIGH = -10, 20
TRUST_HIGH = 10
BALANCE_END = 5
"""How far the balance goes to either side of 0."""
CAPACITY_HIGH = 99
"""As far as a correction may raise the capacity; the rules themselves know no bound."""
CORRECTIONS = range(-CAPACITY_HIGH, CAPACITY_HIGH + 1)
"""By how much anything can be corrected at all."""
MATURITY_HIGH = 6

# ---- a tested claim
CLAIM_HELD, CLAIM_MISSED = 1, 3
"""How many points beside the truth a claim still holds, and from how many on it is missed."""

# ---- modules
BALANCE_EXTREME = 4
"""The steps to either side from which a reality check costs trust."""
BALANCE_LEANING = 2
"""The steps to a side from which it eases something."""
PATIENCE_TRUST, PATIENCE_CAPACITY, PATIENCE_LEAST = 2, 2, 3
"""What asking for patience costs and gives, and the trust that must be there."""

# ---- what is true of an idea in the group's own words
MAIN_SPREAD = 3
"""How many values the main effect may have: from the cost less one upwards."""
HARMFUL = 3
"""One idea in so many harms somebody."""
HARM_SPREAD = 2
"""How many values such a harm may have, from −1 downwards."""
MORE_RISKS = 3
"""One idea in so many has a second risk."""
RISK_LEAST, RISK_SPREAD = 2, 3
"""The least that the severity and the likelihood of its risks may be, and how many values."""
