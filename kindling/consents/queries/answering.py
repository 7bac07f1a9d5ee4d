"""The page on which one person reads and answers, and their list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import translation

from kindling.consents import rules
from kindling.consents.kinds import Needs, facts_of
from kindling.consents.models import Consent, ConsentWord, PurposeText
from kindling.consents.wording import Why, shown_in
from kindling.schools.viewer import Viewer

MOST = 50


@dataclass(frozen=True)
class Words:
    """A text as it is drawn: `code` and `dir` go on its element."""

    title: str
    summary: str
    body: str
    code: str
    dir: str
    language: str
    sha256: str
    is_draft: bool


@dataclass(frozen=True)
class ConsentPage:
    """`original` stands beside a draft. `why`: why it is not in the reader's language (Why)."""

    consent: Consent
    words: Words
    original: Words | None
    why: str
    wanted: str  # the name of the reader's language
    needs: str
    mine: ConsentWord | None
    may_answer: bool

    @property
    def is_open(self) -> bool:
        """Whether the reader has something to say here for the first time, or again."""
        return self.may_answer and (self.mine is None or self.consent.state == "asked")

    @property
    def waits_for_others(self) -> bool:
        """The reader's yes is written down, and somebody else who decides said no."""
        said = self.mine is not None and self.mine.says == ConsentWord.Says.YES
        return said and self.consent.state in Consent.NO


def consent_page(viewer: Viewer, consent: Consent) -> ConsentPage | None:
    """Return the page of one; None while the school has no words for it. Four statements at most."""
    wanted = translation.get_language() or "en"
    shown = shown_in(rules.texts_of(viewer.school, consent.kind), wanted)
    if shown is None:
        return None
    mine = rules.visible_words(viewer, consent).filter(person=viewer.person_id or 0).first()
    return ConsentPage(
        consent=consent,
        words=words_of(shown.text),
        original=words_of(shown.original) if shown.beside else None,
        why=shown.why if shown.why != Why.FINE else "",
        wanted=name_of(wanted),
        needs=facts_of(consent.kind).needs.value,
        mine=mine,
        may_answer=rules.may_answer(viewer, consent),
    )


def words_of(text: PurposeText) -> Words:
    info = translation.get_language_info(text.language)
    return Words(
        title=text.title, summary=text.summary, body=text.body, code=text.language,
        dir="rtl" if info["bidi"] else "ltr", language=name_of(text.language), sha256=text.sha256,
        is_draft=text.state == PurposeText.State.DRAFT,
    )  # fmt: skip


def name_of(code: str) -> str:
    return str(translation.get_language_info(code)["name_local"]).capitalize()


@dataclass(frozen=True)
class Row:
    """One line of what somebody decides."""

    public_id: str
    label: str
    student: str
    state: str
    state_label: str
    until_on: date | None
    is_notice: bool


def consent_rows(viewer: Viewer) -> list[Row]:
    """What is about oneself or one's children, or stands behind a link; what waits comes first."""
    rows = rules.visible_consents(viewer)
    if not viewer.purpose:
        own = Q(student__person=viewer.person_id or 0)
        rows = rows.filter(own | Q(pk__in=rules.consents_to_answer(viewer).values("pk")))
    rows = rows.annotate(
        last=Case(When(state="asked", then=Value(0)), default=Value(1), output_field=IntegerField())
    )
    return [
        Row(
            one.public_id, str(one.get_kind_display()), one.student.first, one.state,
            str(one.get_state_display()), one.until_on if one.state == "given" else None,
            facts_of(one.kind).needs == Needs.SEEN,
        )
        for one in rows.order_by("last", "student__person__sort_name", "pk")[:MOST]
    ]  # fmt: skip
