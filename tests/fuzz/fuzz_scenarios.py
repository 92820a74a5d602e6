"""Fuzz the scenario reader by coverage: ``python -m tests.fuzz.fuzz_scenarios -max_total_time=60``.

Needs atheris (``pip install atheris``) and takes libFuzzer's options. What it finds belongs in
``test_fuzz_scenarios.py``.
"""

from __future__ import annotations

import sys


def main() -> int:
    """Run until the time is up or something is found."""
    try:
        import atheris
    except ImportError:
        print("atheris is not installed; nothing was fuzzed.", file=sys.stderr)
        return 0
    with atheris.instrument_imports(include=["game.content", "tomli"]):
        from tests.fuzz.spoiling import PARTS, holds, spoiled

    def one(data: bytes) -> None:
        source = atheris.FuzzedDataProvider(data)
        if source.ConsumeBool():
            holds(source.ConsumeBytes(4000))
            return
        places = [
            (
                source.ConsumeIntInRange(0, 4000),
                source.ConsumeIntInRange(-1, len(PARTS)),
                source.ConsumeIntInRange(0, 40),
            )
            for _ in range(source.ConsumeIntInRange(0, 8))
        ]
        holds(spoiled(places))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
