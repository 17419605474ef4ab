"""A private MariaDB, set up like the platform's MySQL 8: `python -m demo.mariadb run [DIR] -- command`.

It has a socket of its own and no port, keeps its data in DIR (var/mariadb) and ends with the command.
The command finds QI_DB and QI_DB_SOCKET in its environment.
"""

import getpass
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pymysql

NOT_INSTALLED = "MariaDB is not installed. On Debian or Ubuntu: apt-get install mariadb-server"
READY_WITHIN_S = 60
STOPPED_WITHIN_S = 60
# What MySQL 8 has by default and MariaDB has not; READ COMMITTED is the platform's. A commit is written to
# the log at once and flushed within a second: it outlives our processes, not a power cut.
CONFIGURATION = """\
[mariadbd]
sql_mode = {sql_mode}
transaction_isolation = READ-COMMITTED
character_set_server = utf8mb4
collation_server = utf8mb4_unicode_ci
innodb_flush_log_at_trx_commit = 2
innodb_buffer_pool_size = 128M
performance_schema = OFF
skip_networking
skip_log_bin
"""
SQL_MODE = (
    "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
    "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"
)


class ServerFailed(Exception):
    """The server stopped, or never answered; the message ends with the end of its log."""


def program(*names: str) -> str:
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
    found = next((where for name in names if (where := shutil.which(name, path=path))), None)
    if found is None:
        raise SystemExit(NOT_INSTALLED)
    return found


@contextmanager
def private_server(folder: Path) -> Iterator[Path]:
    """Gives the socket. Data in the folder is used again; a database `qi` is there."""
    data = folder / "data"
    folder.mkdir(parents=True, exist_ok=True)
    if not (data / "mysql").is_dir():
        _initialise(data)
    configuration = folder / "server.cnf"
    configuration.write_text(CONFIGURATION.format(sql_mode=SQL_MODE), encoding="utf-8")
    # a socket's path may have no more than 107 characters, a folder's may
    log_file = folder / "server.log"
    with tempfile.TemporaryDirectory(prefix="qi-mariadb-") as short, log_file.open("ab") as log:
        socket = Path(short) / "socket"
        server = subprocess.Popen(
            [
                program("mariadbd", "mysqld"),
                f"--defaults-file={configuration}",
                f"--datadir={data.resolve()}",
                f"--socket={socket}",
                f"--pid-file={short}/pid",
                f"--user={getpass.getuser()}",
            ],
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for the command, which still needs its database
        )
        try:
            _wait_until_ready(server, socket, log_file)
            yield socket
        finally:
            _stop(server)


def _initialise(data: Path) -> None:
    shutil.rmtree(data, ignore_errors=True)  # a set-up that was cut short
    done = subprocess.run(
        [
            program("mariadb-install-db", "mysql_install_db"),
            "--no-defaults",
            f"--user={getpass.getuser()}",
            f"--datadir={data.resolve()}",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        shutil.rmtree(data, ignore_errors=True)
        raise ServerFailed(f"mariadb-install-db: {done.stdout[-1000:]} {done.stderr[-1000:]}")


def _wait_until_ready(server: subprocess.Popen[bytes], socket: Path, log: Path) -> None:
    give_up = time.monotonic() + READY_WITHIN_S
    while not _made_database(socket):
        if server.poll() is not None or time.monotonic() > give_up:
            end = log.read_bytes()[-1500:].decode(errors="replace")
            raise ServerFailed(f"mariadbd did not start (is another one using {log.parent}?):\n{end}")
        time.sleep(0.05)


def _made_database(socket: Path) -> bool:
    try:
        connection = pymysql.connect(unix_socket=str(socket), user="root")
    except pymysql.err.OperationalError:
        return False
    with connection, connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE IF NOT EXISTS qi CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
    return True


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(STOPPED_WITHIN_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def environment(socket: Path) -> dict[str, str]:
    return os.environ | {"QI_DB": "mariadb", "QI_DB_SOCKET": str(socket)}


def run(folder: Path, command: Sequence[str]) -> int:
    """The exit code of the command. Being told to end is passed on to it."""
    with private_server(folder) as socket, subprocess.Popen(command, env=environment(socket)) as child:
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        # a terminal sends Ctrl-C to the command, too
        signal.signal(signal.SIGINT, lambda *_: None)
        return child.wait()


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] != ["run"] or "--" not in arguments:
        raise SystemExit(__doc__)
    split = arguments.index("--")
    default = Path(os.environ.get("QI_VAR", "var")) / "mariadb"
    folder = Path(arguments[1]) if split > 1 else default
    try:
        return run(folder, arguments[split + 1 :])
    except ServerFailed as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
