"""Thunderbird on a screen that nobody sees: reads, shows, flags, moves, and hears of a new letter while it idles."""

import os
import shutil
import socket
import subprocess
import time

from ..imap import Imap
from ..server import ROOT
from ..verdict import require
from . import tool
from .marionette import Marionette

PICTURE = ROOT / "itest" / "target" / "thunderbird.png"
SUBJECTS = ["plain", "Grüße", "with a part"]
LETTERS = [
    "Subject: plain\r\nFrom: Anna <anna@example.com>\r\nTo: b@example.com\r\n"
    "Date: Fri, 2 Jan 2026 03:04:05 +0000\r\n\r\nThis is a plain letter.\r\n",
    "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nFrom: Bob <b@example.com>\r\nDate: Fri, 2 Jan 2026 03:05:05 +0000\r\n"
    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nc2Now7ZuCg==\r\n",
    "Subject: with a part\r\nFrom: Carl <c@example.com>\r\nDate: Fri, 2 Jan 2026 03:06:05 +0000\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee the part\r\n--b\r\n"
    "Content-Type: application/octet-stream; name=x.bin\r\nContent-Disposition: attachment; filename=x.bin\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nAAECAw==\r\n--b--\r\n",
]
PREFERENCES = {
    "mail.accountmanager.accounts": "account1", "mail.accountmanager.defaultaccount": "account1",
    "mail.account.account1.server": "server1", "mail.account.account1.identities": "id1",
    "mail.identity.id1.fullName": "Check", "mail.identity.id1.valid": True,
    "mail.identity.id1.fcc": False, "mail.identity.id1.draft_folder": "",
    "mail.server.server1.type": "imap", "mail.server.server1.hostname": "127.0.0.1",
    "mail.server.server1.socketType": 0, "mail.server.server1.authMethod": 3,
    "mail.server.server1.login_at_startup": False, "mail.server.server1.check_new_mail": True,
    "mail.server.server1.name": "restante", "mail.server.server1.use_idle": True,
    "mail.shell.checkDefaultClient": False, "mail.spotlight.firstRunDone": True, "mail.rights.version": 1,
    "mail.provider.suppress_dialog_on_startup": True, "mailnews.start_page.enabled": False,
    "mailnews.start_page_override.mstone": "ignore", "app.update.enabled": False, "app.update.auto": False,
    "datareporting.policy.dataSubmissionEnabled": False, "toolkit.telemetry.enabled": False,
    "app.donation.eoy.version.viewed": 999, "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False, "network.connectivity-service.enabled": False,
    "services.settings.server": "", "mail.inappnotifications.enabled": False,
}
LOGIN = """
const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
login.init("imap://127.0.0.1", null, "imap://127.0.0.1", arguments[0], "pass", "", "");
await Services.logins.addLoginAsync(login);
"""
INBOX = """
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const server = MailServices.accounts.accounts.map(each => each.incomingServer).find(each => each.type == "imap");
const inbox = server.rootFolder.getFolderWithFlags(0x1000);
const rows = () => [...inbox.messages].map(each => [each.mime2DecodedSubject, each.messageSize]);
"""
OPEN = INBOX + "server.getNewMessages(inbox ?? server.rootFolder, null, null); return !!inbox;"
ROWS = INBOX + "return inbox ? rows() : [];"
SHOW = INBOX + """
document.getElementById("tabmail").currentAbout3Pane.displayFolder(inbox.URI);
"""
READ = INBOX + """
const pane = document.getElementById("tabmail").currentAbout3Pane;
pane.threadTree.selectedIndex = 0;
await new Promise(done => pane.setTimeout(done, 2500));
return pane.threadTree.view.rowCount;
"""
FLAG = INBOX + """
inbox.markMessagesFlagged([...inbox.messages].filter(each => each.subject == "plain"), true);
"""
FOLDER = INBOX + "server.rootFolder.createSubfolder('Kept', null);"
MOVE = INBOX + """
const kept = server.rootFolder.subFolders.find(each => each.name == "Kept");
if (!kept) return false;
MailServices.copy.copyMessages(inbox, [...inbox.messages].filter(each => each.subject == "with a part"), kept, true,
                               null, null, false);
return true;
"""


