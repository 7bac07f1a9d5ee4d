"""A request of Rosa's about Luis, as far as a test wants it."""

from kindling.rights import actions
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.schools.inside import inside


def asked(cast, name="rosa"):
    with inside(cast.school):
        return actions.ask_records(cast.luis, "", by=cast.as_(name))


def verified(cast, name="rosa"):
    made = asked(cast, name)
    with inside(cast.school):
        actions.verify_request(made, "Called back", by=cast.as_("priya"))
    return made


def decided(cast, name="rosa"):
    """Everything is given, what is sealed is held back."""
    made = verified(cast, name)
    give_the_rest(cast, made)
    return made


def give_the_rest(cast, made):
    by = cast.as_("dana")
    for item in RecordsItem.objects.filter(request=made, decision="open"):
        if item.is_sealed:
            actions.decide_items([item], "hold", basis="sole", by=by)
        else:
            actions.decide_items([item], "give", by=by)


def provided(cast, django_capture_on_commit_callbacks, given="link"):
    made = decided(cast)
    with inside(cast.school), django_capture_on_commit_callbacks(execute=True):
        actions.provide_records(made, given, by=cast.as_("priya"))
    return RecordsRequest.objects.get(pk=made.pk)
