"""What people chose about messages, and a few letters with a history."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from kindling.attendance.models import Day, Entry, MentorChoice, Method, Rhythm
from kindling.attendance.rhythm import WAIT
from kindling.notices.actions import choose_ways, notify, spend_asks
from kindling.notices.models import Notice, Try
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

RESTING = 9  # of the mentors, by their place in the list: asked by Northgate, too
BY_WORD = 4  # of the mentors: asked only when something differs


def make_messages(school: School, placements: list[Placement]) -> None:
    """Give a school people with ways of their own, mentors with a rhythm, and an outbox."""
    make_choices(school)
    make_rhythms(school, placements)
    make_outbox(school)


def make_choices(school: School) -> None:
    for name, daily, hours in [("Ana Reyes", "sms", (20, 6)), ("Rosa Diaz", "", (22, 7))]:
        person = Person.objects.select_related("school").get(school=school, name=name)
        choose_ways(
            person, safety="sms" if person.phone else "", daily=daily if person.phone else "",
            other="", quiet_from=time(hours[0]), quiet_until=time(hours[1], 30),
            by=Viewer.of_person(person),
        )  # fmt: skip


def make_rhythms(school: School, placements: list[Placement]) -> None:
    """Every third mentor is asked once a week, one rests, and one gave a standing word."""
    mentors = list({one.mentor_id: one.mentor for one in placements}.values())
    today = school.today()
    weekly = [MentorChoice(school=school, person=m, rhythm=Rhythm.WEEKLY) for m in mentors[2::3]]
    word = MentorChoice(
        school=school, person=mentors[BY_WORD], rhythm=Rhythm.EXCEPTIONS,
        word_on=today - timedelta(days=40),
    )  # fmt: skip
    MentorChoice.objects.bulk_create([*weekly, word], ignore_conflicts=True)
    count_by_word(school, mentors[BY_WORD])
    for _ in range(school.asks_per_month):
        spend_asks([mentors[RESTING]], by=Viewer.system(school))


def count_by_word(school: School, mentor: Person) -> None:
    """Let the mentor's last usual days count by the word they gave."""
    since, until = school.today() - timedelta(days=30), school.today() - WAIT
    days = Day.objects.filter(
        placement__mentor=mentor, on__gte=since, on__lte=until, state=Day.State.CONFIRMED
    )
    pks = list(days.values_list("pk", flat=True))
    nothing = {"mentor_in_at": None, "mentor_out_at": None, "mentor_said_at": None}
    Day.objects.filter(pk__in=pks).update(**nothing)
    said = Entry.objects.filter(day__in=pks, voice=Entry.Voice.MENTOR)
    said.exclude(kind=Entry.Kind.CONFIRM).delete()
    said.update(
        method=Method.STANDING, weight=Method.STANDING.weight, in_at=None, out_at=None, text=""
    )


def make_outbox(school: School) -> None:
    """One letter that went another way, one that was too late, one that waits for the morning."""
    # The outbox tells the real time, also where the school's date is set back.
    system, now = Viewer.system(school), timezone.now().astimezone(school.zone)
    people = {
        name: Person.objects.select_related("school").get(school=school, name=name)
        for name in ("Ana Reyes", "Chen Wu", "Dana Okafor")
    }
    told = {"bearer": Person.objects.filter(school=school, name="Sam Ito").first()}
    other, late, held = (
        notify(person, "passes/not_me", told, by=system, url=f"/{school.slug}/passes/")
        for person in people.values()
    )
    at = now - timedelta(hours=3)
    tell(other, "email", Try.Ended.NEVER, "550 No such user here", at)
    tell(other, "sms", Try.Ended.SENT, "The gateway took it.", at + timedelta(seconds=4))
    keep(other, state=Notice.State.SENT, channel="sms", ways=["sms"], sent_at=at)
    keep(
        late, state=Notice.State.DROPPED, until=at,
        error=f"It was of use until {at:%H:%M}.", tries=0,
    )  # fmt: skip
    morning = (now + timedelta(days=1)).replace(hour=7, minute=0, second=0, microsecond=0)
    keep(held, state=Notice.State.HELD, next_at=morning)


def tell(notice: Notice, channel: str, ended: Try.Ended, answer: str, at: datetime) -> None:
    Try.objects.create(
        school=notice.school, notice=notice, at=at, channel=channel, ended=ended, answer=answer,
        address=notice.person.phone if channel == "sms" else notice.person.email,
    )  # fmt: skip


def keep(notice: Notice, **facts: object) -> None:
    Notice.objects.filter(pk=notice.pk).update(**facts)