def run(world, check):
    tool("thunderbird", "thunderbird")
    tool("Xvfb", "xvfb")
    tool("import", "imagemagick")
    user = world.account()
    with Imap(world.server.port("imap"), login=user) as imap:
        for letter in LETTERS:
            imap.append(letter.encode())
    folder = world.folder / "thunderbird"
    port = free_port()
    profile(folder, world.server.port("imap"), user, port)
    with Screen() as display, Program(folder, display), Marionette(port) as remote:
        return visit(world, check, remote, display, user)


def visit(world, check, remote, display, user):
    remote.run(LOGIN, user)
    require(until(lambda: remote.run(OPEN), bool), "thunderbird: finds no INBOX")
    remote.run(SHOW)
    rows = until(lambda: remote.run(ROWS), lambda found: len(found) == len(LETTERS))
    check.expect(sorted(row[0] for row in rows) == sorted(SUBJECTS), f"thunderbird: shows {rows}")
    shown = remote.run(READ)
    check.expect(shown == len(LETTERS), f"thunderbird: {shown} rows in its list")
    picture(display)
    remote.run(FLAG)
    with Imap(world.server.port("imap"), login=user) as imap:
        imap.command("SELECT INBOX")
        flags = until(lambda: (imap.command("NOOP"), imap.flags())[1], lambda found: "\\Flagged" in found.get(1, ()))
        check.expect("\\Flagged" in flags.get(1, ()), f"thunderbird: a flag that was set is not there: {flags}")
        imap.append(LETTERS[0].replace("plain", "news").encode())
    rows = until(lambda: remote.run(ROWS), lambda found: len(found) == len(LETTERS) + 1)
    check.expect("news" in [row[0] for row in rows], f"thunderbird: does not hear of a new letter: {rows}")
    remote.run(FOLDER)
    moved = until(lambda: remote.run(MOVE), bool)
    check.expect(moved, "thunderbird: the folder that it made is not there")
    rows = until(lambda: remote.run(ROWS), lambda found: len(found) == len(LETTERS))
    with Imap(world.server.port("imap"), login=user) as imap:
        answers = imap.untagged("SELECT Kept")
        check.expect(any(b"1 EXISTS" in items[0] for items in answers), f"thunderbird: moved nothing: {answers}")
    return (f"{len(LETTERS)} letters, a flag, a move, a letter that came while it idled; picture in"
            f" {PICTURE.relative_to(ROOT)}")


def until(look, wanted, patience=60):
    begun = time.monotonic()
    found = look()
    while not wanted(found) and time.monotonic() - begun < patience:
        time.sleep(0.3)
        found = look()
    return found


def picture(display):
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["import", "-window", "root", PICTURE], env=dict(os.environ, DISPLAY=display),
                          capture_output=True, text=True, timeout=60)
    require(done.returncode == 0, f"no picture: {done.stderr}")


def profile(folder, port, user, control):
    folder.mkdir()
    settings = dict(PREFERENCES, **{
        "mail.server.server1.port": port, "mail.server.server1.userName": user,
        "mail.identity.id1.useremail": f"{user}@localhost", "marionette.port": control})
    lines = [f'user_pref("{name}", {literal(value)});' for name, value in settings.items()]
    (folder / "user.js").write_text("\n".join(lines) + "\n")


def literal(value):
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else f'"{value}"'


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Screen:
    """with Screen() as display: ... A screen in memory."""

    def __enter__(self):
        read, write = os.pipe()
        self.process = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten",
                                         "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            number = said.readline().strip()
        require(number, "Xvfb does not start")
        return ":" + number

    def __exit__(self, *_):
        end(self.process)


class Program:
    """with Program(profile, display): ... Thunderbird with its remote control."""

    def __init__(self, folder, display):
        self.folder = folder
        self.display = display

    def __enter__(self):
        home = self.folder / "home"
        home.mkdir()
        self.process = subprocess.Popen(
            [shutil.which("thunderbird"), "--no-remote", "--profile", self.folder, "--marionette",
             "--remote-allow-system-access"],
            env=dict(os.environ, DISPLAY=self.display, HOME=str(home), LANG="C.UTF-8"), start_new_session=True,
            stdout=open(self.folder / "output", "wb"), stderr=subprocess.STDOUT)
        return self

    def __exit__(self, *_):
        end(self.process)


def end(process):
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
