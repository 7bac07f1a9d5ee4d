"""Who sees what was handed in, who hands in, and who decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Q, QuerySet

from kindling.agreements.models import Agreement, Certificate
from kindling.clearance.items import KEEPERS, PRINCIPAL_DECIDES, STAFF, STAGES, Holder, Item, On
from kindling.clearance.models import ChosenPack, OwnRule, Proof, Terms
from kindling.consents.kinds import Kind
from kindling.consents.rules import against, holding, purposes_in_use
from kindling.history.models import Event
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import current_connections, family_ties, gives, visible_students
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Site, SiteMentor

HAND_IN = "hand_in"  # the purpose of a link; its subjects are pairs (`Pair.key`)
SETTERS = (Role.COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Subject:
    """What an item hangs on; the fields that its `on` needs are set."""

    on: On
    student: Student | None = None
    mentor: Person | None = None
    site: Site | None = None
    opportunity: Opportunity | None = None


# --- the school's choice ---------------------------------------------------------------------


def chosen_packs(school: School) -> QuerySet[ChosenPack]:
    """The packs a school follows; what is asked is no secret inside the school."""
    rows: QuerySet[ChosenPack] = ChosenPack.objects.filter(school=school).order_by("pk")
    return rows


def own_rules(school: School) -> QuerySet[OwnRule]:
    """What a school asks for by itself."""
    rows: QuerySet[OwnRule] = OwnRule.objects.filter(school=school).order_by("pk")
    return rows.select_related("changed_by")


def terms_of(places: Iterable[int]) -> QuerySet[Terms]:
    """Whether students are paid at these places."""
    rows: QuerySet[Terms] = Terms.objects.filter(opportunity__in=list(places))
    return rows


def may_set_rules(viewer: Viewer) -> bool:
    """Who answers for places and paperwork says what is asked."""
    return viewer.is_a(*SETTERS) and not viewer.purpose


def changes_of(viewer: Viewer) -> QuerySet[Event]:
    """Who chose and changed what is asked, newest first."""
    events: QuerySet[Event] = Event.objects.filter(
        school=viewer.school, verb__startswith="clearance."
    )
    if not may_set_rules(viewer):
        return events.none()
    return events.select_related("by").order_by("-at", "-pk")


# --- what was handed in ----------------------------------------------------------------------


def proofs_about(
    school: School,
    *,
    students: Iterable[int],
    mentors: Iterable[int],
    sites: Iterable[int],
    places: Iterable[int],
) -> QuerySet[Proof]:
    """Everything handed in about these. Only to say how an item stands; to read it, see below."""
    students, places = list(students), list(places)
    about = Q(on=On.STUDENT, student__in=students) | Q(on=On.MENTOR, mentor__in=list(mentors))
    about |= Q(on=On.SITE, site__in=list(sites)) | Q(on=On.PLACE, opportunity__in=places)
    about |= Q(on=On.PAIR, student__in=students, opportunity__in=places)
    rows: QuerySet[Proof] = Proof.objects.filter(about, school=school)
    rows = rows.exclude(pk__in=_rides_without_a_yes(school).values("pk"))
    rows = rows.exclude(pk__in=_forms_taken_back(school).values("pk"))
    return rows.select_related("handed_by", "decided_by")


def _rides_without_a_yes(school: School) -> QuerySet[Proof]:
    """Travel plans with the mentor at the wheel that the family does not allow (any more)."""
    rides = Proof.objects.filter(school=school, item="travel", answers__way="mentor")
    refused = Q(student__in=against(school.pk, Kind.RIDE).values("student"))
    allowed = holding(school.pk, Kind.RIDE, school.today()).values("student")
    asked = Exists(purposes_in_use(school.pk).filter(kind=Kind.RIDE))
    return rides.filter(refused | (Q(asked) & ~Q(student__in=allowed)))


def _forms_taken_back(school: School) -> QuerySet[Proof]:
    """Medical forms of students whose family says no to care, later than the form said yes."""
    no = against(school.pk, Kind.MEDICAL).values("student")
    return Proof.objects.filter(school=school, item="emergency", student__in=no)


def refuses_rides(student: Student) -> bool:
    """Say whether the family said no to riding with a mentor. One statement."""
    return against(student.school_id, Kind.RIDE).filter(student=student.pk).exists()


def visible_proofs(viewer: Viewer) -> QuerySet[Proof]:
    """What one may see the state of: leaders all, others what hangs on students they see."""
    proofs: QuerySet[Proof] = Proof.objects.filter(school=viewer.school)
    related = ("student__person", "mentor", "site", "opportunity__site", "handed_by", "decided_by")
    proofs = proofs.select_related(*related)
    if viewer.purpose:
        return proofs.filter(handed_by=viewer.person_id)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return proofs
    seen = Q(student__in=visible_students(viewer, Matter.DAYS).values("pk"))
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(student__isnull=True)
    return proofs.filter(seen | Q(handed_by=viewer.person_id))


def may_read(viewer: Viewer, proof: Proof, item: Item) -> bool:
    """Read the answers and the file, not only how it stands."""
    if viewer.person_id is not None and proof.handed_by_id == viewer.person_id:
        return True
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM):
        return not viewer.purpose
    if item.readers == KEEPERS or viewer.purpose:
        return False
    return item.readers != STAFF or viewer.is_staff


def is_advisor_of(viewer: Viewer, student: Student) -> bool:
    """Advises this student today. One statement."""
    if not viewer.is_a(Role.ADVISOR) or viewer.purpose:
        return False
    return current_connections(viewer).filter(student=student, role=Role.ADVISOR).exists()


def may_hand_in(viewer: Viewer, item: Item, subject: Subject) -> bool:
    """The one who holds it, the student's advisor on behalf of others, and who keeps the places.

    A background check and a risk are for the school's own people.
    """
    if may_prepare(viewer):
        return True
    if viewer.purpose:
        return _may_by_link(viewer, item, subject)
    if subject.student is None or viewer.school.pk != subject.student.school_id:
        return False
    if item.holder == Holder.STUDENT and subject.student.person_id == viewer.person_id:
        return viewer.is_a(Role.STUDENT)
    if item.holder == Holder.FAMILY and viewer.is_a(Role.GUARDIAN):
        mine = family_ties(viewer, Matter.DECIDE).filter(student=subject.student)
        return mine.exists()
    given = {Holder.STUDENT, Holder.FAMILY, Holder.ADVISOR, Holder.MENTOR}
    return item.holder in given and is_advisor_of(viewer, subject.student)


def _may_by_link(viewer: Viewer, item: Item, subject: Subject) -> bool:
    """The bearer of a link hands in what is theirs: a mentor the mentor's, a family the family's."""
    student, place = subject.student, subject.opportunity
    if viewer.purpose != HAND_IN or student is None or place is None:
        return False
    where = f"{student.public_id}.{place.public_id}"
    if not any(viewer.holds(HAND_IN, key) for key in (where, *(f"{where}.{s}" for s in STAGES))):
        return False
    if item.holder == Holder.FAMILY:
        mine = family_ties(viewer, Matter.DECIDE).filter(student=student)
        return mine.exists()
    if item.holder != Holder.MENTOR:
        return False
    if subject.on == On.MENTOR and (
        subject.mentor is None or subject.mentor.pk != viewer.person_id
    ):
        return False
    today = viewer.school.today()
    return leads_at([place.site_id], today).filter(person=viewer.person_id).exists()


def named_students(viewer: Viewer) -> QuerySet[Student]:
    """The students that a link names."""
    students: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    if viewer.purpose != HAND_IN:
        return students.none()
    named = [one.split(".")[0] for one in viewer.subjects]
    return students.filter(public_id__in=named).select_related("person").order_by("pk")


def named_places(viewer: Viewer) -> QuerySet[Opportunity]:
    """The places that a link names."""
    places: QuerySet[Opportunity] = Opportunity.objects.filter(school=viewer.school)
    if viewer.purpose != HAND_IN:
        return places.none()
    named = [one.split(".")[1] for one in viewer.subjects]
    return places.filter(public_id__in=named).select_related("site").order_by("pk")


def may_verify(viewer: Viewer, item: Item) -> bool:
    """The coordinator checks; the principal stands in, and alone decides about a risk."""
    if viewer.purpose:
        return False
    if item.key in PRINCIPAL_DECIDES:
        return viewer.is_a(Role.PRINCIPAL, Role.SYSTEM)
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM)


def may_prepare(viewer: Viewer) -> bool:
    """Write down what somebody else decides."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM) and not viewer.purpose


