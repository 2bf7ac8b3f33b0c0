"""What the server shows while plugins are replaced, several times a second."""

import threading
import time

from . import plugins

PERIOD = 0.15


class Timeline:
    """with Timeline(server) as line: ...; line.samples is a list of (time, {(protocol, version): sessions})."""

    def __init__(self, server):
        self.server = server
        self.samples = []
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()

    def watch(self):
        while not self.over.wait(PERIOD):
            sessions = {}
            for protocol, version, _, count in plugins.revisions(self.server):
                sessions[protocol, version] = sessions.get((protocol, version), 0) + count
            self.samples.append((time.time(), sessions))
