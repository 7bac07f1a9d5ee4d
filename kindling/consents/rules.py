"""Who decides for a student, who sees what stands, and what holds on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from kindling.consents.kinds import Kind, Needs, facts_of
from kindling.consents.models import Consent, ConsentWord, Purpose, PurposeText
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import OF_AGE, deciders, family_ties, guardian_ties, own_advisees, wards
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

ANSWER_CONSENTS = "answer_consents"  # a pass; its subjects are consents


def holds(student: Student, kind: str, on: date) -> bool:
    """Say whether a yes stands on that day; for what is so unless somebody says no: no no stands.

    One statement, none for the directory (kept on the student).
    """
    if kind == Kind.DIRECTORY:
        return not student.is_unlisted
    return holding(student.school_id, kind, on).filter(student=student.pk).exists()


def holding(school: int, kind: str, on: date) -> QuerySet[Consent]:
    """Every yes of a school that stands on that day. No viewer is asked."""
    return Consent.objects.filter(
        school=school, kind=kind, state=Consent.State.GIVEN, since_on__lte=on, until_on__gte=on
    )


def against(school: int, kind: str) -> QuerySet[Consent]:
    """Where somebody said no, or took a yes back: it counts though the school asks no more."""
    return Consent.objects.filter(said_no(), school=school, kind=kind)


def bars(kind: str, on: date, person: str = "pk") -> Exists:
    """Of a person, inside another query: they are a student to whom `lets` says no that day.

    person: the way to the key of the person there.
    """
    asks = Purpose.objects.filter(school=OuterRef("school"), kind=kind, is_used=True)
    about = Consent.objects.filter(student=OuterRef("pk"), kind=kind)
    no = Exists(about.filter(said_no()))
    yes = Exists(about.filter(state=Consent.State.GIVEN, since_on__lte=on, until_on__gte=on))
    mine = Student.objects.filter(person=OuterRef(person))
    return Exists(mine.filter(Q(no) | Q(Exists(asks)) & ~Q(yes)))


def refused(kind: str, student: OuterRef) -> Exists:
    """The same inside another query: a no stands for the student there, or their yes has run out.

    What ran out counts while the school asks; the clock writes it within hours.
    """
    asks = Purpose.objects.filter(school=OuterRef("school"), kind=kind, is_used=True)
    over = Q(state__in=(Consent.State.EXPIRED, Consent.State.ASKED), answered_at__isnull=False)
    rows = Consent.objects.filter(student=student, kind=kind)
    return Exists(rows.filter(said_no() | over & Q(Exists(asks))))


def said_no() -> Q:
    """A no stands until somebody says yes, also while the school asks anew (a no has no last day)."""
    again = Q(state=Consent.State.ASKED, answered_at__isnull=False, until_on__isnull=True)
    return Q(state__in=Consent.NO) | again


def lets(student: Student, kind: str, on: date) -> bool:
    """Say whether nothing stands against it: the school does not ask this, or a yes holds.

    For what went on before the school asked. A no always counts. Two statements at most.
    """
    if facts_of(kind).needs == Needs.UNLESS or holds(student, kind, on):
        return holds(student, kind, on)
    if against(student.school_id, kind).filter(student=student.pk).exists():
        return False
    return not purposes_in_use(student.school_id).filter(kind=kind).exists()


def allowed(students: Iterable[int], school: int, kind: str, on: date) -> set[int]:
    """`lets` for many at once: the keys of those against whom nothing stands. Two statements."""
    wanted = set(students)
    asks = purposes_in_use(school).filter(kind=kind).exists()
    rows = Consent.objects.filter(school=school, kind=kind, student__in=wanted)
    if asks:
        yes = rows.filter(state=Consent.State.GIVEN, since_on__lte=on, until_on__gte=on)
        return set(yes.values_list("student", flat=True))
    return wanted - set(rows.filter(said_no()).values_list("student", flat=True))


def standing_of(students: Iterable[str], school: School, kind: str) -> dict[str, str]:
    """Public id of each student → "yes", "no" or "open"; "" where nothing was asked or said.

    For a page that says it. Two statements.
    """
    wanted, today = list(students), school.today()
    asks = purposes_in_use(school.pk).filter(kind=kind).exists()
    rows = Consent.objects.filter(school=school, kind=kind, student__public_id__in=wanted)
    yes, no = Q(state=Consent.State.GIVEN, since_on__lte=today, until_on__gte=today), said_no()
    said = Case(When(no, then=Value("no")), When(yes, then=Value("yes")), default=Value("open"))
    found = dict(rows.annotate(said=said).values_list("student__public_id", "said"))
    usual = "open" if asks else ""
    return {one: found.get(one, usual) if asks or found.get(one) == "no" else "" for one in wanted}


def last_day(students: Iterable[int], school: int, kinds: Iterable[str]) -> date | None:
    """The day on which the first yes among them ends; None where none has a day. Two statements.

    What has run out counts with its day while the school asks.
    """
    kinds = list(kinds)
    asked = purposes_in_use(school).filter(kind__in=kinds).values_list("kind", flat=True)
    counts = Q(state=Consent.State.GIVEN) | Q(answered_at__isnull=False, kind__in=list(asked))
    rows = Consent.objects.filter(
        counts, school=school, kind__in=kinds, student__in=set(students), until_on__isnull=False
    )
    found: date | None = rows.aggregate(first=Min("until_on"))["first"]
    return found


def purposes_in_use(school: int) -> QuerySet[Purpose]:
    """What a school asks. No viewer is asked: it is no secret."""
    return Purpose.objects.filter(school=school, is_used=True)


def visible_consents(viewer: Viewer) -> QuerySet[Consent]:
    """Leaders the school's, advisors their own students', who decides and the student theirs.

    A link shows what it names, while its bearer still decides.
    """
    rows: QuerySet[Consent] = Consent.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person")
    if viewer.purpose:
        named = viewer.subjects if viewer.purpose == ANSWER_CONSENTS else ()
        mine = family_ties(viewer, Matter.DECIDE).values("student")
        return rows.filter(public_id__in=named, student__in=mine)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    seen = Q(student__in=own_advisees(viewer))
    if viewer.is_a(Role.STUDENT, Role.ALUM):
        seen |= Q(student__person=viewer.person_id)
    seen |= Q(student__in=wards(viewer, Matter.DECIDE))
    return rows.filter(seen)


def consents_to_answer(viewer: Viewer) -> QuerySet[Consent]:
    """What the viewer, signed in, decides today: of their children, or of themselves once of age."""
    rows = visible_consents(viewer)
    mine = Q(student__in=wards(viewer, Matter.DECIDE))
    today = viewer.school.today()
    grown = Q(student__birth_on__lte=years_before(today, OF_AGE))
    return rows.filter(mine | grown & Q(student__person=viewer.person_id or 0))


def may_answer(viewer: Viewer, consent: Consent) -> bool:
    """Whoever decides for the student today: signed in, or by a link that names it."""
    if viewer.person_id is None or consent.school_id != viewer.school.pk:
        return False
    if viewer.purpose and not viewer.holds(ANSWER_CONSENTS, consent.public_id):
        return False
    return deciders(consent.student).filter(pk=viewer.person_id).exists()


def visible_words(viewer: Viewer, consent: Consent) -> QuerySet[ConsentWord]:
    """Each reads their own words; leaders everybody's."""
    rows: QuerySet[ConsentWord] = ConsentWord.objects.filter(consent=consent, school=viewer.school)
    if not viewer.is_leader or viewer.purpose:
        rows = rows.filter(person=viewer.person_id or 0)
    return rows.select_related("person", "written_by", "text").order_by("-at", "-pk")


