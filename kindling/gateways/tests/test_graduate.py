"""With the principal's yes, and after the last day: an alum."""

from datetime import date

import pytest
import time_machine

from kindling.gateways import actions
from kindling.gateways.tests.going import checked, line_of, shown_and_accepted
from kindling.kit.http import Refused
from kindling.people.models import Student
from kindling.schools.models import Membership


def graduating(cast, day: date):
    gateway = checked(cast, kind="graduation")
    shown_and_accepted(cast, gateway)
    actions.decide_gateway(gateway, "move_on", "", by=cast.as_("ana"))
    actions.let_go_on(gateway, leaves_on=day, by=cast.as_("dana"))
    return gateway


def hats(cast) -> list[tuple[str, date | None]]:
    rows = Membership.objects.filter(person=cast.luis.person).order_by("since_on", "pk")
    return list(rows.values_list("role", "until_on"))


def test_the_last_day_is_a_school_day_like_every_other_and_then_luis_is_an_alum(cast):
    graduating(cast, date(2026, 10, 14))

    with time_machine.travel("2026-10-14T18:00Z"):
        actions.finish_school()
        assert Student.objects.get(pk=cast.luis.pk).state == "enrolled"
    with time_machine.travel("2026-10-15T09:00Z"):
        actions.finish_school()
        actions.finish_school()

    luis = Student.objects.get(pk=cast.luis.pk)
    assert (luis.state, luis.left_on) == ("graduated", date(2026, 10, 14))
    assert hats(cast) == [("student", date(2026, 10, 14)), ("alum", None)]


def test_a_yes_is_taken_back_while_the_student_is_here_and_not_after(cast):
    gateway = graduating(cast, date(2026, 10, 14))
    actions.take_yes_back(gateway, by=cast.as_("dana"))
    gateway.refresh_from_db()
    assert (gateway.state, gateway.leaves_on, gateway.settled) == ("passed", None, [])

    actions.let_go_on(gateway, leaves_on=date(2026, 10, 14), by=cast.as_("dana"))
    with time_machine.travel("2026-10-16T09:00Z"):
        actions.finish_school()
        with pytest.raises(Refused, match="not at school"):
            actions.take_yes_back(gateway, by=cast.as_("dana"))


def test_graduation_needs_a_last_day_and_what_is_settled_stays(cast):
    gateway = checked(cast, kind="graduation")
    shown_and_accepted(cast, gateway)
    actions.decide_gateway(gateway, "move_on", "", by=cast.as_("ana"))

    with pytest.raises(Refused, match="last day"):
        actions.let_go_on(gateway, by=cast.as_("dana"))
    actions.let_go_on(gateway, leaves_on=date(2027, 6, 18), by=cast.as_("dana"))
    with pytest.raises(Refused, match="settled"):
        actions.say_left(gateway, line_of(gateway), "More", by_on=None, by=cast.as_("luis"))


def test_a_last_day_that_is_over_ends_nothing(cast):
    with pytest.raises(Refused, match="passed already"):
        graduating(cast, date(2025, 10, 14))

    actions.finish_school()
    assert Student.objects.get(pk=cast.luis.pk).state == "enrolled"
