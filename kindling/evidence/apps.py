from functools import partial

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "kindling.evidence"

    def ready(self) -> None:
        """Offer words to keep, and stand on the pages of a day, a plan and a project."""
        from kindling.consents.along import register as follow  # noqa: PLC0415
        from kindling.consents.kinds import Kind  # noqa: PLC0415
        from kindling.evidence import (  # noqa: PLC0415 (models are ready only now)
            along,
            in_plans,
            in_projects,
            sources,
        )
        from kindling.evidence.actions.asking import follow_word  # noqa: PLC0415

        along.register()
        for kind in (Kind.PHOTO, Kind.RECORDING):
            follow(kind, partial(follow_word, kind))
        sources.register()
        in_plans.register()
        in_projects.register()
