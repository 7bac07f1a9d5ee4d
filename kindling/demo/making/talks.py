"""What advisors and students of Harbor View say to each other: talks, notes, journals."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from kindling.journals.counting import count_entries
from kindling.journals.models import JournalEntry, JournalReply, JournalShare
from kindling.meetings.models import Commitment
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.talks.models import LastTalk, PrivateNote, Talk, TalkChoice, TalkPromise

PROGRESS = [
    "Two of three pages are done. The last one needs the interview.",
    "You finished the sketch and showed it to the mentor, who wants a second one in clay.",
    "Nothing moved this week, and we know why: the van was in the shop.",
    "The budget adds up now. Next is asking the shop for a price.",
]
FEELING = [
    "Tired, and fine. Sleeps better since the bus changed.",
    "Good. Proud of the phone call.",
    "A bit alone at lunch. Sits with Priya’s group on Thursday.",
    "Excited and nervous about the exhibition.",
]
WANTS = [
    "Can I change my days? Thursday is hard.",
    "I want to ask for more time with the animals and less with the forms.",
    "I found a course at the community college.",
]
ENTRIES = {
    "knew": "Today I learned that you can hear if a dog is scared before you see it. Sam turned the "
    "lights down and waited. I would have just gone in.",
    "number": "38.9. That is what a healthy cat’s temperature can be, and I thought it was a fever. "
    "I wrote it on my hand.",
    "stuck": "I never know when to ask and when to just watch. When I ask, I feel slow. When I "
    "watch, I miss why.",
    "unasked": "I sorted the leash drawer. Nobody asked. Two people said thank you, and one of them "
    "was the boss.",
    "affected": "A woman came with a rabbit that did not make it. I did not know what to say, so I "
    "made tea. I think about it a lot.",
    "next": "Next time I want to write the intake form by myself and only then let somebody check.",
}
ANSWERS = [
    "“Before you see it”: that is the line of the week. How would you teach that to somebody?",
    "Ask Sam exactly that question: when would you rather I ask? I bet there is an answer.",
    "You did what helps: something small and warm. Let us talk about it on Monday.",
]


def make_talks(school: School, students: list[Student], chance: random.Random) -> None:
    """Six weeks of talks for everybody; journals for Ana’s students, five of them unread."""
    TalkChoice.objects.create(school=school)
    today = school.today()
    talks = [one for who in students for one in _talks_of(who, today, chance)]
    Talk.objects.bulk_create(talks)
    LastTalk.objects.bulk_create(_lines(school, students, talks))
    ana = Person.objects.get(school=school, name="Ana Reyes")
    mine = [one for one in students if _lead(one) == ana]
    _make_notes(mine, ana, today)
    _make_promises(mine, ana)
    _make_journals(mine[:9], ana, chance)


def _lead(student: Student) -> Person:
    found: Person = student.advisory_seats.get().advisory.advisors.get().person
    return found


def _talks_of(student: Student, today: date, chance: random.Random) -> list[Talk]:
    """Held about every week; one in seven students was not talked to for longer."""
    skip = 3 if chance.random() < 1 / 7 else 0
    lead = _lead(student)
    found: list[Talk] = []
    for week in range(skip, 6):
        on = today - timedelta(days=7 * week + 1 + chance.randrange(4))
        while on.weekday() > 4:
            on -= timedelta(days=1)
        found.append(
            Talk(
                school=student.school, student=student, advisor=lead, due_on=on, held_on=on,
                state=Talk.State.CLOSED if found else Talk.State.HELD, is_real=True,
                minutes=chance.choice((8, 12, 15, 20, 25)), progress=chance.choice(PROGRESS),
                feeling=chance.choice(FEELING), held_at=_at(student.school, on, 14),
            )
        )  # fmt: skip
    if chance.random() < 1 / 3:
        due_on, wants = found[0].due_on + timedelta(days=7), chance.choice(WANTS)
        found.append(Talk(school=student.school, student=student, due_on=due_on, wants=wants))
    return found


def _lines(school: School, students: list[Student], talks: list[Talk]) -> list[LastTalk]:
    held: dict[int, date] = {}
    for talk in talks:
        if talk.held_on:
            held[talk.student_id] = max(talk.held_on, held.get(talk.student_id, talk.held_on))
    week = timedelta(days=7)
    return [
        LastTalk(school=school, student=one, last_on=held[one.pk], due_on=held[one.pk] + week)
        for one in students
    ]


def _at(school: School, on: date, hour: int) -> datetime:
    return datetime.combine(on, time(hour, 10), school.zone)


PROMISES = [
    ("Call the shelter and ask about Thursdays", 1),
    ("Bring the sketch", -2),
    ("Ask Chen", 4),
]


def _make_promises(mine: list[Student], ana: Person) -> None:
    """What was said at the end of some of Ana's last talks; one is late, one is her own."""
    for number, (words, days) in enumerate(PROMISES):
        student = mine[number]
        talk = student.talks.filter(state=Talk.State.HELD).first()
        if talk is None:
            continue
        owner = ana if number == len(PROMISES) - 1 else student.person
        due_on = student.school.today() + timedelta(days=days)
        facts = {"school": student.school, "student": student, "owner": owner, "by": ana}
        made = Commitment.objects.create(words=words, due_on=due_on, **facts)
        TalkPromise.objects.create(school=student.school, talk=talk, commitment=made)
        Talk.objects.filter(pk=talk.pk).update(state=Talk.State.FOLLOW_UP)


def _make_notes(mine: list[Student], ana: Person, today: date) -> None:
    for student, text in zip(
        mine[1:3],
        (
            "Moved in with an aunt in September. Does not want it to come up at the meeting.",
            "Gets quiet when the father is mentioned. Ask about the garage instead.",
        ),
        strict=False,
    ):
        at = _at(student.school, today - timedelta(days=9), 15)
        PrivateNote.objects.create(
            school=student.school, student=student, author=ana, at=at, text=text
        )


def _make_journals(mine: list[Student], ana: Person, chance: random.Random) -> None:
    """The last entry of five students waits."""
    for place, student in enumerate(mine):
        entries = [_entry(student, ana, week, place, chance) for week in (3, 2, 1, 0)]
        JournalEntry.objects.bulk_create(entries)
        JournalReply.objects.bulk_create(
            JournalReply(
                school=student.school, entry=one, by=ana, text=ANSWERS[number % len(ANSWERS)],
                at=one.at + timedelta(hours=20),
            )
            for number, one in enumerate(entries)
            if one.answered_on
        )  # fmt: skip
        count_entries(student)
    first = JournalEntry.objects.filter(student=mine[0]).order_by("at").first()
    if first is not None:
        JournalShare.objects.create(
            school=first.school, entry=first, whom=JournalShare.Whom.FAMILY, since_at=first.at
        )


def _entry(
    student: Student, ana: Person, week: int, place: int, chance: random.Random
) -> JournalEntry:
    on = student.school.today() - timedelta(days=7 * week + 1 + place % 3)
    at = _at(student.school, on, 16)
    prompt, text = list(ENTRIES.items())[(place + week) % len(ENTRIES)]
    entry = JournalEntry(
        school=student.school, student=student, on=on, at=at, prompt=prompt, text=text
    )
    if week == 0 and place < 5:
        entry.waits_since = at
    else:
        entry.read_at, entry.read_by = at + timedelta(hours=20), ana
        entry.answered_on = (at + timedelta(hours=20)).date() if week else None
    return entry
