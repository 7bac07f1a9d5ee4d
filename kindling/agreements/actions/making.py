"""Make an agreement of a template, and give it new words while it is being signed."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.agreements import rules
from kindling.agreements.content import Facts, address_of, compose, missing_fields
from kindling.agreements.models import (
    Agreement,
    Party,
    Signature,
    Signer,
    Template,
    Version,
    Wording,
)
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import family_of, is_of_age, visible_students
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Site
from kindling.sites.rules import keepers, visible_site_mentors


@transaction.atomic
def make_agreement(
    template: Template,
    *,
    by: Viewer,
    student: Student | None = None,
    opportunity: Opportunity | None = None,
    site: Site | None = None,
    mentor: Person | None = None,
    **terms: Any,
) -> Agreement:
    """Fill in the newest version for a student at a place, a student, or a site. Asks nobody.

    terms: starts_on, and if wanted ends_on, days, starts_at, ends_at (else the template's and the
    place's). Refused when a field stays empty, nobody can sign, or the same is being signed.
    """
    require(rules.may_keep(by))
    require(student is None or visible_students(by, Matter.DAYS).filter(pk=student.pk).exists())
    version = _newest_version(template)
    where = opportunity.site if opportunity else site
    people = _signers_for(version, student, where, mentor, by=by)
    about: dict[str, Any] = {"student": student, "opportunity": opportunity, "site": site}
    terms = _terms(template, opportunity, **terms)
    facts = Facts(by.school, people=people, **terms, **about)
    _refuse_gaps(version, facts)
    agreement = _save(version, facts, by=by)
    for party, person in people.items():
        Signer(school=by.school, agreement=agreement, party=party, person=person).save()
    record("agreement.make", agreement, by=by, version=version.number)
    return agreement


def _terms(
    template: Template,
    place: Opportunity | None,
    *,
    starts_on: date,
    ends_on: date | None = None,
    days: list[int] | None = None,
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> dict[str, Any]:
    """From when to when and on which days; what nobody said is the template's and the place's."""
    if ends_on is None and template.lasts_days:
        ends_on = starts_on + timedelta(days=template.lasts_days - 1)
    usual = _usual(place)
    return {
        "starts_on": starts_on,
        "ends_on": ends_on,
        "days": usual[0] if days is None else tuple(days),
        "starts_at": starts_at or usual[1],
        "ends_at": ends_at or usual[2],
    }


def _usual(place: Opportunity | None) -> tuple[tuple[int, ...], time | None, time | None]:
    """The days and hours of a place."""
    return (tuple(place.weekdays), place.starts_at, place.ends_at) if place else ((), None, None)


def _newest_version(template: Template) -> Version:
    """The version in use. Refused when there is none."""
    published = template.versions.filter(published_at__isnull=False).order_by("-number")
    version = published.select_related("template").prefetch_related("texts").first()
    if version is None or template.state != Template.State.LIVE:
        raise Refused(_("“%(name)s” is not in use. Publish it first.") % {"name": template.label})
    return version


def _refuse_gaps(version: Version, facts: Facts) -> None:
    gaps = missing_fields(version, facts)
    if gaps:
        asked = {"days": _("Days"), "hours": f"{_('From')}, {_('Until')}"}  # as the form has them
        named = ", ".join(asked.get(name, f"{{{name}}}") for name in gaps)
        raise Refused(
            _("The text speaks of %(fields)s, and nobody filled that in.") % {"fields": named}
        )


def _save(version: Version, facts: Facts, *, by: Viewer) -> Agreement:
    content = compose(version, facts)
    agreement = Agreement(
        school=by.school, template=version.template, version=version, kind=version.template.kind,
        student=facts.student, opportunity=facts.opportunity, site=facts.site,
        starts_on=facts.starts_on, ends_on=facts.ends_on, content_hash=address_of(content),
        made_by=by.person,
    )  # fmt: skip
    try:
        with transaction.atomic():
            agreement.save()
    except IntegrityError:
        raise Refused(_("This is being signed already. Take that one back first.")) from None
    _keep_wording(agreement, content, by=by)
    return agreement


def _keep_wording(
    agreement: Agreement, content: dict[str, object], *, by: Viewer, changes: str = ""
) -> None:
    """Write down the words of an agreement as they are from now on."""
    Wording(
        school=by.school, agreement=agreement, number=agreement.number, changes=changes,
        version=agreement.version, content=content, content_hash=agreement.content_hash,
        made_at=by.school.now(),
    ).save()  # fmt: skip


def _signers_for(
    version: Version,
    student: Student | None,
    site: Site | None,
    mentor: Person | None,
    *,
    by: Viewer,
) -> dict[str, Person]:
    """Find who signs for each party. Refused where nobody is there."""
    people: dict[str, Person] = {}
    for party in version.parties:
        if party == Party.STUDENT and student:
            people[party] = student.person
        elif party == Party.FAMILY and student:
            guardian = family_of(by, [student.public_id], Matter.DECIDE).first()
            if guardian:
                people[party] = guardian.adult
            elif not is_of_age(student):
                raise Refused(
                    _("%(name)s has no family contact on file. Add one first.")
                    % {"name": student.name}
                )
        elif party == Party.SITE and site:
            people[party] = mentor or _lead_of(site, by=by)
        elif party == Party.SCHOOL:
            people[party] = _for_the_school(by)
        else:
            raise Refused(_("This needs a student and a place. Choose both."))
    return people


def _lead_of(site: Site, *, by: Viewer) -> Person:
    open_rows = visible_site_mentors(by).filter(site=site, until_on__isnull=True)
    lead = open_rows.order_by("-is_lead", "pk").first()
    if lead is None:
        raise Refused(
            _("Nobody guides interns at %(site)s yet. Add a mentor first.") % {"site": site.name}
        )
    return lead.person


def _for_the_school(by: Viewer) -> Person:
    person = by.person or keepers(by).first()
    if person is None:
        raise Refused(_("The school has no coordinator who could sign. Give somebody that role."))
    return person


@transaction.atomic
def renew_wording(agreement: Agreement, facts: Facts, version: Version, *, by: Viewer) -> None:
    """Give an agreement that is being signed other words; who has signed has to sign again.

    Refused when everybody has signed or it was taken back.
    """
    require(rules.may_keep(by))
    agreement = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if not agreement.is_open:
        raise Refused(_("This is no longer being signed. Make a new agreement instead."))
    _refuse_gaps(version, facts)
    content = compose(version, facts)
    agreement.number += 1
    agreement.version, agreement.content_hash = version, address_of(content)
    agreement.starts_on, agreement.ends_on = facts.starts_on, facts.ends_on
    agreement.state = Agreement.State.OPEN
    agreement.save()
    _keep_wording(agreement, content, by=by, changes=version.changes)
    now = by.school.now()
    kept = Signature.objects.filter(signer__agreement=agreement, set_aside_at__isnull=True)
    kept.update(set_aside_at=now)
    Signer.objects.filter(agreement=agreement).update(
        state=Signer.State.WAITING, answered_at=None, asked_at=None, reason=""
    )
    record("agreement.renew_wording", agreement, by=by, number=agreement.number)


@transaction.atomic
def update_wording(agreement: Agreement, *, by: Viewer) -> None:
    """Give an agreement that is being signed the newest version, about the same days and people."""
    require(rules.may_keep(by))
    version = _newest_version(agreement.template)
    if version.pk == agreement.version_id:
        raise Refused(_("It has the newest words already."))
    place = agreement.opportunity
    people = {one.party: one.person for one in agreement.signers.select_related("person")}
    lacks = [party for party in version.parties if party not in people]
    if lacks:
        raise Refused(_("The newest version is signed by others as well. Make a new agreement."))
    facts = Facts(
        by.school, agreement.starts_on, agreement.ends_on, agreement.student, place,
        agreement.site, people, *_usual(place),
    )  # fmt: skip
    renew_wording(agreement, facts, version, by=by)


@transaction.atomic
def change_signer(signer: Signer, person: Person, *, by: Viewer) -> None:
    """Let somebody else sign for the party. Refused once it is signed, or closed."""
    require(rules.may_keep(by))
    require(rules.may_sign_instead(by, signer).filter(pk=person.pk).exists())
    Agreement.objects.select_for_update().get(pk=signer.agreement_id)  # not while they sign
    waiting = Signer.objects.filter(
        pk=signer.pk, state=Signer.State.WAITING, agreement__state=Agreement.State.OPEN
    )
    if not waiting.update(person=person, asked_at=None, asks=0):
        raise Refused(_("They have answered already, or it is no longer being signed."))
    signer.person, signer.asked_at = person, None
    detail = {"party": signer.party, "person": person.public_id}
    record("agreement.change_signer", signer.agreement, by=by, **detail)
