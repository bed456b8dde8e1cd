package cloud.jarrah.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name of a field as a Query parameter where it is not the XML name with its first letter
 * upper-cased. On a list of items whose Query form is bare values ({@code InstanceId.1=i-1}),
 * {@link #leaf} names the one field of the item that takes the value.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface QueryName {
  /** The parameter's name without index. */
  String value();

  /** Field of the list's item that takes a bare value; empty: the item's fields follow by dots. */
  String leaf() default "";
}
