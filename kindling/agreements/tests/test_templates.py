"""What people sign: words, fields, versions."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.agreements import actions
from kindling.agreements.models import Party
from kindling.agreements.tests.signing import make_agreement, publish_more
from kindling.agreements.words import parts_of, wrong_fields
from kindling.kit.http import Refused


def test_an_unknown_field_is_named_with_the_nearest():
    assert wrong_fields("Hi {studnet}.") == ["We do not know {studnet}. Did you mean {student}?"]


def test_a_lonely_brace_is_named():
    assert wrong_fields("Hi {student.") == ["A { or } stands alone. A field looks like {student}."]


def test_known_fields_are_fine():
    assert wrong_fields("{student} at {site} on {days}, {hours}") == []


def test_text_becomes_parts_and_a_name_is_never_read_as_marks():
    parts = parts_of("# Rules\n**{student}** goes:\n- by bus\n- home", {"student": "**X** {site}"})

    assert parts == [
        ["h", [["Rules", False]]],
        ["p", [["**X** {site}", True], [" goes:", False]]],
        ["ul", [[["by bus", False]], [["home", False]]]],
    ]


def test_the_page_says_which_field_is_wrong_and_saves_nothing(cast, client_of, template):
    draft = actions.start_version(template, by=cast.as_("chen"))
    path = f"/harbor-view/agreements/templates/{template.public_id}/text/en/"

    answer = client_of("chen").post(path, {"title": "T", "opening": "{nobody} signs."})

    assert answer.status_code == 422
    assert "We do not know {nobody}." in answer.text
    assert draft.texts.get(language="en").title == "Internship agreement"


def test_a_published_version_never_changes(cast, template):
    version = template.versions.get()

    with pytest.raises(Refused, match="stays as it is"):
        actions.write_text(version, "en", by=cast.as_("chen"), title="Other")

    with pytest.raises(Refused, match="stays as it is"):
        actions.change_version(version, by=cast.as_("chen"), parties=["student"], changes="")


def test_a_new_version_says_what_has_changed(cast, template):
    draft = actions.start_version(template, by=cast.as_("chen"))

    with pytest.raises(Refused, match="what has changed"):
        actions.publish_version(draft, by=cast.as_("chen"))


def test_starting_twice_is_one_draft(cast, template):
    by = cast.as_("chen")

    assert actions.start_version(template, by=by) == actions.start_version(template, by=by)


def test_what_is_signed_keeps_its_words(cast, template, agreement):
    before = agreement.wordings.get().content

    publish_more(cast, template)

    agreement.refresh_from_db()
    assert agreement.wordings.get().content == before
    assert (agreement.version.number, make_agreement(
        cast, template, opportunity=cast.shelter
    ).version.number) == (1, 2)  # fmt: skip


@pytest.mark.parametrize("who", ["ana", "luis", "rosa", "priya", "otto"])
def test_only_who_keeps_the_places_writes_templates(cast, who):
    with pytest.raises(PermissionDenied):
        actions.make_template(by=cast.as_(who), label="Mine", parties=list(Party.values))


def test_a_student_without_family_on_file_is_named(cast, template):
    with pytest.raises(Refused, match="Maya Santos has no family contact"):
        make_agreement(cast, template, student=cast.maya)


def test_the_same_is_not_made_twice_while_it_is_signed(cast, template, agreement):
    with pytest.raises(Refused, match="being signed already"):
        make_agreement(cast, template)


def test_a_field_that_nobody_filled_in_is_named(cast, template):
    cast.clinic.days = ""
    cast.clinic.save()

    with pytest.raises(Refused, match="speaks of Days, and"):
        make_agreement(cast, template)
