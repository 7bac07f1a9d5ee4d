"""Two taps at once: a link signs in once, and a sheet takes one PIN."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kindling.accounts.actions import make_link, use_link
from kindling.accounts.models import SignInSheet
from kindling.keys.actions.sheets import print_sheet, set_pin, try_pin
from kindling.kit.http import Refused

RUNNERS, ROUNDS = 4, 3


def at_once(act):
    """Run `act` in four threads at the same moment; return what each got, None when refused."""
    start = Barrier(RUNNERS)

    def run(number):
        start.wait()
        try:
            return act(number)
        except Refused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(RUNNERS) as runners:
        return list(runners.map(run, range(RUNNERS)))


@pytest.fixture(autouse=True)
def _in_a_file(request):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_a_link_signs_in_once(cast):
    for _ in range(ROUNDS):
        token = make_link(cast.ana.user)

        users = at_once(lambda _number, token=token: use_link(token))

        assert [user for user in users if user] == [cast.ana.user]


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_a_sheet_takes_one_pin(cast):
    for _ in range(ROUNDS):
        token = print_sheet(cast.maya.person, by=cast.as_("priya"))
        sheet = SignInSheet.alive(token).get()

        users = at_once(lambda number, sheet=sheet: set_pin(sheet, f"40271{number}"))

        assert [user for user in users if user] == [cast.maya.person.user]


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_wrong_pins_at_once_are_all_counted(cast):
    token = print_sheet(cast.maya.person, by=cast.as_("priya"))
    set_pin(SignInSheet.alive(token).get(), "402718")
    sheet = SignInSheet.alive(token).get()
    for _ in range(2):
        at_once(lambda _number: try_pin(sheet, "402719"))

    with pytest.raises(Refused):
        try_pin(sheet, "402718")
