"""An open class for families."""

from kindling.services.tests.serving import offered


def add(maker) -> None:
    maker.ids |= {"services/<slug:public_id>": offered(maker.cast).public_id}
