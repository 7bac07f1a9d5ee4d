"""The packs that come along: what each asks of whom. And what a pack may not say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kindling.clearance.demands import Facts, rule_set
from kindling.clearance.packs import all_packs, newest_packs, with_foundations
from kindling.clearance.packs.checking import WrongPack
from kindling.clearance.packs.reading import check_together, read_pack, read_packs

TODAY = date(2026, 10, 13)


def asked(*packs, stage="internship", age=17, on=TODAY, **facts):
    """The items that these packs ask for."""
    found = rule_set(packs, []).demands(Facts(stage, on, age, **facts))
    return [demand.item.key for demand in found]


@pytest.mark.parametrize("pack", sorted(all_packs()))
def test_every_rule_names_a_law_or_a_sheet(pack):
    rules = all_packs()[pack].rules

    assert [rule.key for rule in rules if len(rule.source.name) < 10 or len(rule.says) < 20] == []


@pytest.mark.parametrize("pack", sorted(all_packs()))
def test_every_pack_says_what_it_leaves_out(pack):
    assert len(all_packs()[pack].left_out) >= 1


def test_federal_law_for_unpaid_internships():
    assert asked("us-1", age=14) == ["hazards", "factors"]
    assert asked("us-1", age=17) == ["hazards", "factors"]
    assert asked("us-1", age=18) == ["factors"]
    assert asked("us-1", age=None) == ["hazards", "factors"]


def test_federal_law_for_paid_internships():
    assert asked("us-1", age=15, is_paid=True) == ["hazards", "permit", "hours"]
    assert asked("us-1", age=16, is_paid=True) == ["hazards", "permit"]
    assert asked("us-1", age=18, is_paid=True) == []
    assert asked("us-1", age=None, is_paid=True) == ["hazards", "permit", "hours"]


def test_watching_is_no_work():
    assert asked("us-1", stage="shadow", age=14) == []
    assert asked("us-1", stage="interview", age=14) == []


def test_seventeen_orders_seven_of_them_with_the_student_learner_exception():
    hazards = all_packs()["us-1"].hazards

    assert [one.order for one in hazards] == list(range(1, 18))
    learner = [one.order for one in hazards if one.level == "learner"]
    assert learner == [5, 8, 10, 12, 14, 16, 17]


@pytest.mark.parametrize(("age", "is_asked"), [(15, False), (16, True), (17, True), (18, False)])
def test_the_student_learner_agreement_is_for_sixteen_and_seventeen(age, is_asked):
    found = asked("us-1", age=age, hazards=frozenset({"learner"}))

    assert ("learner" in found) is is_asked


@pytest.mark.parametrize(("age", "is_held"), [(13, True), (15, True), (16, False), (None, True)])
def test_hours_of_fourteen_and_fifteen_year_olds(age, is_held):
    limits = rule_set(["us-1"], []).limits_for(Facts("internship", TODAY, age, is_paid=True))
    unpaid = rule_set(["us-1"], []).limits_for(Facts("internship", TODAY, age))

    assert bool(limits) is is_held
    assert unpaid == []


def test_washington():
    assert asked("washington-1", age=18) == ["agreement", "plan", "factors"]
    assert asked("washington-1", age=18, stage="shadow") == []
    demand = rule_set(["washington-1"], []).demands(Facts("internship", TODAY, 18))[0]
    assert "392-410-315" in demand.reasons[0].source.name


def test_california_makes_the_district_the_employer_of_the_unpaid():
    assert asked("california-1", age=18) == ["factors", "coverage"]
    assert asked("california-1", age=18, stage="shadow") == ["coverage"]
    assert asked("california-1", age=18, is_paid=True) == []
    demand = rule_set(["california-1"], []).demands(Facts("shadow", TODAY, 18))[0]
    assert demand.suggests == (("compensation", "district"),)


def test_arizona_sees_the_site_first():
    assert asked("arizona-1", age=18) == ["agreement", "plan", "visit", "factors", "travel"]


def test_north_carolina():
    assert asked("north-carolina-1", age=18) == ["agreement", "plan", "factors"]


def test_tasmania_stands_on_no_federal_law_of_the_us():
    assert asked("tasmania-1", age=16) == ["consent", "check", "visit"]
    assert asked("tasmania-1", age=16, stage="shadow") == ["consent"]
    check = rule_set(["tasmania-1"], []).demands(Facts("internship", TODAY, 16))[1]
    assert check.months == 36


def test_common_practice():
    assert asked("practice-1", stage="interview") == []
    assert asked("practice-1", stage="shadow") == ["consent", "emergency", "hazards"]
    assert asked("practice-1") == [
        "agreement", "consent", "emergency", "insurance", "check", "orientation", "visit",
        "hazards", "travel",
    ]  # fmt: skip
    assert "control" in asked("practice-1", hazards=frozenset({"control"}))


def test_two_packs_ask_once_and_as_the_stricter_does():
    both = rule_set(["practice-1", "us-1", "arizona-1"], [])
    found = {one.item.key: one for one in both.demands(Facts("internship", TODAY, 17))}

    assert len(found["visit"].reasons) == 2
    assert found["visit"].reasons[0].is_law is True
    assert found["visit"].months == 24
    assert found["hazards"].months == 12


def test_a_state_brings_the_federal_law_along():
    found = [pack.id for pack in with_foundations(["washington-1", "arizona-1"])]

    assert found == ["us-1", "washington-1", "arizona-1"]
    assert next(pack.key for pack in newest_packs()) == "practice"


GOOD = """
key = "here"
version = 1
name = "Here"
reviewed_on = 2026-11-01
[[sources]]
key = "law"
name = "The law of here"
[[rules]]
key = "first"
item = "agreement"
stages = ["internship"]
says = "It is asked for."
source = "law"
"""


def test_a_rule_holds_while_its_law_is_in_force():
    text = GOOD + "since_on = 2027-01-01\nuntil_on = 2027-12-31\n"
    rule = read_pack(text, "here-1").rules[0]

    on = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31), date(2028, 1, 1)]
    assert [rule.holds_on(day) for day in on] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            GOOD.replace('item = "agreement"', 'item = "agreemint"'),
            "Pack here-1, rule first, field item: “agreemint” is unknown. Known are: agreement,",
        ),
        (
            GOOD + "blokcs = true\n",
            "Pack here-1, rule first, field blokcs: this word is unknown. Known are: after,",
        ),
        (
            GOOD.replace('source = "law"', ""),
            (
                "Pack here-1, rule first, field source: it is missing. "
                "A rule without a source goes to left_out."
            ),
        ),
        (
            GOOD.replace('source = "law"', 'source = "lore"'),
            "Pack here-1, rule first, field source: “lore” is unknown. Known are: law.",
        ),
        (
            GOOD.replace('"internship"', '"apprenticeship"'),
            (
                "Pack here-1, rule first, field stages: “apprenticeship” is unknown. "
                "Known are: interview, shadow, internship."
            ),
        ),
        (
            GOOD + "when = { undre = 18 }\n",
            "Pack here-1, rule first, field undre: this word is unknown.",
        ),
        (
            GOOD + "when = { under = 16, at_least = 16 }\n",
            "Pack here-1, rule first, field when.under: nobody is that old and that young at once.",
        ),
        (GOOD + "months = true\n", "Pack here-1, rule first, field months: True is no int."),
        (GOOD + "months = 0\n", "Pack here-1, rule first, field months: it must be 1 or more."),
        (
            GOOD + 'suggests = { colour = "blue" }\n',
            "Pack here-1, rule first, field suggests: “colour” is unknown.",
        ),
        (
            GOOD.replace("version = 1", ""),
            "Pack here-1, field version: it is missing.",
        ),
        (
            GOOD + GOOD[GOOD.index("[[rules]]") :],
            "Pack here-1, rule first, field key: this key is used twice.",
        ),
        ("key = ", "Pack here-1 is not readable TOML:"),
        (
            GOOD + '[[hazards]]\nkey = "h"\nlabel = "Fire"\nlevel = "never"\nsource = "law"\n',
            "Pack here-1, rule h, field under: it is missing: below which age is it forbidden?",
        ),
        (
            GOOD + '[[limits]]\nkey = "l"\nsays = "x"\nsource = "law"\nearliest = "dawn"\n',
            "Pack here-1, rule l, field earliest: 'dawn' is no time of day. Write it like 07:00.",
        ),
    ],
)
def test_what_a_pack_may_not_say(text, sentence):
    with pytest.raises(WrongPack) as wrong:
        read_pack(text, "here-1")

    assert str(wrong.value).startswith(sentence)


def test_items_that_wait_for_each_other():
    second = GOOD[GOOD.index("[[rules]]") :].replace("first", "second")
    second = second.replace("agreement", "plan") + 'after = ["agreement"]\n'
    text = GOOD + 'after = ["plan"]\n' + second

    with pytest.raises(WrongPack) as wrong:
        read_pack(text, "here-1")

    assert str(wrong.value) == (
        "Pack here-1, rule first, field after: "
        "these items wait for each other: agreement → plan → agreement."
    )


def test_packs_that_build_on_each_other():
    def pack(key, below):
        text = GOOD.replace('key = "here"', f'key = "{key}"').replace(
            "reviewed_on", f'builds_on = ["{below}"]\nreviewed_on'
        )
        return read_pack(text, f"{key}-1")

    circle = {"a-1": pack("a", "b-1"), "b-1": pack("b", "a-1")}

    with pytest.raises(WrongPack) as wrong:
        check_together(circle)
    assert str(wrong.value) == (
        "Pack a-1, field builds_on: these packs build on each other in a circle: a-1 → b-1 → a-1."
    )
    with pytest.raises(WrongPack):
        check_together({"a-1": pack("a", "nowhere-1")})


def test_a_file_is_called_after_its_pack(tmp_path):
    (tmp_path / "here-2.toml").write_text(GOOD)

    with pytest.raises(WrongPack) as wrong:
        read_packs(tmp_path)

    assert str(wrong.value) == (
        "Pack here-2, field version: the file should be called here-1.toml."
    )


def test_the_page_about_packs_names_every_source_and_everything_left_out():
    told = Path("docs/rule-packs.md").read_text()
    wanted = [text for pack in newest_packs() for text in pack.left_out]
    wanted += [rule.says for pack in newest_packs() for rule in pack.rules]
    wanted += [rule.source.name for pack in newest_packs() for rule in pack.rules]

    assert [text for text in wanted if text not in told] == []
