"""What runs in processes of its own: `python -m tests.races.racing seat 1000` on a prepared place.

Each race forks two or more processes that start every round at a barrier and share nothing but the
database (`stage.py`). Prints what happened as JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from datetime import time as clock_time

from tests.races.stage import FORK, WON, cast_on_stage, race  # isort: skip (sets Django up)

from django.db import transaction

from kindling.agreements.actions import sign_agreement
from kindling.agreements.models import Agreement, Paper, Signature, Signer, VersionText
from kindling.agreements.tests.signing import make_agreement, make_template
from kindling.attendance.actions import check_in, confirm_days, settle_day
from kindling.attendance.models import Day, Entry
from kindling.attendance.sums import wrong_sums
from kindling.attendance.tests.placed import make_placement, spoken_on, with_pass
from kindling.attendance.waiting import spoken_days
from kindling.exploring.actions import (
    answer_as_host,
    answer_as_student,
    say_family,
    say_host,
    tend_shadow_days_of,
)
from kindling.exploring.models import ShadowDay
from kindling.exploring.tests.factories import behind, jordans_family, planned
from kindling.ladder.actions import climb_school, take_alarm
from kindling.ladder.models import Alarm, Call, Ladder
from kindling.notices.models import Notice
from kindling.people.models import Student
from kindling.placements.actions import (
    approve_pursuit,
    lapse_pursuits,
    mind_queues,
    withdraw_pursuit,
)
from kindling.placements.models import Placement, Pursuit
from kindling.schedule.models import Commitment
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Seat
from tests.cast import Cast, make_student
from tests.races import drawing, planning, reaching


def seat(rounds: int) -> dict:
    """Two requests for one seat, both approved at once."""
    cast = cast_on_stage()
    Seat.objects.exclude(opportunity=cast.shelter).delete()
    Opportunity.objects.exclude(pk=cast.shelter.pk).delete()
    chen, wrong = cast.as_("chen"), FORK.Value("i", 0)
    pursuits = [
        Pursuit.objects.create(
            school=cast.school, student=one, opportunity=cast.shelter, why="Animals."
        )
        for one in (cast.jordan, cast.luis)
    ]

    def approve(pursuit: Pursuit) -> Callable[[int], str]:
        def once(_round: int) -> str:
            approve_pursuit(Pursuit.objects.get(pk=pursuit.pk), by=chen)
            return WON

        return once

    def look(_round: int) -> None:
        live = Pursuit.objects.live().values_list("seat__is_taken", flat=True)
        wrong.value += list(live) != [True]
        with transaction.atomic():
            Pursuit.objects.update(state="requested", seat=None, until_on=None)
            Seat.objects.update(is_taken=False)

    said = race([approve(one) for one in pursuits], rounds, look)
    lost = sorted({word for pair in said for word in pair if word != WON})
    return {"winners": [pair.count(WON) for pair in said], "lost": lost, "wrong": wrong.value}


def queue(rounds: int) -> dict:
    """The clock lapses a permission while its student takes it back; two wait, a third was asked.

    In the same moment the coordinator says yes to a request that came too late.
    """
    cast = cast_on_stage()
    Seat.objects.exclude(opportunity=cast.shelter).delete()
    Opportunity.objects.exclude(pk=cast.shelter.pk).delete()
    nora = make_student(cast.school, "Nora Bell", "301", date(2008, 1, 1))
    chen, clock, maya = cast.as_("chen"), Viewer.system(cast.school), cast.as_("maya")
    made = {
        one: Pursuit.objects.create(
            school=cast.school, student=one, opportunity=cast.shelter, why="Animals.",
            queued_at=cast.school.now(),
        )
        for one in (cast.maya, cast.jordan, cast.luis, nora)
    }  # fmt: skip
    has, first, second, asked = (made[one].pk for one in made)
    rows = FORK.Queue()

    def put_back() -> None:
        with transaction.atomic():
            Pursuit.objects.update(state="queued", seat=None, until_on=None)
            Pursuit.objects.filter(pk=asked).update(state="requested")
            seat = Seat.objects.get()
            over = {"state": "approved", "seat": seat, "until_on": date(2026, 10, 12)}
            Pursuit.objects.filter(pk=has).update(**over)
            Seat.objects.update(is_taken=True)

    def lapse(_round: int) -> str:
        lapse_pursuits(by=clock)
        mind_queues(by=clock)
        return WON

    def take_back(_round: int) -> str:
        withdraw_pursuit(Pursuit.objects.select_related("seat").get(pk=has), by=maya)
        return WON

    def approve(_round: int) -> str:
        approve_pursuit(Pursuit.objects.get(pk=asked), by=chen)
        return WON

    def look(_round: int) -> None:
        held = Pursuit.objects.filter(seat__isnull=False, state__in=["offered", "approved"])
        offered = Pursuit.objects.filter(state="offered").values_list("pk", flat=True)
        rows.put((held.count(), Seat.objects.filter(is_taken=True).count(), set(offered)))
        put_back()

    put_back()
    said = race([lapse, take_back, approve], rounds, look)
    kept = [rows.get() for _round in said]
    return {
        "said": said,
        "held": [row[:2] for row in kept],
        "skipped": sum(second in row[2] for row in kept),
        "next": sum(first in row[2] for row in kept),
    }


def tap(rounds: int) -> dict:
    """One tap that the phone sent twice."""
    cast = cast_on_stage()
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    jordan, rows = cast.as_("jordan"), FORK.Queue()

    def send(n: int) -> str:
        return check_in(placement, tap=f"tap{n}", by=jordan).public_id

    def look(_round: int) -> None:
        rows.put((Day.objects.count(), Entry.objects.count()))
        Entry.objects.all().delete()
        Day.objects.all().delete()

    said = race([send, send], rounds, look)
    counts = [rows.get() for _round in said]
    return {"same": [one == other for one, other in said], "rows": counts}


def word(rounds: int) -> dict:
    """The mentor confirms a day that the advisor settles."""
    cast = cast_on_stage()
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    mentor, ana, sums = with_pass(cast.sam, placement), cast.as_("ana"), FORK.Queue()
    day = date(2026, 10, 6)

    def confirm(_round: int) -> str:
        one = spoken_on(placement, day)
        time.sleep(0.002)  # both have read before one writes
        return f"{WON} {len(confirm_days([one], by=mentor))}"

    def settle(_round: int) -> str:
        one = spoken_on(placement, day)
        time.sleep(0.002)
        settle_day(one, minutes=60, reason="Went home ill.", by=ana)
        return WON

    def look(_round: int) -> None:
        sums.put(len(wrong_sums(cast.school)))
        Entry.objects.all().delete()
        Day.objects.all().delete()
        placement.hours.all().delete()

    said = race([confirm, settle], rounds, look)
    return {"said": said, "wrong": sum(sums.get() for _round in said)}


def burst(students: int) -> dict:
    """Four processes check students in, fifty a second, while two others read."""
    cast = cast_on_stage()
    made = []
    for n in range(students):
        student = make_student(cast.school, f"S{n} Test", "201", date(2010, 1, 1))
        made.append(make_placement(student, cast.clinic, cast.sam))
    start, ends = time.time() + 1, time.time() + 1 + students / 50

    def write(own: int) -> Callable[[int], str]:
        def all_of_mine(_round: int) -> str:
            for n in range(own, students, 4):
                time.sleep(max(0, start + n / 50 - time.time()))
                check_in(made[n], tap=f"s{n}", by=Viewer.of_person(made[n].student.person))
            return WON

        return all_of_mine

    def read(_round: int) -> str:
        school, reads = cast.school, 0
        while time.time() < ends:
            spoken_days(school, Placement.objects.all(), date(2026, 10, 12), date(2026, 10, 13))
            reads += 1
            time.sleep(0.02)
        return WON if reads else "read nothing"

    said = race([*(write(n) for n in range(4)), read, read], 1, lambda _round: None)
    return {"said": said, "entries": Entry.objects.count(), "students": Student.objects.count()}


def ladder(rounds: int) -> dict:
    """Two workers look at one school in the same moment, and somebody takes the alarm."""
    cast = cast_on_stage()
    make_placement(cast.jordan, cast.clinic, cast.sam, starts_at=clock_time(8, 40))
    ana, rows = cast.as_("ana"), FORK.Queue()

    def climb(_round: int) -> str:
        climb_school(cast.school)
        return WON

    def take(_round: int) -> str:
        found = Alarm.objects.first()
        return take_alarm(found, by=ana) or "took it" if found else "too early"

    def look(_round: int) -> None:
        rows.put((Alarm.objects.count(), Call.objects.count(), Notice.objects.count()))
        Notice.objects.all().delete()
        Alarm.objects.all().delete()

    Ladder.objects.create(school=cast.school)
    said = race([climb, climb, take], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}


def names(rounds: int) -> dict:
    """The last two names under one agreement at once, and one of them tapped twice."""
    cast = cast_on_stage()
    by = cast.as_("chen")
    template = make_template(by, parties=["student", "school"])
    texts = VersionText.objects.filter(language="en")
    texts.update(opening="{student}", site="", family="")
    agreement = make_agreement(cast, template)
    rows = FORK.Queue()

    def sign(party: str, who: str) -> Callable[[int], str]:
        viewer = cast.as_(who)

        def once(_round: int) -> str:
            one = Signer.objects.select_related("agreement", "person").get(party=party)
            said = {"content_hash": agreement.content_hash, "name": who, "language": "en"}
            return sign_agreement(one, by=viewer, **said).public_id

        return once

    def look(_round: int) -> None:
        state = Agreement.objects.values_list("state", flat=True).get()
        rows.put((state, Signature.objects.count(), Paper.objects.count()))
        Paper.objects.all().delete()
        Signature.objects.all().delete()
        Signer.objects.update(state="waiting")
        Agreement.objects.update(state="open")

    both = [sign("student", "luis"), sign("student", "luis"), sign("school", "chen")]
    said = race(both, rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}


def shadow_day(cast: Cast) -> tuple[ShadowDay, Viewer, Viewer]:
    """Jordan's day that waits for a word, and the viewers of the family's and the host's link."""
    dad = jordans_family(cast)
    shadow = planned(cast, by="ana")
    return shadow, behind(dad, "allow_shadow", shadow), behind(cast.sam, "host_shadow", shadow)


