"""Visits at sites and at home."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from kindling.advisory.models import AdvisoryAdvisor
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.visits.models import HomeVisit, Sensitive, Visit
from kindling.visits.working_out import work_out

# who comes and goes, what they do, fit, what the mentor says, the project, goals
NOTES = [
    (
        "Always ten minutes early. The bus leaves no choice.",
        "Checks in families, writes the cards at the cages.", "good",
        "Ready for more. Asks before touching anything.",
        "The first draft hangs in the break room.",
        "Communication: three phone calls, all different.",
    ),
    (
        "Missed one Thursday, called ahead.", "Sorts, labels, watches two procedures.", "easy",
        "Could take a small thing and own it.", "Still looking for a question that is theirs.",
        "Quantitative: doses by weight.",
    ),
    (
        "Comes every day and stays a little longer.", "Runs the repair stand with one other.",
        "good", "Best we had. When does the next one come?", "Counts which parts break most.",
        "Empirical: a table of forty bikes.",
    ),
    (
        "Fine.", "A lot at once: phone, door and the till.", "hard",
        "Sometimes I forget that they are new.", "Waits until the busy weeks are over.",
        "Personal qualities: keeps calm.",
    ),
]  # fmt: skip
STEPS = ["Ask for one task of their own", "Send the goals of the plan", "Bring the safety sheet"]
HOMES = [
    ("Mother, grandmother", "English", "That she finds something she wants to get up for.",
     "Remembers everything about animals. Looks after her cousins.", "Draws the birds in the harbor.",
     "Text after six"),
    ("Both parents", "Portuguese and English", "College, close to home if possible.",
     "Patient with machines and with his brother.", "Repairs radios, cooks on Sundays.",
     "Call the father at noon"),
    ("Mother", "Spanish", "That he finishes, and that he may work with his hands.",
     "Everybody in the house asks him to fix things.", "Soccer, bikes, his uncle’s boat.",
     "WhatsApp is best, in Spanish"),
]  # fmt: skip


def make_visits(school: School, students: list[Student], chance: random.Random) -> None:
    ana = Person.objects.get(school=school, name="Ana Reyes")
    make_site_visits(school, ana, chance)
    make_home_visits(school, students, ana)


def make_site_visits(school: School, ana: Person, chance: random.Random) -> None:
    """Most internships were visited within the month; some not; Ana has a round ahead."""
    running = Placement.objects.filter(school=school, state=Placement.State.ACTIVE)
    running = running.select_related("student", "site")
    leads = _leads(school)
    rows: list[Visit] = []
    mine: list[Placement] = []
    for number, placement in enumerate(running.order_by("pk")):
        lead = leads.get(placement.student_id)
        if lead is None or number % 7 == 6:
            continue
        ago = 4 + number * 5 % 26
        while (on := school.today() - timedelta(days=ago)) > placement.starts_on:
            day = on - timedelta(days=max(0, on.weekday() - 4))
            rows.append(_a_visit(placement, lead, day, len(rows), chance))
            ago += chance.randint(24, 34)
        if lead == ana:
            mine.append(placement)
    latest = [row for row in rows if row.by_id == ana.pk and row.on]
    latest.sort(key=lambda row: row.on or school.today(), reverse=True)
    for row, state in zip(latest[:2], (Visit.State.DONE, Visit.State.FOLLOW_UP), strict=False):
        row.state = state
        if state == Visit.State.FOLLOW_UP:
            row.next_step, row.next_on = STEPS[0], school.today() + timedelta(days=3)
    rows += _round_ahead(school, ana, mine)
    Visit.objects.bulk_create(rows)
    work_out(school)
    _count(rows)
    work_out(school)


def _leads(school: School) -> dict[int, Person]:
    """Who leads the group of each student."""
    rows = AdvisoryAdvisor.objects.filter(school=school, until_on=None, is_lead=True)
    found: dict[int, Person] = {}
    for row in rows.select_related("person", "advisory"):
        for pk in row.advisory.seats.filter(until_on=None).values_list("student", flat=True):
            found[pk] = row.person
    return found


def _a_visit(
    placement: Placement, by: Person, on: date, number: int, chance: random.Random
) -> Visit:
    kind = ("visit", "call", "visit", "mail", "video")[number % 5]
    words = NOTES[number % len(NOTES)]
    names = ("attendance", "tasks", "fit", "mentor_said", "progress", "goals")
    miles = Decimal(str(round(chance.uniform(1.2, 9), 1))) if kind == "visit" else None
    return Visit(
        school=placement.school, placement=placement, student=placement.student, by=by, on=on,
        kind=kind, state=Visit.State.NOTED, safety="fine", with_mentor=True,
        with_student=kind == "visit", miles=miles, **dict(zip(names, words, strict=True)),
    )  # fmt: skip


def _round_ahead(school: School, ana: Person, mine: list[Placement]) -> list[Visit]:
    """Next Thursday Ana goes to three places."""
    today = school.today()
    thursday = today + timedelta(days=(3 - today.weekday()) % 7 or 7)
    return [
        Visit(
            school=school, placement=one, student=one.student, by=ana, order=number,
            planned_on=thursday, planned_at=time(8 + number, 30),
        )
        for number, one in enumerate(mine[:3], 1)
    ]  # fmt: skip


def _count(rows: list[Visit]) -> None:
    """What each internship comes to, as the action keeps it."""
    for row in rows:
        if row.on is None:
            continue
        cadence = row.placement.cadence
        cadence.count += 1
        cadence.last_on = max(row.on, cadence.last_on or row.on)
    changed = {row.placement_id: row.placement.cadence for row in rows if row.on}
    type(next(iter(changed.values()))).objects.bulk_update(
        list(changed.values()), ["count", "last_on"]
    )


def make_home_visits(school: School, students: list[Student], ana: Person) -> None:
    """Maya’s and Luis’ families were visited; Jordan’s is next week."""
    maya, jordan, luis = students[:3]
    today = school.today()
    rows: list[HomeVisit] = []
    names = ("present", "language", "hopes", "strengths", "interests", "best_contact")
    for number, student in enumerate((maya, luis)):
        on = today - timedelta(days=70 - number * 20)
        rows.append(HomeVisit(
            school=school, student=student, by=ana, planned_on=on, on=on,
            state=HomeVisit.State.NOTED, needs_interpreter=number == 1,
            for_student="Thank you for the tea and for showing me your drawings.",
            **dict(zip(names, HOMES[number * 2], strict=True)),
        ))  # fmt: skip
    ahead = today + timedelta(days=6)
    rows.append(
        HomeVisit(school=school, student=jordan, by=ana, planned_on=ahead, planned_at=time(17))
    )
    HomeVisit.objects.bulk_create(rows)
    Sensitive.objects.create(
        school=school, visit=rows[0], by=ana, at=_at(school, rows[0].planned_on, time(18)),
        text="Her grandmother is ill. Maya cooks three evenings a week and does not want it known.",
    )  # fmt: skip


def _at(school: School, on: date, clock: time) -> datetime:
    return datetime.combine(on, clock, school.zone)
