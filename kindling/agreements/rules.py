"""Who sees which agreements, who signs, and who keeps them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.agreements.models import (
    Agreement,
    Certificate,
    Paper,
    Party,
    Signer,
    Template,
    Version,
)
from kindling.agreements.models.agreements import AgreementQuerySet
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import (
    family_of,
    family_ties,
    visible_people,
    visible_students,
)
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Site
from kindling.sites.rules import keepers, may_edit_places, sees_contacts, visible_site_mentors

SIGN_AGREEMENT = "sign_agreement"  # the purpose of a pass; its subjects are signers
SEE_CERTIFICATE = "see_certificate"  # its subjects are certificates
BRING_CERTIFICATE = "bring_certificate"  # its subject is a site


def agreements_about(student: Student, opportunity: Opportunity) -> AgreementQuerySet:
    """Every agreement that could hold for this student at this place; no viewer is asked."""
    found: AgreementQuerySet = Agreement.objects.filter(school=student.school_id)
    return found.about(student.pk, opportunity.pk, opportunity.site_id)


def certificates_of(site: Site) -> QuerySet[Certificate]:
    """What a site, its organisation and the school itself show; no viewer is asked."""
    found: QuerySet[Certificate] = Certificate.objects.filter(
        school=site.school_id, withdrawn_at__isnull=True
    )
    own = Q(site=site.pk) | Q(site__isnull=True, organisation=site.organisation_id)
    return found.filter(own | Q(organisation__isnull=True))


def visible_agreements(viewer: Viewer) -> AgreementQuerySet:
    """Leaders see the school's; others those of the students they see, and those of sites if staff.

    The bearer of a link sees the ones they were asked to sign.
    """
    found: AgreementQuerySet = Agreement.objects.filter(school=viewer.school)
    if viewer.purpose:
        return found.filter(pk__in=visible_signers(viewer).values("agreement"))
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return found
    seen = Q(student__in=visible_students(viewer, Matter.DAYS))
    if sees_contacts(viewer):
        seen |= Q(student__isnull=True)
    return found.filter(seen)


def visible_signers(viewer: Viewer) -> QuerySet[Signer]:
    """Who signs what one sees. Of a link: only its own bearer's."""
    found: QuerySet[Signer] = Signer.objects.filter(school=viewer.school)
    related = ("person", "agreement__template", "agreement__version")
    found = found.select_related(*related, "agreement__student__person", "agreement__site")
    if viewer.purpose == SIGN_AGREEMENT:
        # A link to a family is over with the family's tie to the student.
        mine = family_ties(viewer, Matter.DECIDE).values("student")
        still = ~Q(party=Party.FAMILY) | Q(agreement__student__in=mine)
        return found.filter(still, public_id__in=viewer.subjects, person=viewer.person_id)
    if viewer.purpose:
        return found.none()
    return found.filter(agreement__in=visible_agreements(viewer))


def may_sign(viewer: Viewer, signer: Signer) -> bool:
    """Each for themselves; another guardian for the family, who keeps the places for the school."""
    if signer.school_id != viewer.school.pk:
        return False
    if viewer.purpose:
        return visible_signers(viewer).filter(pk=signer.pk).exists()
    if signer.party == Party.SCHOOL:
        return may_keep(viewer)
    if signer.party == Party.FAMILY and viewer.is_a(Role.GUARDIAN):
        mine = family_ties(viewer, Matter.DECIDE)
        return mine.filter(student=signer.agreement.student_id).exists()
    return viewer.person_id is not None and signer.person_id == viewer.person_id


