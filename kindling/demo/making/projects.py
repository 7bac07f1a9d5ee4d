"""Projects of Harbor View, at every stage; and a template that Northgate shares."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from kindling.demo.making.project_words import JORDAN, LUIS, MAYA, SERVE, STEPS, TITLES
from kindling.goals.actions import give_start
from kindling.goals.models import Goal, Rubric
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.projects.content import restamp
from kindling.projects.models import (
    Approval,
    Draft,
    Feedback,
    Judgement,
    Member,
    MidCheck,
    Project,
    ProjectGoal,
    ProjectStep,
    ServiceTime,
    Side,
    Standard,
    Suggestion,
    Template,
    Verdict,
)
from kindling.schools.models import Person, School

State = Project.State

CROWD = (State.IDEA, State.PLANNING, State.PROPOSED, State.WORKING, State.WORKING,
         State.RETURNED, State.PROPOSED, State.WORKING)  # fmt: skip


def make_projects(
    school: School, landed: list[Placement], students: list[Student], chance: random.Random
) -> None:
    """The cast's own stories, then one for most who have a place."""
    give_start(school)
    maya, _jordan, _luis = students[:3]
    _jordans(landed[0])
    _luis_story(landed[1])
    _begun(maya, MAYA, 9, kind="passion", state=State.PLANNING)
    _together(students)
    for number, placement in enumerate(landed[2:40]):
        _one_of_many(placement, number, chance)
    Template.objects.create(
        school=school, key="path", title="The path of my mentor", kind="internship",
        text="Our portraits hang in the hall on the second floor. Read two of them first.",
        question="How does a person get from my age to this work?",
        product="Two pages and a photo, in the frame of the hall.",
        benefit="Whoever walks by, and your mentor, who reads it first.",
        steps=[{"title": "Eight questions", "days": 5}, {"title": "The talk", "days": 12},
               {"title": "In the frame", "days": 30}],
        is_shared=True,
    )  # fmt: skip


def share_from(north: School) -> None:
    """Northgate lends a template to the schools of the network."""
    Template.objects.create(
        school=north, title="A bill anybody can read", kind="internship", is_shared=True,
        text="Every place writes bills. Take one, and make it so clear that nobody calls.",
        question="What does a customer want to know in ten seconds?",
        product="A bill in a new shape, tried with ten customers.",
        benefit="Customers, and whoever answers the phone.",
        steps=[{"title": "Ten bills collected", "days": 7}, {"title": "Tried", "days": 24}],
    )  # fmt: skip


def _begun(student: Student, words: dict[str, str], days: int, **facts: Any) -> Project:
    """A project that began so many days ago, with its first member."""
    school = student.school
    on = school.today() - timedelta(days=days)
    project = Project.objects.create(
        school=school, begun_on=on, begun_by=student.person, **words, **facts
    )
    Member.objects.create(school=school, project=project, student=student, since_on=on)
    return project


def _moment(school: School, days: int, hour: int = 15) -> datetime:
    on: date = school.today() - timedelta(days=days)
    return datetime.combine(on, time(hour, 20), school.zone)


def _lead(student: Student) -> Person:
    found: Person = student.advisory_seats.get().advisory.advisors.get().person
    return found


def _at_place(placement: Placement, words: dict[str, str], days: int, **facts: Any) -> Project:
    days = max(1, min(days, (placement.school.today() - placement.starts_on).days))
    return _begun(
        placement.student, words, days, placement=placement, mentor=placement.mentor, **facts
    )


def _put_steps(project: Project, steps: tuple[tuple[str, int, bool], ...]) -> None:
    today = project.school.today()
    rows = [
        ProjectStep(
            school=project.school, project=project, title=title,
            due_on=max(project.begun_on, today + timedelta(days=days)),
            done_on=max(project.begun_on, today + timedelta(days=days - 1)) if done else None,
        )
        for title, days, done in steps
    ]  # fmt: skip
    ProjectStep.objects.bulk_create(rows)
    open_ones = [row.due_on for row in rows if row.done_on is None]
    project.next_due_on = min(open_ones, default=None)
    project.save(update_fields=["next_due_on"])


