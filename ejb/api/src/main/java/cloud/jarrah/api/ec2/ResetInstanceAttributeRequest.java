package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Gives one attribute of an instance the value that it has by itself. */
@XmlRootElement(name = "ResetInstanceAttribute")
@XmlType(name = "ResetInstanceAttributeType")
public class ResetInstanceAttributeRequest {
  @XmlElement(required = true)
  public @Nullable String instanceId;

  @QueryName(value = "Attribute", when = "kernel")
  public @Nullable EmptyElement kernel;

  @QueryName(value = "Attribute", when = "ramdisk")
  public @Nullable EmptyElement ramdisk;

  @QueryName(value = "Attribute", when = "sourceDestCheck")
  public @Nullable EmptyElement sourceDestCheck;

  /** What the Query parameter said, known or not. */
  @XmlTransient public @Nullable String attribute;
}
