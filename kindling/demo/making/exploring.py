"""What students of Harbor View explore: activities, interviews, practice, and a few shadow days."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from kindling.exploring.bank.activities import STANDARD
from kindling.exploring.bank.scripts import CHECKS, SCRIPTS
from kindling.exploring.models import (
    Activity,
    Assignment,
    Experience,
    ExploringChoice,
    Interview,
    OwnQuestion,
    Rehearsal,
    ShadowDay,
)
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.sites.models import Opportunity, SiteMentor

WORDS = {
    "lost-time": (
        (
            "Drawing, the tide pools, fixing my brother's bike, baking, maps, old radios, the dog, "
            "swimming, stories, sorting things. The bike and the radios I would do for nothing: you "
            "take something apart and it tells you how it works."
        ),
        "The last sentence is the best one. Who in town takes things apart for a living?",
    ),
    "people-map": (
        (
            "Three I would ask: the woman from the bakery, my coach who repairs boats, and the man "
            "at the library who knows every map."
        ),
        "Start with the coach: he knows you already.",
    ),
    "good-day": (
        "The day we painted the hall. From ten to three I did not look at my phone once.",
        "What was it: the paint, the people, or that it was finished at three?",
    ),
    "teach": ("I taught my cousin to solder. I talk too fast at the beginning.", ""),
}
TALKS = [
    ("Marta Ruiz, baker", "Corner Bakery", "She gets up at three and likes it."),
    ("Noel Banks, archivist", "City Archive", "Old maps are read with gloves on."),
    ("Dee Walsh, radio host", "Radio Harbor", "Silence on air is the worst sound."),
    ("Pete Voss, mechanic", "Elm Street Garage", "Listen to the engine first."),
]
QUESTIONS = {
    "How did you come to do this work?": "By accident: I came to help for a week.",
    "What do people get wrong about your work?": "They think it is quick.",
    "What should somebody learn first?": "To clean up after every step.",
}


def make_exploring(school: School, students: list[Student], chance: random.Random) -> None:
    """A few of each, so that every pile on an advisor's desk has something."""
    own = "What do you do on a day when nothing works?"
    ExploringChoice.objects.create(school=school, answer_days=7)
    OwnQuestion.objects.create(school=school, text=own)
    Activity.objects.create(
        school=school, title="The harbor at six in the morning", theme="places", minutes=60,
        text="Go to the fish market when it opens, with somebody from home. Who is there, and "
        "what does each of them do? Take a photo of one pair of hands at work.", wants_photo=True,
    )  # fmt: skip
    young = [one for one in students if one.grade in {"101", "201"}][:24]
    Assignment.objects.bulk_create(one for who in young for one in _given(who, chance))
    _make_interviews(young, chance)
    _make_rehearsals(young[:8], chance)
    _make_shadow_days(school, young, chance)


def _lead(student: Student) -> Person:
    found: Person = student.advisory_seats.get().advisory.advisors.get().person
    return found


def _given(student: Student, chance: random.Random) -> list[Assignment]:
    """One that is read, one that waits, one not begun yet."""
    lead, today = _lead(student), student.school.today()
    keys = chance.sample(list(WORDS), 2)
    states = (Assignment.State.SEEN, chance.choice(list(Assignment.State)))
    made = []
    for number, (key, state) in enumerate(zip(keys, states, strict=True)):
        words, reply = WORDS[key]
        told = state in (Assignment.State.SEEN, Assignment.State.RETURNED) and bool(reply)
        given = today - timedelta(days=20 - 9 * number)
        is_in = state in (Assignment.State.SEEN, Assignment.State.HANDED_IN, "returned")
        made.append(
            Assignment(
                school=student.school, student=student, key=key, minutes=STANDARD[key].minutes,
                given_by=lead, given_on=given, due_on=given + timedelta(days=14), state=state,
                words="" if state == Assignment.State.GIVEN else words,
                handed_in_at=_moment(student, given + timedelta(days=5)) if is_in else None,
                reply=reply if told else "", reply_by=lead if told else None,
            )
        )  # fmt: skip
    return made


def _moment(student: Student, on: date) -> datetime:
    return datetime.combine(on, time(15, 40), student.school.zone)


