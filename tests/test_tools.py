"""The tools that watch over us are watched, too."""

import importlib.util
import re
import socket
from pathlib import Path

import pytest
from django.db import connection

from tests.plugin import NetworkClosed

ROOT = Path(__file__).resolve().parents[1]
HOME = f"{Path('/home') / 'ana'}/"


def load_lint():
    spec = importlib.util.spec_from_file_location("ci_lint", ROOT / ".ci/lint.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uv.lock", ""),
        ("package-lock.json", '"resolved": "https://elsewhere.example/x.tgz"'),
        ("requirements.lock", "--index-url https://elsewhere.example/simple"),
        ("docs/tour.md", f"see {HOME}kindling"),
        ("kindling/x/jinja2/x/a.html", '<p style="color: red">'),
        ("kindling/x/jinja2/x/a.html", "<p hx-on:click=\"alert('no')\">"),
        ("kindling/x/jinja2/x/a.html", '<p hx-trigger="click[ctrlKey]">'),
    ],
)
def test_lint_finds(name, text):
    assert len(load_lint().breaches_in(name, text)) == 1


def test_lint_lets_good_files_pass():
    lint = load_lint()

    assert lint.breaches_in("package-lock.json", '"integrity": "sha512-abc"') == []
    assert lint.breaches_in("kindling/x/jinja2/x/a.html", '<p hx-trigger="change">') == []


def test_every_setting_is_in_the_docs():
    read = re.compile(r"(?:env|flag|environ\.get)\(\s*\"([A-Z_]+)\"")
    sources = [*ROOT.glob("kindling/config/*.py"), ROOT / "kindling/kit/clock.py"]
    asked = {name for source in sources for name in read.findall(source.read_text())}
    told = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs/settings.md").read_text()))

    assert (
        asked - told - {"KINDLING_TEST_FILE", "SECRET_KEY_FILE", "DJANGO_SETTINGS_MODULE"} == set()
    )


def test_tests_reach_nothing_outside_this_machine():
    with socket.socket() as door, pytest.raises(NetworkClosed):
        door.connect(("192.0.2.1", 80))


@pytest.mark.browser
def test_under_a_browser_each_thread_of_the_live_server_has_its_own_connection(db):
    assert not connection.is_in_memory_db()
