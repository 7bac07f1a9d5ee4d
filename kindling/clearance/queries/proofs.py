"""One thing that was handed in."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.clearance import rules
from kindling.clearance.items import ITEMS, Item, On
from kindling.clearance.models import Proof
from kindling.clearance.packs.model import Hazard
from kindling.clearance.questions import YES, YES_NO, Question, falls_short, questions_of
from kindling.clearance.reading import rules_of
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class ProofPage:
    """What was handed in, as far as this viewer reads it."""

    proof: Proof
    item: Item
    about: str
    reads: bool
    answers: list[tuple[str, str]]
    short: list[Question]
    may_decide: bool


def item_of(viewer: Viewer, key: str) -> Item | None:
    """An item of the catalogue, or one of the school's own; None when there is none."""
    return ITEMS.get(key) or rules_of(viewer.school).items.get(key)


def proof_page(viewer: Viewer, proof: Proof) -> ProofPage:
    """Return the page of something one may see the state of."""
    rule_set = rules_of(viewer.school)
    item = rule_set.items.get(proof.item) or Item(
        proof.item, proof.item, On(proof.on), ITEMS["plan"].holder
    )
    reads = rules.may_read(viewer, proof, item)
    answers = said(proof, rule_set.hazards) if reads else []
    return ProofPage(
        proof, item, proof.about, reads, answers, falls_short(proof.item, proof.answers),
        rules.may_verify(viewer, item),
    )  # fmt: skip


def said(proof: Proof, hazards: list[Hazard]) -> list[tuple[str, str]]:
    """Questions and answers in words; of a hazard screen only what was found."""
    if proof.item == "hazards":
        return [(str(one.told), str(YES_NO[0][1])) for one in hazards if proof.answers.get(one.key) == YES]  # fmt: skip
    found = []
    for question in questions_of(proof.item):
        value = proof.answers.get(question.key, "")
        words = dict(question.choices) if question.kind != "text" else {}
        if value:
            found.append((str(question.label), str(words.get(value, value))))
    return found
