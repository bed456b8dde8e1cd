package cloud.jarrah.agent.commands;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One lane per instance that is being worked on: in it, one command at a time, the newest next. */
final class Lanes {
  private static final int MOST_WAITING = 16;

  private final Map<String, Lane> lanes = new HashMap<>();

  private static final class Lane {
    @Nullable Attempt current;
    final Deque<CommandEnvelope> waiting = new ArrayDeque<>();

    Stream<CommandEnvelope> all() {
      @Nullable Attempt attempt = current;
      return Stream.concat(
          attempt == null ? Stream.empty() : Stream.of(attempt.envelope()), waiting.stream());
    }
  }

  /**
   * What became of a command that came in.
   *
   * @param start nobody works in this lane: the caller must
   * @param superseded commands that will not be worked on any more
   */
  record Admission(boolean start, List<CommandEnvelope> superseded) {}

  synchronized Admission admit(CommandEnvelope command) {
    Lane lane = lanes.computeIfAbsent(command.resource(), id -> new Lane());
    boolean start = lane.current == null && lane.waiting.isEmpty();
    if (lane.all().anyMatch(c -> c.commandId().equals(command.commandId()))) {
      return new Admission(false, List.of());
    }
    long newest = lane.all().mapToLong(CommandEnvelope::generation).max().orElse(0);
    if (command.generation() < newest || lane.waiting.size() >= MOST_WAITING) {
      return new Admission(false, List.of(command));
    }
    List<CommandEnvelope> superseded = new ArrayList<>();
    if (command.generation() > newest) {
      superseded.addAll(lane.waiting);
      lane.waiting.clear();
      cutShort(lane.current, command);
    }
    lane.waiting.add(command);
    return new Admission(start, superseded);
  }

  /** To stop or remove an instance needs nothing of what is just being made for it. */
  private static void cutShort(@Nullable Attempt current, CommandEnvelope newer) {
    if (current != null && !(newer.command() instanceof EnsureRunning)) {
      current.supersede();
    }
  }

  /** Ends the lane's present command and begins the next; null: there is none. */
  synchronized @Nullable Attempt next(String resource) {
    Lane lane = lanes.get(resource);
    if (lane == null) {
      return null;
    }
    CommandEnvelope envelope = lane.waiting.poll();
    if (envelope == null) {
      lanes.remove(resource);
      return null;
    }
    lane.current = new Attempt(envelope);
    return lane.current;
  }
}
