"""Fuzz the scenario reader by coverage: ``python -m tests.fuzz.fuzz_scenarios -max_total_time=60``.

Needs atheris (``pip install atheris``) and takes libFuzzer's options; a folder among them keeps the
inputs that led somewhere new. It begins with the shipped cases and the broken ones of the tests,
and knows the words of the format. What it finds belongs in ``test_fuzz_scenarios.py``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

LONGEST = 45_000
"""In bytes: the largest shipped case, and a little."""
WHOLE = b"\x01"
"""The first byte of an input: the rest of it is a whole file."""


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
            holds(source.ConsumeBytes(LONGEST))
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

    with tempfile.TemporaryDirectory() as folder:
        atheris.Setup([*sys.argv, *_prepared(Path(folder))], one)
        atheris.Fuzz()
    return 0


def _prepared(folder: Path) -> list[str]:
    """The options that hand the fuzzer its first inputs and the words of the format."""
    from game.content.schema import ScenarioFile
    from game.resources import SCENARIOS

    seeds, words = folder / "seeds", folder / "words.dict"
    seeds.mkdir()
    bad = Path(__file__).parents[1] / "bad_scenarios"
    for path in (*SCENARIOS.glob("*.toml"), *bad.glob("*.toml")):
        (seeds / path.stem).write_bytes(WHOLE + path.read_bytes()[:LONGEST])
    keys = sorted(_keys(ScenarioFile.model_json_schema()))
    words.write_text("".join(f'"{key} = "\n' for key in keys), encoding="ascii")
    return [str(seeds), f"-dict={words}", f"-max_len={LONGEST + 1}"]


def _keys(schema: object) -> set[str]:
    """Every key that a schema knows, at any depth."""
    if isinstance(schema, list):
        return {key for part in schema for key in _keys(part)}
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", ())) | {k for part in schema.values() for k in _keys(part)}


if __name__ == "__main__":
    sys.exit(main())
