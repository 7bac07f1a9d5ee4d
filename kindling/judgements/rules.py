"""Students, who guides them and leaders see judgements; a second judge sees what they judge."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kindling.evidence.models import Evidence, Tag
from kindling.evidence.rules import guides, is_own, kept_evidence, visible_evidence
from kindling.goals.models import Goal
from kindling.judgements import blinding
from kindling.judgements.models import Judgement, JudgementSettings, Opinion
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import own_advisees, visible_students, wards_of
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Judgement.State
JUDGES = (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL)
MODERATORS = (Role.COORDINATOR, Role.PRINCIPAL)
MOST_PIECES = 20  # to choose from
WITH = ("student__person", "goal__framework__scale", "level", "second")
CLOSED = (State.ACCEPTED, State.AWARDED)


def visible_judgements(viewer: Viewer) -> QuerySet[Judgement]:
    """What one may open. A family reads what was agreed; a second judge what was given to them."""
    rows: QuerySet[Judgement] = Judgement.objects.filter(school=viewer.school)
    rows = rows.select_related(*WITH)
    if viewer.purpose:
        return rows.none()
    for away in kept_from(viewer):
        rows = rows.exclude(pk__in=away)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    return rows.filter(_mine(viewer))


def kept_from(viewer: Viewer) -> list[QuerySet[Any]]:
    """Keys of judgements that the viewer is to mark blind: their level stands nowhere for them.

    For what copies a level: credits, credentials, examples.
    """
    asked = viewer.is_a(*JUDGES) and viewer.person_id is not None and not viewer.purpose
    return blinding.kept_from(viewer) if asked else []


def names_kept_from(viewer: Viewer, student: Student) -> frozenset[str]:
    """Public ids of a student's judgements that the viewer is to mark blind. One statement."""
    blind = kept_from(viewer)
    if not blind:
        return frozenset()
    rows = Judgement.objects.filter(student=student).order_by()
    found = rows.filter(reduce(or_, (Q(pk__in=away) for away in blind)))
    return frozenset(found.values_list("public_id", flat=True))


def _mine(viewer: Viewer) -> Q:
    adult, today = viewer.person_id or 0, viewer.school.today()
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=adult)
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(student__in=own_advisees(viewer)) | Q(second=adult)
    if viewer.is_a(Role.GUARDIAN):
        theirs = wards_of(viewer.school.pk, adult, Matter.WORK, today)
        seen |= Q(student__in=theirs, state__in=CLOSED)
    return seen


def opinions_on(viewer: Viewer, judgement: Judgement) -> QuerySet[Opinion]:
    """What was said, oldest first, as far as this viewer may know it now.

    A second judge reads no other adult before they have said theirs, and the student and their
    family no adult before it is agreed or given back.
    """
    rows: QuerySet[Opinion] = Opinion.objects.filter(judgement=judgement)
    rows = rows.select_related("level", "by").order_by("at", "pk")
    if is_blind(viewer, judgement):
        return rows.filter(Q(voice=Opinion.Voice.SELF) | Q(by=viewer.person_id))
    staff = viewer.is_leader or guides(viewer, judgement.student)
    settled = judgement.state in {State.ACCEPTED, State.AWARDED, State.RETURNED, State.PROPOSED}
    if staff or settled or judgement.second_id == viewer.person_id:
        return rows
    return rows.filter(voice=Opinion.Voice.SELF)


def opinions_of(judgements: list[Judgement], voices: tuple[str, ...]) -> QuerySet[Opinion]:
    """What these voices said of judgements the caller may see, oldest first."""
    rows: QuerySet[Opinion] = Opinion.objects.filter(
        judgement__in=[row.pk for row in judgements], voice__in=voices
    )
    return rows.select_related("level", "by").order_by("at", "pk")


def is_blind(viewer: Viewer, judgement: Judgement) -> bool:
    """Whether this viewer is to judge a second time, or could be, and has not yet."""
    if judgement.state != State.RATED or not judgement.needs_second or viewer.person is None:
        return False
    if judgement.second_id is not None:
        return judgement.second_id == viewer.person_id
    return viewer.is_a(*MODERATORS) and not has_judged(judgement, viewer.person)


def pieces_of(judgement: Judgement) -> QuerySet[Evidence]:
    """What a judgement rests on, newest first. The caller may see the judgement."""
    rows: QuerySet[Evidence] = Evidence.objects.filter(judged__judgement=judgement)
    return rows.select_related("student__person", "upload", "by").order_by("-on", "-pk")


