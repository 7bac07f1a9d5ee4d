"""Who may come in with an address that the school knows."""

from django.core import mail

from kindling.accounts.models import User
from kindling.history.models import Event
from kindling.keys.actions.users import find_user
from kindling.schools.roles import Role
from tests.cast import make_person

ADDRESS = "joy@example.org"


def test_a_person_the_school_knows_gets_a_user_at_the_first_link(cast, client):
    joy = make_person(cast.school, "Joy Park", Role.STAFF, user=False, email="Joy@example.org")

    client.post("/sign-in/link/", {"email": ADDRESS})

    joy.refresh_from_db()
    assert joy.user.email == ADDRESS
    assert [m.to for m in mail.outbox] == [[ADDRESS]]
    assert Event.objects.get(subject_id=joy.public_id).verb == "person.give_user"


def test_one_address_at_two_schools_is_one_user(cast):
    here = make_person(cast.school, "Joy Park", Role.STAFF, user=False, email=ADDRESS)
    there = make_person(cast.north, "Joy Park", Role.STAFF, user=False, email=ADDRESS)

    user = find_user(ADDRESS)

    here.refresh_from_db()
    there.refresh_from_db()
    assert here.user == there.user == user


def test_two_people_who_share_an_address_are_not_mixed_up(cast):
    make_person(cast.school, "Joy Park", Role.GUARDIAN, user=False, email=ADDRESS)
    make_person(cast.school, "Ben Park", Role.GUARDIAN, user=False, email=ADDRESS)

    assert find_user(ADDRESS) is None
    assert not User.objects.filter(email=ADDRESS).exists()


def test_mentors_and_people_who_left_do_not_sign_in(cast):
    make_person(cast.school, "Joy Park", Role.MENTOR, user=False, email=ADDRESS)
    make_person(cast.school, "Ned Low", user=False, email="ned@example.org")

    assert find_user(ADDRESS) is None
    assert find_user("ned@example.org") is None
