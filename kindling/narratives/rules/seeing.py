"""Who reads a narrative, and when. Before its release it is between student, advisor and readers."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.attendance.models import Entry
from kindling.attendance.rules import visible_days
from kindling.narratives.models import (
    Copy,
    Idea,
    Narrative,
    NarrativeRound,
    Part,
    Printing,
    Review,
    Translation,
    Version,
)
from kindling.people.matters import Matter
from kindling.people.rules import own_advisees, wards_of
from kindling.schools.roles import LEADERS, Role
from kindling.schools.viewer import Viewer

State = Narrative.State


def leads(viewer: Viewer) -> bool:
    """Principal and coordinator run the rounds and read every narrative."""
    return viewer.is_a(Role.PRINCIPAL, Role.COORDINATOR) and not viewer.purpose


def may_open(viewer: Viewer) -> bool:
    """Who has a page of narratives: leaders, advisors, students and families."""
    hats = (*LEADERS, Role.ADVISOR, Role.STUDENT, Role.GUARDIAN)
    return viewer.is_a(*hats) and not viewer.purpose


def visible_rounds(viewer: Viewer) -> QuerySet[NarrativeRound]:
    """Leaders and advisors, newest first."""
    rows: QuerySet[NarrativeRound] = NarrativeRound.objects.filter(school=viewer.school)
    rows = rows.select_related("term__year").order_by("-release_on", "-pk")
    sees = viewer.is_a(*LEADERS, Role.ADVISOR) and not viewer.purpose
    return rows if sees else rows.none()


def visible_narratives(viewer: Viewer) -> QuerySet[Narrative]:
    """Principal and coordinator all; other leaders and families what was released; the student's
    own advisor (no substitute) and the student always; a reader while it is theirs to read.
    """
    rows: QuerySet[Narrative] = Narrative.objects.filter(school=viewer.school).for_page()
    if viewer.purpose:
        return rows.none()
    if leads(viewer) or viewer.is_a(Role.SYSTEM):
        return rows
    person, today = viewer.person_id or 0, viewer.school.today()
    released = Q(state=State.RELEASED)
    seen = Q(pk__in=[])
    if viewer.is_leader:
        seen |= released
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=person)
    if viewer.is_a(Role.GUARDIAN):
        family = wards_of(viewer.school.pk, person, Matter.WORDS, today)
        seen |= released & Q(student__in=family)
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(student__in=own_advisees(viewer))
        seen |= Q(pk__in=asked_to_read(viewer).values("narrative"))
    return rows.filter(seen)


def own_narratives(viewer: Viewer) -> QuerySet[Narrative]:
    """Of the students whose own advisor one is: a part of `visible_narratives`, asked plainly."""
    rows: QuerySet[Narrative] = Narrative.objects.filter(
        school=viewer.school, student__in=own_advisees(viewer)
    )
    return rows.select_related("student__person", "advisor")


def texts_of(narratives: list[int]) -> QuerySet[Part, tuple[int, int, str, str]]:
    """(narrative, section, voice, text) of narratives (keys) that one may see."""
    rows = Part.objects.filter(narrative__in=narratives).order_by()
    return rows.values_list("narrative", "section", "voice", "text")


def asked_to_read(viewer: Viewer) -> QuerySet[Review]:
    waiting: QuerySet[Review] = Review.objects.filter(
        school=viewer.school, kind=Review.Kind.READER, verdict="", reader=viewer.person_id or 0
    )
    return waiting


def visible_ideas(viewer: Viewer) -> QuerySet[Idea]:
    """What an advisor would change in the next plan, for who reads the drafts."""
    rows: QuerySet[Idea] = Idea.objects.filter(school=viewer.school)
    rows = rows.select_related("narrative__student__person", "narrative__round")
    if viewer.purpose:
        return rows.none()
    if not leads(viewer):
        rows = rows.filter(narrative__student__in=own_advisees(viewer))
    return rows


def visible_versions(viewer: Viewer) -> QuerySet[Version]:
    """What was released, for whoever sees the narrative."""
    rows: QuerySet[Version] = Version.objects.filter(
        school=viewer.school, narrative__in=visible_narratives(viewer).values("pk")
    )
    return rows.select_related("narrative__student__person", "by").order_by("-number", "-pk")


def visible_translations(viewer: Viewer) -> QuerySet[Translation]:
    """Translations of what one sees."""
    rows: QuerySet[Translation] = Translation.objects.filter(
        school=viewer.school, version__in=visible_versions(viewer).order_by().values("pk")
    )
    return rows.select_related("version__narrative__student__person", "checked_by")


def visible_printings(viewer: Viewer) -> QuerySet[Printing]:
    """Leaders who run rounds, and the registrar who keeps the paper."""
    rows: QuerySet[Printing] = Printing.objects.filter(school=viewer.school)
    rows = rows.select_related("round", "by").order_by("-at", "-pk")
    return rows if may_print_all(viewer) else rows.none()


def may_print_all(viewer: Viewer) -> bool:
    """Print a whole round."""
    hats = (Role.PRINCIPAL, Role.COORDINATOR, Role.REGISTRAR)
    return viewer.is_a(*hats) and not viewer.purpose


def copy_of(version: Version, language: str, address: str) -> Copy | None:
    """The PDF with these words, if it is made. For who sees the version."""
    facts = {"language": language, "sheet_hash": address}
    return Copy.objects.filter(version=version, **facts).first()


def mentor_words(viewer: Viewer, narrative: Narrative) -> QuerySet[Entry]:
    """What mentors wrote to the student's days in this term, newest first."""
    term = narrative.round.term
    days = visible_days(viewer).filter(
        student=narrative.student_id, on__gte=term.starts_on, on__lte=term.ends_on
    )
    rows: QuerySet[Entry] = Entry.objects.filter(
        school=viewer.school, day__in=days.order_by().values("pk"), voice=Entry.Voice.MENTOR
    )
    return rows.exclude(text="").select_related("by", "day").order_by("-at", "-pk")
