"""Whose session ends sooner."""

from datetime import date, timedelta

import pytest

from kindling.accounts.models import Session
from kindling.schools.models import Membership
from tests.cast import PASSWORD


@pytest.mark.parametrize(("days", "is_strict"), [(60, True), (-60, False)])
def test_who_works_here_until_a_day_signs_in_strictly_until_then(cast, client, days, is_strict):
    until = cast.school.today() + timedelta(days=days)
    Membership.objects.filter(person=cast.ana).update(since_on=date(2020, 1, 1), until_on=until)

    client.post("/sign-in/", {"login": "harbor-view-ana", "password": PASSWORD})

    assert Session.objects.get(user=cast.user("ana")).is_strict is is_strict
