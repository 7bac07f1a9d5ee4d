from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "kindling.uploads"

    def ready(self) -> None:
        """Sweep by the clock."""
        from kindling.uploads.actions import sweeping  # noqa: F401, PLC0415 (models are ready only now)
