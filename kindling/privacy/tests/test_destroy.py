"""What is past its end goes, all of it and nothing else, and a certificate says so."""

import json

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.models import Day, Entry
from kindling.disclosures.models import Disclosure
from kindling.evidence.models import Evidence
from kindling.journals.models import JournalEntry
from kindling.journals.tests.writing import wrote
from kindling.kit.http import Refused
from kindling.people.models import CareNote, Student
from kindling.placements.models import Placement
from kindling.privacy import actions
from kindling.privacy.models import Certificate, Run
from kindling.privacy.tests.keeping import (
    LATELY,
    a_year_of_luis,
    counted,
    gone,
    keep_piece,
)
from kindling.transcripts.models import Transcript


@pytest.fixture
def history(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        a_year_of_luis(cast)
        wrote(cast, "maya")
        keep_piece(cast, cast.maya)
    return cast


@pytest.fixture
def now(django_capture_on_commit_callbacks):
    """Do something and what it put off until the transaction is over."""

    def run(act, *args):
        with django_capture_on_commit_callbacks(execute=True):
            return act(*args)

    return run


def test_seven_years_later_the_record_is_gone_and_what_proves_it_stays(history, now):
    cast = history
    gone(cast.luis)

    run = now(counted, cast)
    run.refresh_from_db()
    now(lambda: actions.carry_out_run(run, by=cast.as_("priya")))
    run.refresh_from_db()

    assert run.state == Run.State.DONE
    left = [
        m.objects.filter(student=cast.luis).count()
        for m in (Placement, Day, JournalEntry, Evidence, CareNote)
    ]
    assert left == [0, 0, 0, 0, 0]
    assert Entry.objects.count() == 0
    assert Transcript.objects.get().student == cast.luis
    assert Disclosure.objects.filter(student=cast.luis).exists()
    assert Student.objects.filter(pk=cast.luis.pk).exists()
    assert JournalEntry.objects.get().student == cast.maya
    assert Evidence.objects.get().student == cast.maya
    cast.luis.person.refresh_from_db()
    assert (cast.luis.person.name, cast.luis.person.email) == ("Luis Diaz", "")


def test_the_certificate_tells_what_and_how_much_and_names_no_child(history, now):
    cast = history
    gone(cast.luis)
    run = now(counted, cast)
    run.refresh_from_db()
    now(lambda: actions.carry_out_run(run, by=cast.as_("priya")))

    certificate = Certificate.objects.get()

    assert certificate.content["by"] == "Priya Nair"
    told = {(one["topic"], one["keep"]): one["gone"] for one in certificate.content["lines"]}
    assert told["private", "private"] == 2  # the entry and its sums
    assert told["care", "care"] == 1
    words = json.dumps([certificate.content, list(Run.objects.values())], default=str)
    assert [w for w in ("Luis", "Diaz", cast.luis.public_id) if w in words] == []


def test_counting_destroys_nothing_and_shows_some_names(history, now):
    cast = history
    gone(cast.luis)

    run = now(counted, cast)

    run.refresh_from_db()
    assert (run.state, run.students, run.samples) == ("ready", 1, [cast.luis.public_id])
    assert JournalEntry.objects.filter(student=cast.luis).count() == 1
    assert run.lines.get(topic="private", keep="private").found == 2


def test_nothing_of_somebody_on_hold_goes(history, now):
    cast = history
    gone(cast.luis)
    hold = actions.hold_student(cast.luis, "A court asks", by=cast.as_("priya"))

    run = now(counted, cast)
    run.refresh_from_db()

    assert (run.students, run.held, list(run.lines.all())) == (0, 1, [])
    with pytest.raises(Refused):
        actions.carry_out_run(run, by=cast.as_("priya"))
    actions.end_hold(hold, by=cast.as_("priya"))
    actions.put_away_run(run, by=cast.as_("priya"))
    again = now(counted, cast)
    again.refresh_from_db()
    assert again.students == 1


def test_who_left_in_june_keeps_all_but_what_ends_soon(history, now):
    cast = history
    gone(cast.luis, LATELY)

    run = now(counted, cast)

    run.refresh_from_db()
    assert list(run.lines.values_list("topic", "keep")) == []


def test_an_alum_may_have_their_work_deleted_or_kept(history, now):
    cast = history
    gone(cast.luis, LATELY)
    actions.wish_for_work(cast.luis, "delete", by=cast.as_("luis"))

    run = now(counted, cast)
    run.refresh_from_db()
    assert [(one.topic, one.keep) for one in run.lines.all() if one.keep == "work"] == [
        ("work", "work")
    ]

    actions.put_away_run(run, by=cast.as_("priya"))
    actions.wish_for_work(cast.luis, "keep", by=cast.as_("luis"))
    gone_long = Student.objects.filter(pk=cast.luis.pk)
    gone_long.update(left_on="2018-06-20")
    again = now(counted, cast)
    again.refresh_from_db()
    assert [one.keep for one in again.lines.all() if one.keep == "work"] == []


def test_only_registrar_and_principal_may(history):
    cast = history

    for name in ("ana", "chen", "luis", "rosa", "tasha"):
        with pytest.raises(PermissionDenied):
            actions.start_run(by=cast.as_(name))