def pieces_for(viewer: Viewer, judgement: Judgement) -> QuerySet[Evidence]:
    """What it rests on, as far as this viewer reads it: a family only what is shared with it."""
    rows = pieces_of(judgement)
    inside = judgement.second_id == viewer.person_id or is_own(viewer, judgement.student)
    if inside or viewer.is_leader or guides(viewer, judgement.student):
        return rows
    return rows.filter(pk__in=visible_evidence(viewer).order_by().values("pk"))


def pieces_to_choose(viewer: Viewer, student: Student, goal: Goal) -> QuerySet[Evidence]:
    """What a judgement can rest on: first what is tagged with the goal or one below it, the newest first."""
    below = Q(goal__framework=goal.framework_id, goal__path__startswith=goal.path)
    same = Q(goal__identifier=goal.identifier)
    tagged = Tag.objects.filter(below | same, evidence=OuterRef("pk"))
    rows = kept_evidence(viewer).filter(student=student).annotate(is_tagged=Exists(tagged))
    return rows.order_by("-is_tagged", "-on", "-pk")[:MOST_PIECES]


def own_student(viewer: Viewer) -> Student | None:
    """The viewer as a student; None for others."""
    if viewer.purpose or viewer.person is None or not viewer.is_a(Role.STUDENT):
        return None
    return visible_students(viewer, Matter.WORK).filter(person=viewer.person).first()


def may_propose(viewer: Viewer, student: Student) -> bool:
    """The student themselves."""
    return is_own(viewer, student)


def may_judge(viewer: Viewer, student: Student) -> bool:
    """Who guides the student and is there to judge: their advisor, coordinator, principal."""
    return viewer.is_a(*JUDGES) and guides(viewer, student)


def may_judge_second(viewer: Viewer, judgement: Judgement) -> bool:
    """Whom it was given to; coordinator and principal where nobody was. Never who judged first."""
    if viewer.purpose or viewer.person is None or not viewer.is_a(*JUDGES):
        return False
    if judgement.second_id is not None:
        return judgement.second_id == viewer.person_id
    return viewer.is_a(*MODERATORS) and not has_judged(judgement, viewer.person)


def may_give_second(viewer: Viewer, judgement: Judgement) -> bool:
    """Say who judges a second time."""
    return may_judge(viewer, judgement.student)


def has_judged(judgement: Judgement, person: Person) -> bool:
    """Whether this person gave the first judgement."""
    said = Opinion.objects.filter(judgement=judgement, voice=Opinion.Voice.FIRST)
    return said.filter(by=person).exists()


def second_judges(judgement: Judgement) -> QuerySet[Person]:
    """Adults of the school who could judge a second time: not who judged first."""
    today = judgement.school.today()
    hats = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=judgement.school, role__in=JUDGES, since_on__lte=today,
    )  # fmt: skip
    first = Opinion.objects.filter(judgement=judgement, voice=Opinion.Voice.FIRST)
    people: QuerySet[Person] = Person.objects.filter(
        school=judgement.school, pk__in=hats.values("person"), suspended_at=None, merged_into=None
    )
    return people.exclude(pk__in=first.values("by")).order_by("sort_name", "pk")


def may_moderate(viewer: Viewer) -> bool:
    """Look at the school's queue and set how many are judged twice."""
    return viewer.is_a(*MODERATORS) and not viewer.purpose


def sample_percent(school: School) -> int:
    """Of a hundred judgements, how many are judged twice."""
    kept = JudgementSettings.objects.filter(school=school).first()
    return kept.sample_percent if kept else 10


def waiting_for(viewer: Viewer) -> QuerySet[Judgement]:
    """What this viewer is asked for, longest first."""
    adult = viewer.person_id or 0
    second = Q(state=State.RATED, needs_second=True)
    asked = Q(pk__in=[])
    if viewer.is_a(*JUDGES):
        asked |= second & Q(second=adult)
    if viewer.is_a(Role.ADVISOR):
        theirs = own_advisees(viewer)
        asked |= Q(student__in=theirs, state__in=(State.PROPOSED, State.MODERATED))
    if viewer.is_a(*MODERATORS):
        asked |= second & Q(second=None)
    if viewer.is_a(Role.STUDENT):
        asked |= Q(student__person=adult, state=State.RETURNED)
    return visible_judgements(viewer).filter(asked).order_by("since", "pk")


def counted(viewer: Viewer, student: Student) -> tuple[int, int]:
    """How many of a student's judgements are closed, and how many are not, as the viewer sees them."""
    found = (
        visible_judgements(viewer)
        .filter(student=student)
        .aggregate(
            closed=Count("pk", filter=Q(state__in=CLOSED)),
            open=Count("pk", filter=~Q(state__in=CLOSED)),
        )
    )
    return found["closed"], found["open"]


def rests(evidence: Evidence) -> bool:
    """Whether a judgement rests on a piece."""
    return Judgement.objects.filter(pieces__evidence=evidence).exists()
