"""offlineimap3: a mailbox into a Maildir, changes of both sides in a second run."""

import re
import time

from .. import letters
from ..imap import Imap
from . import run as command
from . import tool



def run(world, check):
    tool("offlineimap", "offlineimap3")
    user = world.account()
    sent = corpus(world)
    with Imap(world.server.port("imap"), login=user) as imap:
        for octets in sent:
            imap.append(octets)
    folder = world.folder / "offlineimap"
    folder.mkdir()
    down = sync(world, folder, user)
    got = [file.read_bytes() for file in inbox(folder)]
    check.expect(len(got) == len(sent), f"offlineimap: {len(got)} letters instead of {len(sent)}")
    letters.same(check, "offlineimap: Subject fields", subjects(got), subjects(sent))
    again = changes(world, check, folder, user, len(sent))
    return f"{len(sent)} letters down in {down:.1f} s, changes both ways in {again:.1f} s"


def corpus(world):
    """Plain letters: octets of the others are its own matter."""
    return [b"From: a@example.com\r\nSubject: number %d\r\nMessage-ID: <%d@example.com>\r\n\r\nline %d\r\n"
            % (number, number, number) for number in range(min(world.many, 500))]


def subjects(octets):
    return sorted(match.group(1).decode() for each in octets
                  for match in [re.search(rb"^Subject: (.*?)\r?$", each, re.M)] if match)


def sync(world, folder, user):
    rc = folder / "offlineimaprc"
    rc.write_text(f"""[general]
accounts = check
metadata = {folder}/meta
ui = quiet

[Account check]
localrepository = near
remoterepository = far

[Repository near]
type = Maildir
localfolders = {folder}/Mail

[Repository far]
type = IMAP
remotehost = 127.0.0.1
remoteport = {world.server.port('imap')}
remoteuser = {user}
remotepass = pass
ssl = no
starttls = no
auth_mechanisms = PLAIN
""")
    begun = time.monotonic()
    command("offlineimap", "-o", "-c", rc, patience=600, env=dict(HOME=str(folder), PATH="/usr/bin:/bin"))
    return time.monotonic() - begun


def inbox(folder):
    return sorted([*(folder / "Mail/INBOX/cur").iterdir(), *(folder / "Mail/INBOX/new").iterdir()])


def changes(world, check, folder, user, count):
    """Flags, a deletion and a new letter on each side, then one run."""
    files = inbox(folder)
    for file in files[:10]:
        file.rename(file.parent.parent / "cur" / (re.sub(r":2,.*", "", file.name) + ":2,FS"))
    with Imap(world.server.port("imap"), login=user) as imap:
        imap.command("SELECT INBOX")
        imap.command(f"STORE {count - 9}:{count} +FLAGS (\\Answered)")
        imap.command(f"STORE {count - 10} +FLAGS (\\Deleted)")
        imap.command("EXPUNGE")
        imap.append(b"Subject: new on the far side\r\n\r\nhere\r\n")
    (folder / "Mail/INBOX/new/1.check.near").write_bytes(b"Subject: new on the near side\n\nthere\n")
    seconds = sync(world, folder, user)
    names = [file.name for file in inbox(folder)]
    with Imap(world.server.port("imap"), login=user) as imap:
        imap.command("SELECT INBOX")
        flags = imap.flags()
    flagged = sum("\\Flagged" in each for each in flags.values())
    answered = sum("R" in name.rpartition(":2,")[2] for name in names)
    check.expect(flagged == 10, f"offlineimap: {flagged} of 10 flags came to the server")
    check.expect(answered == 10, f"offlineimap: {answered} of 10 flags came to the Maildir")
    check.expect(len(flags) == len(names) == count + 1,
                 f"offlineimap: {len(flags)} there, {len(names)} here, not {count + 1}")
    return seconds
