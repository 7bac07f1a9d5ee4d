"""Scripts come late on a slow phone. What they bring moves no button away from under a finger."""

import pytest

from kindling.placements.models import Placement
from tests.matrix_subjects import Subjects
from tests.pages.look import SETTLED, fill

pytestmark = [pytest.mark.pages, pytest.mark.django_db(transaction=True)]

# How far down every button and box of the page stands, by what it is.
HEIGHTS = """() => {
  const seen = {}
  return [...document.querySelectorAll("main :is(a, button, input, textarea, select, summary)")]
    .filter(e => e.checkVisibility()).map(e => {
      const name = [e.tagName, e.id, e.name, e.value, e.textContent.trim().slice(0, 40)].join(" ")
      seen[name] = (seen[name] ?? 0) + 1
      return [`${name} ${seen[name]}`, Math.round(e.getBoundingClientRect().top + scrollY)]
    })
}"""
PAGES = {
    "/sign-in/": None,
    "/harbor-view/consents/one/<slug:public_id>/": "rosa",
    "/harbor-view/agreements/mine/<slug:public_id>/": "luis",
    "/harbor-view/concerns/told/<slug:public_id>/": "rosa",
    "/harbor-view/families/after/<slug:public_id>/": "rosa",
    "/harbor-view/journals/room/<slug:public_id>/": "ana",
}


@pytest.mark.parametrize(("route", "name"), PAGES.items())
def test_buttons_stay_where_they_are_when_the_scripts_arrive(
    cast, phone, sign_in, guard, route, name
):
    guard.allow("ERR_FAILED")
    subjects = Subjects(cast)
    fill(cast, Placement.objects.get())
    if name:
        sign_in(phone, getattr(cast, name))
    phone.route("**/*.js", lambda asked: asked.abort())
    phone.goto(subjects.fill(route))
    without = dict(phone.evaluate(HEIGHTS))
    phone.unroute("**/*.js")

    phone.reload()
    phone.evaluate(SETTLED)
    there = dict(phone.evaluate(HEIGHTS))

    moved = {what: there[what] - top for what, top in without.items() if what in there}
    assert len(moved) > 1
    assert {what: far for what, far in moved.items() if abs(far) > 2} == {}
