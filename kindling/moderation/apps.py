from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "kindling.moderation"

    def ready(self) -> None:
        """Keep a judgement from who is to mark it blind."""
        from kindling.judgements import blinding  # noqa: PLC0415 (models are ready only now)
        from kindling.moderation.rules import marked_blind_by  # noqa: PLC0415

        blinding.register(marked_blind_by)
