"""Keep proofs of insurance, send them, ask for them, and warn before they run out."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from kindling.agreements import rules
from kindling.agreements.models import Certificate
from kindling.chores.clockwork import every
from kindling.history.steps import record, record_many
from kindling.kit.files import keep_bytes
from kindling.kit.http import Refused, require
from kindling.kit.papers import ENDINGS
from kindling.notices.actions import notify, notify_many
from kindling.notices.asking import refuse_left_alone
from kindling.passes.actions import make_pass
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Organisation, Site
from kindling.sites.rules import keepers, visible_site_mentors

WARN_DAYS = 30
SEEN_DAYS, BRING_DAYS = 30, 30  # how long a link works


@transaction.atomic
def add_certificate(
    *,
    by: Viewer,
    kind: str,
    starts_on: date,
    ends_on: date,
    file: tuple[str, bytes],
    insurer: str = "",
    organisation: Organisation | None = None,
    site: Site | None = None,
) -> Certificate:
    """Keep a proof. file: type and content, as `kept_paper` gives them. Without owner: the school's."""
    require(rules.may_keep_certificates(by) or (site is not None and rules.may_bring(by, site)))
    type_, content = file
    folder = f"certificates/{by.school.public_id}"
    name, digest = keep_bytes(folder, content, ENDINGS[type_])
    kept = Certificate(
        school=by.school, organisation=organisation, site=site, kind=kind, insurer=insurer,
        starts_on=starts_on, ends_on=ends_on, file=name, sha256=digest, type=type_,
        size=len(content), brought_by=by.person,
    )  # fmt: skip
    kept.save()
    record("certificate.add", kept, by=by, kind=kind, ends_on=ends_on.isoformat())
    return kept


@transaction.atomic
def bring_certificate(site: Site, *, by: Viewer, **facts: object) -> Certificate:
    """What a mentor hands in by their link, for their organisation; the coordinators are told."""
    require(rules.may_bring(by, site))
    kept = add_certificate(by=by, organisation=site.organisation, site=site, **facts)  # type: ignore[arg-type]
    with inside(by.school):
        url = kept.get_absolute_url()
    told = {"certificate": kept, "site": site}
    notify_many(keepers(by), "agreements/brought", told, by=by, url=url)
    record("certificate.bring", kept, by=by)
    return kept


@transaction.atomic
def withdraw_certificate(certificate: Certificate, *, by: Viewer) -> None:
    """It counts no more; that it was there stays in the history."""
    require(rules.may_keep_certificates(by))
    open_ones = Certificate.objects.filter(pk=certificate.pk, withdrawn_at__isnull=True)
    if not open_ones.update(withdrawn_at=by.school.now()):
        raise Refused(_("It was taken out already."))
    record("certificate.withdraw", certificate, by=by)


@transaction.atomic
def send_certificate(certificate: Certificate, person: Person, *, by: Viewer) -> None:
    """Send somebody a link to it. Refused for one that counts no more."""
    require(rules.may_keep_certificates(by))
    if not certificate.holds_on(by.school.today()):
        raise Refused(_("This certificate does not hold today. Send a newer one."))
    refuse_left_alone(person, by.school)
    held = make_pass(person, rules.SEE_CERTIFICATE, [certificate.public_id], by=by, days=SEEN_DAYS)
    context = {"certificate": certificate, "owner": certificate.owner, "days": SEEN_DAYS}
    notify(person, "agreements/certificate", context, by=by, link_id=held.public_id)
    record("certificate.send", certificate, by=by, to=person.public_id)


@transaction.atomic
def ask_for_certificate(site: Site, *, by: Viewer) -> Person:
    """Ask who leads the mentors there for a proof, by a link that takes the file."""
    require(rules.may_keep_certificates(by))
    rows = visible_site_mentors(by).filter(site=site, until_on__isnull=True)
    lead = rows.order_by("-is_lead", "pk").first()
    if lead is None:
        raise Refused(
            _("Nobody guides interns at %(site)s yet. Add a mentor first.") % {"site": site.name}
        )
    refuse_left_alone(lead.person, by.school)
    held = make_pass(lead.person, rules.BRING_CERTIFICATE, [site.public_id], by=by, days=BRING_DAYS)
    context = {"site": site, "days": BRING_DAYS}
    notify(lead.person, "agreements/bring", context, by=by, link_id=held.public_id)
    record("certificate.ask", site, by=by, person=lead.person.public_id)
    return lead.person


@every(hours=6)
def warn_of_ends() -> None:
    """Tell the coordinators thirty days before a certificate ends, and again when it has ended."""
    for school in School.objects.filter(pk__in=Certificate.objects.values("school")):
        found = _ending(school)
        if found:
            warn_keepers(found, by=Viewer.system(school))


def _ending(school: School) -> list[Certificate]:
    """Those that end soon, or have ended since the last warning; not where a longer one is there."""
    today = school.today()
    new = Q(warned_on__isnull=True) | Q(ends_on__lt=today, warned_on__lte=F("ends_on"))
    longer = Certificate.objects.filter(
        school=school, kind=OuterRef("kind"), withdrawn_at__isnull=True,
        ends_on__gt=OuterRef("ends_on"),
    )  # fmt: skip
    same = Q(organisation=OuterRef("organisation"), site=OuterRef("site"))
    same |= Q(organisation=OuterRef("organisation"), site__isnull=True)
    ours = Q(organisation__isnull=True)  # of the school itself
    found = Certificate.objects.filter(
        new, school=school, withdrawn_at__isnull=True,
        ends_on__lte=today + timedelta(days=WARN_DAYS),
    )  # fmt: skip
    theirs = found.filter(organisation__isnull=False).exclude(Exists(longer.filter(same)))
    own = found.filter(ours).exclude(Exists(longer.filter(ours)))
    return [
        one
        for rows in (theirs, own)
        for one in rows.select_related("organisation", "site", "school").order_by("ends_on", "pk")
    ]


@transaction.atomic
def warn_keepers(found: list[Certificate], *, by: Viewer) -> None:
    """One letter about all of them; whoever comes second finds nothing to warn of."""
    require(by.is_a(Role.SYSTEM))
    today = by.school.today()
    keys = [one.pk for one in found]
    fresh = Certificate.objects.filter(pk__in=keys).exclude(warned_on=today)
    if not fresh.update(warned_on=today):
        return
    with inside(by.school):
        url = reverse("agreements:certificates")
    context = {"certificates": found, "today": today}
    notify_many(keepers(by), "agreements/ending", context, by=by, url=url)
    record_many("certificate.warn", found, by=by)