def may_see_board(viewer: Viewer) -> bool:
    """Leaders all of it, advisors their own students."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def may_remind(viewer: Viewer) -> bool:
    """Whoever keeps the paperwork."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM) and not viewer.purpose


def may_see_site(viewer: Viewer) -> bool:
    """A site's and a mentor's own items, apart from any student: for who answers for the school."""
    return viewer.is_leader and not viewer.purpose


def visible_mentors(viewer: Viewer) -> QuerySet[Person]:
    """Who guides interns anywhere here, now or before."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    if not may_see_site(viewer):
        return people.none()
    return people.filter(mentor_sites__isnull=False).distinct()


def agreements_of(school: School, students: Iterable[int]) -> QuerySet[Agreement]:
    """What these students, their families and sites sign or have signed: only how it stands."""
    states = (Agreement.State.OPEN, Agreement.State.COMPLETE)
    rows: QuerySet[Agreement] = Agreement.objects.filter(
        school=school, student__in=list(students), state__in=states
    )
    return rows.prefetch_related("signers__person").order_by("pk")


def certificates_of(school: School) -> QuerySet[Certificate]:
    """Proofs of insurance, those of sites and the school's own."""
    rows: QuerySet[Certificate] = Certificate.objects.filter(
        school=school, withdrawn_at__isnull=True
    )
    return rows.order_by("ends_on", "pk")


# --- who holds it now ------------------------------------------------------------------------


def people_with(school: School, role: Role, on: date) -> QuerySet[Person]:
    """Everybody who wears this hat on that day."""
    worn = Membership.objects.filter(school=school, role=role, since_on__lte=on)
    worn = worn.exclude(until_on__lt=on)
    people: QuerySet[Person] = Person.objects.filter(pk__in=worn.values("person"))
    return people.order_by("pk")


def adults_of(students: Iterable[int], on: date) -> QuerySet[Connection]:
    """Advisors, and the family who may sign for these students on that day, the first ones first."""
    rows: QuerySet[Connection] = Connection.objects.filter(
        gives(Matter.DECIDE, on),
        Q(until_on__isnull=True) | Q(until_on__gte=on),
        student__in=list(students),
        role__in=[Role.ADVISOR, Role.GUARDIAN],
        since_on__lte=on,
    )
    return rows.select_related("adult").order_by("-is_primary", "pk")


def leads_at(sites: Iterable[int], on: date) -> QuerySet[SiteMentor]:
    """Who guides interns at these sites on that day, the lead first."""
    rows: QuerySet[SiteMentor] = SiteMentor.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=on), site__in=list(sites), since_on__lte=on
    )
    return rows.select_related("person").order_by("-is_lead", "pk")
