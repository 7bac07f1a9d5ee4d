"""Who sees a panel at work, who scores, and who reads whose form."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from kindling.exhibitions.models import Exhibition, Kind, Panelist, Part
from kindling.exhibitions.rules import leads, visible_exhibitions
from kindling.goals.models import Criterion, Rubric
from kindling.panels.models import Condition, Difference, Form, Panel, Score
from kindling.people.matters import Matter
from kindling.people.rules import family_ties, is_own, own_advisees
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

READ_RECORD = "read_panel_record"  # a pass of a family; its subject is an exhibition
JUDGING = Exhibition.JUDGING
OVER = Exhibition.OVER


def visible_panels(viewer: Viewer) -> QuerySet[Panel]:
    """Who sees the exhibition sees that its panel works. What is said in it, `visible_forms` says."""
    rows: QuerySet[Panel] = Panel.objects.filter(school=viewer.school)
    rows = rows.select_related("exhibition__student__person", "exhibition__kind")
    rows = rows.select_related("exhibition__advisor", "exhibition__term")
    return rows.filter(exhibition__in=visible_exhibitions(viewer).values("pk"))


def recorded_panels(viewer: Viewer) -> QuerySet[Panel]:
    """Whose record one reads: it is written, and one sees the exhibition, or has the family's link."""
    rows: QuerySet[Panel] = Panel.objects.filter(school=viewer.school, recorded_at__isnull=False)
    rows = rows.select_related("exhibition__student__person", "exhibition__kind")
    rows = rows.select_related("exhibition__advisor", "exhibition__term")
    if viewer.purpose == READ_RECORD:
        return rows.filter(_family(viewer), exhibition__public_id__in=viewer.subjects)
    seen = rows.filter(exhibition__in=visible_exhibitions(viewer).values("pk"))
    if viewer.purpose:
        return seen.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return seen
    # Whoever sat on the panel as a guest of the school or a fellow student reads no record.
    close = _leading(viewer) | Q(exhibition__student__person=viewer.person_id or 0)
    if viewer.is_a(Role.GUARDIAN):
        close |= _family(viewer)
    return seen.filter(close)


def _family(viewer: Viewer) -> Q:
    """Panels of the students whose guardian one is today, of `exhibition__…`."""
    held = family_ties(viewer, Matter.WORK)
    return Q(exhibition__student__in=held.values("student"))


def _leading(viewer: Viewer) -> Q:
    """Panels that the viewer leads, of `exhibition__…`."""
    found = Q(pk__in=[])
    if viewer.purpose:
        return found
    if viewer.is_staff:
        found |= Q(exhibition__advisor=viewer.person_id or 0)
    if viewer.is_a(Role.ADVISOR):
        found |= Q(exhibition__student__in=own_advisees(viewer))
    return found


def visible_forms(viewer: Viewer) -> QuerySet[Form]:
    """One's own, always. Others' once all are in or who leads the panel closed it: then for the
    student, who leads it, leaders, and, until it is recorded, whoever on the panel is in.
    """
    rows: QuerySet[Form] = Form.objects.filter(school=viewer.school)
    rows = rows.filter(panel__in=visible_panels(viewer).values("pk")).select_related("person")
    own = Q(person=viewer.person_id or 0)
    said = (Form.State.SENT, Form.State.LATE)
    revealed = Q(panel__revealed_at__isnull=False, state__in=said)  # a draft stays one’s own
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows.filter(own | revealed)
    led = Panel.objects.filter(_leading(viewer)).values("pk")
    reads = Q(panel__in=led)
    if not viewer.purpose:
        reads |= Q(panel__exhibition__student__person=viewer.person_id or 0)
    # Who has not said theirs reads nobody: what comes late is their own, too.
    mine = Form.objects.filter(person=viewer.person_id or 0, state__in=said).values("panel")
    reads |= Q(panel__in=mine, panel__exhibition__state__in=JUDGING)
    return rows.filter(own | revealed & reads)


def visible_scores(viewer: Viewer) -> QuerySet[Score]:
    """The levels and words of the forms one reads."""
    rows: QuerySet[Score] = Score.objects.filter(school=viewer.school)
    return rows.filter(form__in=visible_forms(viewer).values("pk")).order_by("form", "number")


def visible_differences(viewer: Viewer) -> QuerySet[Difference]:
    """Where a panel differed, for who reads more than their own form, or the record."""
    rows: QuerySet[Difference] = Difference.objects.filter(school=viewer.school)
    rows = rows.select_related("panel__exhibition__student__person", "panel__exhibition__kind")
    others = visible_forms(viewer).exclude(person=viewer.person_id or 0)
    members = others.filter(panel__revealed_at__isnull=False).values("panel")
    recorded = recorded_panels(viewer).values("pk")
    return rows.filter(Q(panel__in=members) | Q(panel__in=recorded))


