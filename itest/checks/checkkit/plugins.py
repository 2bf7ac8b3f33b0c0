"""Builds of a plugin: what the distribution has, with another version, and how they are deployed."""

import json
import re
import time
import urllib.parse
import zipfile
from pathlib import Path

from .server import ROOT
from .verdict import require

PROTOCOLS = ("imap", "pop3", "smtp")
VERSION = re.compile(rb"^Bundle-Version: .*?\r?$", re.M)
MANIFEST = "META-INF/MANIFEST.MF"


def original(protocol):
    """The plugin's jar in the distribution."""
    found = sorted((ROOT / "dist/target/restante/plugins").glob(f"restante-plugin-{protocol}-*.jar"))
    require(len(found) == 1, f"the distribution has {len(found)} plugins for {protocol}")
    return found[0]


def versioned(jar, version, folder):
    """A copy with another Bundle-Version; its file has the name that the plugin has in deploy/."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    target = Path(folder) / f"{jar.stem.split('-0')[0]}-{version}.jar"
    with zipfile.ZipFile(jar) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == MANIFEST:
                content, count = VERSION.subn(b"Bundle-Version: " + version.encode() + b"\r", content)
                require(count == 1, f"{jar.name} has {count} lines of Bundle-Version")
            copy.writestr(entry, content)
    return target


def deploy(server, jar):
    """By the admin API; returns when its sessions have moved, with the seconds that it took."""
    begun = time.monotonic()
    status, answer = server.request("POST", "/api/v1/bundles?file=" + urllib.parse.quote(jar.name),
                                    jar.read_bytes(), "application/java-archive")
    require(status == 201, f"{jar.name} is refused: {status} {answer[:600]!r}")
    return time.monotonic() - begun


def revisions(server):
    """[(protocol, version, state, sessions)] of what the deployer has now."""
    status, answer = server.request("GET", "/api/v1/bundles")
    require(status == 200, f"/bundles answers {status}")
    return [(row["protocol"], row["version"], row["state"], row.get("sessions", 0))
            for row in json.loads(answer) if row.get("protocol")]
