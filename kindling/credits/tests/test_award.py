"""Rules are drafted and approved; terms give credit once; what was given lasts."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kindling.credits import actions
from kindling.credits.models import Appeal, Award, Clause, Crosswalk, Line
from kindling.credits.queries import standing_of, term_review, waits
from kindling.credits.rules import visible_appeals, visible_awards, visible_crosswalks
from kindling.credits.tests.counting import exhibited, line_of, reached, rules_in_use, writing
from kindling.exhibitions.models import Exhibition
from kindling.kit.http import Refused
from kindling.kit.lasting import Lasts
from kindling.schools.inside import inside
from kindling.schools.models import Term


@pytest.fixture
def term(cast):
    return Term.of(cast.school).first()


def english(cast):
    """All of it but one piece."""
    reached(cast, "CO1", "CO2", "CO3")
    exhibited(cast, cast.luis)
    for number in range(3):
        writing(cast, f"Draft {number} of my letter to the city.")


def test_three_of_four_pieces_give_nothing_the_fourth_gives_it_once(cast, term):
    rules = rules_in_use(cast)
    english(cast)
    loose = writing(cast, "An essay nobody tagged.", code="")
    priya = cast.as_("priya")

    assert actions.award_term(term, by=priya) == 0
    subject = standing_of(priya, cast.luis).subjects[0]
    pieces = subject.reckoned.best[1]
    assert (subject.line.title, pieces.standing) == ("English", "3 of 4 are there")
    assert loose.title in [thing.title for thing in pieces.could]

    writing(cast, "The letter as it was sent.")
    assert [(row.line.title, row.students) for row in term_review(priya, term) if row.students] == [
        ("English", 1)
    ]
    assert actions.award_term(term, by=priya) == 1
    assert actions.award_term(term, by=priya) == 0
    award = Award.objects.get()
    assert (award.student, award.amount, award.title) == (cast.luis, 1, "English")
    assert award.rests["version"] == rules.number
    assert award.rests["rule"][1] == "4 pieces about CO2 in the year"
    shown = [title for title, *_where in award.rests["shown"][1]["things"]]
    assert "The letter as it was sent." in shown


def test_an_exhibition_to_do_again_counts_for_nothing(cast, term):
    rules_in_use(cast)
    reached(cast, "CO1", "CO2", "CO3")
    for number in range(4):
        writing(cast, f"Draft {number}.")
    exhibited(cast, cast.luis, result="redo")

    assert actions.award_term(term, by=cast.as_("priya")) == 0


def test_what_a_panel_agreed_on_counts_once_it_is_recorded(cast, term):
    rules_in_use(cast)
    reached(cast, "CO1", "CO2", "CO3")
    for number in range(4):
        writing(cast, f"Draft {number}.")
    shown = exhibited(cast, cast.luis)
    priya = cast.as_("priya")

    Exhibition.objects.filter(pk=shown.pk).update(state="agreed")
    before = actions.award_term(term, by=priya)
    Exhibition.objects.filter(pk=shown.pk).update(state="recorded")

    assert (before, actions.award_term(term, by=priya)) == (0, 1)


def test_rules_in_use_never_change(cast, term):
    rules = rules_in_use(cast)
    line = line_of(rules, "English")
    chen = cast.as_("chen")
    facts = {"title": "English", "credits": Decimal(9), "asked": Decimal(0)}
    for change in (
        lambda: actions.put_line(rules, line, **facts, by=chen),
        lambda: actions.remove_line(line, by=chen),
        lambda: actions.add_clause(line, by=chen, goals=[], kind="exhibitions", number=1),
        lambda: actions.remove_clause(line.clauses.first(), by=chen),
        lambda: actions.approve_crosswalk(rules, by=cast.as_("priya")),
    ):
        with pytest.raises(Refused):
            change()

    draft = actions.start_crosswalk(by=chen)
    assert actions.start_crosswalk(by=chen) == draft
    new = Line.objects.get(crosswalk=draft, identifier=line.identifier)
    actions.remove_clause(new.clauses.get(kind="pieces"), by=chen)
    english(cast)
    assert actions.award_term(term, by=cast.as_("priya")) == 0  # a draft counts for nothing
    actions.approve_crosswalk(draft, by=cast.as_("dana"), changes="Fewer pieces.")
    assert actions.award_term(term, by=cast.as_("priya")) == 1
    rules.refresh_from_db()
    assert (rules.state, line.clauses.count()) == ("retired", 3)


def test_who_drafts_and_who_approves(cast):
    actions.choose_mode("credit", by=cast.as_("dana"))
    for name in ("ana", "luis", "rosa", "otto", "liam"):
        with pytest.raises(PermissionDenied):
            actions.start_crosswalk(by=cast.as_(name))
    draft = actions.start_crosswalk(by=cast.as_("chen"))
    with pytest.raises(PermissionDenied):
        actions.approve_crosswalk(draft, by=cast.as_("chen"))
    line = line_of(draft, "Health")
    line.clauses.all().delete()
    with pytest.raises(Refused, match="Say what Health rests on"):
        actions.approve_crosswalk(draft, by=cast.as_("priya"))
    assert list(visible_crosswalks(cast.as_("ana"))) == []
    assert list(visible_crosswalks(cast.as_("otto"))) == []


def test_without_rules_or_in_a_school_of_narratives_nothing_is_given(cast, term):
    with pytest.raises(Refused):
        actions.award_term(term, by=cast.as_("priya"))
    rules_in_use(cast, mode="narrative")
    with pytest.raises(Refused):
        actions.award_term(term, by=cast.as_("priya"))
    with pytest.raises(PermissionDenied):
        actions.award_term(term, by=cast.as_("ana"))


def test_what_was_given_lasts_and_putting_right_is_another_row(cast, term):
    rules = rules_in_use(cast)
    reached(cast, "PQ6")
    actions.award_term(term, by=cast.as_("priya"))
    first, line = Award.objects.get(), line_of(rules, "Health")
    first.amount = Decimal(5)
    for change in (first.save, first.delete, Award.objects.all().delete):
        with pytest.raises(Lasts):
            change()
    args = (cast.luis, line, term.year)
    with pytest.raises(Refused):
        actions.correct_credit(*args, Decimal(-1), "Wrong student", by=cast.as_("priya"))
    actions.correct_credit(*args, Decimal("-0.5"), "Wrong student", by=cast.as_("priya"))
    found = Award.objects.values_list("amount", "source").order_by("pk")
    assert list(found) == [(Decimal("0.5"), "rule"), (Decimal("-0.5"), "corrected")]
    assert standing_of(cast.as_("luis"), cast.luis).total == 0


def test_an_appeal_is_answered_with_a_reason_by_somebody_else(cast, term):
    line = line_of(rules_in_use(cast), "Science")
    asked = actions.appeal(cast.luis, line, term.year, "The tide pool study.", by=cast.as_("luis"))
    with pytest.raises(Refused):
        actions.appeal(cast.luis, line, term.year, "Again.", by=cast.as_("rosa"))
    for name in ("ana", "luis", "chen", "otto"):
        with pytest.raises(PermissionDenied):
            actions.grant_appeal(asked, Decimal(1), "Yes.", by=cast.as_(name))
    with inside(cast.school):
        told = [wait.say for wait in waits(cast.as_("priya"))]
    assert told == ["Answer the appeal of Luis Diaz about Science"]

    actions.grant_appeal(asked, Decimal("0.5"), "It was real science.", by=cast.as_("priya"))

    award = Award.objects.get()
    assert (award.source, award.amount, award.reason) == (
        "appeal", Decimal("0.5"), "It was real science.",
    )  # fmt: skip
    with pytest.raises(Refused):
        actions.decline_appeal(asked, "No.", by=cast.as_("dana"))
    assert Award.objects.count() == 1
    assert waits(cast.as_("priya")) == []


def test_who_sees_credits(cast, term):
    reached(cast, "PQ6")
    line = line_of(rules_in_use(cast), "Health")
    actions.award_term(term, by=cast.as_("priya"))
    actions.appeal(cast.luis, line, term.year, "More.", by=cast.as_("rosa"))

    names = ["luis", "rosa", "ana", "dana", "priya", "chen", "maya", "liam", "tasha", "otto", "sam"]
    see = [n for n in names if visible_awards(cast.as_(n)).exists()]
    asked = [n for n in names if visible_appeals(cast.as_(n)).exists()]
    assert see == asked == ["luis", "rosa", "ana", "dana", "priya", "chen"]
    assert Appeal.objects.count() == Crosswalk.objects.count() == 1
    assert Clause.objects.exists()
