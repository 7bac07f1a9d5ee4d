"""The contrast of every pair of colours that meet, computed from frontend/css/tokens.css."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[3] / "frontend" / "css" / "tokens.css"
PAIR = re.compile(r"--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)")
TEXT, MARK = 4.5, 3.0

TONES = ["good", "warn", "alert", "info", "calm", "quiet"]
TEXTS = [
    *[(ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in ("paper", "surface")],
    *[("ink-2", ground) for ground in ("sunken", "raised", "alert-wash")],
    *[("ink", ground) for ground in ("sunken", "raised", "alert-wash")],
    *[("pine", ground) for ground in ("paper", "surface", "raised")],
    ("pine-deep", "pine-wash"),
    ("on-pine", "pine"),
    ("on-pine", "pine-deep"),
    ("on-sun", "sun"),
    ("on-sun", "sun-deep"),
    ("on-hero", "hero"),
    ("on-hero-2", "hero"),
    ("on-hero", "hero-done"),
    ("paper", "ink"),
    *[(tone, f"{tone}-wash") for tone in TONES],
    *[(tone, ground) for tone in ("alert", "warn") for ground in ("paper", "surface")],
    *[(f"h{n}b", f"h{n}a") for n in range(1, 9)],
]
MARKS = [
    *[("edge", ground) for ground in ("paper", "surface")],
    *[(f"{tone}-solid", "surface") for tone in TONES],
    ("ink", "sun"),
]


def tokens():
    return {name: (light, dark) for name, light, dark in PAIR.findall(TOKENS.read_text())}


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("over", "ground"), TEXTS)
def test_text_can_be_read(over, ground, scheme):
    at, known = ["light", "dark"].index(scheme), tokens()

    assert contrast(known[over][at], known[ground][at]) >= TEXT


@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_borders_can_be_seen(mark, ground):
    known = tokens()

    assert contrast(known[mark][0], known[ground][0]) >= MARK
    if mark != "ink":  # in the dark the sun halo itself stands out from the ground
        assert contrast(known[mark][1], known[ground][1]) >= MARK


def test_white_on_black_is_twenty_one():
    assert round(contrast("#ffffff", "#000000"), 1) == 21.0
