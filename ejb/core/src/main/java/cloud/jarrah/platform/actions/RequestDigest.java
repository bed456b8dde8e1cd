package cloud.jarrah.platform.actions;

import cloud.jarrah.api.Anything;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprint of what a caller asked for, before anything is looked up: a repeated request has the
 * same one, whatever has become of the world meanwhile. What is not supported has no part in it: it
 * was refused unless it was empty.
 */
public final class RequestDigest {
  /** Not part of what is asked for. */
  private static final Set<String> LEFT_OUT = Set.of("clientToken", "dryRun");

  private final StringBuilder text = new StringBuilder();

  private RequestDigest() {}

  /** Of a wire request; equal if all its fields are. */
  public static String of(Object request) {
    RequestDigest digest = new RequestDigest();
    digest.add("", request);
    return ClientToken.digest(digest.text.toString());
  }

  private void add(String name, @Nullable Object value) {
    if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        add(name + "." + i, items.get(i));
      }
    } else if (value != null && WireFields.isWireType(value)) {
      for (Field field : WireFields.of(value.getClass())) {
        if (!LEFT_OUT.contains(field.getName())) {
          add(name + "." + field.getName(), WireFields.read(field, value));
        }
      }
    } else if (value != null && !(value instanceof Anything)) {
      // With lengths, so that no value can pass for two.
      String written = value.toString();
      text.append(name).append('=').append(written.length()).append(':').append(written);
    }
  }
}
