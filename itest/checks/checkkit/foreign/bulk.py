"""restante import of many letters, read back over IMAP and POP3."""

import re
import time

from .. import letters
from ..imap import Imap
from ..pop3 import Pop3
from ..verdict import require


def run(world, check):
    user = world.account()
    folder = world.folder / "many"
    begun = time.monotonic()
    own = letters.corpus(max(0, world.many - len(world.real)), folder, seed=4, largest=32768)
    for name, octets in list(world.real.items())[:world.many]:
        (folder / (name.replace("/", "_") + ".eml")).write_bytes(octets)
    made = time.monotonic() - begun
    begun = time.monotonic()
    done = world.server.command("import", f"{user}@localhost", folder)
    seconds = time.monotonic() - begun
    require(done.returncode == 0, "import: " + done.stderr[-1500:])
    # an import converts bare LF to CRLF once, and changes nothing else
    expected = [letters.digest(imported(octets))
                for octets in [*own.values(), *list(world.real.values())[:world.many]]]
    letters.same(check, "import to IMAP", by_imap(world, user), expected)
    letters.same(check, "import to POP3", by_pop3(world, user), expected)
    check.figure("letters imported a second", f"{len(expected) / seconds:.0f}")
    check.figure("the corpus took, s", f"{made:.1f}")
    return f"{len(expected)} imported in {seconds:.1f} s, read back by IMAP and POP3"


def imported(octets):
    return re.sub(rb"(?<!\r)\n", b"\r\n", octets)


def by_imap(world, user):
    with Imap(world.server.port("imap"), login=user) as imap:
        count = imap.status()["MESSAGES"]
        imap.command("EXAMINE INBOX")
        got = []
        for first in range(1, count + 1, 500):
            rows = imap.fetch(f"{first}:{min(first + 499, count)}", "UID BODY.PEEK[]", uid=False)
            got += [letters.digest(row[1][0] if row[1] else b"") for row in rows.values()]
        return got


def by_pop3(world, user):
    with Pop3(world.server.port("pop3"), login=user) as pop3:
        got = []
        for number, size in pop3.pairs("LIST").items():
            octets = pop3.octets(f"RETR {number}")
            # the framing ends the last line where the letter does not
            got.append(letters.digest(octets[:int(size)]))
        return got
