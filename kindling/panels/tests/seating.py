"""A panel for tests: Luis shows, Ana leads, Rosa, Sam, Maya and a guest sit on it."""

from __future__ import annotations

from kindling.exhibitions.models import Exhibition, Kind, Panelist
from kindling.goals.actions import give_start
from kindling.goals.models import Rubric
from kindling.panels import actions
from kindling.panels.merging import Sent
from kindling.panels.models import Form, Panel
from kindling.passes.actions import make_pass
from kindling.passes.purposes import viewer_of
from kindling.people.models import Student
from kindling.schools.models import Person, Term
from kindling.schools.viewer import Viewer
from tests.cast import Cast, make_person

SEATED = {"rosa": "family", "sam": "mentor", "maya": "peer"}


def an_exhibition(cast: Cast, student: Student | None = None, **facts) -> Exhibition:
    """Luis's, today at ten, with its panel asked and coming; nothing is begun."""
    if not Rubric.objects.filter(school=cast.school, key="exhibition").exists():
        give_start(cast.school)
    kind = Kind.objects.filter(school=cast.school).first() or Kind.objects.create(
        school=cast.school, title="Trimester exhibition", minutes=45, quorum=3
    )
    now = cast.school.now()
    made = Exhibition.objects.create(
        school=cast.school, student=student or cast.luis, kind=kind, advisor=cast.ana,
        term=Term.of(cast.school)[0], title="What the harbor taught me", state="invited",
        state_since=now, starts_at=now, on=cast.school.today(), **facts,
    )  # fmt: skip
    for name, part in SEATED.items():
        seat(made, cast.person(name), part)
    return made


def seat(exhibition: Exhibition, person: Person, part: str, state: str = "coming") -> Panelist:
    return Panelist.objects.create(
        school=exhibition.school, exhibition=exhibition, person=person, part=part,
        name=person.name, state=state,
    )  # fmt: skip


def a_guest(cast: Cast, exhibition: Exhibition) -> Person:
    """Somebody of the university, known to the school since it said yes."""
    known = Person.objects.filter(school=cast.school, given_name="Nora").first()
    guest = known or make_person(cast.school, "Nora Bell", user=False)
    seat(exhibition, guest, "guest")
    return guest


def begun(cast: Cast, student: Student | None = None) -> Panel:
    exhibition = an_exhibition(cast, student)
    return actions.begin_panel(exhibition, by=cast.as_("ana"))


def behind(person: Person, exhibition: Exhibition) -> Viewer:
    """The bearer of a link to this exhibition."""
    by = Viewer.system(exhibition.school)
    held = make_pass(person, "join_exhibition", [exhibition.public_id], by=by)
    return viewer_of(held)


def viewer(cast: Cast, name: str, panel: Panel) -> Viewer:
    """Sam has no account; the others sign in."""
    return behind(cast.sam, panel.exhibition) if name == "sam" else cast.as_(name)


def said(panel: Panel, level: int = 3, words: str = "", **levels: int) -> Sent:
    """A whole form with one level everywhere; `criterion_1=4` for another one."""
    count = len(panel.sheet.criteria)
    values = {f"level-{n}": str(levels.get(f"criterion_{n}", level)) for n in range(count)}
    values |= {f"words-{n}": words for n in range(count)}
    values |= {"commends": f"Clear {words}".strip(), "recommends": "Measure the tide."}
    return Sent(values)


def send(cast: Cast, panel: Panel, name: str, level: int = 3, words: str = "", **levels: int):
    panel.refresh_from_db()
    sheet = said(panel, level, words, **levels)
    return actions.send_form(panel, sheet, by=viewer(cast, name, panel))


ALL = ("luis", "ana", "rosa", "sam", "maya")


def all_in(cast: Cast, panel: Panel | None = None, **apart: int) -> Panel:
    """Everybody says 3; Ana says what `apart` says."""
    panel = panel or begun(cast)
    for name in ALL:
        send(cast, panel, name, **(apart if name == "ana" else {}))
    panel.refresh_from_db()
    return panel


def agreed(cast: Cast, result: str = "move_on") -> Panel:
    panel = all_in(cast)
    actions.agree_result(panel, result, by=cast.as_("ana"))
    return Panel.objects.get(pk=panel.pk)


def form_of(panel: Panel, person: Person) -> Form:
    return Form.objects.get(panel=panel, person=person)
