"""Other IMAP servers to measure against: own folder, own port, ended by their own process id."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from .imap import Imap
from .server import free
from .unpacked import unpack
from .verdict import Failed, require

ACCOUNTS = 32
USER = "mail"  # whom the letters belong to


def free_port(first):
    return next(port for port in range(first, first + 500) if free(port))


class Rival:
    """with Rival(...) as server: ... Its accounts are user1 … with the password pass."""

    first_port = 22500

    def __init__(self, name):
        require(os.geteuid() == 0, "other servers take the identity of their users: run this as root")
        self.name = name
        self.folder = Path(tempfile.mkdtemp(prefix=f"rival-{name}-"))
        self.folder.chmod(0o755)
        self.imap = free_port(Rival.first_port)
        Rival.first_port = self.imap + 1
        self.process = None

    def __enter__(self):
        self.configure()
        with open(self.folder / "console.log", "ab") as log:
            self.process = self.start(log)
        deadline = time.monotonic() + 30
        while not self.answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                problem = (self.folder / "console.log").read_text(errors="replace")[-2000:]
                self.__exit__()
                raise Failed(f"{self.name} does not serve: {problem}")
            time.sleep(0.1)
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def answers(self):
        try:
            with Imap(self.imap, login="user1", timeout=10) as imap:
                imap.command("SELECT INBOX")
            return True
        except (OSError, Failed):
            return False

    @property
    def pid(self):
        return self.process.pid


class Dovecot(Rival):
    """Debian's; fsync at its default, a user's mail in the format asked for."""

    def __init__(self, name, form="sdbox", reused=False, tls=False):
        super().__init__(name)
        require(shutil.which("dovecot"), "dovecot is missing: apt-get install dovecot-imapd")
        self.form = form
        self.reused = reused
        self.tls = tls

    def configure(self):
        serving = "service_count = 0\n  process_min_avail = 8" if self.reused else ""
        (self.folder / "mail").mkdir()
        shutil.chown(self.folder / "mail", USER, USER)
        (self.folder / "dovecot.conf").write_text(f"""
base_dir = {self.folder}/run
state_dir = {self.folder}/state
log_path = {self.folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
mail_location = {self.form}:{self.folder}/mail/%u
mail_max_userip_connections = 0
disable_plaintext_auth = no
first_valid_uid = 1
{self.secured()}
passdb {{
  driver = static
  args = password=pass
}}
userdb {{
  driver = static
  args = uid={USER} gid={USER} home={self.folder}/mail/%u
}}
service imap-login {{
  inet_listener imap {{
    port = {0 if self.tls else self.imap}
  }}
  inet_listener imaps {{
    port = {self.imap if self.tls else 0}
  }}
  process_limit = 2000
  {serving}
}}
service imap {{
  process_limit = 2000
  {serving}
}}
service anvil {{
  client_limit = 5000
}}
service auth {{
  client_limit = 8000
}}
""")

    def secured(self):
        if not self.tls:
            return "ssl = no"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-subj", "/CN=localhost", "-keyout", self.folder / "key.pem", "-out", self.folder / "cert.pem"],
                       check=True, capture_output=True)
        return f"ssl = yes\nssl_cert = <{self.folder}/cert.pem\nssl_key = <{self.folder}/key.pem"

    def start(self, log):
        return subprocess.Popen(["dovecot", "-F", "-c", self.folder / "dovecot.conf"], stdout=log, stderr=log,
                                stdin=subprocess.DEVNULL)

    def answers(self):
        try:
            with Imap(self.imap, tls=self.tls, login="user1", timeout=10) as imap:
                imap.command("SELECT INBOX")
            return True
        except (OSError, Failed):
            return False


class Cyrus(Rival):
    """Debian's, unpacked: it can't be installed beside Dovecot."""

    PACKAGES = ["cyrus-common", "cyrus-imapd", "sasl2-bin", "libclamav12", "libical3", "libpcre3", "libxapian30",
                "libzephyr4", "libmspack0", "libwrap0"]

    def __init__(self):
        super().__init__("cyrus")
        disk = unpack("cyrus", self.PACKAGES)
        self.bin = disk / "usr/lib/cyrus/bin"
        self.saslpasswd = disk / "usr/sbin/saslpasswd2"
        libraries = [disk / folder for folder in ("usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu", "usr/lib/cyrus/lib")]
        self.environment = {**os.environ, "LD_LIBRARY_PATH": ":".join(map(str, libraries)), "CYRUS_USER": USER}

    def configure(self):
        for part in ("conf/db", "conf/socket", "conf/proc", "conf/lock", "conf/log", "conf/user", "conf/quota",
                     "conf/msg", "conf/ptclient", "spool/stage."):
            (self.folder / part).mkdir(parents=True)
        (self.folder / "imapd.conf").write_text(f"""
configdirectory: {self.folder}/conf
defaultpartition: default
partition-default: {self.folder}/spool
servername: localhost
allowplaintext: yes
unixhierarchysep: yes
admins: cyrus
cyrus_user: {USER}
autocreate_quota: 0
autocreate_users: anyone
idlesocket: {self.folder}/conf/socket/idle
maxlogins_per_host: 0
maxlogins_per_user: 0
maxmessagesize: 0
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {self.folder}/sasldb
sasl_mech_list: PLAIN
""")
        conf = f"-C {self.folder}/imapd.conf"
        (self.folder / "cyrus.conf").write_text(f"""
START {{
  recover cmd="{self.bin}/ctl_cyrusdb {conf} -r"
  idled cmd="{self.bin}/idled {conf}"
}}
SERVICES {{
  imap cmd="{self.bin}/imapd {conf} -U 30" listen="127.0.0.1:{self.imap}" prefork=0 maxchild=-1
}}
EVENTS {{
  checkpoint cmd="{self.bin}/ctl_cyrusdb {conf} -c" period=30
}}
""")
        for number in range(1, ACCOUNTS + 1):
            subprocess.run([self.saslpasswd, "-c", "-p", "-f", self.folder / "sasldb", "-u", "localhost",
                            f"user{number}"], input=b"pass", env=self.environment, check=True, capture_output=True)
        owner = pwd.getpwnam(USER)
        for path in [self.folder, *self.folder.rglob("*")]:
            os.chown(path, owner.pw_uid, owner.pw_gid)

    def start(self, log):
        return subprocess.Popen([self.bin / "master", "-C", self.folder / "imapd.conf", "-M", self.folder / "cyrus.conf",
                                 "-p", self.folder / "master.pid"],
                                stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self.environment,
                                cwd=self.folder, user=USER, group=USER, extra_groups=[])
