package cloud.jarrah.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * First dated version of the public API that has this field. Absent: every version we serve. An
 * answer to an older version leaves the field out, since strict stubs reject what their WSDL lacks.
 * On a request type: first version that has the action.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Since {
  /** A date, for example {@code 2016-11-15}. */
  String value();
}
