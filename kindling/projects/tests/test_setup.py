"""The set-up meeting: begun by the clock, booked where a free time is known, else proposed."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
import time_machine

from kindling.kit.http import Refused
from kindling.meetings.actions import book_meeting
from kindling.meetings.actions import hold_meeting as hold
from kindling.meetings.models import Attendee, Meeting
from kindling.notices.models import Notice
from kindling.projects import actions
from kindling.projects.models import Project
from kindling.projects.queries.waits import waits
from kindling.projects.tests.factories import jordans_placement
from kindling.schools.inside import inside


def at(cast, on, hour):
    return datetime.combine(on, time(hour), cast.school.zone)


def test_two_weeks_after_the_start_a_day_is_proposed_to_the_advisor(cast):
    jordans_placement(cast, starts_on=date(2026, 10, 6))

    [project] = actions.tend_projects_of(cast.school)

    assert (project.title, project.mentor, project.state) == (
        "Harbor Animal Shelter", cast.sam, "idea",
    )  # fmt: skip
    assert project.meet_at == at(cast, date(2026, 10, 20), 9)
    assert Meeting.objects.count() == 0
    assert list(Notice.objects.values_list("person__name", flat=True)) == ["Ana Reyes"]
    with inside(cast.school):
        [wait] = waits(cast.as_("ana"))
    assert (wait.kind, wait.who) == ("projects.idea", "Jordan Blake")
    assert actions.tend_projects_of(cast.school) == []


@pytest.mark.parametrize("starts_on", [date(2026, 10, 8), date(2026, 9, 10)])
def test_before_and_after_the_schools_weeks_nothing_happens(cast, starts_on):
    jordans_placement(cast, starts_on=starts_on)

    assert actions.tend_projects_of(cast.school) == []


def test_where_advisors_are_known_to_be_free_it_is_booked_at_the_first_free_time(cast):
    choice = {"meets_from_weeks": 2, "meets_until_weeks": 4, "needs_mentor": True}
    actions.choose_projects(meets_at=time(13), by=cast.as_("chen"), **choice)
    jordans_placement(cast, starts_on=date(2026, 10, 6))
    book_meeting(
        cast.maya, kind="plan", starts_at=at(cast, date(2026, 10, 20), 13), by=cast.as_("ana")
    )

    [project] = actions.tend_projects_of(cast.school)

    booked = project.setup_meeting
    assert (booked.starts_at, booked.kind) == (at(cast, date(2026, 10, 22), 13), "project")
    asked = Attendee.objects.filter(meeting=booked).order_by("person__name")
    assert [one.person.name for one in asked] == ["Ana Reyes", "Jordan Blake", "Sam Ito"]


def test_the_advisor_books_it_and_its_minutes_open_the_proposal(cast):
    jordans_placement(cast, starts_on=date(2026, 10, 6))
    [project] = actions.tend_projects_of(cast.school)
    when = at(cast, date(2026, 10, 20), 9)
    meeting = actions.book_setup(project, starts_at=when, by=cast.as_("ana"))
    with pytest.raises(Refused, match="already"):
        actions.book_setup(project, starts_at=when, by=cast.as_("ana"))

    with time_machine.travel("2026-10-20T15:00:00+00:00"):
        Meeting.objects.filter(pk=meeting.pk).update(notes="Faces of cats.")
        meeting.refresh_from_db()
        hold(meeting, by=cast.as_("ana"))
        actions.tend_projects_of(cast.school)

    project = Project.objects.get()
    assert (project.state, project.meeting_notes, project.met_on) == (
        "planning", "Faces of cats.", date(2026, 10, 20),
    )  # fmt: skip


def test_an_idea_whose_internship_ended_is_set_aside(cast):
    placement = jordans_placement(cast, starts_on=date(2026, 10, 6))
    actions.tend_projects_of(cast.school)
    type(placement).objects.filter(pk=placement.pk).update(state="ended", ends_on="2026-10-12")

    assert actions.tend_projects_of(cast.school) == []
    assert Project.objects.get().state == "dropped"
