"""Somebody was in touch: noted, put right, its next step done and reminded of."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.outreach import rules
from kindling.outreach.models import Contact, OutreachChoice
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Organisation, Site

State = Contact.State


@transaction.atomic
def log_contact(
    about: Site | Organisation,
    *,
    by: Viewer,
    how: str,
    on: date | None = None,
    said: str = "",
    mentor: Person | None = None,
    next_step: str = "",
    next_on: date | None = None,
    owner: Person | None = None,
) -> Contact:
    """Note that somebody was in touch. A next step is the writer's unless somebody else has it."""
    require(rules.may_log(by) and about.school_id == by.school.pk)
    require(all(who is None or who.school_id == by.school.pk for who in (mentor, owner)))
    today = by.school.today()
    if on is not None and on > today:
        raise Refused(_("Choose today or an earlier day. What is ahead is a next step."))
    home, site = (about.organisation, about) if isinstance(about, Site) else (about, None)
    contact: Contact = Contact.objects.create(
        school=by.school, organisation=home, site=site,
        mentor=mentor, by=by.person, on=on or today, how=how, said=said.strip(),
        **_ahead(next_step, next_on, owner or by.person),
    )  # fmt: skip
    record("contact.log", contact, by=by, how=how)
    return contact


@transaction.atomic
def change_contact(
    contact: Contact,
    *,
    by: Viewer,
    how: str,
    on: date,
    said: str = "",
    mentor: Person | None = None,
    next_step: str = "",
    next_on: date | None = None,
    owner: Person | None = None,
) -> None:
    """Add the words, or put them right. That it was changed stays in the history, not the words."""
    require(rules.may_change_contact(by, contact))
    require(all(who is None or who.school_id == by.school.pk for who in (mentor, owner)))
    if on > by.school.today():
        raise Refused(_("Choose today or an earlier day. What is ahead is a next step."))
    was = Contact.objects.select_for_update().get(pk=contact.pk)  # it may be done by now
    facts: dict[str, object] = {"how": how, "on": on, "said": said.strip(), "mentor": mentor}
    if was.state != State.DONE:
        facts |= _ahead(next_step, next_on, owner or by.person)
        if (facts["next_on"], facts["owner"]) != (was.next_on, was.owner):
            facts["reminded_on"] = None  # another day or another owner: remind once more
    for name, value in facts.items():
        setattr(contact, name, value)
    contact.save(update_fields=list(facts))
    record("contact.change", contact, by=by)


def _ahead(step: str, on: date | None, owner: Person | None) -> dict[str, object]:
    """What is to be done next; nothing when there is nothing."""
    step = step.strip()
    if not step and on is None:
        return {"next_step": "", "next_on": None, "owner": None, "state": State.SAID}
    return {"next_step": step, "next_on": on, "owner": owner, "state": State.OPEN}


@transaction.atomic
def finish_step(contact: Contact, *, by: Viewer) -> None:
    """The next step is done."""
    require(rules.may_finish(by, contact))
    take_step(contact, "finish", by=by)


@transaction.atomic
def choose_outreach(*, by: Viewer, cold_months: int) -> None:
    """Say after how many months without a word a site is cold."""
    require(rules.may_choose(by))
    kept, _made = OutreachChoice.objects.get_or_create(school=by.school)
    OutreachChoice.objects.filter(pk=kept.pk).update(cold_months=cold_months)
    record("outreach.choose", kept, by=by, was=kept.cold_months, now=cold_months)


@every(hours=1)
def remind_of_steps() -> None:
    """Remind each owner once of a step whose day has come."""
    due = Contact.objects.filter(state=State.OPEN, reminded_on=None, owner__isnull=False)
    for school in School.objects.filter(pk__in=due.filter(next_on__isnull=False).values("school")):
        mine = due.filter(school=school, next_on__lte=school.today())
        for contact in mine.select_related("organisation", "site", "owner__school", "school"):
            remind_of_step(contact, by=Viewer.system(school))


@transaction.atomic
def remind_of_step(contact: Contact, *, by: Viewer) -> None:
    """Tell the owner that the day has come; whoever comes second does nothing.

    Where the owner works here no more, whoever keeps the places reads it.
    """
    require(by.is_a(Role.SYSTEM) and contact.owner is not None)
    rows = Contact.objects.filter(pk=contact.pk, reminded_on=None, state=State.OPEN)
    if contact.owner is None or not rows.update(reminded_on=by.school.today()):
        return
    record("contact.remind", contact, by=by)
    with inside(by.school):
        url = contact.get_absolute_url()
    readers = [contact.owner] if rules.works_here(by, contact.owner) else rules.readers(by)
    notify_many(readers, "outreach/step_due", {"contact": contact}, by=by, url=url)
