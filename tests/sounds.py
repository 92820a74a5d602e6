"""Makes the sounds of the table, from sine waves and noise: ``python -m tests.sounds``.

They are soft, short and few. Nothing is recorded and nothing is taken from elsewhere.
"""

from __future__ import annotations

import math
import wave
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from game.resources import ASSETS

RATE = 22_050
"""Samples a second, one channel of 16 bits."""
LOUDEST = 0.35
"""Of what a sound may be; a room should hear it and nobody should start."""
Wave = list[float]


def silence(seconds: float) -> Wave:
    """Nothing, for so long."""
    return [0.0] * round(seconds * RATE)


def tone(hertz: float, seconds: float, decay: float, *, overtones: float = 0.3) -> Wave:
    """A struck bar: a sine and two fainter ones above it, dying away."""

    def at(i: int) -> float:
        t = i / RATE
        swing = 2 * math.pi * hertz * t
        body = math.sin(swing) * math.exp(-t / decay)
        first = math.sin(2.76 * swing) * math.exp(-t / decay * 3)
        second = math.sin(5.4 * swing) * math.exp(-t / decay * 7)
        return body + overtones * first + overtones / 3 * second

    return [at(i) for i in range(round(seconds * RATE))]


def knock(seconds: float, decay: float, dull: float, seed: int) -> Wave:
    """A burst of noise; the duller, the more of its high part is taken off."""
    chance, last, made = Random(seed), 0.0, []
    for i in range(round(seconds * RATE)):
        last = dull * last + (1 - dull) * chance.uniform(-1, 1)
        made.append(last * math.exp(-i / RATE / decay))
    return made


def mixed(*parts: tuple[float, float, Wave]) -> Wave:
    """Waves on top of each other: each begins after so many seconds, and is so loud."""
    long = max(round(start * RATE) + len(part) for start, _, part in parts)
    whole = [0.0] * long
    for start, loud, part in parts:
        for i, value in enumerate(part, round(start * RATE)):
            whole[i] += loud * value
    return whole


def place() -> Wave:
    """A card laid on felt."""
    return mixed((0, 0.8, knock(0.16, 0.025, 0.86, 1)), (0, 0.35, tone(150, 0.16, 0.04)))


def die() -> Wave:
    """A die that is shown at once: it tumbles shortly, and lies still."""
    falls = ((0.0, 1.0), (0.09, 0.75), (0.16, 0.55), (0.21, 0.4), (0.245, 0.25))
    knocks = ((at, loud, knock(0.1, 0.012, 0.55, 10 + i)) for i, (at, loud) in enumerate(falls))
    return mixed(*knocks, (0.0, 0.2, silence(0.36)))


def rattle() -> Wave:
    """Dice that are shaken in a hand: faint, and dull as wood in a palm."""
    falls = ((0.0, 0.6), (0.09, 1.0), (0.2, 0.7), (0.29, 0.9), (0.41, 0.6))
    knocks = ((at, loud, knock(0.06, 0.009, 0.8, 20 + i)) for i, (at, loud) in enumerate(falls))
    return mixed(*knocks, (0.0, 0.2, silence(0.5)))


def roll() -> Wave:
    """A die that is thrown: it hops, less and less, and lies still as it is seen to."""
    hops = ((0.0, 0.5), (0.43, 1.0), (0.86, 0.7), (1.29, 0.45), (1.37, 0.3), (1.43, 0.2))
    knocks = ((at, loud, knock(0.1, 0.012, 0.55, 10 + i)) for i, (at, loud) in enumerate(hops))
    return mixed(*knocks, (0.0, 0.2, silence(1.6)))


def track() -> Wave:
    """A marker moves: two notes, the second one higher."""
    return mixed((0, 0.8, tone(392.0, 0.4, 0.12)), (0.11, 0.9, tone(523.25, 0.5, 0.16)))


def timer() -> Wave:
    """The time is up: a bell far away, once."""
    return mixed((0, 1.0, tone(587.33, 1.5, 0.5, overtones=0.12)), (0, 0.3, tone(293.66, 1.5, 0.6)))


def verdict() -> Wave:
    """The end: a chord that opens note by note."""
    notes = (261.63, 329.63, 392.0, 523.25)
    return mixed(*((0.14 * i, 0.8, tone(hertz, 1.6, 0.5)) for i, hertz in enumerate(notes)))


SOUNDS: dict[str, Callable[[], Wave]] = {
    "place": place,
    "die": die,
    "rattle": rattle,
    "roll": roll,
    "track": track,
    "timer": timer,
    "verdict": verdict,
}


def samples(made: Wave) -> array[int]:
    """As whole numbers: as loud as they may be, without a click at either end."""
    peak, edge = max(abs(value) for value in made), round(0.004 * RATE)
    scale = LOUDEST * 32_767 / peak
    faded = (
        value * min(1.0, i / edge, (len(made) - 1 - i) / (4 * edge)) for i, value in enumerate(made)
    )
    return array("h", (round(scale * value) for value in faded))


def write(folder: Path) -> Iterator[Path]:
    """Write every sound as a WAV file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SOUNDS.items():
        path = folder / f"{name}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(make()).tobytes())
        yield path


if __name__ == "__main__":
    for written in write(ASSETS / "sounds"):
        print(written.name)
