"""What clearance asks."""

from __future__ import annotations

from datetime import date

from kindling.agreements import actions
from kindling.agreements.queries import is_signed, standings
from kindling.agreements.tests.signing import make_agreement, make_template, sign_all

DAY = date(2026, 10, 21)


def test_it_is_signed_when_everybody_has_and_its_days_count(cast, agreement):
    def asked(on=DAY, place=cast.clinic):
        return is_signed(cast.luis, place, "internship", on)

    assert asked() is False

    sign_all(cast, agreement)

    assert asked() is True
    assert asked(on=date(2026, 10, 19)) is False  # before its first day
    assert asked(place=cast.shelter) is False
    assert is_signed(cast.jordan, cast.clinic, "internship", DAY) is False


def test_ended_early_it_counts_until_its_last_day(cast, agreement):
    sign_all(cast, agreement)
    actions.end_agreement(agreement, by=cast.as_("chen"), on=DAY, reason="Moved.")

    assert is_signed(cast.luis, cast.clinic, "internship", DAY) is True
    assert is_signed(cast.luis, cast.clinic, "internship", date(2026, 10, 22)) is False


def test_one_with_the_student_alone_counts_everywhere(cast):
    template = make_template(cast.as_("chen"), parties=["student"])
    by = cast.as_("chen")
    draft = actions.start_version(template, by=by)
    actions.write_text(draft, "en", by=by, title="Promise", opening="{student} promises.")
    draft.texts.get(language="es").delete()
    actions.change_version(draft, by=by, parties=["student"], changes="Shorter.")
    actions.publish_version(draft, by=by)
    made = make_agreement(cast, template, opportunity=None)
    actions.sign_agreement(
        made.signers.get(), by=cast.as_("luis"), content_hash=made.content_hash, name="Luis",
        language="en",
    )  # fmt: skip

    assert is_signed(cast.luis, cast.shelter, "internship", DAY) is True


def test_standings_name_who_is_missing_and_the_one_that_holds_wins(
    cast, agreement, django_assert_num_queries
):
    with django_assert_num_queries(3):
        one = standings(cast.luis, cast.clinic, DAY)["internship"]

    assert (one.is_signed, sorted(one.waits_for)) == (
        False, ["Chen Wu", "Luis Diaz", "Rosa Diaz", "Sam Ito"],
    )  # fmt: skip
    sign_all(cast, agreement)
    make_agreement(cast, agreement.template)
    assert standings(cast.luis, cast.clinic, DAY)["internship"].public_id == agreement.public_id
