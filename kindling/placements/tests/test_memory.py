"""What an intern made is shown only by their own yes, and never after somebody took it back."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.placements.actions import end_placement, revoke_memory, share_memory
from kindling.placements.models import Memory
from kindling.placements.tests.factories import make_placement

LINE = "I built a shelf for the cat food."


@pytest.fixture
def ended(cast):
    placement = make_placement(cast, cast.luis, cast.clinic)
    end_placement(placement, "Done.", by=cast.as_("ana"))
    return placement


def place_page(cast, client_of, name="maya"):
    return client_of(name).get(f"/harbor-view/places/{cast.clinic.public_id}/").text


def url(placement, more=""):
    return f"/harbor-view/placements/{placement.public_id}/memory/{more}"


def test_nothing_is_shown_by_default(cast, ended, client_of):
    assert "Who learned here before" not in place_page(cast, client_of)
    staff = client_of("chen").get(f"/harbor-view/places/sites/{cast.clinic.site.public_id}/").text
    assert "Luis Diaz" in staff


def test_the_student_says_yes_in_their_own_words(cast, ended, client_of):
    sent = {"made": LINE, "project": "Better stores", "shown_as": "L."}

    assert client_of("luis").post(url(ended), sent).status_code == 302

    page = place_page(cast, client_of)
    assert (LINE in page, "Better stores" in page, "L., October" in page) == (True, True, True)
    assert "Diaz" not in page
    site = client_of("ana").get(f"/harbor-view/places/sites/{cast.clinic.site.public_id}/").text
    assert LINE in site


def test_without_a_name_it_is_a_student(cast, ended, client_of):
    share_memory(ended, made=LINE, by=cast.as_("luis"))

    assert "A student, October" in place_page(cast, client_of)


@pytest.mark.parametrize("name", ["luis", "rosa", "chen"])
def test_it_is_taken_back_at_once(cast, ended, client_of, name):
    cast.luis.birth_on = date(2010, 1, 9)  # no adult: family may speak
    cast.luis.save()
    share_memory(ended, made=LINE, shown_as="Luis", by=cast.as_("luis"))

    assert client_of(name).post(url(ended, "revoke/")).status_code == 302

    assert LINE not in place_page(cast, client_of)
    assert Memory.objects.get().revoked_by == cast.person(name)


def test_what_family_took_back_is_talked_about_first(cast, ended):
    cast.luis.birth_on = date(2010, 1, 9)
    cast.luis.save()
    share_memory(ended, made=LINE, by=cast.as_("luis"))
    revoke_memory(ended, by=cast.as_("rosa"))
    ended.student.refresh_from_db()

    with pytest.raises(Refused, match="Rosa Diaz took it back"):
        share_memory(ended, made=LINE, by=cast.as_("luis"))


def test_who_took_it_back_alone_shares_again(cast, ended):
    share_memory(ended, made=LINE, by=cast.as_("luis"))
    revoke_memory(ended, by=cast.as_("luis"))

    share_memory(ended, made="I fed cats.", by=cast.as_("luis"))

    assert Memory.objects.get().made == "I fed cats."


def test_not_before_the_end_and_not_without_words(cast, ended, client_of):
    running = make_placement(cast, cast.jordan, cast.shelter)

    with pytest.raises(Refused, match="when the internship has ended"):
        share_memory(running, made=LINE, by=cast.as_("jordan"))
    with pytest.raises(ValidationError):
        share_memory(ended, made="  ", by=cast.as_("luis"))
    assert client_of("luis").post(url(ended), {"made": "x" * 301}).status_code == 422
    assert Memory.objects.count() == 0


def test_an_adult_speaks_alone(cast, ended):
    cast.luis.birth_on = date(2008, 1, 9)
    cast.luis.save()
    ended.student.refresh_from_db()
    share_memory(ended, made=LINE, by=cast.as_("luis"))

    with pytest.raises(PermissionDenied):
        revoke_memory(ended, by=cast.as_("rosa"))


@pytest.mark.parametrize("name", ["ana", "chen", "rosa", "maya"])
def test_nobody_says_yes_for_a_student(cast, ended, client_of, name):
    with pytest.raises(PermissionDenied):
        share_memory(ended, made=LINE, by=cast.as_(name))
    assert client_of(name).post(url(ended), {"made": LINE}).status_code in {403, 404}
    assert Memory.objects.count() == 0


def test_another_school_reads_nothing(cast, ended, client_of):
    share_memory(ended, made=LINE, by=cast.as_("luis"))

    assert client_of("otto").get(f"/harbor-view/places/{cast.clinic.public_id}/").status_code == 404
