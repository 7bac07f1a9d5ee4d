"""Coordinator and principal draw; whom they choose marks blind; all read it once all have marked."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value

from kindling.evidence.models import Evidence
from kindling.judgements.models import Judgement, JudgementEvidence, Opinion
from kindling.judgements.rules import JUDGES, MODERATORS
from kindling.moderation.models import Marking, Present, Sampled, Sitting
from kindling.people.models import Connection
from kindling.people.rules import own_advisees
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Sitting.State
READ = (State.TALKING, State.RECORDED)


def visible_sittings(viewer: Viewer) -> QuerySet[Sitting]:
    """Coordinator and principal all; others those in which they mark or were marked again."""
    rows: QuerySet[Sitting] = Sitting.objects.filter(school=viewer.school).select_related("leader")
    if viewer.purpose or viewer.person is None or not viewer.is_a(*JUDGES):
        return rows.none()
    if viewer.is_a(*MODERATORS):
        return rows
    mine = Sampled.objects.filter(sitting=OuterRef("pk"))
    marks = mine.filter(markings__by=viewer.person_id)
    judged = mine.filter(first_by=viewer.person_id)
    return rows.filter(Exists(marks) | Q(state__in=READ) & Exists(judged))


def visible_sampled(viewer: Viewer) -> QuerySet[Sampled]:
    """While it is marked: what one marks oneself. Afterwards all of a sitting one may open."""
    rows: QuerySet[Sampled] = Sampled.objects.filter(sitting__in=visible_sittings(viewer))
    rows = rows.select_related("sitting", "judgement__goal__framework__scale")
    mine = Marking.objects.filter(sampled=OuterRef("pk"), by=viewer.person_id or 0)
    return rows.filter(Q(sitting__state__in=READ) | Exists(mine)).order_by("number")


def markings_of(viewer: Viewer, sitting: Sitting) -> QuerySet[Marking]:
    """Marks of a sitting as far as this viewer may read them: until it is opened only one’s own."""
    rows: QuerySet[Marking] = Marking.objects.filter(sampled__sitting=sitting)
    rows = rows.select_related("by", "level", "sampled")
    if sitting.state == State.MARKING or not visible_sittings(viewer).contains(sitting):
        rows = rows.filter(by=viewer.person_id or 0)
    return rows.order_by("sampled__number", "by__sort_name", "pk")


def own_marking(viewer: Viewer, sampled: Sampled) -> Marking | None:
    """The viewer's own, said or not; None where they do not mark it."""
    rows = Marking.objects.filter(sampled=sampled, by=viewer.person_id or 0)
    return rows.select_related("level", "by").first()


def marked_blind_by(viewer: Viewer) -> QuerySet[Any]:
    """Keys of judgements that the viewer marks in a sitting that is not open yet.

    The whole judgement is kept from them until then: its level stands on many pages.
    """
    rows = Marking.objects.filter(by=viewer.person_id or 0, sampled__sitting__state=State.MARKING)
    return rows.values("sampled__judgement")


def pieces_of(sampled: Sampled) -> QuerySet[Evidence]:
    """What the judgement rests on and is still kept. The caller may see the sampled judgement."""
    rows: QuerySet[Evidence] = Evidence.objects.filter(judged__judgement=sampled.judgement_id)
    rows = rows.filter(state=Evidence.State.KEPT).select_related("student__person", "upload")
    return rows.order_by("-on", "-pk")


def pool_of(school: School, since_on: date, until_on: date) -> QuerySet[Opinion]:
    """First judgements of these days, the newest last, of what is not to be judged blind anyway.

    Never one that was drawn before, and none whose pieces were all taken away.
    """
    begins = datetime.combine(since_on, time(), school.zone)
    ends = datetime.combine(until_on + timedelta(days=1), time(), school.zone)
    done = Judgement.State.MODERATED, Judgement.State.ACCEPTED, Judgement.State.AWARDED
    settled = Q(judgement__state__in=done) | Q(
        judgement__state=Judgement.State.RATED, judgement__needs_second=False
    )
    pieces = JudgementEvidence.objects.filter(
        judgement=OuterRef("judgement"), evidence__state=Evidence.State.KEPT
    )
    drawn = Sampled.objects.filter(judgement=OuterRef("judgement"))
    rows: QuerySet[Opinion] = Opinion.objects.filter(
        settled, Exists(pieces), ~Exists(drawn), school=school, voice=Opinion.Voice.FIRST,
        level__isnull=False, at__gte=begins, at__lt=ends,
    )  # fmt: skip
    return rows.select_related("judgement", "by", "level").order_by("at", "pk")


def knows(judgements: list[int], today: date) -> dict[int, set[int]]:
    """Judgement → people who must not mark it blind: who said something of it, who advises."""
    known: dict[int, set[int]] = {key: set() for key in judgements}
    said = Opinion.objects.filter(judgement__in=judgements)
    for key, person in said.values_list("judgement", "by"):
        known[key].add(person)
    advises = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        student__judgements__in=judgements, since_on__lte=today,
    )  # fmt: skip
    for key, person in advises.values_list("student__judgements", "adult"):
        if key in known:
            known[key].add(person)
    return known


