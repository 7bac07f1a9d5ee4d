"""From the round to the family: written, read, released, acknowledged, put right."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kindling.advisory.actions import name_substitute
from kindling.kit.http import Refused
from kindling.narratives import actions
from kindling.narratives.actions.releasing import release_what_is_planned
from kindling.narratives.models import Narrative, Version
from kindling.narratives.rules import visible_narratives
from kindling.narratives.tests.writing import (
    OWN,
    PAGE,
    WORDS,
    begin,
    fresh,
    make_ready,
    narrative_of,
    release_luis,
    write,
    write_all,
)
from kindling.notices.models import Notice
from kindling.people.actions import connect
from kindling.plans.models import Suggestion
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person


def test_the_whole_way(cast, client_of):
    fall = begin(cast, grades=["401"])
    luis = narrative_of(fall, cast.luis)
    page = f"{PAGE}{luis.public_id}/"
    write(cast, luis, "luis", 1, OWN)
    actions.hand_in_words(luis, by=cast.as_("luis"))
    assert client_of("ana").get(page).text.count(OWN) == 1

    write_all(cast, luis)
    assert client_of("ana").post(f"{page}submit/").status_code == 302
    assert client_of("rosa").get(page).status_code == 404
    assert client_of("dana").post(f"{page}pass/").status_code == 302
    release = f"{PAGE}rounds/{fall.public_id}/release/"
    assert client_of("dana").get(release).status_code == 200
    assert client_of("dana").post(release).status_code == 302

    read = client_of("rosa").get(page).text
    assert (OWN in read, WORDS in read) == (True, True)
    assert client_of("rosa").post(f"{page}read/").status_code == 302
    assert fresh(luis).acknowledged_at is not None
    assert Version.objects.get().content["student"] == "Luis Diaz"
    told = Notice.objects.filter(kind="narratives/released").order_by("pk")
    assert [one.person for one in told] == [cast.rosa, cast.luis.person]


def test_one_that_is_missing_is_named_and_left_out_only_by_choice(cast, client_of):
    fall = begin(cast)
    make_ready(cast, narrative_of(fall, cast.luis))
    page = f"{PAGE}rounds/{fall.public_id}/release/"

    told = client_of("dana").post(page)
    assert (told.status_code, Version.objects.count()) == (409, 0)
    assert "Jordan Blake, Maya Santos" in told.text

    assert client_of("dana").post(page, {"without": "1"}).status_code == 302
    states = Narrative.objects.order_by("student__person__sort_name").values_list(
        "state", flat=True
    )
    assert list(states) == ["due", "released", "due"]


def test_pressed_twice_it_goes_out_once(cast):
    fall = begin(cast, grades=["401"])
    make_ready(cast, narrative_of(fall, cast.luis))
    actions.release_round(fall, by=cast.as_("dana"))
    with pytest.raises(Refused, match="Nothing is ready"):
        actions.release_round(fall, by=cast.as_("chen"))
    assert (Version.objects.count(), Notice.objects.filter(kind="narratives/released").count()) == (
        1,
        2,
    )


def test_words_that_were_not_handed_in_stay_the_students(cast, client_of):
    fall = begin(cast, grades=["401"])
    luis = narrative_of(fall, cast.luis)
    write(cast, luis, "luis", 1, OWN)
    page = f"{PAGE}{luis.public_id}/"
    assert [OWN in client_of(who).get(page).text for who in ("ana", "dana", "luis")] == [
        False,
        False,
        True,
    ]

    make_ready(cast, luis)
    actions.release_round(fall, by=cast.as_("dana"))

    assert OWN not in str(Version.objects.get().content)


def test_the_student_reads_nothing_of_the_advisors_before_the_release(cast, client_of):
    fall = begin(cast, grades=["401"])
    luis = narrative_of(fall, cast.luis)
    write_all(cast, luis)
    actions.add_idea(luis, "Secret idea.", by=cast.as_("ana"))
    page = f"{PAGE}{luis.public_id}/"
    client = client_of("luis")
    texts = [client.get(one).text for one in (page, PAGE, f"{PAGE}of/{cast.luis.public_id}/")]
    assert [word for word in (WORDS, "Secret idea.") if word in "".join(texts)] == []
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize("name", ["maya", "jordan", "liam", "tasha", "otto"])
def test_nobody_else_reads_a_released_one(cast, client_of, name):
    luis = release_luis(cast)
    assert client_of(name).get(f"{PAGE}{luis.public_id}/").status_code == 404
    assert luis not in list(visible_narratives(cast.as_(name)))


def test_a_substitute_and_another_family_read_nothing(cast):
    luis = release_luis(cast)
    kim = make_person(cast.school, "Kim Park", Role.STAFF)
    today = cast.school.today()
    name_substitute(cast.tide, kim, since_on=today, until_on=today, by=cast.as_("ana"))
    other = make_person(cast.school, "Ben Santos", Role.GUARDIAN)
    system = Viewer.system(cast.school)
    connect(cast.maya, other, Role.GUARDIAN, by=system, since_on=cast.maya.enrolled_on)

    for person in (kim, other):
        assert luis not in list(visible_narratives(Viewer.of_person(person)))


def test_what_the_advisor_suggests_waits_in_the_students_plan(cast):
    fall = begin(cast, grades=["401"])
    luis = narrative_of(fall, cast.luis)
    actions.add_idea(luis, "Ask a carpenter.", by=cast.as_("ana"))
    make_ready(cast, luis)
    actions.release_round(fall, by=cast.as_("dana"))

    made = Suggestion.objects.get()
    assert (made.student, made.words, made.source, made.label) == (
        cast.luis,
        "Ask a carpenter.",
        "narrative",
        "Fall",
    )


def test_planned_it_goes_out_in_the_morning_or_says_who_is_missing(cast):
    fall = begin(cast)
    make_ready(cast, narrative_of(fall, cast.luis))
    day = date(2026, 11, 25)
    actions.plan_release(fall, day, by=cast.as_("dana"))
    with time_machine.travel("2026-11-25T14:00Z"):
        release_what_is_planned()
        release_what_is_planned()
    told = Notice.objects.get(kind="narratives/not_released")
    assert (Version.objects.count(), told.person, "Maya Santos" in told.body) == (
        0,
        cast.dana,
        True,
    )

    actions.plan_release(fall, day, without=True, by=cast.as_("dana"))
    with time_machine.travel("2026-11-25T09:00Z"):
        release_what_is_planned()
    assert Version.objects.count() == 0  # four in the morning
    with time_machine.travel("2026-11-25T14:00Z"):
        release_what_is_planned()
    assert Version.objects.count() == 1


@pytest.mark.parametrize("name", ["ana", "luis", "rosa", "priya", "liam", "otto"])
def test_nobody_else_releases(cast, name):
    fall = begin(cast, grades=["401"])
    make_ready(cast, narrative_of(fall, cast.luis))
    with pytest.raises(PermissionDenied):
        actions.release_round(fall, by=cast.as_(name))


def test_a_round_is_released_in_a_constant_few_statements_a_narrative(cast):
    fall = begin(cast)
    for student in (cast.luis, cast.maya, cast.jordan):
        make_ready(cast, narrative_of(fall, student))
    with CaptureQueriesContext(connection) as sent:
        actions.release_round(fall, by=cast.as_("dana"))
    assert len(sent) < 60
