"""A private MariaDB, set up like the platform's MySQL 8: `python -m demo.mariadb run [DIR] -- command`.

It has a socket of its own and no port, keeps its data in DIR (var/mariadb) and ends with the command.
The command finds QI_DB and QI_DB_SOCKET in its environment.
"""

import fcntl
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
    folder.mkdir(parents=True, exist_ok=True)
    # a socket's path may have no more than 107 characters, a folder's may
    with _alone(folder), tempfile.TemporaryDirectory(prefix="qi-mariadb-") as short:
        if not (folder / "data" / "mysql").is_dir():
            _initialise(folder / "data")
        socket, log = Path(short) / "socket", folder / "server.log"
        server = _start(folder, socket, log)
        try:
            _wait_until_ready(server, socket, log)
            yield socket
        finally:
            _stop(server)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ServerFailed(f"Another private MariaDB uses {folder}.") from error
        yield


def _start(folder: Path, socket: Path, log: Path) -> subprocess.Popen[bytes]:
    configuration = folder / "server.cnf"
    configuration.write_text(CONFIGURATION.format(sql_mode=SQL_MODE), encoding="utf-8")
    with log.open("ab") as end:
        return subprocess.Popen(
            [
                program("mariadbd", "mysqld"),
                f"--defaults-file={configuration}",
                f"--datadir={(folder / 'data').resolve()}",
                f"--socket={socket}",
                f"--pid-file={socket.parent / 'pid'}",
                f"--tmpdir={socket.parent}",  # a server that starts clears the temporary tables it finds
                f"--user={getpass.getuser()}",
            ],
            stdout=end,
            stderr=end,
            start_new_session=True,  # Ctrl-C is for the command, which still needs its database
        )


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
        env=os.environ | {"TMPDIR": str(data.parent.resolve())},  # the machine's own is cleared by other servers
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
            raise ServerFailed(f"mariadbd did not start:\n{end}")
        time.sleep(0.05)


def _made_database(socket: Path) -> bool:
    try:
        connection = pymysql.connect(unix_socket=str(socket), user="root")
    except pymysql.OperationalError:  # beside Django, pymysql.err may be a second copy (of MySQLdb.err)
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


def leave_when_told() -> None:
    """SIGTERM ends Python at once, and would leave the server behind; this way it is stopped first."""
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))


def run(folder: Path, command: Sequence[str]) -> int:
    """The exit code of the command. Being told to end is passed on to it."""
    with private_server(folder) as socket, subprocess.Popen(command, env=environment(socket)) as child:
        before = {
            signal.SIGTERM: signal.signal(signal.SIGTERM, lambda *_: child.terminate()),
            # a terminal sends Ctrl-C to the command, too
            signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: None),
        }
        try:
            return child.wait()
        finally:
            for name, handler in before.items():
                signal.signal(name, handler)


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] != ["run"] or "--" not in arguments:
        raise SystemExit(__doc__)
    split = arguments.index("--")
    default = Path(os.environ.get("QI_VAR", "var")) / "mariadb"
    folder = Path(arguments[1]) if split > 1 else default
    leave_when_told()
    try:
        return run(folder, arguments[split + 1 :])
    except ServerFailed as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
