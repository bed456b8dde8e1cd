package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a launch template says about the instances launched by it: in requests and answers alike.
 */
@XmlType(name = "LaunchTemplateDataType")
public class LaunchTemplateData {
  public @Nullable String kernelId;

  @Unsupported(except = "false")
  public @Nullable Boolean ebsOptimized;

  @Unsupported @XmlTransient public @Nullable Anything iamInstanceProfile;

  @Unsupported @XmlTransient public @Nullable Anything blockDeviceMapping;

  @Unsupported @XmlTransient public @Nullable Anything networkInterface;

  public @Nullable String imageId;

  public @Nullable String instanceType;

  public @Nullable String keyName;

  public @Nullable LaunchTemplateMonitoring monitoring;

  public @Nullable LaunchTemplatePlacement placement;

  public @Nullable String ramDiskId;

  /** Whether TerminateInstances shall be refused. */
  public @Nullable Boolean disableApiTermination;

  public @Nullable String instanceInitiatedShutdownBehavior;

  /** Base64 of at most 16 KiB. */
  public @Nullable String userData;

  @QueryName("TagSpecification")
  @XmlElementWrapper(name = "tagSpecificationSet")
  @XmlElement(name = "item")
  public List<TagSpecification> tagSpecificationSet = new ArrayList<>();

  @Unsupported @XmlTransient public @Nullable Anything elasticGpuSpecification;

  @Unsupported @XmlTransient public @Nullable Anything elasticInferenceAccelerator;

  @QueryName("SecurityGroupId")
  @XmlElementWrapper(name = "securityGroupIdSet")
  @XmlElement(name = "item")
  public List<String> securityGroupIdSet = new ArrayList<>();

  @QueryName("SecurityGroup")
  @XmlElementWrapper(name = "securityGroupSet")
  @XmlElement(name = "item")
  public List<String> securityGroupSet = new ArrayList<>();

  @Unsupported @XmlTransient public @Nullable Anything instanceMarketOptions;

  @Unsupported @XmlTransient public @Nullable Anything creditSpecification;

  @Unsupported @XmlTransient public @Nullable Anything cpuOptions;

  @Unsupported @XmlTransient public @Nullable Anything capacityReservationSpecification;

  @Unsupported @XmlTransient public @Nullable Anything licenseSpecification;

  @Unsupported @XmlTransient public @Nullable Anything hibernationOptions;

  @Unsupported @XmlTransient public @Nullable Anything metadataOptions;

  @Unsupported @XmlTransient public @Nullable Anything enclaveOptions;

  @Unsupported @XmlTransient public @Nullable Anything instanceRequirements;

  @Unsupported @XmlTransient public @Nullable Anything privateDnsNameOptions;

  public @Nullable LaunchTemplateMaintenanceOptions maintenanceOptions;

  /** Whether StopInstances and TerminateInstances shall be refused. */
  public @Nullable Boolean disableApiStop;

  @Unsupported @XmlTransient public @Nullable Anything operator;

  @Unsupported @XmlTransient public @Nullable Anything networkPerformanceOptions;

  @Unsupported @XmlTransient public @Nullable Anything secondaryInterface;
}
