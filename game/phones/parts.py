"""Which of the packages that phones need are not installed; asked without loading any of them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

_NEEDED: Final = ("starlette", "uvicorn", "websockets", "segno", "ifaddr")
"""What the extra ``phones`` installs."""


def missing() -> list[str]:
    """The packages that are not there; none where phones can be let in."""
    return [name for name in _NEEDED if find_spec(name) is None]
