package cloud.jarrah.web.query;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.QueryName;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a wire type looks like as Query parameters, by the rules of {@link QueryName}. */
final class RequestTable {
  private static final Set<Class<?>> SCALARS =
      Set.of(String.class, Integer.class, Long.class, Boolean.class);

  private static final ClassValue<RequestTable> TABLES =
      new ClassValue<>() {
        @Override
        protected RequestTable computeValue(Class<?> type) {
          return new RequestTable(type);
        }
      };

  private final Constructor<?> constructor;
  private final List<Parameter> parameters = new ArrayList<>();

  private RequestTable(Class<?> type) {
    try {
      constructor = type.getConstructor();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " must have a public constructor", e);
    }
    for (Field field : type.getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        addAll(field);
      }
    }
  }

  static RequestTable of(Class<?> type) {
    return TABLES.get(type);
  }

  static boolean isScalar(Class<?> type) {
    return SCALARS.contains(type);
  }

  private void addAll(Field field) {
    boolean list = List.class.isAssignableFrom(field.getType());
    Class<?> type =
        list
            ? (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]
            : field.getType();
    QueryName[] names = field.getAnnotationsByType(QueryName.class);
    if (names.length == 0) {
      parameters.add(new Parameter(plainName(field), null, null, type, list, field));
    }
    for (QueryName name : names) {
      String leaf = name.leaf().isEmpty() ? null : name.leaf();
      String when = name.when().isEmpty() ? null : name.when();
      parameters.add(new Parameter(name.value(), leaf, when, type, list, field));
    }
  }

  private static String plainName(Field field) {
    XmlElementWrapper wrapper = field.getAnnotation(XmlElementWrapper.class);
    XmlElement element = field.getAnnotation(XmlElement.class);
    String given =
        wrapper != null ? wrapper.name() : element != null ? element.name() : "##default";
    String name = given.equals("##default") ? field.getName() : given;
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** The parameter that goes to the field of that name. */
  Parameter field(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.field().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(constructor + ": no field " + name));
  }

  Object newInstance() {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + constructor, e);
    }
  }

  /**
   * One parameter of a type.
   *
   * @param name with the first letter upper-cased, without index
   * @param leaf field of the structure that takes a bare value
   * @param when value that makes the field be there
   * @param type of the value, or of a list's items
   */
  record Parameter(
      String name,
      @Nullable String leaf,
      @Nullable String when,
      Class<?> type,
      boolean list,
      Field field) {
    Parameter {
      if (!isScalar(type) && type != Anything.class && type.getPackageName().startsWith("java.")) {
        throw new IllegalStateException(field + " has a type that Query parameters cannot carry");
      }
    }

    void set(Object holder, Object value) {
      try {
        field.set(holder, value);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(field + " must be public", e);
      }
    }

    /** Adds to the list, which another parameter may have begun. */
    @SuppressWarnings("unchecked")
    void add(Object holder, List<Object> items) {
      try {
        List<Object> list = (List<Object>) field.get(holder);
        if (list == null) {
          field.set(holder, items);
        } else {
          list.addAll(items);
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(field + " must be public", e);
      }
    }
  }
}