def _make_interviews(students: list[Student], chance: random.Random) -> None:
    for student in students[::2]:
        who, place, notes = chance.choice(TALKS)
        today = student.school.today()
        planned = chance.random() < 0.3
        on = today + timedelta(days=chance.randint(2, 9) if planned else -chance.randint(3, 40))
        kept = None
        if not planned:
            sure = chance.random() < 0.6
            kept = Experience.objects.create(
                school=student.school, student=student, kind="interview", on=on, place=place,
                who=who, minutes=20, learned=notes, by=student.person,
                state="verified" if sure else "entered", decided_by=_lead(student) if sure else None,
            )  # fmt: skip
        asked = [{"ask": ask, "answer": "" if planned else said} for ask, said in QUESTIONS.items()]
        Interview.objects.create(
            school=student.school, student=student, who=who, place=place, on=on, questions=asked,
            notes="" if planned else notes, state="planned" if planned else "held",
            thanked_on=None if planned or chance.random() < 0.4 else on + timedelta(days=1),
            by=student.person, experience=kept,
        )  # fmt: skip


def _make_rehearsals(students: list[Student], chance: random.Random) -> None:
    for student in students:
        kind = chance.choice(list(SCRIPTS))
        state = chance.choice([Rehearsal.State.READY, Rehearsal.State.HANDED_IN, "draft"])
        ready = state == Rehearsal.State.READY
        Rehearsal.objects.create(
            school=student.school, student=student, kind=kind, state=state,
            lines={one.key: str(one.example) for one in SCRIPTS[kind]},
            checked=[key for key, _label in CHECKS[kind]],
            reply="Calm and clear. Go." if ready else "",
            reply_by=_lead(student) if ready else None,
            ready_on=student.school.today() - timedelta(days=6) if ready else None,
        )  # fmt: skip


def _make_shadow_days(school: School, students: list[Student], chance: random.Random) -> None:
    """Seven days in all states: some ahead, some over, one that waits for an answer."""
    places = Opportunity.objects.filter(school=school, state="open", min_age__isnull=True)
    sites = places.select_related("site").order_by("pk")[:7]
    states = ("asked", "planned", "agreed", "held", "decided", "decided", "declined")
    for state, place, student in zip(states, sites, students[1::3], strict=False):
        mentor = SiteMentor.objects.filter(site=place.site, is_lead=True).first()
        ahead = state in ShadowDay.AHEAD
        days = chance.randint(3, 12) if ahead else -chance.randint(2, 5)
        on = _weekday(school.today() + timedelta(days=days))
        facts = _said(student, state, mentor.person if mentor else None, chance)
        if state in ("held", "decided"):
            facts["experience"] = Experience.objects.create(
                school=school, student=student, kind="shadow", on=on, place=place.site.name,
                who=mentor.person.name if mentor else "", minutes=300, by=student.person,
                learned="Most of the day is talking with people.",
                state="entered" if state == "held" else "verified",
                decided_by=None if state == "held" else _lead(student),
            )  # fmt: skip
        ShadowDay.objects.create(
            school=school, student=student, opportunity=place, on=on, starts_at=time(9),
            ends_at=time(14), wish="How a usual day runs, and what is hard.", state=state,
            by=student.person, host=mentor.person if mentor else None, **facts,
        )  # fmt: skip


def _weekday(on: date) -> date:
    return on - timedelta(days=max(0, on.weekday() - 4))


def _said(
    student: Student, state: str, host: Person | None, chance: random.Random
) -> dict[str, object]:
    """What family, host and both afterwards have said by now."""
    now, facts = student.school.now(), dict[str, object]()
    if state not in ("asked", "planned"):
        facts |= {"family_said": "yes", "family_at": now - timedelta(days=9)}
        facts |= {"host_said": "no" if state == "declined" else "yes", "host_by": host}
        facts |= {"host_at": now - timedelta(days=8), "host_note": "Ring at the side door."}
    if state == "held":
        facts |= {"asked_at": now, "answers_until": student.school.today() + timedelta(days=5)}
        facts |= {"host_answer": "continue"}
    if state == "decided":
        yes = chance.random() < 0.5
        facts |= {"student_answer": "continue", "host_answer": "continue" if yes else "not_now"}
        facts |= {"outcome": "continue" if yes else "not_now", "asked_at": now}
        facts |= {"host_word": "A good day. We are too few this month." if not yes else ""}
    return facts