def _agree(project: Project, days: int, *, mentor: bool = True) -> None:
    """A yes of the advisor and the mentor to what stands there now."""
    restamp(project)
    school, at = project.school, _moment(project.school, days)
    student = project.members.first().student  # type: ignore[union-attr]
    said = [(Side.ADVISOR, _lead(student))]
    if mentor and project.mentor:
        said.append((Side.MENTOR, project.mentor))
    Approval.objects.bulk_create(
        Approval(school=school, project=project, side=side, by=who, is_yes=True, at=at,
                 stamp=project.stamp)
        for side, who in said
    )  # fmt: skip
    project.advisor_stamp = project.stamp
    project.mentor_stamp = project.stamp if project.mentor else ""
    project.proposed_at, project.approved_at = at - timedelta(days=2), at
    project.save()


def _jordans(placement: Placement) -> None:
    """At work, with a standard in Sam's words, two drafts and a check half way."""
    school, sam = placement.school, placement.mentor
    today = school.today()
    project = _at_place(placement, JORDAN, 38, state=State.WORKING,
                        due_on=today + timedelta(days=26))  # fmt: skip
    project.met_on = project.begun_on + timedelta(days=2)
    project.meeting_notes = "Sam showed us the waiting room. Three ideas; we took the card."
    for words in ("Somebody new at the desk understands it in ten seconds.",
                  "Nothing on it is wrong: Dr. Petrov signs it."):  # fmt: skip
        Standard.objects.create(
            school=school, project=project, words=words, by=sam, is_mentors=True
        )
    _put_steps(project, STEPS)
    for goal in Goal.objects.filter(framework__school=school, code__in=["ER3", "QR1"]):
        ProjectGoal.objects.create(school=school, project=project, goal=goal)
    _agree(project, 30)
    _jordans_drafts(project, placement)


def _jordans_drafts(project: Project, placement: Placement) -> None:
    """Two drafts, what Sam and Ana said to the first, and the check half way."""
    school, sam, today = placement.school, placement.mentor, placement.school.today()
    person, ana = placement.student.person, _lead(placement.student)
    drafts = [
        ("Four faces in pencil", "Cats only. The ears matter more than the eyes.", 10, True),
        ("Six faces, with dogs", "I moved the dogs to the back. Which side will they look at?",
         2, True),
    ]  # fmt: skip
    for number, (title, text, days, shown) in enumerate(drafts, 1):
        Draft.objects.create(
            school=school, project=project, number=number, title=title, text=text, by=person,
            on=today - timedelta(days=days), for_mentor=shown,
        )  # fmt: skip
    first = project.drafts.get(number=1)
    for who, words, days in (
        (sam, "The third face is exactly Mrs. Oliver’s cat. Do the dogs too.", 9),
        (ana, "How do you know it is pain and not fear? Write down how you tell.", 8),
    ):
        Feedback.objects.create(
            school=school, draft=first, words=words, by=who, at=_moment(school, days)
        )
    MidCheck.objects.create(
        school=school, project=project, on=today - timedelta(days=5), by=person,
        goes_well="I have my own numbers now: 31 animals, 7 of them in pain.",
        comes_next="Try the card for a week and count again.",
    )  # fmt: skip


def _luis_story(placement: Placement) -> None:
    """Delivered; Luis and the mentor have judged it, the advisor has not."""
    school = placement.school
    project = _at_place(placement, LUIS, 60, state=State.DELIVERED)
    line = Standard.objects.create(
        school=school, project=project, by=placement.mentor, is_mentors=True,
        words="A visitor finds a card in two minutes, without me.",
    )  # fmt: skip
    _put_steps(
        project, (("Ten drawers", -40, True), ("The key", -15, True), ("400 cards", -6, True))
    )
    _agree(project, 50)
    project.delivered_on = school.today() - timedelta(days=4)
    project.delivered_to = "The reading room"
    project.delivered_words = "It hangs beside the drawers. Two visitors used it the same day."
    project.mentor_judged_at = _moment(school, 2)
    project.save()
    own = placement.student
    mine = Judgement(side=Side.SELF, student=own, by=own.person)
    _judge(project, mine, line, "nearly", "Three minutes when I tried it with my cousin.")
    theirs = Judgement(side=Side.MENTOR, by=placement.mentor)
    _judge(project, theirs, line, "met", "I timed it. One minute fifty.")


