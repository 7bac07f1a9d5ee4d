"""How the weeks run: Harbor View's, with its seniors' own; Northgate's other one."""

from __future__ import annotations

from datetime import date, time, timedelta

from kindling.advisory.models import Advisory
from kindling.demo.making.school import first_day
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schedule.actions import (
    add_closure,
    add_commitment,
    add_week,
    plan_days,
    put_change,
    set_anchor,
)
from kindling.schedule.blocks import BlockPlan
from kindling.schedule.letters import monday_of
from kindling.schedule.models import Kind, Week
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites.actions import close_site


def make_weeks(school: School, jordan: Student, tide: Advisory) -> None:
    """Workshops for all; seniors with town hall; a late start, exams, a college class."""
    by, start = Viewer.system(school), first_day(school)
    week = add_week(by=by, name="Harbor View week", since_on=start, sample="workshops")
    seniors = add_week(by=by, name="Seniors’ week", since_on=start, grade="401", sample="workshops")
    alternate(seniors, start, by)
    # As Jordan and Luis go: who is out has no class before.
    out_all_day(week, time(9), time(14), by)
    out_all_day(seniors, time(8, 30), time(14, 30), by)
    today = school.today()
    friday = monday_of(today) + timedelta(days=11)
    put_change(by=by, on=friday, note="Exhibition evening", plan="late", starts_at=time(10))
    wednesday = monday_of(today) + timedelta(days=9)
    put_change(
        by=by, on=wednesday, note="Tide visits the aquarium", plan="same", advisory=tide,
    )  # fmt: skip
    exam = monday_of(today) + timedelta(days=15)
    add_closure(
        by=by, kind="exam", label="State test", grades=["101"], starts_on=exam, ends_on=exam
    )
    add_commitment(
        jordan, by=by, kind="college", label="Biology 101 at the college", weekday=2,
        since_on=start, starts_at=time(13), ends_at=time(15),
    )  # fmt: skip
    close_a_site(jordan, by, monday_of(today) + timedelta(days=21))


def out_all_day(week: Week, starts_at: time, ends_at: time, by: Viewer) -> None:
    """On Tuesday and Thursday there is the internship, and nothing else."""
    plan_days(week, [1, 3], [BlockPlan(Kind.INTERNSHIP, "", starts_at, ends_at, 1)], by=by)


def alternate(week: Week, start: date, by: Viewer) -> None:
    """In A weeks the seniors meet the town on Friday, in B weeks they write their thesis."""
    set_anchor(start, by=by)
    town = BlockPlan(Kind.TOGETHER, "Town meeting", time(8, 40), time(10), 1)
    thesis = BlockPlan(Kind.WORK, "Thesis writing", time(8, 40), time(10), 1)
    rest = [
        BlockPlan(Kind.ADVISORY, "", time(10), time(11), 2),
        BlockPlan(Kind.WORK, "Self-directed learning", time(11), time(12, 10), 3),
        BlockPlan(Kind.LUNCH, "", time(12, 10), time(12, 40), 4),
        BlockPlan(Kind.CLASS, "Workshops", time(12, 40), time(15), 5),
    ]
    plan_days(week, [4], [town, *rest], letter="A", by=by)
    plan_days(week, [4], [thesis, *rest], letter="B", by=by)


def close_a_site(student: Student, by: Viewer, monday: date) -> None:
    """The clinic takes stock for two days."""
    placement = Placement.objects.filter(student=student).select_related("site").first()
    if placement is not None:
        days = {"starts_on": monday + timedelta(days=1), "ends_on": monday + timedelta(days=2)}
        close_site(placement.site, by=by, label="Stocktaking", **days)


def make_other_week(school: School) -> None:
    """Northgate runs by periods."""
    by = Viewer.system(school)
    add_week(by=by, name="Northgate week", since_on=first_day(school), sample="periods")
