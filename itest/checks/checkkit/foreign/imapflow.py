"""imapflow on Node.js: what mail services use to read mailboxes."""

import json
import subprocess
from pathlib import Path

from ..server import ROOT
from ..verdict import require
from . import run as command
from . import tool

VERSION = "1.7.8"


def run(world, check):
    tool("node", "nodejs")
    user = world.account()
    script = Path(__file__).with_name("imapflow.mjs")
    done = command("node", script, world.server.port("imaps"), user, modules(), patience=120)
    said = json.loads(done.stdout)
    same = Same(check, said)
    same("appended", [1, 2, 3])
    same("listed", [["INBOX", 3, 2], ["Work/2024", 0, 0]],
         [row for row in said["listed"] if row[0] in ("INBOX", "Work", "Work/2024")])
    same("exists", 3)
    rows = said["fetched"]
    same("subjects", ["grüße", "attached", "grüße"], [row["subject"] for row in rows])
    same("flags", [["\\Seen"], ["$Label", "\\Flagged"], []], [row["flags"] for row in rows])
    same("structures", [["text/plain", 0], ["multipart/mixed", 2], ["text/plain", 0]],
         [[row["type"], row["parts"]] for row in rows])
    same("octets", [[True, True]] * 3, [[row["size"], row["whole"]] for row in rows])
    same("dates", ["2024-01-02T03:04:05.000Z"] * 3, [row["date"] for row in rows])
    same("downloaded", "00010203")
    same("search", [1, 3])
    same("flagged", [2])
    same("or", [2])
    same("news", [["exists", 4], ["flags", 2, True]])
    same("moved", 2)
    same("deleted", True)
    same("left", [4])
    same("status", (2, 3), (said["status"]["messages"], said["status"]["uidNext"]))
    return f"{len(rows)} letters, a flag and a letter of another device while idling, a move"


class Same:
    def __init__(self, check, said):
        self.check = check
        self.said = said

    def __call__(self, what, expected, *got):
        found = got[0] if got else self.said[what]
        self.check.expect(found == expected, f"imapflow: {what}: {found!r} instead of {expected!r}")


def modules():
    """Where npm has put it; fetched once."""
    folder = ROOT / "itest" / "target" / "npm"
    if not (folder / "node_modules" / "imapflow").is_dir():
        tool("npm", "npm")
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", ".",
                               f"imapflow@{VERSION}"], cwd=folder, capture_output=True, text=True)
        require(done.returncode == 0, f"npm does not bring imapflow: {done.stderr[-500:]}")
    return folder
