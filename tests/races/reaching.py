"""Races about offers from outside and questions between two schools."""

from tests.races.stage import FORK, WON, cast_on_stage, race  # isort: skip (sets Django up)

from kindling.notices.models import Notice
from kindling.outreach.actions import (
    answer_introduction,
    ask_introduction,
    receive_offer,
    share_site,
    take_over,
)
from kindling.outreach.models import Introduction, IntroductionAnswer, Offer
from kindling.outreach.rules import visible_introductions
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site
from tests.cast import make_person


def offer(rounds: int) -> dict:
    """One page of the public form arrives three times at once."""
    cast, rows = cast_on_stage(), FORK.Queue()
    by = Viewer.system(cast.school)

    def send(number: int) -> str:
        facts = {"kind": "talk", "organisation": "Bakery", "name": "Jo", "phone": "555 0188"}
        return receive_offer(by=by, sent_key=f"page-{number}", **facts).public_id

    def look(_round: int) -> None:
        rows.put((Offer.objects.count(), Notice.objects.count()))
        Offer.objects.all().delete()
        Notice.objects.all().delete()

    said = race([send, send, send], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}


def introduction(rounds: int) -> dict:
    """Coordinator and principal answer at once, and whoever asked takes the site over twice."""
    cast, rows = cast_on_stage(), FORK.Queue()
    nils = Viewer.of_person(make_person(cast.north, "Nils Aune", Role.COORDINATOR))
    shared = share_site(cast.shelter.site, by=cast.as_("chen"))
    key = ask_introduction(shared, "Dogs.", by=nils).pk
    viewers = [cast.as_("chen"), cast.as_("dana")]

    def answer(who: int):
        def once(_round: int) -> str:
            asked = visible_introductions(viewers[who]).get(pk=key)
            answer_introduction(asked, is_yes=True, by=viewers[who])
            return WON

        return once

    def take(_round: int) -> str:
        take_over(visible_introductions(nils).get(pk=key), by=nils)
        return WON

    def look(_round: int) -> None:
        copies = Site.objects.filter(school=cast.north)
        taken = Introduction.objects.filter(taken_on__isnull=False).count()
        rows.put((IntroductionAnswer.objects.count(), copies.count() - taken))
        Introduction.objects.update(site=None, taken_on=None)
        IntroductionAnswer.objects.all().delete()
        for copy in copies:
            copy.contacts.all().delete()
            copy.opportunities.all().delete()
            copy.delete()

    said = race([answer(0), answer(1), take, take], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}
