"""A race about a plan: the last name comes while the student takes the change back."""

from tests.races.stage import FORK, WON, cast_on_stage, race  # isort: skip (sets Django up)

from kindling.goals.actions import give_start
from kindling.goals.models import Goal
from kindling.kit.editing import stamp_of
from kindling.plans import actions
from kindling.plans.models import Plan, Signature, Signer, Version
from kindling.plans.tests.planning import sign, signed


def plan(rounds: int) -> dict:
    """Ana signs last, and Luis takes it back; each round is a change of its own."""
    cast, rows = cast_on_stage(), FORK.Queue()
    if not Goal.objects.filter(school=cast.school).exists():
        give_start(cast.school)
    key = signed(cast).pk
    luis, ana = cast.as_("luis"), cast.as_("ana")

    def propose() -> None:
        now = Plan.objects.get(pk=key)
        if not now.is_changing:
            actions.start_change(now, reason="Another bench.", by=luis)
        item = now.items.order_by("number").first()
        words = f"Bench {now.version_count}"
        actions.write_item(item, "experience", words, base=stamp_of(item.experience), by=luis)
        version = actions.propose_plan(Plan.objects.get(pk=key), by=luis)
        for name in ("luis", "rosa"):
            sign(version, name, cast)

    def last_name(_round: int) -> str:
        version = Version.objects.filter(plan=key).latest("number")
        signer = Signer.objects.get(version=version, person=cast.ana)
        actions.sign_version(signer, by=ana, content_hash=version.content_hash, name="Ana Reyes")
        return WON

    def take_back(_round: int) -> str:
        version = Version.objects.filter(plan=key).latest("number")
        actions.withdraw_version(version, by=luis)
        return WON

    def look(_round: int) -> None:
        newest = Version.objects.filter(plan=key).latest("number")
        names = Signature.objects.filter(signer__version=newest).count()
        counting = Version.objects.filter(plan=key, state="in_force").count()
        rows.put((newest.state, names, counting))
        propose()

    propose()
    said = race([last_name, take_back], rounds, look)
    return {"said": said, "rows": [rows.get() for _round in said]}
