"""mbsync: a mailbox into a Maildir, a Maildir into a mailbox, changes both ways."""

import re
import time

from .. import letters
from ..imap import Imap
from . import run as command
from . import tool

TUID = re.compile(rb"^X-TUID: .{12}\r?\n", re.M)  # mbsync marks each letter that it carries


def run(world, check):
    tool("mbsync", "isync")
    sent = corpus(world)
    first, second = world.account(), world.account()
    fill(world, first, sent)
    maildir = world.folder / "maildir"
    down = sync(world, first, maildir)
    expected = [letters.digest(octets.replace(b"\r\n", b"\n")) for octets in sent]
    letters.same(check, "mbsync down", [letters.digest(TUID.sub(b"", file.read_bytes(), count=1))
                                        for file in inbox(maildir)], expected)
    changes(world, check, first, maildir)
    up = push(world, check, second, sent)
    return f"{len(sent)} letters down in {down:.1f} s, up in {up:.1f} s, changes both ways"


def corpus(world):
    """Letters that a Maildir can hold: no NUL, no lone CR, lines end in CRLF."""
    some = [octets for octets in world.sendable().values() if b"\r\n\r\n" in octets]
    small = sorted(some, key=len)[:200]
    more = (b"X-Number: %d\r\n" % number + small[number % len(small)]
            for number in range(max(0, world.many - len(some))))
    return [*some, *more][:world.many]


def fill(world, user, sent):
    with Imap(world.server.port("imap"), login=user) as imap:
        for octets in sent:
            imap.append(octets)


def configuration(server, user, maildir):
    """Writes a configuration for all mailboxes of a user; its file."""
    maildir.mkdir(exist_ok=True)
    (maildir / "Mail").mkdir(exist_ok=True)
    rc = maildir / "mbsyncrc"
    rc.write_text(f"""IMAPStore far
Host 127.0.0.1
Port {server.port('imap')}
User {user}
Pass pass
SSLType None
AuthMechs PLAIN LOGIN
Timeout 300

MaildirStore near
Path {maildir}/Mail/
Inbox {maildir}/Mail/INBOX
SubFolders Verbatim

Channel all
Far :far:
Near :near:
Patterns *
Create Both
Expunge Both
SyncState {maildir}/Mail/.state-
""")
    return rc


def sync(world, user, maildir):
    rc = configuration(world.server, user, maildir)
    begun = time.monotonic()
    command("mbsync", "-c", rc, "all", patience=3600, env=dict(HOME=str(maildir), PATH="/usr/bin:/bin"))
    return time.monotonic() - begun


def inbox(maildir):
    return sorted([*(maildir / "Mail/INBOX/cur").iterdir(), *(maildir / "Mail/INBOX/new").iterdir()])


def changes(world, check, user, maildir):
    """Flags, a deletion and a new letter on each side, then one synchronization."""
    files = inbox(maildir)
    for file in files[:10]:
        flag(file, "FS")
    files[10].unlink()
    with Imap(world.server.port("imap"), login=user) as imap:
        imap.command("SELECT INBOX")
        total = imap.status()["MESSAGES"]
        imap.command(f"STORE {total - 9}:{total} +FLAGS (\\Answered)")
        imap.command(f"STORE {total - 10} +FLAGS (\\Deleted)")
        imap.command("EXPUNGE")
        imap.append(b"Subject: new on the far side\r\n\r\nhere\r\n")
    new = maildir / "Mail/INBOX/new"
    (new / "1.check.near").write_bytes(b"Subject: new on the near side\n\nthere\n")
    sync(world, user, maildir)
    names = [file.name for file in inbox(maildir)]
    with Imap(world.server.port("imap"), login=user) as imap:
        imap.command("SELECT INBOX")
        flags = imap.flags()
    flagged = sum("\\Flagged" in each for each in flags.values())
    answered = sum("R" in name.rpartition(":2,")[2] for name in names)
    check.expect(flagged == 10, f"mbsync: {flagged} of 10 flags came to the server")
    check.expect(answered == 10, f"mbsync: {answered} of 10 flags came to the Maildir")
    check.expect(len(flags) == len(names) == total, f"mbsync: {len(flags)} there, {len(names)} here, not {total}")


def flag(file, flags):
    base = file.name.split(":2,")[0]
    file.rename(file.parent.parent / "cur" / f"{base}:2,{flags}")


def push(world, check, user, sent):
    maildir = world.folder / "maildir-up"
    for part in ("cur", "new", "tmp"):
        (maildir / "Mail/INBOX" / part).mkdir(parents=True)
    for number, octets in enumerate(sent):
        (maildir / f"Mail/INBOX/cur/{number}.check.up:2,S").write_bytes(octets.replace(b"\r\n", b"\n"))
    seconds = sync(world, user, maildir)
    with Imap(world.server.port("imap"), login=user) as imap:
        count = imap.status()["MESSAGES"]
        imap.command("EXAMINE INBOX")
        got, seen = [], 0
        for first in range(1, count + 1, 500):
            for text, literals in imap.fetch(f"{first}:{min(first + 499, count)}", "UID FLAGS BODY.PEEK[]", uid=False).values():
                got.append(letters.digest(TUID.sub(b"", literals[0], count=1)))
                seen += "\\Seen" in text
    letters.same(check, "mbsync up", got, [letters.digest(octets) for octets in sent])
    check.expect(seen == len(sent), f"mbsync up: {seen} of {len(sent)} are \\Seen")
    return seconds
