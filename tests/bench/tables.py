# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the bench that are about one large table: load, memory, search, sort."""

import os

from items import write_items
from measure import alternate, median, median_of, run

LOCALE = {'LC_ALL': 'fr_FR.UTF-8'}
COLUMN = 'title'
WORD = 'citron'


class Files:
    """One table as JSON, and as lines for programs that work on those."""

    def __init__(self, build, folder, rows):
        self.table = os.path.join(build, 'tests/bench/bench-table')
        self.tree = os.path.join(build, 'tests/bench/bench-json-tree')
        self.json = os.path.join(folder, f'items-{rows}.json')
        self.text = os.path.join(folder, f'items-{rows}.txt')
        self.column = os.path.join(folder, f'items-{rows}-{COLUMN}.txt')
        if not os.path.exists(self.column):
            write_items(self.json, rows)
            self.write_lines(self.text)
            self.write_lines(self.column, COLUMN)

    def write_lines(self, path, *arguments):
        with open(path, 'wb') as file:
            run([self.table, 'text', *arguments], from_socket=self.json, stdout=file)


def measure_load(files, runs):
    results = alternate(
        runs,
        ours=lambda: run([files.table, 'load'], from_socket=files.json),
        tree=lambda: run([files.tree], from_socket=files.json),
        python=lambda: run(['python3', '-c', 'import json, sys; json.load(sys.stdin)'],
                           from_socket=files.json),
        jq=lambda: run(['jq', 'length'], from_socket=files.json),
    )
    size = os.path.getsize(files.json)
    loads = [result.json() for result in results['ours']]
    wall = {name: median_of(side, 'wall') for name, side in results.items()}
    cpu = {name: median_of(side, 'cpu') for name, side in results.items()}
    peak = {name: median_of(side, 'peak') for name, side in results.items()}
    whole = median(load['whole'] for load in loads)
    first = median(load['first_row'] for load in loads)
    yield 'load', 'JsonParser, time', wall['ours'], wall['tree'], 'ms', 0.25
    yield 'load', 'JsonParser, CPU', cpu['ours'], cpu['tree'], 'ms', 0.25
    yield 'load', 'JsonParser, peak memory', peak['ours'], peak['tree'], 'B', 0.25
    yield 'load', 'python3 json, time', wall['ours'], wall['python'], 'ms', 1.0
    yield 'load', 'python3 json, peak memory', peak['ours'], peak['python'], 'B', 1.0
    yield 'load', 'jq, time', wall['ours'], wall['jq'], 'ms', 1.0
    yield 'load', 'jq, peak memory', peak['ours'], peak['jq'], 'B', 1.0
    yield 'load: first visible row', 'the whole load', first, whole, 'ms', 0.03
    yield 'memory of an open table', 'the JSON', loads[0]['table_bytes'], size, 'B', 1.5
    yield 'memory of the process that has it open', 'the JSON', peak['ours'], size, 'B', 1.5


def measure_search(files, runs):
    results = alternate(
        runs,
        ours=lambda: run([files.table, 'search', WORD], from_socket=files.json, env=LOCALE),
        grep=lambda: run(['grep', '-ic', WORD, files.text], env=LOCALE),
    )
    keys = [result.json() for result in results['ours']]
    grep = median_of(results['grep'], 'wall')
    first = median(run_keys[0]['wall'] for run_keys in keys)
    others = median(key['wall'] for run_keys in keys for key in run_keys[1:])
    every = median(sum(key['wall'] for key in run_keys) / len(run_keys) for run_keys in keys)
    yield 'filter: first keystroke', 'grep -ic', first, grep, 'ms', 1.0
    yield 'filter: each later keystroke', 'grep -ic', others, grep, 'ms', 1.0
    yield f'filter: mean of the {len(WORD)} of a word', 'grep -ic', every, grep, 'ms', 1.0


def measure_sort(files, runs):
    results = alternate(
        runs,
        ours=lambda: run([files.table, 'sort', COLUMN], from_socket=files.json, env=LOCALE),
        sort=lambda: run(['sort', '--output=/dev/null', files.column], env=LOCALE),
    )
    sorts = [result.json() for result in results['ours']]
    wall, cpu = median_of(results['sort'], 'wall'), median_of(results['sort'], 'cpu')
    yield 'sort by text', 'sort, time', median(one[0]['wall'] for one in sorts), wall, 'ms', 0.5
    yield 'sort by text', 'sort, CPU', median(one[0]['cpu'] for one in sorts), cpu, 'ms', 0.5
    yield ('sort by text: the other way', 'sort, time', median(one[1]['wall'] for one in sorts),
           wall, 'ms', 0.5)


MEASURES = {'load': measure_load, 'search': measure_search, 'sort': measure_sort}
