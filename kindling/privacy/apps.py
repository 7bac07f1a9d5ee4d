from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "kindling.privacy"

    def ready(self) -> None:
        """Sweep by the clock what is no school's."""
        from kindling.privacy.actions import sweeping  # noqa: F401, PLC0415 (models are ready only now)
