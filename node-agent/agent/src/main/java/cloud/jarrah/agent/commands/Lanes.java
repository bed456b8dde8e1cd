package cloud.jarrah.agent.commands;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One lane per instance that is being worked on: in it, one command at a time, the newest next. */
final class Lanes {
  private static final int MOST_WAITING = 16;

  private final Map<String, Lane> lanes = new HashMap<>();

  private static final class Lane {
    /** Somebody works in it, or is about to. */
    boolean taken;

    @Nullable Attempt current;
    final Deque<CommandEnvelope> waiting = new ArrayDeque<>();
    final Deque<Visit> visits = new ArrayDeque<>();

    Stream<CommandEnvelope> all() {
      @Nullable Attempt attempt = current;
      return Stream.concat(
          attempt == null ? Stream.empty() : Stream.of(attempt.envelope()), waiting.stream());
    }
  }

  /** One that needs several lanes, and has some of them. */
  private static final class Visit {
    private final Runnable begin;
    private int missing;

    Visit(int lanes, Runnable begin) {
      this.missing = lanes;
      this.begin = begin;
    }

    void got() {
      missing--;
      beginIfComplete();
    }

    void beginIfComplete() {
      if (missing == 0) {
        begin.run();
      }
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
    boolean start = !lane.taken;
    lane.taken = true;
    return new Admission(start, superseded);
  }

  /** To stop or remove an instance needs nothing of what is just being made for it. */
  private static void cutShort(@Nullable Attempt current, CommandEnvelope newer) {
    if (current != null && !(newer.command() instanceof EnsureRunning)) {
      current.supersede();
    }
  }

  /**
   * Takes all these lanes, before anything that waits in them; {@code begin} is run when the last
   * of them is free. Two that want the same lanes get all of them in the same order.
   */
  synchronized void occupy(Set<String> resources, Runnable begin) {
    Visit visit = new Visit(resources.size(), begin);
    for (String resource : resources) {
      Lane lane = lanes.computeIfAbsent(resource, id -> new Lane());
      if (lane.taken) {
        @Nullable Attempt current = lane.current;
        if (current != null) {
          current.supersede();
        }
        lane.visits.add(visit);
      } else {
        lane.taken = true;
        visit.missing--;
      }
    }
    visit.beginIfComplete();
  }

  /** Gives lanes back. The caller must work in those that are returned. */
  synchronized List<String> free(Set<String> resources) {
    List<String> waiting = new ArrayList<>();
    for (String resource : resources) {
      Lane lane = lanes.get(resource);
      if (lane != null && !isVisited(lane)) {
        if (lane.waiting.isEmpty()) {
          lanes.remove(resource);
        } else {
          waiting.add(resource);
        }
      }
    }
    return waiting;
  }

  private static boolean isVisited(Lane lane) {
    Visit visit = lane.visits.poll();
    if (visit == null) {
      return false;
    }
    visit.got();
    return true;
  }

  /** Whether nothing is being worked on. */
  synchronized boolean isEmpty() {
    return lanes.isEmpty();
  }

  /** Ends the lane's present command and begins the next; null: there is none. */
  synchronized @Nullable Attempt next(String resource) {
    Lane lane = lanes.get(resource);
    if (lane == null) {
      return null;
    }
    lane.current = null;
    if (isVisited(lane)) {
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
