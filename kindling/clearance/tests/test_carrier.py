"""Who carries workers' compensation: said by hand, by a certificate, by a rule, or by nobody yet."""

from __future__ import annotations

from datetime import date

from kindling.agreements.models import Certificate
from kindling.clearance.actions import choose_packs
from kindling.clearance.pairs import Pair
from kindling.clearance.queries.pages import checklist
from kindling.clearance.tests.handed import ask_for, good_answers, make_checked

TODAY = date(2026, 10, 13)


def carrier(cast):
    page = checklist(cast.as_("chen"), Pair(cast.luis, cast.shelter), TODAY)
    return page.carrier


def certify(cast, kind, **whose):
    Certificate.objects.create(
        school=cast.school, kind=kind, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
        file="certificates/x.pdf", type="application/pdf", sha256="0" * 64, size=1, **whose,
    )  # fmt: skip


def test_nobody_asks_and_nobody_is_named(cast):
    ask_for(cast, "check")

    assert carrier(cast) is None


def test_asked_and_not_said(cast, client_of):
    ask_for(cast, "insurance")

    assert carrier(cast) == "Nobody has said it yet"
    address = f"/harbor-view/clearance/{cast.luis.public_id}/{cast.shelter.public_id}/"
    page = client_of("chen").get(address).text
    assert ("Who carries workers’ compensation?" in page, "Nobody has said it yet" in page) == (
        True, True,
    )  # fmt: skip


def test_what_was_handed_in_says_it(cast):
    ask_for(cast, "insurance")
    answers = good_answers("insurance") | {"compensation": "district"}
    make_checked(cast, "insurance", cast.luis, cast.shelter, answers=answers)

    assert carrier(cast) == "The district"


def test_the_answer_about_this_student_comes_before_the_sites(cast):
    ask_for(cast, "insurance", "coverage")
    site = good_answers("insurance") | {"compensation": "site"}
    own = good_answers("coverage") | {"compensation": "other"}
    make_checked(cast, "insurance", cast.luis, cast.shelter, answers=site)
    make_checked(cast, "coverage", cast.luis, cast.shelter, answers=own)

    assert carrier(cast) == "Somebody else"


def test_a_certificate_says_it(cast):
    ask_for(cast, "insurance")
    certify(cast, "workers", site=cast.shelter.site, organisation=cast.shelter.site.organisation)

    assert carrier(cast) == "The site"


def test_a_rule_suggests_it_until_somebody_confirms(cast):
    choose_packs(["california-1"], by=cast.as_("chen"))

    assert carrier(cast) == "The district, by the rule; nobody has confirmed it yet"
