from django.apps import AppConfig


class ExploringConfig(AppConfig):
    name = "kindling.exploring"

    def ready(self) -> None:
        """Ask to practise before asking for a place, and say where a shadow day is planned."""
        from kindling.exploring import (  # noqa: PLC0415 (models are ready only now)
            clearing,
            readiness,
        )

        readiness.register()
        clearing.register()
