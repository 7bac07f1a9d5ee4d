"""The student chooses and reads; each assessor reads their own words until all are open."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.judgements.models import Judgement
from kindling.judgements.rules import CLOSED, MODERATORS, visible_judgements
from kindling.moderation.models import Assessor, FrameWord, Profile, ProfileChoice
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import is_own, own_advisees, visible_students, wards_of
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

State = Profile.State


def choice_of(school: School) -> ProfileChoice:
    """What the school decided; without a row: off."""
    kept = ProfileChoice.objects.filter(school=school).first()
    return kept or ProfileChoice(school=school)


def visible_profiles(viewer: Viewer) -> QuerySet[Profile]:
    """One’s own, those of whom one advises, those one is asked for, and the family’s once open."""
    rows: QuerySet[Profile] = Profile.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "scale")
    if viewer.purpose or viewer.person is None:
        return rows.none()
    if viewer.is_a(*MODERATORS):
        return rows
    adult = viewer.person.pk
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=adult)
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(student__in=own_advisees(viewer))
    if viewer.is_a(*STAFF):
        asked = Assessor.objects.filter(person=adult, declined_at=None)
        seen |= Q(pk__in=asked.values("profile"))
    if viewer.is_a(Role.GUARDIAN):
        today = viewer.school.today()
        theirs = wards_of(viewer.school.pk, adult, Matter.WORK, today)
        seen |= Q(student__in=theirs, state=State.READY)
    return rows.filter(seen)


def words_in(viewer: Viewer, profile: Profile) -> QuerySet[FrameWord]:
    """What was said: until all are open only one’s own. The caller may see the profile."""
    rows: QuerySet[FrameWord] = FrameWord.objects.filter(profile=profile)
    rows = rows.select_related("by", "level").order_by("by__sort_name", "pk")
    return rows if profile.state == State.READY else rows.filter(by=viewer.person_id or 0)


def assessors_of(profile: Profile) -> QuerySet[Assessor]:
    """Whom the student chose."""
    rows: QuerySet[Assessor] = Assessor.objects.filter(profile=profile)
    return rows.select_related("person").order_by("person__sort_name", "pk")


def agreed_of(viewer: Viewer, profile: Profile) -> QuerySet[Judgement]:
    """Judgements that were agreed, as far as the viewer reads them."""
    rows = visible_judgements(viewer).filter(student=profile.student_id, state__in=CLOSED)
    return rows.order_by("goal__path", "pk")


def people_to_choose(school: School) -> QuerySet[Person]:
    """Adults who work at the school today."""
    today = school.today()
    hats = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=school, role__in=STAFF, since_on__lte=today,
    )  # fmt: skip
    rows: QuerySet[Person] = Person.objects.filter(
        school=school, pk__in=hats.values("person"), suspended_at=None, merged_into=None
    )
    return rows.order_by("sort_name", "pk")


def own_student(viewer: Viewer) -> Student | None:
    """The viewer as a student."""
    if viewer.purpose or viewer.person is None or not viewer.is_a(Role.STUDENT):
        return None
    return visible_students(viewer, Matter.WORK).filter(person=viewer.person).first()


def may_begin_profile(viewer: Viewer, student: Student) -> bool:
    """The student, where the school does it."""
    return is_own(viewer, student) and choice_of(viewer.school).is_on


def may_say(viewer: Viewer, profile: Profile) -> bool:
    """The student of themselves, and each assessor who has not said no."""
    if viewer.purpose or viewer.person is None:
        return False
    if is_own(viewer, profile.student):
        return True
    asked = Assessor.objects.filter(profile=profile, person=viewer.person, declined_at=None)
    return viewer.is_a(*STAFF) and asked.exists()


def may_open_profile(viewer: Viewer, profile: Profile) -> bool:
    """Who advises the student, coordinator, principal."""
    if viewer.is_a(*MODERATORS) and not viewer.purpose:
        return True
    return own_advisees(viewer).filter(student=profile.student_id).exists()


def asked_to_assess(viewer: Viewer) -> QuerySet[Assessor]:
    """What the viewer is asked for, longest first."""
    rows: QuerySet[Assessor] = Assessor.objects.filter(
        school=viewer.school, person=viewer.person_id or 0, done_at=None, declined_at=None,
        profile__state=State.JUDGING,
    )  # fmt: skip
    return rows.select_related("profile__student__person").order_by("profile__begun_at", "pk")
