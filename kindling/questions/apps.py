from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "kindling.questions"

    def ready(self) -> None:
        """Ask along with the taps of attendance, which knows nothing of us."""
        from kindling.questions import companions  # noqa: PLC0415 (models are ready only now)

        companions.register()
