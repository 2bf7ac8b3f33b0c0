"""curl: imap, imaps, pop3, pop3s, smtp with AUTH."""

from .. import letters
from . import run as command
from . import tool


def run(world, check):
    tool("curl", "curl")
    user = world.account()
    sent = dict(list(world.sendable().items())[:40])
    upload(world, user, sent)
    both(world, check, user, sent, "imap", "imaps")
    popped(world, check, user, sent)
    submitted = submit(world, check, sent)
    return f"{len(sent)} uploaded, fetched by imap, imaps, pop3, pop3s; {submitted} submitted"


def curl(user, *arguments):
    return command("curl", "-sS", "-k", "--max-time", "120", "-u", f"{user}:pass", *arguments).stdout


def url(world, scheme, path=""):
    return f"{scheme}://127.0.0.1:{world.server.port(scheme)}/{path}"


def upload(world, user, sent):
    for name, octets in sent.items():
        curl(user, "-T", world.write(name, octets), url(world, "imap", "INBOX"))


def both(world, check, user, sent, *schemes):
    expected = [letters.digest(octets) for octets in sent.values()]
    for scheme in schemes:
        found = curl(user, url(world, scheme, "INBOX?ALL")).decode().split()[2:]
        got = [curl(user, url(world, scheme, f"INBOX;UID={uid}")) for uid in found]
        letters.same(check, f"curl {scheme}", [letters.digest(octets) for octets in got], expected)


def popped(world, check, user, sent):
    expected = [letters.digest(octets) for octets in sent.values()]
    for scheme in ("pop3", "pop3s"):
        listed = curl(user, url(world, scheme)).decode().splitlines()
        got = [curl(user, url(world, scheme, row.split()[0])) for row in listed if row.strip()]
        letters.same(check, f"curl {scheme}", [letters.digest(octets) for octets in got], expected)


def submit(world, check, sent):
    user = world.account()
    some = list(sent.items())[:12]
    for number, (name, octets) in enumerate(some):
        target = (f"smtp://127.0.0.1:{world.server.port('submission')}" if number % 2
                  else f"smtps://127.0.0.1:{world.server.port('smtps')}")
        curl(user, "--ssl-reqd", "--mail-from", f"{user}@localhost", "--mail-rcpt",
             f"{user}@localhost", "-T", world.write(name, octets), target)
    found = curl(user, url(world, "imap", "INBOX?ALL")).decode().split()[2:]
    got = [curl(user, url(world, "imap", f"INBOX;UID={uid}")) for uid in found]
    letters.same_delivered(check, "curl smtp", got, [octets for _, octets in some])
    return len(some)
