"""What somebody of a family, or the student, was told; and who of the staff reads the reply."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.concerns.models import FamilyConcern, Telling, TellingReply
from kindling.concerns.rules.concerns import may_keep, own_concerns
from kindling.families.rules import reader_of
from kindling.incidents import rules as incidents
from kindling.incidents.models import Incident
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import family_ties, guardians_for
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.support import rules as support
from kindling.support.models import Concern

READ_TELLING = "read_telling"  # a pass of whom it tells; its subject is one telling


def visible_tellings(viewer: Viewer) -> QuerySet[Telling]:
    """What this person was told, and may still be: nobody else's, whoever they are.

    A guardian while they are let into care (what staff tell) and letters (answers). Against whom a
    worry is directed finds nothing of it, told before or not.
    """
    rows: QuerySet[Telling] = Telling.objects.filter(school=viewer.school)
    rows = rows.filter(person=viewer.person_id or 0).exclude(
        incident__against=viewer.person_id or 0
    )
    rows = rows.select_related("student__person", "by", "incident", "concern")
    if viewer.purpose:
        if viewer.purpose != READ_TELLING:
            return rows.none()
        rows, reader = rows.filter(public_id__in=viewer.subjects), viewer
    else:
        reader = reader_of(viewer)
    seen = Q(pk__in=[])
    if viewer.purpose or reader.is_a(Role.GUARDIAN):
        care = family_ties(reader, Matter.CARE).values("student")
        told = Q(concern__isnull=True, student__in=care)
        seen |= told | Q(concern__in=own_concerns(viewer).order_by().values("pk"))
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=viewer.person_id)
    return rows.filter(seen)


def tellings_of(thing: FamilyConcern | Incident | Concern) -> QuerySet[Telling]:
    """All that was told of something the caller may read, oldest first."""
    if isinstance(thing, FamilyConcern):
        rows = Telling.objects.filter(concern=thing)
    elif isinstance(thing, Incident):
        rows = Telling.objects.filter(incident=thing)
    else:
        rows = Telling.objects.filter(support=thing)
    return rows.select_related("person", "by").order_by("at", "pk")


def tellings_among(concerns: list[FamilyConcern]) -> QuerySet[Telling]:
    """The answers to these concerns, oldest first. Ask for concerns one may read."""
    rows = Telling.objects.filter(concern__in=concerns).select_related("by", "person")
    return rows.order_by("at", "pk")


def replies_to(tellings: list[Telling]) -> QuerySet[TellingReply]:
    """What was said to these, oldest first. Ask for tellings one may read."""
    rows = TellingReply.objects.filter(telling__in=tellings).select_related("by", "transcribed_by")
    return rows.order_by("at", "pk")


def may_tell_of(viewer: Viewer, thing: Incident | Concern) -> bool:
    """Of an incident who decides in it; of support who carries it and the principal."""
    if isinstance(thing, Incident):
        return incidents.may_decide(viewer, thing)
    return support.may_lead(viewer, thing)


def people_to_tell(viewer: Viewer, thing: Incident | Concern) -> QuerySet[Person]:
    """Whom one may choose: the student, and guardians let into care and letters.

    Never against whom the worry is; never the writer.
    """
    student: Student = thing.student
    family = guardians_for(student, Matter.CARE, Matter.TOLD).order_by().values("pk")
    meant = thing.against_id if isinstance(thing, Incident) else None
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    people = people.filter(Q(pk__in=family) | Q(pk=student.person_id))
    return people.exclude(pk__in={meant or 0, viewer.person_id or 0}).order_by("sort_name", "pk")


def may_reply(viewer: Viewer, telling: Telling) -> bool:
    """Who was told says something back; answers to concerns are settled where they stand."""
    mine = visible_tellings(viewer).filter(pk=telling.pk, concern__isnull=True)
    return mine.exists()


def visible_replies(viewer: Viewer) -> QuerySet[TellingReply]:
    """Signed in: their own, while they read what they were told; for staff who read the thing."""
    rows: QuerySet[TellingReply] = TellingReply.objects.filter(school=viewer.school)
    rows = rows.select_related("voice", "by", "telling__incident", "telling__support")
    if viewer.purpose or viewer.person_id is None:
        return rows.none()
    told = visible_tellings(viewer).order_by().values("pk")
    seen = Q(by=viewer.person_id, telling__in=told)
    if viewer.is_staff:
        seen |= Q(telling__incident__in=incidents.visible_incidents(viewer).values("pk"))
        seen |= Q(telling__support__in=support.visible_concerns(viewer).values("pk"))
    return rows.filter(seen)


def may_write_down(viewer: Viewer, said: FamilyConcern | TellingReply) -> bool:
    """What a voice says: who keeps the concern; of a reply who told it, or works on the thing."""
    if isinstance(said, FamilyConcern):
        return may_keep(viewer, said)
    thing = said.telling.incident or said.telling.support
    if thing is None or not viewer.is_staff or viewer.person_id == said.by_id:
        return False
    if not visible_replies(viewer).filter(pk=said.pk).exists():
        return False
    return said.telling.by_id == viewer.person_id or may_tell_of(viewer, thing)


def waiting_replies(viewer: Viewer) -> QuerySet[TellingReply]:
    """Replies nobody has read, in what this viewer works on as who was asked, owner, or teller."""
    rows: QuerySet[TellingReply] = TellingReply.objects.filter(
        school=viewer.school, seen_at__isnull=True
    )
    if viewer.purpose or not viewer.is_staff:
        return rows.none()
    me = viewer.person_id
    seen = Q(telling__incident__in=incidents.visible_incidents(viewer).values("pk"))
    seen &= Q(telling__incident__adult=me) | Q(telling__by=me)
    cared = Q(telling__support__in=support.visible_concerns(viewer).values("pk"))
    cared &= Q(telling__support__owner=me) | Q(telling__by=me)
    rows = rows.filter(seen | cared)
    return rows.select_related("telling__incident", "telling__support", "telling__student__person")
