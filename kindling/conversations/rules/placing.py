"""Words from a number or an address that nobody has: who looks at them, and where they may go."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.conversations.models import Thread
from kindling.conversations.rules.choosing import Whom, keeper_for, mentors_of
from kindling.letterbox.models import Mail
from kindling.letterbox.rules import visible_mails
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardian_ties, may_edit_roster, own_kin, students_in_full
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.texts.models import Text
from kindling.texts.rules import unplaced_texts


def may_see_unplaced(viewer: Viewer) -> bool:
    """Everybody who works here: each finds there only what they may read."""
    return viewer.is_staff and not viewer.purpose


def may_place(viewer: Viewer) -> bool:
    """Say whose words they are: leaders, who see everybody of the school."""
    return viewer.is_leader and not viewer.purpose


def may_keep_contact(viewer: Viewer, person: Person) -> bool:
    """Who keeps the roster; the coordinator for adults from outside."""
    is_student = Student.objects.filter(person=person).exists()
    return may_edit_roster(viewer) or (viewer.is_a(Role.COORDINATOR) and not is_student)


def unplaced_mails(viewer: Viewer) -> QuerySet[Mail]:
    """Letters that wait, the oldest first."""
    return visible_mails(viewer).filter(state=Mail.State.HELD).order_by("at", "pk")


def find_unplaced(viewer: Viewer, public_id: str) -> Text | Mail | None:
    """The one with this id, of what the viewer reads."""
    text = unplaced_texts(viewer).filter(public_id=public_id).first()
    return text or unplaced_mails(viewer).filter(public_id=public_id).first()


def people_to_be(viewer: Viewer, word: str) -> QuerySet[Person]:
    """Who of the school it could be: students, families that are told, mentors; by name."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school, merged_into=None)
    if not may_place(viewer) or not word:
        return people.none()
    today, own = viewer.school.today(), own_kin(viewer)
    students = students_in_full(viewer).exclude(pk__in=own)
    family = guardian_ties(Matter.TOLD, today).filter(school=viewer.school).exclude(student__in=own)
    running = Placement.objects.running().filter(school=viewer.school)
    known = Q(pk__in=students.values("person")) | Q(pk__in=family.values("adult"))
    known |= Q(pk__in=running.values("mentor"), suspended_at__isnull=True)
    found = people.filter(known, sort_name__icontains=word.strip().lower())
    return found.exclude(pk=viewer.person_id or 0).order_by("sort_name", "pk")


def conversations_of(viewer: Viewer, person: Person) -> list[Whom]:
    """The conversations that this person could speak in: with the school, about one student each."""
    if not may_place(viewer):
        return []
    own = set(own_kin(viewer).values_list("student", flat=True))
    found = [_as(person, student, outside_as) for student, outside_as in _students(person)]
    return [one for one in found if one is not None and one.about.pk not in own]


def _students(person: Person) -> list[tuple[Student, str]]:
    """About whom somebody may speak, and as what: themselves, their children, their interns."""
    rows = Student.objects.select_related("person")
    own = [(one, "") for one in rows.filter(person=person, state=Student.State.ENROLLED)]
    ties = guardian_ties(Matter.TOLD, person.school.today()).filter(adult=person)
    children = rows.filter(pk__in=ties.values("student")).order_by("person__sort_name", "pk")
    interns = Placement.objects.running().filter(mentor=person).values("student")
    learners = rows.filter(pk__in=interns).order_by("person__sort_name", "pk")
    found = own + [(one, str(Role.GUARDIAN)) for one in children]
    for one in learners:
        if person in mentors_of(one):
            found.append((one, str(Role.MENTOR)))
    return found


def _as(person: Person, student: Student, outside_as: str) -> Whom | None:
    student.school = person.school
    keeper = keeper_for(student, but=frozenset({person.pk}))
    if keeper is None:
        return None
    key, part = f"{outside_as or 'student'}-{student.public_id}", str(Role.ADVISOR.label)
    if not outside_as:
        return Whom(key, keeper.name, part, student, keeper, student)
    outside = Thread.Outside(outside_as)
    return Whom(key, keeper.name, part, student, keeper, None, person, outside)
