"""A small POP3 client that shows octets as they are: only the framing is taken off."""

import socket

from .imap import trusting_context
from .verdict import Failed


class Pop3:
    def __init__(self, port, tls=False, login=None, password="pass", timeout=120):
        plain = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self.socket = trusting_context().wrap_socket(plain) if tls else plain
        self.file = self.socket.makefile("rb", 1 << 16)
        self.line()
        if login:
            self.command("USER " + login)
            self.command("PASS " + password)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        self.socket.close()

    def line(self):
        line = self.file.readline()
        if not line.endswith(b"\r\n"):
            raise ConnectionError(f"the server closed the connection: {line!r}")
        return line[:-2]

    def command(self, text):
        self.socket.sendall(text.encode() + b"\r\n")
        answer = self.line()
        if not answer.startswith(b"+OK"):
            raise Failed(f"{text}: {answer.decode(errors='replace')}")
        return answer[4:].decode(errors="replace")

    def octets(self, text):
        """A multi-line response: lines end in CRLF only, a dot in front of a dot is taken off."""
        self.command(text)
        lines, line = [], b""
        while True:
            line += self.file.readline()
            if not line:
                raise ConnectionError("the server closed the connection in a response")
            if not line.endswith(b"\r\n"):
                continue
            if line == b".\r\n":
                return b"".join(lines)
            lines.append(line[1:] if line.startswith(b".") else line)
            line = b""

    def pairs(self, text):
        """LIST or UIDL as {number: text}."""
        rows = self.octets(text).decode().splitlines()
        return {int(row.split()[0]): row.split()[1] for row in rows}
