"""A printed sheet: first scan sets a PIN, later scans need it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from kindling.accounts.models import AccountEvent, SignInSheet, User
from kindling.history.models import Event
from kindling.keys.actions.sheets import print_sheet, set_pin, try_pin
from kindling.keys.pins import is_too_plain
from kindling.kit.http import Refused
from tests.cast import make_person, make_student

PIN = "402718"


@pytest.fixture
def token(cast):
    return print_sheet(cast.maya.person, by=cast.as_("priya"))


def scan(client, token, **data):
    return client.post(f"/sheet/{token}/", data) if data else client.get(f"/sheet/{token}/")


def test_the_first_scan_sets_a_pin_and_signs_in(cast, client, token):
    looked = scan(client, token)
    answer = scan(client, token, pin=PIN, again=PIN)

    assert "Choose your PIN" in looked.text
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/harbor-view/").status_code == 200
    assert token not in SignInSheet.objects.get().token_hash


def test_a_later_scan_needs_the_pin(cast, token):
    scan(Client(), token, pin=PIN, again=PIN)
    client = Client()

    wrong = scan(client, token, pin="402719")
    right = scan(client, token, pin=PIN)

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert client.get("/harbor-view/").status_code == 200
    assert SignInSheet.objects.get().failures == 0


def test_five_wrong_pins_lock_the_sheet_for_fifteen_minutes(cast, token):
    scan(Client(), token, pin=PIN, again=PIN)
    client = Client()
    answers = [scan(client, token, pin="402719").status_code for _ in range(5)]

    even_right = scan(client, token, pin=PIN)
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        later = scan(client, token, pin=PIN)

    assert answers == [422, 422, 422, 422, 429]
    assert even_right.status_code == 429
    assert "locked for 15 minutes" in even_right.text
    assert later.status_code == 302
    assert AccountEvent.objects.filter(verb="sheet.lock").count() == 1


def test_the_second_of_two_first_scans_is_told(cast, token):
    first, second = SignInSheet.alive(token).get(), SignInSheet.alive(token).get()
    set_pin(first, PIN)

    with pytest.raises(Refused, match="has a PIN already"):
        set_pin(second, "111222")

    assert try_pin(SignInSheet.alive(token).get(), PIN) == cast.maya.person.user


def test_many_attempts_at_once_are_counted_before_they_are_judged(cast, token):
    set_pin(SignInSheet.alive(token).get(), PIN)
    stale = SignInSheet.alive(token).get()
    SignInSheet.objects.update(failures=5)

    with pytest.raises(Refused):
        try_pin(stale, PIN)


def test_a_reprint_kills_the_old_sheet_which_says_so(cast, client, token):
    scan(Client(), token, pin=PIN, again=PIN)
    newer = print_sheet(cast.maya.person, by=cast.as_("ana"))

    old = scan(client, token)

    assert old.status_code == 409
    assert "A newer one was printed" in old.text
    assert scan(client, token, pin=PIN).status_code == 409
    assert "Choose your PIN" in scan(client, newer).text


@pytest.mark.parametrize(
    ("pin", "says"),
    [("123456", "guessed first"), ("000000", "guessed first"), ("12", "six digits"),
     ("abcdef", "six digits")],
)  # fmt: skip
def test_a_plain_pin_gets_a_sentence(cast, client, token, pin, says):
    answer = scan(client, token, pin=pin, again=pin)

    assert answer.status_code == 422
    assert says in answer.text
    assert SignInSheet.objects.get().pin_hash == ""


def test_two_different_pins_get_a_sentence(cast, client, token):
    assert "not the same" in scan(client, token, pin=PIN, again="402719").text


def test_what_counts_as_plain():
    assert [p for p in ("654321", "121212", "123123", "098765") if not is_too_plain(p)] == []
    assert [p for p in ("402718", "112358", "290907") if is_too_plain(p)] == []


def test_a_person_without_user_gets_one(cast, client):
    student = make_student(cast.school, "Zoë O’Neil", "101", "2012-01-01", user=False)

    token = print_sheet(student.person, by=cast.as_("priya"))

    student.person.refresh_from_db()
    user = student.person.user
    assert user.username.startswith("zoe-")
    assert (user.email, user.has_usable_password()) == (None, False)
    assert scan(client, token).status_code == 200
    verbs = Event.objects.filter(subject_id=student.person.public_id).values_list("verb", flat=True)
    assert list(verbs) == ["person.give_user", "person.print_sheet"]


def test_an_advisor_prints_for_own_students_only(cast):
    other = make_student(cast.school, "Kai Moss", "101", "2012-01-01", user=False)

    print_sheet(cast.maya.person, by=cast.as_("ana"))
    for person in (other.person, cast.rosa, cast.dana):
        with pytest.raises(PermissionDenied):
            print_sheet(person, by=cast.as_("ana"))


def test_the_registrar_prints_for_nobody_who_works_here(cast):
    print_sheet(cast.rosa, by=cast.as_("priya"))

    for person in (cast.dana, cast.chen, cast.priya, cast.sam):
        with pytest.raises(PermissionDenied):
            print_sheet(person, by=cast.as_("priya"))


def test_who_belongs_to_another_school_too_gets_no_sheet(cast):
    twin = make_person(cast.north, "Maya Santos", user=False)
    twin.user = cast.maya.person.user
    twin.save()

    with pytest.raises(Refused, match="another school"):
        print_sheet(cast.maya.person, by=cast.as_("priya"))


def test_the_sheet_is_printed_in_the_language_of_its_reader(cast, client_of):
    client, rosa = client_of("priya"), cast.rosa
    asked = client.get(f"/harbor-view/sheets/{rosa.public_id}/")

    answer = client.post(f"/harbor-view/sheets/{rosa.public_id}/")

    assert asked.status_code == 200
    assert SignInSheet.objects.count() == 1
    assert '<html lang="es"' in answer.text
    assert re.search(r"<svg [^>]*>", answer.text)
    assert "style=" not in answer.text


@pytest.mark.parametrize(
    ("name", "status"),
    [("priya", 200), ("ana", 200), ("maya", 403), ("rosa", 403), ("chen", 403), ("otto", 404)],
)
def test_who_opens_the_list_of_sheets(client_of, name, status):
    assert client_of(name).get("/harbor-view/sheets/").status_code == status


def test_the_list_costs_the_same_for_one_as_for_all(cast, client_of, django_assert_num_queries):
    client = client_of("priya")
    for name in ("maya", "luis"):
        print_sheet(cast.person(name), by=cast.as_("priya"))

    for asked in ("maya", ""):
        with django_assert_num_queries(4):
            client.get("/harbor-view/sheets/", {"q": asked})


def test_a_stranger_prints_nothing(cast, client_of):
    answer = client_of("otto").post(f"/northgate/sheets/{cast.maya.person.public_id}/")

    assert answer.status_code == 404
    assert not SignInSheet.objects.exists()
    assert User.objects.filter(sheet__isnull=False).count() == 0