def school_people(school: School) -> QuerySet[Person]:
    """Adults of the school who judge: who can mark, and who sits there."""
    today = school.today()
    hats = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=school, role__in=JUDGES, since_on__lte=today,
    )  # fmt: skip
    rows: QuerySet[Person] = Person.objects.filter(
        school=school, pk__in=hats.values("person"), suspended_at=None, merged_into=None
    )
    return rows.order_by("sort_name", "pk")


markers_to_choose = school_people


def people_named(viewer: Viewer, keys: list[str]) -> QuerySet[Person]:
    """People of the school by their public ids, for a page the viewer may open."""
    rows: QuerySet[Person] = Person.objects.filter(school=viewer.school, public_id__in=keys)
    return rows.order_by("sort_name", "pk")


def present_at(sitting: Sitting) -> QuerySet[Present]:
    """Who sat there. The caller may see the sitting."""
    rows: QuerySet[Present] = Present.objects.filter(sitting=sitting)
    return rows.select_related("person").order_by("person__sort_name", "pk")


def asked_of(viewer: Viewer, sitting: Sitting) -> QuerySet[Marking]:
    """Who marks, and when they did; without levels or words."""
    rows: QuerySet[Marking] = Marking.objects.filter(sampled__sitting=sitting)
    rows = rows.filter(sampled__sitting__in=visible_sittings(viewer)).select_related("by")
    only = ("at", "by__name", "by__public_id", "by__sort_name", "by__school")
    return rows.only(*only).order_by("by__sort_name", "by", "pk")


def waiting_for(viewer: Viewer) -> QuerySet[Any, tuple[str, str, str, int, datetime, str]]:
    """Kind, key, title, number, since, student: what is asked of this viewer, longest first."""
    adult, mine = viewer.person_id or 0, visible_sittings(viewer).select_related(None).order_by()
    unmarked = Q(sampled__markings__by=adult, sampled__markings__level=None)
    led = mine.filter(leader=adult)
    missing = Marking.objects.filter(sampled__sitting=OuterRef("pk"), level=None)
    todo = _line(mine.filter(unmarked, state=State.MARKING), "mark", "drawn_at", Count("sampled"))
    talk = _line(led.filter(~Exists(missing), state=State.MARKING), "talk", "drawn_at", Value(0))
    note = _line(led.filter(state=State.TALKING), "record", "opened_at", Value(0))
    again = Sampled.objects.filter(
        sitting__school=viewer.school, sitting__state=State.RECORDED, first_by=adult,
        outcome=Sampled.Outcome.AGAIN, answered_at=None,
    )  # fmt: skip
    goal, student = F("judgement__goal__title"), F("judgement__student__person__name")
    asked = _columns(
        again, "again", what=goal, num=Value(0), since=F("sitting__recorded_at"), name=student
    )
    return todo.union(talk, note, asked, all=True).order_by("since", "key")


def _line(rows: QuerySet[Sitting], kind: str, since: str, count: Any) -> QuerySet[Any, Any]:
    return _columns(
        rows, kind, what=F("title"), num=count, since=F(since), name=Value("")
    )  # fmt: skip


def _columns(rows: QuerySet[Any], kind: str, **facts: Any) -> QuerySet[Any, Any]:
    """The six columns that all kinds have in common."""
    rows = rows.annotate(kind=Value(kind), key=F("public_id"), **facts)
    return rows.values_list("kind", "key", "what", "num", "since", "name")


def may_draw(viewer: Viewer) -> bool:
    """Coordinator and principal."""
    return viewer.is_a(*MODERATORS) and not viewer.purpose and viewer.person is not None


def may_mark(viewer: Viewer, sampled: Sampled) -> bool:
    """Whom it was given to, while they wear a hat that judges, and never their own student's."""
    if viewer.purpose or not viewer.is_a(*JUDGES):
        return False
    if own_advisees(viewer).filter(student=sampled.judgement.student_id).exists():
        return False
    return Marking.objects.filter(sampled=sampled, by=viewer.person_id or 0).exists()


def may_record(viewer: Viewer, sitting: Sitting) -> bool:
    """Who leads it, and the other coordinators and the principal in their place."""
    return may_draw(viewer) and sitting.school_id == viewer.school.pk


def may_settle(viewer: Viewer, sampled: Sampled) -> bool:
    """Say whether a level stands: who leads, and everybody who marked it."""
    if may_record(viewer, sampled.sitting):
        return True
    return viewer.is_a(*JUDGES) and own_marking(viewer, sampled) is not None


def may_answer(viewer: Viewer, sampled: Sampled) -> bool:
    """Say what came of it: who judged first, who advises the student now, who may draw."""
    if viewer.purpose or not viewer.is_a(*JUDGES):
        return False
    advises = own_advisees(viewer).filter(student=sampled.judgement.student_id)
    return sampled.first_by_id == viewer.person_id or may_draw(viewer) or advises.exists()


def may_name(viewer: Viewer, sampled: Sampled) -> bool:
    """Read whose judgement it is: leaders and who judged; for others it keeps its number."""
    if sampled.sitting.state not in READ:
        return False
    return viewer.is_leader or sampled.first_by_id == viewer.person_id or viewer.is_a(Role.SYSTEM)
