"""Rules in use with a draft beside them, and an appeal of Luis."""

from kindling.credits import actions
from kindling.credits.tests.counting import line_of, rules_in_use
from kindling.schools.models import Term


def add(maker) -> None:
    """Priya approved the example; Chen drafts the next one; Luis asks for another look."""
    cast = maker.cast
    rules = rules_in_use(cast)
    term = Term.of(cast.school).first()
    asked = actions.appeal(
        cast.luis, line_of(rules, "English"), term.year, "Look again.", by=cast.as_("luis")
    )
    draft = actions.start_crosswalk(by=cast.as_("chen"))
    line = line_of(draft, "English")
    maker.ids |= {
        "credits/rules/": draft.public_id,
        "<slug:line_id>": line.public_id,
        "<slug:clause_id>": line.clauses.first().public_id,
        "credits/terms/": term.public_id,
        "credits/for/": cast.luis.public_id,
        "credits/appeals/": asked.public_id,
    }
