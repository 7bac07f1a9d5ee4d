"""What waits for registrar and principal, and what the clock sweeps."""

from datetime import date, timedelta

from django.utils import timezone

from kindling.accounts.models import AccountEvent
from kindling.privacy import actions
from kindling.privacy.actions.sweeping import go_on_with_runs, sweep_what_is_no_schools
from kindling.privacy.models import Run
from kindling.privacy.queries.waits import waits
from kindling.schools.inside import inside


def test_the_next_duty_of_a_case_waits_for_the_principal_alone(cast):
    day = date(2026, 10, 13)
    actions.report_breach(
        "device", cast.ana, "Bus.", since_on=day, until_on=day, by=cast.as_("dana")
    )

    with inside(cast.school):
        assert [one.say for one in waits(cast.as_("dana"))] == ["After something got lost: Stop it"]
        assert waits(cast.as_("priya")) == waits(cast.as_("ana")) == []


def test_a_count_waits_to_be_decided(cast):
    Run.objects.create(
        school=cast.school, on=cast.school.today(), at=cast.school.now(), by=cast.priya,
        state=Run.State.READY, students=2,
    )  # fmt: skip

    with inside(cast.school):
        assert [one.kind for one in waits(cast.as_("priya"))] == ["privacy.run"]
        assert waits(cast.as_("otto")) == []


def test_marks_of_an_account_go_after_a_year(cast):
    user, now = cast.user("ana"), timezone.now()
    for days in (400, 300):
        AccountEvent.objects.create(user=user, at=now - timedelta(days=days), verb=f"was.{days}")

    sweep_what_is_no_schools()

    assert list(
        AccountEvent.objects.filter(verb__startswith="was").values_list("verb", flat=True)
    ) == ["was.300"]


def test_a_count_whose_worker_was_killed_goes_on(cast):
    run = Run.objects.create(school=cast.school, on=cast.school.today(), at=cast.school.now())
    Run.objects.update(created_at=timezone.now() - timedelta(hours=2))

    go_on_with_runs()

    run.refresh_from_db()
    assert run.state == Run.State.READY
