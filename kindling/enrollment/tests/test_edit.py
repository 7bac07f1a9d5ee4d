"""The registrar mends what is written about a person."""

from kindling.history.models import Event
from kindling.notices.models import Notice
from kindling.schools.roles import Role
from tests.cast import make_person


def test_a_new_name_shows_and_the_old_one_stays_in_the_history(cast, client_of):
    form = {"given_name": "Maya", "family_name": "Santos", "preferred_given_name": "Mia",
            "language": "en", "birth_on": "2012-03-02", "grade": "101"}  # fmt: skip

    client_of("priya").post(f"/harbor-view/roster/{cast.maya.person.public_id}/edit/", form)

    cast.maya.person.refresh_from_db()
    assert cast.maya.person.name == "Mia Santos"
    event = Event.objects.get(verb="person.change")
    assert event.detail["was"]["preferred_given_name"] == ""


def test_saving_without_a_change_leaves_no_event(cast, client_of):
    form = {"given_name": "Ana", "family_name": "Reyes", "language": "en", "phone": "555 0111",
            "email": "ana@harbor-view.example.org"}  # fmt: skip

    client_of("priya").post(f"/harbor-view/roster/{cast.ana.public_id}/edit/", form)

    assert not Event.objects.filter(verb="person.change").exists()


def test_an_invitation_makes_a_user_and_sends_a_notice(cast, client_of):
    newcomer = make_person(cast.school, "Kim New", Role.STAFF, user=False)

    client_of("priya").post(f"/harbor-view/roster/{newcomer.public_id}/invite/")

    newcomer.refresh_from_db()
    assert newcomer.user.email == "kim@harbor-view.example.org"
    assert [n.person for n in Notice.objects.filter(kind="enrollment/invited")] == [newcomer]


def test_without_an_address_the_invitation_says_what_to_do(cast, client_of):
    newcomer = make_person(cast.school, "Kim New", Role.STAFF, user=False, email="")

    answer = client_of("priya").post(f"/harbor-view/roster/{newcomer.public_id}/invite/")

    assert answer.status_code == 409
    assert "print a sign-in sheet" in answer.text
