"""The remote control that Mozilla's programs have: a JSON array behind its length, and an answer to each."""

import json
import socket
import time

from ..verdict import Failed, require


class Marionette:
    """with Marionette(port) as remote: remote.run("return 1")"""

    def __init__(self, port, patience=120):
        self.number = 0
        self.socket = connect(port, patience)
        self.socket.settimeout(patience)
        self.file = self.socket.makefile("rb")
        self.receive()
        self.ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})
        self.ask("WebDriver:SetTimeouts", {"script": patience * 1000})
        self.ask("Marionette:SetContext", {"value": "chrome"})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        self.socket.close()

    def run(self, script, *arguments):
        """The value of a script of the program's own kind; a promise is waited for."""
        answer = self.ask("WebDriver:ExecuteScript", {"script": f"return (async () => {{ {script} }})();",
                                                      "args": list(arguments)})
        return answer["value"]

    def ask(self, command, parameters):
        self.number += 1
        octets = json.dumps([0, self.number, command, parameters]).encode()
        self.socket.sendall(f"{len(octets)}:".encode() + octets)
        _, _, error, result = self.receive()
        require(not error, f"{command}: {error}")
        return result

    def receive(self):
        length = b""
        while (octet := self.file.read(1)) != b":":
            require(octet, "the program closed its remote control")
            length += octet
        return json.loads(self.file.read(int(length)))


def connect(port, patience):
    begun = time.monotonic()
    while time.monotonic() - begun < patience:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=patience)
        except ConnectionRefusedError:
            time.sleep(0.2)
    raise Failed(f"nothing listens on port {port} after {patience} s")
