"""Who reads Spanish or Arabic is given a record in it: labels, kinds, choices and days."""

import re
from html import unescape

import pytest
from django.utils import translation

from kindling.attendance.actions import leave_note
from kindling.attendance.tests.placed import make_placement, spoken_on, with_pass
from kindling.people.actions import allow_care_note
from kindling.rights import actions
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.record.called import KINDS
from kindling.rights.record.labels import FILES
from kindling.rights.tests.asking import give_the_rest, verified
from kindling.rights.tests.test_bundle import opened
from kindling.schools.inside import inside

LAST_DAY = "12 November 2026"


def with_a_day(cast):
    """Luis was at the clinic, the mentor wrote about it, and he has a note for an emergency."""
    placement = make_placement(cast.luis, cast.clinic, cast.sam)
    leave_note(
        spoken_on(placement),
        text="Careful work.",
        is_shared=True,
        by=with_pass(cast.sam, placement),
    )
    allow_care_note(
        cast.luis, text="Allergic to wasps.", allowed_by=cast.rosa, by=cast.as_("ana"),
        until_on=cast.school.today().replace(month=11, day=12),
    )  # fmt: skip


def given(cast, capture, made):
    give_the_rest(cast, made)
    with inside(cast.school), capture(execute=True):
        actions.provide_records(made, "link", by=cast.as_("priya"))
    packed = opened(RecordsRequest.objects.get(pk=made.pk))
    return "".join(
        unescape(packed.read(name).decode()) for name in packed.namelist() if name.endswith(".html")
    )


def words():
    return [str(one) for some in (*FILES.values(), KINDS) for one in some.values()]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", ["Permitido por", "jueves 12 de noviembre de 2026", "inglés", "Sí"]),
        ("ar", ["سمح به", "2026", "الإنجليزية", "نعم"]),
    ],
)
def test_no_label_is_in_english(cast, django_capture_on_commit_callbacks, language, said):
    cast.rosa.language = language
    cast.rosa.save()
    with_a_day(cast)
    english = {*words()}
    with translation.override(language):
        known = {*words()}

    text = given(cast, django_capture_on_commit_callbacks, verified(cast))

    labels = {*re.findall(r"<dt>(.*?)</dt>", text)}
    kinds = {one.partition(":")[0] for one in re.findall(r"<h[23][^>]*>(.*?)</h", text)}
    assert len(labels) > 30
    assert (labels | kinds) - known == set()
    assert (labels | kinds) & (english - known) == set()
    assert [one for one in said if one not in text] == []


def test_what_was_covered_in_one_language_is_covered_in_the_other(
    cast, django_capture_on_commit_callbacks
):
    with_a_day(cast)
    made = verified(cast)
    note = RecordsItem.objects.filter(request=made, kind="people.CareNote")

    actions.decide_items(note, "part", basis="others", covered=[LAST_DAY], by=cast.as_("dana"))

    text = given(cast, django_capture_on_commit_callbacks, made)
    assert "Allergic to wasps." in text
    assert "12 de noviembre" not in text
    assert "█████" in text
