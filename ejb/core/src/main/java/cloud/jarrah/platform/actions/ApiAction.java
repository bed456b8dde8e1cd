package cloud.jarrah.platform.actions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts a handler into the catalogue. The action's name is the handler's class name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiAction {
  Service service() default Service.EC2;

  Effect effect();

  /** Whether only administrators of the cloud may call it. */
  boolean administrator() default false;
}
