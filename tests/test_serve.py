"""What `./go` stands on: two worlds that never mix, and processes that end with their parent."""

# ruff: noqa: S603  it starts programs of its own

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError

from kindling.config import processes
from kindling.config.management.commands.serve import OTHERS_FOLDER, prepare
from kindling.schools.models import Installation, Network, School

ROOT = Path(__file__).resolve().parents[1]
PARENT = """
import sys
from kindling.config import processes
try:
    with processes.Tree() as tree:
        for _ in range(2):
            tree.start([sys.executable, "-c", "import time; time.sleep(600)"])
        print(*(child.pid for child in tree.children), flush=True)
        tree.watch()
except processes.Stopped:
    print("stopped", flush=True)
"""


def start_parent():
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    return parent, [int(pid) for pid in parent.stdout.readline().split()]


def are_gone(pids):
    deadline = time.monotonic() + 60
    alive = [pid for pid in pids if Path(f"/proc/{pid}").exists()]
    while alive and time.monotonic() < deadline:
        time.sleep(0.05)
        alive = [pid for pid in alive if Path(f"/proc/{pid}").exists()]
    return not alive


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_the_tree_and_leaves_nobody(number):
    parent, children = start_parent()

    parent.send_signal(number)

    assert parent.communicate(timeout=60)[0] == "stopped\n"
    assert parent.returncode == 0
    assert are_gone(children)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be asked for this")
def test_a_killed_parent_takes_its_children_along():
    parent, children = start_parent()

    parent.kill()
    parent.communicate(timeout=60)

    assert are_gone(children)


def test_a_process_that_the_others_can_do_without_is_started_again():
    with processes.Tree() as tree:
        tree.start([sys.executable, "-c", "pass"], is_spare=True)
        first = tree.children[0]
        first.wait()

        tree.look()

        second = tree.children[0]
        second.wait()
        tree.look()  # too soon for a third
        assert (len(tree.children), second is first) == (1, False)
        assert tree.children[0] is second


def test_a_child_that_falls_is_named():
    with processes.Tree() as tree:
        tree.start([sys.executable, "-c", "raise SystemExit(3)"])

        with pytest.raises(processes.Fallen, match="ended by itself with 3"):
            tree.watch()


def test_a_folder_with_too_long_a_name_holds_no_socket(tmp_path):
    assert processes.line(tmp_path / ("x" * processes.LONGEST)) == []


def test_a_busy_port_is_seen():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert not processes.is_port_free("127.0.0.1", taken.getsockname()[1])


@pytest.mark.postgres  # it takes minutes, and where a network lives it matters most
@pytest.mark.django_db
def test_tables_made_in_one_go_are_those_that_the_migrations_make(prepared_place, migrated_place):
    assert prepared_place.shape() == migrated_place.shape()
    assert "no migrations to apply" in prepared_place.manage("migrate").stdout.lower()


@pytest.mark.django_db
def test_a_new_folder_becomes_a_school_once_and_for_all():
    prepare("school")
    prepare("school")

    assert [mark.is_demo for mark in Installation.objects.all()] == [False]


@pytest.mark.django_db
@pytest.mark.parametrize(("world", "other"), [("demo", "school"), ("school", "demo")])
def test_one_world_never_opens_as_the_other(world, other):
    Installation.objects.create(is_demo=world == "demo")

    with pytest.raises(CommandError) as refusal:
        prepare(other)

    assert str(refusal.value) == OTHERS_FOLDER[other]
    assert [mark.is_demo for mark in Installation.objects.all()] == [world == "demo"]


@pytest.mark.django_db
def test_a_school_without_a_mark_is_never_taken_for_a_demo():
    network = Network.objects.create(name="Coast Network", slug="coast")
    School.objects.create(network=network, name="Harbor View", slug="harbor-view")

    with pytest.raises(CommandError):
        prepare("demo")

    assert not Installation.objects.exists()


def test_the_first_command_in_a_new_folder_makes_what_the_server_then_serves(tmp_path):
    environment = {"PATH": os.environ["PATH"], "KINDLING_DATA": str(tmp_path)}
    manage = [sys.executable, "manage.py"]
    school = ["make_school", "--name", "Kelp Bay", "--slug", "kelp-bay"]

    steps = [
        subprocess.run(
            [*manage, *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        for words in (school, ["serve", "--world", "school", "--prepare"])
    ]

    assert [(step.returncode, step.stderr) for step in steps] == [(0, ""), (0, "")]
    assert "Made Kelp Bay at /kelp-bay/." in steps[0].stdout
