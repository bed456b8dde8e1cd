package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attribute that was asked for. */
@XmlRootElement(name = "DescribeInstanceAttributeResponse")
@XmlType(name = "DescribeInstanceAttributeResponseType")
public class DescribeInstanceAttributeResponse extends Ec2Response {
  @XmlElement(required = true)
  public String instanceId;

  public @Nullable NullableAttributeValue instanceType;

  public @Nullable NullableAttributeValue kernel;

  public @Nullable NullableAttributeValue ramdisk;

  public @Nullable NullableAttributeValue userData;

  public @Nullable NullableAttributeBooleanValue disableApiTermination;

  public @Nullable NullableAttributeValue instanceInitiatedShutdownBehavior;

  public @Nullable NullableAttributeValue rootDeviceName;

  @XmlElementWrapper(name = "blockDeviceMapping")
  @XmlElement(name = "item")
  public @Nullable List<InstanceBlockDevice> blockDeviceMapping;

  @Since("2013-10-15")
  public @Nullable NullableAttributeBooleanValue sourceDestCheck;

  @Since("2013-10-15")
  @XmlElementWrapper(name = "groupSet")
  @XmlElement(name = "item")
  public @Nullable List<GroupItem> groupSet;

  @Since("2013-10-15")
  @XmlElementWrapper(name = "productCodes")
  @XmlElement(name = "item")
  public @Nullable List<ProductCode> productCodes;

  @Since("2013-10-15")
  public @Nullable NullableAttributeBooleanValue ebsOptimized;

  @Since("2013-10-15")
  public @Nullable NullableAttributeValue sriovNetSupport;

  @Since("2016-11-15")
  public @Nullable NullableAttributeBooleanValue enaSupport;

  @Since("2016-11-15")
  public @Nullable EnclaveOptionsItem enclaveOptions;

  @Since("2016-11-15")
  public @Nullable NullableAttributeBooleanValue disableApiStop;
}
