"""Who reads the numbers of a network, and who lets them."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value

from kindling.accounts.models import User
from kindling.kit.prepared import prepared
from kindling.network.models import NetworkHat, Sharing
from kindling.network.viewer import NetworkViewer
from kindling.schools.models import Person, School
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def worn_hats(user: User) -> list[NetworkHat]:
    """The hats the user wears for networks today, with their network. One statement."""
    return [hat for hat in _hats(None, user.pk) if is_worn(hat)]


@ready
def _hats(_nobody: None, user: int) -> QuerySet[NetworkHat]:
    """Every hat this user ever wore for a network."""
    first = Person.objects.filter(user=OuterRef("user")).order_by("pk").values("language")
    hats: QuerySet[NetworkHat] = NetworkHat.objects.filter(user=user).select_related("network")
    return hats.annotate(language=Subquery(first[:1])).order_by("network__name", "pk")


def is_worn(hat: NetworkHat) -> bool:
    """Days count at both ends, and the network's own day decides."""
    today = hat.network.today()
    return hat.since_on <= today and (hat.until_on is None or hat.until_on >= today)


def find_viewer(user: User, slug: str) -> NetworkViewer | None:
    """Return the user as the network knows them; None for a stranger. One statement."""
    hats = [hat for hat in worn_hats(user) if hat.network.slug == slug]
    if not hats:
        return None
    language = getattr(hats[0], "language", None) or ""
    roles = frozenset(hat.role for hat in hats)
    return NetworkViewer(user, hats[0].network, roles, language)


def open_sharings() -> QuerySet[Sharing]:
    """Every school that shows its network something today, for the clock."""
    shared: QuerySet[Sharing] = Sharing.objects.filter(until_on__isnull=True)
    return shared.select_related("school")


def shared_of(network: int) -> QuerySet[Sharing]:
    """The schools of a network, by its key, that show it their sums. Others are not even named.

    For prepared queries; the caller knows that one reads it.
    """
    return Sharing.objects.filter(until_on__isnull=True, school__network=network)


def own_sharing(viewer: Viewer) -> Sharing | None:
    """What the viewer's school shows its network; None when it shows nothing."""
    return open_sharings().filter(school=viewer.school).first()


def count_schools(viewer: NetworkViewer) -> int:
    """How many schools the network has, those that show nothing too. One statement."""
    rows = _number(network=viewer.network.pk)
    return int(rows[0][0]) if rows else 0


@prepared
def _number(network: int) -> QuerySet[Any]:
    schools = School.objects.filter(network=network, set_up_at__isnull=False)
    counted: QuerySet[Any] = schools.order_by().values(one=Value(1)).annotate(number=Count("pk"))
    return counted.values_list("number")


def may_read_sharing(viewer: Viewer) -> bool:
    """A school's leaders read what the network reads of it."""
    return viewer.is_leader and not viewer.purpose


def may_share(viewer: Viewer) -> bool:
    """The school's word is the principal's and the administrator's."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def may_set_budget(viewer: NetworkViewer) -> bool:
    return viewer.is_administrator


def may_give_hats(viewer: NetworkViewer) -> bool:
    return viewer.is_administrator


def visible_hats(viewer: NetworkViewer) -> QuerySet[NetworkHat]:
    """Who works for the network from today on, for its administrators."""
    hats = NetworkHat.objects.filter(network=viewer.network).select_related("user")
    if not may_give_hats(viewer):
        return hats.none()
    open_ = Q(until_on__isnull=True) | Q(until_on__gte=viewer.network.today())
    return hats.filter(open_).order_by("role", "user__email", "pk")
