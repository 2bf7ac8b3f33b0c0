"""A small IMAP client that shows octets as they are: literals are never touched."""

import re
import socket
import ssl

from .verdict import Failed

LITERAL = re.compile(rb"\{(\d+)\}$")


def trusting_context():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def eight_bit_header(octets):
    """Such a header may only be appended by a client of UTF8=ACCEPT (RFC 6855 4)."""
    return not re.split(rb"\r?\n\r?\n", octets, maxsplit=1)[0].isascii()


class Imap:
    """One connection. A response is a list of items: bytes between literals, and literals."""

    def __init__(self, port, tls=False, login=None, password="pass", timeout=120):
        plain = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = trusting_context().wrap_socket(plain) if tls else plain
        self.file = self.socket.makefile("rb", 1 << 16)
        self.number = 0
        self.utf8 = False
        self.greeting = self.response()
        if login:
            self.command(f"LOGIN {login} {password}")

    def close(self):
        self.file.close()
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def send(self, octets):
        self.socket.sendall(octets)

    def line(self):
        line = self.file.readline()
        if not line.endswith(b"\r\n"):
            raise ConnectionError(f"the server closed the connection: {line!r}")
        return line[:-2]

    def response(self):
        """The next response, literals included: [text, literal, text, ...]."""
        items = [self.line()]
        found = LITERAL.search(items[-1])
        while found:
            size = int(found.group(1))
            literal = self.file.read(size)
            if len(literal) < size:
                raise ConnectionError("the server closed the connection in a literal")
            items += [literal, self.line()]
            found = LITERAL.search(items[-1])
        return items

    def begin(self, text, *literals):
        """Sends a command; literals stand where the text has {}. What need not wait goes out in one piece."""
        self.number += 1
        tag = b"t%d" % self.number
        pieces = (text.encode() if isinstance(text, str) else text).split(b"{}")
        pending = tag + b" " + pieces[0]
        untagged = []
        for literal, piece in zip(literals, pieces[1:]):
            self.send(pending + b"{%d}\r\n" % len(literal))
            response = self.response()
            while not response[0].startswith(b"+"):
                if response[0].startswith(tag + b" "):
                    raise Failed(f"{text}: {response[0]!r}")
                untagged.append(response)
                response = self.response()
            pending = literal + piece
        self.send(pending + b"\r\n")
        return tag, untagged

    def finish(self, tag, untagged, text="", check=True):
        while True:
            response = self.response()
            if response[0].startswith(tag + b" "):
                if check and not response[0].startswith(tag + b" OK"):
                    raise Failed(f"{text}: {response[0].decode(errors='replace')}")
                return untagged, response[0][len(tag) + 1:]
            untagged.append(response)

    def command(self, text, *literals, check=True):
        """Untagged responses and the tagged one's text; a NO or BAD is an error unless checked."""
        tag, untagged = self.begin(text, *literals)
        return self.finish(tag, untagged, text, check)

    def untagged(self, text, *literals):
        return self.command(text, *literals)[0]

    def append(self, octets, mailbox="INBOX", flags=""):
        space = f"({flags}) " if flags else ""
        form = "{}"
        if eight_bit_header(octets):
            if not self.utf8:
                self.command("ENABLE UTF8=ACCEPT")
                self.utf8 = True
            form = "UTF8 (~{})"
        _, done = self.command(f"APPEND {mailbox} {space}{form}", octets)
        found = re.search(rb"\[APPENDUID (\d+) (\d+)\]", done)
        return (int(found.group(1)), int(found.group(2))) if found else None

    def status(self, mailbox="INBOX", items="MESSAGES UIDNEXT UIDVALIDITY UNSEEN"):
        response = self.untagged(f"STATUS {mailbox} ({items})")[0][0].decode()
        words = response[response.rindex("(") + 1:response.rindex(")")].split()
        return {words[i]: int(words[i + 1]) for i in range(0, len(words), 2)}

    def fetch(self, numbers, items, uid=True):
        """{uid: (text, [literals])} for every FETCH response."""
        rows = {}
        for response in self.untagged(("UID " if uid else "") + f"FETCH {numbers} ({items})"):
            text = b" ".join(response[0::2]).decode(errors="replace")
            if " FETCH " in text:
                found = re.search(r"\bUID (\d+)", text)
                rows[int(found.group(1)) if found else int(text.split()[1])] = (text, response[1::2])
        return rows

    def flags(self, numbers="1:*"):
        """{uid: set of flags}."""
        rows = self.fetch(numbers, "UID FLAGS")
        return {uid: set(re.search(r"FLAGS \(([^)]*)\)", text).group(1).split())
                for uid, (text, _) in rows.items()}
