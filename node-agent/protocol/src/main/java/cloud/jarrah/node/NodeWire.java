package cloud.jarrah.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.function.ToIntFunction;

/**
 * Puts commands and reports into JSON text and back. Unknown fields are ignored so that a newer
 * side can talk to an older one; unknown kinds are an error.
 */
public final class NodeWire {

  /** Largest report a host may send: 2 000 instances with a kilobyte each, or a console. */
  public static final int MAX_CHARACTERS = 4 * 1024 * 1024;

  public static final String COMMAND_QUEUE_PREFIX = "jarrah.node.";
  public static final String REPORT_QUEUE = "jarrah.reports";

  /** String property of every message that names the host it is for or from. */
  public static final String HOST_PROPERTY = "jarrahHost";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(50)
                .maxStringLength(MAX_CHARACTERS)
                .build());
  }

  private NodeWire() {}

  public static String encode(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot encode " + value.getClass().getSimpleName(), e);
    }
  }

  /** Reads what the other side sent; refuses anything malformed or oversized. */
  public static <T> T decode(String text, Class<T> type) throws MalformedMessageException {
    if (text.length() > MAX_CHARACTERS) {
      throw new MalformedMessageException("message of " + text.length() + " characters", null);
    }
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new MalformedMessageException("empty message", null);
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new MalformedMessageException("not a valid " + type.getSimpleName(), e);
    }
  }

  /** Reads a command; one of an unknown version is told apart from a malformed one. */
  public static CommandEnvelope decodeCommand(String text) throws MalformedMessageException {
    return decodeKnown(text, CommandEnvelope.class, CommandEnvelope::version);
  }

  /** Reads a report; one of an unknown version is told apart from a malformed one. */
  public static ReportEnvelope decodeReport(String text) throws MalformedMessageException {
    return decodeKnown(text, ReportEnvelope.class, ReportEnvelope::version);
  }

  private static <T> T decodeKnown(String text, Class<T> type, ToIntFunction<T> version)
      throws MalformedMessageException {
    T message;
    try {
      message = decode(text, type);
    } catch (MalformedMessageException e) {
      // A newer side's kinds cannot be read here, its envelope can.
      MessageHeader header = decode(text, MessageHeader.class);
      throw MessageVersions.understood(header.version()) ? e : new UnknownVersionException(header);
    }
    if (!MessageVersions.understood(version.applyAsInt(message))) {
      throw new UnknownVersionException(decode(text, MessageHeader.class));
    }
    return message;
  }
}
