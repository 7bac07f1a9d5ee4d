"""What stands elsewhere becomes evidence by one tap, once."""

import pytest

from kindling.attendance.models import Day
from kindling.attendance.tests.placed import make_placement
from kindling.evidence.models import Evidence


@pytest.fixture
def day(cast):
    """Luis' day at the shelter, confirmed, with words of both."""
    placement = make_placement(cast.luis, cast.shelter, cast.sam)
    return Day.objects.create(
        school=cast.school, placement=placement, student=cast.luis, on="2026-10-06",
        planned_starts_at="09:00", planned_ends_at="14:00", state="confirmed",
        standing="confirmed", minutes=300, line="Five walks.", goal="Walk Biscuit",
        mentor_note="Luis is calm.", mentor_note_is_shared=True,
    )  # fmt: skip


def tap(client_of, who, name, day):
    return client_of(who).post(f"/harbor-view/evidence/from/{name}/{day.public_id}/").status_code


def test_line_words_and_hours(cast, client_of, day):
    for name in ("line", "words", "hours", "line"):
        assert tap(client_of, "luis", name, day) == 302

    kept = list(Evidence.objects.order_by("pk").values_list("source", "title", "words", "said_by"))
    assert kept == [
        ("check_out", "My day at Harbor Animal Shelter", "Five walks.", ""),
        ("mentor", "What Sam Ito said", "Luis is calm.", "Sam Ito"),
        ("hours", "5 h at Harbor Animal Shelter",
         "5 h at Harbor Animal Shelter, confirmed.\nWalk Biscuit", ""),
    ]  # fmt: skip


def test_the_page_of_the_day_offers_it(cast, client_of, day):
    tap(client_of, "luis", "line", day)

    page = client_of("luis").get(f"/harbor-view/days/{day.public_id}/").text

    assert ("Keep my line: kept" in page, "Keep the mentor’s words" in page) == (True, True)


def test_a_note_for_the_school_only_is_no_evidence(cast, client_of, day):
    Day.objects.update(mentor_note_is_shared=False)

    assert tap(client_of, "luis", "words", day) == 404


@pytest.mark.parametrize(
    ("who", "status"), [("ana", 302), ("rosa", 403), ("maya", 404), ("otto", 404)]
)
def test_who_may_keep_it(cast, client_of, day, who, status):
    assert tap(client_of, who, "line", day) == status
