"""“Not you?”: the school learns of it, and nothing ends."""

from __future__ import annotations

from kindling.history.models import Event
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tests.conftest import words_of


def test_staff_are_told_and_the_reader_knows_what_to_do(client, cast, held, door):
    answer = client.post(f"{door}not-me/")

    notice = Notice.objects.get()
    assert "We have told the school" in words_of(answer)
    assert (notice.person, notice.kind) == (cast.chen, "passes/not_me")
    assert notice.subject == "Somebody says a link is not theirs: Sam Ito"
    assert notice.url == f"/harbor-view/passes/?who={cast.sam.public_id}"
    assert Event.objects.filter(verb="pass.not_me", by_pass=True).count() == 1


def test_nothing_ends(client, held, door):
    client.post(f"{door}not-me/")

    assert Pass.objects.get().revoked_at is None
    assert client.get(door).status_code == 200


def test_saying_it_often_tells_staff_twice_at_most(client, held, door):
    answers = [client.post(f"{door}not-me/").status_code for _ in range(4)]

    assert (answers, Notice.objects.count()) == ([200] * 4, 2)


def test_looking_at_the_address_tells_nobody(client, held, door):
    assert client.get(f"{door}not-me/").url == door
    assert Notice.objects.count() == 0
