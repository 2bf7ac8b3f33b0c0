"""mutt: reads a mailbox over IMAP, saves letters, sets a flag, deletes, and sends."""

import base64
import re

from .. import letters
from ..imap import Imap
from ..verdict import require
from . import run as command
from . import tool

FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")


def run(world, check):
    tool("mutt", "mutt")
    tool("script", "bsdutils")
    user = world.account()
    # a letter without any header field gets an empty line on top from mutt
    some = dict([row for row in world.sendable().items() if FIELD.match(row[1])][:20])
    with Imap(world.server.port("imap"), login=user) as imap:
        for octets in some.values():
            imap.append(octets)
    folder = world.folder / "mutt"
    folder.mkdir()
    saver = folder / "saver"
    saver.write_text(f'#!/bin/sh\nexec cat > "$(mktemp {folder}/letter-XXXXXXXX)"\n')
    saver.chmod(0o755)
    rc = configuration(world.server, folder, user)
    # every letter through a pipe as it is, then a flag on the first and a deletion of the last
    keys = (f"<tag-pattern>~A<enter><tag-prefix><pipe-message>{saver}<enter>"
            "<untag-pattern>~A<enter><first-entry><flag-message><last-entry><delete-message><quit>")
    drive(rc, folder, keys, world.server.port("imap"), user)
    # mutt ends what it pipes with an empty line of its own
    got = [file.read_bytes().removesuffix(b"\n") for file in folder.glob("letter-*")]
    letters.same(check, "mutt", [letters.digest(octets) for octets in got],
                 [letters.digest(octets.replace(b"\r\n", b"\n")) for octets in some.values()])
    with Imap(world.server.port("imap"), login=user) as imap:
        imap.command("SELECT INBOX")
        flags = imap.flags()
    check.expect(len(flags) == len(some) - 1, f"mutt: {len(flags)} letters after one was deleted")
    check.expect("\\Flagged" in flags.get(1, ()), f"mutt: the first letter has {flags.get(1)}")
    return f"{len(some)} read, one flagged, one deleted; {send(world, check, rc, folder)}"


def configuration(server, folder, user):
    rc = folder / "muttrc"
    rc.write_text(f"""set folder=imap://127.0.0.1:{server.port('imap')}/
set spoolfile=+INBOX
set imap_user={user} imap_pass=pass
set ssl_starttls=no ssl_force_tls=no
set smtp_url=smtp://{user}@127.0.0.1:{server.port('submission')}/ smtp_pass=pass
set smtp_authenticators=plain
set from={user}@localhost realname=Check use_envelope_from=yes
set pipe_decode=no pipe_split=yes wait_key=no delete=yes quit=yes
set header_cache="" message_cachedir="" record="" mail_check=600 sleep_time=0
set allow_8bit=yes sort=mailbox-order mark_old=no
""")
    return rc


def drive(rc, folder, keys, port, user):
    words = f"mutt -n -F {rc} -e 'push {keys}' -f imap://{user}@127.0.0.1:{port}/INBOX"
    command("script", "-qefc", words, "/dev/null", patience=120,
            env=dict(HOME=str(folder), TERM="xterm", PATH="/usr/bin:/bin", LANG="C.UTF-8"))


def send(world, check, rc, folder):
    user = world.account()
    content = b"caf\xc3\xa9\n" + bytes(range(256)) * 400
    file = folder / "attachment.bin"
    file.write_bytes(content)
    with open("/dev/null", "rb") as nothing:
        command("mutt", "-n", "-F", rc, "-s", "From mutt", "-a", file, "--", f"{user}@localhost",
                stdin=nothing, env=dict(HOME=str(folder), TERM="xterm", PATH="/usr/bin:/bin"))
    with Imap(world.server.port("imap"), login=user) as imap:
        imap.command("SELECT INBOX")
        structure = imap.fetch("1", "BODYSTRUCTURE", uid=False)
        require(re.search("attachment.bin", str(structure)), f"mutt: no attachment in {structure}")
        part = imap.fetch("1", "BODY.PEEK[2]", uid=False)
    octets = base64.b64decode(list(part.values())[0][1][0])
    check.expect(octets == content, "mutt: the attachment is not what was sent")
    return "one sent with an attachment"
