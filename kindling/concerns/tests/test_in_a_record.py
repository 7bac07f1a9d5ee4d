"""An incident in a record that somebody asks for: word by word, and no trace where the law says so."""

import json
import zipfile
from io import BytesIO

from pypdf import PdfReader

from kindling.concerns.actions import reply_to_telling, tell_of
from kindling.incidents.actions import name_against, open_incident, write_note
from kindling.rights import actions
from kindling.rights.models import RecordsItem
from kindling.rights.record.writing import write_bundle
from kindling.rights.rules import easy_items, may_decide
from kindling.rights.tests.asking import give_the_rest, verified

SECRET = "The nurse saw marks."
CLEAN = "We called the doctor."


def an_incident(cast):
    incident = open_incident(cast.luis, text=SECRET, source="staff", by=cast.as_("ana"))
    write_note(incident, CLEAN, by=cast.as_("ana"))
    return incident


def pages(made) -> str:
    """Everything that stands in the bundle."""
    file = BytesIO()
    write_bundle(file, made)
    with zipfile.ZipFile(file) as packed:
        json.loads(packed.read("record.json"))
        paper = PdfReader(BytesIO(packed.read("record.pdf")))
        printed = " ".join(" ".join(page.extract_text().split()) for page in paper.pages)
        files = [
            packed.read(name).decode(errors="replace")
            for name in packed.namelist()
            if name[-4:] != ".pdf"
        ]
    return "\n".join([printed, *files])


def of_incidents(made):
    return RecordsItem.objects.filter(request=made, kind__startswith="incidents.")


def test_each_word_stands_alone_and_names_who_said_so(cast):
    an_incident(cast)
    items = of_incidents(verified(cast)).order_by("kind", "pk")

    assert [(one.kind, one.names) for one in items] == [
        ("incidents.Incident", "Ana Reyes"), ("incidents.Word", "Ana Reyes"),
        ("incidents.Word", "Ana Reyes"),
    ]  # fmt: skip


def test_against_whom_it_is_stands_beside_it_for_who_decides(cast):
    name_against(an_incident(cast), cast.rosa, by=cast.as_("dana"))
    item = of_incidents(verified(cast)).get(kind="incidents.Incident")

    assert item.names == "Ana Reyes, Rosa Diaz"


def test_held_back_to_protect_who_reported_nothing_says_that_it_is_there(cast):
    an_incident(cast)
    made = verified(cast)
    for number, item in enumerate(of_incidents(made)):
        basis = "safety" if number else "inquiry"
        actions.decide_items([item], "hold", basis=basis, by=cast.as_("dana"))
    give_the_rest(cast, made)
    text = pages(made).casefold()

    found = [one for one in (SECRET, CLEAN, "incident", "inquiry", "reported a danger") if
             one.casefold() in text]  # fmt: skip
    assert found == []


def test_one_word_is_given_and_the_other_is_not(cast):
    clean = an_incident(cast).words.get(text=CLEAN)
    made = verified(cast)
    by = cast.as_("dana")
    for item in of_incidents(made):
        if item.keys == [clean.public_id]:
            actions.decide_items([item], "give", by=by)
        else:
            actions.decide_items([item], "hold", basis="safety", by=by)
    give_the_rest(cast, made)
    text = pages(made)

    assert (CLEAN in text, SECRET in text) == (True, False)


def test_no_word_of_it_is_given_with_all_the_rest_in_one_tap(cast):
    an_incident(cast)
    made = verified(cast)

    assert easy_items(cast.as_("dana"), made).filter(kind__startswith="incidents.").count() == 0


def test_what_a_family_said_to_it_goes_along(cast):
    incident = an_incident(cast)
    (telling,) = tell_of(incident, [cast.rosa], "He is safe.", language="en", by=cast.as_("ana"))
    said = {"kind": "statement", "tap": "t"}
    reply_to_telling(telling, "No fue así.", by=cast.as_("rosa"), **said)
    made = verified(cast)
    give_the_rest(cast, made)

    assert "No fue así." in pages(made)


def test_only_the_principal_decides_about_it(cast):
    an_incident(cast)
    item = of_incidents(verified(cast)).first()
    assert [may_decide(cast.as_(name), item) for name in ("dana", "priya", "chen")] == [
        True, False, False
    ]  # fmt: skip