def visible_conditions(viewer: Viewer) -> QuerySet[Condition]:
    """Of panels one leads or whose record one reads; and those one has to meet oneself."""
    rows: QuerySet[Condition] = Condition.objects.filter(school=viewer.school)
    rows = rows.select_related("owner", "panel__exhibition__student__person")
    rows = rows.select_related("panel__exhibition__kind")
    read = Q(panel__in=recorded_panels(viewer).values("pk"))
    led = visible_panels(viewer)
    if not (viewer.is_leader or viewer.is_a(Role.SYSTEM)):
        led = led.filter(_leading(viewer))
    read |= Q(panel__in=led.values("pk"))
    if not viewer.purpose:
        seen = visible_panels(viewer).filter(recorded_at__isnull=False)
        read |= Q(owner=viewer.person_id or 0, panel__in=seen.values("pk"))
    return rows.filter(read)


def standings(panel: Panel) -> QuerySet[Form]:
    """Who is in and who is not, of a panel one sees: names and states, no score and no word."""
    rows: QuerySet[Form] = Form.objects.filter(panel=panel).select_related("person")
    fields = ("panel", "person__name", "person__given_name", "person__preferred_given_name",
              "is_self", "part", "state", "sent_at", "public_id", "school")  # fmt: skip
    return rows.only(*fields).order_by("pk")


def counted_scores(panel: Panel) -> QuerySet[Score]:
    """The levels that count of a panel whose record one may read: no words, no name."""
    rows: QuerySet[Score] = Score.objects.filter(form__panel=panel, form__state=Form.State.SENT)
    return rows.select_related("form").only("number", "level", "form__is_self").order_by("pk")


def notes_of(panel: Panel) -> QuerySet[Difference]:
    """What was noted about differences, of a panel whose record one may read."""
    rows: QuerySet[Difference] = Difference.objects.filter(panel=panel)
    return rows.order_by("number")


def forms_in_sight(viewer: Viewer) -> QuerySet[Form]:
    """Every form of the panels one leads, to say that somebody is not there; no score, no word."""
    led = visible_panels(viewer)
    if not (viewer.is_leader or viewer.is_a(Role.SYSTEM)):
        led = led.filter(_leading(viewer))
    rows: QuerySet[Form] = Form.objects.filter(panel__in=led.values("pk"))
    rows = rows.select_related("panel__exhibition__student__person", "panel__school")
    return rows.defer("commends", "recommends")


def part_in(viewer: Viewer, exhibition: Exhibition) -> str:
    """As whom the viewer scores this exhibition; "" for who does not. One statement at most."""
    if exhibition.school_id != viewer.school.pk or viewer.person_id is None:
        return ""
    if is_own(viewer, exhibition.student):
        return Part.PEER
    rows = Panelist.objects.filter(exhibition=exhibition, person=viewer.person_id)
    rows = rows.filter(off_at__isnull=True, state__in=Panelist.ON_PANEL)
    found = rows.values_list("part", flat=True).first()
    if found:
        return str(found)
    led = exhibition.advisor_id == viewer.person_id and viewer.is_staff and not viewer.purpose
    return Part.ADVISOR if led else ""


def open_forms(viewer: Viewer) -> QuerySet[Form]:
    """One's own forms that are not in."""
    rows: QuerySet[Form] = Form.objects.filter(school=viewer.school, person=viewer.person_id or 0)
    return rows.filter(state=Form.State.OPEN)


def own_state(viewer: Viewer, exhibition: Exhibition) -> str:
    """The state of one's own form; "" without one. One statement."""
    rows = Form.objects.filter(panel__exhibition=exhibition, person=viewer.person_id or 0)
    return rows.values_list("state", flat=True).first() or ""


def may_lead(viewer: Viewer, exhibition: Exhibition) -> bool:
    """Begin, close, note what was talked through, agree, record: who leads the exhibition."""
    return leads(viewer, exhibition)


def may_meet(viewer: Viewer, condition: Condition) -> bool:
    """Say that a condition is met: whose it is, or who leads."""
    if viewer.purpose or viewer.person_id is None:
        return False
    return condition.owner_id == viewer.person_id or leads(viewer, condition.panel.exhibition)


def may_see_sums(viewer: Viewer) -> bool:
    """Sums without names are the leaders'."""
    return viewer.is_leader and not viewer.purpose


def rubric_for(kind: Kind) -> Rubric | None:
    """The version of the kind's rubric that is published now."""
    rows = Rubric.objects.filter(school=kind.school_id, key=kind.rubric_key)
    return rows.filter(state=Rubric.State.PUBLISHED).select_related("scale").first()


def criteria_of(rubric: Rubric) -> QuerySet[Criterion]:
    rows: QuerySet[Criterion] = Criterion.objects.filter(rubric=rubric).order_by("order")
    return rows.prefetch_related("descriptors__level")


def panelists_of(exhibition: Exhibition) -> QuerySet[Panelist, Any]:
    """Who is expected to score: on the panel, known to the school, and not declined."""
    rows: QuerySet[Panelist] = Panelist.objects.filter(
        exhibition=exhibition, off_at__isnull=True, person__isnull=False,
        state__in=(Panelist.State.COMING,),
    )  # fmt: skip
    return rows.select_related("person").order_by("pk")
