"""Who sees which rounds, lists and results, and who may do what."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.rounds.models import Ballot, Choice, Move, Outcome, Pick, Round, RoundPlace
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity
from kindling.sites.rules import may_edit_places

PICK_STUDENTS = "pick_students"  # the purpose of a pass; its subjects are places of a round


def visible_rounds(viewer: Viewer) -> QuerySet[Round]:
    """Who runs them sees all, other staff and students those that were opened."""
    rounds: QuerySet[Round] = Round.objects.filter(school=viewer.school)
    if viewer.purpose or not (viewer.is_staff or viewer.is_a(Role.STUDENT, Role.SYSTEM)):
        return rounds.none()
    return rounds if may_run_rounds(viewer) else rounds.exclude(state=Round.State.DRAFT)


def visible_round_places(viewer: Viewer) -> QuerySet[RoundPlace]:
    """The places of the rounds one sees; of a link: those whose mentor was asked."""
    places: QuerySet[RoundPlace] = RoundPlace.objects.filter(school=viewer.school)
    places = places.select_related(
        "round", "opportunity__site__organisation", "opportunity__commute"
    )
    if viewer.purpose == PICK_STUDENTS:
        return places.filter(public_id__in=viewer.subjects)
    return places.filter(round__in=visible_rounds(viewer))


def visible_ballots(viewer: Viewer) -> QuerySet[Ballot]:
    """How long whose list is: for whoever sees the student and the round.

    The order is the student's own until the result (`visible_choices`).
    """
    ballots: QuerySet[Ballot] = Ballot.objects.filter(school=viewer.school)
    ballots = ballots.filter(round__in=visible_rounds(viewer))
    return ballots.filter(student__in=visible_students(viewer, Matter.DAYS)).select_related(
        "student__person"
    )


def visible_choices(viewer: Viewer) -> QuerySet[Choice]:
    """What stands where on one's own list."""
    choices: QuerySet[Choice] = Choice.objects.filter(school=viewer.school)
    if viewer.purpose or viewer.person_id is None or not viewer.is_a(Role.STUDENT):
        return choices.none()
    mine = choices.filter(ballot__student__person=viewer.person_id)
    return mine.select_related("place__opportunity__site__organisation").order_by("number")


def students_listing(viewer: Viewer, place: RoundPlace) -> QuerySet[Student]:
    """Who lists a place, by name: for the mentor who was asked, and nothing more of them."""
    students: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    if not may_pick(viewer, place):
        return students.none()
    students = students.filter(ballots__choices__place=place, state=Student.State.ENROLLED)
    return students.select_related("person").order_by("person__sort_name", "pk")


def visible_picks(viewer: Viewer, place: RoundPlace) -> QuerySet[Pick]:
    """Whom the mentor asked for, for the mentor."""
    picks: QuerySet[Pick] = Pick.objects.filter(school=viewer.school, place=place)
    return picks if may_pick(viewer, place) else picks.none()


def visible_outcomes(viewer: Viewer) -> QuerySet[Outcome]:
    """Who runs rounds sees them once it ran, others once it is published."""
    outcomes: QuerySet[Outcome] = Outcome.objects.filter(school=viewer.school)
    outcomes = outcomes.filter(student__in=visible_students(viewer, Matter.DAYS))
    if not may_run_rounds(viewer):
        outcomes = outcomes.filter(round__state=Round.State.PUBLISHED)
    return outcomes.select_related("student__person", "place__opportunity__site", "pursuit")


def visible_moves(viewer: Viewer) -> QuerySet[Move]:
    """Changes by hand are for whoever runs rounds: they name others."""
    moves: QuerySet[Move] = Move.objects.filter(school=viewer.school)
    related = ("student__person", "was__opportunity", "now__opportunity", "by_person")
    return moves.select_related(*related) if may_run_rounds(viewer) else moves.none()


def places_to_offer(viewer: Viewer) -> QuerySet[Opportunity]:
    """Open places with a free seat: those a round can be about."""
    places = Opportunity.objects.filter(school=viewer.school, state=Opportunity.State.OPEN)
    today = viewer.school.today()
    found: QuerySet[Opportunity] = places.for_cards().with_room(1).awake(today)
    return found if may_run_rounds(viewer) else found.none()


def may_run_rounds(viewer: Viewer) -> bool:
    """The coordinator, and the principal who stands in."""
    return may_edit_places(viewer)


def may_rank(viewer: Viewer, student: Student) -> bool:
    """Only students themselves say what they want, while they are enrolled."""
    own = viewer.is_a(Role.STUDENT) and viewer.person_id == student.person_id
    return own and not viewer.purpose and student.state == Student.State.ENROLLED


def may_pick(viewer: Viewer, place: RoundPlace) -> bool:
    """The mentor with the link says whom they would take first."""
    return viewer.holds(PICK_STUDENTS, place.public_id) and viewer.person_id is not None


def may_see_lists(viewer: Viewer) -> bool:
    """Staff see how long lists are, of the students they see."""
    return viewer.is_staff and not viewer.purpose
