"""Every page that a family, a mentor or a student reads, in Arabic, on a phone.

By link (one of each purpose) and signed in: as the guardian where she may, else as a student.
PICTURES=folder keeps a picture of each.
"""

import pytest

from kindling.config.passes import PURPOSES
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from tests import standing as schools
from tests.pages.doors import MAKERS
from tests.pages.look import fill, look_in_arabic
from tests.pages.test_pages import full_name, is_html, matrix, seat, seats  # noqa: F401 (fixtures)
from tests.standing import _django_db_helper  # noqa: F401 (a fixture)

pytestmark = [pytest.mark.pages, pytest.mark.django_db]

THEIRS = ("/harbor-view/", "/you/", "/p/", "/reach/")
OUTSIDE = ("/shown/", "/transcript/")  # for a college or an employer, in the language of the school
# Whom a link is for, and where the thing it is about stands among the subjects.
ABOUT = {
    "family_week": ("rosa", "rosa"),
    "ask_records": ("rosa", "<slug:student_id>"),
    "join_service": ("rosa", "services/<slug:public_id>"),
    "answer_cover": ("rosa", "plans/cover/"),
    "allow_shadow": ("rosa", "exploring/shadow-days/"),
    "host_shadow": ("sam", "exploring/shadow-days/"),
    "pick_students": ("sam", "rounds/"),
}
FAMILY = ("ros", "lui", "jor", "may")


def in_arabic(cast) -> None:
    fill(cast, Placement.objects.get())
    Person.objects.filter(school=cast.school).update(language="ar")


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    yield from schools.committed(django_db_blocker, in_arabic)


def home_pages() -> list[tuple[str, str]]:
    """Return route and viewer. Today is another page for each of them."""
    found = []
    for route, welcome in matrix():
        home = [name for name in FAMILY if name in welcome]
        if not route.startswith(OUTSIDE):
            found += [(route, name) for name in (home if route == "/harbor-view/" else home[:1])]
    return found


@pytest.mark.parametrize(("route", "viewer"), home_pages())
def test_a_page_of_home(route, viewer, standing, seat):  # noqa: F811
    user = standing.cast.user(full_name(standing.cast, viewer))
    path = standing.subjects.fill(route)
    if not is_html(path, user):
        return
    # A page for everybody is in the language of the browser; what is theirs in that of the person.
    page = seat(user, "en-US" if route.startswith(THEIRS) else "ar")

    page.goto(path)

    assert look_in_arabic(page, f"{route} {viewer}") == []


def link_to(purpose: str, standing) -> Pass:
    """Return a link that something made on its way, or a new one about the thing it is for."""
    cast, ids = standing.cast, standing.subjects.ids
    found = Pass.objects.filter(purpose=purpose, revoked_at=None).order_by("pk")
    if held := found.last():
        return held
    if purpose in ABOUT:
        who, where = ABOUT[purpose]
        made = cast.person(who), ids[where] if where in ids else cast.person(where).public_id
    else:
        made = MAKERS[purpose](cast, ids)
    if made:
        make_pass(made[0], purpose, [made[1]], by=Viewer.system(cast.school))
    held = found.last()
    assert held, f"nothing made a link to {purpose}: add it to doors.py"
    return held


@pytest.mark.parametrize("purpose", sorted(PURPOSES))
def test_a_link(purpose, standing, seat):  # noqa: F811
    held = link_to(purpose, standing)
    page = seat(None)

    answer = page.goto(f"/p/{token_of(held)}/")

    assert answer.status == 200
    assert look_in_arabic(page, f"p {purpose}") == []
