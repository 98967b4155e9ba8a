# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, as a table to read and as JSON."""

import json


def write_figure(value, unit):
    if unit == 'B':
        return f'{value / 1e6:.1f} MB'
    return f'{value:.0f}' if unit == '' else f'{value:.1f} {unit}'


class Report:
    def __init__(self):
        self.rows = []

    def add(self, work, against, ours, other, unit, target, size=None):
        """other: what ours is divided by; None where ours alone is to be at most the target."""
        value = ours / other if other else ours
        reached = value <= target
        self.rows.append({'work': work, 'rows': size, 'against': against, 'ours': ours,
                          'other': other, 'unit': unit, 'value': value, 'target': target,
                          'reached': reached})
        size = f'{size:,} rows' if size else ''
        if other:
            figures = f'{write_figure(ours, unit)} / {write_figure(other, unit)}'
            result = f'{value:.3f} × (≤ {target:g})'
        else:
            figures = write_figure(ours, unit)
            result = f'≤ {write_figure(target, unit)}'
        print(f'{work:44} {size:14} {against:30} {figures:26} {result:20} '
              f'{"reached" if reached else "NOT REACHED"}', flush=True)

    def write(self, path, versions, runs):
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'versions': versions, 'runs': runs, 'results': self.rows}, file, indent=2,
                      ensure_ascii=False)
            file.write('\n')
