package cloud.jarrah.web.query;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.web.http.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts Query parameters into a wire type; what the type does not know is ignored. */
final class Binder {
  private Binder() {}

  /** A new request of the type with everything the parameters say about it. */
  static <T> T bind(ParameterTree parameters, Class<T> type) {
    return type.cast(structure(parameters, type));
  }

  private static Object structure(ParameterTree node, Class<?> type) {
    RequestTable table = RequestTable.of(type);
    Object holder = table.newInstance();
    for (RequestTable.Parameter parameter : table.parameters()) {
      ParameterTree child = node.child(parameter.name());
      if (child != null) {
        set(holder, parameter, child);
      }
    }
    return holder;
  }

  private static void set(Object holder, RequestTable.Parameter parameter, ParameterTree node) {
    if (parameter.when() != null) {
      if (scalar(node, String.class).equals(parameter.when())) {
        parameter.set(holder, RequestTable.of(parameter.type()).newInstance());
      }
    } else if (parameter.type() == Anything.class) {
      if (node.saysAnything()) {
        parameter.set(holder, anything());
      }
    } else if (parameter.list()) {
      List<Object> items = new ArrayList<>();
      for (ParameterTree item : node.items()) {
        items.add(one(item, parameter));
      }
      parameter.add(holder, items);
    } else {
      parameter.set(holder, one(node, parameter));
    }
  }

  private static Object one(ParameterTree node, RequestTable.Parameter parameter) {
    Class<?> type = parameter.type();
    if (parameter.leaf() != null) {
      RequestTable table = RequestTable.of(type);
      Object holder = table.newInstance();
      RequestTable.Parameter leaf = table.field(parameter.leaf());
      leaf.set(holder, scalar(node, leaf.type()));
      return holder;
    }
    if (RequestTable.isScalar(type)) {
      return scalar(node, type);
    }
    if (node.value() != null) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "The parameter " + node.path() + " is a structure: give its parts after a dot.");
    }
    return structure(node, type);
  }

  private static Object scalar(ParameterTree node, Class<?> type) {
    String text = node.value();
    if (text == null || node.hasChildren()) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "The parameter " + node.path() + " is a single value: it has no parts.");
    }
    if (type == String.class) {
      return text;
    }
    Object value = type == Boolean.class ? bool(text) : number(text, type);
    if (value == null) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "Value ("
              + Text.shown(text)
              + ") for parameter "
              + node.path()
              + " is invalid. It must be "
              + (type == Boolean.class ? "true or false." : "a whole number."));
    }
    return value;
  }

  /** True and false as XML Schema writes them, in any case. */
  static @Nullable Boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Boolean.TRUE;
      case "false", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static @Nullable Object number(String text, Class<?> type) {
    if (!text.matches("[+-]?[0-9]{1,19}")) {
      return null;
    }
    try {
      return type == Integer.class ? (Object) Integer.valueOf(text) : (Object) Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Anything anything() {
    Anything anything = new Anything();
    anything.content.add("given");
    return anything;
  }
}
