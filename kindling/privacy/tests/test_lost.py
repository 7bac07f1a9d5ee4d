"""Something got lost: whom it touches, what is due, who is written to."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.accounts.actions import make_link
from kindling.accounts.models import Session, SignInSheet
from kindling.attendance.tests.placed import Statements
from kindling.keys.actions.sheets import print_sheet
from kindling.kit.http import Refused
from kindling.looks.models import Look
from kindling.notices.models import Notice
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.people.models import Connection
from kindling.privacy import actions
from kindling.privacy.models import Breach, BreachDuty
from tests.cast import PASSWORD

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 13)
HOME = "/harbor-view/privacy/lost"


def lost(cast, kind="device", whose="ana") -> Breach:
    person = getattr(cast, whose) if whose else None
    return actions.report_breach(
        kind, person, "Left in the bus.", since_on=FIRST, until_on=LAST, by=cast.as_("dana")
    )


def test_an_advisors_phone_touches_those_she_advises_and_the_book_says_whose_page_was_opened(cast):
    Look.objects.create(
        school=cast.school, student=cast.luis, person=cast.ana, what="care", on=LAST
    )

    breach = lost(cast)

    told = {one.student: one.was_opened for one in breach.seen.select_related("student")}
    assert told == {cast.luis: True, cast.maya: False, cast.jordan: False}
    assert "care" in breach.seen.get(student=cast.luis).topics


def test_a_guardians_account_touches_her_own_child_alone(cast):
    breach = lost(cast, "account", "rosa")

    assert [one.student for one in breach.seen.all()] == [cast.luis]


def test_a_limited_guardian_could_open_only_what_she_was_let_into(cast):
    Connection.objects.filter(adult=cast.rosa).update(has_care=False, has_words=False)

    breach = lost(cast, "account", "rosa")

    assert breach.seen.get().topics == ["days", "letters", "places", "plan", "who", "work"]


def test_every_sign_in_key_and_link_is_ended(cast, client_of):
    client_of("rosa").get("/harbor-view/")
    make_pass(cast.rosa, "family_absence", [cast.luis.public_id], days=14, by=cast.as_("chen"))
    breach = lost(cast, "account", "rosa")

    actions.stop_breach(breach, by=cast.as_("dana"))

    assert Session.objects.filter(user=cast.rosa.user).count() == 0
    assert Pass.objects.get(bearer=cast.rosa).revoked_at is not None
    assert BreachDuty.objects.get(breach=breach, key="stop").done_by == cast.dana


def test_who_knows_the_password_of_an_account_does_not_come_in_again(cast, client):
    link = make_link(cast.rosa.user)
    sheet = print_sheet(cast.rosa, by=cast.as_("priya"))

    actions.stop_breach(lost(cast, "account", "rosa"), by=cast.as_("dana"))

    said = {"login": cast.rosa.email, "password": PASSWORD}
    assert client.post("/sign-in/", said).status_code == 422
    assert client.post(f"/sign-in/link/{link}/").status_code == 409
    assert not SignInSheet.alive(sheet).exists()


def test_a_lost_phone_leaves_the_password_alone(cast, client):
    actions.stop_breach(lost(cast, "device", "rosa"), by=cast.as_("dana"))

    said = {"login": cast.rosa.email, "password": PASSWORD}
    assert client.post("/sign-in/", said).status_code == 302


def test_each_family_reads_of_its_own_children_in_its_own_language(cast):
    breach = lost(cast)

    count = actions.write_letters(breach, "We are sorry.", by=cast.as_("dana"))

    letter = Notice.objects.get(person=cast.rosa)
    assert count == Notice.objects.filter(kind="privacy/lost").count()
    assert letter.language == "es"
    said = letter.subject + letter.body
    assert [name for name in ("Luis", "Maya", "Jordan") if name in said] == ["Luis"]
    with pytest.raises(Refused):
        actions.write_letters(breach, "", by=cast.as_("dana"))


def test_a_guardian_without_letters_is_not_written_to(cast):
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)
    breach = lost(cast, "account", "rosa")

    with pytest.raises(Refused):
        actions.write_letters(breach, "", by=cast.as_("dana"))


def test_it_closes_when_every_duty_is_done(cast):
    breach = lost(cast)
    with pytest.raises(Refused, match="Stop it"):
        actions.close_breach(breach, by=cast.as_("dana"))

    for key in ("stop", "district", "agency", "families", "learn"):
        actions.do_duty(breach, key, by=cast.as_("dana"))
    actions.close_breach(breach, by=cast.as_("dana"))

    assert Breach.objects.get().state == "closed"


def test_the_principal_alone(cast, client_of):
    with pytest.raises(PermissionDenied):
        actions.report_breach(
            "other", None, "x", since_on=FIRST, until_on=LAST, by=cast.as_("priya")
        )
    breach = lost(cast)
    names = ["priya", "chen", "ana", "luis", "rosa", "otto"]

    found = [client_of(name).get(f"{HOME}/{breach.public_id}/").status_code for name in names]

    assert found == [404] * 6


def test_the_pages(cast, client_of):
    dana = client_of("dana")
    told = {
        "kind": "device", "person": cast.ana.public_id, "since_on": "2026-10-01",
        "until_on": "2026-10-13", "happened": "Left in the bus.",
    }  # fmt: skip

    made = dana.post(f"{HOME}/new/", told)
    page = dana.get(made.url)
    letters = dana.get(f"{made.url}letters/")
    dana.post(f"{made.url}say/", {"text": "Called the bus company."})

    assert [r.status_code for r in (dana.get(f"{HOME}/"), page, letters)] == [200, 200, 200]
    assert "Maya Santos" in page.content.decode()
    assert "Called the bus company." in dana.get(made.url).content.decode()
    wrong = dana.post(f"{HOME}/new/", told | {"since_on": "2026-12-01"})
    assert wrong.status_code == 422


def test_the_page_costs_the_same_for_one_and_three(cast, client_of):
    dana, breach = client_of("dana"), lost(cast, "account", "rosa")
    page = f"{HOME}/{breach.public_id}/"
    dana.get(page)
    with Statements() as one:
        dana.get(page)
    for student in (cast.maya, cast.jordan):
        breach.seen.create(school=cast.school, student=student, topics=["who"])
        actions.say_on_breach(breach, "Called.", by=cast.as_("dana"))
    with Statements() as three:
        dana.get(page)

    assert (breach.seen.count(), one.count) == (3, three.count)
