"""PHP's imap extension, which is c-client: what it says of letters against Python's email package."""

import base64
import email
import email.policy
import json
import unicodedata
from pathlib import Path

from ..verdict import require
from . import run as command
from . import tool

TYPES = ["text", "multipart", "message", "application", "audio", "image", "video"]
ENCODINGS = ["7bit", "8bit", "binary", "base64", "quoted-printable"]
SIZE = 1_000_000_000  # octets that the account may hold

PLAIN = b"""\
Date: Mon, 1 Jan 2024 12:00:00 +0000
From: "Fred \\"F\\" Foobar" <fred@example.com>
To: anna@example.com, Team: b@example.com;
Cc: carl@example.com
Subject: plan
Message-ID: <1@example.com>

Hello,
second line
"""
ALTERNATIVE = b"""\
Date: Tue, 2 Jan 2024 12:00:00 +0100
From: bob@example.com
To: fred@example.com
Subject: Re: plan
Message-ID: <2@example.com>
In-Reply-To: <1@example.com>
References: <1@example.com>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b b"

preamble
--b b
Content-Type: text/plain; charset="utf-8"; format=flowed
Content-Transfer-Encoding: 8bit

gr\xc3\xbcn
--b b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<p>gr=C3=BCn
=3D</p>
--b b--
epilogue
"""
NESTED = b"""\
Date: Wed, 3 Jan 2024 12:00:00 +0000
From: anna@example.com
Subject: Fwd: letters
Message-ID: <3@example.com>
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: text/plain
Content-Description: first

see below
--outer
Content-Type: message/rfc822
Content-Disposition: attachment; filename=inner.eml

From: inner@example.com
Subject: inner
Content-Type: multipart/mixed; boundary=inner

--inner
Content-Type: text/plain

inner text
--inner
Content-Type: application/octet-stream; name=x.bin
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="x.bin"

AAEC/v8=
--inner--
--outer
Content-Type: message/rfc822

Subject: simple inner

one line
--outer--
"""
ENCODED = b"""\
Date: Thu, 4 Jan 2024 12:00:00 +0000
From: =?iso-8859-1?q?J=F6rg?= <joerg@example.com>
Subject: =?utf-8?b?R3LDvMOfZQ==?=
Message-ID: <4@example.com>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

aGlkZGVuIHRyZWFzdXJlIGdyw7zDn2UK
"""


def run(world, check):
    tool("php", "php8.2-cli php8.2-imap")
    modules = command("php", "-m").stdout.decode().split()
    require("imap" in modules, "PHP has no imap: apt-get install php8.2-imap")
    user = world.account()
    world.server.quota(user, octets=SIZE)
    letters = [octets.replace(b"\n", b"\r\n") for octets in (PLAIN, ALTERNATIVE, NESTED, ENCODED)]
    folder = world.folder / "php"
    folder.mkdir()
    for number, octets in enumerate(letters):
        (folder / f"{number}.eml").write_bytes(octets)
    script = Path(__file__).with_name("imap.php")
    done = command("php", script, world.server.port("imaps"), user, folder)
    said = json.loads(done.stdout)
    check.expect(said["errors"] == [], f"php: imap_errors: {said['errors']}")
    appended(said, check, letters)
    for octets, letter in zip(letters, said["letters"]):
        whole(octets, letter, check)
        structure(email.message_from_bytes(octets), letter, check)
    headers(said, check)
    found(said, check)
    sections = moved(said, check)
    return f"{len(letters)} letters, {sections} sections"


def same(check, what, got, expected):
    check.expect(got == expected, f"php: {what}: {got!r} instead of {expected!r}")


def appended(said, check, letters):
    same(check, "imap_append", said["append"], [True] * len(letters))
    same(check, "imap_num_msg", said["messages"], len(letters))


def whole(octets, letter, check):
    """Header and text are the letter, whatever is asked for them."""
    header, _, text = octets.partition(b"\r\n\r\n")
    number = letter["msgno"]
    same(check, f"imap_fetchbody {number} whole", base64.b64decode(letter["whole"]), octets)
    same(check, f"imap_fetchheader {number}", base64.b64decode(letter["header"]), header + b"\r\n\r\n")
    same(check, f"imap_body {number}", base64.b64decode(letter["text"]), text)


