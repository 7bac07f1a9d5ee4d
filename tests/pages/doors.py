"""What nobody in the standing school made on the way: a thing that each of these links is for.

Each makes it with the actions of its app, and says who carries the link and what it names; nothing
where the action itself sends one.
"""

from __future__ import annotations

from kindling.agreements.tests.signing import make_agreement, make_template, signer
from kindling.clearance.tests.handed import ask_for
from kindling.credentials.actions import ask_endorsement
from kindling.credentials.tests.earning import ended_internship
from kindling.evidence.actions import keep_evidence, put_tags, share_evidence
from kindling.evidence.tagging import Targets
from kindling.journals.actions import pass_on
from kindling.journals.models import JournalShare
from kindling.ladder.actions.telling import Told, send_all
from kindling.ladder.models import Alarm, Call
from kindling.placements.actions import change_policy
from kindling.placements.models import Placement
from kindling.placements.tests.factories import make_asked
from kindling.placements.tests.turns import FAMILY
from kindling.projects.actions import begin_project, propose_project
from kindling.projects.models import Project
from kindling.projects.tests.factories import WORDS, write
from kindling.rights.actions import list_items, provide_records
from kindling.rights.actions.providing import make_bundle
from kindling.rights.models import Bundle, RecordsRequest
from kindling.rights.tests.asking import give_the_rest
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.thanks.actions import send_thanks
from kindling.thanks.models import Thanks
from tests.cast import Cast, make_place

type Made = tuple[Person, str] | None
type Ids = dict[str, str]


def _endorse(cast: Cast, _ids: Ids) -> Made:
    over = ended_internship(cast, student=cast.maya, place=make_place(cast.school, "Kiln", "Help"))
    ask_endorsement(over, by=cast.as_("ana"))
    return None


def _hand_in(cast: Cast, _ids: Ids) -> Made:
    ask_for(cast, "consent")
    return cast.rosa, f"{cast.luis.public_id}.{cast.shelter.public_id}"


def _kiosk(cast: Cast, _ids: Ids) -> Made:
    return cast.person("chen"), cast.school.public_id


def _see_certificate(cast: Cast, ids: Ids) -> Made:
    return cast.sam, ids["agreements/certificates/"]


def _bring_certificate(cast: Cast, ids: Ids) -> Made:
    return cast.sam, ids["places/sites/"]


def _get_records(cast: Cast, ids: Ids) -> Made:
    asked = RecordsRequest.objects.get(public_id=ids["rights/requests/"])
    with inside(cast.school):
        list_items(asked, by=cast.as_("dana"))  # much was written since she asked
        give_the_rest(cast, asked)
        provide_records(asked, "link", by=cast.as_("priya"))
        make_bundle.call(Bundle.objects.get(request=asked).pk)
    return cast.rosa, asked.public_id  # without the code that the letter's own link asks for


def _project(cast: Cast, ids: Ids, title: str) -> Project:
    """Luis's at the shelter, with Sam."""
    placement, by = Placement.objects.get(public_id=ids["placements/"]), cast.as_("luis")
    return begin_project(cast.luis, title=title, placement=placement, by=by)


def _see_work(cast: Cast, ids: Ids) -> Made:
    by, project = cast.as_("luis"), _project(cast, ids, "A warmer kennel")
    piece = keep_evidence(cast.luis, words="The first sketch", by=by)
    put_tags(piece, Targets({"project": (project.public_id,)}), by=by)
    share_evidence(piece, family=False, mentor=True, by=by)
    return None


def _read_journal(cast: Cast, _ids: Ids) -> Made:
    pass_on(JournalShare.objects.get(whom="mentor"), by=cast.as_("ana"))
    return None


def _read_thanks(cast: Cast, ids: Ids) -> Made:
    send_thanks(Thanks.objects.get(public_id=ids["thanks/"]), by=cast.as_("ana"))
    return None


def _approve_pursuits(cast: Cast, _ids: Ids) -> Made:
    change_policy(pursue_chain=[FAMILY], by=cast.as_("chen"))
    make_asked(cast.luis, make_place(cast.school, "Print shop", "Printer's help"))
    return None


def _look_at_project(cast: Cast, ids: Ids) -> Made:
    project = _project(cast, ids, "What cats say")
    write(project, cast.as_("luis"), **WORDS)
    project.refresh_from_db()
    propose_project(project, by=cast.as_("luis"))
    return None


def _sign_agreement(cast: Cast, _ids: Ids) -> Made:
    agreement = make_agreement(cast, make_template(cast.as_("chen"), "Of a link"))
    return cast.rosa, signer(agreement, "family").public_id


def _family_concern(cast: Cast, _ids: Ids) -> Made:
    return cast.rosa, cast.luis.public_id


def _take_alarms(cast: Cast, ids: Ids) -> Made:
    alarm = Alarm.objects.get(public_id=ids["alarms/"])
    told = send_all(
        "silent", [[Told(alarm, Call.Part.ADVISOR, cast.ana)]], by=Viewer.system(cast.school)
    )
    Call.objects.bulk_create(told)
    return None


def _read_panel_record(cast: Cast, ids: Ids) -> Made:
    return cast.rosa, ids["panels/<slug:public_id>/record/"]


MAKERS = {
    maker.__name__.removeprefix("_"): maker
    for maker in (
        _endorse, _hand_in, _kiosk, _see_certificate, _bring_certificate, _get_records, _see_work,
        _read_journal, _read_thanks, _approve_pursuits, _look_at_project, _sign_agreement,
        _family_concern, _take_alarms, _read_panel_record,
    )
}  # fmt: skip
