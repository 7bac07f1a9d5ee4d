"""From the first word to the last yes."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.exhibitions.models import Exhibition, Kind
from kindling.gateways import actions
from kindling.gateways.bank.templates import Given
from kindling.gateways.counting import standings_now
from kindling.gateways.models import Gateway, OwnWord
from kindling.gateways.tests.going import (
    an_exhibition,
    begun,
    checked,
    in_use,
    line_of,
    shown_and_accepted,
)
from kindling.kit.http import Refused
from kindling.panels.models import Condition as PanelCondition
from kindling.panels.models import Panel


def test_the_whole_way(cast):
    gateway = begun(cast)
    shown_and_accepted(cast, gateway)
    actions.apply_for(gateway, "I lead my own week now.", by=cast.as_("luis"))
    actions.check_portfolio(gateway, by=cast.as_("ana"))
    held = an_exhibition(cast)
    actions.schedule_gateway(gateway, held, by=cast.as_("ana"))
    Exhibition.objects.filter(pk=held.pk).update(state="recorded", result="move_on")

    actions.follow_panels()
    gateway.refresh_from_db()
    assert (gateway.state, gateway.decided_on) == ("passed", date(2026, 10, 13))

    actions.let_go_on(gateway, by=cast.as_("dana"))
    gateway.refresh_from_db()
    assert gateway.state == "promoted"
    assert gateway.settled == [
        {"title": "A letter", "asked": 1, "done": 1, "is_met": True, "said": "It is there."}
    ]


def test_what_is_left_stands_in_the_students_words_and_nobody_else_writes_them(cast):
    gateway = begun(cast)
    line = line_of(gateway)

    actions.say_left(
        gateway, line, "I write it at the harbor.", by_on=date(2026, 11, 2), by=cast.as_("luis")
    )
    actions.say_left(gateway, line, "I write it at home.", by_on=None, by=cast.as_("luis"))
    with pytest.raises(PermissionDenied):
        actions.say_left(gateway, line, "He must hurry.", by_on=None, by=cast.as_("ana"))

    assert [(one.words, one.by_on) for one in OwnWord.objects.all()] == [
        ("I write it at home.", None)
    ]


def test_a_student_says_yes_to_nothing_of_their_own(cast):
    gateway = begun(cast)
    made = actions.show_for(
        gateway, line_of(gateway), "Done.", evidence=None, amount=1, by=cast.as_("luis")
    )

    for act in (
        lambda: actions.accept_showing(made, by=cast.as_("luis")),
        lambda: actions.waive_line(gateway, line_of(gateway), "Kind.", by=cast.as_("ana")),
        lambda: actions.let_go_on(gateway, by=cast.as_("ana")),
        lambda: actions.check_portfolio(gateway, by=cast.as_("luis")),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_what_is_given_back_says_why_and_a_new_try_is_another_row(cast):
    gateway, ana = begun(cast), cast.as_("ana")
    first = actions.show_for(
        gateway, line_of(gateway), "Half.", evidence=None, amount=1, by=cast.as_("luis")
    )
    with pytest.raises(Refused, match="missing"):
        actions.return_showing(first, "", by=ana)
    actions.return_showing(first, "The end is missing.", by=ana)

    shown_and_accepted(cast, gateway)

    told = list(gateway.showings.order_by("pk").values_list("words", "state"))
    assert told == [("Half.", "returned"), ("Here it is.", "accepted")]


def test_given_back_the_student_reads_what_is_missing_and_applies_again(cast):
    gateway = begun(cast)
    actions.apply_for(gateway, "I am ready.", by=cast.as_("luis"))
    actions.give_back(gateway, "Your hours are thin.", by=cast.as_("ana"))

    assert (gateway.state, gateway.back_words) == ("preparing", "Your hours are thin.")
    actions.apply_for(gateway, "Forty more hours.", by=cast.as_("luis"))
    assert (gateway.state, gateway.back_words) == ("applied", "")


def test_only_what_the_panel_recorded_counts(cast):
    gateway, held = checked(cast), an_exhibition(cast)
    actions.schedule_gateway(gateway, held, by=cast.as_("ana"))

    with pytest.raises(Refused, match="not recorded"):
        actions.decide_gateway(gateway, "move_on", "", by=cast.as_("ana"))
    Exhibition.objects.filter(pk=held.pk).update(state="recorded", result="redo")
    with pytest.raises(Refused, match="The panel recorded: Redo"):
        actions.decide_gateway(gateway, "move_on", "", by=cast.as_("ana"))
    actions.decide_gateway(gateway, "redo", "Show the hours.", by=cast.as_("ana"))

    gateway.refresh_from_db()
    assert (gateway.state, gateway.exhibition, gateway.back_words) == (
        "preparing",
        held,
        "Show the hours.",
    )
    actions.apply_for(gateway, "With more hours.", by=cast.as_("luis"))
    assert Gateway.objects.get().exhibition is None


def test_conditions_are_met_one_by_one_and_the_last_one_passes(cast):
    gateway, ana = checked(cast), cast.as_("ana")
    asked = [
        actions.Asked("Ten hours more.", date(2026, 11, 1)),
        actions.Asked("Read it aloud.", date(2026, 11, 8)),
    ]
    actions.decide_gateway(gateway, "conditions", "Nearly.", conditions=asked, by=ana)
    first, second = gateway.conditions.all()

    actions.meet_condition(first, by=ana)
    assert Gateway.objects.get().state == "conditions"
    with pytest.raises(Refused, match="already"):
        actions.meet_condition(first, by=ana)
    actions.meet_condition(second, by=ana)

    assert Gateway.objects.get().state == "passed"


def test_nobody_goes_on_while_a_line_is_open(cast):
    gateway = checked(cast)
    actions.decide_gateway(gateway, "move_on", "", by=cast.as_("ana"))

    with pytest.raises(Refused, match="Still open: A letter"):
        actions.let_go_on(gateway, by=cast.as_("dana"))
    actions.waive_line(gateway, line_of(gateway), "He told it to us.", by=cast.as_("dana"))
    actions.let_go_on(gateway, by=cast.as_("dana"))

    gateway.refresh_from_db()
    said = "Not asked of this student: He told it to us."
    assert (gateway.state, gateway.settled[0]["said"]) == ("promoted", said)


def test_a_checklist_in_use_never_changes_and_who_began_keeps_it(cast):
    gateway, dana = begun(cast), cast.as_("dana")
    first = gateway.checklist
    with pytest.raises(Refused, match="never changes"):
        actions.add_line(first, by=dana, kind="hours", amount=10)

    draft = actions.start_version(first, by=dana)
    with pytest.raises(Refused, match="draft already"):
        actions.start_version(first, by=dana)
    actions.add_line(draft, by=dana, kind="hours", amount=10)
    actions.publish_checklist(draft, by=dana)

    assert [one.label for one in Gateway.objects.get().checklist.lines.all()] == ["A letter"]


def test_with_the_new_version_what_was_shown_stays(cast):
    gateway, dana = begun(cast), cast.as_("dana")
    shown_and_accepted(cast, gateway)
    draft = actions.start_version(gateway.checklist, by=dana)
    actions.add_line(draft, by=dana, kind="hours", amount=10)
    actions.publish_checklist(draft, by=dana)

    actions.take_version(gateway, by=cast.as_("ana"))

    gateway = Gateway.objects.get()
    told = [(one.line.label, one.is_met) for one in standings_now(gateway)]
    assert told == [("A letter", True), ("Hours at internships", False)]


def test_a_line_that_became_another_one_counts_nothing_of_what_was_shown(cast):
    gateway, dana = begun(cast, Given("service", 10)), cast.as_("dana")
    shown_and_accepted(cast, gateway, "service", 10)
    draft = actions.start_version(gateway.checklist, by=dana)
    actions.change_line(draft.lines.get(), by=dana, kind="own", title="Letters", amount=10)
    actions.publish_checklist(draft, by=dana)

    actions.take_version(gateway, by=cast.as_("ana"))

    one = standings_now(Gateway.objects.get())[0]
    assert (one.done, one.is_met) == (0, False)


def test_two_who_begin_at_once_begin_one(cast):
    asked = in_use(cast)

    one = actions.open_gateway(cast.luis, asked, by=cast.as_("luis"))
    other = actions.open_gateway(cast.luis, asked, by=cast.as_("ana"))

    assert one == other


def test_service_counts_in_hours(cast):
    gateway = begun(cast, Given("service", 10))
    shown_and_accepted(cast, gateway, "service", 4)
    actions.show_for(
        gateway, line_of(gateway, "service"), "Beach.", evidence=None, amount=3,
        by=cast.as_("luis"),
    )  # fmt: skip

    one = standings_now(gateway)[0]
    assert (one.sentence, one.waiting) == (
        "4 h of 10 h count.",
        "3 h more wait for somebody’s word.",
    )


def test_the_advisor_begins_the_exhibition_with_the_yes_to_the_portfolio(cast):
    gateway = checked(cast)
    kind = Kind.objects.create(school=cast.school, title="Gateway", format="gateway")

    actions.schedule_gateway(gateway, kind, by=cast.as_("ana"))

    held = Gateway.objects.get().exhibition
    assert (held.kind, held.student, held.advisor) == (kind, cast.luis, cast.ana)


def test_conditions_of_the_panel_itself_are_followed_until_the_last_is_done(cast):
    gateway, held = checked(cast), an_exhibition(cast)
    actions.schedule_gateway(gateway, held, by=cast.as_("ana"))
    panel = Panel.objects.create(
        school=cast.school, exhibition=held, rubric={}, began_at=cast.school.now()
    )
    asked = PanelCondition.objects.create(
        school=cast.school, panel=panel, text="Read it aloud.", owner=cast.luis.person,
        due_on=date(2026, 11, 1),
    )  # fmt: skip
    Exhibition.objects.filter(pk=held.pk).update(state="recorded", result="conditions")

    actions.follow_panels()
    assert Gateway.objects.get().state == "conditions"
    Exhibition.objects.filter(pk=held.pk).update(state="closed")
    actions.follow_panels()
    assert Gateway.objects.get().state == "conditions"
    PanelCondition.objects.filter(pk=asked.pk).update(done_at=cast.school.now())
    actions.follow_panels()

    assert Gateway.objects.get().state == "passed"
