from django.apps import AppConfig


class ExploringConfig(AppConfig):
    name = "kindling.exploring"

    def ready(self) -> None:
        """Ask to practise before asking for a place, where the school wants it."""
        from kindling.exploring import readiness  # noqa: PLC0415 (models are ready only now)

        readiness.register()
