"""Files as a browser sends them."""

from io import BytesIO

from PIL import Image

from kindling.uploads.actions import add_part, open_upload

PDF = b"%PDF-1.7\n" + b"1234567890" * 300


def picture(size=(900, 700), kind="JPEG", **facts):
    kept = BytesIO()
    Image.new("RGB", size, "#356").save(kept, kind, **facts)
    return kept.getvalue()


def send(data, *, by, key="one", name="work.pdf", part=1000):
    """All of it, part by part."""
    upload = open_upload(key=key, name=name, size=len(data), by=by)
    while upload.state == "open":
        upload = add_part(upload, upload.received, data[upload.received :][:part], by=by)
    return upload
