# SPDX-License-Identifier: GPL-3.0-or-later
"""A program as a process of its own: how long it takes, what it costs, what it holds."""

import json
import os
import socket
import statistics
import subprocess
import threading
import time


class Run:
    """One run of one program. Milliseconds and bytes."""

    def __init__(self, wall, usage, output):
        self.wall = wall * 1e3
        self.cpu = (usage.ru_utime + usage.ru_stime) * 1e3
        self.peak = usage.ru_maxrss * 1024
        self.output = output

    def json(self):
        return json.loads(self.output)


def open_socket(path):
    """A connected socket from which the file's bytes can be read."""
    listener = socket.create_server(('127.0.0.1', 0))
    client = socket.create_connection(listener.getsockname())
    connection, _ = listener.accept()
    listener.close()

    def serve():
        with connection, open(path, 'rb') as file:
            offset, size = 0, os.path.getsize(path)
            try:
                # Not through this process's memory: a child's peak starts with its parent's.
                while offset < size:
                    offset += os.sendfile(connection.fileno(), file.fileno(), offset, 1 << 20)
            except (BrokenPipeError, ConnectionResetError):
                pass

    threading.Thread(target=serve, daemon=True).start()
    return client


def run(command, from_socket=None, stdout=None, env=None):
    """Runs a command to its end; from_socket is a file that its standard input brings."""
    client = open_socket(from_socket) if from_socket else None
    begin = time.monotonic()
    process = subprocess.Popen(
        command,
        stdin=client or subprocess.DEVNULL,
        stdout=stdout or subprocess.PIPE,
        env={**os.environ, **(env or {})},
    )
    if client:
        client.close()
    output = b''
    if stdout is None:
        with process.stdout:
            output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f'{command[0]} ended with {process.returncode}')
    return Run(wall, usage, output)


def alternate(runs, **sides):
    """Runs each side in turn, so that whatever else the machine does falls on all of them."""
    results = {name: [] for name in sides}
    for _ in range(runs):
        for name, side in sides.items():
            results[name].append(side())
    return results


def median(values):
    return statistics.median(values)


def median_of(results, attribute):
    return median(getattr(result, attribute) for result in results)
