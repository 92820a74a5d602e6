"""Writes to the action list of a session, and takes back what was written on this screen."""

from __future__ import annotations

from dataclasses import replace

from game.debrief.action_items import ItemFollowed, action_items
from game.session import ItemDraft
from game.table.parts.discussion.discussion import Discussion


class ActionListEditor:
    """The action list while a discussion is led. Every change is a new line of the session.

    To take one back writes a line, too: the item as it stood before.
    """

    def __init__(self, discussion: Discussion) -> None:
        self.discussion = discussion
        self._before: list[tuple[int, ItemDraft]] = []

    @property
    def items(self) -> tuple[ItemFollowed, ...]:
        """The items as they stand."""
        return action_items(self.discussion.log)

    def add(self, draft: ItemDraft) -> bool:
        """Add an item. Returns whether it was saved; the error is shown if not."""
        if not self.discussion.add(lambda: self.discussion.additions.action_item(draft)):
            return False
        added = self.discussion.log.item_versions[-1][0]
        self._before.append((added.item, replace(draft, status="removed")))
        return True

    def change(self, followed: ItemFollowed, draft: ItemDraft) -> bool:
        """Say how an item stands from now on. Returns whether it is saved."""
        item, before = followed.item.item, ItemDraft.like(followed.item)
        if draft == before:
            return True
        if not self._write(item, draft):
            return False
        self._before.append((item, before))
        return True

    def remove(self, followed: ItemFollowed) -> bool:
        """Take an item off the list."""
        return self.change(followed, replace(ItemDraft.like(followed.item), status="removed"))

    @property
    def can_undo(self) -> bool:
        """Whether something was written here that can be taken back."""
        return bool(self._before)

    def undo(self) -> bool:
        """Take back what was written last. Returns whether it is saved."""
        if not self._before or not self._write(*self._before[-1]):
            return False
        self._before.pop()
        return True

    def _write(self, item: int, draft: ItemDraft) -> bool:
        return self.discussion.add(lambda: self.discussion.additions.action_item(draft, item))
