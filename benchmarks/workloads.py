"""The workloads of issue 2, ours beside Y's: what to ask, how often, and what it may cost."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Any

type Request = tuple[str, str, dict | None]  # path, session, form

LAST_WEEK = ("2026-10-06", "2026-10-08")
HERE = "/harbor-view/"


@dataclass(frozen=True)
class Workload:
    """`ceiling` is against Y's CPU; `most` counts statements without BEGIN and COMMIT.

    `most_kb` is of the page before it is compressed.
    """

    key: str
    title: str
    yard: str
    ceiling: float
    most: int
    ours: Callable[[dict[str, Any]], Iterator[Request]]
    saves: bool = False
    limit: int = 10_000  # requests before the data must be put back
    most_kb: int = 60


def advisors_today(seed: dict[str, Any]) -> Iterator[Request]:
    return ((HERE, cookie, None) for cookie in cycle(seed["advisors"]))


def mentors_pass(seed: dict[str, Any]) -> Iterator[Request]:
    for token, placements in seed["doors"]:
        days = [f"{placement}.{on}" for placement in placements for on in LAST_WEEK]
        yield f"/p/{token}/", "", {"all": days}


def check_in(seed: dict[str, Any]) -> Iterator[Request]:
    for number, (cookie, placement) in enumerate(seed["check_ins"]):
        form = {"goal": "Learn one new thing", "tap": f"tap{number}"}
        yield f"{HERE}days/check-in/{placement}/", cookie, form


def student_page(seed: dict[str, Any]) -> Iterator[Request]:
    for n in cycle(range(20)):
        for cookie, students in zip(seed["advisors"], seed["students"], strict=True):
            yield f"{HERE}students/{students[n]}/", cookie, None


def plan_page(seed: dict[str, Any]) -> Iterator[Request]:
    for n in cycle(range(20)):
        for cookie, plans in zip(seed["advisors"], seed["plans"], strict=True):
            yield f"{HERE}plans/{plans[n]}/", cookie, None


def narratives(seed: dict[str, Any]) -> Iterator[Request]:
    """All of one advisory, whole, below each other."""
    page = f"{HERE}narratives/rounds/{seed['narratives']}/through/"
    return ((page, cookie, None) for cookie in cycle(seed["advisors"]))


def students(seed: dict[str, Any]) -> Iterator[Request]:
    return ((f"{HERE}students/", seed["leader"], None) for _ in cycle([0]))


def places(seed: dict[str, Any]) -> Iterator[Request]:
    return ((f"{HERE}places/", seed["leader"], None) for _ in cycle([0]))


WORKLOADS = [
    Workload("1", "Advisor's Today, 20 students", "roster", 1.1, 6, advisors_today),
    Workload("2", "Mentor confirms 20 days", "save", 1.3, 10, mentors_pass, saves=True, limit=30),
    Workload("3", "One check-in", "save", 0.8, 8, check_in, saves=True, limit=190),
    Workload("4", "A student's page", "students", 1.4, 10, student_page),
    Workload("5", "Students, page of 50", "list", 1.2, 5, students),
    Workload("5p", "Places, page of 50", "list", 1.2, 5, places),
    Workload("10", "A plan, 5 goals, 30 pieces", "plan", 1.6, 10, plan_page),
    Workload("10n", "Narratives, 20 x 1,000 words", "narratives", 1.6, 10, narratives, most_kb=160),
    Workload("11", "Advisor's home", "students", 1.4, 10, advisors_today),
]


def yard(kind: str, seed: dict[str, Any]) -> Iterator[Request]:
    """Y's requests of this kind."""
    for number, cookie in enumerate(cycle(seed["cookies"])):
        if kind == "roster":
            yield "/", cookie, None
        elif kind == "narratives":
            yield "/narratives/", cookie, None
        elif kind == "list":
            yield "/list/", cookie, None
        elif kind in {"students", "plan"}:
            yield f"/{kind}/{seed['students'][number % 500]}/", cookie, None
        else:
            yield "/save/", cookie, {"state": f"round{number % 7}"}


def put_back(workload: Workload, seed: dict[str, Any]) -> None:
    """Undo what a workload wrote, out of band."""
    from kindling.attendance.models import Day, Entry  # noqa: PLC0415  Django is set up by then

    if workload.key == "2":
        Entry.objects.filter(kind="confirm").delete()
        theirs = [one for _token, placements in seed["doors"] for one in placements]
        Day.objects.filter(on__in=LAST_WEEK, placement__public_id__in=theirs).update(
            state="checked_out", standing="waiting", mentor_said_at=None, mentor_in_at=None,
            mentor_out_at=None,
        )  # fmt: skip
    if workload.key == "3":
        Entry.objects.filter(day__placement__in=seed["waits"], kind="check_in").delete()
        Day.objects.filter(placement__in=seed["waits"], on="2026-10-13").delete()
