"""A small LMTP and SMTP client that sends octets as they are."""

import socket

from .verdict import Failed


def stuffed(octets):
    """The content of DATA: dots doubled at the start of lines that end in CRLF."""
    body = octets.replace(b"\r\n.", b"\r\n..")
    return (b"." if body.startswith(b".") else b"") + body


class Lmtp:
    def __init__(self, port, greeting="LHLO check.example", timeout=120):
        self.lmtp = greeting.startswith("LHLO")
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")
        self.reply()
        self.command(greeting)

    def close(self):
        self.file.close()
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def reply(self):
        lines = []
        while True:
            line = self.file.readline()
            if not line.endswith(b"\r\n"):
                raise ConnectionError(f"the server closed the connection: {line!r}")
            lines.append(line.decode(errors="replace").rstrip())
            if line[3:4] != b"-":
                return int(line[:3]), "\n".join(lines)

    def command(self, text, expected=2):
        self.socket.sendall(text.encode() + b"\r\n")
        code, reply = self.reply()
        if code // 100 != expected:
            raise Failed(f"{text}: {reply}")
        return reply

    def deliver(self, octets, *recipients, sender="check@check.example"):
        """Sends a letter that ends in CRLF; the replies, one for each recipient (SMTP: one)."""
        self.command(f"MAIL FROM:<{sender}>")
        for recipient in recipients:
            self.command(f"RCPT TO:<{recipient}>")
        self.command("DATA", 3)
        self.socket.sendall(stuffed(octets) + b".\r\n")
        return [self.reply() for _ in (recipients if self.lmtp else recipients[:1])]
