"""Who works for a network."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kindling.accounts.models import User
from kindling.network.models import NetworkHat
from kindling.network.tests.shared import HOME, hat

PAGE = HOME + "people/"


def test_an_administrator_lets_somebody_in_and_ends_it(cast, client_of):
    hat(cast, role="administrator")
    client = client_of("liam")

    client.post(PAGE, {"email": cast.user("chen").email, "role": "coach"})
    given = NetworkHat.objects.get(user=cast.user("chen"))
    assert client_of("chen").get(HOME).status_code == 200

    client_of("liam").post(f"{PAGE}{given.public_id}/end/")
    assert client_of("chen").get(HOME).status_code == 404


def test_an_address_that_nobody_signs_in_with_is_told(cast, client_of):
    hat(cast, role="administrator")

    answer = client_of("liam").post(PAGE, {"email": "nobody@example.org", "role": "coach"})

    assert (answer.status_code, "Nobody signs in" in answer.content.decode()) == (422, True)
    assert NetworkHat.objects.count() == 1


def test_nobody_ends_their_own(cast, client_of):
    own = hat(cast, role="administrator")

    assert client_of("liam").post(f"{PAGE}{own.public_id}/end/").status_code == 409


def test_a_coach_neither_sees_nor_changes_who_does_what(cast, client_of):
    own = hat(cast)
    client = client_of("liam")

    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}{own.public_id}/end/").status_code == 404


def test_the_command_makes_the_first(cast):
    out = StringIO()
    call_command("give_network_hat", "coast", "Office@Example.org", stdout=out)
    call_command("give_network_hat", "coast", "office@example.org", stdout=out)

    assert NetworkHat.objects.get().user == User.objects.get(email="office@example.org")
    assert out.getvalue().count("?next=/network/coast/") == 2
    with pytest.raises(CommandError):
        call_command("give_network_hat", "cost", "office@example.org")
