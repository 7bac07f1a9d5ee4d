"""Who may have no right to the record reads what everybody reads, and a person decides."""

import pytest
from django.core import mail

from kindling.disclosures.models import Disclosure
from kindling.history.models import Event
from kindling.inventory.holding import held_for_others
from kindling.people.actions import connect
from kindling.people.models import Connection
from kindling.rights import actions
from kindling.rights.models import RecordsRequest
from kindling.rights.queries import waits
from kindling.rights.tests.asking import asked, provided
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.transcripts.tests.certifying import of_age


def limited(cast):
    Connection.objects.filter(adult=cast.rosa).update(has_words=False, has_care=False)


def page_of(client_of, made):
    return client_of("rosa").get(f"/harbor-view/rights/requests/{made.public_id}/").text


def test_a_guardian_without_custody_reads_nothing_of_it_and_the_registrar_all(cast, client_of):
    limited(cast)

    made = asked(cast)

    page = page_of(client_of, made)
    assert made.is_held
    assert "La escuela responde a más tardar el" in page
    assert "rights of this person" not in page
    with inside(cast.school):
        assert [wait.key for wait in waits(cast.as_("priya"))] == [
            f"rights.request:{made.public_id}"
        ]
    told = client_of("priya").get(f"/harbor-view/rights/requests/{made.public_id}/").text
    assert "Look at the rights of this person first" in told


def test_refused_says_whom_to_call_and_never_why(
    cast, client_of, django_capture_on_commit_callbacks
):
    limited(cast)
    made = asked(cast)
    mail.outbox.clear()
    with inside(cast.school), django_capture_on_commit_callbacks(execute=True):
        actions.refuse_request(made, "Court order of 2 May.", by=cast.as_("priya"))

    page = page_of(client_of, made)

    letters = "\n".join(one.body for one in mail.outbox)
    assert "555 0100" in page
    assert "555 0100" in letters
    assert "Court" not in page + letters
    assert Event.objects.filter(verb="recordsrequest.refuse").count() == 1
    assert not Disclosure.objects.exists()


def test_from_eighteen_on_the_student_is_the_holder(cast):
    of_age(cast.luis)

    assert asked(cast).is_held
    assert not asked(cast, "luis").is_held


def test_a_letter_is_written_down_and_the_clock_runs_from_its_day(cast, client_of):
    at = f"/harbor-view/rights/letter/{cast.luis.public_id}/"
    said = {"asker": "", "name": "Pat Doe", "way": "letter", "asked_on": "2026-10-01"}

    client_of("priya").post(at, said)

    made = RecordsRequest.objects.get()
    assert (made.asker, made.asked_by, made.is_held) == ("Pat Doe", None, True)
    assert f"{made.due_on}" == "2026-11-15"
    client_of("priya").post(at, {**said, "asked_on": "2026-10-14"})
    assert RecordsRequest.objects.count() == 1


def test_staff_answer_nothing_about_their_own_child(cast, client_of):
    Connection.objects.filter(adult=cast.rosa).update(adult=cast.priya)
    made = asked(cast, "luis")
    made.asked_by = cast.priya
    made.save()

    found = client_of("priya").post(
        f"/harbor-view/rights/requests/{made.public_id}/verify/", {"how": "I know myself"}
    )

    assert found.status_code == 403


@pytest.mark.parametrize("held", [False, True])
def test_what_was_given_is_no_more_once_they_are_no_family(
    cast, client_of, django_capture_on_commit_callbacks, held
):
    made = provided(cast, django_capture_on_commit_callbacks)
    at = f"/harbor-view/rights/requests/{made.public_id}/take/"
    if held:
        Connection.objects.filter(adult=cast.rosa).delete()

    assert client_of("rosa").get(at).status_code == (403 if held else 200)


def test_nothing_of_a_record_is_destroyed_while_it_is_asked_for(cast):
    before = set(held_for_others(cast.school.pk))
    made = asked(cast)
    while_asked = set(held_for_others(cast.school.pk))
    actions.withdraw_request(made, by=cast.as_("rosa"))

    assert (before, while_asked) == (set(), {cast.luis.pk})
    assert set(held_for_others(cast.school.pk)) == set()


def test_a_registrar_sees_nothing_that_another_asked_about_their_own_child(cast, client_of):
    made = asked(cast)
    connect(cast.luis, cast.priya, Role.GUARDIAN, by=Viewer.system(cast.school))

    page = client_of("priya").get("/harbor-view/rights/")
    one = client_of("priya").get(f"/harbor-view/rights/requests/{made.public_id}/")

    assert (page.status_code, one.status_code) == (200, 404)
    assert "Rosa Diaz" not in page.text
