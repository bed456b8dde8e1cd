package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.QueryName;
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

/** Launches instances: as many as fit between two counts. */
@XmlRootElement(name = "RunInstances")
@XmlType(name = "RunInstancesType")
public class RunInstancesRequest {
  /** May be missing if a launch template names it. */
  public @Nullable String imageId;

  @XmlElement(required = true)
  public @Nullable Integer minCount;

  @XmlElement(required = true)
  public @Nullable Integer maxCount;

  public @Nullable String keyName;

  @QueryName(value = "SecurityGroupId", leaf = "groupId")
  @QueryName(value = "SecurityGroup", leaf = "groupName")
  @XmlElementWrapper(name = "groupSet")
  @XmlElement(name = "item")
  public List<GroupItem> groupSet = new ArrayList<>();

  @QueryName(value = "UserData", leaf = "data")
  public @Nullable UserData userData;

  public @Nullable String instanceType;

  public @Nullable PlacementRequest placement;

  public @Nullable String kernelId;

  public @Nullable String ramdiskId;

  @Unsupported public @Nullable Anything blockDeviceMapping;

  public @Nullable MonitoringRequest monitoring;

  @Unsupported public @Nullable String subnetId;

  /** Whether TerminateInstances shall be refused. */
  public @Nullable Boolean disableApiTermination;

  public @Nullable String instanceInitiatedShutdownBehavior;

  @Unsupported public @Nullable Anything license;

  @Unsupported public @Nullable String privateIpAddress;

  /** Makes the request idempotent: at most 64 ASCII characters. */
  public @Nullable String clientToken;

  @QueryName("NetworkInterface")
  @Unsupported
  public @Nullable Anything networkInterfaceSet;

  @Unsupported public @Nullable Anything iamInstanceProfile;

  @Unsupported(except = "false")
  public @Nullable Boolean ebsOptimized;

  @Since("2016-11-15")
  @Unsupported
  public @Nullable String additionalInfo;

  @Since("2016-11-15")
  @QueryName("TagSpecification")
  @XmlElementWrapper(name = "tagSpecificationSet")
  @XmlElement(name = "item")
  public List<TagSpecification> tagSpecificationSet = new ArrayList<>();

  /** What this request does not say comes from there. */
  @Since("2016-11-15")
  public @Nullable LaunchTemplateSpecification launchTemplate;

  @Unsupported(except = "public")
  @XmlTransient
  public @Nullable String addressingType;

  @Unsupported(except = "0")
  @XmlTransient
  public @Nullable Integer ipv6AddressCount;

  @Unsupported @XmlTransient public @Nullable Anything ipv6Address;

  @Unsupported @XmlTransient public @Nullable Anything elasticGpuSpecification;

  @Unsupported @XmlTransient public @Nullable Anything elasticInferenceAccelerator;

  @Unsupported @XmlTransient public @Nullable Anything instanceMarketOptions;

  @Unsupported @XmlTransient public @Nullable Anything creditSpecification;

  @Unsupported @XmlTransient public @Nullable Anything cpuOptions;

  @Unsupported @XmlTransient public @Nullable Anything capacityReservationSpecification;

  @Unsupported @XmlTransient public @Nullable Anything hibernationOptions;

  @Unsupported @XmlTransient public @Nullable Anything licenseSpecification;

  @Unsupported @XmlTransient public @Nullable Anything metadataOptions;

  @Unsupported @XmlTransient public @Nullable Anything enclaveOptions;

  @Unsupported @XmlTransient public @Nullable Anything privateDnsNameOptions;

  /** What shall become of the instances when their host fails. */
  @Since("2016-11-15")
  public @Nullable InstanceMaintenanceOptionsRequest maintenanceOptions;

  /** Whether StopInstances and TerminateInstances shall be refused. */
  @Since("2016-11-15")
  public @Nullable Boolean disableApiStop;

  @Unsupported(except = "false")
  @XmlTransient
  public @Nullable Boolean enablePrimaryIpv6;

  @Unsupported @XmlTransient public @Nullable Anything networkPerformanceOptions;

  @Unsupported @XmlTransient public @Nullable Anything operator;

  @Unsupported @XmlTransient public @Nullable Anything secondaryInterface;
}
