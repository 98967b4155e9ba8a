#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up meson's junit logs and prints "N passed, N failed" as the last line.

usage: count.py STATUS LOG…   STATUS: 0 if meson called every run good
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

# what meson writes of a test's output as it came, though XML has no way to say it
NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def read(path):
    with open(path, encoding="utf-8", errors="replace") as log:
        return ElementTree.fromstring(NOT_XML.sub("", log.read())).iter("testcase")


passed = failed = skipped = 0
for path in sys.argv[2:]:
    try:
        cases = read(path)
    except (OSError, ElementTree.ParseError) as error:
        print(f"{path}: {error}")
        failed += 1
        continue
    for case in cases:
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1

if int(sys.argv[1]) and not failed:
    failed = 1  # a test that ended without saying which of its cases failed
if skipped:
    print(f"skipped: {skipped}")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
