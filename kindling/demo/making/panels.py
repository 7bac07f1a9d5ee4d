"""Panels of Harbor View: six recorded, one that waits for Ana's form, one that has to talk."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta

from kindling.exhibitions.models import Exhibition, Kind, Panelist
from kindling.panels.freezing import sheet_now
from kindling.panels.gaps import gaps_in
from kindling.panels.models import Condition, Difference, Form, Panel, Score
from kindling.people.models import Connection, Student
from kindling.plans.models import Suggestion
from kindling.plans.sums import recount_suggestions
from kindling.schools.models import Person, School
from kindling.schools.queries import current_term
from kindling.schools.roles import Role

TITLES = (
    "Why the ferry is late", "A chair for two", "What the tide leaves behind", "Seeds that wait",
    "Ten stories from the night shift", "How a clinic says no", "A map of quiet places",
    "Numbers on the wind",
)  # fmt: skip
STRONG = (
    "You answered what you did not know with “I do not know yet”.",
    "The drafts showed how your question changed.",
    "Your mentor uses what you made. That says more than a grade.",
    "You spoke to us and not to the wall.",
)
NEXT = (
    "Measure for a month, not a week, and keep the days that went wrong.",
    "Ask somebody who disagrees with you, and write down why.",
    "Show one number and leave it on the wall.",
    "Write the two pages that a stranger could work from.",
)
SAW = (
    "The second draft was a different thing.", "I asked twice and got two good answers.",
    "You read from the slides here.", "I would have liked the sums behind it.", "", "", "",
)  # fmt: skip


def make_panels(school: School, students: list[Student], chance: random.Random) -> None:
    """What the panels of this autumn said so far. Needs kinds, goals and plans."""
    kind = Kind.objects.get(school=school, format="panel")
    maya, *rest = students
    for number, student in enumerate(rest[13:19]):
        panel = _panel(
            student, kind, TITLES[number], 12 + 3 * number, state="closed", chance=chance
        )
        _record(panel, chance, "conditions" if number == 1 else "move_on")
    far = _panel(rest[12], kind, TITLES[6], 1, state="scored", chance=chance, gap=True)
    _reveal(far)
    working = _panel(maya, kind, TITLES[7], 0, state="held", chance=chance)
    own = Form.objects.filter(panel=working, part="advisor")
    Score.objects.filter(form__in=own).delete()
    own.update(state=Form.State.OPEN, sent_at=None, commends="", recommends="")


def _panel(
    student: Student, kind: Kind, title: str, days: int, *, state: str, chance: random.Random,
    gap: bool = False,
) -> Panel:  # fmt: skip
    """An exhibition some days ago, with a form for each who sat on it."""
    school = student.school
    on = school.today() - timedelta(days=days)
    begins = datetime.combine(on, time(9 + days % 3 * 2), school.zone)
    held = Connection.objects.filter(student=student, role=Role.ADVISOR, is_substitute=False)
    advisor = held.select_related("adult").order_by("-since_on")[0].adult
    exhibition = Exhibition.objects.create(
        school=school, student=student, kind=kind, term=current_term(school), advisor=advisor,
        title=title, minutes=kind.minutes, starts_at=begins, on=on, room="Library", state=state,
        state_since=begins, by=student.person, sequence=1,
    )  # fmt: skip
    panel = Panel.objects.create(
        school=school, exhibition=exhibition, rubric=sheet_now(kind).kept, began_at=begins
    )
    people = [(advisor, "advisor"), (student.person, "peer"), *_others(student)]
    for number, (person, part) in enumerate(people):
        if part != "peer" or person.pk != student.person_id:
            _seat(exhibition, person, part)
        _form(panel, person, part, chance, low=gap and number == 0)
    return panel


def _others(student: Student) -> list[tuple[Person, str]]:
    """The family, and two students of the same grade."""
    family = Connection.objects.filter(student=student, role=Role.GUARDIAN, until_on=None)
    found = [(one.adult, "family") for one in family.select_related("adult").order_by("pk")[:1]]
    peers = Student.objects.filter(school=student.school, grade=student.grade)
    peers = peers.exclude(pk=student.pk).select_related("person").order_by("pk")
    return found + [(one.person, "peer") for one in peers[:2]]


def _seat(exhibition: Exhibition, person: Person, part: str) -> None:
    Panelist.objects.create(
        school=exhibition.school, exhibition=exhibition, person=person, part=part,
        name=person.name, language=person.language, state=Panelist.State.COMING,
        is_invited=True, answered_at=exhibition.starts_at, by=exhibition.student.person,
    )  # fmt: skip


def _form(panel: Panel, person: Person, part: str, chance: random.Random, *, low: bool) -> None:
    is_self = person.pk == panel.exhibition.student.person_id
    form = Form.objects.create(
        school=panel.school, panel=panel, person=person, part=part, is_self=is_self,
        state=Form.State.SENT, sent_at=panel.began_at + timedelta(minutes=50),
        commends=chance.choice(STRONG), recommends=chance.choice(NEXT),
    )  # fmt: skip
    Score.objects.bulk_create(
        Score(
            school=panel.school, form=form, number=number, words=chance.choice(SAW),
            level=1 if low and number == 1 else chance.choice((3, 3, 3, 4)),
        )
        for number, _one in enumerate(panel.sheet.criteria)
    )  # fmt: skip


def _reveal(panel: Panel) -> None:
    forms = list(panel.forms.order_by("pk"))
    panel.revealed_at = panel.began_at + timedelta(minutes=55)
    panel.commendations = "\n".join(sorted({one.commends for one in forms}))
    panel.recommendations = "\n".join(sorted({one.recommends for one in forms}))
    panel.save()
    Difference.objects.bulk_create(
        Difference(school=panel.school, panel=panel, number=one.number, low=one.low, high=one.high)
        for one in gaps_in(Score.objects.filter(form__in=forms))
    )


def _record(panel: Panel, chance: random.Random, result: str) -> None:
    """Agreed and told; what was recommended waits for the student."""
    _reveal(panel)
    exhibition, advisor = panel.exhibition, panel.exhibition.advisor
    Difference.objects.filter(panel=panel).update(words="One of us had not seen the drafts.")
    panel.agreed_at = panel.recorded_at = panel.began_at + timedelta(minutes=80)
    panel.agreed_by = advisor
    panel.recommendations = "\n".join(chance.sample(NEXT, 2))
    panel.save()
    Exhibition.objects.filter(pk=exhibition.pk).update(result=result)
    student = exhibition.student
    if result == "conditions":
        Exhibition.objects.filter(pk=exhibition.pk).update(state=Exhibition.State.RECORDED)
        Condition.objects.create(
            school=panel.school, panel=panel, owner=student.person,
            text="Show your advisor the two drafts you left at home.",
            due_on=panel.school.today() + timedelta(days=6),
        )  # fmt: skip
    for line in panel.recommendations.split("\n"):
        Suggestion.objects.create(
            school=panel.school, student=student, words=line, source="exhibition",
            label=exhibition.title, at=panel.recorded_at,
        )  # fmt: skip
    recount_suggestions(student)
