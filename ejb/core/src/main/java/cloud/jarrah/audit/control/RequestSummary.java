package cloud.jarrah.audit.control;

import cloud.jarrah.api.Secret;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, in short, for the audit log: {@code imageId=ami-1 maxCount=2}. Long values are
 * cut, and whatever may be a secret is left out.
 */
final class RequestSummary {
  private static final Logger LOG = Logger.getLogger(RequestSummary.class);
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(secret|password|token|userdata|material|private|credential).*");
  private static final int MOST_VALUE = 64;
  private static final int MOST_DEPTH = 4;

  private RequestSummary() {}

  static String of(Object request) {
    List<String> parts = new ArrayList<>();
    collect("", request, 0, parts);
    return String.join(" ", parts);
  }

  private static void collect(String name, @Nullable Object value, int depth, List<String> parts) {
    if (value == null || depth > MOST_DEPTH) {
      return;
    }
    if (SECRET.matcher(name).matches()) {
      parts.add(name + "=(left out)");
    } else if (value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>) {
      parts.add(name + "=" + shortened(value.toString()));
    } else if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object item : items) {
        collect(name + "." + ++index, item, depth + 1, parts);
      }
    } else if (value.getClass().getName().startsWith("cloud.jarrah.")) {
      fields(name, value, depth, parts);
    }
  }

  private static void fields(String name, Object owner, int depth, List<String> parts) {
    String prefix = name.isEmpty() ? "" : name + ".";
    try {
      if (owner.getClass().isRecord()) {
        for (RecordComponent part : owner.getClass().getRecordComponents()) {
          collect(prefix + part.getName(), part.getAccessor().invoke(owner), depth + 1, parts);
        }
        return;
      }
      for (Field field : owner.getClass().getFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        Object value = field.get(owner);
        if (value != null && field.isAnnotationPresent(Secret.class)) {
          parts.add(prefix + field.getName() + "=(left out)");
        } else {
          collect(prefix + field.getName(), value, depth + 1, parts);
        }
      }
    } catch (ReflectiveOperationException e) {
      LOG.debugf(e, "cannot read %s for the audit log", owner.getClass());
      parts.add(prefix + "(unreadable)");
    }
  }

  private static String shortened(String value) {
    String cut = value.length() <= MOST_VALUE ? value : value.substring(0, MOST_VALUE) + "…";
    return cut.replaceAll("[\\p{Cc}\\p{Cf}\\s]", "_");
  }
}
