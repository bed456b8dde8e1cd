package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** An instance type. */
@XmlType(name = "InstanceTypeInfoType")
public class InstanceTypeItem {
  @XmlElement(required = true)
  public String instanceType;

  public boolean currentGeneration;

  public boolean freeTierEligible;

  @XmlElementWrapper(name = "supportedUsageClasses")
  @XmlElement(name = "item")
  public List<String> supportedUsageClasses = new ArrayList<>();

  @XmlElementWrapper(name = "supportedRootDeviceTypes")
  @XmlElement(name = "item")
  public List<String> supportedRootDeviceTypes = new ArrayList<>();

  @XmlElementWrapper(name = "supportedVirtualizationTypes")
  @XmlElement(name = "item")
  public List<String> supportedVirtualizationTypes = new ArrayList<>();

  public boolean bareMetal;

  @XmlElement(required = true)
  public String hypervisor;

  @XmlElement(required = true)
  public ProcessorInfoItem processorInfo;

  @XmlElement(required = true)
  public VCpuInfoItem vCpuInfo;

  @XmlElement(required = true)
  public MemoryInfoItem memoryInfo;

  public boolean instanceStorageSupported;

  @XmlElement(required = true)
  public InstanceStorageInfoItem instanceStorageInfo;

  @XmlElement(required = true)
  public EbsInfoItem ebsInfo;

  @XmlElement(required = true)
  public NetworkInfoItem networkInfo;

  public boolean hibernationSupported;

  public boolean burstablePerformanceSupported;

  public boolean dedicatedHostsSupported;

  public boolean autoRecoverySupported;

  @XmlElementWrapper(name = "supportedBootModes")
  @XmlElement(name = "item")
  public List<String> supportedBootModes = new ArrayList<>();

  @XmlElement(required = true)
  public String nitroEnclavesSupport;

  @XmlElement(required = true)
  public String nitroTpmSupport;
}
