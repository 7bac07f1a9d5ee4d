"""One file that holds everything of an installation, and the way back.

The file is a tar archive (gzip): `manifest.json` (what it is, and a checksum and size for each
part), `database.sqlite3` or `database.dump` (pg_dump's custom format), `secret-key`, and every
uploaded file below `files/`. It opens the whole school to whoever has it: keep it like a key.
"""
