"""The smallest scenario that can be played, and a way to change it."""

MINIMAL = """\
format = 1
title = "Kortere ventetid"

[tracks]
citizen = { indicator = "Ventetid", unit = "min", baseline = 45, target = 20, goal = 4 }
process = { indicator = "Sagstid", unit = "dage", baseline = 9, target = 5, goal = 4 }
economy = { indicator = "Besparelse", baseline = 0, target = 3, goal = 4 }
employee = { indicator = "Trivsel", unit = "%", baseline = 54, target = 70, goal = 4 }

[economy]
saving = 3.0

[[roles]]
id = "citizen"
name = "Borger"
ability = "citizen_voice"
aim = { kind = "track_at_least", track = "citizen", value = 10 }

[[roles]]
id = "clerk"
name = "Sagsbehandler"
ability = "front_line"
aim = { kind = "proven_at_least", value = 6 }

[[roles]]
id = "leader"
name = "Leder"
ability = "line_manager"
aim = { kind = "no_track_ever_below", value = 0 }

[[roles]]
id = "analyst"
name = "Konsulent"
ability = "analyst"
aim = { kind = "realism_at_least", value = 0.9 }

[[ideas]]
id = "booking"
name = "Tid på klokkeslæt"
text = "Alle får en tid og en besked dagen før."
track = "citizen"
kind = "service"
effects = { citizen = [3, 6], process = [2, 4], economy = [1, 4], employee = [-1, 4] }

[[benefits]]
id = "waits_less"
track = "citizen"
name = "Borgeren venter kortere"
measure = { indicator = "Ventetid, median", unit = "min", baseline = 28, target = 12 }
"""


def minimal(*replacements: tuple[str, str]) -> str:
    """The minimal scenario with the first of each pair, which has to be there, replaced once."""
    text = MINIMAL
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
