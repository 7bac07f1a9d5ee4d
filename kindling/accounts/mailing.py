"""Is there a mail server, and does it take a letter?"""

from django.conf import settings
from django.core.mail import EmailMessage


def can_mail() -> bool:
    """Say whether this installation can send mail at all (EMAIL_URL)."""
    backend: str = settings.MAILERS["default"]["BACKEND"]
    return not backend.endswith("dummy.EmailBackend")


def send(address: str, subject: str, body: str) -> bool:
    """Send one letter; False when the mail server did not take it."""
    letter = EmailMessage(f"{subject} · Kindling", body, settings.DEFAULT_FROM_EMAIL, [address])
    try:
        return bool(letter.send())
    except OSError:  # what smtplib and the network raise
        return False
