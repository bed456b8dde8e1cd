package cloud.jarrah.platform.actions;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the annotations on wire types ask of every protocol adapter, whichever the protocol. */
public final class WireFields {
  private static final String WIRE_TYPES = "cloud.jarrah.api.";

  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return Arrays.stream(type.getFields())
              .filter(field -> !Modifier.isStatic(field.getModifiers()))
              .toList();
        }
      };

  private WireFields() {}

  static List<Field> of(Class<?> wireType) {
    return FIELDS.get(wireType);
  }

  /**
   * Refuses a bound request that sets a field which is not supported yet.
   *
   * @throws ApiException UnsupportedOperation, naming the parameter
   */
  public static void refuseUnsupported(Object request) {
    refuseUnsupported(request, "");
  }

  private static void refuseUnsupported(Object wire, String path) {
    for (Field field : FIELDS.get(wire.getClass())) {
      Object value = read(field, wire);
      if (value == null) {
        continue;
      }
      String name = path + parameter(field);
      Unsupported unsupported = field.getAnnotation(Unsupported.class);
      if (unsupported != null && isSet(value, unsupported)) {
        throw new ApiException(
            ErrorCode.UNSUPPORTED_OPERATION,
            "The parameter " + name + " is not supported. Leave it out." + choices(unsupported));
      }
      if (value instanceof List<?> items) {
        for (int i = 0; i < items.size(); i++) {
          if (isWireType(items.get(i))) {
            refuseUnsupported(items.get(i), name + "." + (i + 1) + ".");
          }
        }
      } else if (isWireType(value)) {
        refuseUnsupported(value, name + ".");
      }
    }
  }

  /**
   * Takes out of an answer what the asked version of the API did not have yet.
   *
   * @param version a date, for example {@code 2013-10-15}
   */
  public static void dropNewerThan(String version, Object response) {
    for (Field field : FIELDS.get(response.getClass())) {
      Since since = field.getAnnotation(Since.class);
      Object value = read(field, response);
      if (value == null) {
        continue;
      }
      // Dates written as ISO 8601 compare as text.
      if (since != null && since.value().compareTo(version) > 0) {
        clear(field, response);
      } else if (value instanceof List<?> items) {
        items.stream().filter(WireFields::isWireType).forEach(item -> dropNewerThan(version, item));
      } else if (isWireType(value)) {
        dropNewerThan(version, value);
      }
    }
  }

  private static boolean isSet(Object value, Unsupported unsupported) {
    if (value instanceof Anything anything) {
      return anything.content.stream()
          .anyMatch(part -> !(part instanceof String text) || !text.isBlank());
    }
    String text = value.toString();
    return !text.isBlank() && !Arrays.asList(unsupported.except()).contains(text);
  }

  private static String choices(Unsupported unsupported) {
    return unsupported.except().length == 0
        ? ""
        : " The only accepted value is " + String.join(" or ", unsupported.except()) + ".";
  }

  /** The parameter's name as users of either protocol know it: that of the Query form. */
  private static String parameter(Field field) {
    QueryName[] names = field.getAnnotationsByType(QueryName.class);
    return names.length > 0
        ? names[0].value()
        : field.getName().substring(0, 1).toUpperCase(Locale.ROOT) + field.getName().substring(1);
  }

  /** Another request with the same values; what is below it is shared. */
  public static <T> T copyOf(T wire) {
    try {
      @SuppressWarnings("unchecked")
      Class<T> type = (Class<T>) wire.getClass();
      T copy = type.getConstructor().newInstance();
      for (Field field : FIELDS.get(type)) {
        field.set(copy, field.get(wire));
      }
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(wire.getClass() + " is not a wire type", e);
    }
  }

  static boolean isWireType(@Nullable Object value) {
    return value != null
        && !(value instanceof Anything)
        && value.getClass().getName().startsWith(WIRE_TYPES);
  }

  static @Nullable Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " must be public", e);
    }
  }

  private static void clear(Field field, Object owner) {
    try {
      field.set(owner, null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " must be public and not final", e);
    }
  }
}
