from django.apps import AppConfig


class TranscriptsConfig(AppConfig):
    name = "kindling.transcripts"

    def ready(self) -> None:
        """A transcript can be checked where agreements are."""
        from kindling.agreements import known  # noqa: PLC0415 (models are ready only now)
        from kindling.transcripts.queries.verify import known_transcript  # noqa: PLC0415

        known.register(known_transcript)
