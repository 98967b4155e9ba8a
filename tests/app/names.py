# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what assistive technologies are told of every control on screen: role, name and place."""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

# What a person acts on, whether the keyboard reaches it by itself or through what it is in.
CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "combo box", "entry", "text",
    "password text", "spin button", "slider", "menu item", "check menu item", "radio menu item",
    "page tab", "list item", "link", "switch", "calendar", "tree table", "table",
}


def is_visible(accessible):
    return accessible is not None and accessible.get_state_set().contains(Atspi.StateType.VISIBLE)


def children(accessible):
    found = (accessible.get_child_at_index(i) for i in range(accessible.get_child_count()))
    return [child for child in found if is_visible(child)]


def read(accessible):
    """What is in a row, which is what a screen reader says of one that has no name."""
    if accessible.get_role_name() == "label":
        return accessible.get_name()
    return " ".join(filter(None, (read(child) for child in children(accessible))))


def walk(accessible, path, in_row=False):
    role = accessible.get_role_name()
    name = " ".join((accessible.get_name() or (read(accessible) if role == "list item" else "")).split())
    path = f"{path}/{role} “{name}”"
    focusable = accessible.get_state_set().contains(Atspi.StateType.FOCUSABLE)
    # The arrow of a row in a tree takes the focus without being a control.
    if role in CONTROLS or focusable and not (in_row and role == "panel"):
        print(role, name, path, sep="\t")
    # Rows and cells are not controls, and there may be hundreds.
    if name == "GtkColumnListView":
        return
    # A list to choose from is one control, with a button inside that says nothing more.
    if role != "combo box":
        for child in children(accessible):
            walk(child, path, in_row or role == "list item")


desktop = Atspi.get_desktop(0)
for number in range(desktop.get_child_count()):
    program = desktop.get_child_at_index(number)
    if program is None or program.get_process_id() != int(sys.argv[1]):
        continue
    for window in children(program):
        walk(window, "")
