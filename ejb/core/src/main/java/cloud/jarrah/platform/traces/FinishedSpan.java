package cloud.jarrah.platform.traces;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done for a request. A transaction that is repeated may tell of the same span
 * twice: it then has the same id.
 *
 * @param requestId the API request that it belongs to
 * @param part what it is within the request, the same each time it is told of; null: the request
 *     itself
 * @param name of few values, such as the name of an action
 * @param attributes of the names in {@link Attribute}
 * @param failure why it failed, from a few known words; null: it did not
 */
public record FinishedSpan(
    String requestId,
    @Nullable String part,
    String name,
    Instant begun,
    Instant ended,
    Map<Attribute, String> attributes,
    @Nullable String failure) {

  public FinishedSpan {
    attributes = Map.copyOf(attributes);
    if (ended.isBefore(begun)) {
      // Two clocks that disagree.
      ended = begun;
    }
  }

  /** What is told of a span beside its name. */
  public enum Attribute {
    REQUEST("jarrah.request.id"),
    ACCOUNT("jarrah.account.id"),
    PROTOCOL("jarrah.protocol"),
    OUTCOME("jarrah.outcome"),
    COMMAND("jarrah.command.id"),
    HOST("jarrah.host.id"),
    RESOURCE("jarrah.resource.id"),
    GENERATION("jarrah.generation"),
    SENDINGS("jarrah.sendings");

    private final String dotted;

    Attribute(String dotted) {
      this.dotted = dotted;
    }

    public String dotted() {
      return dotted;
    }
  }
}
