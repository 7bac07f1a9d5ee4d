"""Who writes surveys, whom they ask, who decides, and who reads the sums."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories
from kindling.consents.rules import years_before
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import OF_AGE, deciders, family_ties, guardian_ties, wards
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.surveys.models import Invitation, Survey, SurveyQuestion, SurveySum

DECIDE_SURVEY = "decide_survey"  # a family's pass; its subjects are invitations
NOTICE = timedelta(days=7)  # between the letter to families and the first answer
FEWEST = 8  # below it nothing is shown: a number would point at somebody


def may_write_surveys(viewer: Viewer) -> bool:
    """The coordinator and the principal ask the school."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL) and not viewer.purpose


def visible_surveys(viewer: Viewer) -> QuerySet[Survey]:
    """What the school asks, for who writes surveys."""
    rows: QuerySet[Survey] = Survey.objects.filter(school=viewer.school)
    return rows if may_write_surveys(viewer) else rows.none()


def visible_questions(viewer: Viewer, survey: Survey) -> QuerySet[SurveyQuestion]:
    """The questions of a survey that one found: in their order."""
    rows = SurveyQuestion.objects.filter(survey=survey, school=viewer.school)
    return rows.order_by("position")


def sums_of(viewer: Viewer, survey: Survey) -> QuerySet[SurveySum]:
    """Sums, once it is closed and enough have answered; while it is open two looks would tell one answer."""
    rows: QuerySet[SurveySum] = SurveySum.objects.filter(
        school=viewer.school, question__survey=survey
    )
    shown = survey.state == Survey.State.CLOSED and survey.answers >= FEWEST
    return rows if shown and may_write_surveys(viewer) else rows.none()


def invitations_to_take(viewer: Viewer) -> QuerySet[Invitation]:
    """What a student may answer now. Where the family said no there is nothing, and no word of it."""
    rows: QuerySet[Invitation] = Invitation.objects.filter(
        school=viewer.school, survey__state=Survey.State.OPEN, is_done=False,
        survey__opens_on__lte=viewer.school.today(), survey__closes_on__gte=viewer.school.today(),
        student__state=Student.State.ENROLLED, student__person=viewer.person_id or 0,
    )  # fmt: skip
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return rows.none()
    grown = Q(student__birth_on__lte=years_before(viewer.school.today(), OF_AGE))
    may = Q(survey__needs_yes=False) | Q(says=Invitation.Says.YES) | grown
    rows = rows.filter(may).exclude(says=Invitation.Says.NO)
    return rows.select_related("survey", "student").order_by("survey__closes_on", "pk")


def invitations_to_decide(viewer: Viewer) -> QuerySet[Invitation]:
    """What families may still decide, by link or signed in; of a link what it names."""
    rows: QuerySet[Invitation] = Invitation.objects.filter(
        school=viewer.school, survey__state__in=[Survey.State.ANNOUNCED, Survey.State.OPEN]
    )
    rows = rows.select_related("survey", "student__person").order_by("survey__opens_on", "pk")
    if viewer.purpose:
        named = viewer.subjects if viewer.purpose == DECIDE_SURVEY else ()
        mine = family_ties(viewer, Matter.DECIDE).values("student")
        return rows.filter(public_id__in=named, student__in=mine)
    return rows.filter(student__in=wards(viewer, Matter.DECIDE))


def may_decide_survey(viewer: Viewer, invitation: Invitation) -> bool:
    """Whoever decides for the student today."""
    if viewer.person_id is None or not invitations_to_decide(viewer).filter(pk=invitation.pk):
        return False
    return deciders(invitation.student).filter(pk=viewer.person_id).exists()


def asked_students(viewer: Viewer, survey: Survey, *, is_protected: bool) -> list[Student]:
    """Whom a survey asks: of protected things nobody whose family could not be told.

    At most 2000 students.
    """
    rows: QuerySet[Student] = Student.objects.filter(
        school=viewer.school, state=Student.State.ENROLLED
    )
    if survey.grades or survey.advisories:
        seats = Q(
            advisory_seats__advisory__public_id__in=survey.advisories,
            advisory_seats__since_on__lte=viewer.school.today(),
        ) & (
            Q(advisory_seats__until_on__isnull=True)
            | Q(advisory_seats__until_on__gte=viewer.school.today())
        )
        rows = rows.filter(Q(grade__in=survey.grades) | seats).distinct()
    if is_protected:
        told = guardian_ties(Matter.DECIDE, viewer.school.today()).filter(school=viewer.school)
        grown = Q(birth_on__lte=years_before(viewer.school.today(), OF_AGE))
        rows = rows.filter(Q(pk__in=told.values("student")) | grown)
    return list(rows.select_related("person").order_by("pk")[:2000])


def grades_here(viewer: Viewer) -> list[str]:
    """Grades of today's students."""
    rows = Student.objects.filter(school=viewer.school, state=Student.State.ENROLLED)
    return sorted(set(rows.exclude(grade="").values_list("grade", flat=True)))


def advisories_here(viewer: Viewer) -> list[Advisory]:
    return list(visible_advisories(viewer).order_by("name")[:200])
