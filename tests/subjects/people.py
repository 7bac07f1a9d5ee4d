"""The family of Luis; and a guardian of Jordan who is not let into the days."""

from kindling.people.actions import connect, limit_guardian
from kindling.people.matters import Matter
from kindling.people.models import Limit
from kindling.schools.roles import Role
from tests.cast import make_person


def add(maker) -> None:
    """Nora's limit takes nothing from Rosa, whose column the matrix has."""
    cast = maker.cast
    priya = cast.as_("priya")
    nora = make_person(cast.school, "Nora Blake", Role.GUARDIAN, user=False)
    tie = connect(cast.jordan, nora, Role.GUARDIAN, by=priya)
    (limit,) = limit_guardian(
        tie, [Matter.DAYS], basis=Limit.Basis.COURT, words="", until_on=None, by=priya
    )
    own = cast.luis.connections.get(role=Role.GUARDIAN)
    maker.ids |= {
        "contacts/": cast.luis.public_id,
        "contacts/mine/": own.public_id,
        "contacts/limit/": tie.public_id,
        "contacts/limits/": limit.public_id,
        "contacts/protect/": tie.public_id,
    }
