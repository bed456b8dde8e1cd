package cloud.jarrah.ws.endpoint;

import jakarta.xml.bind.annotation.XmlElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.datatype.XMLGregorianCalendar;

/** Requests of generated stubs, with no more in them than their WSDL demands. */
final class StubRequest {
  private StubRequest() {}

  /** One of several elements is demanded, which stubs do not tell: these get a kernel. */
  private static final Pattern CHOICE =
      Pattern.compile("(Describe|Modify|Reset)InstanceAttributeType");

  /** Filled where the schema demands it; lists stay empty. */
  static Object minimal(Class<?> type) throws ReflectiveOperationException {
    Object request = type.getConstructor().newInstance();
    for (Field field : type.getDeclaredFields()) {
      XmlElement element = field.getAnnotation(XmlElement.class);
      boolean chosen =
          field.getName().equals("kernel") && CHOICE.matcher(type.getSimpleName()).matches();
      if (chosen || (element != null && element.required())) {
        field.setAccessible(true);
        field.set(request, value(field));
      }
    }
    return request;
  }

  private static Object value(Field field) throws ReflectiveOperationException {
    Class<?> type = field.getType();
    if (type == List.class) {
      Class<?> item =
          (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
      return new ArrayList<>(List.of(item == String.class ? "1" : minimal(item)));
    }
    if (type == String.class) {
      return "1";
    }
    if (type == int.class || type == Integer.class) {
      return 1;
    }
    if (type == long.class || type == Long.class) {
      return 1L;
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == XMLGregorianCalendar.class) {
      return javax.xml.datatype.DatatypeFactory.newDefaultInstance()
          .newXMLGregorianCalendar("2026-03-01T10:20:30Z");
    }
    return minimal(type);
  }
}