def _judge(project: Project, made: Judgement, line: Standard, met: str, words: str) -> None:
    """Save it with one line of the standard and three criteria."""
    school = project.school
    made.school, made.project, made.at = school, project, _moment(school, 2)
    made.save()
    rubric = Rubric.objects.filter(school=school, use="project").first()
    found = list(rubric.criteria.all()[:3]) if rubric else []
    level = rubric.scale.levels.filter(position=3).first() if rubric else None
    rows = [Verdict(school=school, judgement=made, standard=line, met=met, words=words)]
    rows += [Verdict(school=school, judgement=made, criterion=one, level=level) for one in found]
    Verdict.objects.bulk_create(rows)


def _together(students: list[Student]) -> None:
    """Service learning of three; a fourth has left."""
    maya, others = students[0], students[5:8]
    school = maya.school
    project = _begun(maya, SERVE, 28, kind="service", state=State.WORKING)
    for number, student in enumerate(others):
        gone = number == len(others) - 1
        Member.objects.create(
            school=school, project=project, student=student, since_on=project.begun_on,
            until_on=school.today() - timedelta(days=9) if gone else None,
        )  # fmt: skip
    _put_steps(project, (("Twenty people asked", -14, True), ("Third meal", -1, False),
                         ("The cookbook", 30, False)))  # fmt: skip
    Standard.objects.create(
        school=school, project=project, words="People come back for it.", by=maya.person
    )
    _agree(project, 20)
    ServiceTime.objects.bulk_create(
        ServiceTime(
            school=school, project=project, student=student, minutes=90 + 30 * number,
            on=school.today() - timedelta(days=7 * number + 2), served="Guests of the shelter",
            words=("Soup", "Rice and beans", "Breakfast for dinner")[number],
        )
        for number, student in enumerate([maya, *others[:2]])
    )  # fmt: skip


def _one_of_many(placement: Placement, number: int, chance: random.Random) -> None:
    state = CROWD[number % len(CROWD)]
    title, question, product, benefit = TITLES[number % len(TITLES)]
    words = {"title": title, "question": question}
    if state != State.IDEA:
        words |= {"product": product, "benefit": benefit}
    project = _at_place(placement, words, 10 + chance.randint(0, 20), state=state)
    if state == State.IDEA:
        project.meet_at = _moment(project.school, -chance.randint(2, 9), 9)
        project.save(update_fields=["meet_at"])
        return
    Standard.objects.create(
        school=project.school, project=project, words="I would put my name on it.",
        by=placement.mentor, is_mentors=True,
    )  # fmt: skip
    late = number % 3 == 0
    _put_steps(project, (("First draft", -2 if late else 5, False), ("In use", 30, False)))
    if state == State.WORKING:
        _agree(project, 6)
        return
    restamp(project)
    if state == State.PROPOSED:
        project.proposed_at = _moment(project.school, chance.randint(1, 6))
        _suggest(project, placement.mentor, f"{product} And one for the back room.")
    if state == State.RETURNED:
        project.reason = "Who exactly gains from it? Name two people and ask them."
    project.save(update_fields=["proposed_at", "reason"])


def _suggest(project: Project, mentor: Person, words: str) -> None:
    """The mentor would put the product in other words."""
    Suggestion.objects.create(
        school=project.school, project=project, field="product", by=mentor, words=words,
        was=project.product, at=_moment(project.school, 1),
    )  # fmt: skip
