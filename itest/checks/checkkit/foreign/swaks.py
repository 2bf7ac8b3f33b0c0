"""swaks: SMTP to the MX port, submission with AUTH, SMTPS, LMTP."""

from .. import letters
from ..imap import Imap
from . import run as command
from . import tool


def run(world, check):
    tool("swaks", "swaks")
    user = world.account()
    ways = [
        ["--port", world.server.port("smtp")],
        ["--port", world.server.port("submission"), "--tls", "--auth", "PLAIN"],
        ["--port", world.server.port("submission"), "--tls", "--auth", "LOGIN"],
        ["--port", world.server.port("smtps"), "--tls-on-connect", "--auth", "PLAIN"],
        ["--port", world.server.port("lmtp"), "--protocol", "LMTP"],
    ]
    some = list(world.sendable().items())[:15]
    for number, (name, octets) in enumerate(some):
        way = ways[number % len(ways)]
        auth = ["--auth-user", user, "--auth-password", "pass"] if "--auth" in way else []
        # --no-data-fixup: swaks would rewrite line ends and dots; the file is as DATA wants it
        file = world.write(name, (b"." if octets.startswith(b".") else b"")
                           + octets.replace(b"\r\n.", b"\r\n..") + b".")
        command("swaks", "--server", "127.0.0.1", *way, *auth, "--from", f"{user}@localhost", "--to",
                f"{user}@localhost", "--no-data-fixup", "--data", f"@{file}", "--silent", "2")
    with Imap(world.server.port("imap"), login=user) as imap:
        imap.command("SELECT INBOX")
        rows = imap.fetch("1:*", "UID BODY.PEEK[]")
    letters.same_delivered(check, "swaks", [row[1][0] for row in rows.values()],
                           [octets for _, octets in some])
    refused = command("swaks", "--server", "127.0.0.1", "--port", world.server.port("smtp"), "--to",
                      "nobody@elsewhere.example", "--silent", "2", expected=None)
    check.expect(refused.returncode != 0, "swaks: a letter for elsewhere was taken: an open relay")
    return f"{len(some)} letters by {len(ways)} ways; no relay"
