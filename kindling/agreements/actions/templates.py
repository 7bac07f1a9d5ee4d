"""Write, publish and retire what people sign. What is published never changes."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.agreements import rules
from kindling.agreements.models import Party, Template, Version, VersionText
from kindling.agreements.words import wrong_fields
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

WORDS = ("title", "opening", "student", "family", "site", "school_part")


@transaction.atomic
def make_template(*, by: Viewer, label: str, parties: list[str], **facts: Any) -> Template:
    """Make a template with an empty first version. facts: kind, is_usual, lasts_days."""
    require(rules.may_edit_templates(by))
    template = Template(school=by.school, label=label, **facts)
    template.save()
    first = Version(school=by.school, template=template, number=1, parties=_in_order(parties))
    first.save()
    record("template.make", template, by=by)
    return template


def _in_order(parties: list[str]) -> list[str]:
    """The parties in the order in which they are read, each once."""
    return [party.value for party in Party if party.value in parties]


@transaction.atomic
def change_template(template: Template, *, by: Viewer, **facts: Any) -> None:
    """Change what staff call it and whether every internship needs it; no words."""
    require(rules.may_edit_templates(by))
    changed = {name: value for name, value in facts.items() if getattr(template, name) != value}
    for name, value in changed.items():
        setattr(template, name, value)
    template.save(update_fields=[*changed])
    record("template.change", template, by=by, changed=sorted(changed))


@transaction.atomic
def start_version(template: Template, *, by: Viewer) -> Version:
    """Begin the next version as a copy of the newest; the one that is begun already is returned."""
    require(rules.may_edit_templates(by))
    newest = template.versions.order_by("-number").first()
    if newest is None or newest.published_at is None:
        return _only(newest)
    made = Version(school=by.school, template=template, parties=newest.parties)
    made.number = (template.versions.aggregate(most=Max("number"))["most"] or 0) + 1
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:  # two pressed at once: one draft
        return _only(template.versions.filter(published_at__isnull=True).first())
    for text in newest.texts.order_by("pk"):
        VersionText(
            school=by.school, version=made, language=text.language,
            **{name: getattr(text, name) for name in WORDS},
        ).save()  # fmt: skip
    record("template.start_version", template, by=by, number=made.number)
    return made


def _only(version: Version | None) -> Version:
    if version is None:
        raise Refused(_("This template has no text. Make a new one."))
    return version


@transaction.atomic
def write_text(version: Version, language: str, *, by: Viewer, **words: str) -> VersionText:
    """Keep the words of a draft in one language. words: title, opening, student, family, site,
    school_part. Refused for a published version and for a field we do not know.
    """
    require(rules.may_edit_templates(by))
    _refuse_published(version)
    for name in WORDS:
        for sentence in wrong_fields(words.get(name, "")):
            raise Refused(sentence)
    kept = VersionText.objects.filter(version=version, language=language).first()
    text = kept or VersionText(school=by.school, version=version, language=language)
    for name in WORDS:
        setattr(text, name, words.get(name, ""))
    text.save()
    record("template.write", version.template, by=by, language=language, number=version.number)
    return text


def _refuse_published(version: Version) -> None:
    """A lock, so that nothing changes while somebody publishes it."""
    fresh = Version.objects.select_for_update().get(pk=version.pk)
    if fresh.published_at is not None:
        raise Refused(
            _("Version %(number)s is published and stays as it is. Start a new version.")
            % {"number": fresh.number}
        )


@transaction.atomic
def change_version(version: Version, *, by: Viewer, parties: list[str], changes: str) -> None:
    """Say of a draft who signs, and what is new in it."""
    require(rules.may_edit_templates(by))
    _refuse_published(version)
    version.parties, version.changes = _in_order(parties), changes
    version.save(update_fields=["parties", "changes"])
    record("template.change_version", version.template, by=by, number=version.number)


@transaction.atomic
def publish_version(version: Version, *, by: Viewer) -> None:
    """Put a draft in use. New agreements have its words; those that are signed keep theirs."""
    require(rules.may_edit_templates(by))
    _refuse_published(version)
    if not version.texts.exists():
        raise Refused(_("Write the text in one language before you publish it."))
    if not version.parties:
        raise Refused(_("Choose who signs before you publish it."))
    if version.number > 1 and not version.changes:
        raise Refused(_("Say what has changed since the last version."))
    version.published_at, version.published_by = by.school.now(), by.person
    version.save(update_fields=["published_at", "published_by"])
    take_step(version.template, "publish", by=by, detail={"number": version.number})


@transaction.atomic
def retire_template(template: Template, *, by: Viewer) -> None:
    """Nobody is asked to sign it any more; what is signed holds."""
    require(rules.may_edit_templates(by))
    take_step(template, "retire", by=by)


@transaction.atomic
def bring_back_template(template: Template, *, by: Viewer) -> None:
    """Use a retired one again. Refused when none of its versions was ever published."""
    require(rules.may_edit_templates(by))
    if not template.versions.filter(published_at__isnull=False).exists():
        raise Refused(_("None of its versions was ever published. Make a new template."))
    take_step(template, "bring_back", by=by)
