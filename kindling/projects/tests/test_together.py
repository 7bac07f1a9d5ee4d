"""Group projects and service: joined, left, each with their own words; hours and who was served."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.goals.actions import add_own_goal
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.projects import actions
from kindling.projects.models import Member, Project, ServiceTime
from kindling.projects.queries.lists import line_of
from kindling.projects.queries.page import project_page
from kindling.projects.queries.waits import waits
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY


def meals(cast) -> Project:
    """Maya and Luis cook for others."""
    project = actions.begin_project(
        cast.maya, title="Warm Tuesdays", kind="service", by=cast.as_("maya")
    )
    actions.join_project(project, cast.luis, by=cast.as_("ana"))
    return project


def test_who_advises_puts_students_together_and_a_student_does_not(cast):
    project = meals(cast)

    assert [part.student for part in project.members.order_by("pk")] == [cast.maya, cast.luis]
    with pytest.raises(Refused, match="Luis"):
        actions.join_project(project, cast.luis, by=cast.as_("ana"))
    with pytest.raises(PermissionDenied):
        actions.join_project(project, cast.jordan, by=cast.as_("maya"))


def test_who_leaves_stays_on_record_and_the_last_one_cannot(cast):
    project = meals(cast)
    luis, maya = Member.objects.get(student=cast.luis), Member.objects.get(student=cast.maya)

    actions.leave_project(luis, by=cast.as_("luis"))

    assert Member.objects.get(pk=luis.pk).until_on == date(2026, 10, 13)
    with pytest.raises(Refused, match="last one"):
        actions.leave_project(maya, by=cast.as_("maya"))
    actions.join_project(project, cast.luis, by=cast.as_("ana"))
    assert Member.objects.filter(student=cast.luis).count() == 2
    with pytest.raises(PermissionDenied):
        actions.leave_project(maya, by=cast.as_("luis"))


def test_each_looks_back_and_no_other_student_or_family_reads_it(cast):
    project = meals(cast)
    connect(
        cast.maya, cast.tasha, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY,
        relation="aunt",
    )  # fmt: skip
    for name in ("maya", "luis"):
        part = Member.objects.select_related("project", "student").get(
            student__person=cast.person(name)
        )
        words = f"{name}s words"
        actions.write_reflection(part, words, base=stamp_of(""), by=cast.as_(name))
    with pytest.raises(PermissionDenied):
        actions.write_reflection(part, "x", base=stamp_of(words), by=cast.as_("maya"))

    def read(name):
        page = project_page(cast.as_(name), project)
        return sorted(one.reflection for one in page.reflections)

    assert read("maya") == ["mayas words"]
    assert read("rosa") == ["luiss words"]
    assert read("ana") == ["luiss words", "mayas words"]


def test_own_goals_stay_each_students_own(cast):
    project = meals(cast)
    own = {
        name: add_own_goal(getattr(cast, name), by=cast.as_(name), words=f"{name}s goal")
        for name in ("maya", "luis")
    }
    for name, goal in own.items():
        actions.choose_goals(project, [], [goal], by=cast.as_(name))

    def read(name):
        return [str(one) for one in project_page(cast.as_(name), project).goals]

    assert (read("maya"), read("luis")) == (["mayas goal"], ["luiss goal"])
    assert read("ana") == ["mayas goal", "luiss goal"]


def test_hours_and_who_was_served(cast):
    project = meals(cast)
    facts = {"on": date(2026, 10, 13), "minutes": 90, "served": "Guests"}

    actions.note_service(project, cast.luis, by=cast.as_("luis"), **facts)

    kept = ServiceTime.objects.get()
    assert (kept.student, kept.minutes, kept.served) == (cast.luis, 90, "Guests")
    with pytest.raises(PermissionDenied):
        actions.note_service(project, cast.luis, by=cast.as_("maya"), **facts)
    with pytest.raises(PermissionDenied):
        actions.note_service(project, cast.jordan, by=cast.as_("ana"), **facts)
    with pytest.raises(ValidationError):
        actions.note_service(
            project, cast.luis, by=cast.as_("luis"), **{**facts, "on": date(2026, 10, 14)}
        )


def test_a_late_step_waits_for_the_students_and_their_advisor_alone(
    cast, django_assert_max_num_queries
):
    project = meals(cast)
    actions.add_step(project, "Ask", date(2026, 10, 13), by=cast.as_("maya"))
    Project.objects.update(state="working", next_due_on=date(2026, 10, 1))

    with inside(cast.school):
        for name in ("maya", "luis"):
            assert [one.kind for one in waits(cast.as_(name))] == ["projects.working"]
        ana = cast.as_("ana")
        with django_assert_max_num_queries(2):
            [wait] = waits(ana)
        assert wait.who == "Luis Diaz, Maya Santos"
        others = ("jordan", "rosa", "otto", "liam", "priya")
        assert [waits(cast.as_(name)) for name in others] == [[]] * len(others)


def test_the_line_for_a_students_page_is_one_statement(cast, django_assert_num_queries):
    project, by = meals(cast), cast.as_("ana")

    with django_assert_num_queries(1):
        found = line_of(by, cast.luis)

    assert found == (project, "Idea")
    assert line_of(cast.as_("otto"), cast.luis) is None
