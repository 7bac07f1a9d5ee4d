"""Passwords that thieves try first."""

import pytest

from kindling.accounts.breached import FILE, WIDTH, is_breached

KNOWN = ["password123", "PASSWORD123", "1234567890", "qwertyuiop", "basketball1", "iloveyou123"]


@pytest.mark.parametrize("password", KNOWN)
def test_a_leaked_password_is_known_in_any_letters(password):
    assert is_breached(password)


@pytest.mark.parametrize(
    "password", ["three plain words", "a long-enough password", "Ærø 1899 & ø"]
)
def test_another_is_not(password):
    assert not is_breached(password)


def test_the_file_is_whole_and_sorted():
    held = FILE.read_bytes()
    rows = [held[at : at + WIDTH] for at in range(0, len(held), WIDTH)]

    assert len(rows) > 110_000
    assert rows == sorted(set(rows))


def test_nobody_may_choose_one(cast, client_of):
    words = {"oldpassword": "a long-enough password"}
    words |= {"password1": "Password1234", "password2": "Password1234"}

    answer = client_of("ana").post("/you/password/", words)

    assert answer.status_code == 422
    assert "Thieves know this password" in answer.text
    cast.ana.user.refresh_from_db()
    assert cast.ana.user.check_password("a long-enough password")