def yes_and_no(rounds: int) -> dict:
    """The host says yes to a shadow day while the family, who had allowed it, takes that back."""
    cast = cast_on_stage()
    shadow, family, host = shadow_day(cast)
    rows = FORK.Queue()
    shadows = ShadowDay.objects.filter(pk=shadow.pk)
    shadows.update(family_said="yes")

    def say_yes(_round: int) -> str:
        say_host(shadows.get(), yes=True, by=host)
        return WON

    def say_no(_round: int) -> str:
        say_family(shadows.get(), yes=False, by=family)
        return WON

    def look(_round: int) -> None:
        (state,) = shadows.values_list("state", flat=True)
        rows.put((state, Commitment.objects.count()))
        shadows.update(state="planned", family_said="yes", host_said="", commitment=None)
        Commitment.objects.all().delete()

    said = race([say_yes, say_no], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}


def answers(rounds: int) -> dict:
    """After a shadow day both answer at once, in the moment in which the clock ends the waiting."""
    cast = cast_on_stage()
    shadow, _family, host = shadow_day(cast)
    jordan, rows = cast.as_("jordan"), FORK.Queue()
    shadows = ShadowDay.objects.filter(pk=shadow.pk)

    def put_back() -> None:
        told = {"student_answer": "", "host_answer": "", "outcome": ""}
        shadows.update(state="held", answers_until=date(2026, 10, 12), **told)
        Notice.objects.all().delete()

    def student(_round: int) -> str:
        answer_as_student(shadows.get(), "not_now", by=jordan)
        return WON

    def mentor(_round: int) -> str:
        answer_as_host(shadows.get(), "continue", by=host)
        return WON

    def clock(_round: int) -> str:
        tend_shadow_days_of(cast.school)
        return WON

    def look(_round: int) -> None:
        told = shadows.values_list("state", "outcome", "student_answer").get()
        letters = Notice.objects.filter(person=cast.jordan.person).count()
        rows.put((*told, letters))
        put_back()

    put_back()
    said = race([student, mentor, clock], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}


if __name__ == "__main__":
    races = {
        "seat": seat,
        "queue": queue,
        "tap": tap,
        "word": word,
        "burst": burst,
        "ladder": ladder,
        "names": names,
        "yes_and_no": yes_and_no,
        "answers": answers,
        "publish": drawing.publish,
        "award": drawing.award,
        "rank": drawing.rank,
        "crowd": drawing.crowd,
        "plan": planning.plan,
        "offer": reaching.offer,
        "introduction": reaching.introduction,
    }
    json.dump(races[sys.argv[1]](int(sys.argv[2])), sys.stdout)
