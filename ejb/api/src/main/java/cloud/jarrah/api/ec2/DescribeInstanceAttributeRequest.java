package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Asks for one attribute of an instance. */
@XmlRootElement(name = "DescribeInstanceAttribute")
@XmlType(name = "DescribeInstanceAttributeType")
public class DescribeInstanceAttributeRequest {
  @XmlElement(required = true)
  public @Nullable String instanceId;

  @QueryName(value = "Attribute", when = "instanceType")
  public @Nullable EmptyElement instanceType;

  @QueryName(value = "Attribute", when = "kernel")
  public @Nullable EmptyElement kernel;

  @QueryName(value = "Attribute", when = "ramdisk")
  public @Nullable EmptyElement ramdisk;

  @QueryName(value = "Attribute", when = "userData")
  public @Nullable EmptyElement userData;

  @QueryName(value = "Attribute", when = "disableApiTermination")
  public @Nullable EmptyElement disableApiTermination;

  @QueryName(value = "Attribute", when = "instanceInitiatedShutdownBehavior")
  public @Nullable EmptyElement instanceInitiatedShutdownBehavior;

  @QueryName(value = "Attribute", when = "rootDeviceName")
  public @Nullable EmptyElement rootDeviceName;

  @QueryName(value = "Attribute", when = "blockDeviceMapping")
  public @Nullable EmptyElement blockDeviceMapping;

  @QueryName(value = "Attribute", when = "sourceDestCheck")
  public @Nullable EmptyElement sourceDestCheck;

  @QueryName(value = "Attribute", when = "groupSet")
  public @Nullable EmptyElement groupSet;

  @QueryName(value = "Attribute", when = "productCodes")
  public @Nullable EmptyElement productCodes;

  @QueryName(value = "Attribute", when = "ebsOptimized")
  public @Nullable EmptyElement ebsOptimized;

  @QueryName(value = "Attribute", when = "sriovNetSupport")
  public @Nullable EmptyElement sriovNetSupport;

  @Since("2016-11-15")
  @QueryName(value = "Attribute", when = "enaSupport")
  public @Nullable EmptyElement enaSupport;

  @Since("2016-11-15")
  @QueryName(value = "Attribute", when = "enclaveOptions")
  public @Nullable EmptyElement enclaveOptions;

  @Since("2016-11-15")
  @QueryName(value = "Attribute", when = "disableApiStop")
  public @Nullable EmptyElement disableApiStop;

  /** What the Query parameter said, known or not. */
  @XmlTransient public @Nullable String attribute;
}
