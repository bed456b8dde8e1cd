package cloud.jarrah.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name of a field as a Query parameter, where it is not the plain one: the XML name (of a list: its
 * wrapper's) with the first letter upper-cased. Rules for a binder:
 *
 * <ul>
 *   <li>a scalar: {@code ImageId=ami-1}
 *   <li>a structure: its fields after a dot, {@code Placement.AvailabilityZone=a}
 *   <li>a list: an index from 1 and then as above, {@code Filter.1.Name=x}, {@code
 *       Filter.1.Value.1=y}
 *   <li>with {@link #leaf}, a structure or each item of a list is one bare value, which goes to the
 *       named field: {@code InstanceId.1=i-1} to {@code instanceId} of the first item, {@code
 *       UserData=aGk=} to {@code data}
 *   <li>with {@link #when}, an element without content is there if the parameter has that value:
 *       {@code Attribute=kernel} sets the field that is marked with {@code when = "kernel"}
 *   <li>more than one annotation on a list: each name adds its items to the list in the order of
 *       the annotations ({@code SecurityGroupId.N}, then {@code SecurityGroup.N}); read them with
 *       {@code getAnnotationsByType}
 *   <li>{@link Anything}: present as soon as the name itself, or a name below it, has a value that
 *       is not blank; put one such value into its content (without content it counts as not set)
 *   <li>{@code @XmlTransient} fields count: it only keeps them out of SOAP
 * </ul>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Repeatable(QueryName.List.class)
public @interface QueryName {
  /** The parameter's name without index. */
  String value();

  /** Field that takes a bare value; empty: the fields follow by dots. */
  String leaf() default "";

  /** Value that stands for the field's presence; the field's type has no fields of its own. */
  String when() default "";

  /** Several names of one field. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  @interface List {
    QueryName[] value();
  }
}
