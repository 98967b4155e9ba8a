# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the bench that are about whole programs: start, reports of a month, a PDF."""

import contextlib
import datetime
import json
import os
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request

from measure import alternate, median, median_of, run

DPI = '110'


@contextlib.contextmanager
def open_shop(build, *options):
    """A demo shop: its address and the key that it gives out."""
    with subprocess.Popen([os.path.join(build, 'src/demo/comptoir-demo-shop'), '--seed=1', *options],
                          stdout=subprocess.PIPE, text=True) as shop:
        try:
            address = shop.stdout.readline().strip()
            form = urllib.parse.urlencode({'login': 'demo', 'password': 'demo'}).encode()
            with urllib.request.urlopen(address + '/workers/getAuthToken.php', form) as reply:
                token = json.load(reply)
            yield address, token['APIKEY']
        finally:
            shop.terminate()


def make_environment(address, key):
    return {'KASH_BASE_URL': address, 'KASH_SHOP_ID': 'demo-shop', 'KASH_API_KEY': key}


def measure_start(root, build, folder, runs):
    """On one virtual screen for all three; this script calls itself there."""
    output = subprocess.run([os.path.join(root, 'tests/on-screen'), sys.executable,
                             os.path.abspath(__file__), build, str(runs)],
                            stdout=subprocess.PIPE, check=True).stdout
    found = json.loads(output.splitlines()[-1])
    for name, target in (('empty window', 1.3), ('gnome-text-editor', 1.0)):
        for clock, title in (('wall', 'time'), ('cpu', 'CPU')):
            yield ('start to first frame, cached shop', f'{name}, {title}',
                   found['comptoir'][clock], found[name][clock], 'ms', target)


def start_on_screen(build, runs):
    environment = {'GSETTINGS_BACKEND': 'memory', 'GSETTINGS_SCHEMA_DIR': os.path.join(build, 'data'),
                   'COMPTOIR_LIBEXECDIR': os.path.join(build, 'src/preview')}
    os.environ.update(environment)
    frame = os.path.join(build, 'tests/bench/bench-first-frame')
    programs = {'comptoir': [os.path.join(build, 'src/app/comptoir')],
                'empty window': [os.path.join(build, 'tests/bench/bench-empty-window')],
                'gnome-text-editor': ['gnome-text-editor']}
    with subprocess.Popen(['gnome-keyring-daemon', '--unlock', '--foreground', '--components=secrets'],
                          stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as keyring:
        keyring.stdin.write(b'pw')
        keyring.stdin.close()
        with open_shop(build) as (address, _):
            subprocess.run(['gdbus', 'wait', '--session', 'org.freedesktop.secrets'], check=True)
            subprocess.run([os.path.join(build, 'src/cli/comptoir-cli'), 'sign-in', '--base-url', address],
                           input=b'demo\ndemo\n', stdout=subprocess.DEVNULL, check=True)
            # Once for whoever has something to keep, with the time to keep it.
            with subprocess.Popen(programs['comptoir']) as first:
                try:
                    first.wait(8)
                except subprocess.TimeoutExpired:
                    first.terminate()
            results = alternate(runs + 1, **{
                name: lambda program=program: run([frame, *program]).json()
                for name, program in programs.items()})
        keyring.terminate()
    # The first of each brought its files into memory.
    print(json.dumps({name: {clock: median(result[clock] for result in side[1:])
                             for clock in ('wall', 'cpu')} for name, side in results.items()}))


def fetch_month(build, folder, address, key, days):
    shutil.rmtree(folder, ignore_errors=True)
    return run([os.path.join(build, 'src/cli/comptoir-cli'), 'report', '--from', str(days[0]), '--to',
                str(days[-1]), '--format', 'csv', '--folder', folder],
               env=make_environment(address, key))


def fetch_month_with_curl(folder, config):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    return run(['curl', '--silent', '--no-progress-meter', '--fail', '--parallel', '--parallel-max', '6', '--config', config])


def measure_month(root, build, folder, runs):
    last = datetime.date.today() - datetime.timedelta(days=1)
    days = [last - datetime.timedelta(days=n) for n in range(30, -1, -1)]
    ours, theirs = os.path.join(folder, 'month'), os.path.join(folder, 'month-curl')
    config = os.path.join(folder, 'curl.config')
    with open_shop(build, '--latency=50') as (address, key):
        with open(config, 'w', opener=lambda path, flags: os.open(path, flags, 0o600),
                  encoding='utf-8') as file:
            for day in days:
                query = urllib.parse.urlencode({'idboutique': 'demo-shop', 'key': key, 'd': day.day,
                                                'm': day.month, 'y': day.year, 'formatExport': 'CSV'})
                file.write(f'url = "{address}/workers/getSales.php?{query}"\n'
                           f'output = "{theirs}/{day}.csv"\n')
        results = alternate(runs, ours=lambda: fetch_month(build, ours, address, key, days),
                            curl=lambda: fetch_month_with_curl(theirs, config))
    os.remove(config)
    for place in (ours, theirs):
        if len(os.listdir(place)) < len(days):
            raise SystemExit(f'{place} has not all of the days')
    yield ('31 days × 1 format, 50 ms latency', 'curl --parallel-max 6', median_of(results['ours'], 'wall'),
           median_of(results['curl'], 'wall'), 'ms', 1.1)


def measure_pdf(root, build, folder, runs):
    path = os.path.join(folder, 'report.pdf')
    if os.path.exists(path):
        os.remove(path)
    with open_shop(build) as (address, key):
        run([os.path.join(build, 'src/cli/comptoir-cli'), 'report', '--date', 'yesterday', '--format', 'pdf',
             '--output', path], env=make_environment(address, key))
    environment = {'COMPTOIR_LIBEXECDIR': os.path.join(build, 'src/preview')}
    results = alternate(
        runs,
        ours=lambda: run([os.path.join(build, 'tests/bench/bench-pdf'), path, DPI], env=environment).json(),
        poppler=lambda: run(['pdftoppm', '-f', '1', '-l', '1', '-r', DPI, path]))
    yield ('PDF: first page drawn', 'pdftoppm', median(one['wall'] for one in results['ours']),
           median_of(results['poppler'], 'wall'), 'ms', 1.1)


MEASURES = {'start': measure_start, 'month': measure_month, 'pdf': measure_pdf}

if __name__ == '__main__':
    start_on_screen(sys.argv[1], int(sys.argv[2]))
