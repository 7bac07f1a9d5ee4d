"""The README draws the states; STEPS are what holds."""

from pathlib import Path

from kindling.placements.models import Placement, Pursuit

README = Path(__file__).parents[1] / "README.md"


def drawn(model):
    return [
        f"{verb}: {', '.join(step.sources)} → {step.target}" for verb, step in model.STEPS.items()
    ]


def test_the_readme_draws_the_steps():
    lines = [line for line in README.read_text().splitlines() if line.startswith("    ")]
    shown = [step for line in lines for step in line.removeprefix("    ")[11:].split("; ")]

    assert shown == drawn(Pursuit) + drawn(Placement)
