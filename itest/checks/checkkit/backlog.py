"""Listening sockets that outlive the server, held as systemd's socket units hold them, and clients that come
while the server is restarted."""

import fcntl
import socket
import threading
import time

from .server import WELL_KNOWN

HIGH = 100  # descriptors from here on are nobody else's
PERIOD = 0.02
PATIENCE = 60


class Backlog:
    def __init__(self, base):
        self.sockets = [self.listening(base, name) for name in WELL_KNOWN if name != "http"]
        self.descriptors = tuple(fcntl.fcntl(each.fileno(), fcntl.F_DUPFD, HIGH) for each in self.sockets)

    @staticmethod
    def listening(base, name):
        opened = socket.socket()
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(("127.0.0.1" if name == "lmtp" else "0.0.0.0", base + WELL_KNOWN[name]))
        opened.listen(1024)
        return opened

    def handing(self, words):
        """The command line that gives them to a program as descriptors from 3 on."""
        moves = " ".join(f"{3 + at}<&{descriptor} {descriptor}<&-"
                         for at, descriptor in enumerate(self.descriptors))
        script = f"export LISTEN_PID=$$ LISTEN_FDS={len(self.descriptors)}; exec \"$@\" {moves}"
        return ["bash", "-c", script, "handing", *map(str, words)]


class Callers:
    """with Callers(port) as callers: one connection after the other, each until it is greeted."""

    def __init__(self, port):
        self.port = port
        self.waits = []
        self.refused = []
        self.over = threading.Event()
        self.threads = []
        self.thread = threading.Thread(target=self.come, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
        for thread in self.threads:
            thread.join()

    def come(self):
        while not self.over.wait(PERIOD):
            thread = threading.Thread(target=self.call, daemon=True)
            self.threads.append(thread)
            thread.start()

    def call(self):
        begun = time.monotonic()
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as client:
                greeting = client.makefile("rb").readline()
            if not greeting.startswith(b"* OK"):
                self.refused.append(greeting.decode(errors="replace").strip() or "no greeting")
            self.waits.append(time.monotonic() - begun)
        except OSError as error:
            self.refused.append(str(error))
