"""Reads letters as a mail program would: Python's own parsers, which share nothing with us.

    read.py FOLDER        one line of JSON for each N.eml, in their order, with N.json as "envelope"
"""

import email
import email.policy
import html.parser
import json
import pathlib
import re
import sys


class Page(html.parser.HTMLParser):
    """What a person reads of a page, where it leads, and what it would load."""

    def __init__(self):
        super().__init__()
        self.text, self.links, self.loads, self.open = [], [], [], []

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if tag in ("p", "br"):
            self.text.append("\n")
        for name, value in attributes:
            if name == "href":
                self.links.append(value)
            if name in ("src", "srcset", "background", "data", "poster"):
                self.loads.append(value)
            if name == "style":
                self.loads += re.findall(r"url\(.*?\)", value)

    def handle_endtag(self, tag):
        if self.open[-1:] != [tag]:
            self.loads.append(f"</{tag}> closes {self.open[-1:]}")
        del self.open[-1:]

    def handle_data(self, data):
        if "body" in self.open:
            self.text.append(data)


def read(path):
    octets = path.read_bytes()
    # As UTF-8: addresses may be in any script (RFC 6532).
    letter = email.message_from_string(octets.decode(), policy=email.policy.default)
    parts = list(letter.walk())
    text = letter.get_body(("plain",))
    rich = letter.get_body(("html",))
    page = Page()
    page.feed(rich.get_content())
    lines = octets.replace(b"\r\n", b"\n").split(b"\n")
    envelope = path.with_suffix(".json")
    return {
        "envelope": json.loads(envelope.read_text()) if envelope.exists() else None,
        "headers": [[name, str(value)] for name, value in letter.items()],
        "to": [address.addr_spec for address in letter["To"].addresses],
        "from": [[a.display_name, a.addr_spec] for a in letter["From"].addresses],
        "date": letter["Date"].datetime.timestamp(),
        "types": [part.get_content_type() for part in parts],
        "text": text.get_content().replace("\r\n", "\n"),
        "html": rich.get_content().replace("\r\n", "\n"),
        "page": "".join(page.text),
        "links": page.links,
        "loads": page.loads + page.open,
        "defects": [str(defect) for part in parts for defect in part.defects]
        + [str(d) for part in parts for v in part.values() for d in v.defects],
        "longest_line": max(map(len, lines)),
        "size": len(octets),
        "seven_bits": octets.isascii(),
        "bare_line_breaks": bool(re.search(rb"[^\r]\n|\r[^\n]", octets)),
    }


folder = pathlib.Path(sys.argv[1])
# What a server keeps has an envelope, which it writes last.
is_of_a_server = (folder / "commands").exists()
for path in sorted(folder.glob("*.eml"), key=lambda path: (len(path.stem), path.stem)):
    if not is_of_a_server or path.with_suffix(".json").exists():
        print(json.dumps(read(path)))
