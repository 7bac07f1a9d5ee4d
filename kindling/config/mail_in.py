"""How mail comes in: the door that listens, the host its addresses carry, and the webhook's key."""

from email.utils import parseaddr

from kindling.config.environment import env

# host:port of the SMTP door that `serve` opens beside the web server; "" for none.
MAIL_IN = env("MAIL_IN", "")
# Signs what a mail service POSTs to /letterbox/; "" takes nothing there.
MAIL_TOKEN = env("MAIL_TOKEN", "")
# Behind the @ of the addresses to which people answer.
MAIL_DOMAIN = env(
    "MAIL_DOMAIN", parseaddr(env("EMAIL_FROM", ""))[1].rpartition("@")[2] or "localhost"
).lower()
