package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An instance. */
@XmlType(name = "RunningInstancesItemType")
public class InstanceItem {
  @XmlElement(required = true)
  public String instanceId;

  public @Nullable String imageId;

  @XmlElement(required = true)
  public InstanceStateItem instanceState;

  /** Empty until there is one. */
  @XmlElement(required = true)
  public String privateDnsName;

  public @Nullable String dnsName;

  /** Why the last transition happened; empty is shown too. */
  public @Nullable String reason;

  public @Nullable String keyName;

  /** Position in its launch, from 0. */
  public @Nullable String amiLaunchIndex;

  @XmlElementWrapper(name = "productCodes")
  @XmlElement(name = "item")
  public List<ProductCode> productCodes = new ArrayList<>();

  @XmlElement(required = true)
  public String instanceType;

  @XmlElement(required = true)
  @XmlSchemaType(name = "dateTime")
  public Instant launchTime;

  public @Nullable PlacementItem placement;

  public @Nullable String kernelId;

  public @Nullable String ramdiskId;

  public @Nullable String platform;

  public @Nullable MonitoringItem monitoring;

  public @Nullable String subnetId;

  public @Nullable String vpcId;

  public @Nullable String privateIpAddress;

  public @Nullable String ipAddress;

  @Since("2013-10-15")
  public @Nullable Boolean sourceDestCheck;

  @Since("2013-10-15")
  @XmlElementWrapper(name = "groupSet")
  @XmlElement(name = "item")
  public List<GroupItem> groupSet = new ArrayList<>();

  public @Nullable StateReasonItem stateReason;

  public @Nullable String architecture;

  public @Nullable String rootDeviceType;

  public @Nullable String rootDeviceName;

  @XmlElementWrapper(name = "blockDeviceMapping")
  @XmlElement(name = "item")
  public List<InstanceBlockDevice> blockDeviceMapping = new ArrayList<>();

  public @Nullable String instanceLifecycle;

  public @Nullable String spotInstanceRequestId;

  @Since("2010-08-31")
  public @Nullable String virtualizationType;

  @Since("2010-08-31")
  public @Nullable String clientToken;

  @Since("2010-08-31")
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public @Nullable List<ResourceTag> tagSet;

  @Since("2013-10-15")
  public @Nullable String hypervisor;

  @Since("2013-10-15")
  @XmlElementWrapper(name = "networkInterfaceSet")
  @XmlElement(name = "item")
  public List<NetworkInterfaceItem> networkInterfaceSet = new ArrayList<>();

  @Since("2013-10-15")
  public @Nullable IamInstanceProfileItem iamInstanceProfile;

  @Since("2013-10-15")
  public @Nullable Boolean ebsOptimized;

  @Since("2013-10-15")
  public @Nullable String sriovNetSupport;

  @Since("2016-11-15")
  public @Nullable Boolean enaSupport;

  @Since("2016-11-15")
  public @Nullable CpuOptionsItem cpuOptions;

  @Since("2016-11-15")
  public @Nullable MetadataOptionsItem metadataOptions;

  @Since("2016-11-15")
  public @Nullable String platformDetails;

  @Since("2016-11-15")
  public @Nullable String usageOperation;

  @Since("2016-11-15")
  public @Nullable String bootMode;

  @Since("2016-11-15")
  public @Nullable InstanceMaintenanceOptionsItem maintenanceOptions;
}
