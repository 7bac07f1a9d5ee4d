from django.apps import AppConfig


class NarrativesConfig(AppConfig):
    name = "kindling.narratives"

    def ready(self) -> None:
        """Print, release and sweep by the clock."""
        from kindling.narratives.actions import (  # noqa: PLC0415 (models are ready only now)
            printing,  # noqa: F401
            releasing,  # noqa: F401
            translating,  # noqa: F401
        )
