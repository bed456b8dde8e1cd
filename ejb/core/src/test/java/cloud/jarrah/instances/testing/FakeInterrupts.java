package cloud.jarrah.instances.testing;

import cloud.jarrah.node.NodeCommand.SendInterrupt;

/** Interrupts that guests have got: each number counts once. */
final class FakeInterrupts {
  private long last;
  private int count;

  void take(SendInterrupt command) {
    if (command.number() > last) {
      last = command.number();
      count++;
    }
  }

  int count() {
    return count;
  }
}
