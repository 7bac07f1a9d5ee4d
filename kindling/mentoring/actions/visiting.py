"""A mentor asks a class to come; the coordinator agrees on a day, and it is noted with the site."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.mentoring import rules
from kindling.mentoring.models import ClassVisit
from kindling.notices.actions import notify, notify_many
from kindling.outreach.actions import log_contact
from kindling.outreach.models import Contact
from kindling.placements.audience import coordinators_of
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site


@transaction.atomic
def offer_visit(site: Site, *, words: str, times: str, most: int, by: Viewer) -> ClassVisit:
    """Ask a class to come and see, where the mentor guides."""
    require(rules.own_sites(by).filter(pk=site.pk).exists())
    if by.person is None:
        raise PermissionDenied
    made: ClassVisit = ClassVisit.objects.create(
        school=by.school, mentor=by.person, site=site, words=words.strip()[:1000],
        times=times.strip()[:300], most=most, offered_on=by.school.today(),
    )  # fmt: skip
    record("classvisit.offer", made, by=by)
    with inside(by.school):
        url = made.get_absolute_url()
    readers = list(coordinators_of(by.school, by.school.today()))
    facts = {"who": made.mentor.name, "site": site.name}
    notify_many(readers, "mentoring/class_asked", facts, by=by, url=url)
    return made


@transaction.atomic
def agree_visit(visit: ClassVisit, *, on: date, at: time, answer: str = "", by: Viewer) -> None:
    """Agree on a day; the site's contacts hold it as the next step."""
    require(rules.may_answer_visit(by, visit))
    if on < by.school.today():
        raise ValidationError({"on": _("Choose today or a later day.")})
    facts: dict[str, Any] = {"answer": answer.strip()[:500], "answered_by": by.person}
    take_step(visit, "agree", by=by, on=on, at=at, **facts)
    log_contact(
        visit.site, by=by, how=Contact.How.MAIL, mentor=visit.mentor, said=visit.words,
        next_step=_("A class comes to see"), next_on=on,
    )  # fmt: skip
    _tell(visit, by)


@transaction.atomic
def decline_visit(visit: ClassVisit, answer: str, *, by: Viewer) -> None:
    """Thank them, and say why it does not work now. They read it."""
    require(rules.may_answer_visit(by, visit))
    if not answer.strip():
        raise ValidationError({"answer": _("Write a line to them.")})
    take_step(visit, "decline", by=by, answer=answer.strip()[:500], answered_by=by.person)
    _tell(visit, by)


def _tell(visit: ClassVisit, by: Viewer) -> None:
    mentor = visit.mentor
    if mentor.suspended_at is None:
        mentor.school = by.school
        notify(mentor, "mentoring/class_answered", {"visit": visit}, by=by)
