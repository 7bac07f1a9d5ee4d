"""Races of a round for scarce places, and of a school's limit for one site."""

from __future__ import annotations

import os
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from kindling.history.models import Event
from kindling.notices.models import Notice
from kindling.placements.actions import mind_queues, request_pursuit
from kindling.placements.models import Pursuit, PursuitPolicy
from kindling.rounds import actions
from kindling.rounds.models import Ballot, Choice, Outcome, Record, Round
from kindling.rounds.tests.rounds import make_open, place_of, put_list
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Seat
from tests.cast import Cast, make_place
from tests.races.stage import FORK, WON, cast_on_stage, race

BEFORE, AFTER = "2026-10-13T13:00:00Z", "2026-10-13T15:00:00Z"
CLOSES = datetime(2026, 10, 13, 10, 0, tzinfo=ZoneInfo("America/New_York"))


def drawn(cast: Cast) -> Round:
    """Maya and Luis want the one seat of the shelter; the draw has run."""
    one = make_open(cast, closes_at=CLOSES)
    for name in ("maya", "luis"):
        put_list(cast, one, name, cast.shelter)
    os.environ["KINDLING_NOW"] = AFTER
    actions.close_round(one, by=cast.as_("chen"))
    actions.run_round(one, by=cast.as_("chen"))
    return one


def publish(rounds: int) -> dict:
    """Coordinator and principal publish one result at once."""
    cast = cast_on_stage()
    one = drawn(cast)
    rows, who = FORK.Queue(), [cast.as_("chen"), cast.as_("dana")]

    def by(viewer: Viewer):
        def once(_round: int) -> str:
            actions.publish_round(Round.objects.get(pk=one.pk), by=viewer)
            return WON

        return once

    def look(_round: int) -> None:
        told = Notice.objects.filter(kind="rounds/unplaced")
        rows.put((told.count(), Event.objects.filter(verb="round.show_seed").count()))
        with transaction.atomic():
            Round.objects.update(state="run", published_at=None, published_by=None)
            Notice.objects.all().delete()

    Notice.objects.all().delete()
    said = race([by(viewer) for viewer in who], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}


def award(rounds: int) -> dict:
    """Two workers give out the places of one published round at once."""
    cast = cast_on_stage()
    one, rows = drawn(cast), FORK.Queue()
    actions.publish_round(one, by=cast.as_("chen"))

    def give(_round: int) -> str:
        row = Round.objects.select_related("school").get(pk=one.pk)
        return f"{WON} {actions.award_places(row, by=Viewer.system(cast.school))}"

    def look(_round: int) -> None:
        troubles = Outcome.objects.exclude(trouble="").count()
        rows.put((Pursuit.objects.count(), Seat.objects.filter(is_taken=True).count(), troubles))
        with transaction.atomic():
            Outcome.objects.update(pursuit=None, trouble="")
            Pursuit.objects.all().delete()
            Seat.objects.update(is_taken=False)

    said = race([give, give], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}


def rank(rounds: int) -> dict:
    """Maya adds a place while the clock closes the round and the coordinator draws."""
    cast = cast_on_stage()
    one = make_open(cast, closes_at=CLOSES)
    place, maya, rows = place_of(one, cast.shelter), cast.as_("maya"), FORK.Queue()

    def add(_round: int) -> str:
        os.environ["KINDLING_NOW"] = BEFORE
        actions.change_list(Round.objects.get(pk=one.pk), cast.maya, "add", place, by=maya)
        return WON

    def draw(_round: int) -> str:
        os.environ["KINDLING_NOW"] = AFTER
        actions.close_due_rounds(by=Viewer.system(cast.school))
        actions.run_round(Round.objects.get(pk=one.pk), by=cast.as_("chen"))
        return WON

    def look(_round: int) -> None:
        problem = Record.objects.values_list("problem", flat=True).get()
        rows.put((Choice.objects.count(), sum(len(s["wishes"]) for s in problem["students"])))
        with transaction.atomic():
            for model in (Outcome, Record, Choice, Ballot):
                model.objects.all().delete()
            Round.objects.update(state="open", ran_at=None)

    said = race([add, draw], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}


def crowd(rounds: int) -> dict:
    """Two ask, and the clock offers a seat to a third, at a site that takes one at a time."""
    cast = cast_on_stage()
    other = make_place(cast.school, "Harbor Kennel", "Kennel helper", capacity=2)
    Opportunity.objects.filter(pk=other.pk).update(site=cast.shelter.site)
    other.refresh_from_db()
    PursuitPolicy.objects.create(school=cast.school, site_limit=1)
    rows = FORK.Queue()

    def put_back() -> None:
        with transaction.atomic():
            Pursuit.objects.all().delete()
            Seat.objects.update(is_taken=False)
            Pursuit.objects.create(
                school=cast.school, student=cast.luis, opportunity=cast.shelter, why="Dogs.",
                state="queued", queued_at=cast.school.now(),
            )  # fmt: skip

    def ask(student, viewer):
        def once(_round: int) -> str:
            request_pursuit(student, other, "Dogs.", by=viewer)
            return WON

        return once

    def offer(_round: int) -> str:
        return f"{WON} {mind_queues(by=Viewer.system(cast.school))}"

    def look(_round: int) -> None:
        states = [*Pursuit.OPEN, Pursuit.State.OFFERED]
        rows.put(Pursuit.objects.filter(state__in=states).count())
        put_back()

    put_back()
    runners = [ask(cast.jordan, cast.as_("jordan")), ask(cast.maya, cast.as_("maya")), offer]
    said = race(runners, rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}
