package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;

/** What is on its way between two hosts is neither started nor stopped here. */
final class Moved {

  private Moved() {}

  static void refuse(JournalEntry before) throws CommandFailedException {
    if (before.wish() == Wish.ARRIVING || before.wish() == Wish.DEPARTED) {
      throw new CommandFailedException(
          "The instance "
              + before.instanceId()
              + (before.wish() == Wish.ARRIVING
                  ? " has not arrived on this host"
                  : " has moved to another host"),
          true,
          null);
    }
  }

  /**
   * What a move makes at its target, and removes at its source, would be the disk that the instance
   * runs on.
   */
  static void refuseSharedDisks(InstanceDisks disks) throws CommandFailedException {
    if (disks.isShared()) {
      throw new CommandFailedException(
          "Instances whose disks lie on storage that hosts share are not moved", false, null);
    }
  }
}
