"""Agreements in JSON: what is signed, by whom, and who has to act."""

from datetime import date, datetime
from typing import Annotated, Any

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.agreements import rules
from kindling.agreements.models import Agreement, Kind, Party, Signer
from kindling.kit.answers import READS, Pages, one_of, reads
from kindling.schools.http import ViewerRequest

router = Router(tags=["agreements"])


class SignerOut(Schema):
    """Who signs for a party, and whether they have."""

    party: Annotated[str, one_of(Party)]
    name: str = Field(alias="person.name")
    state: Annotated[str, one_of(Signer.State)]
    answered_at: datetime | None


class AgreementOut(Schema):
    """`words` is the address of what is signed, `pdf` that of the PDF: SHA-256, "" before it is made."""

    id: str = Field(alias="public_id")
    label: str = Field(alias="template.label")
    kind: Annotated[str, one_of(Kind)]
    state: Annotated[str, one_of(Agreement.State)]
    student: str
    opportunity: str
    starts_on: date
    ends_on: date | None
    words: str = Field(alias="content_hash")
    pdf: str
    signers: list[SignerOut]

    @staticmethod
    def resolve_student(one: Agreement) -> str:
        return one.student.public_id if one.student else ""

    @staticmethod
    def resolve_opportunity(one: Agreement) -> str:
        return one.opportunity.public_id if one.opportunity else ""

    @staticmethod
    def resolve_pdf(one: Agreement) -> str:
        return one.paper.sha256 if hasattr(one, "paper") else ""

    @staticmethod
    def resolve_signers(one: Agreement) -> list[Signer]:
        order = list(Party.values)
        return sorted(one.signers.all(), key=lambda signer: order.index(signer.party))


class Wanted(Schema):
    """Which ones: of a student, in a state."""

    student: str = Field("", max_length=14)
    state: str = Field("", max_length=8)


def _rows(request: ViewerRequest) -> Any:
    found = rules.visible_agreements(request.viewer).for_list().select_related("paper")
    return found.prefetch_related("signers__person")


@router.get("/", response={**READS, 200: list[AgreementOut]})
@paginate(Pages)
def list_agreements(request: ViewerRequest, wanted: Query[Wanted]) -> object:
    """Agreements one sees, newest first."""
    found = _rows(request)
    if wanted.student:
        found = found.filter(student__public_id=wanted.student)
    return found.filter(state=wanted.state) if wanted.state else found


@router.get("/{public_id}/", response=reads(AgreementOut))
def get_agreement(request: ViewerRequest, public_id: str) -> Agreement:
    """One agreement and how far it is."""
    one: Agreement = get_object_or_404(_rows(request), public_id=public_id)
    return one
