"""Pieces stand under the items of a plan, as far as one sees them, in one statement."""

from __future__ import annotations

from kindling.evidence.models import Evidence, EvidenceChoice, Tag
from kindling.plans.tests.planning import add, signed


def put(cast, item, count: int, **facts) -> None:
    """Pieces of Luis's, tagged to an item."""
    now = cast.school.now()
    said = {"kind": "text", "on": "2026-10-12", "at": now, "words": "Sawed.", **facts}
    made = [
        Evidence.objects.create(
            school=cast.school, student=cast.luis, by=cast.luis.person, title=f"Piece {n}", **said
        )
        for n in range(count)
    ]
    Tag.objects.bulk_create(Tag(school=cast.school, evidence=one, plan_item=item) for one in made)


def test_five_goals_and_thirty_pieces_in_ten_statements(client_of, cast, django_assert_num_queries):
    plan = signed(cast)
    type(plan).objects.update(state="draft")
    items = [*plan.items.all(), add(plan, "Five goals", goals=5)]
    type(plan).objects.update(state="active")
    for item in items:
        put(cast, item, 10)
    client = client_of("luis")

    with django_assert_num_queries(8):
        page = client.get(f"/harbor-view/plans/{plan.public_id}/").content.decode()

    assert page.count("Piece 9") == 3


def test_a_family_reads_only_what_is_shared_with_it(client_of, cast):
    plan = signed(cast)
    put(cast, plan.items.first(), 1, for_family=False)

    page = client_of("rosa").get(f"/harbor-view/plans/{plan.public_id}/").content.decode()

    assert "Piece 0" not in page


def test_a_plan_shows_the_newest_four_and_nothing_that_was_taken_away(client_of, cast):
    plan = signed(cast)
    first, second = plan.items.all()
    put(cast, first, 6)
    put(cast, second, 1, state="removed")
    Evidence.objects.filter(tags__plan_item=first, title="Piece 5").update(title="<i>Sawing</i>")

    page = client_of("ana").get(f"/harbor-view/plans/{plan.public_id}/").content.decode()

    assert page.count('class="plan-pieces"') == 1
    assert "&lt;i&gt;Sawing&lt;/i&gt;" in page
    assert "and 2 more" in page


def test_what_the_school_chooses_for_families_counts_at_once(client_of, cast):
    plan = signed(cast)
    put(cast, plan.items.first(), 1, for_family=False)
    family = client_of("rosa")
    said = []

    for sees_all in (False, True, False):
        EvidenceChoice.objects.update_or_create(
            school=cast.school, defaults={"family_sees_all": sees_all}
        )
        page = family.get(f"/harbor-view/plans/{plan.public_id}/").content.decode()
        said.append("Piece 0" in page)

    assert said == [False, True, False]
