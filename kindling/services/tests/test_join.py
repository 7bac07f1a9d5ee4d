"""What a school offers to families: they sign up by link or signed in, and only who leads it reads who."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import Statements
from kindling.kit.http import Refused
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.models import Connection
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.services import actions
from kindling.services.models import SignUp, Use
from kindling.services.queries.waits import waits
from kindling.services.rules import JOIN_SERVICE
from kindling.services.tests.serving import offered
from tests.cast import make_person

PAGE = "/harbor-view/services/"
TODAY = date(2026, 10, 13)


def test_a_family_signs_up_by_a_link_and_leaves(cast, client):
    service = offered(cast)
    held = make_pass(cast.rosa, JOIN_SERVICE, [service.public_id], by=cast.as_("dana"))
    door = f"/p/{token_of(held)}/"
    before = client.get(door).content.decode()
    client.post(door, {"answer": "yes"})
    client.post(door, {"answer": "yes"})
    signed = SignUp.objects.filter(left_at=None).count()
    after = client.get(door).content.decode()
    client.post(door, {"answer": "back"})

    assert ("Quiero ir" in before, "Tiene su lugar apuntado" in after, signed) == (True, True, 1)
    assert SignUp.objects.filter(left_at=None).count() == 0
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)
    assert client.get(door).status_code == 404


def test_it_stands_in_the_letter_until_they_said_so_and_in_nobody_elses(cast):
    service = offered(cast)
    offered(cast, is_open=False)
    with inside(cast.school):
        told = [one.key for one in waits(cast.as_("rosa"))]
        actions.join_service(service, by=cast.as_("rosa"))
        assert (told, waits(cast.as_("rosa"))) == ([f"services.join:{service.public_id}"], [])
        assert waits(cast.as_("luis")) + waits(cast.as_("ana")) == []


def test_only_who_leads_or_offers_it_reads_who_comes(cast, client_of):
    service = offered(cast)
    actions.join_service(service, by=cast.as_("rosa"))
    address = f"{PAGE}{service.public_id}/"
    names = ["ana", "chen", "dana", "priya", "luis", "otto"]
    pages = {name: client_of(name).get(address) for name in names}
    reads = {name: "Rosa Diaz" in page.content.decode() for name, page in pages.items()}

    assert reads == dict.fromkeys(names, False) | {"ana": True, "chen": True, "dana": True}
    assert [pages[one].status_code for one in ("priya", "luis", "otto")] == [200, 404, 404]
    assert client_of("priya").post(address, {"on": "2026-10-13"}).status_code == 403


def test_a_full_class_says_whom_to_ask_and_a_place_given_back_is_taken(cast):
    service = offered(cast, places=1)
    other = make_person(cast.school, "Kim Lee", Role.GUARDIAN)
    Connection.objects.create(
        school=cast.school, student=cast.maya, adult=other, role=Role.GUARDIAN,
        since_on=date(2026, 9, 1),
    )  # fmt: skip
    actions.join_service(service, by=cast.as_("rosa"))
    with pytest.raises(Refused, match="Ask Ana Reyes"):
        actions.join_service(service, by=Viewer.of_person(other))
    actions.leave_service(service, by=cast.as_("rosa"))
    actions.join_service(service, by=Viewer.of_person(other))

    assert SignUp.objects.filter(left_at=None).get().person == other


def test_who_was_there_is_counted_and_put_right(cast, client_of):
    service = offered(cast)
    actions.join_service(service, by=cast.as_("rosa"))
    said = {"on": "2026-10-13", "people": cast.rosa.public_id}
    client_of("ana").post(f"{PAGE}{service.public_id}/", said)
    client_of("ana").post(f"{PAGE}{service.public_id}/", said)
    page = client_of("ana").get(f"{PAGE}{service.public_id}/").content.decode()
    once = Use.objects.count()
    actions.note_uses(service, on=TODAY, people=[], by=cast.as_("ana"))

    assert ("there on 1 day" in page, "1 person" in page, once) == (True, True, 1)
    assert Use.objects.count() == 0
    with pytest.raises(Refused):
        actions.note_uses(service, on=date(2026, 10, 14), people=[], by=cast.as_("ana"))


def test_no_family_sees_a_draft_and_no_advisor_offers(cast, client_of):
    draft = offered(cast, is_open=False)

    assert client_of("rosa").get(f"{PAGE}{draft.public_id}/").status_code == 404
    assert client_of("ana").get(f"{PAGE}add/").status_code == 403
    with pytest.raises(PermissionDenied):
        actions.open_service(draft, by=cast.as_("ana"))
    with pytest.raises(PermissionDenied):
        actions.join_service(offered(cast), by=cast.as_("luis"))


def test_the_list_costs_the_same_for_one_and_three(cast, client_of):
    offered(cast)
    rosa = client_of("rosa")
    with Statements() as one:
        rosa.get(PAGE)
    offered(cast)
    offered(cast)
    with Statements() as three:
        rosa.get(PAGE)

    assert (three.count, one.count) == (one.count, 5)
