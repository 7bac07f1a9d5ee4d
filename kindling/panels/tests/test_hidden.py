"""Until all are in, or it is closed, nobody reads a level or a word of anybody else. Anywhere."""

from __future__ import annotations

import json
from contextlib import suppress

from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.panels import actions, rules
from kindling.panels.models import Form, Panel
from kindling.panels.queries import waits
from kindling.panels.tests.seating import (
    ALL,
    a_guest,
    all_in,
    an_exhibition,
    begun,
    behind,
    form_of,
    said,
    send,
    viewer,
)
from kindling.people.actions import connect
from kindling.people.models import Connection
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY

WATCHING = ("luis", "ana", "rosa", "maya", "jordan", "chen", "dana", "priya", "liam", "otto")
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["save", "send", "back", "miss", "close", "guest"]), st.sampled_from(ALL)
    ),
    max_size=8,
)


def secret(name: str) -> str:
    return f"word-of-{name}"


def do(cast, panel: Panel, deed: str, name: str, guest) -> None:
    by = viewer(cast, name, panel)
    words = secret(name)
    match deed:
        case "save":
            actions.save_form(panel, said(panel, 2, words), by=by)
        case "send":
            actions.send_form(panel, said(panel, 2, words), by=by)
        case "back":
            actions.take_back_form(panel, by=by)
        case "miss":
            actions.miss_form(form_of(panel, cast.person(name)), by=cast.as_("ana"))
        case "close":
            actions.close_scoring(panel, by=cast.as_("ana"))
        case "guest":
            by = behind(guest, panel.exhibition)
            actions.save_form(panel, said(panel, 1, secret("guest")), by=by)


def watchers(cast, panel, guest) -> dict[str, Viewer]:
    links = {"sam": cast.sam, "guest": guest}
    found = {name: cast.as_(name) for name in WATCHING}
    return found | {name: behind(person, panel.exhibition) for name, person in links.items()}


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deeds=DEEDS)
def test_whatever_happens_nobody_reads_another_form_before_the_reveal(cast, deeds):
    wipe()
    exhibition = an_exhibition(cast)
    guest = a_guest(cast, exhibition)
    panel = actions.begin_panel(exhibition, by=cast.as_("ana"))

    for deed, name in deeds:
        with suppress(Refused, PermissionDenied):
            do(cast, Panel.objects.get(pk=panel.pk), deed, name, guest)
        panel.refresh_from_db()
        if panel.is_revealed:
            break
        for who, one in watchers(cast, panel, guest).items():
            own = set(
                Form.objects.filter(panel=panel, person=one.person).values_list("pk", flat=True)
            )
            own = own if who not in ("otto", "jordan", "liam", "priya", "dana", "chen") else set()
            forms = set(rules.visible_forms(one).values_list("pk", flat=True))
            scores = set(rules.visible_scores(one).values_list("form", flat=True))
            assert (who, forms, scores <= own) == (who, own, True)
            assert not rules.visible_differences(one).exists()
    told = json.dumps(
        list(Event.objects.filter(school=cast.school).values_list("detail", flat=True))
    )
    letters = "".join(Notice.objects.values_list("body", flat=True))
    assert ("word-of" in told, "word-of" in letters) == (False, False)


def wipe() -> None:
    """The same world for every example."""
    Form.objects.all().delete()
    Panel.objects.all().delete()


def test_no_page_shows_a_word_of_others_before_the_reveal(client_of, cast):
    panel = begun(cast)
    at = f"/harbor-view/panels/{panel.exhibition.public_id}/"
    for name in ("ana", "rosa", "sam", "maya"):
        send(cast, panel, name, level=1, words=secret(name))

    for name in ("luis", "ana", "rosa", "maya", "dana", "chen"):
        client = client_of(name)
        pages = [
            client.get(address).content.decode()
            for address in (
                at, f"{at}now/", f"{at}sheet/", f"{at}record/", "/harbor-view/panels/",
                "/harbor-view/inbox/", "/harbor-view/", f"/harbor-view/students/{cast.luis.public_id}/",
            )
        ]  # fmt: skip
        others = [secret(one) for one in ("ana", "rosa", "sam", "maya") if one != name]
        assert (name, [word for word in others for page in pages if word in page]) == (name, [])


def test_the_inbox_names_no_level_and_no_word(cast):
    panel = begun(cast)
    send(cast, panel, "ana", level=1, words=secret("ana"))

    with inside(cast.school):
        found = [waits(cast.as_(name)) for name in ("luis", "rosa", "dana")]

    assert secret("ana") not in repr(found)


def test_after_the_reveal_the_panel_and_leaders_read_and_strangers_do_not(cast):
    panel = all_in(cast)
    everyone = set(Form.objects.values_list("pk", flat=True))

    seen = {
        name: set(rules.visible_forms(viewer(cast, name, panel)).values_list("pk", flat=True))
        for name in ("luis", "ana", "rosa", "sam", "maya", "dana", "jordan", "liam", "otto")
    }

    assert {name for name, forms in seen.items() if forms == everyone} == {
        "luis", "ana", "rosa", "sam", "maya", "dana",
    }  # fmt: skip
    assert [seen[name] for name in ("jordan", "liam", "otto")] == [set()] * 3


def test_a_family_that_sits_on_no_panel_reads_no_form(cast):
    other = Connection.objects.filter(student=cast.luis, role=Role.GUARDIAN).get().adult
    connect(cast.jordan, other, Role.GUARDIAN, by=Viewer.system(cast.school), since_on=FIRST_DAY)
    panel = begun(cast, cast.jordan)
    panel.exhibition.panelists.filter(person=cast.rosa).delete()
    panel.forms.filter(person=cast.rosa).delete()
    for name in ("ana", "sam", "maya"):
        send(cast, panel, name)
    actions.close_scoring(panel, by=cast.as_("ana"))

    assert not rules.visible_forms(cast.as_("rosa")).exists()
    assert not rules.recorded_panels(cast.as_("rosa")).exists()
