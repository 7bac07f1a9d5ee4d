"""A password that anybody can think of who knows the name, or the product."""

import pytest
from django.core.exceptions import ValidationError

from kindling.accounts.models import User
from kindling.accounts.own_words import OwnWordsValidator
from tests.cast import PASSWORD

ANA = User(username="ana.reyes", email="reyes_ana@harborview.example")


@pytest.mark.parametrize(
    "password", ["Kindling2026!", "kindlingkindling", "Reyes-12345", "harborview1", "SchoolSchool1"]
)
def test_what_others_know_of_one_is_no_password(password):
    with pytest.raises(ValidationError, match="Thieves know this password"):
        OwnWordsValidator().validate(password, ANA)


@pytest.mark.parametrize("password", ["kindling and seven green otters", "turnip-lantern-42"])
def test_with_words_of_their_own_it_is_one(password):
    assert OwnWordsValidator().validate(password, ANA) is None


def test_a_long_password_is_welcome(cast, client_of):
    long = "otter lantern " * 9  # 126 signs, and a space at the end
    client = client_of("ana")

    client.post(
        "/you/password/",
        {"oldpassword": PASSWORD, "password1": long, "password2": long},
    )

    cast.user("ana").refresh_from_db()
    assert User.objects.get(pk=cast.user("ana").pk).check_password(long)
