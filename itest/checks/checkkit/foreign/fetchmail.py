"""fetchmail: over POP3 and IMAP into a program."""

from .. import letters
from ..imap import Imap
from . import run as command
from . import tool


def run(world, check):
    tool("fetchmail", "fetchmail")
    total = 0
    for protocol in ("pop3", "imap"):
        total += collect(world, check, protocol)
    return f"{total} letters, then none left"


def collect(world, check, protocol):
    user = world.account()
    # fetchmail repairs header fields and cuts lines of more than 8,192 octets: not for those
    sendable = world.sendable()
    some = {name: octets for name, octets in sendable.items()
            if plain_fields(octets) and max(map(len, octets.split(b"\n"))) < 8192}
    check.figure(f"fetchmail {protocol}: not for letters that it repairs", len(sendable) - len(some))
    with Imap(world.server.port("imap"), login=user) as imap:
        for octets in some.values():
            imap.append(octets)
    folder = world.folder / f"fetchmail-{protocol}"
    folder.mkdir()
    agent = folder / "agent"
    agent.write_text(f'#!/bin/sh\nexec cat > "$(mktemp {folder}/letter-XXXXXXXX)"\n')
    agent.chmod(0o755)
    rc = folder / "rc"
    rc.write_text(f"""set invisible
set no bouncemail
poll 127.0.0.1 protocol {protocol} service {world.server.port(protocol)}
  username "{user}" password "pass" sslproto ''
  no rewrite fetchall no keep pass8bits mda "{agent}"
""")
    rc.chmod(0o600)
    environment = dict(HOME=str(folder), PATH="/usr/bin:/bin", LANG="C")
    command("fetchmail", "-f", rc, "--pidfile", folder / "pid", "--nosyslog", env=environment)
    got = [file.read_bytes() for file in folder.glob("letter-*")]
    expected = [octets.replace(b"\r\n", b"\n") for octets in some.values()]
    letters.same(check, f"fetchmail {protocol}", [letters.digest(octets) for octets in got],
                 [letters.digest(octets) for octets in expected])
    with Imap(world.server.port("imap"), login=user) as imap:
        left = imap.status()["MESSAGES"]
        check.expect(left == 0, f"fetchmail {protocol}: {left} letters are left")
    return len(some)


def plain_fields(octets):
    head = octets.split(b"\r\n\r\n", 1)[0]
    return b"\r\n\r\n" in octets and all(
        line[:1] in b" \t" or (b":" in line and b" " not in line.split(b":")[0]) for line in head.split(b"\r\n"))


