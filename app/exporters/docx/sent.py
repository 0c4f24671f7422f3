"""What a review copy shows becomes a part of the file, by which its changes are known when it comes back."""

from __future__ import annotations

import json
from collections.abc import Container
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from app.layout.frames import Layout
from app.layout.sent import sent_paragraphs
from app.model.issue import Issue
from app.model.reviewed import SENT_SPACE, sent_to_json

_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def sent_part(issue: Issue, layout: Layout, below_heads: Container[int]) -> tuple[bytes, bytes]:
    """The part, and the properties that name it. It holds no word that the copy doesn't show, and the same issue gives the same bytes.

    `below_heads` are the rows above which the copy shows the head of a table once more.
    """
    words = json.dumps(sent_to_json(sent_paragraphs(layout, below_heads)), ensure_ascii=True, separators=(",", ":"))
    key = quoteattr(issue.key)
    part = f'<?xml version="1.0" encoding="UTF-8"?>\n<sent xmlns="{SENT_SPACE}" issue={key}>{escape(words)}</sent>'
    digest = sha256(part.encode()).hexdigest().upper()
    name = "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))
    properties = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{{{name}}}" xmlns:ds="{_DATA_STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{SENT_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    return part.encode(), properties.encode()
