package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;

/** How many processors an instance type has. */
@XmlType(name = "VCpuInfoType")
public class VCpuInfoItem {
  public int defaultVCpus;

  public int defaultCores;

  public int defaultThreadsPerCore;
}
