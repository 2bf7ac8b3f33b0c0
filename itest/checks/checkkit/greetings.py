"""One client at each port, which tries until it is greeted: when a server that is just starting answers."""

import socket
import threading
import time

from .imap import trusting_context
from .server import WELL_KNOWN
from .verdict import require

STEP = 0.02
PATIENCE = 60
ASKED = {"http": b"GET /api/v1/status HTTP/1.0\r\n\r\n"}  # the others speak first
SECURED = ("imaps", "pop3s", "smtps")
EXPECTED = {"imap": b"* OK", "imaps": b"* OK", "pop3": b"+OK", "pop3s": b"+OK", "http": b"HTTP/1."}
READY = b"220 "


class Greetings:
    """Begins to count when it is made: start the server then."""

    def __init__(self, server):
        self.context = trusting_context()
        self.times = {}
        self.problems = {}
        self.over = threading.Event()
        self.begun = time.monotonic()
        self.threads = [threading.Thread(target=self.try_again, args=(name, server.port(name)), daemon=True)
                        for name in WELL_KNOWN]
        for thread in self.threads:
            thread.start()

    def wait(self, process):
        """{listener: (s until it accepted, s until it greeted)}"""
        while any(thread.is_alive() for thread in self.threads):
            for thread in self.threads:
                thread.join(0.1)
            if process.poll() is not None or time.monotonic() - self.begun > PATIENCE:
                self.over.set()
        missing = [f"{name} ({self.problems.get(name)})" for name in WELL_KNOWN if name not in self.times]
        require(not missing, "no greeting from " + ", ".join(missing))
        return self.times

    def try_again(self, name, port):
        while not self.over.is_set():
            try:
                self.times[name] = self.greeted(name, port)
                return
            except OSError as error:
                self.problems[name] = error
                self.over.wait(STEP)

    def greeted(self, name, port):
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as plain:
            accepted = time.monotonic() - self.begun
            client = self.context.wrap_socket(plain) if name in SECURED else plain
            client.sendall(ASKED.get(name, b""))
            answer = client.recv(100)
            if not answer.startswith(EXPECTED.get(name, READY)):
                raise OSError(f"it said {answer!r}")
            return accepted, time.monotonic() - self.begun
