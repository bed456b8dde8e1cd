package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Secret;
import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives one attribute of an instance another value. */
@XmlRootElement(name = "ModifyInstanceAttribute")
@XmlType(name = "ModifyInstanceAttributeType")
public class ModifyInstanceAttributeRequest {
  @XmlElement(required = true)
  public @Nullable String instanceId;

  public @Nullable AttributeValue instanceType;

  public @Nullable AttributeValue kernel;

  public @Nullable AttributeValue ramdisk;

  /** Base64 of at most 16 KiB. */
  public @Nullable AttributeValue userData;

  public @Nullable AttributeBooleanValue disableApiTermination;

  public @Nullable AttributeValue instanceInitiatedShutdownBehavior;

  @QueryName("BlockDeviceMapping")
  @Unsupported
  public @Nullable Anything blockDeviceMapping;

  public @Nullable AttributeBooleanValue sourceDestCheck;

  @QueryName(value = "GroupId", leaf = "groupId")
  @XmlElementWrapper(name = "groupSet")
  @XmlElement(name = "item")
  public List<SecurityGroupId> groupSet = new ArrayList<>();

  public @Nullable AttributeBooleanValue ebsOptimized;

  public @Nullable AttributeValue sriovNetSupport;

  @Since("2016-11-15")
  public @Nullable AttributeBooleanValue disableApiStop;

  @Since("2016-11-15")
  public @Nullable AttributeBooleanValue enaSupport;

  /** The Query protocol's other way: the attribute's name, with {@link #value}. */
  @XmlTransient public @Nullable String attribute;

  /** May be user data. */
  @Secret @XmlTransient public @Nullable String value;
}
