"""A school shares and stops; a network sets its budget and gives its hats."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.accounts import trace
from kindling.accounts.models import User
from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.network import rules
from kindling.network.counting import count_of
from kindling.network.models import NetworkHat, NetworkRole, Sharing
from kindling.network.viewer import NetworkViewer
from kindling.schools.models import Network, School
from kindling.schools.viewer import Viewer


@transaction.atomic
def share_sums(*, by: Viewer) -> Sharing:
    """Show the network the school's sums from today on. Doing it twice is no mistake."""
    require(rules.may_share(by))
    School.objects.select_for_update().get(pk=by.school.pk)  # a double tap makes one row
    shared = rules.own_sharing(by)
    if shared is None:
        facts = {"since_on": by.school.today(), **count_of(by.school)}
        shared = Sharing.objects.create(school=by.school, **facts)
        record("sharing.start", shared, by=by)
    return shared


@transaction.atomic
def stop_sharing(*, by: Viewer) -> None:
    """Show the network nothing from now on; what was counted for it goes."""
    require(rules.may_share(by))
    shared = rules.own_sharing(by)
    if shared is not None:
        until = {"until_on": by.school.today(), **Sharing.COUNTED}
        Sharing.objects.filter(pk=shared.pk, until_on__isnull=True).update(**until)
        record("sharing.stop", shared, by=by)


@every(minutes=20)
def count_shared() -> None:
    """Count what the sums of months do not tell, school by school."""
    for shared in rules.open_sharings().order_by("pk"):
        facts = count_of(shared.school)
        Sharing.objects.filter(pk=shared.pk, until_on__isnull=True).update(**facts)


@transaction.atomic
def set_budget(asks: int, *, by: NetworkViewer) -> None:
    """Set how often a month all schools together may ask one person outside school."""
    require(rules.may_set_budget(by))
    was = by.network.asks_per_month
    if was == asks:
        return
    Network.objects.filter(pk=by.network.pk).update(asks_per_month=asks)
    by.network.asks_per_month = asks
    trace.record("network.set_budget", by.user, network=by.network.slug, was=was, now=asks)


@transaction.atomic
def give_hat(email: str, role: NetworkRole, *, by: NetworkViewer) -> NetworkHat:
    """Let somebody who signs in already read the network's numbers from today on."""
    require(rules.may_give_hats(by))
    user = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if user is None:
        raise Refused(
            _("Nobody signs in with this address yet. A school invites them, or the server does.")
        )
    return put_hat(by.network, user, role, by=by.user)


@transaction.atomic
def put_hat(
    network: Network, user: User, role: NetworkRole, *, by: User | None = None
) -> NetworkHat:
    """Put the hat on unless it is worn. `by` is empty where the server's operator does it."""
    worn = {"network": network, "user": user, "role": role, "until_on": None}
    since = {"since_on": network.today()}
    hat, is_new = NetworkHat.objects.get_or_create(**worn, defaults=since)
    if is_new:
        told = {"network": network.slug, "role": str(role), "by": by.pk if by else None}
        trace.record("network.give_hat", user, **told)
    return hat


@transaction.atomic
def end_hat(hat: NetworkHat, *, by: NetworkViewer) -> None:
    """Take it off: yesterday was its last day, or it never was. Nobody takes the own one."""
    require(rules.may_give_hats(by) and hat.network_id == by.network.pk)
    if hat.user_id == by.user.pk:
        raise Refused(_("This role is yours. Another administrator has to end it."))
    yesterday = by.network.today() - timedelta(days=1)
    open_ = NetworkHat.objects.filter(pk=hat.pk, until_on__isnull=True)
    if hat.since_on > yesterday:
        open_.delete()
    else:
        open_.update(until_on=yesterday)
    told = {"network": by.network.slug, "role": hat.role, "by": by.user.pk}
    trace.record("network.end_hat", hat.user, **told)
