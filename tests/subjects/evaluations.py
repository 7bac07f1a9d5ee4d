"""What a mentor wrote about Luis's term."""

from kindling.evaluations.tests.evaluating import handed_in
from kindling.placements.models import Placement


def add(maker) -> None:
    placement = Placement.objects.for_list().filter(student=maker.cast.luis).first()
    it = handed_in(maker.cast, placement=placement)
    maker.ids |= {
        "evaluations/": it.public_id,
        "evaluations/placement/": placement.public_id,
    }