def may_sign_instead(viewer: Viewer, signer: Signer) -> QuerySet[Person]:
    """Who could sign for the same party: another guardian, another mentor there, another keeper."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    people = people.exclude(pk=signer.person_id).order_by("sort_name", "pk")
    agreement = signer.agreement
    match signer.party:
        case Party.FAMILY if agreement.student:
            family = family_of(viewer, [agreement.student.public_id], Matter.DECIDE)
            return people.filter(pk__in=family.values("adult"))
        case Party.SITE:
            where = agreement.opportunity.site_id if agreement.opportunity else agreement.site_id
            rows = visible_site_mentors(viewer).filter(site=where, until_on__isnull=True)
            return people.filter(pk__in=rows.values("person"))
        case Party.SCHOOL:
            return people.filter(pk__in=keepers(viewer).values("pk"))
    return people.none()


def may_keep(viewer: Viewer) -> bool:
    """The coordinator makes agreements, asks people to sign and takes them back; or the principal."""
    return may_edit_places(viewer)


def may_see_board(viewer: Viewer) -> bool:
    """The board is for staff; each finds there whom they see."""
    return viewer.is_staff and not viewer.purpose


def visible_templates(viewer: Viewer) -> QuerySet[Template]:
    """What the school lets people sign, for whoever keeps it."""
    found: QuerySet[Template] = Template.objects.filter(school=viewer.school)
    return found if may_edit_templates(viewer) else found.none()


def visible_versions(viewer: Viewer) -> QuerySet[Version]:
    found: QuerySet[Version] = Version.objects.filter(school=viewer.school)
    return found.filter(template__in=visible_templates(viewer)).select_related("template")


def may_edit_templates(viewer: Viewer) -> bool:
    """Words that people sign are the coordinator's and the principal's business."""
    return may_edit_places(viewer) or (viewer.is_a(Role.ADMINISTRATOR) and not viewer.purpose)


def visible_papers(viewer: Viewer) -> QuerySet[Paper]:
    """The PDF is for whoever sees the agreement."""
    found: QuerySet[Paper] = Paper.objects.filter(school=viewer.school)
    return found.filter(agreement__in=visible_agreements(viewer))


def visible_certificates(viewer: Viewer) -> QuerySet[Certificate]:
    """Staff see what sites have shown; the bearer of a link what was sent to them."""
    found: QuerySet[Certificate] = Certificate.objects.filter(school=viewer.school)
    found = found.select_related("organisation", "site", "school")
    if viewer.purpose == SEE_CERTIFICATE:
        return found.filter(public_id__in=viewer.subjects, withdrawn_at__isnull=True)
    return found if sees_contacts(viewer) else found.none()


def may_keep_certificates(viewer: Viewer) -> bool:
    """Who keeps the places keeps what they show."""
    return may_edit_places(viewer)


def templates_in_use(viewer: Viewer) -> QuerySet[Template]:
    """What every internship needs here. Which papers there are is no secret to staff."""
    found: QuerySet[Template] = Template.objects.filter(school=viewer.school, is_usual=True)
    return found.filter(state=Template.State.LIVE) if may_see_board(viewer) else found.none()


def may_bring(viewer: Viewer, site: Site) -> bool:
    """The bearer of a link that names this site hands in what the site was asked for."""
    return site.school_id == viewer.school.pk and viewer.holds(BRING_CERTIFICATE, site.public_id)


def site_asked_of(viewer: Viewer) -> Site | None:
    """The site for which the bearer of a link may hand in a certificate."""
    if viewer.purpose != BRING_CERTIFICATE:
        return None
    found = Site.objects.filter(school=viewer.school, public_id__in=viewer.subjects)
    return found.select_related("organisation").first()


def people_to_send_to(viewer: Viewer) -> QuerySet[Person]:
    """Adults of the school who can be reached: mentors and staff."""
    people: QuerySet[Person] = visible_people(viewer).filter(student__isnull=True)
    if not may_keep_certificates(viewer):
        return people.none()
    worn = Q(memberships__role__in=(Role.MENTOR, *STAFF), memberships__until_on__isnull=True)
    found = people.filter(worn).exclude(email="", phone="")
    return found.distinct().order_by("sort_name", "pk")


def verified_paper(sha256: str) -> Paper | None:
    """The paper with these bytes, for whoever holds them; who asks does not matter."""
    made = Paper.objects.filter(sha256=sha256, state=Paper.State.MADE)
    return made.select_related("agreement__school").first() if sha256 else None
