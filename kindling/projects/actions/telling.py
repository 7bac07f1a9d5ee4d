"""Letters of projects: one for those inside the school, one with a link for the mentor."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, notify_many, spend_asks
from kindling.passes.actions import make_pass
from kindling.projects import audience, rules
from kindling.projects.models import Project
from kindling.projects.rules import LOOK_AT_PROJECT
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

DAYS = 30  # a mentor's link


def tell_students(project: Project, what: str, *, by: Viewer, words: str = "") -> None:
    """Write to the members. what: a branch of email/news.txt."""
    people = audience.unique(audience.students_of(project), by)
    facts, url = _facts(project, what, words, by), _url(project, by)
    notify_many(people, "projects/news", facts, by=by, url=url)


def tell_advisors(project: Project, what: str, *, by: Viewer, words: str = "") -> None:
    """Write to those who advise a member."""
    people = audience.unique(audience.advisors_of(project, by), by)
    facts, url = _facts(project, what, words, by), _url(project, by)
    notify_many(people, "projects/news", facts, by=by, url=url)


def _url(project: Project, by: Viewer) -> str:
    with inside(by.school):
        return project.get_absolute_url()


def _facts(project: Project, what: str, words: str, by: Viewer) -> dict[str, Any]:
    who = by.person.first if by.person else ""
    return {"title": project.title, "what": what, "words": words, "who": who}


@transaction.atomic
def send_link(project: Project, *, by: Viewer) -> None:
    """Send the mentor their link once more. Refused for who rests, and where nothing is asked."""
    require(rules.may_work(by, project) and project.mentor_id is not None)
    what = {"proposed": "proposed", "delivered": "delivered"}.get(project.state, "look")
    if not ask_mentor(project, what, by=by):
        raise Refused(_("They cannot be written to now. Call instead."))
    record("project.send_link", project, by=by)


def ask_mentor(project: Project, what: str, *, by: Viewer) -> bool:
    """Send the mentor a link for this one project. what: a branch of email/mentor.txt.

    Return whether it went out: who was asked often this month rests, and staff call.
    """
    mentor = project.mentor
    if mentor is None or mentor.suspended_at is not None or by.person_id == mentor.pk:
        return False
    mentor.school = by.school
    if not spend_asks([mentor], by=by):
        return False
    firsts = [person.first for person in audience.students_of(project)]
    part = project.members.filter(until_on__isnull=True).select_related("student").first()
    held = make_pass(
        mentor, LOOK_AT_PROJECT, [project.public_id], by=by, days=DAYS, needs_code=True,
        about=part.student if part else None,
    )  # fmt: skip
    facts: dict[str, Any] = {"title": project.title, "firsts": ", ".join(firsts), "what": what}
    notify(mentor, "projects/mentor", facts, by=by, link_id=held.public_id)
    return True
