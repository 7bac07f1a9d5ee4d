"""A CASE package is brought in whole, again without harm, and never sends a request."""

import socket
from collections import Counter
from dataclasses import replace
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from kindling.goals.actions import (
    apply_package,
    bring_in,
    discard_import,
    start_version,
    upload_package,
)
from kindling.goals.case.package import Unreadable
from kindling.goals.case.reading import read_package
from kindling.goals.models import Association, CaseFile, CaseImport, Framework, Goal
from kindling.goals.queries import current_goals
from kindling.goals.tests.packages import (
    DEPTHS,
    as_file,
    item,
    large_package,
    link,
    package,
)
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer


@pytest.fixture
def chen(cast):
    return cast.as_("chen")


@pytest.fixture(autouse=True)
def _no_requests(monkeypatch):
    """Whatever a package names, nothing is looked up."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("a request went out")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def bring(found, by):
    return bring_in(read_package(as_file(found)), by=by)


def shape(framework):
    return [(goal.path, goal.code) for goal in framework.goals.order_by("path")]


def test_the_tree_comes_from_associations_alone(chen):
    framework, difference = bring(package(), chen)

    assert shape(framework) == [
        ("0001", "M.1"), ("0001.0001", "M.2.9"), ("0001.0002", "M.1.2"), ("0001.0003", "M.1.10"),
        ("0002", "M.2"), ("0003", "X"),
    ]  # fmt: skip
    assert difference.counts()["new"] == 6
    kinds = framework.associations.values_list("kind", flat=True)
    assert sorted(kinds) == ["exactMatchOf", "isChildOf", "isRelatedTo"]
    assert (framework.state, framework.source, framework.is_planned) == ("published", "case", False)
    assert framework.case["document"]["somethingOfTheirs"] == {"kept": True}


def test_the_same_package_again_changes_nothing(chen):
    first, _all = bring(package(), chen)
    goals, links = Goal.objects.count(), Association.objects.count()

    again, difference = bring(package(), chen)

    assert again == first
    assert difference.is_nothing
    assert (Goal.objects.count(), Association.objects.count()) == (goals, links)


def test_what_is_gone_is_marked_and_stays_and_old_words_stay(chen):
    first, _all = bring(package(), chen)
    items = [item("M.1"), item("M.2", fullStatement="Said better."), item("M.1.2"), item("NEW")]
    revised = package(CFItems=items)

    second, difference = bring(revised, chen)

    assert difference.counts() == {
        "new": 1, "changed": 1, "gone": 3, "same": 2, "links": 2, "about": 0,
    }  # fmt: skip
    gone = second.goals.filter(deprecated_at__isnull=False)
    assert sorted(goal.code for goal in gone) == ["M.1.10", "M.2.9", "X"]
    assert second.goals.get(code="M.2.9").parent.code == "M.1"
    first.refresh_from_db()
    assert (first.state, second.number) == ("retired", 2)
    assert first.goals.get(code="M.2").title == "Statement of M.2."
    assert bring(revised, chen)[1].is_nothing


def test_an_item_that_comes_back_is_no_longer_marked(chen):
    bring(package(), chen)
    bring(package(CFItems=[item("M.1")], CFAssociations=[]), chen)

    third, difference = bring(package(), chen)

    assert difference.new == 5
    assert third.goals.filter(deprecated_at__isnull=False).count() == 0
    assert third.associations.filter(deprecated_at=None).count() == 3


def test_a_circle_is_refused_naming_the_items_and_nothing_is_saved(chen):
    circle = [link("M.1", "M.2"), link("M.2", "M.2.9"), link("M.2.9", "M.1")]

    with pytest.raises(Unreadable) as refused:
        upload_package(by=chen, file_name="a.json", content=as_file(package(CFAssociations=circle)))

    assert str(refused.value) == (
        "These items stand below one another in a circle: “M.1” → “M.2” → “M.2.9” → “M.1”. "
        "Mend the associations of the package."
    )
    assert Framework.objects.filter(source="case").count() == 0
    assert CaseImport.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xd8\xff\xe0", "no JSON"),
        (b"[" * 200_000, "no JSON"),
        (b"{}", "no CFDocument"),
        (as_file([package(), package()]), "2 packages"),
        (as_file(package(CFDocument={"title": "x"})), "an identifier and a title"),
        (as_file(package(CFItems=[])), "no items"),
        (as_file(package(CFItems=[{"identifier": "x"}])), "Item 1"),
        (as_file(package(CFAssociations=[link("X", "X")])), "“X” stands below itself"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(content, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read_package(content)


def test_strange_values_do_no_harm(chen):
    items = [
        item("A\0", humanCodingScheme=7, notes=["x"]),
        item("B", fullStatement="é" * 900, educationLevel=["\ud800", float("inf")]),
    ]
    odd = [link("A\0", "B", sequenceNumber={}), link("C", "D"), "text", {"associationType": 5}]

    framework, _difference = bring(package(CFItems=items, CFAssociations=odd), chen)

    assert [goal.code for goal in framework.goals.all()] == ["B", ""]
    long = framework.goals.get(code="B")
    assert (len(long.title), len(long.text)) == (300, 900)


def test_standards_are_no_goals_to_plan_by_until_somebody_copies_them(chen, cast):
    framework, _difference = bring(package(), chen)

    assert {goal.framework.source for goal in current_goals(cast.school)} == {"shipped"}
    with pytest.raises(Refused, match="somebody else"):
        start_version(framework, by=chen)


def test_northgate_brings_in_the_same_package_for_itself(chen, cast):
    ours, _all = bring(package(), chen)
    theirs, difference = bring(package(), Viewer.system(cast.north))

    assert theirs.school == cast.north
    assert difference.new == 6
    assert ours.goals.count() == 6


def test_previewed_then_brought_in_by_the_worker(chen):
    imported = upload_package(by=chen, file_name="m.json", content=as_file(package()))
    assert imported.counts["new"] == 6
    assert not Framework.objects.filter(source="case").exists()

    apply_package(imported, by=chen)

    imported.refresh_from_db()
    assert (imported.state, imported.framework.title) == ("applied", "Maths of a state")
    assert not CaseFile.objects.exists()
    with pytest.raises(Refused):
        discard_import(imported, by=chen)


def test_what_fails_half_way_leaves_nothing_and_says_why(chen):
    imported = upload_package(by=chen, file_name="m.json", content=as_file(package()))
    broken = package(CFAssociations=[link("X", "X")])
    CaseFile.objects.update(content=as_file(broken))
    before = Goal.objects.count()

    apply_package(imported, by=chen)

    imported.refresh_from_db()
    assert (imported.state, Goal.objects.count()) == ("failed", before)
    assert imported.trouble.startswith("“X” stands below itself.")
    assert CaseFile.objects.count() == 1


def test_a_row_the_database_refuses_takes_all_the_others_with_it(chen):
    """Two links of one identifier cannot be; here the reader let them through."""
    read = read_package(as_file(package()))
    twice = replace(read, links=(read.links[0], read.links[0]))

    with pytest.raises(IntegrityError), transaction.atomic():
        bring_in(twice, by=chen)

    assert Framework.objects.filter(source="case").count() == 0
    assert Goal.objects.filter(framework__source="case").count() == 0


def test_who_may_not_edit_hands_nothing_in(cast):
    for who in ("ana", "luis", "priya"):
        with pytest.raises(PermissionDenied):
            upload_package(by=cast.as_(who), file_name="m.json", content=as_file(package()))


def test_the_command_says_what_it_did(cast, tmp_path):
    path, told = tmp_path / "m.json", StringIO()
    path.write_bytes(as_file(package()))

    call_command("import_case", "harbor-view", str(path), "--dry-run", stdout=told)
    assert not Framework.objects.filter(source="case").exists()
    call_command("import_case", "harbor-view", str(path), stdout=told)

    assert told.getvalue().count("new: 6") == 2
    assert Framework.objects.filter(source="case").count() == 1
    path.write_bytes(b"{}")
    with pytest.raises(CommandError, match="no CFDocument"):
        call_command("import_case", "harbor-view", str(path))


def test_a_framework_as_large_as_a_consortiums(chen):
    sent = large_package()
    framework, difference = bring(sent, chen)

    assert (len(sent["CFItems"]), len(sent["CFAssociations"])) == (585, 3368)
    depths = Counter(goal.depth for goal in framework.goals.all())
    assert tuple(depths[depth] for depth in range(5)) == DEPTHS
    roots = framework.goals.filter(parent=None).order_by("path")
    assert [goal.code for goal in roots] == [f"M.0.{n}" for n in range(1, 24)]
    kinds = Counter(framework.associations.values_list("kind", flat=True))
    assert kinds == {"isRelatedTo": 1460, "exactMatchOf": 914, "precedes": 423}
    assert difference.counts()["new"] == 585
    assert bring(sent, chen)[1].is_nothing
