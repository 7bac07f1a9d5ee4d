"""The adults' side: notes, who was told, the pause, the end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import Statements
from kindling.history.models import Event
from kindling.incidents.actions import (
    add_reader,
    close_incident,
    note_action,
    note_told,
    open_incident,
    open_page,
    pause_there,
    reopen_incident,
    resume_there,
    tell_mentor,
    write_finding,
    write_note,
)
from kindling.incidents.models import Word
from kindling.incidents.queries import incident_list, incident_page
from kindling.incidents.tests.worried import worry_of
from kindling.kit.http import Refused
from kindling.notices.models import Notice


def told():
    return sorted(Notice.objects.values_list("kind", "person__name"))


def say_told(worry, whom, by, text=""):
    note_told(worry, whom=whom, told_at=worry.opened_at, text=text, by=by)


def test_it_goes_from_reported_to_closed(cast, worry):
    ana, states = cast.as_("ana"), [worry.state]
    note_action(worry, "Called the clinic.", by=ana)
    states.append(worry.state)
    write_finding(worry, "It was so.", by=ana)
    states.append(worry.state)
    say_told(worry, "family", ana)
    say_told(worry, "principal", ana)
    close_incident(worry, "Another mentor.", by=ana)
    states.append(worry.state)
    reopen_incident(worry, by=cast.as_("dana"))

    assert states == ["reported", "acting", "investigated", "closed"]
    assert worry.state == "acting"


def test_it_is_not_closed_before_it_is_clear_who_knows(cast, worry):
    ana = cast.as_("ana")
    note_action(worry, "Called the clinic.", by=ana)
    with pytest.raises(Refused, match="family"):
        close_incident(worry, "Done.", by=ana)
    say_told(worry, "not_family", ana, "Jordan asked me not to, and is safe.")
    with pytest.raises(Refused, match="principal"):
        close_incident(worry, "Done.", by=ana)
    open_page(worry, by=cast.as_("dana"))

    close_incident(worry, "Done.", by=ana)

    assert worry.state == "closed"


def test_what_is_closed_takes_no_more_notes(cast, worry):
    open_page(worry, by=cast.as_("dana"))
    say_told(worry, "family", cast.as_("ana"))
    close_incident(worry, "Done.", by=cast.as_("ana"))

    with pytest.raises(Refused):
        write_note(worry, "More.", by=cast.as_("ana"))


def test_the_history_keeps_verbs_only(cast, worry):
    write_note(worry, "I doubt the mentor.", by=cast.as_("ana"))
    say_told(worry, "authority", cast.as_("dana"), "Hotline, 14:00")

    events = Event.objects.filter(subject_id=worry.public_id)
    assert [(e.verb, e.detail) for e in events] == [
        ("incident.worry", {}),
        ("incident.note", {}),
        ("incident.told", {}),
        ("incident.act", {"was": "reported", "now": "acting"}),
    ]


def test_a_pause_is_quiet_and_the_mentor_hears_when_staff_say_so(cast, placement, worry):
    Notice.objects.all().delete()
    pause_there(worry, by=cast.as_("ana"))
    placement.refresh_from_db()
    quiet = told()

    tell_mentor(worry, by=cast.as_("ana"))

    assert (placement.state, quiet) == ("paused", [])
    assert told() == [("placements/paused_mentor", "Sam Ito")]
    letter = Notice.objects.get()
    assert letter.subject == "Jordan does not come for now"
    assert Word.objects.filter(kind="told", whom="mentor").count() == 1


def test_it_goes_on_when_they_have_talked(cast, placement, worry):
    pause_there(worry, by=cast.as_("ana"))

    resume_there(worry, by=cast.as_("dana"))

    placement.refresh_from_db()
    assert placement.state == "active"


def test_nothing_is_told_to_the_mentor_while_it_runs(cast, worry):
    with pytest.raises(Refused):
        tell_mentor(worry, by=cast.as_("ana"))


@pytest.mark.parametrize("act", [pause_there, tell_mentor, reopen_incident])
def test_who_was_only_added_does_not_decide(cast, worry, act):
    add_reader(worry, cast.chen, by=cast.as_("ana"))

    with pytest.raises(PermissionDenied):
        act(worry, by=cast.as_("chen"))
    write_note(worry, "I can come along.", by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["chen", "priya", "jordan", "rosa", "otto"])
def test_nobody_else_writes(cast, worry, name):
    with pytest.raises(PermissionDenied):
        write_note(worry, "x", by=cast.as_(name))


def test_staff_write_down_what_they_heard_and_the_principal_is_told(cast, placement):
    incident = open_incident(
        cast.jordan, text="Sam called: a fall.", source="mentor", placement=placement,
        by=cast.as_("chen"),
    )  # fmt: skip

    assert (incident.adult, incident.read_by) == (cast.chen, cast.chen)
    assert told() == [("incidents/private_opened", "Dana Okafor")]


@pytest.mark.parametrize("name", ["rosa", "maya", "jordan", "otto", "liam"])
def test_only_staff_who_see_the_student_write_one_down(cast, placement, name):
    with pytest.raises(PermissionDenied):
        open_incident(cast.jordan, text="x", source="staff", by=cast.as_(name))


def test_the_page_says_how_far_it_is(cast, worry):
    open_page(worry, by=cast.as_("dana"))
    page = incident_page(cast.as_("dana"), worry)

    assert [step.label for step in page.way if step.at] == ["Reported", "Read", "Principal knows"]


def test_the_forms_of_the_page(cast, placement, worry, client_of):
    client, path = client_of("ana"), f"/harbor-view/incidents/{worry.public_id}/"
    when = {"told_at": "2026-10-13T08:30", "text": "By phone."}
    steps = [
        ("write/", {"kind": "reply", "text": "Come to my room."}),
        ("write/", {"kind": "action", "text": "Called the clinic."}),
        ("told/", {"whom": "family", **when}),
        ("told/", {"whom": "principal", **when}),
        ("readers/", {"person": cast.chen.public_id}),
        ("readers/end/", {"person": cast.chen.public_id}),
        ("pause/", {}),
        ("tell-mentor/", {}),
        ("resume/", {}),
        ("close/", {"text": "Talked it over."}),
        ("reopen/", {}),
    ]

    codes = [client.post(path + step, sent).status_code for step, sent in steps]

    worry.refresh_from_db()
    assert codes == [302] * len(steps)
    assert worry.state == "acting"


@pytest.mark.parametrize(
    ("step", "sent"),
    [
        ("write/", {"kind": "note", "text": ""}),
        ("write/", {"kind": "worry", "text": "x"}),
        ("told/", {"whom": "not_family", "told_at": "2026-10-13T08:30", "text": ""}),
        ("told/", {"whom": "family", "told_at": "2026-10-14T08:30"}),
        ("readers/", {"person": "nobody"}),
        ("close/", {"text": ""}),
    ],
)
def test_a_form_with_a_mistake_saves_nothing(cast, worry, client_of, step, sent):
    before = Word.objects.count()
    answer = client_of("ana").post(f"/harbor-view/incidents/{worry.public_id}/{step}", sent)

    assert (answer.status_code, Word.objects.count()) == (422, before)


def test_what_nobody_has_read_stands_first(cast, placement):
    unread, read = worry_of(cast), worry_of(cast)
    open_page(read, by=cast.as_("dana"))

    assert list(incident_list(cast.as_("ana"), is_open=True)) == [unread, read]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_for_one_and_three(cast, placement, client_of, number):
    for _ in range(number):
        worry_of(cast)
    client = client_of("ana")
    client.get("/harbor-view/incidents/")

    with Statements() as asked:
        client.get("/harbor-view/incidents/")

    assert asked.count == 4


def test_it_is_said_again_that_a_word_came_later(cast, worry):
    note_told(
        worry, whom="family", told_at=worry.opened_at - timedelta(hours=1), by=cast.as_("ana")
    )
    page = incident_page(cast.as_("ana"), worry)

    assert page.when("told") == worry.opened_at - timedelta(hours=1)
