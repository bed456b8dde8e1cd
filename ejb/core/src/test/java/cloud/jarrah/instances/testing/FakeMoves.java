package cloud.jarrah.instances.testing;

import cloud.jarrah.instances.testing.FakeHost.Failure;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The agent's rules for instances that move between hosts. */
final class FakeMoves {
  private FakeMoves() {}

  /** What the host remembers of an instance; a tombstone has no disk. */
  static final class Entry {
    long generation;
    long bootGeneration;
    Power power = Power.ABSENT;
    boolean concluded;
    @Nullable String detail;
    long tried;

    boolean arrives() {
      boolean awaited = power == Power.ARRIVING;
      power = awaited ? Power.RUNNING : power;
      return awaited;
    }

    boolean between() {
      return power == Power.ARRIVING || power == Power.DEPARTED;
    }
  }

  static String digest(Map<String, Entry> journal) {
    StringBuilder text = new StringBuilder();
    journal.forEach(
        (instance, entry) -> text.append(instance).append(entry.generation).append(entry.power));
    return Integer.toHexString(text.toString().hashCode());
  }

  static boolean isMove(NodeCommand command) {
    return command instanceof NodeCommand.PrepareArrival
        || command instanceof NodeCommand.AcceptArrival
        || command instanceof NodeCommand.CancelArrival
        || command instanceof NodeCommand.Depart
        || command instanceof NodeCommand.CancelDeparture;
  }

  /** Works off what is about a move; gives what stands against it, and against other commands. */
  static Optional<Failure> apply(
      CommandEnvelope envelope, Entry entry, Function<String, FakeHost> peers) {
    NodeCommand command = envelope.command();
    if (command instanceof NodeCommand.PrepareArrival prepare) {
      if (entry.power != Power.ABSENT && entry.power != Power.ARRIVING) {
        return Optional.of(new Failure(false, "it is here already"));
      }
      entry.power = Power.ARRIVING;
      entry.bootGeneration = prepare.bootGeneration();
    } else if (command instanceof NodeCommand.AcceptArrival) {
      entry.power = entry.power == Power.ARRIVING ? Power.CRASHED : entry.power;
    } else if (command instanceof NodeCommand.CancelArrival) {
      entry.power = entry.power == Power.ARRIVING ? Power.ABSENT : entry.power;
    } else if (command instanceof NodeCommand.Depart depart) {
      return depart(envelope, entry, peers.apply(depart.to().hostId()));
    } else if (command instanceof NodeCommand.CancelDeparture cancel) {
      boolean back = cancel.returned() && entry.power == Power.DEPARTED;
      entry.power = back ? Power.CRASHED : entry.power;
    } else if (entry.between() && !(command instanceof NodeCommand.EnsureAbsent)) {
      return Optional.of(new Failure(true, "it is between two hosts"));
    } else if (command instanceof NodeCommand.EnsureStopped && entry.power == Power.ABSENT) {
      // To say "stopped" would promise a disk.
      return Optional.of(new Failure(false, "it is not on this host"));
    }
    return Optional.empty();
  }

  private static Optional<Failure> depart(CommandEnvelope envelope, Entry entry, FakeHost target) {
    if (entry.power == Power.DEPARTED) {
      return Optional.empty();
    }
    boolean first = entry.tried < envelope.generation();
    entry.tried = envelope.generation();
    if (first && entry.power == Power.RUNNING && target.takesIn(envelope.resource())) {
      entry.power = Power.DEPARTED;
      return Optional.empty();
    }
    return Optional.of(new Failure(false, "it was not moved"));
  }
}
