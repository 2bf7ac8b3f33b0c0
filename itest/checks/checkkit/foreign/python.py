"""imaplib, poplib and smtplib."""

import imaplib
import poplib
import smtplib

from .. import letters
from ..imap import trusting_context
from ..verdict import require


def run(world, check):
    sent = world.sendable()
    submitted = submit(world, check, sent)
    appended = append(world, check, sent)
    return f"{submitted} by smtplib to imaplib and poplib, {appended} by imaplib both ways"


def submit(world, check, sent):
    """Submission with AUTH under STARTTLS and on the TLS port; read over IMAPS and POP3S."""
    user = world.account()
    server = world.server
    with smtplib.SMTP("127.0.0.1", server.port("submission"), timeout=60) as smtp, \
            smtplib.SMTP_SSL("127.0.0.1", server.port("smtps"), context=trusting_context()) as secure:
        smtp.starttls(context=trusting_context())
        for client in (smtp, secure):
            client.login(user, "pass")
        for number, octets in enumerate(sent.values()):
            (smtp, secure)[number % 2].sendmail(f"{user}@localhost", [f"{user}@localhost"], octets)
    expected = list(sent.values())
    letters.same_delivered(check, "smtplib to imaplib", by_imap(world, user), expected)
    letters.same_delivered(check, "smtplib to poplib", by_pop3(world, user), expected)
    return len(sent)


def by_imap(world, user):
    with imaplib.IMAP4_SSL("127.0.0.1", world.server.port("imaps"), ssl_context=trusting_context()) as imap:
        imap.login(user, "pass")
        imap.select("INBOX")
        _, found = imap.uid("SEARCH", "ALL")
        got = []
        for uid in found[0].split():
            status, data = imap.uid("FETCH", uid, "(UID BODY.PEEK[])")
            require(status == "OK", f"imaplib: UID FETCH {uid!r}: {data!r}")
            got.append(data[0][1])
        return got


def by_pop3(world, user):
    pop3 = poplib.POP3_SSL("127.0.0.1", world.server.port("pop3s"), context=trusting_context(), timeout=60)
    poplib._MAXLINE = 1 << 20  # the library's own limit of 2,048 octets a line is below RFC 5322's letters
    pop3.user(user)
    pop3.pass_("pass")
    count, _ = pop3.stat()
    require(len(pop3.uidl()[1]) == count, "poplib: UIDL and STAT disagree")
    got = []
    for number in range(1, count + 1):
        _, lines, _ = pop3.retr(number)
        octets = b"".join(line + b"\r\n" for line in lines)
        got.append(octets)
        pop3.dele(number)
    pop3.rset()
    pop3.dele(1)
    pop3.quit()
    again = poplib.POP3("127.0.0.1", world.server.port("pop3"), timeout=60)
    again.user(user)
    again.pass_("pass")
    require(again.stat()[0] == count - 1, "poplib: DELE and QUIT did not remove one letter")
    again.quit()
    return got


def append(world, check, sent):
    user = world.account()
    with imaplib.IMAP4("127.0.0.1", world.server.port("imap")) as imap:
        imap.starttls(trusting_context())
        imap.login(user, "pass")
        imap.create("Archive/Deep")
        for octets in sent.values():
            status, data = imap.append("Archive/Deep", "(\\Seen kept)", None, octets)
            require(status == "OK", f"imaplib: APPEND: {data!r}")
        status, _ = imap.select("Archive/Deep")
        require(status == "OK", "imaplib: SELECT")
        _, rows = imap.fetch("1:*", "(FLAGS BODY.PEEK[])")
        bodies = [row[1] for row in rows if isinstance(row, tuple)]
        flagged = [row for row in rows if b"\\Seen" in (row[0] if isinstance(row, tuple) else row)]
        check.expect(len(flagged) >= len(sent), f"imaplib: {len(flagged)} of {len(sent)} are \\Seen")
        letters.same(check, "imaplib both ways", [letters.digest(octets) for octets in bodies],
                     [letters.digest(octets) for octets in sent.values()])
        imap.store("1:*", "+FLAGS", "\\Deleted")
        imap.expunge()
        status, data = imap.status("Archive/Deep", "(MESSAGES)")
        check.expect(b"MESSAGES 0" in data[0], f"imaplib: after EXPUNGE {data!r}")
    return len(sent)