def structure(parsed, letter, check):
    """Each part by its number: type, encoding, parameters, disposition, and its octets."""
    part(parsed, letter["structure"], f"letter {letter['msgno']}", check)
    for number, inner in numbered(parsed, ""):
        octets = base64.b64decode(letter["sections"][number])
        same(check, f"imap_fetchbody {letter['msgno']} {number}", octets, body(inner))
        same(check, f"imap_fetchbody {letter['msgno']} {number} FT_INTERNAL",
             base64.b64decode(letter["internal"][number]), octets)


def part(parsed, said, name, check):
    same(check, f"imap_fetchstructure {name} type", TYPES[said["type"]], parsed.get_content_maintype())
    same(check, f"{name} subtype", said["subtype"].lower(), parsed.get_content_subtype())
    encoding = parsed.get("Content-Transfer-Encoding", "7bit").lower()
    same(check, f"{name} encoding", ENCODINGS[said["encoding"]], encoding)
    parameters = {row["attribute"].lower(): row["value"] for row in said.get("parameters") or []}
    expected = {key.lower(): value for key, value in (parsed.get_params() or [])[1:]}
    if parsed.get_content_type() == "text/plain":
        expected.setdefault("charset", "US-ASCII")
    same(check, f"{name} parameters", parameters, expected)
    same(check, f"{name} disposition", said.get("disposition", "").lower(), parsed.get_content_disposition() or "")
    same(check, f"{name} description", said.get("description"), parsed.get("Content-Description"))
    if not parsed.is_multipart():
        same(check, f"{name} bytes", said["bytes"], len(body(parsed)))
    children = parsed.get_payload() if parsed.is_multipart() else []
    same(check, f"{name} parts", len(said.get("parts") or []), len(children))
    for number, (child, told) in enumerate(zip(children, said.get("parts") or []), 1):
        part(child, told, f"{name}.{number}", check)


def numbered(parsed, prefix):
    """(number, part) of every part that is no multipart, as c-client numbers them."""
    if parsed.get_content_maintype() == "multipart":
        for number, child in enumerate(parsed.get_payload(), 1):
            yield from numbered(child, f"{prefix}.{number}".lstrip("."))
    elif parsed.get_content_maintype() == "message":
        inner = parsed.get_payload()[0]
        yield prefix, parsed
        multipart = inner.get_content_maintype() == "multipart"
        yield from numbered(inner, prefix if multipart else f"{prefix}.1")
    else:
        yield prefix or "1", parsed


def body(parsed):
    """The octets of a part as they stand in the letter."""
    policy = email.policy.compat32.clone(linesep="\r\n", max_line_length=None)
    if parsed.get_content_maintype() == "message":
        inner = parsed.get_payload()[0]
        octets = inner.as_bytes(policy=policy)
        # Python ends a multipart with a line end, which here belongs to the boundary behind it
        return octets.removesuffix(b"\r\n") if inner.is_multipart() else octets
    octets = parsed.as_bytes(policy=policy)
    return octets.partition(b"\r\n\r\n")[2]


