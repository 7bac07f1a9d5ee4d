"""Nearly the same name is probably the same place."""

import pytest

from kindling.sites.similar import is_similar, is_surely, spelled


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joe's Garage", "JOES GARAGE", True),
        ("Joe’s Garage, Inc.", "The Joe's Garage", True),
        ("Bayside Animal Clinic", "Bayside Animal Clinc", True),
        ("Bayside Clinic", "Bayside Animal Clinic", True),
        ("Clínica Bahía", "Clinica Bahia", True),
        ("ورشة", "ورشة", True),
        ("🚲", "🚲", True),
        ("North Clinic", "South Clinic", False),
        ("Clinic", "Bayside Animal Clinic", False),
        ("Harbor Animal Shelter", "Bayside Animal Clinic", False),
        ("", "", False),
        ("The", "Company", False),
    ],
)
def test_is_similar(one, other, same):
    assert is_similar(one, other) is same
    assert is_similar(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joe's Garage", "JOES GARAGE, Inc.", True),
        ("Joe’s Garrage", "The Joe's Garage", True),
        ("Auto Fix", "AutoFix", True),
        ("Bayside Clinic", "Bayside Animal Clinic", False),
        ("East Bay Shelter", "West Bay Shelter", False),
        ("School 12", "School 13", False),
        ("", "", False),
    ],
)
def test_is_surely(one, other, same):
    assert is_surely(one, other) is same
    assert not same or spelled(one) & spelled(other)
