package cloud.jarrah.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request field that the public API has and Jarrah does not do yet. If a caller sets it, the
 * answer is UnsupportedOperation naming it: nothing is silently ignored. The field is a scalar or,
 * where the API has a structure or a list, {@link Anything}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Unsupported {
  /** Values that ask for what we do anyway: accepted. */
  String[] except() default {};
}
