"""Sessions in IDLE: how soon they hear of a flag, and what they take."""

import time

from . import proportional
from .imap import Imap

WARM = 50  # sessions that come and go before anything is measured


def idle(port, user="user1"):
    imap = Imap(port, login=user)
    imap.command("SELECT INBOX")
    imap.send(b"x IDLE\r\n")
    while not imap.line().startswith(b"+"):
        pass
    return imap


def flag_times(port, changes):
    """Milliseconds from asking for a flag's change to the untagged FETCH of another session, each."""
    times = []
    with Imap(port, login="user1") as writer:
        writer.append(b"Subject: flagged\r\n\r\nx\r\n")
        writer.command("SELECT INBOX")
        writer.command("STORE 1 +FLAGS.SILENT (\\Flagged)")  # so that the first change is one
        with idle(port) as watching:
            for number in range(changes):
                begun = time.perf_counter()
                tag, untagged = writer.begin(f"STORE 1 {'-+'[number % 2]}FLAGS.SILENT (\\Flagged)")
                while b" FETCH " not in watching.line():
                    pass
                times.append((time.perf_counter() - begun) * 1e3)
                writer.finish(tag, untagged, "STORE")
                time.sleep(0.002)
    return times


def octets_each(port, pid, sessions):
    """PSS of a session in IDLE, in octets."""
    for imap in [idle(port) for _ in range(WARM)]:
        imap.close()
    before = proportional.octets(pid)
    waiting = [idle(port) for _ in range(sessions)]
    each = (proportional.octets(pid) - before) / sessions
    for imap in waiting:
        imap.close()
    return each
