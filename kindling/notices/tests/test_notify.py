"""Writing a message: by which way, in whose language, with nothing secret in it."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.notices.actions import enqueue_due_notices, notify, notify_many
from kindling.notices.models import Notice
from kindling.schools.viewer import Viewer

KIND = "passes/renewed"


def test_a_message_waits_until_the_transaction_is_over(cast, django_capture_on_commit_callbacks):
    notice = notify(cast.ana, KIND, {}, by=cast.as_("chen"))

    assert (notice.state, notice.channel) == ("queued", "email")
    assert notice.address == "ana@harbor-view.example.org"
    assert mail.outbox == []

    with django_capture_on_commit_callbacks(execute=True):
        notify(cast.dana, KIND, {}, by=cast.as_("chen"))

    assert [m.to for m in mail.outbox] == [["dana@harbor-view.example.org"]]


def test_names_keep_their_apostrophes_in_a_text(cast):
    cast.ana.given_name = "Ana D'Or & <Co>"
    cast.ana.compose().save()

    notice = notify(cast.ana, KIND, {}, by=cast.as_("chen"))

    assert notice.body.startswith("Hi Ana D'Or & <Co>,")


def test_everyone_reads_their_own_language(cast):
    notices = notify_many([cast.ana, cast.rosa], KIND, {}, by=cast.as_("chen"))

    assert [notice.language for notice in notices] == ["en", "es"]


def test_a_link_is_not_part_of_the_text_that_is_kept(cast):
    notice = notify(cast.sam, KIND, {}, by=cast.as_("chen"), link_id="abcdefghjkmnpq")

    assert notice.link_id == "abcdefghjkmnpq"
    assert "{link}" in notice.body
    assert "abcdefghjkmnpq" not in notice.body


def test_who_has_a_phone_only_gets_a_text_message(cast):
    cast.sam.email = ""

    notice = notify(cast.sam, KIND, {}, by=cast.as_("chen"))

    assert (notice.channel, notice.address) == ("sms", "555 0199")
    assert notice.short == "Your new link from Harbor View {link}"


def test_who_has_no_address_is_told_of_in_the_outbox(cast):
    cast.maya.person.email = ""

    notice = notify(cast.maya.person, KIND, {}, by=cast.as_("chen"))

    assert (notice.state, notice.error) == ("failed", "No address on file.")


def test_telling_leaves_a_trace(cast):
    notice = notify(cast.ana, KIND, {}, by=cast.as_("chen"))

    event = Event.objects.get(verb="notice.queue")
    assert (event.subject_id, event.by) == (notice.public_id, cast.chen)


def test_nobody_tells_people_of_another_school(cast):
    with pytest.raises(PermissionDenied):
        notify(cast.otto, KIND, {}, by=cast.as_("chen"))

    assert Notice.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_telling_many_costs_the_same_as_telling_one(cast, count, django_assert_num_queries):
    people = [cast.ana, cast.rosa, cast.dana][:count]
    system = Viewer.system(cast.school)

    with django_assert_num_queries(5):
        notify_many(people, KIND, {}, by=system)


def test_a_letter_to_the_whole_school_keeps_nobody_waiting(
    cast, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks:
        notify_many([cast.ana] * 21, KIND, {}, by=cast.as_("chen"))

    assert callbacks == []
    enqueue_due_notices()
    assert len(mail.outbox) == 21
