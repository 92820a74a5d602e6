"""What a group is asked when it writes silently, and which writing is alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

from game.i18n import Words, mark

Asked = Literal["ideas", "benefits", "downsides", "risks"]
NAMES: Final[Mapping[Asked, str]] = {
    "ideas": mark("Ideas"),
    "benefits": mark("Benefits"),
    "downsides": mark("Downsides"),
    "risks": mark("Risks: a premortem"),
}
QUESTIONS: Final[Mapping[Asked, str]] = {
    "ideas": mark("What could be done differently?"),
    "benefits": mark("What would be better, and for whom?"),
    "downsides": mark("Who does it cost something, and what does it cost them?"),
    "risks": mark("It is two years from now, and it failed. What happened?"),
}
"""What everybody answers silently, by what is written."""


def by_phone(t: Words, line: str, who: str) -> str:
    """What was decided, and whose phone it came from."""
    return t("{what} ({name}, by phone)", what=line, name=who)


_ALIKE: Final = 0.72
"""How alike two sheets are at least, from 0 to 1, to be put together without being asked."""


def alike(texts: Sequence[str]) -> list[list[int]]:
    """Texts that say nearly the same in nearly the same words, by their places; each once.

    Their words are compared, in any order: what is alike in sense alone people put together.

    >>> alike(["Fewer calls", "fewer calls!", "Shorter queue"])
    [[0, 1], [2]]
    """
    groups: list[list[int]] = []
    keys = [" ".join(sorted(re.findall(r"\w+", text.casefold()))) for text in texts]
    for place, key in enumerate(keys):
        near = (group for group in groups if _near(key, keys[group[0]]))
        group = next(near, None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return groups


def _near(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