def words_about(viewer: Viewer, student: Student) -> QuerySet[ConsentWord]:
    """Every word about a student for leaders, one's own for others; the newest first."""
    rows: QuerySet[ConsentWord] = ConsentWord.objects.filter(
        school=viewer.school, consent__in=visible_consents(viewer).filter(student=student)
    )
    if not viewer.is_leader or viewer.purpose:
        rows = rows.filter(person=viewer.person_id or 0)
    return rows.select_related("person", "written_by").order_by("-at", "-pk")


def may_keep(viewer: Viewer) -> bool:
    """Write the words, ask families, write down what came on paper."""
    keepers = (Role.PRINCIPAL, Role.REGISTRAR, Role.ADMINISTRATOR, Role.COORDINATOR)
    return viewer.is_a(*keepers) and not viewer.purpose


def may_review(viewer: Viewer) -> bool:
    """Say that words were read and are right, and let a draft be used: the principal, the registrar."""
    return viewer.is_a(Role.PRINCIPAL, Role.REGISTRAR, Role.ADMINISTRATOR) and not viewer.purpose


def may_agree_for_school(viewer: Viewer) -> bool:
    """Below thirteen the school may agree itself, for learning only: the principal's word."""
    return viewer.is_a(Role.PRINCIPAL) and not viewer.purpose


def visible_purposes(viewer: Viewer) -> QuerySet[Purpose]:
    """What the school asks, for whoever keeps it."""
    rows: QuerySet[Purpose] = Purpose.objects.filter(school=viewer.school)
    return rows.order_by("pk") if may_keep(viewer) else rows.none()


def visible_texts(viewer: Viewer) -> QuerySet[PurposeText]:
    rows: QuerySet[PurposeText] = PurposeText.objects.filter(school=viewer.school)
    rows = rows.select_related("purpose", "reviewed_by", "allowed_by", "written_by")
    return rows if may_keep(viewer) else rows.none()


def older_texts(viewer: Viewer) -> QuerySet[Any]:
    """Translations that families read until their original changed (`changed_at`), of what is asked."""
    original = PurposeText.objects.filter(
        purpose=OuterRef("purpose"), is_current=True, is_original=True
    )
    were_read = Q(state=PurposeText.State.REVIEWED) | Q(allowed_at__isnull=False)
    rows = visible_texts(viewer).filter(
        were_read, is_current=True, is_original=False, purpose__is_used=True
    )
    rows = rows.annotate(
        now=Subquery(original.values("sha256")[:1]),
        changed_at=Subquery(original.values("created_at")[:1]),
    )
    return rows.exclude(source_sha256=F("now"))


def texts_of(school: School, kind: str) -> list[PurposeText]:
    """The words as they are today, the original first. No viewer is asked: whoever answers reads them."""
    rows = PurposeText.objects.filter(school=school, purpose__kind=kind, is_current=True).order_by(
        "-is_original", "language"
    )
    return list(rows)


def readers_by_language(viewer: Viewer) -> dict[str, int]:
    """How many people in families of today read which language. For whoever keeps the words."""
    if not may_keep(viewer):
        return {}
    ties = guardian_ties(Matter.DECIDE, viewer.school.today()).filter(
        school=viewer.school, student__state=Student.State.ENROLLED
    )
    rows = ties.values_list("adult__language").annotate(n=Count("adult", distinct=True))
    return dict(rows.order_by())


def years_before(day: date, years: int) -> date:
    """The birthday of who is so old that day."""
    leap = day - timedelta(days=(day.month, day.day) == (2, 29))
    return leap.replace(year=leap.year - years)