def headers(said, check):
    info = said["letters"][0]["info"]
    same(check, "imap_headerinfo subject", info["subject"], "plan")
    same(check, "imap_headerinfo from", (info["from"][0]["personal"], info["from"][0]["mailbox"],
                                        info["from"][0]["host"]), ('Fred "F" Foobar', "fred", "example.com"))
    same(check, "imap_headerinfo to", [row["mailbox"] for row in info["to"] if "mailbox" in row][:3],
         ["anna", "Team", "b"])
    same(check, "imap_headerinfo cc", info["ccaddress"], "carl@example.com")
    same(check, "imap_headerinfo message_id", info["message_id"], "<1@example.com>")
    same(check, "imap_headerinfo udate", info["udate"], 1704103200)
    same(check, "imap_headerinfo Size", int(info["Size"]), len(PLAIN.replace(b"\n", b"\r\n")))
    # U is for what is neither seen nor recent; what is new is told by N alone
    same(check, "imap_headerinfo Unseen", info["Unseen"] + info["Recent"], " N"
         if info["Recent"] == "N" else "U ")
    reply = said["letters"][1]["info"]
    same(check, "imap_headerinfo in_reply_to", reply["in_reply_to"], "<1@example.com>")
    same(check, "imap_headerinfo references", reply["references"], "<1@example.com>")
    same(check, "imap_headerinfo Flagged", reply["Flagged"] + reply["Unseen"], "F ")
    same(check, "imap_utf8", unicodedata.normalize("NFC", said["letters"][3]["decoded"]).lower(), "grüße")
    same(check, "imap_status before", said["unseen before"]["unseen"], 3)
    same(check, "imap_status after", said["unseen after"]["unseen"], 2)
    rows = said["overview"]
    same(check, "imap_fetch_overview subjects", [row["subject"] for row in rows],
         ["plan", "Re: plan", "Fwd: letters", "=?utf-8?b?R3LDvMOfZQ==?="])
    same(check, "imap_fetch_overview seen", [row["seen"] for row in rows], [1, 1, 0, 0])
    same(check, "imap_fetch_overview flagged", [row["flagged"] for row in rows], [0, 1, 0, 0])
    same(check, "imap_fetch_overview size", [row["size"] for row in rows],
         [len(base64.b64decode(letter["whole"])) for letter in said["letters"]])
    same(check, "imap_fetch_overview uid", [row["uid"] for row in rows], [1, 2, 3, 4])
    same(check, "imap_fetch_overview in_reply_to", rows[1]["in_reply_to"], "<1@example.com>")


def found(said, check):
    expected = {"ALL": [1, 2, 3, 4], "SEEN": [1, 2], "UNSEEN FLAGGED": False, 'SUBJECT "plan"': [1, 2],
                'FROM "fred"': [1], 'BODY "treasure"': [4], 'TEXT "nobody at all"': False,
                'SINCE "3-Jan-2024"': [3, 4], 'ON "2-Jan-2024"': [2], "charset": [4]}
    for search, uids in expected.items():
        same(check, f"imap_search {search}", said["search"][search], uids)
    same(check, "imap_sort subject", said["sort"]["subject"], [4, 3, 1, 2])
    same(check, "imap_sort date reverse", said["sort"]["date reverse"], [4, 3, 2, 1])
    same(check, "imap_sort from", said["sort"]["from"], [2, 1])
    sizes = [len(base64.b64decode(letter["whole"])) for letter in said["letters"]]
    same(check, "imap_sort size", said["sort"]["size"], sorted(range(1, 5), key=lambda n: sizes[n - 1]))
    same(check, "imap_sort arrival", said["sort"]["arrival"], [4, 3, 2, 1])
    same(check, "imap_thread", tree(said["thread"], 0), [(1, [(2, [])]), (3, []), (4, [])])


def tree(thread, at):
    """[(uid, children)] of a node and its siblings: next is the first child, branch the next sibling."""
    if thread.get(f"{at}.num") is None:
        return []
    node = (thread[f"{at}.num"], tree(thread, thread[f"{at}.next"]) if thread[f"{at}.next"] else [])
    branch = thread[f"{at}.branch"]
    return [node, *(tree(thread, branch) if branch else [])]


def moved(said, check):
    same(check, "imap_mail_move", (said["create"], said["move"]), (True, True))
    same(check, "left after imap_mail_move", said["left"], [2, 4])
    same(check, "moved by imap_mail_move", (said["moved"]["messages"], said["moved"]["uidnext"]), (2, 3))
    storage = said["quota"] if isinstance(said["quota"], dict) else {}
    same(check, "imap_get_quotaroot limit in KiB", storage.get("STORAGE", {}).get("limit"), SIZE // 1024)
    used = sum(len(base64.b64decode(letter["whole"])) for letter in said["letters"])
    usage = storage.get("STORAGE", {}).get("usage", -1)
    check.expect(abs(usage - used / 1024) <= 1, f"php: imap_get_quotaroot usage: {usage} KiB of {used} octets")
    return sum(len(letter["sections"]) for letter in said["letters"])
