"""Every address that names something × every kind of guardian, kept in guardian_matrix.txt.

The rows are those which the permission matrix opens to Rosa, of whom nothing is limited. Beside
her: the same Rosa without one matter, without any, of a student of age, and who is family no more;
and the family of another student. Nobody of them may open what she may not.
REWRITE=1 writes the file again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from kindling.people.actions import connect, share_matter, transfer_rights
from kindling.people.matters import Matter
from kindling.people.models import Connection, Transfer
from kindling.people.tests.limiting import limited, turns_18
from kindling.schools.roles import Role
from tests.cast import Cast, make_person
from tests.matrix_subjects import Subjects
from tests.test_permission_matrix import all_routes, ask, written

pytestmark = pytest.mark.once

SNAPSHOT = Path(__file__).with_name("guardian_matrix.txt")
REWRITE = bool(os.environ.get("REWRITE"))
ROSA = 4  # her column in the permission matrix
SHORT = {
    Matter.DAYS: "day", Matter.PLAN: "pla", Matter.WORK: "wrk", Matter.WORDS: "wds",
    Matter.CARE: "car", Matter.DECIDE: "dec", Matter.TOLD: "tol",
}  # fmt: skip
# What belongs to the school and not to a child, or is the guardian's own: open to the bare hat.
SCHOOLS = (
    "api/v1/opportunities/", "api/v1/case/", "calendar/weeks/", "families/offers/",
    "goals/frameworks/", "goals/goal/", "goals/rubrics/", "places/", "reach/", "services/",
    "travel/map/",
)  # fmt: skip
# Who is not let in may still ask for the record, which goes to a person, and reads what they
# asked themselves. The programme of an evening is public.
ASKED = ("/harbor-view/rights/", "/harbor-view/exhibitions/programme/")
SHUT = {"403", "404", "405"}


def grown(cast: Cast, outcome: Transfer.Outcome, **facts: object) -> None:
    turns_18(cast)
    transfer_rights(cast.luis, outcome, by=cast.as_("priya"), **facts)


def sharing(cast: Cast) -> None:
    grown(cast, Transfer.Outcome.STUDENT)
    share_matter(cast.luis, cast.rosa, Matter.WORDS, by=cast.as_("luis"))


def ended(cast: Cast) -> None:
    mine = Connection.objects.filter(adult=cast.rosa)
    mine.update(until_on=date(2026, 10, 12))


def elsewhere(cast: Cast) -> None:
    """She is the family of Maya, and of Luis no more."""
    ended(cast)
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=cast.as_("priya"))


def second(cast: Cast) -> None:
    """There is another household, and the limit is theirs: nothing of it shows on her side."""
    hugo = make_person(cast.school, "Hugo Diaz", Role.GUARDIAN)
    connect(cast.luis, hugo, Role.GUARDIAN, by=cast.as_("priya"))
    limited(cast, *Matter, adult=hugo)


KINDS: dict[str, Callable[[Cast], object]] = {
    "all": lambda _cast: None,
    "2nd": second,
    **{f"-{SHORT[m]}": lambda cast, m=m: limited(cast, m) for m in Matter},
    "none": lambda cast: limited(cast, *Matter),
    "dep": lambda cast: grown(
        cast, Transfer.Outcome.DEPENDENT, basis="Tax return", until_on=date(2026, 12, 31)
    ),
    "18": lambda cast: grown(cast, Transfer.Outcome.STUDENT),
    "18+w": sharing,
    "end": ended,
    "else": elsewhere,
}


def rows() -> list[tuple[str, str]]:
    """(method, address) of what Rosa opens, as the permission matrix says."""
    found = []
    for lines in written().values():
        for line in lines:
            cells = line.split()
            if line[5:].startswith("/") and "<" in line and cells[2:][ROSA] not in SHUT:
                found.append((cells[0].lower(), f"/harbor-view{cells[1]}"))
    return found


def answers(cast: Cast, subjects: Subjects, client: Client) -> dict[tuple[str, str], list[str]]:
    """What each kind is answered, kind by kind, with everything taken back."""
    asked = rows()
    found: dict[tuple[str, str], list[str]] = {row: [] for row in asked}
    for make in KINDS.values():
        point = transaction.savepoint_create()
        make(cast)
        for method, route in asked:
            path = subjects.fill(route)
            body = subjects.body if method == "post" and "/api/v1/" in path else None
            found[method, route].append(ask(client, method, path, body))
        transaction.savepoint_rollback(point)
        cast.luis.refresh_from_db()
    return found


@pytest.fixture
def asked(cast: Cast) -> dict[tuple[str, str], list[str]]:
    client = Client(raise_request_exception=False)
    client.force_login(cast.user("rosa"), backend="kindling.accounts.backends.Backend")
    return answers(cast, Subjects(cast), client)


def test_guardian_matrix(asked):
    head = " " * 64 + " ".join(f"{kind:4}" for kind in KINDS)
    lines = [
        f"{method.upper():4} {route.removeprefix('/harbor-view'):58} " + "  ".join(got)
        for (method, route), got in asked.items()
    ]
    text = "\n".join([head, *lines]) + "\n"
    if REWRITE:
        SNAPSHOT.write_text(text)

    # Whom nothing is left, strangers of this student, and who was family once.
    shut = [list(KINDS).index(kind) for kind in ("none", "18", "end", "else")]
    opened = [
        route
        for (_method, route), got in asked.items()
        if any(got[one] == "200" for one in shut)
        and not route.startswith(ASKED)
        and not route.removeprefix("/harbor-view/").startswith(SCHOOLS)
    ]
    assert opened == []
    assert [row for row, got in asked.items() if got[0] != got[1]] == []
    assert text == SNAPSHOT.read_text()


def pages_of(cast: Cast, subjects: Subjects, client: Client) -> dict[str, str]:
    """What Rosa reads, by address: every page that names something, and every list."""
    lists = [route for route in all_routes() if "<" not in route and route.startswith("/harbor")]
    named = [route for method, route in rows() if method == "get"]
    found = {}
    for route in [*named, *lists]:
        answer = client.get(subjects.fill(route))
        if answer.status_code == 200 and not answer.streaming:
            found[route] = answer.content.decode(errors="replace")
    return found


def test_no_page_names_the_child_of_whom_nothing_is_left_or_the_other_household(cast):
    subjects = Subjects(cast)
    client = Client(raise_request_exception=False)
    client.force_login(cast.user("rosa"), backend="kindling.accounts.backends.Backend")
    second(cast)
    with_second = pages_of(cast, subjects, client)
    limited(cast, *Matter)
    with_nothing = pages_of(cast, subjects, client)

    assert len([route for route, text in with_second.items() if "Luis" in text]) > 20
    assert [route for route, text in with_second.items() if "Hugo" in text] == []
    named = [route for route, text in with_nothing.items() if "Luis" in text]
    assert [route for route in named if not route.startswith(ASKED)] == []
