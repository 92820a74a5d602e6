"""Examples of the tables of a scenario file, as editors show them."""

from __future__ import annotations

from typing import Final

TRACK: Final = {"indicator": "Ventetid", "unit": "min", "baseline": 45, "target": 20}
TRACKS: Final = dict.fromkeys(("citizen", "process", "economy", "employee"), TRACK)
MEASURE: Final = {**TRACK, "months": 6}
AIM: Final = {"kind": "anchored_at_least", "value": 14}
ROLE: Final = {"id": "team_leader", "name": "Teamleder", "ability": "line_manager", "aim": AIM}
ROLES: Final = [ROLE, *({**ROLE, "id": id} for id in "bcd")]
_TEXTS: Final = {"name": "Din tid er din tid", "text": "Alle får et klokkeslæt."}
IDEA: Final = {"id": "booking", **_TEXTS, "track": "citizen", "kind": "service"}
_NAMED: Final = {"name": "Borgeren venter kortere", "track": "citizen"}
BENEFIT: Final = {"id": "waits_less", **_NAMED, "measure": MEASURE}
RISK: Final = {"id": "queue", "name": "Køen vokser", "track": "citizen", "severity": 3}
EVENT: Final = {"id": "audit", "name": "Revisionen tæller med", "balance": 2}
